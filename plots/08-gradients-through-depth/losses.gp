# Both lose the same gradient; only the sigmoids lose the digits
# gnuplot losses.gp draws losses.svg
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

set terminal svg size 800,325 font 'Arial,13' enhanced background '#ffffff'
set output 'losses.svg'
set multiplot

# Panel 1: backward: the gradient
set lmargin at screen 0.06865; set rmargin at screen 0.38098
set tmargin at screen 0.72923; set bmargin at screen 0.17567
unset logscale x
set xrange [0:9.27]
set xtics ('0' 0, '2' 2, '4' 4, '6' 6, '8' 8)
set logscale y
set yrange [1e-07:3]
set ytics ('10^{−6}' 1e-06, '10^{−4}' 0.0001, '10^{−2}' 0.01, '10^{0}' 1)
set xtics offset 0,0.5
set grid noxtics ytics
unset colorbox
set label 'Both lose the same gradient; only the sigmoids lose the digits' at screen 0.02, screen 0.91692 left textcolor rgb '#1F1F1F' font 'Arial:Bold,17'
set label 'share that is left' at screen 0.02, screen 0.77077 left textcolor rgb '#4A4A4A' font ',12.5'
set label 'backward: the gradient' at screen 0.02, screen 0.82769 left textcolor rgb '#1F1F1F' font 'Arial:Bold,13.5'
set label 'sigmoid, gain 1' at screen 0.40348, screen 0.29886 left textcolor rgb '#BF5400' font ',12.5'
set label 'ReLU, gain ⅓' at screen 0.40348, screen 0.24655 left textcolor rgb '#0072B2' font ',12.5'
set label 'layers passed on the way back' at screen 0.22482, screen 0.0649 center textcolor rgb '#4A4A4A' font ',12.5'
set arrow from screen 0.37564, screen 0.27364 to screen 0.40098, screen 0.29886 nohead linewidth 0.8 linecolor rgb '#66BF5400'
set arrow from screen 0.37564, screen 0.27177 to screen 0.40098, screen 0.24655 nohead linewidth 0.8 linecolor rgb '#660072B2'
plot \
  'losses.dat' using 1:2:3 with filledcurves linecolor rgb '#D55E00' fillstyle transparent solid 0.18 noborder, \
  'losses.dat' using 1:4 with lines linewidth 2 linecolor rgb '#D55E00' dashtype 1, \
  'losses.dat' using 1:4 with points pointtype 7 pointsize 0.455 linecolor rgb '#D55E00', \
  'losses.dat' using 1:5:6 with filledcurves linecolor rgb '#0072B2' fillstyle transparent solid 0.18 noborder, \
  'losses.dat' using 1:7 with lines linewidth 2 linecolor rgb '#0072B2' dashtype 1, \
  'losses.dat' using 1:7 with points pointtype 7 pointsize 0.455 linecolor rgb '#0072B2', \
  'losses.dat' using 8:9 with lines linewidth 1 linecolor rgb '#000000' dashtype (9, 6)

# Panel 2: forward: the differences between digits
unset label
unset arrow
unset object
set lmargin at screen 0.55745; set rmargin at screen 0.86979
set tmargin at screen 0.72923; set bmargin at screen 0.17567
unset logscale x
set xrange [0:9.27]
set xtics ('0' 0, '2' 2, '4' 4, '6' 6, '8' 8)
set logscale y
set yrange [1e-07:3]
set ytics ('' 1e-06, '' 0.0001, '' 0.01, '' 1)
set xtics offset 0,0.5
set grid noxtics ytics
unset colorbox
set label 'forward: the differences between digits' at screen 0.54495, screen 0.82769 left textcolor rgb '#1F1F1F' font 'Arial:Bold,13.5'
set label 'sigmoid, gain 1' at screen 0.87854, screen 0.2728 left textcolor rgb '#BF5400' font ',12.5'
set label 'ReLU, gain ⅓' at screen 0.87854, screen 0.68047 left textcolor rgb '#0072B2' font ',12.5'
set label 'layers passed on the way forward' at screen 0.71362, screen 0.0649 center textcolor rgb '#4A4A4A' font ',12.5'
plot \
  'losses.dat' using 1:10:11 with filledcurves linecolor rgb '#D55E00' fillstyle transparent solid 0.18 noborder, \
  'losses.dat' using 1:12 with lines linewidth 2 linecolor rgb '#D55E00' dashtype 1, \
  'losses.dat' using 1:12 with points pointtype 7 pointsize 0.455 linecolor rgb '#D55E00', \
  'losses.dat' using 1:13:14 with filledcurves linecolor rgb '#0072B2' fillstyle transparent solid 0.18 noborder, \
  'losses.dat' using 1:15 with lines linewidth 2 linecolor rgb '#0072B2' dashtype 1, \
  'losses.dat' using 1:15 with points pointtype 7 pointsize 0.455 linecolor rgb '#0072B2', \
  'losses.dat' using 8:9 with lines linewidth 1 linecolor rgb '#000000' dashtype (9, 6)
unset multiplot
unset output
