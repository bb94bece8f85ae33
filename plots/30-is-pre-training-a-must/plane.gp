# Few data lead both past the truth, scratch further
# gnuplot plane.gp draws plane.svg

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

set terminal svg size 668,595 fixed font 'Arial&#44; Helvetica&#44; sans-serif,13' fontscale 1 linewidth 1 dashlength 1 butt enhanced background '#ffffff'
set output 'plane.svg'
family = 'Arial&#44; Helvetica&#44; sans-serif'

set lmargin at screen 0.06766; set rmargin at screen 0.96971
set tmargin at screen 0.88571; set bmargin at screen 0.0958
unset logscale x
set xrange [-0.3:4.7]
set xtics ('0.0' 0, '0.5' 0.5, '1.0' 1, '1.5' 1.5, '2.0' 2, '2.5' 2.5, '3.0' 3, '3.5' 3.5, '4.0' 4, '4.5' 4.5)
unset logscale y
set yrange [-0.4:3.5]
set ytics ('0.0' 0, '0.5' 0.5, '1.0' 1, '1.5' 1.5, '2.0' 2, '2.5' 2.5, '3.0' 3, '3.5' 3.5)
set xtics offset 0,0.5
set grid noxtics ytics
unset colorbox
set label 'Few data lead both past the truth, scratch further' at screen 0.02395, screen 0.95462 left textcolor rgb '#1F1F1F' font family.':Bold,17'
set label 'second weight' at screen 0.02395, screen 0.9084 left textcolor rgb '#4A4A4A' font ',12.5'
set label 'first weight' at screen 0.51869, screen 0.03529 center textcolor rgb '#4A4A4A' font ',12.5'
set label 'truth' at first 4.1, first -0.15 left front textcolor rgb '#4A4A4A' font ',12.5'
set label 'm of few data' at first 3.9, first 3.2 right front textcolor rgb '#4A4A4A' font ',12.5'
set object rectangle from screen 0.07964, screen 0.87227 to screen 0.26602, screen 0.79832 front fillcolor rgb '#ffffff' fillstyle transparent solid 0.8 noborder
set arrow from screen 0.09012, screen 0.84958 to screen 0.12605, screen 0.84958 nohead front linewidth 2 linecolor rgb '#D55E00' dashtype solid
set label 'from scratch' at screen 0.13503, screen 0.84958 left front textcolor rgb '#1F1F1F' font ',12.5'
set arrow from screen 0.09012, screen 0.82101 to screen 0.12605, screen 0.82101 nohead front linewidth 2 linecolor rgb '#0072B2' dashtype solid
set label 'pre-trained' at screen 0.13503, screen 0.82101 left front textcolor rgb '#1F1F1F' font ',12.5'
plot \
  'plane.dat' using 1:2 with lines linewidth 2 linecolor rgb '#D55E00' dashtype solid, \
  'plane.dat' using 1:2 with points pointtype 7 pointsize 0.325 linecolor rgb '#D55E00', \
  'plane.dat' every ::0::0 using 1:2 with points pointtype 6 pointsize 0.845 linecolor rgb '#D55E00' linewidth 1.5, \
  'plane.dat' every ::60::60 using 1:2 with points pointtype 7 pointsize 0.845 linecolor rgb '#D55E00', \
  'plane.dat' using 3:4 with lines linewidth 2 linecolor rgb '#D55E00' dashtype (9, 6), \
  'plane.dat' using 5:2 with lines linewidth 2 linecolor rgb '#0072B2' dashtype solid, \
  'plane.dat' using 5:2 with points pointtype 7 pointsize 0.325 linecolor rgb '#0072B2', \
  'plane.dat' every ::0::0 using 5:2 with points pointtype 6 pointsize 0.845 linecolor rgb '#0072B2' linewidth 1.5, \
  'plane.dat' every ::60::60 using 5:2 with points pointtype 7 pointsize 0.845 linecolor rgb '#0072B2', \
  'plane.dat' using 6:7 with lines linewidth 2 linecolor rgb '#0072B2' dashtype (9, 6), \
  'plane.dat' using 8:9 with points pointtype 7 pointsize 1.04 linecolor rgb '#000000'
unset output
