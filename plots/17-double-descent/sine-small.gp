# The thumbnail of sine
# gnuplot sine-small.gp draws sine-small.svg

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
set terminal svg size 340,292 fixed font 'Arial&#44; Helvetica&#44; sans-serif,13' fontscale 1 linewidth 1 dashlength 1 butt enhanced background '#ffffff'
set output 'sine-small.svg'
family = 'Arial&#44; Helvetica&#44; sans-serif'; dot = 1.0
}
if (frame == 1) {
set terminal gif animate delay 8 optimize size 510,438 linewidth 1.5 font 'sans,13' fontscale 1.02 enhanced nocrop background '#ffffff'
family = 'sans'; dot = 1.5
}
moment = frame == 0 ? 9 : frame > 20 ? 20 : frame
set multiplot
# The colours of a film are those of its first frame, so at first all is drawn once, and wiped out
do for [pass = frame == 1 ? 1 : 2 : 2] {
shown = frame == 0 || pass == 1 || frame > 20 ? 1.0 : frame / 20.0

unset label
unset arrow
unset object
set lmargin at screen 0.14424; set rmargin at screen 0.94118
set tmargin at screen 0.71575; set bmargin at screen 0.1961
set logscale x
set xrange [1.7060788369243254:468.91150788917776]
set xtics ('2' 2, '5' 5, '10' 10, '20' 20, '100' 100, '400' 400)
set logscale y
set yrange [0.013803514531707067:4711.855317726957]
set ytics ('1' 1, '100' 100)
set xtics offset 0,0.5
set grid noxtics ytics
unset colorbox
set label 'N = n' at screen 0.39517, screen 0.75856 center textcolor rgb '#717171' font ',12.5'
set label 'mean squared error' at screen 0.04706, screen 0.82021 left textcolor rgb '#4A4A4A' font ',12.5'
set label 'its error' at screen 0.04706, screen 0.88356 left textcolor rgb '#1F1F1F' font family.':Bold,13.5'
set label 'features N' at screen 0.54271, screen 0.07282 center textcolor rgb '#4A4A4A' font ',12.5'
if (frame > 0) { set arrow from screen 0, screen 0.004 to screen frame / 35.0, screen 0.004 nohead linewidth 2 linecolor rgb '#C8C8C8' }
set arrow from first 10, graph 0 to first 10, graph 1 nohead back linewidth 1 linecolor rgb '#8C8C8C' dashtype solid
plot \
  'sine.dat' using 26:27 with lines linewidth 2 linecolor rgb '#D55E00' dashtype solid, \
  'sine.dat' using 26:27 with points pointtype 7 pointsize 0.455*dot linecolor rgb '#D55E00', \
  for [once = 1:seen(1, 1)] 'sine.dat' using 28:29 with points pointtype 7 pointsize 1.17*dot linecolor rgb '#000000', \
  for [once = 1:seen(2, 2)] 'sine.dat' using 30:31 with points pointtype 7 pointsize 1.17*dot linecolor rgb '#000000', \
  for [once = 1:seen(3, 3)] 'sine.dat' using 32:33 with points pointtype 7 pointsize 1.17*dot linecolor rgb '#000000', \
  for [once = 1:seen(4, 4)] 'sine.dat' using 34:35 with points pointtype 7 pointsize 1.17*dot linecolor rgb '#000000', \
  for [once = 1:seen(5, 5)] 'sine.dat' using 36:37 with points pointtype 7 pointsize 1.17*dot linecolor rgb '#000000', \
  for [once = 1:seen(6, 6)] 'sine.dat' using 38:39 with points pointtype 7 pointsize 1.17*dot linecolor rgb '#000000', \
  for [once = 1:seen(7, 7)] 'sine.dat' using 40:41 with points pointtype 7 pointsize 1.17*dot linecolor rgb '#000000', \
  for [once = 1:seen(8, 8)] 'sine.dat' using 42:43 with points pointtype 7 pointsize 1.17*dot linecolor rgb '#000000', \
  for [once = 1:seen(9, 9)] 'sine.dat' using 44:45 with points pointtype 7 pointsize 1.17*dot linecolor rgb '#000000', \
  for [once = 1:seen(10, 10)] 'sine.dat' using 46:47 with points pointtype 7 pointsize 1.17*dot linecolor rgb '#000000', \
  for [once = 1:seen(11, 11)] 'sine.dat' using 48:49 with points pointtype 7 pointsize 1.17*dot linecolor rgb '#000000', \
  for [once = 1:seen(12, 12)] 'sine.dat' using 50:51 with points pointtype 7 pointsize 1.17*dot linecolor rgb '#000000', \
  for [once = 1:seen(13, 13)] 'sine.dat' using 52:53 with points pointtype 7 pointsize 1.17*dot linecolor rgb '#000000', \
  for [once = 1:seen(14, 14)] 'sine.dat' using 54:55 with points pointtype 7 pointsize 1.17*dot linecolor rgb '#000000', \
  for [once = 1:seen(15, 15)] 'sine.dat' using 56:57 with points pointtype 7 pointsize 1.17*dot linecolor rgb '#000000', \
  for [once = 1:seen(16, 16)] 'sine.dat' using 58:59 with points pointtype 7 pointsize 1.17*dot linecolor rgb '#000000', \
  for [once = 1:seen(17, 17)] 'sine.dat' using 60:61 with points pointtype 7 pointsize 1.17*dot linecolor rgb '#000000', \
  for [once = 1:seen(18, 18)] 'sine.dat' using 62:63 with points pointtype 7 pointsize 1.17*dot linecolor rgb '#000000', \
  for [once = 1:seen(19, 19)] 'sine.dat' using 64:65 with points pointtype 7 pointsize 1.17*dot linecolor rgb '#000000', \
  for [once = 1:seen(20, 20)] 'sine.dat' using 66:67 with points pointtype 7 pointsize 1.17*dot linecolor rgb '#000000', \
  NaN notitle

if (pass == 1) { clear }
}
unset multiplot
}
unset output
