# The noise scale says how large a batch still saves steps
# gnuplot noise.gp draws noise.svg

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

set terminal svg size 800,417 fixed font 'Arial&#44; Helvetica&#44; sans-serif,13' fontscale 1 linewidth 1 dashlength 1 butt enhanced background '#ffffff'
set output 'noise.svg'
family = 'Arial&#44; Helvetica&#44; sans-serif'
set multiplot

# Panel 1: noise scale along a run
set lmargin at screen 0.0709; set rmargin at screen 0.47293
set tmargin at screen 0.7482; set bmargin at screen 0.19289
unset logscale x
set xrange [0:65.89]
set xtics ('0' 0, '10' 10, '20' 20, '30' 30, '40' 40, '50' 50, '60' 60)
set logscale y
set yrange [5:2000]
set ytics ('10' 10, '100' 100, '1000' 1000)
set xtics offset 0,0.5
set grid noxtics ytics
unset colorbox
set label 'The noise scale says how large a batch still saves steps' at screen 0.02, screen 0.93525 left textcolor rgb '#1F1F1F' font family.':Bold,17'
set label 'tr Σ / |G|²' at screen 0.02, screen 0.82134 left textcolor rgb '#4A4A4A' font ',12.5'
set label 'noise scale along a run' at screen 0.02, screen 0.86571 left textcolor rgb '#1F1F1F' font family.':Bold,13.5'
set label '53' at screen 0.48168, screen 0.41157 left textcolor rgb '#0072B2' font ',12.5'
set label 'step' at screen 0.27191, screen 0.10656 center textcolor rgb '#4A4A4A' font ',12.5'
set arrow from graph 0, first 52.925635971225475 to graph 1, first 52.925635971225475 nohead back linewidth 1 linecolor rgb '#0072B2' dashtype (9, 6)
set label '' at screen 0.0859, screen 0.0526 front point pointtype 7 pointsize 0.39 linecolor rgb '#8C8C8C'
set label 'single steps' at screen 0.1084, screen 0.0526 left front textcolor rgb '#1F1F1F' font ',12.5'
set arrow from screen 0.22559, screen 0.0526 to screen 0.25559, screen 0.0526 nohead front linewidth 3 linecolor rgb '#0072B2' dashtype solid
set label 'ratio of averages' at screen 0.26309, screen 0.0526 left front textcolor rgb '#1F1F1F' font ',12.5'
set arrow from screen 0.42059, screen 0.0526 to screen 0.45059, screen 0.0526 nohead front linewidth 1 linecolor rgb '#8C8C8C' dashtype (9, 6)
set label '1/B' at screen 0.45809, screen 0.0526 left front textcolor rgb '#1F1F1F' font ',12.5'
set arrow from screen 0.50684, screen 0.0526 to screen 0.53684, screen 0.0526 nohead front linewidth 1 linecolor rgb '#000000' dashtype (9, 6)
set label 'S∞ (1 + B*/B)' at screen 0.54434, screen 0.0526 left front textcolor rgb '#1F1F1F' font ',12.5'
set label '' at screen 0.69121, screen 0.0526 front point pointtype 7 pointsize 0.845 linecolor rgb '#0072B2'
set label 'measured' at screen 0.71371, screen 0.0526 left front textcolor rgb '#1F1F1F' font ',12.5'
plot \
  'noise.dat' using 1:2 with points pointtype 7 pointsize 0.39 linecolor rgb '#8C8C8C', \
  'noise.dat' using 3:4 with lines linewidth 3 linecolor rgb '#0072B2' dashtype solid

# Panel 2: steps to a loss of 0.3
unset label
unset arrow
unset object
set lmargin at screen 0.57298; set rmargin at screen 0.975
set tmargin at screen 0.7482; set bmargin at screen 0.19289
set logscale x
set xrange [7.06162397032524:580.0365492714488]
set xtics ('8' 8, '16' 16, '32' 32, '64' 64, '128' 128, '256' 256, '512' 512)
set logscale y
set yrange [1.4476759940593331:131.16246772863977]
set ytics ('2' 2, '5' 5, '10' 10, '20' 20, '50' 50, '100' 100)
set xtics offset 0,0.5
set grid noxtics ytics
unset colorbox
set label 'noise scale' at screen 0.75666, screen 0.77818 center textcolor rgb '#0072B2' font ',12.5'
set label 'steps' at screen 0.53168, screen 0.82134 left textcolor rgb '#4A4A4A' font ',12.5'
set label 'steps to a loss of 0.3' at screen 0.53168, screen 0.86571 left textcolor rgb '#1F1F1F' font family.':Bold,13.5'
set label 'batch size B' at screen 0.77399, screen 0.10656 center textcolor rgb '#4A4A4A' font ',12.5'
set arrow from first 52.925635971225475, graph 0 to first 52.925635971225475, graph 1 nohead back linewidth 1 linecolor rgb '#0072B2' dashtype (9, 6)
plot \
  'noise.dat' using 5:6 with lines linewidth 1 linecolor rgb '#8C8C8C' dashtype (9, 6), \
  'noise.dat' using 7:8 with lines linewidth 1 linecolor rgb '#000000' dashtype (9, 6), \
  'noise.dat' using 9:10 with points pointtype 7 pointsize 0.845 linecolor rgb '#0072B2'
unset multiplot
unset output
