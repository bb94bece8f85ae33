# Under L1 one parameter after the other ends at zero; under L2 none does
# gnuplot parameters.gp draws parameters.svg

# Whatever a ~/.gnuplot has set
reset
unset decimalsign
do for [i = 1:8] { set linetype i linewidth 1 dashtype solid pointsize default }
set encoding utf8

# The look: thin grey axes on the left and below, light lines behind, text in one family
set border 3 linecolor rgb '#9A9A9A' linewidth 1
set tics out nomirror scale 0.4 textcolor rgb '#4A4A4A' font ',12'
set grid noxtics ytics back linetype 1 linecolor rgb '#E8E8E8' linewidth 1
set style textbox opaque noborder fillcolor '#ffffff' margins 0.3,0
set clip two
set samples 801
unset key
unset colorbox

set terminal svg size 800,393 fixed font 'Arial&#44; Helvetica&#44; sans-serif,13' fontscale 1 linewidth 1 dashlength 1 butt enhanced background '#ffffff'
set output 'parameters.svg'
family = 'Arial&#44; Helvetica&#44; sans-serif'
set multiplot

# Panel 1: L1
set lmargin at screen 0.0565; set rmargin at screen 0.487
set tmargin at screen 0.77608; set bmargin at screen 0.14512
unset logscale x
set xrange [0:8]
set xtics ('0' 0, '2' 2, '4' 4, '6' 6, '8' 8)
unset logscale y
set yrange [0:1.6848]
set ytics ('0.0' 0, '0.2' 0.2, '0.4' 0.4, '0.6' 0.6, '0.8' 0.8, '1.0' 1, '1.2' 1.2, '1.4' 1.4, '1.6' 1.6)
set xtics offset 0,0.5
set grid noxtics ytics
unset colorbox
set label 'Under L1 one parameter after the other ends at zero; under L2 none does' at screen 0.02, screen 0.9313 left textcolor rgb '#1F1F1F' font family.':Bold,17'
set label 'parameter at the minimum' at screen 0.02, screen 0.81043 left textcolor rgb '#4A4A4A' font ',12.5'
set label 'L1' at screen 0.02, screen 0.85751 left textcolor rgb '#1F1F1F' font family.':Bold,13.5'
set label 'strength λ of the penalty' at screen 0.27175, screen 0.05352 center textcolor rgb '#4A4A4A' font ',12.5'
set label 'θ₁' at first 1.12, first 1.62 left front textcolor rgb '#4A4A4A' font ',12.5'
set label 'θ₂' at first 0.6, first 0.44375 left front textcolor rgb '#4A4A4A' font ',12.5'
set arrow from graph 0, first 0 to graph 1, first 0 nohead back linewidth 1 linecolor rgb '#8C8C8C' dashtype solid
plot \
  'parameters.dat' using 1:2 with lines linewidth 2 linecolor rgb '#D55E00' dashtype solid, \
  'parameters.dat' using 1:3 with lines linewidth 2 linecolor rgb '#D55E00' dashtype solid

# Panel 2: L2
unset label
unset arrow
unset object
set lmargin at screen 0.5445; set rmargin at screen 0.975
set tmargin at screen 0.77608; set bmargin at screen 0.14512
unset logscale x
set xrange [0:8]
set xtics ('0' 0, '2' 2, '4' 4, '6' 6, '8' 8)
unset logscale y
set yrange [0:1.6848]
set ytics ('' 0, '' 0.2, '' 0.4, '' 0.6, '' 0.8, '' 1, '' 1.2, '' 1.4, '' 1.6)
set xtics offset 0,0.5
set grid noxtics ytics
unset colorbox
set label 'L2' at screen 0.532, screen 0.85751 left textcolor rgb '#1F1F1F' font family.':Bold,13.5'
set label 'strength λ of the penalty' at screen 0.75975, screen 0.05352 center textcolor rgb '#4A4A4A' font ',12.5'
set label 'θ₁' at first 1.12, first 1.163394683026585 left front textcolor rgb '#4A4A4A' font ',12.5'
set label 'θ₂' at first 0.6, first 0.692 left front textcolor rgb '#4A4A4A' font ',12.5'
set arrow from graph 0, first 0 to graph 1, first 0 nohead back linewidth 1 linecolor rgb '#8C8C8C' dashtype solid
plot \
  'parameters.dat' using 1:4 with lines linewidth 2 linecolor rgb '#0072B2' dashtype solid, \
  'parameters.dat' using 1:5 with lines linewidth 2 linecolor rgb '#0072B2' dashtype solid
unset multiplot
unset output
