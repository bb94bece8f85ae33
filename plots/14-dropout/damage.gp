# Dropout prepares a network for the loss of what was dropped
# gnuplot damage.gp draws damage.svg

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

set terminal svg size 800,338 fixed font 'Arial&#44; Helvetica&#44; sans-serif,13' fontscale 1 linewidth 1 dashlength 1 butt enhanced background '#ffffff'
set output 'damage.svg'
family = 'Arial&#44; Helvetica&#44; sans-serif'
set multiplot

# Panel 1
set lmargin at screen 0.0613; set rmargin at screen 0.43065
set tmargin at screen 0.79882; set bmargin at screen 0.16939
unset logscale x
set xrange [0:51.5]
set xtics ('0' 0, '10' 10, '20' 20, '30' 30, '40' 40, '50' 50)
unset logscale y
set yrange [0:100]
set ytics ('0' 0, '20' 20, '40' 40, '60' 60, '80' 80, '100' 100)
set xtics offset 0,0.5
set grid noxtics ytics
unset colorbox
set label 'Dropout prepares a network for the loss of what was dropped' at screen 0.02, screen 0.92012 left textcolor rgb '#1F1F1F' font family.':Bold,17'
set label 'test digits read (%)' at screen 0.02, screen 0.83876 left textcolor rgb '#4A4A4A' font ',12.5'
set label 'p = 0' at screen 0.4394, screen 0.44207 left textcolor rgb '#000000' font ',12.5'
set label 'p = 0.3' at screen 0.4394, screen 0.66228 left textcolor rgb '#0072B2' font ',12.5'
set label 'hidden units removed (%)' at screen 0.24598, screen 0.06288 center textcolor rgb '#4A4A4A' font ',12.5'
plot \
  'damage.dat' using 1:2:3 with filledcurves linecolor rgb '#000000' fillstyle transparent solid 0.18 noborder, \
  'damage.dat' using 1:4 with lines linewidth 2 linecolor rgb '#000000' dashtype solid, \
  'damage.dat' using 1:4 with points pointtype 7 pointsize 0.455 linecolor rgb '#000000', \
  'damage.dat' using 1:5:6 with filledcurves linecolor rgb '#0072B2' fillstyle transparent solid 0.18 noborder, \
  'damage.dat' using 1:7 with lines linewidth 2 linecolor rgb '#0072B2' dashtype solid, \
  'damage.dat' using 1:7 with points pointtype 7 pointsize 0.455 linecolor rgb '#0072B2'

# Panel 2
unset label
unset arrow
unset object
set lmargin at screen 0.54003; set rmargin at screen 0.90938
set tmargin at screen 0.79882; set bmargin at screen 0.16939
unset logscale x
set xrange [0:51.5]
set xtics ('0' 0, '10' 10, '20' 20, '30' 30, '40' 40, '50' 50)
unset logscale y
set yrange [0:100]
set ytics ('' 0, '' 20, '' 40, '' 60, '' 80, '' 100)
set xtics offset 0,0.5
set grid noxtics ytics
unset colorbox
set label 'p = 0' at screen 0.93188, screen 0.51271 left textcolor rgb '#000000' font ',12.5'
set label 'p = 0.3' at screen 0.93188, screen 0.56301 left textcolor rgb '#0072B2' font ',12.5'
set label 'pixels removed (%)' at screen 0.7247, screen 0.06288 center textcolor rgb '#4A4A4A' font ',12.5'
set arrow from screen 0.90237, screen 0.53555 to screen 0.92938, screen 0.51271 nohead linewidth 0.8 linecolor rgb '#66000000'
set arrow from screen 0.90237, screen 0.54017 to screen 0.92938, screen 0.56301 nohead linewidth 0.8 linecolor rgb '#660072B2'
plot \
  'damage.dat' using 1:8:9 with filledcurves linecolor rgb '#000000' fillstyle transparent solid 0.18 noborder, \
  'damage.dat' using 1:10 with lines linewidth 2 linecolor rgb '#000000' dashtype solid, \
  'damage.dat' using 1:10 with points pointtype 7 pointsize 0.455 linecolor rgb '#000000', \
  'damage.dat' using 1:11:12 with filledcurves linecolor rgb '#0072B2' fillstyle transparent solid 0.18 noborder, \
  'damage.dat' using 1:13 with lines linewidth 2 linecolor rgb '#0072B2' dashtype solid, \
  'damage.dat' using 1:13 with points pointtype 7 pointsize 0.455 linecolor rgb '#0072B2'
unset multiplot
unset output
