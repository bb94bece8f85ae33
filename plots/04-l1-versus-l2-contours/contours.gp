# L1 slides into a corner and stays on the axis; L2 meets no axis
# gnuplot contours.gp draws contours.svg

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
array captions[31] = ['λ = 0.00', 'λ = 0.01', 'λ = 0.04', 'λ = 0.08', 'λ = 0.14', 'λ = 0.22', 'λ = 0.32', 'λ = 0.44', 'λ = 0.57', 'λ = 0.72', 'λ = 0.89', 'λ = 1.08', 'λ = 1.28', 'λ = 1.50', 'λ = 1.74', 'λ = 2.00', 'λ = 2.28', 'λ = 2.57', 'λ = 2.88', 'λ = 3.21', 'λ = 3.56', 'λ = 3.92', 'λ = 4.30', 'λ = 4.70', 'λ = 5.12', 'λ = 5.56', 'λ = 6.01', 'λ = 6.48', 'λ = 6.97', 'λ = 7.48', 'λ = 8.00']
# Frame 0 is the still picture. In the film the lines grow, then stand for a moment; the grey line at its foot
# says how far it is, and keeps frames apart that are otherwise alike (gnuplot cannot store a frame without change)
do for [frame = 0:39] {
if (frame == 0) {
set terminal svg size 800,456 fixed font 'Arial&#44; Helvetica&#44; sans-serif,13' fontscale 1 linewidth 1 dashlength 1 butt enhanced background '#ffffff'
set output 'contours.svg'
family = 'Arial&#44; Helvetica&#44; sans-serif'; dot = 1.0
}
if (frame == 1) {
set terminal gif animate delay 16 optimize size 1200,684 linewidth 1.5 font 'sans,13' fontscale 1.02 enhanced nocrop background '#ffffff'
set output 'contours.gif'
family = 'sans'; dot = 1.5
}
moment = frame == 0 ? 16 : frame > 31 ? 31 : frame
caption = captions[moment]
set multiplot
# The colours of a film are those of its first frame, so at first all is drawn once, and wiped out
do for [pass = frame == 1 ? 1 : 2 : 2] {
shown = frame == 0 || pass == 1 || frame > 31 ? 1.0 : frame / 31.0

# Panel 1: L1, λ Σ|θᵢ|
unset label
unset arrow
unset object
set lmargin at screen 0.0691; set rmargin at screen 0.4933
set tmargin at screen 0.76316; set bmargin at screen 0.12526
unset logscale x
set xrange [-0.4:2.4]
set xtics ('0.0' 0, '0.5' 0.5, '1.0' 1, '1.5' 1.5, '2.0' 2)
unset logscale y
set yrange [-0.6:1.8]
set ytics ('−0.5' -0.5, '0.0' 0, '0.5' 0.5, '1.0' 1, '1.5' 1.5)
set xtics offset 0,0.5
set grid noxtics ytics
unset colorbox
set label 'L1 slides into a corner and stays on the axis; L2 meets no axis' at screen 0.02, screen 0.94079 left textcolor rgb '#1F1F1F' font family.':Bold,17'
set label 'θ₂' at screen 0.02, screen 0.79276 left textcolor rgb '#4A4A4A' font ',12.5'
set label 'L1, λ Σ|θᵢ|' at screen 0.02, screen 0.83333 left textcolor rgb '#1F1F1F' font family.':Bold,13.5'
set label caption at screen 0.02, screen 0.89254 left textcolor rgb '#1F1F1F' font family.':Bold,14'
set label 'θ₁' at screen 0.2812, screen 0.04632 center textcolor rgb '#4A4A4A' font ',12.5'
set label 'c' at first 1.56, first 1.06 left front textcolor rgb '#4A4A4A' font ',12.5'
if (frame > 0) { set arrow from screen 0, screen 0.004 to screen frame / 39.0, screen 0.004 nohead linewidth 2 linecolor rgb '#C8C8C8' }
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

# Panel 2: L2, λ Σθᵢ²
unset label
unset arrow
unset object
set lmargin at screen 0.5508; set rmargin at screen 0.975
set tmargin at screen 0.76316; set bmargin at screen 0.12526
unset logscale x
set xrange [-0.4:2.4]
set xtics ('0.0' 0, '0.5' 0.5, '1.0' 1, '1.5' 1.5, '2.0' 2)
unset logscale y
set yrange [-0.6:1.8]
set ytics ('' -0.5, '' 0, '' 0.5, '' 1, '' 1.5)
set xtics offset 0,0.5
set grid noxtics ytics
unset colorbox
set label 'L2, λ Σθᵢ²' at screen 0.5383, screen 0.83333 left textcolor rgb '#1F1F1F' font family.':Bold,13.5'
set label 'θ₁' at screen 0.7629, screen 0.04632 center textcolor rgb '#4A4A4A' font ',12.5'
set label 'c' at first 1.56, first 1.06 left front textcolor rgb '#4A4A4A' font ',12.5'
set arrow from graph 0, first 0 to graph 1, first 0 nohead back linewidth 1 linecolor rgb '#8C8C8C' dashtype solid
set arrow from first 0, graph 0 to first 0, graph 1 nohead back linewidth 1 linecolor rgb '#8C8C8C' dashtype solid
plot \
  'contours.dat' using 164:165 with lines linewidth 1.5 linecolor rgb '#8C8C8C' dashtype solid, \
  'contours.dat' using 3:4 with points pointtype 2 pointsize 0.65*dot linecolor rgb '#8C8C8C', \
  for [once = 1:seen(1, 1)] 'contours.dat' using 5:6 with lines linewidth 1 linecolor rgb '#8C8C8C' dashtype solid, \
  for [once = 1:seen(1, 1)] for [row in '0'] 'contours.dat' every ::int(row)::int(row) using 5:6 with points pointtype 7 pointsize 0.65*dot linecolor rgb '#8C8C8C', \
  for [once = 1:seen(1, 1)] 'contours.dat' using 166:167 with lines linewidth 2 linecolor rgb '#0072B2' dashtype solid, \
  for [once = 1:seen(1, 1)] 'contours.dat' using 3:4 with points pointtype 7 pointsize 0.91*dot linecolor rgb '#000000', \
  for [once = 1:seen(2, 2)] 'contours.dat' using 168:169 with lines linewidth 1 linecolor rgb '#8C8C8C' dashtype solid, \
  for [once = 1:seen(2, 2)] 'contours.dat' using 170:171 with lines linewidth 2 linecolor rgb '#0072B2' dashtype solid, \
  for [once = 1:seen(2, 2)] 'contours.dat' using 172:173 with points pointtype 7 pointsize 0.91*dot linecolor rgb '#000000', \
  for [once = 1:seen(3, 3)] 'contours.dat' using 174:175 with lines linewidth 1 linecolor rgb '#8C8C8C' dashtype solid, \
  for [once = 1:seen(3, 3)] 'contours.dat' using 176:177 with lines linewidth 2 linecolor rgb '#0072B2' dashtype solid, \
  for [once = 1:seen(3, 3)] 'contours.dat' using 178:179 with points pointtype 7 pointsize 0.91*dot linecolor rgb '#000000', \
  for [once = 1:seen(4, 4)] 'contours.dat' using 180:181 with lines linewidth 1 linecolor rgb '#8C8C8C' dashtype solid, \
  for [once = 1:seen(4, 4)] 'contours.dat' using 182:183 with lines linewidth 2 linecolor rgb '#0072B2' dashtype solid, \
  for [once = 1:seen(4, 4)] 'contours.dat' using 184:185 with points pointtype 7 pointsize 0.91*dot linecolor rgb '#000000', \
  for [once = 1:seen(5, 5)] 'contours.dat' using 186:187 with lines linewidth 1 linecolor rgb '#8C8C8C' dashtype solid, \
  for [once = 1:seen(5, 5)] 'contours.dat' using 188:189 with lines linewidth 2 linecolor rgb '#0072B2' dashtype solid, \
  for [once = 1:seen(5, 5)] 'contours.dat' using 190:191 with points pointtype 7 pointsize 0.91*dot linecolor rgb '#000000', \
  for [once = 1:seen(6, 6)] 'contours.dat' using 192:193 with lines linewidth 1 linecolor rgb '#8C8C8C' dashtype solid, \
  for [once = 1:seen(6, 6)] 'contours.dat' using 194:195 with lines linewidth 2 linecolor rgb '#0072B2' dashtype solid, \
  for [once = 1:seen(6, 6)] 'contours.dat' using 196:197 with points pointtype 7 pointsize 0.91*dot linecolor rgb '#000000', \
  for [once = 1:seen(7, 7)] 'contours.dat' using 198:199 with lines linewidth 1 linecolor rgb '#8C8C8C' dashtype solid, \
  for [once = 1:seen(7, 7)] 'contours.dat' using 200:201 with lines linewidth 2 linecolor rgb '#0072B2' dashtype solid, \
  for [once = 1:seen(7, 7)] 'contours.dat' using 202:203 with points pointtype 7 pointsize 0.91*dot linecolor rgb '#000000', \
  for [once = 1:seen(8, 8)] 'contours.dat' using 204:205 with lines linewidth 1 linecolor rgb '#8C8C8C' dashtype solid, \
  for [once = 1:seen(8, 8)] 'contours.dat' using 206:207 with lines linewidth 2 linecolor rgb '#0072B2' dashtype solid, \
  for [once = 1:seen(8, 8)] 'contours.dat' using 208:209 with points pointtype 7 pointsize 0.91*dot linecolor rgb '#000000', \
  for [once = 1:seen(9, 9)] 'contours.dat' using 210:211 with lines linewidth 1 linecolor rgb '#8C8C8C' dashtype solid, \
  for [once = 1:seen(9, 9)] 'contours.dat' using 212:213 with lines linewidth 2 linecolor rgb '#0072B2' dashtype solid, \
  for [once = 1:seen(9, 9)] 'contours.dat' using 214:215 with points pointtype 7 pointsize 0.91*dot linecolor rgb '#000000', \
  for [once = 1:seen(10, 10)] 'contours.dat' using 216:217 with lines linewidth 1 linecolor rgb '#8C8C8C' dashtype solid, \
  for [once = 1:seen(10, 10)] 'contours.dat' using 218:219 with lines linewidth 2 linecolor rgb '#0072B2' dashtype solid, \
  for [once = 1:seen(10, 10)] 'contours.dat' using 220:221 with points pointtype 7 pointsize 0.91*dot linecolor rgb '#000000', \
  for [once = 1:seen(11, 11)] 'contours.dat' using 222:223 with lines linewidth 1 linecolor rgb '#8C8C8C' dashtype solid, \
  for [once = 1:seen(11, 11)] 'contours.dat' using 224:225 with lines linewidth 2 linecolor rgb '#0072B2' dashtype solid, \
  for [once = 1:seen(11, 11)] 'contours.dat' using 226:227 with points pointtype 7 pointsize 0.91*dot linecolor rgb '#000000', \
  for [once = 1:seen(12, 12)] 'contours.dat' using 228:229 with lines linewidth 1 linecolor rgb '#8C8C8C' dashtype solid, \
  for [once = 1:seen(12, 12)] 'contours.dat' using 230:231 with lines linewidth 2 linecolor rgb '#0072B2' dashtype solid, \
  for [once = 1:seen(12, 12)] 'contours.dat' using 232:233 with points pointtype 7 pointsize 0.91*dot linecolor rgb '#000000', \
  for [once = 1:seen(13, 13)] 'contours.dat' using 234:235 with lines linewidth 1 linecolor rgb '#8C8C8C' dashtype solid, \
  for [once = 1:seen(13, 13)] 'contours.dat' using 236:237 with lines linewidth 2 linecolor rgb '#0072B2' dashtype solid, \
  for [once = 1:seen(13, 13)] 'contours.dat' using 238:239 with points pointtype 7 pointsize 0.91*dot linecolor rgb '#000000', \
  for [once = 1:seen(14, 14)] 'contours.dat' using 240:241 with lines linewidth 1 linecolor rgb '#8C8C8C' dashtype solid, \
  for [once = 1:seen(14, 14)] 'contours.dat' using 242:243 with lines linewidth 2 linecolor rgb '#0072B2' dashtype solid, \
  for [once = 1:seen(14, 14)] 'contours.dat' using 244:245 with points pointtype 7 pointsize 0.91*dot linecolor rgb '#000000', \
  for [once = 1:seen(15, 15)] 'contours.dat' using 246:247 with lines linewidth 1 linecolor rgb '#8C8C8C' dashtype solid, \
  for [once = 1:seen(15, 15)] 'contours.dat' using 248:249 with lines linewidth 2 linecolor rgb '#0072B2' dashtype solid, \
  for [once = 1:seen(15, 15)] 'contours.dat' using 250:251 with points pointtype 7 pointsize 0.91*dot linecolor rgb '#000000', \
  for [once = 1:seen(16, 16)] 'contours.dat' using 252:253 with lines linewidth 1 linecolor rgb '#8C8C8C' dashtype solid, \
  for [once = 1:seen(16, 16)] 'contours.dat' using 254:255 with lines linewidth 2 linecolor rgb '#0072B2' dashtype solid, \
  for [once = 1:seen(16, 16)] 'contours.dat' using 256:257 with points pointtype 7 pointsize 0.91*dot linecolor rgb '#000000', \
  for [once = 1:seen(17, 17)] 'contours.dat' using 258:259 with lines linewidth 1 linecolor rgb '#8C8C8C' dashtype solid, \
  for [once = 1:seen(17, 17)] 'contours.dat' using 260:261 with lines linewidth 2 linecolor rgb '#0072B2' dashtype solid, \
  for [once = 1:seen(17, 17)] 'contours.dat' using 262:263 with points pointtype 7 pointsize 0.91*dot linecolor rgb '#000000', \
  for [once = 1:seen(18, 18)] 'contours.dat' using 264:265 with lines linewidth 1 linecolor rgb '#8C8C8C' dashtype solid, \
  for [once = 1:seen(18, 18)] 'contours.dat' using 266:267 with lines linewidth 2 linecolor rgb '#0072B2' dashtype solid, \
  for [once = 1:seen(18, 18)] 'contours.dat' using 268:269 with points pointtype 7 pointsize 0.91*dot linecolor rgb '#000000', \
  for [once = 1:seen(19, 19)] 'contours.dat' using 270:271 with lines linewidth 1 linecolor rgb '#8C8C8C' dashtype solid, \
  for [once = 1:seen(19, 19)] 'contours.dat' using 272:273 with lines linewidth 2 linecolor rgb '#0072B2' dashtype solid, \
  for [once = 1:seen(19, 19)] 'contours.dat' using 274:275 with points pointtype 7 pointsize 0.91*dot linecolor rgb '#000000', \
  for [once = 1:seen(20, 20)] 'contours.dat' using 276:277 with lines linewidth 1 linecolor rgb '#8C8C8C' dashtype solid, \
  for [once = 1:seen(20, 20)] 'contours.dat' using 278:279 with lines linewidth 2 linecolor rgb '#0072B2' dashtype solid, \
  for [once = 1:seen(20, 20)] 'contours.dat' using 280:281 with points pointtype 7 pointsize 0.91*dot linecolor rgb '#000000', \
  for [once = 1:seen(21, 21)] 'contours.dat' using 282:283 with lines linewidth 1 linecolor rgb '#8C8C8C' dashtype solid, \
  for [once = 1:seen(21, 21)] 'contours.dat' using 284:285 with lines linewidth 2 linecolor rgb '#0072B2' dashtype solid, \
  for [once = 1:seen(21, 21)] 'contours.dat' using 286:287 with points pointtype 7 pointsize 0.91*dot linecolor rgb '#000000', \
  for [once = 1:seen(22, 22)] 'contours.dat' using 288:289 with lines linewidth 1 linecolor rgb '#8C8C8C' dashtype solid, \
  for [once = 1:seen(22, 22)] 'contours.dat' using 290:291 with lines linewidth 2 linecolor rgb '#0072B2' dashtype solid, \
  for [once = 1:seen(22, 22)] 'contours.dat' using 292:293 with points pointtype 7 pointsize 0.91*dot linecolor rgb '#000000', \
  for [once = 1:seen(23, 23)] 'contours.dat' using 294:295 with lines linewidth 1 linecolor rgb '#8C8C8C' dashtype solid, \
  for [once = 1:seen(23, 23)] 'contours.dat' using 296:297 with lines linewidth 2 linecolor rgb '#0072B2' dashtype solid, \
  for [once = 1:seen(23, 23)] 'contours.dat' using 298:299 with points pointtype 7 pointsize 0.91*dot linecolor rgb '#000000', \
  for [once = 1:seen(24, 24)] 'contours.dat' using 300:301 with lines linewidth 1 linecolor rgb '#8C8C8C' dashtype solid, \
  for [once = 1:seen(24, 24)] 'contours.dat' using 302:303 with lines linewidth 2 linecolor rgb '#0072B2' dashtype solid, \
  for [once = 1:seen(24, 24)] 'contours.dat' using 304:305 with points pointtype 7 pointsize 0.91*dot linecolor rgb '#000000', \
  for [once = 1:seen(25, 25)] 'contours.dat' using 306:307 with lines linewidth 1 linecolor rgb '#8C8C8C' dashtype solid, \
  for [once = 1:seen(25, 25)] 'contours.dat' using 308:309 with lines linewidth 2 linecolor rgb '#0072B2' dashtype solid, \
  for [once = 1:seen(25, 25)] 'contours.dat' using 310:311 with points pointtype 7 pointsize 0.91*dot linecolor rgb '#000000', \
  for [once = 1:seen(26, 26)] 'contours.dat' using 312:313 with lines linewidth 1 linecolor rgb '#8C8C8C' dashtype solid, \
  for [once = 1:seen(26, 26)] 'contours.dat' using 314:315 with lines linewidth 2 linecolor rgb '#0072B2' dashtype solid, \
  for [once = 1:seen(26, 26)] 'contours.dat' using 316:317 with points pointtype 7 pointsize 0.91*dot linecolor rgb '#000000', \
  for [once = 1:seen(27, 27)] 'contours.dat' using 318:319 with lines linewidth 1 linecolor rgb '#8C8C8C' dashtype solid, \
  for [once = 1:seen(27, 27)] 'contours.dat' using 320:321 with lines linewidth 2 linecolor rgb '#0072B2' dashtype solid, \
  for [once = 1:seen(27, 27)] 'contours.dat' using 322:323 with points pointtype 7 pointsize 0.91*dot linecolor rgb '#000000', \
  for [once = 1:seen(28, 28)] 'contours.dat' using 324:325 with lines linewidth 1 linecolor rgb '#8C8C8C' dashtype solid, \
  for [once = 1:seen(28, 28)] 'contours.dat' using 326:327 with lines linewidth 2 linecolor rgb '#0072B2' dashtype solid, \
  for [once = 1:seen(28, 28)] 'contours.dat' using 328:329 with points pointtype 7 pointsize 0.91*dot linecolor rgb '#000000', \
  for [once = 1:seen(29, 29)] 'contours.dat' using 330:331 with lines linewidth 1 linecolor rgb '#8C8C8C' dashtype solid, \
  for [once = 1:seen(29, 29)] 'contours.dat' using 332:333 with lines linewidth 2 linecolor rgb '#0072B2' dashtype solid, \
  for [once = 1:seen(29, 29)] 'contours.dat' using 334:335 with points pointtype 7 pointsize 0.91*dot linecolor rgb '#000000', \
  for [once = 1:seen(30, 30)] 'contours.dat' using 336:337 with lines linewidth 1 linecolor rgb '#8C8C8C' dashtype solid, \
  for [once = 1:seen(30, 30)] 'contours.dat' using 338:339 with lines linewidth 2 linecolor rgb '#0072B2' dashtype solid, \
  for [once = 1:seen(30, 30)] 'contours.dat' using 340:341 with points pointtype 7 pointsize 0.91*dot linecolor rgb '#000000', \
  for [once = 1:seen(31, 31)] 'contours.dat' using 342:343 with lines linewidth 1 linecolor rgb '#8C8C8C' dashtype solid, \
  for [once = 1:seen(31, 31)] 'contours.dat' using 344:345 with lines linewidth 2 linecolor rgb '#0072B2' dashtype solid, \
  for [once = 1:seen(31, 31)] 'contours.dat' using 346:347 with points pointtype 7 pointsize 0.91*dot linecolor rgb '#000000', \
  NaN notitle

if (pass == 1) { clear }
}
unset multiplot
}
unset output
