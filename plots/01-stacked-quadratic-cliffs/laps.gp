# Mountains multiply with depth: like k³ at r = 3.5, like 2ᵏ at r = 4
# gnuplot laps.gp draws laps.svg
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
set output 'laps.svg'

set lmargin at screen 0.06577; set rmargin at screen 0.85843
set tmargin at screen 0.83592; set bmargin at screen 0.12727
set logscale x
set xrange [1:40]
set xtics ('1' 1, '2' 2, '5' 5, '10' 10, '20' 20)
set logscale y
set yrange [1:100000]
set ytics ('10^{0}' 1, '10^{1}' 10, '10^{2}' 100, '10^{3}' 1000, '10^{4}' 10000, '10^{5}' 100000)
set xtics offset 0,0.5
set grid noxtics ytics
unset colorbox
set label 'Mountains multiply with depth: like k³ at r = 3.5, like 2ᵏ at r = 4' at screen 0.02222, screen 0.94013 left textcolor rgb '#1F1F1F' font 'Arial:Bold,17'
set label 'laps, or total climb' at screen 0.02222, screen 0.87916 left textcolor rgb '#4A4A4A' font ',12.5'
set label 'laps, r = 3.5' at screen 0.88343, screen 0.67836 left textcolor rgb '#0072B2' font ',12.5'
set label 'climb, r = 3.5' at screen 0.88343, screen 0.44041 left textcolor rgb '#397BA0' font ',12.5'
set label 'k³/6' at screen 0.88343, screen 0.71605 left textcolor rgb '#000000' font ',12.5'
set label 'laps, r = 4' at screen 0.67921, screen 0.83592 left textcolor rgb '#BF5400' font ',12.5'
set label 'number of layers k' at screen 0.4621, screen 0.04745 center textcolor rgb '#4A4A4A' font ',12.5'
set arrow from screen 0.8626, screen 0.69625 to screen 0.88066, screen 0.67836 nohead linewidth 0.8 linecolor rgb '#660072B2'
set arrow from screen 0.8626, screen 0.44041 to screen 0.88066, screen 0.44041 nohead linewidth 0.8 linecolor rgb '#66397BA0'
set arrow from screen 0.8626, screen 0.69816 to screen 0.88066, screen 0.71605 nohead linewidth 0.8 linecolor rgb '#66000000'
plot \
  'laps.dat' using 1:2 with lines linewidth 2 linecolor rgb '#D55E00' dashtype 1, \
  'laps.dat' using 3:4 with lines linewidth 2 linecolor rgb '#0072B2' dashtype 1, \
  'laps.dat' using 3:5 with lines linewidth 2 linecolor rgb '#56B4E9' dashtype 1, \
  x**3.0/6.0 with lines linewidth 2 linecolor rgb '#000000' dashtype (9, 6)
unset output
