# While it is narrow, an adapter of a transformer does not need its ReLU
# gnuplot letters.gp draws letters.svg

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

set terminal svg size 720,430 fixed font 'Arial&#44; Helvetica&#44; sans-serif,13' fontscale 1 linewidth 1 dashlength 1 butt enhanced background '#ffffff'
set output 'letters.svg'
family = 'Arial&#44; Helvetica&#44; sans-serif'

set lmargin at screen 0.07344; set rmargin at screen 0.80694
set tmargin at screen 0.80233; set bmargin at screen 0.18823
set logscale x
set xrange [346.5470764591275:18773.737947742666]
set xtics ('1,000' 1000, '3,000' 3000, '10,000' 10000)
unset logscale y
set yrange [3.029837768639529:3.248016609345423]
set ytics ('3.05' 3.05, '3.10' 3.1, '3.15' 3.15, '3.20' 3.2)
set xtics offset 0,0.5
set grid noxtics ytics
unset colorbox
set label 'While it is narrow, an adapter of a transformer does not need its ReLU' at screen 0.02222, screen 0.93721 left textcolor rgb '#1F1F1F' font family.':Bold,17'
set label 'as wide as the network' at screen 0.66023, screen 0.8314 center textcolor rgb '#717171' font ',12.5'
set label 'bits per character' at screen 0.02222, screen 0.87326 left textcolor rgb '#4A4A4A' font ',12.5'
set label 'all numbers trained' at screen 0.81667, screen 0.21098 left textcolor rgb '#000000' font ',12.5'
set label 'numbers trained' at screen 0.44019, screen 0.10451 center textcolor rgb '#4A4A4A' font ',12.5'
set arrow from first 8448, graph 0 to first 8448, graph 1 nohead back linewidth 1 linecolor rgb '#8C8C8C' dashtype (9, 6)
set arrow from graph 0, first 3.037918466443451 to graph 1, first 3.037918466443451 nohead back linewidth 1 linecolor rgb '#000000' dashtype solid
set arrow from screen 0.07344, screen 0.05219 to screen 0.10678, screen 0.05219 nohead front linewidth 2 linecolor rgb '#009E73' dashtype solid
set label 'LoRA' at screen 0.11511, screen 0.05219 left front textcolor rgb '#1F1F1F' font ',12.5'
set arrow from screen 0.1856, screen 0.05219 to screen 0.21893, screen 0.05219 nohead front linewidth 2 linecolor rgb '#0072B2' dashtype solid
set label 'linear adapter' at screen 0.22726, screen 0.05219 left front textcolor rgb '#1F1F1F' font ',12.5'
set arrow from screen 0.37622, screen 0.05219 to screen 0.40956, screen 0.05219 nohead front linewidth 2 linecolor rgb '#D55E00' dashtype solid
set label 'adapter with ReLU' at screen 0.41789, screen 0.05219 left front textcolor rgb '#1F1F1F' font ',12.5'
plot \
  'letters.dat' using 1:2:3 with filledcurves linecolor rgb '#009E73' fillstyle transparent solid 0.18 noborder, \
  'letters.dat' using 1:4 with lines linewidth 2 linecolor rgb '#009E73' dashtype solid, \
  'letters.dat' using 1:4 with points pointtype 7 pointsize 0.455 linecolor rgb '#009E73', \
  'letters.dat' using 5:6:7 with filledcurves linecolor rgb '#0072B2' fillstyle transparent solid 0.18 noborder, \
  'letters.dat' using 5:8 with lines linewidth 2 linecolor rgb '#0072B2' dashtype solid, \
  'letters.dat' using 5:8 with points pointtype 7 pointsize 0.455 linecolor rgb '#0072B2', \
  'letters.dat' using 5:9:10 with filledcurves linecolor rgb '#D55E00' fillstyle transparent solid 0.18 noborder, \
  'letters.dat' using 5:11 with lines linewidth 2 linecolor rgb '#D55E00' dashtype solid, \
  'letters.dat' using 5:11 with points pointtype 7 pointsize 0.455 linecolor rgb '#D55E00'
unset output
