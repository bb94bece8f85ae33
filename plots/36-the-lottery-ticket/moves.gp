# Most weights that stay had grown away from zero
# gnuplot moves.gp draws moves.svg

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

set terminal svg size 720,600 fixed font 'Arial&#44; Helvetica&#44; sans-serif,13' fontscale 1 linewidth 1 dashlength 1 butt enhanced background '#ffffff'
set output 'moves.svg'
family = 'Arial&#44; Helvetica&#44; sans-serif'

set lmargin at screen 0.07678; set rmargin at screen 0.97222
set tmargin at screen 0.88667; set bmargin at screen 0.13449
unset logscale x
set xrange [-0.1325:0.1325]
set xtics ('−0.12' -0.12, '−0.10' -0.1, '−0.08' -0.08, '−0.06' -0.06, '−0.04' -0.04, '−0.02' -0.02, '0.00' 0, '0.02' 0.02, '0.04' 0.04, '0.06' 0.06, '0.08' 0.08, '0.10' 0.1, '0.12' 0.12)
unset logscale y
set yrange [-0.3733565974235535:0.35473565936088564]
set ytics ('−0.3' -0.3, '−0.2' -0.2, '−0.1' -0.1, '0.0' 0, '0.1' 0.1, '0.2' 0.2, '0.3' 0.3)
set xtics offset 0,0.5
set grid noxtics ytics
unset colorbox
set label 'Most weights that stay had grown away from zero' at screen 0.02222, screen 0.955 left textcolor rgb '#1F1F1F' font family.':Bold,17'
set label 'value after training' at screen 0.02222, screen 0.90917 left textcolor rgb '#4A4A4A' font ',12.5'
set label 'first value' at screen 0.5245, screen 0.07449 center textcolor rgb '#4A4A4A' font ',12.5'
set arrow from first -0.0625, graph 0 to first -0.0625, graph 1 nohead back linewidth 1 linecolor rgb '#000000' dashtype (9, 6)
set arrow from first 0.0625, graph 0 to first 0.0625, graph 1 nohead back linewidth 1 linecolor rgb '#000000' dashtype (9, 6)
set label '' at screen 0.09344, screen 0.03699 front point pointtype 7 pointsize 0.325 linecolor rgb '#668C8C8C'
set label 'cut' at screen 0.11844, screen 0.03699 left front textcolor rgb '#1F1F1F' font ',12.5'
set label '' at screen 0.18789, screen 0.03699 front point pointtype 7 pointsize 0.325 linecolor rgb '#660072B2'
set label 'kept' at screen 0.21289, screen 0.03699 left front textcolor rgb '#1F1F1F' font ',12.5'
set arrow from screen 0.27678, screen 0.03699 to screen 0.31011, screen 0.03699 nohead front linewidth 1 linecolor rgb '#000000' dashtype (9, 6)
set label 'not moved' at screen 0.31844, screen 0.03699 left front textcolor rgb '#1F1F1F' font ',12.5'
plot \
  'moves.dat' using 1:2 with points pointtype 7 pointsize 0.325 linecolor rgb '#668C8C8C', \
  'moves.dat' using 3:4 with points pointtype 7 pointsize 0.325 linecolor rgb '#660072B2', \
  'moves.dat' using 5:5 with lines linewidth 1 linecolor rgb '#000000' dashtype (9, 6)
unset output
