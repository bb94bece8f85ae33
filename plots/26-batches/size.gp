# A larger batch is more precise, takes more memory, and is padded more
# gnuplot size.gp draws size.svg

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

set terminal svg size 920,344 fixed font 'Arial&#44; Helvetica&#44; sans-serif,13' fontscale 1 linewidth 1 dashlength 1 butt enhanced background '#ffffff'
set output 'size.svg'
family = 'Arial&#44; Helvetica&#44; sans-serif'
set multiplot

# Panel 1: error of the gradient
set lmargin at screen 0.04913; set rmargin at screen 0.31159
set tmargin at screen 0.74419; set bmargin at screen 0.1686
set logscale x
set xrange [0.8154037881103406:1103.7476316926452]
set xtics ('1' 1, '4' 4, '16' 16, '64' 64, '256' 256, '900' 900)
set logscale y
set yrange [0.04833371813914978:6.606296118750518]
set ytics ('0.1' 0.1, '1' 1)
set xtics offset 0,0.5
set grid noxtics ytics
unset colorbox
set label 'A larger batch is more precise, takes more memory, and is padded more' at screen 0.01739, screen 0.92151 left textcolor rgb '#1F1F1F' font family.':Bold,17'
set label 'error / length' at screen 0.01739, screen 0.78343 left textcolor rgb '#4A4A4A' font ',12.5'
set label 'error of the gradient' at screen 0.01739, screen 0.83721 left textcolor rgb '#1F1F1F' font family.':Bold,13.5'
set label 'batch size B' at screen 0.18036, screen 0.06395 center textcolor rgb '#4A4A4A' font ',12.5'
set object rectangle from screen 0.05783, screen 0.31976 to screen 0.22603, screen 0.19185 front fillcolor rgb '#ffffff' fillstyle transparent solid 0.8 noborder
set label '' at screen 0.07848, screen 0.28052 front point pointtype 7 pointsize 0.91 linecolor rgb '#E69F00'
set label 'with replacement' at screen 0.09804, screen 0.28052 left front textcolor rgb '#1F1F1F' font ',12.5'
set label '' at screen 0.07848, screen 0.2311 front point pointtype 7 pointsize 0.65 linecolor rgb '#0072B2'
set label 'without' at screen 0.09804, screen 0.2311 left front textcolor rgb '#1F1F1F' font ',12.5'
plot \
  'size.dat' using 1:2 with lines linewidth 1 linecolor rgb '#000000' dashtype (9, 6), \
  'size.dat' using 1:3 with lines linewidth 1 linecolor rgb '#000000' dashtype (9, 6), \
  'size.dat' using 4:5 with points pointtype 7 pointsize 0.91 linecolor rgb '#E69F00', \
  'size.dat' using 6:7 with points pointtype 7 pointsize 0.65 linecolor rgb '#0072B2'

# Panel 2: memory of training
unset label
unset arrow
unset object
set lmargin at screen 0.38664; set rmargin at screen 0.6491
set tmargin at screen 0.74419; set bmargin at screen 0.1686
set logscale x
set xrange [0.7474246243174693:21920.60505761566]
set xtics ('1' 1, '16' 16, '256' 256, '4096' 4096)
set logscale y
set yrange [0.03:300]
set ytics ('0.1' 0.1, '1' 1, '10' 10, '100' 100)
set xtics offset 0,0.5
set grid noxtics ytics
unset colorbox
set label 'peak (MiB)' at screen 0.35072, screen 0.78343 left textcolor rgb '#4A4A4A' font ',12.5'
set label 'memory of training' at screen 0.35072, screen 0.83721 left textcolor rgb '#1F1F1F' font family.':Bold,13.5'
set label 'batch size B' at screen 0.51787, screen 0.06395 center textcolor rgb '#4A4A4A' font ',12.5'
set arrow from graph 0, first 4 to graph 1, first 4 nohead back linewidth 1 linecolor rgb '#8C8C8C' dashtype solid
set arrow from first 5771, graph 0 to first 5771, graph 1 nohead back linewidth 1 linecolor rgb '#8C8C8C' dashtype solid
set object rectangle from screen 0.39533, screen 0.72093 to screen 0.52984, screen 0.59302 front fillcolor rgb '#ffffff' fillstyle transparent solid 0.8 noborder
set label '' at screen 0.41599, screen 0.68169 front point pointtype 7 pointsize 0.65 linecolor rgb '#0072B2'
set label 'measured' at screen 0.43555, screen 0.68169 left front textcolor rgb '#1F1F1F' font ',12.5'
set label '' at screen 0.41599, screen 0.63227 front point pointtype 7 pointsize 0.845 linecolor rgb '#D55E00'
set label 'two dry runs' at screen 0.43555, screen 0.63227 left front textcolor rgb '#1F1F1F' font ',12.5'
plot \
  'size.dat' using 8:9 with lines linewidth 1 linecolor rgb '#000000' dashtype (9, 6), \
  'size.dat' using 8:9 with points pointtype 7 pointsize 0.65 linecolor rgb '#0072B2', \
  'size.dat' using 10:11 with points pointtype 7 pointsize 0.845 linecolor rgb '#D55E00'

# Panel 3: padding of words
unset label
unset arrow
unset object
set lmargin at screen 0.7158; set rmargin at screen 0.97826
set tmargin at screen 0.74419; set bmargin at screen 0.1686
set logscale x
set xrange [1.6934906247250545:604.6682426519195]
set xtics ('2' 2, '8' 8, '32' 32, '128' 128, '512' 512)
unset logscale y
set yrange [0:38]
set ytics ('0' 0, '10' 10, '20' 20, '30' 30)
set xtics offset 0,0.5
set grid noxtics ytics
unset colorbox
set label 'padding (%)' at screen 0.68823, screen 0.78343 left textcolor rgb '#4A4A4A' font ',12.5'
set label 'padding of words' at screen 0.68823, screen 0.83721 left textcolor rgb '#1F1F1F' font family.':Bold,13.5'
set label 'batch size B' at screen 0.84703, screen 0.06395 center textcolor rgb '#4A4A4A' font ',12.5'
set object rectangle from screen 0.72449, screen 0.72093 to screen 0.89161, screen 0.59302 front fillcolor rgb '#ffffff' fillstyle transparent solid 0.8 noborder
set label '' at screen 0.74514, screen 0.68169 front point pointtype 7 pointsize 0.65 linecolor rgb '#D55E00'
set label 'random' at screen 0.76471, screen 0.68169 left front textcolor rgb '#1F1F1F' font ',12.5'
set arrow from screen 0.7321, screen 0.63227 to screen 0.75819, screen 0.63227 nohead front linewidth 2 linecolor rgb '#009E73' dashtype solid
set label 'sorted in buckets' at screen 0.76471, screen 0.63227 left front textcolor rgb '#1F1F1F' font ',12.5'
plot \
  'size.dat' using 12:13 with lines linewidth 1 linecolor rgb '#000000' dashtype (9, 6), \
  'size.dat' using 12:14 with points pointtype 7 pointsize 0.65 linecolor rgb '#D55E00', \
  'size.dat' using 12:15 with lines linewidth 2 linecolor rgb '#009E73' dashtype solid
unset multiplot
unset output
