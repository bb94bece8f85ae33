# One bilinear unit multiplies; many ReLUs only come near
# gnuplot units.gp draws units.svg

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

set terminal svg size 720,456 fixed font 'Arial&#44; Helvetica&#44; sans-serif,13' fontscale 1 linewidth 1 dashlength 1 butt enhanced background '#ffffff'
set output 'units.svg'
family = 'Arial&#44; Helvetica&#44; sans-serif'

set lmargin at screen 0.09278; set rmargin at screen 0.89688
set tmargin at screen 0.83772; set bmargin at screen 0.12673
set logscale x
set xrange [0.9201876506248752:17.387757800416928]
set xtics ('1' 1, '2' 2, '4' 4, '8' 8, '16' 16)
set logscale y
set yrange [1e-16:1]
set ytics ('10^{−15}' 1e-15, '10^{−12}' 1e-12, '10^{−9}' 1e-09, '10^{−6}' 1e-06, '10^{−3}' 0.001, '10^{0}' 1)
set xtics offset 0,0.5
set grid noxtics ytics
unset colorbox
set label 'One bilinear unit multiplies; many ReLUs only come near' at screen 0.02222, screen 0.94079 left textcolor rgb '#1F1F1F' font family.':Bold,17'
set label 'mean square error' at screen 0.02222, screen 0.88048 left textcolor rgb '#4A4A4A' font ',12.5'
set label 'ReLU' at screen 0.92188, screen 0.67845 left textcolor rgb '#0072B2' font ',12.5'
set label 'GELU' at screen 0.92188, screen 0.64117 left textcolor rgb '#BF5400' font ',12.5'
set label 'SwiGLU' at screen 0.92188, screen 0.58227 left textcolor rgb '#A46086' font ',12.5'
set label 'bilinear' at screen 0.92188, screen 0.1677 left textcolor rgb '#008661' font ',12.5'
set label 'hidden units' at screen 0.49483, screen 0.04778 center textcolor rgb '#4A4A4A' font ',12.5'
set arrow from screen 0.87828, screen 0.66633 to screen 0.9191, screen 0.67845 nohead linewidth 0.8 linecolor rgb '#660072B2'
set arrow from screen 0.87828, screen 0.6533 to screen 0.9191, screen 0.64117 nohead linewidth 0.8 linecolor rgb '#66BF5400'
set arrow from screen 0.87828, screen 0.58227 to screen 0.9191, screen 0.58227 nohead linewidth 0.8 linecolor rgb '#66A46086'
set arrow from screen 0.87828, screen 0.1677 to screen 0.9191, screen 0.1677 nohead linewidth 0.8 linecolor rgb '#66008661'
plot \
  'units.dat' using 1:2 with lines linewidth 2 linecolor rgb '#0072B2' dashtype solid, \
  'units.dat' using 3:4 with points pointtype 7 pointsize 0.455 linecolor rgb '#800072B2', \
  'units.dat' using 1:5 with lines linewidth 2 linecolor rgb '#D55E00' dashtype solid, \
  'units.dat' using 3:6 with points pointtype 7 pointsize 0.455 linecolor rgb '#80D55E00', \
  'units.dat' using 1:7 with lines linewidth 2 linecolor rgb '#CC79A7' dashtype solid, \
  'units.dat' using 3:8 with points pointtype 7 pointsize 0.455 linecolor rgb '#80CC79A7', \
  'units.dat' using 1:9 with lines linewidth 2 linecolor rgb '#009E73' dashtype solid, \
  'units.dat' using 3:10 with points pointtype 7 pointsize 0.455 linecolor rgb '#80009E73'
unset output
