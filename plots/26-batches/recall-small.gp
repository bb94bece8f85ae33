# The thumbnail of recall
# gnuplot recall-small.gp draws recall-small.svg

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
set output 'recall-small.svg'
family = 'Arial&#44; Helvetica&#44; sans-serif'

set lmargin at screen 0.09906; set rmargin at screen 0.94118
set tmargin at screen 0.76761; set bmargin at screen 0.20303
unset logscale x
set xrange [6.01:8.01]
set xtics ('7' 7, '8' 8)
unset logscale y
set yrange [-0.5:9.5]
set ytics ('0' 0, '1' 1, '2' 2, '3' 3, '4' 4, '5' 5, '6' 6, '7' 7, '8' 8, '9' 9)
set xtics offset 0,0.5
unset grid
set palette defined (0 '#440154', 1 '#472D7B', 2 '#3B528B', 3 '#2C728E', 4 '#21918C', 5 '#28AE80', 6 '#5EC962', 7 '#ADDC30', 8 '#FDE725')
unset logscale cb
set cbrange [0:100]
unset colorbox
set label 'digit' at screen 0.04706, screen 0.81514 left textcolor rgb '#4A4A4A' font ',12.5'
set label 'sorted' at screen 0.04706, screen 0.88028 left textcolor rgb '#1F1F1F' font family.':Bold,13.5'
set label 'epochs' at screen 0.52012, screen 0.07627 center textcolor rgb '#4A4A4A' font ',12.5'
plot \
  'recall.dat' using 1:2:3 with image pixels
unset output
