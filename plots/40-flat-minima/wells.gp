# The narrow well is deeper, but a small move out of it costs more
# gnuplot wells.gp draws wells.svg

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
set output 'wells.svg'
family = 'Arial&#44; Helvetica&#44; sans-serif'

set lmargin at screen 0.06278; set rmargin at screen 0.97222
set tmargin at screen 0.85714; set bmargin at screen 0.16933
unset logscale x
set xrange [-1.7:2.3]
set xtics ('−1.5' -1.5, '−1.0' -1, '−0.5' -0.5, '0.0' 0, '0.5' 0.5, '1.0' 1, '1.5' 1.5, '2.0' 2)
unset logscale y
set yrange [0:1.5]
set ytics ('0.0' 0, '0.2' 0.2, '0.4' 0.4, '0.6' 0.6, '0.8' 0.8, '1.0' 1, '1.2' 1.2, '1.4' 1.4)
set xtics offset 0,0.5
set grid noxtics ytics
unset colorbox
set label 'The narrow well is deeper, but a small move out of it costs more' at screen 0.02222, screen 0.94328 left textcolor rgb '#1F1F1F' font family.':Bold,17'
set label 'loss' at screen 0.02222, screen 0.8855 left textcolor rgb '#4A4A4A' font ',12.5'
set label 'weight x' at screen 0.5175, screen 0.0937 center textcolor rgb '#4A4A4A' font ',12.5'
set arrow from screen 0.06278, screen 0.04643 to screen 0.09611, screen 0.04643 nohead front linewidth 2 linecolor rgb '#D55E00' dashtype solid
set label 'worst within 0.2' at screen 0.10444, screen 0.04643 left front textcolor rgb '#1F1F1F' font ',12.5'
set arrow from screen 0.27007, screen 0.04643 to screen 0.3034, screen 0.04643 nohead front linewidth 2 linecolor rgb '#E69F00' dashtype solid
set label 'worst within 0.1' at screen 0.31174, screen 0.04643 left front textcolor rgb '#1F1F1F' font ',12.5'
set arrow from screen 0.47736, screen 0.04643 to screen 0.51069, screen 0.04643 nohead front linewidth 2 linecolor rgb '#56B4E9' dashtype solid
set label 'worst within 0.05' at screen 0.51903, screen 0.04643 left front textcolor rgb '#1F1F1F' font ',12.5'
set arrow from screen 0.69576, screen 0.04643 to screen 0.7291, screen 0.04643 nohead front linewidth 3 linecolor rgb '#000000' dashtype solid
set label 'loss f' at screen 0.73743, screen 0.04643 left front textcolor rgb '#1F1F1F' font ',12.5'
plot \
  'wells.dat' using 1:2 with lines linewidth 2 linecolor rgb '#D55E00' dashtype solid, \
  'wells.dat' using 1:3 with lines linewidth 2 linecolor rgb '#E69F00' dashtype solid, \
  'wells.dat' using 1:4 with lines linewidth 2 linecolor rgb '#56B4E9' dashtype solid, \
  'wells.dat' using 1:5 with lines linewidth 3 linecolor rgb '#000000' dashtype solid
unset output
