# On the digits every curve that falls late beats the constant rate, and they are nearly alike
# gnuplot shapes.gp draws shapes.svg

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

set terminal svg size 920,406 fixed font 'Arial&#44; Helvetica&#44; sans-serif,13' fontscale 1 linewidth 1 dashlength 1 butt enhanced background '#ffffff'
set output 'shapes.svg'
family = 'Arial&#44; Helvetica&#44; sans-serif'
set multiplot

# Panel 1: bowl
set lmargin at screen 0.12113; set rmargin at screen 0.37351
set tmargin at screen 0.82759; set bmargin at screen 0.14132
set logscale x
set xrange [0.0007617930224058137:0.12488670489619413]
set xtics ('0.001' 0.001, '0.01' 0.01, '0.1' 0.1)
unset logscale y
set yrange [-0.6:12.6]
set ytics ('rising, t/T' 0, 'constant' 1, 'exponential' 2, '1/(1 + t)' 3, '1/√(1 + t)' 4, 'cyclic' 5, 'warm restarts' 6, 'plateau' 7, 'step' 8, 'linear' 9, 'cool-down' 10, 'cosine' 11, 'one cycle' 12)
set xtics offset 0,0.5
set grid noxtics ytics
unset colorbox
set label 'On the digits every curve that falls late beats the constant rate, and they are nearly alike' at screen 0.01739, screen 0.9335 left textcolor rgb '#1F1F1F' font family.':Bold,17'
set label 'bowl' at screen 0.01739, screen 0.86207 left textcolor rgb '#1F1F1F' font family.':Bold,13.5'
set label 'final loss' at screen 0.24732, screen 0.05265 center textcolor rgb '#4A4A4A' font ',12.5'
set arrow from first 0.0008800687314340587, graph 0 to first 0.0008800687314340587, graph 1 nohead back linewidth 1 linecolor rgb '#000000' dashtype (9, 6)
plot \
  'shapes.dat' using 1:2 with points pointtype 7 pointsize 0.975 linecolor rgb '#CC79A7', \
  'shapes.dat' using 3:4 with points pointtype 7 pointsize 0.975 linecolor rgb '#0072B2', \
  'shapes.dat' using 5:6 with points pointtype 7 pointsize 0.975 linecolor rgb '#8C8C8C', \
  'shapes.dat' using 7:8 with points pointtype 7 pointsize 0.975 linecolor rgb '#56B4E9', \
  'shapes.dat' using 9:10 with points pointtype 7 pointsize 0.975 linecolor rgb '#8C8C8C', \
  'shapes.dat' using 11:12 with points pointtype 7 pointsize 0.975 linecolor rgb '#8C8C8C', \
  'shapes.dat' using 13:14 with points pointtype 7 pointsize 0.975 linecolor rgb '#8C8C8C', \
  'shapes.dat' using 15:16 with points pointtype 7 pointsize 0.975 linecolor rgb '#E69F00', \
  'shapes.dat' using 17:18 with points pointtype 7 pointsize 0.975 linecolor rgb '#E69F00', \
  'shapes.dat' using 19:20 with points pointtype 7 pointsize 0.975 linecolor rgb '#D55E00', \
  'shapes.dat' using 21:22 with points pointtype 7 pointsize 0.975 linecolor rgb '#000000', \
  'shapes.dat' using 23:24 with points pointtype 7 pointsize 0.975 linecolor rgb '#E69F00'

