# Most of the land is nearly flat; at the edge the error jumps
# gnuplot cut.gp draws cut.svg

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

set terminal svg size 800,375 fixed font 'Arial&#44; Helvetica&#44; sans-serif,13' fontscale 1 linewidth 1 dashlength 1 butt enhanced background '#ffffff'
set output 'cut.svg'
family = 'Arial&#44; Helvetica&#44; sans-serif'
set multiplot

# Panel 1
set lmargin at screen 0.0565; set rmargin at screen 0.4606
set tmargin at screen 0.77333; set bmargin at screen 0.15264
unset logscale x
set xrange [-3.112296656009273:-2.112296656009273]
set xtics ('−3.0' -3, '−2.8' -2.8, '−2.6' -2.6, '−2.4' -2.4, '−2.2' -2.2)
unset logscale y
set yrange [0:0.42188539627303223]
set ytics ('0.0' 0, '0.1' 0.1, '0.2' 0.2, '0.3' 0.3, '0.4' 0.4)
set xtics offset 0,0.5
set grid noxtics ytics
unset colorbox
set label 'Most of the land is nearly flat; at the edge the error jumps' at screen 0.02, screen 0.928 left textcolor rgb '#1F1F1F' font family.':Bold,17'
set label 'edge' at screen 0.25855, screen 0.80667 center textcolor rgb '#717171' font ',12.5'
set label 'error E' at screen 0.02, screen 0.85467 left textcolor rgb '#4A4A4A' font ',12.5'
set label 'bias b' at screen 0.25855, screen 0.05664 center textcolor rgb '#4A4A4A' font ',12.5'
set arrow from first -2.612296656009273, graph 0 to first -2.612296656009273, graph 1 nohead back linewidth 1 linecolor rgb '#8C8C8C' dashtype solid
plot \
  'cut.dat' using 1:2 with lines linewidth 2 linecolor rgb '#000000' dashtype solid

# Panel 2
unset label
unset arrow
unset object
set lmargin at screen 0.5709; set rmargin at screen 0.975
set tmargin at screen 0.77333; set bmargin at screen 0.15264
unset logscale x
set xrange [-3.112296656009273:-2.112296656009273]
set xtics ('−3.0' -3, '−2.8' -2.8, '−2.6' -2.6, '−2.4' -2.4, '−2.2' -2.2)
set logscale y
set yrange [0.04793314952240712:10678.386083362246]
set ytics ('1' 1, '100' 100, '10,000' 10000)
set xtics offset 0,0.5
set grid noxtics ytics
unset colorbox
set label 'edge' at screen 0.77295, screen 0.80667 center textcolor rgb '#717171' font ',12.5'
set label 'norm of the gradient' at screen 0.5056, screen 0.85467 left textcolor rgb '#4A4A4A' font ',12.5'
set label 'bias b' at screen 0.77295, screen 0.05664 center textcolor rgb '#4A4A4A' font ',12.5'
set arrow from first -2.612296656009273, graph 0 to first -2.612296656009273, graph 1 nohead back linewidth 1 linecolor rgb '#8C8C8C' dashtype solid
plot \
  'cut.dat' using 1:3 with lines linewidth 2 linecolor rgb '#000000' dashtype solid, \
  'cut.dat' using 4:5 with points pointtype 7 pointsize 0.975 linecolor rgb '#D55E00'
unset multiplot
unset output
