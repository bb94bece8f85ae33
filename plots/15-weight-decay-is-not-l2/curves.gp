# With L2 in Adam the dark weights follow one curve; in AdamW λ decides
# gnuplot curves.gp draws curves.svg

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

set terminal svg size 800,366 fixed font 'Arial&#44; Helvetica&#44; sans-serif,13' fontscale 1 linewidth 1 dashlength 1 butt enhanced background '#ffffff'
set output 'curves.svg'
family = 'Arial&#44; Helvetica&#44; sans-serif'
set multiplot

# Panel 1: Adam with L2
set lmargin at screen 0.0565; set rmargin at screen 0.4395
set tmargin at screen 0.75956; set bmargin at screen 0.15681
unset logscale x
set xrange [0:3]
set xtics ('0.0' 0, '0.5' 0.5, '1.0' 1, '1.5' 1.5, '2.0' 2, '2.5' 2.5, '3.0' 3)
unset logscale y
set yrange [0:1.05]
set ytics ('0.0' 0, '0.2' 0.2, '0.4' 0.4, '0.6' 0.6, '0.8' 0.8, '1.0' 1)
set xtics offset 0,0.5
set grid noxtics ytics
unset colorbox
set label 'With L2 in Adam the dark weights follow one curve; in AdamW λ decides' at screen 0.02, screen 0.92623 left textcolor rgb '#1F1F1F' font family.':Bold,17'
set label 'share left' at screen 0.02, screen 0.79645 left textcolor rgb '#4A4A4A' font ',12.5'
set label 'Adam with L2' at screen 0.02, screen 0.84699 left textcolor rgb '#1F1F1F' font family.':Bold,13.5'
set label 'time τ = ηt/|w₀|' at screen 0.248, screen 0.05845 center textcolor rgb '#4A4A4A' font ',12.5'
set object rectangle from screen 0.28575, screen 0.7377 to screen 0.4295, screen 0.47814 front fillcolor rgb '#ffffff' fillstyle transparent solid 0.8 noborder
set label '' at screen 0.3095, screen 0.70082 front point pointtype 7 pointsize 0.845 linecolor rgb '#56B4E9'
set label 'λ = 10⁻⁶' at screen 0.332, screen 0.70082 left front textcolor rgb '#1F1F1F' font ',12.5'
set label '' at screen 0.3095, screen 0.65437 front point pointtype 7 pointsize 0.65 linecolor rgb '#E69F00'
set label 'λ = 0.0001' at screen 0.332, screen 0.65437 left front textcolor rgb '#1F1F1F' font ',12.5'
set label '' at screen 0.3095, screen 0.60792 front point pointtype 7 pointsize 0.455 linecolor rgb '#CC79A7'
set label 'λ = 0.01' at screen 0.332, screen 0.60792 left front textcolor rgb '#1F1F1F' font ',12.5'
set label '' at screen 0.3095, screen 0.56148 front point pointtype 7 pointsize 0.26 linecolor rgb '#D55E00'
set label 'λ = 1' at screen 0.332, screen 0.56148 left front textcolor rgb '#1F1F1F' font ',12.5'
set arrow from screen 0.2945, screen 0.51503 to screen 0.3245, screen 0.51503 nohead front linewidth 2 linecolor rgb '#000000' dashtype (9, 6)
set label 'theory u(τ)' at screen 0.332, screen 0.51503 left front textcolor rgb '#1F1F1F' font ',12.5'
plot \
  'curves.dat' using 1:2 with points pointtype 7 pointsize 0.845 linecolor rgb '#56B4E9', \
  'curves.dat' using 1:3 with points pointtype 7 pointsize 0.65 linecolor rgb '#E69F00', \
  'curves.dat' using 1:4 with points pointtype 7 pointsize 0.455 linecolor rgb '#CC79A7', \
  'curves.dat' using 1:5 with points pointtype 7 pointsize 0.26 linecolor rgb '#D55E00', \
  'curves.dat' using 6:7 with lines linewidth 2 linecolor rgb '#000000' dashtype (9, 6)

# Panel 2: AdamW
unset label
unset arrow
unset object
set lmargin at screen 0.497; set rmargin at screen 0.88
set tmargin at screen 0.75956; set bmargin at screen 0.15681
unset logscale x
set xrange [0:494.4]
set xtics ('0' 0, '100' 100, '200' 200, '300' 300, '400' 400)
unset logscale y
set yrange [0:1.05]
set ytics ('' 0, '' 0.2, '' 0.4, '' 0.6, '' 0.8, '' 1)
set xtics offset 0,0.5
set grid noxtics ytics
unset colorbox
set label 'AdamW' at screen 0.4845, screen 0.84699 left textcolor rgb '#1F1F1F' font family.':Bold,13.5'
set label 'λ = 0.0001' at screen 0.9025, screen 0.7527 left textcolor rgb '#9E6C00' font ',12.5'
set label 'λ = 0.01' at screen 0.9025, screen 0.70625 left textcolor rgb '#A46086' font ',12.5'
set label 'λ = 1' at screen 0.9025, screen 0.51194 left textcolor rgb '#BF5400' font ',12.5'
set label 'λ = 10' at screen 0.9025, screen 0.16142 left textcolor rgb '#008661' font ',12.5'
set label 'step t' at screen 0.6885, screen 0.05845 center textcolor rgb '#4A4A4A' font ',12.5'
set arrow from screen 0.87259, screen 0.73083 to screen 0.9, screen 0.7527 nohead linewidth 0.8 linecolor rgb '#669E6C00'
set arrow from screen 0.87259, screen 0.72811 to screen 0.9, screen 0.70625 nohead linewidth 0.8 linecolor rgb '#66A46086'
set arrow from screen 0.87259, screen 0.51194 to screen 0.9, screen 0.51194 nohead linewidth 0.8 linecolor rgb '#66BF5400'
set arrow from screen 0.87259, screen 0.16142 to screen 0.9, screen 0.16142 nohead linewidth 0.8 linecolor rgb '#66008661'
plot \
  'curves.dat' using 8:9 with points pointtype 7 pointsize 0.455 linecolor rgb '#E69F00', \
  'curves.dat' using 10:11 with lines linewidth 2 linecolor rgb '#E69F00' dashtype (9, 6), \
  'curves.dat' using 8:12 with points pointtype 7 pointsize 0.455 linecolor rgb '#CC79A7', \
  'curves.dat' using 10:13 with lines linewidth 2 linecolor rgb '#CC79A7' dashtype (9, 6), \
  'curves.dat' using 8:14 with points pointtype 7 pointsize 0.455 linecolor rgb '#D55E00', \
  'curves.dat' using 10:15 with lines linewidth 2 linecolor rgb '#D55E00' dashtype (9, 6), \
  'curves.dat' using 8:16 with points pointtype 7 pointsize 0.455 linecolor rgb '#009E73', \
  'curves.dat' using 10:17 with lines linewidth 2 linecolor rgb '#009E73' dashtype (9, 6)
unset multiplot
unset output
