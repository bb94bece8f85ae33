# Turned far enough, a six is a nine
# gnuplot turning.gp draws turning.svg

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
array captions[37] = ['turned by 0°', 'turned by 5°', 'turned by 10°', 'turned by 15°', 'turned by 20°', 'turned by 25°', 'turned by 30°', 'turned by 35°', 'turned by 40°', 'turned by 45°', 'turned by 50°', 'turned by 55°', 'turned by 60°', 'turned by 65°', 'turned by 70°', 'turned by 75°', 'turned by 80°', 'turned by 85°', 'turned by 90°', 'turned by 95°', 'turned by 100°', 'turned by 105°', 'turned by 110°', 'turned by 115°', 'turned by 120°', 'turned by 125°', 'turned by 130°', 'turned by 135°', 'turned by 140°', 'turned by 145°', 'turned by 150°', 'turned by 155°', 'turned by 160°', 'turned by 165°', 'turned by 170°', 'turned by 175°', 'turned by 180°']
# Frame 0 is the still picture. In the film the lines grow, then stand for a moment; the grey line at its foot
# says how far it is, and keeps frames apart that are otherwise alike (gnuplot cannot store a frame without change)
do for [frame = 0:47] {
if (frame == 0) {
set terminal svg size 800,508 fixed font 'Arial&#44; Helvetica&#44; sans-serif,13' fontscale 1 linewidth 1 dashlength 1 butt enhanced background '#ffffff'
set output 'turning.svg'
family = 'Arial&#44; Helvetica&#44; sans-serif'; dot = 1.0
}
if (frame == 1) {
set terminal gif animate delay 12 optimize size 1000,635 linewidth 1.25 font 'sans,13' fontscale 0.8500000000000001 enhanced nocrop background '#ffffff'
set output 'turning.gif'
family = 'sans'; dot = 1.25
}
moment = frame == 0 ? 37 : frame > 37 ? 37 : frame
caption = captions[moment]
set multiplot
# The colours of a film are those of its first frame, so at first all is drawn once, and wiped out
do for [pass = frame == 1 ? 1 : 2 : 2] {
shown = frame == 0 || pass == 1 || frame > 37 ? 1.0 : frame / 37.0

# Panel 1: all sixes of the test
unset label
unset arrow
unset object
set lmargin at screen 0.0613; set rmargin at screen 0.4894
set tmargin at screen 0.7874; set bmargin at screen 0.11323
unset logscale x
set xrange [0:180]
set xtics ('0' 0, '45' 45, '90' 90, '135' 135, '180' 180)
unset logscale y
set yrange [0:100]
set ytics ('0' 0, '20' 20, '40' 40, '60' 60, '80' 80, '100' 100)
set xtics offset 0,0.5
set border 3 linecolor rgb '#9A9A9A' linewidth 1
set grid noxtics ytics
unset colorbox
set label 'Turned far enough, a six is a nine' at screen 0.02, screen 0.94685 left textcolor rgb '#1F1F1F' font family.':Bold,17'
set label 'read as … (%)' at screen 0.02, screen 0.81398 left textcolor rgb '#4A4A4A' font ',12.5'
set label 'all sixes of the test' at screen 0.02, screen 0.85039 left textcolor rgb '#1F1F1F' font family.':Bold,13.5'
set label caption at screen 0.02, screen 0.90354 left textcolor rgb '#1F1F1F' font family.':Bold,14'
set label 'turned by (°)' at screen 0.27535, screen 0.04236 center textcolor rgb '#4A4A4A' font ',12.5'
set label '… a six' at first 27, first 70 left front textcolor rgb '#0072B2' font ',12.5'
set label '… a nine' at first 100, first 70 left front textcolor rgb '#D55E00' font ',12.5'
if (frame > 0) { set arrow from screen 0, screen 0.004 to screen frame / 47.0, screen 0.004 nohead linewidth 2 linecolor rgb '#C8C8C8' }
plot \
  'turning.dat' every ::0::int(shown * 36) using 1:2 with lines linewidth 3 linecolor rgb '#0072B2' dashtype solid, \
  'turning.dat' every ::0::int(shown * 36) using 1:3 with lines linewidth 3 linecolor rgb '#D55E00' dashtype solid

# Panel 2: one of them
unset label
unset arrow
unset object
set lmargin at screen 0.5469; set rmargin at screen 0.975
set tmargin at screen 0.7874; set bmargin at screen 0.11323
unset logscale x
set xrange [-0.5:7.5]
unset xtics
unset logscale y
set yrange [-0.5:7.5]
unset ytics
unset border
unset grid
set palette maxcolors (frame > 0 ? 24 : 0) defined (0 '#FFFFFF', 1 '#000000')
unset logscale cb
set cbrange [0:1]
unset colorbox
set label 'one of them' at screen 0.5344, screen 0.81496 left textcolor rgb '#1F1F1F' font family.':Bold,13.5'
plot \
  for [once = 1:seen(1, 1)] 'turning-grid.dat' using 1:2:3 with image pixels, \
  for [once = 1:seen(2, 2)] 'turning-grid.dat' using 1:2:4 with image pixels, \
  for [once = 1:seen(3, 3)] 'turning-grid.dat' using 1:2:5 with image pixels, \
  for [once = 1:seen(4, 4)] 'turning-grid.dat' using 1:2:6 with image pixels, \
  for [once = 1:seen(5, 5)] 'turning-grid.dat' using 1:2:7 with image pixels, \
  for [once = 1:seen(6, 6)] 'turning-grid.dat' using 1:2:8 with image pixels, \
  for [once = 1:seen(7, 7)] 'turning-grid.dat' using 1:2:9 with image pixels, \
  for [once = 1:seen(8, 8)] 'turning-grid.dat' using 1:2:10 with image pixels, \
  for [once = 1:seen(9, 9)] 'turning-grid.dat' using 1:2:11 with image pixels, \
  for [once = 1:seen(10, 10)] 'turning-grid.dat' using 1:2:12 with image pixels, \
  for [once = 1:seen(11, 11)] 'turning-grid.dat' using 1:2:13 with image pixels, \
  for [once = 1:seen(12, 12)] 'turning-grid.dat' using 1:2:14 with image pixels, \
  for [once = 1:seen(13, 13)] 'turning-grid.dat' using 1:2:15 with image pixels, \
  for [once = 1:seen(14, 14)] 'turning-grid.dat' using 1:2:16 with image pixels, \
  for [once = 1:seen(15, 15)] 'turning-grid.dat' using 1:2:17 with image pixels, \
  for [once = 1:seen(16, 16)] 'turning-grid.dat' using 1:2:18 with image pixels, \
  for [once = 1:seen(17, 17)] 'turning-grid.dat' using 1:2:19 with image pixels, \
  for [once = 1:seen(18, 18)] 'turning-grid.dat' using 1:2:20 with image pixels, \
  for [once = 1:seen(19, 19)] 'turning-grid.dat' using 1:2:21 with image pixels, \
  for [once = 1:seen(20, 20)] 'turning-grid.dat' using 1:2:22 with image pixels, \
  for [once = 1:seen(21, 21)] 'turning-grid.dat' using 1:2:23 with image pixels, \
  for [once = 1:seen(22, 22)] 'turning-grid.dat' using 1:2:24 with image pixels, \
  for [once = 1:seen(23, 23)] 'turning-grid.dat' using 1:2:25 with image pixels, \
  for [once = 1:seen(24, 24)] 'turning-grid.dat' using 1:2:26 with image pixels, \
  for [once = 1:seen(25, 25)] 'turning-grid.dat' using 1:2:27 with image pixels, \
  for [once = 1:seen(26, 26)] 'turning-grid.dat' using 1:2:28 with image pixels, \
  for [once = 1:seen(27, 27)] 'turning-grid.dat' using 1:2:29 with image pixels, \
  for [once = 1:seen(28, 28)] 'turning-grid.dat' using 1:2:30 with image pixels, \
  for [once = 1:seen(29, 29)] 'turning-grid.dat' using 1:2:31 with image pixels, \
  for [once = 1:seen(30, 30)] 'turning-grid.dat' using 1:2:32 with image pixels, \
  for [once = 1:seen(31, 31)] 'turning-grid.dat' using 1:2:33 with image pixels, \
  for [once = 1:seen(32, 32)] 'turning-grid.dat' using 1:2:34 with image pixels, \
  for [once = 1:seen(33, 33)] 'turning-grid.dat' using 1:2:35 with image pixels, \
  for [once = 1:seen(34, 34)] 'turning-grid.dat' using 1:2:36 with image pixels, \
  for [once = 1:seen(35, 35)] 'turning-grid.dat' using 1:2:37 with image pixels, \
  for [once = 1:seen(36, 36)] 'turning-grid.dat' using 1:2:38 with image pixels, \
  for [once = 1:seen(37, 37)] 'turning-grid.dat' using 1:2:39 with image pixels, \
  NaN notitle

if (pass == 1) { clear }
}
unset multiplot
}
unset output
