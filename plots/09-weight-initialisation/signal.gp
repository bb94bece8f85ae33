# A variance of 2/n keeps the size over 30 layers, forward and backward
# gnuplot signal.gp draws signal.svg

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

set terminal svg size 800,357 fixed font 'Arial&#44; Helvetica&#44; sans-serif,13' fontscale 1 linewidth 1 dashlength 1 butt enhanced background '#ffffff'
set output 'signal.svg'
family = 'Arial&#44; Helvetica&#44; sans-serif'
set multiplot

# Panel 1: signal, forward
set lmargin at screen 0.0724; set rmargin at screen 0.43964
set tmargin at screen 0.7535; set bmargin at screen 0.16098
unset logscale x
set xrange [0:30]
set xtics ('0' 0, '5' 5, '10' 10, '15' 15, '20' 20, '25' 25, '30' 30)
set logscale y
set yrange [6.813653077041821e-41:9.783076078668673e+24]
set ytics ('10⁻⁴⁰' 1e-40, '10⁻²⁰' 1e-20, '1' 1, '10²⁰' 1e+20)
set xtics offset 0,0.5
set grid noxtics ytics
unset colorbox
set label 'A variance of 2/n keeps the size over 30 layers, forward and backward' at screen 0.02, screen 0.92437 left textcolor rgb '#1F1F1F' font family.':Bold,17'
set label 'size' at screen 0.02, screen 0.79132 left textcolor rgb '#4A4A4A' font ',12.5'
set label 'signal, forward' at screen 0.02, screen 0.84314 left textcolor rgb '#1F1F1F' font family.':Bold,13.5'
set label '1' at screen 0.46214, screen 0.72855 left textcolor rgb '#BF5400' font ',12.5'
set label '1/√n' at screen 0.46214, screen 0.60536 left textcolor rgb '#9E6C00' font ',12.5'
set label '2/n' at screen 0.46214, screen 0.52652 left textcolor rgb '#008661' font ',12.5'
set label '1/n' at screen 0.46214, screen 0.4789 left textcolor rgb '#0072B2' font ',12.5'
set label '1/(3n)' at screen 0.46214, screen 0.42039 left textcolor rgb '#A46086' font ',12.5'
set label '0.01²' at screen 0.46214, screen 0.18293 left textcolor rgb '#717171' font ',12.5'
set label 'layer' at screen 0.25602, screen 0.06014 center textcolor rgb '#4A4A4A' font ',12.5'
set arrow from screen 0.44339, screen 0.72855 to screen 0.45964, screen 0.72855 nohead linewidth 0.8 linecolor rgb '#66BF5400'
set arrow from screen 0.44339, screen 0.60536 to screen 0.45964, screen 0.60536 nohead linewidth 0.8 linecolor rgb '#669E6C00'
set arrow from screen 0.44339, screen 0.52324 to screen 0.45964, screen 0.52652 nohead linewidth 0.8 linecolor rgb '#66008661'
set arrow from screen 0.44339, screen 0.48218 to screen 0.45964, screen 0.4789 nohead linewidth 0.8 linecolor rgb '#660072B2'
set arrow from screen 0.44339, screen 0.42039 to screen 0.45964, screen 0.42039 nohead linewidth 0.8 linecolor rgb '#66A46086'
set arrow from screen 0.44339, screen 0.18293 to screen 0.45964, screen 0.18293 nohead linewidth 0.8 linecolor rgb '#66717171'
plot \
  'signal.dat' using 1:2 with lines linewidth 3 linecolor rgb '#D55E00' dashtype solid, \
  'signal.dat' using 1:3 with lines linewidth 1 linecolor rgb '#000000' dashtype (9, 6), \
  'signal.dat' using 1:4 with lines linewidth 3 linecolor rgb '#E69F00' dashtype solid, \
  'signal.dat' using 1:5 with lines linewidth 1 linecolor rgb '#000000' dashtype (9, 6), \
  'signal.dat' using 1:6 with lines linewidth 3 linecolor rgb '#009E73' dashtype solid, \
  'signal.dat' using 1:7 with lines linewidth 1 linecolor rgb '#000000' dashtype (9, 6), \
  'signal.dat' using 1:8 with lines linewidth 3 linecolor rgb '#0072B2' dashtype solid, \
  'signal.dat' using 1:9 with lines linewidth 1 linecolor rgb '#000000' dashtype (9, 6), \
  'signal.dat' using 1:10 with lines linewidth 3 linecolor rgb '#CC79A7' dashtype solid, \
  'signal.dat' using 1:11 with lines linewidth 1 linecolor rgb '#000000' dashtype (9, 6), \
  'signal.dat' using 1:12 with lines linewidth 3 linecolor rgb '#8C8C8C' dashtype solid, \
  'signal.dat' using 1:13 with lines linewidth 1 linecolor rgb '#000000' dashtype (9, 6)

