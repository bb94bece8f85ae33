# Without warm-up the boldest rate gets nowhere
# gnuplot three-rates.gp draws three-rates.svg

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

# Lines cut into dashes for the film: x, y and the row of the table
$dashes_1_23 << EOD
0 1.609438 0
7.079182 1.609438 0.0354

11.798636 1.609438 0.05899
18.87782 1.609438 0.09439

23.597273 1.609438 0.11799
30.676455 1.609438 0.15338

35.39591 1.609438 0.17698
42.47509 1.609438 0.21238

47.194546 1.609438 0.23597
54.273727 1.609438 0.27137

58.993183 1.609438 0.29497
66.072365 1.609438 0.33036

70.79182 1.609438 0.35396
77.871 1.609438 0.38936

82.590454 1.609438 0.41295
89.66964 1.609438 0.44835

94.38909 1.609438 0.47195
101.46828 1.609438 0.50734

106.18773 1.609438 0.53094
113.266914 1.609438 0.56633

117.98637 1.609438 0.58993
125.06555 1.609438 0.62533

129.785 1.609438 0.64893
136.86418 1.609438 0.68432

141.58363 1.609438 0.70792
148.66283 1.609438 0.74331

153.38228 1.609438 0.76691
160.46146 1.609438 0.80231

165.18091 1.609438 0.8259
172.2601 1.609438 0.8613

176.97955 1.609438 0.8849
184.05873 1.609438 0.92029

188.77818 1.609438 0.94389
195.85736 1.609438 0.97929

EOD
$dashes_2_23 << EOD
0 1.609438 0
7.079182 1.609438 0.0354

11.798636 1.609438 0.05899
18.87782 1.609438 0.09439

23.597273 1.609438 0.11799
30.676455 1.609438 0.15338

35.39591 1.609438 0.17698
42.47509 1.609438 0.21238

47.194546 1.609438 0.23597
54.273727 1.609438 0.27137

58.993183 1.609438 0.29497
66.072365 1.609438 0.33036

70.79182 1.609438 0.35396
77.871 1.609438 0.38936

82.590454 1.609438 0.41295
89.66964 1.609438 0.44835

94.38909 1.609438 0.47195
101.46828 1.609438 0.50734

106.18773 1.609438 0.53094
113.266914 1.609438 0.56633

117.98637 1.609438 0.58993
125.06555 1.609438 0.62533

129.785 1.609438 0.64893
136.86418 1.609438 0.68432

141.58363 1.609438 0.70792
148.66283 1.609438 0.74331

153.38228 1.609438 0.76691
160.46146 1.609438 0.80231

165.18091 1.609438 0.8259
172.2601 1.609438 0.8613

176.97955 1.609438 0.8849
184.05873 1.609438 0.92029

188.77818 1.609438 0.94389
195.85736 1.609438 0.97929

EOD
$dashes_3_23 << EOD
0 1.609438 0
7.079182 1.609438 0.0354

11.798636 1.609438 0.05899
18.87782 1.609438 0.09439

23.597273 1.609438 0.11799
30.676455 1.609438 0.15338

35.39591 1.609438 0.17698
42.47509 1.609438 0.21238

47.194546 1.609438 0.23597
54.273727 1.609438 0.27137

58.993183 1.609438 0.29497
66.072365 1.609438 0.33036

70.79182 1.609438 0.35396
77.871 1.609438 0.38936

82.590454 1.609438 0.41295
89.66964 1.609438 0.44835

94.38909 1.609438 0.47195
101.46828 1.609438 0.50734

106.18773 1.609438 0.53094
113.266914 1.609438 0.56633

117.98637 1.609438 0.58993
125.06555 1.609438 0.62533

129.785 1.609438 0.64893
136.86418 1.609438 0.68432

141.58363 1.609438 0.70792
148.66283 1.609438 0.74331

153.38228 1.609438 0.76691
160.46146 1.609438 0.80231

165.18091 1.609438 0.8259
172.2601 1.609438 0.8613

176.97955 1.609438 0.8849
184.05873 1.609438 0.92029

188.77818 1.609438 0.94389
195.85736 1.609438 0.97929

EOD

