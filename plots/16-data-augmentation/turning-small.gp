# The thumbnail of turning
# gnuplot turning-small.gp draws turning-small.svg

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

# Frame 0 is the still picture. In the film the lines grow, then stand for a moment; the grey line at its foot
# says how far it is, and keeps frames apart that are otherwise alike (gnuplot cannot store a frame without change)
do for [frame = 0:0] {
if (frame == 0) {
set terminal svg size 340,275 fixed font 'Arial&#44; Helvetica&#44; sans-serif,13' fontscale 1 linewidth 1 dashlength 1 butt enhanced background '#ffffff'
set output 'turning-small.svg'
family = 'Arial&#44; Helvetica&#44; sans-serif'; dot = 1.0
}
if (frame == 1) {
set terminal gif animate delay 8 optimize size 510,413 linewidth 1.5 font 'sans,13' fontscale 1.02 enhanced nocrop background '#ffffff'
family = 'sans'; dot = 1.5
}
moment = frame == 0 ? 37 : frame > 37 ? 37 : frame
set multiplot
# The colours of a film are those of its first frame, so at first all is drawn once, and wiped out
do for [pass = frame == 1 ? 1 : 2 : 2] {
shown = frame == 0 || pass == 1 || frame > 37 ? 1.0 : frame / 37.0

unset label
unset arrow
unset object
set lmargin at screen 0.14424; set rmargin at screen 0.94118
set tmargin at screen 0.76; set bmargin at screen 0.20823
unset logscale x
set xrange [0:180]
set xtics ('0' 0, '45' 45, '90' 90, '135' 135, '180' 180)
unset logscale y
set yrange [0:100]
set ytics ('0' 0, '20' 20, '40' 40, '60' 60, '80' 80, '100' 100)
set xtics offset 0,0.5
set grid noxtics ytics
unset colorbox
set label 'read as … (%)' at screen 0.04706, screen 0.80909 left textcolor rgb '#4A4A4A' font ',12.5'
set label 'all sixes of the test' at screen 0.04706, screen 0.87636 left textcolor rgb '#1F1F1F' font family.':Bold,13.5'
set label 'turned by (°)' at screen 0.54271, screen 0.07732 center textcolor rgb '#4A4A4A' font ',12.5'
set label '… a six' at first 27, first 70 left front textcolor rgb '#0072B2' font ',12.5'
set label '… a nine' at first 100, first 70 left front textcolor rgb '#D55E00' font ',12.5'
if (frame > 0) { set arrow from screen 0, screen 0.004 to screen frame / 52.0, screen 0.004 nohead linewidth 2 linecolor rgb '#C8C8C8' }
plot \
  'turning.dat' every ::0::int(shown * 36) using 1:2 with lines linewidth 3 linecolor rgb '#0072B2' dashtype solid, \
  'turning.dat' every ::0::int(shown * 36) using 1:3 with lines linewidth 3 linecolor rgb '#D55E00' dashtype solid

if (pass == 1) { clear }
}
unset multiplot
}
unset output
