# More steps act as a smaller penalty does: the risk falls, then rises
# gnuplot risk.gp draws risk.svg

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

set terminal svg size 720,488 fixed font 'Arial&#44; Helvetica&#44; sans-serif,13' fontscale 1 linewidth 1 dashlength 1 butt enhanced background '#ffffff'
set output 'risk.svg'
family = 'Arial&#44; Helvetica&#44; sans-serif'

set lmargin at screen 0.07344; set rmargin at screen 0.97222
set tmargin at screen 0.86066; set bmargin at screen 0.11806
set logscale x
set xrange [0.7585775750291838:13182.56738556407]
set xtics ('1' 1, '10' 10, '100' 100, '1000' 1000, '10,000' 10000)
set logscale y
set yrange [0.041255516289095864:0.3010708442123506]
set ytics ('0.05' 0.05, '0.1' 0.1, '0.2' 0.2)
set xtics offset 0,0.5
set grid noxtics ytics
unset colorbox
set label 'More steps act as a smaller penalty does: the risk falls, then rises' at screen 0.02222, screen 0.94467 left textcolor rgb '#1F1F1F' font family.':Bold,17'
set label 'risk' at screen 0.02222, screen 0.88832 left textcolor rgb '#4A4A4A' font ',12.5'
set label 'step t' at screen 0.52283, screen 0.04429 center textcolor rgb '#4A4A4A' font ',12.5'
set object rectangle from screen 0.7309, screen 0.84426 to screen 0.96111, screen 0.71926 front fillcolor rgb '#ffffff' fillstyle transparent solid 0.8 noborder
set label '' at screen 0.75729, screen 0.8166 front point pointtype 7 pointsize 0.715 linecolor rgb '#E69F00'
set label 'descent, measured' at screen 0.78229, screen 0.8166 left front textcolor rgb '#1F1F1F' font ',12.5'
set arrow from screen 0.74063, screen 0.78176 to screen 0.77396, screen 0.78176 nohead front linewidth 1.5 linecolor rgb '#000000' dashtype (9, 6)
set label 'descent, theory' at screen 0.78229, screen 0.78176 left front textcolor rgb '#1F1F1F' font ',12.5'
set arrow from screen 0.74063, screen 0.74693 to screen 0.77396, screen 0.74693 nohead front linewidth 1.5 linecolor rgb '#0072B2' dashtype (9, 6)
set label 'ridge, theory' at screen 0.78229, screen 0.74693 left front textcolor rgb '#1F1F1F' font ',12.5'
plot \
  'risk.dat' using 1:2 with points pointtype 7 pointsize 0.715 linecolor rgb '#E69F00', \
  'risk.dat' using 3:4 with lines linewidth 1.5 linecolor rgb '#000000' dashtype (9, 6), \
  'risk.dat' using 3:5 with lines linewidth 1.5 linecolor rgb '#0072B2' dashtype (9, 6)
unset output
