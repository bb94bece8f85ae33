# Gradients (dashed) point across the ravine, updates (solid) along it
# gnuplot directions.gp draws directions.svg
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
splot 'directions-grid.dat' using 1:2:3
unset table
set cntrparam levels discrete 3, 10, 30, 100, 300
set table $contours_2_1
splot 'directions-grid.dat' using 1:2:3
unset table
unset contour
set surface

set terminal svg size 720,601 font 'Arial,13' enhanced background '#ffffff'
set output 'directions.svg'
set multiplot

# Panel 1: momentum, η = 0.00716
set lmargin at screen 0.07125; set rmargin at screen 0.97222
set tmargin at screen 0.85358; set bmargin at screen 0.52791
unset logscale x
set xrange [-0.8:10.8]
set xtics ('' 0, '' 1, '' 2, '' 3, '' 4, '' 5, '' 6, '' 7, '' 8, '' 9, '' 10)
unset logscale y
set yrange [-1.7:1.8]
set ytics ('−1.5' -1.5, '−1.0' -1, '−0.5' -0.5, '0.0' 0, '0.5' 0.5, '1.0' 1, '1.5' 1.5)
set xtics offset 0,0.5
unset grid
unset colorbox
set label 'Gradients (dashed) point across the ravine, updates (solid) along it' at screen 0.02222, screen 0.95507 left textcolor rgb '#1F1F1F' font 'Arial:Bold,17'
set label 'y' at screen 0.02222, screen 0.87604 left textcolor rgb '#4A4A4A' font ',12.5'
set label 'momentum, η = 0.00716' at screen 0.02222, screen 0.90682 left textcolor rgb '#1F1F1F' font 'Arial:Bold,13.5'
plot \
  $contours_1_1 using 1:2 with lines linewidth 1 linecolor rgb '#A9B1BA' dashtype 1, \
  'directions.dat' using 1:2:3:4 with vectors head filled size screen 0.009,22,60 linewidth 1.5 linecolor rgb '#8C8C8C' dashtype (9, 6), \
  'directions.dat' using 1:2:5:6 with vectors head filled size screen 0.009,22,60 linewidth 2 linecolor rgb '#D55E00' dashtype 1

# Panel 2: Adam, η = 0.229
unset label
unset arrow
unset object
set lmargin at screen 0.07125; set rmargin at screen 0.97222
set tmargin at screen 0.42142; set bmargin at screen 0.09575
unset logscale x
set xrange [-0.8:10.8]
set xtics ('0' 0, '1' 1, '2' 2, '3' 3, '4' 4, '5' 5, '6' 6, '7' 7, '8' 8, '9' 9, '10' 10)
unset logscale y
set yrange [-1.7:1.8]
set ytics ('−1.5' -1.5, '−1.0' -1, '−0.5' -0.5, '0.0' 0, '0.5' 0.5, '1.0' 1, '1.5' 1.5)
set xtics offset 0,0.5
unset grid
unset colorbox
set label 'y' at screen 0.02222, screen 0.44388 left textcolor rgb '#4A4A4A' font ',12.5'
set label 'Adam, η = 0.229' at screen 0.02222, screen 0.47466 left textcolor rgb '#1F1F1F' font 'Arial:Bold,13.5'
set label 'x' at screen 0.52174, screen 0.03585 center textcolor rgb '#4A4A4A' font ',12.5'
plot \
  $contours_2_1 using 1:2 with lines linewidth 1 linecolor rgb '#A9B1BA' dashtype 1, \
  'directions.dat' using 7:8:9:10 with vectors head filled size screen 0.009,22,60 linewidth 1.5 linecolor rgb '#8C8C8C' dashtype (9, 6), \
  'directions.dat' using 7:8:11:12 with vectors head filled size screen 0.009,22,60 linewidth 2 linecolor rgb '#009E73' dashtype 1
unset multiplot
unset output
