# The hypergradient lifts a low rate fast, then lets it sink
# gnuplot rates.gp draws rates.svg

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

set terminal svg size 720,428 fixed font 'Arial&#44; Helvetica&#44; sans-serif,13' fontscale 1 linewidth 1 dashlength 1 butt enhanced background '#ffffff'
set output 'rates.svg'
family = 'Arial&#44; Helvetica&#44; sans-serif'

set lmargin at screen 0.08211; set rmargin at screen 0.85868
set tmargin at screen 0.84112; set bmargin at screen 0.18793
unset logscale x
set xrange [0:80]
set xtics ('0' 0, '10' 10, '20' 20, '30' 30, '40' 40, '50' 50, '60' 60, '70' 70, '80' 80)
set logscale y
set yrange [8.556193001904382e-05:1.4336751155672183]
set ytics ('10^{−4}' 0.0001, '10^{−3}' 0.001, '10^{−2}' 0.01, '10^{−1}' 0.1, '10^{0}' 1)
set xtics offset 0,0.5
set grid noxtics ytics
unset colorbox
set label 'The hypergradient lifts a low rate fast, then lets it sink' at screen 0.02222, screen 0.93692 left textcolor rgb '#1F1F1F' font family.':Bold,17'
set label 'learning rate η' at screen 0.02222, screen 0.87266 left textcolor rgb '#4A4A4A' font ',12.5'
set label 'best constant' at screen 0.8684, screen 0.73608 left textcolor rgb '#717171' font ',12.5'
set label 'epoch' at screen 0.4704, screen 0.10382 center textcolor rgb '#4A4A4A' font ',12.5'
set arrow from graph 0, first 0.3 to graph 1, first 0.3 nohead back linewidth 1 linecolor rgb '#8C8C8C' dashtype solid
set arrow from screen 0.08211, screen 0.05125 to screen 0.11544, screen 0.05125 nohead front linewidth 2 linecolor rgb '#0072B2' dashtype solid
set label 'from 0.001' at screen 0.12378, screen 0.05125 left front textcolor rgb '#1F1F1F' font ',12.5'
set arrow from screen 0.24565, screen 0.05125 to screen 0.27899, screen 0.05125 nohead front linewidth 2 linecolor rgb '#D55E00' dashtype solid
set label 'from 0.01' at screen 0.28732, screen 0.05125 left front textcolor rgb '#1F1F1F' font ',12.5'
set arrow from screen 0.39808, screen 0.05125 to screen 0.43142, screen 0.05125 nohead front linewidth 2 linecolor rgb '#009E73' dashtype solid
set label 'from 0.1' at screen 0.43975, screen 0.05125 left front textcolor rgb '#1F1F1F' font ',12.5'
set arrow from screen 0.5394, screen 0.05125 to screen 0.57274, screen 0.05125 nohead front linewidth 2 linecolor rgb '#CC79A7' dashtype solid
set label 'from 0.3' at screen 0.58107, screen 0.05125 left front textcolor rgb '#1F1F1F' font ',12.5'
set arrow from screen 0.68072, screen 0.05125 to screen 0.71406, screen 0.05125 nohead front linewidth 2 linecolor rgb '#E69F00' dashtype solid
set label 'from 1' at screen 0.72239, screen 0.05125 left front textcolor rgb '#1F1F1F' font ',12.5'
plot \
  'rates.dat' using 1:2 with lines linewidth 2 linecolor rgb '#0072B2' dashtype solid, \
  'rates.dat' using 1:3 with lines linewidth 2 linecolor rgb '#D55E00' dashtype solid, \
  'rates.dat' using 1:4 with lines linewidth 2 linecolor rgb '#009E73' dashtype solid, \
  'rates.dat' using 1:5 with lines linewidth 2 linecolor rgb '#CC79A7' dashtype solid, \
  'rates.dat' using 1:6 with lines linewidth 2 linecolor rgb '#E69F00' dashtype solid
unset output
