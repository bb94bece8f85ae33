# Decay what is decayed already, and the run is over in a handful of epochs
# gnuplot rates.gp draws rates.svg
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

set terminal svg size 720,460 font 'Arial,13' enhanced background '#ffffff'
set output 'rates.svg'

set lmargin at screen 0.07627; set rmargin at screen 0.90565
set tmargin at screen 0.85217; set bmargin at screen 0.12521
set logscale x
set xrange [1:1000]
set xtics ('1' 1, '10' 10, '100' 100, '1000' 1000)
set logscale y
set yrange [1.0000000000000002e-06:0.2]
set ytics ('10^{−6}' 1e-06, '10^{−5}' 1e-05, '10^{−4}' 0.0001, '10^{−3}' 0.001, '10^{−2}' 0.01, '10^{−1}' 0.1)
set xtics offset 0,0.5
set grid noxtics ytics
unset colorbox
set label 'Decay what is decayed already, and the run is over in a handful of epochs' at screen 0.02222, screen 0.9413 left textcolor rgb '#1F1F1F' font 'Arial:Bold,17'
set label 'learning rate α' at screen 0.02222, screen 0.88152 left textcolor rgb '#4A4A4A' font ',12.5'
set label 'constant' at screen 0.91537, screen 0.81089 left textcolor rgb '#0072B2' font ',12.5'
set label 'staircase' at screen 0.91537, screen 0.71504 left textcolor rgb '#9E6C00' font ',12.5'
set label 'cosine' at screen 0.91537, screen 0.12521 left textcolor rgb '#000000' font ',12.5'
set label '1/(1 + e)' at screen 0.91537, screen 0.39948 left textcolor rgb '#397BA0' font ',12.5'
set label 'epoch, counted from 1' at screen 0.49096, screen 0.04695 center textcolor rgb '#4A4A4A' font ',12.5'
set label 'compounding' at first 9.9, first 1.8000000000000003e-06 left front textcolor rgb '#A46086' font ',12.5'
plot \
  'rates.dat' using 1:2 with lines linewidth 2 linecolor rgb '#0072B2' dashtype 1, \
  'rates.dat' using 1:3 with steps linewidth 2 linecolor rgb '#E69F00' dashtype 1, \
  'rates.dat' using 1:4 with lines linewidth 2 linecolor rgb '#000000' dashtype 1, \
  'rates.dat' using 1:5 with lines linewidth 2 linecolor rgb '#56B4E9' dashtype 1, \
  'rates.dat' using 1:6 with steps linewidth 2 linecolor rgb '#CC79A7' dashtype 1
unset output
