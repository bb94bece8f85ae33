# A rate too low and too few epochs are one curve on two clocks
# gnuplot clock.gp draws clock.svg

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

set terminal svg size 800,391 fixed font 'Arial&#44; Helvetica&#44; sans-serif,13' fontscale 1 linewidth 1 dashlength 1 butt enhanced background '#ffffff'
set output 'clock.svg'
family = 'Arial&#44; Helvetica&#44; sans-serif'
set multiplot

# Panel 1: by epoch
set lmargin at screen 0.0565; set rmargin at screen 0.48245
set tmargin at screen 0.77494; set bmargin at screen 0.14745
unset logscale x
set xrange [0:103]
set xtics ('0' 0, '20' 20, '40' 40, '60' 60, '80' 80, '100' 100)
unset logscale y
set yrange [0:2.6806099963188172]
set ytics ('0.0' 0, '0.5' 0.5, '1.0' 1, '1.5' 1.5, '2.0' 2, '2.5' 2.5)
set xtics offset 0,0.5
set grid noxtics ytics
unset colorbox
set label 'A rate too low and too few epochs are one curve on two clocks' at screen 0.02, screen 0.93095 left textcolor rgb '#1F1F1F' font family.':Bold,17'
set label 'training loss' at screen 0.02, screen 0.80946 left textcolor rgb '#4A4A4A' font ',12.5'
set label 'by epoch' at screen 0.02, screen 0.85678 left textcolor rgb '#1F1F1F' font family.':Bold,13.5'
set label 'epoch' at screen 0.26947, screen 0.05538 center textcolor rgb '#4A4A4A' font ',12.5'
set object rectangle from screen 0.0665, screen 0.28044 to screen 0.21369, screen 0.16791 front fillcolor rgb '#ffffff' fillstyle transparent solid 0.8 noborder
set arrow from screen 0.07525, screen 0.24592 to screen 0.10525, screen 0.24592 nohead front linewidth 2 linecolor rgb '#56B4E9' dashtype solid
set label 'rate 0.0003' at screen 0.11275, screen 0.24592 left front textcolor rgb '#1F1F1F' font ',12.5'
set arrow from screen 0.07525, screen 0.20244 to screen 0.10525, screen 0.20244 nohead front linewidth 2 linecolor rgb '#0072B2' dashtype solid
set label 'rate 0.003' at screen 0.11275, screen 0.20244 left front textcolor rgb '#1F1F1F' font ',12.5'
plot \
  'clock.dat' using 1:2:3 with filledcurves linecolor rgb '#56B4E9' fillstyle transparent solid 0.18 noborder, \
  'clock.dat' using 1:4 with lines linewidth 2 linecolor rgb '#56B4E9' dashtype solid, \
  'clock.dat' using 5:6:7 with filledcurves linecolor rgb '#0072B2' fillstyle transparent solid 0.18 noborder, \
  'clock.dat' using 5:8 with lines linewidth 2 linecolor rgb '#0072B2' dashtype solid, \
  'clock.dat' using 5:8 with points pointtype 7 pointsize 0.455 linecolor rgb '#0072B2'

# Panel 2: by rate × epoch
unset label
unset arrow
unset object
set lmargin at screen 0.54905; set rmargin at screen 0.975
set tmargin at screen 0.77494; set bmargin at screen 0.14745
unset logscale x
set xrange [0:0.0309]
set xtics ('0.000' 0, '0.005' 0.005, '0.010' 0.01, '0.015' 0.015, '0.020' 0.02, '0.025' 0.025, '0.030' 0.03)
unset logscale y
set yrange [0:2.6806099963188172]
set ytics ('' 0, '' 0.5, '' 1, '' 1.5, '' 2, '' 2.5)
set xtics offset 0,0.5
set grid noxtics ytics
unset colorbox
set label 'by rate × epoch' at screen 0.52745, screen 0.85678 left textcolor rgb '#1F1F1F' font family.':Bold,13.5'
set label 'rate × epoch' at screen 0.76203, screen 0.05538 center textcolor rgb '#4A4A4A' font ',12.5'
set object rectangle from screen 0.55905, screen 0.28044 to screen 0.70624, screen 0.16791 front fillcolor rgb '#ffffff' fillstyle transparent solid 0.8 noborder
set arrow from screen 0.5678, screen 0.24592 to screen 0.5978, screen 0.24592 nohead front linewidth 2 linecolor rgb '#56B4E9' dashtype solid
set label 'rate 0.0003' at screen 0.6053, screen 0.24592 left front textcolor rgb '#1F1F1F' font ',12.5'
set arrow from screen 0.5678, screen 0.20244 to screen 0.5978, screen 0.20244 nohead front linewidth 2 linecolor rgb '#0072B2' dashtype solid
set label 'rate 0.003' at screen 0.6053, screen 0.20244 left front textcolor rgb '#1F1F1F' font ',12.5'
plot \
  'clock.dat' using 9:2:3 with filledcurves linecolor rgb '#56B4E9' fillstyle transparent solid 0.18 noborder, \
  'clock.dat' using 9:4 with lines linewidth 2 linecolor rgb '#56B4E9' dashtype solid, \
  'clock.dat' using 10:6:7 with filledcurves linecolor rgb '#0072B2' fillstyle transparent solid 0.18 noborder, \
  'clock.dat' using 10:8 with lines linewidth 2 linecolor rgb '#0072B2' dashtype solid, \
  'clock.dat' using 10:8 with points pointtype 7 pointsize 0.455 linecolor rgb '#0072B2'
unset multiplot
unset output
