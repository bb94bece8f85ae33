# Descent passes close by the truth and walks on
# gnuplot path.gp draws path.svg

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
set cntrparam levels discrete 0.005, 0.02, 0.05, 0.1, 0.2, 0.4
set table $contours_1_1
splot 'path-grid.dat' using 1:2:3
unset table
unset contour
set surface

# Lines cut into dashes for the film: x, y and the row of the table
$dashes_1_2 << EOD
0.9999 1.4970059 0
0.9998809 1.4964352 1
0.99985814 1.4957559 2
0.999831 1.4949476 3
0.9997988 1.4939859 4
0.9997603 1.492842 5
0.9997145 1.4914819 6
0.99965996 1.4898651 7
0.99959505 1.4879438 8
0.9995177 1.4856619 9
0.9994256 1.4829528 10
0.99931586 1.4797391 11
0.9991852 1.4759294 12
0.9990297 1.4714171 13
0.99884444 1.4660783 14
0.9986239 1.4597696 15
0.9983614 1.4523257 16
0.99804884 1.4435579 17
0.99767685 1.4332516 18
0.99732196 1.4235638 18.80161

0.9954587 1.374617 21.83403
0.995335 1.3714435 22
0.9944484 1.3493434 23
0.9933945 1.3239319 24
0.99241537 1.3012244 24.78178

0.9901985 1.2523186 26.25817
0.9888883 1.2247587 27
0.98679286 1.183266 28
0.986562 1.1790011 28.09293

0.98388606 1.1301593 29.14357
0.98136574 1.0871444 30
0.9794314 1.0569676 30.55548

0.97613925 1.008231 31.42379
0.97376776 0.9747996 32
0.97062486 0.93524134 32.64707

0.9664796 0.886687 33.4248
0.963188 0.8501577 34
0.9594517 0.814062 34.55529

0.9541321 0.7658292 35.29486
0.9485666 0.7196163 36
0.944917 0.6938924 36.39529

0.9379325 0.64625525 37.13017
0.9285685 0.59089315 38
0.92547053 0.57569844 38.24774

0.91599137 0.5292681 39.00499
0.9016013 0.47129005 40
0.89866024 0.46163836 40.17674

0.88533497 0.4179096 40.97749
0.8849603 0.41668004 41
0.8659234 0.36614564 42
0.86130285 0.35627443 42.21359

0.843057 0.31781575 43.05056
0.8198934 0.27811697 44
0.811469 0.26654837 44.3088

0.78844535 0.23606537 45.13792
0.76239693 0.20738128 46
0.7509872 0.1972778 46.34456

0.72482646 0.17487009 47.12422
0.69340914 0.15239257 48
0.68401414 0.14692618 48.2448

0.65623134 0.13076104 48.96871
0.6550306 0.13006242 49
0.61451864 0.11073543 50
0.61380833 0.1104549 50.01685

0.58517414 0.09914598 50.69597
0.5723551 0.09408317 51
0.5419799 0.08404371 51.70246

0.5130285 0.07528958 52.36823
0.4854308 0.06756599 53
0.46943903 0.06372916 53.36795

0.44030797 0.05679239 54.03901
0.39937904 0.04826606 55
0.39650303 0.04773916 55.06994

0.36725208 0.042380206 55.78128
0.358258 0.040732436 56
0.3233325 0.035033975 56.8924

0.294023 0.030655244 57.68308
0.28237873 0.028942522 58
0.25003216 0.024603548 58.94983

0.2206865 0.020956626 59.88607
0.21713305 0.02051719 60
0.18887568 0.017263254 61
0.17664865 0.015940158 61.48236

0.14727983 0.012854489 62.72092
0.14098994 0.012209605 63
0.12110878 0.010264074 64
0.10369267 0.008626755 65
0.10321363 0.008583242 65.03159

0.07382874 0.0059561534 67.13843
0.064074375 0.005117057 68
0.054352906 0.004298418 69
0.046033848 0.0036104305 70
0.038935646 0.0030323362 71
0.032894216 0.0025466478 72
0.029742712 0.0022960508 72.6142

EOD

