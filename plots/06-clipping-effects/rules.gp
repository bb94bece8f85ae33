# Clipping the norm has a ceiling; shrinking by ε makes a saw-tooth without one
# gnuplot rules.gp draws rules.svg
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

set terminal svg size 720,452 font 'Arial,13' enhanced background '#ffffff'
set output 'rules.svg'

set lmargin at screen 0.07566; set rmargin at screen 0.84256
set tmargin at screen 0.81195; set bmargin at screen 0.12785
set logscale x
set xrange [0.01:1000]
set xtics ('0.01' 0.01, '0.1' 0.1, '1' 1, '10' 10, '100' 100, '1000' 1000)
set logscale y
set yrange [0.006309573444801931:1584.8931924611136]
set ytics ('0.01' 0.01, '0.1' 0.1, '1' 1, '10' 10, '100' 100, '1000' 1000)
set xtics offset 0,0.5
set grid noxtics ytics
unset colorbox
set label 'Clipping the norm has a ceiling; shrinking by ε makes a saw-tooth without one' at screen 0.02222, screen 0.94027 left textcolor rgb '#1F1F1F' font 'Arial:Bold,17'
set label 't' at screen 0.38242, screen 0.8396 center textcolor rgb '#717171' font ',12.5'
set label 't/ε' at screen 0.5358, screen 0.8396 center textcolor rgb '#717171' font ',12.5'
set label 'norm after the rule' at screen 0.02222, screen 0.87942 left textcolor rgb '#4A4A4A' font ',12.5'
set label 'no clipping' at screen 0.86756, screen 0.78661 left textcolor rgb '#0072B2' font ',12.5'
set label 'shrink by ε' at screen 0.86756, screen 0.65993 left textcolor rgb '#A46086' font ',12.5'
set label 'clip each value' at screen 0.86756, screen 0.4349 left textcolor rgb '#BF5400' font ',12.5'
set label 'clip the norm' at screen 0.86756, screen 0.39728 left textcolor rgb '#008661' font ',12.5'
set label 'norm of the gradient ‖g‖' at screen 0.45911, screen 0.0482 center textcolor rgb '#4A4A4A' font ',12.5'
set arrow from screen 0.84672, screen 0.78661 to screen 0.86478, screen 0.78661 nohead linewidth 0.8 linecolor rgb '#660072B2'
set arrow from screen 0.84672, screen 0.65993 to screen 0.86478, screen 0.65993 nohead linewidth 0.8 linecolor rgb '#66A46086'
set arrow from screen 0.84672, screen 0.42562 to screen 0.86478, screen 0.4349 nohead linewidth 0.8 linecolor rgb '#66BF5400'
set arrow from screen 0.84672, screen 0.40656 to screen 0.86478, screen 0.39728 nohead linewidth 0.8 linecolor rgb '#66008661'
set arrow from first 1, graph 0 to first 1, graph 1 nohead back linewidth 1 linecolor rgb '#8C8C8C' dashtype 1
set arrow from first 10, graph 0 to first 10, graph 1 nohead back linewidth 1 linecolor rgb '#8C8C8C' dashtype 1
plot \
  'rules.dat' using 1:1 with lines linewidth 2 linecolor rgb '#0072B2' dashtype 1, \
  'rules.dat' using 1:2 with lines linewidth 2 linecolor rgb '#CC79A7' dashtype 1, \
  'rules.dat' using 1:3 with lines linewidth 2 linecolor rgb '#D55E00' dashtype 1, \
  'rules.dat' using 1:4 with lines linewidth 2 linecolor rgb '#009E73' dashtype 1
unset output
