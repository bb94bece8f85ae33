# Horns at both ends, pits in between, and both grow with every layer
# gnuplot cliffs.gp draws cliffs.svg
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

set terminal svg size 920,357 font 'Arial,13' enhanced background '#ffffff'
set output 'cliffs.svg'
set multiplot

# Panel 1: k = 1
set lmargin at screen 0.05969; set rmargin at screen 0.33255
set tmargin at screen 0.73669; set bmargin at screen 0.1601
unset logscale x
set xrange [0:1]
set xtics ('0.0' 0, '0.2' 0.2, '0.4' 0.4, '0.6' 0.6, '0.8' 0.8, '1.0' 1)
set logscale y
set yrange [0.0001:1000000]
set ytics ('10^{−3}' 0.001, '10^{0}' 1, '10^{3}' 1000, '10^{6}' 1000000)
set xtics offset 0,0.5
set grid noxtics ytics
unset colorbox
set label 'Horns at both ends, pits in between, and both grow with every layer' at screen 0.01739, screen 0.92437 left textcolor rgb '#1F1F1F' font 'Arial:Bold,17'
set label 'size of the slope' at screen 0.01739, screen 0.79132 left textcolor rgb '#4A4A4A' font ',12.5'
set label 'k = 1' at screen 0.01739, screen 0.84314 left textcolor rgb '#1F1F1F' font 'Arial:Bold,13.5'
set label 'x' at screen 0.19612, screen 0.05926 center textcolor rgb '#4A4A4A' font ',12.5'
set arrow from graph 0, first 1 to graph 1, first 1 nohead back linewidth 1 linecolor rgb '#8C8C8C' dashtype 1
plot \
  'cliffs.dat' using 1:2 with lines linewidth 1 linecolor rgb '#0072B2' dashtype 1

# Panel 2: k = 5
unset label
unset arrow
unset object
set lmargin at screen 0.38255; set rmargin at screen 0.6554
set tmargin at screen 0.73669; set bmargin at screen 0.1601
unset logscale x
set xrange [0:1]
set xtics ('0.0' 0, '0.2' 0.2, '0.4' 0.4, '0.6' 0.6, '0.8' 0.8, '1.0' 1)
set logscale y
set yrange [0.0001:1000000]
set ytics ('' 0.001, '' 1, '' 1000, '' 1000000)
set xtics offset 0,0.5
set grid noxtics ytics
unset colorbox
set label 'k = 5' at screen 0.37168, screen 0.84314 left textcolor rgb '#1F1F1F' font 'Arial:Bold,13.5'
set label 'x' at screen 0.51898, screen 0.05926 center textcolor rgb '#4A4A4A' font ',12.5'
set arrow from graph 0, first 1 to graph 1, first 1 nohead back linewidth 1 linecolor rgb '#8C8C8C' dashtype 1
plot \
  'cliffs.dat' using 1:3 with lines linewidth 1 linecolor rgb '#0072B2' dashtype 1

# Panel 3: k = 10
unset label
unset arrow
unset object
set lmargin at screen 0.7054; set rmargin at screen 0.97826
set tmargin at screen 0.73669; set bmargin at screen 0.1601
unset logscale x
set xrange [0:1]
set xtics ('0.0' 0, '0.2' 0.2, '0.4' 0.4, '0.6' 0.6, '0.8' 0.8, '1.0' 1)
set logscale y
set yrange [0.0001:1000000]
set ytics ('' 0.001, '' 1, '' 1000, '' 1000000)
set xtics offset 0,0.5
set grid noxtics ytics
unset colorbox
set label 'k = 10' at screen 0.69454, screen 0.84314 left textcolor rgb '#1F1F1F' font 'Arial:Bold,13.5'
set label 'x' at screen 0.84183, screen 0.05926 center textcolor rgb '#4A4A4A' font ',12.5'
set arrow from graph 0, first 1 to graph 1, first 1 nohead back linewidth 1 linecolor rgb '#8C8C8C' dashtype 1
plot \
  'cliffs.dat' using 1:4 with lines linewidth 1 linecolor rgb '#0072B2' dashtype 1
unset multiplot
unset output