array captions[40] = ['step 5', 'step 10', 'step 15', 'step 20', 'step 25', 'step 30', 'step 35', 'step 40', 'step 45', 'step 50', 'step 55', 'step 60', 'step 65', 'step 70', 'step 75', 'step 80', 'step 85', 'step 90', 'step 95', 'step 100', 'step 105', 'step 110', 'step 115', 'step 120', 'step 125', 'step 130', 'step 135', 'step 140', 'step 145', 'step 150', 'step 155', 'step 160', 'step 165', 'step 170', 'step 175', 'step 180', 'step 185', 'step 190', 'step 195', 'step 200']
# Frame 0 is the still picture. In the film the lines grow, then stand for a moment; the grey line at its foot
# says how far it is, and keeps frames apart that are otherwise alike (gnuplot cannot store a frame without change)
do for [frame = 0:55] {
if (frame == 0) {
set terminal svg size 920,397 fixed font 'Arial&#44; Helvetica&#44; sans-serif,13' fontscale 1 linewidth 1 dashlength 1 butt enhanced background '#ffffff'
set output 'three-rates.svg'
family = 'Arial&#44; Helvetica&#44; sans-serif'; dot = 1.0
}
if (frame == 1) {
set terminal gif animate delay 8 optimize size 1380,596 linewidth 1.5 font 'sans,13' fontscale 1.02 enhanced nocrop background '#ffffff'
set output 'three-rates.gif'
family = 'sans'; dot = 1.5
}
moment = frame == 0 ? 40 : frame > 40 ? 40 : frame
caption = captions[moment]
set multiplot
# The colours of a film are those of its first frame, so at first all is drawn once, and wiped out
do for [pass = frame == 1 ? 1 : 2 : 2] {
shown = frame == 0 || pass == 1 || frame > 40 ? 1.0 : frame / 40.0

# Panel 1: η = 0.005
unset label
unset arrow
unset object
set lmargin at screen 0.04913; set rmargin at screen 0.32551
set tmargin at screen 0.72796; set bmargin at screen 0.20277
unset logscale x
set xrange [0:200]
set xtics ('0' 0, '50' 50, '100' 100, '150' 150, '200' 200)
unset logscale y
set yrange [0:2.6]
set ytics ('0.0' 0, '0.5' 0.5, '1.0' 1, '1.5' 1.5, '2.0' 2, '2.5' 2.5)
set xtics offset 0,0.5
set grid noxtics ytics
unset colorbox
set label 'Without warm-up the boldest rate gets nowhere' at screen 0.01739, screen 0.93199 left textcolor rgb '#1F1F1F' font family.':Bold,17'
set label 'loss' at screen 0.01739, screen 0.76196 left textcolor rgb '#4A4A4A' font ',12.5'
set label 'η = 0.005' at screen 0.01739, screen 0.80856 left textcolor rgb '#1F1F1F' font family.':Bold,13.5'
set label caption at screen 0.01739, screen 0.87657 left textcolor rgb '#1F1F1F' font family.':Bold,14'
set label 'step' at screen 0.18732, screen 0.11209 center textcolor rgb '#4A4A4A' font ',12.5'
if (frame > 0) { set arrow from screen 0, screen 0.004 to screen frame / 55.0, screen 0.004 nohead linewidth 2 linecolor rgb '#C8C8C8' }
set arrow from screen 0.04913, screen 0.05542 to screen 0.07522, screen 0.05542 nohead front linewidth 3 linecolor rgb '#D55E00' dashtype solid
set label 'post-LN, no warm-up' at screen 0.08174, screen 0.05542 left front textcolor rgb '#1F1F1F' font ',12.5'
set arrow from screen 0.2456, screen 0.05542 to screen 0.27168, screen 0.05542 nohead front linewidth 3 linecolor rgb '#0072B2' dashtype solid
set label 'post-LN, warm-up' at screen 0.27821, screen 0.05542 left front textcolor rgb '#1F1F1F' font ',12.5'
set arrow from screen 0.4206, screen 0.05542 to screen 0.44668, screen 0.05542 nohead front linewidth 2 linecolor rgb '#000000' dashtype (9, 6)
set label 'guessing, ln 5' at screen 0.45321, screen 0.05542 left front textcolor rgb '#1F1F1F' font ',12.5'
plot \
  'three-rates.dat' every ::0::int(shown * 39) using 1:2 with lines linewidth 1 linecolor rgb '#A6D55E00' dashtype solid, \
  'three-rates.dat' every ::0::int(shown * 39) using 1:3 with lines linewidth 1 linecolor rgb '#A6D55E00' dashtype solid, \
  'three-rates.dat' every ::0::int(shown * 39) using 1:4 with lines linewidth 1 linecolor rgb '#A6D55E00' dashtype solid, \
  'three-rates.dat' every ::0::int(shown * 39) using 1:5 with lines linewidth 1 linecolor rgb '#A6D55E00' dashtype solid, \
  'three-rates.dat' every ::0::int(shown * 39) using 1:6 with lines linewidth 1 linecolor rgb '#A6D55E00' dashtype solid, \
  'three-rates.dat' every ::0::int(shown * 39) using 1:7 with lines linewidth 1 linecolor rgb '#A6D55E00' dashtype solid, \
  'three-rates.dat' every ::0::int(shown * 39) using 1:8 with lines linewidth 1 linecolor rgb '#A6D55E00' dashtype solid, \
  'three-rates.dat' every ::0::int(shown * 39) using 1:9 with lines linewidth 1 linecolor rgb '#A6D55E00' dashtype solid, \
  'three-rates.dat' every ::0::int(shown * 39) using 1:10 with lines linewidth 1 linecolor rgb '#A6D55E00' dashtype solid, \
  'three-rates.dat' every ::0::int(shown * 39) using 1:11 with lines linewidth 1 linecolor rgb '#A6D55E00' dashtype solid, \
  'three-rates.dat' every ::0::int(shown * 39) using 1:12 with lines linewidth 3 linecolor rgb '#D55E00' dashtype solid, \
  'three-rates.dat' every ::0::int(shown * 39) using 1:13 with lines linewidth 1 linecolor rgb '#A60072B2' dashtype solid, \
  'three-rates.dat' every ::0::int(shown * 39) using 1:14 with lines linewidth 1 linecolor rgb '#A60072B2' dashtype solid, \
  'three-rates.dat' every ::0::int(shown * 39) using 1:15 with lines linewidth 1 linecolor rgb '#A60072B2' dashtype solid, \
  'three-rates.dat' every ::0::int(shown * 39) using 1:16 with lines linewidth 1 linecolor rgb '#A60072B2' dashtype solid, \
  'three-rates.dat' every ::0::int(shown * 39) using 1:17 with lines linewidth 1 linecolor rgb '#A60072B2' dashtype solid, \
  'three-rates.dat' every ::0::int(shown * 39) using 1:18 with lines linewidth 1 linecolor rgb '#A60072B2' dashtype solid, \
  'three-rates.dat' every ::0::int(shown * 39) using 1:19 with lines linewidth 1 linecolor rgb '#A60072B2' dashtype solid, \
  'three-rates.dat' every ::0::int(shown * 39) using 1:20 with lines linewidth 1 linecolor rgb '#A60072B2' dashtype solid, \
  'three-rates.dat' every ::0::int(shown * 39) using 1:21 with lines linewidth 1 linecolor rgb '#A60072B2' dashtype solid, \
  'three-rates.dat' every ::0::int(shown * 39) using 1:22 with lines linewidth 1 linecolor rgb '#A60072B2' dashtype solid, \
  'three-rates.dat' every ::0::int(shown * 39) using 1:23 with lines linewidth 3 linecolor rgb '#0072B2' dashtype solid, \
  for [once = 1:frame == 0] 'three-rates.dat' using 24:25 with lines linewidth 2 linecolor rgb '#000000' dashtype (9, 6), \
  for [once = 1:frame > 0] $dashes_1_23 using 1:2 with lines linewidth 2 linecolor rgb '#000000' dashtype (9, 6)

# Panel 2: η = 0.01
unset label
unset arrow
unset object
set lmargin at screen 0.37551; set rmargin at screen 0.65188
set tmargin at screen 0.72796; set bmargin at screen 0.20277
unset logscale x
set xrange [0:200]
set xtics ('0' 0, '50' 50, '100' 100, '150' 150, '200' 200)
unset logscale y
set yrange [0:2.6]
set ytics ('' 0, '' 0.5, '' 1, '' 1.5, '' 2, '' 2.5)
set xtics offset 0,0.5
set grid noxtics ytics
unset colorbox
set label 'η = 0.01' at screen 0.36464, screen 0.80856 left textcolor rgb '#1F1F1F' font family.':Bold,13.5'
set label 'step' at screen 0.5137, screen 0.11209 center textcolor rgb '#4A4A4A' font ',12.5'
plot \
  'three-rates.dat' every ::0::int(shown * 39) using 1:26 with lines linewidth 1 linecolor rgb '#A6D55E00' dashtype solid, \
  'three-rates.dat' every ::0::int(shown * 39) using 1:27 with lines linewidth 1 linecolor rgb '#A6D55E00' dashtype solid, \
  'three-rates.dat' every ::0::int(shown * 39) using 1:28 with lines linewidth 1 linecolor rgb '#A6D55E00' dashtype solid, \
  'three-rates.dat' every ::0::int(shown * 39) using 1:29 with lines linewidth 1 linecolor rgb '#A6D55E00' dashtype solid, \
  'three-rates.dat' every ::0::int(shown * 39) using 1:30 with lines linewidth 1 linecolor rgb '#A6D55E00' dashtype solid, \
  'three-rates.dat' every ::0::int(shown * 39) using 1:31 with lines linewidth 1 linecolor rgb '#A6D55E00' dashtype solid, \
  'three-rates.dat' every ::0::int(shown * 39) using 1:32 with lines linewidth 1 linecolor rgb '#A6D55E00' dashtype solid, \
  'three-rates.dat' every ::0::int(shown * 39) using 1:33 with lines linewidth 1 linecolor rgb '#A6D55E00' dashtype solid, \
  'three-rates.dat' every ::0::int(shown * 39) using 1:34 with lines linewidth 1 linecolor rgb '#A6D55E00' dashtype solid, \
  'three-rates.dat' every ::0::int(shown * 39) using 1:35 with lines linewidth 1 linecolor rgb '#A6D55E00' dashtype solid, \
  'three-rates.dat' every ::0::int(shown * 39) using 1:36 with lines linewidth 3 linecolor rgb '#D55E00' dashtype solid, \
  'three-rates.dat' every ::0::int(shown * 39) using 1:37 with lines linewidth 1 linecolor rgb '#A60072B2' dashtype solid, \
  'three-rates.dat' every ::0::int(shown * 39) using 1:38 with lines linewidth 1 linecolor rgb '#A60072B2' dashtype solid, \
  'three-rates.dat' every ::0::int(shown * 39) using 1:39 with lines linewidth 1 linecolor rgb '#A60072B2' dashtype solid, \
  'three-rates.dat' every ::0::int(shown * 39) using 1:40 with lines linewidth 1 linecolor rgb '#A60072B2' dashtype solid, \
  'three-rates.dat' every ::0::int(shown * 39) using 1:41 with lines linewidth 1 linecolor rgb '#A60072B2' dashtype solid, \
  'three-rates.dat' every ::0::int(shown * 39) using 1:42 with lines linewidth 1 linecolor rgb '#A60072B2' dashtype solid, \
  'three-rates.dat' every ::0::int(shown * 39) using 1:43 with lines linewidth 1 linecolor rgb '#A60072B2' dashtype solid, \
  'three-rates.dat' every ::0::int(shown * 39) using 1:44 with lines linewidth 1 linecolor rgb '#A60072B2' dashtype solid, \
  'three-rates.dat' every ::0::int(shown * 39) using 1:45 with lines linewidth 1 linecolor rgb '#A60072B2' dashtype solid, \
  'three-rates.dat' every ::0::int(shown * 39) using 1:46 with lines linewidth 1 linecolor rgb '#A60072B2' dashtype solid, \
  'three-rates.dat' every ::0::int(shown * 39) using 1:47 with lines linewidth 3 linecolor rgb '#0072B2' dashtype solid, \
  for [once = 1:frame == 0] 'three-rates.dat' using 24:25 with lines linewidth 2 linecolor rgb '#000000' dashtype (9, 6), \
  for [once = 1:frame > 0] $dashes_2_23 using 1:2 with lines linewidth 2 linecolor rgb '#000000' dashtype (9, 6)

# Panel 3: η = 0.02
unset label
unset arrow
unset object
set lmargin at screen 0.70188; set rmargin at screen 0.97826
set tmargin at screen 0.72796; set bmargin at screen 0.20277
unset logscale x
set xrange [0:200]
set xtics ('0' 0, '50' 50, '100' 100, '150' 150, '200' 200)
unset logscale y
set yrange [0:2.6]
set ytics ('' 0, '' 0.5, '' 1, '' 1.5, '' 2, '' 2.5)
set xtics offset 0,0.5
set grid noxtics ytics
unset colorbox
set label 'η = 0.02' at screen 0.69101, screen 0.80856 left textcolor rgb '#1F1F1F' font family.':Bold,13.5'
set label 'step' at screen 0.84007, screen 0.11209 center textcolor rgb '#4A4A4A' font ',12.5'
plot \
  'three-rates.dat' every ::0::int(shown * 39) using 1:48 with lines linewidth 1 linecolor rgb '#A6D55E00' dashtype solid, \
  'three-rates.dat' every ::0::int(shown * 39) using 1:49 with lines linewidth 1 linecolor rgb '#A6D55E00' dashtype solid, \
  'three-rates.dat' every ::0::int(shown * 39) using 1:50 with lines linewidth 1 linecolor rgb '#A6D55E00' dashtype solid, \
  'three-rates.dat' every ::0::int(shown * 39) using 1:51 with lines linewidth 1 linecolor rgb '#A6D55E00' dashtype solid, \
  'three-rates.dat' every ::0::int(shown * 39) using 1:52 with lines linewidth 1 linecolor rgb '#A6D55E00' dashtype solid, \
  'three-rates.dat' every ::0::int(shown * 39) using 1:53 with lines linewidth 1 linecolor rgb '#A6D55E00' dashtype solid, \
  'three-rates.dat' every ::0::int(shown * 39) using 1:54 with lines linewidth 1 linecolor rgb '#A6D55E00' dashtype solid, \
  'three-rates.dat' every ::0::int(shown * 39) using 1:55 with lines linewidth 1 linecolor rgb '#A6D55E00' dashtype solid, \
  'three-rates.dat' every ::0::int(shown * 39) using 1:56 with lines linewidth 1 linecolor rgb '#A6D55E00' dashtype solid, \
  'three-rates.dat' every ::0::int(shown * 39) using 1:57 with lines linewidth 1 linecolor rgb '#A6D55E00' dashtype solid, \
  'three-rates.dat' every ::0::int(shown * 39) using 1:58 with lines linewidth 3 linecolor rgb '#D55E00' dashtype solid, \
  'three-rates.dat' every ::0::int(shown * 39) using 1:59 with lines linewidth 1 linecolor rgb '#A60072B2' dashtype solid, \
  'three-rates.dat' every ::0::int(shown * 39) using 1:60 with lines linewidth 1 linecolor rgb '#A60072B2' dashtype solid, \
  'three-rates.dat' every ::0::int(shown * 39) using 1:61 with lines linewidth 1 linecolor rgb '#A60072B2' dashtype solid, \
  'three-rates.dat' every ::0::int(shown * 39) using 1:62 with lines linewidth 1 linecolor rgb '#A60072B2' dashtype solid, \
  'three-rates.dat' every ::0::int(shown * 39) using 1:63 with lines linewidth 1 linecolor rgb '#A60072B2' dashtype solid, \
  'three-rates.dat' every ::0::int(shown * 39) using 1:64 with lines linewidth 1 linecolor rgb '#A60072B2' dashtype solid, \
  'three-rates.dat' every ::0::int(shown * 39) using 1:65 with lines linewidth 1 linecolor rgb '#A60072B2' dashtype solid, \
  'three-rates.dat' every ::0::int(shown * 39) using 1:66 with lines linewidth 1 linecolor rgb '#A60072B2' dashtype solid, \
  'three-rates.dat' every ::0::int(shown * 39) using 1:67 with lines linewidth 1 linecolor rgb '#A60072B2' dashtype solid, \
  'three-rates.dat' every ::0::int(shown * 39) using 1:68 with lines linewidth 1 linecolor rgb '#A60072B2' dashtype solid, \
  'three-rates.dat' every ::0::int(shown * 39) using 1:69 with lines linewidth 3 linecolor rgb '#0072B2' dashtype solid, \
  for [once = 1:frame == 0] 'three-rates.dat' using 24:25 with lines linewidth 2 linecolor rgb '#000000' dashtype (9, 6), \
  for [once = 1:frame > 0] $dashes_3_23 using 1:2 with lines linewidth 2 linecolor rgb '#000000' dashtype (9, 6)

if (pass == 1) { clear }
}
unset multiplot
}
unset output
