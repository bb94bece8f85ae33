# The whole curve is a formula: infinite at p = n, and no peak under the best ridge
# gnuplot law.gp draws law.svg

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

set terminal svg size 720,531 fixed font 'Arial&#44; Helvetica&#44; sans-serif,13' fontscale 1 linewidth 1 dashlength 1 butt enhanced background '#ffffff'
set output 'law.svg'
family = 'Arial&#44; Helvetica&#44; sans-serif'

set lmargin at screen 0.06278; set rmargin at screen 0.97222
set tmargin at screen 0.79849; set bmargin at screen 0.10793
set logscale x
set xrange [4.384068232002947:456.19727936721944]
set xtics ('5' 5, '10' 10, '20' 20, '40' 40, '100' 100, '200' 200, '400' 400)
set logscale y
set yrange [0.02:20]
set ytics ('0.1' 0.1, '1' 1, '10' 10)
set xtics offset 0,0.5
set grid noxtics ytics
unset colorbox
set label 'The whole curve is a formula: infinite at p = n, and no peak under the' at screen 0.02222, screen 0.94915 left textcolor rgb '#1F1F1F' font family.':Bold,17'
set label 'best ridge' at screen 0.02222, screen 0.90772 left textcolor rgb '#1F1F1F' font family.':Bold,17'
set label 'p = n = 40' at screen 0.49566, screen 0.82203 center textcolor rgb '#717171' font ',12.5'
set label 'squared error' at screen 0.02222, screen 0.85593 left textcolor rgb '#4A4A4A' font ',12.5'
set label 'weights p' at screen 0.5175, screen 0.04014 center textcolor rgb '#4A4A4A' font ',12.5'
set arrow from first 40, graph 0 to first 40, graph 1 nohead back linewidth 1 linecolor rgb '#8C8C8C' dashtype solid
set object rectangle from screen 0.80382, screen 0.78343 to screen 0.96111, screen 0.70056 front fillcolor rgb '#ffffff' fillstyle transparent solid 0.8 noborder
set arrow from screen 0.83021, screen 0.74482 to screen 0.83021, screen 0.77119 nohead front linewidth 1.5 linecolor rgb '#D55E00'
set label '' at screen 0.83021, screen 0.758 front point pointtype 7 pointsize 0.65 linecolor rgb '#D55E00'
set label 'shortest fit' at screen 0.85521, screen 0.758 left front textcolor rgb '#1F1F1F' font ',12.5'
set arrow from screen 0.83021, screen 0.71281 to screen 0.83021, screen 0.73917 nohead front linewidth 1.5 linecolor rgb '#009E73'
set label '' at screen 0.83021, screen 0.72599 front point pointtype 7 pointsize 0.65 linecolor rgb '#009E73'
set label 'best ridge' at screen 0.85521, screen 0.72599 left front textcolor rgb '#1F1F1F' font ',12.5'
plot \
  'law.dat' using 1:2 with lines linewidth 1.5 linecolor rgb '#000000' dashtype (9, 6), \
  'law.dat' using 3:4 with lines linewidth 1.5 linecolor rgb '#000000' dashtype (9, 6), \
  'law.dat' using 5:6 with lines linewidth 1.5 linecolor rgb '#000000' dashtype (9, 6), \
  'law.dat' using 7:9:(0):($10 - $9) with vectors nohead linewidth 1.5 linecolor rgb '#D55E00', \
  'law.dat' using 7:8 with points pointtype 7 pointsize 0.65 linecolor rgb '#D55E00', \
  'law.dat' using 7:12:(0):($13 - $12) with vectors nohead linewidth 1.5 linecolor rgb '#009E73', \
  'law.dat' using 7:11 with points pointtype 7 pointsize 0.65 linecolor rgb '#009E73'
unset output
