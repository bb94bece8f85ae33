# A saddle stops no run: it makes it wait
# gnuplot saddle.gp draws saddle.svg

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
set cntrparam levels discrete 0.005, 0.015, 0.025, 0.035, 0.055, 0.085, 0.125, 0.225, 0.325, 0.425
set table $contours_1_1
splot 'saddle-grid.dat' using 1:2:3
unset table
unset contour
set surface

# Lines cut into dashes for the film: x, y and the row of the table
$dashes_2_5 << EOD
0 1e-06 0
37.270832 1.448976e-06 0.02796

62.118057 1.8553906e-06 0.04659
99.38889 2.6884165e-06 0.07455

124.236115 3.442474e-06 0.09318
161.50694 4.9880623e-06 0.12114

186.35417 6.387134e-06 0.13978
223.625 9.254803e-06 0.16773

248.47223 1.1850628e-05 0.18637
285.74307 1.7171276e-05 0.21432

310.59027 2.1987542e-05 0.23296
347.8611 3.185942e-05 0.26091

372.70834 4.079548e-05 0.27955
409.97916 5.911167e-05 0.30751

434.8264 7.569155e-05 0.32614
472.09723 0.00010967524 0.3541

496.94446 0.00014043738 0.37273
534.2153 0.00020349039 0.40069

559.0625 0.0002605662 0.41933
596.3333 0.00037755416 0.44728

621.18054 0.00048345202 0.46592
658.4514 0.0007005104 0.49387

683.29865 0.00089699234 0.51251
720.56946 0.0012997204 0.54046

745.4167 0.0016642711 0.5591
782.6875 0.002411489 0.58706

807.5347 0.0030878729 0.60569
844.80554 0.004474254 0.63365

869.6528 0.00572921 0.65228
906.92365 0.008301488 0.68024

931.7708 0.010629922 0.69888
969.0417 0.015402502 0.72683

993.8889 0.019722657 0.74547
1031.1598 0.028577657 0.77342

1056.007 0.036593232 0.79206
1093.2778 0.053022716 0.82001

1118.125 0.067894734 0.83865
1155.3959 0.098377846 0.86661

1180.243 0.12597126 0.88524
1217.5139 0.18252933 0.9132

1242.3611 0.23372586 0.93183
1279.632 0.3386632 0.95979

1304.4791 0.43365276 0.97843
1333.2426 0.57735026 1

EOD
$dashes_2_6 << EOD
0 1e-06 0
38.373104 1.4231815e-06 0.0266

63.95517 1.8006687e-06 0.04434
102.32827 2.5626784e-06 0.07094

127.91034 3.2424077e-06 0.08867
166.28345 4.6145346e-06 0.11527

191.86551 5.838502e-06 0.13301
230.23862 8.309248e-06 0.15961

255.82068 1.0513208e-05 0.17734
294.1938 1.4962203e-05 0.20394

319.77585 1.8930805e-05 0.22168
358.14896 2.694197e-05 0.24828

383.73102 3.4088105e-05 0.26601
422.10413 4.851356e-05 0.29261

447.6862 6.138138e-05 0.31035
486.0593 8.735685e-05 0.33695

511.64136 0.00011052754 0.35468
550.01447 0.00015730075 0.38128

575.59656 0.00019902347 0.39902
613.96967 0.00028324654 0.42562

639.5517 0.00035837534 0.44335
677.9248 0.00051003316 0.46995

703.5069 0.0006453153 0.48769
741.88 0.0009184007 0.51429

767.46204 0.001161999 0.53202
805.83514 0.0016537354 0.55862

831.41724 0.0020923752 0.57636
869.79034 0.0029778297 0.60296

895.3724 0.0037676743 0.62069
933.7455 0.0053620846 0.64729

959.3276 0.0067843334 0.66503
997.7007 0.009655338 0.69163

1023.2827 0.012216336 0.70936
1061.6559 0.017386064 0.73596

1087.2379 0.021997575 0.7537
1125.611 0.031306542 0.7803

