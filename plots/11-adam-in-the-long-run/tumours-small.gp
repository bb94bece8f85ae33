# The thumbnail of tumours
# gnuplot tumours-small.gp draws tumours-small.svg

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

set terminal svg size 340,242 fixed font 'Arial&#44; Helvetica&#44; sans-serif,13' fontscale 1 linewidth 1 dashlength 1 butt enhanced background '#ffffff'
set output 'tumours-small.svg'
family = 'Arial&#44; Helvetica&#44; sans-serif'

set lmargin at screen 0.12165; set rmargin at screen 0.74265
set tmargin at screen 0.72727; set bmargin at screen 0.23868
unset logscale x
set xrange [50:20000]
set xtics ('10,000' 10000, '20,000' 20000)
unset logscale y
set yrange [0:41.69044076869815]
set ytics ('0' 0, '10' 10, '20' 20, '30' 30, '40' 40)
set xtics offset 0,0.5
set grid noxtics ytics
unset colorbox
set label 'curvature in Adam''s units' at screen 0.04706, screen 0.78306 left textcolor rgb '#4A4A4A' font ',12.5'
set label '10 starts' at screen 0.04706, screen 0.8595 left textcolor rgb '#1F1F1F' font family.':Bold,13.5'
set label 'AMSGrad' at screen 0.79559, screen 0.24535 left textcolor rgb '#397BA0' font ',12.5'
set label 'ε = 0.004' at screen 0.79559, screen 0.58678 left textcolor rgb '#9E6C00' font ',12.5'
set label 'Adam' at screen 0.79559, screen 0.65702 left textcolor rgb '#008661' font ',12.5'
set label '38' at screen 0.79559, screen 0.72727 left textcolor rgb '#000000' font ',12.5'
set label 'step' at screen 0.43215, screen 0.08992 center textcolor rgb '#4A4A4A' font ',12.5'
set arrow from screen 0.75147, screen 0.24535 to screen 0.78971, screen 0.24535 nohead linewidth 0.8 linecolor rgb '#66397BA0'
set arrow from screen 0.75147, screen 0.62666 to screen 0.78971, screen 0.58678 nohead linewidth 0.8 linecolor rgb '#669E6C00'
set arrow from screen 0.75147, screen 0.66724 to screen 0.78971, screen 0.65702 nohead linewidth 0.8 linecolor rgb '#66008661'
set arrow from screen 0.75147, screen 0.68402 to screen 0.78971, screen 0.72727 nohead linewidth 0.8 linecolor rgb '#66000000'
set arrow from graph 0, first 38.00000000000001 to graph 1, first 38.00000000000001 nohead back linewidth 2 linecolor rgb '#000000' dashtype (9, 6)
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
unset output
