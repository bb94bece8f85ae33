# Alike from afar; at the bottom, a corner or a parabola
# gnuplot parts.gp draws parts.svg

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

set terminal svg size 800,414 fixed font 'Arial&#44; Helvetica&#44; sans-serif,13' fontscale 1 linewidth 1 dashlength 1 butt enhanced background '#ffffff'
set output 'parts.svg'
family = 'Arial&#44; Helvetica&#44; sans-serif'
set multiplot

# Panel 1: activation f
set lmargin at screen 0.0421; set rmargin at screen 0.4678
set tmargin at screen 0.78744; set bmargin at screen 0.19516
unset logscale x
set xrange [-4:4]
set xtics ('−4' -4, '−2' -2, '0' 0, '2' 2, '4' 4)
unset logscale y
set yrange [-0.5:4]
set ytics ('0' 0, '1' 1, '2' 2, '3' 3, '4' 4)
set xtics offset 0,0.5
set grid noxtics ytics
unset colorbox
set label 'Alike from afar; at the bottom, a corner or a parabola' at screen 0.02, screen 0.93478 left textcolor rgb '#1F1F1F' font family.':Bold,17'
set label 'f(u)' at screen 0.02, screen 0.82005 left textcolor rgb '#4A4A4A' font ',12.5'
set label 'activation f' at screen 0.02, screen 0.86473 left textcolor rgb '#1F1F1F' font family.':Bold,13.5'
set label 'u' at screen 0.25495, screen 0.1082 center textcolor rgb '#4A4A4A' font ',12.5'
set arrow from screen 0.0421, screen 0.05386 to screen 0.0721, screen 0.05386 nohead front linewidth 2 linecolor rgb '#0072B2' dashtype solid
set label 'ReLU' at screen 0.0796, screen 0.05386 left front textcolor rgb '#1F1F1F' font ',12.5'
set arrow from screen 0.14366, screen 0.05386 to screen 0.17366, screen 0.05386 nohead front linewidth 2 linecolor rgb '#CC79A7' dashtype solid
set label 'SiLU' at screen 0.18116, screen 0.05386 left front textcolor rgb '#1F1F1F' font ',12.5'
set arrow from screen 0.23898, screen 0.05386 to screen 0.26898, screen 0.05386 nohead front linewidth 2 linecolor rgb '#D55E00' dashtype solid
set label 'GELU' at screen 0.27648, screen 0.05386 left front textcolor rgb '#1F1F1F' font ',12.5'
plot \
  'parts.dat' using 1:2 with lines linewidth 2 linecolor rgb '#0072B2' dashtype solid, \
  'parts.dat' using 1:3 with lines linewidth 2 linecolor rgb '#CC79A7' dashtype solid, \
  'parts.dat' using 1:4 with lines linewidth 2 linecolor rgb '#D55E00' dashtype solid

# Panel 2: sum of both sides
unset label
unset arrow
unset object
set lmargin at screen 0.5493; set rmargin at screen 0.975
set tmargin at screen 0.78744; set bmargin at screen 0.19516
unset logscale x
set xrange [-1.6:1.6]
set xtics ('−1.5' -1.5, '−1.0' -1, '−0.5' -0.5, '0.0' 0, '0.5' 0.5, '1.0' 1, '1.5' 1.5)
unset logscale y
set yrange [0:1.6]
set ytics ('0.0' 0, '0.2' 0.2, '0.4' 0.4, '0.6' 0.6, '0.8' 0.8, '1.0' 1, '1.2' 1.2, '1.4' 1.4, '1.6' 1.6)
set xtics offset 0,0.5
set grid noxtics ytics
unset colorbox
set label 'f(u) + f(−u)' at screen 0.5128, screen 0.82005 left textcolor rgb '#4A4A4A' font ',12.5'
set label 'sum of both sides' at screen 0.5128, screen 0.86473 left textcolor rgb '#1F1F1F' font family.':Bold,13.5'
set label 'u' at screen 0.76215, screen 0.1082 center textcolor rgb '#4A4A4A' font ',12.5'
plot \
  'parts.dat' using 1:5 with lines linewidth 2 linecolor rgb '#0072B2' dashtype solid, \
  'parts.dat' using 1:6 with lines linewidth 2 linecolor rgb '#CC79A7' dashtype solid, \
  'parts.dat' using 1:7 with lines linewidth 2 linecolor rgb '#D55E00' dashtype solid, \
  'parts.dat' using 8:9 with lines linewidth 2 linecolor rgb '#CC79A7' dashtype (9, 6), \
  'parts.dat' using 8:10 with lines linewidth 2 linecolor rgb '#D55E00' dashtype (9, 6)
unset multiplot
unset output
