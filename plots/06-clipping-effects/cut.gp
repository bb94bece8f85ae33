# Most of the land is nearly flat; at the edge the error jumps
# gnuplot cut.gp draws cut.svg
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

set terminal svg size 800,377 font 'Arial,13' enhanced background '#ffffff'
set output 'cut.svg'
set multiplot

# Panel 1
set lmargin at screen 0.05468; set rmargin at screen 0.46165
set tmargin at screen 0.77454; set bmargin at screen 0.15274
unset logscale x
set xrange [-3.112296656009273:-2.112296656009273]
set xtics ('−3.0' -3, '−2.8' -2.8, '−2.6' -2.6, '−2.4' -2.4, '−2.2' -2.2)
unset logscale y
set yrange [0:0.42188539627303223]
set ytics ('0.0' 0, '0.1' 0.1, '0.2' 0.2, '0.3' 0.3, '0.4' 0.4)
set xtics offset 0,0.5
set grid noxtics ytics
unset colorbox
set label 'Most of the land is nearly flat; at the edge the error jumps' at screen 0.02, screen 0.92838 left textcolor rgb '#1F1F1F' font 'Arial:Bold,17'
set label 'edge' at screen 0.25816, screen 0.80769 center textcolor rgb '#717171' font ',12.5'
set label 'error E' at screen 0.02, screen 0.85544 left textcolor rgb '#4A4A4A' font ',12.5'
set label 'bias b' at screen 0.25816, screen 0.05725 center textcolor rgb '#4A4A4A' font ',12.5'
set arrow from first -2.612296656009273, graph 0 to first -2.612296656009273, graph 1 nohead back linewidth 1 linecolor rgb '#8C8C8C' dashtype 1
plot \
  'cut.dat' using 1:2 with lines linewidth 2 linecolor rgb '#000000' dashtype 1

# Panel 2
unset label
unset arrow
unset object
set lmargin at screen 0.56802; set rmargin at screen 0.975
set tmargin at screen 0.77454; set bmargin at screen 0.15274
unset logscale x
set xrange [-3.112296656009273:-2.112296656009273]
set xtics ('−3.0' -3, '−2.8' -2.8, '−2.6' -2.6, '−2.4' -2.4, '−2.2' -2.2)
set logscale y
set yrange [0.04793314952240712:10678.386083362246]
set ytics ('1' 1, '100' 100, '10 000' 10000)
set xtics offset 0,0.5
set grid noxtics ytics
unset colorbox
set label 'edge' at screen 0.77151, screen 0.80769 center textcolor rgb '#717171' font ',12.5'
set label 'norm of the gradient' at screen 0.50665, screen 0.85544 left textcolor rgb '#4A4A4A' font ',12.5'
set label 'bias b' at screen 0.77151, screen 0.05725 center textcolor rgb '#4A4A4A' font ',12.5'
set arrow from first -2.612296656009273, graph 0 to first -2.612296656009273, graph 1 nohead back linewidth 1 linecolor rgb '#8C8C8C' dashtype 1
plot \
  'cut.dat' using 1:3 with lines linewidth 2 linecolor rgb '#000000' dashtype 1, \
  'cut.dat' using 4:5 with points pointtype 7 pointsize 0.975 linecolor rgb '#D55E00'
unset multiplot
unset output
