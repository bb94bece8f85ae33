# Eight runs, and what six rules call them
# gnuplot patients.gp draws patients.svg

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

set terminal svg size 920,402 fixed font 'Arial&#44; Helvetica&#44; sans-serif,13' fontscale 1 linewidth 1 dashlength 1 butt enhanced background '#ffffff'
set output 'patients.svg'
family = 'Arial&#44; Helvetica&#44; sans-serif'
set multiplot

# Panel 1: healthy
set lmargin at screen 0.03661; set rmargin at screen 0.22826
set tmargin at screen 0.78109; set bmargin at screen 0.56179
unset logscale x
set xrange [0:40]
set xtics ('0' 0, '10' 10, '20' 20, '30' 30, '40' 40)
unset logscale y
set yrange [0:3]
set ytics ('0' 0, '1' 1, '2' 2, '3' 3)
set xtics offset 0,0.5
set grid noxtics ytics
unset colorbox
set label 'Eight runs, and what six rules call them' at screen 0.01739, screen 0.93284 left textcolor rgb '#1F1F1F' font family.':Bold,17'
set label 'loss' at screen 0.01739, screen 0.81468 left textcolor rgb '#4A4A4A' font ',12.5'
set label 'healthy' at screen 0.01739, screen 0.8607 left textcolor rgb '#1F1F1F' font family.':Bold,13.5'
plot \
  'patients.dat' using 1:2:3 with filledcurves linecolor rgb '#D55E00' fillstyle transparent solid 0.18 noborder, \
  'patients.dat' using 4:5 with lines linewidth 2 linecolor rgb '#E69F00' dashtype solid, \
  'patients.dat' using 4:6 with lines linewidth 2 linecolor rgb '#0072B2' dashtype solid

# Panel 2: unfinished
unset label
unset arrow
unset object
set lmargin at screen 0.28661; set rmargin at screen 0.47826
set tmargin at screen 0.78109; set bmargin at screen 0.56179
unset logscale x
set xrange [0:40]
set xtics ('0' 0, '10' 10, '20' 20, '30' 30, '40' 40)
unset logscale y
set yrange [0:3]
set ytics ('0' 0, '1' 1, '2' 2, '3' 3)
set xtics offset 0,0.5
set grid noxtics ytics
unset colorbox
set label 'loss' at screen 0.26739, screen 0.81468 left textcolor rgb '#4A4A4A' font ',12.5'
set label 'unfinished' at screen 0.26739, screen 0.8607 left textcolor rgb '#1F1F1F' font family.':Bold,13.5'
plot \
  'patients.dat' using 1:7:8 with filledcurves linecolor rgb '#D55E00' fillstyle transparent solid 0.18 noborder, \
  'patients.dat' using 4:9 with lines linewidth 2 linecolor rgb '#E69F00' dashtype solid, \
  'patients.dat' using 4:10 with lines linewidth 2 linecolor rgb '#0072B2' dashtype solid

# Panel 3: unfinished
unset label
unset arrow
unset object
set lmargin at screen 0.53661; set rmargin at screen 0.72826
set tmargin at screen 0.78109; set bmargin at screen 0.56179
unset logscale x
set xrange [0:5]
set xtics ('0' 0, '1' 1, '2' 2, '3' 3, '4' 4, '5' 5)
unset logscale y
set yrange [0:3]
set ytics ('0' 0, '1' 1, '2' 2, '3' 3)
set xtics offset 0,0.5
set grid noxtics ytics
unset colorbox
set label 'loss' at screen 0.51739, screen 0.81468 left textcolor rgb '#4A4A4A' font ',12.5'
set label 'unfinished' at screen 0.51739, screen 0.8607 left textcolor rgb '#1F1F1F' font family.':Bold,13.5'
plot \
  'patients.dat' using 11:12:13 with filledcurves linecolor rgb '#D55E00' fillstyle transparent solid 0.18 noborder, \
  'patients.dat' using 14:15 with lines linewidth 2 linecolor rgb '#E69F00' dashtype solid, \
  'patients.dat' using 14:16 with lines linewidth 2 linecolor rgb '#0072B2' dashtype solid

# Panel 4: rate too high
unset label
unset arrow
unset object
set lmargin at screen 0.78661; set rmargin at screen 0.97826
set tmargin at screen 0.78109; set bmargin at screen 0.56179
unset logscale x
set xrange [0:40]
set xtics ('0' 0, '10' 10, '20' 20, '30' 30, '40' 40)
unset logscale y
set yrange [0:3]
set ytics ('0' 0, '1' 1, '2' 2, '3' 3)
set xtics offset 0,0.5
set grid noxtics ytics
unset colorbox
set label 'loss' at screen 0.76739, screen 0.81468 left textcolor rgb '#4A4A4A' font ',12.5'
set label 'rate too high' at screen 0.76739, screen 0.8607 left textcolor rgb '#1F1F1F' font family.':Bold,13.5'
plot \
  'patients.dat' using 1:17:18 with filledcurves linecolor rgb '#D55E00' fillstyle transparent solid 0.18 noborder, \
  'patients.dat' using 4:19 with lines linewidth 2 linecolor rgb '#E69F00' dashtype solid, \
  'patients.dat' using 4:20 with lines linewidth 2 linecolor rgb '#0072B2' dashtype solid

