# Backward the gradient must keep its size, forward the digits their differences
# gnuplot propagation.gp draws propagation.svg

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

set terminal svg size 800,403 fixed font 'Arial&#44; Helvetica&#44; sans-serif,13' fontscale 1 linewidth 1 dashlength 1 butt enhanced background '#ffffff'
set output 'propagation.svg'
family = 'Arial&#44; Helvetica&#44; sans-serif'
set multiplot

# Panel 1: backward: the gradient
set lmargin at screen 0.0613; set rmargin at screen 0.4678
set tmargin at screen 0.78164; set bmargin at screen 0.20064
unset logscale x
set xrange [0:39]
set xtics ('0' 0, '10' 10, '20' 20, '30' 30)
set logscale y
set yrange [0.2904958039006689:347226708.4437181]
set ytics ('10^{0}' 1, '10^{2}' 100, '10^{4}' 10000, '10^{6}' 1000000, '10^{8}' 100000000)
set xtics offset 0,0.5
set grid noxtics ytics
unset colorbox
set label 'Backward the gradient must keep its size, forward the digits their differences' at screen 0.02, screen 0.933 left textcolor rgb '#1F1F1F' font family.':Bold,17'
set label '‖∂L/∂h‖, relative' at screen 0.02, screen 0.81514 left textcolor rgb '#4A4A4A' font ',12.5'
set label 'backward: the gradient' at screen 0.02, screen 0.86104 left textcolor rgb '#1F1F1F' font family.':Bold,13.5'
set label 'layers from the last one back' at screen 0.26455, screen 0.11131 center textcolor rgb '#4A4A4A' font ',12.5'
set arrow from screen 0.0613, screen 0.05547 to screen 0.0913, screen 0.05547 nohead front linewidth 5 linecolor rgb '#CC79A7' dashtype solid
set label 'scaled bypass' at screen 0.0988, screen 0.05547 left front textcolor rgb '#1F1F1F' font ',12.5'
set arrow from screen 0.23318, screen 0.05547 to screen 0.26318, screen 0.05547 nohead front linewidth 2 linecolor rgb '#0072B2' dashtype solid
set label 'plain' at screen 0.27068, screen 0.05547 left front textcolor rgb '#1F1F1F' font ',12.5'
set arrow from screen 0.33161, screen 0.05547 to screen 0.36161, screen 0.05547 nohead front linewidth 2 linecolor rgb '#D55E00' dashtype solid
set label 'normalised' at screen 0.36911, screen 0.05547 left front textcolor rgb '#1F1F1F' font ',12.5'
set arrow from screen 0.47974, screen 0.05547 to screen 0.50974, screen 0.05547 nohead front linewidth 2 linecolor rgb '#E69F00' dashtype solid
set label 'bypass' at screen 0.51724, screen 0.05547 left front textcolor rgb '#1F1F1F' font ',12.5'
set arrow from screen 0.59567, screen 0.05547 to screen 0.62568, screen 0.05547 nohead front linewidth 2 linecolor rgb '#009E73' dashtype solid
set label 'both' at screen 0.63317, screen 0.05547 left front textcolor rgb '#1F1F1F' font ',12.5'
plot \
  'propagation.dat' using 1:2 with lines linewidth 5 linecolor rgb '#CC79A7' dashtype solid, \
  'propagation.dat' using 1:3 with lines linewidth 2 linecolor rgb '#0072B2' dashtype solid, \
  'propagation.dat' using 1:4 with lines linewidth 2 linecolor rgb '#D55E00' dashtype solid, \
  'propagation.dat' using 1:5 with lines linewidth 2 linecolor rgb '#E69F00' dashtype solid, \
  'propagation.dat' using 1:6 with lines linewidth 2 linecolor rgb '#009E73' dashtype solid, \
  'propagation.dat' using 1:7 with lines linewidth 1.5 linecolor rgb '#000000' dashtype (9, 6), \
  'propagation.dat' using 1:8 with lines linewidth 1.5 linecolor rgb '#000000' dashtype (9, 6)

# Panel 2: forward: the digits
unset label
unset arrow
unset object
set lmargin at screen 0.5685; set rmargin at screen 0.975
set tmargin at screen 0.78164; set bmargin at screen 0.20064
unset logscale x
set xrange [1:40]
set xtics ('10' 10, '20' 20, '30' 30, '40' 40)
set logscale y
set yrange [0.001:2]
set ytics ('0.001' 0.001, '0.01' 0.01, '0.1' 0.1, '1' 1)
set xtics offset 0,0.5
set grid noxtics ytics
unset colorbox
set label 'difference left' at screen 0.5128, screen 0.81514 left textcolor rgb '#4A4A4A' font ',12.5'
set label 'forward: the digits' at screen 0.5128, screen 0.86104 left textcolor rgb '#1F1F1F' font family.':Bold,13.5'
set label 'layer' at screen 0.77175, screen 0.11131 center textcolor rgb '#4A4A4A' font ',12.5'
plot \
  'propagation.dat' using 9:10 with lines linewidth 5 linecolor rgb '#CC79A7' dashtype solid, \
  'propagation.dat' using 9:11 with lines linewidth 2 linecolor rgb '#0072B2' dashtype solid, \
  'propagation.dat' using 9:12 with lines linewidth 2 linecolor rgb '#D55E00' dashtype solid, \
  'propagation.dat' using 9:13 with lines linewidth 2 linecolor rgb '#E69F00' dashtype solid, \
  'propagation.dat' using 9:14 with lines linewidth 2 linecolor rgb '#009E73' dashtype solid, \
  'propagation.dat' using 9:15 with lines linewidth 1.5 linecolor rgb '#000000' dashtype (9, 6), \
  'propagation.dat' using 9:16 with lines linewidth 1.5 linecolor rgb '#000000' dashtype (9, 6), \
  'propagation.dat' using 9:17 with lines linewidth 1.5 linecolor rgb '#000000' dashtype (9, 6)
unset multiplot
unset output
