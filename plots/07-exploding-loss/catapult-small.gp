# The thumbnail of catapult
# gnuplot catapult-small.gp draws catapult-small.svg

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

# Contour lines of the grid
set contour base
unset surface
set cntrparam levels discrete 0.02, 0.08, 0.3, 1, 3
set table $contours_1_1
splot 'catapult-grid.dat' using 1:2:3
unset table
unset contour
set surface

# Lines cut into dashes for the film: x, y and the row of the table
$dashes_1_4 << EOD
1.6411378 0 0
1.6388887 0.08589052 1
1.635405 0.13015515 1.51678

1.6262265 0.21652004 2.52796
1.6209327 0.25673053 3
1.605275 0.34121174 4
1.6043776 0.34494957 4.04474

1.5838526 0.42936492 5.05592
1.5608149 0.5071395 6
1.5443894 0.5535236 6.5727

1.5129359 0.63448 7.58389
1.499254 0.66751087 8
1.4622645 0.745061 9
1.4581375 0.752662 9.10066

1.4162458 0.8287629 10.11185
1.376374 0.89382774 11
1.3457814 0.9383401 11.62863

1.2942431 1.0082493 12.63981
1.2754036 1.0328015 13
1.2196031 1.0981356 14
1.2103418 1.1078949 14.15659

1.1500033 1.1703825 15.16777
1.0981356 1.2196031 16
1.053411 1.2578014 16.68455

0.98537666 1.311794 17.69574
0.9646366 1.3277084 18
0.89382774 1.376374 19
0.8782591 1.3859144 19.21251

0.8036778 1.4304382 20.2237
0.745061 1.4622645 21
0.6876369 1.4896544 21.74048

0.6078442 1.5239688 22.75166
0.5881312 1.5321342 23
0.5071395 1.5608149 24
0.48502496 1.5673654 24.26844

0.40139621 1.590826 25.27962
0.36318377 1.6 25.73701

-0.36318377 1.6 34.26299
-0.42475772 1.5852174 35
-0.45131665 1.5773503 35.32239

-0.5341562 1.5512477 36.33357
-0.5881312 1.5321342 37
-0.6556318 1.5041745 37.85035

-0.7343231 1.4673862 38.86154
-0.745061 1.4622645 39
-0.8205689 1.421267 40
-0.8482837 1.4042834 40.37831

-0.9214077 1.3574188 41.3895
-0.9646366 1.3277084 42
-1.0264128 1.2803059 42.90628

-1.0927429 1.2242088 43.91746
-1.0981356 1.2196031 44
-1.1604596 1.1604596 45
-1.186142 1.1333961 45.43424

-1.244458 1.0690342 46.44542
-1.2754036 1.0328015 47
-1.3257313 0.96721315 47.9622

-1.3750788 0.89571226 48.97339
-1.376374 0.89382774 49
-1.421267 0.8205689 50
-1.4413625 0.7835577 50.49016

-1.4808091 0.70618135 51.50135
-1.499254 0.66751087 52
-1.5321342 0.5881312 53
-1.532654 0.5866631 53.01813

-1.5615301 0.5047248 54.02931
-1.5852174 0.42475772 55
-1.5961707 0.37913424 55.54609

-1.5831857 -0.4316168 65.08326
-1.5608149 -0.5071395 66
-1.5436053 -0.55573756 66.60004

-1.512037 -0.63664985 67.61122
-1.499254 -0.66751087 68
-1.4622645 -0.745061 69
-1.4570168 -0.754726 69.128

-1.4150186 -0.8307654 70.13918
-1.376374 -0.89382774 71
-1.3444512 -0.94027567 71.65596

-1.2928134 -1.0101126 72.66715
-1.2754036 -1.0328015 73
-1.2196031 -1.0981356 74
-1.2087251 -1.1095985 74.18392

-1.1482997 -1.1719991 75.19511
-1.0981356 -1.2196031 76
-1.051625 -1.2593268 76.71189

-0.98351336 -1.3132237 77.72307
-0.9646366 -1.3277084 78
-0.89382774 -1.376374 79
-0.87625664 -1.3871416 79.23985

-0.8016138 -1.4315588 80.25103
-0.745061 -1.4622645 81
-0.6855171 -1.4906654 81.76781

-0.6056743 -1.5248675 82.779
-0.5881312 -1.5321342 83
-0.5071395 -1.5608149 84
-0.48277304 -1.5680325 84.29577

-0.3991125 -1.5913743 85.30696
-0.36318377 -1.6 85.73701

0.36318377 -1.6 94.26299
0.42475772 -1.5852174 95
0.45356855 -1.5766833 95.34972

0.5363701 -1.5504637 96.36091
0.5881312 -1.5321342 97
0.6578016 -1.5032758 97.87769

0.7364429 -1.4663751 98.88887
0.745061 -1.4622645 99
0.8205689 -1.421267 100
0.85028625 -1.4030563 100.40565

0.92334324 -1.3560885 101.41683
0.9646366 -1.3277084 102
1.0282761 -1.2788761 102.93361

1.0945288 -1.2226835 103.9448
1.0981356 -1.2196031 104
1.1604596 -1.1604596 105
1.1877587 -1.1316925 105.46157

1.2459832 -1.0672483 106.47276
1.2754036 -1.0328015 107
1.3271611 -0.9653499 107.98954

1.3764063 -0.8937749 109.00072
1.421267 -0.8205689 110
1.4424832 -0.78149366 110.5175

1.4818202 -0.70406157 111.52868
1.499254 -0.66751087 112
1.5321342 -0.5881312 113
1.533438 -0.58444923 113.04546

