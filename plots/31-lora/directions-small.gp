# The thumbnail of directions
# gnuplot directions-small.gp draws directions-small.svg

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

set terminal svg size 340,275 fixed font 'Arial&#44; Helvetica&#44; sans-serif,13' fontscale 1 linewidth 1 dashlength 1 butt enhanced background '#ffffff'
set output 'directions-small.svg'
family = 'Arial&#44; Helvetica&#44; sans-serif'

set lmargin at screen 0.14424; set rmargin at screen 0.94118
set tmargin at screen 0.76; set bmargin at screen 0.20823
set logscale x
set xrange [0.9012504626108302:35.50622310617104]
set xtics ('1' 1, '2' 2, '4' 4, '8' 8, '16' 16, '32' 32)
unset logscale y
set yrange [0:100]
set ytics ('0' 0, '20' 20, '40' 40, '60' 60, '80' 80, '100' 100)
set xtics offset 0,0.5
set grid noxtics ytics
unset colorbox
set label 'test digits read (%)' at screen 0.04706, screen 0.80909 left textcolor rgb '#4A4A4A' font ',12.5'
set label 'digits' at screen 0.04706, screen 0.87636 left textcolor rgb '#1F1F1F' font family.':Bold,13.5'
set label 'rank r' at screen 0.54271, screen 0.07732 center textcolor rgb '#4A4A4A' font ',12.5'
set object rectangle from screen 0.31838, screen 0.39732 to screen 0.91765, screen 0.23732 front fillcolor rgb '#ffffff' fillstyle transparent solid 0.8 noborder
set arrow from screen 0.33897, screen 0.34823 to screen 0.40956, screen 0.34823 nohead front linewidth 2 linecolor rgb '#CC79A7' dashtype solid
set label '2 answers change places' at screen 0.42721, screen 0.34823 left front textcolor rgb '#1F1F1F' font ',12.5'
set arrow from screen 0.33897, screen 0.28641 to screen 0.40956, screen 0.28641 nohead front linewidth 2 linecolor rgb '#E69F00' dashtype solid
set label 'pixels shuffled' at screen 0.42721, screen 0.28641 left front textcolor rgb '#1F1F1F' font ',12.5'
plot \
  'directions.dat' using 1:2 with lines linewidth 1.5 linecolor rgb '#CC79A7' dashtype (9, 6), \
  'directions.dat' using 3:4:5 with filledcurves linecolor rgb '#CC79A7' fillstyle transparent solid 0.18 noborder, \
  'directions.dat' using 3:6 with lines linewidth 2 linecolor rgb '#CC79A7' dashtype solid, \
  'directions.dat' using 3:6 with points pointtype 7 pointsize 0.455 linecolor rgb '#CC79A7', \
  'directions.dat' using 1:7 with lines linewidth 1.5 linecolor rgb '#E69F00' dashtype (9, 6), \
  'directions.dat' using 3:8:9 with filledcurves linecolor rgb '#E69F00' fillstyle transparent solid 0.18 noborder, \
  'directions.dat' using 3:10 with lines linewidth 2 linecolor rgb '#E69F00' dashtype solid, \
  'directions.dat' using 3:10 with points pointtype 7 pointsize 0.455 linecolor rgb '#E69F00'
unset output
