# One step from the edge undoes the whole walk
# gnuplot cliff.gp draws cliff.svg
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

set terminal svg size 800,356 font 'Arial,13' enhanced background '#ffffff'
set output 'cliff.svg'
set multiplot

# Panel 1: the landscape
set lmargin at screen 0.05085; set rmargin at screen 0.38046
set tmargin at screen 0.75281; set bmargin at screen 0.16025
unset logscale x
set xrange [3.6:6.4]
set xtics ('4.0' 4, '4.5' 4.5, '5.0' 5, '5.5' 5.5, '6.0' 6)
unset logscale y
set yrange [-3.4:0.6]
set ytics ('−3' -3, '−2' -2, '−1' -1, '0' 0)
set xtics offset 0,0.5
unset grid
set palette defined (0 '#FFFFFF', 1 '#E9EEF4', 2 '#CFDAE6', 3 '#B1C2D4', 4 '#8FA7BF')
set logscale cb
set cbrange [0.001:0.5]
set cbtics ('0.001' 0.001, '0.01' 0.01, '0.1' 0.1) scale 0
set colorbox user origin screen 0.39796, screen 0.16025 size 0.015, 0.59256 noborder
set label 'One step from the edge undoes the whole walk' at screen 0.02, screen 0.92416 left textcolor rgb '#1F1F1F' font 'Arial:Bold,17'
set label 'bias b' at screen 0.02, screen 0.79073 left textcolor rgb '#4A4A4A' font ',12.5'
set label 'the landscape' at screen 0.02, screen 0.8427 left textcolor rgb '#1F1F1F' font 'Arial:Bold,13.5'
set label 'error E' at screen 0.46293, screen 0.79073 right textcolor rgb '#4A4A4A' font ',12.5'
set label 'weight w' at screen 0.21565, screen 0.05912 center textcolor rgb '#4A4A4A' font ',12.5'
set label 'edge of the cliff' at first 5.15, first -2.55 left front textcolor rgb '#4A4A4A' font ',12.5'
set label 'floor' at first 3.8, first -1.55 left front textcolor rgb '#4A4A4A' font ',12.5'
plot \
  'cliff-grid.dat' using 1:2:3 with image, \
  'cliff.dat' using 1:2 with lines linewidth 2 linecolor rgb '#000000' dashtype (9, 6), \
  'cliff.dat' using 3:4 with lines linewidth 2 linecolor rgb '#000000' dashtype (9, 6), \
  'cliff.dat' using 5:6 with lines linewidth 4 linecolor rgb '#4DFFFFFF', \
  'cliff.dat' using 5:6 with lines linewidth 2 linecolor rgb '#009E73' dashtype 1, \
  'cliff.dat' every ::0::0 using 5:6 with points pointtype 6 pointsize 0.845 linecolor rgb '#009E73' linewidth 1.5, \
  'cliff.dat' every ::500::500 using 5:6 with points pointtype 7 pointsize 0.845 linecolor rgb '#009E73', \
  'cliff.dat' using 7:8 with lines linewidth 4 linecolor rgb '#4DFFFFFF', \
  'cliff.dat' using 7:8 with lines linewidth 2 linecolor rgb '#0072B2' dashtype 1, \
  'cliff.dat' every ::0::0 using 7:8 with points pointtype 6 pointsize 0.845 linecolor rgb '#0072B2' linewidth 1.5, \
  'cliff.dat' every ::500::500 using 7:8 with points pointtype 7 pointsize 0.845 linecolor rgb '#0072B2'

# Panel 2: along the first 150 steps
unset label
unset arrow
unset object
set lmargin at screen 0.55658; set rmargin at screen 0.88619
set tmargin at screen 0.75281; set bmargin at screen 0.16025
unset logscale x
set xrange [0:150]
set xtics ('0' 0, '20' 20, '40' 40, '60' 60, '80' 80, '100' 100, '120' 120, '140' 140)
set logscale y
set yrange [1e-06:0.5]
set ytics ('10^{−6}' 1e-06, '10^{−4}' 0.0001, '10^{−2}' 0.01)
set xtics offset 0,0.5
set grid noxtics ytics
unset colorbox
set label 'error E' at screen 0.50793, screen 0.79073 left textcolor rgb '#4A4A4A' font ',12.5'
set label 'along the first 150 steps' at screen 0.50793, screen 0.8427 left textcolor rgb '#1F1F1F' font 'Arial:Bold,13.5'
set label 'clip the norm' at screen 0.89494, screen 0.41361 left textcolor rgb '#008661' font ',12.5'
set label 'no clipping' at screen 0.89494, screen 0.67488 left textcolor rgb '#0072B2' font ',12.5'
set label 'step' at screen 0.72139, screen 0.05912 center textcolor rgb '#4A4A4A' font ',12.5'
plot \
  'cliff.dat' using 9:10 with lines linewidth 2 linecolor rgb '#009E73' dashtype 1, \
  'cliff.dat' using 9:11 with lines linewidth 2 linecolor rgb '#0072B2' dashtype 1
unset multiplot
unset output
