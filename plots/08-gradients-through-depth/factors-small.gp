# The thumbnail of factors
# gnuplot factors-small.gp draws factors-small.svg

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

set terminal svg size 340,232 fixed font 'Arial&#44; Helvetica&#44; sans-serif,13' fontscale 1 linewidth 1 dashlength 1 butt enhanced background '#ffffff'
set output 'factors-small.svg'
family = 'Arial&#44; Helvetica&#44; sans-serif'

set lmargin at screen 0.13294; set rmargin at screen 0.80956
set tmargin at screen 0.80172; set bmargin at screen 0.24643
set logscale x
set xrange [0.09:25]
set xtics ('0.1' 0.1, '1' 1, '10' 10)
set logscale y
set yrange [0.02:20]
set ytics ('0.1' 0.1, '1' 1, '10' 10)
set xtics offset 0,0.5
set grid noxtics ytics
unset colorbox
set label 'factor per layer' at screen 0.04706, screen 0.85991 left textcolor rgb '#4A4A4A' font ',12.5'
set label 'ReLU' at screen 0.83015, screen 0.7918 left textcolor rgb '#0072B2' font ',12.5'
set label 'tanh' at screen 0.83015, screen 0.66757 left textcolor rgb '#A46086' font ',12.5'
set label 'sigmoid' at screen 0.83015, screen 0.59429 left textcolor rgb '#BF5400' font ',12.5'
set label 'gain of the weights' at screen 0.47125, screen 0.09126 center textcolor rgb '#4A4A4A' font ',12.5'
set label 'explodes' at first 0.1, first 1.4 left front textcolor rgb '#4A4A4A' font ',12.5'
set label 'vanishes' at first 0.1, first 0.7 left front textcolor rgb '#4A4A4A' font ',12.5'
set label 'gain 1' at first 0.9259259259259258, first 1.4 right front textcolor rgb '#A46086' font ',12.5'
set label 'gain √2' at first 1.499066376115481, first 0.72 left front textcolor rgb '#0072B2' font ',12.5'
set label 'gain 10.1' at first 10.758219532617368, first 0.72 left front textcolor rgb '#BF5400' font ',12.5'
set arrow from graph 0, first 1 to graph 1, first 1 nohead back linewidth 1 linecolor rgb '#000000' dashtype solid
plot \
  'factors.dat' using 1:2 with lines linewidth 2 linecolor rgb '#0072B2' dashtype (9, 6), \
  'factors.dat' using 3:4 with points pointtype 7 pointsize 0.65 linecolor rgb '#0072B2', \
  'factors.dat' using 1:5 with lines linewidth 2 linecolor rgb '#CC79A7' dashtype (9, 6), \
  'factors.dat' using 3:6 with points pointtype 7 pointsize 0.65 linecolor rgb '#CC79A7', \
  'factors.dat' using 1:7 with lines linewidth 2 linecolor rgb '#D55E00' dashtype (9, 6), \
  'factors.dat' using 3:8 with points pointtype 7 pointsize 0.65 linecolor rgb '#D55E00', \
  'factors.dat' using 9:9 with points pointtype 13 pointsize 1.17 linecolor rgb '#CC79A7', \
  'factors.dat' using 10:9 with points pointtype 13 pointsize 1.17 linecolor rgb '#0072B2', \
  'factors.dat' using 11:9 with points pointtype 13 pointsize 1.17 linecolor rgb '#D55E00', \
  'factors.dat' using 9:12 with points pointtype 6 pointsize 1.56 linecolor rgb '#000000'
unset output
