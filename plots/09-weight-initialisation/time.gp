# Too small a start costs time, too large a start costs accuracy
# gnuplot time.gp draws time.svg

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

set terminal svg size 800,360 fixed font 'Arial&#44; Helvetica&#44; sans-serif,13' fontscale 1 linewidth 1 dashlength 1 butt enhanced background '#ffffff'
set output 'time.svg'
family = 'Arial&#44; Helvetica&#44; sans-serif'
set multiplot

# Panel 1: gradient descent
set lmargin at screen 0.0613; set rmargin at screen 0.43409
set tmargin at screen 0.75556; set bmargin at screen 0.1591
set logscale x
set xrange [5:1760]
set xtics ('5' 5, '20' 20, '176' 176, '1,760' 1760)
unset logscale y
set yrange [0:100]
set ytics ('0' 0, '20' 20, '40' 40, '60' 60, '80' 80, '100' 100)
set xtics offset 0,0.5
set grid noxtics ytics
unset colorbox
set label 'Too small a start costs time, too large a start costs accuracy' at screen 0.02, screen 0.925 left textcolor rgb '#1F1F1F' font family.':Bold,17'
set label 'test digits read (%)' at screen 0.02, screen 0.79306 left textcolor rgb '#4A4A4A' font ',12.5'
set label 'gradient descent' at screen 0.02, screen 0.84444 left textcolor rgb '#1F1F1F' font family.':Bold,13.5'
set label '2/n' at screen 0.45659, screen 0.70833 left textcolor rgb '#008661' font ',12.5'
set label '1/n' at screen 0.45659, screen 0.75556 left textcolor rgb '#0072B2' font ',12.5'
set label '1/(3n)' at screen 0.45659, screen 0.21543 left textcolor rgb '#A46086' font ',12.5'
set label '1' at screen 0.45659, screen 0.49842 left textcolor rgb '#BF5400' font ',12.5'
set label 'steps' at screen 0.24769, screen 0.0591 center textcolor rgb '#4A4A4A' font ',12.5'
set arrow from screen 0.43784, screen 0.74098 to screen 0.45409, screen 0.70833 nohead linewidth 0.8 linecolor rgb '#66008661'
set arrow from screen 0.43784, screen 0.74164 to screen 0.45409, screen 0.75556 nohead linewidth 0.8 linecolor rgb '#660072B2'
set arrow from screen 0.43784, screen 0.21543 to screen 0.45409, screen 0.21543 nohead linewidth 0.8 linecolor rgb '#66A46086'
set arrow from screen 0.43784, screen 0.49842 to screen 0.45409, screen 0.49842 nohead linewidth 0.8 linecolor rgb '#66BF5400'
plot \
  'time.dat' using 1:2:3 with filledcurves linecolor rgb '#009E73' fillstyle transparent solid 0.18 noborder, \
  'time.dat' using 1:4 with lines linewidth 2 linecolor rgb '#009E73' dashtype solid, \
  'time.dat' using 1:5:6 with filledcurves linecolor rgb '#0072B2' fillstyle transparent solid 0.18 noborder, \
  'time.dat' using 1:7 with lines linewidth 2 linecolor rgb '#0072B2' dashtype solid, \
  'time.dat' using 1:8:9 with filledcurves linecolor rgb '#CC79A7' fillstyle transparent solid 0.18 noborder, \
  'time.dat' using 1:10 with lines linewidth 2 linecolor rgb '#CC79A7' dashtype solid, \
  'time.dat' using 1:11:12 with filledcurves linecolor rgb '#D55E00' fillstyle transparent solid 0.18 noborder, \
  'time.dat' using 1:13 with lines linewidth 2 linecolor rgb '#D55E00' dashtype solid

# Panel 2: Adam
unset label
unset arrow
unset object
set lmargin at screen 0.5469; set rmargin at screen 0.91969
set tmargin at screen 0.75556; set bmargin at screen 0.1591
set logscale x
set xrange [5:1760]
set xtics ('5' 5, '20' 20, '176' 176, '1,760' 1760)
unset logscale y
set yrange [0:100]
set ytics ('' 0, '' 20, '' 40, '' 60, '' 80, '' 100)
set xtics offset 0,0.5
set grid noxtics ytics
unset colorbox
set label 'Adam' at screen 0.5344, screen 0.84444 left textcolor rgb '#1F1F1F' font family.':Bold,13.5'
set label '2/n' at screen 0.94219, screen 0.75556 left textcolor rgb '#008661' font ',12.5'
set label '1/(3n)' at screen 0.94219, screen 0.70833 left textcolor rgb '#A46086' font ',12.5'
set label '1' at screen 0.94219, screen 0.66111 left textcolor rgb '#BF5400' font ',12.5'
set label '0.01²' at screen 0.94219, screen 0.20549 left textcolor rgb '#717171' font ',12.5'
set label 'steps' at screen 0.73329, screen 0.0591 center textcolor rgb '#4A4A4A' font ',12.5'
set arrow from screen 0.92344, screen 0.7423 to screen 0.93969, screen 0.75556 nohead linewidth 0.8 linecolor rgb '#66008661'
set arrow from screen 0.92344, screen 0.74064 to screen 0.93969, screen 0.70833 nohead linewidth 0.8 linecolor rgb '#66A46086'
set arrow from screen 0.92344, screen 0.67371 to screen 0.93969, screen 0.66111 nohead linewidth 0.8 linecolor rgb '#66BF5400'
set arrow from screen 0.92344, screen 0.20549 to screen 0.93969, screen 0.20549 nohead linewidth 0.8 linecolor rgb '#66717171'
plot \
  'time.dat' using 1:14:15 with filledcurves linecolor rgb '#009E73' fillstyle transparent solid 0.18 noborder, \
  'time.dat' using 1:16 with lines linewidth 2 linecolor rgb '#009E73' dashtype solid, \
  'time.dat' using 1:17:18 with filledcurves linecolor rgb '#CC79A7' fillstyle transparent solid 0.18 noborder, \
  'time.dat' using 1:19 with lines linewidth 2 linecolor rgb '#CC79A7' dashtype solid, \
  'time.dat' using 1:20:21 with filledcurves linecolor rgb '#D55E00' fillstyle transparent solid 0.18 noborder, \
  'time.dat' using 1:22 with lines linewidth 2 linecolor rgb '#D55E00' dashtype solid, \
  'time.dat' using 1:23:24 with filledcurves linecolor rgb '#8C8C8C' fillstyle transparent solid 0.18 noborder, \
  'time.dat' using 1:25 with lines linewidth 2 linecolor rgb '#8C8C8C' dashtype solid
unset multiplot
unset output
