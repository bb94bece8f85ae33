# Long first steps wash the input out, the deeper the worse
# gnuplot forgetting.gp draws forgetting.svg

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

set terminal svg size 920,362 fixed font 'Arial&#44; Helvetica&#44; sans-serif,13' fontscale 1 linewidth 1 dashlength 1 butt enhanced background '#ffffff'
set output 'forgetting.svg'
family = 'Arial&#44; Helvetica&#44; sans-serif'
set multiplot

# Panel 1: length of the step
set lmargin at screen 0.04913; set rmargin at screen 0.30603
set tmargin at screen 0.75691; set bmargin at screen 0.22154
set logscale x
set xrange [1:100]
set xtics ('1' 1, '10' 10, '100' 100)
set logscale y
set yrange [0.01623942624866546:1.1717209757086533]
set ytics ('0.1' 0.1, '1' 1)
set xtics offset 0,0.5
set grid noxtics ytics
unset colorbox
set label 'Long first steps wash the input out, the deeper the worse' at screen 0.01739, screen 0.92541 left textcolor rgb '#1F1F1F' font family.':Bold,17'
set label 'rms step / η' at screen 0.01739, screen 0.7942 left textcolor rgb '#4A4A4A' font ',12.5'
set label 'length of the step' at screen 0.01739, screen 0.8453 left textcolor rgb '#1F1F1F' font family.':Bold,13.5'
set label 'update t' at screen 0.17758, screen 0.12209 center textcolor rgb '#4A4A4A' font ',12.5'
set arrow from screen 0.04913, screen 0.05993 to screen 0.07522, screen 0.05993 nohead front linewidth 2 linecolor rgb '#D55E00' dashtype solid
set label 'post-LN, no warm-up' at screen 0.08174, screen 0.05993 left front textcolor rgb '#1F1F1F' font ',12.5'
set arrow from screen 0.2456, screen 0.05993 to screen 0.27168, screen 0.05993 nohead front linewidth 2 linecolor rgb '#0072B2' dashtype solid
set label 'post-LN, warm-up' at screen 0.27821, screen 0.05993 left front textcolor rgb '#1F1F1F' font ',12.5'
set arrow from screen 0.4206, screen 0.05993 to screen 0.44668, screen 0.05993 nohead front linewidth 2 linecolor rgb '#000000' dashtype (9, 6)
set label 'theory' at screen 0.45321, screen 0.05993 left front textcolor rgb '#1F1F1F' font ',12.5'
set arrow from screen 0.51761, screen 0.05993 to screen 0.5437, screen 0.05993 nohead front linewidth 2 linecolor rgb '#E69F00' dashtype solid
set label 'pre-LN, no warm-up' at screen 0.55022, screen 0.05993 left front textcolor rgb '#1F1F1F' font ',12.5'
plot \
  'forgetting.dat' using 1:2 with lines linewidth 2 linecolor rgb '#D55E00' dashtype solid, \
  'forgetting.dat' using 1:3 with lines linewidth 2 linecolor rgb '#0072B2' dashtype solid, \
  'forgetting.dat' using 1:4 with lines linewidth 2 linecolor rgb '#000000' dashtype (9, 6)

# Panel 2: what the answers owe to the input
unset label
unset arrow
unset object
set lmargin at screen 0.38525; set rmargin at screen 0.64214
set tmargin at screen 0.75691; set bmargin at screen 0.22154
set logscale x
set xrange [1:200]
set xtics ('1' 1, '10' 10, '100' 100)
set logscale y
set yrange [0.001036450366378856:4.804453004756169]
set ytics ('0.01' 0.01, '0.1' 0.1, '1' 1)
set xtics offset 0,0.5
set grid noxtics ytics
unset colorbox
set label 'spread of the logits' at screen 0.34516, screen 0.7942 left textcolor rgb '#4A4A4A' font ',12.5'
set label 'what the answers owe to the input' at screen 0.34516, screen 0.8453 left textcolor rgb '#1F1F1F' font family.':Bold,13.5'
set label 'update' at screen 0.5137, screen 0.12209 center textcolor rgb '#4A4A4A' font ',12.5'
plot \
  'forgetting.dat' using 5:6 with lines linewidth 2 linecolor rgb '#D55E00' dashtype solid, \
  'forgetting.dat' using 5:7 with lines linewidth 2 linecolor rgb '#0072B2' dashtype solid, \
  'forgetting.dat' using 5:8 with lines linewidth 2 linecolor rgb '#E69F00' dashtype solid

# Panel 3: left of it after 3 updates
unset label
unset arrow
unset object
set lmargin at screen 0.72136; set rmargin at screen 0.97826
set tmargin at screen 0.75691; set bmargin at screen 0.22154
unset logscale x
set xrange [0:8.21]
set xtics ('0' 0, '2' 2, '4' 4, '6' 6, '8' 8)
set logscale y
set yrange [0.0011384503009260853:0.9088194022387481]
set ytics ('0.01' 0.01, '0.1' 0.1)
set xtics offset 0,0.5
set grid noxtics ytics
unset colorbox
set label 'share' at screen 0.68128, screen 0.7942 left textcolor rgb '#4A4A4A' font ',12.5'
set label 'left of it after 3 updates' at screen 0.68128, screen 0.8453 left textcolor rgb '#1F1F1F' font family.':Bold,13.5'
set label 'layers' at screen 0.84981, screen 0.12209 center textcolor rgb '#4A4A4A' font ',12.5'
plot \
  'forgetting.dat' using 9:10 with lines linewidth 2 linecolor rgb '#D55E00' dashtype solid, \
  'forgetting.dat' using 9:10 with points pointtype 7 pointsize 0.65 linecolor rgb '#D55E00', \
  'forgetting.dat' using 9:11 with lines linewidth 2 linecolor rgb '#E69F00' dashtype solid, \
  'forgetting.dat' using 9:11 with points pointtype 7 pointsize 0.65 linecolor rgb '#E69F00', \
  'forgetting.dat' using 9:12 with lines linewidth 2 linecolor rgb '#000000' dashtype (9, 6)
unset multiplot
unset output
