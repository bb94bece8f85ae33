# Stacking folds the parabola: into 4 terraces at r = 3.5, into a comb at r = 4
# gnuplot terraces.gp draws terraces.svg
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

set terminal svg size 920,650 font 'Arial,13' enhanced background '#ffffff'
set output 'terraces.svg'
set multiplot

# Panel 1: k = 1
set lmargin at screen 0.04754; set rmargin at screen 0.32445
set tmargin at screen 0.86462; set bmargin at screen 0.54323
unset logscale x
set xrange [0:1]
set xtics ('' 0, '' 0.2, '' 0.4, '' 0.6, '' 0.8, '' 1)
unset logscale y
set yrange [0:1]
set ytics ('0.0' 0, '0.2' 0.2, '0.4' 0.4, '0.6' 0.6, '0.8' 0.8, '1.0' 1)
set xtics offset 0,0.5
set grid noxtics ytics
unset colorbox
set label 'Stacking folds the parabola: into 4 terraces at r = 3.5, into a comb at r = 4' at screen 0.01739, screen 0.95846 left textcolor rgb '#1F1F1F' font 'Arial:Bold,17'
set label 'fᵏ(x)' at screen 0.01739, screen 0.88538 left textcolor rgb '#4A4A4A' font ',12.5'
set label 'k = 1' at screen 0.01739, screen 0.91385 left textcolor rgb '#1F1F1F' font 'Arial:Bold,13.5'
set arrow from screen 0.04754, screen 0.03339 to screen 0.07363, screen 0.03339 nohead front linewidth 1 linecolor rgb '#A6D55E00' dashtype 1
set label 'r = 4' at screen 0.08015, screen 0.03339 left front textcolor rgb '#1F1F1F' font ',12.5'
set arrow from screen 0.12869, screen 0.03339 to screen 0.15478, screen 0.03339 nohead front linewidth 2 linecolor rgb '#0072B2' dashtype 1
set label 'r = 3.5' at screen 0.1613, screen 0.03339 left front textcolor rgb '#1F1F1F' font ',12.5'
plot \
  'terraces.dat' using 1:2 with lines linewidth 1 linecolor rgb '#A6D55E00' dashtype 1, \
  'terraces.dat' using 1:3 with lines linewidth 2 linecolor rgb '#0072B2' dashtype 1

# Panel 2: k = 2
unset label
unset arrow
unset object
set lmargin at screen 0.37445; set rmargin at screen 0.65136
set tmargin at screen 0.86462; set bmargin at screen 0.54323
unset logscale x
set xrange [0:1]
set xtics ('' 0, '' 0.2, '' 0.4, '' 0.6, '' 0.8, '' 1)
unset logscale y
set yrange [0:1]
set ytics ('' 0, '' 0.2, '' 0.4, '' 0.6, '' 0.8, '' 1)
set xtics offset 0,0.5
set grid noxtics ytics
unset colorbox
set label 'k = 2' at screen 0.36358, screen 0.91385 left textcolor rgb '#1F1F1F' font 'Arial:Bold,13.5'
plot \
  'terraces.dat' using 4:5 with lines linewidth 1 linecolor rgb '#A6D55E00' dashtype 1, \
  'terraces.dat' using 6:7 with lines linewidth 2 linecolor rgb '#0072B2' dashtype 1

# Panel 3: k = 3
unset label
unset arrow
unset object
set lmargin at screen 0.70136; set rmargin at screen 0.97826
set tmargin at screen 0.86462; set bmargin at screen 0.54323
unset logscale x
set xrange [0:1]
set xtics ('' 0, '' 0.2, '' 0.4, '' 0.6, '' 0.8, '' 1)
unset logscale y
set yrange [0:1]
set ytics ('' 0, '' 0.2, '' 0.4, '' 0.6, '' 0.8, '' 1)
set xtics offset 0,0.5
set grid noxtics ytics
unset colorbox
set label 'k = 3' at screen 0.69049, screen 0.91385 left textcolor rgb '#1F1F1F' font 'Arial:Bold,13.5'
plot \
  'terraces.dat' using 8:9 with lines linewidth 1 linecolor rgb '#A6D55E00' dashtype 1, \
  'terraces.dat' using 10:11 with lines linewidth 2 linecolor rgb '#0072B2' dashtype 1

