# From below and from above, the curvature comes to 2/η; the loss falls in jolts
# gnuplot edge.gp draws edge.svg

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

set terminal svg size 800,404 fixed font 'Arial&#44; Helvetica&#44; sans-serif,13' fontscale 1 linewidth 1 dashlength 1 butt enhanced background '#ffffff'
set output 'edge.svg'
family = 'Arial&#44; Helvetica&#44; sans-serif'
set multiplot

# Panel 1: the curvature: λη/2
set lmargin at screen 0.0565; set rmargin at screen 0.466
set tmargin at screen 0.78218; set bmargin at screen 0.19834
unset logscale x
set xrange [0:2500]
set xtics ('0' 0, '500' 500, '1000' 1000, '1500' 1500, '2000' 2000, '2500' 2500)
unset logscale y
set yrange [0.6087319293005713:2]
set ytics ('0.8' 0.8, '1.0' 1, '1.2' 1.2, '1.4' 1.4, '1.6' 1.6, '1.8' 1.8, '2.0' 2)
set xtics offset 0,0.5
set grid noxtics ytics
unset colorbox
set label 'From below and from above, the curvature comes to 2/η; the loss falls in jolts' at screen 0.02, screen 0.93317 left textcolor rgb '#1F1F1F' font family.':Bold,17'
set label 'λη/2' at screen 0.02, screen 0.81559 left textcolor rgb '#4A4A4A' font ',12.5'
set label 'the curvature: λη/2' at screen 0.02, screen 0.86139 left textcolor rgb '#1F1F1F' font family.':Bold,13.5'
set label 'step' at screen 0.26125, screen 0.10923 center textcolor rgb '#4A4A4A' font ',12.5'
set arrow from graph 0, first 1 to graph 1, first 1 nohead back linewidth 2 linecolor rgb '#000000' dashtype (9, 6)
set arrow from screen 0.0565, screen 0.05353 to screen 0.0865, screen 0.05353 nohead front linewidth 1 linecolor rgb '#0072B2' dashtype solid
set label 'η = 0.5' at screen 0.094, screen 0.05353 left front textcolor rgb '#1F1F1F' font ',12.5'
set arrow from screen 0.17462, screen 0.05353 to screen 0.20462, screen 0.05353 nohead front linewidth 1 linecolor rgb '#D55E00' dashtype solid
set label 'η = 0.8' at screen 0.21212, screen 0.05353 left front textcolor rgb '#1F1F1F' font ',12.5'
plot \
  'edge.dat' using 1:2 with lines linewidth 0.7 linecolor rgb '#800072B2' dashtype solid, \
  'edge.dat' using 1:3 with lines linewidth 0.7 linecolor rgb '#800072B2' dashtype solid, \
  'edge.dat' using 1:4 with lines linewidth 0.7 linecolor rgb '#800072B2' dashtype solid, \
  'edge.dat' using 1:5 with lines linewidth 0.7 linecolor rgb '#800072B2' dashtype solid, \
  'edge.dat' using 1:6 with lines linewidth 0.7 linecolor rgb '#800072B2' dashtype solid, \
  'edge.dat' using 1:7 with lines linewidth 2 linecolor rgb '#0072B2' dashtype solid, \
  'edge.dat' using 1:8 with lines linewidth 0.7 linecolor rgb '#80D55E00' dashtype solid, \
  'edge.dat' using 1:9 with lines linewidth 0.7 linecolor rgb '#80D55E00' dashtype solid, \
  'edge.dat' using 1:10 with lines linewidth 0.7 linecolor rgb '#80D55E00' dashtype solid, \
  'edge.dat' using 1:11 with lines linewidth 0.7 linecolor rgb '#80D55E00' dashtype solid, \
  'edge.dat' using 1:12 with lines linewidth 0.7 linecolor rgb '#80D55E00' dashtype solid, \
  'edge.dat' using 1:13 with lines linewidth 2 linecolor rgb '#D55E00' dashtype solid

# Panel 2: the loss
unset label
unset arrow
unset object
set lmargin at screen 0.5613; set rmargin at screen 0.9708
set tmargin at screen 0.78218; set bmargin at screen 0.19834
unset logscale x
set xrange [0:2500]
set xtics ('0' 0, '500' 500, '1000' 1000, '1500' 1500, '2000' 2000, '2500' 2500)
set logscale y
set yrange [0.035667891771618235:1.462236533171457]
set ytics ('0.05' 0.05, '0.1' 0.1, '0.2' 0.2, '0.5' 0.5, '1' 1)
set xtics offset 0,0.5
set grid noxtics ytics
unset colorbox
set label 'loss L' at screen 0.5152, screen 0.81559 left textcolor rgb '#4A4A4A' font ',12.5'
set label 'the loss' at screen 0.5152, screen 0.86139 left textcolor rgb '#1F1F1F' font family.':Bold,13.5'
set label 'step' at screen 0.76605, screen 0.10923 center textcolor rgb '#4A4A4A' font ',12.5'
plot \
  'edge.dat' using 14:15 with lines linewidth 1 linecolor rgb '#0072B2' dashtype solid, \
  'edge.dat' using 14:16 with lines linewidth 1 linecolor rgb '#D55E00' dashtype solid
unset multiplot
unset output
