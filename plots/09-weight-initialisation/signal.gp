# 30 layers of N(0, 1) turn 1 into 2 × 10²²; those of N(0, 2/n) keep it
# gnuplot signal.gp draws signal.svg
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

set terminal svg size 720,451 font 'Arial,13' enhanced background '#ffffff'
set output 'signal.svg'

set lmargin at screen 0.08292; set rmargin at screen 0.89074
set tmargin at screen 0.84922; set bmargin at screen 0.12703
unset logscale x
set xrange [0:30]
set xtics ('0' 0, '5' 5, '10' 10, '15' 15, '20' 20, '25' 25, '30' 30)
set logscale y
set yrange [6.813653077041821e-41:9.783076078668673e+24]
set ytics ('10⁻³⁰' 1e-30, '10⁻²⁰' 1e-20, '10⁻¹⁰' 1e-10, '1' 1, '10¹⁰' 10000000000, '10²⁰' 1e+20)
set xtics offset 0,0.5
set grid noxtics ytics
unset colorbox
set label '30 layers of N(0, 1) turn 1 into 2 × 10²²; those of N(0, 2/n) keep it' at screen 0.02222, screen 0.94013 left textcolor rgb '#1F1F1F' font 'Arial:Bold,17'
set label 'size of the signal (rms)' at screen 0.02222, screen 0.87916 left textcolor rgb '#4A4A4A' font ',12.5'
set label 'N(0, 1)' at screen 0.90046, screen 0.81881 left textcolor rgb '#BF5400' font ',12.5'
set label 'N(0, 1/√n)' at screen 0.90046, screen 0.66866 left textcolor rgb '#9E6C00' font ',12.5'
set label 'N(0, 2/n)' at screen 0.90046, screen 0.56857 left textcolor rgb '#008661' font ',12.5'
set label 'N(0, 1/n)' at screen 0.90046, screen 0.51852 left textcolor rgb '#0072B2' font ',12.5'
set label 'U(±1/√n)' at screen 0.90046, screen 0.44321 left textcolor rgb '#A46086' font ',12.5'
set label 'N(0, 0.01²)' at screen 0.90046, screen 0.15378 left textcolor rgb '#717171' font ',12.5'
set label 'layer' at screen 0.48683, screen 0.04721 center textcolor rgb '#4A4A4A' font ',12.5'
plot \
  'signal.dat' using 1:2 with lines linewidth 3 linecolor rgb '#D55E00' dashtype 1, \
  'signal.dat' using 1:3 with lines linewidth 3 linecolor rgb '#E69F00' dashtype 1, \
  'signal.dat' using 1:4 with lines linewidth 3 linecolor rgb '#009E73' dashtype 1, \
  'signal.dat' using 1:5 with lines linewidth 3 linecolor rgb '#0072B2' dashtype 1, \
  'signal.dat' using 1:6 with lines linewidth 3 linecolor rgb '#CC79A7' dashtype 1, \
  'signal.dat' using 1:7 with lines linewidth 3 linecolor rgb '#8C8C8C' dashtype 1, \
  'signal.dat' using 1:8 with lines linewidth 1 linecolor rgb '#000000' dashtype (9, 6), \
  'signal.dat' using 1:9 with lines linewidth 1 linecolor rgb '#000000' dashtype (9, 6), \
  'signal.dat' using 1:10 with lines linewidth 1 linecolor rgb '#000000' dashtype (9, 6), \
  'signal.dat' using 1:11 with lines linewidth 1 linecolor rgb '#000000' dashtype (9, 6), \
  'signal.dat' using 1:12 with lines linewidth 1 linecolor rgb '#000000' dashtype (9, 6), \
  'signal.dat' using 1:13 with lines linewidth 1 linecolor rgb '#000000' dashtype (9, 6)
unset output
