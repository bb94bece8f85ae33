# The ticket gets there sooner; given time, another draw comes close
# gnuplot epochs.gp draws epochs.svg

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
set output 'epochs.svg'
family = 'Arial&#44; Helvetica&#44; sans-serif'
set multiplot

# Panel 1: 14 % kept
set lmargin at screen 0.0613; set rmargin at screen 0.4894
set tmargin at screen 0.78795; set bmargin at screen 0.19377
set logscale x
set xrange [0.5:150]
set xtics ('0' 0.5, '1' 1, '2' 2, '5' 5, '10' 10, '20' 20, '50' 50, '100' 100)
unset logscale y
set yrange [0:100]
set ytics ('0' 0, '20' 20, '40' 40, '60' 60, '80' 80, '100' 100)
set xtics offset 0,0.5
set grid noxtics ytics
unset colorbox
set label 'The ticket gets there sooner; given time, another draw comes close' at screen 0.02, screen 0.93494 left textcolor rgb '#1F1F1F' font family.':Bold,17'
set label 'test digits read (%)' at screen 0.02, screen 0.82048 left textcolor rgb '#4A4A4A' font ',12.5'
set label '14 % kept' at screen 0.02, screen 0.86506 left textcolor rgb '#1F1F1F' font family.':Bold,13.5'
set label 'epoch' at screen 0.27535, screen 0.10702 center textcolor rgb '#4A4A4A' font ',12.5'
set arrow from screen 0.0613, screen 0.05281 to screen 0.0913, screen 0.05281 nohead front linewidth 2 linecolor rgb '#000000' dashtype solid
set label 'the whole network' at screen 0.0988, screen 0.05281 left front textcolor rgb '#1F1F1F' font ',12.5'
set arrow from screen 0.26786, screen 0.05281 to screen 0.29786, screen 0.05281 nohead front linewidth 2 linecolor rgb '#D55E00' dashtype solid
set label 'another draw' at screen 0.30536, screen 0.05281 left front textcolor rgb '#1F1F1F' font ',12.5'
set arrow from screen 0.4338, screen 0.05281 to screen 0.4638, screen 0.05281 nohead front linewidth 2 linecolor rgb '#0072B2' dashtype solid
set label 'ticket' at screen 0.4713, screen 0.05281 left front textcolor rgb '#1F1F1F' font ',12.5'
plot \
  'epochs.dat' using 1:2:3 with filledcurves linecolor rgb '#000000' fillstyle transparent solid 0.18 noborder, \
  'epochs.dat' using 1:4 with lines linewidth 2 linecolor rgb '#000000' dashtype solid, \
  'epochs.dat' using 1:5:6 with filledcurves linecolor rgb '#D55E00' fillstyle transparent solid 0.18 noborder, \
  'epochs.dat' using 1:7 with lines linewidth 2 linecolor rgb '#D55E00' dashtype solid, \
  'epochs.dat' using 1:8:9 with filledcurves linecolor rgb '#0072B2' fillstyle transparent solid 0.18 noborder, \
  'epochs.dat' using 1:10 with lines linewidth 2 linecolor rgb '#0072B2' dashtype solid

# Panel 2: 4.0 % kept
unset label
unset arrow
unset object
set lmargin at screen 0.5469; set rmargin at screen 0.975
set tmargin at screen 0.78795; set bmargin at screen 0.19377
set logscale x
set xrange [0.5:150]
set xtics ('0' 0.5, '1' 1, '2' 2, '5' 5, '10' 10, '20' 20, '50' 50, '100' 100)
unset logscale y
set yrange [0:100]
set ytics ('' 0, '' 20, '' 40, '' 60, '' 80, '' 100)
set xtics offset 0,0.5
set grid noxtics ytics
unset colorbox
set label '4.0 % kept' at screen 0.5344, screen 0.86506 left textcolor rgb '#1F1F1F' font family.':Bold,13.5'
set label 'epoch' at screen 0.76095, screen 0.10702 center textcolor rgb '#4A4A4A' font ',12.5'
plot \
  'epochs.dat' using 1:2:3 with filledcurves linecolor rgb '#000000' fillstyle transparent solid 0.18 noborder, \
  'epochs.dat' using 1:4 with lines linewidth 2 linecolor rgb '#000000' dashtype solid, \
  'epochs.dat' using 1:11:12 with filledcurves linecolor rgb '#D55E00' fillstyle transparent solid 0.18 noborder, \
  'epochs.dat' using 1:13 with lines linewidth 2 linecolor rgb '#D55E00' dashtype solid, \
  'epochs.dat' using 1:14:15 with filledcurves linecolor rgb '#0072B2' fillstyle transparent solid 0.18 noborder, \
  'epochs.dat' using 1:16 with lines linewidth 2 linecolor rgb '#0072B2' dashtype solid
unset multiplot
unset output
