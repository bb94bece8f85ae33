# Distance says how far a run is, zeros whether it lives
# gnuplot map.gp draws map.svg

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
0.16306965 32.996548 0.04236

0.17009178 33.787815 0.12708
0.17371544 34.183453 0.16944

0.181196 34.974724 0.25416
0.18505622 35.370358 0.29652

0.19302516 36.16163 0.38124
0.19713739 36.557262 0.4236

0.20562655 37.348534 0.50833
0.21000725 37.744167 0.55069

0.2190506 38.53544 0.63541
0.22371729 38.931072 0.67777

0.23335104 39.722343 0.76249
0.23832238 40.11798 0.80485

0.24858506 40.90925 0.88957
0.25388095 41.304886 0.93193

0.26426116 42.125084 1.01302
0.26846084 42.594315 1.04615

0.27706146 43.53278 1.1124
0.28146458 44.002014 1.14553

0.29048184 44.94048 1.21179
0.29509822 45.40971 1.24491

0.30455223 46.348175 1.31117
0.3093922 46.81741 1.34429

0.31930417 47.755875 1.41055
0.3243786 48.225105 1.44368

0.33477068 49.16357 1.50993
0.3400909 49.6328 1.54306

0.35098636 50.571266 1.60931
0.35656428 51.0405 1.64244

0.36798748 51.978966 1.7087
0.37383562 52.448196 1.74182

0.38581213 53.38666 1.80808
0.3919435 53.855896 1.84121

0.40450016 54.79436 1.90746
0.41092855 55.26359 1.94059

0.42371574 56.210125 2.01011
0.42859668 56.71841 2.05906

0.43852788 57.73498 2.15695
0.44357947 58.24327 2.2059

0.45385784 59.259842 2.30379
0.459086 59.76813 2.35274

0.4697237 60.784702 2.45063
0.4751346 61.29299 2.49957

0.48614419 62.309563 2.59747
0.49174425 62.81785 2.64641

0.5031387 63.834423 2.74431
0.50893456 64.34271 2.79325

0.5207273 65.35928 2.89115
0.52672577 65.86757 2.94009

0.5431972 66.78936 3.0658
0.55506563 67.17553 3.15059

0.579586 67.94785 3.32017
0.5922495 68.334015 3.40495

0.61841255 69.10634 3.57453
0.6319244 69.4925 3.65932

0.65984005 70.26483 3.82889
0.67425704 70.65099 3.91368

0.69436115 71.56618 4.06342
0.6995969 72.09784 4.128

0.710187 73.16115 4.25717
0.7155421 73.69281 4.32175

0.72637355 74.75612 4.45092
0.7318507 75.28778 4.51551

0.74292904 76.3511 4.64467
0.748531 76.88275 4.70926

0.7598619 77.94607 4.83843
0.7655915 78.47772 4.90301

0.7799579 79.515625 5.06521
0.79148525 79.99627 5.1961

0.8150535 80.95757 5.45786
0.8270996 81.438225 5.58875

0.85172844 82.39952 5.85051
0.8643165 82.88017 5.9814

0.88032806 83.92466 6.27004
0.8880715 84.45008 6.4154

0.9037632 85.50093 6.7061
0.9117127 86.02635 6.85145

0.9280295 87.07597 7.19473
0.9364064 87.60014 7.39384

0.9533876 88.64848 7.79207
0.9619934 89.17265 7.99118

0.9801488 90.21686 8.39127
0.98936266 90.738914 8.59134

1.008051 91.78303 8.99147
1.0084531 91.805275 9
1.0151396 92.31684 9.29724

1.0292511 93.38551 9.91818
1.0311253 93.52634 10
1.051861 93.711716 10.43456

1.106753 94.30517 11.61297
1.1243353 94.52757 12
1.1276231 94.7078 12.09085

1.14703 95.76106 12.62177
1.1568583 96.28769 12.88723

1.2142719 96.61597 14.41105
1.2484299 96.841324 14.87036

EOD

