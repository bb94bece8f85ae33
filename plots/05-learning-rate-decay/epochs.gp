# Where the constant rate goes flat, each step down lowers the loss
# gnuplot epochs.gp draws epochs.svg

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

set terminal svg size 920,364 fixed font 'Arial&#44; Helvetica&#44; sans-serif,13' fontscale 1 linewidth 1 dashlength 1 butt enhanced background '#ffffff'
set output 'epochs.svg'
family = 'Arial&#44; Helvetica&#44; sans-serif'
set multiplot

# Panel 1: the rules
set lmargin at screen 0.04913; set rmargin at screen 0.30881
set tmargin at screen 0.75824; set bmargin at screen 0.22005
unset logscale x
set xrange [0:11]
set xtics ('0' 0, '2' 2, '4' 4, '6' 6, '8' 8, '10' 10)
unset logscale y
set yrange [0:1.0393185165257814]
set ytics ('0.0' 0, '0.2' 0.2, '0.4' 0.4, '0.6' 0.6, '0.8' 0.8, '1.0' 1)
set xtics offset 0,0.5
set grid noxtics ytics
unset colorbox
set label 'Where the constant rate goes flat, each step down lowers the loss' at screen 0.01739, screen 0.92582 left textcolor rgb '#1F1F1F' font family.':Bold,17'
set label 'rate / first rate' at screen 0.01739, screen 0.79533 left textcolor rgb '#4A4A4A' font ',12.5'
set label 'the rules' at screen 0.01739, screen 0.84615 left textcolor rgb '#1F1F1F' font family.':Bold,13.5'
set label 'epoch e' at screen 0.17897, screen 0.12114 center textcolor rgb '#4A4A4A' font ',12.5'
set arrow from screen 0.04913, screen 0.05933 to screen 0.07522, screen 0.05933 nohead front linewidth 2 linecolor rgb '#0072B2' dashtype solid
set label 'constant' at screen 0.08174, screen 0.05933 left front textcolor rgb '#1F1F1F' font ',12.5'
set arrow from screen 0.16136, screen 0.05933 to screen 0.18745, screen 0.05933 nohead front linewidth 2 linecolor rgb '#56B4E9' dashtype solid
set label '1/(1 + e)' at screen 0.19397, screen 0.05933 left front textcolor rgb '#1F1F1F' font ',12.5'
set arrow from screen 0.27495, screen 0.05933 to screen 0.30103, screen 0.05933 nohead front linewidth 2 linecolor rgb '#E69F00' dashtype solid
set label 'staircase' at screen 0.30755, screen 0.05933 left front textcolor rgb '#1F1F1F' font ',12.5'
set arrow from screen 0.38962, screen 0.05933 to screen 0.41571, screen 0.05933 nohead front linewidth 2 linecolor rgb '#000000' dashtype solid
set label 'cosine' at screen 0.42223, screen 0.05933 left front textcolor rgb '#1F1F1F' font ',12.5'
plot \
  'epochs.dat' using 1:2 with steps linewidth 2 linecolor rgb '#0072B2' dashtype solid, \
  'epochs.dat' using 1:3 with steps linewidth 2 linecolor rgb '#56B4E9' dashtype solid, \
  'epochs.dat' using 1:4 with steps linewidth 2 linecolor rgb '#E69F00' dashtype solid, \
  'epochs.dat' using 1:5 with steps linewidth 2 linecolor rgb '#000000' dashtype solid

# Panel 2: from 0.7
unset label
unset arrow
unset object
set lmargin at screen 0.38803; set rmargin at screen 0.64771
set tmargin at screen 0.75824; set bmargin at screen 0.22005
unset logscale x
set xrange [0:11]
set xtics ('0' 0, '2' 2, '4' 4, '6' 6, '8' 8, '10' 10)
set logscale y
set yrange [0.020219288257774866:1.526090902011326]
set ytics ('0.05' 0.05, '0.1' 0.1, '0.2' 0.2, '0.5' 0.5, '1' 1)
set xtics offset 0,0.5
set grid noxtics ytics
unset colorbox
set label 'training loss' at screen 0.34794, screen 0.79533 left textcolor rgb '#4A4A4A' font ',12.5'
set label 'from 0.7' at screen 0.34794, screen 0.84615 left textcolor rgb '#1F1F1F' font family.':Bold,13.5'
set label 'epoch e' at screen 0.51787, screen 0.12114 center textcolor rgb '#4A4A4A' font ',12.5'
plot \
  'epochs.dat' using 1:6 with lines linewidth 2 linecolor rgb '#0072B2' dashtype solid, \
  'epochs.dat' using 1:7 with lines linewidth 2 linecolor rgb '#56B4E9' dashtype solid, \
  'epochs.dat' using 1:8 with lines linewidth 2 linecolor rgb '#E69F00' dashtype solid, \
  'epochs.dat' using 1:9 with lines linewidth 2 linecolor rgb '#000000' dashtype solid

# Panel 3: from 0.1
unset label
unset arrow
unset object
set lmargin at screen 0.71858; set rmargin at screen 0.97826
set tmargin at screen 0.75824; set bmargin at screen 0.22005
unset logscale x
set xrange [0:11]
set xtics ('0' 0, '2' 2, '4' 4, '6' 6, '8' 8, '10' 10)
set logscale y
set yrange [0.06395628100141514:1.2337311938532731]
set ytics ('0.1' 0.1, '0.2' 0.2, '0.5' 0.5, '1' 1)
set xtics offset 0,0.5
set grid noxtics ytics
unset colorbox
set label 'training loss' at screen 0.68684, screen 0.79533 left textcolor rgb '#4A4A4A' font ',12.5'
set label 'from 0.1' at screen 0.68684, screen 0.84615 left textcolor rgb '#1F1F1F' font family.':Bold,13.5'
set label 'epoch e' at screen 0.84842, screen 0.12114 center textcolor rgb '#4A4A4A' font ',12.5'
plot \
  'epochs.dat' using 1:10 with lines linewidth 2 linecolor rgb '#0072B2' dashtype solid, \
  'epochs.dat' using 1:11 with lines linewidth 2 linecolor rgb '#56B4E9' dashtype solid, \
  'epochs.dat' using 1:12 with lines linewidth 2 linecolor rgb '#E69F00' dashtype solid, \
  'epochs.dat' using 1:13 with lines linewidth 2 linecolor rgb '#000000' dashtype solid
unset multiplot
unset output
