# The thumbnail of rounds
# gnuplot rounds-small.gp draws rounds-small.svg

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

set terminal svg size 340,334 fixed font 'Arial&#44; Helvetica&#44; sans-serif,13' fontscale 1 linewidth 1 dashlength 1 butt enhanced background '#ffffff'
set output 'rounds-small.svg'
family = 'Arial&#44; Helvetica&#44; sans-serif'

set lmargin at screen 0.14424; set rmargin at screen 0.93708
set tmargin at screen 0.86228; set bmargin at screen 0.41031
unset logscale x
set xrange [0:5.15]
set xtics ('100 %%' 0, '51 %%' 1, '26 %%' 2, '14 %%' 3, '7.3 %%' 4, '4.0 %%' 5)
unset logscale y
set yrange [0:100]
set ytics ('0' 0, '20' 20, '40' 40, '60' 60, '80' 80, '100' 100)
set xtics offset 0,0.5
set grid noxtics ytics
unset colorbox
set label 'test digits read (%)' at screen 0.04706, screen 0.90269 left textcolor rgb '#4A4A4A' font ',12.5'
set label 'weights kept' at screen 0.54066, screen 0.30252 center textcolor rgb '#4A4A4A' font ',12.5'
set arrow from graph 0, first 10 to graph 1, first 10 nohead back linewidth 1 linecolor rgb '#8C8C8C' dashtype (9, 6)
set arrow from screen 0.14424, screen 0.23516 to screen 0.21482, screen 0.23516 nohead front linewidth 1 linecolor rgb '#D55E00' dashtype solid
set label 'another draw, not trained' at screen 0.23247, screen 0.23516 left front textcolor rgb '#1F1F1F' font ',12.5'
set arrow from screen 0.14424, screen 0.17827 to screen 0.21482, screen 0.17827 nohead front linewidth 1 linecolor rgb '#0072B2' dashtype solid
set label 'ticket, not trained' at screen 0.23247, screen 0.17827 left front textcolor rgb '#1F1F1F' font ',12.5'
set arrow from screen 0.14424, screen 0.12138 to screen 0.21482, screen 0.12138 nohead front linewidth 2 linecolor rgb '#D55E00' dashtype solid
set label 'another draw, trained' at screen 0.23247, screen 0.12138 left front textcolor rgb '#1F1F1F' font ',12.5'
set arrow from screen 0.14424, screen 0.0645 to screen 0.21482, screen 0.0645 nohead front linewidth 3 linecolor rgb '#0072B2' dashtype solid
set label 'ticket, trained' at screen 0.23247, screen 0.0645 left front textcolor rgb '#1F1F1F' font ',12.5'
plot \
  'rounds.dat' using 1:2:3 with filledcurves linecolor rgb '#D55E00' fillstyle transparent solid 0.18 noborder, \
  'rounds.dat' using 1:4 with lines linewidth 1 linecolor rgb '#D55E00' dashtype solid, \
  'rounds.dat' using 1:4 with points pointtype 7 pointsize 0.455 linecolor rgb '#D55E00', \
  'rounds.dat' using 1:5:6 with filledcurves linecolor rgb '#0072B2' fillstyle transparent solid 0.18 noborder, \
  'rounds.dat' using 1:7 with lines linewidth 1 linecolor rgb '#0072B2' dashtype solid, \
  'rounds.dat' using 1:7 with points pointtype 7 pointsize 0.455 linecolor rgb '#0072B2', \
  'rounds.dat' using 1:8:9 with filledcurves linecolor rgb '#D55E00' fillstyle transparent solid 0.18 noborder, \
  'rounds.dat' using 1:10 with lines linewidth 2 linecolor rgb '#D55E00' dashtype solid, \
  'rounds.dat' using 1:10 with points pointtype 7 pointsize 0.455 linecolor rgb '#D55E00', \
  'rounds.dat' using 1:11:12 with filledcurves linecolor rgb '#0072B2' fillstyle transparent solid 0.18 noborder, \
  'rounds.dat' using 1:13 with lines linewidth 3 linecolor rgb '#0072B2' dashtype solid, \
  'rounds.dat' using 1:13 with points pointtype 7 pointsize 0.455 linecolor rgb '#0072B2'
unset output
