# At a bold learning rate the digits are learnt only with clipping
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

# Panel 1: at η = 2
set lmargin at screen 0.0592; set rmargin at screen 0.48835
set tmargin at screen 0.78846; set bmargin at screen 0.19425
unset logscale x
set xrange [1:10]
set xtics ('2' 2, '4' 4, '6' 6, '8' 8, '10' 10)
unset logscale y
set yrange [0:100]
set ytics ('0' 0, '20' 20, '40' 40, '60' 60, '80' 80, '100' 100)
set xtics offset 0,0.5
set grid noxtics ytics
unset colorbox
set label 'At a bold learning rate the digits are learnt only with clipping' at screen 0.02, screen 0.9351 left textcolor rgb '#1F1F1F' font 'Arial:Bold,17'
set label 'test accuracy (%)' at screen 0.02, screen 0.82091 left textcolor rgb '#4A4A4A' font ',12.5'
set label 'at η = 2' at screen 0.02, screen 0.86538 left textcolor rgb '#1F1F1F' font 'Arial:Bold,13.5'
set label 'epoch' at screen 0.27377, screen 0.10771 center textcolor rgb '#4A4A4A' font ',12.5'
set arrow from screen 0.0592, screen 0.05363 to screen 0.0892, screen 0.05363 nohead front linewidth 2 linecolor rgb '#0072B2' dashtype 1
set label 'no clipping' at screen 0.0967, screen 0.05363 left front textcolor rgb '#1F1F1F' font ',12.5'
set arrow from screen 0.19816, screen 0.05363 to screen 0.22816, screen 0.05363 nohead front linewidth 2 linecolor rgb '#009E73' dashtype 1
set label 'norm ≤ 1' at screen 0.23566, screen 0.05363 left front textcolor rgb '#1F1F1F' font ',12.5'
set arrow from screen 0.3247, screen 0.05363 to screen 0.3547, screen 0.05363 nohead front linewidth 2 linecolor rgb '#56B4E9' dashtype 1
set label 'norm ≤ 0.3' at screen 0.3622, screen 0.05363 left front textcolor rgb '#1F1F1F' font ',12.5'
set arrow from screen 0.46508, screen 0.05363 to screen 0.49508, screen 0.05363 nohead front linewidth 2 linecolor rgb '#D55E00' dashtype 1
set label 'each value ≤ 0.03' at screen 0.50258, screen 0.05363 left front textcolor rgb '#1F1F1F' font ',12.5'
set arrow from screen 0.65652, screen 0.05363 to screen 0.68652, screen 0.05363 nohead front linewidth 2 linecolor rgb '#CC79A7' dashtype 1
set label 'times 0.1 above 1' at screen 0.69402, screen 0.05363 left front textcolor rgb '#1F1F1F' font ',12.5'
plot \
  'digits.dat' using 1:2:3 with filledcurves linecolor rgb '#0072B2' fillstyle transparent solid 0.18 noborder, \
  'digits.dat' using 1:4 with lines linewidth 2 linecolor rgb '#0072B2' dashtype 1, \
  'digits.dat' using 1:5:6 with filledcurves linecolor rgb '#009E73' fillstyle transparent solid 0.18 noborder, \
  'digits.dat' using 1:7 with lines linewidth 2 linecolor rgb '#009E73' dashtype 1, \
  'digits.dat' using 1:8:9 with filledcurves linecolor rgb '#56B4E9' fillstyle transparent solid 0.18 noborder, \
  'digits.dat' using 1:10 with lines linewidth 2 linecolor rgb '#56B4E9' dashtype 1, \
  'digits.dat' using 1:11:12 with filledcurves linecolor rgb '#D55E00' fillstyle transparent solid 0.18 noborder, \
  'digits.dat' using 1:13 with lines linewidth 2 linecolor rgb '#D55E00' dashtype 1, \
  'digits.dat' using 1:14:15 with filledcurves linecolor rgb '#CC79A7' fillstyle transparent solid 0.18 noborder, \
  'digits.dat' using 1:16 with lines linewidth 2 linecolor rgb '#CC79A7' dashtype 1

# Panel 2: after ten epochs
unset label
unset arrow
unset object
set lmargin at screen 0.54585; set rmargin at screen 0.975
set tmargin at screen 0.78846; set bmargin at screen 0.19425
set logscale x
set xrange [0.1:5]
set xtics ('0.1' 0.1, '0.2' 0.2, '0.5' 0.5, '1' 1, '2' 2, '5' 5)
unset logscale y
set yrange [0:100]
set ytics ('' 0, '' 20, '' 40, '' 60, '' 80, '' 100)
set xtics offset 0,0.5
set grid noxtics ytics
unset colorbox
set label 'after ten epochs' at screen 0.53335, screen 0.86538 left textcolor rgb '#1F1F1F' font 'Arial:Bold,13.5'
set label 'learning rate η' at screen 0.76042, screen 0.10771 center textcolor rgb '#4A4A4A' font ',12.5'
plot \
  'digits.dat' using 17:18:19 with filledcurves linecolor rgb '#0072B2' fillstyle transparent solid 0.18 noborder, \
  'digits.dat' using 17:20 with lines linewidth 2 linecolor rgb '#0072B2' dashtype 1, \
  'digits.dat' using 17:21:22 with filledcurves linecolor rgb '#009E73' fillstyle transparent solid 0.18 noborder, \
  'digits.dat' using 17:23 with lines linewidth 2 linecolor rgb '#009E73' dashtype 1, \
  'digits.dat' using 17:24:25 with filledcurves linecolor rgb '#56B4E9' fillstyle transparent solid 0.18 noborder, \
  'digits.dat' using 17:26 with lines linewidth 2 linecolor rgb '#56B4E9' dashtype 1, \
  'digits.dat' using 17:27:28 with filledcurves linecolor rgb '#D55E00' fillstyle transparent solid 0.18 noborder, \
  'digits.dat' using 17:29 with lines linewidth 2 linecolor rgb '#D55E00' dashtype 1, \
  'digits.dat' using 17:30:31 with filledcurves linecolor rgb '#CC79A7' fillstyle transparent solid 0.18 noborder, \
  'digits.dat' using 17:32 with lines linewidth 2 linecolor rgb '#CC79A7' dashtype 1
unset multiplot
unset output
