# ReLU is lost; leaky ReLU comes back; SiLU leads until it falls
# gnuplot bold.gp draws bold.svg

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

set terminal svg size 800,703 fixed font 'Arial&#44; Helvetica&#44; sans-serif,13' fontscale 1 linewidth 1 dashlength 1 butt enhanced background '#ffffff'
set output 'bold.svg'
family = 'Arial&#44; Helvetica&#44; sans-serif'
set multiplot

# Panel 1: ReLU
set lmargin at screen 0.0613; set rmargin at screen 0.4894
set tmargin at screen 0.87482; set bmargin at screen 0.52406
set logscale x
set xrange [1:100]
set xtics ('' 1, '' 3, '' 10, '' 30, '' 100)
unset logscale y
set yrange [0:100]
set ytics ('0' 0, '20' 20, '40' 40, '60' 60, '80' 80, '100' 100)
set xtics offset 0,0.5
set grid noxtics ytics
unset colorbox
set label 'ReLU is lost; leaky ReLU comes back; SiLU leads until it falls' at screen 0.02, screen 0.96159 left textcolor rgb '#1F1F1F' font family.':Bold,17'
set label 'test digits read (%)' at screen 0.02, screen 0.89403 left textcolor rgb '#4A4A4A' font ',12.5'
set label 'ReLU' at screen 0.02, screen 0.92034 left textcolor rgb '#1F1F1F' font family.':Bold,13.5'
plot \
  'bold.dat' using 1:2 with lines linewidth 1.5 linecolor rgb '#4D0072B2' dashtype solid, \
  'bold.dat' using 1:3 with lines linewidth 1.5 linecolor rgb '#4D0072B2' dashtype solid, \
  'bold.dat' using 1:4 with lines linewidth 1.5 linecolor rgb '#4D0072B2' dashtype solid, \
  'bold.dat' using 1:5 with lines linewidth 1.5 linecolor rgb '#4D0072B2' dashtype solid, \
  'bold.dat' using 1:6 with lines linewidth 1.5 linecolor rgb '#4D0072B2' dashtype solid, \
  'bold.dat' using 1:7 with lines linewidth 1.5 linecolor rgb '#4D0072B2' dashtype solid, \
  'bold.dat' using 1:8 with lines linewidth 1.5 linecolor rgb '#4D0072B2' dashtype solid, \
  'bold.dat' using 1:9 with lines linewidth 1.5 linecolor rgb '#4D0072B2' dashtype solid, \
  'bold.dat' using 1:10 with lines linewidth 1.5 linecolor rgb '#4D0072B2' dashtype solid, \
  'bold.dat' using 1:11 with lines linewidth 1.5 linecolor rgb '#4D0072B2' dashtype solid

# Panel 2: leaky ReLU
unset label
unset arrow
unset object
set lmargin at screen 0.5469; set rmargin at screen 0.975
set tmargin at screen 0.87482; set bmargin at screen 0.52406
set logscale x
set xrange [1:100]
set xtics ('' 1, '' 3, '' 10, '' 30, '' 100)
unset logscale y
set yrange [0:100]
set ytics ('' 0, '' 20, '' 40, '' 60, '' 80, '' 100)
set xtics offset 0,0.5
set grid noxtics ytics
unset colorbox
set label 'leaky ReLU' at screen 0.5344, screen 0.92034 left textcolor rgb '#1F1F1F' font family.':Bold,13.5'
plot \
  'bold.dat' using 1:12 with lines linewidth 1.5 linecolor rgb '#4D56B4E9' dashtype solid, \
  'bold.dat' using 1:13 with lines linewidth 1.5 linecolor rgb '#4D56B4E9' dashtype solid, \
  'bold.dat' using 1:14 with lines linewidth 1.5 linecolor rgb '#4D56B4E9' dashtype solid, \
  'bold.dat' using 1:15 with lines linewidth 1.5 linecolor rgb '#4D56B4E9' dashtype solid, \
  'bold.dat' using 1:16 with lines linewidth 1.5 linecolor rgb '#4D56B4E9' dashtype solid, \
  'bold.dat' using 1:17 with lines linewidth 1.5 linecolor rgb '#4D56B4E9' dashtype solid, \
  'bold.dat' using 1:18 with lines linewidth 1.5 linecolor rgb '#4D56B4E9' dashtype solid, \
  'bold.dat' using 1:19 with lines linewidth 1.5 linecolor rgb '#4D56B4E9' dashtype solid, \
  'bold.dat' using 1:20 with lines linewidth 1.5 linecolor rgb '#4D56B4E9' dashtype solid, \
  'bold.dat' using 1:21 with lines linewidth 1.5 linecolor rgb '#4D56B4E9' dashtype solid

