# The thumbnail of path
# gnuplot path-small.gp draws path-small.svg

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

set terminal svg size 340,322 fixed font 'Arial&#44; Helvetica&#44; sans-serif,13' fontscale 1 linewidth 1 dashlength 1 butt enhanced background '#ffffff'
set output 'path-small.svg'
family = 'Arial&#44; Helvetica&#44; sans-serif'

set lmargin at screen 0.12165; set rmargin at screen 0.94118
set tmargin at screen 0.79503; set bmargin at screen 0.31044
set logscale x
set xrange [1:300]
set xtics ('1' 1, '10' 10, '100' 100)
unset logscale y
set yrange [60:93.88444444444444]
set ytics ('60' 60, '70' 70, '80' 80, '90' 90)
set xtics offset 0,0.5
set grid noxtics ytics
unset colorbox
set label 'test digits read (%)' at screen 0.04706, screen 0.83696 left textcolor rgb '#4A4A4A' font ',12.5'
set label 'constant rate' at screen 0.04706, screen 0.89441 left textcolor rgb '#1F1F1F' font family.':Bold,13.5'
set label 'epoch' at screen 0.53141, screen 0.19864 center textcolor rgb '#4A4A4A' font ',12.5'
set arrow from screen 0.12165, screen 0.12876 to screen 0.19224, screen 0.12876 nohead front linewidth 2 linecolor rgb '#E69F00' dashtype solid
set label 'last weights' at screen 0.20988, screen 0.12876 left front textcolor rgb '#1F1F1F' font ',12.5'
set arrow from screen 0.48709, screen 0.12876 to screen 0.55768, screen 0.12876 nohead front linewidth 2 linecolor rgb '#009E73' dashtype solid
set label 'their average' at screen 0.57532, screen 0.12876 left front textcolor rgb '#1F1F1F' font ',12.5'
set arrow from screen 0.12165, screen 0.06976 to screen 0.19224, screen 0.06976 nohead front linewidth 2 linecolor rgb '#000000' dashtype solid
set label 'last weights, cosine' at screen 0.20988, screen 0.06976 left front textcolor rgb '#1F1F1F' font ',12.5'
plot \
  'path.dat' using 1:2:3 with filledcurves linecolor rgb '#E69F00' fillstyle transparent solid 0.18 noborder, \
  'path.dat' using 1:4 with lines linewidth 2 linecolor rgb '#E69F00' dashtype solid, \
  'path.dat' using 1:5:6 with filledcurves linecolor rgb '#009E73' fillstyle transparent solid 0.18 noborder, \
  'path.dat' using 1:7 with lines linewidth 2 linecolor rgb '#009E73' dashtype solid, \
  'path.dat' using 8:9 with lines linewidth 2 linecolor rgb '#000000' dashtype solid
unset output
