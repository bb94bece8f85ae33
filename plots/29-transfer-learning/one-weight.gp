# The fewer the examples, the shorter the best way
# gnuplot one-weight.gp draws one-weight.svg

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

set terminal svg size 720,476 fixed font 'Arial&#44; Helvetica&#44; sans-serif,13' fontscale 1 linewidth 1 dashlength 1 butt enhanced background '#ffffff'
set output 'one-weight.svg'
family = 'Arial&#44; Helvetica&#44; sans-serif'

set lmargin at screen 0.06278; set rmargin at screen 0.97222
set tmargin at screen 0.85714; set bmargin at screen 0.16933
unset logscale x
set xrange [0:1.03]
set xtics ('0.0' 0, '0.1' 0.1, '0.2' 0.2, '0.3' 0.3, '0.4' 0.4, '0.5' 0.5, '0.6' 0.6, '0.7' 0.7, '0.8' 0.8, '0.9' 0.9, '1.0' 1)
unset logscale y
set yrange [0:2]
set ytics ('0.0' 0, '0.2' 0.2, '0.4' 0.4, '0.6' 0.6, '0.8' 0.8, '1.0' 1, '1.2' 1.2, '1.4' 1.4, '1.6' 1.6, '1.8' 1.8, '2.0' 2)
set xtics offset 0,0.5
set grid noxtics ytics
unset colorbox
set label 'The fewer the examples, the shorter the best way' at screen 0.02222, screen 0.94328 left textcolor rgb '#1F1F1F' font family.':Bold,17'
set label 'squared error' at screen 0.02222, screen 0.8855 left textcolor rgb '#4A4A4A' font ',12.5'
set label 'share k of the way to the examples'' mean' at screen 0.5175, screen 0.0937 center textcolor rgb '#4A4A4A' font ',12.5'
set label '' at screen 0.07944, screen 0.04643 front point pointtype 7 pointsize 0.65 linecolor rgb '#D55E00'
set label '4 examples' at screen 0.10444, screen 0.04643 left front textcolor rgb '#1F1F1F' font ',12.5'
set label '' at screen 0.24785, screen 0.04643 front point pointtype 7 pointsize 0.65 linecolor rgb '#CC79A7'
set label '16 examples' at screen 0.27285, screen 0.04643 left front textcolor rgb '#1F1F1F' font ',12.5'
set label '' at screen 0.42736, screen 0.04643 front point pointtype 7 pointsize 0.65 linecolor rgb '#56B4E9'
set label '64 examples' at screen 0.45236, screen 0.04643 left front textcolor rgb '#1F1F1F' font ',12.5'
plot \
  'one-weight.dat' using 1:2 with lines linewidth 1 linecolor rgb '#D55E00' dashtype (9, 6), \
  'one-weight.dat' using 3:4 with points pointtype 6 pointsize 1.3 linecolor rgb '#D55E00', \
  'one-weight.dat' using 5:6 with points pointtype 7 pointsize 0.65 linecolor rgb '#D55E00', \
  'one-weight.dat' using 1:7 with lines linewidth 1 linecolor rgb '#CC79A7' dashtype (9, 6), \
  'one-weight.dat' using 8:8 with points pointtype 6 pointsize 1.3 linecolor rgb '#CC79A7', \
  'one-weight.dat' using 5:9 with points pointtype 7 pointsize 0.65 linecolor rgb '#CC79A7', \
  'one-weight.dat' using 1:10 with lines linewidth 1 linecolor rgb '#56B4E9' dashtype (9, 6), \
  'one-weight.dat' using 11:3 with points pointtype 6 pointsize 1.3 linecolor rgb '#56B4E9', \
  'one-weight.dat' using 5:12 with points pointtype 7 pointsize 0.65 linecolor rgb '#56B4E9'
unset output
