# The largest weight puts the levels where hardly any weight is
# gnuplot levels.gp draws levels.svg

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

set terminal svg size 720,464 fixed font 'Arial&#44; Helvetica&#44; sans-serif,13' fontscale 1 linewidth 1 dashlength 1 butt enhanced background '#ffffff'
set output 'levels.svg'
family = 'Arial&#44; Helvetica&#44; sans-serif'

set lmargin at screen 0.07878; set rmargin at screen 0.97222
set tmargin at screen 0.81681; set bmargin at screen 0.12362
unset logscale x
set xrange [-0.26045287251472476:0.26045287251472476]
set xtics ('−0.25' -0.25, '−0.20' -0.2, '−0.15' -0.15, '−0.10' -0.1, '−0.05' -0.05, '0.00' 0, '0.05' 0.05, '0.10' 0.1, '0.15' 0.15, '0.20' 0.2, '0.25' 0.25)
unset logscale y
set yrange [0:3057.6]
set ytics ('0' 0, '500' 500, '1000' 1000, '1500' 1500, '2000' 2000, '2500' 2500, '3000' 3000)
set xtics offset 0,0.5
set grid noxtics ytics
unset colorbox
set label 'The largest weight puts the levels where hardly any weight is' at screen 0.02222, screen 0.94181 left textcolor rgb '#1F1F1F' font family.':Bold,17'
set label 'best' at screen 0.60672, screen 0.84375 center textcolor rgb '#008661' font ',12.5'
set label 'largest' at screen 0.93161, screen 0.84375 center textcolor rgb '#BF5400' font ',12.5'
set label 'number of weights' at screen 0.02222, screen 0.88254 left textcolor rgb '#4A4A4A' font ',12.5'
set label 'weight of fc1' at screen 0.5255, screen 0.04603 center textcolor rgb '#4A4A4A' font ',12.5'
set arrow from first -0.04735506698489189, graph 0 to first -0.04735506698489189, graph 1 nohead back linewidth 2 linecolor rgb '#009E73' dashtype solid
set arrow from first 0.04735506698489189, graph 0 to first 0.04735506698489189, graph 1 nohead back linewidth 2 linecolor rgb '#009E73' dashtype solid
set arrow from first -0.23677533864974976, graph 0 to first -0.23677533864974976, graph 1 nohead back linewidth 2 linecolor rgb '#D55E00' dashtype solid
set arrow from first 0.23677533864974976, graph 0 to first 0.23677533864974976, graph 1 nohead back linewidth 2 linecolor rgb '#D55E00' dashtype solid
plot \
  'levels.dat' using (($1 + $2) / 2):3:($2 - $1) with boxes linecolor rgb '#8C8C8C' fillstyle transparent solid 0.45 border linecolor rgb '#ffffff'
unset output
