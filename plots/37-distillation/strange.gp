# Answers teach a digit that the student never sees
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

set terminal svg size 720,471 fixed font 'Arial&#44; Helvetica&#44; sans-serif,13' fontscale 1 linewidth 1 dashlength 1 butt enhanced background '#ffffff'
set output 'strange.svg'
family = 'Arial&#44; Helvetica&#44; sans-serif'

set lmargin at screen 0.06811; set rmargin at screen 0.96489
set tmargin at screen 0.85563; set bmargin at screen 0.17019
set logscale x
set xrange [50:7600]
set xtics ('100' 100, '1,000' 1000, '7,600' 7600)
unset logscale y
set yrange [0:100]
set ytics ('0' 0, '20' 20, '40' 40, '60' 60, '80' 80, '100' 100)
set xtics offset 0,0.5
set grid noxtics ytics
unset colorbox
set label 'Answers teach a digit that the student never sees' at screen 0.02222, screen 0.94268 left textcolor rgb '#1F1F1F' font family.':Bold,17'
set label 'test 5s read (%)' at screen 0.02222, screen 0.88429 left textcolor rgb '#4A4A4A' font ',12.5'
set label 'steps' at screen 0.5165, screen 0.09376 center textcolor rgb '#4A4A4A' font ',12.5'
set arrow from screen 0.06811, screen 0.04599 to screen 0.10144, screen 0.04599 nohead front linewidth 2 linecolor rgb '#D55E00' dashtype solid
set label 'labels' at screen 0.10978, screen 0.04599 left front textcolor rgb '#1F1F1F' font ',12.5'
set arrow from screen 0.18651, screen 0.04599 to screen 0.21985, screen 0.04599 nohead front linewidth 2 linecolor rgb '#56B4E9' dashtype solid
set label 'answers, T = 1' at screen 0.22818, screen 0.04599 left front textcolor rgb '#1F1F1F' font ',12.5'
set arrow from screen 0.38478, screen 0.04599 to screen 0.41811, screen 0.04599 nohead front linewidth 2 linecolor rgb '#0072B2' dashtype solid
set label 'answers, T = 8' at screen 0.42644, screen 0.04599 left front textcolor rgb '#1F1F1F' font ',12.5'
plot \
  'strange.dat' using 1:2:2 with filledcurves linecolor rgb '#D55E00' fillstyle transparent solid 0.18 noborder, \
  'strange.dat' using 1:2 with lines linewidth 2 linecolor rgb '#D55E00' dashtype solid, \
  'strange.dat' using 1:3:4 with filledcurves linecolor rgb '#56B4E9' fillstyle transparent solid 0.18 noborder, \
  'strange.dat' using 1:5 with lines linewidth 2 linecolor rgb '#56B4E9' dashtype solid, \
  'strange.dat' using 1:6:7 with filledcurves linecolor rgb '#0072B2' fillstyle transparent solid 0.18 noborder, \
  'strange.dat' using 1:8 with lines linewidth 2 linecolor rgb '#0072B2' dashtype solid
unset output
