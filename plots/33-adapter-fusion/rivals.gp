# The attention finds the right adapter, but cannot replace it
# gnuplot rivals.gp draws rivals.svg

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

set terminal svg size 720,455 fixed font 'Arial&#44; Helvetica&#44; sans-serif,13' fontscale 1 linewidth 1 dashlength 1 butt enhanced background '#ffffff'
set output 'rivals.svg'
family = 'Arial&#44; Helvetica&#44; sans-serif'

set lmargin at screen 0.06278; set rmargin at screen 0.97222
set tmargin at screen 0.85055; set bmargin at screen 0.13099
unset logscale x
set xrange [-0.5:3.5]
set xtics ('Spanish' 0, 'names' 1, 'backwards' 2, 'mixture' 3)
unset logscale y
set yrange [-0.12053090931147807:0.8667341910692467]
set ytics ('0.0' 0, '0.2' 0.2, '0.4' 0.4, '0.6' 0.6, '0.8' 0.8)
set xtics offset 0,0.5
set grid noxtics ytics
unset colorbox
set label 'The attention finds the right adapter, but cannot replace it' at screen 0.02222, screen 0.94066 left textcolor rgb '#1F1F1F' font family.':Bold,17'
set label 'bits above the best adapter alone' at screen 0.02222, screen 0.88022 left textcolor rgb '#4A4A4A' font ',12.5'
set arrow from graph 0, first 0 to graph 1, first 0 nohead back linewidth 2 linecolor rgb '#000000' dashtype (9, 6)
set label '' at screen 0.07944, screen 0.04857 front point pointtype 7 pointsize 0.91 linecolor rgb '#66D55E00'
set label 'new adapter' at screen 0.10444, screen 0.04857 left front textcolor rgb '#1F1F1F' font ',12.5'
set label '' at screen 0.25653, screen 0.04857 front point pointtype 7 pointsize 0.91 linecolor rgb '#660072B2'
set label 'attention' at screen 0.28153, screen 0.04857 left front textcolor rgb '#1F1F1F' font ',12.5'
set label '' at screen 0.4034, screen 0.04857 front point pointtype 7 pointsize 0.91 linecolor rgb '#66009E73'
set label 'fixed shares' at screen 0.4284, screen 0.04857 left front textcolor rgb '#1F1F1F' font ',12.5'
set label '' at screen 0.57771, screen 0.04857 front point pointtype 7 pointsize 0.91 linecolor rgb '#66CC79A7'
set label 'attention without the right adapter' at screen 0.60271, screen 0.04857 left front textcolor rgb '#1F1F1F' font ',12.5'
plot \
  'rivals.dat' using 1:2 with points pointtype 7 pointsize 0.91 linecolor rgb '#66D55E00', \
  'rivals.dat' using 3:4 with points pointtype 7 pointsize 0.91 linecolor rgb '#660072B2', \
  'rivals.dat' using 5:6 with points pointtype 7 pointsize 0.91 linecolor rgb '#66009E73', \
  'rivals.dat' using 7:8 with points pointtype 7 pointsize 0.91 linecolor rgb '#66CC79A7'
unset output
