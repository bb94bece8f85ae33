# Each method has its own hill; one rate for all compares different places on them
# gnuplot digits.gp draws digits.svg

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

set terminal svg size 720,513 fixed font 'Arial&#44; Helvetica&#44; sans-serif,13' fontscale 1 linewidth 1 dashlength 1 butt enhanced background '#ffffff'
set output 'digits.svg'
family = 'Arial&#44; Helvetica&#44; sans-serif'

set lmargin at screen 0.06811; set rmargin at screen 0.97222
set tmargin at screen 0.79142; set bmargin at screen 0.15696
set logscale x
set xrange [7.429662742778526e-05:2.6919122297226177]
set xtics ('10^{−4}' 0.0001, '10^{−3}' 0.001, '10^{−2}' 0.01, '10^{−1}' 0.1, '10^{0}' 1)
unset logscale y
set yrange [0:100]
set ytics ('0' 0, '20' 20, '40' 40, '60' 60, '80' 80, '100' 100)
set xtics offset 0,0.25
set grid noxtics ytics
unset colorbox
set label 'Each method has its own hill; one rate for all compares different' at screen 0.02222, screen 0.94737 left textcolor rgb '#1F1F1F' font family.':Bold,17'
set label 'places on them' at screen 0.02222, screen 0.90448 left textcolor rgb '#1F1F1F' font family.':Bold,17'
set label 'Adam''s default, 0.001' at screen 0.29201, screen 0.81579 center textcolor rgb '#717171' font ',12.5'
set label 'test accuracy (%)' at screen 0.02222, screen 0.85088 left textcolor rgb '#4A4A4A' font ',12.5'
set label 'learning rate η' at screen 0.52017, screen 0.08678 center textcolor rgb '#4A4A4A' font ',12.5'
set arrow from first 0.001, graph 0 to first 0.001, graph 1 nohead back linewidth 1 linecolor rgb '#8C8C8C' dashtype solid
set arrow from screen 0.06811, screen 0.04292 to screen 0.10144, screen 0.04292 nohead front linewidth 2 linecolor rgb '#009E73' dashtype solid
set label 'Adam' at screen 0.10978, screen 0.04292 left front textcolor rgb '#1F1F1F' font ',12.5'
set arrow from screen 0.18582, screen 0.04292 to screen 0.21915, screen 0.04292 nohead front linewidth 2 linecolor rgb '#CC79A7' dashtype solid
set label 'RMSProp' at screen 0.22749, screen 0.04292 left front textcolor rgb '#1F1F1F' font ',12.5'
set arrow from screen 0.33339, screen 0.04292 to screen 0.36672, screen 0.04292 nohead front linewidth 2 linecolor rgb '#D55E00' dashtype solid
set label 'momentum, β = 0.9' at screen 0.37506, screen 0.04292 left front textcolor rgb '#1F1F1F' font ',12.5'
set arrow from screen 0.57749, screen 0.04292 to screen 0.61082, screen 0.04292 nohead front linewidth 2 linecolor rgb '#0072B2' dashtype solid
set label 'gradient descent' at screen 0.61915, screen 0.04292 left front textcolor rgb '#1F1F1F' font ',12.5'
plot \
  'digits.dat' using 1:2:3 with filledcurves linecolor rgb '#009E73' fillstyle transparent solid 0.18 noborder, \
  'digits.dat' using 1:4 with lines linewidth 2 linecolor rgb '#009E73' dashtype solid, \
  'digits.dat' using 1:4 with points pointtype 7 pointsize 0.455 linecolor rgb '#009E73', \
  'digits.dat' using 1:5:6 with filledcurves linecolor rgb '#CC79A7' fillstyle transparent solid 0.18 noborder, \
  'digits.dat' using 1:7 with lines linewidth 2 linecolor rgb '#CC79A7' dashtype solid, \
  'digits.dat' using 1:7 with points pointtype 7 pointsize 0.455 linecolor rgb '#CC79A7', \
  'digits.dat' using 1:8:9 with filledcurves linecolor rgb '#D55E00' fillstyle transparent solid 0.18 noborder, \
  'digits.dat' using 1:10 with lines linewidth 2 linecolor rgb '#D55E00' dashtype solid, \
  'digits.dat' using 1:10 with points pointtype 7 pointsize 0.455 linecolor rgb '#D55E00', \
  'digits.dat' using 1:11:12 with filledcurves linecolor rgb '#0072B2' fillstyle transparent solid 0.18 noborder, \
  'digits.dat' using 1:13 with lines linewidth 2 linecolor rgb '#0072B2' dashtype solid, \
  'digits.dat' using 1:13 with points pointtype 7 pointsize 0.455 linecolor rgb '#0072B2'
unset output
