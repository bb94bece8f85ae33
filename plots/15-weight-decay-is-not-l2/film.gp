# With L2 in Adam even λ = 10⁻⁶ puts out the weights of dark pixels
# gnuplot film.gp draws film.svg

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
array captions[17] = ['share of each pixel''s weights that is left after 0 steps', 'share of each pixel''s weights that is left after 30 steps', 'share of each pixel''s weights that is left after 60 steps', 'share of each pixel''s weights that is left after 90 steps', 'share of each pixel''s weights that is left after 120 steps', 'share of each pixel''s weights that is left after 150 steps', 'share of each pixel''s weights that is left after 180 steps', 'share of each pixel''s weights that is left after 210 steps', 'share of each pixel''s weights that is left after 240 steps', 'share of each pixel''s weights that is left after 270 steps', 'share of each pixel''s weights that is left after 300 steps', 'share of each pixel''s weights that is left after 330 steps', 'share of each pixel''s weights that is left after 360 steps', 'share of each pixel''s weights that is left after 390 steps', 'share of each pixel''s weights that is left after 420 steps', 'share of each pixel''s weights that is left after 450 steps', 'share of each pixel''s weights that is left after 480 steps']
# Frame 0 is the still picture. In the film the lines grow, then stand for a moment; the grey line at its foot
# says how far it is, and keeps frames apart that are otherwise alike (gnuplot cannot store a frame without change)
do for [frame = 0:22] {
if (frame == 0) {
set terminal svg size 920,674 fixed font 'Arial&#44; Helvetica&#44; sans-serif,13' fontscale 1 linewidth 1 dashlength 1 butt enhanced background '#ffffff'
set output 'film.svg'
family = 'Arial&#44; Helvetica&#44; sans-serif'; dot = 1.0
}
if (frame == 1) {
set terminal gif animate delay 25 optimize size 1150,843 linewidth 1.25 font 'sans,13' fontscale 0.8500000000000001 enhanced nocrop background '#ffffff'
set output 'film.gif'
family = 'sans'; dot = 1.25
}
moment = frame == 0 ? 17 : frame > 17 ? 17 : frame
caption = captions[moment]
set multiplot
# The colours of a film are those of its first frame, so at first all is drawn once, and wiped out
do for [pass = frame == 1 ? 1 : 2 : 2] {
shown = frame == 0 || pass == 1 || frame > 17 ? 1.0 : frame / 17.0

# Panel 1: Adam with L2, λ = 10⁻⁶
unset label
unset arrow
unset object
set lmargin at screen 0.02826; set rmargin at screen 0.29232
set tmargin at screen 0.86647; set bmargin at screen 0.50603
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
set label 'With L2 in Adam even λ = 10⁻⁶ puts out the weights of dark pixels' at screen 0.01739, screen 0.95994 left textcolor rgb '#1F1F1F' font family.':Bold,17'
set label 'Adam with L2, λ = 10⁻⁶' at screen 0.01739, screen 0.88724 left textcolor rgb '#1F1F1F' font family.':Bold,13.5'
set label caption at screen 0.01739, screen 0.9273 left textcolor rgb '#1F1F1F' font family.':Bold,14'
if (frame > 0) { set arrow from screen 0, screen 0.004 to screen frame / 22.0, screen 0.004 nohead linewidth 2 linecolor rgb '#C8C8C8' }
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

# Panel 2: Adam with L2, λ = 0.0001
unset label
unset arrow
unset object
set lmargin at screen 0.34232; set rmargin at screen 0.60638
set tmargin at screen 0.86647; set bmargin at screen 0.50603
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
set label 'Adam with L2, λ = 0.0001' at screen 0.33145, screen 0.88724 left textcolor rgb '#1F1F1F' font family.':Bold,13.5'
plot \
  for [once = 1:seen(1, 1)] 'film.dat' using 1:2:3 with image pixels, \
  for [once = 1:seen(2, 2)] 'film.dat' using 1:2:20 with image pixels, \
  for [once = 1:seen(3, 3)] 'film.dat' using 1:2:21 with image pixels, \
  for [once = 1:seen(4, 4)] 'film.dat' using 1:2:22 with image pixels, \
  for [once = 1:seen(5, 5)] 'film.dat' using 1:2:23 with image pixels, \
  for [once = 1:seen(6, 6)] 'film.dat' using 1:2:24 with image pixels, \
  for [once = 1:seen(7, 7)] 'film.dat' using 1:2:25 with image pixels, \
  for [once = 1:seen(8, 8)] 'film.dat' using 1:2:26 with image pixels, \
  for [once = 1:seen(9, 9)] 'film.dat' using 1:2:27 with image pixels, \
  for [once = 1:seen(10, 10)] 'film.dat' using 1:2:28 with image pixels, \
  for [once = 1:seen(11, 11)] 'film.dat' using 1:2:29 with image pixels, \
  for [once = 1:seen(12, 12)] 'film.dat' using 1:2:30 with image pixels, \
  for [once = 1:seen(13, 13)] 'film.dat' using 1:2:31 with image pixels, \
  for [once = 1:seen(14, 14)] 'film.dat' using 1:2:32 with image pixels, \
  for [once = 1:seen(15, 15)] 'film.dat' using 1:2:33 with image pixels, \
  for [once = 1:seen(16, 16)] 'film.dat' using 1:2:34 with image pixels, \
  for [once = 1:seen(17, 17)] 'film.dat' using 1:2:35 with image pixels, \
  NaN notitle

# Panel 3: Adam with L2, λ = 0.01
unset label
unset arrow
unset object
set lmargin at screen 0.65638; set rmargin at screen 0.92043
set tmargin at screen 0.86647; set bmargin at screen 0.50603
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
set cbtics ('0.0' 0, '0.2' 0.2, '0.4' 0.4, '0.6' 0.6, '0.8' 0.8, '1.0' 1) scale 0
set colorbox user origin screen 0.93565, screen 0.05361 size 0.01304, 0.81286 noborder
set label 'Adam with L2, λ = 0.01' at screen 0.64551, screen 0.88724 left textcolor rgb '#1F1F1F' font family.':Bold,13.5'
plot \
  for [once = 1:seen(1, 1)] 'film.dat' using 1:2:3 with image pixels, \
  for [once = 1:seen(2, 2)] 'film.dat' using 1:2:36 with image pixels, \
  for [once = 1:seen(3, 3)] 'film.dat' using 1:2:37 with image pixels, \
  for [once = 1:seen(4, 4)] 'film.dat' using 1:2:38 with image pixels, \
  for [once = 1:seen(5, 5)] 'film.dat' using 1:2:39 with image pixels, \
  for [once = 1:seen(6, 6)] 'film.dat' using 1:2:40 with image pixels, \
  for [once = 1:seen(7, 7)] 'film.dat' using 1:2:41 with image pixels, \
  for [once = 1:seen(8, 8)] 'film.dat' using 1:2:42 with image pixels, \
  for [once = 1:seen(9, 9)] 'film.dat' using 1:2:43 with image pixels, \
  for [once = 1:seen(10, 10)] 'film.dat' using 1:2:44 with image pixels, \
  for [once = 1:seen(11, 11)] 'film.dat' using 1:2:45 with image pixels, \
  for [once = 1:seen(12, 12)] 'film.dat' using 1:2:46 with image pixels, \
  for [once = 1:seen(13, 13)] 'film.dat' using 1:2:47 with image pixels, \
  for [once = 1:seen(14, 14)] 'film.dat' using 1:2:48 with image pixels, \
  for [once = 1:seen(15, 15)] 'film.dat' using 1:2:49 with image pixels, \
  for [once = 1:seen(16, 16)] 'film.dat' using 1:2:50 with image pixels, \
  for [once = 1:seen(17, 17)] 'film.dat' using 1:2:51 with image pixels, \
  NaN notitle

# Panel 4: AdamW, λ = 10⁻⁶
unset label
unset arrow
unset object
set lmargin at screen 0.02826; set rmargin at screen 0.29232
set tmargin at screen 0.41405; set bmargin at screen 0.05361
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
set label 'AdamW, λ = 10⁻⁶' at screen 0.01739, screen 0.43482 left textcolor rgb '#1F1F1F' font family.':Bold,13.5'
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

# Panel 5: AdamW, λ = 0.0001
unset label
unset arrow
unset object
set lmargin at screen 0.34232; set rmargin at screen 0.60638
set tmargin at screen 0.41405; set bmargin at screen 0.05361
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
set label 'AdamW, λ = 0.0001' at screen 0.33145, screen 0.43482 left textcolor rgb '#1F1F1F' font family.':Bold,13.5'
plot \
  for [once = 1:seen(1, 1)] 'film.dat' using 1:2:3 with image pixels, \
  for [once = 1:seen(2, 2)] 'film.dat' using 1:2:68 with image pixels, \
  for [once = 1:seen(3, 3)] 'film.dat' using 1:2:69 with image pixels, \
  for [once = 1:seen(4, 4)] 'film.dat' using 1:2:70 with image pixels, \
  for [once = 1:seen(5, 5)] 'film.dat' using 1:2:71 with image pixels, \
  for [once = 1:seen(6, 6)] 'film.dat' using 1:2:72 with image pixels, \
  for [once = 1:seen(7, 7)] 'film.dat' using 1:2:73 with image pixels, \
  for [once = 1:seen(8, 8)] 'film.dat' using 1:2:74 with image pixels, \
  for [once = 1:seen(9, 9)] 'film.dat' using 1:2:75 with image pixels, \
  for [once = 1:seen(10, 10)] 'film.dat' using 1:2:76 with image pixels, \
  for [once = 1:seen(11, 11)] 'film.dat' using 1:2:77 with image pixels, \
  for [once = 1:seen(12, 12)] 'film.dat' using 1:2:78 with image pixels, \
  for [once = 1:seen(13, 13)] 'film.dat' using 1:2:79 with image pixels, \
  for [once = 1:seen(14, 14)] 'film.dat' using 1:2:80 with image pixels, \
  for [once = 1:seen(15, 15)] 'film.dat' using 1:2:81 with image pixels, \
  for [once = 1:seen(16, 16)] 'film.dat' using 1:2:82 with image pixels, \
  for [once = 1:seen(17, 17)] 'film.dat' using 1:2:83 with image pixels, \
  NaN notitle

# Panel 6: AdamW, λ = 0.01
unset label
unset arrow
unset object
set lmargin at screen 0.65638; set rmargin at screen 0.92043
set tmargin at screen 0.41405; set bmargin at screen 0.05361
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
set label 'AdamW, λ = 0.01' at screen 0.64551, screen 0.43482 left textcolor rgb '#1F1F1F' font family.':Bold,13.5'
plot \
  for [once = 1:seen(1, 1)] 'film.dat' using 1:2:3 with image pixels, \
  for [once = 1:seen(2, 2)] 'film.dat' using 1:2:84 with image pixels, \
  for [once = 1:seen(3, 3)] 'film.dat' using 1:2:85 with image pixels, \
  for [once = 1:seen(4, 4)] 'film.dat' using 1:2:86 with image pixels, \
  for [once = 1:seen(5, 5)] 'film.dat' using 1:2:87 with image pixels, \
  for [once = 1:seen(6, 6)] 'film.dat' using 1:2:88 with image pixels, \
  for [once = 1:seen(7, 7)] 'film.dat' using 1:2:89 with image pixels, \
  for [once = 1:seen(8, 8)] 'film.dat' using 1:2:90 with image pixels, \
  for [once = 1:seen(9, 9)] 'film.dat' using 1:2:91 with image pixels, \
  for [once = 1:seen(10, 10)] 'film.dat' using 1:2:92 with image pixels, \
  for [once = 1:seen(11, 11)] 'film.dat' using 1:2:93 with image pixels, \
  for [once = 1:seen(12, 12)] 'film.dat' using 1:2:94 with image pixels, \
  for [once = 1:seen(13, 13)] 'film.dat' using 1:2:95 with image pixels, \
  for [once = 1:seen(14, 14)] 'film.dat' using 1:2:96 with image pixels, \
  for [once = 1:seen(15, 15)] 'film.dat' using 1:2:97 with image pixels, \
  for [once = 1:seen(16, 16)] 'film.dat' using 1:2:98 with image pixels, \
  for [once = 1:seen(17, 17)] 'film.dat' using 1:2:99 with image pixels, \
  NaN notitle

if (pass == 1) { clear }
}
unset multiplot
}
unset output
