# n is the number of inputs of a unit; the batch size has no part in it
# gnuplot fan-in.gp draws fan-in.svg

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

set terminal svg size 800,352 fixed font 'Arial&#44; Helvetica&#44; sans-serif,13' fontscale 1 linewidth 1 dashlength 1 butt enhanced background '#ffffff'
set output 'fan-in.svg'
family = 'Arial&#44; Helvetica&#44; sans-serif'
set multiplot

# Panel 1
set lmargin at screen 0.0565; set rmargin at screen 0.45012
set tmargin at screen 0.80682; set bmargin at screen 0.1627
set logscale x
set xrange [14.723002409998003:278.20412480667085]
set xtics ('16' 16, '32' 32, '64' 64, '128' 128, '256' 256)
set logscale y
set yrange [0.8846277759979254:5.080142728071157]
set ytics ('1' 1, '2' 2, '4' 4)
set xtics offset 0,0.5
set grid noxtics ytics
unset colorbox
set label 'n is the number of inputs of a unit; the batch size has no part in it' at screen 0.02, screen 0.9233 left textcolor rgb '#1F1F1F' font family.':Bold,17'
set label 'factor of a layer' at screen 0.02, screen 0.84517 left textcolor rgb '#4A4A4A' font ',12.5'
set label '2/n' at screen 0.45888, screen 0.20788 left textcolor rgb '#008661' font ',12.5'
set label '1/√B' at screen 0.45888, screen 0.78259 left textcolor rgb '#9E6C00' font ',12.5'
set label 'inputs n of a unit (batches of 32)' at screen 0.25331, screen 0.06043 center textcolor rgb '#4A4A4A' font ',12.5'
plot \
  'fan-in.dat' using 1:2 with lines linewidth 2 linecolor rgb '#009E73' dashtype (9, 6), \
  'fan-in.dat' using 1:3 with points pointtype 7 pointsize 0.78 linecolor rgb '#009E73', \
  'fan-in.dat' using 1:4 with lines linewidth 2 linecolor rgb '#E69F00' dashtype (9, 6), \
  'fan-in.dat' using 1:5 with points pointtype 7 pointsize 0.78 linecolor rgb '#E69F00'

# Panel 2
unset label
unset arrow
unset object
set lmargin at screen 0.53762; set rmargin at screen 0.93125
set tmargin at screen 0.80682; set bmargin at screen 0.1627
set logscale x
set xrange [3.386981249450109:1209.336485303839]
set xtics ('4' 4, '16' 16, '64' 64, '256' 256, '1024' 1024)
set logscale y
set yrange [0.8846277759979254:5.080142728071157]
set ytics ('' 1, '' 2, '' 4)
set xtics offset 0,0.5
set grid noxtics ytics
unset colorbox
set label '2/n' at screen 0.95375, screen 0.23203 left textcolor rgb '#008661' font ',12.5'
set label '1/√B' at screen 0.95375, screen 0.18373 left textcolor rgb '#9E6C00' font ',12.5'
set label 'batch size B (64 inputs)' at screen 0.73444, screen 0.06043 center textcolor rgb '#4A4A4A' font ',12.5'
set arrow from screen 0.92386, screen 0.20788 to screen 0.95125, screen 0.23203 nohead linewidth 0.8 linecolor rgb '#66008661'
set arrow from screen 0.92386, screen 0.20788 to screen 0.95125, screen 0.18373 nohead linewidth 0.8 linecolor rgb '#669E6C00'
plot \
  'fan-in.dat' using 6:2 with lines linewidth 2 linecolor rgb '#009E73' dashtype (9, 6), \
  'fan-in.dat' using 6:7 with points pointtype 7 pointsize 0.78 linecolor rgb '#009E73', \
  'fan-in.dat' using 6:8 with lines linewidth 2 linecolor rgb '#E69F00' dashtype (9, 6), \
  'fan-in.dat' using 6:9 with points pointtype 7 pointsize 0.78 linecolor rgb '#E69F00'
unset multiplot
unset output
