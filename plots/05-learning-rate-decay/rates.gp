# Decay rescues a first rate that is too high
# gnuplot rates.gp draws rates.svg

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

set terminal svg size 800,388 fixed font 'Arial&#44; Helvetica&#44; sans-serif,13' fontscale 1 linewidth 1 dashlength 1 butt enhanced background '#ffffff'
set output 'rates.svg'
family = 'Arial&#44; Helvetica&#44; sans-serif'
set multiplot

# Panel 1
set lmargin at screen 0.0565; set rmargin at screen 0.4726
set tmargin at screen 0.82474; set bmargin at screen 0.20703
set logscale x
set xrange [0.09332543007969911:1.0715193052376064]
set xtics ('0.1' 0.1, '0.2' 0.2, '0.3' 0.3, '0.5' 0.5, '0.7' 0.7, '1' 1)
set logscale y
set yrange [0.011820148790056335:2.720059565781903]
set ytics ('0.1' 0.1, '1' 1)
set xtics offset 0,0.5
set grid noxtics ytics
unset colorbox
set label 'Decay rescues a first rate that is too high' at screen 0.02, screen 0.93041 left textcolor rgb '#1F1F1F' font family.':Bold,17'
set label 'training loss' at screen 0.02, screen 0.85954 left textcolor rgb '#4A4A4A' font ',12.5'
set label 'first learning rate' at screen 0.26455, screen 0.11424 center textcolor rgb '#4A4A4A' font ',12.5'
set arrow from screen 0.0565, screen 0.05625 to screen 0.0865, screen 0.05625 nohead front linewidth 2 linecolor rgb '#0072B2' dashtype solid
set label 'constant' at screen 0.094, screen 0.05625 left front textcolor rgb '#1F1F1F' font ',12.5'
set arrow from screen 0.18556, screen 0.05625 to screen 0.21556, screen 0.05625 nohead front linewidth 2 linecolor rgb '#56B4E9' dashtype solid
set label '1/(1 + e)' at screen 0.22306, screen 0.05625 left front textcolor rgb '#1F1F1F' font ',12.5'
set arrow from screen 0.31619, screen 0.05625 to screen 0.34619, screen 0.05625 nohead front linewidth 2 linecolor rgb '#E69F00' dashtype solid
set label 'staircase' at screen 0.35369, screen 0.05625 left front textcolor rgb '#1F1F1F' font ',12.5'
set arrow from screen 0.44806, screen 0.05625 to screen 0.47806, screen 0.05625 nohead front linewidth 2 linecolor rgb '#000000' dashtype solid
set label 'cosine' at screen 0.48556, screen 0.05625 left front textcolor rgb '#1F1F1F' font ',12.5'
plot \
  'rates.dat' using 1:2 with lines linewidth 2 linecolor rgb '#0072B2' dashtype solid, \
  'rates.dat' using 1:3 with lines linewidth 2 linecolor rgb '#56B4E9' dashtype solid, \
  'rates.dat' using 1:4 with lines linewidth 2 linecolor rgb '#E69F00' dashtype solid, \
  'rates.dat' using 1:5 with lines linewidth 2 linecolor rgb '#000000' dashtype solid, \
  'rates.dat' using 1:2 with points pointtype 7 pointsize 0.65 linecolor rgb '#0072B2', \
  'rates.dat' using 1:3 with points pointtype 7 pointsize 0.65 linecolor rgb '#56B4E9', \
  'rates.dat' using 1:4 with points pointtype 7 pointsize 0.65 linecolor rgb '#E69F00', \
  'rates.dat' using 1:5 with points pointtype 7 pointsize 0.65 linecolor rgb '#000000'

# Panel 2
unset label
unset arrow
unset object
set lmargin at screen 0.5589; set rmargin at screen 0.975
set tmargin at screen 0.82474; set bmargin at screen 0.20703
set logscale x
set xrange [0.09332543007969911:1.0715193052376064]
set xtics ('0.1' 0.1, '0.2' 0.2, '0.3' 0.3, '0.5' 0.5, '0.7' 0.7, '1' 1)
set logscale y
set yrange [1.423685233380136:100.26578223427587]
set ytics ('2' 2, '5' 5, '10' 10, '20' 20, '50' 50, '100' 100)
set xtics offset 0,0.5
set grid noxtics ytics
unset colorbox
set label 'test error (%)' at screen 0.5176, screen 0.85954 left textcolor rgb '#4A4A4A' font ',12.5'
set label 'first learning rate' at screen 0.76695, screen 0.11424 center textcolor rgb '#4A4A4A' font ',12.5'
plot \
  'rates.dat' using 1:6 with lines linewidth 2 linecolor rgb '#0072B2' dashtype solid, \
  'rates.dat' using 1:7 with lines linewidth 2 linecolor rgb '#56B4E9' dashtype solid, \
  'rates.dat' using 1:8 with lines linewidth 2 linecolor rgb '#E69F00' dashtype solid, \
  'rates.dat' using 1:9 with lines linewidth 2 linecolor rgb '#000000' dashtype solid, \
  'rates.dat' using 1:6 with points pointtype 7 pointsize 0.65 linecolor rgb '#0072B2', \
  'rates.dat' using 1:7 with points pointtype 7 pointsize 0.65 linecolor rgb '#56B4E9', \
  'rates.dat' using 1:8 with points pointtype 7 pointsize 0.65 linecolor rgb '#E69F00', \
  'rates.dat' using 1:9 with points pointtype 7 pointsize 0.65 linecolor rgb '#000000'
unset multiplot
unset output
