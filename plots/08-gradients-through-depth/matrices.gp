# Eigenvalues promise too little, norms too much
# gnuplot matrices.gp draws matrices.svg
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

set terminal svg size 920,382 font 'Arial,13' enhanced background '#ffffff'
set output 'matrices.svg'
set multiplot

# Panel 1: one Gaussian matrix, n = 256
set lmargin at screen 0.04422; set rmargin at screen 0.30144
set tmargin at screen 0.76963; set bmargin at screen 0.15015
unset logscale x
set xrange [-2.4:2.4]
set xtics ('−2' -2, '−1' -1, '0' 0, '1' 1, '2' 2)
unset logscale y
set yrange [-2.4:2.4]
set ytics ('−2' -2, '−1' -1, '0' 0, '1' 1, '2' 2)
set xtics offset 0,0.5
set grid noxtics ytics
unset colorbox
set label 'Eigenvalues promise too little, norms too much' at screen 0.01739, screen 0.92932 left textcolor rgb '#1F1F1F' font 'Arial:Bold,17'
set label 'imaginary part' at screen 0.01739, screen 0.80497 left textcolor rgb '#4A4A4A' font ',12.5'
set label 'one Gaussian matrix, n = 256' at screen 0.01739, screen 0.8534 left textcolor rgb '#1F1F1F' font 'Arial:Bold,13.5'
set label 'real part' at screen 0.17283, screen 0.05591 center textcolor rgb '#4A4A4A' font ',12.5'
set label '‖W‖' at first 1.25, first 0.2 left front textcolor rgb '#BF5400' font ',12.5'
set label 'eigenvalues' at first 0, first 1.25 center front textcolor rgb '#0072B2' font ',12.5'
plot \
  'matrices.dat' using 1:2 with points pointtype 7 pointsize 0.325 linecolor rgb '#0072B2', \
  'matrices.dat' using 3:4 with lines linewidth 2 linecolor rgb '#000000' dashtype (9, 6), \
  'matrices.dat' using 5:6 with lines linewidth 2 linecolor rgb '#000000' dashtype (9, 6), \
  'matrices.dat' using 7:8 with lines linewidth 3 linecolor rgb '#D55E00' dashtype 1

# Panel 2: one matrix again and again
unset label
unset arrow
unset object
set lmargin at screen 0.38287; set rmargin at screen 0.64009
set tmargin at screen 0.76963; set bmargin at screen 0.15015
unset logscale x
set xrange [0:16.48]
set xtics ('0' 0, '5' 5, '10' 10, '15' 15)
set logscale y
set yrange [1e-05:100000]
set ytics ('10^{−3}' 0.001, '10^{0}' 1, '10^{3}' 1000)
set xtics offset 0,0.5
set grid noxtics ytics
unset colorbox
set label 'stretch' at screen 0.34057, screen 0.80497 left textcolor rgb '#4A4A4A' font ',12.5'
set label 'one matrix again and again' at screen 0.34057, screen 0.8534 left textcolor rgb '#1F1F1F' font 'Arial:Bold,13.5'
set label 'times k' at screen 0.51148, screen 0.05591 center textcolor rgb '#4A4A4A' font ',12.5'
set object rectangle from screen 0.54837, screen 0.74869 to screen 0.63139, screen 0.58901 front fillcolor rgb '#ffffff' fillstyle transparent solid 0.8 noborder
set arrow from screen 0.55598, screen 0.71335 to screen 0.58207, screen 0.71335 nohead front linewidth 2 linecolor rgb '#D55E00' dashtype 1
set label '‖A‖ᵏ' at screen 0.58859, screen 0.71335 left front textcolor rgb '#1F1F1F' font ',12.5'
set label '' at screen 0.56902, screen 0.66885 front point pointtype 7 pointsize 0.65 linecolor rgb '#009E73'
set label '‖Aᵏ‖' at screen 0.58859, screen 0.66885 left front textcolor rgb '#1F1F1F' font ',12.5'
set arrow from screen 0.55598, screen 0.62435 to screen 0.58207, screen 0.62435 nohead front linewidth 2 linecolor rgb '#0072B2' dashtype 1
set label 'λᵏ' at screen 0.58859, screen 0.62435 left front textcolor rgb '#1F1F1F' font ',12.5'
plot \
  'matrices.dat' using 9:10 with lines linewidth 2 linecolor rgb '#D55E00' dashtype 1, \
  'matrices.dat' using 9:11 with points pointtype 7 pointsize 0.65 linecolor rgb '#009E73', \
  'matrices.dat' using 12:13 with lines linewidth 2 linecolor rgb '#000000' dashtype (9, 6), \
  'matrices.dat' using 9:14 with lines linewidth 2 linecolor rgb '#0072B2' dashtype 1

