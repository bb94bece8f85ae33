# Below a temperature of 8, heat saves time; above, all is level
# gnuplot temperature.gp draws temperature.svg

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

set terminal svg size 800,385 fixed font 'Arial&#44; Helvetica&#44; sans-serif,13' fontscale 1 linewidth 1 dashlength 1 butt enhanced background '#ffffff'
set output 'temperature.svg'
family = 'Arial&#44; Helvetica&#44; sans-serif'
set multiplot

# Panel 1: students of 30 images
set lmargin at screen 0.0517; set rmargin at screen 0.42818
set tmargin at screen 0.77143; set bmargin at screen 0.20818
set logscale x
set xrange [0.889264386394626:56.22624808209924]
set xtics ('1' 1, '2' 2, '4' 4, '8' 8, '20' 20, '50' 50)
unset logscale y
set yrange [63.26298157453936:91.84589614740369]
set ytics ('65' 65, '70' 70, '75' 75, '80' 80, '85' 85, '90' 90)
set xtics offset 0,0.5
set grid noxtics ytics
unset colorbox
set label 'Below a temperature of 8, heat saves time; above, all is level' at screen 0.02, screen 0.92987 left textcolor rgb '#1F1F1F' font family.':Bold,17'
set label 'test digits read (%)' at screen 0.02, screen 0.80649 left textcolor rgb '#4A4A4A' font ',12.5'
set label 'students of 30 images' at screen 0.02, screen 0.85455 left textcolor rgb '#1F1F1F' font family.':Bold,13.5'
set label 'labels' at screen 0.43693, screen 0.34127 left textcolor rgb '#BF5400' font ',12.5'
set label 'temperature T' at screen 0.23994, screen 0.11468 center textcolor rgb '#4A4A4A' font ',12.5'
set arrow from graph 0, first 86.4600781686209 to graph 1, first 86.4600781686209 nohead back linewidth 1 linecolor rgb '#000000' dashtype (9, 6)
set arrow from graph 0, first 70.01675041876047 to graph 1, first 70.01675041876047 nohead back linewidth 1 linecolor rgb '#D55E00' dashtype solid
set arrow from screen 0.0517, screen 0.05623 to screen 0.0817, screen 0.05623 nohead front linewidth 2 linecolor rgb '#009E73' dashtype solid
set label '7,600 steps' at screen 0.0892, screen 0.05623 left front textcolor rgb '#1F1F1F' font ',12.5'
set arrow from screen 0.20451, screen 0.05623 to screen 0.23451, screen 0.05623 nohead front linewidth 2 linecolor rgb '#0072B2' dashtype solid
set label '760 steps' at screen 0.24201, screen 0.05623 left front textcolor rgb '#1F1F1F' font ',12.5'
plot \
  'temperature.dat' using 1:2:3 with filledcurves linecolor rgb '#009E73' fillstyle transparent solid 0.18 noborder, \
  'temperature.dat' using 1:4 with lines linewidth 2 linecolor rgb '#009E73' dashtype solid, \
  'temperature.dat' using 1:4 with points pointtype 7 pointsize 0.455 linecolor rgb '#009E73', \
  'temperature.dat' using 5:6:7 with filledcurves linecolor rgb '#0072B2' fillstyle transparent solid 0.18 noborder, \
  'temperature.dat' using 5:8 with lines linewidth 2 linecolor rgb '#0072B2' dashtype solid, \
  'temperature.dat' using 5:8 with points pointtype 7 pointsize 0.455 linecolor rgb '#0072B2'

# Panel 2: the gradient on paper
unset label
unset arrow
unset object
set lmargin at screen 0.56259; set rmargin at screen 0.93906
set tmargin at screen 0.77143; set bmargin at screen 0.20818
set logscale x
set xrange [1:50]
set xtics ('1' 1, '2' 2, '4' 4, '8' 8, '20' 20, '50' 50)
unset logscale y
set yrange [-0.7:0.7]
set ytics ('−0.6' -0.6, '−0.4' -0.4, '−0.2' -0.2, '0.0' 0, '0.2' 0.2, '0.4' 0.4, '0.6' 0.6)
set xtics offset 0,0.5
set grid noxtics ytics
unset colorbox
set label 'T (q − p)' at screen 0.51349, screen 0.80649 left textcolor rgb '#4A4A4A' font ',12.5'
set label 'the gradient on paper' at screen 0.51349, screen 0.85455 left textcolor rgb '#1F1F1F' font family.':Bold,13.5'
set label 'three' at screen 0.94781, screen 0.26301 left textcolor rgb '#000000' font ',12.5'
set label 'eight' at screen 0.94781, screen 0.5391 left textcolor rgb '#008661' font ',12.5'
set label 'one' at screen 0.94781, screen 0.6673 left textcolor rgb '#9E6C00' font ',12.5'
set label 'temperature T' at screen 0.75083, screen 0.11468 center textcolor rgb '#4A4A4A' font ',12.5'
set arrow from graph 0, first -0.5555555555555556 to graph 1, first -0.5555555555555556 nohead back linewidth 1 linecolor rgb '#000000' dashtype (9, 6)
set arrow from graph 0, first 0.1111111111111111 to graph 1, first 0.1111111111111111 nohead back linewidth 1 linecolor rgb '#009E73' dashtype (9, 6)
set arrow from graph 0, first 0.4444444444444444 to graph 1, first 0.4444444444444444 nohead back linewidth 1 linecolor rgb '#E69F00' dashtype (9, 6)
plot \
  'temperature.dat' using 9:10 with lines linewidth 2 linecolor rgb '#000000' dashtype solid, \
  'temperature.dat' using 9:11 with lines linewidth 2 linecolor rgb '#009E73' dashtype solid, \
  'temperature.dat' using 9:12 with lines linewidth 2 linecolor rgb '#E69F00' dashtype solid
unset multiplot
unset output
