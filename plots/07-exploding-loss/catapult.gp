# Between 2/λ₀ and 4/λ₀ the loss rises until the curvature has given way
# gnuplot catapult.gp draws catapult.svg
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

set terminal svg size 800,402 font 'Arial,13' enhanced background '#ffffff'
set output 'catapult.svg'
set multiplot

# Panel 1: the loss
set lmargin at screen 0.06865; set rmargin at screen 0.47327
set tmargin at screen 0.78109; set bmargin at screen 0.20133
unset logscale x
set xrange [0:24]
set xtics ('0' 0, '5' 5, '10' 10, '15' 15, '20' 20)
set logscale y
set yrange [1e-08:10000]
set ytics ('10^{−6}' 1e-06, '10^{−3}' 0.001, '10^{0}' 1, '10^{3}' 1000)
set xtics offset 0,0.5
set grid noxtics ytics
unset colorbox
set label 'Between 2/λ₀ and 4/λ₀ the loss rises until the curvature has given way' at screen 0.02, screen 0.93284 left textcolor rgb '#1F1F1F' font 'Arial:Bold,17'
set label 'loss ½(uv)²' at screen 0.02, screen 0.81468 left textcolor rgb '#4A4A4A' font ',12.5'
set label 'the loss' at screen 0.02, screen 0.8607 left textcolor rgb '#1F1F1F' font 'Arial:Bold,13.5'
set label 'step' at screen 0.27096, screen 0.11178 center textcolor rgb '#4A4A4A' font ',12.5'
set arrow from screen 0.06865, screen 0.05581 to screen 0.09865, screen 0.05581 nohead front linewidth 2 linecolor rgb '#0072B2' dashtype 1
set label '0.5 · 2/λ₀' at screen 0.10615, screen 0.05581 left front textcolor rgb '#1F1F1F' font ',12.5'
set arrow from screen 0.19895, screen 0.05581 to screen 0.22895, screen 0.05581 nohead front linewidth 2 linecolor rgb '#009E73' dashtype 1
set label '1.5 · 2/λ₀' at screen 0.23645, screen 0.05581 left front textcolor rgb '#1F1F1F' font ',12.5'
set arrow from screen 0.32925, screen 0.05581 to screen 0.35925, screen 0.05581 nohead front linewidth 2 linecolor rgb '#D55E00' dashtype 1
set label '2.1 · 2/λ₀' at screen 0.36675, screen 0.05581 left front textcolor rgb '#1F1F1F' font ',12.5'
plot \
  'catapult.dat' using 1:2 with lines linewidth 2 linecolor rgb '#0072B2' dashtype 1, \
  'catapult.dat' using 1:3 with lines linewidth 2 linecolor rgb '#009E73' dashtype 1, \
  'catapult.dat' using 1:4 with lines linewidth 2 linecolor rgb '#D55E00' dashtype 1

# Panel 2: the curvature
unset label
unset arrow
unset object
set lmargin at screen 0.55295; set rmargin at screen 0.95758
set tmargin at screen 0.78109; set bmargin at screen 0.20133
unset logscale x
set xrange [0:24]
set xtics ('0' 0, '5' 5, '10' 10, '15' 15, '20' 20)
unset logscale y
set yrange [0:3]
set ytics ('0.0' 0, '0.5' 0.5, '1.0' 1, '1.5' 1.5, '2.0' 2, '2.5' 2.5, '3.0' 3)
set xtics offset 0,0.5
set grid noxtics ytics
unset colorbox
set label 'curvature in units of 2/η' at screen 0.51827, screen 0.81468 left textcolor rgb '#4A4A4A' font ',12.5'
set label 'the curvature' at screen 0.51827, screen 0.8607 left textcolor rgb '#1F1F1F' font 'Arial:Bold,13.5'
set label '2/η' at screen 0.96633, screen 0.39459 left textcolor rgb '#000000' font ',12.5'
set label '4/η' at screen 0.96633, screen 0.58784 left textcolor rgb '#000000' font ',12.5'
set label 'step' at screen 0.75526, screen 0.11178 center textcolor rgb '#4A4A4A' font ',12.5'
set arrow from graph 0, first 1 to graph 1, first 1 nohead back linewidth 2 linecolor rgb '#000000' dashtype (9, 6)
set arrow from graph 0, first 2 to graph 1, first 2 nohead back linewidth 2 linecolor rgb '#000000' dashtype (9, 6)
plot \
  'catapult.dat' using 1:5 with lines linewidth 2 linecolor rgb '#0072B2' dashtype 1, \
  'catapult.dat' using 1:6 with lines linewidth 2 linecolor rgb '#009E73' dashtype 1, \
  'catapult.dat' using 1:7 with lines linewidth 2 linecolor rgb '#D55E00' dashtype 1
unset multiplot
unset output
