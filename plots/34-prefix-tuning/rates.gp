# The projection does what a larger rate does
# gnuplot rates.gp draws rates.svg

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

set terminal svg size 720,451 fixed font 'Arial&#44; Helvetica&#44; sans-serif,13' fontscale 1 linewidth 1 dashlength 1 butt enhanced background '#ffffff'
set output 'rates.svg'
family = 'Arial&#44; Helvetica&#44; sans-serif'

set lmargin at screen 0.06811; set rmargin at screen 0.97222
set tmargin at screen 0.84922; set bmargin at screen 0.12754
set logscale x
set xrange [0.002520199333420377:1.1903820305866222]
set xtics ('0.01' 0.01, '0.1' 0.1, '1' 1)
unset logscale y
set yrange [0:100]
set ytics ('0' 0, '20' 20, '40' 40, '60' 60, '80' 80, '100' 100)
set xtics offset 0,0.5
set grid noxtics ytics
unset colorbox
set label 'The projection does what a larger rate does' at screen 0.02222, screen 0.94013 left textcolor rgb '#1F1F1F' font family.':Bold,17'
set label 'words of six letters (%)' at screen 0.02222, screen 0.87916 left textcolor rgb '#4A4A4A' font ',12.5'
set label 'learning rate η' at screen 0.52017, screen 0.04772 center textcolor rgb '#4A4A4A' font ',12.5'
set object rectangle from screen 0.72049, screen 0.24284 to screen 0.96111, screen 0.14528 front fillcolor rgb '#ffffff' fillstyle transparent solid 0.8 noborder
set arrow from screen 0.73021, screen 0.2129 to screen 0.76354, screen 0.2129 nohead front linewidth 2 linecolor rgb '#0072B2' dashtype solid
set label 'trained itself' at screen 0.77188, screen 0.2129 left front textcolor rgb '#1F1F1F' font ',12.5'
set arrow from screen 0.73021, screen 0.17521 to screen 0.76354, screen 0.17521 nohead front linewidth 2 linecolor rgb '#E69F00' dashtype solid
set label 'through a projection' at screen 0.77188, screen 0.17521 left front textcolor rgb '#1F1F1F' font ',12.5'
plot \
  'rates.dat' using 1:2:3 with filledcurves linecolor rgb '#0072B2' fillstyle transparent solid 0.18 noborder, \
  'rates.dat' using 1:4 with lines linewidth 2 linecolor rgb '#0072B2' dashtype solid, \
  'rates.dat' using 1:4 with points pointtype 7 pointsize 0.455 linecolor rgb '#0072B2', \
  'rates.dat' using 5:6:7 with filledcurves linecolor rgb '#E69F00' fillstyle transparent solid 0.18 noborder, \
  'rates.dat' using 5:8 with lines linewidth 2 linecolor rgb '#E69F00' dashtype solid, \
  'rates.dat' using 5:8 with points pointtype 7 pointsize 0.455 linecolor rgb '#E69F00'
unset output
