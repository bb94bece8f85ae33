# After 1 / (1 − β) days a weight has fallen to about 1/e of the newest
# gnuplot memory.gp draws memory.svg
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

set terminal svg size 720,485 font 'Arial,13' enhanced background '#ffffff'
set output 'memory.svg'

set lmargin at screen 0.06075; set rmargin at screen 0.9535
set tmargin at screen 0.85979; set bmargin at screen 0.11762
unset logscale x
set xrange [0:4]
set xtics ('0.0' 0, '0.5' 0.5, '1.0' 1, '1.5' 1.5, '2.0' 2, '2.5' 2.5, '3.0' 3, '3.5' 3.5, '4.0' 4)
unset logscale y
set yrange [0:1]
set ytics ('0.0' 0, '0.2' 0.2, '0.4' 0.4, '0.6' 0.6, '0.8' 0.8, '1.0' 1)
set xtics offset 0,0.5
set grid noxtics ytics
unset colorbox
set label 'After 1 / (1 − β) days a weight has fallen to about 1/e of the newest' at screen 0.02222, screen 0.94433 left textcolor rgb '#1F1F1F' font 'Arial:Bold,17'
set label 'weight relative to the newest' at screen 0.02222, screen 0.88763 left textcolor rgb '#4A4A4A' font ',12.5'
set label '1/e' at screen 0.96322, screen 0.39065 left textcolor rgb '#717171' font ',12.5'
set label 'age in units of 1 / (1 − β) days' at screen 0.50713, screen 0.04339 center textcolor rgb '#4A4A4A' font ',12.5'
set arrow from graph 0, first 0.36787944117144233 to graph 1, first 0.36787944117144233 nohead back linewidth 1 linecolor rgb '#8C8C8C' dashtype 1
set arrow from first 1, graph 0 to first 1, graph 1 nohead back linewidth 1 linecolor rgb '#8C8C8C' dashtype 1
set object rectangle from screen 0.81394, screen 0.8433 to screen 0.94239, screen 0.68247 front fillcolor rgb '#ffffff' fillstyle transparent solid 0.8 noborder
set arrow from screen 0.82366, screen 0.81546 to screen 0.85699, screen 0.81546 nohead front linewidth 2 linecolor rgb '#0072B2' dashtype 1
set label 'β = 0.5' at screen 0.86533, screen 0.81546 left front textcolor rgb '#1F1F1F' font ',12.5'
set arrow from screen 0.82366, screen 0.78041 to screen 0.85699, screen 0.78041 nohead front linewidth 2 linecolor rgb '#D55E00' dashtype 1
set label 'β = 0.9' at screen 0.86533, screen 0.78041 left front textcolor rgb '#1F1F1F' font ',12.5'
set arrow from screen 0.82366, screen 0.74536 to screen 0.85699, screen 0.74536 nohead front linewidth 2 linecolor rgb '#009E73' dashtype 1
set label 'β = 0.98' at screen 0.86533, screen 0.74536 left front textcolor rgb '#1F1F1F' font ',12.5'
set arrow from screen 0.82366, screen 0.71031 to screen 0.85699, screen 0.71031 nohead front linewidth 2 linecolor rgb '#000000' dashtype (9, 6)
set label 'exp(−x)' at screen 0.86533, screen 0.71031 left front textcolor rgb '#1F1F1F' font ',12.5'
plot \
  'memory.dat' using 1:2 with lines linewidth 2 linecolor rgb '#0072B2' dashtype 1, \
  'memory.dat' using 3:4 with lines linewidth 2 linecolor rgb '#D55E00' dashtype 1, \
  'memory.dat' using 5:6 with lines linewidth 2 linecolor rgb '#009E73' dashtype 1, \
  exp(-x) with lines linewidth 2 linecolor rgb '#000000' dashtype (9, 6)
unset output
