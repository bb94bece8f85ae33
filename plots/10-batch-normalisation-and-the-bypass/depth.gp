# 40 layers learn when each starts as a small addition
# gnuplot depth.gp draws depth.svg

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

set terminal svg size 800,415 fixed font 'Arial&#44; Helvetica&#44; sans-serif,13' fontscale 1 linewidth 1 dashlength 1 butt enhanced background '#ffffff'
set output 'depth.svg'
family = 'Arial&#44; Helvetica&#44; sans-serif'
set multiplot

# Panel 1: after 88 steps
set lmargin at screen 0.0613; set rmargin at screen 0.4894
set tmargin at screen 0.78795; set bmargin at screen 0.19377
set logscale x
set xrange [9.592641193252645:41.69863043364486]
set xtics ('10' 10, '20' 20, '40' 40)
unset logscale y
set yrange [0:100]
set ytics ('0' 0, '20' 20, '40' 40, '60' 60, '80' 80, '100' 100)
set xtics offset 0,0.5
set grid noxtics ytics
unset colorbox
set label '40 layers learn when each starts as a small addition' at screen 0.02, screen 0.93494 left textcolor rgb '#1F1F1F' font family.':Bold,17'
set label 'test accuracy (%)' at screen 0.02, screen 0.82048 left textcolor rgb '#4A4A4A' font ',12.5'
set label 'after 88 steps' at screen 0.02, screen 0.86506 left textcolor rgb '#1F1F1F' font family.':Bold,13.5'
set label 'hidden layers' at screen 0.27535, screen 0.10702 center textcolor rgb '#4A4A4A' font ',12.5'
set arrow from screen 0.0613, screen 0.05281 to screen 0.0913, screen 0.05281 nohead front linewidth 2 linecolor rgb '#0072B2' dashtype solid
set label 'plain' at screen 0.0988, screen 0.05281 left front textcolor rgb '#1F1F1F' font ',12.5'
set arrow from screen 0.15974, screen 0.05281 to screen 0.18974, screen 0.05281 nohead front linewidth 2 linecolor rgb '#D55E00' dashtype solid
set label 'normalised' at screen 0.19724, screen 0.05281 left front textcolor rgb '#1F1F1F' font ',12.5'
set arrow from screen 0.30786, screen 0.05281 to screen 0.33786, screen 0.05281 nohead front linewidth 2 linecolor rgb '#E69F00' dashtype solid
set label 'bypass' at screen 0.34536, screen 0.05281 left front textcolor rgb '#1F1F1F' font ',12.5'
set arrow from screen 0.4238, screen 0.05281 to screen 0.4538, screen 0.05281 nohead front linewidth 2 linecolor rgb '#009E73' dashtype solid
set label 'both' at screen 0.4613, screen 0.05281 left front textcolor rgb '#1F1F1F' font ',12.5'
set arrow from screen 0.51974, screen 0.05281 to screen 0.54974, screen 0.05281 nohead front linewidth 2 linecolor rgb '#CC79A7' dashtype solid
set label 'scaled bypass' at screen 0.55724, screen 0.05281 left front textcolor rgb '#1F1F1F' font ',12.5'
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

# Panel 2: 40 layers
unset label
unset arrow
unset object
set lmargin at screen 0.5469; set rmargin at screen 0.975
set tmargin at screen 0.78795; set bmargin at screen 0.19377
set logscale x
set xrange [1:880]
set xtics ('1' 1, '10' 10, '88' 88, '880' 880)
unset logscale y
set yrange [0:100]
set ytics ('' 0, '' 20, '' 40, '' 60, '' 80, '' 100)
set xtics offset 0,0.5
set grid noxtics ytics
unset colorbox
set label '40 layers' at screen 0.5344, screen 0.86506 left textcolor rgb '#1F1F1F' font family.':Bold,13.5'
set label 'step' at screen 0.76095, screen 0.10702 center textcolor rgb '#4A4A4A' font ',12.5'
set arrow from first 88, graph 0 to first 88, graph 1 nohead back linewidth 1.5 linecolor rgb '#8C8C8C' dashtype (9, 6)
plot \
  'depth.dat' using 17:18:19 with filledcurves linecolor rgb '#0072B2' fillstyle transparent solid 0.18 noborder, \
  'depth.dat' using 17:20 with lines linewidth 2 linecolor rgb '#0072B2' dashtype solid, \
  'depth.dat' using 17:21:22 with filledcurves linecolor rgb '#D55E00' fillstyle transparent solid 0.18 noborder, \
  'depth.dat' using 17:23 with lines linewidth 2 linecolor rgb '#D55E00' dashtype solid, \
  'depth.dat' using 17:24:25 with filledcurves linecolor rgb '#E69F00' fillstyle transparent solid 0.18 noborder, \
  'depth.dat' using 17:26 with lines linewidth 2 linecolor rgb '#E69F00' dashtype solid, \
  'depth.dat' using 27:28:29 with filledcurves linecolor rgb '#009E73' fillstyle transparent solid 0.18 noborder, \
  'depth.dat' using 27:30 with lines linewidth 2 linecolor rgb '#009E73' dashtype solid, \
  'depth.dat' using 27:31:32 with filledcurves linecolor rgb '#CC79A7' fillstyle transparent solid 0.18 noborder, \
  'depth.dat' using 27:33 with lines linewidth 2 linecolor rgb '#CC79A7' dashtype solid
unset multiplot
unset output
