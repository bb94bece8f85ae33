# On the moons the sum of the rates decides how far a run comes
# gnuplot moons.gp draws moons.svg

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

set terminal svg size 720,492 fixed font 'Arial&#44; Helvetica&#44; sans-serif,13' fontscale 1 linewidth 1 dashlength 1 butt enhanced background '#ffffff'
set output 'moons.svg'
family = 'Arial&#44; Helvetica&#44; sans-serif'

set lmargin at screen 0.06278; set rmargin at screen 0.97222
set tmargin at screen 0.86179; set bmargin at screen 0.11649
set logscale x
set xrange [0.0004902876809352849:142.77332007703168]
set xtics ('0.001' 0.001, '0.01' 0.01, '0.1' 0.1, '1' 1, '10' 10, '100' 100)
unset logscale y
set yrange [0:0.7436573220789433]
set ytics ('0.0' 0, '0.1' 0.1, '0.2' 0.2, '0.3' 0.3, '0.4' 0.4, '0.5' 0.5, '0.6' 0.6, '0.7' 0.7)
set xtics offset 0,0.5
set grid noxtics ytics
unset colorbox
set label 'On the moons the sum of the rates decides how far a run comes' at screen 0.02222, screen 0.94512 left textcolor rgb '#1F1F1F' font family.':Bold,17'
set label 'median cost' at screen 0.02222, screen 0.88923 left textcolor rgb '#4A4A4A' font ',12.5'
set label 'sum of the rates so far, Σα' at screen 0.5175, screen 0.04332 center textcolor rgb '#4A4A4A' font ',12.5'
set object rectangle from screen 0.7566, screen 0.84553 to screen 0.96111, screen 0.68699 front fillcolor rgb '#ffffff' fillstyle transparent solid 0.8 noborder
set arrow from screen 0.76632, screen 0.81809 to screen 0.79965, screen 0.81809 nohead front linewidth 6 linecolor rgb '#A60072B2' dashtype solid
set label 'constant 0.1' at screen 0.80799, screen 0.81809 left front textcolor rgb '#1F1F1F' font ',12.5'
set arrow from screen 0.76632, screen 0.78354 to screen 0.79965, screen 0.78354 nohead front linewidth 2 linecolor rgb '#E69F00' dashtype solid
set label 'staircase' at screen 0.80799, screen 0.78354 left front textcolor rgb '#1F1F1F' font ',12.5'
set arrow from screen 0.76632, screen 0.74898 to screen 0.79965, screen 0.74898 nohead front linewidth 2 linecolor rgb '#56B4E9' dashtype solid
set label '1/(1 + e)' at screen 0.80799, screen 0.74898 left front textcolor rgb '#1F1F1F' font ',12.5'
set arrow from screen 0.76632, screen 0.71443 to screen 0.79965, screen 0.71443 nohead front linewidth 2 linecolor rgb '#8C8C8C' dashtype solid
set label 'constant 0.0007' at screen 0.80799, screen 0.71443 left front textcolor rgb '#1F1F1F' font ',12.5'
plot \
  'moons.dat' using 1:2 with lines linewidth 6 linecolor rgb '#A60072B2' dashtype solid, \
  'moons.dat' using 3:4 with points pointtype 7 pointsize 0.91 linecolor rgb '#0072B2', \
  'moons.dat' using 5:6 with lines linewidth 2 linecolor rgb '#E69F00' dashtype solid, \
  'moons.dat' using 7:8 with points pointtype 7 pointsize 0.91 linecolor rgb '#E69F00', \
  'moons.dat' using 9:10 with lines linewidth 2 linecolor rgb '#56B4E9' dashtype solid, \
  'moons.dat' using 11:12 with points pointtype 7 pointsize 0.91 linecolor rgb '#56B4E9', \
  'moons.dat' using 13:14 with lines linewidth 2 linecolor rgb '#8C8C8C' dashtype solid, \
  'moons.dat' using 15:16 with points pointtype 7 pointsize 0.91 linecolor rgb '#8C8C8C'
unset output
