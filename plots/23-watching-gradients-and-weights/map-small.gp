# The thumbnail of map
# gnuplot map-small.gp draws map-small.svg

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
$dashes_1_19 << EOD
0.15966806 32.60091 0
0.16796255 33.551395 0.10177

0.18586655 35.45236 0.3053
0.195522 36.40284 0.40707

0.2163637 38.303806 0.61061
0.22760342 39.254288 0.71237

0.25186485 41.15525 0.91591
0.26262847 41.940647 1
0.26436204 42.136444 1.01382

0.285168 44.391033 1.17299
0.29617718 45.518326 1.25258

0.31948707 47.772915 1.41175
0.33182117 48.900208 1.49134

0.35793632 51.154797 1.65051
0.37175483 52.28209 1.7301

0.40101284 54.53668 1.88927
0.41649434 55.66397 1.96885

0.44184583 58.06949 2.18916
0.45417258 59.290607 2.30675

0.47986734 61.732845 2.54193
0.4932548 62.953964 2.65952

0.52116066 65.3962 2.8947
0.5341614 66.48966 3
0.53706884 66.58665 3.02129

0.59584326 68.4421 3.42869
0.6276002 69.36983 3.63238

0.6916913 71.293526 4.0303
0.7042876 72.570786 4.18545

0.73017263 75.12531 4.49577
0.7434697 76.40258 4.65093

0.7707948 78.95711 4.96125
0.77427715 79.27614 5
0.7950244 80.14244 5.2359

0.8530909 82.45189 5.86477
0.86612064 82.94849 6
0.876569 83.667915 6.19902

0.91424096 86.1925 6.89741
0.9199094 86.56334 7
0.93404174 87.45266 7.33782

0.97578835 89.96808 8.29594
0.99797094 91.22228 8.77658

1.0442317 93.643936 10.27568
1.0794672 93.95293 11
1.1102899 94.35019 11.69132

1.1786965 96.43814 13.75441
1.1844957 96.41428 14
1.2582437 96.90493 15
1.2596262 96.929955 15.11125

EOD

