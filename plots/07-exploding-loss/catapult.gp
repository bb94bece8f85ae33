# The catapult: over the valley, and down where it is flatter
# gnuplot catapult.gp draws catapult.svg
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
1.6369894 0.11002435 1.28176

1.6306194 0.1831529 2.13626
1.6209327 0.25673053 3
1.6143875 0.292045 3.41802

1.5998089 0.36397967 4.27252
1.5852174 0.42475772 5
1.5716916 0.47041994 5.55428

1.5490907 0.54024726 6.40878
1.5321342 0.5881312 7
1.5094292 0.6429457 7.69054

1.4790933 0.7097788 8.54504
1.4622645 0.745061 9
1.428368 0.8074906 9.8268

1.3906814 0.8704801 10.6813
1.376374 0.89382774 11
1.3295063 0.9620206 11.96306

1.2849461 1.0203655 12.81756
1.2754036 1.0328015 13
1.2196031 1.0981356 14
1.2137293 1.1043253 14.09932

1.163191 1.1575816 14.95382
1.1604596 1.1604596 15
1.0981356 1.2196031 16
1.0827445 1.2327483 16.23558

1.0266613 1.2801152 17.09008
0.9646366 1.3277084 18
0.93830734 1.345804 18.37184

0.8772464 1.386535 19.22634
0.8205689 1.421267 20
0.7822037 1.4420977 20.5081

0.7169414 1.4756769 21.3626
0.66751087 1.499254 22
0.61636215 1.5204405 22.64436

0.54772776 1.5464418 23.49886
0.5071395 1.5608149 24
0.44283104 1.5798638 24.78061

0.37169608 1.5979564 25.63512
0.36318377 1.6 25.73701

-0.36318377 1.6 34.26299
-0.42475772 1.5852174 35
-0.46124142 1.5744104 35.44286

-0.5312236 1.5522861 36.29737
-0.5881312 1.5321342 37
-0.6341017 1.5130925 37.57912

-0.70113856 1.4832144 38.43363
-0.745061 1.4622645 39
-0.7990779 1.4329357 39.71538

-0.86231804 1.3956832 40.56989
-0.89382774 1.376374 41
-0.9541315 1.3349284 41.85164

-1.0127709 1.2907736 42.70615
-1.0328015 1.2754036 43
-1.0973451 1.2202783 43.9879

-1.1506377 1.1697804 44.8424
-1.1604596 1.1604596 45
-1.2196031 1.0981356 46
-1.2265313 1.0900236 46.12416

-1.2742131 1.0341954 46.97866
-1.2754036 1.0328015 47
-1.3277084 0.9646366 48
-1.3403819 0.9461965 48.26042

-1.3815333 0.88540846 49.11492
-1.421267 0.8205689 50
-1.4375299 0.7906164 50.39668

-1.4715557 0.7255816 51.25118
-1.499254 0.66751087 52
-1.5167772 0.62520623 52.53294

-1.5432463 0.5567514 53.38744
-1.5608149 0.5071395 54
-1.577145 0.45200956 54.6692

-1.5957217 0.3810043 55.5237
-1.6 0.36318377 55.73701

-1.6 -0.36318377 64.26299
-1.5852174 -0.42475772 65
-1.5771292 -0.4520629 65.33145

-1.5554817 -0.5221999 66.18595
-1.5321342 -0.5881312 67
-1.5167558 -0.6252576 67.46771

-1.4873356 -0.6924984 68.32221
-1.4622645 -0.745061 69
-1.4375035 -0.79066527 69.60397

-1.4006848 -0.8541559 70.45847
-1.376374 -0.89382774 71
-1.3403504 -0.94624233 71.74023

-1.2966012 -1.0051763 72.59473
-1.2754036 -1.0328015 73
-1.2264951 -1.090066 73.87649

-1.1763698 -1.1436939 74.73099
-1.1604596 -1.1604596 75
-1.0981356 -1.2196031 76
-1.0973028 -1.2203144 76.01275

-1.0414746 -1.2679961 76.86725
-1.0328015 -1.2754036 77
-0.9646366 -1.3277084 78
-0.95408565 -1.3349599 78.14901

-0.89357054 -1.3765316 79.00351
-0.8205689 -1.421267 80
-0.79902905 -1.4329622 80.28527

-0.73422176 -1.4674345 81.13977
-0.66751087 -1.499254 82
-0.63405025 -1.5131139 82.42153

-0.56577504 -1.5400509 83.27603
-0.5071395 -1.5608149 84
-0.46118808 -1.5744263 84.55779

-0.39031255 -1.5934869 85.41229
-0.36318377 -1.6 85.73701

0.36318377 -1.6 94.26299
0.42475772 -1.5852174 95
0.4428844 -1.579848 95.22003

0.5131763 -1.5586771 96.07454
0.5881312 -1.5321342 97
0.6164136 -1.5204192 97.35629

0.68385816 -1.4914567 98.2108
0.745061 -1.4622645 99
0.7822526 -1.4420711 99.49255

