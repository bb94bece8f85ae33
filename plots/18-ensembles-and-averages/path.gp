# The average of the path reads what its last point misses
# gnuplot path.gp draws path.svg

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

set terminal svg size 920,386 fixed font 'Arial&#44; Helvetica&#44; sans-serif,13' fontscale 1 linewidth 1 dashlength 1 butt enhanced background '#ffffff'
set output 'path.svg'
family = 'Arial&#44; Helvetica&#44; sans-serif'
set multiplot

# Panel 1: constant rate
set lmargin at screen 0.04496; set rmargin at screen 0.30742
set tmargin at screen 0.77202; set bmargin at screen 0.25906
set logscale x
set xrange [1:300]
set xtics ('1' 1, '10' 10, '100' 100)
unset logscale y
set yrange [60:93.88444444444444]
set ytics ('60' 60, '70' 70, '80' 80, '90' 90)
set xtics offset 0,0.5
set grid noxtics ytics
unset colorbox
set label 'The average of the path reads what its last point misses' at screen 0.01739, screen 0.93005 left textcolor rgb '#1F1F1F' font family.':Bold,17'
set label 'test digits read (%)' at screen 0.01739, screen 0.80699 left textcolor rgb '#4A4A4A' font ',12.5'
set label 'constant rate' at screen 0.01739, screen 0.85492 left textcolor rgb '#1F1F1F' font family.':Bold,13.5'
set label 'epoch' at screen 0.17619, screen 0.1658 center textcolor rgb '#4A4A4A' font ',12.5'
set arrow from screen 0.04496, screen 0.10751 to screen 0.07104, screen 0.10751 nohead front linewidth 2 linecolor rgb '#E69F00' dashtype solid
set label 'last weights' at screen 0.07757, screen 0.10751 left front textcolor rgb '#1F1F1F' font ',12.5'
set arrow from screen 0.18001, screen 0.10751 to screen 0.2061, screen 0.10751 nohead front linewidth 2 linecolor rgb '#009E73' dashtype solid
set label 'their average' at screen 0.21262, screen 0.10751 left front textcolor rgb '#1F1F1F' font ',12.5'
set arrow from screen 0.32485, screen 0.10751 to screen 0.35093, screen 0.10751 nohead front linewidth 2 linecolor rgb '#000000' dashtype solid
set label 'last weights, cosine' at screen 0.35746, screen 0.10751 left front textcolor rgb '#1F1F1F' font ',12.5'
set label '' at screen 0.52593, screen 0.10751 front point pointtype 7 pointsize 0.845 linecolor rgb '#CC79A7'
set label 'snapshots so far, together' at screen 0.5455, screen 0.10751 left front textcolor rgb '#1F1F1F' font ',12.5'
set label '' at screen 0.7599, screen 0.10751 front point pointtype 5 pointsize 0.78 linecolor rgb '#0072B2'
set label 'short runs so far, together' at screen 0.77947, screen 0.10751 left front textcolor rgb '#1F1F1F' font ',12.5'
set arrow from screen 0.04496, screen 0.05828 to screen 0.07104, screen 0.05828 nohead front linewidth 2 linecolor rgb '#8C8C8C' dashtype solid
set label 'constant' at screen 0.07757, screen 0.05828 left front textcolor rgb '#1F1F1F' font ',12.5'
set arrow from screen 0.15718, screen 0.05828 to screen 0.18327, screen 0.05828 nohead front linewidth 2 linecolor rgb '#000000' dashtype solid
set label 'cosine' at screen 0.18979, screen 0.05828 left front textcolor rgb '#1F1F1F' font ',12.5'
set arrow from screen 0.25365, screen 0.05828 to screen 0.27974, screen 0.05828 nohead front linewidth 2 linecolor rgb '#56B4E9' dashtype solid
set label 'cyclic' at screen 0.28626, screen 0.05828 left front textcolor rgb '#1F1F1F' font ',12.5'
set label '' at screen 0.35746, screen 0.05828 front point pointtype 7 pointsize 0.845 linecolor rgb '#CC79A7'
set label 'snapshot' at screen 0.37702, screen 0.05828 left front textcolor rgb '#1F1F1F' font ',12.5'
plot \
  'path.dat' using 1:2:3 with filledcurves linecolor rgb '#E69F00' fillstyle transparent solid 0.18 noborder, \
  'path.dat' using 1:4 with lines linewidth 2 linecolor rgb '#E69F00' dashtype solid, \
  'path.dat' using 1:5:6 with filledcurves linecolor rgb '#009E73' fillstyle transparent solid 0.18 noborder, \
  'path.dat' using 1:7 with lines linewidth 2 linecolor rgb '#009E73' dashtype solid, \
  'path.dat' using 8:9 with lines linewidth 2 linecolor rgb '#000000' dashtype solid

# Panel 2: cyclic rate
unset label
unset arrow
unset object
set lmargin at screen 0.37412; set rmargin at screen 0.63658
set tmargin at screen 0.77202; set bmargin at screen 0.25906
unset logscale x
set xrange [0:30.87]
set xtics ('0' 0, '10' 10, '20' 20, '30' 30)
unset logscale y
set yrange [61.85944444444445:92.27944444444444]
set ytics ('70' 70, '80' 80, '90' 90)
set xtics offset 0,0.5
set grid noxtics ytics
unset colorbox
set label 'test digits read (%)' at screen 0.34655, screen 0.80699 left textcolor rgb '#4A4A4A' font ',12.5'
set label 'cyclic rate' at screen 0.34655, screen 0.85492 left textcolor rgb '#1F1F1F' font family.':Bold,13.5'
set label 'epoch' at screen 0.50535, screen 0.1658 center textcolor rgb '#4A4A4A' font ',12.5'
plot \
  'path.dat' using 8:10 with lines linewidth 2 linecolor rgb '#E69F00' dashtype solid, \
  'path.dat' using 11:12 with points pointtype 7 pointsize 0.845 linecolor rgb '#CC79A7', \
  'path.dat' using 11:13 with points pointtype 5 pointsize 0.78 linecolor rgb '#0072B2'

# Panel 3: the rates
unset label
unset arrow
unset object
set lmargin at screen 0.7158; set rmargin at screen 0.97826
set tmargin at screen 0.77202; set bmargin at screen 0.25906
unset logscale x
set xrange [0:30.9]
set xtics ('0' 0, '10' 10, '20' 20, '30' 30)
unset logscale y
set yrange [0:0.11000000000000001]
set ytics ('0.00' 0, '0.02' 0.02, '0.04' 0.04, '0.06' 0.06, '0.08' 0.08, '0.10' 0.1)
set xtics offset 0,0.5
set grid noxtics ytics
unset colorbox
set label 'learning rate' at screen 0.67571, screen 0.80699 left textcolor rgb '#4A4A4A' font ',12.5'
set label 'the rates' at screen 0.67571, screen 0.85492 left textcolor rgb '#1F1F1F' font family.':Bold,13.5'
set label 'epoch' at screen 0.84703, screen 0.1658 center textcolor rgb '#4A4A4A' font ',12.5'
plot \
  'path.dat' using 14:15 with lines linewidth 2 linecolor rgb '#8C8C8C' dashtype solid, \
  'path.dat' using 14:16 with lines linewidth 2 linecolor rgb '#000000' dashtype solid, \
  'path.dat' using 14:17 with lines linewidth 2 linecolor rgb '#56B4E9' dashtype solid, \
  'path.dat' using 11:18 with points pointtype 7 pointsize 0.845 linecolor rgb '#CC79A7'
unset multiplot
unset output
