# The thumbnail of contours
# gnuplot contours-small.gp draws contours-small.svg

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
set terminal svg size 340,350 fixed font 'Arial&#44; Helvetica&#44; sans-serif,13' fontscale 1 linewidth 1 dashlength 1 butt enhanced background '#ffffff'
set output 'contours-small.svg'
family = 'Arial&#44; Helvetica&#44; sans-serif'; dot = 1.0
}
if (frame == 1) {
set terminal gif animate delay 8 optimize size 510,525 linewidth 1.5 font 'sans,13' fontscale 1.02 enhanced nocrop background '#ffffff'
family = 'sans'; dot = 1.5
}
moment = frame == 0 ? 16 : frame > 31 ? 31 : frame
set multiplot
# The colours of a film are those of its first frame, so at first all is drawn once, and wiped out
do for [pass = frame == 1 ? 1 : 2 : 2] {
shown = frame == 0 || pass == 1 || frame > 31 ? 1.0 : frame / 31.0

unset label
unset arrow
unset object
set lmargin at screen 0.16259; set rmargin at screen 0.94118
set tmargin at screen 0.81143; set bmargin at screen 0.16313
unset logscale x
set xrange [-0.4:2.4]
set xtics ('0.0' 0, '0.5' 0.5, '1.0' 1, '1.5' 1.5, '2.0' 2)
unset logscale y
set yrange [-0.6:1.8]
set ytics ('−0.5' -0.5, '0.0' 0, '0.5' 0.5, '1.0' 1, '1.5' 1.5)
set xtics offset 0,0.5
set grid noxtics ytics
unset colorbox
set label 'θ₂' at screen 0.04706, screen 0.85 left textcolor rgb '#4A4A4A' font ',12.5'
set label 'L1, λ Σ|θᵢ|' at screen 0.04706, screen 0.90286 left textcolor rgb '#1F1F1F' font family.':Bold,13.5'
set label 'θ₁' at screen 0.55188, screen 0.06028 center textcolor rgb '#4A4A4A' font ',12.5'
set label 'c' at first 1.56, first 1.06 left front textcolor rgb '#4A4A4A' font ',12.5'
if (frame > 0) { set arrow from screen 0, screen 0.004 to screen frame / 46.0, screen 0.004 nohead linewidth 2 linecolor rgb '#C8C8C8' }
set arrow from graph 0, first 0 to graph 1, first 0 nohead back linewidth 1 linecolor rgb '#8C8C8C' dashtype solid
set arrow from first 0, graph 0 to first 0, graph 1 nohead back linewidth 1 linecolor rgb '#8C8C8C' dashtype solid
plot \
  'contours.dat' using 1:2 with lines linewidth 1.5 linecolor rgb '#8C8C8C' dashtype solid, \
  'contours.dat' using 3:4 with points pointtype 2 pointsize 0.65*dot linecolor rgb '#8C8C8C', \
  for [once = 1:seen(1, 1)] 'contours.dat' using 5:6 with lines linewidth 1 linecolor rgb '#8C8C8C' dashtype solid, \
  for [once = 1:seen(1, 1)] for [row in '0'] 'contours.dat' every ::int(row)::int(row) using 5:6 with points pointtype 7 pointsize 0.65*dot linecolor rgb '#8C8C8C', \
  for [once = 1:seen(1, 1)] 'contours.dat' using 7:8 with lines linewidth 2 linecolor rgb '#D55E00' dashtype solid, \
  for [once = 1:seen(1, 1)] 'contours.dat' using 3:4 with points pointtype 7 pointsize 0.91*dot linecolor rgb '#000000', \
  for [once = 1:seen(2, 2)] 'contours.dat' using 9:10 with lines linewidth 1 linecolor rgb '#8C8C8C' dashtype solid, \
  for [once = 1:seen(2, 2)] 'contours.dat' using 11:12 with lines linewidth 2 linecolor rgb '#D55E00' dashtype solid, \
  for [once = 1:seen(2, 2)] 'contours.dat' using 13:14 with points pointtype 7 pointsize 0.91*dot linecolor rgb '#000000', \
  for [once = 1:seen(3, 3)] 'contours.dat' using 15:16 with lines linewidth 1 linecolor rgb '#8C8C8C' dashtype solid, \
  for [once = 1:seen(3, 3)] 'contours.dat' using 17:18 with lines linewidth 2 linecolor rgb '#D55E00' dashtype solid, \
  for [once = 1:seen(3, 3)] 'contours.dat' using 19:20 with points pointtype 7 pointsize 0.91*dot linecolor rgb '#000000', \
  for [once = 1:seen(4, 4)] 'contours.dat' using 21:22 with lines linewidth 1 linecolor rgb '#8C8C8C' dashtype solid, \
  for [once = 1:seen(4, 4)] 'contours.dat' using 23:24 with lines linewidth 2 linecolor rgb '#D55E00' dashtype solid, \
  for [once = 1:seen(4, 4)] 'contours.dat' using 25:26 with points pointtype 7 pointsize 0.91*dot linecolor rgb '#000000', \
  for [once = 1:seen(5, 5)] 'contours.dat' using 27:28 with lines linewidth 1 linecolor rgb '#8C8C8C' dashtype solid, \
  for [once = 1:seen(5, 5)] 'contours.dat' using 29:30 with lines linewidth 2 linecolor rgb '#D55E00' dashtype solid, \
  for [once = 1:seen(5, 5)] 'contours.dat' using 31:32 with points pointtype 7 pointsize 0.91*dot linecolor rgb '#000000', \
  for [once = 1:seen(6, 6)] 'contours.dat' using 33:34 with lines linewidth 1 linecolor rgb '#8C8C8C' dashtype solid, \
  for [once = 1:seen(6, 6)] 'contours.dat' using 35:36 with lines linewidth 2 linecolor rgb '#D55E00' dashtype solid, \
  for [once = 1:seen(6, 6)] 'contours.dat' using 37:38 with points pointtype 7 pointsize 0.91*dot linecolor rgb '#000000', \
  for [once = 1:seen(7, 7)] 'contours.dat' using 39:40 with lines linewidth 1 linecolor rgb '#8C8C8C' dashtype solid, \
  for [once = 1:seen(7, 7)] 'contours.dat' using 41:42 with lines linewidth 2 linecolor rgb '#D55E00' dashtype solid, \
  for [once = 1:seen(7, 7)] 'contours.dat' using 43:44 with points pointtype 7 pointsize 0.91*dot linecolor rgb '#000000', \
  for [once = 1:seen(8, 8)] 'contours.dat' using 45:46 with lines linewidth 1 linecolor rgb '#8C8C8C' dashtype solid, \
  for [once = 1:seen(8, 8)] 'contours.dat' using 47:48 with lines linewidth 2 linecolor rgb '#D55E00' dashtype solid, \
  for [once = 1:seen(8, 8)] 'contours.dat' using 49:50 with points pointtype 7 pointsize 0.91*dot linecolor rgb '#000000', \
  for [once = 1:seen(9, 9)] 'contours.dat' using 51:52 with lines linewidth 1 linecolor rgb '#8C8C8C' dashtype solid, \
  for [once = 1:seen(9, 9)] 'contours.dat' using 53:54 with lines linewidth 2 linecolor rgb '#D55E00' dashtype solid, \
  for [once = 1:seen(9, 9)] 'contours.dat' using 55:56 with points pointtype 7 pointsize 0.91*dot linecolor rgb '#000000', \
  for [once = 1:seen(10, 10)] 'contours.dat' using 57:58 with lines linewidth 1 linecolor rgb '#8C8C8C' dashtype solid, \
  for [once = 1:seen(10, 10)] 'contours.dat' using 59:60 with lines linewidth 2 linecolor rgb '#D55E00' dashtype solid, \
  for [once = 1:seen(10, 10)] 'contours.dat' using 61:62 with points pointtype 7 pointsize 0.91*dot linecolor rgb '#000000', \
  for [once = 1:seen(11, 11)] 'contours.dat' using 63:64 with lines linewidth 1 linecolor rgb '#8C8C8C' dashtype solid, \
  for [once = 1:seen(11, 11)] 'contours.dat' using 65:66 with lines linewidth 2 linecolor rgb '#D55E00' dashtype solid, \
  for [once = 1:seen(11, 11)] 'contours.dat' using 67:68 with points pointtype 7 pointsize 0.91*dot linecolor rgb '#000000', \
  for [once = 1:seen(12, 12)] 'contours.dat' using 69:70 with lines linewidth 1 linecolor rgb '#8C8C8C' dashtype solid, \
  for [once = 1:seen(12, 12)] 'contours.dat' using 71:72 with lines linewidth 2 linecolor rgb '#D55E00' dashtype solid, \
  for [once = 1:seen(12, 12)] 'contours.dat' using 73:74 with points pointtype 7 pointsize 0.91*dot linecolor rgb '#000000', \
  for [once = 1:seen(13, 13)] 'contours.dat' using 75:76 with lines linewidth 1 linecolor rgb '#8C8C8C' dashtype solid, \
  for [once = 1:seen(13, 13)] 'contours.dat' using 77:78 with lines linewidth 2 linecolor rgb '#D55E00' dashtype solid, \
  for [once = 1:seen(13, 13)] 'contours.dat' using 79:74 with points pointtype 7 pointsize 0.91*dot linecolor rgb '#000000', \
  for [once = 1:seen(14, 14)] 'contours.dat' using 80:81 with lines linewidth 1 linecolor rgb '#8C8C8C' dashtype solid, \
  for [once = 1:seen(14, 14)] 'contours.dat' using 82:83 with lines linewidth 2 linecolor rgb '#D55E00' dashtype solid, \
  for [once = 1:seen(14, 14)] 'contours.dat' using 84:74 with points pointtype 7 pointsize 0.91*dot linecolor rgb '#000000', \
  for [once = 1:seen(15, 15)] 'contours.dat' using 85:86 with lines linewidth 1 linecolor rgb '#8C8C8C' dashtype solid, \
  for [once = 1:seen(15, 15)] 'contours.dat' using 87:88 with lines linewidth 2 linecolor rgb '#D55E00' dashtype solid, \
  for [once = 1:seen(15, 15)] 'contours.dat' using 89:74 with points pointtype 7 pointsize 0.91*dot linecolor rgb '#000000', \
  for [once = 1:seen(16, 16)] 'contours.dat' using 90:91 with lines linewidth 1 linecolor rgb '#8C8C8C' dashtype solid, \
  for [once = 1:seen(16, 16)] 'contours.dat' using 92:93 with lines linewidth 2 linecolor rgb '#D55E00' dashtype solid, \
  for [once = 1:seen(16, 16)] 'contours.dat' using 94:74 with points pointtype 7 pointsize 0.91*dot linecolor rgb '#000000', \
  for [once = 1:seen(17, 17)] 'contours.dat' using 95:96 with lines linewidth 1 linecolor rgb '#8C8C8C' dashtype solid, \
  for [once = 1:seen(17, 17)] 'contours.dat' using 97:98 with lines linewidth 2 linecolor rgb '#D55E00' dashtype solid, \
  for [once = 1:seen(17, 17)] 'contours.dat' using 99:74 with points pointtype 7 pointsize 0.91*dot linecolor rgb '#000000', \
  for [once = 1:seen(18, 18)] 'contours.dat' using 100:101 with lines linewidth 1 linecolor rgb '#8C8C8C' dashtype solid, \
  for [once = 1:seen(18, 18)] 'contours.dat' using 102:103 with lines linewidth 2 linecolor rgb '#D55E00' dashtype solid, \
  for [once = 1:seen(18, 18)] 'contours.dat' using 104:74 with points pointtype 7 pointsize 0.91*dot linecolor rgb '#000000', \
  for [once = 1:seen(19, 19)] 'contours.dat' using 105:106 with lines linewidth 1 linecolor rgb '#8C8C8C' dashtype solid, \
  for [once = 1:seen(19, 19)] 'contours.dat' using 107:108 with lines linewidth 2 linecolor rgb '#D55E00' dashtype solid, \
  for [once = 1:seen(19, 19)] 'contours.dat' using 109:74 with points pointtype 7 pointsize 0.91*dot linecolor rgb '#000000', \
  for [once = 1:seen(20, 20)] 'contours.dat' using 110:111 with lines linewidth 1 linecolor rgb '#8C8C8C' dashtype solid, \
  for [once = 1:seen(20, 20)] 'contours.dat' using 112:113 with lines linewidth 2 linecolor rgb '#D55E00' dashtype solid, \
  for [once = 1:seen(20, 20)] 'contours.dat' using 114:74 with points pointtype 7 pointsize 0.91*dot linecolor rgb '#000000', \
  for [once = 1:seen(21, 21)] 'contours.dat' using 115:116 with lines linewidth 1 linecolor rgb '#8C8C8C' dashtype solid, \
  for [once = 1:seen(21, 21)] 'contours.dat' using 117:118 with lines linewidth 2 linecolor rgb '#D55E00' dashtype solid, \
  for [once = 1:seen(21, 21)] 'contours.dat' using 119:74 with points pointtype 7 pointsize 0.91*dot linecolor rgb '#000000', \
  for [once = 1:seen(22, 22)] 'contours.dat' using 120:121 with lines linewidth 1 linecolor rgb '#8C8C8C' dashtype solid, \
  for [once = 1:seen(22, 22)] 'contours.dat' using 122:123 with lines linewidth 2 linecolor rgb '#D55E00' dashtype solid, \
  for [once = 1:seen(22, 22)] 'contours.dat' using 124:74 with points pointtype 7 pointsize 0.91*dot linecolor rgb '#000000', \
  for [once = 1:seen(23, 23)] 'contours.dat' using 125:126 with lines linewidth 1 linecolor rgb '#8C8C8C' dashtype solid, \
  for [once = 1:seen(23, 23)] 'contours.dat' using 127:128 with lines linewidth 2 linecolor rgb '#D55E00' dashtype solid, \
  for [once = 1:seen(23, 23)] 'contours.dat' using 129:74 with points pointtype 7 pointsize 0.91*dot linecolor rgb '#000000', \
  for [once = 1:seen(24, 24)] 'contours.dat' using 130:131 with lines linewidth 1 linecolor rgb '#8C8C8C' dashtype solid, \
  for [once = 1:seen(24, 24)] 'contours.dat' using 132:133 with lines linewidth 2 linecolor rgb '#D55E00' dashtype solid, \
  for [once = 1:seen(24, 24)] 'contours.dat' using 134:74 with points pointtype 7 pointsize 0.91*dot linecolor rgb '#000000', \
  for [once = 1:seen(25, 25)] 'contours.dat' using 135:136 with lines linewidth 1 linecolor rgb '#8C8C8C' dashtype solid, \
  for [once = 1:seen(25, 25)] 'contours.dat' using 137:138 with lines linewidth 2 linecolor rgb '#D55E00' dashtype solid, \
  for [once = 1:seen(25, 25)] 'contours.dat' using 139:74 with points pointtype 7 pointsize 0.91*dot linecolor rgb '#000000', \
  for [once = 1:seen(26, 26)] 'contours.dat' using 140:141 with lines linewidth 1 linecolor rgb '#8C8C8C' dashtype solid, \
  for [once = 1:seen(26, 26)] 'contours.dat' using 142:143 with lines linewidth 2 linecolor rgb '#D55E00' dashtype solid, \
  for [once = 1:seen(26, 26)] 'contours.dat' using 144:74 with points pointtype 7 pointsize 0.91*dot linecolor rgb '#000000', \
  for [once = 1:seen(27, 27)] 'contours.dat' using 145:146 with lines linewidth 1 linecolor rgb '#8C8C8C' dashtype solid, \
  for [once = 1:seen(27, 27)] 'contours.dat' using 147:148 with lines linewidth 2 linecolor rgb '#D55E00' dashtype solid, \
  for [once = 1:seen(27, 27)] 'contours.dat' using 149:74 with points pointtype 7 pointsize 0.91*dot linecolor rgb '#000000', \
  for [once = 1:seen(28, 28)] 'contours.dat' using 150:151 with lines linewidth 1 linecolor rgb '#8C8C8C' dashtype solid, \
  for [once = 1:seen(28, 28)] 'contours.dat' using 152:153 with lines linewidth 2 linecolor rgb '#D55E00' dashtype solid, \
  for [once = 1:seen(28, 28)] 'contours.dat' using 154:74 with points pointtype 7 pointsize 0.91*dot linecolor rgb '#000000', \
  for [once = 1:seen(29, 29)] 'contours.dat' using 155:156 with lines linewidth 1 linecolor rgb '#8C8C8C' dashtype solid, \
  for [once = 1:seen(29, 29)] 'contours.dat' using 157:158 with lines linewidth 2 linecolor rgb '#D55E00' dashtype solid, \
  for [once = 1:seen(29, 29)] 'contours.dat' using 159:74 with points pointtype 7 pointsize 0.91*dot linecolor rgb '#000000', \
  for [once = 1:seen(30, 30)] 'contours.dat' using 160:161 with lines linewidth 1 linecolor rgb '#8C8C8C' dashtype solid, \
  for [once = 1:seen(30, 30)] 'contours.dat' using 162:163 with lines linewidth 2 linecolor rgb '#D55E00' dashtype solid, \
  for [once = 1:seen(30, 30)] for [row in '0'] 'contours.dat' every ::int(row)::int(row) using 162:163 with points pointtype 7 pointsize 0.65*dot linecolor rgb '#D55E00', \
  for [once = 1:seen(30, 30)] 'contours.dat' using 74:74 with points pointtype 7 pointsize 0.91*dot linecolor rgb '#000000', \
  for [once = 1:seen(31, 31)] 'contours.dat' using 160:161 with lines linewidth 1 linecolor rgb '#8C8C8C' dashtype solid, \
  for [once = 1:seen(31, 31)] 'contours.dat' using 162:163 with lines linewidth 2 linecolor rgb '#D55E00' dashtype solid, \
  for [once = 1:seen(31, 31)] for [row in '0'] 'contours.dat' every ::int(row)::int(row) using 162:163 with points pointtype 7 pointsize 0.65*dot linecolor rgb '#D55E00', \
  for [once = 1:seen(31, 31)] 'contours.dat' using 74:74 with points pointtype 7 pointsize 0.91*dot linecolor rgb '#000000', \
  NaN notitle

if (pass == 1) { clear }
}
unset multiplot
}
unset output
