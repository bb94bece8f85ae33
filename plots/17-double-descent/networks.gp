# A fifth of the labels wrong: a bump at the end of training, none when stopped
# gnuplot networks.gp draws networks.svg

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

set terminal svg size 800,396 fixed font 'Arial&#44; Helvetica&#44; sans-serif,13' fontscale 1 linewidth 1 dashlength 1 butt enhanced background '#ffffff'
set output 'networks.svg'
family = 'Arial&#44; Helvetica&#44; sans-serif'
set multiplot

# Panel 1: by width
set lmargin at screen 0.0517; set rmargin at screen 0.44609
set tmargin at screen 0.77778; set bmargin at screen 0.20411
set logscale x
set xrange [7.06162397032524:580.0365492714488]
set xtics ('8' 8, '12' 12, '16' 16, '32' 32, '64' 64, '128' 128, '256' 256, '512' 512)
unset logscale y
set yrange [0:25.520000000000007]
set ytics ('0' 0, '5' 5, '10' 10, '15' 15, '20' 20, '25' 25)
set xtics offset 0,0.5
set grid noxtics ytics
unset colorbox
set label 'A fifth of the labels wrong: a bump at the end of training, none when stopped' at screen 0.02, screen 0.93182 left textcolor rgb '#1F1F1F' font family.':Bold,17'
set label 'test error (%)' at screen 0.02, screen 0.81187 left textcolor rgb '#4A4A4A' font ',12.5'
set label 'by width' at screen 0.02, screen 0.85859 left textcolor rgb '#1F1F1F' font family.':Bold,13.5'
set label 'hidden units' at screen 0.2489, screen 0.11321 center textcolor rgb '#4A4A4A' font ',12.5'
set arrow from screen 0.0517, screen 0.05639 to screen 0.0817, screen 0.05639 nohead front linewidth 2 linecolor rgb '#D55E00' dashtype solid
set label 'trained to the end' at screen 0.0892, screen 0.05639 left front textcolor rgb '#1F1F1F' font ',12.5'
set arrow from screen 0.25483, screen 0.05639 to screen 0.28483, screen 0.05639 nohead front linewidth 2 linecolor rgb '#009E73' dashtype solid
set label 'stopped by validation' at screen 0.29233, screen 0.05639 left front textcolor rgb '#1F1F1F' font ',12.5'
set arrow from screen 0.48608, screen 0.05639 to screen 0.51608, screen 0.05639 nohead front linewidth 2 linecolor rgb '#0072B2' dashtype solid
set label 'no wrong labels, to the end' at screen 0.52358, screen 0.05639 left front textcolor rgb '#1F1F1F' font ',12.5'
plot \
  'networks.dat' using 1:2:3 with filledcurves linecolor rgb '#D55E00' fillstyle transparent solid 0.18 noborder, \
  'networks.dat' using 1:4 with lines linewidth 2 linecolor rgb '#D55E00' dashtype solid, \
  'networks.dat' using 1:4 with points pointtype 7 pointsize 0.455 linecolor rgb '#D55E00', \
  'networks.dat' using 1:5:6 with filledcurves linecolor rgb '#009E73' fillstyle transparent solid 0.18 noborder, \
  'networks.dat' using 1:7 with lines linewidth 2 linecolor rgb '#009E73' dashtype solid, \
  'networks.dat' using 1:7 with points pointtype 7 pointsize 0.455 linecolor rgb '#009E73', \
  'networks.dat' using 8:9:10 with filledcurves linecolor rgb '#0072B2' fillstyle transparent solid 0.18 noborder, \
  'networks.dat' using 8:11 with lines linewidth 2 linecolor rgb '#0072B2' dashtype solid, \
  'networks.dat' using 8:11 with points pointtype 7 pointsize 0.455 linecolor rgb '#0072B2'

# Panel 2: by time
unset label
unset arrow
unset object
set lmargin at screen 0.52279; set rmargin at screen 0.91719
set tmargin at screen 0.77778; set bmargin at screen 0.20411
set logscale x
set xrange [0.7961027060291775:2512.238665756651]
set xtics ('1' 1, '10' 10, '100' 100, '2,000' 2000)
unset logscale y
set yrange [0:90.19555555555556]
set ytics ('0' 0, '20' 20, '40' 40, '60' 60, '80' 80)
set xtics offset 0,0.5
set grid noxtics ytics
unset colorbox
set label 'test error (%)' at screen 0.49109, screen 0.81187 left textcolor rgb '#4A4A4A' font ',12.5'
set label 'by time' at screen 0.49109, screen 0.85859 left textcolor rgb '#1F1F1F' font family.':Bold,13.5'
set label '64 units' at screen 0.92594, screen 0.37254 left textcolor rgb '#000000' font ',12.5'
set label '12 units' at screen 0.92594, screen 0.44934 left textcolor rgb '#9E6C00' font ',12.5'
set label 'epochs' at screen 0.71999, screen 0.11321 center textcolor rgb '#4A4A4A' font ',12.5'
plot \
  'networks.dat' using 12:13:14 with filledcurves linecolor rgb '#000000' fillstyle transparent solid 0.18 noborder, \
  'networks.dat' using 12:15 with lines linewidth 2 linecolor rgb '#000000' dashtype solid, \
  'networks.dat' using 12:15 with points pointtype 7 pointsize 0.455 linecolor rgb '#000000', \
  'networks.dat' using 12:16:17 with filledcurves linecolor rgb '#E69F00' fillstyle transparent solid 0.18 noborder, \
  'networks.dat' using 12:18 with lines linewidth 2 linecolor rgb '#E69F00' dashtype solid, \
  'networks.dat' using 12:18 with points pointtype 7 pointsize 0.455 linecolor rgb '#E69F00'
unset multiplot
unset output
