# At r = 3.5 the steepest slope explodes, and the median one vanishes
# gnuplot slopes.gp draws slopes.svg

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

set terminal svg size 720,437 fixed font 'Arial&#44; Helvetica&#44; sans-serif,13' fontscale 1 linewidth 1 dashlength 1 butt enhanced background '#ffffff'
set output 'slopes.svg'
family = 'Arial&#44; Helvetica&#44; sans-serif'

set lmargin at screen 0.08211; set rmargin at screen 0.82535
set tmargin at screen 0.80549; set bmargin at screen 0.13199
unset logscale x
set xrange [1:40]
set xtics ('5' 5, '10' 10, '15' 15, '20' 20, '25' 25, '30' 30, '35' 35, '40' 40)
set logscale y
set yrange [2.313169768725594e-12:1.1150132160268092e+23]
set ytics ('10^{−6}' 1e-06, '10^{0}' 1, '10^{6}' 1000000, '10^{12}' 1000000000000, '10^{18}' 1e+18)
set xtics offset 0,0.5
set grid noxtics ytics
unset colorbox
set label 'At r = 3.5 the steepest slope explodes, and the median one vanishes' at screen 0.02222, screen 0.93822 left textcolor rgb '#1F1F1F' font family.':Bold,17'
set label 'median below 1 from k = 13' at screen 0.3108, screen 0.8341 center textcolor rgb '#717171' font ',12.5'
set label 'size of the slope' at screen 0.02222, screen 0.87529 left textcolor rgb '#4A4A4A' font ',12.5'
set label 'largest' at screen 0.85035, screen 0.78055 left textcolor rgb '#BF5400' font ',12.5'
set label 'median at r = 4' at screen 0.85035, screen 0.57174 left textcolor rgb '#008661' font ',12.5'
set label 'the tent''s, 2ᵏ' at screen 0.85035, screen 0.61064 left textcolor rgb '#000000' font ',12.5'
set label 'median' at screen 0.85035, screen 0.13865 left textcolor rgb '#0072B2' font ',12.5'
set label '× 0.418 a layer' at screen 0.85035, screen 0.17755 left textcolor rgb '#000000' font ',12.5'
set label 'number of layers k' at screen 0.45373, screen 0.04961 center textcolor rgb '#4A4A4A' font ',12.5'
set arrow from screen 0.82951, screen 0.78055 to screen 0.84757, screen 0.78055 nohead linewidth 0.8 linecolor rgb '#66BF5400'
set arrow from screen 0.82951, screen 0.59062 to screen 0.84757, screen 0.57174 nohead linewidth 0.8 linecolor rgb '#66008661'
set arrow from screen 0.82951, screen 0.59177 to screen 0.84757, screen 0.61064 nohead linewidth 0.8 linecolor rgb '#66000000'
set arrow from screen 0.82951, screen 0.15693 to screen 0.84757, screen 0.13865 nohead linewidth 0.8 linecolor rgb '#660072B2'
set arrow from screen 0.82951, screen 0.15927 to screen 0.84757, screen 0.17755 nohead linewidth 0.8 linecolor rgb '#66000000'
set arrow from first 13, graph 0 to first 13, graph 1 nohead back linewidth 1 linecolor rgb '#8C8C8C' dashtype solid
set arrow from graph 0, first 1 to graph 1, first 1 nohead back linewidth 1 linecolor rgb '#8C8C8C' dashtype solid
plot \
  'slopes.dat' using 1:2 with lines linewidth 2 linecolor rgb '#D55E00' dashtype solid, \
  'slopes.dat' using 1:3 with lines linewidth 2 linecolor rgb '#009E73' dashtype solid, \
  'slopes.dat' using 4:5 with lines linewidth 2 linecolor rgb '#000000' dashtype (9, 6), \
  'slopes.dat' using 1:6 with lines linewidth 2 linecolor rgb '#0072B2' dashtype solid, \
  'slopes.dat' using 7:8 with lines linewidth 2 linecolor rgb '#000000' dashtype (2, 4)
unset output
