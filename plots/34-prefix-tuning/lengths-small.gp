# The thumbnail of lengths
# gnuplot lengths-small.gp draws lengths-small.svg

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

set terminal svg size 340,280 fixed font 'Arial&#44; Helvetica&#44; sans-serif,13' fontscale 1 linewidth 1 dashlength 1 butt enhanced background '#ffffff'
set output 'lengths-small.svg'
family = 'Arial&#44; Helvetica&#44; sans-serif'

set lmargin at screen 0.12165; set rmargin at screen 0.94118
set tmargin at screen 0.76429; set bmargin at screen 0.20701
unset logscale x
set xrange [0.3:10.7]
set xtics ('2' 2, '4' 4, '6' 6, '8' 8, '10' 10)
unset logscale y
set yrange [0:88.66666666666667]
set ytics ('0' 0, '20' 20, '40' 40, '60' 60, '80' 80)
set xtics offset 0,0.5
set grid noxtics ytics
unset colorbox
set label 'drawn words (%)' at screen 0.04706, screen 0.8125 left textcolor rgb '#4A4A4A' font ',12.5'
set label 'no prefix' at screen 0.04706, screen 0.87857 left textcolor rgb '#1F1F1F' font family.':Bold,13.5'
set label 'letters' at screen 0.53141, screen 0.07843 center textcolor rgb '#4A4A4A' font ',12.5'
set object rectangle from screen 0.67647, screen 0.73571 to screen 0.91765, screen 0.63929 front fillcolor rgb '#ffffff' fillstyle transparent solid 0.8 noborder
set arrow from screen 0.69706, screen 0.6875 to screen 0.76765, screen 0.6875 nohead front linewidth 2 linecolor rgb '#000000' dashtype (9, 6)
set label 'a coin' at screen 0.78529, screen 0.6875 left front textcolor rgb '#1F1F1F' font ',12.5'
plot \
  'lengths.dat' using 1:2:(0.8) with boxes linecolor rgb '#8C8C8C' fillstyle solid 1 noborder, \
  'lengths.dat' using 1:3 with lines linewidth 2 linecolor rgb '#000000' dashtype (9, 6)
unset output
