# Adam turns back when its curvature has grown to 38
# gnuplot bowl.gp draws bowl.svg
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

set terminal svg size 800,404 font 'Arial,13' enhanced background '#ffffff'
set output 'bowl.svg'
set multiplot

# Panel 1: distance from the minimum
set lmargin at screen 0.07755; set rmargin at screen 0.47584
set tmargin at screen 0.76733; set bmargin at screen 0.19946
unset logscale x
set xrange [4.5:8000]
set xtics ('2000' 2000, '4000' 4000, '6000' 6000, '8000' 8000)
set logscale y
set yrange [3.094853449087946e-47:10]
set ytics ('10^{−40}' 1e-40, '10^{−30}' 1e-30, '10^{−20}' 1e-20, '10^{−10}' 1e-10, '10^{0}' 1)
set xtics offset 0,0.5
set grid noxtics ytics
unset colorbox
set label 'Adam turns back when its curvature has grown to 38' at screen 0.02, screen 0.93317 left textcolor rgb '#1F1F1F' font 'Arial:Bold,17'
set label '|w|' at screen 0.02, screen 0.81559 left textcolor rgb '#4A4A4A' font ',12.5'
set label 'distance from the minimum' at screen 0.02, screen 0.86139 left textcolor rgb '#1F1F1F' font 'Arial:Bold,13.5'
set label 'step' at screen 0.27669, screen 0.11035 center textcolor rgb '#4A4A4A' font ',12.5'
set arrow from screen 0.07755, screen 0.05466 to screen 0.10755, screen 0.05466 nohead front linewidth 2 linecolor rgb '#56B4E9' dashtype 1
set label 'AMSGrad' at screen 0.11505, screen 0.05466 left front textcolor rgb '#1F1F1F' font ',12.5'
set arrow from screen 0.2105, screen 0.05466 to screen 0.2405, screen 0.05466 nohead front linewidth 2 linecolor rgb '#E69F00' dashtype 1
set label 'ε above ηλ/38' at screen 0.248, screen 0.05466 left front textcolor rgb '#1F1F1F' font ',12.5'
set arrow from screen 0.37754, screen 0.05466 to screen 0.40754, screen 0.05466 nohead front linewidth 2 linecolor rgb '#009E73' dashtype 1
set label 'Adam' at screen 0.41504, screen 0.05466 left front textcolor rgb '#1F1F1F' font ',12.5'
plot \
  'bowl.dat' using 1:2 with lines linewidth 2 linecolor rgb '#56B4E9' dashtype 1, \
  'bowl.dat' using 1:3 with lines linewidth 2 linecolor rgb '#E69F00' dashtype 1, \
  'bowl.dat' using 1:4 with lines linewidth 2 linecolor rgb '#009E73' dashtype 1, \
  'bowl.dat' using 5:6 with lines linewidth 2 linecolor rgb '#000000' dashtype (9, 6)

# Panel 2: the curvature in Adam's units
unset label
unset arrow
unset object
set lmargin at screen 0.56442; set rmargin at screen 0.96271
set tmargin at screen 0.76733; set bmargin at screen 0.19946
unset logscale x
set xrange [4.5:7994.5]
set xtics ('2000' 2000, '4000' 4000, '6000' 6000)
set logscale y
set yrange [0.007421454377719907:80.88047388062886]
set ytics ('0.01' 0.01, '0.1' 0.1, '1' 1, '10' 10)
set xtics offset 0,0.5
set grid noxtics ytics
unset colorbox
set label 'ηλ / (√v̂ + ε)' at screen 0.52084, screen 0.81559 left textcolor rgb '#4A4A4A' font ',12.5'
set label 'the curvature in Adam''s units' at screen 0.52084, screen 0.86139 left textcolor rgb '#1F1F1F' font 'Arial:Bold,13.5'
set label '38' at screen 0.97146, screen 0.72118 left textcolor rgb '#000000' font ',12.5'
set label 'step' at screen 0.76356, screen 0.11035 center textcolor rgb '#4A4A4A' font ',12.5'
set arrow from graph 0, first 38.00000000000001 to graph 1, first 38.00000000000001 nohead back linewidth 2 linecolor rgb '#000000' dashtype (2, 4)
plot \
  'bowl.dat' using 7:8 with lines linewidth 2 linecolor rgb '#56B4E9' dashtype 1, \
  'bowl.dat' using 7:9 with lines linewidth 2 linecolor rgb '#E69F00' dashtype 1, \
  'bowl.dat' using 7:10 with lines linewidth 2 linecolor rgb '#009E73' dashtype 1, \
  'bowl.dat' using 5:11 with lines linewidth 2 linecolor rgb '#000000' dashtype (9, 6)
unset multiplot
unset output
