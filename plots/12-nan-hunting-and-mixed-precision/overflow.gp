# The squares overflow half-way; nan comes when the residuals do
# gnuplot overflow.gp draws overflow.svg

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

set terminal svg size 720,507 fixed font 'Arial&#44; Helvetica&#44; sans-serif,13' fontscale 1 linewidth 1 dashlength 1 butt enhanced background '#ffffff'
set output 'overflow.svg'
family = 'Arial&#44; Helvetica&#44; sans-serif'

set lmargin at screen 0.06811; set rmargin at screen 0.97222
set tmargin at screen 0.83235; set bmargin at screen 0.11334
unset logscale x
set xrange [0:136.08]
set xtics ('0' 0, '20' 20, '40' 40, '60' 60, '80' 80, '100' 100, '120' 120)
unset logscale y
set yrange [0:143.35999990368973]
set ytics ('0' 0, '20' 20, '40' 40, '60' 60, '80' 80, '100' 100, '120' 120, '140' 140)
set xtics offset 0,0.5
set grid noxtics ytics
unset colorbox
set label 'The squares overflow half-way; nan comes when the residuals do' at screen 0.02222, screen 0.94675 left textcolor rgb '#1F1F1F' font family.':Bold,17'
set label 'first inf' at screen 0.48004, screen 0.857 center textcolor rgb '#717171' font ',12.5'
set label 'first nan' at screen 0.90525, screen 0.857 center textcolor rgb '#717171' font ',12.5'
set label 'log₂ of the largest' at screen 0.02222, screen 0.8925 left textcolor rgb '#4A4A4A' font ',12.5'
set label 'step' at screen 0.52017, screen 0.04233 center textcolor rgb '#4A4A4A' font ',12.5'
set label 'Float32''s largest' at first 2.52, first 133.11999991056902 left front textcolor rgb '#4A4A4A' font ',12.5'
set label 'largest r²' at first 26.04, first 70.39999995270477 right front textcolor rgb '#0072B2' font ',12.5'
set label 'largest |r|' at first 100.80000000000001, first 89.59999993980607 left front textcolor rgb '#D55E00' font ',12.5'
set arrow from graph 0, first 127.99999991400867 to graph 1, first 127.99999991400867 nohead back linewidth 1 linecolor rgb '#8C8C8C' dashtype solid
set arrow from first 62, graph 0 to first 62, graph 1 nohead back linewidth 1 linecolor rgb '#8C8C8C' dashtype solid
set arrow from first 126, graph 0 to first 126, graph 1 nohead back linewidth 1 linecolor rgb '#8C8C8C' dashtype solid
plot \
  'overflow.dat' using 1:2 with lines linewidth 6 linecolor rgb '#800072B2' dashtype solid, \
  'overflow.dat' using 1:3 with lines linewidth 6 linecolor rgb '#80D55E00' dashtype solid, \
  'overflow.dat' using 4:5 with lines linewidth 2 linecolor rgb '#000000' dashtype (9, 6), \
  'overflow.dat' using 6:7 with lines linewidth 2 linecolor rgb '#000000' dashtype (9, 6)
unset output
