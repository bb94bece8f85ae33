# Some wrong programs stick or explode, some learn as if right
# gnuplot sample.gp draws sample.svg

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

set terminal svg size 720,398 fixed font 'Arial&#44; Helvetica&#44; sans-serif,13' fontscale 1 linewidth 1 dashlength 1 butt enhanced background '#ffffff'
set output 'sample.svg'
family = 'Arial&#44; Helvetica&#44; sans-serif'

set lmargin at screen 0.08211; set rmargin at screen 0.75799
set tmargin at screen 0.82915; set bmargin at screen 0.14444
unset logscale x
set xrange [0:400]
set xtics ('0' 0, '50' 50, '100' 100, '150' 150, '200' 200, '250' 250, '300' 300, '350' 350, '400' 400)
set logscale y
set yrange [0.0001:30]
set ytics ('10^{−4}' 0.0001, '10^{−3}' 0.001, '10^{−2}' 0.01, '10^{−1}' 0.1, '10^{0}' 1, '10^{1}' 10)
set xtics offset 0,0.5
set grid noxtics ytics
unset colorbox
set label 'Some wrong programs stick or explode, some learn as if right' at screen 0.02222, screen 0.93216 left textcolor rgb '#1F1F1F' font family.':Bold,17'
set label 'loss on 20 digits' at screen 0.02222, screen 0.86307 left textcolor rgb '#4A4A4A' font ',12.5'
set label 'no bug' at screen 0.78299, screen 0.38072 left textcolor rgb '#000000' font ',12.5'
set label 'pixels from 0 to 16' at screen 0.78299, screen 0.75427 left textcolor rgb '#717171' font ',12.5'
set label 'softmax over the batch' at screen 0.78299, screen 0.58341 left textcolor rgb '#717171' font ',12.5'
set label 'softmax twice' at screen 0.78299, screen 0.66884 left textcolor rgb '#A46086' font ',12.5'
set label 'ReLU on the logits' at screen 0.78299, screen 0.62613 left textcolor rgb '#717171' font ',12.5'
set label 'labels shifted by one' at screen 0.78299, screen 0.71155 left textcolor rgb '#717171' font ',12.5'
set label 'hidden layer frozen' at screen 0.78299, screen 0.5407 left textcolor rgb '#008661' font ',12.5'
set label 'labels shuffled once' at screen 0.78299, screen 0.42343 left textcolor rgb '#0072B2' font ',12.5'
set label 'wrong sign of the step' at screen 0.10358, screen 0.82915 left textcolor rgb '#717171' font ',12.5'
set label 'step' at screen 0.42005, screen 0.05399 center textcolor rgb '#4A4A4A' font ',12.5'
set label 'gradients never cleared' at first 50, first 0.0004 left front textcolor rgb '#D55E00' font ',12.5'
set arrow from screen 0.76215, screen 0.38318 to screen 0.78021, screen 0.38072 nohead linewidth 0.8 linecolor rgb '#66000000'
set arrow from screen 0.76215, screen 0.68443 to screen 0.78021, screen 0.75427 nohead linewidth 0.8 linecolor rgb '#66717171'
set arrow from screen 0.76215, screen 0.63987 to screen 0.78021, screen 0.58341 nohead linewidth 0.8 linecolor rgb '#66717171'
set arrow from screen 0.76215, screen 0.67187 to screen 0.78021, screen 0.66884 nohead linewidth 0.8 linecolor rgb '#66A46086'
set arrow from screen 0.76215, screen 0.64031 to screen 0.78021, screen 0.62613 nohead linewidth 0.8 linecolor rgb '#66717171'
set arrow from screen 0.76215, screen 0.68423 to screen 0.78021, screen 0.71155 nohead linewidth 0.8 linecolor rgb '#66717171'
set arrow from screen 0.76215, screen 0.56418 to screen 0.78021, screen 0.5407 nohead linewidth 0.8 linecolor rgb '#66008661'
set arrow from screen 0.76215, screen 0.42098 to screen 0.78021, screen 0.42343 nohead linewidth 0.8 linecolor rgb '#660072B2'
set arrow from graph 0, first 0.1 to graph 1, first 0.1 nohead back linewidth 1 linecolor rgb '#8C8C8C' dashtype solid
set arrow from graph 0, first 1.461150171734475 to graph 1, first 1.461150171734475 nohead back linewidth 1 linecolor rgb '#CC79A7' dashtype (9, 6)
plot \
  'sample.dat' using 1:2 with lines linewidth 3 linecolor rgb '#000000' dashtype solid, \
  'sample.dat' using 1:3 with lines linewidth 2 linecolor rgb '#8C8C8C' dashtype solid, \
  'sample.dat' using 1:4 with lines linewidth 2 linecolor rgb '#8C8C8C' dashtype solid, \
  'sample.dat' using 1:5 with lines linewidth 2 linecolor rgb '#CC79A7' dashtype solid, \
  'sample.dat' using 1:6 with lines linewidth 2 linecolor rgb '#8C8C8C' dashtype solid, \
  'sample.dat' using 1:7 with lines linewidth 2 linecolor rgb '#8C8C8C' dashtype solid, \
  'sample.dat' using 1:8 with lines linewidth 2 linecolor rgb '#8C8C8C' dashtype solid, \
  'sample.dat' using 1:9 with lines linewidth 2 linecolor rgb '#009E73' dashtype solid, \
  'sample.dat' using 1:10 with lines linewidth 2 linecolor rgb '#D55E00' dashtype solid, \
  'sample.dat' using 1:11 with lines linewidth 2 linecolor rgb '#0072B2' dashtype solid
unset output
