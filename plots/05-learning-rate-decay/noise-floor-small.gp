# The thumbnail of noise-floor
# gnuplot noise-floor-small.gp draws noise-floor-small.svg

# Whatever a ~/.gnuplot has set
reset
unset decimalsign
do for [i = 1:8] { set linetype i linewidth 1 dashtype solid pointsize default }
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

set terminal svg size 340,201 fixed font 'Arial&#44; Helvetica&#44; sans-serif,13' fontscale 1 linewidth 1 dashlength 1 butt enhanced background '#ffffff'
set output 'noise-floor-small.svg'
family = 'Arial&#44; Helvetica&#44; sans-serif'

set lmargin at screen 0.15553; set rmargin at screen 0.66691
set tmargin at screen 0.77114; set bmargin at screen 0.28673
set logscale x
set xrange [1:2000]
set xtics ('1' 1, '100' 100)
set logscale y
set yrange [0.00032486907607681773:36.9634424735269]
set ytics ('0.01' 0.01, '1' 1)
set xtics offset 0,0.5
set grid noxtics ytics
unset colorbox
set label 'mean square of w' at screen 0.04706, screen 0.83831 left textcolor rgb '#4A4A4A' font ',12.5'
set label 'constant 0.1' at screen 0.71985, screen 0.54248 left textcolor rgb '#0072B2' font ',12.5'
set label 'constant 0.02' at screen 0.71985, screen 0.37333 left textcolor rgb '#717171' font ',12.5'
set label 'staircase' at screen 0.71985, screen 0.45791 left textcolor rgb '#9E6C00' font ',12.5'
set label '1/(1 + t)' at screen 0.71985, screen 0.28875 left textcolor rgb '#397BA0' font ',12.5'
set label 'step t' at screen 0.41122, screen 0.10763 center textcolor rgb '#4A4A4A' font ',12.5'
set arrow from screen 0.67574, screen 0.49906 to screen 0.71397, screen 0.54248 nohead linewidth 0.8 linecolor rgb '#660072B2'
set arrow from screen 0.67574, screen 0.42915 to screen 0.71397, screen 0.37333 nohead linewidth 0.8 linecolor rgb '#66717171'
set arrow from screen 0.67574, screen 0.42915 to screen 0.71397, screen 0.45791 nohead linewidth 0.8 linecolor rgb '#669E6C00'
set arrow from screen 0.67574, screen 0.30512 to screen 0.71397, screen 0.28875 nohead linewidth 0.8 linecolor rgb '#66397BA0'
plot \
  'noise-floor.dat' using 1:2 with lines linewidth 3 linecolor rgb '#0072B2' dashtype solid, \
  'noise-floor.dat' using 1:3 with lines linewidth 3 linecolor rgb '#8C8C8C' dashtype solid, \
  'noise-floor.dat' using 1:4 with lines linewidth 3 linecolor rgb '#E69F00' dashtype solid, \
  'noise-floor.dat' using 1:5 with lines linewidth 3 linecolor rgb '#56B4E9' dashtype solid, \
  'noise-floor.dat' using 1:6 with lines linewidth 1 linecolor rgb '#000000' dashtype (9, 6), \
  'noise-floor.dat' using 1:7 with lines linewidth 1 linecolor rgb '#000000' dashtype (9, 6), \
  'noise-floor.dat' using 1:8 with lines linewidth 1 linecolor rgb '#000000' dashtype (9, 6), \
  'noise-floor.dat' using 1:9 with lines linewidth 1 linecolor rgb '#000000' dashtype (9, 6)
unset output