1151.1931 0.039610345 0.79803
1189.5662 0.05637271 0.82463

1215.1482 0.07132511 0.84237
1253.5214 0.10150857 0.86897

1279.1034 0.12843288 0.8867
1317.4766 0.1827833 0.9133

1343.0586 0.23126507 0.93104
1381.4316 0.32913217 0.95764

1407.0138 0.41643178 0.97537
1442.5414 0.57735026 1

EOD
$dashes_2_7 << EOD
0 1e-06 0
9.314668 1.7924843e-06 0.04399

15.524446 2.6449995e-06 0.07332
24.839113 4.7411204e-06 0.11731

31.048891 6.9960233e-06 0.14664
40.36356 1.2540262e-05 0.19063

46.573338 1.850448e-05 0.21996
55.888004 3.3168988e-05 0.26395

62.097782 4.894434e-05 0.29328
71.41245 8.773196e-05 0.33727

77.62223 0.00012945777 0.3666
86.9369 0.00023205101 0.41059

93.146675 0.00034241573 0.43992
102.46134 0.0006137749 0.48391

108.67112 0.0009056895 0.51324
117.98579 0.0016234342 0.55723

124.195564 0.0023955484 0.58656
133.51024 0.004293983 0.63055

139.72002 0.0063362247 0.65988
149.03468 0.011357584 0.70387

155.24446 0.016759312 0.73319
164.55913 0.030040804 0.77719

170.7689 0.044328377 0.80651
180.08357 0.07945792 0.85051

186.29335 0.117248535 0.87983
195.60802 0.21016617 0.92383

201.8178 0.31012234 0.95315
211.13246 0.5558894 0.99714

EOD

