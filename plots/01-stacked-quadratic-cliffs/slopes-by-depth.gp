# The steepest slope explodes, and from k = 13 on the median one vanishes
# gnuplot slopes-by-depth.gp draws slopes-by-depth.svg
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

set terminal svg size 720,444 font 'Arial,13' enhanced background '#ffffff'
set output 'slopes-by-depth.svg'

set lmargin at screen 0.07627; set rmargin at screen 0.82467
set tmargin at screen 0.80856; set bmargin at screen 0.12893
unset logscale x
set xrange [1:40]
set xtics ('5' 5, '10' 10, '15' 15, '20' 20, '25' 25, '30' 30, '35' 35, '40' 40)
set logscale y
set yrange [2.313169768725594e-12:1.1150132160268092e+23]
set ytics ('10^{−6}' 1e-06, '10^{0}' 1, '10^{6}' 1000000, '10^{12}' 1000000000000, '10^{18}' 1e+18)
set xtics offset 0,0.5
set grid noxtics ytics
unset colorbox
set label 'The steepest slope explodes, and from k = 13 on the median one vanishes' at screen 0.02222, screen 0.93919 left textcolor rgb '#1F1F1F' font 'Arial:Bold,17'
set label 'k = 13' at screen 0.30655, screen 0.83671 center textcolor rgb '#717171' font ',12.5'
set label 'size of the slope' at screen 0.02222, screen 0.87725 left textcolor rgb '#4A4A4A' font ',12.5'
set label 'largest, r = 3.5' at screen 0.84967, screen 0.78339 left textcolor rgb '#397BA0' font ',12.5'
set label 'median, r = 4' at screen 0.84967, screen 0.59173 left textcolor rgb '#BF5400' font ',12.5'
set label 'median, r = 3.5' at screen 0.84967, screen 0.13614 left textcolor rgb '#0072B2' font ',12.5'
set label '× 0.418 per layer' at screen 0.84967, screen 0.17442 left textcolor rgb '#000000' font ',12.5'
set label 'number of layers k' at screen 0.45047, screen 0.04785 center textcolor rgb '#4A4A4A' font ',12.5'
set arrow from screen 0.82884, screen 0.78339 to screen 0.84689, screen 0.78339 nohead linewidth 0.8 linecolor rgb '#66397BA0'
set arrow from screen 0.82884, screen 0.59173 to screen 0.84689, screen 0.59173 nohead linewidth 0.8 linecolor rgb '#66BF5400'
set arrow from screen 0.82884, screen 0.1541 to screen 0.84689, screen 0.13614 nohead linewidth 0.8 linecolor rgb '#660072B2'
set arrow from screen 0.82884, screen 0.15646 to screen 0.84689, screen 0.17442 nohead linewidth 0.8 linecolor rgb '#66000000'
set arrow from first 13, graph 0 to first 13, graph 1 nohead back linewidth 1 linecolor rgb '#8C8C8C' dashtype 1
set arrow from graph 0, first 1 to graph 1, first 1 nohead back linewidth 1 linecolor rgb '#8C8C8C' dashtype 1
plot \
  'slopes-by-depth.dat' using 1:2 with lines linewidth 2 linecolor rgb '#56B4E9' dashtype 1, \
  'slopes-by-depth.dat' using 1:3 with lines linewidth 2 linecolor rgb '#D55E00' dashtype 1, \
  'slopes-by-depth.dat' using 1:4 with lines linewidth 2 linecolor rgb '#0072B2' dashtype 1, \
  'slopes-by-depth.dat' using 5:6 with lines linewidth 2 linecolor rgb '#000000' dashtype (9, 6)
unset output