# Panel 3: GELU
unset label
unset arrow
unset object
set lmargin at screen 0.0613; set rmargin at screen 0.4894
set tmargin at screen 0.43302; set bmargin at screen 0.08226
set logscale x
set xrange [1:100]
set xtics ('1' 1, '3' 3, '10' 10, '30' 30, '100' 100)
unset logscale y
set yrange [0:100]
set ytics ('0' 0, '20' 20, '40' 40, '60' 60, '80' 80, '100' 100)
set xtics offset 0,0.5
set grid noxtics ytics
unset colorbox
set label 'test digits read (%)' at screen 0.02, screen 0.45223 left textcolor rgb '#4A4A4A' font ',12.5'
set label 'GELU' at screen 0.02, screen 0.47854 left textcolor rgb '#1F1F1F' font family.':Bold,13.5'
set label 'epoch' at screen 0.27535, screen 0.03105 center textcolor rgb '#4A4A4A' font ',12.5'
plot \
  'bold.dat' using 1:22 with lines linewidth 1.5 linecolor rgb '#4DD55E00' dashtype solid, \
  'bold.dat' using 1:23 with lines linewidth 1.5 linecolor rgb '#4DD55E00' dashtype solid, \
  'bold.dat' using 1:24 with lines linewidth 1.5 linecolor rgb '#4DD55E00' dashtype solid, \
  'bold.dat' using 1:25 with lines linewidth 1.5 linecolor rgb '#4DD55E00' dashtype solid, \
  'bold.dat' using 1:26 with lines linewidth 1.5 linecolor rgb '#4DD55E00' dashtype solid, \
  'bold.dat' using 1:27 with lines linewidth 1.5 linecolor rgb '#4DD55E00' dashtype solid, \
  'bold.dat' using 1:28 with lines linewidth 1.5 linecolor rgb '#4DD55E00' dashtype solid, \
  'bold.dat' using 1:29 with lines linewidth 1.5 linecolor rgb '#4DD55E00' dashtype solid, \
  'bold.dat' using 1:30 with lines linewidth 1.5 linecolor rgb '#4DD55E00' dashtype solid, \
  'bold.dat' using 1:31 with lines linewidth 1.5 linecolor rgb '#4DD55E00' dashtype solid

# Panel 4: SiLU
unset label
unset arrow
unset object
set lmargin at screen 0.5469; set rmargin at screen 0.975
set tmargin at screen 0.43302; set bmargin at screen 0.08226
set logscale x
set xrange [1:100]
set xtics ('1' 1, '3' 3, '10' 10, '30' 30, '100' 100)
unset logscale y
set yrange [0:100]
set ytics ('' 0, '' 20, '' 40, '' 60, '' 80, '' 100)
set xtics offset 0,0.5
set grid noxtics ytics
unset colorbox
set label 'SiLU' at screen 0.5344, screen 0.47854 left textcolor rgb '#1F1F1F' font family.':Bold,13.5'
set label 'epoch' at screen 0.76095, screen 0.03105 center textcolor rgb '#4A4A4A' font ',12.5'
plot \
  'bold.dat' using 1:32 with lines linewidth 1.5 linecolor rgb '#4DCC79A7' dashtype solid, \
  'bold.dat' using 1:33 with lines linewidth 1.5 linecolor rgb '#4DCC79A7' dashtype solid, \
  'bold.dat' using 1:34 with lines linewidth 1.5 linecolor rgb '#4DCC79A7' dashtype solid, \
  'bold.dat' using 1:35 with lines linewidth 1.5 linecolor rgb '#4DCC79A7' dashtype solid, \
  'bold.dat' using 1:36 with lines linewidth 1.5 linecolor rgb '#4DCC79A7' dashtype solid, \
  'bold.dat' using 1:37 with lines linewidth 1.5 linecolor rgb '#4DCC79A7' dashtype solid, \
  'bold.dat' using 1:38 with lines linewidth 1.5 linecolor rgb '#4DCC79A7' dashtype solid, \
  'bold.dat' using 1:39 with lines linewidth 1.5 linecolor rgb '#4DCC79A7' dashtype solid, \
  'bold.dat' using 1:40 with lines linewidth 1.5 linecolor rgb '#4DCC79A7' dashtype solid, \
  'bold.dat' using 1:41 with lines linewidth 1.5 linecolor rgb '#4DCC79A7' dashtype solid
unset multiplot
unset output
