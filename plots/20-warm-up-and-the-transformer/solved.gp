# Pre-LN does without warm-up where post-LN cannot
# gnuplot solved.gp draws solved.svg

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

set terminal svg size 800,412 fixed font 'Arial&#44; Helvetica&#44; sans-serif,13' fontscale 1 linewidth 1 dashlength 1 butt enhanced background '#ffffff'
set output 'solved.svg'
family = 'Arial&#44; Helvetica&#44; sans-serif'
set multiplot

# Panel 1: by the rate
set lmargin at screen 0.0517; set rmargin at screen 0.475
set tmargin at screen 0.78641; set bmargin at screen 0.19461
set logscale x
set xrange [0.004600938253124376:0.08693878900208464]
set xtics ('0.005' 0.005, '0.01' 0.01, '0.02' 0.02, '0.04' 0.04, '0.08' 0.08)
unset logscale y
set yrange [0:10.4]
set ytics ('0' 0, '2' 2, '4' 4, '6' 6, '8' 8, '10' 10)
set xtics offset 0,0.5
set grid noxtics ytics
unset colorbox
set label 'Pre-LN does without warm-up where post-LN cannot' at screen 0.02, screen 0.93447 left textcolor rgb '#1F1F1F' font family.':Bold,17'
set label 'solved runs of 10' at screen 0.02, screen 0.81917 left textcolor rgb '#4A4A4A' font ',12.5'
set label 'by the rate' at screen 0.02, screen 0.86408 left textcolor rgb '#1F1F1F' font family.':Bold,13.5'
set label 'learning rate η' at screen 0.26335, screen 0.10723 center textcolor rgb '#4A4A4A' font ',12.5'
set arrow from screen 0.0517, screen 0.05262 to screen 0.0817, screen 0.05262 nohead front linewidth 2 linecolor rgb '#D55E00' dashtype solid
set label 'post-LN, no warm-up' at screen 0.0892, screen 0.05262 left front textcolor rgb '#1F1F1F' font ',12.5'
set arrow from screen 0.27764, screen 0.05262 to screen 0.30764, screen 0.05262 nohead front linewidth 2 linecolor rgb '#0072B2' dashtype solid
set label 'post-LN, warm-up' at screen 0.31514, screen 0.05262 left front textcolor rgb '#1F1F1F' font ',12.5'
set arrow from screen 0.47889, screen 0.05262 to screen 0.50889, screen 0.05262 nohead front linewidth 2 linecolor rgb '#E69F00' dashtype solid
set label 'pre-LN, no warm-up' at screen 0.51639, screen 0.05262 left front textcolor rgb '#1F1F1F' font ',12.5'
set arrow from screen 0.6967, screen 0.05262 to screen 0.7267, screen 0.05262 nohead front linewidth 2 linecolor rgb '#56B4E9' dashtype solid
set label 'pre-LN, warm-up' at screen 0.7342, screen 0.05262 left front textcolor rgb '#1F1F1F' font ',12.5'
plot \
  'solved.dat' using 1:2 with lines linewidth 2 linecolor rgb '#D55E00' dashtype solid, \
  'solved.dat' using 1:2 with points pointtype 7 pointsize 0.65 linecolor rgb '#D55E00', \
  'solved.dat' using 1:3 with lines linewidth 2 linecolor rgb '#0072B2' dashtype solid, \
  'solved.dat' using 1:3 with points pointtype 7 pointsize 0.65 linecolor rgb '#0072B2', \
  'solved.dat' using 1:4 with lines linewidth 2 linecolor rgb '#E69F00' dashtype solid, \
  'solved.dat' using 1:4 with points pointtype 7 pointsize 0.65 linecolor rgb '#E69F00', \
  'solved.dat' using 1:5 with lines linewidth 2 linecolor rgb '#56B4E9' dashtype solid, \
  'solved.dat' using 1:5 with points pointtype 7 pointsize 0.65 linecolor rgb '#56B4E9'

# Panel 2: by the warm-up: post-LN, η = 0.02
unset label
unset arrow
unset object
set lmargin at screen 0.5517; set rmargin at screen 0.975
set tmargin at screen 0.78641; set bmargin at screen 0.19461
unset logscale x
set xrange [0:51.5]
set xtics ('0' 0, '10' 10, '20' 20, '30' 30, '40' 40, '50' 50)
unset logscale y
set yrange [0:10.4]
set ytics ('0' 0, '2' 2, '4' 4, '6' 6, '8' 8, '10' 10)
set xtics offset 0,0.5
set grid noxtics ytics
unset colorbox
set label 'solved runs of 10' at screen 0.52, screen 0.81917 left textcolor rgb '#4A4A4A' font ',12.5'
set label 'by the warm-up: post-LN, η = 0.02' at screen 0.52, screen 0.86408 left textcolor rgb '#1F1F1F' font family.':Bold,13.5'
set label 'steps of warm-up' at screen 0.76335, screen 0.10723 center textcolor rgb '#4A4A4A' font ',12.5'
plot \
  'solved.dat' using 6:7 with lines linewidth 2 linecolor rgb '#0072B2' dashtype solid, \
  'solved.dat' using 6:7 with points pointtype 7 pointsize 0.65 linecolor rgb '#0072B2'
unset multiplot
unset output
