# The thumbnail of rules
# gnuplot rules-small.gp draws rules-small.svg

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

set terminal svg size 340,200 fixed font 'Arial&#44; Helvetica&#44; sans-serif,13' fontscale 1 linewidth 1 dashlength 1 butt enhanced background '#ffffff'
set output 'rules-small.svg'
family = 'Arial&#44; Helvetica&#44; sans-serif'

set lmargin at screen 0.14424; set rmargin at screen 0.65074
set tmargin at screen 0.77; set bmargin at screen 0.28781
set logscale x
set xrange [7.06162397032524:580.0365492714488]
set xtics ('8' 8, '16' 16, '32' 32, '64' 64, '128' 128, '256' 256, '512' 512)
unset logscale y
set yrange [0:100]
set ytics ('0' 0, '20' 20, '40' 40, '60' 60, '80' 80, '100' 100)
set xtics offset 0,0.5
set grid noxtics ytics
unset colorbox
set label 'test digits read (%)' at screen 0.04706, screen 0.8375 left textcolor rgb '#4A4A4A' font ',12.5'
set label 'fixed rate' at screen 0.67132, screen 0.40346 left textcolor rgb '#BF5400' font ',12.5'
set label 'square-root rate' at screen 0.67132, screen 0.63572 left textcolor rgb '#008661' font ',12.5'
set label 'linear rate' at screen 0.67132, screen 0.72072 left textcolor rgb '#0072B2' font ',12.5'
set label 'batch size B' at screen 0.39749, screen 0.10781 center textcolor rgb '#4A4A4A' font ',12.5'
set arrow from graph 0, first 95.98333333333333 to graph 1, first 95.98333333333333 nohead back linewidth 1 linecolor rgb '#8C8C8C' dashtype (9, 6)
plot \
  'rules.dat' using 1:2:3 with filledcurves linecolor rgb '#D55E00' fillstyle transparent solid 0.18 noborder, \
  'rules.dat' using 1:4 with lines linewidth 3 linecolor rgb '#D55E00' dashtype solid, \
  'rules.dat' using 1:4 with points pointtype 7 pointsize 0.455 linecolor rgb '#D55E00', \
  'rules.dat' using 1:5:6 with filledcurves linecolor rgb '#009E73' fillstyle transparent solid 0.18 noborder, \
  'rules.dat' using 1:7 with lines linewidth 3 linecolor rgb '#009E73' dashtype solid, \
  'rules.dat' using 1:7 with points pointtype 7 pointsize 0.455 linecolor rgb '#009E73', \
  'rules.dat' using 1:8:9 with filledcurves linecolor rgb '#0072B2' fillstyle transparent solid 0.18 noborder, \
  'rules.dat' using 1:10 with lines linewidth 3 linecolor rgb '#0072B2' dashtype solid, \
  'rules.dat' using 1:10 with points pointtype 7 pointsize 0.455 linecolor rgb '#0072B2'
unset output
