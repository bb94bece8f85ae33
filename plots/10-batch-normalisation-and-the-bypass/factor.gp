# Normalised, the factor of a layer is 1.21 whatever its weights
# gnuplot factor.gp draws factor.svg

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

set terminal svg size 720,449 fixed font 'Arial&#44; Helvetica&#44; sans-serif,13' fontscale 1 linewidth 1 dashlength 1 butt enhanced background '#ffffff'
set output 'factor.svg'
family = 'Arial&#44; Helvetica&#44; sans-serif'

set lmargin at screen 0.06278; set rmargin at screen 0.86597
set tmargin at screen 0.84855; set bmargin at screen 0.12729
set logscale x
set xrange [0.11033787453633187:9.063071082366388]
set xtics ('0.125' 0.125, '0.5' 0.5, '1' 1, '2' 2, '8' 8)
set logscale y
set yrange [0.09250018107343028:10.810789648143075]
set ytics ('0.1' 0.1, '1' 1, '10' 10)
set xtics offset 0,0.5
set grid noxtics ytics
unset colorbox
set label 'Normalised, the factor of a layer is 1.21 whatever its weights' at screen 0.02222, screen 0.93987 left textcolor rgb '#1F1F1F' font family.':Bold,17'
set label 'growth of the gradient a layer' at screen 0.02222, screen 0.87862 left textcolor rgb '#4A4A4A' font ',12.5'
set label 'plain' at screen 0.89097, screen 0.78444 left textcolor rgb '#0072B2' font ',12.5'
set label 'bypass' at screen 0.89097, screen 0.82231 left textcolor rgb '#9E6C00' font ',12.5'
set label 'normalised' at screen 0.89097, screen 0.52729 left textcolor rgb '#BF5400' font ',12.5'
set label 'both' at screen 0.89097, screen 0.48943 left textcolor rgb '#008661' font ',12.5'
set label 'size of the weights, as a multiple of He''s' at screen 0.46437, screen 0.04711 center textcolor rgb '#4A4A4A' font ',12.5'
set arrow from screen 0.84741, screen 0.80139 to screen 0.88819, screen 0.78444 nohead linewidth 0.8 linecolor rgb '#660072B2'
set arrow from screen 0.84741, screen 0.80536 to screen 0.88819, screen 0.82231 nohead linewidth 0.8 linecolor rgb '#669E6C00'
set arrow from screen 0.84741, screen 0.51738 to screen 0.88819, screen 0.52729 nohead linewidth 0.8 linecolor rgb '#66BF5400'
set arrow from screen 0.84741, screen 0.49935 to screen 0.88819, screen 0.48943 nohead linewidth 0.8 linecolor rgb '#66008661'
plot \
  'factor.dat' using 1:1 with lines linewidth 1.5 linecolor rgb '#000000' dashtype (9, 6), \
  'factor.dat' using 1:2 with lines linewidth 1.5 linecolor rgb '#000000' dashtype (9, 6), \
  'factor.dat' using 3:4:5 with filledcurves linecolor rgb '#0072B2' fillstyle transparent solid 0.18 noborder, \
  'factor.dat' using 3:6 with lines linewidth 2 linecolor rgb '#0072B2' dashtype solid, \
  'factor.dat' using 3:6 with points pointtype 7 pointsize 0.455 linecolor rgb '#0072B2', \
  'factor.dat' using 3:7:8 with filledcurves linecolor rgb '#E69F00' fillstyle transparent solid 0.18 noborder, \
  'factor.dat' using 3:9 with lines linewidth 2 linecolor rgb '#E69F00' dashtype solid, \
  'factor.dat' using 3:9 with points pointtype 7 pointsize 0.455 linecolor rgb '#E69F00', \
  'factor.dat' using 3:10:11 with filledcurves linecolor rgb '#D55E00' fillstyle transparent solid 0.18 noborder, \
  'factor.dat' using 3:12 with lines linewidth 2 linecolor rgb '#D55E00' dashtype solid, \
  'factor.dat' using 3:12 with points pointtype 7 pointsize 0.455 linecolor rgb '#D55E00', \
  'factor.dat' using 3:13:14 with filledcurves linecolor rgb '#009E73' fillstyle transparent solid 0.18 noborder, \
  'factor.dat' using 3:15 with lines linewidth 2 linecolor rgb '#009E73' dashtype solid, \
  'factor.dat' using 3:15 with points pointtype 7 pointsize 0.455 linecolor rgb '#009E73'
unset output
