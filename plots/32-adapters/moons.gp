# An adapter needs a bend of its own where the frozen network has none
# gnuplot moons.gp draws moons.svg

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

set terminal svg size 920,504 fixed font 'Arial&#44; Helvetica&#44; sans-serif,13' fontscale 1 linewidth 1 dashlength 1 butt enhanced background '#ffffff'
set output 'moons.svg'
family = 'Arial&#44; Helvetica&#44; sans-serif'
set multiplot

# Panel 1: straight network, frozen: 60 %
set lmargin at screen 0.02826; set rmargin at screen 0.31159
set tmargin at screen 0.86111; set bmargin at screen 0.512
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
set label 'An adapter needs a bend of its own where the frozen network has none' at screen 0.01739, screen 0.94643 left textcolor rgb '#1F1F1F' font family.':Bold,17'
set label 'straight network, frozen: 60 %' at screen 0.01739, screen 0.88889 left textcolor rgb '#1F1F1F' font family.':Bold,13.5'
plot \
  'moons-grid.dat' using 1:2:3 with image, \
  'moons.dat' using 1:2 with points pointtype 7 pointsize 0.2925 linecolor rgb '#0072B2', \
  'moons.dat' using 3:4 with points pointtype 7 pointsize 0.2925 linecolor rgb '#D55E00'

# Panel 2: straight + linear adapter: 89 %
unset label
unset arrow
unset object
set lmargin at screen 0.36159; set rmargin at screen 0.64493
set tmargin at screen 0.86111; set bmargin at screen 0.512
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
set label 'straight + linear adapter: 89 %' at screen 0.35072, screen 0.88889 left textcolor rgb '#1F1F1F' font family.':Bold,13.5'
plot \
  'moons-grid.dat' using 1:2:4 with image, \
  'moons.dat' using 1:2 with points pointtype 7 pointsize 0.2925 linecolor rgb '#0072B2', \
  'moons.dat' using 3:4 with points pointtype 7 pointsize 0.2925 linecolor rgb '#D55E00'

# Panel 3: straight + ReLU adapter: 99 %
unset label
unset arrow
unset object
set lmargin at screen 0.69493; set rmargin at screen 0.97826
set tmargin at screen 0.86111; set bmargin at screen 0.512
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
set label 'straight + ReLU adapter: 99 %' at screen 0.68406, screen 0.88889 left textcolor rgb '#1F1F1F' font family.':Bold,13.5'
plot \
  'moons-grid.dat' using 1:2:5 with image, \
  'moons.dat' using 1:2 with points pointtype 7 pointsize 0.2925 linecolor rgb '#0072B2', \
  'moons.dat' using 3:4 with points pointtype 7 pointsize 0.2925 linecolor rgb '#D55E00'

# Panel 4: ReLU network, frozen: 78 %
unset label
unset arrow
unset object
set lmargin at screen 0.02826; set rmargin at screen 0.31159
set tmargin at screen 0.42073; set bmargin at screen 0.07163
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
set label 'ReLU network, frozen: 78 %' at screen 0.01739, screen 0.44851 left textcolor rgb '#1F1F1F' font family.':Bold,13.5'
plot \
  'moons-grid.dat' using 1:2:6 with image, \
  'moons.dat' using 1:2 with points pointtype 7 pointsize 0.2925 linecolor rgb '#0072B2', \
  'moons.dat' using 3:4 with points pointtype 7 pointsize 0.2925 linecolor rgb '#D55E00'

# Panel 5: ReLU + linear adapter: 99 %
unset label
unset arrow
unset object
set lmargin at screen 0.36159; set rmargin at screen 0.64493
set tmargin at screen 0.42073; set bmargin at screen 0.07163
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
set label 'ReLU + linear adapter: 99 %' at screen 0.35072, screen 0.44851 left textcolor rgb '#1F1F1F' font family.':Bold,13.5'
plot \
  'moons-grid.dat' using 1:2:7 with image, \
  'moons.dat' using 1:2 with points pointtype 7 pointsize 0.2925 linecolor rgb '#0072B2', \
  'moons.dat' using 3:4 with points pointtype 7 pointsize 0.2925 linecolor rgb '#D55E00'

# Panel 6: ReLU + ReLU adapter: 99 %
unset label
unset arrow
unset object
set lmargin at screen 0.69493; set rmargin at screen 0.97826
set tmargin at screen 0.42073; set bmargin at screen 0.07163
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
set label 'ReLU + ReLU adapter: 99 %' at screen 0.68406, screen 0.44851 left textcolor rgb '#1F1F1F' font family.':Bold,13.5'
plot \
  'moons-grid.dat' using 1:2:8 with image, \
  'moons.dat' using 1:2 with points pointtype 7 pointsize 0.2925 linecolor rgb '#0072B2', \
  'moons.dat' using 3:4 with points pointtype 7 pointsize 0.2925 linecolor rgb '#D55E00'
unset multiplot
unset output
