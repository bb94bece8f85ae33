# Tuning everything at a lower rate beats LoRA in both
# gnuplot forgetting.gp draws forgetting.svg

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

set terminal svg size 720,472 fixed font 'Arial&#44; Helvetica&#44; sans-serif,13' fontscale 1 linewidth 1 dashlength 1 butt enhanced background '#ffffff'
set output 'forgetting.svg'
family = 'Arial&#44; Helvetica&#44; sans-serif'

set lmargin at screen 0.06278; set rmargin at screen 0.92222
set tmargin at screen 0.85593; set bmargin at screen 0.12176
unset logscale x
set xrange [3.0298354158895737:3.148252528313951]
set xtics ('3.03' 3.03, '3.04' 3.04, '3.05' 3.05, '3.06' 3.06, '3.07' 3.07, '3.08' 3.08, '3.09' 3.09, '3.10' 3.1, '3.11' 3.11, '3.12' 3.12, '3.13' 3.13, '3.14' 3.14)
unset logscale y
set yrange [3.0179116294336:4.268832393169193]
set ytics ('3.2' 3.2, '3.4' 3.4, '3.6' 3.6, '3.8' 3.8, '4.0' 4, '4.2' 4.2)
set xtics offset 0,0.5
set grid noxtics ytics
unset colorbox
set label 'Tuning everything at a lower rate beats LoRA in both' at screen 0.02222, screen 0.9428 left textcolor rgb '#1F1F1F' font family.':Bold,17'
set label 'English (bits per character)' at screen 0.02222, screen 0.88453 left textcolor rgb '#4A4A4A' font ',12.5'
set label 'before' at screen 0.93194, screen 0.14895 left textcolor rgb '#000000' font ',12.5'
set label 'Spanish (bits per character)' at screen 0.4925, screen 0.04549 center textcolor rgb '#4A4A4A' font ',12.5'
set label 'r = 1' at first 3.144901100603827, first 3.9011540055155742 center front textcolor rgb '#009E73' font ',12.5'
set label 'r = 2' at first 3.106476082116057, first 3.984563349225839 center front textcolor rgb '#009E73' font ',12.5'
set label 'r = 4' at first 3.0884855330316396, first 4.007409151153237 center front textcolor rgb '#009E73' font ',12.5'
set label 'r = 8' at first 3.069954800823725, first 4.0739270189385985 center front textcolor rgb '#009E73' font ',12.5'
set arrow from graph 0, first 3.064242028090474 to graph 1, first 3.064242028090474 nohead back linewidth 1.5 linecolor rgb '#000000' dashtype (9, 6)
set object rectangle from screen 0.75521, screen 0.83898 to screen 0.91111, screen 0.74576 front fillcolor rgb '#ffffff' fillstyle transparent solid 0.8 noborder
set arrow from screen 0.76493, screen 0.81038 to screen 0.79826, screen 0.81038 nohead front linewidth 2 linecolor rgb '#0072B2' dashtype solid
set label 'everything' at screen 0.8066, screen 0.81038 left front textcolor rgb '#1F1F1F' font ',12.5'
set label '' at screen 0.7816, screen 0.77436 front point pointtype 7 pointsize 0.65 linecolor rgb '#009E73'
set label 'LoRA' at screen 0.8066, screen 0.77436 left front textcolor rgb '#1F1F1F' font ',12.5'
plot \
  'forgetting.dat' using 1:2 with lines linewidth 2 linecolor rgb '#0072B2' dashtype solid, \
  'forgetting.dat' using 1:2 with points pointtype 7 pointsize 0.65 linecolor rgb '#0072B2', \
  'forgetting.dat' using 3:4 with points pointtype 7 pointsize 0.65 linecolor rgb '#009E73'
unset output
