# The thumbnail of film
# gnuplot film-small.gp draws film-small.svg

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
set terminal svg size 520,298 fixed font 'Arial&#44; Helvetica&#44; sans-serif,13' fontscale 1 linewidth 1 dashlength 1 butt enhanced background '#ffffff'
set output 'film-small.svg'
family = 'Arial&#44; Helvetica&#44; sans-serif'; dot = 1.0
}
if (frame == 1) {
set terminal gif animate delay 8 optimize size 650,373 linewidth 1.25 font 'sans,13' fontscale 0.8500000000000001 enhanced nocrop background '#ffffff'
family = 'sans'; dot = 1.25
}
moment = frame == 0 ? 17 : frame > 17 ? 17 : frame
set multiplot
# The colours of a film are those of its first frame, so at first all is drawn once, and wiped out
do for [pass = frame == 1 ? 1 : 2 : 2] {
shown = frame == 0 || pass == 1 || frame > 17 ? 1.0 : frame / 17.0

# Panel 1: Adam with L2, λ = 10⁻⁶
unset label
unset arrow
unset object
set lmargin at screen 0.05; set rmargin at screen 0.46154
set tmargin at screen 0.83893; set bmargin at screen 0.12081
unset logscale x
set xrange [-0.5:7.5]
unset xtics
unset logscale y
set yrange [-0.5:7.5]
unset ytics
unset border
unset grid
set palette maxcolors (frame > 0 ? 24 : 0) defined (0 '#440154', 1 '#472D7B', 2 '#3B528B', 3 '#2C728E', 4 '#21918C', 5 '#28AE80', 6 '#5EC962', 7 '#ADDC30', 8 '#FDE725')
unset logscale cb
set cbrange [0:1]
unset colorbox
set label 'Adam with L2, λ = 10⁻⁶' at screen 0.03077, screen 0.88591 left textcolor rgb '#1F1F1F' font family.':Bold,13.5'
if (frame > 0) { set arrow from screen 0, screen 0.004 to screen frame / 32.0, screen 0.004 nohead linewidth 2 linecolor rgb '#C8C8C8' }
plot \
  for [once = 1:seen(1, 1)] 'film.dat' using 1:2:3 with image pixels, \
  for [once = 1:seen(2, 2)] 'film.dat' using 1:2:4 with image pixels, \
  for [once = 1:seen(3, 3)] 'film.dat' using 1:2:5 with image pixels, \
  for [once = 1:seen(4, 4)] 'film.dat' using 1:2:6 with image pixels, \
  for [once = 1:seen(5, 5)] 'film.dat' using 1:2:7 with image pixels, \
  for [once = 1:seen(6, 6)] 'film.dat' using 1:2:8 with image pixels, \
  for [once = 1:seen(7, 7)] 'film.dat' using 1:2:9 with image pixels, \
  for [once = 1:seen(8, 8)] 'film.dat' using 1:2:10 with image pixels, \
  for [once = 1:seen(9, 9)] 'film.dat' using 1:2:11 with image pixels, \
  for [once = 1:seen(10, 10)] 'film.dat' using 1:2:12 with image pixels, \
  for [once = 1:seen(11, 11)] 'film.dat' using 1:2:13 with image pixels, \
  for [once = 1:seen(12, 12)] 'film.dat' using 1:2:14 with image pixels, \
  for [once = 1:seen(13, 13)] 'film.dat' using 1:2:15 with image pixels, \
  for [once = 1:seen(14, 14)] 'film.dat' using 1:2:16 with image pixels, \
  for [once = 1:seen(15, 15)] 'film.dat' using 1:2:17 with image pixels, \
  for [once = 1:seen(16, 16)] 'film.dat' using 1:2:18 with image pixels, \
  for [once = 1:seen(17, 17)] 'film.dat' using 1:2:19 with image pixels, \
  NaN notitle

# Panel 2: AdamW, λ = 10⁻⁶
unset label
unset arrow
unset object
set lmargin at screen 0.55; set rmargin at screen 0.96154
set tmargin at screen 0.83893; set bmargin at screen 0.12081
unset logscale x
set xrange [-0.5:7.5]
unset xtics
unset logscale y
set yrange [-0.5:7.5]
unset ytics
unset border
unset grid
set palette maxcolors (frame > 0 ? 24 : 0) defined (0 '#440154', 1 '#472D7B', 2 '#3B528B', 3 '#2C728E', 4 '#21918C', 5 '#28AE80', 6 '#5EC962', 7 '#ADDC30', 8 '#FDE725')
unset logscale cb
set cbrange [0:1]
unset colorbox
set label 'AdamW, λ = 10⁻⁶' at screen 0.53077, screen 0.88591 left textcolor rgb '#1F1F1F' font family.':Bold,13.5'
plot \
  for [once = 1:seen(1, 1)] 'film.dat' using 1:2:3 with image pixels, \
  for [once = 1:seen(2, 2)] 'film.dat' using 1:2:52 with image pixels, \
  for [once = 1:seen(3, 3)] 'film.dat' using 1:2:53 with image pixels, \
  for [once = 1:seen(4, 4)] 'film.dat' using 1:2:54 with image pixels, \
  for [once = 1:seen(5, 5)] 'film.dat' using 1:2:55 with image pixels, \
  for [once = 1:seen(6, 6)] 'film.dat' using 1:2:56 with image pixels, \
  for [once = 1:seen(7, 7)] 'film.dat' using 1:2:57 with image pixels, \
  for [once = 1:seen(8, 8)] 'film.dat' using 1:2:58 with image pixels, \
  for [once = 1:seen(9, 9)] 'film.dat' using 1:2:59 with image pixels, \
  for [once = 1:seen(10, 10)] 'film.dat' using 1:2:60 with image pixels, \
  for [once = 1:seen(11, 11)] 'film.dat' using 1:2:61 with image pixels, \
  for [once = 1:seen(12, 12)] 'film.dat' using 1:2:62 with image pixels, \
  for [once = 1:seen(13, 13)] 'film.dat' using 1:2:63 with image pixels, \
  for [once = 1:seen(14, 14)] 'film.dat' using 1:2:64 with image pixels, \
  for [once = 1:seen(15, 15)] 'film.dat' using 1:2:65 with image pixels, \
  for [once = 1:seen(16, 16)] 'film.dat' using 1:2:66 with image pixels, \
  for [once = 1:seen(17, 17)] 'film.dat' using 1:2:67 with image pixels, \
  NaN notitle

if (pass == 1) { clear }
}
unset multiplot
}
unset output
