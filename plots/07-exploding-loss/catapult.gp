# The catapult: over the valley, and down where it is flatter
# gnuplot catapult.gp draws catapult.svg

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
1.6368798 0.11141579 1.298

1.6303158 0.18545924 2.16333
1.6209327 0.25673053 3
1.6137092 0.29570466 3.46134

1.5987228 0.3685036 4.32667
1.5852174 0.42475772 5
1.5699738 0.4762191 5.62467

1.5467612 0.5468257 6.49
1.5321342 0.5881312 7
1.5062245 0.6506827 7.788

1.4750874 0.71817726 8.65334
1.4622645 0.745061 9
1.423262 0.8168946 9.95134

1.3846041 0.8803973 10.81667
1.376374 0.89382774 11
1.3277084 0.9646366 12
1.3217105 0.97245324 12.11467

1.2764493 1.0314386 12.98001
1.2754036 1.0328015 13
1.2196031 1.0981356 14
1.2031608 1.1154621 14.27801

1.1515261 1.1689373 15.14334
1.0981356 1.2196031 16
1.0693009 1.2442302 16.44134

1.011897 1.2914442 17.30668
0.9646366 1.3277084 18
0.92182016 1.3571353 18.60468

0.8593954 1.3974742 19.47001
0.8205689 1.421267 20
0.762578 1.4527535 20.76801

0.6959451 1.4856915 21.63334
0.66751087 1.499254 22
0.593581 1.5298767 22.93134

0.52360684 1.5549834 23.79668
0.5071395 1.5608149 24
0.42475772 1.5852174 25
0.41684765 1.5871165 25.09468

-0.38181505 1.595527 34.486
-0.42475772 1.5852174 35
-0.48934504 1.5660858 35.784

-0.5597302 1.5421915 36.64933
-0.5881312 1.5321342 37
-0.6633303 1.5009856 37.94733

-0.7305334 1.4691938 38.81267
-0.745061 1.4622645 39
-0.8205689 1.421267 40
-0.8286764 1.4162987 40.11067

-0.8920697 1.3774513 40.976
-0.89382774 1.376374 41
-0.9646366 1.3277084 42
-0.98331404 1.3133767 42.274

-1.0419049 1.2676286 43.13934
-1.0981356 1.2196031 44
-1.1253922 1.1937374 44.43734

-1.1783607 1.141596 45.30267
-1.2196031 1.0981356 46
-1.2531209 1.0588912 46.60067

-1.299778 1.0010363 47.46601
-1.3277084 0.9646366 48
-1.3648893 0.91053814 48.76401

-1.404627 0.847723 49.62934
-1.421267 0.8205689 50
-1.4592856 0.7505473 50.92734

-1.4915851 0.683589 51.79267
-1.499254 0.66751087 52
-1.5321342 0.5881312 53
-1.5347347 0.58078724 53.09068

-1.5595531 0.5107024 53.95601
-1.5608149 0.5071395 54
-1.5852174 0.42475772 55
-1.5903122 0.4035362 55.25401

-1.5923313 -0.3951265 64.64533
-1.5852174 -0.42475772 65
-1.5621977 -0.50247097 65.94333

-1.5376217 -0.57263464 66.80866
-1.5321342 -0.5881312 67
-1.499254 -0.66751087 68
-1.4953085 -0.6757828 68.10667

-1.4633002 -0.7428895 68.972
-1.4622645 -0.745061 69
-1.421267 -0.8205689 70
-1.409146 -0.8403488 70.27

-1.3697879 -0.90341055 71.13533
-1.3277084 -0.9646366 72
-1.305043 -0.9941748 72.43333

-1.2587378 -1.0523146 73.29867
-1.2196031 -1.0981356 74
-1.184314 -1.1353225 74.59667

-1.1316658 -1.1877841 75.462
-1.0981356 -1.2196031 76
-1.0484815 -1.2620116 76.76

-0.9901755 -1.3081117 77.62534
-0.9646366 -1.3277084 78
-0.8992561 -1.3726431 78.92334

