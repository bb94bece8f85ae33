# From below and from above, the curvature comes to 2/η; the loss falls in jolts
# gnuplot edge.gp draws edge.svg
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

set terminal svg size 800,408 font 'Arial,13' enhanced background '#ffffff'
set output 'edge.svg'
set multiplot

# Panel 1: the curvature: λη/2
set lmargin at screen 0.05468; set rmargin at screen 0.47055
set tmargin at screen 0.78431; set bmargin at screen 0.1972
unset logscale x
set xrange [0:2500]
set xtics ('0' 0, '500' 500, '1000' 1000, '1500' 1500, '2000' 2000, '2500' 2500)
unset logscale y
set yrange [0.6087319293005713:2]
set ytics ('0.8' 0.8, '1.0' 1, '1.2' 1.2, '1.4' 1.4, '1.6' 1.6, '1.8' 1.8, '2.0' 2)
set xtics offset 0,0.5
set grid noxtics ytics
unset colorbox
set label 'From below and from above, the curvature comes to 2/η; the loss falls in jolts' at screen 0.02, screen 0.93382 left textcolor rgb '#1F1F1F' font 'Arial:Bold,17'
set label 'λη/2' at screen 0.02, screen 0.8174 left textcolor rgb '#4A4A4A' font ',12.5'
set label 'the curvature: λη/2' at screen 0.02, screen 0.86275 left textcolor rgb '#1F1F1F' font 'Arial:Bold,13.5'
set label 'step' at screen 0.26261, screen 0.10896 center textcolor rgb '#4A4A4A' font ',12.5'
set arrow from graph 0, first 1 to graph 1, first 1 nohead back linewidth 2 linecolor rgb '#000000' dashtype (9, 6)
set arrow from screen 0.05468, screen 0.05381 to screen 0.08468, screen 0.05381 nohead front linewidth 1 linecolor rgb '#0072B2' dashtype 1
set label 'η = 0.5' at screen 0.09218, screen 0.05381 left front textcolor rgb '#1F1F1F' font ',12.5'
set arrow from screen 0.16601, screen 0.05381 to screen 0.19601, screen 0.05381 nohead front linewidth 1 linecolor rgb '#D55E00' dashtype 1
set label 'η = 0.8' at screen 0.20351, screen 0.05381 left front textcolor rgb '#1F1F1F' font ',12.5'
plot \
  'edge.dat' using 1:2 with lines linewidth 0.7 linecolor rgb '#800072B2' dashtype 1, \
  'edge.dat' using 1:3 with lines linewidth 0.7 linecolor rgb '#800072B2' dashtype 1, \
  'edge.dat' using 1:4 with lines linewidth 0.7 linecolor rgb '#800072B2' dashtype 1, \
  'edge.dat' using 1:5 with lines linewidth 0.7 linecolor rgb '#800072B2' dashtype 1, \
  'edge.dat' using 1:6 with lines linewidth 0.7 linecolor rgb '#800072B2' dashtype 1, \
  'edge.dat' using 1:7 with lines linewidth 2 linecolor rgb '#0072B2' dashtype 1, \
  'edge.dat' using 1:8 with lines linewidth 0.7 linecolor rgb '#80D55E00' dashtype 1, \
  'edge.dat' using 1:9 with lines linewidth 0.7 linecolor rgb '#80D55E00' dashtype 1, \
  'edge.dat' using 1:10 with lines linewidth 0.7 linecolor rgb '#80D55E00' dashtype 1, \
  'edge.dat' using 1:11 with lines linewidth 0.7 linecolor rgb '#80D55E00' dashtype 1, \
  'edge.dat' using 1:12 with lines linewidth 0.7 linecolor rgb '#80D55E00' dashtype 1, \
  'edge.dat' using 1:13 with lines linewidth 2 linecolor rgb '#D55E00' dashtype 1

# Panel 2: the loss
unset label
unset arrow
unset object
set lmargin at screen 0.55913; set rmargin at screen 0.975
set tmargin at screen 0.78431; set bmargin at screen 0.1972
unset logscale x
set xrange [0:2500]
set xtics ('0' 0, '500' 500, '1000' 1000, '1500' 1500, '2000' 2000, '2500' 2500)
set logscale y
set yrange [0.035667891771618235:1.462236533171457]
set ytics ('0.05' 0.05, '0.1' 0.1, '0.2' 0.2, '0.5' 0.5, '1' 1)
set xtics offset 0,0.5
set grid noxtics ytics
unset colorbox
set label 'loss L' at screen 0.51555, screen 0.8174 left textcolor rgb '#4A4A4A' font ',12.5'
set label 'the loss' at screen 0.51555, screen 0.86275 left textcolor rgb '#1F1F1F' font 'Arial:Bold,13.5'
set label 'step' at screen 0.76706, screen 0.10896 center textcolor rgb '#4A4A4A' font ',12.5'
plot \
  'edge.dat' using 14:15 with lines linewidth 1 linecolor rgb '#0072B2' dashtype 1, \
  'edge.dat' using 14:16 with lines linewidth 1 linecolor rgb '#D55E00' dashtype 1
unset multiplot
unset output
