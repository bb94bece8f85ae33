# The thumbnail of strange
# gnuplot strange-small.gp draws strange-small.svg

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

set terminal svg size 340,294 fixed font 'Arial&#44; Helvetica&#44; sans-serif,13' fontscale 1 linewidth 1 dashlength 1 butt enhanced background '#ffffff'
set output 'strange-small.svg'
family = 'Arial&#44; Helvetica&#44; sans-serif'

set lmargin at screen 0.14424; set rmargin at screen 0.92565
set tmargin at screen 0.84354; set bmargin at screen 0.33748
set logscale x
set xrange [50:7600]
set xtics ('100' 100, '1,000' 1000, '7,600' 7600)
unset logscale y
set yrange [0:100]
set ytics ('0' 0, '20' 20, '40' 40, '60' 60, '80' 80, '100' 100)
set xtics offset 0,0.5
set grid noxtics ytics
unset colorbox
set label 'test 5s read (%)' at screen 0.04706, screen 0.88946 left textcolor rgb '#4A4A4A' font ',12.5'
set label 'steps' at screen 0.53494, screen 0.21503 center textcolor rgb '#4A4A4A' font ',12.5'
set arrow from screen 0.14424, screen 0.1385 to screen 0.21482, screen 0.1385 nohead front linewidth 2 linecolor rgb '#D55E00' dashtype solid
set label 'labels' at screen 0.23247, screen 0.1385 left front textcolor rgb '#1F1F1F' font ',12.5'
set arrow from screen 0.39497, screen 0.1385 to screen 0.46556, screen 0.1385 nohead front linewidth 2 linecolor rgb '#56B4E9' dashtype solid
set label 'answers, T = 1' at screen 0.48321, screen 0.1385 left front textcolor rgb '#1F1F1F' font ',12.5'
set arrow from screen 0.14424, screen 0.07387 to screen 0.21482, screen 0.07387 nohead front linewidth 2 linecolor rgb '#0072B2' dashtype solid
set label 'answers, T = 8' at screen 0.23247, screen 0.07387 left front textcolor rgb '#1F1F1F' font ',12.5'
plot \
  'strange.dat' using 1:2:2 with filledcurves linecolor rgb '#D55E00' fillstyle transparent solid 0.18 noborder, \
  'strange.dat' using 1:2 with lines linewidth 2 linecolor rgb '#D55E00' dashtype solid, \
  'strange.dat' using 1:3:4 with filledcurves linecolor rgb '#56B4E9' fillstyle transparent solid 0.18 noborder, \
  'strange.dat' using 1:5 with lines linewidth 2 linecolor rgb '#56B4E9' dashtype solid, \
  'strange.dat' using 1:6:7 with filledcurves linecolor rgb '#0072B2' fillstyle transparent solid 0.18 noborder, \
  'strange.dat' using 1:8 with lines linewidth 2 linecolor rgb '#0072B2' dashtype solid
unset output
