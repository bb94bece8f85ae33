# Too large a learning rate: a cliff, a later cliff, a detour or a plateau
# gnuplot models.gp draws models.svg
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

set terminal svg size 800,787 font 'Arial,13' enhanced background '#ffffff'
set output 'models.svg'
set multiplot

# Panel 1: linear regression, squared error
set lmargin at screen 0.06865; set rmargin at screen 0.47825
set tmargin at screen 0.85896; set bmargin at screen 0.55917
set logscale x
set xrange [0.09140482050108684:2.188068407153887]
set xtics ('0.1' 0.1, '0.2' 0.2, '0.5' 0.5, '1' 1, '2' 2)
set logscale y
set yrange [1e-05:10000]
set ytics ('10^{−4}' 0.0001, '10^{−2}' 0.01, '10^{0}' 1, '10^{2}' 100, '10^{4}' 10000)
set xtics offset 0,0.5
set grid noxtics ytics
unset colorbox
set label 'Too large a learning rate: a cliff, a later cliff, a detour or a plateau' at screen 0.02, screen 0.96569 left textcolor rgb '#1F1F1F' font 'Arial:Bold,17'
set label '2/λ₀' at screen 0.37725, screen 0.87484 center textcolor rgb '#717171' font ',12.5'
set label 'loss' at screen 0.02, screen 0.90534 left textcolor rgb '#4A4A4A' font ',12.5'
set label 'linear regression, squared error' at screen 0.02, screen 0.92884 left textcolor rgb '#1F1F1F' font 'Arial:Bold,13.5'
set label 'learning rate in units of 2/λ₀' at screen 0.27345, screen 0.51343 center textcolor rgb '#4A4A4A' font ',12.5'
set arrow from first 1, graph 0 to first 1, graph 1 nohead back linewidth 1 linecolor rgb '#8C8C8C' dashtype 1
set arrow from screen 0.06865, screen 0.02749 to screen 0.09865, screen 0.02749 nohead front linewidth 2 linecolor rgb '#D55E00' dashtype 1
set label 'highest loss' at screen 0.10615, screen 0.02749 left front textcolor rgb '#1F1F1F' font ',12.5'
set arrow from screen 0.21578, screen 0.02749 to screen 0.24578, screen 0.02749 nohead front linewidth 2 linecolor rgb '#0072B2' dashtype 1
set label 'last loss' at screen 0.25328, screen 0.02749 left front textcolor rgb '#1F1F1F' font ',12.5'
plot \
  'models.dat' using 1:2:2 with filledcurves linecolor rgb '#D55E00' fillstyle transparent solid 0.18 noborder, \
  'models.dat' using 1:2 with lines linewidth 2 linecolor rgb '#D55E00' dashtype 1, \
  'models.dat' using 1:2 with points pointtype 7 pointsize 0.455 linecolor rgb '#D55E00', \
  'models.dat' using 1:3:4 with filledcurves linecolor rgb '#0072B2' fillstyle transparent solid 0.18 noborder, \
  'models.dat' using 1:5 with lines linewidth 2 linecolor rgb '#0072B2' dashtype 1, \
  'models.dat' using 1:5 with points pointtype 7 pointsize 0.455 linecolor rgb '#0072B2', \
  'models.dat' using 6:7 with lines linewidth 2 linecolor rgb '#000000' dashtype (9, 6)

# Panel 2: tanh network, squared error
unset label
unset arrow
unset object
set lmargin at screen 0.53575; set rmargin at screen 0.94535
set tmargin at screen 0.85896; set bmargin at screen 0.55917
set logscale x
set xrange [0.47383317787925855:3.165671105416404]
set xtics ('0.5' 0.5, '1' 1, '2' 2)
set logscale y
set yrange [1e-05:10000]
set ytics ('' 0.0001, '' 0.01, '' 1, '' 100, '' 10000)
set xtics offset 0,0.5
set grid noxtics ytics
unset colorbox
set label '2/λ₀' at screen 0.69683, screen 0.87484 center textcolor rgb '#717171' font ',12.5'
set label '4/λ₀' at screen 0.84632, screen 0.87484 center textcolor rgb '#717171' font ',12.5'
set label 'tanh network, squared error' at screen 0.52325, screen 0.92884 left textcolor rgb '#1F1F1F' font 'Arial:Bold,13.5'
set label 'learning rate in units of 2/λ₀' at screen 0.74055, screen 0.51343 center textcolor rgb '#4A4A4A' font ',12.5'
set arrow from first 1, graph 0 to first 1, graph 1 nohead back linewidth 1 linecolor rgb '#8C8C8C' dashtype 1
set arrow from first 2, graph 0 to first 2, graph 1 nohead back linewidth 1 linecolor rgb '#8C8C8C' dashtype 1
plot \
  'models.dat' using 8:9:10 with filledcurves linecolor rgb '#D55E00' fillstyle transparent solid 0.18 noborder, \
  'models.dat' using 8:11 with lines linewidth 2 linecolor rgb '#D55E00' dashtype 1, \
  'models.dat' using 8:11 with points pointtype 7 pointsize 0.455 linecolor rgb '#D55E00', \
  'models.dat' using 8:12:13 with filledcurves linecolor rgb '#0072B2' fillstyle transparent solid 0.18 noborder, \
  'models.dat' using 8:14 with lines linewidth 2 linecolor rgb '#0072B2' dashtype 1, \
  'models.dat' using 8:14 with points pointtype 7 pointsize 0.455 linecolor rgb '#0072B2'

