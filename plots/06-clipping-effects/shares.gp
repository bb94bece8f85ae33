# Clipping the norm brings every walk home, over a wide range of settings
# gnuplot shares.gp draws shares.svg
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

set terminal svg size 800,396 font 'Arial,13' enhanced background '#ffffff'
set output 'shares.svg'
set multiplot

# Panel 1
set lmargin at screen 0.0592; set rmargin at screen 0.48835
set tmargin at screen 0.82828; set bmargin at screen 0.20406
set logscale x
set xrange [0.025201993334203768:11.903820305866223]
set xtics ('0.1' 0.1, '1' 1, '10' 10)
unset logscale y
set yrange [0:105]
set ytics ('0' 0, '20' 20, '40' 40, '60' 60, '80' 80, '100' 100)
set xtics offset 0,0.5
set grid noxtics ytics
unset colorbox
set label 'Clipping the norm brings every walk home, over a wide range of settings' at screen 0.02, screen 0.93182 left textcolor rgb '#1F1F1F' font 'Arial:Bold,17'
set label 'walks solved (%)' at screen 0.02, screen 0.86237 left textcolor rgb '#4A4A4A' font ',12.5'
set label 'learning rate η' at screen 0.27377, screen 0.11315 center textcolor rgb '#4A4A4A' font ',12.5'
set arrow from screen 0.0592, screen 0.05633 to screen 0.0892, screen 0.05633 nohead front linewidth 2 linecolor rgb '#0072B2' dashtype 1
set label 'no clipping' at screen 0.0967, screen 0.05633 left front textcolor rgb '#1F1F1F' font ',12.5'
set arrow from screen 0.19816, screen 0.05633 to screen 0.22816, screen 0.05633 nohead front linewidth 2 linecolor rgb '#009E73' dashtype 1
set label 'clip the norm' at screen 0.23566, screen 0.05633 left front textcolor rgb '#1F1F1F' font ',12.5'
set arrow from screen 0.35322, screen 0.05633 to screen 0.38322, screen 0.05633 nohead front linewidth 2 linecolor rgb '#D55E00' dashtype 1
set label 'clip each value' at screen 0.39072, screen 0.05633 left front textcolor rgb '#1F1F1F' font ',12.5'
set arrow from screen 0.52242, screen 0.05633 to screen 0.55242, screen 0.05633 nohead front linewidth 2 linecolor rgb '#CC79A7' dashtype 1
set label 'shrink by ε' at screen 0.55992, screen 0.05633 left front textcolor rgb '#1F1F1F' font ',12.5'
plot \
  'shares.dat' using 1:2:3 with filledcurves linecolor rgb '#0072B2' fillstyle transparent solid 0.18 noborder, \
  'shares.dat' using 1:4 with lines linewidth 2 linecolor rgb '#0072B2' dashtype 1, \
  'shares.dat' using 1:4 with points pointtype 7 pointsize 0.65 linecolor rgb '#0072B2', \
  'shares.dat' using 1:5:6 with filledcurves linecolor rgb '#009E73' fillstyle transparent solid 0.18 noborder, \
  'shares.dat' using 1:7 with lines linewidth 2 linecolor rgb '#009E73' dashtype 1, \
  'shares.dat' using 1:7 with points pointtype 7 pointsize 0.65 linecolor rgb '#009E73', \
  'shares.dat' using 1:8:9 with filledcurves linecolor rgb '#D55E00' fillstyle transparent solid 0.18 noborder, \
  'shares.dat' using 1:10 with lines linewidth 2 linecolor rgb '#D55E00' dashtype 1, \
  'shares.dat' using 1:10 with points pointtype 7 pointsize 0.65 linecolor rgb '#D55E00', \
  'shares.dat' using 1:11:12 with filledcurves linecolor rgb '#CC79A7' fillstyle transparent solid 0.18 noborder, \
  'shares.dat' using 1:13 with lines linewidth 2 linecolor rgb '#CC79A7' dashtype 1, \
  'shares.dat' using 1:13 with points pointtype 7 pointsize 0.65 linecolor rgb '#CC79A7'

# Panel 2
unset label
unset arrow
unset object
set lmargin at screen 0.54585; set rmargin at screen 0.975
set tmargin at screen 0.82828; set bmargin at screen 0.20406
set logscale x
set xrange [0.08709635899560807:11.481536214968829]
set xtics ('0.1' 0.1, '1' 1, '10' 10)
unset logscale y
set yrange [0:105]
set ytics ('' 0, '' 20, '' 40, '' 60, '' 80, '' 100)
set xtics offset 0,0.5
set grid noxtics ytics
unset colorbox
set label 'threshold t' at screen 0.76042, screen 0.11315 center textcolor rgb '#4A4A4A' font ',12.5'
set arrow from graph 0, first 36.166666666666664 to graph 1, first 36.166666666666664 nohead back linewidth 2 linecolor rgb '#0072B2' dashtype 1
plot \
  'shares.dat' using 14:15:16 with filledcurves linecolor rgb '#009E73' fillstyle transparent solid 0.18 noborder, \
  'shares.dat' using 14:17 with lines linewidth 2 linecolor rgb '#009E73' dashtype 1, \
  'shares.dat' using 14:17 with points pointtype 7 pointsize 0.65 linecolor rgb '#009E73', \
  'shares.dat' using 14:18:19 with filledcurves linecolor rgb '#D55E00' fillstyle transparent solid 0.18 noborder, \
  'shares.dat' using 14:20 with lines linewidth 2 linecolor rgb '#D55E00' dashtype 1, \
  'shares.dat' using 14:20 with points pointtype 7 pointsize 0.65 linecolor rgb '#D55E00', \
  'shares.dat' using 14:21:22 with filledcurves linecolor rgb '#CC79A7' fillstyle transparent solid 0.18 noborder, \
  'shares.dat' using 14:23 with lines linewidth 2 linecolor rgb '#CC79A7' dashtype 1, \
  'shares.dat' using 14:23 with points pointtype 7 pointsize 0.65 linecolor rgb '#CC79A7'
unset multiplot
unset output
