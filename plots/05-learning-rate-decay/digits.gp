# Decay rescues a rate that is too high and costs at one that is low
# gnuplot digits.gp draws digits.svg
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

set terminal svg size 800,387 font 'Arial,13' enhanced background '#ffffff'
set output 'digits.svg'
set multiplot

# Panel 1
set lmargin at screen 0.06357; set rmargin at screen 0.47719
set tmargin at screen 0.82429; set bmargin at screen 0.20868
set logscale x
set xrange [0.1:1]
set xtics ('0.1' 0.1, '0.2' 0.2, '0.3' 0.3, '0.5' 0.5, '0.7' 0.7, '1' 1)
set logscale y
set yrange [0.0054163645121457936:2.9582551224951064]
set ytics ('0.01' 0.01, '0.1' 0.1, '1' 1)
set xtics offset 0,0.5
set grid noxtics ytics
unset colorbox
set label 'Decay rescues a rate that is too high and costs at one that is low' at screen 0.02, screen 0.93023 left textcolor rgb '#1F1F1F' font 'Arial:Bold,17'
set label 'training loss' at screen 0.02, screen 0.85917 left textcolor rgb '#4A4A4A' font ',12.5'
set label 'first learning rate' at screen 0.27038, screen 0.11565 center textcolor rgb '#4A4A4A' font ',12.5'
set arrow from screen 0.06357, screen 0.05751 to screen 0.09357, screen 0.05751 nohead front linewidth 2 linecolor rgb '#0072B2' dashtype 1
set label 'constant' at screen 0.10107, screen 0.05751 left front textcolor rgb '#1F1F1F' font ',12.5'
set arrow from screen 0.18618, screen 0.05751 to screen 0.21618, screen 0.05751 nohead front linewidth 2 linecolor rgb '#56B4E9' dashtype 1
set label '1/(1 + e)' at screen 0.22368, screen 0.05751 left front textcolor rgb '#1F1F1F' font ',12.5'
set arrow from screen 0.30826, screen 0.05751 to screen 0.33826, screen 0.05751 nohead front linewidth 2 linecolor rgb '#E69F00' dashtype 1
set label 'staircase' at screen 0.34576, screen 0.05751 left front textcolor rgb '#1F1F1F' font ',12.5'
plot \
  'digits.dat' using 1:2:3 with filledcurves linecolor rgb '#0072B2' fillstyle transparent solid 0.18 noborder, \
  'digits.dat' using 1:4:5 with filledcurves linecolor rgb '#56B4E9' fillstyle transparent solid 0.18 noborder, \
  'digits.dat' using 1:6:7 with filledcurves linecolor rgb '#E69F00' fillstyle transparent solid 0.18 noborder, \
  'digits.dat' using 1:8 with lines linewidth 2 linecolor rgb '#0072B2' dashtype 1, \
  'digits.dat' using 1:9 with lines linewidth 2 linecolor rgb '#56B4E9' dashtype 1, \
  'digits.dat' using 1:10 with lines linewidth 2 linecolor rgb '#E69F00' dashtype 1

# Panel 2
unset label
unset arrow
unset object
set lmargin at screen 0.56139; set rmargin at screen 0.975
set tmargin at screen 0.82429; set bmargin at screen 0.20868
set logscale x
set xrange [0.1:1]
set xtics ('0.1' 0.1, '0.2' 0.2, '0.3' 0.3, '0.5' 0.5, '0.7' 0.7, '1' 1)
unset logscale y
set yrange [80:100]
set ytics ('80' 80, '85' 85, '90' 90, '95' 95, '100' 100)
set xtics offset 0,0.5
set grid noxtics ytics
unset colorbox
set label 'test accuracy (%)' at screen 0.52219, screen 0.85917 left textcolor rgb '#4A4A4A' font ',12.5'
set label 'first learning rate' at screen 0.76819, screen 0.11565 center textcolor rgb '#4A4A4A' font ',12.5'
plot \
  'digits.dat' using 1:11:12 with filledcurves linecolor rgb '#0072B2' fillstyle transparent solid 0.18 noborder, \
  'digits.dat' using 1:13:14 with filledcurves linecolor rgb '#56B4E9' fillstyle transparent solid 0.18 noborder, \
  'digits.dat' using 1:15:16 with filledcurves linecolor rgb '#E69F00' fillstyle transparent solid 0.18 noborder, \
  'digits.dat' using 1:17 with lines linewidth 2 linecolor rgb '#0072B2' dashtype 1, \
  'digits.dat' using 1:18 with lines linewidth 2 linecolor rgb '#56B4E9' dashtype 1, \
  'digits.dat' using 1:19 with lines linewidth 2 linecolor rgb '#E69F00' dashtype 1
unset multiplot
unset output