-0.8360506 -1.4117799 79.78867
-0.8205689 -1.421267 80
-0.745061 -1.4622645 81
-0.73833954 -1.4654704 81.08667

-0.6712329 -1.4974787 81.95201
-0.66751087 -1.499254 82
-0.5881312 -1.5321342 83
-0.5678828 -1.5393045 83.25001

-0.49763757 -1.5636294 84.11534
-0.42475772 -1.5852174 85
-0.39022475 -1.593508 85.41334

0.40843794 -1.5891354 94.80466
0.42475772 -1.5852174 95
0.5071395 -1.5608149 96
0.51545423 -1.5578704 96.10266

0.5855391 -1.5330521 96.968
0.5881312 -1.5321342 97
0.66751087 -1.499254 98
0.6881389 -1.4894149 98.266

0.7549774 -1.4568803 99.13133
0.8205689 -1.421267 100
0.85202116 -1.401993 100.42933

0.9146926 -1.362034 101.29466
0.9646366 -1.3277084 102
1.0050355 -1.2967092 102.59266

1.0627244 -1.249847 103.458
1.0981356 -1.2196031 104
1.1452526 -1.1748908 104.756

1.1972075 -1.1217356 105.62133
1.2196031 -1.0981356 106
1.2709024 -1.0380718 106.91933

1.3164455 -0.97931474 107.78467
1.3277084 -0.9646366 108
1.376374 -0.89382774 109
1.3800852 -0.88777155 109.08267

1.4189327 -0.82437825 109.948
1.421267 -0.8205689 110
1.4622645 -0.745061 111
1.471364 -0.72598344 111.246

1.5029148 -0.65867305 112.11134
1.5321342 -0.5881312 113
1.5438741 -0.5549783 113.40934

1.5675175 -0.4845116 114.27467
1.5852174 -0.42475772 115
1.5967038 -0.37691334 115.57267

1.6121331 -0.30420852 116.43801
1.6209327 -0.25673053 117
1.6291869 -0.19403394 117.73601

1.6362013 -0.12003781 118.60134
1.6388887 -0.08589052 119
1.6409115 -0.008645716 119.89934

EOD

