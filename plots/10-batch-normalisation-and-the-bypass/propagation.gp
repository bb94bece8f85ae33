# Backward the gradient must keep its size, forward the digits their differences
# gnuplot propagation.gp draws propagation.svg
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

set terminal svg size 800,404 font 'Arial,13' enhanced background '#ffffff'
set output 'propagation.svg'
set multiplot

# Panel 1: backward: the gradient
set lmargin at screen 0.0592; set rmargin at screen 0.46836
set tmargin at screen 0.78218; set bmargin at screen 0.19881
unset logscale x
set xrange [0:39]
set xtics ('0' 0, '10' 10, '20' 20, '30' 30)
set logscale y
set yrange [0.2904958039006689:347226708.4437181]
set ytics ('10^{0}' 1, '10^{2}' 100, '10^{4}' 10000, '10^{6}' 1000000, '10^{8}' 100000000)
set xtics offset 0,0.5
set grid noxtics ytics
unset colorbox
set label 'Backward the gradient must keep its size, forward the digits their differences' at screen 0.02, screen 0.93317 left textcolor rgb '#1F1F1F' font 'Arial:Bold,17'
set label '‖∂L/∂h‖, relative' at screen 0.02, screen 0.81559 left textcolor rgb '#4A4A4A' font ',12.5'
set label 'backward: the gradient' at screen 0.02, screen 0.86139 left textcolor rgb '#1F1F1F' font 'Arial:Bold,13.5'
set label 'layers from the last one back' at screen 0.26378, screen 0.10971 center textcolor rgb '#4A4A4A' font ',12.5'
set arrow from screen 0.0592, screen 0.05401 to screen 0.0892, screen 0.05401 nohead front linewidth 5 linecolor rgb '#CC79A7' dashtype 1
set label 'scaled bypass' at screen 0.0967, screen 0.05401 left front textcolor rgb '#1F1F1F' font ',12.5'
set arrow from screen 0.22392, screen 0.05401 to screen 0.25392, screen 0.05401 nohead front linewidth 2 linecolor rgb '#0072B2' dashtype 1
set label 'plain' at screen 0.26142, screen 0.05401 left front textcolor rgb '#1F1F1F' font ',12.5'
set arrow from screen 0.31878, screen 0.05401 to screen 0.34878, screen 0.05401 nohead front linewidth 2 linecolor rgb '#D55E00' dashtype 1
set label 'normalised' at screen 0.35628, screen 0.05401 left front textcolor rgb '#1F1F1F' font ',12.5'
set arrow from screen 0.46016, screen 0.05401 to screen 0.49016, screen 0.05401 nohead front linewidth 2 linecolor rgb '#E69F00' dashtype 1
set label 'bypass' at screen 0.49766, screen 0.05401 left front textcolor rgb '#1F1F1F' font ',12.5'
set arrow from screen 0.57257, screen 0.05401 to screen 0.60257, screen 0.05401 nohead front linewidth 2 linecolor rgb '#009E73' dashtype 1
set label 'both' at screen 0.61007, screen 0.05401 left front textcolor rgb '#1F1F1F' font ',12.5'
plot \
  'propagation.dat' using 1:2 with lines linewidth 5 linecolor rgb '#CC79A7' dashtype 1, \
  'propagation.dat' using 1:3 with lines linewidth 2 linecolor rgb '#0072B2' dashtype 1, \
  'propagation.dat' using 1:4 with lines linewidth 2 linecolor rgb '#D55E00' dashtype 1, \
  'propagation.dat' using 1:5 with lines linewidth 2 linecolor rgb '#E69F00' dashtype 1, \
  'propagation.dat' using 1:6 with lines linewidth 2 linecolor rgb '#009E73' dashtype 1, \
  'propagation.dat' using 1:7 with lines linewidth 1.5 linecolor rgb '#000000' dashtype (9, 6), \
  'propagation.dat' using 1:8 with lines linewidth 1.5 linecolor rgb '#000000' dashtype (9, 6)

# Panel 2: forward: the digits
unset label
unset arrow
unset object
set lmargin at screen 0.56583; set rmargin at screen 0.975
set tmargin at screen 0.78218; set bmargin at screen 0.19881
unset logscale x
set xrange [1:40]
set xtics ('10' 10, '20' 20, '30' 30, '40' 40)
set logscale y
set yrange [0.001:2]
set ytics ('0.001' 0.001, '0.01' 0.01, '0.1' 0.1, '1' 1)
set xtics offset 0,0.5
set grid noxtics ytics
unset colorbox
set label 'difference left' at screen 0.51336, screen 0.81559 left textcolor rgb '#4A4A4A' font ',12.5'
set label 'forward: the digits' at screen 0.51336, screen 0.86139 left textcolor rgb '#1F1F1F' font 'Arial:Bold,13.5'
set label 'layer' at screen 0.77042, screen 0.10971 center textcolor rgb '#4A4A4A' font ',12.5'
plot \
  'propagation.dat' using 9:10 with lines linewidth 5 linecolor rgb '#CC79A7' dashtype 1, \
  'propagation.dat' using 9:11 with lines linewidth 2 linecolor rgb '#0072B2' dashtype 1, \
  'propagation.dat' using 9:12 with lines linewidth 2 linecolor rgb '#D55E00' dashtype 1, \
  'propagation.dat' using 9:13 with lines linewidth 2 linecolor rgb '#E69F00' dashtype 1, \
  'propagation.dat' using 9:14 with lines linewidth 2 linecolor rgb '#009E73' dashtype 1, \
  'propagation.dat' using 9:15 with lines linewidth 1.5 linecolor rgb '#000000' dashtype (9, 6), \
  'propagation.dat' using 9:16 with lines linewidth 1.5 linecolor rgb '#000000' dashtype (9, 6), \
  'propagation.dat' using 9:17 with lines linewidth 1.5 linecolor rgb '#000000' dashtype (9, 6)
unset multiplot
unset output
