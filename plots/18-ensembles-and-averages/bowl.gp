# On a noisy bowl, a long average makes a high constant rate harmless
# gnuplot bowl.gp draws bowl.svg

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

set terminal svg size 720,468 fixed font 'Arial&#44; Helvetica&#44; sans-serif,13' fontscale 1 linewidth 1 dashlength 1 butt enhanced background '#ffffff'
set output 'bowl.svg'
family = 'Arial&#44; Helvetica&#44; sans-serif'

set lmargin at screen 0.08411; set rmargin at screen 0.97222
set tmargin at screen 0.8547; set bmargin at screen 0.17154
set logscale x
set xrange [0.0448308007816375:2.119078810631274]
set xtics ('0.05' 0.05, '0.1' 0.1, '0.2' 0.2, '0.5' 0.5, '1' 1, '1.5' 1.5, '1.9' 1.9)
set logscale y
set yrange [0.000321544275487239:29.065461271162395]
set ytics ('0.001' 0.001, '0.01' 0.01, '0.1' 0.1, '1' 1, '10' 10)
set xtics offset 0,0.5
set grid noxtics ytics
unset colorbox
set label 'On a noisy bowl, a long average makes a high constant rate harmless' at screen 0.02222, screen 0.94231 left textcolor rgb '#1F1F1F' font family.':Bold,17'
set label 'variance' at screen 0.02222, screen 0.88355 left textcolor rgb '#4A4A4A' font ',12.5'
set label 'learning rate η' at screen 0.52817, screen 0.09462 center textcolor rgb '#4A4A4A' font ',12.5'
set label '' at screen 0.10078, screen 0.04654 front point pointtype 7 pointsize 0.78 linecolor rgb '#E69F00'
set label 'last weight' at screen 0.12578, screen 0.04654 left front textcolor rgb '#1F1F1F' font ',12.5'
set label '' at screen 0.26397, screen 0.04654 front point pointtype 7 pointsize 0.78 linecolor rgb '#56B4E9'
set label 'average, d = 0.9' at screen 0.28897, screen 0.04654 left front textcolor rgb '#1F1F1F' font ',12.5'
set label '' at screen 0.47821, screen 0.04654 front point pointtype 7 pointsize 0.78 linecolor rgb '#0072B2'
set label 'average, d = 0.99' at screen 0.50321, screen 0.04654 left front textcolor rgb '#1F1F1F' font ',12.5'
set label '' at screen 0.70356, screen 0.04654 front point pointtype 7 pointsize 0.78 linecolor rgb '#009E73'
set label 'average, d = 0.999' at screen 0.72856, screen 0.04654 left front textcolor rgb '#1F1F1F' font ',12.5'
plot \
  'bowl.dat' using 1:2 with lines linewidth 1 linecolor rgb '#000000' dashtype (9, 6), \
  'bowl.dat' using 3:4 with points pointtype 7 pointsize 0.78 linecolor rgb '#E69F00', \
  'bowl.dat' using 1:5 with lines linewidth 1 linecolor rgb '#000000' dashtype (9, 6), \
  'bowl.dat' using 3:6 with points pointtype 7 pointsize 0.78 linecolor rgb '#56B4E9', \
  'bowl.dat' using 1:7 with lines linewidth 1 linecolor rgb '#000000' dashtype (9, 6), \
  'bowl.dat' using 3:8 with points pointtype 7 pointsize 0.78 linecolor rgb '#0072B2', \
  'bowl.dat' using 1:9 with lines linewidth 1 linecolor rgb '#000000' dashtype (9, 6), \
  'bowl.dat' using 3:10 with points pointtype 7 pointsize 0.78 linecolor rgb '#009E73'
unset output
