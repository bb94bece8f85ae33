# In a dead network most entries of the gradient are exactly zero
# gnuplot gradient.gp draws gradient.svg

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

set terminal svg size 800,392 fixed font 'Arial&#44; Helvetica&#44; sans-serif,13' fontscale 1 linewidth 1 dashlength 1 butt enhanced background '#ffffff'
set output 'gradient.svg'
family = 'Arial&#44; Helvetica&#44; sans-serif'
set multiplot

# Panel 1: gradient descent at 0.3
set lmargin at screen 0.0613; set rmargin at screen 0.4894
set tmargin at screen 0.77551; set bmargin at screen 0.14647
unset logscale x
set xrange [-13:1]
set xtics ('0' -12, '10⁻¹⁰' -10, '10⁻⁸' -8, '10⁻⁶' -6, '10⁻⁴' -4, '10⁻²' -2, '10⁰' 0)
unset logscale y
set yrange [0:100]
set ytics ('0' 0, '20' 20, '40' 40, '60' 60, '80' 80, '100' 100)
set xtics offset 0,0.5
set grid noxtics ytics
unset colorbox
set label 'In a dead network most entries of the gradient are exactly zero' at screen 0.02, screen 0.93112 left textcolor rgb '#1F1F1F' font family.':Bold,17'
set label 'share of the entries (%)' at screen 0.02, screen 0.80995 left textcolor rgb '#4A4A4A' font ',12.5'
set label 'gradient descent at 0.3' at screen 0.02, screen 0.85714 left textcolor rgb '#1F1F1F' font family.':Bold,13.5'
set label 'size of an entry' at screen 0.27535, screen 0.05463 center textcolor rgb '#4A4A4A' font ',12.5'
plot \
  'gradient.dat' using 1:2:(0.45) with boxes linecolor rgb '#56B4E9' fillstyle solid 1 noborder

# Panel 2: gradient descent at 1
unset label
unset arrow
unset object
set lmargin at screen 0.5469; set rmargin at screen 0.975
set tmargin at screen 0.77551; set bmargin at screen 0.14647
unset logscale x
set xrange [-13:1]
set xtics ('0' -12, '10⁻¹⁰' -10, '10⁻⁸' -8, '10⁻⁶' -6, '10⁻⁴' -4, '10⁻²' -2, '10⁰' 0)
unset logscale y
set yrange [0:100]
set ytics ('' 0, '' 20, '' 40, '' 60, '' 80, '' 100)
set xtics offset 0,0.5
set grid noxtics ytics
unset colorbox
set label 'gradient descent at 1' at screen 0.5344, screen 0.85714 left textcolor rgb '#1F1F1F' font family.':Bold,13.5'
set label 'size of an entry' at screen 0.76095, screen 0.05463 center textcolor rgb '#4A4A4A' font ',12.5'
plot \
  'gradient.dat' using 1:3:(0.45) with boxes linecolor rgb '#56B4E9' fillstyle solid 1 noborder
unset multiplot
unset output
