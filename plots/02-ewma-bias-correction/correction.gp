# The closer β is to 1, the larger the correction and the longer it lasts
# gnuplot correction.gp draws correction.svg
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

set terminal svg size 720,512 font 'Arial,13' enhanced background '#ffffff'
set output 'correction.svg'

set lmargin at screen 0.05589; set rmargin at screen 0.97222
set tmargin at screen 0.83398; set bmargin at screen 0.11237
set logscale x
set xrange [1:456]
set xtics ('1' 1, '10' 10, '100' 100)
set logscale y
set yrange [0.8551478335822478:58.46942252142299]
set ytics ('1' 1, '10' 10)
set xtics offset 0,0.5
set grid noxtics ytics
unset colorbox
set label 'The closer β is to 1, the larger the correction and the longer it lasts' at screen 0.02222, screen 0.94727 left textcolor rgb '#1F1F1F' font 'Arial:Bold,17'
set label 'β = 0.5: day 7' at screen 0.34712, screen 0.8584 center textcolor rgb '#0072B2' font ',12.5'
set label 'β = 0.9: day 44' at screen 0.62226, screen 0.8584 center textcolor rgb '#BF5400' font ',12.5'
set label 'β = 0.98: day 228' at screen 0.86848, screen 0.8584 center textcolor rgb '#008661' font ',12.5'
set label 'correction factor 1 / (1 − βᵗ)' at screen 0.02222, screen 0.89355 left textcolor rgb '#4A4A4A' font ',12.5'
set label 'day t' at screen 0.51405, screen 0.04206 center textcolor rgb '#4A4A4A' font ',12.5'
set arrow from first 7, graph 0 to first 7, graph 1 nohead back linewidth 1 linecolor rgb '#0072B2' dashtype 1
set arrow from first 44, graph 0 to first 44, graph 1 nohead back linewidth 1 linecolor rgb '#D55E00' dashtype 1
set arrow from first 228, graph 0 to first 228, graph 1 nohead back linewidth 1 linecolor rgb '#009E73' dashtype 1
plot \
  'correction.dat' using 1:2 with lines linewidth 2 linecolor rgb '#0072B2' dashtype 1, \
  'correction.dat' using 1:3 with lines linewidth 2 linecolor rgb '#D55E00' dashtype 1, \
  'correction.dat' using 1:4 with lines linewidth 2 linecolor rgb '#009E73' dashtype 1
unset output
