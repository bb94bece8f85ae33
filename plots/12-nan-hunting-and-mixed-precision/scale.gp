# The scale slides until the gradients fit, and climbs until they do not
# gnuplot scale.gp draws scale.svg
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

set terminal svg size 720,467 font 'Arial,13' enhanced background '#ffffff'
set output 'scale.svg'

set lmargin at screen 0.05589; set rmargin at screen 0.9028
set tmargin at screen 0.85439; set bmargin at screen 0.12318
unset logscale x
set xrange [0:109]
set xtics ('0' 0, '10' 10, '20' 20, '30' 30, '40' 40, '50' 50, '60' 60, '70' 70, '80' 80, '90' 90, '100' 100)
unset logscale y
set yrange [0:35.475774412772466]
set ytics ('0' 0, '5' 5, '10' 10, '15' 15, '20' 20, '25' 25, '30' 30, '35' 35)
set xtics offset 0,0.5
set grid noxtics ytics
unset colorbox
set label 'The scale slides until the gradients fit, and climbs until they do not' at screen 0.02222, screen 0.94218 left textcolor rgb '#1F1F1F' font 'Arial:Bold,17'
set label 'log₂ of the scale' at screen 0.02222, screen 0.8833 left textcolor rgb '#4A4A4A' font ',12.5'
set label 'k = −16' at screen 0.9278, screen 0.5433 left textcolor rgb '#0072B2' font ',12.5'
set label 'k = 0' at screen 0.9278, screen 0.5069 left textcolor rgb '#008661' font ',12.5'
set label 'k = 16' at screen 0.9278, screen 0.1644 left textcolor rgb '#BF5400' font ',12.5'
set label 'step' at screen 0.47934, screen 0.04609 center textcolor rgb '#4A4A4A' font ',12.5'
set arrow from screen 0.90697, screen 0.53541 to screen 0.92503, screen 0.5433 nohead linewidth 0.8 linecolor rgb '#660072B2'
set arrow from screen 0.90697, screen 0.5148 to screen 0.92503, screen 0.5069 nohead linewidth 0.8 linecolor rgb '#66008661'
set arrow from screen 0.90697, screen 0.1644 to screen 0.92503, screen 0.1644 nohead linewidth 0.8 linecolor rgb '#66BF5400'
set arrow from graph 0, first 34.18824462766583 to graph 1, first 34.18824462766583 nohead back linewidth 1 linecolor rgb '#0072B2' dashtype (9, 6)
set arrow from graph 0, first 18.18824462766583 to graph 1, first 18.18824462766583 nohead back linewidth 1 linecolor rgb '#009E73' dashtype (9, 6)
set arrow from graph 0, first 2.1882446276658314 to graph 1, first 2.1882446276658314 nohead back linewidth 1 linecolor rgb '#D55E00' dashtype (9, 6)
plot \
  'scale.dat' using 1:2 with steps linewidth 2 linecolor rgb '#0072B2' dashtype 1, \
  'scale.dat' using 1:3 with steps linewidth 2 linecolor rgb '#009E73' dashtype 1, \
  'scale.dat' using 1:4 with steps linewidth 2 linecolor rgb '#D55E00' dashtype 1
unset output
