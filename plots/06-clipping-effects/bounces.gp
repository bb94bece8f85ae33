# A step that keeps its direction bounces straight off the cliff
# gnuplot bounces.gp draws bounces.svg
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

set terminal svg size 800,606 font 'Arial,13' enhanced background '#ffffff'
set output 'bounces.svg'
set multiplot

# Panel 1: no clipping
set lmargin at screen 0.06357; set rmargin at screen 0.40806
set tmargin at screen 0.85479; set bmargin at screen 0.52735
unset logscale x
set xrange [-0.28:0.12]
set xtics ('' -0.2, '' -0.1, '' 0, '' 0.1)
unset logscale y
set yrange [-0.03:0.19]
set ytics ('0.00' 0, '0.05' 0.05, '0.10' 0.1, '0.15' 0.15)
set xtics offset 0,0.5
unset grid
set palette defined (0 '#FFFFFF', 1 '#E9EEF4', 2 '#CFDAE6', 3 '#B1C2D4', 4 '#8FA7BF')
set logscale cb
set cbrange [0.001:0.5]
set cbtics ('0.001' 0.001, '0.01' 0.01, '0.1' 0.1) scale 0
set colorbox user origin screen 0.42556, screen 0.52735 size 0.015, 0.32744 noborder
set label 'A step that keeps its direction bounces straight off the cliff' at screen 0.02, screen 0.95545 left textcolor rgb '#1F1F1F' font 'Arial:Bold,17'
set label 'height above the edge' at screen 0.02, screen 0.87706 left textcolor rgb '#4A4A4A' font ',12.5'
set label 'no clipping' at screen 0.02, screen 0.90759 left textcolor rgb '#1F1F1F' font 'Arial:Bold,13.5'
set label 'error E' at screen 0.49054, screen 0.87706 right textcolor rgb '#4A4A4A' font ',12.5'
set arrow from graph 0, first 0 to graph 1, first 0 nohead back linewidth 1 linecolor rgb '#000000' dashtype 1
plot \
  'bounces-grid.dat' using 1:2:3 with image, \
  'bounces.dat' using 1:2 with lines linewidth 3 linecolor rgb '#4DFFFFFF', \
  'bounces.dat' using 1:2 with lines linewidth 1 linecolor rgb '#0072B2' dashtype 1, \
  'bounces.dat' using 1:2 with points pointtype 7 pointsize 0.325 linecolor rgb '#0072B2', \
  'bounces.dat' every ::0::0 using 1:2 with points pointtype 6 pointsize 0.845 linecolor rgb '#0072B2' linewidth 1.5, \
  'bounces.dat' every ::500::500 using 1:2 with points pointtype 7 pointsize 0.845 linecolor rgb '#0072B2'

# Panel 2: clip the norm
unset label
unset arrow
unset object
set lmargin at screen 0.54804; set rmargin at screen 0.89253
set tmargin at screen 0.85479; set bmargin at screen 0.52735
unset logscale x
set xrange [-0.28:0.12]
set xtics ('' -0.2, '' -0.1, '' 0, '' 0.1)
unset logscale y
set yrange [-0.03:0.19]
set ytics ('' 0, '' 0.05, '' 0.1, '' 0.15)
set xtics offset 0,0.5
unset grid
set palette defined (0 '#FFFFFF', 1 '#E9EEF4', 2 '#CFDAE6', 3 '#B1C2D4', 4 '#8FA7BF')
set logscale cb
set cbrange [0.001:0.5]
set cbtics ('0.001' 0.001, '0.01' 0.01, '0.1' 0.1) scale 0
set colorbox user origin screen 0.91003, screen 0.52735 size 0.015, 0.32744 noborder
set label 'clip the norm' at screen 0.53554, screen 0.90759 left textcolor rgb '#1F1F1F' font 'Arial:Bold,13.5'
set label 'error E' at screen 0.975, screen 0.87706 right textcolor rgb '#4A4A4A' font ',12.5'
set arrow from graph 0, first 0 to graph 1, first 0 nohead back linewidth 1 linecolor rgb '#000000' dashtype 1
plot \
  'bounces-grid.dat' using 1:2:3 with image, \
  'bounces.dat' using 3:4 with lines linewidth 3 linecolor rgb '#4DFFFFFF', \
  'bounces.dat' using 3:4 with lines linewidth 1 linecolor rgb '#009E73' dashtype 1, \
  'bounces.dat' using 3:4 with points pointtype 7 pointsize 0.325 linecolor rgb '#009E73', \
  'bounces.dat' every ::0::0 using 3:4 with points pointtype 6 pointsize 0.845 linecolor rgb '#009E73' linewidth 1.5, \
  'bounces.dat' every ::500::500 using 3:4 with points pointtype 7 pointsize 0.845 linecolor rgb '#009E73'

