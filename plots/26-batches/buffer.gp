# A shuffle buffer must hold several runs of the file, not one
# gnuplot buffer.gp draws buffer.svg

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

set terminal svg size 800,384 fixed font 'Arial&#44; Helvetica&#44; sans-serif,13' fontscale 1 linewidth 1 dashlength 1 butt enhanced background '#ffffff'
set output 'buffer.svg'
family = 'Arial&#44; Helvetica&#44; sans-serif'
set multiplot

# Panel 1
set lmargin at screen 0.0613; set rmargin at screen 0.44031
set tmargin at screen 0.77865; set bmargin at screen 0.21013
set logscale x
set xrange [17.78528772789252:1124.5249616419849]
set xtics ('20' 20, '50' 50, '100' 100, '200' 200, '500' 500, '1000' 1000)
unset logscale y
set yrange [0:100]
set ytics ('0' 0, '20' 20, '40' 40, '60' 60, '80' 80, '100' 100)
set xtics offset 0,0.5
set grid noxtics ytics
unset colorbox
set label 'A shuffle buffer must hold several runs of the file, not one' at screen 0.02, screen 0.92969 left textcolor rgb '#1F1F1F' font family.':Bold,17'
set label 'one run' at screen 0.21913, screen 0.8112 center textcolor rgb '#717171' font ',12.5'
set label 'test digits read (%)' at screen 0.02, screen 0.85807 left textcolor rgb '#4A4A4A' font ',12.5'
set label 'length b of the buffer' at screen 0.25081, screen 0.11638 center textcolor rgb '#4A4A4A' font ',12.5'
set arrow from graph 0, first 94.33291509828524 to graph 1, first 94.33291509828524 nohead back linewidth 1 linecolor rgb '#0072B2' dashtype (9, 6)
set arrow from graph 0, first 95.75491426181514 to graph 1, first 95.75491426181514 nohead back linewidth 1 linecolor rgb '#D55E00' dashtype (9, 6)
set arrow from first 100, graph 0 to first 100, graph 1 nohead back linewidth 1 linecolor rgb '#8C8C8C' dashtype solid
set arrow from screen 0.0613, screen 0.05778 to screen 0.0913, screen 0.05778 nohead front linewidth 2 linecolor rgb '#0072B2' dashtype solid
set label 'plain' at screen 0.0988, screen 0.05778 left front textcolor rgb '#1F1F1F' font ',12.5'
set arrow from screen 0.15974, screen 0.05778 to screen 0.18974, screen 0.05778 nohead front linewidth 2 linecolor rgb '#D55E00' dashtype solid
set label 'momentum 0.9' at screen 0.19724, screen 0.05778 left front textcolor rgb '#1F1F1F' font ',12.5'
set label '' at screen 0.3563, screen 0.05778 front point pointtype 7 pointsize 0.78 linecolor rgb '#CC79A7'
set label 'measured' at screen 0.3788, screen 0.05778 left front textcolor rgb '#1F1F1F' font ',12.5'
set arrow from screen 0.48067, screen 0.05778 to screen 0.51068, screen 0.05778 nohead front linewidth 1 linecolor rgb '#000000' dashtype (9, 6)
set label '1 − (1 − 1/b)ʳ' at screen 0.51817, screen 0.05778 left front textcolor rgb '#1F1F1F' font ',12.5'
plot \
  'buffer.dat' using 1:2:3 with filledcurves linecolor rgb '#0072B2' fillstyle transparent solid 0.18 noborder, \
  'buffer.dat' using 1:4 with lines linewidth 2 linecolor rgb '#0072B2' dashtype solid, \
  'buffer.dat' using 1:4 with points pointtype 7 pointsize 0.455 linecolor rgb '#0072B2', \
  'buffer.dat' using 1:5:6 with filledcurves linecolor rgb '#D55E00' fillstyle transparent solid 0.18 noborder, \
  'buffer.dat' using 1:7 with lines linewidth 2 linecolor rgb '#D55E00' dashtype solid, \
  'buffer.dat' using 1:7 with points pointtype 7 pointsize 0.455 linecolor rgb '#D55E00'

# Panel 2
unset label
unset arrow
unset object
set lmargin at screen 0.52661; set rmargin at screen 0.90563
set tmargin at screen 0.77865; set bmargin at screen 0.21013
set logscale x
set xrange [17.78528772789252:1124.5249616419849]
set xtics ('20' 20, '50' 50, '100' 100, '200' 200, '500' 500, '1000' 1000)
unset logscale y
set yrange [0:105]
set ytics ('0' 0, '20' 20, '40' 40, '60' 60, '80' 80, '100' 100)
set xtics offset 0,0.5
set grid noxtics ytics
unset colorbox
set label 'share of the newest run (%)' at screen 0.48531, screen 0.85807 left textcolor rgb '#4A4A4A' font ',12.5'
set label 'fair share' at screen 0.91438, screen 0.26427 left textcolor rgb '#717171' font ',12.5'
set label 'length b of the buffer' at screen 0.71612, screen 0.11638 center textcolor rgb '#4A4A4A' font ',12.5'
set arrow from graph 0, first 10 to graph 1, first 10 nohead back linewidth 1 linecolor rgb '#8C8C8C' dashtype solid
plot \
  'buffer.dat' using 1:8 with points pointtype 7 pointsize 0.78 linecolor rgb '#CC79A7', \
  'buffer.dat' using 9:10 with lines linewidth 1 linecolor rgb '#000000' dashtype (9, 6)
unset multiplot
unset output
