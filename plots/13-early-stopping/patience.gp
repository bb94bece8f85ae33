# With a checkpoint patience costs time; without one, accuracy
# gnuplot patience.gp draws patience.svg

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

set terminal svg size 720,430 fixed font 'Arial&#44; Helvetica&#44; sans-serif,13' fontscale 1 linewidth 1 dashlength 1 butt enhanced background '#ffffff'
set output 'patience.svg'
family = 'Arial&#44; Helvetica&#44; sans-serif'

set lmargin at screen 0.05744; set rmargin at screen 0.81354
set tmargin at screen 0.84186; set bmargin at screen 0.13289
set logscale x
set xrange [0.8530394184621627:234.45575394458888]
set xtics ('1' 1, '2' 2, '3' 3, '5' 5, '10' 10, '20' 20, 'never' 200)
unset logscale y
set yrange [57.013333333333335:86.65333333333334]
set ytics ('60' 60, '65' 65, '70' 70, '75' 75, '80' 80, '85' 85)
set xtics offset 0,0.5
set grid noxtics ytics
unset colorbox
set label 'With a checkpoint patience costs time; without one, accuracy' at screen 0.02222, screen 0.93721 left textcolor rgb '#1F1F1F' font family.':Bold,17'
set label 'test digits read (%)' at screen 0.02222, screen 0.87326 left textcolor rgb '#4A4A4A' font ',12.5'
set label 'best by loss' at screen 0.83854, screen 0.65371 left textcolor rgb '#BF5400' font ',12.5'
set label 'best by accuracy' at screen 0.83854, screen 0.69325 left textcolor rgb '#397BA0' font ',12.5'
set label 'last' at screen 0.83854, screen 0.29562 left textcolor rgb '#000000' font ',12.5'
set label 'patience in epochs' at screen 0.43549, screen 0.04917 center textcolor rgb '#4A4A4A' font ',12.5'
set arrow from screen 0.79631, screen 0.66265 to screen 0.83576, screen 0.65371 nohead linewidth 0.8 linecolor rgb '#66BF5400'
set arrow from screen 0.79631, screen 0.68431 to screen 0.83576, screen 0.69325 nohead linewidth 0.8 linecolor rgb '#66397BA0'
set arrow from screen 0.79631, screen 0.29562 to screen 0.83576, screen 0.29562 nohead linewidth 0.8 linecolor rgb '#66000000'
plot \
  'patience.dat' using 1:2:3 with filledcurves linecolor rgb '#D55E00' fillstyle transparent solid 0.18 noborder, \
  'patience.dat' using 1:4 with lines linewidth 2 linecolor rgb '#D55E00' dashtype solid, \
  'patience.dat' using 1:4 with points pointtype 7 pointsize 0.455 linecolor rgb '#D55E00', \
  'patience.dat' using 1:5 with lines linewidth 2 linecolor rgb '#56B4E9' dashtype solid, \
  'patience.dat' using 1:6:7 with filledcurves linecolor rgb '#000000' fillstyle transparent solid 0.18 noborder, \
  'patience.dat' using 1:8 with lines linewidth 2 linecolor rgb '#000000' dashtype solid, \
  'patience.dat' using 1:8 with points pointtype 7 pointsize 0.455 linecolor rgb '#000000'
unset output