# Panel 2: gradient, backward
unset label
unset arrow
unset object
set lmargin at screen 0.55245; set rmargin at screen 0.91969
set tmargin at screen 0.7535; set bmargin at screen 0.16098
unset logscale x
set xrange [0:30]
set xtics ('0' 0, '5' 5, '10' 10, '15' 15, '20' 20, '25' 25, '30' 30)
set logscale y
set yrange [6.813653077041821e-41:9.783076078668673e+24]
set ytics ('' 1e-40, '' 1e-20, '' 1, '' 1e+20)
set xtics offset 0,0.5
set grid noxtics ytics
unset colorbox
set label 'gradient, backward' at screen 0.53995, screen 0.84314 left textcolor rgb '#1F1F1F' font family.':Bold,13.5'
set label '1' at screen 0.94219, screen 0.6453 left textcolor rgb '#BF5400' font ',12.5'
set label '1/√n' at screen 0.94219, screen 0.59768 left textcolor rgb '#9E6C00' font ',12.5'
set label '2/n' at screen 0.94219, screen 0.55006 left textcolor rgb '#008661' font ',12.5'
set label '1/n' at screen 0.94219, screen 0.50244 left textcolor rgb '#0072B2' font ',12.5'
set label '1/(3n)' at screen 0.94219, screen 0.45482 left textcolor rgb '#A46086' font ',12.5'
set label '0.01²' at screen 0.94219, screen 0.4072 left textcolor rgb '#717171' font ',12.5'
set label 'layer' at screen 0.73607, screen 0.06014 center textcolor rgb '#4A4A4A' font ',12.5'
set arrow from screen 0.92344, screen 0.52625 to screen 0.93969, screen 0.6453 nohead linewidth 0.8 linecolor rgb '#66BF5400'
set arrow from screen 0.92344, screen 0.52625 to screen 0.93969, screen 0.59768 nohead linewidth 0.8 linecolor rgb '#669E6C00'
set arrow from screen 0.92344, screen 0.52625 to screen 0.93969, screen 0.55006 nohead linewidth 0.8 linecolor rgb '#66008661'
set arrow from screen 0.92344, screen 0.52625 to screen 0.93969, screen 0.50244 nohead linewidth 0.8 linecolor rgb '#660072B2'
set arrow from screen 0.92344, screen 0.52625 to screen 0.93969, screen 0.45482 nohead linewidth 0.8 linecolor rgb '#66A46086'
set arrow from screen 0.92344, screen 0.52625 to screen 0.93969, screen 0.4072 nohead linewidth 0.8 linecolor rgb '#66717171'
plot \
  'signal.dat' using 14:15 with lines linewidth 3 linecolor rgb '#D55E00' dashtype solid, \
  'signal.dat' using 14:16 with lines linewidth 1 linecolor rgb '#000000' dashtype (9, 6), \
  'signal.dat' using 14:17 with lines linewidth 3 linecolor rgb '#E69F00' dashtype solid, \
  'signal.dat' using 14:18 with lines linewidth 1 linecolor rgb '#000000' dashtype (9, 6), \
  'signal.dat' using 14:19 with lines linewidth 3 linecolor rgb '#009E73' dashtype solid, \
  'signal.dat' using 14:20 with lines linewidth 1 linecolor rgb '#000000' dashtype (9, 6), \
  'signal.dat' using 14:21 with lines linewidth 3 linecolor rgb '#0072B2' dashtype solid, \
  'signal.dat' using 14:22 with lines linewidth 1 linecolor rgb '#000000' dashtype (9, 6), \
  'signal.dat' using 14:23 with lines linewidth 3 linecolor rgb '#CC79A7' dashtype solid, \
  'signal.dat' using 14:24 with lines linewidth 1 linecolor rgb '#000000' dashtype (9, 6), \
  'signal.dat' using 14:25 with lines linewidth 3 linecolor rgb '#8C8C8C' dashtype solid, \
  'signal.dat' using 14:26 with lines linewidth 1 linecolor rgb '#000000' dashtype (9, 6)
unset multiplot
unset output
