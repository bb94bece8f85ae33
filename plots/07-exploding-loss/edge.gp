# Given time, the sharpness comes to 2/η and stays there, while the loss goes on falling
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

set terminal svg size 800,412 font 'Arial,13' enhanced background '#ffffff'
set output 'edge.svg'
set multiplot

# Panel 1: sharpness, dashed 2/η
set lmargin at screen 0.0414; set rmargin at screen 0.46391
set tmargin at screen 0.78641; set bmargin at screen 0.19571
unset logscale x
set xrange [0:2500]
set xtics ('0' 0, '500' 500, '1000' 1000, '1500' 1500, '2000' 2000, '2500' 2500)
unset logscale y
set yrange [0:4.899135415965072]
set ytics ('0' 0, '1' 1, '2' 2, '3' 3, '4' 4)
set xtics offset 0,0.5
set grid noxtics ytics
unset colorbox
set label 'Given time, the sharpness comes to 2/η and stays there, while the loss goes on falling' at screen 0.02, screen 0.93447 left textcolor rgb '#1F1F1F' font 'Arial:Bold,17'
set label 'largest eigenvalue λ' at screen 0.02, screen 0.81917 left textcolor rgb '#4A4A4A' font ',12.5'
set label 'sharpness, dashed 2/η' at screen 0.02, screen 0.86408 left textcolor rgb '#1F1F1F' font 'Arial:Bold,13.5'
set label 'step' at screen 0.25266, screen 0.10833 center textcolor rgb '#4A4A4A' font ',12.5'
set arrow from graph 0, first 4 to graph 1, first 4 nohead back linewidth 2 linecolor rgb '#D55E00' dashtype (9, 6)
set arrow from graph 0, first 2.5 to graph 1, first 2.5 nohead back linewidth 2 linecolor rgb '#009E73' dashtype (9, 6)
set arrow from screen 0.0414, screen 0.05372 to screen 0.0714, screen 0.05372 nohead front linewidth 2 linecolor rgb '#0072B2' dashtype 1
set label 'η = 0.1' at screen 0.0789, screen 0.05372 left front textcolor rgb '#1F1F1F' font ',12.5'
set arrow from screen 0.15273, screen 0.05372 to screen 0.18273, screen 0.05372 nohead front linewidth 2 linecolor rgb '#D55E00' dashtype 1
set label 'η = 0.5' at screen 0.19023, screen 0.05372 left front textcolor rgb '#1F1F1F' font ',12.5'
set arrow from screen 0.26407, screen 0.05372 to screen 0.29407, screen 0.05372 nohead front linewidth 2 linecolor rgb '#009E73' dashtype 1
set label 'η = 0.8' at screen 0.30157, screen 0.05372 left front textcolor rgb '#1F1F1F' font ',12.5'
plot \
  'edge.dat' using 1:2 with lines linewidth 1 linecolor rgb '#A60072B2' dashtype 1, \
  'edge.dat' using 1:3 with lines linewidth 1 linecolor rgb '#A6D55E00' dashtype 1, \
  'edge.dat' using 1:4 with lines linewidth 1 linecolor rgb '#A6009E73' dashtype 1, \
  'edge.dat' using 1:5 with lines linewidth 1 linecolor rgb '#A60072B2' dashtype 1, \
  'edge.dat' using 1:6 with lines linewidth 1 linecolor rgb '#A6D55E00' dashtype 1, \
  'edge.dat' using 1:7 with lines linewidth 1 linecolor rgb '#A6009E73' dashtype 1, \
  'edge.dat' using 1:8 with lines linewidth 1 linecolor rgb '#A60072B2' dashtype 1, \
  'edge.dat' using 1:9 with lines linewidth 1 linecolor rgb '#A6D55E00' dashtype 1, \
  'edge.dat' using 1:10 with lines linewidth 1 linecolor rgb '#A6009E73' dashtype 1, \
  'edge.dat' using 1:11 with lines linewidth 1 linecolor rgb '#A60072B2' dashtype 1, \
  'edge.dat' using 1:12 with lines linewidth 1 linecolor rgb '#A6D55E00' dashtype 1, \
  'edge.dat' using 1:13 with lines linewidth 1 linecolor rgb '#A6009E73' dashtype 1, \
  'edge.dat' using 1:14 with lines linewidth 2 linecolor rgb '#0072B2' dashtype 1, \
  'edge.dat' using 1:15 with lines linewidth 2 linecolor rgb '#D55E00' dashtype 1, \
  'edge.dat' using 1:16 with lines linewidth 2 linecolor rgb '#009E73' dashtype 1

# Panel 2: loss
unset label
unset arrow
unset object
set lmargin at screen 0.55249; set rmargin at screen 0.975
set tmargin at screen 0.78641; set bmargin at screen 0.19571
unset logscale x
set xrange [0:2500]
set xtics ('0' 0, '500' 500, '1000' 1000, '1500' 1500, '2000' 2000, '2500' 2500)
set logscale y
set yrange [0.03566775247410876:0.7311182665857285]
set ytics ('0.05' 0.05, '0.1' 0.1, '0.2' 0.2, '0.5' 0.5)
set xtics offset 0,0.5
set grid noxtics ytics
unset colorbox
set label 'loss L' at screen 0.50891, screen 0.81917 left textcolor rgb '#4A4A4A' font ',12.5'
set label 'loss' at screen 0.50891, screen 0.86408 left textcolor rgb '#1F1F1F' font 'Arial:Bold,13.5'
set label 'step' at screen 0.76374, screen 0.10833 center textcolor rgb '#4A4A4A' font ',12.5'
plot \
  'edge.dat' using 17:18 with lines linewidth 1 linecolor rgb '#0072B2' dashtype 1, \
  'edge.dat' using 17:19 with lines linewidth 1 linecolor rgb '#D55E00' dashtype 1, \
  'edge.dat' using 17:20 with lines linewidth 1 linecolor rgb '#009E73' dashtype 1
unset multiplot
unset output
