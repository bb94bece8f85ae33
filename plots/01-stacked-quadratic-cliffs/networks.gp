# Large weights fold a network's loss as well; the right ones leave it smooth
# gnuplot networks.gp draws networks.svg

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

set terminal svg size 920,380 fixed font 'Arial&#44; Helvetica&#44; sans-serif,13' fontscale 1 linewidth 1 dashlength 1 butt enhanced background '#ffffff'
set output 'networks.svg'
family = 'Arial&#44; Helvetica&#44; sans-serif'
set multiplot

# Panel 1: 1 hidden layer
set lmargin at screen 0.03661; set rmargin at screen 0.31716
set tmargin at screen 0.76842; set bmargin at screen 0.21145
unset logscale x
set xrange [0:1.5707963267948966]
set xtics ('0.0' 0, '0.5' 0.5, '1.0' 1, '1.5' 1.5)
unset logscale y
set yrange [0:3.8800852346420287]
set ytics ('0' 0, '1' 1, '2' 2, '3' 3)
set xtics offset 0,0.5
set grid noxtics ytics
unset colorbox
set label 'Large weights fold a network''s loss as well; the right ones leave it smooth' at screen 0.01739, screen 0.92895 left textcolor rgb '#1F1F1F' font family.':Bold,17'
set label 'loss' at screen 0.01739, screen 0.80395 left textcolor rgb '#4A4A4A' font ',12.5'
set label '1 hidden layer' at screen 0.01739, screen 0.85263 left textcolor rgb '#1F1F1F' font family.':Bold,13.5'
set label 'angle φ' at screen 0.17688, screen 0.11672 center textcolor rgb '#4A4A4A' font ',12.5'
set arrow from screen 0.03661, screen 0.05751 to screen 0.0627, screen 0.05751 nohead front linewidth 1 linecolor rgb '#D55E00' dashtype solid
set label 'tanh, gain 4' at screen 0.06922, screen 0.05751 left front textcolor rgb '#1F1F1F' font ',12.5'
set arrow from screen 0.17139, screen 0.05751 to screen 0.19748, screen 0.05751 nohead front linewidth 2 linecolor rgb '#0072B2' dashtype solid
set label 'tanh, gain 1' at screen 0.204, screen 0.05751 left front textcolor rgb '#1F1F1F' font ',12.5'
set arrow from screen 0.30617, screen 0.05751 to screen 0.33226, screen 0.05751 nohead front linewidth 2 linecolor rgb '#009E73' dashtype solid
set label 'ReLU, gain √2' at screen 0.33878, screen 0.05751 left front textcolor rgb '#1F1F1F' font ',12.5'
plot \
  'networks.dat' using 1:2 with lines linewidth 1 linecolor rgb '#D55E00' dashtype solid, \
  'networks.dat' using 1:3 with lines linewidth 2 linecolor rgb '#0072B2' dashtype solid, \
  'networks.dat' using 1:4 with lines linewidth 2 linecolor rgb '#009E73' dashtype solid

# Panel 2: 4 hidden layers
unset label
unset arrow
unset object
set lmargin at screen 0.36716; set rmargin at screen 0.64771
set tmargin at screen 0.76842; set bmargin at screen 0.21145
unset logscale x
set xrange [0:1.5707963267948966]
set xtics ('0.0' 0, '0.5' 0.5, '1.0' 1, '1.5' 1.5)
unset logscale y
set yrange [0:3.8800852346420287]
set ytics ('' 0, '' 1, '' 2, '' 3)
set xtics offset 0,0.5
set grid noxtics ytics
unset colorbox
set label '4 hidden layers' at screen 0.35629, screen 0.85263 left textcolor rgb '#1F1F1F' font family.':Bold,13.5'
set label 'angle φ' at screen 0.50743, screen 0.11672 center textcolor rgb '#4A4A4A' font ',12.5'
plot \
  'networks.dat' using 1:5 with lines linewidth 1 linecolor rgb '#D55E00' dashtype solid, \
  'networks.dat' using 1:6 with lines linewidth 2 linecolor rgb '#0072B2' dashtype solid, \
  'networks.dat' using 1:7 with lines linewidth 2 linecolor rgb '#009E73' dashtype solid

# Panel 3: 16 hidden layers
unset label
unset arrow
unset object
set lmargin at screen 0.69771; set rmargin at screen 0.97826
set tmargin at screen 0.76842; set bmargin at screen 0.21145
unset logscale x
set xrange [0:1.5707963267948966]
set xtics ('0.0' 0, '0.5' 0.5, '1.0' 1, '1.5' 1.5)
unset logscale y
set yrange [0:3.8800852346420287]
set ytics ('' 0, '' 1, '' 2, '' 3)
set xtics offset 0,0.5
set grid noxtics ytics
unset colorbox
set label '16 hidden layers' at screen 0.68684, screen 0.85263 left textcolor rgb '#1F1F1F' font family.':Bold,13.5'
set label 'angle φ' at screen 0.83799, screen 0.11672 center textcolor rgb '#4A4A4A' font ',12.5'
plot \
  'networks.dat' using 1:8 with lines linewidth 1 linecolor rgb '#D55E00' dashtype solid, \
  'networks.dat' using 1:9 with lines linewidth 2 linecolor rgb '#0072B2' dashtype solid, \
  'networks.dat' using 1:10 with lines linewidth 2 linecolor rgb '#009E73' dashtype solid
unset multiplot
unset output
