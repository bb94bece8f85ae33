# Averages from zero (dashed) start too low, corrected ones do not
# gnuplot start.gp draws start.svg

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

set terminal svg size 720,460 fixed font 'Arial&#44; Helvetica&#44; sans-serif,13' fontscale 1 linewidth 1 dashlength 1 butt enhanced background '#ffffff'
set output 'start.svg'
family = 'Arial&#44; Helvetica&#44; sans-serif'

set lmargin at screen 0.05744; set rmargin at screen 0.88819
set tmargin at screen 0.85217; set bmargin at screen 0.124
unset logscale x
set xrange [0:123.57]
set xtics ('0' 0, '20' 20, '40' 40, '60' 60, '80' 80, '100' 100, '120' 120)
unset logscale y
set yrange [-2.076:24.276]
set ytics ('0' 0, '5' 5, '10' 10, '15' 15, '20' 20)
set xtics offset 0,0.5
set grid noxtics ytics
unset colorbox
set label 'Averages from zero (dashed) start too low, corrected ones do not' at screen 0.02222, screen 0.9413 left textcolor rgb '#1F1F1F' font family.':Bold,17'
set label 'daily maximum temperature (°C)' at screen 0.02222, screen 0.88152 left textcolor rgb '#4A4A4A' font ',12.5'
set label 'β = 0.5' at screen 0.91319, screen 0.62535 left textcolor rgb '#0072B2' font ',12.5'
set label 'β = 0.9' at screen 0.91319, screen 0.5884 left textcolor rgb '#BF5400' font ',12.5'
set label 'β = 0.98' at screen 0.91319, screen 0.51316 left textcolor rgb '#008661' font ',12.5'
set label 'day' at screen 0.47282, screen 0.04574 center textcolor rgb '#4A4A4A' font ',12.5'
set arrow from screen 0.86836, screen 0.60749 to screen 0.91042, screen 0.62535 nohead linewidth 0.8 linecolor rgb '#660072B2'
set arrow from screen 0.86836, screen 0.60626 to screen 0.91042, screen 0.5884 nohead linewidth 0.8 linecolor rgb '#66BF5400'
set arrow from screen 0.86836, screen 0.51316 to screen 0.91042, screen 0.51316 nohead linewidth 0.8 linecolor rgb '#66008661'
plot \
  'start.dat' using 1:2 with points pointtype 7 pointsize 0.325 linecolor rgb '#8C8C8C', \
  'start.dat' using 1:3 with lines linewidth 2 linecolor rgb '#0072B2' dashtype (9, 6), \
  'start.dat' using 1:4 with lines linewidth 2 linecolor rgb '#0072B2' dashtype solid, \
  'start.dat' using 1:5 with lines linewidth 2 linecolor rgb '#D55E00' dashtype (9, 6), \
  'start.dat' using 1:6 with lines linewidth 2 linecolor rgb '#D55E00' dashtype solid, \
  'start.dat' using 1:7 with lines linewidth 2 linecolor rgb '#009E73' dashtype (9, 6), \
  'start.dat' using 1:8 with lines linewidth 2 linecolor rgb '#009E73' dashtype solid
unset output