0.8459938 -1.4056866 100.34706
0.89382774 -1.376374 101
0.93835324 -1.3457725 101.62881

0.9975818 -1.3024286 102.48332
1.0328015 -1.2754036 103
1.0827868 -1.2327121 103.76507

1.1367501 -1.1829592 104.61958
1.1604596 -1.1604596 105
1.2137675 -1.1042849 105.90133

1.2617792 -1.0487537 106.75584
1.2754036 -1.0328015 107
1.3277084 -0.9646366 108
1.3295379 -0.96197474 108.03759

1.3711227 -0.9014683 108.8921
1.376374 -0.89382774 109
1.421267 -0.8205689 110
1.4283946 -0.8074417 110.17385

1.4633133 -0.742862 111.02836
1.499254 -0.66751087 112
1.5094506 -0.6428943 112.31011

1.5368555 -0.5747987 113.16462
1.5608149 -0.5071395 114
1.5717075 -0.4703666 114.44637

1.5912522 -0.39962077 115.30088
1.605275 -0.34121174 116
1.6143976 -0.2919903 116.58263

1.6258351 -0.21949317 117.43714
1.6321476 -0.17154561 118
1.6369936 -0.10996889 118.71889

1.6401783 -0.036641285 119.5734
1.6411378 -1.7763568e-15 120

EOD

