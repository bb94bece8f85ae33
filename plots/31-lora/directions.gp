# A near task needs fewer directions than a far one
# gnuplot directions.gp draws directions.svg

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

set terminal svg size 800,356 fixed font 'Arial&#44; Helvetica&#44; sans-serif,13' fontscale 1 linewidth 1 dashlength 1 butt enhanced background '#ffffff'
set output 'directions.svg'
family = 'Arial&#44; Helvetica&#44; sans-serif'
set multiplot

# Panel 1: digits
set lmargin at screen 0.0613; set rmargin at screen 0.4276
set tmargin at screen 0.75281; set bmargin at screen 0.16014
set logscale x
set xrange [0.9012504626108302:35.50622310617104]
set xtics ('1' 1, '2' 2, '4' 4, '8' 8, '16' 16, '32' 32)
unset logscale y
set yrange [0:100]
set ytics ('0' 0, '20' 20, '40' 40, '60' 60, '80' 80, '100' 100)
set xtics offset 0,0.5
set grid noxtics ytics
unset colorbox
set label 'A near task needs fewer directions than a far one' at screen 0.02, screen 0.92416 left textcolor rgb '#1F1F1F' font family.':Bold,17'
set label 'test digits read (%)' at screen 0.02, screen 0.79073 left textcolor rgb '#4A4A4A' font ',12.5'
set label 'digits' at screen 0.02, screen 0.8427 left textcolor rgb '#1F1F1F' font family.':Bold,13.5'
set label 'rank r' at screen 0.24445, screen 0.05902 center textcolor rgb '#4A4A4A' font ',12.5'
set object rectangle from screen 0.16291, screen 0.30621 to screen 0.4176, screen 0.18262 front fillcolor rgb '#ffffff' fillstyle transparent solid 0.8 noborder
set arrow from screen 0.17166, screen 0.26829 to screen 0.20166, screen 0.26829 nohead front linewidth 2 linecolor rgb '#CC79A7' dashtype solid
set label '2 answers change places' at screen 0.20916, screen 0.26829 left front textcolor rgb '#1F1F1F' font ',12.5'
set arrow from screen 0.17166, screen 0.22054 to screen 0.20166, screen 0.22054 nohead front linewidth 2 linecolor rgb '#E69F00' dashtype solid
set label 'pixels shuffled' at screen 0.20916, screen 0.22054 left front textcolor rgb '#1F1F1F' font ',12.5'
plot \
  'directions.dat' using 1:2 with lines linewidth 1.5 linecolor rgb '#CC79A7' dashtype (9, 6), \
  'directions.dat' using 3:4:5 with filledcurves linecolor rgb '#CC79A7' fillstyle transparent solid 0.18 noborder, \
  'directions.dat' using 3:6 with lines linewidth 2 linecolor rgb '#CC79A7' dashtype solid, \
  'directions.dat' using 3:6 with points pointtype 7 pointsize 0.455 linecolor rgb '#CC79A7', \
  'directions.dat' using 1:7 with lines linewidth 1.5 linecolor rgb '#E69F00' dashtype (9, 6), \
  'directions.dat' using 3:8:9 with filledcurves linecolor rgb '#E69F00' fillstyle transparent solid 0.18 noborder, \
  'directions.dat' using 3:10 with lines linewidth 2 linecolor rgb '#E69F00' dashtype solid, \
  'directions.dat' using 3:10 with points pointtype 7 pointsize 0.455 linecolor rgb '#E69F00'

# Panel 2: from English to Spanish
unset label
unset arrow
unset object
set lmargin at screen 0.5187; set rmargin at screen 0.885
set tmargin at screen 0.75281; set bmargin at screen 0.16014
set logscale x
set xrange [0.9012504626108302:35.50622310617104]
set xtics ('1' 1, '2' 2, '4' 4, '8' 8, '16' 16, '32' 32)
unset logscale y
set yrange [3.0462353093141785:3.3437460689169307]
set ytics ('3.05' 3.05, '3.10' 3.1, '3.15' 3.15, '3.20' 3.2, '3.25' 3.25, '3.30' 3.3)
set xtics offset 0,0.5
set grid noxtics ytics
unset colorbox
set label 'Spanish (bits per character)' at screen 0.4726, screen 0.79073 left textcolor rgb '#4A4A4A' font ',12.5'
set label 'from English to Spanish' at screen 0.4726, screen 0.8427 left textcolor rgb '#1F1F1F' font family.':Bold,13.5'
set label 'tuned freely' at screen 0.89375, screen 0.18209 left textcolor rgb '#717171' font ',12.5'
set label 'rank r' at screen 0.70185, screen 0.05902 center textcolor rgb '#4A4A4A' font ',12.5'
set arrow from graph 0, first 3.057254226336503 to graph 1, first 3.057254226336503 nohead back linewidth 1 linecolor rgb '#8C8C8C' dashtype solid
set object rectangle from screen 0.64781, screen 0.73034 to screen 0.875, screen 0.60674 front fillcolor rgb '#ffffff' fillstyle transparent solid 0.8 noborder
set arrow from screen 0.65656, screen 0.69242 to screen 0.68656, screen 0.69242 nohead front linewidth 1.5 linecolor rgb '#009E73' dashtype (9, 6)
set label 'tuned freely, then cut' at screen 0.69406, screen 0.69242 left front textcolor rgb '#1F1F1F' font ',12.5'
set arrow from screen 0.65656, screen 0.64466 to screen 0.68656, screen 0.64466 nohead front linewidth 2 linecolor rgb '#009E73' dashtype solid
set label 'learnt with rank r' at screen 0.69406, screen 0.64466 left front textcolor rgb '#1F1F1F' font ',12.5'
plot \
  'directions.dat' using 1:11 with lines linewidth 1.5 linecolor rgb '#009E73' dashtype (9, 6), \
  'directions.dat' using 3:12:13 with filledcurves linecolor rgb '#009E73' fillstyle transparent solid 0.18 noborder, \
  'directions.dat' using 3:14 with lines linewidth 2 linecolor rgb '#009E73' dashtype solid, \
  'directions.dat' using 3:14 with points pointtype 7 pointsize 0.455 linecolor rgb '#009E73'
unset multiplot
unset output
