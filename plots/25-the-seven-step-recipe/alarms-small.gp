# The thumbnail of alarms
# gnuplot alarms-small.gp draws alarms-small.svg

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

set terminal svg size 340,266 fixed font 'Arial&#44; Helvetica&#44; sans-serif,13' fontscale 1 linewidth 1 dashlength 1 butt enhanced background '#ffffff'
set output 'alarms-small.svg'
family = 'Arial&#44; Helvetica&#44; sans-serif'

set lmargin at screen 0.09906; set rmargin at screen 0.94118
set tmargin at screen 0.81955; set bmargin at screen 0.21677
unset logscale x
set xrange [-0.5:3.5]
set xtics ('1' 0, '2' 1, '3' 2, '4–6' 3)
unset logscale y
set yrange [0:9.5]
set ytics ('0' 0, '3' 3, '6' 6, '9' 9)
set xtics offset 0,0.5
set grid noxtics ytics
unset colorbox
set label 'Bugs heard so far' at screen 0.04706, screen 0.87218 left textcolor rgb '#1F1F1F' font family.':Bold,13.5'
set label 'step of the recipe' at screen 0.52012, screen 0.08143 center textcolor rgb '#4A4A4A' font ',12.5'
set label '2' at first 0, first 1 center front textcolor rgb '#000000' font ',12.5'
set label '7' at first 1, first 3.5 center front textcolor rgb '#000000' font ',12.5'
set label '9' at first 2, first 4.5 center front textcolor rgb '#000000' font ',12.5'
set label '9' at first 3, first 4.5 center front textcolor rgb '#000000' font ',12.5'
plot \
  'alarms.dat' using 1:2:(0.8) with boxes linecolor rgb '#D55E00' fillstyle solid 1 noborder
unset output
