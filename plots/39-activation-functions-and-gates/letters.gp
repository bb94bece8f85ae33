# A gate is worth a lot where nothing else bends, and little otherwise
# gnuplot letters.gp draws letters.svg

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

set terminal svg size 720,481 fixed font 'Arial&#44; Helvetica&#44; sans-serif,13' fontscale 1 linewidth 1 dashlength 1 butt enhanced background '#ffffff'
set output 'letters.svg'
family = 'Arial&#44; Helvetica&#44; sans-serif'

set lmargin at screen 0.07344; set rmargin at screen 0.97222
set tmargin at screen 0.85863; set bmargin at screen 0.11868
unset logscale x
set xrange [-0.6:4.6]
set xtics ('identity' 0, 'sigmoid' 1, 'ReLU' 2, 'SiLU' 3, 'GELU' 4)
unset logscale y
set yrange [3.17855556085005:3.391673228525406]
set ytics ('3.20' 3.2, '3.25' 3.25, '3.30' 3.3, '3.35' 3.35)
set xtics offset 0,0.5
set grid noxtics ytics
unset colorbox
set label 'A gate is worth a lot where nothing else bends, and little otherwise' at screen 0.02222, screen 0.94387 left textcolor rgb '#1F1F1F' font family.':Bold,17'
set label 'bits per letter' at screen 0.02222, screen 0.88669 left textcolor rgb '#4A4A4A' font ',12.5'
set label 'activation f' at screen 0.52283, screen 0.04383 center textcolor rgb '#4A4A4A' font ',12.5'
set object rectangle from screen 0.84931, screen 0.842 to screen 0.96111, screen 0.75052 front fillcolor rgb '#ffffff' fillstyle transparent solid 0.8 noborder
set label '' at screen 0.87569, screen 0.81393 front point pointtype 7 pointsize 0.585 linecolor rgb '#4D000000'
set label 'plain' at screen 0.90069, screen 0.81393 left front textcolor rgb '#1F1F1F' font ',12.5'
set label '' at screen 0.87569, screen 0.77859 front point pointtype 7 pointsize 0.585 linecolor rgb '#4D009E73'
set label 'gated' at screen 0.90069, screen 0.77859 left front textcolor rgb '#1F1F1F' font ',12.5'
plot \
  'letters.dat' using 1:2 with lines linewidth 2 linecolor rgb '#8C8C8C' dashtype solid, \
  'letters.dat' using 3:4 with lines linewidth 2 linecolor rgb '#8C8C8C' dashtype solid, \
  'letters.dat' using 5:6 with lines linewidth 2 linecolor rgb '#8C8C8C' dashtype solid, \
  'letters.dat' using 7:8 with lines linewidth 2 linecolor rgb '#8C8C8C' dashtype solid, \
  'letters.dat' using 9:10 with lines linewidth 2 linecolor rgb '#8C8C8C' dashtype solid, \
  'letters.dat' using 11:12 with points pointtype 7 pointsize 0.585 linecolor rgb '#4D000000', \
  'letters.dat' using 13:14 with points pointtype 7 pointsize 0.585 linecolor rgb '#4D009E73'
unset output
