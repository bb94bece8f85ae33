# Twelve ways to spend the same steps
# gnuplot gallery.gp draws gallery.svg

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

set terminal svg size 920,319 fixed font 'Arial&#44; Helvetica&#44; sans-serif,13' fontscale 1 linewidth 1 dashlength 1 butt enhanced background '#ffffff'
set output 'gallery.svg'
family = 'Arial&#44; Helvetica&#44; sans-serif'
set multiplot

# Panel 1: constant
set lmargin at screen 0.02826; set rmargin at screen 0.14493
set tmargin at screen 0.78056; set bmargin at screen 0.54504
unset logscale x
set xrange [0:1]
unset xtics
unset logscale y
set yrange [0:1.08]
unset ytics
unset border
set grid noxtics ytics
unset colorbox
set label 'Twelve ways to spend the same steps' at screen 0.01739, screen 0.91536 left textcolor rgb '#1F1F1F' font family.':Bold,17'
set label 'constant' at screen 0.01739, screen 0.82445 left textcolor rgb '#1F1F1F' font family.':Bold,13.5'
plot \
  'gallery.dat' using 1:2 with lines linewidth 3 linecolor rgb '#0072B2' dashtype solid

# Panel 2: rising, t/T
unset label
unset arrow
unset object
set lmargin at screen 0.19493; set rmargin at screen 0.31159
set tmargin at screen 0.78056; set bmargin at screen 0.54504
unset logscale x
set xrange [0:1]
unset xtics
unset logscale y
set yrange [0:1.08]
unset ytics
unset border
set grid noxtics ytics
unset colorbox
set label 'rising, t/T' at screen 0.18406, screen 0.82445 left textcolor rgb '#1F1F1F' font family.':Bold,13.5'
plot \
  'gallery.dat' using 1:1 with lines linewidth 3 linecolor rgb '#CC79A7' dashtype solid

# Panel 3: 1/(1 + t)
unset label
unset arrow
unset object
set lmargin at screen 0.36159; set rmargin at screen 0.47826
set tmargin at screen 0.78056; set bmargin at screen 0.54504
unset logscale x
set xrange [0:1]
unset xtics
unset logscale y
set yrange [0:1.08]
unset ytics
unset border
set grid noxtics ytics
unset colorbox
set label '1/(1 + t)' at screen 0.35072, screen 0.82445 left textcolor rgb '#1F1F1F' font family.':Bold,13.5'
plot \
  'gallery.dat' using 1:3 with lines linewidth 3 linecolor rgb '#56B4E9' dashtype solid

# Panel 4: 1/√(1 + t)
unset label
unset arrow
unset object
set lmargin at screen 0.52826; set rmargin at screen 0.64493
set tmargin at screen 0.78056; set bmargin at screen 0.54504
unset logscale x
set xrange [0:1]
unset xtics
unset logscale y
set yrange [0:1.08]
unset ytics
unset border
set grid noxtics ytics
unset colorbox
set label '1/√(1 + t)' at screen 0.51739, screen 0.82445 left textcolor rgb '#1F1F1F' font family.':Bold,13.5'
plot \
  'gallery.dat' using 1:4 with lines linewidth 3 linecolor rgb '#8C8C8C' dashtype solid

# Panel 5: exponential
unset label
unset arrow
unset object
set lmargin at screen 0.69493; set rmargin at screen 0.81159
set tmargin at screen 0.78056; set bmargin at screen 0.54504
unset logscale x
set xrange [0:1]
unset xtics
unset logscale y
set yrange [0:1.08]
unset ytics
unset border
set grid noxtics ytics
unset colorbox
set label 'exponential' at screen 0.68406, screen 0.82445 left textcolor rgb '#1F1F1F' font family.':Bold,13.5'
plot \
  'gallery.dat' using 1:5 with lines linewidth 3 linecolor rgb '#8C8C8C' dashtype solid

# Panel 6: step
unset label
unset arrow
unset object
set lmargin at screen 0.86159; set rmargin at screen 0.97826
set tmargin at screen 0.78056; set bmargin at screen 0.54504
unset logscale x
set xrange [0:1]
unset xtics
unset logscale y
set yrange [0:1.08]
unset ytics
unset border
set grid noxtics ytics
unset colorbox
set label 'step' at screen 0.85072, screen 0.82445 left textcolor rgb '#1F1F1F' font family.':Bold,13.5'
plot \
  'gallery.dat' using 1:6 with lines linewidth 3 linecolor rgb '#E69F00' dashtype solid

