# In 2,200 steps Adam brings back a faint gradient, not lost digits
# gnuplot training.gp draws training.svg

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

set terminal svg size 800,430 fixed font 'Arial&#44; Helvetica&#44; sans-serif,13' fontscale 1 linewidth 1 dashlength 1 butt enhanced background '#ffffff'
set output 'training.svg'
family = 'Arial&#44; Helvetica&#44; sans-serif'
set multiplot

# Panel 1: gradient descent
set lmargin at screen 0.0613; set rmargin at screen 0.4828
set tmargin at screen 0.79535; set bmargin at screen 0.23073
set logscale x
set xrange [10:2200]
set xtics ('10' 10, '22' 22, '50' 50, '100' 100, '220' 220, '500' 500, '1,000' 1000, '2,200' 2200)
unset logscale y
set yrange [0:100]
set ytics ('0' 0, '20' 20, '40' 40, '60' 60, '80' 80, '100' 100)
set xtics offset 0,0.5
set grid noxtics ytics
unset colorbox
set label 'In 2,200 steps Adam brings back a faint gradient, not lost digits' at screen 0.02, screen 0.93721 left textcolor rgb '#1F1F1F' font family.':Bold,17'
set label 'test digits read (%)' at screen 0.02, screen 0.82674 left textcolor rgb '#4A4A4A' font ',12.5'
set label 'gradient descent' at screen 0.02, screen 0.86977 left textcolor rgb '#1F1F1F' font family.':Bold,13.5'
set label 'steps' at screen 0.27205, screen 0.14701 center textcolor rgb '#4A4A4A' font ',12.5'
set arrow from screen 0.0613, screen 0.09469 to screen 0.0913, screen 0.09469 nohead front linewidth 2 linecolor rgb '#56B4E9' dashtype solid
set label 'ReLU, gain √2' at screen 0.0988, screen 0.09469 left front textcolor rgb '#1F1F1F' font ',12.5'
set arrow from screen 0.23193, screen 0.09469 to screen 0.26192, screen 0.09469 nohead front linewidth 2 linecolor rgb '#E69F00' dashtype solid
set label 'sigmoid, gain 10.1' at screen 0.26942, screen 0.09469 left front textcolor rgb '#1F1F1F' font ',12.5'
set arrow from screen 0.43818, screen 0.09469 to screen 0.46817, screen 0.09469 nohead front linewidth 2 linecolor rgb '#0072B2' dashtype solid
set label 'ReLU, gain ⅓' at screen 0.47567, screen 0.09469 left front textcolor rgb '#1F1F1F' font ',12.5'
set arrow from screen 0.60036, screen 0.09469 to screen 0.63036, screen 0.09469 nohead front linewidth 2 linecolor rgb '#D55E00' dashtype solid
set label 'sigmoid, gain 1' at screen 0.63786, screen 0.09469 left front textcolor rgb '#1F1F1F' font ',12.5'
set arrow from screen 0.0613, screen 0.0505 to screen 0.0913, screen 0.0505 nohead front linewidth 2 linecolor rgb '#009E73' dashtype solid
set label 'ReLU, gain 1, 20 layers' at screen 0.0988, screen 0.0505 left front textcolor rgb '#1F1F1F' font ',12.5'
plot \
  'training.dat' using 1:2:3 with filledcurves linecolor rgb '#56B4E9' fillstyle transparent solid 0.18 noborder, \
  'training.dat' using 1:4 with lines linewidth 2 linecolor rgb '#56B4E9' dashtype solid, \
  'training.dat' using 1:5:6 with filledcurves linecolor rgb '#E69F00' fillstyle transparent solid 0.18 noborder, \
  'training.dat' using 1:7 with lines linewidth 2 linecolor rgb '#E69F00' dashtype solid, \
  'training.dat' using 1:8:9 with filledcurves linecolor rgb '#0072B2' fillstyle transparent solid 0.18 noborder, \
  'training.dat' using 1:10 with lines linewidth 2 linecolor rgb '#0072B2' dashtype solid, \
  'training.dat' using 1:11:12 with filledcurves linecolor rgb '#D55E00' fillstyle transparent solid 0.18 noborder, \
  'training.dat' using 1:13 with lines linewidth 2 linecolor rgb '#D55E00' dashtype solid

# Panel 2: Adam
unset label
unset arrow
unset object
set lmargin at screen 0.5469; set rmargin at screen 0.9684
set tmargin at screen 0.79535; set bmargin at screen 0.23073
set logscale x
set xrange [10:2200]
set xtics ('10' 10, '22' 22, '50' 50, '100' 100, '220' 220, '500' 500, '1,000' 1000, '2,200' 2200)
unset logscale y
set yrange [0:100]
set ytics ('' 0, '' 20, '' 40, '' 60, '' 80, '' 100)
set xtics offset 0,0.5
set grid noxtics ytics
unset colorbox
set label 'Adam' at screen 0.5344, screen 0.86977 left textcolor rgb '#1F1F1F' font family.':Bold,13.5'
set label 'steps' at screen 0.75765, screen 0.14701 center textcolor rgb '#4A4A4A' font ',12.5'
plot \
  'training.dat' using 1:14:15 with filledcurves linecolor rgb '#009E73' fillstyle transparent solid 0.18 noborder, \
  'training.dat' using 1:16 with lines linewidth 2 linecolor rgb '#009E73' dashtype solid, \
  'training.dat' using 1:17:18 with filledcurves linecolor rgb '#0072B2' fillstyle transparent solid 0.18 noborder, \
  'training.dat' using 1:19 with lines linewidth 2 linecolor rgb '#0072B2' dashtype solid, \
  'training.dat' using 1:20:21 with filledcurves linecolor rgb '#D55E00' fillstyle transparent solid 0.18 noborder, \
  'training.dat' using 1:22 with lines linewidth 2 linecolor rgb '#D55E00' dashtype solid
unset multiplot
unset output
