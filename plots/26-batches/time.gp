# A sorted file costs plain descent time, and momentum the network
# gnuplot time.gp draws time.svg

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

set terminal svg size 800,415 fixed font 'Arial&#44; Helvetica&#44; sans-serif,13' fontscale 1 linewidth 1 dashlength 1 butt enhanced background '#ffffff'
set output 'time.svg'
family = 'Arial&#44; Helvetica&#44; sans-serif'
set multiplot

# Panel 1: plain gradient descent
set lmargin at screen 0.0613; set rmargin at screen 0.4894
set tmargin at screen 0.78795; set bmargin at screen 0.19377
set logscale x
set xrange [1:80]
set xtics ('1' 1, '2' 2, '4' 4, '8' 8, '20' 20, '40' 40, '80' 80)
unset logscale y
set yrange [0:100]
set ytics ('0' 0, '20' 20, '40' 40, '60' 60, '80' 80, '100' 100)
set xtics offset 0,0.5
set grid noxtics ytics
unset colorbox
set label 'A sorted file costs plain descent time, and momentum the network' at screen 0.02, screen 0.93494 left textcolor rgb '#1F1F1F' font family.':Bold,17'
set label 'test digits read (%)' at screen 0.02, screen 0.82048 left textcolor rgb '#4A4A4A' font ',12.5'
set label 'plain gradient descent' at screen 0.02, screen 0.86506 left textcolor rgb '#1F1F1F' font family.':Bold,13.5'
set label 'epochs' at screen 0.27535, screen 0.10702 center textcolor rgb '#4A4A4A' font ',12.5'
set arrow from first 8, graph 0 to first 8, graph 1 nohead back linewidth 1 linecolor rgb '#8C8C8C' dashtype solid
set arrow from screen 0.0613, screen 0.05281 to screen 0.0913, screen 0.05281 nohead front linewidth 2 linecolor rgb '#009E73' dashtype solid
set label 'shuffled' at screen 0.0988, screen 0.05281 left front textcolor rgb '#1F1F1F' font ',12.5'
set arrow from screen 0.18505, screen 0.05281 to screen 0.21505, screen 0.05281 nohead front linewidth 2 linecolor rgb '#E69F00' dashtype solid
set label 'sorted by class' at screen 0.22255, screen 0.05281 left front textcolor rgb '#1F1F1F' font ',12.5'
set arrow from screen 0.36474, screen 0.05281 to screen 0.39474, screen 0.05281 nohead front linewidth 2 linecolor rgb '#CC79A7' dashtype solid
set label 'sorted, a tenth of the rate' at screen 0.40224, screen 0.05281 left front textcolor rgb '#1F1F1F' font ',12.5'
plot \
  'time.dat' using 1:2:3 with filledcurves linecolor rgb '#009E73' fillstyle transparent solid 0.18 noborder, \
  'time.dat' using 1:4 with lines linewidth 2 linecolor rgb '#009E73' dashtype solid, \
  'time.dat' using 1:5:6 with filledcurves linecolor rgb '#E69F00' fillstyle transparent solid 0.18 noborder, \
  'time.dat' using 1:7 with lines linewidth 2 linecolor rgb '#E69F00' dashtype solid

# Panel 2: momentum 0.9
unset label
unset arrow
unset object
set lmargin at screen 0.5469; set rmargin at screen 0.975
set tmargin at screen 0.78795; set bmargin at screen 0.19377
set logscale x
set xrange [1:80]
set xtics ('1' 1, '2' 2, '4' 4, '8' 8, '20' 20, '40' 40, '80' 80)
unset logscale y
set yrange [0:100]
set ytics ('' 0, '' 20, '' 40, '' 60, '' 80, '' 100)
set xtics offset 0,0.5
set grid noxtics ytics
unset colorbox
set label 'momentum 0.9' at screen 0.5344, screen 0.86506 left textcolor rgb '#1F1F1F' font family.':Bold,13.5'
set label 'epochs' at screen 0.76095, screen 0.10702 center textcolor rgb '#4A4A4A' font ',12.5'
set arrow from first 8, graph 0 to first 8, graph 1 nohead back linewidth 1 linecolor rgb '#8C8C8C' dashtype solid
plot \
  'time.dat' using 1:8:9 with filledcurves linecolor rgb '#009E73' fillstyle transparent solid 0.18 noborder, \
  'time.dat' using 1:10 with lines linewidth 2 linecolor rgb '#009E73' dashtype solid, \
  'time.dat' using 1:11:12 with filledcurves linecolor rgb '#E69F00' fillstyle transparent solid 0.18 noborder, \
  'time.dat' using 1:13 with lines linewidth 2 linecolor rgb '#E69F00' dashtype solid, \
  'time.dat' using 1:14:15 with filledcurves linecolor rgb '#CC79A7' fillstyle transparent solid 0.18 noborder, \
  'time.dat' using 1:16 with lines linewidth 2 linecolor rgb '#CC79A7' dashtype solid
unset multiplot
unset output
