# The proximal step lands on zero and stays; L1 in the loss jumps across it for ever
# gnuplot descent.gp draws descent.svg
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

set terminal svg size 800,334 font 'Arial,13' enhanced background '#ffffff'
set output 'descent.svg'
set multiplot

# Panel 1: η = 0.1
set lmargin at screen 0.05468; set rmargin at screen 0.38258
set tmargin at screen 0.73653; set bmargin at screen 0.17104
unset logscale x
set xrange [0:40]
set xtics ('0' 0, '10' 10, '20' 20, '30' 30, '40' 40)
unset logscale y
set yrange [-0.1546425347256961:1.5636400974894498]
set ytics ('0.0' 0, '0.2' 0.2, '0.4' 0.4, '0.6' 0.6, '0.8' 0.8, '1.0' 1, '1.2' 1.2, '1.4' 1.4)
set xtics offset 0,0.5
set grid noxtics ytics
unset colorbox
set label 'The proximal step lands on zero and stays; L1 in the loss jumps across it for ever' at screen 0.02, screen 0.91916 left textcolor rgb '#1F1F1F' font 'Arial:Bold,17'
set label 'θ₂' at screen 0.02, screen 0.77695 left textcolor rgb '#4A4A4A' font ',12.5'
set label 'η = 0.1' at screen 0.02, screen 0.83234 left textcolor rgb '#1F1F1F' font 'Arial:Bold,13.5'
set label 'L1 in the loss' at screen 0.39133, screen 0.27432 left textcolor rgb '#A46086' font ',12.5'
set label 'proximal' at screen 0.39133, screen 0.22193 left textcolor rgb '#BF5400' font ',12.5'
set label 'step' at screen 0.21863, screen 0.06326 center textcolor rgb '#4A4A4A' font ',12.5'
set arrow from graph 0, first 0 to graph 1, first 0 nohead back linewidth 1 linecolor rgb '#8C8C8C' dashtype 1
plot \
  'descent.dat' using 1:2 with lines linewidth 2 linecolor rgb '#CC79A7' dashtype 1, \
  'descent.dat' using 1:3 with lines linewidth 2 linecolor rgb '#D55E00' dashtype 1

# Panel 2: how far it jumps, by learning rate
unset label
unset arrow
unset object
set lmargin at screen 0.56223; set rmargin at screen 0.89013
set tmargin at screen 0.73653; set bmargin at screen 0.17104
set logscale x
set xrange [0.0008427259403604293:0.35598761783895205]
set xtics ('0.001' 0.001, '0.01' 0.01, '0.1' 0.1)
set logscale y
set yrange [0.001985078455427638:1.360147752658144]
set ytics ('0.01' 0.01, '0.1' 0.1, '1' 1)
set xtics offset 0,0.5
set grid noxtics ytics
unset colorbox
set label 'largest |θ₂| after the first crossing' at screen 0.51865, screen 0.77695 left textcolor rgb '#4A4A4A' font ',12.5'
set label 'how far it jumps, by learning rate' at screen 0.51865, screen 0.83234 left textcolor rgb '#1F1F1F' font 'Arial:Bold,13.5'
set label 'η (λ + a₂c₂)' at screen 0.89888, screen 0.71558 left textcolor rgb '#000000' font ',12.5'
set label 'learning rate η' at screen 0.72618, screen 0.06326 center textcolor rgb '#4A4A4A' font ',12.5'
plot \
  'descent.dat' using 4:5 with points pointtype 7 pointsize 0.65 linecolor rgb '#CC79A7', \
  'descent.dat' using 6:7 with lines linewidth 2 linecolor rgb '#000000' dashtype (9, 6)
unset multiplot
unset output
