# The thumbnail of bounces
# gnuplot bounces-small.gp draws bounces-small.svg

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
set cntrparam levels discrete 0.001, 0.01, 0.02, 0.03, 0.04
set table $contours_1_1
splot 'bounces-grid.dat' using 1:2:3
unset table
unset contour
set surface

# Frame 0 is the still picture. In the film the lines grow, then stand for a moment; the grey line at its foot
# says how far it is, and keeps frames apart that are otherwise alike (gnuplot cannot store a frame without change)
do for [frame = 0:0] {
if (frame == 0) {
set terminal svg size 340,293 fixed font 'Arial&#44; Helvetica&#44; sans-serif,13' fontscale 1 linewidth 1 dashlength 1 butt enhanced background '#ffffff'
set output 'bounces-small.svg'
family = 'Arial&#44; Helvetica&#44; sans-serif'; dot = 1.0
}
if (frame == 1) {
set terminal gif animate delay 8 optimize size 510,440 linewidth 1.5 font 'sans,13' fontscale 1.02 enhanced nocrop background '#ffffff'
family = 'sans'; dot = 1.5
}
moment = frame == 0 ? 40 : frame > 40 ? 40 : frame
set multiplot
# The colours of a film are those of its first frame, so at first all is drawn once, and wiped out
do for [pass = frame == 1 ? 1 : 2 : 2] {
shown = frame == 0 || pass == 1 || frame > 40 ? 1.0 : frame / 40.0

unset label
unset arrow
unset object
set lmargin at screen 0.15553; set rmargin at screen 0.94118
set tmargin at screen 0.77474; set bmargin at screen 0.19735
unset logscale x
set xrange [-0.18:0.12]
set xtics ('−0.1' -0.1, '0.0' 0, '0.1' 0.1)
unset logscale y
set yrange [-0.03:0.16]
set ytics ('0.00' 0, '0.05' 0.05, '0.10' 0.1, '0.15' 0.15)
set xtics offset 0,0.5
unset grid
unset colorbox
set label 'above the edge' at screen 0.04706, screen 0.82082 left textcolor rgb '#4A4A4A' font ',12.5'
set label 'no clipping' at screen 0.04706, screen 0.88396 left textcolor rgb '#1F1F1F' font family.':Bold,13.5'
set label 'along the edge' at screen 0.54835, screen 0.07448 center textcolor rgb '#4A4A4A' font ',12.5'
set label 'valley' at first -0.17, first 0.012 left front textcolor rgb '#4A4A4A' font ',12.5'
set label 'edge' at first 0.115, first -0.012 right front textcolor rgb '#4A4A4A' font ',12.5'
if (frame > 0) { set arrow from screen 0, screen 0.004 to screen frame / 55.0, screen 0.004 nohead linewidth 2 linecolor rgb '#C8C8C8' }
set arrow from graph 0, first 0 to graph 1, first 0 nohead back linewidth 1 linecolor rgb '#000000' dashtype solid
plot \
  $contours_1_1 using 1:2 with lines linewidth 1 linecolor rgb '#A9B1BA' dashtype solid, \
  'bounces.dat' every ::0::int(shown * 120) using 1:2 with lines linewidth 1.5 linecolor rgb '#0072B2' dashtype solid, \
  'bounces.dat' every ::0::int(shown * 120) using 1:2 with points pointtype 7 pointsize 0.325*dot linecolor rgb '#0072B2', \
  'bounces.dat' every ::0::0 using 1:2 with points pointtype 6 pointsize 0.845*dot linecolor rgb '#0072B2' linewidth (frame > 0 ? 0.67 : 1.5), \
  'bounces.dat' every ::int(shown * 120)::int(shown * 120) using 1:2 with points pointtype 7 pointsize 0.845*dot linecolor rgb '#0072B2'

if (pass == 1) { clear }
}
unset multiplot
}
unset output
