# Whole units cost more, until what is left trains on
# gnuplot sizes.gp draws sizes.svg

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

set terminal svg size 720,532 fixed font 'Arial&#44; Helvetica&#44; sans-serif,13' fontscale 1 linewidth 1 dashlength 1 butt enhanced background '#ffffff'
set output 'sizes.svg'
family = 'Arial&#44; Helvetica&#44; sans-serif'

set lmargin at screen 0.06811; set rmargin at screen 0.97222
set tmargin at screen 0.87218; set bmargin at screen 0.18696
set logscale x
set xrange [3000:70000]
set xtics ('4,000' 4000, '8,000' 8000, '16,000' 16000, '32,000' 32000, '62,000' 62000)
unset logscale y
set yrange [0:100]
set ytics ('0' 0, '20' 20, '40' 40, '60' 60, '80' 80, '100' 100)
set xtics offset 0,0.5
set grid noxtics ytics
unset colorbox
set label 'Whole units cost more, until what is left trains on' at screen 0.02222, screen 0.94925 left textcolor rgb '#1F1F1F' font family.':Bold,17'
set label 'test digits read (%)' at screen 0.02222, screen 0.89756 left textcolor rgb '#4A4A4A' font ',12.5'
set label 'numbers left' at screen 0.52017, screen 0.11929 center textcolor rgb '#4A4A4A' font ',12.5'
set arrow from screen 0.06811, screen 0.077 to screen 0.10144, screen 0.077 nohead front linewidth 2 linecolor rgb '#0072B2' dashtype solid
set label 'single weights, one cut' at screen 0.10978, screen 0.077 left front textcolor rgb '#1F1F1F' font ',12.5'
set arrow from screen 0.3379, screen 0.077 to screen 0.37124, screen 0.077 nohead front linewidth 2 linecolor rgb '#009E73' dashtype solid
set label 'units, one cut' at screen 0.37957, screen 0.077 left front textcolor rgb '#1F1F1F' font ',12.5'
set arrow from screen 0.52506, screen 0.077 to screen 0.55839, screen 0.077 nohead front linewidth 2 linecolor rgb '#E69F00' dashtype solid
set label 'units, 3 epochs later' at screen 0.56672, screen 0.077 left front textcolor rgb '#1F1F1F' font ',12.5'
set arrow from screen 0.06811, screen 0.04128 to screen 0.10144, screen 0.04128 nohead front linewidth 2 linecolor rgb '#CC79A7' dashtype solid
set label 'as small, from scratch' at screen 0.10978, screen 0.04128 left front textcolor rgb '#1F1F1F' font ',12.5'
plot \
  'sizes.dat' using 1:2:3 with filledcurves linecolor rgb '#0072B2' fillstyle transparent solid 0.18 noborder, \
  'sizes.dat' using 1:4 with lines linewidth 2 linecolor rgb '#0072B2' dashtype solid, \
  'sizes.dat' using 1:4 with points pointtype 7 pointsize 0.455 linecolor rgb '#0072B2', \
  'sizes.dat' using 5:6:7 with filledcurves linecolor rgb '#009E73' fillstyle transparent solid 0.18 noborder, \
  'sizes.dat' using 5:8 with lines linewidth 2 linecolor rgb '#009E73' dashtype solid, \
  'sizes.dat' using 5:8 with points pointtype 7 pointsize 0.455 linecolor rgb '#009E73', \
  'sizes.dat' using 9:10:11 with filledcurves linecolor rgb '#E69F00' fillstyle transparent solid 0.18 noborder, \
  'sizes.dat' using 9:12 with lines linewidth 2 linecolor rgb '#E69F00' dashtype solid, \
  'sizes.dat' using 9:12 with points pointtype 7 pointsize 0.455 linecolor rgb '#E69F00', \
  'sizes.dat' using 13:14:15 with filledcurves linecolor rgb '#CC79A7' fillstyle transparent solid 0.18 noborder, \
  'sizes.dat' using 13:16 with lines linewidth 2 linecolor rgb '#CC79A7' dashtype solid, \
  'sizes.dat' using 13:16 with points pointtype 7 pointsize 0.455 linecolor rgb '#CC79A7'
unset output
