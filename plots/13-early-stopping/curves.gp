# With wrong labels the accuracy turns too; with right labels only the loss does
# gnuplot curves.gp draws curves.svg

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

set terminal svg size 800,612 fixed font 'Arial&#44; Helvetica&#44; sans-serif,13' fontscale 1 linewidth 1 dashlength 1 butt enhanced background '#ffffff'
set output 'curves.svg'
family = 'Arial&#44; Helvetica&#44; sans-serif'
set multiplot

# Panel 1: all labels right
set lmargin at screen 0.0613; set rmargin at screen 0.39656
set tmargin at screen 0.85621; set bmargin at screen 0.54067
set logscale x
set xrange [0.8530394184621627:234.45575394458888]
set xtics ('1' 1, '10' 10, '100' 100)
unset logscale y
set yrange [0:2]
set ytics ('0.0' 0, '0.5' 0.5, '1.0' 1, '1.5' 1.5, '2.0' 2)
set xtics offset 0,0.5
set grid noxtics ytics
unset colorbox
set label 'With wrong labels the accuracy turns too; with right labels only the loss does' at screen 0.02, screen 0.95588 left textcolor rgb '#1F1F1F' font family.':Bold,17'
set label 'loss / lowest validation loss' at screen 0.02, screen 0.87827 left textcolor rgb '#4A4A4A' font ',12.5'
set label 'all labels right' at screen 0.02, screen 0.9085 left textcolor rgb '#1F1F1F' font family.':Bold,13.5'
set label 'training' at screen 0.40531, screen 0.54135 left textcolor rgb '#9E6C00' font ',12.5'
set label 'validation' at screen 0.40531, screen 0.72061 left textcolor rgb '#0072B2' font ',12.5'
plot \
  'curves.dat' using 1:2 with lines linewidth 2 linecolor rgb '#E69F00' dashtype solid, \
  'curves.dat' using 1:3:4 with filledcurves linecolor rgb '#0072B2' fillstyle transparent solid 0.18 noborder, \
  'curves.dat' using 1:5 with lines linewidth 2 linecolor rgb '#0072B2' dashtype solid, \
  'curves.dat' using 6:7 with points pointtype 13 pointsize 1.43 linecolor rgb '#D55E00'

# Panel 2: 30 % wrong
unset label
unset arrow
unset object
set lmargin at screen 0.56818; set rmargin at screen 0.90344
set tmargin at screen 0.85621; set bmargin at screen 0.54067
set logscale x
set xrange [0.8530394184621627:234.45575394458888]
set xtics ('1' 1, '10' 10, '100' 100)
unset logscale y
set yrange [0:3.515938739363894]
set ytics ('0.0' 0, '0.5' 0.5, '1.0' 1, '1.5' 1.5, '2.0' 2, '2.5' 2.5, '3.0' 3, '3.5' 3.5)
set xtics offset 0,0.5
set grid noxtics ytics
unset colorbox
set label 'loss / lowest validation loss' at screen 0.52688, screen 0.87827 left textcolor rgb '#4A4A4A' font ',12.5'
set label '30 % wrong' at screen 0.52688, screen 0.9085 left textcolor rgb '#1F1F1F' font family.':Bold,13.5'
set label 'training' at screen 0.91219, screen 0.54138 left textcolor rgb '#9E6C00' font ',12.5'
set label 'validation' at screen 0.91219, screen 0.76621 left textcolor rgb '#0072B2' font ',12.5'
plot \
  'curves.dat' using 1:8 with lines linewidth 2 linecolor rgb '#E69F00' dashtype solid, \
  'curves.dat' using 1:9:10 with filledcurves linecolor rgb '#0072B2' fillstyle transparent solid 0.18 noborder, \
  'curves.dat' using 1:11 with lines linewidth 2 linecolor rgb '#0072B2' dashtype solid, \
  'curves.dat' using 12:13 with points pointtype 13 pointsize 1.43 linecolor rgb '#D55E00'