array captions[32] = ['step 2', 'step 4', 'step 6', 'step 8', 'step 10', 'step 12', 'step 14', 'step 16', 'step 18', 'step 20', 'step 22', 'step 24', 'step 26', 'step 28', 'step 30', 'step 32', 'step 34', 'step 36', 'step 38', 'step 40', 'step 42', 'step 44', 'step 46', 'step 48', 'step 50', 'step 52', 'step 54', 'step 56', 'step 58', 'step 60', 'step 62', 'step 64']
# Frame 0 is the still picture. In the film the lines grow, then stand for a moment; the grey line at its foot
# says how far it is, and keeps frames apart that are otherwise alike (gnuplot cannot store a frame without change)
do for [frame = 0:42] {
if (frame == 0) {
set terminal svg size 800,389 fixed font 'Arial&#44; Helvetica&#44; sans-serif,13' fontscale 1 linewidth 1 dashlength 1 butt enhanced background '#ffffff'
set output 'path.svg'
family = 'Arial&#44; Helvetica&#44; sans-serif'; dot = 1.0
}
if (frame == 1) {
set terminal gif animate delay 12 optimize size 1200,584 linewidth 1.5 font 'sans,13' fontscale 1.02 enhanced nocrop background '#ffffff'
set output 'path.gif'
family = 'sans'; dot = 1.5
}
moment = frame == 0 ? 32 : frame > 32 ? 32 : frame
caption = captions[moment]
set multiplot
# The colours of a film are those of its first frame, so at first all is drawn once, and wiped out
do for [pass = frame == 1 ? 1 : 2 : 2] {
shown = frame == 0 || pass == 1 || frame > 32 ? 1.0 : frame / 32.0

# Panel 1
unset label
unset arrow
unset object
set lmargin at screen 0.0565; set rmargin at screen 0.4388
set tmargin at screen 0.71465; set bmargin at screen 0.14857
unset logscale x
set xrange [-0.1:1.4]
set xtics ('0.0' 0, '0.2' 0.2, '0.4' 0.4, '0.6' 0.6, '0.8' 0.8, '1.0' 1, '1.2' 1.2, '1.4' 1.4)
unset logscale y
set yrange [-0.1:1.7]
set ytics ('0.0' 0, '0.5' 0.5, '1.0' 1, '1.5' 1.5)
set xtics offset 0,0.5
unset grid
unset colorbox
set label 'Descent passes close by the truth and walks on' at screen 0.02, screen 0.93059 left textcolor rgb '#1F1F1F' font family.':Bold,17'
set label 'weight 2' at screen 0.02, screen 0.80848 left textcolor rgb '#4A4A4A' font ',12.5'
set label caption at screen 0.02, screen 0.87404 left textcolor rgb '#1F1F1F' font family.':Bold,14'
set label 'weight 1' at screen 0.24765, screen 0.05603 center textcolor rgb '#4A4A4A' font ',12.5'
set label 'ridge' at first 0.86, first 0.55 right front textcolor rgb '#4A4A4A' font ',12.5'
set label 'truth' at first 1.07, first 0.5 left front textcolor rgb '#D55E00' font ',12.5'
set label 'least training loss' at first 0.95, first 1.6 right front textcolor rgb '#4A4A4A' font ',12.5'
if (frame > 0) { set arrow from screen 0, screen 0.004 to screen frame / 42.0, screen 0.004 nohead linewidth 2 linecolor rgb '#C8C8C8' }
plot \
  $contours_1_1 using 1:2 with lines linewidth 1 linecolor rgb '#A9B1BA' dashtype solid, \
  for [once = 1:frame == 0] 'path.dat' using 1:2 with lines linewidth 1.5 linecolor rgb '#000000' dashtype (9, 6), \
  for [once = 1:frame > 0] $dashes_1_2 using 1:2 with lines linewidth 1.5 linecolor rgb '#000000' dashtype (9, 6), \
  'path.dat' every ::0::int(shown * 64) using 3:4 with lines linewidth 2 linecolor rgb '#E69F00' dashtype solid, \
  'path.dat' every ::0::int(shown * 64) using 3:4 with points pointtype 7 pointsize 0.325*dot linecolor rgb '#E69F00', \
  'path.dat' every ::0::0 using 3:4 with points pointtype 6 pointsize 0.845*dot linecolor rgb '#E69F00' linewidth (frame > 0 ? 0.67 : 1.5), \
  'path.dat' every ::int(shown * 64)::int(shown * 64) using 3:4 with points pointtype 7 pointsize 0.845*dot linecolor rgb '#E69F00', \
  'path.dat' using 5:6 with points pointtype 13 pointsize 1.43*dot linecolor rgb '#D55E00', \
  'path.dat' using 5:7 with points pointtype 7 pointsize 0.65*dot linecolor rgb '#000000'

# Panel 2
unset label
unset arrow
unset object
set lmargin at screen 0.5377; set rmargin at screen 0.92
set tmargin at screen 0.71465; set bmargin at screen 0.14857
unset logscale x
set xrange [0:64]
set xtics ('0' 0, '10' 10, '20' 20, '30' 30, '40' 40, '50' 50, '60' 60)
set logscale y
set yrange [0.0001:1]
set ytics ('10^{−4}' 0.0001, '10^{−3}' 0.001, '10^{−2}' 0.01, '10^{−1}' 0.1, '10^{0}' 1)
set xtics offset 0,0.5
set grid noxtics ytics
unset colorbox
set label 'step 16' at screen 0.63328, screen 0.74679 center textcolor rgb '#BF5400' font ',12.5'
set label 'loss' at screen 0.4838, screen 0.80848 left textcolor rgb '#4A4A4A' font ',12.5'
set label 'training' at screen 0.92875, screen 0.33859 left textcolor rgb '#9E6C00' font ',12.5'
set label 'test' at screen 0.92875, screen 0.44466 left textcolor rgb '#0072B2' font ',12.5'
set label 'step' at screen 0.72885, screen 0.05603 center textcolor rgb '#4A4A4A' font ',12.5'
set arrow from first 16, graph 0 to first 16, graph 1 nohead back linewidth 1 linecolor rgb '#D55E00' dashtype solid
plot \
  'path.dat' every ::0::int(shown * 64) using 8:9 with lines linewidth 2 linecolor rgb '#E69F00' dashtype solid, \
  'path.dat' every ::0::int(shown * 64) using 8:10 with lines linewidth 2 linecolor rgb '#0072B2' dashtype solid

if (pass == 1) { clear }
}
unset multiplot
}
unset output
