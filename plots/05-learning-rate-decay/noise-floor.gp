# A constant rate comes down to its noise floor and no further
# gnuplot noise-floor.gp draws noise-floor.svg
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

set terminal svg size 720,407 font 'Arial,13' enhanced background '#ffffff'
set output 'noise-floor.svg'

set lmargin at screen 0.08053; set rmargin at screen 0.77965
set tmargin at screen 0.83292; set bmargin at screen 0.14033
set logscale x
set xrange [1:2000]
set xtics ('1' 1, '10' 10, '100' 100, '1000' 1000)
set logscale y
set yrange [0.0003248724089002714:36.95358445686083]
set ytics ('0.001' 0.001, '0.01' 0.01, '0.1' 0.1, '1' 1, '10' 10)
set xtics offset 0,0.5
set grid noxtics ytics
unset colorbox
set label 'A constant rate comes down to its noise floor and no further' at screen 0.02222, screen 0.93366 left textcolor rgb '#1F1F1F' font 'Arial:Bold,17'
set label 'mean square of w' at screen 0.02222, screen 0.86609 left textcolor rgb '#4A4A4A' font ',12.5'
set label 'compounding from 0.5' at screen 0.80465, screen 0.68254 left textcolor rgb '#A46086' font ',12.5'
set label 'constant 0.1' at screen 0.80465, screen 0.44072 left textcolor rgb '#0072B2' font ',12.5'
set label 'constant 0.02' at screen 0.80465, screen 0.36355 left textcolor rgb '#717171' font ',12.5'
set label 'staircase from 0.1' at screen 0.80465, screen 0.32178 left textcolor rgb '#9E6C00' font ',12.5'
set label '1/(1 + t)' at screen 0.80465, screen 0.16858 left textcolor rgb '#397BA0' font ',12.5'
set label 'step t' at screen 0.43009, screen 0.05188 center textcolor rgb '#4A4A4A' font ',12.5'
set arrow from screen 0.78381, screen 0.68254 to screen 0.80187, screen 0.68254 nohead linewidth 0.8 linecolor rgb '#66A46086'
set arrow from screen 0.78381, screen 0.44072 to screen 0.80187, screen 0.44072 nohead linewidth 0.8 linecolor rgb '#660072B2'
set arrow from screen 0.78381, screen 0.34266 to screen 0.80187, screen 0.36355 nohead linewidth 0.8 linecolor rgb '#66717171'
set arrow from screen 0.78381, screen 0.34266 to screen 0.80187, screen 0.32178 nohead linewidth 0.8 linecolor rgb '#669E6C00'
set arrow from screen 0.78381, screen 0.16858 to screen 0.80187, screen 0.16858 nohead linewidth 0.8 linecolor rgb '#66397BA0'
plot \
  'noise-floor.dat' using 1:2 with lines linewidth 3 linecolor rgb '#CC79A7' dashtype 1, \
  'noise-floor.dat' using 1:3 with lines linewidth 3 linecolor rgb '#0072B2' dashtype 1, \
  'noise-floor.dat' using 1:4 with lines linewidth 3 linecolor rgb '#8C8C8C' dashtype 1, \
  'noise-floor.dat' using 1:5 with lines linewidth 3 linecolor rgb '#E69F00' dashtype 1, \
  'noise-floor.dat' using 1:6 with lines linewidth 3 linecolor rgb '#56B4E9' dashtype 1, \
  'noise-floor.dat' using 1:7 with lines linewidth 1 linecolor rgb '#000000' dashtype (9, 6), \
  'noise-floor.dat' using 1:8 with lines linewidth 1 linecolor rgb '#000000' dashtype (9, 6), \
  'noise-floor.dat' using 1:9 with lines linewidth 1 linecolor rgb '#000000' dashtype (9, 6), \
  'noise-floor.dat' using 1:10 with lines linewidth 1 linecolor rgb '#000000' dashtype (9, 6), \
  'noise-floor.dat' using 1:11 with lines linewidth 1 linecolor rgb '#000000' dashtype (9, 6)
unset output
