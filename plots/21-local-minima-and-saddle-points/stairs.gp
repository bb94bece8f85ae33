# Random places are hardly ever minima; on a real loss the low ones are
# gnuplot stairs.gp draws stairs.svg

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

set terminal svg size 800,415 fixed font 'Arial&#44; Helvetica&#44; sans-serif,13' fontscale 1 linewidth 1 dashlength 1 butt enhanced background '#ffffff'
set output 'stairs.svg'
family = 'Arial&#44; Helvetica&#44; sans-serif'
set multiplot

# Panel 1: curvatures drawn at random
set lmargin at screen 0.0739; set rmargin at screen 0.4909
set tmargin at screen 0.77349; set bmargin at screen 0.19472
unset logscale x
set xrange [0.5:8.5]
set xtics ('2' 2, '4' 4, '6' 6, '8' 8)
set logscale y
set yrange [1e-10:2]
set ytics ('10^{−9}' 1e-09, '10^{−6}' 1e-06, '10^{−3}' 0.001, '10^{0}' 1)
set xtics offset 0,0.5
set grid noxtics ytics
unset colorbox
set label 'Random places are hardly ever minima; on a real loss the low ones are' at screen 0.02, screen 0.93494 left textcolor rgb '#1F1F1F' font family.':Bold,17'
set label 'share of minima' at screen 0.02, screen 0.82048 left textcolor rgb '#4A4A4A' font ',12.5'
set label 'curvatures drawn at random' at screen 0.02, screen 0.86506 left textcolor rgb '#1F1F1F' font family.':Bold,13.5'
set label 'dimensions n' at screen 0.2824, screen 0.10797 center textcolor rgb '#4A4A4A' font ',12.5'
set arrow from screen 0.0739, screen 0.05375 to screen 0.1039, screen 0.05375 nohead front linewidth 2 linecolor rgb '#000000' dashtype (9, 6)
set label 'theory' at screen 0.1114, screen 0.05375 left front textcolor rgb '#1F1F1F' font ',12.5'
set arrow from screen 0.18546, screen 0.05375 to screen 0.21546, screen 0.05375 nohead front linewidth 2 linecolor rgb '#8C8C8C' dashtype (2, 4)
set label 'n coins, all heads' at screen 0.22296, screen 0.05375 left front textcolor rgb '#1F1F1F' font ',12.5'
set label '' at screen 0.39796, screen 0.05375 front point pointtype 7 pointsize 0.845 linecolor rgb '#0072B2'
set label 'drawn' at screen 0.42046, screen 0.05375 left front textcolor rgb '#1F1F1F' font ',12.5'
set label '' at screen 0.50703, screen 0.05375 front point pointtype 7 pointsize 0.65 linecolor rgb '#66D55E00'
set label 'saddles' at screen 0.52953, screen 0.05375 left front textcolor rgb '#1F1F1F' font ',12.5'
set label '' at screen 0.62765, screen 0.05375 front point pointtype 7 pointsize 0.65 linecolor rgb '#66009E73'
set label 'minima' at screen 0.65015, screen 0.05375 left front textcolor rgb '#1F1F1F' font ',12.5'
set label '' at screen 0.74671, screen 0.05375 front point pointtype 6 pointsize 0.52 linecolor rgb '#0072B2'
set label 'where runs end' at screen 0.76921, screen 0.05375 left front textcolor rgb '#1F1F1F' font ',12.5'
plot \
  'stairs.dat' using 1:2 with lines linewidth 2 linecolor rgb '#000000' dashtype (9, 6), \
  'stairs.dat' using 1:3 with lines linewidth 2 linecolor rgb '#8C8C8C' dashtype (2, 4), \
  'stairs.dat' using 4:5 with points pointtype 7 pointsize 0.845 linecolor rgb '#0072B2'

# Panel 2: a network of 17 numbers
unset label
unset arrow
unset object
set lmargin at screen 0.558; set rmargin at screen 0.975
set tmargin at screen 0.77349; set bmargin at screen 0.19472
unset logscale x
set xrange [-0.31326022626613936:10.755267768469608]
set xtics ('0' 0, '2' 2, '4' 4, '6' 6, '8' 8, '10' 10)
unset logscale y
set yrange [-0.5:4.5]
set ytics ('0' 0, '1' 1, '2' 2, '3' 3, '4' 4)
set xtics offset 0,0.5
set grid noxtics ytics
unset colorbox
set label 'ways down' at screen 0.5359, screen 0.82048 left textcolor rgb '#4A4A4A' font ',12.5'
set label 'a network of 17 numbers' at screen 0.5359, screen 0.86506 left textcolor rgb '#1F1F1F' font family.':Bold,13.5'
set label 'loss above the lowest found (%)' at screen 0.7665, screen 0.10797 center textcolor rgb '#4A4A4A' font ',12.5'
plot \
  'stairs.dat' using 6:7 with points pointtype 7 pointsize 0.65 linecolor rgb '#66D55E00', \
  'stairs.dat' using 8:9 with points pointtype 7 pointsize 0.65 linecolor rgb '#66009E73', \
  'stairs.dat' using 10:11 with points pointtype 6 pointsize 0.52 linecolor rgb '#0072B2'
unset multiplot
unset output
