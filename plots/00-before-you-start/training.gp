# The loss falls, and the network learns to read
# gnuplot training.gp draws training.svg

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

set terminal svg size 800,368 fixed font 'Arial&#44; Helvetica&#44; sans-serif,13' fontscale 1 linewidth 1 dashlength 1 butt enhanced background '#ffffff'
set output 'training.svg'
family = 'Arial&#44; Helvetica&#44; sans-serif'
set multiplot

# Panel 1
set lmargin at screen 0.0565; set rmargin at screen 0.4774
set tmargin at screen 0.81522; set bmargin at screen 0.15642
unset logscale x
set xrange [0:10.27]
set xtics ('0' 0, '2' 2, '4' 4, '6' 6, '8' 8, '10' 10)
set logscale y
set yrange [0.13456115577240566:2.103694126900257]
set ytics ('0.2' 0.2, '0.5' 0.5, '1' 1, '2' 2)
set xtics offset 0,0.5
set grid noxtics ytics
unset colorbox
set label 'The loss falls, and the network learns to read' at screen 0.02, screen 0.92663 left textcolor rgb '#1F1F1F' font family.':Bold,17'
set label 'training loss' at screen 0.02, screen 0.8519 left textcolor rgb '#4A4A4A' font ',12.5'
set label 'epoch' at screen 0.26695, screen 0.05859 center textcolor rgb '#4A4A4A' font ',12.5'
plot \
  'training.dat' using 1:2:3 with filledcurves linecolor rgb '#0072B2' fillstyle transparent solid 0.18 noborder, \
  'training.dat' using 1:4 with lines linewidth 2 linecolor rgb '#0072B2' dashtype solid, \
  'training.dat' using 1:4 with points pointtype 7 pointsize 0.455 linecolor rgb '#0072B2'

# Panel 2
unset label
unset arrow
unset object
set lmargin at screen 0.5541; set rmargin at screen 0.975
set tmargin at screen 0.81522; set bmargin at screen 0.15642
unset logscale x
set xrange [0:10.27]
set xtics ('0' 0, '2' 2, '4' 4, '6' 6, '8' 8, '10' 10)
unset logscale y
set yrange [64.27777777777779:98.77777777777777]
set ytics ('65' 65, '70' 70, '75' 75, '80' 80, '85' 85, '90' 90, '95' 95)
set xtics offset 0,0.5
set grid noxtics ytics
unset colorbox
set label 'test accuracy (%)' at screen 0.5224, screen 0.8519 left textcolor rgb '#4A4A4A' font ',12.5'
set label 'epoch' at screen 0.76455, screen 0.05859 center textcolor rgb '#4A4A4A' font ',12.5'
plot \
  'training.dat' using 1:5:6 with filledcurves linecolor rgb '#D55E00' fillstyle transparent solid 0.18 noborder, \
  'training.dat' using 1:7 with lines linewidth 2 linecolor rgb '#D55E00' dashtype solid, \
  'training.dat' using 1:7 with points pointtype 7 pointsize 0.455 linecolor rgb '#D55E00'
unset multiplot
unset output
