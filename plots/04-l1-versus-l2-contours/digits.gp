# Both ways to do L1 classify alike; only the proximal step makes weights exactly zero
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

set terminal svg size 800,391 font 'Arial,13' enhanced background '#ffffff'
set output 'digits.svg'
set multiplot

# Panel 1
set lmargin at screen 0.0503; set rmargin at screen 0.47055
set tmargin at screen 0.82609; set bmargin at screen 0.20699
set logscale x
set xrange [0.0001:0.03]
set xtics ('10^{−4}' 0.0001, '10^{−3}' 0.001, '10^{−2}' 0.01)
unset logscale y
set yrange [75.39631633159959:98.2245027468121]
set ytics ('80' 80, '85' 85, '90' 90, '95' 95)
set xtics offset 0,0.25
set grid noxtics ytics
unset colorbox
set label 'Both ways to do L1 classify alike; only the proximal step makes weights exactly zero' at screen 0.02, screen 0.93095 left textcolor rgb '#1F1F1F' font 'Arial:Bold,17'
set label 'test accuracy (%)' at screen 0.02, screen 0.86061 left textcolor rgb '#4A4A4A' font ',12.5'
set label 'strength λ' at screen 0.26042, screen 0.11492 center textcolor rgb '#4A4A4A' font ',12.5'
set arrow from screen 0.0503, screen 0.05738 to screen 0.0803, screen 0.05738 nohead front linewidth 2 linecolor rgb '#0072B2' dashtype 1
set label 'L2' at screen 0.0878, screen 0.05738 left front textcolor rgb '#1F1F1F' font ',12.5'
set arrow from screen 0.12884, screen 0.05738 to screen 0.15884, screen 0.05738 nohead front linewidth 2 linecolor rgb '#D55E00' dashtype 1
set label 'L1, proximal' at screen 0.16634, screen 0.05738 left front textcolor rgb '#1F1F1F' font ',12.5'
set arrow from screen 0.27933, screen 0.05738 to screen 0.30933, screen 0.05738 nohead front linewidth 2 linecolor rgb '#CC79A7' dashtype (9, 6)
set label 'L1 in the loss' at screen 0.31683, screen 0.05738 left front textcolor rgb '#1F1F1F' font ',12.5'
plot \
  'digits.dat' using 1:2:3 with filledcurves linecolor rgb '#0072B2' fillstyle transparent solid 0.18 noborder, \
  'digits.dat' using 1:4:5 with filledcurves linecolor rgb '#D55E00' fillstyle transparent solid 0.18 noborder, \
  'digits.dat' using 1:6 with lines linewidth 2 linecolor rgb '#0072B2' dashtype 1, \
  'digits.dat' using 1:7 with lines linewidth 2 linecolor rgb '#D55E00' dashtype 1, \
  'digits.dat' using 1:8 with lines linewidth 2 linecolor rgb '#CC79A7' dashtype (9, 6)

# Panel 2
unset label
unset arrow
unset object
set lmargin at screen 0.55475; set rmargin at screen 0.975
set tmargin at screen 0.82609; set bmargin at screen 0.20699
set logscale x
set xrange [0.0001:0.03]
set xtics ('10^{−4}' 0.0001, '10^{−3}' 0.001, '10^{−2}' 0.01)
unset logscale y
set yrange [0:103]
set ytics ('0' 0, '20' 20, '40' 40, '60' 60, '80' 80, '100' 100)
set xtics offset 0,0.25
set grid noxtics ytics
unset colorbox
set label 'weights that are exactly zero (%)' at screen 0.51555, screen 0.86061 left textcolor rgb '#4A4A4A' font ',12.5'
set label 'strength λ' at screen 0.76487, screen 0.11492 center textcolor rgb '#4A4A4A' font ',12.5'
plot \
  'digits.dat' using 1:9:9 with filledcurves linecolor rgb '#0072B2' fillstyle transparent solid 0.18 noborder, \
  'digits.dat' using 1:10:11 with filledcurves linecolor rgb '#D55E00' fillstyle transparent solid 0.18 noborder, \
  'digits.dat' using 1:9 with lines linewidth 2 linecolor rgb '#0072B2' dashtype 1, \
  'digits.dat' using 1:12 with lines linewidth 2 linecolor rgb '#D55E00' dashtype 1, \
  'digits.dat' using 1:9 with lines linewidth 2 linecolor rgb '#CC79A7' dashtype (9, 6)
unset multiplot
unset output
