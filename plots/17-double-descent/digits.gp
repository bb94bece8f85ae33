# Worst at N = n, whether features are added or digits
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

set terminal svg size 920,378 fixed font 'Arial&#44; Helvetica&#44; sans-serif,13' fontscale 1 linewidth 1 dashlength 1 butt enhanced background '#ffffff'
set output 'digits.svg'
family = 'Arial&#44; Helvetica&#44; sans-serif'
set multiplot

# Panel 1: wider
set lmargin at screen 0.0533; set rmargin at screen 0.30881
set tmargin at screen 0.72222; set bmargin at screen 0.21229
set logscale x
set xrange [8.530394184621626:2344.557539445889]
set xtics ('20' 20, '50' 50, '200' 200, '2,000' 2000)
unset logscale y
set yrange [0:100]
set ytics ('0' 0, '20' 20, '40' 40, '60' 60, '80' 80, '100' 100)
set xtics offset 0,0.5
set grid noxtics ytics
unset colorbox
set label 'Worst at N = n, whether features are added or digits' at screen 0.01739, screen 0.92857 left textcolor rgb '#1F1F1F' font family.':Bold,17'
set label 'N = n' at screen 0.19683, screen 0.75529 center textcolor rgb '#717171' font ',12.5'
set label 'test error (%)' at screen 0.01739, screen 0.80291 left textcolor rgb '#4A4A4A' font ',12.5'
set label 'wider' at screen 0.01739, screen 0.85185 left textcolor rgb '#1F1F1F' font family.':Bold,13.5'
set label 'features N' at screen 0.18106, screen 0.11705 center textcolor rgb '#4A4A4A' font ',12.5'
set arrow from first 200, graph 0 to first 200, graph 1 nohead back linewidth 1 linecolor rgb '#8C8C8C' dashtype solid
set arrow from screen 0.0533, screen 0.05753 to screen 0.07939, screen 0.05753 nohead front linewidth 2 linecolor rgb '#D55E00' dashtype solid
set label 'shortest fit' at screen 0.08591, screen 0.05753 left front textcolor rgb '#1F1F1F' font ',12.5'
set arrow from screen 0.18075, screen 0.05753 to screen 0.20684, screen 0.05753 nohead front linewidth 2 linecolor rgb '#009E73' dashtype solid
set label 'ridge 0.1' at screen 0.21336, screen 0.05753 left front textcolor rgb '#1F1F1F' font ',12.5'
set arrow from screen 0.29434, screen 0.05753 to screen 0.32042, screen 0.05753 nohead front linewidth 2 linecolor rgb '#8C8C8C' dashtype solid
set label 'training error, shortest fit' at screen 0.32695, screen 0.05753 left front textcolor rgb '#1F1F1F' font ',12.5'
plot \
  'digits.dat' using 1:2:3 with filledcurves linecolor rgb '#D55E00' fillstyle transparent solid 0.18 noborder, \
  'digits.dat' using 1:4 with lines linewidth 2 linecolor rgb '#D55E00' dashtype solid, \
  'digits.dat' using 1:4 with points pointtype 7 pointsize 0.455 linecolor rgb '#D55E00', \
  'digits.dat' using 1:5:6 with filledcurves linecolor rgb '#009E73' fillstyle transparent solid 0.18 noborder, \
  'digits.dat' using 1:7 with lines linewidth 2 linecolor rgb '#009E73' dashtype solid, \
  'digits.dat' using 1:7 with points pointtype 7 pointsize 0.455 linecolor rgb '#009E73', \
  'digits.dat' using 1:8 with lines linewidth 2 linecolor rgb '#8C8C8C' dashtype solid

# Panel 2: length of the weights
unset label
unset arrow
unset object
set lmargin at screen 0.3922; set rmargin at screen 0.64771
set tmargin at screen 0.72222; set bmargin at screen 0.21229
set logscale x
set xrange [8.530394184621626:2344.557539445889]
set xtics ('20' 20, '50' 50, '200' 200, '2,000' 2000)
set logscale y
set yrange [0.3948324320569417:6262.813251822388]
set ytics ('1' 1, '10' 10, '100' 100, '1000' 1000)
set xtics offset 0,0.5
set grid noxtics ytics
unset colorbox
set label 'N = n' at screen 0.53572, screen 0.75529 center textcolor rgb '#717171' font ',12.5'
set label '‖W‖' at screen 0.34794, screen 0.80291 left textcolor rgb '#4A4A4A' font ',12.5'
set label 'length of the weights' at screen 0.34794, screen 0.85185 left textcolor rgb '#1F1F1F' font family.':Bold,13.5'
set label 'features N' at screen 0.51996, screen 0.11705 center textcolor rgb '#4A4A4A' font ',12.5'
set arrow from first 200, graph 0 to first 200, graph 1 nohead back linewidth 1 linecolor rgb '#8C8C8C' dashtype solid
plot \
  'digits.dat' using 1:9:10 with filledcurves linecolor rgb '#D55E00' fillstyle transparent solid 0.18 noborder, \
  'digits.dat' using 1:11 with lines linewidth 2 linecolor rgb '#D55E00' dashtype solid, \
  'digits.dat' using 1:11 with points pointtype 7 pointsize 0.455 linecolor rgb '#D55E00'

# Panel 3: more digits
unset label
unset arrow
unset object
set lmargin at screen 0.72275; set rmargin at screen 0.97826
set tmargin at screen 0.72222; set bmargin at screen 0.21229
set logscale x
set xrange [46.00938253124375:869.3878900208466]
set xtics ('50' 50, '200' 200, '800' 800)
unset logscale y
set yrange [0:100]
set ytics ('0' 0, '20' 20, '40' 40, '60' 60, '80' 80, '100' 100)
set xtics offset 0,0.5
set grid noxtics ytics
unset colorbox
set label 'n = N' at screen 0.85051, screen 0.75529 center textcolor rgb '#717171' font ',12.5'
set label 'test error (%)' at screen 0.68684, screen 0.80291 left textcolor rgb '#4A4A4A' font ',12.5'
set label 'more digits' at screen 0.68684, screen 0.85185 left textcolor rgb '#1F1F1F' font family.':Bold,13.5'
set label 'digits n' at screen 0.85051, screen 0.11705 center textcolor rgb '#4A4A4A' font ',12.5'
set arrow from first 200, graph 0 to first 200, graph 1 nohead back linewidth 1 linecolor rgb '#8C8C8C' dashtype solid
plot \
  'digits.dat' using 12:13:14 with filledcurves linecolor rgb '#D55E00' fillstyle transparent solid 0.18 noborder, \
  'digits.dat' using 12:15 with lines linewidth 2 linecolor rgb '#D55E00' dashtype solid, \
  'digits.dat' using 12:15 with points pointtype 7 pointsize 0.455 linecolor rgb '#D55E00', \
  'digits.dat' using 12:16:17 with filledcurves linecolor rgb '#009E73' fillstyle transparent solid 0.18 noborder, \
  'digits.dat' using 12:18 with lines linewidth 2 linecolor rgb '#009E73' dashtype solid, \
  'digits.dat' using 12:18 with points pointtype 7 pointsize 0.455 linecolor rgb '#009E73'
unset multiplot
unset output
