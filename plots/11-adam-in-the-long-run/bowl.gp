# Adam turns round when its divisor has shrunk to the limit, as foretold
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

set terminal svg size 800,411 font 'Arial,13' enhanced background '#ffffff'
set output 'bowl.svg'
set multiplot

# Panel 1: distance from the minimum
set lmargin at screen 0.07755; set rmargin at screen 0.45927
set tmargin at screen 0.72993; set bmargin at screen 0.19496
unset logscale x
set xrange [4.5:8004.5]
set xtics ('2000' 2000, '4000' 4000, '6000' 6000, '8000' 8000)
set logscale y
set yrange [3.094853449087946e-47:10]
set ytics ('10^{−40}' 1e-40, '10^{−30}' 1e-30, '10^{−20}' 1e-20, '10^{−10}' 1e-10, '10^{0}' 1)
set xtics offset 0,0.5
set grid noxtics ytics
unset colorbox
set label 'Adam turns round when its divisor has shrunk to the limit, as foretold' at screen 0.02, screen 0.93431 left textcolor rgb '#1F1F1F' font 'Arial:Bold,17'
set label 'forecast' at screen 0.15267, screen 0.76034 center textcolor rgb '#717171' font ',12.5'
set label '|w|' at screen 0.02, screen 0.81873 left textcolor rgb '#4A4A4A' font ',12.5'
set label 'distance from the minimum' at screen 0.02, screen 0.86375 left textcolor rgb '#1F1F1F' font 'Arial:Bold,13.5'
set label 'step' at screen 0.26841, screen 0.10737 center textcolor rgb '#4A4A4A' font ',12.5'
set arrow from first 1578.8629564171483, graph 0 to first 1578.8629564171483, graph 1 nohead back linewidth 1 linecolor rgb '#8C8C8C' dashtype 1
set arrow from screen 0.07755, screen 0.05262 to screen 0.10755, screen 0.05262 nohead front linewidth 2 linecolor rgb '#56B4E9' dashtype 1
set label 'AMSGrad' at screen 0.11505, screen 0.05262 left front textcolor rgb '#1F1F1F' font ',12.5'
set arrow from screen 0.2105, screen 0.05262 to screen 0.2405, screen 0.05262 nohead front linewidth 2 linecolor rgb '#CC79A7' dashtype 1
set label 'ε = 0.000266' at screen 0.248, screen 0.05262 left front textcolor rgb '#1F1F1F' font ',12.5'
set arrow from screen 0.36819, screen 0.05262 to screen 0.39819, screen 0.05262 nohead front linewidth 2 linecolor rgb '#009E73' dashtype 1
set label 'Adam' at screen 0.40569, screen 0.05262 left front textcolor rgb '#1F1F1F' font ',12.5'
set arrow from screen 0.47178, screen 0.05262 to screen 0.50178, screen 0.05262 nohead front linewidth 2 linecolor rgb '#000000' dashtype (9, 6)
set label 'left: √β₁ a step' at screen 0.50928, screen 0.05262 left front textcolor rgb '#1F1F1F' font ',12.5'
set arrow from screen 0.64204, screen 0.05262 to screen 0.67204, screen 0.05262 nohead front linewidth 2 linecolor rgb '#000000' dashtype (9, 6)
set label 'right: √β₂ a step' at screen 0.67954, screen 0.05262 left front textcolor rgb '#1F1F1F' font ',12.5'
plot \
  'bowl.dat' using 1:2 with lines linewidth 2 linecolor rgb '#56B4E9' dashtype 1, \
  'bowl.dat' using 1:3 with lines linewidth 2 linecolor rgb '#CC79A7' dashtype 1, \
  'bowl.dat' using 1:4 with lines linewidth 2 linecolor rgb '#009E73' dashtype 1, \
  'bowl.dat' using 5:6 with lines linewidth 2 linecolor rgb '#000000' dashtype (9, 6)

# Panel 2: what the steps are divided by
unset label
unset arrow
unset object
set lmargin at screen 0.55674; set rmargin at screen 0.93846
set tmargin at screen 0.72993; set bmargin at screen 0.19496
unset logscale x
set xrange [4.5:8004.5]
set xtics ('2000' 2000, '4000' 4000, '6000' 6000, '8000' 8000)
set logscale y
set yrange [0.00013048727725783273:1.410980718049251]
set ytics ('0.001' 0.001, '0.01' 0.01, '0.1' 0.1, '1' 1)
set xtics offset 0,0.5
set grid noxtics ytics
unset colorbox
set label 'forecast' at screen 0.63186, screen 0.76034 center textcolor rgb '#717171' font ',12.5'
set label '√v̂ + ε' at screen 0.50427, screen 0.81873 left textcolor rgb '#4A4A4A' font ',12.5'
set label 'what the steps are divided by' at screen 0.50427, screen 0.86375 left textcolor rgb '#1F1F1F' font 'Arial:Bold,13.5'
set label 'ηλ/38' at screen 0.94721, screen 0.23536 left textcolor rgb '#717171' font ',12.5'
set label 'step' at screen 0.7476, screen 0.10737 center textcolor rgb '#4A4A4A' font ',12.5'
set arrow from graph 0, first 0.00026315789473684205 to graph 1, first 0.00026315789473684205 nohead back linewidth 1 linecolor rgb '#8C8C8C' dashtype 1
set arrow from first 1578.8629564171483, graph 0 to first 1578.8629564171483, graph 1 nohead back linewidth 1 linecolor rgb '#8C8C8C' dashtype 1
plot \
  'bowl.dat' using 1:7 with lines linewidth 2 linecolor rgb '#56B4E9' dashtype 1, \
  'bowl.dat' using 1:8 with lines linewidth 2 linecolor rgb '#CC79A7' dashtype 1, \
  'bowl.dat' using 1:9 with lines linewidth 2 linecolor rgb '#009E73' dashtype 1, \
  'bowl.dat' using 5:10 with lines linewidth 2 linecolor rgb '#000000' dashtype (9, 6)
unset multiplot
unset output
