# A grid tries few rates again and again; random and Halton's points try a new one each time
# gnuplot points.gp draws points.svg

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

set terminal svg size 800,740 fixed font 'Arial&#44; Helvetica&#44; sans-serif,13' fontscale 1 linewidth 1 dashlength 1 butt enhanced background '#ffffff'
set output 'points.svg'
family = 'Arial&#44; Helvetica&#44; sans-serif'
set multiplot

# Panel 1: grid: 4 rates
set lmargin at screen 0.0565; set rmargin at screen 0.4654
set tmargin at screen 0.85135; set bmargin at screen 0.53307
unset logscale x
set xrange [0:1]
set xtics ('0' 0, '0.5' 0.5, '1' 1)
unset logscale y
set yrange [-0.12:1]
set ytics ('0' 0, '0.5' 0.5, '1' 1)
set xtics offset 0,0.5
set grid noxtics ytics
unset colorbox
set label 'A grid tries few rates again and again; random and Halton''s points try a new' at screen 0.02, screen 0.96351 left textcolor rgb '#1F1F1F' font family.':Bold,17'
set label 'one each time' at screen 0.02, screen 0.93378 left textcolor rgb '#1F1F1F' font family.':Bold,17'
set label 'share of the other''s range' at screen 0.02, screen 0.86959 left textcolor rgb '#4A4A4A' font ',12.5'
set label 'grid: 4 rates' at screen 0.02, screen 0.89459 left textcolor rgb '#1F1F1F' font family.':Bold,13.5'
set label 'share of the rate''s range' at screen 0.26095, screen 0.48442 center textcolor rgb '#4A4A4A' font ',12.5'
plot \
  'points.dat' using 1:2 with points pointtype 7 pointsize 0.65 linecolor rgb '#E69F00', \
  'points.dat' using 1:3 with points pointtype 2 pointsize 0.78 linecolor rgb '#000000'

# Panel 2: random: 16 rates
unset label
unset arrow
unset object
set lmargin at screen 0.5661; set rmargin at screen 0.975
set tmargin at screen 0.85135; set bmargin at screen 0.53307
unset logscale x
set xrange [0:1]
set xtics ('0' 0, '0.5' 0.5, '1' 1)
unset logscale y
set yrange [-0.12:1]
set ytics ('0' 0, '0.5' 0.5, '1' 1)
set xtics offset 0,0.5
set grid noxtics ytics
unset colorbox
set label 'share of the other''s range' at screen 0.5104, screen 0.86959 left textcolor rgb '#4A4A4A' font ',12.5'
set label 'random: 16 rates' at screen 0.5104, screen 0.89459 left textcolor rgb '#1F1F1F' font family.':Bold,13.5'
set label 'share of the rate''s range' at screen 0.77055, screen 0.48442 center textcolor rgb '#4A4A4A' font ',12.5'
plot \
  'points.dat' using 4:5 with points pointtype 7 pointsize 0.65 linecolor rgb '#0072B2', \
  'points.dat' using 4:3 with points pointtype 2 pointsize 0.78 linecolor rgb '#000000'

# Panel 3: Halton: 16 rates
unset label
unset arrow
unset object
set lmargin at screen 0.0565; set rmargin at screen 0.4654
set tmargin at screen 0.39659; set bmargin at screen 0.07831
unset logscale x
set xrange [0:1]
set xtics ('0' 0, '0.5' 0.5, '1' 1)
unset logscale y
set yrange [-0.12:1]
set ytics ('0' 0, '0.5' 0.5, '1' 1)
set xtics offset 0,0.5
set grid noxtics ytics
unset colorbox
set label 'share of the other''s range' at screen 0.02, screen 0.41483 left textcolor rgb '#4A4A4A' font ',12.5'
set label 'Halton: 16 rates' at screen 0.02, screen 0.43983 left textcolor rgb '#1F1F1F' font family.':Bold,13.5'
set label 'share of the rate''s range' at screen 0.26095, screen 0.02966 center textcolor rgb '#4A4A4A' font ',12.5'
plot \
  'points.dat' using 6:7 with points pointtype 7 pointsize 0.65 linecolor rgb '#009E73', \
  'points.dat' using 6:3 with points pointtype 2 pointsize 0.78 linecolor rgb '#000000'

# Panel 4: distance from the best rate
unset label
unset arrow
unset object
set lmargin at screen 0.5661; set rmargin at screen 0.975
set tmargin at screen 0.39659; set bmargin at screen 0.07831
set logscale x
set xrange [3:340]
set xtics ('4' 4, '16' 16, '64' 64, '256' 256)
set logscale y
set yrange [0.0008020567306910495:0.17814206569255822]
set ytics ('0.001' 0.001, '0.01' 0.01, '0.1' 0.1)
set xtics offset 0,0.5
set grid noxtics ytics
unset colorbox
set label 'share of the range' at screen 0.5104, screen 0.41483 left textcolor rgb '#4A4A4A' font ',12.5'
set label 'distance from the best rate' at screen 0.5104, screen 0.43983 left textcolor rgb '#1F1F1F' font family.':Bold,13.5'
set label 'trials' at screen 0.77055, screen 0.02966 center textcolor rgb '#4A4A4A' font ',12.5'
set object rectangle from screen 0.5761, screen 0.19452 to screen 0.72423, screen 0.08912 front fillcolor rgb '#ffffff' fillstyle transparent solid 0.8 noborder
set label '' at screen 0.59985, screen 0.17628 front point pointtype 7 pointsize 0.78 linecolor rgb '#CC79A7'
set label 'grid, 4 axes' at screen 0.62235, screen 0.17628 left front textcolor rgb '#1F1F1F' font ',12.5'
set label '' at screen 0.59985, screen 0.15331 front point pointtype 7 pointsize 0.78 linecolor rgb '#E69F00'
set label 'grid, 2 axes' at screen 0.62235, screen 0.15331 left front textcolor rgb '#1F1F1F' font ',12.5'
set label '' at screen 0.59985, screen 0.13033 front point pointtype 7 pointsize 0.78 linecolor rgb '#0072B2'
set label 'random' at screen 0.62235, screen 0.13033 left front textcolor rgb '#1F1F1F' font ',12.5'
set label '' at screen 0.59985, screen 0.10736 front point pointtype 7 pointsize 0.78 linecolor rgb '#009E73'
set label 'Halton' at screen 0.62235, screen 0.10736 left front textcolor rgb '#1F1F1F' font ',12.5'
plot \
  'points.dat' using 8:9 with lines linewidth 1 linecolor rgb '#000000' dashtype (9, 6), \
  'points.dat' using 10:11 with points pointtype 7 pointsize 0.78 linecolor rgb '#CC79A7', \
  'points.dat' using 12:13 with lines linewidth 1 linecolor rgb '#000000' dashtype (9, 6), \
  'points.dat' using 14:15 with points pointtype 7 pointsize 0.78 linecolor rgb '#E69F00', \
  'points.dat' using 12:16 with lines linewidth 1 linecolor rgb '#000000' dashtype (9, 6), \
  'points.dat' using 14:17 with points pointtype 7 pointsize 0.78 linecolor rgb '#0072B2', \
  'points.dat' using 12:18 with lines linewidth 1 linecolor rgb '#000000' dashtype (9, 6), \
  'points.dat' using 14:19 with points pointtype 7 pointsize 0.78 linecolor rgb '#009E73'
unset multiplot
unset output
