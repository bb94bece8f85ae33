# At one learning rate for all, Adam's cost falls far below gradient descent's
# gnuplot moons.gp draws moons.svg
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
set cntrparam levels discrete 0
set table $contours_2_3
splot 'moons-grid.dat' using 1:2:3
unset table
set cntrparam levels discrete 0
set table $contours_2_4
splot 'moons-grid.dat' using 1:2:4
unset table
unset contour
set surface

set terminal svg size 800,347 font 'Arial,13' enhanced background '#ffffff'
set output 'moons.svg'
set multiplot

# Panel 1: Cost at η = 0.0007
set lmargin at screen 0.05468; set rmargin at screen 0.40517
set tmargin at screen 0.7464; set bmargin at screen 0.16459
unset logscale x
set xrange [1:991]
set xtics ('200' 200, '400' 400, '600' 600, '800' 800)
unset logscale y
set yrange [0:0.9115224577784539]
set ytics ('0.0' 0, '0.2' 0.2, '0.4' 0.4, '0.6' 0.6, '0.8' 0.8)
set xtics offset 0,0.5
set grid noxtics ytics
unset colorbox
set label 'At one learning rate for all, Adam''s cost falls far below gradient descent''s' at screen 0.02, screen 0.92219 left textcolor rgb '#1F1F1F' font 'Arial:Bold,17'
set label 'cost' at screen 0.02, screen 0.7853 left textcolor rgb '#4A4A4A' font ',12.5'
set label 'Cost at η = 0.0007' at screen 0.02, screen 0.83862 left textcolor rgb '#1F1F1F' font 'Arial:Bold,13.5'
set label 'gradient descent' at screen 0.42767, screen 0.51179 left textcolor rgb '#0072B2' font ',12.5'
set label 'momentum' at screen 0.42767, screen 0.56078 left textcolor rgb '#BF5400' font ',12.5'
set label 'Adam' at screen 0.42767, screen 0.33374 left textcolor rgb '#008661' font ',12.5'
set label 'RMSProp' at screen 0.42767, screen 0.28475 left textcolor rgb '#A46086' font ',12.5'
set label 'epoch' at screen 0.22992, screen 0.06085 center textcolor rgb '#4A4A4A' font ',12.5'
set arrow from screen 0.40892, screen 0.53617 to screen 0.42517, screen 0.51179 nohead linewidth 0.8 linecolor rgb '#660072B2'
set arrow from screen 0.40892, screen 0.53639 to screen 0.42517, screen 0.56078 nohead linewidth 0.8 linecolor rgb '#66BF5400'
set arrow from screen 0.40892, screen 0.30982 to screen 0.42517, screen 0.33374 nohead linewidth 0.8 linecolor rgb '#66008661'
set arrow from screen 0.40892, screen 0.30866 to screen 0.42517, screen 0.28475 nohead linewidth 0.8 linecolor rgb '#66A46086'
plot \
  'moons.dat' using 1:2 with lines linewidth 1 linecolor rgb '#A60072B2' dashtype 1, \
  'moons.dat' using 1:3 with lines linewidth 1 linecolor rgb '#A60072B2' dashtype 1, \
  'moons.dat' using 1:4 with lines linewidth 1 linecolor rgb '#A60072B2' dashtype 1, \
  'moons.dat' using 1:5 with lines linewidth 1 linecolor rgb '#A60072B2' dashtype 1, \
  'moons.dat' using 1:6 with lines linewidth 1 linecolor rgb '#A60072B2' dashtype 1, \
  'moons.dat' using 1:7 with lines linewidth 1 linecolor rgb '#A60072B2' dashtype 1, \
  'moons.dat' using 1:8 with lines linewidth 1 linecolor rgb '#A60072B2' dashtype 1, \
  'moons.dat' using 1:9 with lines linewidth 1 linecolor rgb '#A60072B2' dashtype 1, \
  'moons.dat' using 1:10 with lines linewidth 3 linecolor rgb '#0072B2' dashtype 1, \
  'moons.dat' using 1:11 with lines linewidth 1 linecolor rgb '#A6D55E00' dashtype 1, \
  'moons.dat' using 1:12 with lines linewidth 1 linecolor rgb '#A6D55E00' dashtype 1, \
  'moons.dat' using 1:13 with lines linewidth 1 linecolor rgb '#A6D55E00' dashtype 1, \
  'moons.dat' using 1:14 with lines linewidth 1 linecolor rgb '#A6D55E00' dashtype 1, \
  'moons.dat' using 1:15 with lines linewidth 1 linecolor rgb '#A6D55E00' dashtype 1, \
  'moons.dat' using 1:16 with lines linewidth 1 linecolor rgb '#A6D55E00' dashtype 1, \
  'moons.dat' using 1:17 with lines linewidth 1 linecolor rgb '#A6D55E00' dashtype 1, \
  'moons.dat' using 1:18 with lines linewidth 1 linecolor rgb '#A6D55E00' dashtype 1, \
  'moons.dat' using 1:19 with lines linewidth 3 linecolor rgb '#D55E00' dashtype (9, 6), \
  'moons.dat' using 1:20 with lines linewidth 1 linecolor rgb '#A6009E73' dashtype 1, \
  'moons.dat' using 1:21 with lines linewidth 1 linecolor rgb '#A6009E73' dashtype 1, \
  'moons.dat' using 1:22 with lines linewidth 1 linecolor rgb '#A6009E73' dashtype 1, \
  'moons.dat' using 1:23 with lines linewidth 1 linecolor rgb '#A6009E73' dashtype 1, \
  'moons.dat' using 1:24 with lines linewidth 1 linecolor rgb '#A6009E73' dashtype 1, \
  'moons.dat' using 1:25 with lines linewidth 1 linecolor rgb '#A6009E73' dashtype 1, \
  'moons.dat' using 1:26 with lines linewidth 1 linecolor rgb '#A6009E73' dashtype 1, \
  'moons.dat' using 1:27 with lines linewidth 1 linecolor rgb '#A6009E73' dashtype 1, \
  'moons.dat' using 1:28 with lines linewidth 3 linecolor rgb '#009E73' dashtype 1, \
  'moons.dat' using 1:29 with lines linewidth 1 linecolor rgb '#A6CC79A7' dashtype 1, \
  'moons.dat' using 1:30 with lines linewidth 1 linecolor rgb '#A6CC79A7' dashtype 1, \
  'moons.dat' using 1:31 with lines linewidth 1 linecolor rgb '#A6CC79A7' dashtype 1, \
  'moons.dat' using 1:32 with lines linewidth 1 linecolor rgb '#A6CC79A7' dashtype 1, \
  'moons.dat' using 1:33 with lines linewidth 1 linecolor rgb '#A6CC79A7' dashtype 1, \
  'moons.dat' using 1:34 with lines linewidth 1 linecolor rgb '#A6CC79A7' dashtype 1, \
  'moons.dat' using 1:35 with lines linewidth 1 linecolor rgb '#A6CC79A7' dashtype 1, \
  'moons.dat' using 1:36 with lines linewidth 1 linecolor rgb '#A6CC79A7' dashtype 1, \
  'moons.dat' using 1:37 with lines linewidth 3 linecolor rgb '#CC79A7' dashtype (9, 6)