# Panel 7: linear
unset label
unset arrow
unset object
set lmargin at screen 0.02826; set rmargin at screen 0.14493
set tmargin at screen 0.35068; set bmargin at screen 0.11515
unset logscale x
set xrange [0:1]
unset xtics
unset logscale y
set yrange [0:1.08]
unset ytics
unset border
set grid noxtics ytics
unset colorbox
set label 'linear' at screen 0.01739, screen 0.39457 left textcolor rgb '#1F1F1F' font family.':Bold,13.5'
plot \
  'gallery.dat' using 1:7 with lines linewidth 3 linecolor rgb '#E69F00' dashtype solid

# Panel 8: cosine
unset label
unset arrow
unset object
set lmargin at screen 0.19493; set rmargin at screen 0.31159
set tmargin at screen 0.35068; set bmargin at screen 0.11515
unset logscale x
set xrange [0:1]
unset xtics
unset logscale y
set yrange [0:1.08]
unset ytics
unset border
set grid noxtics ytics
unset colorbox
set label 'cosine' at screen 0.18406, screen 0.39457 left textcolor rgb '#1F1F1F' font family.':Bold,13.5'
plot \
  'gallery.dat' using 1:8 with lines linewidth 3 linecolor rgb '#000000' dashtype solid

# Panel 9: warm restarts
unset label
unset arrow
unset object
set lmargin at screen 0.36159; set rmargin at screen 0.47826
set tmargin at screen 0.35068; set bmargin at screen 0.11515
unset logscale x
set xrange [0:1]
unset xtics
unset logscale y
set yrange [0:1.08]
unset ytics
unset border
set grid noxtics ytics
unset colorbox
set label 'warm restarts' at screen 0.35072, screen 0.39457 left textcolor rgb '#1F1F1F' font family.':Bold,13.5'
plot \
  'gallery.dat' using 1:9 with lines linewidth 3 linecolor rgb '#8C8C8C' dashtype solid

# Panel 10: cyclic
unset label
unset arrow
unset object
set lmargin at screen 0.52826; set rmargin at screen 0.64493
set tmargin at screen 0.35068; set bmargin at screen 0.11515
unset logscale x
set xrange [0:1]
unset xtics
unset logscale y
set yrange [0:1.08]
unset ytics
unset border
set grid noxtics ytics
unset colorbox
set label 'cyclic' at screen 0.51739, screen 0.39457 left textcolor rgb '#1F1F1F' font family.':Bold,13.5'
plot \
  'gallery.dat' using 1:10 with lines linewidth 3 linecolor rgb '#8C8C8C' dashtype solid

# Panel 11: one cycle
unset label
unset arrow
unset object
set lmargin at screen 0.69493; set rmargin at screen 0.81159
set tmargin at screen 0.35068; set bmargin at screen 0.11515
unset logscale x
set xrange [0:1]
unset xtics
unset logscale y
set yrange [0:1.08]
unset ytics
unset border
set grid noxtics ytics
unset colorbox
set label 'one cycle' at screen 0.68406, screen 0.39457 left textcolor rgb '#1F1F1F' font family.':Bold,13.5'
plot \
  'gallery.dat' using 1:11 with lines linewidth 3 linecolor rgb '#E69F00' dashtype solid

# Panel 12: cool-down
unset label
unset arrow
unset object
set lmargin at screen 0.86159; set rmargin at screen 0.97826
set tmargin at screen 0.35068; set bmargin at screen 0.11515
unset logscale x
set xrange [0:1]
unset xtics
unset logscale y
set yrange [0:1.08]
unset ytics
unset border
set grid noxtics ytics
unset colorbox
set label 'cool-down' at screen 0.85072, screen 0.39457 left textcolor rgb '#1F1F1F' font family.':Bold,13.5'
plot \
  'gallery.dat' using 1:12 with lines linewidth 3 linecolor rgb '#D55E00' dashtype solid
unset multiplot
unset output