# Panel 3: fresh matrices, gain 1
unset label
unset arrow
unset object
set lmargin at screen 0.72104; set rmargin at screen 0.97826
set tmargin at screen 0.76963; set bmargin at screen 0.15015
unset logscale x
set xrange [0:50]
set xtics ('0' 0, '10' 10, '20' 20, '30' 30, '40' 40, '50' 50)
set logscale y
set yrange [0.01:1e+16]
set ytics ('10^{0}' 1, '10^{5}' 100000, '10^{10}' 10000000000, '10^{15}' 1000000000000000)
set xtics offset 0,0.5
set grid noxtics ytics
unset colorbox
set label 'stretch' at screen 0.67922, screen 0.80497 left textcolor rgb '#4A4A4A' font ',12.5'
set label 'fresh matrices, gain 1' at screen 0.67922, screen 0.8534 left textcolor rgb '#1F1F1F' font 'Arial:Bold,13.5'
set label 'matrices k' at screen 0.84965, screen 0.05591 center textcolor rgb '#4A4A4A' font ',12.5'
set object rectangle from screen 0.72974, screen 0.74869 to screen 0.88623, screen 0.58901 front fillcolor rgb '#ffffff' fillstyle transparent solid 0.8 noborder
set arrow from screen 0.73734, screen 0.71335 to screen 0.76343, screen 0.71335 nohead front linewidth 2 linecolor rgb '#D55E00' dashtype 1
set label 'product of norms' at screen 0.76995, screen 0.71335 left front textcolor rgb '#1F1F1F' font ',12.5'
set arrow from screen 0.73734, screen 0.66885 to screen 0.76343, screen 0.66885 nohead front linewidth 2 linecolor rgb '#009E73' dashtype 1
set label 'norm of product' at screen 0.76995, screen 0.66885 left front textcolor rgb '#1F1F1F' font ',12.5'
set arrow from screen 0.73734, screen 0.62435 to screen 0.76343, screen 0.62435 nohead front linewidth 2 linecolor rgb '#0072B2' dashtype 1
set label 'a vector' at screen 0.76995, screen 0.62435 left front textcolor rgb '#1F1F1F' font ',12.5'
plot \
  'matrices.dat' using 15:16:17 with filledcurves linecolor rgb '#D55E00' fillstyle transparent solid 0.18 noborder, \
  'matrices.dat' using 15:18 with lines linewidth 2 linecolor rgb '#D55E00' dashtype 1, \
  'matrices.dat' using 15:19:20 with filledcurves linecolor rgb '#009E73' fillstyle transparent solid 0.18 noborder, \
  'matrices.dat' using 15:21 with lines linewidth 2 linecolor rgb '#009E73' dashtype 1, \
  'matrices.dat' using 15:22:23 with filledcurves linecolor rgb '#0072B2' fillstyle transparent solid 0.18 noborder, \
  'matrices.dat' using 15:24 with lines linewidth 2 linecolor rgb '#0072B2' dashtype 1, \
  'matrices.dat' using 15:25 with lines linewidth 2 linecolor rgb '#000000' dashtype (9, 6)
unset multiplot
unset output
