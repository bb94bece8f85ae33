# A hundred steps with a rising rate point at a good one
# gnuplot finder.gp draws finder.svg

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

set terminal svg size 800,406 fixed font 'Arial&#44; Helvetica&#44; sans-serif,13' fontscale 1 linewidth 1 dashlength 1 butt enhanced background '#ffffff'
set output 'finder.svg'
family = 'Arial&#44; Helvetica&#44; sans-serif'
set multiplot

# Panel 1: one search
set lmargin at screen 0.0421; set rmargin at screen 0.4654
set tmargin at screen 0.74138; set bmargin at screen 0.14084
set logscale x
set xrange [6.60693448007596e-06:15.135612484362085]
set xtics ('10^{−4}' 0.0001, '10^{−2}' 0.01, '10^{0}' 1)
unset logscale y
set yrange [0:5]
set ytics ('0' 0, '1' 1, '2' 2, '3' 3, '4' 4, '5' 5)
set xtics offset 0,0.25
set grid noxtics ytics
unset colorbox
set label 'A hundred steps with a rising rate point at a good one' at screen 0.02, screen 0.9335 left textcolor rgb '#1F1F1F' font family.':Bold,17'
set label 'pick' at screen 0.31022, screen 0.77217 center textcolor rgb '#BF5400' font ',12.5'
set label 'loss' at screen 0.02, screen 0.8165 left textcolor rgb '#4A4A4A' font ',12.5'
set label 'one search' at screen 0.02, screen 0.86207 left textcolor rgb '#1F1F1F' font family.':Bold,13.5'
set label 'learning rate' at screen 0.25375, screen 0.05217 center textcolor rgb '#4A4A4A' font ',12.5'
set arrow from first 0.07054802310718644, graph 0 to first 0.07054802310718644, graph 1 nohead back linewidth 1 linecolor rgb '#D55E00' dashtype solid
set object rectangle from screen 0.0521, screen 0.72167 to screen 0.20991, screen 0.6133 front fillcolor rgb '#ffffff' fillstyle transparent solid 0.8 noborder
set label '' at screen 0.07585, screen 0.68842 front point pointtype 7 pointsize 0.325 linecolor rgb '#E69F00'
set label 'mini-batches' at screen 0.09835, screen 0.68842 left front textcolor rgb '#1F1F1F' font ',12.5'
set arrow from screen 0.06085, screen 0.64655 to screen 0.09085, screen 0.64655 nohead front linewidth 2 linecolor rgb '#000000' dashtype solid
set label 'smoothed' at screen 0.09835, screen 0.64655 left front textcolor rgb '#1F1F1F' font ',12.5'
plot \
  'finder.dat' using 1:2 with points pointtype 7 pointsize 0.325 linecolor rgb '#E69F00', \
  'finder.dat' using 1:3 with lines linewidth 2 linecolor rgb '#000000' dashtype solid

# Panel 2: whole runs
unset label
unset arrow
unset object
set lmargin at screen 0.5517; set rmargin at screen 0.975
set tmargin at screen 0.74138; set bmargin at screen 0.14084
set logscale x
set xrange [0.0008111308307896871:1.321941148466029]
set xtics ('0.001' 0.001, '0.01' 0.01, '0.1' 0.1, '1' 1)
unset logscale y
set yrange [0:100]
set ytics ('0' 0, '20' 20, '40' 40, '60' 60, '80' 80, '100' 100)
set xtics offset 0,0.5
set grid noxtics ytics
unset colorbox
set label 'validation digits read (%)' at screen 0.5104, screen 0.8165 left textcolor rgb '#4A4A4A' font ',12.5'
set label 'whole runs' at screen 0.5104, screen 0.86207 left textcolor rgb '#1F1F1F' font family.':Bold,13.5'
set label 'learning rate' at screen 0.76335, screen 0.05217 center textcolor rgb '#4A4A4A' font ',12.5'
set object rectangle from screen 0.5617, screen 0.31079 to screen 0.76608, screen 0.16054 front fillcolor rgb '#ffffff' fillstyle transparent solid 0.8 noborder
set arrow from screen 0.57045, screen 0.27753 to screen 0.60045, screen 0.27753 nohead front linewidth 2 linecolor rgb '#0072B2' dashtype solid
set label 'sweep' at screen 0.60795, screen 0.27753 left front textcolor rgb '#1F1F1F' font ',12.5'
set label '' at screen 0.58545, screen 0.23566 front point pointtype 13 pointsize 0.91 linecolor rgb '#8C8C8C'
set label 'at the steepest fall' at screen 0.60795, screen 0.23566 left front textcolor rgb '#1F1F1F' font ',12.5'
set label '' at screen 0.58545, screen 0.19379 front point pointtype 13 pointsize 0.91 linecolor rgb '#D55E00'
set label 'picked' at screen 0.60795, screen 0.19379 left front textcolor rgb '#1F1F1F' font ',12.5'
plot \
  'finder.dat' using 4:5:6 with filledcurves linecolor rgb '#0072B2' fillstyle transparent solid 0.18 noborder, \
  'finder.dat' using 4:7 with lines linewidth 2 linecolor rgb '#0072B2' dashtype solid, \
  'finder.dat' using 4:7 with points pointtype 7 pointsize 0.455 linecolor rgb '#0072B2', \
  'finder.dat' using 8:9 with points pointtype 13 pointsize 0.91 linecolor rgb '#8C8C8C', \
  'finder.dat' using 10:11 with points pointtype 13 pointsize 0.91 linecolor rgb '#D55E00'
unset multiplot
unset output
