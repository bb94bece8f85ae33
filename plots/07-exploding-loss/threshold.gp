# Above 2/λ the loss of linear regression grows, as fast as the closed form says
# gnuplot threshold.gp draws threshold.svg
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

set terminal svg size 720,456 font 'Arial,13' enhanced background '#ffffff'
set output 'threshold.svg'

set lmargin at screen 0.06577; set rmargin at screen 0.88641
set tmargin at screen 0.85088; set bmargin at screen 0.12526
unset logscale x
set xrange [0:150]
set xtics ('0' 0, '20' 20, '40' 40, '60' 60, '80' 80, '100' 100, '120' 120, '140' 140)
set logscale y
set yrange [0.01:10000000000]
set ytics ('10^{0}' 1, '10^{3}' 1000, '10^{6}' 1000000, '10^{9}' 1000000000)
set xtics offset 0,0.5
set grid noxtics ytics
unset colorbox
set label 'Above 2/λ the loss of linear regression grows, as fast as the closed form says' at screen 0.02222, screen 0.94079 left textcolor rgb '#1F1F1F' font 'Arial:Bold,17'
set label 'loss L' at screen 0.02222, screen 0.88048 left textcolor rgb '#4A4A4A' font ',12.5'
set label '0.5 · 2/λ' at screen 0.91141, screen 0.21866 left textcolor rgb '#717171' font ',12.5'
set label '0.98 · 2/λ' at screen 0.91141, screen 0.18138 left textcolor rgb '#0072B2' font ',12.5'
set label '1.02 · 2/λ' at screen 0.91141, screen 0.47632 left textcolor rgb '#9E6C00' font ',12.5'
set label '1.1 · 2/λ' at screen 0.46603, screen 0.85088 left textcolor rgb '#A46086' font ',12.5'
set label '1.5 · 2/λ' at screen 0.17822, screen 0.85088 left textcolor rgb '#BF5400' font ',12.5'
set label 'step' at screen 0.47609, screen 0.04631 center textcolor rgb '#4A4A4A' font ',12.5'
set arrow from screen 0.89058, screen 0.20093 to screen 0.90864, screen 0.21866 nohead linewidth 0.8 linecolor rgb '#66717171'
set arrow from screen 0.89058, screen 0.19912 to screen 0.90864, screen 0.18138 nohead linewidth 0.8 linecolor rgb '#660072B2'
set arrow from screen 0.89058, screen 0.47632 to screen 0.90864, screen 0.47632 nohead linewidth 0.8 linecolor rgb '#669E6C00'
plot \
  'threshold.dat' using 1:2 with lines linewidth 2 linecolor rgb '#8C8C8C' dashtype 1, \
  'threshold.dat' using 1:3 with lines linewidth 2 linecolor rgb '#0072B2' dashtype 1, \
  'threshold.dat' using 1:4 with lines linewidth 2 linecolor rgb '#E69F00' dashtype 1, \
  'threshold.dat' using 1:5 with lines linewidth 2 linecolor rgb '#CC79A7' dashtype 1, \
  'threshold.dat' using 1:6 with lines linewidth 2 linecolor rgb '#D55E00' dashtype 1, \
  'threshold.dat' using 1:7 with lines linewidth 2 linecolor rgb '#000000' dashtype (9, 6), \
  'threshold.dat' using 1:8 with lines linewidth 2 linecolor rgb '#000000' dashtype (9, 6), \
  'threshold.dat' using 1:9 with lines linewidth 2 linecolor rgb '#000000' dashtype (9, 6)
unset output
