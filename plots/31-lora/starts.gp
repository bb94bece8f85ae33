# One of the two must start at zero, and only one
# gnuplot starts.gp draws starts.svg

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
set output 'starts.svg'
family = 'Arial&#44; Helvetica&#44; sans-serif'

set lmargin at screen 0.06278; set rmargin at screen 0.97222
set tmargin at screen 0.86179; set bmargin at screen 0.11649
unset logscale x
set xrange [0:150]
set xtics ('0' 0, '20' 20, '40' 40, '60' 60, '80' 80, '100' 100, '120' 120, '140' 140)
unset logscale y
set yrange [2.9574651587745553:5.339598477328563]
set ytics ('3.0' 3, '3.5' 3.5, '4.0' 4, '4.5' 4.5, '5.0' 5)
set xtics offset 0,0.5
set grid noxtics ytics
unset colorbox
set label 'One of the two must start at zero, and only one' at screen 0.02222, screen 0.94512 left textcolor rgb '#1F1F1F' font family.':Bold,17'
set label 'Spanish (bits per character)' at screen 0.02222, screen 0.88923 left textcolor rgb '#4A4A4A' font ',12.5'
set label 'step' at screen 0.5175, screen 0.04332 center textcolor rgb '#4A4A4A' font ',12.5'
set object rectangle from screen 0.78646, screen 0.84553 to screen 0.96111, screen 0.68699 front fillcolor rgb '#ffffff' fillstyle transparent solid 0.8 noborder
set arrow from screen 0.79618, screen 0.81809 to screen 0.82951, screen 0.81809 nohead front linewidth 2 linecolor rgb '#009E73' dashtype solid
set label 'B = 0' at screen 0.83785, screen 0.81809 left front textcolor rgb '#1F1F1F' font ',12.5'
set arrow from screen 0.79618, screen 0.78354 to screen 0.82951, screen 0.78354 nohead front linewidth 2 linecolor rgb '#0072B2' dashtype solid
set label 'A = 0' at screen 0.83785, screen 0.78354 left front textcolor rgb '#1F1F1F' font ',12.5'
set arrow from screen 0.79618, screen 0.74898 to screen 0.82951, screen 0.74898 nohead front linewidth 2 linecolor rgb '#8C8C8C' dashtype solid
set label 'both zero' at screen 0.83785, screen 0.74898 left front textcolor rgb '#1F1F1F' font ',12.5'
set arrow from screen 0.79618, screen 0.71443 to screen 0.82951, screen 0.71443 nohead front linewidth 2 linecolor rgb '#D55E00' dashtype solid
set label 'both random' at screen 0.83785, screen 0.71443 left front textcolor rgb '#1F1F1F' font ',12.5'
plot \
  'starts.dat' using 1:2:3 with filledcurves linecolor rgb '#009E73' fillstyle transparent solid 0.18 noborder, \
  'starts.dat' using 1:4 with lines linewidth 2 linecolor rgb '#009E73' dashtype solid, \
  'starts.dat' using 1:5:6 with filledcurves linecolor rgb '#0072B2' fillstyle transparent solid 0.18 noborder, \
  'starts.dat' using 1:7 with lines linewidth 2 linecolor rgb '#0072B2' dashtype solid, \
  'starts.dat' using 1:8:8 with filledcurves linecolor rgb '#8C8C8C' fillstyle transparent solid 0.18 noborder, \
  'starts.dat' using 1:8 with lines linewidth 2 linecolor rgb '#8C8C8C' dashtype solid, \
  'starts.dat' using 1:9:10 with filledcurves linecolor rgb '#D55E00' fillstyle transparent solid 0.18 noborder, \
  'starts.dat' using 1:11 with lines linewidth 2 linecolor rgb '#D55E00' dashtype solid
unset output