# Panel 5: diverging
unset label
unset arrow
unset object
set lmargin at screen 0.03661; set rmargin at screen 0.22826
set tmargin at screen 0.36279; set bmargin at screen 0.14348
unset logscale x
set xrange [0:40]
set xtics ('0' 0, '10' 10, '20' 20, '30' 30, '40' 40)
unset logscale y
set yrange [0:3]
set ytics ('0' 0, '1' 1, '2' 2, '3' 3)
set xtics offset 0,0.5
set grid noxtics ytics
unset colorbox
set label 'loss' at screen 0.01739, screen 0.39637 left textcolor rgb '#4A4A4A' font ',12.5'
set label 'diverging' at screen 0.01739, screen 0.44239 left textcolor rgb '#1F1F1F' font family.':Bold,13.5'
set label 'epoch' at screen 0.13243, screen 0.05393 center textcolor rgb '#4A4A4A' font ',12.5'
plot \
  'patients.dat' using 1:21:22 with filledcurves linecolor rgb '#D55E00' fillstyle transparent solid 0.18 noborder, \
  'patients.dat' using 4:23 with lines linewidth 2 linecolor rgb '#E69F00' dashtype solid, \
  'patients.dat' using 4:24 with lines linewidth 2 linecolor rgb '#0072B2' dashtype solid

# Panel 6: decayed too early
unset label
unset arrow
unset object
set lmargin at screen 0.28661; set rmargin at screen 0.47826
set tmargin at screen 0.36279; set bmargin at screen 0.14348
unset logscale x
set xrange [0:40]
set xtics ('0' 0, '10' 10, '20' 20, '30' 30, '40' 40)
unset logscale y
set yrange [0:3]
set ytics ('0' 0, '1' 1, '2' 2, '3' 3)
set xtics offset 0,0.5
set grid noxtics ytics
unset colorbox
set label 'loss' at screen 0.26739, screen 0.39637 left textcolor rgb '#4A4A4A' font ',12.5'
set label 'decayed too early' at screen 0.26739, screen 0.44239 left textcolor rgb '#1F1F1F' font family.':Bold,13.5'
set label 'epoch' at screen 0.38243, screen 0.05393 center textcolor rgb '#4A4A4A' font ',12.5'
plot \
  'patients.dat' using 1:25:26 with filledcurves linecolor rgb '#D55E00' fillstyle transparent solid 0.18 noborder, \
  'patients.dat' using 4:27 with lines linewidth 2 linecolor rgb '#E69F00' dashtype solid, \
  'patients.dat' using 4:28 with lines linewidth 2 linecolor rgb '#0072B2' dashtype solid

# Panel 7: overfitted
unset label
unset arrow
unset object
set lmargin at screen 0.53661; set rmargin at screen 0.72826
set tmargin at screen 0.36279; set bmargin at screen 0.14348
unset logscale x
set xrange [0:100]
set xtics ('0' 0, '50' 50, '100' 100)
unset logscale y
set yrange [0:3]
set ytics ('0' 0, '1' 1, '2' 2, '3' 3)
set xtics offset 0,0.5
set grid noxtics ytics
unset colorbox
set label 'loss' at screen 0.51739, screen 0.39637 left textcolor rgb '#4A4A4A' font ',12.5'
set label 'overfitted' at screen 0.51739, screen 0.44239 left textcolor rgb '#1F1F1F' font family.':Bold,13.5'
set label 'epoch' at screen 0.63243, screen 0.05393 center textcolor rgb '#4A4A4A' font ',12.5'
plot \
  'patients.dat' using 29:30:31 with filledcurves linecolor rgb '#D55E00' fillstyle transparent solid 0.18 noborder, \
  'patients.dat' using 32:33 with lines linewidth 2 linecolor rgb '#E69F00' dashtype solid, \
  'patients.dat' using 32:34 with lines linewidth 2 linecolor rgb '#0072B2' dashtype solid

# Panel 8: underfitted
unset label
unset arrow
unset object
set lmargin at screen 0.78661; set rmargin at screen 0.97826
set tmargin at screen 0.36279; set bmargin at screen 0.14348
unset logscale x
set xrange [0:40]
set xtics ('0' 0, '10' 10, '20' 20, '30' 30, '40' 40)
unset logscale y
set yrange [0:3]
set ytics ('0' 0, '1' 1, '2' 2, '3' 3)
set xtics offset 0,0.5
set grid noxtics ytics
unset colorbox
set label 'loss' at screen 0.76739, screen 0.39637 left textcolor rgb '#4A4A4A' font ',12.5'
set label 'underfitted' at screen 0.76739, screen 0.44239 left textcolor rgb '#1F1F1F' font family.':Bold,13.5'
set label 'epoch' at screen 0.88243, screen 0.05393 center textcolor rgb '#4A4A4A' font ',12.5'
plot \
  'patients.dat' using 1:35:36 with filledcurves linecolor rgb '#D55E00' fillstyle transparent solid 0.18 noborder, \
  'patients.dat' using 4:37 with lines linewidth 2 linecolor rgb '#E69F00' dashtype solid, \
  'patients.dat' using 4:38 with lines linewidth 2 linecolor rgb '#0072B2' dashtype solid
unset multiplot
unset output
