# The thumbnail of window
# gnuplot window-small.gp draws window-small.svg

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

set terminal svg size 340,290 fixed font 'Arial&#44; Helvetica&#44; sans-serif,13' fontscale 1 linewidth 1 dashlength 1 butt enhanced background '#ffffff'
set output 'window-small.svg'
family = 'Arial&#44; Helvetica&#44; sans-serif'

set lmargin at screen 0.14424; set rmargin at screen 0.81544
set tmargin at screen 0.78276; set bmargin at screen 0.34208
unset logscale x
set xrange [-25.38:23.38]
set xtics ('−20' -20, '−10' -10, '0' 0, '10' 10, '20' 20)
unset logscale y
set yrange [0:100]
set ytics ('0' 0, '20' 20, '40' 40, '60' 60, '80' 80, '100' 100)
set xtics offset 0,0.5
set grid noxtics ytics
unset colorbox
set label 'all become 0' at screen 0.23206, screen 0.82586 center textcolor rgb '#717171' font ',12.5'
set label 'the largest becomes inf' at screen 0.73862, screen 0.82586 center textcolor rgb '#717171' font ',12.5'
set label 'test accuracy (%)' at screen 0.04706, screen 0.88793 left textcolor rgb '#4A4A4A' font ',12.5'
set label 'Float32' at screen 0.83603, screen 0.75411 left textcolor rgb '#000000' font ',12.5'
set label 'exponent k: loss times 2ᵏ, learning rate times 2⁻ᵏ' at screen 0.47984, screen 0.21794 center textcolor rgb '#4A4A4A' font ',12.5'
set arrow from graph 0, first 93.50000000000001 to graph 1, first 93.50000000000001 nohead back linewidth 2 linecolor rgb '#000000' dashtype (2, 4)
set arrow from first -19, graph 0 to first -19, graph 1 nohead back linewidth 1 linecolor rgb '#8C8C8C' dashtype (9, 6)
set arrow from first 17.799387417379684, graph 0 to first 17.799387417379684, graph 1 nohead back linewidth 1 linecolor rgb '#8C8C8C' dashtype (9, 6)
set arrow from screen 0.14424, screen 0.14035 to screen 0.21482, screen 0.14035 nohead front linewidth 2 linecolor rgb '#D55E00' dashtype solid
set label 'Float16' at screen 0.23247, screen 0.14035 left front textcolor rgb '#1F1F1F' font ',12.5'
set arrow from screen 0.42585, screen 0.14035 to screen 0.49644, screen 0.14035 nohead front linewidth 2 linecolor rgb '#009E73' dashtype solid
set label 'Float16 with a scaler' at screen 0.51409, screen 0.14035 left front textcolor rgb '#1F1F1F' font ',12.5'
set label '' at screen 0.17953, screen 0.07484 front point pointtype 6 pointsize 0.845 linecolor rgb '#000000'
set label 'bfloat16' at screen 0.23247, screen 0.07484 left front textcolor rgb '#1F1F1F' font ',12.5'
plot \
  'window.dat' using 1:2:3 with filledcurves linecolor rgb '#D55E00' fillstyle transparent solid 0.18 noborder, \
  'window.dat' using 1:4 with lines linewidth 2 linecolor rgb '#D55E00' dashtype solid, \
  'window.dat' using 1:4 with points pointtype 7 pointsize 0.455 linecolor rgb '#D55E00', \
  'window.dat' using 1:5:6 with filledcurves linecolor rgb '#009E73' fillstyle transparent solid 0.18 noborder, \
  'window.dat' using 1:7 with lines linewidth 2 linecolor rgb '#009E73' dashtype solid, \
  'window.dat' using 1:7 with points pointtype 7 pointsize 0.455 linecolor rgb '#009E73', \
  'window.dat' using 8:9 with points pointtype 6 pointsize 0.845 linecolor rgb '#000000'
unset output
