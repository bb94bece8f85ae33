# Decay shortens the way: the cost depends on how far the rates add up
# gnuplot moons.gp draws moons.svg
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

set terminal svg size 800,358 font 'Arial,13' enhanced background '#ffffff'
set output 'moons.svg'
set multiplot

# Panel 1: over the epochs
set lmargin at screen 0.05468; set rmargin at screen 0.4233
set tmargin at screen 0.75419; set bmargin at screen 0.1611
unset logscale x
set xrange [0:1000]
set xtics ('0' 0, '200' 200, '400' 400, '600' 600, '800' 800, '1000' 1000)
unset logscale y
set yrange [0:0.7439064551889897]
set ytics ('0.0' 0, '0.1' 0.1, '0.2' 0.2, '0.3' 0.3, '0.4' 0.4, '0.5' 0.5, '0.6' 0.6, '0.7' 0.7)
set xtics offset 0,0.5
set grid noxtics ytics
unset colorbox
set label 'Decay shortens the way: the cost depends on how far the rates add up' at screen 0.02, screen 0.92458 left textcolor rgb '#1F1F1F' font 'Arial:Bold,17'
set label 'median cost' at screen 0.02, screen 0.7919 left textcolor rgb '#4A4A4A' font ',12.5'
set label 'over the epochs' at screen 0.02, screen 0.84358 left textcolor rgb '#1F1F1F' font 'Arial:Bold,13.5'
set label 'constant 0.1' at screen 0.4458, screen 0.24479 left textcolor rgb '#0072B2' font ',12.5'
set label 'staircase' at screen 0.4458, screen 0.30481 left textcolor rgb '#9E6C00' font ',12.5'
set label '1/(1 + e)' at screen 0.4458, screen 0.59025 left textcolor rgb '#397BA0' font ',12.5'
set label 'compounding' at screen 0.4458, screen 0.70353 left textcolor rgb '#A46086' font ',12.5'
set label 'constant 0.0007' at screen 0.4458, screen 0.63774 left textcolor rgb '#717171' font ',12.5'
set label 'Adam 0.0007' at screen 0.4458, screen 0.37012 left textcolor rgb '#008661' font ',12.5'
set label 'epoch' at screen 0.23899, screen 0.06054 center textcolor rgb '#4A4A4A' font ',12.5'
set arrow from screen 0.42705, screen 0.24479 to screen 0.4433, screen 0.24479 nohead linewidth 0.8 linecolor rgb '#660072B2'
set arrow from screen 0.42705, screen 0.30481 to screen 0.4433, screen 0.30481 nohead linewidth 0.8 linecolor rgb '#669E6C00'
set arrow from screen 0.42705, screen 0.61106 to screen 0.4433, screen 0.59025 nohead linewidth 0.8 linecolor rgb '#66397BA0'
set arrow from screen 0.42705, screen 0.70353 to screen 0.4433, screen 0.70353 nohead linewidth 0.8 linecolor rgb '#66A46086'
set arrow from screen 0.42705, screen 0.61694 to screen 0.4433, screen 0.63774 nohead linewidth 0.8 linecolor rgb '#66717171'
set arrow from screen 0.42705, screen 0.37012 to screen 0.4433, screen 0.37012 nohead linewidth 0.8 linecolor rgb '#66008661'
plot \
  'moons.dat' using 1:2 with lines linewidth 2 linecolor rgb '#0072B2' dashtype 1, \
  'moons.dat' using 1:3 with lines linewidth 2 linecolor rgb '#E69F00' dashtype 1, \
  'moons.dat' using 1:4 with lines linewidth 2 linecolor rgb '#56B4E9' dashtype 1, \
  'moons.dat' using 1:5 with lines linewidth 2 linecolor rgb '#CC79A7' dashtype 1, \
  'moons.dat' using 1:6 with lines linewidth 2 linecolor rgb '#8C8C8C' dashtype 1, \
  'moons.dat' using 1:7 with lines linewidth 2 linecolor rgb '#009E73' dashtype 1

# Panel 2: over the sum of the rates
unset label
unset arrow
unset object
set lmargin at screen 0.60638; set rmargin at screen 0.975
set tmargin at screen 0.75419; set bmargin at screen 0.1611
set logscale x
set xrange [0.0004902876809352849:142.77332007703168]
set xtics ('0.01' 0.01, '1' 1, '100' 100)
unset logscale y
set yrange [0:0.7439064551889897]
set ytics ('' 0, '' 0.1, '' 0.2, '' 0.3, '' 0.4, '' 0.5, '' 0.6, '' 0.7)
set xtics offset 0,0.5
set grid noxtics ytics
unset colorbox
set label 'over the sum of the rates' at screen 0.59388, screen 0.84358 left textcolor rgb '#1F1F1F' font 'Arial:Bold,13.5'
set label 'sum of the rates so far, Σα' at screen 0.79069, screen 0.06054 center textcolor rgb '#4A4A4A' font ',12.5'
plot \
  'moons.dat' using 8:2 with lines linewidth 6 linecolor rgb '#A60072B2' dashtype 1, \
  'moons.dat' using 9:10 with points pointtype 7 pointsize 0.845 linecolor rgb '#0072B2', \
  'moons.dat' using 11:3 with lines linewidth 2 linecolor rgb '#E69F00' dashtype 1, \
  'moons.dat' using 12:13 with points pointtype 7 pointsize 0.845 linecolor rgb '#E69F00', \
  'moons.dat' using 14:4 with lines linewidth 2 linecolor rgb '#56B4E9' dashtype 1, \
  'moons.dat' using 15:16 with points pointtype 7 pointsize 0.845 linecolor rgb '#56B4E9', \
  'moons.dat' using 17:5 with lines linewidth 2 linecolor rgb '#CC79A7' dashtype 1, \
  'moons.dat' using 18:19 with points pointtype 7 pointsize 0.845 linecolor rgb '#CC79A7', \
  'moons.dat' using 20:6 with lines linewidth 2 linecolor rgb '#8C8C8C' dashtype 1, \
  'moons.dat' using 21:22 with points pointtype 7 pointsize 0.845 linecolor rgb '#8C8C8C'
unset multiplot
unset output
