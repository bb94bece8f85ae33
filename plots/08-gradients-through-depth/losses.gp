# Both lose the same gradient; only the sigmoids lose the digits
# gnuplot losses.gp draws losses.svg

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

set terminal svg size 800,318 fixed font 'Arial&#44; Helvetica&#44; sans-serif,13' fontscale 1 linewidth 1 dashlength 1 butt enhanced background '#ffffff'
set output 'losses.svg'
family = 'Arial&#44; Helvetica&#44; sans-serif'
set multiplot

# Panel 1: backward: the gradient
set lmargin at screen 0.0739; set rmargin at screen 0.37383
set tmargin at screen 0.72327; set bmargin at screen 0.18001
unset logscale x
set xrange [0:9.27]
set xtics ('0' 0, '2' 2, '4' 4, '6' 6, '8' 8)
set logscale y
set yrange [1e-07:3]
set ytics ('10^{−6}' 1e-06, '10^{−4}' 0.0001, '10^{−2}' 0.01, '10^{0}' 1)
set xtics offset 0,0.5
set grid noxtics ytics
unset colorbox
set label 'Both lose the same gradient; only the sigmoids lose the digits' at screen 0.02, screen 0.91509 left textcolor rgb '#1F1F1F' font family.':Bold,17'
set label 'share that is left' at screen 0.02, screen 0.76572 left textcolor rgb '#4A4A4A' font ',12.5'
set label 'backward: the gradient' at screen 0.02, screen 0.8239 left textcolor rgb '#1F1F1F' font family.':Bold,13.5'
set label 'sigmoid, gain 1' at screen 0.39633, screen 0.30197 left textcolor rgb '#BF5400' font ',12.5'
set label 'ReLU, gain ⅓' at screen 0.39633, screen 0.24851 left textcolor rgb '#0072B2' font ',12.5'
set label 'layers passed on the way back' at screen 0.22386, screen 0.0668 center textcolor rgb '#4A4A4A' font ',12.5'
set arrow from screen 0.36884, screen 0.27615 to screen 0.39383, screen 0.30197 nohead linewidth 0.8 linecolor rgb '#66BF5400'
set arrow from screen 0.36884, screen 0.27432 to screen 0.39383, screen 0.24851 nohead linewidth 0.8 linecolor rgb '#660072B2'
plot \
  'losses.dat' using 1:2:3 with filledcurves linecolor rgb '#D55E00' fillstyle transparent solid 0.18 noborder, \
  'losses.dat' using 1:4 with lines linewidth 2 linecolor rgb '#D55E00' dashtype solid, \
  'losses.dat' using 1:4 with points pointtype 7 pointsize 0.455 linecolor rgb '#D55E00', \
  'losses.dat' using 1:5:6 with filledcurves linecolor rgb '#0072B2' fillstyle transparent solid 0.18 noborder, \
  'losses.dat' using 1:7 with lines linewidth 2 linecolor rgb '#0072B2' dashtype solid, \
  'losses.dat' using 1:7 with points pointtype 7 pointsize 0.455 linecolor rgb '#0072B2', \
  'losses.dat' using 8:9 with lines linewidth 1 linecolor rgb '#000000' dashtype (9, 6)

# Panel 2: forward: the differences between digits
unset label
unset arrow
unset object
set lmargin at screen 0.56008; set rmargin at screen 0.86
set tmargin at screen 0.72327; set bmargin at screen 0.18001
unset logscale x
set xrange [0:9.27]
set xtics ('0' 0, '2' 2, '4' 4, '6' 6, '8' 8)
set logscale y
set yrange [1e-07:3]
set ytics ('' 1e-06, '' 0.0001, '' 0.01, '' 1)
set xtics offset 0,0.5
set grid noxtics ytics
unset colorbox
set label 'forward: the differences between digits' at screen 0.54758, screen 0.8239 left textcolor rgb '#1F1F1F' font family.':Bold,13.5'
set label 'sigmoid, gain 1' at screen 0.86875, screen 0.27534 left textcolor rgb '#BF5400' font ',12.5'
set label 'ReLU, gain ⅓' at screen 0.86875, screen 0.67542 left textcolor rgb '#0072B2' font ',12.5'
set label 'layers passed on the way forward' at screen 0.71004, screen 0.0668 center textcolor rgb '#4A4A4A' font ',12.5'
plot \
  'losses.dat' using 1:10:11 with filledcurves linecolor rgb '#D55E00' fillstyle transparent solid 0.18 noborder, \
  'losses.dat' using 1:12 with lines linewidth 2 linecolor rgb '#D55E00' dashtype solid, \
  'losses.dat' using 1:12 with points pointtype 7 pointsize 0.455 linecolor rgb '#D55E00', \
  'losses.dat' using 1:13:14 with filledcurves linecolor rgb '#0072B2' fillstyle transparent solid 0.18 noborder, \
  'losses.dat' using 1:15 with lines linewidth 2 linecolor rgb '#0072B2' dashtype solid, \
  'losses.dat' using 1:15 with points pointtype 7 pointsize 0.455 linecolor rgb '#0072B2', \
  'losses.dat' using 8:9 with lines linewidth 1 linecolor rgb '#000000' dashtype (9, 6)
unset multiplot
unset output
