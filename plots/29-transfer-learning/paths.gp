# Slow or fast, tuning passes one valley; the straight way back misses it
# gnuplot paths.gp draws paths.svg

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

set terminal svg size 800,415 fixed font 'Arial&#44; Helvetica&#44; sans-serif,13' fontscale 1 linewidth 1 dashlength 1 butt enhanced background '#ffffff'
set output 'paths.svg'
family = 'Arial&#44; Helvetica&#44; sans-serif'
set multiplot

# Panel 1: in time
set lmargin at screen 0.0565; set rmargin at screen 0.48395
set tmargin at screen 0.78795; set bmargin at screen 0.19467
unset logscale x
set xrange [0:154.5]
set xtics ('0' 0, '20' 20, '40' 40, '60' 60, '80' 80, '100' 100, '120' 120, '140' 140)
unset logscale y
set yrange [2.9:5]
set ytics ('3.0' 3, '3.5' 3.5, '4.0' 4, '4.5' 4.5, '5.0' 5)
set xtics offset 0,0.5
set grid noxtics ytics
unset colorbox
set label 'Slow or fast, tuning passes one valley; the straight way back misses it' at screen 0.02, screen 0.93494 left textcolor rgb '#1F1F1F' font family.':Bold,17'
set label 'bits per character' at screen 0.02, screen 0.82048 left textcolor rgb '#4A4A4A' font ',12.5'
set label 'in time' at screen 0.02, screen 0.86506 left textcolor rgb '#1F1F1F' font family.':Bold,13.5'
set label 'step' at screen 0.27023, screen 0.10792 center textcolor rgb '#4A4A4A' font ',12.5'
set arrow from screen 0.0565, screen 0.05371 to screen 0.0865, screen 0.05371 nohead front linewidth 2 linecolor rgb '#0072B2' dashtype solid
set label 'η = 0.0002' at screen 0.094, screen 0.05371 left front textcolor rgb '#1F1F1F' font ',12.5'
set arrow from screen 0.20462, screen 0.05371 to screen 0.23462, screen 0.05371 nohead front linewidth 2 linecolor rgb '#CC79A7' dashtype solid
set label 'η = 0.001' at screen 0.24212, screen 0.05371 left front textcolor rgb '#1F1F1F' font ',12.5'
set arrow from screen 0.34275, screen 0.05371 to screen 0.37275, screen 0.05371 nohead front linewidth 2 linecolor rgb '#D55E00' dashtype solid
set label 'η = 0.005' at screen 0.38025, screen 0.05371 left front textcolor rgb '#1F1F1F' font ',12.5'
set arrow from screen 0.48088, screen 0.05371 to screen 0.51088, screen 0.05371 nohead front linewidth 2 linecolor rgb '#000000' dashtype (2, 4)
set label 'straight back' at screen 0.51838, screen 0.05371 left front textcolor rgb '#1F1F1F' font ',12.5'
plot \
  'paths.dat' using 1:2 with lines linewidth 2 linecolor rgb '#0072B2' dashtype solid, \
  'paths.dat' using 3:4 with points pointtype 7 pointsize 1.04 linecolor rgb '#0072B2', \
  'paths.dat' using 1:5 with lines linewidth 2 linecolor rgb '#CC79A7' dashtype solid, \
  'paths.dat' using 6:7 with points pointtype 7 pointsize 1.04 linecolor rgb '#CC79A7', \
  'paths.dat' using 1:8 with lines linewidth 2 linecolor rgb '#D55E00' dashtype solid, \
  'paths.dat' using 9:10 with points pointtype 7 pointsize 1.04 linecolor rgb '#D55E00'

# Panel 2: in space
unset label
unset arrow
unset object
set lmargin at screen 0.54575; set rmargin at screen 0.9732
set tmargin at screen 0.78795; set bmargin at screen 0.19467
unset logscale x
set xrange [0:0.3]
set xtics ('0.00' 0, '0.05' 0.05, '0.10' 0.1, '0.15' 0.15, '0.20' 0.2, '0.25' 0.25, '0.30' 0.3)
unset logscale y
set yrange [2.9:5]
set ytics ('' 3, '' 3.5, '' 4, '' 4.5, '' 5)
set xtics offset 0,0.5
set grid noxtics ytics
unset colorbox
set label 'in space' at screen 0.52895, screen 0.86506 left textcolor rgb '#1F1F1F' font family.':Bold,13.5'
set label 'distance from the start' at screen 0.75947, screen 0.10792 center textcolor rgb '#4A4A4A' font ',12.5'
plot \
  'paths.dat' using 11:2 with lines linewidth 2 linecolor rgb '#0072B2' dashtype solid, \
  'paths.dat' using 12:4 with points pointtype 7 pointsize 1.04 linecolor rgb '#0072B2', \
  'paths.dat' using 13:5 with lines linewidth 2 linecolor rgb '#CC79A7' dashtype solid, \
  'paths.dat' using 14:7 with points pointtype 7 pointsize 1.04 linecolor rgb '#CC79A7', \
  'paths.dat' using 15:8 with lines linewidth 2 linecolor rgb '#D55E00' dashtype solid, \
  'paths.dat' using 16:10 with points pointtype 7 pointsize 1.04 linecolor rgb '#D55E00', \
  'paths.dat' using 17:18 with lines linewidth 2 linecolor rgb '#000000' dashtype (2, 4)
unset multiplot
unset output
