# At one rate for all, Adam's lead is mostly the length of its steps
# gnuplot moons.gp draws moons.svg

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

set terminal svg size 720,374 fixed font 'Arial&#44; Helvetica&#44; sans-serif,13' fontscale 1 linewidth 1 dashlength 1 butt enhanced background '#ffffff'
set output 'moons.svg'
family = 'Arial&#44; Helvetica&#44; sans-serif'

set lmargin at screen 0.06278; set rmargin at screen 0.75208
set tmargin at screen 0.81818; set bmargin at screen 0.15468
set logscale x
set xrange [1:1000]
set xtics ('1' 1, '10' 10, '100' 100, '1000' 1000)
unset logscale y
set yrange [0:0.9106815140843392]
set ytics ('0.0' 0, '0.2' 0.2, '0.4' 0.4, '0.6' 0.6, '0.8' 0.8)
set xtics offset 0,0.5
set grid noxtics ytics
unset colorbox
set label 'At one rate for all, Adam''s lead is mostly the length of its steps' at screen 0.02222, screen 0.92781 left textcolor rgb '#1F1F1F' font family.':Bold,17'
set label 'cost' at screen 0.02222, screen 0.85428 left textcolor rgb '#4A4A4A' font ',12.5'
set label 'gradient descent' at screen 0.77708, screen 0.55659 left textcolor rgb '#0072B2' font ',12.5'
set label 'averaged momentum' at screen 0.77708, screen 0.60204 left textcolor rgb '#BF5400' font ',12.5'
set label 'summed momentum' at screen 0.77708, screen 0.39972 left textcolor rgb '#BF5400' font ',12.5'
set label 'gradient, Adam''s length' at screen 0.77708, screen 0.35426 left textcolor rgb '#000000' font ',12.5'
set label 'Adam' at screen 0.77708, screen 0.30881 left textcolor rgb '#008661' font ',12.5'
set label 'epoch' at screen 0.40743, screen 0.05842 center textcolor rgb '#4A4A4A' font ',12.5'
set arrow from screen 0.75625, screen 0.57919 to screen 0.77431, screen 0.55659 nohead linewidth 0.8 linecolor rgb '#660072B2'
set arrow from screen 0.75625, screen 0.57944 to screen 0.77431, screen 0.60204 nohead linewidth 0.8 linecolor rgb '#66BF5400'
set arrow from screen 0.75625, screen 0.38121 to screen 0.77431, screen 0.39972 nohead linewidth 0.8 linecolor rgb '#66BF5400'
set arrow from screen 0.75625, screen 0.36289 to screen 0.77431, screen 0.35426 nohead linewidth 0.8 linecolor rgb '#66000000'
set arrow from screen 0.75625, screen 0.31869 to screen 0.77431, screen 0.30881 nohead linewidth 0.8 linecolor rgb '#66008661'
plot \
  'moons.dat' using 1:2:3 with filledcurves linecolor rgb '#0072B2' fillstyle transparent solid 0.18 noborder, \
  'moons.dat' using 1:4 with lines linewidth 2 linecolor rgb '#0072B2' dashtype solid, \
  'moons.dat' using 1:5 with lines linewidth 3 linecolor rgb '#D55E00' dashtype (9, 6), \
  'moons.dat' using 1:6 with lines linewidth 2 linecolor rgb '#D55E00' dashtype solid, \
  'moons.dat' using 1:7 with lines linewidth 2 linecolor rgb '#000000' dashtype solid, \
  'moons.dat' using 1:8:9 with filledcurves linecolor rgb '#009E73' fillstyle transparent solid 0.18 noborder, \
  'moons.dat' using 1:10 with lines linewidth 2 linecolor rgb '#009E73' dashtype solid
unset output
