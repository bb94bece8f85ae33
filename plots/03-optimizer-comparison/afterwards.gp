# Adam settles, and thousands of steps later leaves again
# gnuplot afterwards.gp draws afterwards.svg
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

set terminal svg size 720,373 font 'Arial,13' enhanced background '#ffffff'
set output 'afterwards.svg'

set lmargin at screen 0.09342; set rmargin at screen 0.80573
set tmargin at screen 0.77212; set bmargin at screen 0.15338
unset logscale x
set xrange [0:8000]
set xtics ('0' 0, '1000' 1000, '2000' 2000, '3000' 3000, '4000' 4000, '5000' 5000, '6000' 6000, '7000' 7000, '8000' 8000)
set logscale y
set yrange [1e-240:10000000000]
set ytics ('1' 1, '10⁻⁵⁰' 1e-50, '10⁻¹⁰⁰' 1e-100, '10⁻¹⁵⁰' 1e-150, '10⁻²⁰⁰' 1e-200)
set xtics offset 0,0.5
set grid noxtics ytics
unset colorbox
set label 'Adam settles, and thousands of steps later leaves again' at screen 0.02222, screen 0.92761 left textcolor rgb '#1F1F1F' font 'Arial:Bold,17'
set label 'limit of stability' at screen 0.50309, screen 0.80563 center textcolor rgb '#717171' font ',12.5'
set label 'height as a share of the start' at screen 0.02222, screen 0.85389 left textcolor rgb '#4A4A4A' font ',12.5'
set label 'RMSProp, β₂ = 0.9' at screen 0.83073, screen 0.76187 left textcolor rgb '#9E6C00' font ',12.5'
set label 'gradient descent' at screen 0.83073, screen 0.42406 left textcolor rgb '#0072B2' font ',12.5'
set label 'Adam' at screen 0.83073, screen 0.7163 left textcolor rgb '#008661' font ',12.5'
set label 'momentum' at screen 0.54478, screen 0.18543 left textcolor rgb '#BF5400' font ',12.5'
set label 'RMSProp' at screen 0.32574, screen 0.18593 left textcolor rgb '#A46086' font ',12.5'
set label 'step' at screen 0.44958, screen 0.05687 center textcolor rgb '#4A4A4A' font ',12.5'
set arrow from screen 0.8099, screen 0.74019 to screen 0.82795, screen 0.76187 nohead linewidth 0.8 linecolor rgb '#669E6C00'
set arrow from screen 0.8099, screen 0.42406 to screen 0.82795, screen 0.42406 nohead linewidth 0.8 linecolor rgb '#660072B2'
set arrow from screen 0.8099, screen 0.73798 to screen 0.82795, screen 0.7163 nohead linewidth 0.8 linecolor rgb '#66008661'
set arrow from first 4601, graph 0 to first 4601, graph 1 nohead back linewidth 1 linecolor rgb '#8C8C8C' dashtype 1
plot \
  'afterwards.dat' using 1:2 with lines linewidth 2 linecolor rgb '#E69F00' dashtype 1, \
  'afterwards.dat' using 1:3 with lines linewidth 2 linecolor rgb '#0072B2' dashtype 1, \
  'afterwards.dat' using 1:4 with lines linewidth 2 linecolor rgb '#D55E00' dashtype 1, \
  'afterwards.dat' using 1:5 with lines linewidth 2 linecolor rgb '#CC79A7' dashtype 1, \
  'afterwards.dat' using 1:6 with lines linewidth 2 linecolor rgb '#009E73' dashtype 1, \
  'afterwards.dat' using 7:8 with lines linewidth 1 linecolor rgb '#000000' dashtype (9, 6)
unset output
