# By their thresholds the rules differ; by their longest steps they are alike
# gnuplot digits.gp draws digits.svg

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
set output 'digits.svg'
family = 'Arial&#44; Helvetica&#44; sans-serif'
set multiplot

# Panel 1: η = 3
set lmargin at screen 0.0613; set rmargin at screen 0.4894
set tmargin at screen 0.78795; set bmargin at screen 0.19377
set logscale x
set xrange [0.0007585775750291839:13.18256738556407]
set xtics ('0.001' 0.001, '0.01' 0.01, '0.1' 0.1, '1' 1, '10' 10)
unset logscale y
set yrange [0:100]
set ytics ('0' 0, '20' 20, '40' 40, '60' 60, '80' 80, '100' 100)
set xtics offset 0,0.5
set grid noxtics ytics
unset colorbox
set label 'By their thresholds the rules differ; by their longest steps they are alike' at screen 0.02, screen 0.93494 left textcolor rgb '#1F1F1F' font family.':Bold,17'
set label 'test accuracy (%)' at screen 0.02, screen 0.82048 left textcolor rgb '#4A4A4A' font ',12.5'
set label 'η = 3' at screen 0.02, screen 0.86506 left textcolor rgb '#1F1F1F' font family.':Bold,13.5'
set label 'threshold t' at screen 0.27535, screen 0.10702 center textcolor rgb '#4A4A4A' font ',12.5'
set arrow from screen 0.0613, screen 0.05281 to screen 0.0913, screen 0.05281 nohead front linewidth 2 linecolor rgb '#000000' dashtype solid
set label 'norm' at screen 0.0988, screen 0.05281 left front textcolor rgb '#1F1F1F' font ',12.5'
set arrow from screen 0.16286, screen 0.05281 to screen 0.19286, screen 0.05281 nohead front linewidth 2 linecolor rgb '#8C8C8C' dashtype solid
set label 'norm of each parameter' at screen 0.20036, screen 0.05281 left front textcolor rgb '#1F1F1F' font ',12.5'
set arrow from screen 0.4163, screen 0.05281 to screen 0.4463, screen 0.05281 nohead front linewidth 2 linecolor rgb '#E69F00' dashtype solid
set label 'each value' at screen 0.4538, screen 0.05281 left front textcolor rgb '#1F1F1F' font ',12.5'
set arrow from screen 0.56255, screen 0.05281 to screen 0.59255, screen 0.05281 nohead front linewidth 2 linecolor rgb '#CC79A7' dashtype solid
set label 'times 0.1' at screen 0.60005, screen 0.05281 left front textcolor rgb '#1F1F1F' font ',12.5'
set label '' at screen 0.71161, screen 0.05281 front point pointtype 7 pointsize 0.39 linecolor rgb '#660072B2'
set label 'no clipping' at screen 0.73411, screen 0.05281 left front textcolor rgb '#1F1F1F' font ',12.5'
plot \
  'digits.dat' using 1:2:3 with filledcurves linecolor rgb '#000000' fillstyle transparent solid 0.18 noborder, \
  'digits.dat' using 1:4 with lines linewidth 2 linecolor rgb '#000000' dashtype solid, \
  'digits.dat' using 1:4 with points pointtype 7 pointsize 0.455 linecolor rgb '#000000', \
  'digits.dat' using 1:5:6 with filledcurves linecolor rgb '#8C8C8C' fillstyle transparent solid 0.18 noborder, \
  'digits.dat' using 1:7 with lines linewidth 2 linecolor rgb '#8C8C8C' dashtype solid, \
  'digits.dat' using 1:7 with points pointtype 7 pointsize 0.455 linecolor rgb '#8C8C8C', \
  'digits.dat' using 8:9:10 with filledcurves linecolor rgb '#E69F00' fillstyle transparent solid 0.18 noborder, \
  'digits.dat' using 8:11 with lines linewidth 2 linecolor rgb '#E69F00' dashtype solid, \
  'digits.dat' using 8:11 with points pointtype 7 pointsize 0.455 linecolor rgb '#E69F00', \
  'digits.dat' using 1:12:13 with filledcurves linecolor rgb '#CC79A7' fillstyle transparent solid 0.18 noborder, \
  'digits.dat' using 1:14 with lines linewidth 2 linecolor rgb '#CC79A7' dashtype solid, \
  'digits.dat' using 1:14 with points pointtype 7 pointsize 0.455 linecolor rgb '#CC79A7'

# Panel 2: every run, also at other η
unset label
unset arrow
unset object
set lmargin at screen 0.5469; set rmargin at screen 0.975
set tmargin at screen 0.78795; set bmargin at screen 0.19377
set logscale x
set xrange [0.0021769747243519815:181.4062177347084]
set xtics ('0.01' 0.01, '0.1' 0.1, '1' 1, '10' 10, '100' 100)
unset logscale y
set yrange [0:100]
set ytics ('' 0, '' 20, '' 40, '' 60, '' 80, '' 100)
set xtics offset 0,0.5
set grid noxtics ytics
unset colorbox
set label 'every run, also at other η' at screen 0.5344, screen 0.86506 left textcolor rgb '#1F1F1F' font family.':Bold,13.5'
set label 'longest step' at screen 0.76095, screen 0.10702 center textcolor rgb '#4A4A4A' font ',12.5'
set arrow from first 4.890455631743991, graph 0 to first 4.890455631743991, graph 1 nohead back linewidth 1 linecolor rgb '#8C8C8C' dashtype solid
plot \
  'digits.dat' using 15:16 with points pointtype 7 pointsize 0.39 linecolor rgb '#660072B2', \
  'digits.dat' using 17:18 with points pointtype 7 pointsize 0.39 linecolor rgb '#66000000', \
  'digits.dat' using 19:20 with points pointtype 7 pointsize 0.39 linecolor rgb '#66000000', \
  'digits.dat' using 21:22 with points pointtype 7 pointsize 0.39 linecolor rgb '#668C8C8C', \
  'digits.dat' using 23:24 with points pointtype 7 pointsize 0.39 linecolor rgb '#66E69F00', \
  'digits.dat' using 25:26 with points pointtype 7 pointsize 0.39 linecolor rgb '#66CC79A7'
unset multiplot
unset output
