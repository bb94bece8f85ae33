# The same λ is strong as L2 in Adam and weak in AdamW
# gnuplot strength.gp draws strength.svg

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

set terminal svg size 800,333 fixed font 'Arial&#44; Helvetica&#44; sans-serif,13' fontscale 1 linewidth 1 dashlength 1 butt enhanced background '#ffffff'
set output 'strength.svg'
family = 'Arial&#44; Helvetica&#44; sans-serif'
set multiplot

# Panel 1: dark weights
set lmargin at screen 0.0565; set rmargin at screen 0.38182
set tmargin at screen 0.73574; set bmargin at screen 0.17302
set logscale x
set xrange [1e-10:10]
set xtics ('10⁻¹⁰' 1e-10, '10⁻⁸' 1e-08, '10⁻⁶' 1e-06, '0.0001' 0.0001, '0.01' 0.01, '1' 1)
unset logscale y
set yrange [0:1.05]
set ytics ('0.0' 0, '0.2' 0.2, '0.4' 0.4, '0.6' 0.6, '0.8' 0.8, '1.0' 1)
set xtics offset 0,0.5
set grid noxtics ytics
unset colorbox
set label 'The same λ is strong as L2 in Adam and weak in AdamW' at screen 0.02, screen 0.91892 left textcolor rgb '#1F1F1F' font family.':Bold,17'
set label 'share left' at screen 0.02, screen 0.77628 left textcolor rgb '#4A4A4A' font ',12.5'
set label 'dark weights' at screen 0.02, screen 0.83183 left textcolor rgb '#1F1F1F' font family.':Bold,13.5'
set label 'Adam with L2' at screen 0.40432, screen 0.22407 left textcolor rgb '#008661' font ',12.5'
set label 'AdamW' at screen 0.40432, screen 0.17302 left textcolor rgb '#0072B2' font ',12.5'
set label 'λ' at screen 0.21916, screen 0.06491 center textcolor rgb '#4A4A4A' font ',12.5'
set arrow from screen 0.38557, screen 0.2029 to screen 0.40182, screen 0.22407 nohead linewidth 0.8 linecolor rgb '#66008661'
set arrow from screen 0.38557, screen 0.17733 to screen 0.40182, screen 0.17302 nohead linewidth 0.8 linecolor rgb '#660072B2'
plot \
  'strength.dat' using 1:2 with lines linewidth 2 linecolor rgb '#009E73' dashtype (9, 6), \
  'strength.dat' using 3:4 with points pointtype 7 pointsize 0.65 linecolor rgb '#009E73', \
  'strength.dat' using 1:5 with lines linewidth 2 linecolor rgb '#0072B2' dashtype (9, 6), \
  'strength.dat' using 6:7 with points pointtype 7 pointsize 0.65 linecolor rgb '#0072B2'

# Panel 2: test digits, at the best rate
unset label
unset arrow
unset object
set lmargin at screen 0.58374; set rmargin at screen 0.90906
set tmargin at screen 0.73574; set bmargin at screen 0.17302
set logscale x
set xrange [0.001:3]
set xtics ('0.001' 0.001, '0.01' 0.01, '0.1' 0.1, '1' 1)
unset logscale y
set yrange [40:100]
set ytics ('40' 40, '50' 50, '60' 60, '70' 70, '80' 80, '90' 90, '100' 100)
set xtics offset 0,0.5
set grid noxtics ytics
unset colorbox
set label 'read (%)' at screen 0.54244, screen 0.77628 left textcolor rgb '#4A4A4A' font ',12.5'
set label 'test digits, at the best rate' at screen 0.54244, screen 0.83183 left textcolor rgb '#1F1F1F' font family.':Bold,13.5'
set label 'AdamW' at screen 0.91781, screen 0.53931 left textcolor rgb '#0072B2' font ',12.5'
set label 'no decay' at screen 0.91781, screen 0.63789 left textcolor rgb '#717171' font ',12.5'
set label 'Adam with L2' at screen 0.77961, screen 0.34611 left textcolor rgb '#008661' font ',12.5'
set label 'λ' at screen 0.7464, screen 0.06491 center textcolor rgb '#4A4A4A' font ',12.5'
set arrow from graph 0, first 89.56666666666666 to graph 1, first 89.56666666666666 nohead back linewidth 1 linecolor rgb '#8C8C8C' dashtype solid
plot \
  'strength.dat' using 8:9:10 with filledcurves linecolor rgb '#009E73' fillstyle transparent solid 0.18 noborder, \
  'strength.dat' using 8:11 with lines linewidth 2 linecolor rgb '#009E73' dashtype solid, \
  'strength.dat' using 8:11 with points pointtype 7 pointsize 0.455 linecolor rgb '#009E73', \
  'strength.dat' using 12:13:14 with filledcurves linecolor rgb '#0072B2' fillstyle transparent solid 0.18 noborder, \
  'strength.dat' using 12:15 with lines linewidth 2 linecolor rgb '#0072B2' dashtype solid, \
  'strength.dat' using 12:15 with points pointtype 7 pointsize 0.455 linecolor rgb '#0072B2'
unset multiplot
unset output
