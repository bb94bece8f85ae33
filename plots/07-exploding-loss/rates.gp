# Too low creeps, 1/λ learns, and above 2/λ the loss explodes
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

set terminal svg size 720,421 fixed font 'Arial&#44; Helvetica&#44; sans-serif,13' fontscale 1 linewidth 1 dashlength 1 butt enhanced background '#ffffff'
set output 'rates.svg'
family = 'Arial&#44; Helvetica&#44; sans-serif'

set lmargin at screen 0.07878; set rmargin at screen 0.8125
set tmargin at screen 0.83848; set bmargin at screen 0.13578
unset logscale x
set xrange [0:120]
set xtics ('0' 0, '20' 20, '40' 40, '60' 60, '80' 80, '100' 100, '120' 120)
set logscale y
set yrange [0.1:1000]
set ytics ('0.1' 0.1, '1' 1, '10' 10, '100' 100, '1000' 1000)
set xtics offset 0,0.5
set grid noxtics ytics
unset colorbox
set label 'Too low creeps, 1/λ learns, and above 2/λ the loss explodes' at screen 0.02222, screen 0.93587 left textcolor rgb '#1F1F1F' font family.':Bold,17'
set label 'loss L' at screen 0.02222, screen 0.87055 left textcolor rgb '#4A4A4A' font ',12.5'
set label 'too low: 0.02 · 2/λ' at screen 0.82222, screen 0.23817 left textcolor rgb '#717171' font ',12.5'
set label 'good: 0.5 · 2/λ' at screen 0.82222, screen 0.18231 left textcolor rgb '#008661' font ',12.5'
set label 'too high: 1.02 · 2/λ' at screen 0.82222, screen 0.8005 left textcolor rgb '#9E6C00' font ',12.5'
set label 'too high: 1.5 · 2/λ' at screen 0.13221, screen 0.83848 left textcolor rgb '#BF5400' font ',12.5'
set label 'step' at screen 0.44564, screen 0.05027 center textcolor rgb '#4A4A4A' font ',12.5'
plot \
  'rates.dat' using 1:2 with lines linewidth 5 linecolor rgb '#668C8C8C' dashtype solid, \
  'rates.dat' using 1:3 with lines linewidth 5 linecolor rgb '#66009E73' dashtype solid, \
  'rates.dat' using 1:4 with lines linewidth 5 linecolor rgb '#66E69F00' dashtype solid, \
  'rates.dat' using 1:5 with lines linewidth 5 linecolor rgb '#66D55E00' dashtype solid, \
  'rates.dat' using 1:6 with lines linewidth 1.5 linecolor rgb '#000000' dashtype (9, 6), \
  'rates.dat' using 1:7 with lines linewidth 1.5 linecolor rgb '#000000' dashtype (9, 6)
unset output
