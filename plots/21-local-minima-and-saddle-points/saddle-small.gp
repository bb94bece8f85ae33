# The thumbnail of saddle
# gnuplot saddle-small.gp draws saddle-small.svg

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
set cntrparam levels discrete 0.005, 0.015, 0.025, 0.035, 0.055, 0.085, 0.125, 0.225, 0.325, 0.425
set table $contours_1_1
splot 'saddle-grid.dat' using 1:2:3
unset table
unset contour
set surface

# Frame 0 is the still picture. In the film the lines grow, then stand for a moment; the grey line at its foot
# says how far it is, and keeps frames apart that are otherwise alike (gnuplot cannot store a frame without change)
do for [frame = 0:0] {
if (frame == 0) {
set terminal svg size 340,277 fixed font 'Arial&#44; Helvetica&#44; sans-serif,13' fontscale 1 linewidth 1 dashlength 1 butt enhanced background '#ffffff'
set output 'saddle-small.svg'
family = 'Arial&#44; Helvetica&#44; sans-serif'; dot = 1.0
}
if (frame == 1) {
set terminal gif animate delay 8 optimize size 510,416 linewidth 1.5 font 'sans,13' fontscale 1.02 enhanced nocrop background '#ffffff'
family = 'sans'; dot = 1.5
}
moment = frame == 0 ? 60 : frame > 60 ? 60 : frame
set multiplot
# The colours of a film are those of its first frame, so at first all is drawn once, and wiped out
do for [pass = frame == 1 ? 1 : 2 : 2] {
shown = frame == 0 || pass == 1 || frame > 60 ? 1.0 : frame / 60.0

unset label
unset arrow
unset object
set lmargin at screen 0.13294; set rmargin at screen 0.94118
set tmargin at screen 0.76173; set bmargin at screen 0.20618
unset logscale x
set xrange [-0.8:1.2]
set xtics ('−0.5' -0.5, '0.0' 0, '0.5' 0.5, '1.0' 1)
unset logscale y
set yrange [-0.4:1.5]
set ytics ('0.0' 0, '0.5' 0.5, '1.0' 1, '1.5' 1.5)
set xtics offset 0,0.5
unset grid
unset colorbox
set label 'y' at screen 0.04706, screen 0.81047 left textcolor rgb '#4A4A4A' font ',12.5'
set label 'from above: the saddle at (0, 0)' at screen 0.04706, screen 0.87726 left textcolor rgb '#1F1F1F' font family.':Bold,13.5'
set label 'x' at screen 0.53706, screen 0.07622 center textcolor rgb '#4A4A4A' font ',12.5'
set label 'saddle' at first 0.06, first -0.14 left front textcolor rgb '#4A4A4A' font ',12.5'
set label 'minimum' at first -0.08, first 1.12 right front textcolor rgb '#4A4A4A' font ',12.5'
if (frame > 0) { set arrow from screen 0, screen 0.004 to screen frame / 75.0, screen 0.004 nohead linewidth 2 linecolor rgb '#C8C8C8' }
plot \
  $contours_1_1 using 1:2 with lines linewidth 1 linecolor rgb '#A9B1BA' dashtype solid, \
  'saddle.dat' every ::0::int(shown * 248) using 1:2 with lines linewidth 2 linecolor rgb '#0072B2' dashtype solid, \
  'saddle.dat' every ::0::0 using 1:2 with points pointtype 6 pointsize 0.845*dot linecolor rgb '#0072B2' linewidth (frame > 0 ? 0.67 : 1.5), \
  'saddle.dat' every ::int(shown * 248)::int(shown * 248) using 1:2 with points pointtype 7 pointsize 0.845*dot linecolor rgb '#0072B2', \
  'saddle.dat' every ::0::int(shown * 248) using 3:4 with lines linewidth 2 linecolor rgb '#E69F00' dashtype solid, \
  'saddle.dat' every ::0::0 using 3:4 with points pointtype 6 pointsize 0.845*dot linecolor rgb '#E69F00' linewidth (frame > 0 ? 0.67 : 1.5), \
  'saddle.dat' every ::int(shown * 248)::int(shown * 248) using 3:4 with points pointtype 7 pointsize 0.845*dot linecolor rgb '#E69F00', \
  'saddle.dat' every ::0::int(shown * 248) using 5:6 with lines linewidth 2 linecolor rgb '#D55E00' dashtype solid, \
  'saddle.dat' every ::0::0 using 5:6 with points pointtype 6 pointsize 0.845*dot linecolor rgb '#D55E00' linewidth (frame > 0 ? 0.67 : 1.5), \
  'saddle.dat' every ::int(shown * 248)::int(shown * 248) using 5:6 with points pointtype 7 pointsize 0.845*dot linecolor rgb '#D55E00', \
  'saddle.dat' every ::0::int(shown * 248) using 7:8 with lines linewidth 2 linecolor rgb '#009E73' dashtype solid, \
  'saddle.dat' every ::0::0 using 7:8 with points pointtype 6 pointsize 0.845*dot linecolor rgb '#009E73' linewidth (frame > 0 ? 0.67 : 1.5), \
  'saddle.dat' every ::int(shown * 248)::int(shown * 248) using 7:8 with points pointtype 7 pointsize 0.845*dot linecolor rgb '#009E73'

if (pass == 1) { clear }
}
unset multiplot
}
unset output
