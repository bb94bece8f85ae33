# A weight moves the threshold, by less than ln w on the tumours
# gnuplot weights.gp draws weights.svg

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

set terminal svg size 800,411 fixed font 'Arial&#44; Helvetica&#44; sans-serif,13' fontscale 1 linewidth 1 dashlength 1 butt enhanced background '#ffffff'
set output 'weights.svg'
family = 'Arial&#44; Helvetica&#44; sans-serif'
set multiplot

# Panel 1: the line's intercept
set lmargin at screen 0.0565; set rmargin at screen 0.4774
set tmargin at screen 0.78589; set bmargin at screen 0.19601
set logscale x
set xrange [0.9029971141207156:33.222697537867774]
set xtics ('1' 1, '3' 3, '10' 10, '30' 30)
unset logscale y
set yrange [0:3.539575791324442]
set ytics ('0.0' 0, '0.5' 0.5, '1.0' 1, '1.5' 1.5, '2.0' 2, '2.5' 2.5, '3.0' 3, '3.5' 3.5)
set xtics offset 0,0.5
set grid noxtics ytics
unset colorbox
set label 'A weight moves the threshold, by less than ln w on the tumours' at screen 0.02, screen 0.93431 left textcolor rgb '#1F1F1F' font family.':Bold,17'
set label 'moved by' at screen 0.02, screen 0.81873 left textcolor rgb '#4A4A4A' font ',12.5'
set label 'the line''s intercept' at screen 0.02, screen 0.86375 left textcolor rgb '#1F1F1F' font family.':Bold,13.5'
set label 'weight w' at screen 0.26695, screen 0.10842 center textcolor rgb '#4A4A4A' font ',12.5'
set arrow from screen 0.0565, screen 0.05368 to screen 0.0865, screen 0.05368 nohead front linewidth 2 linecolor rgb '#CC79A7' dashtype solid
set label 'made data' at screen 0.094, screen 0.05368 left front textcolor rgb '#1F1F1F' font ',12.5'
set arrow from screen 0.20181, screen 0.05368 to screen 0.23181, screen 0.05368 nohead front linewidth 2 linecolor rgb '#0072B2' dashtype solid
set label 'tumours' at screen 0.23931, screen 0.05368 left front textcolor rgb '#1F1F1F' font ',12.5'
set arrow from screen 0.32806, screen 0.05368 to screen 0.35806, screen 0.05368 nohead front linewidth 2 linecolor rgb '#000000' dashtype (9, 6)
set label 'ln w' at screen 0.36556, screen 0.05368 left front textcolor rgb '#1F1F1F' font ',12.5'
set arrow from screen 0.42025, screen 0.05368 to screen 0.45025, screen 0.05368 nohead front linewidth 2 linecolor rgb '#E69F00' dashtype solid
set label 'line, threshold moved' at screen 0.45775, screen 0.05368 left front textcolor rgb '#1F1F1F' font ',12.5'
set arrow from screen 0.65275, screen 0.05368 to screen 0.68275, screen 0.05368 nohead front linewidth 2 linecolor rgb '#0072B2' dashtype solid
set label 'line, weighed' at screen 0.69025, screen 0.05368 left front textcolor rgb '#1F1F1F' font ',12.5'
set arrow from screen 0.81775, screen 0.05368 to screen 0.84775, screen 0.05368 nohead front linewidth 2 linecolor rgb '#009E73' dashtype solid
set label 'trees, weighed' at screen 0.85525, screen 0.05368 left front textcolor rgb '#1F1F1F' font ',12.5'
plot \
  'weights.dat' using 1:2:3 with filledcurves linecolor rgb '#CC79A7' fillstyle transparent solid 0.18 noborder, \
  'weights.dat' using 1:4 with lines linewidth 2 linecolor rgb '#CC79A7' dashtype solid, \
  'weights.dat' using 1:4 with points pointtype 7 pointsize 0.455 linecolor rgb '#CC79A7', \
  'weights.dat' using 1:5:6 with filledcurves linecolor rgb '#0072B2' fillstyle transparent solid 0.18 noborder, \
  'weights.dat' using 1:7 with lines linewidth 2 linecolor rgb '#0072B2' dashtype solid, \
  'weights.dat' using 1:7 with points pointtype 7 pointsize 0.455 linecolor rgb '#0072B2', \
  'weights.dat' using 8:9 with lines linewidth 2 linecolor rgb '#000000' dashtype (9, 6)

# Panel 2: what it buys
unset label
unset arrow
unset object
set lmargin at screen 0.5541; set rmargin at screen 0.975
set tmargin at screen 0.78589; set bmargin at screen 0.19601
unset logscale x
set xrange [92.13515625:99.50546875]
set xtics ('93' 93, '94' 94, '95' 95, '96' 96, '97' 97, '98' 98, '99' 99)
unset logscale y
set yrange [76.18083609682488:99.02082038838334]
set ytics ('80' 80, '85' 85, '90' 90, '95' 95)
set xtics offset 0,0.5
set grid noxtics ytics
unset colorbox
set label 'precision (%)' at screen 0.5224, screen 0.81873 left textcolor rgb '#4A4A4A' font ',12.5'
set label 'what it buys' at screen 0.5224, screen 0.86375 left textcolor rgb '#1F1F1F' font family.':Bold,13.5'
set label 'recall (%)' at screen 0.76455, screen 0.10842 center textcolor rgb '#4A4A4A' font ',12.5'
plot \
  'weights.dat' using 10:11 with lines linewidth 2 linecolor rgb '#E69F00' dashtype solid, \
  'weights.dat' using 10:11 with points pointtype 7 pointsize 0.455 linecolor rgb '#E69F00', \
  'weights.dat' using 12:13 with lines linewidth 2 linecolor rgb '#0072B2' dashtype solid, \
  'weights.dat' using 12:13 with points pointtype 7 pointsize 0.455 linecolor rgb '#0072B2', \
  'weights.dat' using 14:15 with lines linewidth 2 linecolor rgb '#009E73' dashtype solid, \
  'weights.dat' using 14:15 with points pointtype 7 pointsize 0.455 linecolor rgb '#009E73'
unset multiplot
unset output
