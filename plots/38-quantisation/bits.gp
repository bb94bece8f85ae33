# With two bits it is mostly the scale that fails
# gnuplot bits.gp draws bits.svg

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

set terminal svg size 720,492 fixed font 'Arial&#44; Helvetica&#44; sans-serif,13' fontscale 1 linewidth 1 dashlength 1 butt enhanced background '#ffffff'
set output 'bits.svg'
family = 'Arial&#44; Helvetica&#44; sans-serif'

set lmargin at screen 0.06811; set rmargin at screen 0.9191
set tmargin at screen 0.86179; set bmargin at screen 0.1644
unset logscale x
set xrange [1.7:8.2]
set xtics ('2' 2, '3' 3, '4' 4, '5' 5, '6' 6, '7' 7, '8' 8)
unset logscale y
set yrange [0:100]
set ytics ('0' 0, '20' 20, '40' 40, '60' 60, '80' 80, '100' 100)
set xtics offset 0,0.5
set grid noxtics ytics
unset colorbox
set label 'With two bits it is mostly the scale that fails' at screen 0.02222, screen 0.94512 left textcolor rgb '#1F1F1F' font family.':Bold,17'
set label 'test digits read (%)' at screen 0.02222, screen 0.88923 left textcolor rgb '#4A4A4A' font ',12.5'
set label '32 bits' at screen 0.92882, screen 0.7917 left textcolor rgb '#717171' font ',12.5'
set label 'bits of a weight' at screen 0.4936, screen 0.09122 center textcolor rgb '#4A4A4A' font ',12.5'
set arrow from graph 0, first 89.9497487437186 to graph 1, first 89.9497487437186 nohead back linewidth 1 linecolor rgb '#8C8C8C' dashtype (9, 6)
set arrow from screen 0.06811, screen 0.04549 to screen 0.10144, screen 0.04549 nohead front linewidth 2 linecolor rgb '#D55E00' dashtype solid
set label 'largest' at screen 0.10978, screen 0.04549 left front textcolor rgb '#1F1F1F' font ',12.5'
set arrow from screen 0.19589, screen 0.04549 to screen 0.22922, screen 0.04549 nohead front linewidth 2 linecolor rgb '#0072B2' dashtype solid
set label 'per output' at screen 0.23756, screen 0.04549 left front textcolor rgb '#1F1F1F' font ',12.5'
set arrow from screen 0.35526, screen 0.04549 to screen 0.3886, screen 0.04549 nohead front linewidth 2 linecolor rgb '#009E73' dashtype solid
set label 'best' at screen 0.39693, screen 0.04549 left front textcolor rgb '#1F1F1F' font ',12.5'
set label '' at screen 0.47679, screen 0.04549 front point pointtype 7 pointsize 1.3 linecolor rgb '#000000'
set label 'largest, 1 epoch later' at screen 0.50179, screen 0.04549 left front textcolor rgb '#1F1F1F' font ',12.5'
plot \
  'bits.dat' using 1:2:3 with filledcurves linecolor rgb '#D55E00' fillstyle transparent solid 0.18 noborder, \
  'bits.dat' using 1:4 with lines linewidth 2 linecolor rgb '#D55E00' dashtype solid, \
  'bits.dat' using 1:4 with points pointtype 7 pointsize 0.455 linecolor rgb '#D55E00', \
  'bits.dat' using 1:5:6 with filledcurves linecolor rgb '#0072B2' fillstyle transparent solid 0.18 noborder, \
  'bits.dat' using 1:7 with lines linewidth 2 linecolor rgb '#0072B2' dashtype solid, \
  'bits.dat' using 1:7 with points pointtype 7 pointsize 0.455 linecolor rgb '#0072B2', \
  'bits.dat' using 1:8:9 with filledcurves linecolor rgb '#009E73' fillstyle transparent solid 0.18 noborder, \
  'bits.dat' using 1:10 with lines linewidth 2 linecolor rgb '#009E73' dashtype solid, \
  'bits.dat' using 1:10 with points pointtype 7 pointsize 0.455 linecolor rgb '#009E73', \
  'bits.dat' using 11:12 with points pointtype 7 pointsize 1.3 linecolor rgb '#000000'
unset output
