# Ten points: as many features go wild, far more are calm again
# gnuplot sine.gp draws sine.svg

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
$dashes_1_1 << EOD
0 0 0
0.0050251256 0.03156855 1
0.010050251 0.06310563 2
0.015075377 0.09457981 3
0.018101571 0.11347718 3.60221

0.03023262 0.18881522 6.01629
0.03517588 0.21922158 7
0.040201005 0.24991296 8
0.04522613 0.28035522 9
0.048632357 0.30080074 9.67784

0.061091434 0.3744668 12.1572
0.06532663 0.39903057 13
0.07035176 0.42777807 14
0.07537688 0.45609915 15
0.08018872 0.4827828 15.95756

0.09327418 0.5530142 18.56156
0.09547739 0.56456167 19
0.10050251 0.5903367 20
0.10552764 0.6155232 21
0.110552765 0.64009625 22
0.11356051 0.6544223 22.59854

0.12762065 0.7185677 25.39651
0.13065326 0.73177224 26
0.1356784 0.7529231 27
0.14070351 0.77332336 28
0.14572865 0.7929527 29
0.14968117 0.80777055 29.78655

0.16513227 0.8611137 32.86132
0.16582915 0.8633823 33
0.17085427 0.8788799 34
0.1758794 0.8935014 35
0.18090452 0.9072322 36
0.18592964 0.9200588 37
0.1895487 0.9286358 37.72019

0.20664604 0.963076 41.12256
0.21105528 0.9702108 42
0.2160804 0.9773751 43
0.22110553 0.98356515 44
0.22613065 0.9887747 45
0.23115578 0.9929987 46
0.23331216 0.99438655 46.42912

0.25146657 0.99993753 50.04185
0.2562814 0.99922127 51
0.26130652 0.99747765 52
0.26633167 0.9947397 53
0.2713568 0.9910102 54
0.2763819 0.98629284 55
0.27856266 0.983819 55.43397

0.29615366 0.95821685 58.93458
0.2964824 0.95765346 59
0.30150753 0.94808686 60
0.30653265 0.93757516 61
0.3115578 0.92612886 62
0.31658292 0.91375935 63
0.32140478 0.9010162 63.95955

0.33740205 0.8529097 67.14301
0.34170854 0.83852726 68
0.34673366 0.8209089 69
0.3517588 0.80247223 70
0.35678393 0.7832356 71
0.36019808 0.76963556 71.67942

0.37467828 0.7084476 74.56098
0.37688443 0.69868517 75
0.38190955 0.67575186 76
0.38693467 0.65214497 77
0.3919598 0.62788796 78
0.39549154 0.6103999 78.70281

0.40885672 0.54181606 81.36248
0.4120603 0.52485216 82
0.41708544 0.49771962 83
0.42211056 0.47009096 84
0.42713568 0.44199368 85
0.42829648 0.43540147 85.231

0.44092926 0.3626548 87.74492
0.44221106 0.35517254 88
0.44723618 0.32548523 89
0.4522613 0.29547346 90
0.45728642 0.26516715 91
0.4595138 0.25161672 91.44325

0.47172806 0.17669497 93.87388
0.4723618 0.17278439 94
0.47738692 0.14160451 95
0.48241207 0.1102835 96
0.4874372 0.07885254 97
0.4898861 0.06349692 97.48733

0.501943 -0.012207744 99.88666
0.5025126 -0.015786242 100
0.50753766 -0.04734299 101
0.5125628 -0.07885254 102
0.51758796 -0.1102835 103
0.5200526 -0.12564538 103.49047

0.53219724 -0.20091589 105.90724
0.53266335 -0.20379202 106
0.53768843 -0.2345965 107
0.5427136 -0.26516715 108
0.5477387 -0.29547346 109
0.55062926 -0.31273693 109.57522

0.5631172 -0.3862521 112.06032
0.5678392 -0.41345584 113
0.5728643 -0.44199368 114
0.57788944 -0.47009096 115
0.5822781 -0.4942202 115.87334

0.59541374 -0.56416124 118.48733
0.59799 -0.57752115 119
0.60301507 -0.6030051 120
0.6080402 -0.62788796 121
0.6130653 -0.65214497 122
0.6157959 -0.66497266 122.54339

0.62993264 -0.7285954 125.3566
0.63316584 -0.74244016 126
0.6381909 -0.7632183 127
0.6432161 -0.7832356 128
0.6482412 -0.80247223 129
0.65213 -0.8167399 129.77388

0.6676836 -0.86915344 132.86904
0.6683417 -0.87123966 133
0.67336684 -0.8863011 134
0.67839193 -0.900479 135
0.6834171 -0.91375935 136
0.68844223 -0.92612886 137
0.6922617 -0.9348289 137.76007