# Panel 2: digits, momentum
unset label
unset arrow
unset object
set lmargin at screen 0.42351; set rmargin at screen 0.67588
set tmargin at screen 0.82759; set bmargin at screen 0.14132
set logscale x
set xrange [0.07961840978521788:0.3229538094211615]
set xtics ('0.10' 0.1, '0.15' 0.15, '0.20' 0.2, '0.25' 0.25, '0.30' 0.3)
unset logscale y
set yrange [-0.6:12.6]
set ytics ('' 0, '' 1, '' 2, '' 3, '' 4, '' 5, '' 6, '' 7, '' 8, '' 9, '' 10, '' 11, '' 12)
set xtics offset 0,0.5
set grid noxtics ytics
unset colorbox
set label 'digits, momentum' at screen 0.41264, screen 0.86207 left textcolor rgb '#1F1F1F' font family.':Bold,13.5'
set label 'test loss' at screen 0.5497, screen 0.05265 center textcolor rgb '#4A4A4A' font ',12.5'
set arrow from first 0.1649373061954975, graph 0 to first 0.1649373061954975, graph 1 nohead back linewidth 1 linecolor rgb '#0072B2' dashtype solid
plot \
  'shapes.dat' using 25:26 with points pointtype 7 pointsize 0.325 linecolor rgb '#A6CC79A7', \
  'shapes.dat' using 27:28 with points pointtype 7 pointsize 0.325 linecolor rgb '#A60072B2', \
  'shapes.dat' using 29:30 with points pointtype 7 pointsize 0.325 linecolor rgb '#A68C8C8C', \
  'shapes.dat' using 31:32 with points pointtype 7 pointsize 0.325 linecolor rgb '#A656B4E9', \
  'shapes.dat' using 33:34 with points pointtype 7 pointsize 0.325 linecolor rgb '#A68C8C8C', \
  'shapes.dat' using 35:36 with points pointtype 7 pointsize 0.325 linecolor rgb '#A68C8C8C', \
  'shapes.dat' using 37:38 with points pointtype 7 pointsize 0.325 linecolor rgb '#A68C8C8C', \
  'shapes.dat' using 39:40 with points pointtype 7 pointsize 0.325 linecolor rgb '#A68C8C8C', \
  'shapes.dat' using 41:42 with points pointtype 7 pointsize 0.325 linecolor rgb '#A6E69F00', \
  'shapes.dat' using 43:44 with points pointtype 7 pointsize 0.325 linecolor rgb '#A6E69F00', \
  'shapes.dat' using 45:46 with points pointtype 7 pointsize 0.325 linecolor rgb '#A6D55E00', \
  'shapes.dat' using 47:48 with points pointtype 7 pointsize 0.325 linecolor rgb '#A6000000', \
  'shapes.dat' using 49:50 with points pointtype 7 pointsize 0.325 linecolor rgb '#A6E69F00', \
  'shapes.dat' using 51:2 with points pointtype 7 pointsize 0.975 linecolor rgb '#CC79A7', \
  'shapes.dat' using 52:4 with points pointtype 7 pointsize 0.975 linecolor rgb '#0072B2', \
  'shapes.dat' using 53:6 with points pointtype 7 pointsize 0.975 linecolor rgb '#8C8C8C', \
  'shapes.dat' using 54:8 with points pointtype 7 pointsize 0.975 linecolor rgb '#56B4E9', \
  'shapes.dat' using 55:10 with points pointtype 7 pointsize 0.975 linecolor rgb '#8C8C8C', \
  'shapes.dat' using 56:12 with points pointtype 7 pointsize 0.975 linecolor rgb '#8C8C8C', \
  'shapes.dat' using 57:14 with points pointtype 7 pointsize 0.975 linecolor rgb '#8C8C8C', \
  'shapes.dat' using 58:59 with points pointtype 7 pointsize 0.975 linecolor rgb '#8C8C8C', \
  'shapes.dat' using 60:16 with points pointtype 7 pointsize 0.975 linecolor rgb '#E69F00', \
  'shapes.dat' using 61:18 with points pointtype 7 pointsize 0.975 linecolor rgb '#E69F00', \
  'shapes.dat' using 62:20 with points pointtype 7 pointsize 0.975 linecolor rgb '#D55E00', \
  'shapes.dat' using 63:22 with points pointtype 7 pointsize 0.975 linecolor rgb '#000000', \
  'shapes.dat' using 64:24 with points pointtype 7 pointsize 0.975 linecolor rgb '#E69F00'

