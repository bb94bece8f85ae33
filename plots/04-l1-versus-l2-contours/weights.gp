# L1 sets 38 % of the weights to exactly zero (dots); L2 keeps a little of all
# gnuplot weights.gp draws weights.svg

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

set terminal svg size 800,264 fixed font 'Arial&#44; Helvetica&#44; sans-serif,13' fontscale 1 linewidth 1 dashlength 1 butt enhanced background '#ffffff'
set output 'weights.svg'
family = 'Arial&#44; Helvetica&#44; sans-serif'
set multiplot

# Panel 1: L1, proximal
set lmargin at screen 0.0325; set rmargin at screen 0.3959
set tmargin at screen 0.66667; set bmargin at screen 0.14
unset logscale x
set xrange [-0.5:45.5]
unset xtics
unset logscale y
set yrange [-0.5:21.5]
unset ytics
unset border
unset grid
set palette defined (0 '#0072B2', 1 '#7FB4D6', 2 '#FFFFFF', 3 '#EAAE7F', 4 '#D55E00')
unset logscale cb
set cbrange [-1.8549257516860962:1.8549257516860962]
set cbtics ('−1.5' -1.5, '−1.0' -1, '−0.5' -0.5, '0.0' 0, '0.5' 0.5, '1.0' 1, '1.5' 1.5) scale 0
set colorbox user origin screen 0.4134, screen 0.14 size 0.015, 0.52667 noborder
set label 'L1 sets 38 % of the weights to exactly zero (dots); L2 keeps a little of all' at screen 0.02, screen 0.89773 left textcolor rgb '#1F1F1F' font family.':Bold,17'
set label 'L1, proximal' at screen 0.02, screen 0.78788 left textcolor rgb '#1F1F1F' font family.':Bold,13.5'
set label 'weight' at screen 0.475, screen 0.7178 right textcolor rgb '#4A4A4A' font ',12.5'
set label '0' at first 0.5, first 20.3 left front textcolor rgb '#4A4A4A' font ',12.5'
set label '1' at first 9.5, first 20.3 left front textcolor rgb '#4A4A4A' font ',12.5'
set label '2' at first 18.5, first 20.3 left front textcolor rgb '#4A4A4A' font ',12.5'
set label '3' at first 27.5, first 20.3 left front textcolor rgb '#4A4A4A' font ',12.5'
set label '4' at first 36.5, first 20.3 left front textcolor rgb '#4A4A4A' font ',12.5'
set label '5' at first 0.5, first 9.3 left front textcolor rgb '#4A4A4A' font ',12.5'
set label '6' at first 9.5, first 9.3 left front textcolor rgb '#4A4A4A' font ',12.5'
set label '7' at first 18.5, first 9.3 left front textcolor rgb '#4A4A4A' font ',12.5'
set label '8' at first 27.5, first 9.3 left front textcolor rgb '#4A4A4A' font ',12.5'
set label '9' at first 36.5, first 9.3 left front textcolor rgb '#4A4A4A' font ',12.5'
plot \
  'weights-grid.dat' using 1:2:3 with image pixels, \
  'weights.dat' using 1:2 with lines linewidth 1 linecolor rgb '#A68C8C8C' dashtype solid, \
  'weights.dat' using 3:4 with points pointtype 7 pointsize 0.26 linecolor rgb '#8C8C8C'

# Panel 2: L2
unset label
unset arrow
unset object
set lmargin at screen 0.5325; set rmargin at screen 0.8959
set tmargin at screen 0.66667; set bmargin at screen 0.14
unset logscale x
set xrange [-0.5:45.5]
unset xtics
unset logscale y
set yrange [-0.5:21.5]
unset ytics
unset border
unset grid
set palette defined (0 '#0072B2', 1 '#7FB4D6', 2 '#FFFFFF', 3 '#EAAE7F', 4 '#D55E00')
unset logscale cb
set cbrange [-1.8549257516860962:1.8549257516860962]
set cbtics ('−1.5' -1.5, '−1.0' -1, '−0.5' -0.5, '0.0' 0, '0.5' 0.5, '1.0' 1, '1.5' 1.5) scale 0
set colorbox user origin screen 0.9134, screen 0.14 size 0.015, 0.52667 noborder
set label 'L2' at screen 0.52, screen 0.78788 left textcolor rgb '#1F1F1F' font family.':Bold,13.5'
set label 'weight' at screen 0.975, screen 0.7178 right textcolor rgb '#4A4A4A' font ',12.5'
set label '0' at first 0.5, first 20.3 left front textcolor rgb '#4A4A4A' font ',12.5'
set label '1' at first 9.5, first 20.3 left front textcolor rgb '#4A4A4A' font ',12.5'
set label '2' at first 18.5, first 20.3 left front textcolor rgb '#4A4A4A' font ',12.5'
set label '3' at first 27.5, first 20.3 left front textcolor rgb '#4A4A4A' font ',12.5'
set label '4' at first 36.5, first 20.3 left front textcolor rgb '#4A4A4A' font ',12.5'
set label '5' at first 0.5, first 9.3 left front textcolor rgb '#4A4A4A' font ',12.5'
set label '6' at first 9.5, first 9.3 left front textcolor rgb '#4A4A4A' font ',12.5'
set label '7' at first 18.5, first 9.3 left front textcolor rgb '#4A4A4A' font ',12.5'
set label '8' at first 27.5, first 9.3 left front textcolor rgb '#4A4A4A' font ',12.5'
set label '9' at first 36.5, first 9.3 left front textcolor rgb '#4A4A4A' font ',12.5'
plot \
  'weights-grid.dat' using 1:2:4 with image pixels, \
  'weights.dat' using 1:2 with lines linewidth 1 linecolor rgb '#A68C8C8C' dashtype solid
unset multiplot
unset output
