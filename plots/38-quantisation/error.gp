# The error doubles with each bit less; down to four hardly an answer changes
# gnuplot error.gp draws error.svg

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

set terminal svg size 800,387 fixed font 'Arial&#44; Helvetica&#44; sans-serif,13' fontscale 1 linewidth 1 dashlength 1 butt enhanced background '#ffffff'
set output 'error.svg'
family = 'Arial&#44; Helvetica&#44; sans-serif'
set multiplot

# Panel 1
set lmargin at screen 0.0613; set rmargin at screen 0.475
set tmargin at screen 0.82429; set bmargin at screen 0.20855
unset logscale x
set xrange [1.7:8.2]
set xtics ('2' 2, '3' 3, '4' 4, '5' 5, '6' 6, '7' 7, '8' 8)
set logscale y
set yrange [0.2434773859157242:123.87493155363946]
set ytics ('1' 1, '10' 10, '100' 100)
set xtics offset 0,0.5
set grid noxtics ytics
unset colorbox
set label 'The error doubles with each bit less; down to four hardly an answer changes' at screen 0.02, screen 0.93023 left textcolor rgb '#1F1F1F' font family.':Bold,17'
set label 'error of the logits (%)' at screen 0.02, screen 0.85917 left textcolor rgb '#4A4A4A' font ',12.5'
set label 'bits of a weight' at screen 0.26815, screen 0.11553 center textcolor rgb '#4A4A4A' font ',12.5'
set arrow from screen 0.0613, screen 0.05739 to screen 0.0913, screen 0.05739 nohead front linewidth 2 linecolor rgb '#D55E00' dashtype solid
set label 'measured' at screen 0.0988, screen 0.05739 left front textcolor rgb '#1F1F1F' font ',12.5'
set arrow from screen 0.20068, screen 0.05739 to screen 0.23068, screen 0.05739 nohead front linewidth 2 linecolor rgb '#000000' dashtype (9, 6)
set label 'from 8 bits by 1/Q' at screen 0.23818, screen 0.05739 left front textcolor rgb '#1F1F1F' font ',12.5'
plot \
  'error.dat' using 1:2:3 with filledcurves linecolor rgb '#D55E00' fillstyle transparent solid 0.18 noborder, \
  'error.dat' using 1:4 with lines linewidth 2 linecolor rgb '#D55E00' dashtype solid, \
  'error.dat' using 1:4 with points pointtype 7 pointsize 0.455 linecolor rgb '#D55E00', \
  'error.dat' using 1:5 with lines linewidth 2 linecolor rgb '#000000' dashtype (9, 6)

# Panel 2
unset label
unset arrow
unset object
set lmargin at screen 0.5613; set rmargin at screen 0.975
set tmargin at screen 0.82429; set bmargin at screen 0.20855
unset logscale x
set xrange [1.7:8.2]
set xtics ('2' 2, '3' 3, '4' 4, '5' 5, '6' 6, '7' 7, '8' 8)
unset logscale y
set yrange [0:100]
set ytics ('0' 0, '20' 20, '40' 40, '60' 60, '80' 80, '100' 100)
set xtics offset 0,0.5
set grid noxtics ytics
unset colorbox
set label 'answers that change (%)' at screen 0.52, screen 0.85917 left textcolor rgb '#4A4A4A' font ',12.5'
set label 'bits of a weight' at screen 0.76815, screen 0.11553 center textcolor rgb '#4A4A4A' font ',12.5'
plot \
  'error.dat' using 1:6:7 with filledcurves linecolor rgb '#D55E00' fillstyle transparent solid 0.18 noborder, \
  'error.dat' using 1:8 with lines linewidth 2 linecolor rgb '#D55E00' dashtype solid, \
  'error.dat' using 1:8 with points pointtype 7 pointsize 0.455 linecolor rgb '#D55E00'
unset multiplot
unset output
