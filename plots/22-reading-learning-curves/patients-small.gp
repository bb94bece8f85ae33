# The thumbnail of patients
# gnuplot patients-small.gp draws patients-small.svg

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

set terminal svg size 340,284 fixed font 'Arial&#44; Helvetica&#44; sans-serif,13' fontscale 1 linewidth 1 dashlength 1 butt enhanced background '#ffffff'
set output 'patients-small.svg'
family = 'Arial&#44; Helvetica&#44; sans-serif'

set lmargin at screen 0.09906; set rmargin at screen 0.94118
set tmargin at screen 0.76761; set bmargin at screen 0.20303
unset logscale x
set xrange [0:40]
set xtics ('0' 0, '10' 10, '20' 20, '30' 30, '40' 40)
unset logscale y
set yrange [0:3]
set ytics ('0' 0, '1' 1, '2' 2, '3' 3)
set xtics offset 0,0.5
set grid noxtics ytics
unset colorbox
set label 'loss' at screen 0.04706, screen 0.81514 left textcolor rgb '#4A4A4A' font ',12.5'
set label 'healthy' at screen 0.04706, screen 0.88028 left textcolor rgb '#1F1F1F' font family.':Bold,13.5'
set label 'epoch' at screen 0.52012, screen 0.07627 center textcolor rgb '#4A4A4A' font ',12.5'
plot \
  'patients.dat' using 1:2:3 with filledcurves linecolor rgb '#D55E00' fillstyle transparent solid 0.18 noborder, \
  'patients.dat' using 4:5 with lines linewidth 2 linecolor rgb '#E69F00' dashtype solid, \
  'patients.dat' using 4:6 with lines linewidth 2 linecolor rgb '#0072B2' dashtype solid
unset output
