# The gain of the weights decides, and each activation has its own right one
# gnuplot factors.gp draws factors.svg
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

set terminal svg size 720,464 font 'Arial,13' enhanced background '#ffffff'
set output 'factors.svg'

set lmargin at screen 0.06075; set rmargin at screen 0.90036
set tmargin at screen 0.85345; set bmargin at screen 0.12386
set logscale x
set xrange [0.05272298614228228:30.060763026282288]
set xtics ('0.1' 0.1, '1' 1, '10' 10)
set logscale y
set yrange [0.011742086348248703:33.73546652802338]
set ytics ('0.1' 0.1, '1' 1, '10' 10)
set xtics offset 0,0.5
set grid noxtics ytics
unset colorbox
set label 'The gain of the weights decides, and each activation has its own right one' at screen 0.02222, screen 0.94181 left textcolor rgb '#1F1F1F' font 'Arial:Bold,17'
set label 'factor per layer' at screen 0.02222, screen 0.88254 left textcolor rgb '#4A4A4A' font ',12.5'
set label 'linear' at screen 0.92536, screen 0.82887 left textcolor rgb '#717171' font ',12.5'
set label 'tanh' at screen 0.92536, screen 0.65068 left textcolor rgb '#9E6C00' font ',12.5'
set label 'ReLU' at screen 0.92536, screen 0.79223 left textcolor rgb '#397BA0' font ',12.5'
set label 'sigmoid' at screen 0.92536, screen 0.57151 left textcolor rgb '#A46086' font ',12.5'
set label 'gain g of the weights' at screen 0.48056, screen 0.04627 center textcolor rgb '#4A4A4A' font ',12.5'
set arrow from screen 0.88076, screen 0.82643 to screen 0.92258, screen 0.82887 nohead linewidth 0.8 linecolor rgb '#66717171'
set arrow from screen 0.88076, screen 0.65068 to screen 0.92258, screen 0.65068 nohead linewidth 0.8 linecolor rgb '#669E6C00'
set arrow from screen 0.88076, screen 0.79467 to screen 0.92258, screen 0.79223 nohead linewidth 0.8 linecolor rgb '#66397BA0'
set arrow from screen 0.88076, screen 0.57151 to screen 0.92258, screen 0.57151 nohead linewidth 0.8 linecolor rgb '#66A46086'
set arrow from graph 0, first 1 to graph 1, first 1 nohead back linewidth 1 linecolor rgb '#000000' dashtype 1
plot \
  'factors.dat' using 1:2 with lines linewidth 2 linecolor rgb '#8C8C8C' dashtype (9, 6), \
  'factors.dat' using 3:4 with points pointtype 6 pointsize 1.04 linecolor rgb '#8C8C8C', \
  'factors.dat' using 1:5 with lines linewidth 2 linecolor rgb '#E69F00' dashtype (9, 6), \
  'factors.dat' using 3:6 with points pointtype 7 pointsize 0.65 linecolor rgb '#E69F00', \
  'factors.dat' using 1:7 with lines linewidth 2 linecolor rgb '#56B4E9' dashtype (9, 6), \
  'factors.dat' using 3:8 with points pointtype 7 pointsize 0.65 linecolor rgb '#56B4E9', \
  'factors.dat' using 1:9 with lines linewidth 2 linecolor rgb '#CC79A7' dashtype (9, 6), \
  'factors.dat' using 3:10 with points pointtype 7 pointsize 0.65 linecolor rgb '#CC79A7', \
  'factors.dat' using 11:12 with points pointtype 6 pointsize 1.56 linecolor rgb '#000000'
unset output
