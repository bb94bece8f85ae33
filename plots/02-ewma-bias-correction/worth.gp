# Far from zero correction always pays; around zero a slow average may lose
# gnuplot worth.gp draws worth.svg

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

set terminal svg size 800,370 fixed font 'Arial&#44; Helvetica&#44; sans-serif,13' fontscale 1 linewidth 1 dashlength 1 butt enhanced background '#ffffff'
set output 'worth.svg'
family = 'Arial&#44; Helvetica&#44; sans-serif'
set multiplot

# Panel 1: as measured
set lmargin at screen 0.0661; set rmargin at screen 0.4918
set tmargin at screen 0.76216; set bmargin at screen 0.09945
unset logscale x
set xrange [-0.5:2.5]
set xtics ('β = 0.5' 0, 'β = 0.9' 1, 'β = 0.98' 2)
set logscale y
set yrange [0.0064545920438260984:44.40602545807496]
set ytics ('0.01' 0.01, '0.1' 0.1, '1' 1, '10' 10)
set xtics offset 0,0.5
set grid noxtics ytics
unset colorbox
set label 'Far from zero correction always pays; around zero a slow average may lose' at screen 0.02, screen 0.92703 left textcolor rgb '#1F1F1F' font family.':Bold,17'
set label 'error without / with correction' at screen 0.02, screen 0.79865 left textcolor rgb '#4A4A4A' font ',12.5'
set label 'as measured' at screen 0.02, screen 0.84865 left textcolor rgb '#1F1F1F' font family.':Bold,13.5'
set arrow from graph 0, first 1 to graph 1, first 1 nohead back linewidth 1 linecolor rgb '#000000' dashtype solid
plot \
  'worth.dat' using 1:2 with points pointtype 7 pointsize 0.455 linecolor rgb '#4D0072B2', \
  'worth.dat' using 3:4 with points pointtype 7 pointsize 0.455 linecolor rgb '#4DD55E00', \
  'worth.dat' using 5:6 with points pointtype 7 pointsize 0.455 linecolor rgb '#4D009E73'

# Panel 2: with the mean removed
unset label
unset arrow
unset object
set lmargin at screen 0.5493; set rmargin at screen 0.975
set tmargin at screen 0.76216; set bmargin at screen 0.09945
unset logscale x
set xrange [-0.5:2.5]
set xtics ('β = 0.5' 0, 'β = 0.9' 1, 'β = 0.98' 2)
set logscale y
set yrange [0.0064545920438260984:44.40602545807496]
set ytics ('' 0.01, '' 0.1, '' 1, '' 10)
set xtics offset 0,0.5
set grid noxtics ytics
unset colorbox
set label 'with the mean removed' at screen 0.5368, screen 0.84865 left textcolor rgb '#1F1F1F' font family.':Bold,13.5'
set arrow from graph 0, first 1 to graph 1, first 1 nohead back linewidth 1 linecolor rgb '#000000' dashtype solid
plot \
  'worth.dat' using 1:7 with points pointtype 7 pointsize 0.455 linecolor rgb '#4D0072B2', \
  'worth.dat' using 3:8 with points pointtype 7 pointsize 0.455 linecolor rgb '#4DD55E00', \
  'worth.dat' using 5:9 with points pointtype 7 pointsize 0.455 linecolor rgb '#4D009E73'
unset multiplot
unset output
