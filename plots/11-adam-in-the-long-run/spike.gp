# A large gradient makes a few steps of at most 3.3 η, and then thousands of short ones
# gnuplot spike.gp draws spike.svg
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

set terminal svg size 800,400 font 'Arial,13' enhanced background '#ffffff'
set output 'spike.svg'
set multiplot

# Panel 1: the first steps
set lmargin at screen 0.05468; set rmargin at screen 0.45731
set tmargin at screen 0.78; set bmargin at screen 0.20021
unset logscale x
set xrange [0:80]
set xtics ('0' 0, '20' 20, '40' 40, '60' 60, '80' 80)
unset logscale y
set yrange [0:3.4194688559547934]
set ytics ('0.0' 0, '0.5' 0.5, '1.0' 1, '1.5' 1.5, '2.0' 2, '2.5' 2.5, '3.0' 3)
set xtics offset 0,0.5
set grid noxtics ytics
unset colorbox
set label 'A large gradient makes a few steps of at most 3.3 η, and then thousands of short ones' at screen 0.02, screen 0.9325 left textcolor rgb '#1F1F1F' font 'Arial:Bold,17'
set label 'length of the step / η' at screen 0.02, screen 0.81375 left textcolor rgb '#4A4A4A' font ',12.5'
set label 'the first steps' at screen 0.02, screen 0.86 left textcolor rgb '#1F1F1F' font 'Arial:Bold,13.5'
set label '3.288' at screen 0.46606, screen 0.75771 left textcolor rgb '#717171' font ',12.5'
set label 'steps after the large gradient' at screen 0.25599, screen 0.11021 center textcolor rgb '#4A4A4A' font ',12.5'
set arrow from graph 0, first 3.2879797461071436 to graph 1, first 3.2879797461071436 nohead back linewidth 1 linecolor rgb '#8C8C8C' dashtype 1
set arrow from screen 0.05468, screen 0.05396 to screen 0.08468, screen 0.05396 nohead front linewidth 4 linecolor rgb '#8C0072B2' dashtype 1
set label 'G = 10' at screen 0.09218, screen 0.05396 left front textcolor rgb '#1F1F1F' font ',12.5'
set arrow from screen 0.16437, screen 0.05396 to screen 0.19437, screen 0.05396 nohead front linewidth 4 linecolor rgb '#8CD55E00' dashtype 1
set label 'G = 100' at screen 0.20187, screen 0.05396 left front textcolor rgb '#1F1F1F' font ',12.5'
set arrow from screen 0.28333, screen 0.05396 to screen 0.31333, screen 0.05396 nohead front linewidth 4 linecolor rgb '#8C009E73' dashtype 1
set label 'G = 1000' at screen 0.32083, screen 0.05396 left front textcolor rgb '#1F1F1F' font ',12.5'
set arrow from screen 0.41157, screen 0.05396 to screen 0.44157, screen 0.05396 nohead front linewidth 4 linecolor rgb '#8CCC79A7' dashtype 1
set label 'G = 1 × 10⁶' at screen 0.44907, screen 0.05396 left front textcolor rgb '#1F1F1F' font ',12.5'
plot \
  'spike.dat' using 1:2 with lines linewidth 4 linecolor rgb '#8C0072B2' dashtype 1, \
  'spike.dat' using 1:3 with lines linewidth 1 linecolor rgb '#000000' dashtype (9, 6), \
  'spike.dat' using 1:4 with lines linewidth 4 linecolor rgb '#8CD55E00' dashtype 1, \
  'spike.dat' using 1:5 with lines linewidth 1 linecolor rgb '#000000' dashtype (9, 6), \
  'spike.dat' using 1:6 with lines linewidth 4 linecolor rgb '#8C009E73' dashtype 1, \
  'spike.dat' using 1:7 with lines linewidth 1 linecolor rgb '#000000' dashtype (9, 6), \
  'spike.dat' using 1:8 with lines linewidth 4 linecolor rgb '#8CCC79A7' dashtype 1, \
  'spike.dat' using 1:9 with lines linewidth 1 linecolor rgb '#000000' dashtype (9, 6)

# Panel 2: all of them
unset label
unset arrow
unset object
set lmargin at screen 0.57237; set rmargin at screen 0.975
set tmargin at screen 0.78; set bmargin at screen 0.20021
set logscale x
set xrange [1:29999]
set xtics ('1' 1, '10' 10, '100' 100, '1000' 1000, '10 000' 10000)
unset logscale y
set yrange [0:3.1090499179432265]
set ytics ('0.0' 0, '0.5' 0.5, '1.0' 1, '1.5' 1.5, '2.0' 2, '2.5' 2.5, '3.0' 3)
set xtics offset 0,0.5
set grid noxtics ytics
unset colorbox
set label 'length of the step / η' at screen 0.53769, screen 0.81375 left textcolor rgb '#4A4A4A' font ',12.5'
set label 'all of them' at screen 0.53769, screen 0.86 left textcolor rgb '#1F1F1F' font 'Arial:Bold,13.5'
set label 'steps after the large gradient' at screen 0.77369, screen 0.11021 center textcolor rgb '#4A4A4A' font ',12.5'
plot \
  'spike.dat' using 10:11 with lines linewidth 4 linecolor rgb '#8C0072B2' dashtype 1, \
  'spike.dat' using 10:12 with lines linewidth 1 linecolor rgb '#000000' dashtype (9, 6), \
  'spike.dat' using 10:13 with lines linewidth 4 linecolor rgb '#8CD55E00' dashtype 1, \
  'spike.dat' using 10:14 with lines linewidth 1 linecolor rgb '#000000' dashtype (9, 6), \
  'spike.dat' using 10:15 with lines linewidth 4 linecolor rgb '#8C009E73' dashtype 1, \
  'spike.dat' using 10:16 with lines linewidth 1 linecolor rgb '#000000' dashtype (9, 6), \
  'spike.dat' using 10:17 with lines linewidth 4 linecolor rgb '#8CCC79A7' dashtype 1, \
  'spike.dat' using 10:18 with lines linewidth 1 linecolor rgb '#000000' dashtype (9, 6)
unset multiplot
unset output
