# The thumbnail of digits
# gnuplot digits-small.gp draws digits-small.svg

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

set terminal svg size 340,153 fixed font 'Arial&#44; Helvetica&#44; sans-serif,13' fontscale 1 linewidth 1 dashlength 1 butt enhanced background '#ffffff'
set output 'digits-small.svg'
family = 'Arial&#44; Helvetica&#44; sans-serif'

set lmargin at screen 0.07647; set rmargin at screen 0.94118
set tmargin at screen 0.81699; set bmargin at screen 0.24052
unset logscale x
set xrange [-0.5:99.5]
unset xtics
unset logscale y
set yrange [-0.5:29.5]
unset ytics
unset border
unset grid
set palette defined (0 '#FFFFFF', 1 '#000000')
unset logscale cb
set cbrange [0:1]
unset colorbox
plot \
  'digits-grid.dat' using 1:2:3 with image, \
  'digits.dat' using 1:2 with lines linewidth 1 linecolor rgb '#A68C8C8C' dashtype solid, \
  'digits.dat' using 1:3 with lines linewidth 1 linecolor rgb '#A68C8C8C' dashtype solid, \
  'digits.dat' using 1:4 with lines linewidth 1 linecolor rgb '#A68C8C8C' dashtype solid, \
  'digits.dat' using 5:2 with lines linewidth 1 linecolor rgb '#A68C8C8C' dashtype solid, \
  'digits.dat' using 5:3 with lines linewidth 1 linecolor rgb '#A68C8C8C' dashtype solid, \
  'digits.dat' using 5:4 with lines linewidth 1 linecolor rgb '#A68C8C8C' dashtype solid, \
  'digits.dat' using 6:2 with lines linewidth 1 linecolor rgb '#A68C8C8C' dashtype solid, \
  'digits.dat' using 6:3 with lines linewidth 1 linecolor rgb '#A68C8C8C' dashtype solid, \
  'digits.dat' using 6:4 with lines linewidth 1 linecolor rgb '#A68C8C8C' dashtype solid, \
  'digits.dat' using 7:2 with lines linewidth 1 linecolor rgb '#A68C8C8C' dashtype solid, \
  'digits.dat' using 7:3 with lines linewidth 1 linecolor rgb '#A68C8C8C' dashtype solid, \
  'digits.dat' using 7:4 with lines linewidth 1 linecolor rgb '#A68C8C8C' dashtype solid, \
  'digits.dat' using 8:2 with lines linewidth 1 linecolor rgb '#A68C8C8C' dashtype solid, \
  'digits.dat' using 8:3 with lines linewidth 1 linecolor rgb '#A68C8C8C' dashtype solid, \
  'digits.dat' using 8:4 with lines linewidth 1 linecolor rgb '#A68C8C8C' dashtype solid, \
  'digits.dat' using 9:2 with lines linewidth 1 linecolor rgb '#A68C8C8C' dashtype solid, \
  'digits.dat' using 9:3 with lines linewidth 1 linecolor rgb '#A68C8C8C' dashtype solid, \
  'digits.dat' using 9:4 with lines linewidth 1 linecolor rgb '#A68C8C8C' dashtype solid, \
  'digits.dat' using 10:2 with lines linewidth 1 linecolor rgb '#A68C8C8C' dashtype solid, \
  'digits.dat' using 10:3 with lines linewidth 1 linecolor rgb '#A68C8C8C' dashtype solid, \
  'digits.dat' using 10:4 with lines linewidth 1 linecolor rgb '#A68C8C8C' dashtype solid, \
  'digits.dat' using 11:2 with lines linewidth 1 linecolor rgb '#A68C8C8C' dashtype solid, \
  'digits.dat' using 11:3 with lines linewidth 1 linecolor rgb '#A68C8C8C' dashtype solid, \
  'digits.dat' using 11:4 with lines linewidth 1 linecolor rgb '#A68C8C8C' dashtype solid, \
  'digits.dat' using 12:2 with lines linewidth 1 linecolor rgb '#A68C8C8C' dashtype solid, \
  'digits.dat' using 12:3 with lines linewidth 1 linecolor rgb '#A68C8C8C' dashtype solid, \
  'digits.dat' using 12:4 with lines linewidth 1 linecolor rgb '#A68C8C8C' dashtype solid, \
  'digits.dat' using 13:2 with lines linewidth 1 linecolor rgb '#A68C8C8C' dashtype solid, \
  'digits.dat' using 13:3 with lines linewidth 1 linecolor rgb '#A68C8C8C' dashtype solid, \
  'digits.dat' using 13:4 with lines linewidth 1 linecolor rgb '#A68C8C8C' dashtype solid
unset output
