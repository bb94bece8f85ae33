# Uncorrected, Adam starts with steps several times too long
# gnuplot adam.gp draws adam.svg

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

set terminal svg size 800,340 fixed font 'Arial&#44; Helvetica&#44; sans-serif,13' fontscale 1 linewidth 1 dashlength 1 butt enhanced background '#ffffff'
set output 'adam.svg'
family = 'Arial&#44; Helvetica&#44; sans-serif'
set multiplot

# Panel 1
set lmargin at screen 0.0421; set rmargin at screen 0.41486
set tmargin at screen 0.8; set bmargin at screen 0.16851
set logscale x
set xrange [1:10000]
set xtics ('1' 1, '10' 10, '100' 100, '1000' 1000, '10,000' 10000)
unset logscale y
set yrange [0:6.791261062568009]
set ytics ('0' 0, '1' 1, '2' 2, '3' 3, '4' 4, '5' 5, '6' 6)
set xtics offset 0,0.5
set grid noxtics ytics
unset colorbox
set label 'Uncorrected, Adam starts with steps several times too long' at screen 0.02, screen 0.92059 left textcolor rgb '#1F1F1F' font family.':Bold,17'
set label 'step without / with correction' at screen 0.02, screen 0.83971 left textcolor rgb '#4A4A4A' font ',12.5'
set label 'step' at screen 0.22848, screen 0.06262 center textcolor rgb '#4A4A4A' font ',12.5'
set arrow from graph 0, first 1 to graph 1, first 1 nohead back linewidth 1 linecolor rgb '#8C8C8C' dashtype solid
plot \
  'adam.dat' using 1:2 with lines linewidth 2 linecolor rgb '#D55E00' dashtype (9, 6)

# Panel 2
unset label
unset arrow
unset object
set lmargin at screen 0.51256; set rmargin at screen 0.88531
set tmargin at screen 0.8; set bmargin at screen 0.16851
set logscale x
set xrange [0.0002520199333420377:0.11903820305866222]
set xtics ('0.001' 0.001, '0.01' 0.01, '0.1' 0.1)
unset logscale y
set yrange [0:102.47777777777777]
set ytics ('0' 0, '20' 20, '40' 40, '60' 60, '80' 80, '100' 100)
set xtics offset 0,0.5
set grid noxtics ytics
unset colorbox
set label 'test accuracy (%)' at screen 0.47126, screen 0.83971 left textcolor rgb '#4A4A4A' font ',12.5'
set label 'corrected' at screen 0.89406, screen 0.75071 left textcolor rgb '#008661' font ',12.5'
set label 'uncorrected' at screen 0.89406, screen 0.29197 left textcolor rgb '#BF5400' font ',12.5'
set label 'learning rate' at screen 0.69893, screen 0.06262 center textcolor rgb '#4A4A4A' font ',12.5'
plot \
  'adam.dat' using 3:4:5 with filledcurves linecolor rgb '#009E73' fillstyle transparent solid 0.18 noborder, \
  'adam.dat' using 3:6 with lines linewidth 2 linecolor rgb '#009E73' dashtype solid, \
  'adam.dat' using 3:6 with points pointtype 7 pointsize 0.455 linecolor rgb '#009E73', \
  'adam.dat' using 3:7:8 with filledcurves linecolor rgb '#D55E00' fillstyle transparent solid 0.18 noborder, \
  'adam.dat' using 3:9 with lines linewidth 2 linecolor rgb '#D55E00' dashtype solid, \
  'adam.dat' using 3:9 with points pointtype 7 pointsize 0.455 linecolor rgb '#D55E00'
unset multiplot
unset output