array captions[60] = ['step 28', 'step 56', 'step 84', 'step 112', 'step 140', 'step 168', 'step 196', 'step 231', 'step 259', 'step 287', 'step 315', 'step 343', 'step 371', 'step 399', 'step 434', 'step 462', 'step 490', 'step 518', 'step 546', 'step 574', 'step 602', 'step 630', 'step 665', 'step 693', 'step 721', 'step 749', 'step 777', 'step 805', 'step 833', 'step 868', 'step 896', 'step 924', 'step 952', 'step 980', 'step 1,008', 'step 1,036', 'step 1,064', 'step 1,099', 'step 1,127', 'step 1,155', 'step 1,183', 'step 1,211', 'step 1,239', 'step 1,267', 'step 1,302', 'step 1,330', 'step 1,358', 'step 1,386', 'step 1,414', 'step 1,442', 'step 1,470', 'step 1,498', 'step 1,533', 'step 1,561', 'step 1,589', 'step 1,617', 'step 1,645', 'step 1,673', 'step 1,701', 'step 1,736']
# Frame 0 is the still picture. In the film the lines grow, then stand for a moment; the grey line at its foot
# says how far it is, and keeps frames apart that are otherwise alike (gnuplot cannot store a frame without change)
do for [frame = 0:75] {
if (frame == 0) {
set terminal svg size 800,425 fixed font 'Arial&#44; Helvetica&#44; sans-serif,13' fontscale 1 linewidth 1 dashlength 1 butt enhanced background '#ffffff'
set output 'saddle.svg'
family = 'Arial&#44; Helvetica&#44; sans-serif'; dot = 1.0
}
if (frame == 1) {
set terminal gif animate delay 8 optimize size 1200,638 linewidth 1.5 font 'sans,13' fontscale 1.02 enhanced nocrop background '#ffffff'
set output 'saddle.gif'
family = 'sans'; dot = 1.5
}
moment = frame == 0 ? 60 : frame > 60 ? 60 : frame
caption = captions[moment]
set multiplot
# The colours of a film are those of its first frame, so at first all is drawn once, and wiped out
do for [pass = frame == 1 ? 1 : 2 : 2] {
shown = frame == 0 || pass == 1 || frame > 60 ? 1.0 : frame / 60.0

# Panel 1: from above: the saddle at (0, 0)
unset label
unset arrow
unset object
set lmargin at screen 0.0565; set rmargin at screen 0.4663
set tmargin at screen 0.74588; set bmargin at screen 0.19048
unset logscale x
set xrange [-0.8:1.2]
set xtics ('−0.5' -0.5, '0.0' 0, '0.5' 0.5, '1.0' 1)
unset logscale y
set yrange [-0.4:1.5]
set ytics ('0.0' 0, '0.5' 0.5, '1.0' 1, '1.5' 1.5)
set xtics offset 0,0.5
unset grid
unset colorbox
set label 'A saddle stops no run: it makes it wait' at screen 0.02, screen 0.93647 left textcolor rgb '#1F1F1F' font family.':Bold,17'
set label 'y' at screen 0.02, screen 0.77765 left textcolor rgb '#4A4A4A' font ',12.5'
set label 'from above: the saddle at (0, 0)' at screen 0.02, screen 0.82118 left textcolor rgb '#1F1F1F' font family.':Bold,13.5'
set label caption at screen 0.02, screen 0.88471 left textcolor rgb '#1F1F1F' font family.':Bold,14'
set label 'x' at screen 0.2614, screen 0.10578 center textcolor rgb '#4A4A4A' font ',12.5'
set label 'saddle' at first 0.06, first -0.14 left front textcolor rgb '#4A4A4A' font ',12.5'
set label 'minimum' at first -0.08, first 1.12 right front textcolor rgb '#4A4A4A' font ',12.5'
if (frame > 0) { set arrow from screen 0, screen 0.004 to screen frame / 75.0, screen 0.004 nohead linewidth 2 linecolor rgb '#C8C8C8' }
set arrow from screen 0.0565, screen 0.05284 to screen 0.0865, screen 0.05284 nohead front linewidth 2 linecolor rgb '#0072B2' dashtype solid
set label 'gradient descent' at screen 0.094, screen 0.05284 left front textcolor rgb '#1F1F1F' font ',12.5'
set arrow from screen 0.25087, screen 0.05284 to screen 0.28088, screen 0.05284 nohead front linewidth 2 linecolor rgb '#E69F00' dashtype solid
set label 'momentum of the notes' at screen 0.28838, screen 0.05284 left front textcolor rgb '#1F1F1F' font ',12.5'
set arrow from screen 0.50275, screen 0.05284 to screen 0.53275, screen 0.05284 nohead front linewidth 2 linecolor rgb '#D55E00' dashtype solid
set label 'classic momentum' at screen 0.54025, screen 0.05284 left front textcolor rgb '#1F1F1F' font ',12.5'
set arrow from screen 0.71213, screen 0.05284 to screen 0.74213, screen 0.05284 nohead front linewidth 2 linecolor rgb '#009E73' dashtype solid
set label 'Adam' at screen 0.74963, screen 0.05284 left front textcolor rgb '#1F1F1F' font ',12.5'
plot \
  $contours_1_1 using 1:2 with lines linewidth 1 linecolor rgb '#A9B1BA' dashtype solid, \
  'saddle.dat' every ::0::int(shown * 248) using 1:2 with lines linewidth 2 linecolor rgb '#0072B2' dashtype solid, \
  'saddle.dat' every ::0::0 using 1:2 with points pointtype 6 pointsize 0.845*dot linecolor rgb '#0072B2' linewidth (frame > 0 ? 0.67 : 1.5), \
  'saddle.dat' every ::int(shown * 248)::int(shown * 248) using 1:2 with points pointtype 7 pointsize 0.845*dot linecolor rgb '#0072B2', \
  'saddle.dat' every ::0::int(shown * 248) using 3:4 with lines linewidth 2 linecolor rgb '#E69F00' dashtype solid, \
  'saddle.dat' every ::0::0 using 3:4 with points pointtype 6 pointsize 0.845*dot linecolor rgb '#E69F00' linewidth (frame > 0 ? 0.67 : 1.5), \
  'saddle.dat' every ::int(shown * 248)::int(shown * 248) using 3:4 with points pointtype 7 pointsize 0.845*dot linecolor rgb '#E69F00', \
  'saddle.dat' every ::0::int(shown * 248) using 5:6 with lines linewidth 2 linecolor rgb '#D55E00' dashtype solid, \
  'saddle.dat' every ::0::0 using 5:6 with points pointtype 6 pointsize 0.845*dot linecolor rgb '#D55E00' linewidth (frame > 0 ? 0.67 : 1.5), \
  'saddle.dat' every ::int(shown * 248)::int(shown * 248) using 5:6 with points pointtype 7 pointsize 0.845*dot linecolor rgb '#D55E00', \
  'saddle.dat' every ::0::int(shown * 248) using 7:8 with lines linewidth 2 linecolor rgb '#009E73' dashtype solid, \
  'saddle.dat' every ::0::0 using 7:8 with points pointtype 6 pointsize 0.845*dot linecolor rgb '#009E73' linewidth (frame > 0 ? 0.67 : 1.5), \
  'saddle.dat' every ::int(shown * 248)::int(shown * 248) using 7:8 with points pointtype 7 pointsize 0.845*dot linecolor rgb '#009E73'

# Panel 2: distance from the saddle along y
unset label
unset arrow
unset object
set lmargin at screen 0.5652; set rmargin at screen 0.975
set tmargin at screen 0.74588; set bmargin at screen 0.19048
unset logscale x
set xrange [0:1736]
set xtics ('0' 0, '500' 500, '1000' 1000, '1500' 1500)
set logscale y
set yrange [5e-07:3]
set ytics ('10^{−6}' 1e-06, '10^{−4}' 0.0001, '10^{−2}' 0.01, '10^{0}' 1)
set xtics offset 0,0.5
set grid noxtics ytics
unset colorbox
set label '|y|' at screen 0.5113, screen 0.77765 left textcolor rgb '#4A4A4A' font ',12.5'
set label 'distance from the saddle along y' at screen 0.5113, screen 0.82118 left textcolor rgb '#1F1F1F' font family.':Bold,13.5'
set label 'step' at screen 0.7701, screen 0.10578 center textcolor rgb '#4A4A4A' font ',12.5'
plot \
  'saddle.dat' every ::0::int(shown * 248) using 9:2 with lines linewidth 2 linecolor rgb '#0072B2' dashtype solid, \
  'saddle.dat' every ::0::int(shown * 248) using 9:4 with lines linewidth 2 linecolor rgb '#E69F00' dashtype solid, \
  'saddle.dat' every ::0::int(shown * 248) using 9:6 with lines linewidth 2 linecolor rgb '#D55E00' dashtype solid, \
  'saddle.dat' every ::0::int(shown * 248) using 9:8 with lines linewidth 2 linecolor rgb '#009E73' dashtype solid, \
  for [once = 1:frame == 0] 'saddle.dat' using 10:11 with lines linewidth 1 linecolor rgb '#000000' dashtype (9, 6), \
  for [once = 1:frame > 0] $dashes_2_5 using 1:2 with lines linewidth 1 linecolor rgb '#000000' dashtype (9, 6), \
  for [once = 1:frame == 0] 'saddle.dat' using 12:11 with lines linewidth 1 linecolor rgb '#000000' dashtype (9, 6), \
  for [once = 1:frame > 0] $dashes_2_6 using 1:2 with lines linewidth 1 linecolor rgb '#000000' dashtype (9, 6), \
  for [once = 1:frame == 0] 'saddle.dat' using 13:11 with lines linewidth 1 linecolor rgb '#000000' dashtype (9, 6), \
  for [once = 1:frame > 0] $dashes_2_7 using 1:2 with lines linewidth 1 linecolor rgb '#000000' dashtype (9, 6)

if (pass == 1) { clear }
}
unset multiplot
}
unset output
