# The gap hardly tells ill from well, but it has a theory
# gnuplot gap.gp draws gap.svg

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

set terminal svg size 800,414 fixed font 'Arial&#44; Helvetica&#44; sans-serif,13' fontscale 1 linewidth 1 dashlength 1 butt enhanced background '#ffffff'
set output 'gap.svg'
family = 'Arial&#44; Helvetica&#44; sans-serif'
set multiplot

# Panel 1: digits
set lmargin at screen 0.0421; set rmargin at screen 0.4678
set tmargin at screen 0.78744; set bmargin at screen 0.19516
unset logscale x
set xrange [86.22375:100.40125]
set xtics ('88' 88, '90' 90, '92' 92, '94' 94, '96' 96, '98' 98, '100' 100)
unset logscale y
set yrange [-1.6870000000000016:6.062000000000008]
set ytics ('0' 0, '2' 2, '4' 4, '6' 6)
set xtics offset 0,0.5
set grid noxtics ytics
unset colorbox
set label 'The gap hardly tells ill from well, but it has a theory' at screen 0.02, screen 0.93478 left textcolor rgb '#1F1F1F' font family.':Bold,17'
set label 'training − validation (points)' at screen 0.02, screen 0.82005 left textcolor rgb '#4A4A4A' font ',12.5'
set label 'digits' at screen 0.02, screen 0.86473 left textcolor rgb '#1F1F1F' font family.':Bold,13.5'
set label 'training accuracy (%)' at screen 0.25495, screen 0.1082 center textcolor rgb '#4A4A4A' font ',12.5'
set label '' at screen 0.0571, screen 0.05386 front point pointtype 7 pointsize 0.78 linecolor rgb '#56B4E9'
set label 'stopped too soon' at screen 0.0796, screen 0.05386 left front textcolor rgb '#1F1F1F' font ',12.5'
set label '' at screen 0.2546, screen 0.05386 front point pointtype 7 pointsize 0.78 linecolor rgb '#0072B2'
set label 'the same, longer' at screen 0.2771, screen 0.05386 left front textcolor rgb '#1F1F1F' font ',12.5'
set label '' at screen 0.44898, screen 0.05386 front point pointtype 7 pointsize 0.78 linecolor rgb '#8C8C8C'
set label 'underfitted' at screen 0.47148, screen 0.05386 left front textcolor rgb '#1F1F1F' font ',12.5'
set label '' at screen 0.59741, screen 0.05386 front point pointtype 7 pointsize 0.78 linecolor rgb '#000000'
set label 'underfitted, longer' at screen 0.61991, screen 0.05386 left front textcolor rgb '#1F1F1F' font ',12.5'
set label '' at screen 0.80616, screen 0.05386 front point pointtype 7 pointsize 0.78 linecolor rgb '#009E73'
set label 'healthy' at screen 0.82866, screen 0.05386 left front textcolor rgb '#1F1F1F' font ',12.5'
plot \
  'gap.dat' using 1:2 with points pointtype 7 pointsize 0.78 linecolor rgb '#56B4E9', \
  'gap.dat' using 3:4 with points pointtype 7 pointsize 0.78 linecolor rgb '#0072B2', \
  'gap.dat' using 5:6 with points pointtype 7 pointsize 0.78 linecolor rgb '#8C8C8C', \
  'gap.dat' using 7:8 with points pointtype 7 pointsize 0.78 linecolor rgb '#000000', \
  'gap.dat' using 9:10 with points pointtype 7 pointsize 0.78 linecolor rgb '#009E73'

# Panel 2: least squares
unset label
unset arrow
unset object
set lmargin at screen 0.5493; set rmargin at screen 0.975
set tmargin at screen 0.78744; set bmargin at screen 0.19516
unset logscale x
set xrange [0:0.85]
set xtics ('0.0' 0, '0.2' 0.2, '0.4' 0.4, '0.6' 0.6, '0.8' 0.8)
unset logscale y
set yrange [0:1.9180000000000001]
set ytics ('0.0' 0, '0.5' 0.5, '1.0' 1, '1.5' 1.5)
set xtics offset 0,0.5
set grid noxtics ytics
unset colorbox
set label 'mean squared error / σ²' at screen 0.5128, screen 0.82005 left textcolor rgb '#4A4A4A' font ',12.5'
set label 'least squares' at screen 0.5128, screen 0.86473 left textcolor rgb '#1F1F1F' font family.':Bold,13.5'
set label 'inputs per sample, d/n' at screen 0.76215, screen 0.1082 center textcolor rgb '#4A4A4A' font ',12.5'
set object rectangle from screen 0.5593, screen 0.76812 to screen 0.69399, screen 0.66184 front fillcolor rgb '#ffffff' fillstyle transparent solid 0.8 noborder
set label '' at screen 0.58305, screen 0.73551 front point pointtype 7 pointsize 0.845 linecolor rgb '#0072B2'
set label 'new noise' at screen 0.60555, screen 0.73551 left front textcolor rgb '#1F1F1F' font ',12.5'
set label '' at screen 0.58305, screen 0.69444 front point pointtype 7 pointsize 0.845 linecolor rgb '#E69F00'
set label 'training' at screen 0.60555, screen 0.69444 left front textcolor rgb '#1F1F1F' font ',12.5'
plot \
  'gap.dat' using 11:12 with lines linewidth 2 linecolor rgb '#000000' dashtype (9, 6), \
  'gap.dat' using 11:13 with lines linewidth 2 linecolor rgb '#000000' dashtype (9, 6), \
  'gap.dat' using 14:15 with points pointtype 7 pointsize 0.845 linecolor rgb '#0072B2', \
  'gap.dat' using 14:16 with points pointtype 7 pointsize 0.845 linecolor rgb '#E69F00'
unset multiplot
unset output