# Panel 3: digits, Adam
unset label
unset arrow
unset object
set lmargin at screen 0.72588; set rmargin at screen 0.97826
set tmargin at screen 0.82759; set bmargin at screen 0.14132
set logscale x
set xrange [0.07854555986000669:0.2686604938376381]
set xtics ('0.10' 0.1, '0.15' 0.15, '0.20' 0.2, '0.25' 0.25)
unset logscale y
set yrange [-0.6:12.6]
set ytics ('' 0, '' 1, '' 2, '' 3, '' 4, '' 5, '' 6, '' 7, '' 8, '' 9, '' 10, '' 11, '' 12)
set xtics offset 0,0.5
set grid noxtics ytics
unset colorbox
set label 'digits, Adam' at screen 0.71501, screen 0.86207 left textcolor rgb '#1F1F1F' font family.':Bold,13.5'
set label 'test loss' at screen 0.85207, screen 0.05265 center textcolor rgb '#4A4A4A' font ',12.5'
set arrow from first 0.1493232488632202, graph 0 to first 0.1493232488632202, graph 1 nohead back linewidth 1 linecolor rgb '#0072B2' dashtype solid
plot \
  'shapes.dat' using 65:26 with points pointtype 7 pointsize 0.325 linecolor rgb '#A6CC79A7', \
  'shapes.dat' using 66:28 with points pointtype 7 pointsize 0.325 linecolor rgb '#A60072B2', \
  'shapes.dat' using 67:30 with points pointtype 7 pointsize 0.325 linecolor rgb '#A68C8C8C', \
  'shapes.dat' using 68:32 with points pointtype 7 pointsize 0.325 linecolor rgb '#A656B4E9', \
  'shapes.dat' using 69:34 with points pointtype 7 pointsize 0.325 linecolor rgb '#A68C8C8C', \
  'shapes.dat' using 70:36 with points pointtype 7 pointsize 0.325 linecolor rgb '#A68C8C8C', \
  'shapes.dat' using 71:38 with points pointtype 7 pointsize 0.325 linecolor rgb '#A68C8C8C', \
  'shapes.dat' using 72:40 with points pointtype 7 pointsize 0.325 linecolor rgb '#A68C8C8C', \
  'shapes.dat' using 73:42 with points pointtype 7 pointsize 0.325 linecolor rgb '#A6E69F00', \
  'shapes.dat' using 74:44 with points pointtype 7 pointsize 0.325 linecolor rgb '#A6E69F00', \
  'shapes.dat' using 75:46 with points pointtype 7 pointsize 0.325 linecolor rgb '#A6D55E00', \
  'shapes.dat' using 76:48 with points pointtype 7 pointsize 0.325 linecolor rgb '#A6000000', \
  'shapes.dat' using 77:50 with points pointtype 7 pointsize 0.325 linecolor rgb '#A6E69F00', \
  'shapes.dat' using 78:2 with points pointtype 7 pointsize 0.975 linecolor rgb '#CC79A7', \
  'shapes.dat' using 79:4 with points pointtype 7 pointsize 0.975 linecolor rgb '#0072B2', \
  'shapes.dat' using 80:6 with points pointtype 7 pointsize 0.975 linecolor rgb '#8C8C8C', \
  'shapes.dat' using 81:8 with points pointtype 7 pointsize 0.975 linecolor rgb '#56B4E9', \
  'shapes.dat' using 82:10 with points pointtype 7 pointsize 0.975 linecolor rgb '#8C8C8C', \
  'shapes.dat' using 83:12 with points pointtype 7 pointsize 0.975 linecolor rgb '#8C8C8C', \
  'shapes.dat' using 84:14 with points pointtype 7 pointsize 0.975 linecolor rgb '#8C8C8C', \
  'shapes.dat' using 85:59 with points pointtype 7 pointsize 0.975 linecolor rgb '#8C8C8C', \
  'shapes.dat' using 86:16 with points pointtype 7 pointsize 0.975 linecolor rgb '#E69F00', \
  'shapes.dat' using 87:18 with points pointtype 7 pointsize 0.975 linecolor rgb '#E69F00', \
  'shapes.dat' using 88:20 with points pointtype 7 pointsize 0.975 linecolor rgb '#D55E00', \
  'shapes.dat' using 89:22 with points pointtype 7 pointsize 0.975 linecolor rgb '#000000', \
  'shapes.dat' using 90:24 with points pointtype 7 pointsize 0.975 linecolor rgb '#E69F00'
unset multiplot
unset output
