# By steps the runs lie far apart, by distance they keep together
# gnuplot distance.gp draws distance.svg

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

set terminal svg size 800,412 fixed font 'Arial&#44; Helvetica&#44; sans-serif,13' fontscale 1 linewidth 1 dashlength 1 butt enhanced background '#ffffff'
set output 'distance.svg'
family = 'Arial&#44; Helvetica&#44; sans-serif'
set multiplot

# Panel 1
set lmargin at screen 0.0613; set rmargin at screen 0.4894
set tmargin at screen 0.79369; set bmargin at screen 0.19518
set logscale x
set xrange [1:3100]
set xtics ('1' 1, '10' 10, '100' 100, '1000' 1000)
unset logscale y
set yrange [0:100]
set ytics ('0' 0, '20' 20, '40' 40, '60' 60, '80' 80, '100' 100)
set xtics offset 0,0.5
set grid noxtics ytics
unset colorbox
set label 'By steps the runs lie far apart, by distance they keep together' at screen 0.02, screen 0.93447 left textcolor rgb '#1F1F1F' font family.':Bold,17'
set label 'test digits read (%)' at screen 0.02, screen 0.86772 left textcolor rgb '#4A4A4A' font ',12.5'
set label 'step' at screen 0.27535, screen 0.1078 center textcolor rgb '#4A4A4A' font ',12.5'
set arrow from screen 0.0613, screen 0.05319 to screen 0.0913, screen 0.05319 nohead front linewidth 2 linecolor rgb '#0072B2' dashtype solid
set label 'gradient descent' at screen 0.0988, screen 0.05319 left front textcolor rgb '#1F1F1F' font ',12.5'
set arrow from screen 0.25568, screen 0.05319 to screen 0.28568, screen 0.05319 nohead front linewidth 2 linecolor rgb '#D55E00' dashtype solid
set label 'momentum' at screen 0.29317, screen 0.05319 left front textcolor rgb '#1F1F1F' font ',12.5'
set arrow from screen 0.40724, screen 0.05319 to screen 0.43724, screen 0.05319 nohead front linewidth 2 linecolor rgb '#009E73' dashtype solid
set label 'Adam' at screen 0.44474, screen 0.05319 left front textcolor rgb '#1F1F1F' font ',12.5'
plot \
  'distance.dat' using 1:2 with lines linewidth 2 linecolor rgb '#0072B2' dashtype solid, \
  'distance.dat' using 1:3 with lines linewidth 2 linecolor rgb '#0072B2' dashtype solid, \
  'distance.dat' using 1:4 with lines linewidth 2 linecolor rgb '#0072B2' dashtype solid, \
  'distance.dat' using 1:5 with lines linewidth 2 linecolor rgb '#0072B2' dashtype solid, \
  'distance.dat' using 1:6 with lines linewidth 2 linecolor rgb '#D55E00' dashtype solid, \
  'distance.dat' using 1:7 with lines linewidth 2 linecolor rgb '#D55E00' dashtype solid, \
  'distance.dat' using 1:8 with lines linewidth 2 linecolor rgb '#D55E00' dashtype solid, \
  'distance.dat' using 1:9 with lines linewidth 2 linecolor rgb '#D55E00' dashtype solid, \
  'distance.dat' using 1:10 with lines linewidth 2 linecolor rgb '#D55E00' dashtype solid, \
  'distance.dat' using 1:11 with lines linewidth 2 linecolor rgb '#009E73' dashtype solid, \
  'distance.dat' using 1:12 with lines linewidth 2 linecolor rgb '#009E73' dashtype solid, \
  'distance.dat' using 1:13 with lines linewidth 2 linecolor rgb '#009E73' dashtype solid, \
  'distance.dat' using 1:14 with lines linewidth 2 linecolor rgb '#009E73' dashtype solid, \
  'distance.dat' using 1:15 with lines linewidth 2 linecolor rgb '#009E73' dashtype solid

# Panel 2
unset label
unset arrow
unset object
set lmargin at screen 0.5469; set rmargin at screen 0.975
set tmargin at screen 0.79369; set bmargin at screen 0.19518
set logscale x
set xrange [0.003:5]
set xtics ('0.01' 0.01, '0.1' 0.1, '1' 1)
unset logscale y
set yrange [0:100]
set ytics ('' 0, '' 20, '' 40, '' 60, '' 80, '' 100)
set xtics offset 0,0.5
set grid noxtics ytics
unset colorbox
set label '310 steps of 1/1000' at screen 0.82368, screen 0.82403 center textcolor rgb '#000000' font ',12.5'
set label 'distance from the start / length' at screen 0.76095, screen 0.1078 center textcolor rgb '#4A4A4A' font ',12.5'
set arrow from first 0.3632139403766539, graph 0 to first 0.3632139403766539, graph 1 nohead back linewidth 1.5 linecolor rgb '#000000' dashtype (9, 6)
plot \
  'distance.dat' using 16:2 with lines linewidth 2 linecolor rgb '#0072B2' dashtype solid, \
  'distance.dat' using 17:3 with lines linewidth 2 linecolor rgb '#0072B2' dashtype solid, \
  'distance.dat' using 18:4 with lines linewidth 2 linecolor rgb '#0072B2' dashtype solid, \
  'distance.dat' using 19:5 with lines linewidth 2 linecolor rgb '#0072B2' dashtype solid, \
  'distance.dat' using 20:6 with lines linewidth 2 linecolor rgb '#D55E00' dashtype solid, \
  'distance.dat' using 21:7 with lines linewidth 2 linecolor rgb '#D55E00' dashtype solid, \
  'distance.dat' using 22:8 with lines linewidth 2 linecolor rgb '#D55E00' dashtype solid, \
  'distance.dat' using 23:9 with lines linewidth 2 linecolor rgb '#D55E00' dashtype solid, \
  'distance.dat' using 24:10 with lines linewidth 2 linecolor rgb '#D55E00' dashtype solid, \
  'distance.dat' using 25:11 with lines linewidth 2 linecolor rgb '#009E73' dashtype solid, \
  'distance.dat' using 26:12 with lines linewidth 2 linecolor rgb '#009E73' dashtype solid, \
  'distance.dat' using 27:13 with lines linewidth 2 linecolor rgb '#009E73' dashtype solid, \
  'distance.dat' using 28:14 with lines linewidth 2 linecolor rgb '#009E73' dashtype solid, \
  'distance.dat' using 29:15 with lines linewidth 2 linecolor rgb '#009E73' dashtype solid
unset multiplot
unset output
