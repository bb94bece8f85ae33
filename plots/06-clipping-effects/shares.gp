# Clipping the norm gets past the cliff over a wide range of learning rates
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

set terminal svg size 800,435 font 'Arial,13' enhanced background '#ffffff'
set output 'shares.svg'
set multiplot

# Panel 1: rules, t = 1
set lmargin at screen 0.0592; set rmargin at screen 0.48835
set tmargin at screen 0.7977; set bmargin at screen 0.22944
set logscale x
set xrange [0.025201993334203768:11.903820305866223]
set xtics ('0.1' 0.1, '1' 1, '10' 10)
unset logscale y
set yrange [0:105]
set ytics ('0' 0, '20' 20, '40' 40, '60' 60, '80' 80, '100' 100)
set xtics offset 0,0.5
set grid noxtics ytics
unset colorbox
set label 'Clipping the norm gets past the cliff over a wide range of learning rates' at screen 0.02, screen 0.93793 left textcolor rgb '#1F1F1F' font 'Arial:Bold,17'
set label 'walks solved (%)' at screen 0.02, screen 0.82874 left textcolor rgb '#4A4A4A' font ',12.5'
set label 'rules, t = 1' at screen 0.02, screen 0.87126 left textcolor rgb '#1F1F1F' font 'Arial:Bold,13.5'
set label 'learning rate η' at screen 0.27377, screen 0.14669 center textcolor rgb '#4A4A4A' font ',12.5'
set arrow from screen 0.0592, screen 0.09496 to screen 0.0892, screen 0.09496 nohead front linewidth 2 linecolor rgb '#0072B2' dashtype 1
set label 'no clipping' at screen 0.0967, screen 0.09496 left front textcolor rgb '#1F1F1F' font ',12.5'
set arrow from screen 0.19816, screen 0.09496 to screen 0.22816, screen 0.09496 nohead front linewidth 2 linecolor rgb '#000000' dashtype 1
set label 'clip the norm' at screen 0.23566, screen 0.09496 left front textcolor rgb '#1F1F1F' font ',12.5'
set arrow from screen 0.35322, screen 0.09496 to screen 0.38322, screen 0.09496 nohead front linewidth 2 linecolor rgb '#E69F00' dashtype 1
set label 'clip each value' at screen 0.39072, screen 0.09496 left front textcolor rgb '#1F1F1F' font ',12.5'
set arrow from screen 0.52242, screen 0.09496 to screen 0.55242, screen 0.09496 nohead front linewidth 2 linecolor rgb '#CC79A7' dashtype 1
set label 'shrink by ε' at screen 0.55992, screen 0.09496 left front textcolor rgb '#1F1F1F' font ',12.5'
set arrow from screen 0.66299, screen 0.09496 to screen 0.69299, screen 0.09496 nohead front linewidth 2 linecolor rgb '#56B4E9' dashtype 1
set label 'momentum 0.9' at screen 0.70049, screen 0.09496 left front textcolor rgb '#1F1F1F' font ',12.5'
set arrow from screen 0.0592, screen 0.05128 to screen 0.0892, screen 0.05128 nohead front linewidth 2 linecolor rgb '#D55E00' dashtype 1
set label 'momentum 0.99' at screen 0.0967, screen 0.05128 left front textcolor rgb '#1F1F1F' font ',12.5'
set arrow from screen 0.24009, screen 0.05128 to screen 0.27009, screen 0.05128 nohead front linewidth 2 linecolor rgb '#009E73' dashtype 1
set label 'Adam' at screen 0.27759, screen 0.05128 left front textcolor rgb '#1F1F1F' font ',12.5'
plot \
  'shares.dat' using 1:2:3 with filledcurves linecolor rgb '#0072B2' fillstyle transparent solid 0.18 noborder, \
  'shares.dat' using 1:4 with lines linewidth 2 linecolor rgb '#0072B2' dashtype 1, \
  'shares.dat' using 1:4 with points pointtype 7 pointsize 0.455 linecolor rgb '#0072B2', \
  'shares.dat' using 1:5:6 with filledcurves linecolor rgb '#000000' fillstyle transparent solid 0.18 noborder, \
  'shares.dat' using 1:7 with lines linewidth 2 linecolor rgb '#000000' dashtype 1, \
  'shares.dat' using 1:7 with points pointtype 7 pointsize 0.455 linecolor rgb '#000000', \
  'shares.dat' using 1:8:9 with filledcurves linecolor rgb '#E69F00' fillstyle transparent solid 0.18 noborder, \
  'shares.dat' using 1:10 with lines linewidth 2 linecolor rgb '#E69F00' dashtype 1, \
  'shares.dat' using 1:10 with points pointtype 7 pointsize 0.455 linecolor rgb '#E69F00', \
  'shares.dat' using 1:11:12 with filledcurves linecolor rgb '#CC79A7' fillstyle transparent solid 0.18 noborder, \
  'shares.dat' using 1:13 with lines linewidth 2 linecolor rgb '#CC79A7' dashtype 1, \
  'shares.dat' using 1:13 with points pointtype 7 pointsize 0.455 linecolor rgb '#CC79A7'

# Panel 2: optimizers, no clipping
unset label
unset arrow
unset object
set lmargin at screen 0.54585; set rmargin at screen 0.975
set tmargin at screen 0.7977; set bmargin at screen 0.22944
set logscale x
set xrange [0.0021950018588407327:136.67414393828435]
set xtics ('0.01' 0.01, '0.1' 0.1, '1' 1, '10' 10, '100' 100)
unset logscale y
set yrange [0:105]
set ytics ('' 0, '' 20, '' 40, '' 60, '' 80, '' 100)
set xtics offset 0,0.5
set grid noxtics ytics
unset colorbox
set label 'optimizers, no clipping' at screen 0.53335, screen 0.87126 left textcolor rgb '#1F1F1F' font 'Arial:Bold,13.5'
set label 'learning rate η' at screen 0.76042, screen 0.14669 center textcolor rgb '#4A4A4A' font ',12.5'
plot \
  'shares.dat' using 1:2:3 with filledcurves linecolor rgb '#0072B2' fillstyle transparent solid 0.18 noborder, \
  'shares.dat' using 1:4 with lines linewidth 2 linecolor rgb '#0072B2' dashtype 1, \
  'shares.dat' using 1:4 with points pointtype 7 pointsize 0.455 linecolor rgb '#0072B2', \
  'shares.dat' using 14:15:16 with filledcurves linecolor rgb '#56B4E9' fillstyle transparent solid 0.18 noborder, \
  'shares.dat' using 14:17 with lines linewidth 2 linecolor rgb '#56B4E9' dashtype 1, \
  'shares.dat' using 14:17 with points pointtype 7 pointsize 0.455 linecolor rgb '#56B4E9', \
  'shares.dat' using 14:18:19 with filledcurves linecolor rgb '#D55E00' fillstyle transparent solid 0.18 noborder, \
  'shares.dat' using 14:20 with lines linewidth 2 linecolor rgb '#D55E00' dashtype 1, \
  'shares.dat' using 14:20 with points pointtype 7 pointsize 0.455 linecolor rgb '#D55E00', \
  'shares.dat' using 21:22:23 with filledcurves linecolor rgb '#009E73' fillstyle transparent solid 0.18 noborder, \
  'shares.dat' using 21:24 with lines linewidth 2 linecolor rgb '#009E73' dashtype 1, \
  'shares.dat' using 21:24 with points pointtype 7 pointsize 0.455 linecolor rgb '#009E73'
unset multiplot
unset output
