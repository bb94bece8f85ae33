# Gradient descent bounces between the walls; momentum, RMSProp and Adam do not
# gnuplot ravine.gp draws ravine.svg

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
splot 'ravine-grid.dat' using 1:2:3
unset table
set cntrparam levels discrete 3, 10, 30, 100, 300
set table $contours_2_1
splot 'ravine-grid.dat' using 1:2:3
unset table
set cntrparam levels discrete 3, 10, 30, 100, 300
set table $contours_3_1
splot 'ravine-grid.dat' using 1:2:3
unset table
set cntrparam levels discrete 3, 10, 30, 100, 300
set table $contours_4_1
splot 'ravine-grid.dat' using 1:2:3
unset table
unset contour
set surface

array captions[50] = ['step 2', 'step 4', 'step 6', 'step 8', 'step 10', 'step 12', 'step 14', 'step 16', 'step 18', 'step 20', 'step 22', 'step 24', 'step 26', 'step 28', 'step 30', 'step 32', 'step 34', 'step 36', 'step 38', 'step 40', 'step 42', 'step 44', 'step 46', 'step 48', 'step 50', 'step 52', 'step 54', 'step 56', 'step 58', 'step 60', 'step 62', 'step 64', 'step 66', 'step 68', 'step 70', 'step 72', 'step 74', 'step 76', 'step 78', 'step 80', 'step 82', 'step 84', 'step 86', 'step 88', 'step 90', 'step 92', 'step 94', 'step 96', 'step 98', 'step 100']
# Frame 0 is the still picture. In the film the lines grow, then stand for a moment; the grey line at its foot
# says how far it is, and keeps frames apart that are otherwise alike (gnuplot cannot store a frame without change)
do for [frame = 0:65] {
if (frame == 0) {
set terminal svg size 800,408 fixed font 'Arial&#44; Helvetica&#44; sans-serif,13' fontscale 1 linewidth 1 dashlength 1 butt enhanced background '#ffffff'
set output 'ravine.svg'
family = 'Arial&#44; Helvetica&#44; sans-serif'; dot = 1.0
}
if (frame == 1) {
set terminal gif animate delay 8 optimize size 1200,612 linewidth 1.5 font 'sans,13' fontscale 1.02 enhanced nocrop background '#ffffff'
set output 'ravine.gif'
family = 'sans'; dot = 1.5
}
moment = frame == 0 ? 50 : frame > 50 ? 50 : frame
caption = captions[moment]
set multiplot
# The colours of a film are those of its first frame, so at first all is drawn once, and wiped out
do for [pass = frame == 1 ? 1 : 2 : 2] {
shown = frame == 0 || pass == 1 || frame > 50 ? 1.0 : frame / 50.0

# Panel 1: gradient descent: settles in 350 steps
unset label
unset arrow
unset object
set lmargin at screen 0.0691; set rmargin at screen 0.4933
set tmargin at screen 0.68137; set bmargin at screen 0.48943
unset logscale x
set xrange [-1.3:10.4]
set xtics ('' 0, '' 2, '' 4, '' 6, '' 8, '' 10)
unset logscale y
set yrange [-1.3:1.4]
set ytics ('−1.0' -1, '−0.5' -0.5, '0.0' 0, '0.5' 0.5, '1.0' 1)
set xtics offset 0,0.5
unset grid
unset colorbox
set label 'Gradient descent bounces between the walls; momentum, RMSProp and Adam' at screen 0.02, screen 0.93382 left textcolor rgb '#1F1F1F' font family.':Bold,17'
set label 'do not' at screen 0.02, screen 0.8799 left textcolor rgb '#1F1F1F' font family.':Bold,17'
set label 'y' at screen 0.02, screen 0.71446 left textcolor rgb '#4A4A4A' font ',12.5'
set label 'gradient descent: settles in 350 steps' at screen 0.02, screen 0.7598 left textcolor rgb '#1F1F1F' font family.':Bold,13.5'
set label caption at screen 0.02, screen 0.82598 left textcolor rgb '#1F1F1F' font family.':Bold,14'
if (frame > 0) { set arrow from screen 0, screen 0.004 to screen frame / 65.0, screen 0.004 nohead linewidth 2 linecolor rgb '#C8C8C8' }
plot \
  $contours_1_1 using 1:2 with lines linewidth 1 linecolor rgb '#A9B1BA' dashtype solid, \
  'ravine.dat' every ::0::int(shown * 100) using 1:2 with lines linewidth 2 linecolor rgb '#0072B2' dashtype solid, \
  'ravine.dat' every ::0::int(shown * 100) using 1:2 with points pointtype 7 pointsize 0.325*dot linecolor rgb '#0072B2', \
  'ravine.dat' every ::0::0 using 1:2 with points pointtype 6 pointsize 0.845*dot linecolor rgb '#0072B2' linewidth (frame > 0 ? 0.67 : 1.5), \
  'ravine.dat' every ::int(shown * 100)::int(shown * 100) using 1:2 with points pointtype 7 pointsize 0.845*dot linecolor rgb '#0072B2'

# Panel 2: momentum, β = 0.9: settles in 123 steps
unset label
unset arrow
unset object
set lmargin at screen 0.5508; set rmargin at screen 0.975
set tmargin at screen 0.68137; set bmargin at screen 0.48943
unset logscale x
set xrange [-1.3:10.4]
set xtics ('' 0, '' 2, '' 4, '' 6, '' 8, '' 10)
unset logscale y
set yrange [-1.3:1.4]
set ytics ('' -1, '' -0.5, '' 0, '' 0.5, '' 1)
set xtics offset 0,0.5
unset grid
unset colorbox
set label 'momentum, β = 0.9: settles in 123 steps' at screen 0.5383, screen 0.7598 left textcolor rgb '#1F1F1F' font family.':Bold,13.5'
plot \
  $contours_2_1 using 1:2 with lines linewidth 1 linecolor rgb '#A9B1BA' dashtype solid, \
  'ravine.dat' every ::0::int(shown * 100) using 3:4 with lines linewidth 2 linecolor rgb '#D55E00' dashtype solid, \
  'ravine.dat' every ::0::int(shown * 100) using 3:4 with points pointtype 7 pointsize 0.325*dot linecolor rgb '#D55E00', \
  'ravine.dat' every ::0::0 using 3:4 with points pointtype 6 pointsize 0.845*dot linecolor rgb '#D55E00' linewidth (frame > 0 ? 0.67 : 1.5), \
  'ravine.dat' every ::int(shown * 100)::int(shown * 100) using 3:4 with points pointtype 7 pointsize 0.845*dot linecolor rgb '#D55E00'

# Panel 3: RMSProp: settles in 131 steps
unset label
unset arrow
unset object
set lmargin at screen 0.0691; set rmargin at screen 0.4933
set tmargin at screen 0.33256; set bmargin at screen 0.14062
unset logscale x
set xrange [-1.3:10.4]
set xtics ('0' 0, '2' 2, '4' 4, '6' 6, '8' 8, '10' 10)
unset logscale y
set yrange [-1.3:1.4]
set ytics ('−1.0' -1, '−0.5' -0.5, '0.0' 0, '0.5' 0.5, '1.0' 1)
set xtics offset 0,0.5
unset grid
unset colorbox
set label 'y' at screen 0.02, screen 0.36565 left textcolor rgb '#4A4A4A' font ',12.5'
set label 'RMSProp: settles in 131 steps' at screen 0.02, screen 0.411 left textcolor rgb '#1F1F1F' font family.':Bold,13.5'
set label 'x' at screen 0.2812, screen 0.05238 center textcolor rgb '#4A4A4A' font ',12.5'
plot \
  $contours_3_1 using 1:2 with lines linewidth 1 linecolor rgb '#A9B1BA' dashtype solid, \
  'ravine.dat' every ::0::int(shown * 100) using 5:6 with lines linewidth 2 linecolor rgb '#CC79A7' dashtype solid, \
  'ravine.dat' every ::0::int(shown * 100) using 5:6 with points pointtype 7 pointsize 0.325*dot linecolor rgb '#CC79A7', \
  'ravine.dat' every ::0::0 using 5:6 with points pointtype 6 pointsize 0.845*dot linecolor rgb '#CC79A7' linewidth (frame > 0 ? 0.67 : 1.5), \
  'ravine.dat' every ::int(shown * 100)::int(shown * 100) using 5:6 with points pointtype 7 pointsize 0.845*dot linecolor rgb '#CC79A7'

# Panel 4: Adam: settles in 121 steps
unset label
unset arrow
unset object
set lmargin at screen 0.5508; set rmargin at screen 0.975
set tmargin at screen 0.33256; set bmargin at screen 0.14062
unset logscale x
set xrange [-1.3:10.4]
set xtics ('0' 0, '2' 2, '4' 4, '6' 6, '8' 8, '10' 10)
unset logscale y
set yrange [-1.3:1.4]
set ytics ('' -1, '' -0.5, '' 0, '' 0.5, '' 1)
set xtics offset 0,0.5
unset grid
unset colorbox
set label 'Adam: settles in 121 steps' at screen 0.5383, screen 0.411 left textcolor rgb '#1F1F1F' font family.':Bold,13.5'
set label 'x' at screen 0.7629, screen 0.05238 center textcolor rgb '#4A4A4A' font ',12.5'
plot \
  $contours_4_1 using 1:2 with lines linewidth 1 linecolor rgb '#A9B1BA' dashtype solid, \
  'ravine.dat' every ::0::int(shown * 100) using 7:8 with lines linewidth 2 linecolor rgb '#009E73' dashtype solid, \
  'ravine.dat' every ::0::int(shown * 100) using 7:8 with points pointtype 7 pointsize 0.325*dot linecolor rgb '#009E73', \
  'ravine.dat' every ::0::0 using 7:8 with points pointtype 6 pointsize 0.845*dot linecolor rgb '#009E73' linewidth (frame > 0 ? 0.67 : 1.5), \
  'ravine.dat' every ::int(shown * 100)::int(shown * 100) using 7:8 with points pointtype 7 pointsize 0.845*dot linecolor rgb '#009E73'

if (pass == 1) { clear }
}
unset multiplot
}
unset output
