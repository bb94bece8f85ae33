# Every layer multiplies the gradient by much the same factor
# gnuplot layers.gp draws layers.svg
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

set terminal svg size 800,496 font 'Arial,13' enhanced background '#ffffff'
set output 'layers.svg'
set multiplot

# Panel 1: sigmoid
set lmargin at screen 0.07755; set rmargin at screen 0.43526
set tmargin at screen 0.82258; set bmargin at screen 0.5341
unset logscale x
set xrange [0:19]
set xtics ('' 0, '' 5, '' 10, '' 15)
set logscale y
set yrange [3.852793495853713e-23:8270422134703426]
set ytics ('10^{−16}' 1e-16, '10^{−8}' 1e-08, '10^{0}' 1, '10^{8}' 100000000)
set xtics offset 0,0.5
set grid noxtics ytics
unset colorbox
set label 'Every layer multiplies the gradient by much the same factor' at screen 0.02, screen 0.94556 left textcolor rgb '#1F1F1F' font 'Arial:Bold,17'
set label '‖∂L/∂h‖, 1 at the last layer' at screen 0.02, screen 0.8498 left textcolor rgb '#4A4A4A' font ',12.5'
set label 'sigmoid' at screen 0.02, screen 0.8871 left textcolor rgb '#1F1F1F' font 'Arial:Bold,13.5'
set label 'gain 1' at screen 0.44401, screen 0.61283 left textcolor rgb '#0072B2' font ',12.5'
set label 'gain 8' at screen 0.44401, screen 0.69431 left textcolor rgb '#BF5400' font ',12.5'
plot \
  'layers.dat' using 1:2:3 with filledcurves linecolor rgb '#0072B2' fillstyle transparent solid 0.18 noborder, \
  'layers.dat' using 1:4 with lines linewidth 3 linecolor rgb '#0072B2' dashtype 1, \
  'layers.dat' using 1:5 with lines linewidth 1 linecolor rgb '#000000' dashtype (9, 6), \
  'layers.dat' using 1:6:7 with filledcurves linecolor rgb '#D55E00' fillstyle transparent solid 0.18 noborder, \
  'layers.dat' using 1:8 with lines linewidth 3 linecolor rgb '#D55E00' dashtype 1, \
  'layers.dat' using 1:9 with lines linewidth 1 linecolor rgb '#000000' dashtype (9, 6)

# Panel 2: tanh
unset label
unset arrow
unset object
set lmargin at screen 0.55527; set rmargin at screen 0.91298
set tmargin at screen 0.82258; set bmargin at screen 0.5341
unset logscale x
set xrange [0:19]
set xtics ('' 0, '' 5, '' 10, '' 15)
set logscale y
set yrange [3.852793495853713e-23:8270422134703426]
set ytics ('' 1e-16, '' 1e-08, '' 1, '' 100000000)
set xtics offset 0,0.5
set grid noxtics ytics
unset colorbox
set label 'tanh' at screen 0.54277, screen 0.8871 left textcolor rgb '#1F1F1F' font 'Arial:Bold,13.5'
set label 'gain 0.08' at screen 0.92173, screen 0.54584 left textcolor rgb '#A46086' font ',12.5'
set label 'gain 1' at screen 0.92173, screen 0.70077 left textcolor rgb '#0072B2' font ',12.5'
set label 'gain 8' at screen 0.92173, screen 0.7491 left textcolor rgb '#BF5400' font ',12.5'
plot \
  'layers.dat' using 1:10:11 with filledcurves linecolor rgb '#CC79A7' fillstyle transparent solid 0.18 noborder, \
  'layers.dat' using 1:12 with lines linewidth 3 linecolor rgb '#CC79A7' dashtype 1, \
  'layers.dat' using 1:13 with lines linewidth 1 linecolor rgb '#000000' dashtype (9, 6), \
  'layers.dat' using 1:14:15 with filledcurves linecolor rgb '#0072B2' fillstyle transparent solid 0.18 noborder, \
  'layers.dat' using 1:16 with lines linewidth 3 linecolor rgb '#0072B2' dashtype 1, \
  'layers.dat' using 1:17 with lines linewidth 1 linecolor rgb '#000000' dashtype (9, 6), \
  'layers.dat' using 1:18:19 with filledcurves linecolor rgb '#D55E00' fillstyle transparent solid 0.18 noborder, \
  'layers.dat' using 1:20 with lines linewidth 3 linecolor rgb '#D55E00' dashtype 1, \
  'layers.dat' using 1:21 with lines linewidth 1 linecolor rgb '#000000' dashtype (9, 6)