array captions[12] = ['step 1, at 1.5 · 2/λ₀: λη/2 = 1.5', 'step 2, at 1.5 · 2/λ₀: λη/2 = 1.3', 'step 3, at 1.5 · 2/λ₀: λη/2 = 0.69', 'step 4, at 1.5 · 2/λ₀: λη/2 = 0.10', 'step 5, at 1.5 · 2/λ₀: λη/2 = 0.098', 'step 6, at 1.5 · 2/λ₀: λη/2 = 0.096', 'step 7, at 1.5 · 2/λ₀: λη/2 = 0.094', 'step 8, at 1.5 · 2/λ₀: λη/2 = 0.093', 'step 9, at 1.5 · 2/λ₀: λη/2 = 0.093', 'step 10, at 1.5 · 2/λ₀: λη/2 = 0.092', 'step 11, at 1.5 · 2/λ₀: λη/2 = 0.092', 'step 12, at 1.5 · 2/λ₀: λη/2 = 0.092']
# Frame 0 is the still picture. In the film the lines grow, then stand for a moment; the grey line at its foot
# says how far it is, and keeps frames apart that are otherwise alike (gnuplot cannot store a frame without change)
do for [frame = 0:14] {
if (frame == 0) {
set terminal svg size 800,450 font 'Arial,13' enhanced background '#ffffff'
set output 'catapult.svg'
family = 'Arial'; dot = 1.0
}
if (frame == 1) {
set terminal gif animate delay 60 optimize size 1200,675 linewidth 1.5 font 'sans,13' fontscale 1.02 enhanced background '#ffffff'
set output 'catapult.gif'
family = 'sans'; dot = 1.5
}
moment = frame == 0 ? 12 : frame > 12 ? 12 : frame
caption = captions[moment]
set multiplot
# The colours of a film are those of its first frame, so at first all is drawn once, and wiped out
do for [pass = frame == 1 ? 1 : 2 : 2] {
shown = frame == 0 || pass == 1 || frame > 12 ? 1.0 : frame / 12.0

# Panel 1: the plane of u and v; circle: λη/2 = 1
unset label
unset arrow
unset object
set lmargin at screen 0.06413; set rmargin at screen 0.47274
set tmargin at screen 0.76; set bmargin at screen 0.17886
unset logscale x
set xrange [-1.6:2.4]
set xtics ('−1' -1, '0' 0, '1' 1, '2' 2)
unset logscale y
set yrange [-1.6:1.6]
set ytics ('−1.5' -1.5, '−1.0' -1, '−0.5' -0.5, '0.0' 0, '0.5' 0.5, '1.0' 1, '1.5' 1.5)
set xtics offset 0,0.5
unset grid
unset colorbox
set label 'The catapult: over the valley, and down where it is flatter' at screen 0.02, screen 0.94 left textcolor rgb '#1F1F1F' font family.':Bold,17'
set label 'v' at screen 0.02, screen 0.79 left textcolor rgb '#4A4A4A' font ',12.5'
set label 'the plane of u and v; circle: λη/2 = 1' at screen 0.02, screen 0.83111 left textcolor rgb '#1F1F1F' font family.':Bold,13.5'
set label caption at screen 0.02, screen 0.89111 left textcolor rgb '#1F1F1F' font family.':Bold,14'
set label 'u' at screen 0.26843, screen 0.09886 center textcolor rgb '#4A4A4A' font ',12.5'
if (frame > 0) { set arrow from screen 0, screen 0.004 to screen frame / 14.0, screen 0.004 nohead linewidth 2 linecolor rgb '#C8C8C8' }
set arrow from graph 0, first 0 to graph 1, first 0 nohead back linewidth 1 linecolor rgb '#8C8C8C' dashtype 1
set arrow from first 0, graph 0 to first 0, graph 1 nohead back linewidth 1 linecolor rgb '#8C8C8C' dashtype 1
set arrow from screen 0.06413, screen 0.04886 to screen 0.09413, screen 0.04886 nohead front linewidth 1 linecolor rgb '#D55E00' dashtype 1
set label '2.1 · 2/λ₀' at screen 0.10163, screen 0.04886 left front textcolor rgb '#1F1F1F' font ',12.5'
set arrow from screen 0.19443, screen 0.04886 to screen 0.22443, screen 0.04886 nohead front linewidth 3 linecolor rgb '#009E73' dashtype 1
set label '1.5 · 2/λ₀' at screen 0.23193, screen 0.04886 left front textcolor rgb '#1F1F1F' font ',12.5'
set arrow from screen 0.32473, screen 0.04886 to screen 0.35473, screen 0.04886 nohead front linewidth 1 linecolor rgb '#0072B2' dashtype 1
set label '0.5 · 2/λ₀' at screen 0.36223, screen 0.04886 left front textcolor rgb '#1F1F1F' font ',12.5'
plot \
  $contours_1_1 using 1:2 with lines linewidth 1 linecolor rgb '#A9B1BA' dashtype 1, \
  for [once = 1:frame == 0] 'catapult.dat' using 1:2 with lines linewidth 1.5 linecolor rgb '#000000' dashtype (9, 6), \
  for [once = 1:frame > 0] $dashes_1_4 using 1:2 with lines linewidth 1.5 linecolor rgb '#000000' dashtype (9, 6), \
  'catapult.dat' every ::0::int(shown * 12) using 3:4 with lines linewidth 1 linecolor rgb '#D55E00' dashtype 1, \
  'catapult.dat' every ::0::int(shown * 12) using 3:4 with points pointtype 7 pointsize 0.325*dot linecolor rgb '#D55E00', \
  'catapult.dat' every ::0::0 using 3:4 with points pointtype 6 pointsize 0.845*dot linecolor rgb '#D55E00' linewidth 1.5, \
  'catapult.dat' every ::int(shown * 10)::int(shown * 10) using 3:4 with points pointtype 2 pointsize 0.845*dot linecolor rgb '#D55E00' linewidth 2, \
  'catapult.dat' every ::0::int(shown * 12) using 5:6 with lines linewidth 3 linecolor rgb '#009E73' dashtype 1, \
  'catapult.dat' every ::0::int(shown * 12) using 5:6 with points pointtype 7 pointsize 0.325*dot linecolor rgb '#009E73', \
  'catapult.dat' every ::0::0 using 5:6 with points pointtype 6 pointsize 0.845*dot linecolor rgb '#009E73' linewidth 1.5, \
  'catapult.dat' every ::int(shown * 12)::int(shown * 12) using 5:6 with points pointtype 7 pointsize 0.845*dot linecolor rgb '#009E73', \
  'catapult.dat' every ::0::int(shown * 12) using 7:8 with lines linewidth 1 linecolor rgb '#0072B2' dashtype 1, \
  'catapult.dat' every ::0::int(shown * 12) using 7:8 with points pointtype 7 pointsize 0.325*dot linecolor rgb '#0072B2', \
  'catapult.dat' every ::0::0 using 7:8 with points pointtype 6 pointsize 0.845*dot linecolor rgb '#0072B2' linewidth 1.5, \
  'catapult.dat' every ::int(shown * 12)::int(shown * 12) using 7:8 with points pointtype 7 pointsize 0.845*dot linecolor rgb '#0072B2'

# Panel 2: the loss
unset label
unset arrow
unset object
set lmargin at screen 0.56639; set rmargin at screen 0.975
set tmargin at screen 0.76; set bmargin at screen 0.17886
unset logscale x
set xrange [0:12]
set xtics ('0' 0, '2' 2, '4' 4, '6' 6, '8' 8, '10' 10, '12' 12)
set logscale y
set yrange [1e-08:10000]
set ytics ('10^{−6}' 1e-06, '10^{−3}' 0.001, '10^{0}' 1, '10^{3}' 1000)
set xtics offset 0,0.5
set grid noxtics ytics
unset colorbox
set label 'loss ½(uv)²' at screen 0.51774, screen 0.79 left textcolor rgb '#4A4A4A' font ',12.5'
set label 'the loss' at screen 0.51774, screen 0.83111 left textcolor rgb '#1F1F1F' font family.':Bold,13.5'
set label 'step' at screen 0.77069, screen 0.09886 center textcolor rgb '#4A4A4A' font ',12.5'
plot \
  'catapult.dat' every ::0::int(shown * 12) using 9:10 with lines linewidth 1 linecolor rgb '#D55E00' dashtype 1, \
  'catapult.dat' every ::0::int(shown * 12) using 9:11 with lines linewidth 3 linecolor rgb '#009E73' dashtype 1, \
  'catapult.dat' every ::0::int(shown * 12) using 9:12 with lines linewidth 1 linecolor rgb '#0072B2' dashtype 1

if (pass == 1) { clear }
}
unset multiplot
}
unset output
