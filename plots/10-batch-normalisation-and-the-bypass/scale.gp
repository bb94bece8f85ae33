# Normalised, a layer forgets the size of its weights, not its neighbours in the batch
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

set terminal svg size 800,405 font 'Arial,13' enhanced background '#ffffff'
set output 'scale.svg'
set multiplot

# Panel 1: weights times a factor
set lmargin at screen 0.06865; set rmargin at screen 0.47972
set tmargin at screen 0.78272; set bmargin at screen 0.19807
set logscale x
set xrange [1e-05:1000]
set xtics ('10^{−4}' 0.0001, '10^{−2}' 0.01, '10^{0}' 1, '10^{2}' 100)
set logscale y
set yrange [0.0004786300923226383:208929.61308540392]
set ytics ('10^{−2}' 0.01, '10^{0}' 1, '10^{2}' 100, '10^{4}' 10000)
set xtics offset 0,0.25
set grid noxtics ytics
unset colorbox
set label 'Normalised, a layer forgets the size of its weights, not its neighbours in the batch' at screen 0.02, screen 0.93333 left textcolor rgb '#1F1F1F' font 'Arial:Bold,17'
set label '‖∂L/∂W‖, relative' at screen 0.02, screen 0.81605 left textcolor rgb '#4A4A4A' font ',12.5'
set label 'weights times a factor' at screen 0.02, screen 0.86173 left textcolor rgb '#1F1F1F' font 'Arial:Bold,13.5'
set label 'factor on the weights' at screen 0.27419, screen 0.10918 center textcolor rgb '#4A4A4A' font ',12.5'
set arrow from screen 0.06865, screen 0.05363 to screen 0.09865, screen 0.05363 nohead front linewidth 2 linecolor rgb '#0072B2' dashtype 1
set label 'plain' at screen 0.10615, screen 0.05363 left front textcolor rgb '#1F1F1F' font ',12.5'
set arrow from screen 0.16351, screen 0.05363 to screen 0.19351, screen 0.05363 nohead front linewidth 2 linecolor rgb '#D55E00' dashtype 1
set label 'normalised' at screen 0.20101, screen 0.05363 left front textcolor rgb '#1F1F1F' font ',12.5'
set arrow from screen 0.30488, screen 0.05363 to screen 0.33488, screen 0.05363 nohead front linewidth 2 linecolor rgb '#000000' dashtype (9, 6)
set label '1/factor' at screen 0.34238, screen 0.05363 left front textcolor rgb '#1F1F1F' font ',12.5'
set arrow from screen 0.42024, screen 0.05363 to screen 0.45024, screen 0.05363 nohead front linewidth 2 linecolor rgb '#000000' dashtype (9, 6)
set label '1/batch size' at screen 0.45774, screen 0.05363 left front textcolor rgb '#1F1F1F' font ',12.5'
plot \
  'scale.dat' using 1:2 with lines linewidth 2 linecolor rgb '#0072B2' dashtype 1, \
  'scale.dat' using 1:3 with lines linewidth 2 linecolor rgb '#D55E00' dashtype 1, \
  1.0/x with lines linewidth 2 linecolor rgb '#000000' dashtype (9, 6)

# Panel 2: one digit 100 times as bright
unset label
unset arrow
unset object
set lmargin at screen 0.56392; set rmargin at screen 0.975
set tmargin at screen 0.78272; set bmargin at screen 0.19807
set logscale x
set xrange [1.6586390916288833:1234.7472155553387]
set xtics ('10' 10, '100' 100, '1000' 1000)
set logscale y
set yrange [0.5801032668191437:489.2342677911767]
set ytics ('1' 1, '10' 10, '100' 100)
set xtics offset 0,0.5
set grid noxtics ytics
unset colorbox
set label 'change of the gradient' at screen 0.52473, screen 0.81605 left textcolor rgb '#4A4A4A' font ',12.5'
set label 'one digit 100 times as bright' at screen 0.52473, screen 0.86173 left textcolor rgb '#1F1F1F' font 'Arial:Bold,13.5'
set label 'batch size' at screen 0.76946, screen 0.10918 center textcolor rgb '#4A4A4A' font ',12.5'
plot \
  'scale.dat' using 4:5 with lines linewidth 2 linecolor rgb '#0072B2' dashtype 1, \
  'scale.dat' using 4:5 with points pointtype 7 pointsize 0.65 linecolor rgb '#0072B2', \
  'scale.dat' using 4:6 with lines linewidth 2 linecolor rgb '#D55E00' dashtype 1, \
  'scale.dat' using 4:6 with points pointtype 7 pointsize 0.65 linecolor rgb '#D55E00', \
  'scale.dat' using 4:7 with lines linewidth 2 linecolor rgb '#000000' dashtype (9, 6)
unset multiplot
unset output
