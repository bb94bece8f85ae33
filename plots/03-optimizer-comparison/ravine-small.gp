# The thumbnail of ravine
# gnuplot ravine-small.gp draws ravine-small.svg

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
unset contour
set surface

# Frame 0 is the still picture. In the film the lines grow, then stand for a moment; the grey line at its foot
# says how far it is, and keeps frames apart that are otherwise alike (gnuplot cannot store a frame without change)
do for [frame = 0:0] {
if (frame == 0) {
set terminal svg size 520,201 fixed font 'Arial&#44; Helvetica&#44; sans-serif,13' fontscale 1 linewidth 1 dashlength 1 butt enhanced background '#ffffff'
set output 'ravine-small.svg'
family = 'Arial&#44; Helvetica&#44; sans-serif'; dot = 1.0
}
if (frame == 1) {
set terminal gif animate delay 8 optimize size 780,302 linewidth 1.5 font 'sans,13' fontscale 1.02 enhanced nocrop background '#ffffff'
family = 'sans'; dot = 1.5
}
moment = frame == 0 ? 50 : frame > 50 ? 50 : frame
set multiplot
# The colours of a film are those of its first frame, so at first all is drawn once, and wiped out
do for [pass = frame == 1 ? 1 : 2 : 2] {
shown = frame == 0 || pass == 1 || frame > 50 ? 1.0 : frame / 50.0

# Panel 1: gradient descent: settles in 350 steps
unset label
unset arrow
unset object
set lmargin at screen 0.10631; set rmargin at screen 0.48969
set tmargin at screen 0.58209; set bmargin at screen 0.28358
unset logscale x
set xrange [-1.3:10.4]
set xtics ('0' 0, '2' 2, '4' 4, '6' 6, '8' 8, '10' 10)
unset logscale y
set yrange [-1.3:1.4]
set ytics ('−1.0' -1, '−0.5' -0.5, '0.0' 0, '0.5' 0.5, '1.0' 1)
set xtics offset 0,0.5
unset grid
unset colorbox
set label 'y' at screen 0.03077, screen 0.64925 left textcolor rgb '#4A4A4A' font ',12.5'
set label 'steps' at screen 0.03077, screen 0.74129 left textcolor rgb '#1F1F1F' font family.':Bold,13.5'
set label 'gradient descent: settles in 350' at screen 0.03077, screen 0.83085 left textcolor rgb '#1F1F1F' font family.':Bold,13.5'
set label 'x' at screen 0.298, screen 0.10448 center textcolor rgb '#4A4A4A' font ',12.5'
if (frame > 0) { set arrow from screen 0, screen 0.004 to screen frame / 65.0, screen 0.004 nohead linewidth 2 linecolor rgb '#C8C8C8' }
plot \
  $contours_1_1 using 1:2 with lines linewidth 1 linecolor rgb '#A9B1BA' dashtype solid, \
  'ravine.dat' every ::0::int(shown * 100) using 1:2 with lines linewidth 2 linecolor rgb '#0072B2' dashtype solid, \
  'ravine.dat' every ::0::int(shown * 100) using 1:2 with points pointtype 7 pointsize 0.325*dot linecolor rgb '#0072B2', \
  'ravine.dat' every ::0::0 using 1:2 with points pointtype 6 pointsize 0.845*dot linecolor rgb '#0072B2' linewidth (frame > 0 ? 0.67 : 1.5), \
  'ravine.dat' every ::int(shown * 100)::int(shown * 100) using 1:2 with points pointtype 7 pointsize 0.845*dot linecolor rgb '#0072B2'

# Panel 2: Adam: settles in 121 steps
unset label
unset arrow
unset object
set lmargin at screen 0.57815; set rmargin at screen 0.96154
set tmargin at screen 0.58209; set bmargin at screen 0.28358
unset logscale x
set xrange [-1.3:10.4]
set xtics ('0' 0, '2' 2, '4' 4, '6' 6, '8' 8, '10' 10)
unset logscale y
set yrange [-1.3:1.4]
set ytics ('' -1, '' -0.5, '' 0, '' 0.5, '' 1)
set xtics offset 0,0.5
unset grid
unset colorbox
set label 'Adam: settles in 121 steps' at screen 0.55892, screen 0.74129 left textcolor rgb '#1F1F1F' font family.':Bold,13.5'
set label 'x' at screen 0.76985, screen 0.10448 center textcolor rgb '#4A4A4A' font ',12.5'
plot \
  $contours_2_1 using 1:2 with lines linewidth 1 linecolor rgb '#A9B1BA' dashtype solid, \
  'ravine.dat' every ::0::int(shown * 100) using 7:8 with lines linewidth 2 linecolor rgb '#009E73' dashtype solid, \
  'ravine.dat' every ::0::int(shown * 100) using 7:8 with points pointtype 7 pointsize 0.325*dot linecolor rgb '#009E73', \
  'ravine.dat' every ::0::0 using 7:8 with points pointtype 6 pointsize 0.845*dot linecolor rgb '#009E73' linewidth (frame > 0 ? 0.67 : 1.5), \
  'ravine.dat' every ::int(shown * 100)::int(shown * 100) using 7:8 with points pointtype 7 pointsize 0.845*dot linecolor rgb '#009E73'

if (pass == 1) { clear }
}
unset multiplot
}
unset output
