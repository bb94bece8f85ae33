# Nine tenths can go, if all compete and the rest trains on
# gnuplot knee.gp draws knee.svg

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
set output 'knee.svg'
family = 'Arial&#44; Helvetica&#44; sans-serif'

set lmargin at screen 0.06811; set rmargin at screen 0.97222
set tmargin at screen 0.86745; set bmargin at screen 0.15685
unset logscale x
set xrange [0:92.7]
set xtics ('0' 0, '10' 10, '20' 20, '30' 30, '40' 40, '50' 50, '60' 60, '70' 70, '80' 80, '90' 90)
unset logscale y
set yrange [0:100]
set ytics ('0' 0, '20' 20, '40' 40, '60' 60, '80' 80, '100' 100)
set xtics offset 0,0.5
set grid noxtics ytics
unset colorbox
set label 'Nine tenths can go, if all compete and the rest trains on' at screen 0.02222, screen 0.94737 left textcolor rgb '#1F1F1F' font family.':Bold,17'
set label 'test digits read (%)' at screen 0.02222, screen 0.89376 left textcolor rgb '#4A4A4A' font ',12.5'
set label 'weights removed (%)' at screen 0.52017, screen 0.08667 center textcolor rgb '#4A4A4A' font ',12.5'
set arrow from screen 0.06811, screen 0.04281 to screen 0.10144, screen 0.04281 nohead front linewidth 2 linecolor rgb '#8C8C8C' dashtype solid
set label 'at random' at screen 0.10978, screen 0.04281 left front textcolor rgb '#1F1F1F' font ',12.5'
set arrow from screen 0.2261, screen 0.04281 to screen 0.25943, screen 0.04281 nohead front linewidth 2 linecolor rgb '#D55E00' dashtype solid
set label 'smallest of each layer' at screen 0.26776, screen 0.04281 left front textcolor rgb '#1F1F1F' font ',12.5'
set arrow from screen 0.48686, screen 0.04281 to screen 0.52019, screen 0.04281 nohead front linewidth 2 linecolor rgb '#0072B2' dashtype solid
set label 'smallest of all' at screen 0.52853, screen 0.04281 left front textcolor rgb '#1F1F1F' font ',12.5'
set label '' at screen 0.69276, screen 0.04281 front point pointtype 7 pointsize 1.3 linecolor rgb '#0072B2'
set label 'after 1 epoch' at screen 0.71776, screen 0.04281 left front textcolor rgb '#1F1F1F' font ',12.5'
plot \
  'knee.dat' using 1:2:3 with filledcurves linecolor rgb '#8C8C8C' fillstyle transparent solid 0.18 noborder, \
  'knee.dat' using 1:4 with lines linewidth 2 linecolor rgb '#8C8C8C' dashtype solid, \
  'knee.dat' using 1:5:6 with filledcurves linecolor rgb '#D55E00' fillstyle transparent solid 0.18 noborder, \
  'knee.dat' using 1:7 with lines linewidth 2 linecolor rgb '#D55E00' dashtype solid, \
  'knee.dat' using 1:8:9 with filledcurves linecolor rgb '#0072B2' fillstyle transparent solid 0.18 noborder, \
  'knee.dat' using 1:10 with lines linewidth 2 linecolor rgb '#0072B2' dashtype solid, \
  'knee.dat' using 11:12:13:14 with vectors head filled size screen 0.009,22,60 linewidth 1.5 linecolor rgb '#0072B2' dashtype solid, \
  'knee.dat' using 11:15 with points pointtype 7 pointsize 1.3 linecolor rgb '#0072B2', \
  'knee.dat' using 11:16:13:17 with vectors head filled size screen 0.009,22,60 linewidth 1.5 linecolor rgb '#D55E00' dashtype solid, \
  'knee.dat' using 11:18 with points pointtype 7 pointsize 1.3 linecolor rgb '#D55E00', \
  'knee.dat' using 11:19:13:20 with vectors head filled size screen 0.009,22,60 linewidth 1.5 linecolor rgb '#8C8C8C' dashtype solid, \
  'knee.dat' using 11:21 with points pointtype 7 pointsize 1.3 linecolor rgb '#8C8C8C'
unset output
