# Between two minima the loss rises
# gnuplot two-minima.gp draws two-minima.svg

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

# Contour lines of the grid
set contour base
unset surface
set cntrparam levels discrete 0.3844974524813978, 0.4044974524813978, 0.43449745248139776, 0.47449745248139774, 0.5244974524813978, 0.5744974524813977, 0.6744974524813978, 0.8244974524813977
set table $contours_1_2
splot 'two-minima-grid.dat' using 1:2:3
unset table
unset contour
set surface

set terminal svg size 800,449 fixed font 'Arial&#44; Helvetica&#44; sans-serif,13' fontscale 1 linewidth 1 dashlength 1 butt enhanced background '#ffffff'
set output 'two-minima.svg'
family = 'Arial&#44; Helvetica&#44; sans-serif'
set multiplot

# Panel 1: the plane of both and of zero
set lmargin at screen 0.0691; set rmargin at screen 0.44805
set tmargin at screen 0.80401; set bmargin at screen 0.12882
unset logscale x
set xrange [-0.5:1.5]
set xtics ('−0.5' -0.5, '0.0' 0, '0.5' 0.5, '1.0' 1, '1.5' 1.5)
unset logscale y
set yrange [-0.5:1.5]
set ytics ('−0.5' -0.5, '0.0' 0, '0.5' 0.5, '1.0' 1, '1.5' 1.5)
set xtics offset 0,0.5
unset grid
set palette defined (0 '#440154', 1 '#472D7B', 2 '#3B528B', 3 '#2C728E', 4 '#21918C', 5 '#28AE80', 6 '#5EC962', 7 '#ADDC30', 8 '#FDE725')
unset logscale cb
set cbrange [0.37449745248139776:1.1744974524813978]
set cbtics ('0.4' 0.4, '0.5' 0.5, '0.6' 0.6, '0.7' 0.7, '0.8' 0.8, '0.9' 0.9, '1.0' 1, '1.1' 1.1) scale 0
set colorbox user origin screen 0.46555, screen 0.12882 size 0.015, 0.67519 noborder
set label 'Between two minima the loss rises' at screen 0.02, screen 0.93987 left textcolor rgb '#1F1F1F' font family.':Bold,17'
set label 'share of minimum B' at screen 0.02, screen 0.83408 left textcolor rgb '#4A4A4A' font ',12.5'
set label 'the plane of both and of zero' at screen 0.02, screen 0.87528 left textcolor rgb '#1F1F1F' font family.':Bold,13.5'
set label 'loss' at screen 0.51455, screen 0.83408 right textcolor rgb '#4A4A4A' font ',12.5'
set label 'share of minimum A' at screen 0.25858, screen 0.04864 center textcolor rgb '#4A4A4A' font ',12.5'
set label 'A' at first 1.06, first 0.08 left front textcolor rgb '#FFFFFF' font ',12.5'
set label 'B' at first 0.06, first 1.08 left front textcolor rgb '#FFFFFF' font ',12.5'
set label 'zero' at first 0.06, first -0.12 left front textcolor rgb '#FFFFFF' font ',12.5'
plot \
  'two-minima-grid.dat' using 1:2:3 with image, \
  $contours_1_2 using 1:2 with lines linewidth 1 linecolor rgb '#FFFFFF' dashtype solid, \
  'two-minima.dat' using 1:2 with points pointtype 7 pointsize 0.91 linecolor rgb '#FFFFFF'

# Panel 2: the line from A to B
unset label
unset arrow
unset object
set lmargin at screen 0.59605; set rmargin at screen 0.975
set tmargin at screen 0.80401; set bmargin at screen 0.12882
unset logscale x
set xrange [-0.348:1.348]
set xtics ('0.0' 0, '0.5' 0.5, '1.0' 1)
unset logscale y
set yrange [0.34223896747758176:1.2132180625806135]
set ytics ('0.4' 0.4, '0.6' 0.6, '0.8' 0.8, '1.0' 1, '1.2' 1.2)
set xtics offset 0,0.5
set grid noxtics ytics
unset colorbox
set label 'loss' at screen 0.55955, screen 0.83408 left textcolor rgb '#4A4A4A' font ',12.5'
set label 'the line from A to B' at screen 0.55955, screen 0.87528 left textcolor rgb '#1F1F1F' font family.':Bold,13.5'
set label 'share of the way' at screen 0.78552, screen 0.04864 center textcolor rgb '#4A4A4A' font ',12.5'
plot \
  'two-minima.dat' using 3:4 with lines linewidth 2 linecolor rgb '#0072B2' dashtype solid, \
  'two-minima.dat' using 5:6 with points pointtype 7 pointsize 0.91 linecolor rgb '#000000'
unset multiplot
unset output
