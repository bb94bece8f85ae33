# With batches of 2 normalisation costs more than it gives
# gnuplot batches.gp draws batches.svg
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

set terminal svg size 720,451 font 'Arial,13' enhanced background '#ffffff'
set output 'batches.svg'

set lmargin at screen 0.06577; set rmargin at screen 0.87347
set tmargin at screen 0.84922; set bmargin at screen 0.12713
set logscale x
set xrange [1.8025009252216604:71.01244621234208]
set xtics ('2' 2, '4' 4, '8' 8, '16' 16, '64' 64)
unset logscale y
set yrange [0:100]
set ytics ('0' 0, '20' 20, '40' 40, '60' 60, '80' 80, '100' 100)
set xtics offset 0,0.5
set grid noxtics ytics
unset colorbox
set label 'With batches of 2 normalisation costs more than it gives' at screen 0.02222, screen 0.94013 left textcolor rgb '#1F1F1F' font 'Arial:Bold,17'
set label 'test accuracy (%)' at screen 0.02222, screen 0.87916 left textcolor rgb '#4A4A4A' font ',12.5'
set label 'plain' at screen 0.89847, screen 0.77772 left textcolor rgb '#0072B2' font ',12.5'
set label 'normalised' at screen 0.89847, screen 0.81542 left textcolor rgb '#BF5400' font ',12.5'
set label 'batch size' at screen 0.46962, screen 0.04731 center textcolor rgb '#4A4A4A' font ',12.5'
set arrow from screen 0.85478, screen 0.77969 to screen 0.89569, screen 0.77772 nohead linewidth 0.8 linecolor rgb '#660072B2'
set arrow from screen 0.85478, screen 0.81345 to screen 0.89569, screen 0.81542 nohead linewidth 0.8 linecolor rgb '#66BF5400'
plot \
  'batches.dat' using 1:2:3 with filledcurves linecolor rgb '#0072B2' fillstyle transparent solid 0.18 noborder, \
  'batches.dat' using 1:4 with lines linewidth 2 linecolor rgb '#0072B2' dashtype 1, \
  'batches.dat' using 1:4 with points pointtype 7 pointsize 0.65 linecolor rgb '#0072B2', \
  'batches.dat' using 1:5:6 with filledcurves linecolor rgb '#D55E00' fillstyle transparent solid 0.18 noborder, \
  'batches.dat' using 1:7 with lines linewidth 2 linecolor rgb '#D55E00' dashtype 1, \
  'batches.dat' using 1:7 with points pointtype 7 pointsize 0.65 linecolor rgb '#D55E00'
unset output
