# Up to a half, what a layer keeps follows from its number of inputs
# gnuplot shares.gp draws shares.svg

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

set terminal svg size 720,513 fixed font 'Arial&#44; Helvetica&#44; sans-serif,13' fontscale 1 linewidth 1 dashlength 1 butt enhanced background '#ffffff'
set output 'shares.svg'
family = 'Arial&#44; Helvetica&#44; sans-serif'

set lmargin at screen 0.06811; set rmargin at screen 0.97222
set tmargin at screen 0.86745; set bmargin at screen 0.15685
unset logscale x
set xrange [0:100]
set xtics ('0' 0, '10' 10, '20' 20, '30' 30, '40' 40, '50' 50, '60' 60, '70' 70, '80' 80, '90' 90, '100' 100)
unset logscale y
set yrange [0:103]
set ytics ('0' 0, '20' 20, '40' 40, '60' 60, '80' 80, '100' 100)
set xtics offset 0,0.5
set grid noxtics ytics
unset colorbox
set label 'Up to a half, what a layer keeps follows from its number of inputs' at screen 0.02222, screen 0.94737 left textcolor rgb '#1F1F1F' font family.':Bold,17'
set label 'weights that a layer keeps (%)' at screen 0.02222, screen 0.89376 left textcolor rgb '#4A4A4A' font ',12.5'
set label 'weights removed from all layers (%)' at screen 0.52017, screen 0.08667 center textcolor rgb '#4A4A4A' font ',12.5'
set label '' at screen 0.08478, screen 0.04281 front point pointtype 7 pointsize 0.845 linecolor rgb '#CC79A7'
set label 'conv1' at screen 0.10978, screen 0.04281 left front textcolor rgb '#1F1F1F' font ',12.5'
set label '' at screen 0.20457, screen 0.04281 front point pointtype 7 pointsize 0.845 linecolor rgb '#56B4E9'
set label 'fc3' at screen 0.22957, screen 0.04281 left front textcolor rgb '#1F1F1F' font ',12.5'
set label '' at screen 0.29832, screen 0.04281 front point pointtype 7 pointsize 0.845 linecolor rgb '#009E73'
set label 'conv2' at screen 0.32332, screen 0.04281 left front textcolor rgb '#1F1F1F' font ',12.5'
set label '' at screen 0.41811, screen 0.04281 front point pointtype 7 pointsize 0.845 linecolor rgb '#E69F00'
set label 'fc2' at screen 0.44311, screen 0.04281 left front textcolor rgb '#1F1F1F' font ',12.5'
set label '' at screen 0.51186, screen 0.04281 front point pointtype 7 pointsize 0.845 linecolor rgb '#0072B2'
set label 'fc1' at screen 0.53686, screen 0.04281 left front textcolor rgb '#1F1F1F' font ',12.5'
plot \
  'shares.dat' using 1:2 with lines linewidth 1 linecolor rgb '#CC79A7' dashtype (9, 6), \
  'shares.dat' using 3:4 with points pointtype 7 pointsize 0.845 linecolor rgb '#CC79A7', \
  'shares.dat' using 1:5 with lines linewidth 1 linecolor rgb '#56B4E9' dashtype (9, 6), \
  'shares.dat' using 3:6 with points pointtype 7 pointsize 0.845 linecolor rgb '#56B4E9', \
  'shares.dat' using 1:7 with lines linewidth 1 linecolor rgb '#009E73' dashtype (9, 6), \
  'shares.dat' using 3:8 with points pointtype 7 pointsize 0.845 linecolor rgb '#009E73', \
  'shares.dat' using 1:9 with lines linewidth 1 linecolor rgb '#E69F00' dashtype (9, 6), \
  'shares.dat' using 3:10 with points pointtype 7 pointsize 0.845 linecolor rgb '#E69F00', \
  'shares.dat' using 1:11 with lines linewidth 1 linecolor rgb '#0072B2' dashtype (9, 6), \
  'shares.dat' using 3:12 with points pointtype 7 pointsize 0.845 linecolor rgb '#0072B2'
unset output
