# Step 3 alone chooses as well as the recipe and the grid
# gnuplot cost.gp draws cost.svg

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

set terminal svg size 720,403 fixed font 'Arial&#44; Helvetica&#44; sans-serif,13' fontscale 1 linewidth 1 dashlength 1 butt enhanced background '#ffffff'
set output 'cost.svg'
family = 'Arial&#44; Helvetica&#44; sans-serif'

set lmargin at screen 0.05744; set rmargin at screen 0.68889
set tmargin at screen 0.83127; set bmargin at screen 0.19951
set logscale x
set xrange [30:700]
set xtics ('40' 40, '52' 52, '117' 117, '480' 480)
unset logscale y
set yrange [93.99597585513078:98.55935613682092]
set ytics ('94' 94, '95' 95, '96' 96, '97' 97, '98' 98)
set xtics offset 0,0.5
set grid noxtics ytics
unset colorbox
set label 'Step 3 alone chooses as well as the recipe and the grid' at screen 0.02222, screen 0.933 left textcolor rgb '#1F1F1F' font family.':Bold,17'
set label 'test digits read (%)' at screen 0.02222, screen 0.86476 left textcolor rgb '#4A4A4A' font ',12.5'
set label 'best of the grid, by the test itself' at screen 0.69861, screen 0.66581 left textcolor rgb '#000000' font ',12.5'
set label 'epochs spent' at screen 0.37317, screen 0.11018 center textcolor rgb '#4A4A4A' font ',12.5'
set arrow from graph 0, first 97.36418511066398 to graph 1, first 97.36418511066398 nohead back linewidth 1 linecolor rgb '#000000' dashtype (9, 6)
set label '' at screen 0.07411, screen 0.05435 front point pointtype 7 pointsize 1.3 linecolor rgb '#8C8C8C'
set label 'rate 0.01, no search' at screen 0.09911, screen 0.05435 left front textcolor rgb '#1F1F1F' font ',12.5'
set label '' at screen 0.31856, screen 0.05435 front point pointtype 7 pointsize 1.3 linecolor rgb '#D55E00'
set label 'step 3, then 40 epochs' at screen 0.34356, screen 0.05435 left front textcolor rgb '#1F1F1F' font ',12.5'
set label '' at screen 0.58731, screen 0.05435 front point pointtype 7 pointsize 1.3 linecolor rgb '#0072B2'
set label 'the recipe' at screen 0.61231, screen 0.05435 left front textcolor rgb '#1F1F1F' font ',12.5'
set label '' at screen 0.74286, screen 0.05435 front point pointtype 7 pointsize 1.3 linecolor rgb '#009E73'
set label 'full grid' at screen 0.76786, screen 0.05435 left front textcolor rgb '#1F1F1F' font ',12.5'
plot \
  'cost.dat' using 1:2 with points pointtype 7 pointsize 0.39 linecolor rgb '#808C8C8C', \
  'cost.dat' using 3:4 with points pointtype 7 pointsize 1.3 linecolor rgb '#8C8C8C', \
  'cost.dat' using 5:6 with points pointtype 7 pointsize 0.39 linecolor rgb '#80D55E00', \
  'cost.dat' using 7:8 with points pointtype 7 pointsize 1.3 linecolor rgb '#D55E00', \
  'cost.dat' using 9:10 with points pointtype 7 pointsize 0.39 linecolor rgb '#800072B2', \
  'cost.dat' using 11:12 with points pointtype 7 pointsize 1.3 linecolor rgb '#0072B2', \
  'cost.dat' using 13:14 with points pointtype 7 pointsize 0.39 linecolor rgb '#80009E73', \
  'cost.dat' using 15:16 with points pointtype 7 pointsize 1.3 linecolor rgb '#009E73'
unset output