# Panel 3: clip each value
unset label
unset arrow
unset object
set lmargin at screen 0.06357; set rmargin at screen 0.40806
set tmargin at screen 0.42174; set bmargin at screen 0.0943
unset logscale x
set xrange [-0.28:0.12]
set xtics ('−0.2' -0.2, '−0.1' -0.1, '0.0' 0, '0.1' 0.1)
unset logscale y
set yrange [-0.03:0.19]
set ytics ('0.00' 0, '0.05' 0.05, '0.10' 0.1, '0.15' 0.15)
set xtics offset 0,0.5
unset grid
set palette defined (0 '#FFFFFF', 1 '#E9EEF4', 2 '#CFDAE6', 3 '#B1C2D4', 4 '#8FA7BF')
set logscale cb
set cbrange [0.001:0.5]
set cbtics ('0.001' 0.001, '0.01' 0.01, '0.1' 0.1) scale 0
set colorbox user origin screen 0.42556, screen 0.0943 size 0.015, 0.32744 noborder
set label 'height above the edge' at screen 0.02, screen 0.44402 left textcolor rgb '#4A4A4A' font ',12.5'
set label 'clip each value' at screen 0.02, screen 0.47454 left textcolor rgb '#1F1F1F' font 'Arial:Bold,13.5'
set label 'error E' at screen 0.49054, screen 0.44402 right textcolor rgb '#4A4A4A' font ',12.5'
set label 'distance along the edge' at screen 0.23582, screen 0.0349 center textcolor rgb '#4A4A4A' font ',12.5'
set arrow from graph 0, first 0 to graph 1, first 0 nohead back linewidth 1 linecolor rgb '#000000' dashtype 1
plot \
  'bounces-grid.dat' using 1:2:3 with image, \
  'bounces.dat' using 5:6 with lines linewidth 3 linecolor rgb '#4DFFFFFF', \
  'bounces.dat' using 5:6 with lines linewidth 1 linecolor rgb '#D55E00' dashtype 1, \
  'bounces.dat' using 5:6 with points pointtype 7 pointsize 0.325 linecolor rgb '#D55E00', \
  'bounces.dat' every ::0::0 using 5:6 with points pointtype 6 pointsize 0.845 linecolor rgb '#D55E00' linewidth 1.5, \
  'bounces.dat' every ::500::500 using 5:6 with points pointtype 7 pointsize 0.845 linecolor rgb '#D55E00'

# Panel 4: shrink by ε
unset label
unset arrow
unset object
set lmargin at screen 0.54804; set rmargin at screen 0.89253
set tmargin at screen 0.42174; set bmargin at screen 0.0943
unset logscale x
set xrange [-0.28:0.12]
set xtics ('−0.2' -0.2, '−0.1' -0.1, '0.0' 0, '0.1' 0.1)
unset logscale y
set yrange [-0.03:0.19]
set ytics ('' 0, '' 0.05, '' 0.1, '' 0.15)
set xtics offset 0,0.5
unset grid
set palette defined (0 '#FFFFFF', 1 '#E9EEF4', 2 '#CFDAE6', 3 '#B1C2D4', 4 '#8FA7BF')
set logscale cb
set cbrange [0.001:0.5]
set cbtics ('0.001' 0.001, '0.01' 0.01, '0.1' 0.1) scale 0
set colorbox user origin screen 0.91003, screen 0.0943 size 0.015, 0.32744 noborder
set label 'shrink by ε' at screen 0.53554, screen 0.47454 left textcolor rgb '#1F1F1F' font 'Arial:Bold,13.5'
set label 'error E' at screen 0.975, screen 0.44402 right textcolor rgb '#4A4A4A' font ',12.5'
set label 'distance along the edge' at screen 0.72028, screen 0.0349 center textcolor rgb '#4A4A4A' font ',12.5'
set arrow from graph 0, first 0 to graph 1, first 0 nohead back linewidth 1 linecolor rgb '#000000' dashtype 1
plot \
  'bounces-grid.dat' using 1:2:3 with image, \
  'bounces.dat' using 7:8 with lines linewidth 3 linecolor rgb '#4DFFFFFF', \
  'bounces.dat' using 7:8 with lines linewidth 1 linecolor rgb '#CC79A7' dashtype 1, \
  'bounces.dat' using 7:8 with points pointtype 7 pointsize 0.325 linecolor rgb '#CC79A7', \
  'bounces.dat' every ::0::0 using 7:8 with points pointtype 6 pointsize 0.845 linecolor rgb '#CC79A7' linewidth 1.5, \
  'bounces.dat' every ::500::500 using 7:8 with points pointtype 7 pointsize 0.845 linecolor rgb '#CC79A7'
unset multiplot
unset output
