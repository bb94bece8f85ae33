# Each ReLU unit gives a straight network one bend more
# gnuplot bottlenecks.gp draws bottlenecks.svg

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

set terminal svg size 800,341 fixed font 'Arial&#44; Helvetica&#44; sans-serif,13' fontscale 1 linewidth 1 dashlength 1 butt enhanced background '#ffffff'
set output 'bottlenecks.svg'
family = 'Arial&#44; Helvetica&#44; sans-serif'
set multiplot

# Panel 1: straight network
set lmargin at screen 0.0613; set rmargin at screen 0.36128
set tmargin at screen 0.74194; set bmargin at screen 0.23523
set logscale x
set xrange [0.9395227492140119:8.514961459626878]
set xtics ('1' 1, '2' 2, '4' 4, '8' 8)
unset logscale y
set yrange [84.76:100]
set ytics ('86' 86, '88' 88, '90' 90, '92' 92, '94' 94, '96' 96, '98' 98, '100' 100)
set xtics offset 0,0.5
set grid noxtics ytics
unset colorbox
set label 'Each ReLU unit gives a straight network one bend more' at screen 0.02, screen 0.92082 left textcolor rgb '#1F1F1F' font family.':Bold,17'
set label 'test points read (%)' at screen 0.02, screen 0.78152 left textcolor rgb '#4A4A4A' font ',12.5'
set label 'straight network' at screen 0.02, screen 0.83578 left textcolor rgb '#1F1F1F' font family.':Bold,13.5'
set label 'best straight line' at screen 0.37003, screen 0.34296 left textcolor rgb '#000000' font ',12.5'
set label 'bottleneck m' at screen 0.21129, screen 0.12966 center textcolor rgb '#4A4A4A' font ',12.5'
set arrow from graph 0, first 88 to graph 1, first 88 nohead back linewidth 1 linecolor rgb '#000000' dashtype (9, 6)
set arrow from screen 0.0613, screen 0.06368 to screen 0.0913, screen 0.06368 nohead front linewidth 2 linecolor rgb '#0072B2' dashtype solid
set label 'linear adapter' at screen 0.0988, screen 0.06368 left front textcolor rgb '#1F1F1F' font ',12.5'
set arrow from screen 0.23286, screen 0.06368 to screen 0.26286, screen 0.06368 nohead front linewidth 2 linecolor rgb '#D55E00' dashtype solid
set label 'adapter with ReLU' at screen 0.27036, screen 0.06368 left front textcolor rgb '#1F1F1F' font ',12.5'
plot \
  'bottlenecks.dat' using 1:2:3 with filledcurves linecolor rgb '#0072B2' fillstyle transparent solid 0.18 noborder, \
  'bottlenecks.dat' using 1:4 with lines linewidth 2 linecolor rgb '#0072B2' dashtype solid, \
  'bottlenecks.dat' using 1:4 with points pointtype 7 pointsize 0.455 linecolor rgb '#0072B2', \
  'bottlenecks.dat' using 1:5:6 with filledcurves linecolor rgb '#D55E00' fillstyle transparent solid 0.18 noborder, \
  'bottlenecks.dat' using 1:7 with lines linewidth 2 linecolor rgb '#D55E00' dashtype solid, \
  'bottlenecks.dat' using 1:7 with points pointtype 7 pointsize 0.455 linecolor rgb '#D55E00'

# Panel 2: network with ReLU
unset label
unset arrow
unset object
set lmargin at screen 0.5469; set rmargin at screen 0.84688
set tmargin at screen 0.74194; set bmargin at screen 0.23523
set logscale x
set xrange [0.9395227492140119:8.514961459626878]
set xtics ('1' 1, '2' 2, '4' 4, '8' 8)
unset logscale y
set yrange [84.76:100]
set ytics ('' 86, '' 88, '' 90, '' 92, '' 94, '' 96, '' 98, '' 100)
set xtics offset 0,0.5
set grid noxtics ytics
unset colorbox
set label 'network with ReLU' at screen 0.5344, screen 0.83578 left textcolor rgb '#1F1F1F' font family.':Bold,13.5'
set label 'best straight line' at screen 0.85563, screen 0.34296 left textcolor rgb '#000000' font ',12.5'
set label 'bottleneck m' at screen 0.69689, screen 0.12966 center textcolor rgb '#4A4A4A' font ',12.5'
set arrow from graph 0, first 88 to graph 1, first 88 nohead back linewidth 1 linecolor rgb '#000000' dashtype (9, 6)
plot \
  'bottlenecks.dat' using 1:8:9 with filledcurves linecolor rgb '#0072B2' fillstyle transparent solid 0.18 noborder, \
  'bottlenecks.dat' using 1:10 with lines linewidth 2 linecolor rgb '#0072B2' dashtype solid, \
  'bottlenecks.dat' using 1:10 with points pointtype 7 pointsize 0.455 linecolor rgb '#0072B2', \
  'bottlenecks.dat' using 1:11:12 with filledcurves linecolor rgb '#D55E00' fillstyle transparent solid 0.18 noborder, \
  'bottlenecks.dat' using 1:13 with lines linewidth 2 linecolor rgb '#D55E00' dashtype solid, \
  'bottlenecks.dat' using 1:13 with points pointtype 7 pointsize 0.455 linecolor rgb '#D55E00'
unset multiplot
unset output