# Panel 3: ReLU
unset label
unset arrow
unset object
set lmargin at screen 0.07755; set rmargin at screen 0.43526
set tmargin at screen 0.40507; set bmargin at screen 0.11659
unset logscale x
set xrange [0:19]
set xtics ('0' 0, '5' 5, '10' 10, '15' 15)
set logscale y
set yrange [3.852793495853713e-23:8270422134703426]
set ytics ('10^{−16}' 1e-16, '10^{−8}' 1e-08, '10^{0}' 1, '10^{8}' 100000000)
set xtics offset 0,0.5
set grid noxtics ytics
unset colorbox
set label '‖∂L/∂h‖, 1 at the last layer' at screen 0.02, screen 0.43229 left textcolor rgb '#4A4A4A' font ',12.5'
set label 'ReLU' at screen 0.02, screen 0.46959 left textcolor rgb '#1F1F1F' font 'Arial:Bold,13.5'
set label 'gain 1' at screen 0.45776, screen 0.25694 left textcolor rgb '#0072B2' font ',12.5'
set label 'gain √2' at screen 0.45776, screen 0.29122 left textcolor rgb '#008661' font ',12.5'
set label 'gain 8' at screen 0.45776, screen 0.3929 left textcolor rgb '#BF5400' font ',12.5'
set label 'layers passed on the way back' at screen 0.2564, screen 0.04401 center textcolor rgb '#4A4A4A' font ',12.5'
set arrow from screen 0.43901, screen 0.26331 to screen 0.45526, screen 0.25694 nohead linewidth 0.8 linecolor rgb '#660072B2'
set arrow from screen 0.43901, screen 0.28486 to screen 0.45526, screen 0.29122 nohead linewidth 0.8 linecolor rgb '#66008661'
set arrow from screen 0.43901, screen 0.3929 to screen 0.45526, screen 0.3929 nohead linewidth 0.8 linecolor rgb '#66BF5400'
plot \
  'layers.dat' using 1:22:23 with filledcurves linecolor rgb '#0072B2' fillstyle transparent solid 0.18 noborder, \
  'layers.dat' using 1:24 with lines linewidth 3 linecolor rgb '#0072B2' dashtype 1, \
  'layers.dat' using 1:25 with lines linewidth 1 linecolor rgb '#000000' dashtype (9, 6), \
  'layers.dat' using 1:26:27 with filledcurves linecolor rgb '#009E73' fillstyle transparent solid 0.18 noborder, \
  'layers.dat' using 1:28 with lines linewidth 3 linecolor rgb '#009E73' dashtype 1, \
  'layers.dat' using 1:29 with lines linewidth 1 linecolor rgb '#000000' dashtype (9, 6), \
  'layers.dat' using 1:30:31 with filledcurves linecolor rgb '#D55E00' fillstyle transparent solid 0.18 noborder, \
  'layers.dat' using 1:32 with lines linewidth 3 linecolor rgb '#D55E00' dashtype 1, \
  'layers.dat' using 1:33 with lines linewidth 1 linecolor rgb '#000000' dashtype (9, 6)

# Panel 4: linear
unset label
unset arrow
unset object
set lmargin at screen 0.55527; set rmargin at screen 0.91298
set tmargin at screen 0.40507; set bmargin at screen 0.11659
unset logscale x
set xrange [0:19]
set xtics ('0' 0, '5' 5, '10' 10, '15' 15)
set logscale y
set yrange [3.852793495853713e-23:8270422134703426]
set ytics ('' 1e-16, '' 1e-08, '' 1, '' 100000000)
set xtics offset 0,0.5
set grid noxtics ytics
unset colorbox
set label 'linear' at screen 0.54277, screen 0.46959 left textcolor rgb '#1F1F1F' font 'Arial:Bold,13.5'
set label 'gain 1' at screen 0.92173, screen 0.28517 left textcolor rgb '#0072B2' font ',12.5'
set label 'layers passed on the way back' at screen 0.73413, screen 0.04401 center textcolor rgb '#4A4A4A' font ',12.5'
plot \
  'layers.dat' using 1:34:35 with filledcurves linecolor rgb '#0072B2' fillstyle transparent solid 0.18 noborder, \
  'layers.dat' using 1:36 with lines linewidth 3 linecolor rgb '#0072B2' dashtype 1, \
  'layers.dat' using 1:37 with lines linewidth 1 linecolor rgb '#000000' dashtype (9, 6)
unset multiplot
unset output