array captions[29] = ['step 1', 'step 3', 'step 10', 'step 20', 'step 31', 'step 40', 'step 50', 'step 60', 'step 70', 'step 85', 'step 100', 'step 120', 'step 145', 'step 175', 'step 210', 'step 255', 'step 310', 'step 375', 'step 450', 'step 550', 'step 670', 'step 820', 'step 1,000', 'step 1,200', 'step 1,450', 'step 1,750', 'step 2,150', 'step 2,600', 'step 3,100']
# Frame 0 is the still picture. In the film the lines grow, then stand for a moment; the grey line at its foot
# says how far it is, and keeps frames apart that are otherwise alike (gnuplot cannot store a frame without change)
do for [frame = 0:33] {
if (frame == 0) {
set terminal svg size 720,533 fixed font 'Arial&#44; Helvetica&#44; sans-serif,13' fontscale 1 linewidth 1 dashlength 1 butt enhanced background '#ffffff'
set output 'map.svg'
family = 'Arial&#44; Helvetica&#44; sans-serif'; dot = 1.0
}
if (frame == 1) {
set terminal gif animate delay 30 optimize size 1080,800 linewidth 1.5 font 'sans,13' fontscale 1.02 enhanced nocrop background '#ffffff'
set output 'map.gif'
family = 'sans'; dot = 1.5
}
moment = frame == 0 ? 29 : frame > 29 ? 29 : frame
caption = captions[moment]
set multiplot
# The colours of a film are those of its first frame, so at first all is drawn once, and wiped out
do for [pass = frame == 1 ? 1 : 2 : 2] {
shown = frame == 0 || pass == 1 || frame > 29 ? 1.0 : frame / 29.0

unset label
unset arrow
unset object
set lmargin at screen 0.06811; set rmargin at screen 0.97222
set tmargin at screen 0.8349; set bmargin at screen 0.15096
set logscale x
set xrange [0.001:20]
set xtics ('0.001' 0.001, '0.01' 0.01, '0.1' 0.1, '1' 1, '10' 10)
unset logscale y
set yrange [0:100]
set ytics ('0' 0, '20' 20, '40' 40, '60' 60, '80' 80, '100' 100)
set xtics offset 0,0.5
set grid noxtics ytics
unset colorbox
set label 'Distance says how far a run is, zeros whether it lives' at screen 0.02222, screen 0.94934 left textcolor rgb '#1F1F1F' font family.':Bold,17'
set label 'entries of the gradient that are exactly 0 (%)' at screen 0.02222, screen 0.86023 left textcolor rgb '#4A4A4A' font ',12.5'
set label caption at screen 0.02222, screen 0.90807 left textcolor rgb '#1F1F1F' font family.':Bold,14'
set label 'distance from the start / length' at screen 0.52017, screen 0.08342 center textcolor rgb '#4A4A4A' font ',12.5'
set label 'dead' at first 0.5, first 90 right front textcolor rgb '#4A4A4A' font ',12.5'
set label 'still to learn' at first 0.02, first 22 center front textcolor rgb '#4A4A4A' font ',12.5'
set label 'learnt' at first 1, first 17 center front textcolor rgb '#4A4A4A' font ',12.5'
if (frame > 0) { set arrow from screen 0, screen 0.004 to screen frame / 33.0, screen 0.004 nohead linewidth 2 linecolor rgb '#C8C8C8' }
set arrow from screen 0.06811, screen 0.04121 to screen 0.10144, screen 0.04121 nohead front linewidth 2 linecolor rgb '#0072B2' dashtype solid
set label 'gradient descent' at screen 0.10978, screen 0.04121 left front textcolor rgb '#1F1F1F' font ',12.5'
set arrow from screen 0.28408, screen 0.04121 to screen 0.31742, screen 0.04121 nohead front linewidth 2 linecolor rgb '#D55E00' dashtype solid
set label 'momentum' at screen 0.32575, screen 0.04121 left front textcolor rgb '#1F1F1F' font ',12.5'
set arrow from screen 0.45249, screen 0.04121 to screen 0.48582, screen 0.04121 nohead front linewidth 2 linecolor rgb '#009E73' dashtype solid
set label 'Adam' at screen 0.49415, screen 0.04121 left front textcolor rgb '#1F1F1F' font ',12.5'
set arrow from screen 0.57019, screen 0.04121 to screen 0.60353, screen 0.04121 nohead front linewidth 2 linecolor rgb '#000000' dashtype (2, 4)
set label 'gradient descent at η = 1' at screen 0.61186, screen 0.04121 left front textcolor rgb '#1F1F1F' font ',12.5'
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
