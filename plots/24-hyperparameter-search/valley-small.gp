# The thumbnail of valley
# gnuplot valley-small.gp draws valley-small.svg

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

set terminal svg size 340,223 fixed font 'Arial&#44; Helvetica&#44; sans-serif,13' fontscale 1 linewidth 1 dashlength 1 butt enhanced background '#ffffff'
set output 'valley-small.svg'
family = 'Arial&#44; Helvetica&#44; sans-serif'

set lmargin at screen 0.15553; set rmargin at screen 0.78471
set tmargin at screen 0.79372; set bmargin at screen 0.25652
set logscale x
set xrange [0.00021544346900318834:4.641588833612781]
set xtics ('0.001' 0.001, '0.01' 0.01, '0.1' 0.1, '1' 1)
set logscale y
set yrange [0.0068129206905796266:1.4677992676220695]
set ytics ('0.01' 0.01, '0.1' 0.1, '1' 1)
set xtics offset 0,0.5
unset grid
set palette defined (0 '#440154', 1 '#472D7B', 2 '#3B528B', 3 '#2C728E', 4 '#21918C', 5 '#28AE80', 6 '#5EC962', 7 '#ADDC30', 8 '#FDE725')
set logscale cb
set cbrange [0.33511995399991673:4.584822635838918]
set cbtics ('0.5' 0.5, '1' 1, '2' 2) scale 0
set colorbox user origin screen 0.82588, screen 0.25652 size 0.03529, 0.5372 noborder
set label '1 − β' at screen 0.04706, screen 0.85426 left textcolor rgb '#4A4A4A' font ',12.5'
set label 'validation loss' at screen 0.94118, screen 0.85426 right textcolor rgb '#4A4A4A' font ',12.5'
set label 'learning rate η' at screen 0.47012, screen 0.09509 center textcolor rgb '#4A4A4A' font ',12.5'
set label 'best pair' at first 0.190813904790869, first 0.21544346900318834 left front textcolor rgb '#FFFFFF' font ',12.5'
set label 'one at a time' at first 0.004258075431612255, first 0.010000000000000009 right front textcolor rgb '#FFFFFF' font ',12.5'
plot \
  'valley-grid.dat' using 1:2:4:5:6:7:3 with boxxyerror linecolor palette linewidth 0.3 fillstyle solid 1, \
  'valley.dat' using 1:2 with lines linewidth 2 linecolor rgb '#FFFFFF' dashtype (9, 6), \
  'valley.dat' using 3:4 with lines linewidth 6 linecolor rgb '#4DFFFFFF', \
  'valley.dat' using 3:4 with lines linewidth 4 linecolor rgb '#D55E00' dashtype solid, \
  'valley.dat' every ::0::0 using 3:4 with points pointtype 6 pointsize 0.845 linecolor rgb '#D55E00' linewidth 1.5, \
  'valley.dat' every ::3::3 using 3:4 with points pointtype 7 pointsize 0.845 linecolor rgb '#D55E00', \
  'valley.dat' using 5:6 with points pointtype 13 pointsize 1.17 linecolor rgb '#FFFFFF'
unset output
