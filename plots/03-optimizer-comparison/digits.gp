# Each method has its own hill; one rate for all compares different places on them
# gnuplot digits.gp draws digits.svg
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

set terminal svg size 720,492 font 'Arial,13' enhanced background '#ffffff'
set output 'digits.svg'

set lmargin at screen 0.06577; set rmargin at screen 0.97222
set tmargin at screen 0.82724; set bmargin at screen 0.16398
set logscale x
set xrange [7.429662742778526e-05:2.6919122297226177]
set xtics ('10^{−4}' 0.0001, '10^{−3}' 0.001, '10^{−2}' 0.01, '10^{−1}' 0.1, '10^{0}' 1)
unset logscale y
set yrange [0:100]
set ytics ('0' 0, '20' 20, '40' 40, '60' 60, '80' 80, '100' 100)
set xtics offset 0,0.25
set grid noxtics ytics
unset colorbox
set label 'Each method has its own hill; one rate for all compares different places on them' at screen 0.02222, screen 0.94512 left textcolor rgb '#1F1F1F' font 'Arial:Bold,17'
set label 'Adam''s default, 0.001' at screen 0.29025, screen 0.85264 center textcolor rgb '#717171' font ',12.5'
set label 'test accuracy (%)' at screen 0.02222, screen 0.88923 left textcolor rgb '#4A4A4A' font ',12.5'
set label 'learning rate η' at screen 0.519, screen 0.09081 center textcolor rgb '#4A4A4A' font ',12.5'
set arrow from first 0.001, graph 0 to first 0.001, graph 1 nohead back linewidth 1 linecolor rgb '#8C8C8C' dashtype 1
set arrow from screen 0.06577, screen 0.04508 to screen 0.09911, screen 0.04508 nohead front linewidth 2 linecolor rgb '#009E73' dashtype 1
set label 'Adam' at screen 0.10744, screen 0.04508 left front textcolor rgb '#1F1F1F' font ',12.5'
set arrow from screen 0.18088, screen 0.04508 to screen 0.21421, screen 0.04508 nohead front linewidth 2 linecolor rgb '#CC79A7' dashtype 1
set label 'RMSProp' at screen 0.22254, screen 0.04508 left front textcolor rgb '#1F1F1F' font ',12.5'
set arrow from screen 0.32759, screen 0.04508 to screen 0.36092, screen 0.04508 nohead front linewidth 2 linecolor rgb '#D55E00' dashtype 1
set label 'momentum, β = 0.9' at screen 0.36925, screen 0.04508 left front textcolor rgb '#1F1F1F' font ',12.5'
set arrow from screen 0.55472, screen 0.04508 to screen 0.58806, screen 0.04508 nohead front linewidth 2 linecolor rgb '#0072B2' dashtype 1
set label 'gradient descent' at screen 0.59639, screen 0.04508 left front textcolor rgb '#1F1F1F' font ',12.5'
plot \
  'digits.dat' using 1:2:3 with filledcurves linecolor rgb '#009E73' fillstyle transparent solid 0.18 noborder, \
  'digits.dat' using 1:4 with lines linewidth 2 linecolor rgb '#009E73' dashtype 1, \
  'digits.dat' using 1:4 with points pointtype 7 pointsize 0.455 linecolor rgb '#009E73', \
  'digits.dat' using 1:5:6 with filledcurves linecolor rgb '#CC79A7' fillstyle transparent solid 0.18 noborder, \
  'digits.dat' using 1:7 with lines linewidth 2 linecolor rgb '#CC79A7' dashtype 1, \
  'digits.dat' using 1:7 with points pointtype 7 pointsize 0.455 linecolor rgb '#CC79A7', \
  'digits.dat' using 1:8:9 with filledcurves linecolor rgb '#D55E00' fillstyle transparent solid 0.18 noborder, \
  'digits.dat' using 1:10 with lines linewidth 2 linecolor rgb '#D55E00' dashtype 1, \
  'digits.dat' using 1:10 with points pointtype 7 pointsize 0.455 linecolor rgb '#D55E00', \
  'digits.dat' using 1:11:12 with filledcurves linecolor rgb '#0072B2' fillstyle transparent solid 0.18 noborder, \
  'digits.dat' using 1:13 with lines linewidth 2 linecolor rgb '#0072B2' dashtype 1, \
  'digits.dat' using 1:13 with points pointtype 7 pointsize 0.455 linecolor rgb '#0072B2'
unset output
