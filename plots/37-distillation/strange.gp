# Answers teach a digit never seen, and answers about noise teach digits
# gnuplot strange.gp draws strange.svg

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

set terminal svg size 800,380 fixed font 'Arial&#44; Helvetica&#44; sans-serif,13' fontscale 1 linewidth 1 dashlength 1 butt enhanced background '#ffffff'
set output 'strange.svg'
family = 'Arial&#44; Helvetica&#44; sans-serif'
set multiplot

# Panel 1: a 5 never seen
set lmargin at screen 0.0613; set rmargin at screen 0.4684
set tmargin at screen 0.76842; set bmargin at screen 0.15134
set logscale x
set xrange [50:7600]
set xtics ('100' 100, '1,000' 1000, '7,600' 7600)
unset logscale y
set yrange [0:100]
set ytics ('0' 0, '20' 20, '40' 40, '60' 60, '80' 80, '100' 100)
set xtics offset 0,0.5
set grid noxtics ytics
unset colorbox
set label 'Answers teach a digit never seen, and answers about noise teach digits' at screen 0.02, screen 0.92895 left textcolor rgb '#1F1F1F' font family.':Bold,17'
set label 'test 5s read (%)' at screen 0.02, screen 0.80395 left textcolor rgb '#4A4A4A' font ',12.5'
set label 'a 5 never seen' at screen 0.02, screen 0.85263 left textcolor rgb '#1F1F1F' font family.':Bold,13.5'
set label 'steps' at screen 0.26485, screen 0.05661 center textcolor rgb '#4A4A4A' font ',12.5'
set object rectangle from screen 0.0713, screen 0.74737 to screen 0.24474, screen 0.58684 front fillcolor rgb '#ffffff' fillstyle transparent solid 0.8 noborder
set arrow from screen 0.08005, screen 0.71184 to screen 0.11005, screen 0.71184 nohead front linewidth 2 linecolor rgb '#D55E00' dashtype solid
set label 'labels' at screen 0.11755, screen 0.71184 left front textcolor rgb '#1F1F1F' font ',12.5'
set arrow from screen 0.08005, screen 0.66711 to screen 0.11005, screen 0.66711 nohead front linewidth 2 linecolor rgb '#56B4E9' dashtype solid
set label 'answers, T = 1' at screen 0.11755, screen 0.66711 left front textcolor rgb '#1F1F1F' font ',12.5'
set arrow from screen 0.08005, screen 0.62237 to screen 0.11005, screen 0.62237 nohead front linewidth 2 linecolor rgb '#0072B2' dashtype solid
set label 'answers, T = 8' at screen 0.11755, screen 0.62237 left front textcolor rgb '#1F1F1F' font ',12.5'
plot \
  'strange.dat' using 1:2:2 with filledcurves linecolor rgb '#D55E00' fillstyle transparent solid 0.18 noborder, \
  'strange.dat' using 1:2 with lines linewidth 2 linecolor rgb '#D55E00' dashtype solid, \
  'strange.dat' using 1:3:4 with filledcurves linecolor rgb '#56B4E9' fillstyle transparent solid 0.18 noborder, \
  'strange.dat' using 1:5 with lines linewidth 2 linecolor rgb '#56B4E9' dashtype solid, \
  'strange.dat' using 1:6:7 with filledcurves linecolor rgb '#0072B2' fillstyle transparent solid 0.18 noborder, \
  'strange.dat' using 1:8 with lines linewidth 2 linecolor rgb '#0072B2' dashtype solid

# Panel 2: students of noise
unset label
unset arrow
unset object
set lmargin at screen 0.5613; set rmargin at screen 0.9684
set tmargin at screen 0.76842; set bmargin at screen 0.15134
set logscale x
set xrange [50:7600]
set xtics ('100' 100, '1,000' 1000, '7,600' 7600)
unset logscale y
set yrange [0:100]
set ytics ('0' 0, '20' 20, '40' 40, '60' 60, '80' 80, '100' 100)
set xtics offset 0,0.5
set grid noxtics ytics
unset colorbox
set label 'test digits read (%)' at screen 0.52, screen 0.80395 left textcolor rgb '#4A4A4A' font ',12.5'
set label 'students of noise' at screen 0.52, screen 0.85263 left textcolor rgb '#1F1F1F' font family.':Bold,13.5'
set label 'steps' at screen 0.76485, screen 0.05661 center textcolor rgb '#4A4A4A' font ',12.5'
set object rectangle from screen 0.80465, screen 0.33292 to screen 0.9584, screen 0.1724 front fillcolor rgb '#ffffff' fillstyle transparent solid 0.8 noborder
set arrow from screen 0.8134, screen 0.2974 to screen 0.8434, screen 0.2974 nohead front linewidth 2 linecolor rgb '#009E73' dashtype solid
set label '1,200 digits' at screen 0.8509, screen 0.2974 left front textcolor rgb '#1F1F1F' font ',12.5'
set arrow from screen 0.8134, screen 0.25266 to screen 0.8434, screen 0.25266 nohead front linewidth 2 linecolor rgb '#CC79A7' dashtype solid
set label 'noise' at screen 0.8509, screen 0.25266 left front textcolor rgb '#1F1F1F' font ',12.5'
set arrow from screen 0.8134, screen 0.20792 to screen 0.8434, screen 0.20792 nohead front linewidth 2 linecolor rgb '#E69F00' dashtype solid
set label 'noise, labels' at screen 0.8509, screen 0.20792 left front textcolor rgb '#1F1F1F' font ',12.5'
plot \
  'strange.dat' using 1:9:10 with filledcurves linecolor rgb '#009E73' fillstyle transparent solid 0.18 noborder, \
  'strange.dat' using 1:11 with lines linewidth 2 linecolor rgb '#009E73' dashtype solid, \
  'strange.dat' using 1:12:13 with filledcurves linecolor rgb '#CC79A7' fillstyle transparent solid 0.18 noborder, \
  'strange.dat' using 1:14 with lines linewidth 2 linecolor rgb '#CC79A7' dashtype solid, \
  'strange.dat' using 1:15:16 with filledcurves linecolor rgb '#E69F00' fillstyle transparent solid 0.18 noborder, \
  'strange.dat' using 1:17 with lines linewidth 2 linecolor rgb '#E69F00' dashtype solid
unset multiplot
unset output
