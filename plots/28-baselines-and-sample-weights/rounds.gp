# Deeper trees overfit sooner: the validation part says when to stop
# gnuplot rounds.gp draws rounds.svg

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

set terminal svg size 920,375 fixed font 'Arial&#44; Helvetica&#44; sans-serif,13' fontscale 1 linewidth 1 dashlength 1 butt enhanced background '#ffffff'
set output 'rounds.svg'
family = 'Arial&#44; Helvetica&#44; sans-serif'
set multiplot

# Panel 1: depth 1
set lmargin at screen 0.05748; set rmargin at screen 0.33107
set tmargin at screen 0.76533; set bmargin at screen 0.21493
set logscale x
set xrange [1:200]
set xtics ('1' 1, '10' 10, '100' 100)
set logscale y
set yrange [0.005:0.8]
set ytics ('0.01' 0.01, '0.1' 0.1)
set xtics offset 0,0.5
set grid noxtics ytics
unset colorbox
set label 'Deeper trees overfit sooner: the validation part says when to stop' at screen 0.01739, screen 0.928 left textcolor rgb '#1F1F1F' font family.':Bold,17'
set label 'log loss' at screen 0.01739, screen 0.80133 left textcolor rgb '#4A4A4A' font ',12.5'
set label 'depth 1' at screen 0.01739, screen 0.85067 left textcolor rgb '#1F1F1F' font family.':Bold,13.5'
set label 'round' at screen 0.19428, screen 0.11893 center textcolor rgb '#4A4A4A' font ',12.5'
set arrow from first 185, graph 0 to first 185, graph 1 nohead back linewidth 1 linecolor rgb '#8C8C8C' dashtype solid
set arrow from screen 0.05748, screen 0.05893 to screen 0.08357, screen 0.05893 nohead front linewidth 2 linecolor rgb '#0072B2' dashtype solid
set label 'straight line, test' at screen 0.09009, screen 0.05893 left front textcolor rgb '#1F1F1F' font ',12.5'
set arrow from screen 0.22759, screen 0.05893 to screen 0.25367, screen 0.05893 nohead front linewidth 2 linecolor rgb '#E69F00' dashtype solid
set label 'training' at screen 0.2602, screen 0.05893 left front textcolor rgb '#1F1F1F' font ',12.5'
set arrow from screen 0.33302, screen 0.05893 to screen 0.35911, screen 0.05893 nohead front linewidth 2 linecolor rgb '#000000' dashtype (2, 4)
set label 'validation' at screen 0.36563, screen 0.05893 left front textcolor rgb '#1F1F1F' font ',12.5'
set arrow from screen 0.45286, screen 0.05893 to screen 0.47895, screen 0.05893 nohead front linewidth 3 linecolor rgb '#009E73' dashtype solid
set label 'test' at screen 0.48547, screen 0.05893 left front textcolor rgb '#1F1F1F' font ',12.5'
plot \
  'rounds.dat' using 1:2 with lines linewidth 2 linecolor rgb '#0072B2' dashtype solid, \
  'rounds.dat' using 3:4 with lines linewidth 2 linecolor rgb '#E69F00' dashtype solid, \
  'rounds.dat' using 3:5 with lines linewidth 2 linecolor rgb '#000000' dashtype (2, 4), \
  'rounds.dat' using 3:6 with lines linewidth 3 linecolor rgb '#009E73' dashtype solid

# Panel 2: depth 2
unset label
unset arrow
unset object
set lmargin at screen 0.38107; set rmargin at screen 0.65467
set tmargin at screen 0.76533; set bmargin at screen 0.21493
set logscale x
set xrange [1:200]
set xtics ('1' 1, '10' 10, '100' 100)
set logscale y
set yrange [0.005:0.8]
set ytics ('' 0.01, '' 0.1)
set xtics offset 0,0.5
set grid noxtics ytics
unset colorbox
set label 'depth 2' at screen 0.3702, screen 0.85067 left textcolor rgb '#1F1F1F' font family.':Bold,13.5'
set label 'round' at screen 0.51787, screen 0.11893 center textcolor rgb '#4A4A4A' font ',12.5'
set arrow from first 65.5, graph 0 to first 65.5, graph 1 nohead back linewidth 1 linecolor rgb '#8C8C8C' dashtype solid
plot \
  'rounds.dat' using 1:2 with lines linewidth 2 linecolor rgb '#0072B2' dashtype solid, \
  'rounds.dat' using 3:7 with lines linewidth 2 linecolor rgb '#E69F00' dashtype solid, \
  'rounds.dat' using 3:8 with lines linewidth 2 linecolor rgb '#000000' dashtype (2, 4), \
  'rounds.dat' using 3:9 with lines linewidth 3 linecolor rgb '#009E73' dashtype solid

# Panel 3: depth 3
unset label
unset arrow
unset object
set lmargin at screen 0.70467; set rmargin at screen 0.97826
set tmargin at screen 0.76533; set bmargin at screen 0.21493
set logscale x
set xrange [1:200]
set xtics ('1' 1, '10' 10, '100' 100)
set logscale y
set yrange [0.005:0.8]
set ytics ('' 0.01, '' 0.1)
set xtics offset 0,0.5
set grid noxtics ytics
unset colorbox
set label 'depth 3' at screen 0.6938, screen 0.85067 left textcolor rgb '#1F1F1F' font family.':Bold,13.5'
set label 'round' at screen 0.84146, screen 0.11893 center textcolor rgb '#4A4A4A' font ',12.5'
set arrow from first 43.5, graph 0 to first 43.5, graph 1 nohead back linewidth 1 linecolor rgb '#8C8C8C' dashtype solid
plot \
  'rounds.dat' using 1:2 with lines linewidth 2 linecolor rgb '#0072B2' dashtype solid, \
  'rounds.dat' using 3:10 with lines linewidth 2 linecolor rgb '#E69F00' dashtype solid, \
  'rounds.dat' using 3:11 with lines linewidth 2 linecolor rgb '#000000' dashtype (2, 4), \
  'rounds.dat' using 3:12 with lines linewidth 3 linecolor rgb '#009E73' dashtype solid
unset multiplot
unset output