1.5621971 -0.5024729 114.05665
1.5852174 -0.42475772 115
1.5967189 -0.37685052 115.57342

1.6144286 -0.29182333 116.58461
1.6209327 -0.25673053 117
1.6321476 -0.17154561 118
1.632831 -0.1628614 118.10139

1.6391419 -0.076221764 119.11257
1.6411378 -1.7763568e-15 120

EOD

# Frame 0 is the still picture. In the film the lines grow, then stand for a moment; the grey line at its foot
# says how far it is, and keeps frames apart that are otherwise alike (gnuplot cannot store a frame without change)
do for [frame = 0:0] {
if (frame == 0) {
set terminal svg size 340,344 fixed font 'Arial&#44; Helvetica&#44; sans-serif,13' fontscale 1 linewidth 1 dashlength 1 butt enhanced background '#ffffff'
set output 'catapult-small.svg'
family = 'Arial&#44; Helvetica&#44; sans-serif'; dot = 1.0
}
if (frame == 1) {
set terminal gif animate delay 8 optimize size 510,516 linewidth 1.5 font 'sans,13' fontscale 1.02 enhanced nocrop background '#ffffff'
family = 'sans'; dot = 1.5
}
moment = frame == 0 ? 12 : frame > 12 ? 12 : frame
set multiplot
# The colours of a film are those of its first frame, so at first all is drawn once, and wiped out
do for [pass = frame == 1 ? 1 : 2 : 2] {
shown = frame == 0 || pass == 1 || frame > 12 ? 1.0 : frame / 12.0

unset label
unset arrow
unset object
set lmargin at screen 0.12871; set rmargin at screen 0.94118
set tmargin at screen 0.80814; set bmargin at screen 0.16572
unset logscale x
set xrange [-1.6:2.4]
set xtics ('−1' -1, '0' 0, '1' 1, '2' 2)
unset logscale y
set yrange [-1.6:1.6]
set ytics ('−1' -1, '0' 0, '1' 1)
set xtics offset 0,0.5
unset grid
unset colorbox
set label 'v' at screen 0.04706, screen 0.84738 left textcolor rgb '#4A4A4A' font ',12.5'
set label 'the plane of u and v; circle: λη/2 = 1' at screen 0.04706, screen 0.90116 left textcolor rgb '#1F1F1F' font family.':Bold,13.5'
set label 'u' at screen 0.53494, screen 0.06107 center textcolor rgb '#4A4A4A' font ',12.5'
if (frame > 0) { set arrow from screen 0, screen 0.004 to screen frame / 27.0, screen 0.004 nohead linewidth 2 linecolor rgb '#C8C8C8' }
set arrow from graph 0, first 0 to graph 1, first 0 nohead back linewidth 1 linecolor rgb '#8C8C8C' dashtype solid
set arrow from first 0, graph 0 to first 0, graph 1 nohead back linewidth 1 linecolor rgb '#8C8C8C' dashtype solid
plot \
  $contours_1_1 using 1:2 with lines linewidth 1 linecolor rgb '#A9B1BA' dashtype solid, \
  for [once = 1:frame == 0] 'catapult.dat' using 1:2 with lines linewidth 1.5 linecolor rgb '#000000' dashtype (9, 6), \
  for [once = 1:frame > 0] $dashes_1_4 using 1:2 with lines linewidth 1.5 linecolor rgb '#000000' dashtype (9, 6), \
  'catapult.dat' every ::0::int(shown * 12) using 3:4 with lines linewidth 1 linecolor rgb '#D55E00' dashtype solid, \
  'catapult.dat' every ::0::int(shown * 12) using 3:4 with points pointtype 7 pointsize 0.325*dot linecolor rgb '#D55E00', \
  'catapult.dat' every ::0::0 using 3:4 with points pointtype 6 pointsize 0.845*dot linecolor rgb '#D55E00' linewidth (frame > 0 ? 0.67 : 1.5), \
  'catapult.dat' every ::int(shown * 10)::int(shown * 10) using 3:4 with points pointtype 2 pointsize 0.845*dot linecolor rgb '#D55E00' linewidth 2, \
  'catapult.dat' every ::0::int(shown * 12) using 5:6 with lines linewidth 3 linecolor rgb '#009E73' dashtype solid, \
  'catapult.dat' every ::0::int(shown * 12) using 5:6 with points pointtype 7 pointsize 0.325*dot linecolor rgb '#009E73', \
  'catapult.dat' every ::0::0 using 5:6 with points pointtype 6 pointsize 0.845*dot linecolor rgb '#009E73' linewidth (frame > 0 ? 0.67 : 1.5), \
  'catapult.dat' every ::int(shown * 12)::int(shown * 12) using 5:6 with points pointtype 7 pointsize 0.845*dot linecolor rgb '#009E73', \
  'catapult.dat' every ::0::int(shown * 12) using 7:8 with lines linewidth 1 linecolor rgb '#0072B2' dashtype solid, \
  'catapult.dat' every ::0::int(shown * 12) using 7:8 with points pointtype 7 pointsize 0.325*dot linecolor rgb '#0072B2', \
  'catapult.dat' every ::0::0 using 7:8 with points pointtype 6 pointsize 0.845*dot linecolor rgb '#0072B2' linewidth (frame > 0 ? 0.67 : 1.5), \
  'catapult.dat' every ::int(shown * 12)::int(shown * 12) using 7:8 with points pointtype 7 pointsize 0.845*dot linecolor rgb '#0072B2'

if (pass == 1) { clear }
}
unset multiplot
}
unset output
