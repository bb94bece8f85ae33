# The Brier score of K networks lies on a straight line in 1/K
# gnuplot members.gp draws members.svg

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

set terminal svg size 800,388 fixed font 'Arial&#44; Helvetica&#44; sans-serif,13' fontscale 1 linewidth 1 dashlength 1 butt enhanced background '#ffffff'
set output 'members.svg'
family = 'Arial&#44; Helvetica&#44; sans-serif'
set multiplot

# Panel 1
set lmargin at screen 0.0661; set rmargin at screen 0.4822
set tmargin at screen 0.82474; set bmargin at screen 0.20703
unset logscale x
set xrange [0:1.05]
set xtics ('1' 1, '1/2' 0.5, '1/3' 0.3333333333333333, '1/5' 0.2, '1/10' 0.1)
unset logscale y
set yrange [0:0.24254107221740584]
set ytics ('0.00' 0, '0.05' 0.05, '0.10' 0.1, '0.15' 0.15, '0.20' 0.2)
set xtics offset 0,0.5
set grid noxtics ytics
unset colorbox
set label 'The Brier score of K networks lies on a straight line in 1/K' at screen 0.02, screen 0.93041 left textcolor rgb '#1F1F1F' font family.':Bold,17'
set label 'Brier score' at screen 0.02, screen 0.85954 left textcolor rgb '#4A4A4A' font ',12.5'
set label '1/K' at screen 0.27415, screen 0.11424 center textcolor rgb '#4A4A4A' font ',12.5'
set label '' at screen 0.0811, screen 0.05625 front point pointtype 7 pointsize 0.65 linecolor rgb '#D55E00'
set label '20 % wrong labels' at screen 0.1036, screen 0.05625 left front textcolor rgb '#1F1F1F' font ',12.5'
set label '' at screen 0.29329, screen 0.05625 front point pointtype 7 pointsize 0.65 linecolor rgb '#0072B2'
set label 'right labels' at screen 0.31579, screen 0.05625 left front textcolor rgb '#1F1F1F' font ',12.5'
plot \
  'members.dat' using 1:2 with lines linewidth 1 linecolor rgb '#000000' dashtype (9, 6), \
  'members.dat' using 1:3 with points pointtype 7 pointsize 0.65 linecolor rgb '#D55E00', \
  'members.dat' using 1:4 with lines linewidth 1 linecolor rgb '#000000' dashtype (9, 6), \
  'members.dat' using 1:5 with points pointtype 7 pointsize 0.65 linecolor rgb '#0072B2'

# Panel 2
unset label
unset arrow
unset object
set lmargin at screen 0.5589; set rmargin at screen 0.975
set tmargin at screen 0.82474; set bmargin at screen 0.20703
set logscale x
set xrange [0.933254300796991:10.715193052376064]
set xtics ('1' 1, '2' 2, '3' 3, '5' 5, '10' 10)
unset logscale y
set yrange [80.94666666666667:97.38666666666666]
set ytics ('82' 82, '84' 84, '86' 86, '88' 88, '90' 90, '92' 92, '94' 94, '96' 96)
set xtics offset 0,0.5
set grid noxtics ytics
unset colorbox
set label 'test digits read (%)' at screen 0.5272, screen 0.85954 left textcolor rgb '#4A4A4A' font ',12.5'
set label 'members K' at screen 0.76695, screen 0.11424 center textcolor rgb '#4A4A4A' font ',12.5'
plot \
  'members.dat' using 6:7 with points pointtype 7 pointsize 0.325 linecolor rgb '#A6D55E00', \
  'members.dat' using 8:9 with lines linewidth 3 linecolor rgb '#D55E00' dashtype solid, \
  'members.dat' using 6:10 with points pointtype 7 pointsize 0.325 linecolor rgb '#A60072B2', \
  'members.dat' using 8:11 with lines linewidth 3 linecolor rgb '#0072B2' dashtype solid
unset multiplot
unset output
