# The thumbnail of three-rates
# gnuplot three-rates-small.gp draws three-rates-small.svg

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
6.550218 1.609438 0.03275

10.91703 1.609438 0.05459
17.467249 1.609438 0.08734

21.83406 1.609438 0.10917
28.38428 1.609438 0.14192

32.75109 1.609438 0.16376
39.30131 1.609438 0.19651

43.66812 1.609438 0.21834
50.21834 1.609438 0.25109

54.58515 1.609438 0.27293
61.135372 1.609438 0.30568

65.50218 1.609438 0.32751
72.0524 1.609438 0.36026

76.41921 1.609438 0.3821
82.96943 1.609438 0.41485

87.33624 1.609438 0.43668
93.88646 1.609438 0.46943

98.25327 1.609438 0.49127
104.80349 1.609438 0.52402

109.1703 1.609438 0.54585
115.72053 1.609438 0.5786

120.08733 1.609438 0.60044
126.63756 1.609438 0.63319

131.00436 1.609438 0.65502
137.55458 1.609438 0.68777

141.9214 1.609438 0.70961
148.47162 1.609438 0.74236

152.83842 1.609438 0.76419
159.38864 1.609438 0.79694

163.75546 1.609438 0.81878
170.30568 1.609438 0.85153

174.67249 1.609438 0.87336
181.2227 1.609438 0.90611

185.58952 1.609438 0.92795
192.13974 1.609438 0.9607

196.50655 1.609438 0.98253
200 1.609438 1

EOD

# Frame 0 is the still picture. In the film the lines grow, then stand for a moment; the grey line at its foot
# says how far it is, and keeps frames apart that are otherwise alike (gnuplot cannot store a frame without change)
do for [frame = 0:0] {
if (frame == 0) {
set terminal svg size 340,338 fixed font 'Arial&#44; Helvetica&#44; sans-serif,13' fontscale 1 linewidth 1 dashlength 1 butt enhanced background '#ffffff'
set output 'three-rates-small.svg'
family = 'Arial&#44; Helvetica&#44; sans-serif'; dot = 1.0
}
if (frame == 1) {
set terminal gif animate delay 8 optimize size 510,507 linewidth 1.5 font 'sans,13' fontscale 1.02 enhanced nocrop background '#ffffff'
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
set lmargin at screen 0.13294; set rmargin at screen 0.94118
set tmargin at screen 0.80473; set bmargin at screen 0.34944
unset logscale x
set xrange [0:200]
set xtics ('0' 0, '50' 50, '100' 100, '150' 150, '200' 200)
unset logscale y
set yrange [0:2.6]
set ytics ('0.0' 0, '0.5' 0.5, '1.0' 1, '1.5' 1.5, '2.0' 2, '2.5' 2.5)
set xtics offset 0,0.5
set grid noxtics ytics
unset colorbox
set label 'loss' at screen 0.04706, screen 0.84467 left textcolor rgb '#4A4A4A' font ',12.5'
set label 'η = 0.02' at screen 0.04706, screen 0.89941 left textcolor rgb '#1F1F1F' font family.':Bold,13.5'
set label 'step' at screen 0.53706, screen 0.24293 center textcolor rgb '#4A4A4A' font ',12.5'
if (frame > 0) { set arrow from screen 0, screen 0.004 to screen frame / 55.0, screen 0.004 nohead linewidth 2 linecolor rgb '#C8C8C8' }
set arrow from screen 0.13294, screen 0.17637 to screen 0.20353, screen 0.17637 nohead front linewidth 3 linecolor rgb '#D55E00' dashtype solid
set label 'post-LN, no warm-up' at screen 0.22118, screen 0.17637 left front textcolor rgb '#1F1F1F' font ',12.5'
set arrow from screen 0.13294, screen 0.12015 to screen 0.20353, screen 0.12015 nohead front linewidth 3 linecolor rgb '#0072B2' dashtype solid
set label 'post-LN, warm-up' at screen 0.22118, screen 0.12015 left front textcolor rgb '#1F1F1F' font ',12.5'
set arrow from screen 0.13294, screen 0.06394 to screen 0.20353, screen 0.06394 nohead front linewidth 2 linecolor rgb '#000000' dashtype (9, 6)
set label 'guessing, ln 5' at screen 0.22118, screen 0.06394 left front textcolor rgb '#1F1F1F' font ',12.5'
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
  for [once = 1:frame > 0] $dashes_1_23 using 1:2 with lines linewidth 2 linecolor rgb '#000000' dashtype (9, 6)

if (pass == 1) { clear }
}
unset multiplot
}
unset output
