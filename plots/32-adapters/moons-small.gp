# The thumbnail of moons
# gnuplot moons-small.gp draws moons-small.svg

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

set terminal svg size 520,437 fixed font 'Arial&#44; Helvetica&#44; sans-serif,13' fontscale 1 linewidth 1 dashlength 1 butt enhanced background '#ffffff'
set output 'moons-small.svg'
family = 'Arial&#44; Helvetica&#44; sans-serif'
set multiplot

# Panel 1: straight + linear adapter: 89 %
set lmargin at screen 0.05; set rmargin at screen 0.46154
set tmargin at screen 0.84897; set bmargin at screen 0.51842
unset logscale x
set xrange [-1.5:2.5]
unset xtics
unset logscale y
set yrange [-1.1:1.6]
unset ytics
unset border
unset grid
set palette defined (0 '#0072B2', 1 '#7FB4D6', 2 '#FFFFFF', 3 '#EAAE7F', 4 '#D55E00')
unset logscale cb
set cbrange [-1.6:1.6]
unset colorbox
set label '89 %' at screen 0.03077, screen 0.88101 left textcolor rgb '#1F1F1F' font family.':Bold,13.5'
set label 'straight + linear adapter:' at screen 0.03077, screen 0.9222 left textcolor rgb '#1F1F1F' font family.':Bold,13.5'
plot \
  'moons-grid.dat' using 1:2:4 with image, \
  'moons.dat' using 1:2 with points pointtype 7 pointsize 0.2925 linecolor rgb '#0072B2', \
  'moons.dat' using 3:4 with points pointtype 7 pointsize 0.2925 linecolor rgb '#D55E00'

# Panel 2: straight + ReLU adapter: 99 %
unset label
unset arrow
unset object
set lmargin at screen 0.55; set rmargin at screen 0.96154
set tmargin at screen 0.84897; set bmargin at screen 0.51842
unset logscale x
set xrange [-1.5:2.5]
unset xtics
unset logscale y
set yrange [-1.1:1.6]
unset ytics
unset border
unset grid
set palette defined (0 '#0072B2', 1 '#7FB4D6', 2 '#FFFFFF', 3 '#EAAE7F', 4 '#D55E00')
unset logscale cb
set cbrange [-1.6:1.6]
unset colorbox
set label '99 %' at screen 0.53077, screen 0.88101 left textcolor rgb '#1F1F1F' font family.':Bold,13.5'
set label 'straight + ReLU adapter:' at screen 0.53077, screen 0.9222 left textcolor rgb '#1F1F1F' font family.':Bold,13.5'
plot \
  'moons-grid.dat' using 1:2:5 with image, \
  'moons.dat' using 1:2 with points pointtype 7 pointsize 0.2925 linecolor rgb '#0072B2', \
  'moons.dat' using 3:4 with points pointtype 7 pointsize 0.2925 linecolor rgb '#D55E00'

# Panel 3: ReLU + linear adapter: 99 %
unset label
unset arrow
unset object
set lmargin at screen 0.05; set rmargin at screen 0.46154
set tmargin at screen 0.41316; set bmargin at screen 0.08261
unset logscale x
set xrange [-1.5:2.5]
unset xtics
unset logscale y
set yrange [-1.1:1.6]
unset ytics
unset border
unset grid
set palette defined (0 '#0072B2', 1 '#7FB4D6', 2 '#FFFFFF', 3 '#EAAE7F', 4 '#D55E00')
unset logscale cb
set cbrange [-1.6:1.6]
unset colorbox
set label 'ReLU + linear adapter: 99 %' at screen 0.03077, screen 0.44519 left textcolor rgb '#1F1F1F' font family.':Bold,13.5'
plot \
  'moons-grid.dat' using 1:2:7 with image, \
  'moons.dat' using 1:2 with points pointtype 7 pointsize 0.2925 linecolor rgb '#0072B2', \
  'moons.dat' using 3:4 with points pointtype 7 pointsize 0.2925 linecolor rgb '#D55E00'

# Panel 4: ReLU + ReLU adapter: 99 %
unset label
unset arrow
unset object
set lmargin at screen 0.55; set rmargin at screen 0.96154
set tmargin at screen 0.41316; set bmargin at screen 0.08261
unset logscale x
set xrange [-1.5:2.5]
unset xtics
unset logscale y
set yrange [-1.1:1.6]
unset ytics
unset border
unset grid
set palette defined (0 '#0072B2', 1 '#7FB4D6', 2 '#FFFFFF', 3 '#EAAE7F', 4 '#D55E00')
unset logscale cb
set cbrange [-1.6:1.6]
unset colorbox
set label 'ReLU + ReLU adapter: 99 %' at screen 0.53077, screen 0.44519 left textcolor rgb '#1F1F1F' font family.':Bold,13.5'
plot \
  'moons-grid.dat' using 1:2:8 with image, \
  'moons.dat' using 1:2 with points pointtype 7 pointsize 0.2925 linecolor rgb '#0072B2', \
  'moons.dat' using 3:4 with points pointtype 7 pointsize 0.2925 linecolor rgb '#D55E00'
unset multiplot
unset output
