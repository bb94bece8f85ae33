# The thumbnail of folding
# gnuplot folding-small.gp draws folding-small.svg

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

seen(from, to) = pass == 1 || (from <= moment && moment <= to)
# Frame 0 is the still picture. In the film the lines grow, then stand for a moment; the grey line at its foot
# says how far it is, and keeps frames apart that are otherwise alike (gnuplot cannot store a frame without change)
do for [frame = 0:0] {
if (frame == 0) {
set terminal svg size 340,277 fixed font 'Arial&#44; Helvetica&#44; sans-serif,13' fontscale 1 linewidth 1 dashlength 1 butt enhanced background '#ffffff'
set output 'folding-small.svg'
family = 'Arial&#44; Helvetica&#44; sans-serif'; dot = 1.0
}
if (frame == 1) {
set terminal gif animate delay 8 optimize size 510,416 linewidth 1.5 font 'sans,13' fontscale 1.02 enhanced nocrop background '#ffffff'
family = 'sans'; dot = 1.5
}
moment = frame == 0 ? 6 : frame > 10 ? 10 : frame
set multiplot
# The colours of a film are those of its first frame, so at first all is drawn once, and wiped out
do for [pass = frame == 1 ? 1 : 2 : 2] {
shown = frame == 0 || pass == 1 || frame > 10 ? 1.0 : frame / 10.0

unset label
unset arrow
unset object
set lmargin at screen 0.13294; set rmargin at screen 0.94118
set tmargin at screen 0.76173; set bmargin at screen 0.20618
unset logscale x
set xrange [-0.04:1.04]
set xtics ('0' 0, '0.25' 0.25, '0.5' 0.5, '0.75' 0.75, '1' 1)
unset logscale y
set yrange [0:1]
set ytics ('0.0' 0, '0.2' 0.2, '0.4' 0.4, '0.6' 0.6, '0.8' 0.8, '1.0' 1)
set xtics offset 0,0.5
set grid noxtics ytics
unset colorbox
set label 'fᵏ(x)' at screen 0.04706, screen 0.81047 left textcolor rgb '#4A4A4A' font ',12.5'
set label 'output of k layers' at screen 0.04706, screen 0.87726 left textcolor rgb '#1F1F1F' font family.':Bold,13.5'
set label 'x' at screen 0.53706, screen 0.07622 center textcolor rgb '#4A4A4A' font ',12.5'
if (frame > 0) { set arrow from screen 0, screen 0.004 to screen frame / 25.0, screen 0.004 nohead linewidth 2 linecolor rgb '#C8C8C8' }
plot \
  for [once = 1:seen(1, 1)] 'folding.dat' using 1:2 with lines linewidth 1.5 linecolor rgb '#0072B2' dashtype solid, \
  for [once = 1:seen(2, 2)] 'folding.dat' using 3:4 with lines linewidth 1.5 linecolor rgb '#0072B2' dashtype solid, \
  for [once = 1:seen(3, 3)] 'folding.dat' using 5:6 with lines linewidth 1.5 linecolor rgb '#0072B2' dashtype solid, \
  for [once = 1:seen(4, 4)] 'folding.dat' using 7:8 with lines linewidth 1.5 linecolor rgb '#0072B2' dashtype solid, \
  for [once = 1:seen(5, 5)] 'folding.dat' using 9:10 with lines linewidth 1.5 linecolor rgb '#0072B2' dashtype solid, \
  for [once = 1:seen(6, 6)] 'folding.dat' using 11:12 with lines linewidth 1.5 linecolor rgb '#0072B2' dashtype solid, \
  for [once = 1:seen(7, 7)] 'folding.dat' using 13:14 with lines linewidth 1.5 linecolor rgb '#0072B2' dashtype solid, \
  for [once = 1:seen(8, 8)] 'folding.dat' using 15:16 with lines linewidth 1.5 linecolor rgb '#0072B2' dashtype solid, \
  for [once = 1:seen(9, 9)] 'folding.dat' using 17:18 with lines linewidth 1.5 linecolor rgb '#0072B2' dashtype solid, \
  for [once = 1:seen(10, 10)] 'folding.dat' using 19:20 with lines linewidth 1.5 linecolor rgb '#0072B2' dashtype solid, \
  NaN notitle

if (pass == 1) { clear }
}
unset multiplot
}
unset output
