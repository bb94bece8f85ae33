# More workers save updates, not samples
# gnuplot progress.gp draws progress.svg

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

set terminal svg size 800,394 fixed font 'Arial&#44; Helvetica&#44; sans-serif,13' fontscale 1 linewidth 1 dashlength 1 butt enhanced background '#ffffff'
set output 'progress.svg'
family = 'Arial&#44; Helvetica&#44; sans-serif'
set multiplot

# Panel 1
set lmargin at screen 0.0613; set rmargin at screen 0.4879
set tmargin at screen 0.82741; set bmargin at screen 0.20375
set logscale x
set xrange [1:1024]
set xtics ('1' 1, '10' 10, '100' 100, '1000' 1000)
unset logscale y
set yrange [0:100]
set ytics ('0' 0, '20' 20, '40' 40, '60' 60, '80' 80, '100' 100)
set xtics offset 0,0.5
set grid noxtics ytics
unset colorbox
set label 'More workers save updates, not samples' at screen 0.02, screen 0.93147 left textcolor rgb '#1F1F1F' font family.':Bold,17'
set label 'test digits read (%)' at screen 0.02, screen 0.86168 left textcolor rgb '#4A4A4A' font ',12.5'
set label 'updates' at screen 0.2746, screen 0.11238 center textcolor rgb '#4A4A4A' font ',12.5'
set arrow from screen 0.0613, screen 0.05528 to screen 0.0913, screen 0.05528 nohead front linewidth 2 linecolor rgb '#000000' dashtype solid
set label '1 worker' at screen 0.0988, screen 0.05528 left front textcolor rgb '#1F1F1F' font ',12.5'
set arrow from screen 0.19068, screen 0.05528 to screen 0.22068, screen 0.05528 nohead front linewidth 2 linecolor rgb '#56B4E9' dashtype solid
set label '4 workers' at screen 0.22818, screen 0.05528 left front textcolor rgb '#1F1F1F' font ',12.5'
set arrow from screen 0.32849, screen 0.05528 to screen 0.35849, screen 0.05528 nohead front linewidth 2 linecolor rgb '#0072B2' dashtype solid
set label '16 workers' at screen 0.36599, screen 0.05528 left front textcolor rgb '#1F1F1F' font ',12.5'
set arrow from screen 0.4763, screen 0.05528 to screen 0.5063, screen 0.05528 nohead front linewidth 2 linecolor rgb '#CC79A7' dashtype solid
set label '64 workers' at screen 0.5138, screen 0.05528 left front textcolor rgb '#1F1F1F' font ',12.5'
plot \
  'progress.dat' using 1:2 with lines linewidth 2 linecolor rgb '#000000' dashtype solid, \
  'progress.dat' using 3:4 with lines linewidth 2 linecolor rgb '#56B4E9' dashtype solid, \
  'progress.dat' using 5:6 with lines linewidth 2 linecolor rgb '#0072B2' dashtype solid, \
  'progress.dat' using 7:8 with lines linewidth 2 linecolor rgb '#CC79A7' dashtype solid

# Panel 2
unset label
unset arrow
unset object
set lmargin at screen 0.5484; set rmargin at screen 0.975
set tmargin at screen 0.82741; set bmargin at screen 0.20375
set logscale x
set xrange [8:8192]
set xtics ('10' 10, '100' 100, '1000' 1000)
unset logscale y
set yrange [0:100]
set ytics ('' 0, '' 20, '' 40, '' 60, '' 80, '' 100)
set xtics offset 0,0.5
set grid noxtics ytics
unset colorbox
set label 'samples seen' at screen 0.7617, screen 0.11238 center textcolor rgb '#4A4A4A' font ',12.5'
plot \
  'progress.dat' using 9:2 with lines linewidth 2 linecolor rgb '#000000' dashtype solid, \
  'progress.dat' using 10:4 with lines linewidth 2 linecolor rgb '#56B4E9' dashtype solid, \
  'progress.dat' using 11:6 with lines linewidth 2 linecolor rgb '#0072B2' dashtype solid, \
  'progress.dat' using 12:8 with lines linewidth 2 linecolor rgb '#CC79A7' dashtype solid
unset multiplot
unset output
