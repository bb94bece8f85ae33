# The nearer to zero the start, the longer the plateau
# gnuplot plateaus.gp draws plateaus.svg

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

set terminal svg size 800,405 fixed font 'Arial&#44; Helvetica&#44; sans-serif,13' fontscale 1 linewidth 1 dashlength 1 butt enhanced background '#ffffff'
set output 'plateaus.svg'
family = 'Arial&#44; Helvetica&#44; sans-serif'
set multiplot

# Panel 1: 2 hidden layers
set lmargin at screen 0.0565; set rmargin at screen 0.4678
set tmargin at screen 0.78272; set bmargin at screen 0.19776
unset logscale x
set xrange [0:2456]
set xtics ('0' 0, '500' 500, '1000' 1000, '1500' 1500, '2000' 2000)
unset logscale y
set yrange [0.9432292180238401:2.3558652845714225]
set ytics ('1.0' 1, '1.2' 1.2, '1.4' 1.4, '1.6' 1.6, '1.8' 1.8, '2.0' 2, '2.2' 2.2)
set xtics offset 0,0.5
set grid noxtics ytics
unset colorbox
set label 'The nearer to zero the start, the longer the plateau' at screen 0.02, screen 0.93333 left textcolor rgb '#1F1F1F' font family.':Bold,17'
set label 'training loss' at screen 0.02, screen 0.81605 left textcolor rgb '#4A4A4A' font ',12.5'
set label '2 hidden layers' at screen 0.02, screen 0.86173 left textcolor rgb '#1F1F1F' font family.':Bold,13.5'
set label 'step' at screen 0.26215, screen 0.10887 center textcolor rgb '#4A4A4A' font ',12.5'
set arrow from screen 0.0565, screen 0.05331 to screen 0.0865, screen 0.05331 nohead front linewidth 2 linecolor rgb '#0072B2' dashtype solid
set label 's = 0.2' at screen 0.094, screen 0.05331 left front textcolor rgb '#1F1F1F' font ',12.5'
set arrow from screen 0.17306, screen 0.05331 to screen 0.20306, screen 0.05331 nohead front linewidth 2 linecolor rgb '#CC79A7' dashtype solid
set label 's = 0.1' at screen 0.21056, screen 0.05331 left front textcolor rgb '#1F1F1F' font ',12.5'
set arrow from screen 0.28962, screen 0.05331 to screen 0.31963, screen 0.05331 nohead front linewidth 2 linecolor rgb '#E69F00' dashtype solid
set label 's = 0.05' at screen 0.32713, screen 0.05331 left front textcolor rgb '#1F1F1F' font ',12.5'
set arrow from screen 0.41619, screen 0.05331 to screen 0.44619, screen 0.05331 nohead front linewidth 2 linecolor rgb '#56B4E9' dashtype solid
set label 's = 0.025' at screen 0.45369, screen 0.05331 left front textcolor rgb '#1F1F1F' font ',12.5'
set label '' at screen 0.56775, screen 0.05331 front point pointtype 7 pointsize 0.845 linecolor rgb '#009E73'
set label '1 hidden layer' at screen 0.59025, screen 0.05331 left front textcolor rgb '#1F1F1F' font ',12.5'
set label '' at screen 0.7415, screen 0.05331 front point pointtype 7 pointsize 0.845 linecolor rgb '#D55E00'
set label '2 hidden layers' at screen 0.764, screen 0.05331 left front textcolor rgb '#1F1F1F' font ',12.5'
plot \
  'plateaus.dat' using 1:2 with lines linewidth 2 linecolor rgb '#0072B2' dashtype solid, \
  'plateaus.dat' using 3:4 with lines linewidth 2 linecolor rgb '#CC79A7' dashtype solid, \
  'plateaus.dat' using 5:6 with lines linewidth 2 linecolor rgb '#E69F00' dashtype solid, \
  'plateaus.dat' using 7:8 with lines linewidth 2 linecolor rgb '#56B4E9' dashtype solid

# Panel 2: length of the plateau
unset label
unset arrow
unset object
set lmargin at screen 0.5637; set rmargin at screen 0.975
set tmargin at screen 0.78272; set bmargin at screen 0.19776
set logscale x
set xrange [3.2354828673066627:15453643.876538862]
set xtics ('10^{2}' 100, '10^{4}' 10000, '10^{6}' 1000000)
set logscale y
set yrange [112.45448982568573:2100.879508675435]
set ytics ('200' 200, '500' 500, '1000' 1000, '2000' 2000)
set xtics offset 0,0.25
set grid noxtics ytics
unset colorbox
set label 'steps' at screen 0.5128, screen 0.81605 left textcolor rgb '#4A4A4A' font ',12.5'
set label 'length of the plateau' at screen 0.5128, screen 0.86173 left textcolor rgb '#1F1F1F' font family.':Bold,13.5'
set label '1/s' at screen 0.76935, screen 0.10887 center textcolor rgb '#4A4A4A' font ',12.5'
plot \
  'plateaus.dat' using 9:10 with lines linewidth 1 linecolor rgb '#000000' dashtype (9, 6), \
  'plateaus.dat' using 9:11 with points pointtype 7 pointsize 0.845 linecolor rgb '#009E73', \
  'plateaus.dat' using 12:13 with lines linewidth 1 linecolor rgb '#000000' dashtype (9, 6), \
  'plateaus.dat' using 12:14 with points pointtype 7 pointsize 0.845 linecolor rgb '#D55E00'
unset multiplot
unset output
