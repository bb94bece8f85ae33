# The thumbnail of time
# gnuplot time-small.gp draws time-small.svg

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

set terminal svg size 340,250 fixed font 'Arial&#44; Helvetica&#44; sans-serif,13' fontscale 1 linewidth 1 dashlength 1 butt enhanced background '#ffffff'
set output 'time-small.svg'
family = 'Arial&#44; Helvetica&#44; sans-serif'

set lmargin at screen 0.14424; set rmargin at screen 0.81103
set tmargin at screen 0.736; set bmargin at screen 0.22817
set logscale x
set xrange [5:1760]
set xtics ('5' 5, '20' 20, '176' 176, '1,760' 1760)
unset logscale y
set yrange [0:100]
set ytics ('0' 0, '20' 20, '40' 40, '60' 60, '80' 80, '100' 100)
set xtics offset 0,0.5
set grid noxtics ytics
unset colorbox
set label 'test digits read (%)' at screen 0.04706, screen 0.79 left textcolor rgb '#4A4A4A' font ',12.5'
set label 'gradient descent' at screen 0.04706, screen 0.864 left textcolor rgb '#1F1F1F' font family.':Bold,13.5'
set label '2/n' at screen 0.86397, screen 0.668 left textcolor rgb '#008661' font ',12.5'
set label '1/n' at screen 0.86397, screen 0.736 left textcolor rgb '#0072B2' font ',12.5'
set label '1/(3n)' at screen 0.86397, screen 0.27613 left textcolor rgb '#A46086' font ',12.5'
set label '1' at screen 0.86397, screen 0.51707 left textcolor rgb '#BF5400' font ',12.5'
set label 'steps' at screen 0.47763, screen 0.08417 center textcolor rgb '#4A4A4A' font ',12.5'
set arrow from screen 0.81985, screen 0.72359 to screen 0.85809, screen 0.668 nohead linewidth 0.8 linecolor rgb '#66008661'
set arrow from screen 0.81985, screen 0.72415 to screen 0.85809, screen 0.736 nohead linewidth 0.8 linecolor rgb '#660072B2'
set arrow from screen 0.81985, screen 0.27613 to screen 0.85809, screen 0.27613 nohead linewidth 0.8 linecolor rgb '#66A46086'
set arrow from screen 0.81985, screen 0.51707 to screen 0.85809, screen 0.51707 nohead linewidth 0.8 linecolor rgb '#66BF5400'
plot \
  'time.dat' using 1:2:3 with filledcurves linecolor rgb '#009E73' fillstyle transparent solid 0.18 noborder, \
  'time.dat' using 1:4 with lines linewidth 2 linecolor rgb '#009E73' dashtype solid, \
  'time.dat' using 1:5:6 with filledcurves linecolor rgb '#0072B2' fillstyle transparent solid 0.18 noborder, \
  'time.dat' using 1:7 with lines linewidth 2 linecolor rgb '#0072B2' dashtype solid, \
  'time.dat' using 1:8:9 with filledcurves linecolor rgb '#CC79A7' fillstyle transparent solid 0.18 noborder, \
  'time.dat' using 1:10 with lines linewidth 2 linecolor rgb '#CC79A7' dashtype solid, \
  'time.dat' using 1:11:12 with filledcurves linecolor rgb '#D55E00' fillstyle transparent solid 0.18 noborder, \
  'time.dat' using 1:13 with lines linewidth 2 linecolor rgb '#D55E00' dashtype solid
unset output