# Panel 2: Border between the moons
unset label
unset arrow
unset object
set lmargin at screen 0.6245; set rmargin at screen 0.975
set tmargin at screen 0.74409; set bmargin at screen 0.1669
unset logscale x
set xrange [-1.6:2.6]
set xtics ('−1' -1, '0' 0, '1' 1, '2' 2)
unset logscale y
set yrange [-1.3:1.7]
set ytics ('−1.0' -1, '−0.5' -0.5, '0.0' 0, '0.5' 0.5, '1.0' 1, '1.5' 1.5)
set xtics offset 0,0.5
unset grid
unset colorbox
set label 'x₂' at screen 0.58038, screen 0.78299 left textcolor rgb '#4A4A4A' font ',12.5'
set label 'Border between the moons' at screen 0.58038, screen 0.83631 left textcolor rgb '#1F1F1F' font 'Arial:Bold,13.5'
set label 'x₁' at screen 0.79975, screen 0.06315 center textcolor rgb '#4A4A4A' font ',12.5'
plot \
  'moons.dat' using 38:39 with points pointtype 6 pointsize 0.455 linecolor rgb '#668C8C8C', \
  'moons.dat' using 40:41 with points pointtype 7 pointsize 0.455 linecolor rgb '#66000000', \
  $contours_2_3 using 1:2 with lines linewidth 2 linecolor rgb '#0072B2' dashtype 1, \
  $contours_2_4 using 1:2 with lines linewidth 2 linecolor rgb '#009E73' dashtype 1
unset multiplot
unset output
