# The ratio is the learning rate in the network's own unit
# gnuplot ratio.gp draws ratio.svg

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
set output 'ratio.svg'
family = 'Arial&#44; Helvetica&#44; sans-serif'
set multiplot

# Panel 1: in the first step
set lmargin at screen 0.0757; set rmargin at screen 0.44723
set tmargin at screen 0.76963; set bmargin at screen 0.20943
set logscale x
set xrange [0.00023519868667802764:1.2755173263815087]
set xtics ('0.001' 0.001, '0.01' 0.01, '0.1' 0.1, '1' 1)
set logscale y
set yrange [0.00011605672171755971:0.6389242532620062]
set ytics ('0.001' 0.001, '0.01' 0.01, '0.1' 0.1)
set xtics offset 0,0.5
set grid noxtics ytics
unset colorbox
set label 'The ratio is the learning rate in the network''s own unit' at screen 0.02, screen 0.92932 left textcolor rgb '#1F1F1F' font family.':Bold,17'
set label 'update / weights' at screen 0.02, screen 0.80497 left textcolor rgb '#4A4A4A' font ',12.5'
set label 'in the first step' at screen 0.02, screen 0.8534 left textcolor rgb '#1F1F1F' font family.':Bold,13.5'
set label 'learning rate' at screen 0.26146, screen 0.11519 center textcolor rgb '#4A4A4A' font ',12.5'
set label '' at screen 0.0907, screen 0.05629 front point pointtype 6 pointsize 1.3 linecolor rgb '#0072B2'
set label 'gradient descent' at screen 0.1132, screen 0.05629 left front textcolor rgb '#1F1F1F' font ',12.5'
set label '' at screen 0.28508, screen 0.05629 front point pointtype 7 pointsize 0.78 linecolor rgb '#D55E00'
set label 'momentum' at screen 0.30758, screen 0.05629 left front textcolor rgb '#1F1F1F' font ',12.5'
set label '' at screen 0.43664, screen 0.05629 front point pointtype 7 pointsize 0.78 linecolor rgb '#009E73'
set label 'Adam' at screen 0.45914, screen 0.05629 left front textcolor rgb '#1F1F1F' font ',12.5'
plot \
  'ratio.dat' using 1:2 with lines linewidth 1.5 linecolor rgb '#000000' dashtype (9, 6), \
  'ratio.dat' using 3:4 with lines linewidth 1.5 linecolor rgb '#000000' dashtype (9, 6), \
  'ratio.dat' using 5:6 with points pointtype 6 pointsize 1.3 linecolor rgb '#0072B2', \
  'ratio.dat' using 7:8 with points pointtype 7 pointsize 0.78 linecolor rgb '#D55E00', \
  'ratio.dat' using 1:9 with points pointtype 7 pointsize 0.78 linecolor rgb '#009E73'

# Panel 2: at each rule's best rate
unset label
unset arrow
unset object
set lmargin at screen 0.50473; set rmargin at screen 0.87625
set tmargin at screen 0.76963; set bmargin at screen 0.20943
set logscale x
set xrange [1:310]
set xtics ('1' 1, '10' 10, '100' 100)
set logscale y
set yrange [0.00011605672171755971:0.6389242532620062]
set ytics ('' 0.001, '' 0.01, '' 0.1)
set xtics offset 0,0.5
set grid noxtics ytics
unset colorbox
set label 'at each rule''s best rate' at screen 0.49223, screen 0.8534 left textcolor rgb '#1F1F1F' font family.':Bold,13.5'
set label 'a thousandth' at screen 0.885, screen 0.3495 left textcolor rgb '#717171' font ',12.5'
set label 'step' at screen 0.69049, screen 0.11519 center textcolor rgb '#4A4A4A' font ',12.5'
set arrow from graph 0, first 0.001 to graph 1, first 0.001 nohead back linewidth 1 linecolor rgb '#8C8C8C' dashtype solid
plot \
  'ratio.dat' using 10:11 with lines linewidth 2 linecolor rgb '#0072B2' dashtype solid, \
  'ratio.dat' using 10:12 with lines linewidth 2 linecolor rgb '#D55E00' dashtype solid, \
  'ratio.dat' using 10:13 with lines linewidth 2 linecolor rgb '#009E73' dashtype solid
unset multiplot
unset output
