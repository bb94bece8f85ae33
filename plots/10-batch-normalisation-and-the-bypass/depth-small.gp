# The thumbnail of depth
# gnuplot depth-small.gp draws depth-small.svg

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

set terminal svg size 340,222 fixed font 'Arial&#44; Helvetica&#44; sans-serif,13' fontscale 1 linewidth 1 dashlength 1 butt enhanced background '#ffffff'
set output 'depth-small.svg'
family = 'Arial&#44; Helvetica&#44; sans-serif'

set lmargin at screen 0.14424; set rmargin at screen 0.66029
set tmargin at screen 0.7027; set bmargin at screen 0.2601
set logscale x
set xrange [9.592641193252645:41.69863043364486]
set xtics ('10' 10, '20' 20, '40' 40)
unset logscale y
set yrange [0:100]
set ytics ('0' 0, '20' 20, '40' 40, '60' 60, '80' 80, '100' 100)
set xtics offset 0,0.5
set grid noxtics ytics
unset colorbox
set label 'test accuracy (%)' at screen 0.04706, screen 0.76351 left textcolor rgb '#4A4A4A' font ',12.5'
set label 'after 88 steps' at screen 0.04706, screen 0.84685 left textcolor rgb '#1F1F1F' font family.':Bold,13.5'
set label 'plain' at screen 0.71324, screen 0.33668 left textcolor rgb '#0072B2' font ',12.5'
set label 'normalised' at screen 0.71324, screen 0.41325 left textcolor rgb '#BF5400' font ',12.5'
set label 'bypass' at screen 0.71324, screen 0.2601 left textcolor rgb '#9E6C00' font ',12.5'
set label 'both' at screen 0.71324, screen 0.62613 left textcolor rgb '#008661' font ',12.5'
set label 'scaled bypass' at screen 0.71324, screen 0.7027 left textcolor rgb '#A46086' font ',12.5'
set label 'hidden layers' at screen 0.40226, screen 0.09794 center textcolor rgb '#4A4A4A' font ',12.5'
set arrow from screen 0.65451, screen 0.32731 to screen 0.70735, screen 0.33668 nohead linewidth 0.8 linecolor rgb '#660072B2'
set arrow from screen 0.65451, screen 0.34821 to screen 0.70735, screen 0.41325 nohead linewidth 0.8 linecolor rgb '#66BF5400'
set arrow from screen 0.65451, screen 0.32137 to screen 0.70735, screen 0.2601 nohead linewidth 0.8 linecolor rgb '#669E6C00'
set arrow from screen 0.65451, screen 0.65557 to screen 0.70735, screen 0.62613 nohead linewidth 0.8 linecolor rgb '#66008661'
set arrow from screen 0.65451, screen 0.68897 to screen 0.70735, screen 0.7027 nohead linewidth 0.8 linecolor rgb '#66A46086'
plot \
  'depth.dat' using 1:2:3 with filledcurves linecolor rgb '#0072B2' fillstyle transparent solid 0.18 noborder, \
  'depth.dat' using 1:4 with lines linewidth 2 linecolor rgb '#0072B2' dashtype solid, \
  'depth.dat' using 1:4 with points pointtype 7 pointsize 0.455 linecolor rgb '#0072B2', \
  'depth.dat' using 1:5:6 with filledcurves linecolor rgb '#D55E00' fillstyle transparent solid 0.18 noborder, \
  'depth.dat' using 1:7 with lines linewidth 2 linecolor rgb '#D55E00' dashtype solid, \
  'depth.dat' using 1:7 with points pointtype 7 pointsize 0.455 linecolor rgb '#D55E00', \
  'depth.dat' using 1:8:9 with filledcurves linecolor rgb '#E69F00' fillstyle transparent solid 0.18 noborder, \
  'depth.dat' using 1:10 with lines linewidth 2 linecolor rgb '#E69F00' dashtype solid, \
  'depth.dat' using 1:10 with points pointtype 7 pointsize 0.455 linecolor rgb '#E69F00', \
  'depth.dat' using 1:11:12 with filledcurves linecolor rgb '#009E73' fillstyle transparent solid 0.18 noborder, \
  'depth.dat' using 1:13 with lines linewidth 2 linecolor rgb '#009E73' dashtype solid, \
  'depth.dat' using 1:13 with points pointtype 7 pointsize 0.455 linecolor rgb '#009E73', \
  'depth.dat' using 1:14:15 with filledcurves linecolor rgb '#CC79A7' fillstyle transparent solid 0.18 noborder, \
  'depth.dat' using 1:16 with lines linewidth 2 linecolor rgb '#CC79A7' dashtype solid, \
  'depth.dat' using 1:16 with points pointtype 7 pointsize 0.455 linecolor rgb '#CC79A7'
unset output