# Panel 4: k = 5
unset label
unset arrow
unset object
set lmargin at screen 0.04754; set rmargin at screen 0.32445
set tmargin at screen 0.44477; set bmargin at screen 0.12339
unset logscale x
set xrange [0:1]
set xtics ('0.0' 0, '0.2' 0.2, '0.4' 0.4, '0.6' 0.6, '0.8' 0.8, '1.0' 1)
unset logscale y
set yrange [0:1]
set ytics ('0.0' 0, '0.2' 0.2, '0.4' 0.4, '0.6' 0.6, '0.8' 0.8, '1.0' 1)
set xtics offset 0,0.5
set grid noxtics ytics
unset colorbox
set label 'fᵏ(x)' at screen 0.01739, screen 0.46554 left textcolor rgb '#4A4A4A' font ',12.5'
set label 'k = 5' at screen 0.01739, screen 0.494 left textcolor rgb '#1F1F1F' font 'Arial:Bold,13.5'
set label 'x' at screen 0.186, screen 0.06801 center textcolor rgb '#4A4A4A' font ',12.5'
plot \
  'terraces.dat' using 12:13 with lines linewidth 1 linecolor rgb '#A6D55E00' dashtype 1, \
  'terraces.dat' using 14:15 with lines linewidth 2 linecolor rgb '#0072B2' dashtype 1

# Panel 5: k = 7
unset label
unset arrow
unset object
set lmargin at screen 0.37445; set rmargin at screen 0.65136
set tmargin at screen 0.44477; set bmargin at screen 0.12339
unset logscale x
set xrange [0:1]
set xtics ('0.0' 0, '0.2' 0.2, '0.4' 0.4, '0.6' 0.6, '0.8' 0.8, '1.0' 1)
unset logscale y
set yrange [0:1]
set ytics ('' 0, '' 0.2, '' 0.4, '' 0.6, '' 0.8, '' 1)
set xtics offset 0,0.5
set grid noxtics ytics
unset colorbox
set label 'k = 7' at screen 0.36358, screen 0.494 left textcolor rgb '#1F1F1F' font 'Arial:Bold,13.5'
set label 'x' at screen 0.5129, screen 0.06801 center textcolor rgb '#4A4A4A' font ',12.5'
plot \
  'terraces.dat' using 16:17 with lines linewidth 1 linecolor rgb '#A6D55E00' dashtype 1, \
  'terraces.dat' using 18:19 with lines linewidth 2 linecolor rgb '#0072B2' dashtype 1

# Panel 6: k = 10
unset label
unset arrow
unset object
set lmargin at screen 0.70136; set rmargin at screen 0.97826
set tmargin at screen 0.44477; set bmargin at screen 0.12339
unset logscale x
set xrange [0:1]
set xtics ('0.0' 0, '0.2' 0.2, '0.4' 0.4, '0.6' 0.6, '0.8' 0.8, '1.0' 1)
unset logscale y
set yrange [0:1]
set ytics ('' 0, '' 0.2, '' 0.4, '' 0.6, '' 0.8, '' 1)
set xtics offset 0,0.5
set grid noxtics ytics
unset colorbox
set label 'k = 10' at screen 0.69049, screen 0.494 left textcolor rgb '#1F1F1F' font 'Arial:Bold,13.5'
set label 'x' at screen 0.83981, screen 0.06801 center textcolor rgb '#4A4A4A' font ',12.5'
plot \
  'terraces.dat' using 20:21 with lines linewidth 1 linecolor rgb '#A6D55E00' dashtype 1, \
  'terraces.dat' using 22:23 with lines linewidth 2 linecolor rgb '#0072B2' dashtype 1
unset multiplot
unset output
