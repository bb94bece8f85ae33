# By their thresholds the rules differ; by their longest steps they are alike
# gnuplot digits.gp draws digits.svg
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

set terminal svg size 800,416 font 'Arial,13' enhanced background '#ffffff'
set output 'digits.svg'
set multiplot

# Panel 1: η = 3
set lmargin at screen 0.0592; set rmargin at screen 0.48835
set tmargin at screen 0.78846; set bmargin at screen 0.19425
set logscale x
set xrange [0.0007585775750291839:13.18256738556407]
set xtics ('0.001' 0.001, '0.01' 0.01, '0.1' 0.1, '1' 1, '10' 10)
unset logscale y
set yrange [0:100]
set ytics ('0' 0, '20' 20, '40' 40, '60' 60, '80' 80, '100' 100)
set xtics offset 0,0.5
set grid noxtics ytics
unset colorbox
set label 'By their thresholds the rules differ; by their longest steps they are alike' at screen 0.02, screen 0.9351 left textcolor rgb '#1F1F1F' font 'Arial:Bold,17'
set label 'test accuracy (%)' at screen 0.02, screen 0.82091 left textcolor rgb '#4A4A4A' font ',12.5'
set label 'η = 3' at screen 0.02, screen 0.86538 left textcolor rgb '#1F1F1F' font 'Arial:Bold,13.5'
set label 'threshold t' at screen 0.27377, screen 0.10771 center textcolor rgb '#4A4A4A' font ',12.5'
set arrow from screen 0.0592, screen 0.05363 to screen 0.0892, screen 0.05363 nohead front linewidth 2 linecolor rgb '#000000' dashtype 1
set label 'norm' at screen 0.0967, screen 0.05363 left front textcolor rgb '#1F1F1F' font ',12.5'
set arrow from screen 0.1575, screen 0.05363 to screen 0.1875, screen 0.05363 nohead front linewidth 2 linecolor rgb '#8C8C8C' dashtype 1
set label 'norm of each parameter' at screen 0.195, screen 0.05363 left front textcolor rgb '#1F1F1F' font ',12.5'
set arrow from screen 0.39568, screen 0.05363 to screen 0.42568, screen 0.05363 nohead front linewidth 2 linecolor rgb '#E69F00' dashtype 1
set label 'each value' at screen 0.43318, screen 0.05363 left front textcolor rgb '#1F1F1F' font ',12.5'
set arrow from screen 0.53579, screen 0.05363 to screen 0.56579, screen 0.05363 nohead front linewidth 2 linecolor rgb '#CC79A7' dashtype 1
set label 'times 0.1' at screen 0.57329, screen 0.05363 left front textcolor rgb '#1F1F1F' font ',12.5'
set label '' at screen 0.67812, screen 0.05363 front point pointtype 7 pointsize 0.39 linecolor rgb '#660072B2'
set label 'no clipping' at screen 0.70062, screen 0.05363 left front textcolor rgb '#1F1F1F' font ',12.5'
plot \
  'digits.dat' using 1:2:3 with filledcurves linecolor rgb '#000000' fillstyle transparent solid 0.18 noborder, \
  'digits.dat' using 1:4 with lines linewidth 2 linecolor rgb '#000000' dashtype 1, \
  'digits.dat' using 1:4 with points pointtype 7 pointsize 0.455 linecolor rgb '#000000', \
  'digits.dat' using 1:5:6 with filledcurves linecolor rgb '#8C8C8C' fillstyle transparent solid 0.18 noborder, \
  'digits.dat' using 1:7 with lines linewidth 2 linecolor rgb '#8C8C8C' dashtype 1, \
  'digits.dat' using 1:7 with points pointtype 7 pointsize 0.455 linecolor rgb '#8C8C8C', \
  'digits.dat' using 8:9:10 with filledcurves linecolor rgb '#E69F00' fillstyle transparent solid 0.18 noborder, \
  'digits.dat' using 8:11 with lines linewidth 2 linecolor rgb '#E69F00' dashtype 1, \
  'digits.dat' using 8:11 with points pointtype 7 pointsize 0.455 linecolor rgb '#E69F00', \
  'digits.dat' using 1:12:13 with filledcurves linecolor rgb '#CC79A7' fillstyle transparent solid 0.18 noborder, \
  'digits.dat' using 1:14 with lines linewidth 2 linecolor rgb '#CC79A7' dashtype 1, \
  'digits.dat' using 1:14 with points pointtype 7 pointsize 0.455 linecolor rgb '#CC79A7'

# Panel 2: every run, also at other η
unset label
unset arrow
unset object
set lmargin at screen 0.54585; set rmargin at screen 0.975
set tmargin at screen 0.78846; set bmargin at screen 0.19425
set logscale x
set xrange [0.0021769747243519815:181.4062177347084]
set xtics ('0.01' 0.01, '0.1' 0.1, '1' 1, '10' 10, '100' 100)
unset logscale y
set yrange [0:100]
set ytics ('' 0, '' 20, '' 40, '' 60, '' 80, '' 100)
set xtics offset 0,0.5
set grid noxtics ytics
unset colorbox
set label 'every run, also at other η' at screen 0.53335, screen 0.86538 left textcolor rgb '#1F1F1F' font 'Arial:Bold,13.5'
set label 'longest step' at screen 0.76042, screen 0.10771 center textcolor rgb '#4A4A4A' font ',12.5'
set arrow from first 4.890455631743991, graph 0 to first 4.890455631743991, graph 1 nohead back linewidth 1 linecolor rgb '#8C8C8C' dashtype 1
plot \
  'digits.dat' using 15:16 with points pointtype 7 pointsize 0.39 linecolor rgb '#660072B2', \
  'digits.dat' using 17:18 with points pointtype 7 pointsize 0.39 linecolor rgb '#66000000', \
  'digits.dat' using 19:20 with points pointtype 7 pointsize 0.39 linecolor rgb '#66000000', \
  'digits.dat' using 21:22 with points pointtype 7 pointsize 0.39 linecolor rgb '#668C8C8C', \
  'digits.dat' using 23:24 with points pointtype 7 pointsize 0.39 linecolor rgb '#66E69F00', \
  'digits.dat' using 25:26 with points pointtype 7 pointsize 0.39 linecolor rgb '#66CC79A7'
unset multiplot
unset output