0.70946056 -0.9676626 141.18265
0.71356785 -0.9739143 142
0.71859294 -0.9805923 143
0.7236181 -0.98629284 144
0.72864324 -0.9910102 145
0.7336683 -0.9947397 146
0.73622817 -0.9961344 146.5094

0.75439894 -0.9995634 150.12539
0.75879395 -0.9984739 151
0.7638191 -0.9962328 152
0.76884425 -0.9929987 153
0.77386934 -0.9887747 154
0.7788945 -0.98356515 155
0.78143185 -0.9804396 155.50493

0.79893804 -0.95309186 158.98867
0.79899496 -0.9529889 159
0.8040201 -0.9429485 160
0.80904526 -0.93196815 161
0.81407034 -0.9200588 162
0.8190955 -0.9072322 163
0.82403016 -0.8937485 163.982

0.83991957 -0.84454703 167.14399
0.8442211 -0.82982147 168
0.8492462 -0.8117917 169
0.85427135 -0.7929527 170
0.8592965 -0.77332336 171
0.8625687 -0.7600394 171.65116

0.87696445 -0.69823843 174.51592
0.879397 -0.68730414 175
0.8844221 -0.66403115 176
0.8894472 -0.64009625 177
0.89447236 -0.6155232 178
0.89767075 -0.59949255 178.63648

0.91097915 -0.5305686 181.28486
0.91457283 -0.5113496 182
0.919598 -0.4839656 183
0.92462313 -0.45609915 184
0.9296482 -0.42777807 185
0.9303498 -0.4237645 185.13961

0.94294506 -0.35081714 187.64607
0.9447236 -0.3403713 188
0.94974875 -0.31051803 189
0.95477384 -0.28035522 190
0.959799 -0.24991296 191
0.9614909 -0.23957928 191.3367

0.97368664 -0.1645643 193.76364
0.9748744 -0.15721405 194
0.9798995 -0.12595971 195
0.9849246 -0.09457981 196
0.98994976 -0.06310563 197
0.99183106 -0.051298793 197.37438

EOD

