# Momentum turns the step (solid) away from straight downhill (dashed)
# gnuplot momentum.gp draws momentum.svg

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
set cntrparam levels discrete 3, 10, 30, 100, 300
set table $contours_1_1
splot 'momentum-grid.dat' using 1:2:3
unset table
set cntrparam levels discrete 3, 10, 30, 100, 300
set table $contours_2_1
splot 'momentum-grid.dat' using 1:2:3
unset table
set cntrparam levels discrete 3, 10, 30, 100, 300
set table $contours_3_1
splot 'momentum-grid.dat' using 1:2:3
unset table
unset contour
set surface

set terminal svg size 920,393 fixed font 'Arial&#44; Helvetica&#44; sans-serif,13' fontscale 1 linewidth 1 dashlength 1 butt enhanced background '#ffffff'
set output 'momentum.svg'
family = 'Arial&#44; Helvetica&#44; sans-serif'
set multiplot

# Panel 1: (1) gradient descent
set lmargin at screen 0.04757; set rmargin at screen 0.32446
set tmargin at screen 0.77608; set bmargin at screen 0.14694
unset logscale x
set xrange [7.3:10.7]
set xtics ('8' 8, '9' 9, '10' 10)
unset logscale y
set yrange [-1.6:1.7]
set ytics ('−1' -1, '0' 0, '1' 1)
set xtics offset 0,0.5
unset grid
unset colorbox
set label 'Momentum turns the step (solid) away from straight downhill (dashed)' at screen 0.01739, screen 0.9313 left textcolor rgb '#1F1F1F' font family.':Bold,17'
set label 'y' at screen 0.01739, screen 0.81043 left textcolor rgb '#4A4A4A' font ',12.5'
set label '(1) gradient descent' at screen 0.01739, screen 0.85751 left textcolor rgb '#1F1F1F' font family.':Bold,13.5'
set label 'x' at screen 0.18601, screen 0.05533 center textcolor rgb '#4A4A4A' font ',12.5'
plot \
  $contours_1_1 using 1:2 with lines linewidth 1 linecolor rgb '#A9B1BA' dashtype solid, \
  'momentum.dat' using 1:2:3:4 with vectors head filled size screen 0.009,22,60 linewidth 1.5 linecolor rgb '#8C8C8C' dashtype (9, 6), \
  'momentum.dat' using 1:2:5:6 with vectors head filled size screen 0.009,22,60 linewidth 2 linecolor rgb '#0072B2' dashtype solid

# Panel 2: (2) momentum, β = 0.5
unset label
unset arrow
unset object
set lmargin at screen 0.37446; set rmargin at screen 0.65136
set tmargin at screen 0.77608; set bmargin at screen 0.14694
unset logscale x
set xrange [7.3:10.7]
set xtics ('8' 8, '9' 9, '10' 10)
unset logscale y
set yrange [-1.6:1.7]
set ytics ('' -1, '' 0, '' 1)
set xtics offset 0,0.5
unset grid
unset colorbox
set label '(2) momentum, β = 0.5' at screen 0.36359, screen 0.85751 left textcolor rgb '#1F1F1F' font family.':Bold,13.5'
set label 'x' at screen 0.51291, screen 0.05533 center textcolor rgb '#4A4A4A' font ',12.5'
plot \
  $contours_2_1 using 1:2 with lines linewidth 1 linecolor rgb '#A9B1BA' dashtype solid, \
  'momentum.dat' using 7:8:9:10 with vectors head filled size screen 0.009,22,60 linewidth 1.5 linecolor rgb '#8C8C8C' dashtype (9, 6), \
  'momentum.dat' using 7:8:11:12 with vectors head filled size screen 0.009,22,60 linewidth 2 linecolor rgb '#D55E00' dashtype solid

# Panel 3: (3) momentum, β = 0.9
unset label
unset arrow
unset object
set lmargin at screen 0.70136; set rmargin at screen 0.97826
set tmargin at screen 0.77608; set bmargin at screen 0.14694
unset logscale x
set xrange [7.3:10.7]
set xtics ('8' 8, '9' 9, '10' 10)
unset logscale y
set yrange [-1.6:1.7]
set ytics ('' -1, '' 0, '' 1)
set xtics offset 0,0.5
unset grid
unset colorbox
set label '(3) momentum, β = 0.9' at screen 0.69049, screen 0.85751 left textcolor rgb '#1F1F1F' font family.':Bold,13.5'
set label 'x' at screen 0.83981, screen 0.05533 center textcolor rgb '#4A4A4A' font ',12.5'
plot \
  $contours_3_1 using 1:2 with lines linewidth 1 linecolor rgb '#A9B1BA' dashtype solid, \
  'momentum.dat' using 13:14:15:16 with vectors head filled size screen 0.009,22,60 linewidth 1.5 linecolor rgb '#8C8C8C' dashtype (9, 6), \
  'momentum.dat' using 13:14:17:18 with vectors head filled size screen 0.009,22,60 linewidth 2 linecolor rgb '#D55E00' dashtype solid
unset multiplot
unset output
