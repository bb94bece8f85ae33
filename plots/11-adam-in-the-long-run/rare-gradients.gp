# A short memory of rare, large gradients leads to the worst place
# gnuplot rare-gradients.gp draws rare-gradients.svg

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

set terminal svg size 720,432 fixed font 'Arial&#44; Helvetica&#44; sans-serif,13' fontscale 1 linewidth 1 dashlength 1 butt enhanced background '#ffffff'
set output 'rare-gradients.svg'
family = 'Arial&#44; Helvetica&#44; sans-serif'

set lmargin at screen 0.07678; set rmargin at screen 0.88194
set tmargin at screen 0.80324; set bmargin at screen 0.13227
set logscale x
set xrange [0.7079457843841379:141253.75446227545]
set xtics ('10^{0}' 1, '10^{1}' 10, '10^{2}' 100, '10^{3}' 1000, '10^{4}' 10000, '10^{5}' 100000)
unset logscale y
set yrange [-1.1:1.1]
set ytics ('−1.0' -1, '−0.5' -0.5, '0.0' 0, '0.5' 0.5, '1.0' 1)
set xtics offset 0,0.25
set grid noxtics ytics
unset colorbox
set label 'A short memory of rare, large gradients leads to the worst place' at screen 0.02222, screen 0.9375 left textcolor rgb '#1F1F1F' font family.':Bold,17'
set label 'theory: 2,066' at screen 0.60318, screen 0.83218 center textcolor rgb '#000000' font ',12.5'
set label 'mean place x (worst 1, best −1)' at screen 0.02222, screen 0.87384 left textcolor rgb '#4A4A4A' font ',12.5'
set label 'AMSGrad' at screen 0.90694, screen 0.1515 left textcolor rgb '#397BA0' font ',12.5'
set label 'Adam' at screen 0.90694, screen 0.19086 left textcolor rgb '#008661' font ',12.5'
set label 'memory 1/(1 − β₂) (steps)' at screen 0.47936, screen 0.04894 center textcolor rgb '#4A4A4A' font ',12.5'
set arrow from screen 0.86332, screen 0.17118 to screen 0.90417, screen 0.1515 nohead linewidth 0.8 linecolor rgb '#66397BA0'
set arrow from screen 0.86332, screen 0.17118 to screen 0.90417, screen 0.19086 nohead linewidth 0.8 linecolor rgb '#66008661'
set arrow from first 2065.6380882817657, graph 0 to first 2065.6380882817657, graph 1 nohead back linewidth 2 linecolor rgb '#000000' dashtype (9, 6)
plot \
  'rare-gradients.dat' using 1:2 with lines linewidth 2 linecolor rgb '#56B4E9' dashtype solid, \
  'rare-gradients.dat' using 1:3 with lines linewidth 2 linecolor rgb '#009E73' dashtype solid, \
  'rare-gradients.dat' using 1:3 with points pointtype 7 pointsize 0.65 linecolor rgb '#009E73'
unset output