# Frame 0 is the still picture. In the film the lines grow, then stand for a moment; the grey line at its foot
# says how far it is, and keeps frames apart that are otherwise alike (gnuplot cannot store a frame without change)
do for [frame = 0:0] {
if (frame == 0) {
set terminal svg size 340,316 fixed font 'Arial&#44; Helvetica&#44; sans-serif,13' fontscale 1 linewidth 1 dashlength 1 butt enhanced background '#ffffff'
set output 'map-small.svg'
family = 'Arial&#44; Helvetica&#44; sans-serif'; dot = 1.0
}
if (frame == 1) {
set terminal gif animate delay 8 optimize size 510,474 linewidth 1.5 font 'sans,13' fontscale 1.02 enhanced nocrop background '#ffffff'
family = 'sans'; dot = 1.5
}
moment = frame == 0 ? 29 : frame > 29 ? 29 : frame
set multiplot
# The colours of a film are those of its first frame, so at first all is drawn once, and wiped out
do for [pass = frame == 1 ? 1 : 2 : 2] {
shown = frame == 0 || pass == 1 || frame > 29 ? 1.0 : frame / 29.0

unset label
unset arrow
unset object
set lmargin at screen 0.14424; set rmargin at screen 0.94118
set tmargin at screen 0.85443; set bmargin at screen 0.37425
set logscale x
set xrange [0.001:20]
set xtics ('0.01' 0.01, '1' 1)
unset logscale y
set yrange [0:100]
set ytics ('0' 0, '20' 20, '40' 40, '60' 60, '80' 80, '100' 100)
set xtics offset 0,0.5
set grid noxtics ytics
unset colorbox
set label 'entries of the gradient that are exactly 0 (%)' at screen 0.04706, screen 0.89715 left textcolor rgb '#4A4A4A' font ',12.5'
set label 'distance from the start / length' at screen 0.54271, screen 0.26032 center textcolor rgb '#4A4A4A' font ',12.5'
set label 'dead' at first 0.5, first 90 right front textcolor rgb '#4A4A4A' font ',12.5'
set label 'still to learn' at first 0.02, first 22 center front textcolor rgb '#4A4A4A' font ',12.5'
set label 'learnt' at first 1, first 17 center front textcolor rgb '#4A4A4A' font ',12.5'
if (frame > 0) { set arrow from screen 0, screen 0.004 to screen frame / 44.0, screen 0.004 nohead linewidth 2 linecolor rgb '#C8C8C8' }
set arrow from screen 0.14424, screen 0.18912 to screen 0.21482, screen 0.18912 nohead front linewidth 2 linecolor rgb '#0072B2' dashtype solid
set label 'gradient descent' at screen 0.23247, screen 0.18912 left front textcolor rgb '#1F1F1F' font ',12.5'
set arrow from screen 0.60159, screen 0.18912 to screen 0.67218, screen 0.18912 nohead front linewidth 2 linecolor rgb '#D55E00' dashtype solid
set label 'momentum' at screen 0.68982, screen 0.18912 left front textcolor rgb '#1F1F1F' font ',12.5'
set arrow from screen 0.14424, screen 0.12899 to screen 0.21482, screen 0.12899 nohead front linewidth 2 linecolor rgb '#009E73' dashtype solid
set label 'Adam' at screen 0.23247, screen 0.12899 left front textcolor rgb '#1F1F1F' font ',12.5'
set arrow from screen 0.14424, screen 0.06887 to screen 0.21482, screen 0.06887 nohead front linewidth 2 linecolor rgb '#000000' dashtype (2, 4)
set label 'gradient descent at η = 1' at screen 0.23247, screen 0.06887 left front textcolor rgb '#1F1F1F' font ',12.5'
plot \
  'map.dat' every ::0::int(shown * 28) using 1:2 with lines linewidth 2 linecolor rgb '#0072B2' dashtype solid, \
  'map.dat' every ::0::0 using 1:2 with points pointtype 6 pointsize 0.845*dot linecolor rgb '#0072B2' linewidth (frame > 0 ? 0.67 : 1.5), \
  'map.dat' every ::int(shown * 28)::int(shown * 28) using 1:2 with points pointtype 7 pointsize 0.845*dot linecolor rgb '#0072B2', \
  'map.dat' every ::0::int(shown * 28) using 3:4 with lines linewidth 2 linecolor rgb '#0072B2' dashtype solid, \
  'map.dat' every ::0::0 using 3:4 with points pointtype 6 pointsize 0.845*dot linecolor rgb '#0072B2' linewidth (frame > 0 ? 0.67 : 1.5), \
  'map.dat' every ::int(shown * 28)::int(shown * 28) using 3:4 with points pointtype 7 pointsize 0.845*dot linecolor rgb '#0072B2', \
  'map.dat' every ::0::int(shown * 28) using 5:6 with lines linewidth 2 linecolor rgb '#0072B2' dashtype solid, \
  'map.dat' every ::0::0 using 5:6 with points pointtype 6 pointsize 0.845*dot linecolor rgb '#0072B2' linewidth (frame > 0 ? 0.67 : 1.5), \
  'map.dat' every ::int(shown * 28)::int(shown * 28) using 5:6 with points pointtype 7 pointsize 0.845*dot linecolor rgb '#0072B2', \
  'map.dat' every ::0::int(shown * 28) using 7:8 with lines linewidth 2 linecolor rgb '#0072B2' dashtype solid, \
  'map.dat' every ::0::0 using 7:8 with points pointtype 6 pointsize 0.845*dot linecolor rgb '#0072B2' linewidth (frame > 0 ? 0.67 : 1.5), \
  'map.dat' every ::int(shown * 28)::int(shown * 28) using 7:8 with points pointtype 7 pointsize 0.845*dot linecolor rgb '#0072B2', \
  'map.dat' every ::0::int(shown * 28) using 9:10 with lines linewidth 2 linecolor rgb '#0072B2' dashtype solid, \
  'map.dat' every ::0::0 using 9:10 with points pointtype 6 pointsize 0.845*dot linecolor rgb '#0072B2' linewidth (frame > 0 ? 0.67 : 1.5), \
  'map.dat' every ::int(shown * 28)::int(shown * 28) using 9:10 with points pointtype 7 pointsize 0.845*dot linecolor rgb '#0072B2', \
  'map.dat' every ::0::int(shown * 28) using 11:12 with lines linewidth 2 linecolor rgb '#0072B2' dashtype solid, \
  'map.dat' every ::0::0 using 11:12 with points pointtype 6 pointsize 0.845*dot linecolor rgb '#0072B2' linewidth (frame > 0 ? 0.67 : 1.5), \
  'map.dat' every ::int(shown * 28)::int(shown * 28) using 11:12 with points pointtype 7 pointsize 0.845*dot linecolor rgb '#0072B2', \
  'map.dat' every ::0::int(shown * 28) using 13:14 with lines linewidth 2 linecolor rgb '#D55E00' dashtype solid, \
  'map.dat' every ::0::0 using 13:14 with points pointtype 6 pointsize 0.845*dot linecolor rgb '#D55E00' linewidth (frame > 0 ? 0.67 : 1.5), \
  'map.dat' every ::int(shown * 28)::int(shown * 28) using 13:14 with points pointtype 7 pointsize 0.845*dot linecolor rgb '#D55E00', \
  'map.dat' every ::0::int(shown * 28) using 15:16 with lines linewidth 2 linecolor rgb '#D55E00' dashtype solid, \
  'map.dat' every ::0::0 using 15:16 with points pointtype 6 pointsize 0.845*dot linecolor rgb '#D55E00' linewidth (frame > 0 ? 0.67 : 1.5), \
  'map.dat' every ::int(shown * 28)::int(shown * 28) using 15:16 with points pointtype 7 pointsize 0.845*dot linecolor rgb '#D55E00', \
  'map.dat' every ::0::int(shown * 28) using 17:18 with lines linewidth 2 linecolor rgb '#D55E00' dashtype solid, \
  'map.dat' every ::0::0 using 17:18 with points pointtype 6 pointsize 0.845*dot linecolor rgb '#D55E00' linewidth (frame > 0 ? 0.67 : 1.5), \
  'map.dat' every ::int(shown * 28)::int(shown * 28) using 17:18 with points pointtype 7 pointsize 0.845*dot linecolor rgb '#D55E00', \
  'map.dat' every ::0::int(shown * 28) using 19:20 with lines linewidth 2 linecolor rgb '#D55E00' dashtype solid, \
  'map.dat' every ::0::0 using 19:20 with points pointtype 6 pointsize 0.845*dot linecolor rgb '#D55E00' linewidth (frame > 0 ? 0.67 : 1.5), \
  'map.dat' every ::int(shown * 28)::int(shown * 28) using 19:20 with points pointtype 7 pointsize 0.845*dot linecolor rgb '#D55E00', \
  'map.dat' every ::0::int(shown * 28) using 21:22 with lines linewidth 2 linecolor rgb '#D55E00' dashtype solid, \
  'map.dat' every ::0::0 using 21:22 with points pointtype 6 pointsize 0.845*dot linecolor rgb '#D55E00' linewidth (frame > 0 ? 0.67 : 1.5), \
  'map.dat' every ::int(shown * 28)::int(shown * 28) using 21:22 with points pointtype 7 pointsize 0.845*dot linecolor rgb '#D55E00', \
  'map.dat' every ::0::int(shown * 28) using 23:24 with lines linewidth 2 linecolor rgb '#D55E00' dashtype solid, \
  'map.dat' every ::0::0 using 23:24 with points pointtype 6 pointsize 0.845*dot linecolor rgb '#D55E00' linewidth (frame > 0 ? 0.67 : 1.5), \
  'map.dat' every ::int(shown * 28)::int(shown * 28) using 23:24 with points pointtype 7 pointsize 0.845*dot linecolor rgb '#D55E00', \
  'map.dat' every ::0::int(shown * 28) using 25:26 with lines linewidth 2 linecolor rgb '#009E73' dashtype solid, \
  'map.dat' every ::0::0 using 25:26 with points pointtype 6 pointsize 0.845*dot linecolor rgb '#009E73' linewidth (frame > 0 ? 0.67 : 1.5), \
  'map.dat' every ::int(shown * 28)::int(shown * 28) using 25:26 with points pointtype 7 pointsize 0.845*dot linecolor rgb '#009E73', \
  'map.dat' every ::0::int(shown * 28) using 27:28 with lines linewidth 2 linecolor rgb '#009E73' dashtype solid, \
  'map.dat' every ::0::0 using 27:28 with points pointtype 6 pointsize 0.845*dot linecolor rgb '#009E73' linewidth (frame > 0 ? 0.67 : 1.5), \
  'map.dat' every ::int(shown * 28)::int(shown * 28) using 27:28 with points pointtype 7 pointsize 0.845*dot linecolor rgb '#009E73', \
  'map.dat' every ::0::int(shown * 28) using 29:30 with lines linewidth 2 linecolor rgb '#009E73' dashtype solid, \
  'map.dat' every ::0::0 using 29:30 with points pointtype 6 pointsize 0.845*dot linecolor rgb '#009E73' linewidth (frame > 0 ? 0.67 : 1.5), \
  'map.dat' every ::int(shown * 28)::int(shown * 28) using 29:30 with points pointtype 7 pointsize 0.845*dot linecolor rgb '#009E73', \
  'map.dat' every ::0::int(shown * 28) using 31:32 with lines linewidth 2 linecolor rgb '#009E73' dashtype solid, \
  'map.dat' every ::0::0 using 31:32 with points pointtype 6 pointsize 0.845*dot linecolor rgb '#009E73' linewidth (frame > 0 ? 0.67 : 1.5), \
  'map.dat' every ::int(shown * 28)::int(shown * 28) using 31:32 with points pointtype 7 pointsize 0.845*dot linecolor rgb '#009E73', \
  'map.dat' every ::0::int(shown * 28) using 33:34 with lines linewidth 2 linecolor rgb '#009E73' dashtype solid, \
  'map.dat' every ::0::0 using 33:34 with points pointtype 6 pointsize 0.845*dot linecolor rgb '#009E73' linewidth (frame > 0 ? 0.67 : 1.5), \
  'map.dat' every ::int(shown * 28)::int(shown * 28) using 33:34 with points pointtype 7 pointsize 0.845*dot linecolor rgb '#009E73', \
  'map.dat' every ::0::int(shown * 28) using 35:36 with lines linewidth 2 linecolor rgb '#009E73' dashtype solid, \
  'map.dat' every ::0::0 using 35:36 with points pointtype 6 pointsize 0.845*dot linecolor rgb '#009E73' linewidth (frame > 0 ? 0.67 : 1.5), \
  'map.dat' every ::int(shown * 28)::int(shown * 28) using 35:36 with points pointtype 7 pointsize 0.845*dot linecolor rgb '#009E73', \
  for [once = 1:frame == 0] 'map.dat' using 37:38 with lines linewidth 2 linecolor rgb '#000000' dashtype (2, 4), \
  for [once = 1:frame > 0] $dashes_1_19 using 1:2 with lines linewidth 2 linecolor rgb '#000000' dashtype (2, 4)

if (pass == 1) { clear }
}
unset multiplot
}
unset output
