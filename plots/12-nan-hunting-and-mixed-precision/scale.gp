# Each inf halves the scale; a run of clean steps doubles it
# gnuplot scale.gp draws scale.svg

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

set terminal svg size 720,474 fixed font 'Arial&#44; Helvetica&#44; sans-serif,13' fontscale 1 linewidth 1 dashlength 1 butt enhanced background '#ffffff'
set output 'scale.svg'
family = 'Arial&#44; Helvetica&#44; sans-serif'

set lmargin at screen 0.05744; set rmargin at screen 0.92118
set tmargin at screen 0.85654; set bmargin at screen 0.12182
unset logscale x
set xrange [0:109]
set xtics ('0' 0, '10' 10, '20' 20, '30' 30, '40' 40, '50' 50, '60' 60, '70' 70, '80' 80, '90' 90, '100' 100)
unset logscale y
set yrange [0:19.68]
set ytics ('0' 0, '2' 2, '4' 4, '6' 6, '8' 8, '10' 10, '12' 12, '14' 14, '16' 16, '18' 18)
set xtics offset 0,0.5
set grid noxtics ytics
unset colorbox
set label 'Each inf halves the scale; a run of clean steps doubles it' at screen 0.02222, screen 0.94304 left textcolor rgb '#1F1F1F' font family.':Bold,17'
set label 'log₂ of the scale' at screen 0.02222, screen 0.88502 left textcolor rgb '#4A4A4A' font ',12.5'
set label 'k = 0' at screen 0.9309, screen 0.83115 left textcolor rgb '#008661' font ',12.5'
set label 'k = 16' at screen 0.9309, screen 0.19648 left textcolor rgb '#BF5400' font ',12.5'
set label 'step' at screen 0.48931, screen 0.04587 center textcolor rgb '#4A4A4A' font ',12.5'
set arrow from graph 0, first 18.188244529641473 to graph 1, first 18.188244529641473 nohead back linewidth 1 linecolor rgb '#009E73' dashtype (9, 6)
set arrow from graph 0, first 2.188244529641473 to graph 1, first 2.188244529641473 nohead back linewidth 1 linecolor rgb '#D55E00' dashtype (9, 6)
plot \
  'scale.dat' using 1:2 with steps linewidth 2 linecolor rgb '#009E73' dashtype solid, \
  'scale.dat' using 1:3 with steps linewidth 2 linecolor rgb '#D55E00' dashtype solid
unset output