seen(from, to) = pass == 1 || (from <= moment && moment <= to)
array captions[20] = ['N = 2 features', 'N = 3 features', 'N = 4 features', 'N = 5 features', 'N = 6 features', 'N = 7 features', 'N = 8 features', 'N = 9 features', 'N = 10 features', 'N = 11 features', 'N = 12 features', 'N = 14 features', 'N = 17 features', 'N = 20 features', 'N = 30 features', 'N = 40 features', 'N = 70 features', 'N = 100 features', 'N = 200 features', 'N = 400 features']
# Frame 0 is the still picture. In the film the lines grow, then stand for a moment; the grey line at its foot
# says how far it is, and keeps frames apart that are otherwise alike (gnuplot cannot store a frame without change)
do for [frame = 0:22] {
if (frame == 0) {
set terminal svg size 800,420 fixed font 'Arial&#44; Helvetica&#44; sans-serif,13' fontscale 1 linewidth 1 dashlength 1 butt enhanced background '#ffffff'
set output 'sine.svg'
family = 'Arial&#44; Helvetica&#44; sans-serif'; dot = 1.0
}
if (frame == 1) {
set terminal gif animate delay 60 optimize size 1200,630 linewidth 1.5 font 'sans,13' fontscale 1.02 enhanced nocrop background '#ffffff'
set output 'sine.gif'
family = 'sans'; dot = 1.5
}
moment = frame == 0 ? 9 : frame > 20 ? 20 : frame
caption = captions[moment]
set multiplot
# The colours of a film are those of its first frame, so at first all is drawn once, and wiped out
do for [pass = frame == 1 ? 1 : 2 : 2] {
shown = frame == 0 || pass == 1 || frame > 20 ? 1.0 : frame / 20.0

# Panel 1: the shortest fit
unset label
unset arrow
unset object
set lmargin at screen 0.0547; set rmargin at screen 0.4669
set tmargin at screen 0.70238; set bmargin at screen 0.13708
unset logscale x
set xrange [0:1]
set xtics ('0.0' 0, '0.2' 0.2, '0.4' 0.4, '0.6' 0.6, '0.8' 0.8, '1.0' 1)
unset logscale y
set yrange [-2:2]
set ytics ('−2' -2, '−1' -1, '0' 0, '1' 1, '2' 2)
set xtics offset 0,0.5
set grid noxtics ytics
unset colorbox
set label 'Ten points: as many features go wild, far more are calm again' at screen 0.02, screen 0.93571 left textcolor rgb '#1F1F1F' font family.':Bold,17'
set label 'y' at screen 0.02, screen 0.775 left textcolor rgb '#4A4A4A' font ',12.5'
set label 'the shortest fit' at screen 0.02, screen 0.81905 left textcolor rgb '#1F1F1F' font family.':Bold,13.5'
set label caption at screen 0.02, screen 0.88333 left textcolor rgb '#1F1F1F' font family.':Bold,14'
set label 'x' at screen 0.2608, screen 0.05136 center textcolor rgb '#4A4A4A' font ',12.5'
if (frame > 0) { set arrow from screen 0, screen 0.004 to screen frame / 22.0, screen 0.004 nohead linewidth 2 linecolor rgb '#C8C8C8' }
plot \
  for [once = 1:frame == 0] 'sine.dat' using 1:2 with lines linewidth 2 linecolor rgb '#000000' dashtype (9, 6), \
  for [once = 1:frame > 0] $dashes_1_1 using 1:2 with lines linewidth 2 linecolor rgb '#000000' dashtype (9, 6), \
  for [once = 1:seen(1, 1)] 'sine.dat' using 3:4 with lines linewidth 2 linecolor rgb '#D55E00' dashtype solid, \
  for [once = 1:seen(2, 2)] 'sine.dat' using 3:5 with lines linewidth 2 linecolor rgb '#D55E00' dashtype solid, \
  for [once = 1:seen(3, 3)] 'sine.dat' using 3:6 with lines linewidth 2 linecolor rgb '#D55E00' dashtype solid, \
  for [once = 1:seen(4, 4)] 'sine.dat' using 3:7 with lines linewidth 2 linecolor rgb '#D55E00' dashtype solid, \
  for [once = 1:seen(5, 5)] 'sine.dat' using 3:8 with lines linewidth 2 linecolor rgb '#D55E00' dashtype solid, \
  for [once = 1:seen(6, 6)] 'sine.dat' using 3:9 with lines linewidth 2 linecolor rgb '#D55E00' dashtype solid, \
  for [once = 1:seen(7, 7)] 'sine.dat' using 3:10 with lines linewidth 2 linecolor rgb '#D55E00' dashtype solid, \
  for [once = 1:seen(8, 8)] 'sine.dat' using 3:11 with lines linewidth 2 linecolor rgb '#D55E00' dashtype solid, \
  for [once = 1:seen(9, 9)] 'sine.dat' using 3:12 with lines linewidth 2 linecolor rgb '#D55E00' dashtype solid, \
  for [once = 1:seen(10, 10)] 'sine.dat' using 3:13 with lines linewidth 2 linecolor rgb '#D55E00' dashtype solid, \
  for [once = 1:seen(11, 11)] 'sine.dat' using 3:14 with lines linewidth 2 linecolor rgb '#D55E00' dashtype solid, \
  for [once = 1:seen(12, 12)] 'sine.dat' using 3:15 with lines linewidth 2 linecolor rgb '#D55E00' dashtype solid, \
  for [once = 1:seen(13, 13)] 'sine.dat' using 3:16 with lines linewidth 2 linecolor rgb '#D55E00' dashtype solid, \
  for [once = 1:seen(14, 14)] 'sine.dat' using 3:17 with lines linewidth 2 linecolor rgb '#D55E00' dashtype solid, \
  for [once = 1:seen(15, 15)] 'sine.dat' using 3:18 with lines linewidth 2 linecolor rgb '#D55E00' dashtype solid, \
  for [once = 1:seen(16, 16)] 'sine.dat' using 3:19 with lines linewidth 2 linecolor rgb '#D55E00' dashtype solid, \
  for [once = 1:seen(17, 17)] 'sine.dat' using 3:20 with lines linewidth 2 linecolor rgb '#D55E00' dashtype solid, \
  for [once = 1:seen(18, 18)] 'sine.dat' using 3:21 with lines linewidth 2 linecolor rgb '#D55E00' dashtype solid, \
  for [once = 1:seen(19, 19)] 'sine.dat' using 3:22 with lines linewidth 2 linecolor rgb '#D55E00' dashtype solid, \
  for [once = 1:seen(20, 20)] 'sine.dat' using 3:23 with lines linewidth 2 linecolor rgb '#D55E00' dashtype solid, \
  'sine.dat' using 24:25 with points pointtype 7 pointsize 0.845*dot linecolor rgb '#000000', \
  NaN notitle

# Panel 2: its error
unset label
unset arrow
unset object
set lmargin at screen 0.5628; set rmargin at screen 0.975
set tmargin at screen 0.70238; set bmargin at screen 0.13708
set logscale x
set xrange [1.7060788369243254:468.91150788917776]
set xtics ('2' 2, '5' 5, '10' 10, '20' 20, '100' 100, '400' 400)
set logscale y
set yrange [0.013803514531707067:4711.855317726957]
set ytics ('0.1' 0.1, '1' 1, '10' 10, '100' 100, '1000' 1000)
set xtics offset 0,0.5
set grid noxtics ytics
unset colorbox
set label 'N = n' at screen 0.69259, screen 0.73214 center textcolor rgb '#717171' font ',12.5'
set label 'mean squared error' at screen 0.5119, screen 0.775 left textcolor rgb '#4A4A4A' font ',12.5'
set label 'its error' at screen 0.5119, screen 0.81905 left textcolor rgb '#1F1F1F' font family.':Bold,13.5'
set label 'features N' at screen 0.7689, screen 0.05136 center textcolor rgb '#4A4A4A' font ',12.5'
set arrow from first 10, graph 0 to first 10, graph 1 nohead back linewidth 1 linecolor rgb '#8C8C8C' dashtype solid
plot \
  'sine.dat' using 26:27 with lines linewidth 2 linecolor rgb '#D55E00' dashtype solid, \
  'sine.dat' using 26:27 with points pointtype 7 pointsize 0.455*dot linecolor rgb '#D55E00', \
  for [once = 1:seen(1, 1)] 'sine.dat' using 28:29 with points pointtype 7 pointsize 1.17*dot linecolor rgb '#000000', \
  for [once = 1:seen(2, 2)] 'sine.dat' using 30:31 with points pointtype 7 pointsize 1.17*dot linecolor rgb '#000000', \
  for [once = 1:seen(3, 3)] 'sine.dat' using 32:33 with points pointtype 7 pointsize 1.17*dot linecolor rgb '#000000', \
  for [once = 1:seen(4, 4)] 'sine.dat' using 34:35 with points pointtype 7 pointsize 1.17*dot linecolor rgb '#000000', \
  for [once = 1:seen(5, 5)] 'sine.dat' using 36:37 with points pointtype 7 pointsize 1.17*dot linecolor rgb '#000000', \
  for [once = 1:seen(6, 6)] 'sine.dat' using 38:39 with points pointtype 7 pointsize 1.17*dot linecolor rgb '#000000', \
  for [once = 1:seen(7, 7)] 'sine.dat' using 40:41 with points pointtype 7 pointsize 1.17*dot linecolor rgb '#000000', \
  for [once = 1:seen(8, 8)] 'sine.dat' using 42:43 with points pointtype 7 pointsize 1.17*dot linecolor rgb '#000000', \
  for [once = 1:seen(9, 9)] 'sine.dat' using 44:45 with points pointtype 7 pointsize 1.17*dot linecolor rgb '#000000', \
  for [once = 1:seen(10, 10)] 'sine.dat' using 46:47 with points pointtype 7 pointsize 1.17*dot linecolor rgb '#000000', \
  for [once = 1:seen(11, 11)] 'sine.dat' using 48:49 with points pointtype 7 pointsize 1.17*dot linecolor rgb '#000000', \
  for [once = 1:seen(12, 12)] 'sine.dat' using 50:51 with points pointtype 7 pointsize 1.17*dot linecolor rgb '#000000', \
  for [once = 1:seen(13, 13)] 'sine.dat' using 52:53 with points pointtype 7 pointsize 1.17*dot linecolor rgb '#000000', \
  for [once = 1:seen(14, 14)] 'sine.dat' using 54:55 with points pointtype 7 pointsize 1.17*dot linecolor rgb '#000000', \
  for [once = 1:seen(15, 15)] 'sine.dat' using 56:57 with points pointtype 7 pointsize 1.17*dot linecolor rgb '#000000', \
  for [once = 1:seen(16, 16)] 'sine.dat' using 58:59 with points pointtype 7 pointsize 1.17*dot linecolor rgb '#000000', \
  for [once = 1:seen(17, 17)] 'sine.dat' using 60:61 with points pointtype 7 pointsize 1.17*dot linecolor rgb '#000000', \
  for [once = 1:seen(18, 18)] 'sine.dat' using 62:63 with points pointtype 7 pointsize 1.17*dot linecolor rgb '#000000', \
  for [once = 1:seen(19, 19)] 'sine.dat' using 64:65 with points pointtype 7 pointsize 1.17*dot linecolor rgb '#000000', \
  for [once = 1:seen(20, 20)] 'sine.dat' using 66:67 with points pointtype 7 pointsize 1.17*dot linecolor rgb '#000000', \
  NaN notitle

if (pass == 1) { clear }
}
unset multiplot
}
unset output
