# The thumbnail of valleys
# gnuplot valleys-small.gp draws valleys-small.svg

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

set terminal svg size 520,313 fixed font 'Arial&#44; Helvetica&#44; sans-serif,13' fontscale 1 linewidth 1 dashlength 1 butt enhanced background '#ffffff'
set output 'valleys-small.svg'
family = 'Arial&#44; Helvetica&#44; sans-serif'
set multiplot

# Panel 1: 50 words
set lmargin at screen 0.08692; set rmargin at screen 0.47976
set tmargin at screen 0.78914; set bmargin at screen 0.31924
set logscale x
set xrange [7.692307692307693e-05:0.026000000000000002]
set xtics ('10^{−4}' 0.0001, '10^{−3}' 0.001, '10^{−2}' 0.01)
unset logscale y
set yrange [2.9:4.4]
set ytics ('3.0' 3, '3.5' 3.5, '4.0' 4)
set xtics offset 0,0.25
set grid noxtics ytics
unset colorbox
set label 'bits per character' at screen 0.03077, screen 0.83227 left textcolor rgb '#4A4A4A' font ',12.5'
set label '50 words' at screen 0.03077, screen 0.89137 left textcolor rgb '#1F1F1F' font family.':Bold,13.5'
set label 'learning rate' at screen 0.28334, screen 0.20423 center textcolor rgb '#4A4A4A' font ',12.5'
set arrow from screen 0.08692, screen 0.13234 to screen 0.13308, screen 0.13234 nohead front linewidth 2 linecolor rgb '#8C8C8C' dashtype (2, 4)
set label 'English model as it is' at screen 0.14462, screen 0.13234 left front textcolor rgb '#1F1F1F' font ',12.5'
set arrow from screen 0.43837, screen 0.13234 to screen 0.48452, screen 0.13234 nohead front linewidth 2 linecolor rgb '#E69F00' dashtype solid
set label 'all, from random weights' at screen 0.49606, screen 0.13234 left front textcolor rgb '#1F1F1F' font ',12.5'
set arrow from screen 0.08692, screen 0.07164 to screen 0.13308, screen 0.07164 nohead front linewidth 2 linecolor rgb '#009E73' dashtype solid
set label 'last layer alone' at screen 0.14462, screen 0.07164 left front textcolor rgb '#1F1F1F' font ',12.5'
set arrow from screen 0.36673, screen 0.07164 to screen 0.41288, screen 0.07164 nohead front linewidth 2 linecolor rgb '#0072B2' dashtype solid
set label 'all, from the English model' at screen 0.42442, screen 0.07164 left front textcolor rgb '#1F1F1F' font ',12.5'
plot \
  'valleys.dat' using 1:2 with lines linewidth 2 linecolor rgb '#8C8C8C' dashtype (2, 4), \
  'valleys.dat' using 3:4:5 with filledcurves linecolor rgb '#E69F00' fillstyle transparent solid 0.18 noborder, \
  'valleys.dat' using 3:6 with lines linewidth 2 linecolor rgb '#E69F00' dashtype solid, \
  'valleys.dat' using 1:7 with lines linewidth 2 linecolor rgb '#009E73' dashtype solid, \
  'valleys.dat' using 8:9:10 with filledcurves linecolor rgb '#0072B2' fillstyle transparent solid 0.18 noborder, \
  'valleys.dat' using 8:11 with lines linewidth 2 linecolor rgb '#0072B2' dashtype solid, \
  'valleys.dat' using 12:13 with points pointtype 7 pointsize 1.04 linecolor rgb '#0072B2'

# Panel 2: 1,000 words
unset label
unset arrow
unset object
set lmargin at screen 0.5687; set rmargin at screen 0.96154
set tmargin at screen 0.78914; set bmargin at screen 0.31924
set logscale x
set xrange [7.692307692307693e-05:0.026000000000000002]
set xtics ('10^{−4}' 0.0001, '10^{−3}' 0.001, '10^{−2}' 0.01)
unset logscale y
set yrange [2.9:4.4]
set ytics ('' 3, '' 3.5, '' 4)
set xtics offset 0,0.25
set grid noxtics ytics
unset colorbox
set label '1,000 words' at screen 0.54899, screen 0.89137 left textcolor rgb '#1F1F1F' font family.':Bold,13.5'
set label 'learning rate' at screen 0.76512, screen 0.20423 center textcolor rgb '#4A4A4A' font ',12.5'
plot \
  'valleys.dat' using 1:2 with lines linewidth 2 linecolor rgb '#8C8C8C' dashtype (2, 4), \
  'valleys.dat' using 25:26:27 with filledcurves linecolor rgb '#E69F00' fillstyle transparent solid 0.18 noborder, \
  'valleys.dat' using 25:28 with lines linewidth 2 linecolor rgb '#E69F00' dashtype solid, \
  'valleys.dat' using 1:29 with lines linewidth 2 linecolor rgb '#009E73' dashtype solid, \
  'valleys.dat' using 30:31:32 with filledcurves linecolor rgb '#0072B2' fillstyle transparent solid 0.18 noborder, \
  'valleys.dat' using 30:33 with lines linewidth 2 linecolor rgb '#0072B2' dashtype solid, \
  'valleys.dat' using 34:35 with points pointtype 7 pointsize 1.04 linecolor rgb '#0072B2'
unset multiplot
unset output
