# Real data: Adam climbs to 38 and bursts, too little to matter
# gnuplot tumours.gp draws tumours.svg

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

set terminal svg size 800,382 fixed font 'Arial&#44; Helvetica&#44; sans-serif,13' fontscale 1 linewidth 1 dashlength 1 butt enhanced background '#ffffff'
set output 'tumours.svg'
family = 'Arial&#44; Helvetica&#44; sans-serif'
set multiplot

# Panel 1: 10 starts
set lmargin at screen 0.0517; set rmargin at screen 0.42296
set tmargin at screen 0.76963; set bmargin at screen 0.20982
unset logscale x
set xrange [50:20000]
set xtics ('5,000' 5000, '10,000' 10000, '15,000' 15000, '20,000' 20000)
unset logscale y
set yrange [0:41.69044076869815]
set ytics ('0' 0, '10' 10, '20' 20, '30' 30, '40' 40)
set xtics offset 0,0.5
set grid noxtics ytics
unset colorbox
set label 'Real data: Adam climbs to 38 and bursts, too little to matter' at screen 0.02, screen 0.92932 left textcolor rgb '#1F1F1F' font family.':Bold,17'
set label 'curvature in Adam''s units' at screen 0.02, screen 0.80497 left textcolor rgb '#4A4A4A' font ',12.5'
set label '10 starts' at screen 0.02, screen 0.8534 left textcolor rgb '#1F1F1F' font family.':Bold,13.5'
set label '38' at screen 0.43171, screen 0.72008 left textcolor rgb '#000000' font ',12.5'
set label 'step' at screen 0.23733, screen 0.11558 center textcolor rgb '#4A4A4A' font ',12.5'
set arrow from graph 0, first 38.00000000000001 to graph 1, first 38.00000000000001 nohead back linewidth 2 linecolor rgb '#000000' dashtype (9, 6)
set arrow from screen 0.0517, screen 0.05668 to screen 0.0817, screen 0.05668 nohead front linewidth 1 linecolor rgb '#6656B4E9' dashtype solid
set label 'AMSGrad' at screen 0.0892, screen 0.05668 left front textcolor rgb '#1F1F1F' font ',12.5'
set arrow from screen 0.18545, screen 0.05668 to screen 0.21545, screen 0.05668 nohead front linewidth 1 linecolor rgb '#66E69F00' dashtype solid
set label 'ε = 0.004' at screen 0.22295, screen 0.05668 left front textcolor rgb '#1F1F1F' font ',12.5'
set arrow from screen 0.32233, screen 0.05668 to screen 0.35233, screen 0.05668 nohead front linewidth 1 linecolor rgb '#66009E73' dashtype solid
set label 'Adam' at screen 0.35983, screen 0.05668 left front textcolor rgb '#1F1F1F' font ',12.5'
plot \
  'tumours.dat' using 1:2 with lines linewidth 1 linecolor rgb '#6656B4E9' dashtype solid, \
  'tumours.dat' using 1:3 with lines linewidth 1 linecolor rgb '#6656B4E9' dashtype solid, \
  'tumours.dat' using 1:4 with lines linewidth 1 linecolor rgb '#6656B4E9' dashtype solid, \
  'tumours.dat' using 1:5 with lines linewidth 1 linecolor rgb '#6656B4E9' dashtype solid, \
  'tumours.dat' using 1:6 with lines linewidth 1 linecolor rgb '#6656B4E9' dashtype solid, \
  'tumours.dat' using 1:7 with lines linewidth 1 linecolor rgb '#6656B4E9' dashtype solid, \
  'tumours.dat' using 1:8 with lines linewidth 1 linecolor rgb '#6656B4E9' dashtype solid, \
  'tumours.dat' using 1:9 with lines linewidth 1 linecolor rgb '#6656B4E9' dashtype solid, \
  'tumours.dat' using 1:10 with lines linewidth 1 linecolor rgb '#6656B4E9' dashtype solid, \
  'tumours.dat' using 1:11 with lines linewidth 1 linecolor rgb '#6656B4E9' dashtype solid, \
  'tumours.dat' using 1:12 with lines linewidth 1 linecolor rgb '#66E69F00' dashtype solid, \
  'tumours.dat' using 1:13 with lines linewidth 1 linecolor rgb '#66E69F00' dashtype solid, \
  'tumours.dat' using 1:14 with lines linewidth 1 linecolor rgb '#66E69F00' dashtype solid, \
  'tumours.dat' using 1:15 with lines linewidth 1 linecolor rgb '#66E69F00' dashtype solid, \
  'tumours.dat' using 1:16 with lines linewidth 1 linecolor rgb '#66E69F00' dashtype solid, \
  'tumours.dat' using 1:17 with lines linewidth 1 linecolor rgb '#66E69F00' dashtype solid, \
  'tumours.dat' using 1:18 with lines linewidth 1 linecolor rgb '#66E69F00' dashtype solid, \
  'tumours.dat' using 1:19 with lines linewidth 1 linecolor rgb '#66E69F00' dashtype solid, \
  'tumours.dat' using 1:20 with lines linewidth 1 linecolor rgb '#66E69F00' dashtype solid, \
  'tumours.dat' using 1:21 with lines linewidth 1 linecolor rgb '#66E69F00' dashtype solid, \
  'tumours.dat' using 1:22 with lines linewidth 1 linecolor rgb '#66009E73' dashtype solid, \
  'tumours.dat' using 1:23 with lines linewidth 1 linecolor rgb '#66009E73' dashtype solid, \
  'tumours.dat' using 1:24 with lines linewidth 1 linecolor rgb '#66009E73' dashtype solid, \
  'tumours.dat' using 1:25 with lines linewidth 1 linecolor rgb '#66009E73' dashtype solid, \
  'tumours.dat' using 1:26 with lines linewidth 1 linecolor rgb '#66009E73' dashtype solid, \
  'tumours.dat' using 1:27 with lines linewidth 1 linecolor rgb '#66009E73' dashtype solid, \
  'tumours.dat' using 1:28 with lines linewidth 1 linecolor rgb '#66009E73' dashtype solid, \
  'tumours.dat' using 1:29 with lines linewidth 1 linecolor rgb '#66009E73' dashtype solid, \
  'tumours.dat' using 1:30 with lines linewidth 1 linecolor rgb '#66009E73' dashtype solid, \
  'tumours.dat' using 1:31 with lines linewidth 1 linecolor rgb '#66009E73' dashtype solid