# Panel 3: all labels right
unset label
unset arrow
unset object
set lmargin at screen 0.0613; set rmargin at screen 0.39656
set tmargin at screen 0.40995; set bmargin at screen 0.09441
set logscale x
set xrange [0.8530394184621627:234.45575394458888]
set xtics ('1' 1, '10' 10, '100' 100)
unset logscale y
set yrange [0:100]
set ytics ('0' 0, '20' 20, '40' 40, '60' 60, '80' 80, '100' 100)
set xtics offset 0,0.5
set grid noxtics ytics
unset colorbox
set label 'digits read (%)' at screen 0.02, screen 0.43201 left textcolor rgb '#4A4A4A' font ',12.5'
set label 'all labels right' at screen 0.02, screen 0.46224 left textcolor rgb '#1F1F1F' font family.':Bold,13.5'
set label 'training' at screen 0.41906, screen 0.40995 left textcolor rgb '#9E6C00' font ',12.5'
set label 'validation' at screen 0.41906, screen 0.38217 left textcolor rgb '#0072B2' font ',12.5'
set label 'epoch' at screen 0.22893, screen 0.03558 center textcolor rgb '#4A4A4A' font ',12.5'
set arrow from screen 0.39082, screen 0.40995 to screen 0.41656, screen 0.40995 nohead linewidth 0.8 linecolor rgb '#669E6C00'
set arrow from screen 0.39082, screen 0.38881 to screen 0.41656, screen 0.38217 nohead linewidth 0.8 linecolor rgb '#660072B2'
plot \
  'curves.dat' using 1:14 with lines linewidth 2 linecolor rgb '#E69F00' dashtype solid, \
  'curves.dat' using 1:15:16 with filledcurves linecolor rgb '#0072B2' fillstyle transparent solid 0.18 noborder, \
  'curves.dat' using 1:17 with lines linewidth 2 linecolor rgb '#0072B2' dashtype solid, \
  'curves.dat' using 6:18 with points pointtype 13 pointsize 1.43 linecolor rgb '#D55E00'

# Panel 4: 30 % wrong
unset label
unset arrow
unset object
set lmargin at screen 0.56818; set rmargin at screen 0.90344
set tmargin at screen 0.40995; set bmargin at screen 0.09441
set logscale x
set xrange [0.8530394184621627:234.45575394458888]
set xtics ('1' 1, '10' 10, '100' 100)
unset logscale y
set yrange [0:100]
set ytics ('0' 0, '20' 20, '40' 40, '60' 60, '80' 80, '100' 100)
set xtics offset 0,0.5
set grid noxtics ytics
unset colorbox
set label 'digits read (%)' at screen 0.52688, screen 0.43201 left textcolor rgb '#4A4A4A' font ',12.5'
set label '30 % wrong' at screen 0.52688, screen 0.46224 left textcolor rgb '#1F1F1F' font family.':Bold,13.5'
set label 'training' at screen 0.91219, screen 0.40995 left textcolor rgb '#9E6C00' font ',12.5'
set label 'validation' at screen 0.91219, screen 0.2973 left textcolor rgb '#0072B2' font ',12.5'
set label 'epoch' at screen 0.73581, screen 0.03558 center textcolor rgb '#4A4A4A' font ',12.5'
plot \
  'curves.dat' using 1:19 with lines linewidth 2 linecolor rgb '#E69F00' dashtype solid, \
  'curves.dat' using 1:20:21 with filledcurves linecolor rgb '#0072B2' fillstyle transparent solid 0.18 noborder, \
  'curves.dat' using 1:22 with lines linewidth 2 linecolor rgb '#0072B2' dashtype solid, \
  'curves.dat' using 12:23 with points pointtype 13 pointsize 1.43 linecolor rgb '#D55E00'
unset multiplot
unset output
