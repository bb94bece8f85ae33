# The thumbnail of models
# gnuplot models-small.gp draws models-small.svg

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

set terminal svg size 340,239 fixed font 'Arial&#44; Helvetica&#44; sans-serif,13' fontscale 1 linewidth 1 dashlength 1 butt enhanced background '#ffffff'
set output 'models-small.svg'
family = 'Arial&#44; Helvetica&#44; sans-serif'

set lmargin at screen 0.12165; set rmargin at screen 0.94118
set tmargin at screen 0.80753; set bmargin at screen 0.15465
unset logscale x
set xrange [-0.6:6.6]
set xtics ('majority' 0, 'one feature' 1, 'line' 2, 'trees 1' 3, 'trees 2' 4, 'trees 3' 5, 'network' 6)
set logscale y
set yrange [1.0181877933288044:42.99221913439195]
set ytics ('2' 2, '5' 5, '10' 10, '20' 20, '40' 40)
set xtics offset 0,0.5
set grid noxtics ytics
unset colorbox
set label 'wrong test tumours (%)' at screen 0.04706, screen 0.86402 left textcolor rgb '#4A4A4A' font ',12.5'
plot \
  'models.dat' using 1:2 with points pointtype 7 pointsize 0.52 linecolor rgb '#8C8C8C8C', \
  'models.dat' using 3:4 with lines linewidth 3 linecolor rgb '#8C8C8C' dashtype solid, \
  'models.dat' using 5:6 with points pointtype 7 pointsize 0.52 linecolor rgb '#8C8C8C8C', \
  'models.dat' using 7:8 with lines linewidth 3 linecolor rgb '#8C8C8C' dashtype solid, \
  'models.dat' using 9:10 with points pointtype 7 pointsize 0.52 linecolor rgb '#8C0072B2', \
  'models.dat' using 11:12 with lines linewidth 3 linecolor rgb '#0072B2' dashtype solid, \
  'models.dat' using 13:14 with points pointtype 7 pointsize 0.52 linecolor rgb '#8C009E73', \
  'models.dat' using 15:16 with lines linewidth 3 linecolor rgb '#009E73' dashtype solid, \
  'models.dat' using 17:18 with points pointtype 7 pointsize 0.52 linecolor rgb '#8C009E73', \
  'models.dat' using 19:20 with lines linewidth 3 linecolor rgb '#009E73' dashtype solid, \
  'models.dat' using 21:22 with points pointtype 7 pointsize 0.52 linecolor rgb '#8C009E73', \
  'models.dat' using 23:24 with lines linewidth 3 linecolor rgb '#009E73' dashtype solid, \
  'models.dat' using 25:26 with points pointtype 7 pointsize 0.52 linecolor rgb '#8CD55E00', \
  'models.dat' using 27:28 with lines linewidth 3 linecolor rgb '#D55E00' dashtype solid
unset output
