# On real data, too, Adam climbs to the limit of stability, and bursts there
# gnuplot tumours.gp draws tumours.svg
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

set terminal svg size 800,331 font 'Arial,13' enhanced background '#ffffff'
set output 'tumours.svg'
set multiplot

# Panel 1: seed 0
set lmargin at screen 0.06865; set rmargin at screen 0.39054
set tmargin at screen 0.73414; set bmargin at screen 0.17398
unset logscale x
set xrange [12:19987]
set xtics ('5 000' 5000, '10 000' 10000, '15 000' 15000)
set logscale y
set yrange [1.5393933813694727e-08:28.896106999894613]
set ytics ('10^{−6}' 1e-06, '10^{−4}' 0.0001, '10^{−2}' 0.01, '10^{0}' 1)
set xtics offset 0,0.5
set grid noxtics ytics
unset colorbox
set label 'On real data, too, Adam climbs to the limit of stability, and bursts there' at screen 0.02, screen 0.91843 left textcolor rgb '#1F1F1F' font 'Arial:Bold,17'
set label 'loss − least loss' at screen 0.02, screen 0.77492 left textcolor rgb '#4A4A4A' font ',12.5'
set label 'seed 0' at screen 0.02, screen 0.83082 left textcolor rgb '#1F1F1F' font 'Arial:Bold,13.5'
set label 'AMSGrad' at screen 0.39929, screen 0.45256 left textcolor rgb '#397BA0' font ',12.5'
set label 'Adam, ε = 0.004' at screen 0.39929, screen 0.24727 left textcolor rgb '#A46086' font ',12.5'
set label 'Adam, ε = 1 × 10⁻⁸' at screen 0.39929, screen 0.19473 left textcolor rgb '#008661' font ',12.5'
set label 'step' at screen 0.22959, screen 0.06522 center textcolor rgb '#4A4A4A' font ',12.5'
plot \
  'tumours.dat' using 1:2 with lines linewidth 2 linecolor rgb '#56B4E9' dashtype 1, \
  'tumours.dat' using 1:3 with lines linewidth 2 linecolor rgb '#CC79A7' dashtype 1, \
  'tumours.dat' using 1:4 with lines linewidth 2 linecolor rgb '#009E73' dashtype 1

# Panel 2: Adam, 10 seeds
unset label
unset arrow
unset object
set lmargin at screen 0.607; set rmargin at screen 0.9289
set tmargin at screen 0.73414; set bmargin at screen 0.17398
unset logscale x
set xrange [50:20000]
set xtics ('5 000' 5000, '10 000' 10000, '15 000' 15000, '20 000' 20000)
unset logscale y
set yrange [0:41.66516690147072]
set ytics ('0' 0, '10' 10, '20' 20, '30' 30, '40' 40)
set xtics offset 0,0.5
set grid noxtics ytics
unset colorbox
set label 'largest curvature times η, in Adam''s units' at screen 0.5767, screen 0.77492 left textcolor rgb '#4A4A4A' font ',12.5'
set label 'Adam, 10 seeds' at screen 0.5767, screen 0.83082 left textcolor rgb '#1F1F1F' font 'Arial:Bold,13.5'
set label 'limit 38' at screen 0.93765, screen 0.68486 left textcolor rgb '#000000' font ',12.5'
set label 'step' at screen 0.76795, screen 0.06522 center textcolor rgb '#4A4A4A' font ',12.5'
set arrow from graph 0, first 38.00000000000001 to graph 1, first 38.00000000000001 nohead back linewidth 2 linecolor rgb '#000000' dashtype (9, 6)
plot \
  'tumours.dat' using 5:6 with lines linewidth 1 linecolor rgb '#A6009E73' dashtype 1, \
  'tumours.dat' using 5:7 with lines linewidth 1 linecolor rgb '#A6009E73' dashtype 1, \
  'tumours.dat' using 5:8 with lines linewidth 1 linecolor rgb '#A6009E73' dashtype 1, \
  'tumours.dat' using 5:9 with lines linewidth 1 linecolor rgb '#A6009E73' dashtype 1, \
  'tumours.dat' using 5:10 with lines linewidth 1 linecolor rgb '#A6009E73' dashtype 1, \
  'tumours.dat' using 5:11 with lines linewidth 1 linecolor rgb '#A6009E73' dashtype 1, \
  'tumours.dat' using 5:12 with lines linewidth 1 linecolor rgb '#A6009E73' dashtype 1, \
  'tumours.dat' using 5:13 with lines linewidth 1 linecolor rgb '#A6009E73' dashtype 1, \
  'tumours.dat' using 5:14 with lines linewidth 1 linecolor rgb '#A6009E73' dashtype 1, \
  'tumours.dat' using 5:15 with lines linewidth 1 linecolor rgb '#A6009E73' dashtype 1
unset multiplot
unset output
