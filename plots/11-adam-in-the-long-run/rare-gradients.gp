# Where large slopes are rare Adam walks to the worst place, 1, unless its memory is long
# gnuplot rare-gradients.gp draws rare-gradients.svg
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

set terminal svg size 800,422 font 'Arial,13' enhanced background '#ffffff'
set output 'rare-gradients.svg'
set multiplot

# Panel 1: slope 3 every third step, else −1
set lmargin at screen 0.06413; set rmargin at screen 0.475
set tmargin at screen 0.75118; set bmargin at screen 0.19037
set logscale x
set xrange [3:30000]
set xtics ('10' 10, '100' 100, '1000' 1000, '10 000' 10000)
unset logscale y
set yrange [-1.1:1.1]
set ytics ('−1.0' -1, '−0.5' -0.5, '0.0' 0, '0.5' 0.5, '1.0' 1)
set xtics offset 0,0.5
set grid noxtics ytics
unset colorbox
set label 'Where large slopes are rare Adam walks to the worst place, 1, unless its memory is long' at screen 0.02, screen 0.93602 left textcolor rgb '#1F1F1F' font 'Arial:Bold,17'
set label 'x' at screen 0.02, screen 0.82346 left textcolor rgb '#4A4A4A' font ',12.5'
set label 'slope 3 every third step, else −1' at screen 0.02, screen 0.8673 left textcolor rgb '#1F1F1F' font 'Arial:Bold,13.5'
set label 'step' at screen 0.26956, screen 0.10506 center textcolor rgb '#4A4A4A' font ',12.5'
set arrow from screen 0.06413, screen 0.05175 to screen 0.09413, screen 0.05175 nohead front linewidth 2 linecolor rgb '#009E73' dashtype 1
set label 'Adam' at screen 0.10163, screen 0.05175 left front textcolor rgb '#1F1F1F' font ',12.5'
set arrow from screen 0.16772, screen 0.05175 to screen 0.19772, screen 0.05175 nohead front linewidth 2 linecolor rgb '#56B4E9' dashtype 1
set label 'AMSGrad' at screen 0.20522, screen 0.05175 left front textcolor rgb '#1F1F1F' font ',12.5'
plot \
  'rare-gradients.dat' using 1:2 with lines linewidth 2 linecolor rgb '#009E73' dashtype 1, \
  'rare-gradients.dat' using 1:3 with lines linewidth 2 linecolor rgb '#56B4E9' dashtype 1

# Panel 2: slope 1010 every 101st step, else −10
unset label
unset arrow
unset object
set lmargin at screen 0.56413; set rmargin at screen 0.975
set tmargin at screen 0.75118; set bmargin at screen 0.19037
set logscale x
set xrange [0.7079457843841379:141253.75446227545]
set xtics ('10^{0}' 1, '10^{2}' 100, '10^{4}' 10000)
unset logscale y
set yrange [-1.1:1.1]
set ytics ('−1.0' -1, '−0.5' -0.5, '0.0' 0, '0.5' 0.5, '1.0' 1)
set xtics offset 0,0.25
set grid noxtics ytics
unset colorbox
set label 'theory: 2,066' at screen 0.83275, screen 0.78081 center textcolor rgb '#000000' font ',12.5'
set label 'x' at screen 0.52, screen 0.82346 left textcolor rgb '#4A4A4A' font ',12.5'
set label 'slope 1010 every 101st step, else −10' at screen 0.52, screen 0.8673 left textcolor rgb '#1F1F1F' font 'Arial:Bold,13.5'
set label 'memory 1/(1 − β₂) in steps' at screen 0.76956, screen 0.10506 center textcolor rgb '#4A4A4A' font ',12.5'
set arrow from first 2065.6380882812923, graph 0 to first 2065.6380882812923, graph 1 nohead back linewidth 2 linecolor rgb '#000000' dashtype (9, 6)
plot \
  'rare-gradients.dat' using 4:5 with lines linewidth 2 linecolor rgb '#009E73' dashtype 1, \
  'rare-gradients.dat' using 4:5 with points pointtype 7 pointsize 0.65 linecolor rgb '#009E73', \
  'rare-gradients.dat' using 4:6 with lines linewidth 2 linecolor rgb '#56B4E9' dashtype 1, \
  'rare-gradients.dat' using 4:6 with points pointtype 7 pointsize 0.65 linecolor rgb '#56B4E9'
unset multiplot
unset output
