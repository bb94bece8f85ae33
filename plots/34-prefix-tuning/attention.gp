# Training decides where a prefix is looked at
# gnuplot attention.gp draws attention.svg

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

set terminal svg size 800,415 fixed font 'Arial&#44; Helvetica&#44; sans-serif,13' fontscale 1 linewidth 1 dashlength 1 butt enhanced background '#ffffff'
set output 'attention.svg'
family = 'Arial&#44; Helvetica&#44; sans-serif'
set multiplot

# Panel 1: for un-
set lmargin at screen 0.0613; set rmargin at screen 0.4894
set tmargin at screen 0.78795; set bmargin at screen 0.19377
unset logscale x
set xrange [0:10]
set xtics ('0' 0, '2' 2, '4' 4, '6' 6, '8' 8, '10' 10)
unset logscale y
set yrange [0:100]
set ytics ('0' 0, '20' 20, '40' 40, '60' 60, '80' 80, '100' 100)
set xtics offset 0,0.5
set grid noxtics ytics
unset colorbox
set label 'Training decides where a prefix is looked at' at screen 0.02, screen 0.93494 left textcolor rgb '#1F1F1F' font family.':Bold,17'
set label 'attention on the prefix (%)' at screen 0.02, screen 0.82048 left textcolor rgb '#4A4A4A' font ',12.5'
set label 'for un-' at screen 0.02, screen 0.86506 left textcolor rgb '#1F1F1F' font family.':Bold,13.5'
set label 'letters so far' at screen 0.27535, screen 0.10702 center textcolor rgb '#4A4A4A' font ',12.5'
set arrow from screen 0.0613, screen 0.05281 to screen 0.0913, screen 0.05281 nohead front linewidth 2 linecolor rgb '#8C8C8C' dashtype solid
set label 'untrained' at screen 0.0988, screen 0.05281 left front textcolor rgb '#1F1F1F' font ',12.5'
set arrow from screen 0.19786, screen 0.05281 to screen 0.22786, screen 0.05281 nohead front linewidth 2 linecolor rgb '#0072B2' dashtype solid
set label 'trained' at screen 0.23536, screen 0.05281 left front textcolor rgb '#1F1F1F' font ',12.5'
set arrow from screen 0.31443, screen 0.05281 to screen 0.34443, screen 0.05281 nohead front linewidth 2 linecolor rgb '#000000' dashtype (9, 6)
set label 'all keys alike' at screen 0.35192, screen 0.05281 left front textcolor rgb '#1F1F1F' font ',12.5'
plot \
  'attention.dat' using 1:2:3 with filledcurves linecolor rgb '#8C8C8C' fillstyle transparent solid 0.18 noborder, \
  'attention.dat' using 1:4 with lines linewidth 2 linecolor rgb '#8C8C8C' dashtype solid, \
  'attention.dat' using 1:5:6 with filledcurves linecolor rgb '#0072B2' fillstyle transparent solid 0.18 noborder, \
  'attention.dat' using 1:7 with lines linewidth 2 linecolor rgb '#0072B2' dashtype solid, \
  'attention.dat' using 1:8 with lines linewidth 2 linecolor rgb '#000000' dashtype (9, 6)

# Panel 2: for six letters
unset label
unset arrow
unset object
set lmargin at screen 0.5469; set rmargin at screen 0.975
set tmargin at screen 0.78795; set bmargin at screen 0.19377
unset logscale x
set xrange [0:10]
set xtics ('0' 0, '2' 2, '4' 4, '6' 6, '8' 8, '10' 10)
unset logscale y
set yrange [0:100]
set ytics ('' 0, '' 20, '' 40, '' 60, '' 80, '' 100)
set xtics offset 0,0.5
set grid noxtics ytics
unset colorbox
set label 'for six letters' at screen 0.5344, screen 0.86506 left textcolor rgb '#1F1F1F' font family.':Bold,13.5'
set label 'letters so far' at screen 0.76095, screen 0.10702 center textcolor rgb '#4A4A4A' font ',12.5'
plot \
  'attention.dat' using 9:10:11 with filledcurves linecolor rgb '#8C8C8C' fillstyle transparent solid 0.18 noborder, \
  'attention.dat' using 9:12 with lines linewidth 2 linecolor rgb '#8C8C8C' dashtype solid, \
  'attention.dat' using 9:13:14 with filledcurves linecolor rgb '#0072B2' fillstyle transparent solid 0.18 noborder, \
  'attention.dat' using 9:15 with lines linewidth 2 linecolor rgb '#0072B2' dashtype solid, \
  'attention.dat' using 9:16 with lines linewidth 2 linecolor rgb '#000000' dashtype (9, 6)
unset multiplot
unset output
