# From zero (dashed) an average starts too low; corrected (solid) it does not
# gnuplot start.gp draws start.svg
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
set output 'start.svg'

set lmargin at screen 0.05589; set rmargin at screen 0.89655
set tmargin at screen 0.85345; set bmargin at screen 0.12294
unset logscale x
set xrange [0:123.57]
set xtics ('0' 0, '20' 20, '40' 40, '60' 60, '80' 80, '100' 100, '120' 120)
unset logscale y
set yrange [-2.076:24.276]
set ytics ('0' 0, '5' 5, '10' 10, '15' 15, '20' 20)
set xtics offset 0,0.5
set grid noxtics ytics
unset colorbox
set label 'From zero (dashed) an average starts too low; corrected (solid) it does not' at screen 0.02222, screen 0.94181 left textcolor rgb '#1F1F1F' font 'Arial:Bold,17'
set label 'daily maximum temperature (°C)' at screen 0.02222, screen 0.88254 left textcolor rgb '#4A4A4A' font ',12.5'
set label 'β = 0.5' at screen 0.92155, screen 0.62568 left textcolor rgb '#0072B2' font ',12.5'
set label 'β = 0.9' at screen 0.92155, screen 0.58904 left textcolor rgb '#BF5400' font ',12.5'
set label 'β = 0.98' at screen 0.92155, screen 0.51335 left textcolor rgb '#008661' font ',12.5'
set label 'day' at screen 0.47622, screen 0.04535 center textcolor rgb '#4A4A4A' font ',12.5'
set arrow from screen 0.87643, screen 0.60798 to screen 0.91877, screen 0.62568 nohead linewidth 0.8 linecolor rgb '#660072B2'
set arrow from screen 0.87643, screen 0.60675 to screen 0.91877, screen 0.58904 nohead linewidth 0.8 linecolor rgb '#66BF5400'
set arrow from screen 0.87643, screen 0.51335 to screen 0.91877, screen 0.51335 nohead linewidth 0.8 linecolor rgb '#66008661'
plot \
  'start.dat' using 1:2 with points pointtype 7 pointsize 0.325 linecolor rgb '#8C8C8C', \
  'start.dat' using 1:3 with lines linewidth 2 linecolor rgb '#0072B2' dashtype (9, 6), \
  'start.dat' using 1:4 with lines linewidth 2 linecolor rgb '#0072B2' dashtype 1, \
  'start.dat' using 1:5 with lines linewidth 2 linecolor rgb '#D55E00' dashtype (9, 6), \
  'start.dat' using 1:6 with lines linewidth 2 linecolor rgb '#D55E00' dashtype 1, \
  'start.dat' using 1:7 with lines linewidth 2 linecolor rgb '#009E73' dashtype (9, 6), \
  'start.dat' using 1:8 with lines linewidth 2 linecolor rgb '#009E73' dashtype 1
unset output