array captions[12] = ['step 1, at 1.5 · 2/λ₀: λη/2 = 1.5', 'step 2, at 1.5 · 2/λ₀: λη/2 = 1.3', 'step 3, at 1.5 · 2/λ₀: λη/2 = 0.69', 'step 4, at 1.5 · 2/λ₀: λη/2 = 0.10', 'step 5, at 1.5 · 2/λ₀: λη/2 = 0.098', 'step 6, at 1.5 · 2/λ₀: λη/2 = 0.096', 'step 7, at 1.5 · 2/λ₀: λη/2 = 0.094', 'step 8, at 1.5 · 2/λ₀: λη/2 = 0.093', 'step 9, at 1.5 · 2/λ₀: λη/2 = 0.093', 'step 10, at 1.5 · 2/λ₀: λη/2 = 0.092', 'step 11, at 1.5 · 2/λ₀: λη/2 = 0.092', 'step 12, at 1.5 · 2/λ₀: λη/2 = 0.092']
# Frame 0 is the still picture. In the film the lines grow, then stand for a moment; the grey line at its foot
# says how far it is, and keeps frames apart that are otherwise alike (gnuplot cannot store a frame without change)
do for [frame = 0:14] {
if (frame == 0) {
set terminal svg size 800,447 fixed font 'Arial&#44; Helvetica&#44; sans-serif,13' fontscale 1 linewidth 1 dashlength 1 butt enhanced background '#ffffff'
set output 'catapult.svg'
family = 'Arial&#44; Helvetica&#44; sans-serif'; dot = 1.0
}
if (frame == 1) {
set terminal gif animate delay 60 optimize size 1200,671 linewidth 1.5 font 'sans,13' fontscale 1.02 enhanced nocrop background '#ffffff'
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
set lmargin at screen 0.0691; set rmargin at screen 0.4726
set tmargin at screen 0.75839; set bmargin at screen 0.18067
unset logscale x
set xrange [-1.6:2.4]
set xtics ('−1' -1, '0' 0, '1' 1, '2' 2)
unset logscale y
set yrange [-1.6:1.6]
set ytics ('−1.5' -1.5, '−1.0' -1, '−0.5' -0.5, '0.0' 0, '0.5' 0.5, '1.0' 1, '1.5' 1.5)
set xtics offset 0,0.5
unset grid
unset colorbox
set label 'The catapult: over the valley, and down where it is flatter' at screen 0.02, screen 0.9396 left textcolor rgb '#1F1F1F' font family.':Bold,17'
set label 'v' at screen 0.02, screen 0.78859 left textcolor rgb '#4A4A4A' font ',12.5'
set label 'the plane of u and v; circle: λη/2 = 1' at screen 0.02, screen 0.82998 left textcolor rgb '#1F1F1F' font family.':Bold,13.5'
set label caption at screen 0.02, screen 0.89038 left textcolor rgb '#1F1F1F' font family.':Bold,14'
set label 'u' at screen 0.27085, screen 0.10013 center textcolor rgb '#4A4A4A' font ',12.5'
if (frame > 0) { set arrow from screen 0, screen 0.004 to screen frame / 14.0, screen 0.004 nohead linewidth 2 linecolor rgb '#C8C8C8' }
set arrow from graph 0, first 0 to graph 1, first 0 nohead back linewidth 1 linecolor rgb '#8C8C8C' dashtype solid
set arrow from first 0, graph 0 to first 0, graph 1 nohead back linewidth 1 linecolor rgb '#8C8C8C' dashtype solid
set arrow from screen 0.0691, screen 0.0498 to screen 0.0991, screen 0.0498 nohead front linewidth 1 linecolor rgb '#D55E00' dashtype solid
set label '2.1 · 2/λ₀' at screen 0.1066, screen 0.0498 left front textcolor rgb '#1F1F1F' font ',12.5'
set arrow from screen 0.20035, screen 0.0498 to screen 0.23035, screen 0.0498 nohead front linewidth 3 linecolor rgb '#009E73' dashtype solid
set label '1.5 · 2/λ₀' at screen 0.23785, screen 0.0498 left front textcolor rgb '#1F1F1F' font ',12.5'
set arrow from screen 0.3316, screen 0.0498 to screen 0.3616, screen 0.0498 nohead front linewidth 1 linecolor rgb '#0072B2' dashtype solid
set label '0.5 · 2/λ₀' at screen 0.3691, screen 0.0498 left front textcolor rgb '#1F1F1F' font ',12.5'
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

# Panel 2: the loss
unset label
unset arrow
unset object
set lmargin at screen 0.5715; set rmargin at screen 0.975
set tmargin at screen 0.75839; set bmargin at screen 0.18067
unset logscale x
set xrange [0:12]
set xtics ('0' 0, '2' 2, '4' 4, '6' 6, '8' 8, '10' 10, '12' 12)
set logscale y
set yrange [1e-08:10000]
set ytics ('10^{−6}' 1e-06, '10^{−3}' 0.001, '10^{0}' 1, '10^{3}' 1000)
set xtics offset 0,0.5
set grid noxtics ytics
unset colorbox
set label 'loss ½(uv)²' at screen 0.5176, screen 0.78859 left textcolor rgb '#4A4A4A' font ',12.5'
set label 'the loss' at screen 0.5176, screen 0.82998 left textcolor rgb '#1F1F1F' font family.':Bold,13.5'
set label 'step' at screen 0.77325, screen 0.10013 center textcolor rgb '#4A4A4A' font ',12.5'
plot \
  'catapult.dat' every ::0::int(shown * 12) using 9:10 with lines linewidth 1 linecolor rgb '#D55E00' dashtype solid, \
  'catapult.dat' every ::0::int(shown * 12) using 9:11 with lines linewidth 3 linecolor rgb '#009E73' dashtype solid, \
  'catapult.dat' every ::0::int(shown * 12) using 9:12 with lines linewidth 1 linecolor rgb '#0072B2' dashtype solid

if (pass == 1) { clear }
}
unset multiplot
}
unset output
