# Copies ask for room and time: a small network or a short run loses
# gnuplot room-and-time.gp draws room-and-time.svg

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

set terminal svg size 800,394 fixed font 'Arial&#44; Helvetica&#44; sans-serif,13' fontscale 1 linewidth 1 dashlength 1 butt enhanced background '#ffffff'
set output 'room-and-time.svg'
family = 'Arial&#44; Helvetica&#44; sans-serif'
set multiplot

# Panel 1
set lmargin at screen 0.0643; set rmargin at screen 0.4909
set tmargin at screen 0.82741; set bmargin at screen 0.20375
set logscale x
set xrange [7.2100037008866416:284.04978484936834]
set xtics ('8' 8, '32' 32, '128' 128, '256' 256)
unset logscale y
set yrange [-19.36748329621379:4.445434298440987]
set ytics ('−15' -15, '−10' -10, '−5' -5, '0' 0)
set xtics offset 0,0.5
set grid noxtics ytics
unset colorbox
set label 'Copies ask for room and time: a small network or a short run loses' at screen 0.02, screen 0.93147 left textcolor rgb '#1F1F1F' font family.':Bold,17'
set label 'gain on the usual test (points)' at screen 0.02, screen 0.86168 left textcolor rgb '#4A4A4A' font ',12.5'
set label 'hidden units' at screen 0.2776, screen 0.11238 center textcolor rgb '#4A4A4A' font ',12.5'
set arrow from graph 0, first 0 to graph 1, first 0 nohead back linewidth 1 linecolor rgb '#8C8C8C' dashtype solid
set arrow from screen 0.0643, screen 0.05528 to screen 0.0943, screen 0.05528 nohead front linewidth 2 linecolor rgb '#0072B2' dashtype solid
set label 'up to 0.5 px' at screen 0.1018, screen 0.05528 left front textcolor rgb '#1F1F1F' font ',12.5'
set arrow from screen 0.21961, screen 0.05528 to screen 0.24961, screen 0.05528 nohead front linewidth 2 linecolor rgb '#D55E00' dashtype solid
set label '−1, 0 or 1 px' at screen 0.25711, screen 0.05528 left front textcolor rgb '#1F1F1F' font ',12.5'
plot \
  'room-and-time.dat' using 1:2:3 with filledcurves linecolor rgb '#0072B2' fillstyle transparent solid 0.18 noborder, \
  'room-and-time.dat' using 1:4 with lines linewidth 2 linecolor rgb '#0072B2' dashtype solid, \
  'room-and-time.dat' using 1:4 with points pointtype 7 pointsize 0.455 linecolor rgb '#0072B2', \
  'room-and-time.dat' using 1:5:6 with filledcurves linecolor rgb '#D55E00' fillstyle transparent solid 0.18 noborder, \
  'room-and-time.dat' using 1:7 with lines linewidth 2 linecolor rgb '#D55E00' dashtype solid, \
  'room-and-time.dat' using 1:7 with points pointtype 7 pointsize 0.455 linecolor rgb '#D55E00'

# Panel 2
unset label
unset arrow
unset object
set lmargin at screen 0.5484; set rmargin at screen 0.975
set tmargin at screen 0.82741; set bmargin at screen 0.20375
set logscale x
set xrange [109.68578460130419:2625.682088584664]
set xtics ('120' 120, '480' 480, '1,200' 1200, '2,400' 2400)
unset logscale y
set yrange [-19.36748329621379:4.445434298440987]
set ytics ('' -15, '' -10, '' -5, '' 0)
set xtics offset 0,0.5
set grid noxtics ytics
unset colorbox
set label 'steps' at screen 0.7617, screen 0.11238 center textcolor rgb '#4A4A4A' font ',12.5'
set arrow from graph 0, first 0 to graph 1, first 0 nohead back linewidth 1 linecolor rgb '#8C8C8C' dashtype solid
plot \
  'room-and-time.dat' using 8:9:10 with filledcurves linecolor rgb '#0072B2' fillstyle transparent solid 0.18 noborder, \
  'room-and-time.dat' using 8:11 with lines linewidth 2 linecolor rgb '#0072B2' dashtype solid, \
  'room-and-time.dat' using 8:11 with points pointtype 7 pointsize 0.455 linecolor rgb '#0072B2', \
  'room-and-time.dat' using 8:12:13 with filledcurves linecolor rgb '#D55E00' fillstyle transparent solid 0.18 noborder, \
  'room-and-time.dat' using 8:14 with lines linewidth 2 linecolor rgb '#D55E00' dashtype solid, \
  'room-and-time.dat' using 8:14 with points pointtype 7 pointsize 0.455 linecolor rgb '#D55E00'
unset multiplot
unset output
