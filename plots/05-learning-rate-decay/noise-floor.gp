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

set terminal svg size 720,437 font 'Arial,13' enhanced background '#ffffff'
set output 'noise-floor.svg'

set lmargin at screen 0.08053; set rmargin at screen 0.85329
set tmargin at screen 0.84439; set bmargin at screen 0.1314
set logscale x
set xrange [1:2000]
set xtics ('1' 1, '10' 10, '100' 100, '1000' 1000)
set logscale y
set yrange [0.00032486907607681773:36.9634424735269]
set ytics ('0.001' 0.001, '0.01' 0.01, '0.1' 0.1, '1' 1, '10' 10)
set xtics offset 0,0.5
set grid noxtics ytics
unset colorbox
set label 'A constant rate comes down to its noise floor and no further' at screen 0.02222, screen 0.93822 left textcolor rgb '#1F1F1F' font 'Arial:Bold,17'
set label 'mean square of w' at screen 0.02222, screen 0.87529 left textcolor rgb '#4A4A4A' font ',12.5'
set label 'constant 0.1' at screen 0.87829, screen 0.44392 left textcolor rgb '#0072B2' font ',12.5'
set label 'constant 0.02' at screen 0.87829, screen 0.32157 left textcolor rgb '#717171' font ',12.5'
set label 'staircase' at screen 0.87829, screen 0.36047 left textcolor rgb '#9E6C00' font ',12.5'
set label '1/(1 + t)' at screen 0.87829, screen 0.15847 left textcolor rgb '#397BA0' font ',12.5'
set label 'step t' at screen 0.46691, screen 0.04902 center textcolor rgb '#4A4A4A' font ',12.5'
set arrow from screen 0.85746, screen 0.44392 to screen 0.87551, screen 0.44392 nohead linewidth 0.8 linecolor rgb '#660072B2'
set arrow from screen 0.85746, screen 0.34102 to screen 0.87551, screen 0.32157 nohead linewidth 0.8 linecolor rgb '#66717171'
set arrow from screen 0.85746, screen 0.34102 to screen 0.87551, screen 0.36047 nohead linewidth 0.8 linecolor rgb '#669E6C00'
set arrow from screen 0.85746, screen 0.15847 to screen 0.87551, screen 0.15847 nohead linewidth 0.8 linecolor rgb '#66397BA0'
plot \
  'noise-floor.dat' using 1:2 with lines linewidth 3 linecolor rgb '#0072B2' dashtype 1, \
  'noise-floor.dat' using 1:3 with lines linewidth 3 linecolor rgb '#8C8C8C' dashtype 1, \
  'noise-floor.dat' using 1:4 with lines linewidth 3 linecolor rgb '#E69F00' dashtype 1, \
  'noise-floor.dat' using 1:5 with lines linewidth 3 linecolor rgb '#56B4E9' dashtype 1, \
  'noise-floor.dat' using 1:6 with lines linewidth 1 linecolor rgb '#000000' dashtype (9, 6), \
  'noise-floor.dat' using 1:7 with lines linewidth 1 linecolor rgb '#000000' dashtype (9, 6), \
  'noise-floor.dat' using 1:8 with lines linewidth 1 linecolor rgb '#000000' dashtype (9, 6), \
  'noise-floor.dat' using 1:9 with lines linewidth 1 linecolor rgb '#000000' dashtype (9, 6)
unset output
