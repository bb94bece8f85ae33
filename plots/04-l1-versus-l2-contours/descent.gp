# The proximal step lands on zero and stays; L1 in the loss jumps across it
# gnuplot descent.gp draws descent.svg

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

set terminal svg size 800,331 fixed font 'Arial&#44; Helvetica&#44; sans-serif,13' fontscale 1 linewidth 1 dashlength 1 butt enhanced background '#ffffff'
set output 'descent.svg'
family = 'Arial&#44; Helvetica&#44; sans-serif'
set multiplot

# Panel 1: η = 0.1
set lmargin at screen 0.0565; set rmargin at screen 0.37817
set tmargin at screen 0.73414; set bmargin at screen 0.17438
unset logscale x
set xrange [0:40]
set xtics ('0' 0, '10' 10, '20' 20, '30' 30, '40' 40)
unset logscale y
set yrange [-0.1546425347256961:1.5636400974894498]
set ytics ('0.0' 0, '0.2' 0.2, '0.4' 0.4, '0.6' 0.6, '0.8' 0.8, '1.0' 1, '1.2' 1.2, '1.4' 1.4)
set xtics offset 0,0.5
set grid noxtics ytics
unset colorbox
set label 'The proximal step lands on zero and stays; L1 in the loss jumps across it' at screen 0.02, screen 0.91843 left textcolor rgb '#1F1F1F' font family.':Bold,17'
set label 'θ₂' at screen 0.02, screen 0.77492 left textcolor rgb '#4A4A4A' font ',12.5'
set label 'η = 0.1' at screen 0.02, screen 0.83082 left textcolor rgb '#1F1F1F' font family.':Bold,13.5'
set label 'L1 in the loss' at screen 0.38692, screen 0.27662 left textcolor rgb '#A46086' font ',12.5'
set label 'proximal' at screen 0.38692, screen 0.22475 left textcolor rgb '#BF5400' font ',12.5'
set label 'step' at screen 0.21733, screen 0.06562 center textcolor rgb '#4A4A4A' font ',12.5'
set arrow from graph 0, first 0 to graph 1, first 0 nohead back linewidth 1 linecolor rgb '#8C8C8C' dashtype solid
plot \
  'descent.dat' using 1:2 with lines linewidth 2 linecolor rgb '#CC79A7' dashtype solid, \
  'descent.dat' using 1:3 with lines linewidth 2 linecolor rgb '#D55E00' dashtype solid

# Panel 2: how far it jumps, by learning rate
unset label
unset arrow
unset object
set lmargin at screen 0.56802; set rmargin at screen 0.88969
set tmargin at screen 0.73414; set bmargin at screen 0.17438
set logscale x
set xrange [0.0008427259403604293:0.35598761783895205]
set xtics ('0.001' 0.001, '0.01' 0.01, '0.1' 0.1)
set logscale y
set yrange [0.001985078455427638:1.360147752658144]
set ytics ('0.01' 0.01, '0.1' 0.1, '1' 1)
set xtics offset 0,0.5
set grid noxtics ytics
unset colorbox
set label 'largest |θ₂| after the first crossing' at screen 0.52192, screen 0.77492 left textcolor rgb '#4A4A4A' font ',12.5'
set label 'how far it jumps, by learning rate' at screen 0.52192, screen 0.83082 left textcolor rgb '#1F1F1F' font family.':Bold,13.5'
set label 'η (λ + a₂c₂)' at screen 0.89844, screen 0.71341 left textcolor rgb '#000000' font ',12.5'
set label 'learning rate η' at screen 0.72885, screen 0.06562 center textcolor rgb '#4A4A4A' font ',12.5'
plot \
  'descent.dat' using 4:5 with points pointtype 7 pointsize 0.65 linecolor rgb '#CC79A7', \
  'descent.dat' using 6:7 with lines linewidth 2 linecolor rgb '#000000' dashtype (9, 6)
unset multiplot
unset output