# Panel 3: softmax regression, cross-entropy
unset label
unset arrow
unset object
set lmargin at screen 0.06865; set rmargin at screen 0.47825
set tmargin at screen 0.40161; set bmargin at screen 0.10183
set logscale x
set xrange [0.16256610323281984:246.0537541624763]
set xtics ('1' 1, '10' 10, '100' 100)
set logscale y
set yrange [1e-05:10000]
set ytics ('10^{−4}' 0.0001, '10^{−2}' 0.01, '10^{0}' 1, '10^{2}' 100, '10^{4}' 10000)
set xtics offset 0,0.5
set grid noxtics ytics
unset colorbox
set label '2/λ₀' at screen 0.17027, screen 0.41749 center textcolor rgb '#717171' font ',12.5'
set label 'loss' at screen 0.02, screen 0.44799 left textcolor rgb '#4A4A4A' font ',12.5'
set label 'softmax regression, cross-entropy' at screen 0.02, screen 0.4715 left textcolor rgb '#1F1F1F' font 'Arial:Bold,13.5'
set label 'learning rate in units of 2/λ₀' at screen 0.27345, screen 0.05608 center textcolor rgb '#4A4A4A' font ',12.5'
set arrow from first 1, graph 0 to first 1, graph 1 nohead back linewidth 1 linecolor rgb '#8C8C8C' dashtype 1
plot \
  'models.dat' using 15:16:17 with filledcurves linecolor rgb '#D55E00' fillstyle transparent solid 0.18 noborder, \
  'models.dat' using 15:18 with lines linewidth 2 linecolor rgb '#D55E00' dashtype 1, \
  'models.dat' using 15:18 with points pointtype 7 pointsize 0.455 linecolor rgb '#D55E00', \
  'models.dat' using 15:19:20 with filledcurves linecolor rgb '#0072B2' fillstyle transparent solid 0.18 noborder, \
  'models.dat' using 15:21 with lines linewidth 2 linecolor rgb '#0072B2' dashtype 1, \
  'models.dat' using 15:21 with points pointtype 7 pointsize 0.455 linecolor rgb '#0072B2', \
  'models.dat' using 22:23 with lines linewidth 2 linecolor rgb '#000000' dashtype (9, 6)

# Panel 4: ReLU network, cross-entropy
unset label
unset arrow
unset object
set lmargin at screen 0.53575; set rmargin at screen 0.94535
set tmargin at screen 0.40161; set bmargin at screen 0.10183
set logscale x
set xrange [0.08530394184621627:23.44557539445889]
set xtics ('0.1' 0.1, '1' 1, '10' 10)
set logscale y
set yrange [1e-05:10000]
set ytics ('' 0.0001, '' 0.01, '' 1, '' 100, '' 10000)
set xtics offset 0,0.5
set grid noxtics ytics
unset colorbox
set label 'ReLU network, cross-entropy' at screen 0.52325, screen 0.4715 left textcolor rgb '#1F1F1F' font 'Arial:Bold,13.5'
set label 'ln 10' at screen 0.9541, screen 0.28044 left textcolor rgb '#000000' font ',12.5'
set label 'learning rate η' at screen 0.74055, screen 0.05608 center textcolor rgb '#4A4A4A' font ',12.5'
set arrow from graph 0, first 2.302585092994046 to graph 1, first 2.302585092994046 nohead back linewidth 2 linecolor rgb '#000000' dashtype (9, 6)
plot \
  'models.dat' using 24:25:26 with filledcurves linecolor rgb '#D55E00' fillstyle transparent solid 0.18 noborder, \
  'models.dat' using 24:27 with lines linewidth 2 linecolor rgb '#D55E00' dashtype 1, \
  'models.dat' using 24:27 with points pointtype 7 pointsize 0.455 linecolor rgb '#D55E00', \
  'models.dat' using 24:28:29 with filledcurves linecolor rgb '#0072B2' fillstyle transparent solid 0.18 noborder, \
  'models.dat' using 24:30 with lines linewidth 2 linecolor rgb '#0072B2' dashtype 1, \
  'models.dat' using 24:30 with points pointtype 7 pointsize 0.455 linecolor rgb '#0072B2'
unset multiplot
unset output
