# Compare the hills, not one column: each method has its own good learning rates
# gnuplot rates.gp draws rates.svg
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

set terminal svg size 920,363 font 'Arial,13' enhanced background '#ffffff'
set output 'rates.svg'
set multiplot

# Panel 1: Ravine: lower is better
set lmargin at screen 0.05921; set rmargin at screen 0.31675
set tmargin at screen 0.75758; set bmargin at screen 0.22235
set logscale x
set xrange [0.001:10]
set xtics ('0.001' 0.001, '0.01' 0.01, '0.1' 0.1, '1' 1, '10' 10)
set logscale y
set yrange [50:2000]
set ytics ('50' 50, '100' 100, '200' 200, '500' 500, '1000' 1000, '2000' 2000)
set xtics offset 0,0.5
set grid noxtics ytics
unset colorbox
set label 'Compare the hills, not one column: each method has its own good learning rates' at screen 0.01739, screen 0.92562 left textcolor rgb '#1F1F1F' font 'Arial:Bold,17'
set label 'steps to settle' at screen 0.01739, screen 0.79477 left textcolor rgb '#4A4A4A' font ',12.5'
set label 'Ravine: lower is better' at screen 0.01739, screen 0.84573 left textcolor rgb '#1F1F1F' font 'Arial:Bold,13.5'
set label 'learning rate η' at screen 0.18798, screen 0.12317 center textcolor rgb '#4A4A4A' font ',12.5'
set arrow from screen 0.05921, screen 0.06119 to screen 0.0853, screen 0.06119 nohead front linewidth 2 linecolor rgb '#0072B2' dashtype 1
set label 'gradient descent' at screen 0.09182, screen 0.06119 left front textcolor rgb '#1F1F1F' font ',12.5'
set arrow from screen 0.21808, screen 0.06119 to screen 0.24417, screen 0.06119 nohead front linewidth 2 linecolor rgb '#D55E00' dashtype 1
set label 'momentum' at screen 0.25069, screen 0.06119 left front textcolor rgb '#1F1F1F' font ',12.5'
set arrow from screen 0.34327, screen 0.06119 to screen 0.36936, screen 0.06119 nohead front linewidth 2 linecolor rgb '#CC79A7' dashtype 1
set label 'RMSProp' at screen 0.37588, screen 0.06119 left front textcolor rgb '#1F1F1F' font ',12.5'
set arrow from screen 0.45809, screen 0.06119 to screen 0.48418, screen 0.06119 nohead front linewidth 2 linecolor rgb '#009E73' dashtype 1
set label 'Adam' at screen 0.4907, screen 0.06119 left front textcolor rgb '#1F1F1F' font ',12.5'
set arrow from screen 0.54817, screen 0.06119 to screen 0.57426, screen 0.06119 nohead front linewidth 1.5 linecolor rgb '#000000' dashtype (9, 6)
set label 'theory' at screen 0.58078, screen 0.06119 left front textcolor rgb '#1F1F1F' font ',12.5'
plot \
  'rates.dat' using 1:2 with lines linewidth 2 linecolor rgb '#0072B2' dashtype 1, \
  'rates.dat' using 1:3 with lines linewidth 2 linecolor rgb '#D55E00' dashtype 1, \
  'rates.dat' using 1:4 with lines linewidth 2 linecolor rgb '#CC79A7' dashtype 1, \
  'rates.dat' using 1:5 with lines linewidth 2 linecolor rgb '#009E73' dashtype 1, \
  'rates.dat' using 6:7 with lines linewidth 1.5 linecolor rgb '#000000' dashtype (9, 6)

# Panel 2: Moons: higher is better
unset label
unset arrow
unset object
set lmargin at screen 0.38997; set rmargin at screen 0.64751
set tmargin at screen 0.75758; set bmargin at screen 0.22235
set logscale x
set xrange [0.001:10]
set xtics ('0.001' 0.001, '0.01' 0.01, '0.1' 0.1, '1' 1, '10' 10)
unset logscale y
set yrange [50:100]
set ytics ('50' 50, '60' 60, '70' 70, '80' 80, '90' 90, '100' 100)
set xtics offset 0,0.5
set grid noxtics ytics
unset colorbox
set label 'training accuracy (%)' at screen 0.35588, screen 0.79477 left textcolor rgb '#4A4A4A' font ',12.5'
set label 'Moons: higher is better' at screen 0.35588, screen 0.84573 left textcolor rgb '#1F1F1F' font 'Arial:Bold,13.5'
set label 'learning rate η' at screen 0.51874, screen 0.12317 center textcolor rgb '#4A4A4A' font ',12.5'
plot \
  'rates.dat' using 8:9 with lines linewidth 2 linecolor rgb '#0072B2' dashtype 1, \
  'rates.dat' using 10:11 with lines linewidth 2 linecolor rgb '#D55E00' dashtype 1, \
  'rates.dat' using 12:13 with lines linewidth 2 linecolor rgb '#CC79A7' dashtype 1, \
  'rates.dat' using 12:14 with lines linewidth 2 linecolor rgb '#009E73' dashtype 1

# Panel 3: Digits: higher is better
unset label
unset arrow
unset object
set lmargin at screen 0.72072; set rmargin at screen 0.97826
set tmargin at screen 0.75758; set bmargin at screen 0.22235
set logscale x
set xrange [0.001:10]
set xtics ('0.001' 0.001, '0.01' 0.01, '0.1' 0.1, '1' 1, '10' 10)
unset logscale y
set yrange [80:100]
set ytics ('80' 80, '85' 85, '90' 90, '95' 95, '100' 100)
set xtics offset 0,0.5
set grid noxtics ytics
unset colorbox
set label 'test accuracy (%)' at screen 0.68664, screen 0.79477 left textcolor rgb '#4A4A4A' font ',12.5'
set label 'Digits: higher is better' at screen 0.68664, screen 0.84573 left textcolor rgb '#1F1F1F' font 'Arial:Bold,13.5'
set label 'learning rate η' at screen 0.84949, screen 0.12317 center textcolor rgb '#4A4A4A' font ',12.5'
plot \
  'rates.dat' using 15:16:17 with filledcurves linecolor rgb '#0072B2' fillstyle transparent solid 0.18 noborder, \
  'rates.dat' using 18:19:20 with filledcurves linecolor rgb '#D55E00' fillstyle transparent solid 0.18 noborder, \
  'rates.dat' using 21:22:23 with filledcurves linecolor rgb '#CC79A7' fillstyle transparent solid 0.18 noborder, \
  'rates.dat' using 21:24:25 with filledcurves linecolor rgb '#009E73' fillstyle transparent solid 0.18 noborder, \
  'rates.dat' using 15:26 with lines linewidth 2 linecolor rgb '#0072B2' dashtype 1, \
  'rates.dat' using 18:27 with lines linewidth 2 linecolor rgb '#D55E00' dashtype 1, \
  'rates.dat' using 21:28 with lines linewidth 2 linecolor rgb '#CC79A7' dashtype 1, \
  'rates.dat' using 21:29 with lines linewidth 2 linecolor rgb '#009E73' dashtype 1
unset multiplot
unset output