# Panel 2: the first of them
unset label
unset arrow
unset object
set lmargin at screen 0.53561; set rmargin at screen 0.90688
set tmargin at screen 0.76963; set bmargin at screen 0.20982
unset logscale x
set xrange [12:19987]
set xtics ('5,000' 5000, '10,000' 10000, '15,000' 15000)
set logscale y
set yrange [1.5845216939753697e-08:28.864012192198697]
set ytics ('10^{−6}' 1e-06, '10^{−4}' 0.0001, '10^{−2}' 0.01, '10^{0}' 1)
set xtics offset 0,0.5
set grid noxtics ytics
unset colorbox
set label 'loss − least loss' at screen 0.48171, screen 0.80497 left textcolor rgb '#4A4A4A' font ',12.5'
set label 'the first of them' at screen 0.48171, screen 0.8534 left textcolor rgb '#1F1F1F' font family.':Bold,13.5'
set label 'least loss' at screen 0.91563, screen 0.62231 left textcolor rgb '#000000' font ',12.5'
set label 'step' at screen 0.72124, screen 0.11558 center textcolor rgb '#4A4A4A' font ',12.5'
set arrow from graph 0, first 0.10551000886103823 to graph 1, first 0.10551000886103823 nohead back linewidth 2 linecolor rgb '#000000' dashtype (2, 4)
plot \
  'tumours.dat' using 32:33 with lines linewidth 1.5 linecolor rgb '#56B4E9' dashtype solid, \
  'tumours.dat' using 32:34 with lines linewidth 1.5 linecolor rgb '#E69F00' dashtype solid, \
  'tumours.dat' using 32:35 with lines linewidth 1.5 linecolor rgb '#009E73' dashtype solid
unset multiplot
unset output
