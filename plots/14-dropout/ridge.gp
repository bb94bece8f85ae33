# Dropout on the inputs of a linear model is ridge regression
# gnuplot ridge.gp draws ridge.svg

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

set terminal svg size 720,492 fixed font 'Arial&#44; Helvetica&#44; sans-serif,13' fontscale 1 linewidth 1 dashlength 1 butt enhanced background '#ffffff'
set output 'ridge.svg'
family = 'Arial&#44; Helvetica&#44; sans-serif'

set lmargin at screen 0.06278; set rmargin at screen 0.97222
set tmargin at screen 0.86179; set bmargin at screen 0.11649
unset logscale x
set xrange [0:0.9]
set xtics ('0.0' 0, '0.1' 0.1, '0.2' 0.2, '0.3' 0.3, '0.4' 0.4, '0.5' 0.5, '0.6' 0.6, '0.7' 0.7, '0.8' 0.8, '0.9' 0.9)
set logscale y
set yrange [0.2498502752885048:2.7498582999151595]
set ytics ('0.3' 0.3, '0.5' 0.5, '1' 1, '2' 2)
set xtics offset 0,0.5
set grid noxtics ytics
unset colorbox
set label 'Dropout on the inputs of a linear model is ridge regression' at screen 0.02222, screen 0.94512 left textcolor rgb '#1F1F1F' font family.':Bold,17'
set label 'test error (mean square)' at screen 0.02222, screen 0.88923 left textcolor rgb '#4A4A4A' font ',12.5'
set label 'share p of the inputs that are dropped' at screen 0.5175, screen 0.04332 center textcolor rgb '#4A4A4A' font ',12.5'
set object rectangle from screen 0.72639, screen 0.84553 to screen 0.96111, screen 0.7561 front fillcolor rgb '#ffffff' fillstyle transparent solid 0.8 noborder
set arrow from screen 0.73611, screen 0.81809 to screen 0.76944, screen 0.81809 nohead front linewidth 2 linecolor rgb '#000000' dashtype (9, 6)
set label 'ridge, λ = p/(1 − p)' at screen 0.77778, screen 0.81809 left front textcolor rgb '#1F1F1F' font ',12.5'
set arrow from screen 0.75278, screen 0.76931 to screen 0.75278, screen 0.79776 nohead front linewidth 1.5 linecolor rgb '#0072B2'
set label '' at screen 0.75278, screen 0.78354 front point pointtype 7 pointsize 0.65 linecolor rgb '#0072B2'
set label 'dropout, no penalty' at screen 0.77778, screen 0.78354 left front textcolor rgb '#1F1F1F' font ',12.5'
plot \
  'ridge.dat' using 1:2 with lines linewidth 2 linecolor rgb '#000000' dashtype (9, 6), \
  'ridge.dat' using 3:5:(0):($6 - $5) with vectors nohead linewidth 1.5 linecolor rgb '#0072B2', \
  'ridge.dat' using 3:4 with points pointtype 7 pointsize 0.65 linecolor rgb '#0072B2'
unset output
