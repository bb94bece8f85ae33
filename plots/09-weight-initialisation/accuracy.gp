# Deep ReLU networks train where the gain is 1; Adam widens the range
# gnuplot accuracy.gp draws accuracy.svg
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

set terminal svg size 800,433 font 'Arial,13' enhanced background '#ffffff'
set output 'accuracy.svg'
set multiplot

# Panel 1: ReLU
set lmargin at screen 0.0592; set rmargin at screen 0.48835
set tmargin at screen 0.75751; set bmargin at screen 0.18662
set logscale x
set xrange [0.04926914084996194:6.494937692834708]
set xtics ('0.01²' 0.0565685424949238, '1/(3n)' 0.408248290463863, '1/n' 0.7071067811865476, '2/n' 1, '1/√n' 2, '1' 5.656854249492381)
unset logscale y
set yrange [0:100]
set ytics ('0' 0, '20' 20, '40' 40, '60' 60, '80' 80, '100' 100)
set xtics offset 0,0.5
set grid noxtics ytics
unset colorbox
set label 'Deep ReLU networks train where the gain is 1; Adam widens the range' at screen 0.02, screen 0.93764 left textcolor rgb '#1F1F1F' font 'Arial:Bold,17'
set label 'gain 1' at screen 0.32386, screen 0.78637 center textcolor rgb '#000000' font ',12.5'
set label 'test accuracy (%)' at screen 0.02, screen 0.82794 left textcolor rgb '#4A4A4A' font ',12.5'
set label 'ReLU' at screen 0.02, screen 0.87067 left textcolor rgb '#1F1F1F' font 'Arial:Bold,13.5'
set label 'variance of the weights, placed by the gain of a layer' at screen 0.27377, screen 0.10348 center textcolor rgb '#4A4A4A' font ',12.5'
set arrow from first 1, graph 0 to first 1, graph 1 nohead back linewidth 1 linecolor rgb '#000000' dashtype (9, 6)
set arrow from screen 0.0592, screen 0.05152 to screen 0.0892, screen 0.05152 nohead front linewidth 2 linecolor rgb '#0072B2' dashtype 1
set label 'gradient descent, usual rates' at screen 0.0967, screen 0.05152 left front textcolor rgb '#1F1F1F' font ',12.5'
set arrow from screen 0.33208, screen 0.05152 to screen 0.36208, screen 0.05152 nohead front linewidth 2 linecolor rgb '#56B4E9' dashtype 1
set label 'rates matched to the gain' at screen 0.36958, screen 0.05152 left front textcolor rgb '#1F1F1F' font ',12.5'
set arrow from screen 0.57951, screen 0.05152 to screen 0.60951, screen 0.05152 nohead front linewidth 2 linecolor rgb '#009E73' dashtype 1
set label 'Adam' at screen 0.61701, screen 0.05152 left front textcolor rgb '#1F1F1F' font ',12.5'
plot \
  'accuracy.dat' using 1:2:3 with filledcurves linecolor rgb '#0072B2' fillstyle transparent solid 0.18 noborder, \
  'accuracy.dat' using 1:4 with lines linewidth 2 linecolor rgb '#0072B2' dashtype 1, \
  'accuracy.dat' using 1:4 with points pointtype 7 pointsize 0.65 linecolor rgb '#0072B2', \
  'accuracy.dat' using 5:6:7 with filledcurves linecolor rgb '#56B4E9' fillstyle transparent solid 0.18 noborder, \
  'accuracy.dat' using 5:8 with lines linewidth 2 linecolor rgb '#56B4E9' dashtype 1, \
  'accuracy.dat' using 5:8 with points pointtype 7 pointsize 0.65 linecolor rgb '#56B4E9', \
  'accuracy.dat' using 1:9:10 with filledcurves linecolor rgb '#009E73' fillstyle transparent solid 0.18 noborder, \
  'accuracy.dat' using 1:11 with lines linewidth 2 linecolor rgb '#009E73' dashtype 1, \
  'accuracy.dat' using 1:11 with points pointtype 7 pointsize 0.65 linecolor rgb '#009E73'

# Panel 2: tanh
unset label
unset arrow
unset object
set lmargin at screen 0.54585; set rmargin at screen 0.975
set tmargin at screen 0.75751; set bmargin at screen 0.18662
set logscale x
set xrange [0.06967708719648645:9.185228971975063]
set xtics ('0.01²' 0.08, '1/(3n)' 0.5773502691896257, '1/n' 1, '2/n' 1.4142135623730951, '1/√n' 2.8284271247461903, '1' 8)
unset logscale y
set yrange [0:100]
set ytics ('' 0, '' 20, '' 40, '' 60, '' 80, '' 100)
set xtics offset 0,0.5
set grid noxtics ytics
unset colorbox
set label 'gain 1' at screen 0.78004, screen 0.78637 center textcolor rgb '#000000' font ',12.5'
set label 'tanh' at screen 0.53335, screen 0.87067 left textcolor rgb '#1F1F1F' font 'Arial:Bold,13.5'
set label 'variance of the weights, placed by the gain of a layer' at screen 0.76042, screen 0.10348 center textcolor rgb '#4A4A4A' font ',12.5'
set arrow from first 1, graph 0 to first 1, graph 1 nohead back linewidth 1 linecolor rgb '#000000' dashtype (9, 6)
plot \
  'accuracy.dat' using 12:13:14 with filledcurves linecolor rgb '#0072B2' fillstyle transparent solid 0.18 noborder, \
  'accuracy.dat' using 12:15 with lines linewidth 2 linecolor rgb '#0072B2' dashtype 1, \
  'accuracy.dat' using 12:15 with points pointtype 7 pointsize 0.65 linecolor rgb '#0072B2', \
  'accuracy.dat' using 12:16:17 with filledcurves linecolor rgb '#009E73' fillstyle transparent solid 0.18 noborder, \
  'accuracy.dat' using 12:18 with lines linewidth 2 linecolor rgb '#009E73' dashtype 1, \
  'accuracy.dat' using 12:18 with points pointtype 7 pointsize 0.65 linecolor rgb '#009E73'
unset multiplot
unset output
