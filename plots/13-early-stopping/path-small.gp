# The thumbnail of path
# gnuplot path-small.gp draws path-small.svg

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
0.9972341 1.4211662 19
0.99670726 1.4070344 20
0.9961368 1.3920444 20.91015

0.99331653 1.3221244 24.06223
0.9921421 1.2948859 25
0.9906544 1.2619096 26
0.9888883 1.2247587 27
0.9885146 1.2173582 27.17836

0.9848631 1.1476154 28.77677
0.98430854 1.1373702 29
0.98136574 1.0871444 30
0.9785501 1.0432196 30.80856

0.9736897 0.9738169 32.01607
0.9689106 0.91366476 33
0.9649952 0.8702136 33.68419

0.95816004 0.80158377 34.74725
0.9564594 0.7851538 35
0.9485666 0.7196163 36
0.945749 0.69975644 36.30518

0.9356889 0.6329908 37.33858
0.9285685 0.59089315 38
0.9172664 0.53545874 38.9038

0.90209544 0.4732809 39.96583
0.9016013 0.47129005 40
0.8849603 0.41668004 41
0.8738817 0.38727129 41.58196

0.8517024 0.3357642 42.65738
0.8442906 0.31993002 43
0.8198934 0.27811697 44
0.813646 0.26953784 44.229

0.7857023 0.23304474 45.2287
0.76239693 0.20738128 46
0.74121046 0.18862048 46.6398

0.7104592 0.16459098 47.52472
0.69340914 0.15239257 48
0.66334623 0.13490078 48.78333

0.631473 0.11882382 49.5815
0.61451864 0.11073543 50
0.5832875 0.09840084 50.74072

0.55097336 0.087016165 51.49447
0.52911365 0.07979122 52
0.5023326 0.072296195 52.61308

0.46982262 0.06382119 53.35913
0.4419694 0.0571385 54
0.420969 0.05276369 54.49308

0.3883599 0.046247285 55.26797
0.358258 0.040732436 56
0.33939767 0.03765518 56.48191

0.3067344 0.032524925 57.33713
0.28237873 0.028942522 58
0.25771338 0.025633907 58.72428

0.22501944 0.021492459 59.74716
0.21713305 0.02051719 60
0.18887568 0.017263254 61
0.17596315 0.01586598 61.50941

0.14325109 0.012441434 62.89967
0.14098994 0.012209605 63
0.12110878 0.010264074 64
0.10369267 0.008626755 65
0.09417307 0.007762043 65.62778

0.061449308 0.0048960014 68.27003
0.054352906 0.004298418 69
0.046033848 0.0036104305 70
0.038935646 0.0030323362 71
0.032894216 0.0025466478 72
0.02776312 0.0021386407 73
0.023413038 0.0017959235 74
0.019730717 0.0015080713 75
0.016617684 0.0012663174 76
0.013988804 0.0010632908 77
0.012357435 0.0009378879 77.73552

EOD

# Frame 0 is the still picture. In the film the lines grow, then stand for a moment; the grey line at its foot
# says how far it is, and keeps frames apart that are otherwise alike (gnuplot cannot store a frame without change)
do for [frame = 0:0] {
if (frame == 0) {
set terminal svg size 340,257 fixed font 'Arial&#44; Helvetica&#44; sans-serif,13' fontscale 1 linewidth 1 dashlength 1 butt enhanced background '#ffffff'
set output 'path-small.svg'
family = 'Arial&#44; Helvetica&#44; sans-serif'; dot = 1.0
}
if (frame == 1) {
set terminal gif animate delay 8 optimize size 510,386 linewidth 1.5 font 'sans,13' fontscale 1.02 enhanced nocrop background '#ffffff'
family = 'sans'; dot = 1.5
}
moment = frame == 0 ? 32 : frame > 32 ? 32 : frame
set multiplot
# The colours of a film are those of its first frame, so at first all is drawn once, and wiped out
do for [pass = frame == 1 ? 1 : 2 : 2] {
shown = frame == 0 || pass == 1 || frame > 32 ? 1.0 : frame / 32.0

unset label
unset arrow
unset object
set lmargin at screen 0.13294; set rmargin at screen 0.94118
set tmargin at screen 0.82101; set bmargin at screen 0.22223
unset logscale x
set xrange [-0.1:1.4]
set xtics ('0.0' 0, '0.5' 0.5, '1.0' 1)
unset logscale y
set yrange [-0.1:1.7]
set ytics ('0.0' 0, '0.5' 0.5, '1.0' 1, '1.5' 1.5)
set xtics offset 0,0.5
unset grid
unset colorbox
set label 'weight 2' at screen 0.04706, screen 0.87354 left textcolor rgb '#4A4A4A' font ',12.5'
set label 'weight 1' at screen 0.53706, screen 0.08215 center textcolor rgb '#4A4A4A' font ',12.5'
set label 'ridge' at first 0.86, first 0.55 right front textcolor rgb '#4A4A4A' font ',12.5'
set label 'truth' at first 1.07, first 0.5 left front textcolor rgb '#D55E00' font ',12.5'
set label 'least training loss' at first 0.95, first 1.6 right front textcolor rgb '#4A4A4A' font ',12.5'
if (frame > 0) { set arrow from screen 0, screen 0.004 to screen frame / 47.0, screen 0.004 nohead linewidth 2 linecolor rgb '#C8C8C8' }
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

if (pass == 1) { clear }
}
unset multiplot
}
unset output
