# What was learnt by heart tells who reads well; flatness tells less
# gnuplot flatness.gp draws flatness.svg

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

set terminal svg size 800,398 fixed font 'Arial&#44; Helvetica&#44; sans-serif,13' fontscale 1 linewidth 1 dashlength 1 butt enhanced background '#ffffff'
set output 'flatness.svg'
family = 'Arial&#44; Helvetica&#44; sans-serif'
set multiplot

# Panel 1
set lmargin at screen 0.0517; set rmargin at screen 0.4846
set tmargin at screen 0.82915; set bmargin at screen 0.20264
set logscale x
set xrange [1.3940227109113823:10.787715774447387]
set xtics ('2' 2, '5' 5, '10' 10)
unset logscale y
set yrange [73.44:95.31]
set ytics ('75' 75, '80' 80, '85' 85, '90' 90, '95' 95)
set xtics offset 0,0.5
set grid noxtics ytics
unset colorbox
set label 'What was learnt by heart tells who reads well; flatness tells less' at screen 0.02, screen 0.93216 left textcolor rgb '#1F1F1F' font family.':Bold,17'
set label 'test digits read (%)' at screen 0.02, screen 0.86307 left textcolor rgb '#4A4A4A' font ',12.5'
set label 'sharpness λ' at screen 0.26815, screen 0.11218 center textcolor rgb '#4A4A4A' font ',12.5'
set label '' at screen 0.0667, screen 0.05565 front point pointtype 7 pointsize 0.715 linecolor rgb '#400072B2'
set label 'descent' at screen 0.0892, screen 0.05565 left front textcolor rgb '#1F1F1F' font ',12.5'
set label '' at screen 0.18951, screen 0.05565 front point pointtype 7 pointsize 0.715 linecolor rgb '#4056B4E9'
set label 'descent, lower rates' at screen 0.21201, screen 0.05565 left front textcolor rgb '#1F1F1F' font ',12.5'
set label '' at screen 0.41108, screen 0.05565 front point pointtype 7 pointsize 0.715 linecolor rgb '#408C8C8C'
set label 'random' at screen 0.43358, screen 0.05565 left front textcolor rgb '#1F1F1F' font ',12.5'
set label '' at screen 0.53233, screen 0.05565 front point pointtype 7 pointsize 0.715 linecolor rgb '#40D55E00'
set label 'SAM' at screen 0.55483, screen 0.05565 left front textcolor rgb '#1F1F1F' font ',12.5'
set label '' at screen 0.62764, screen 0.05565 front point pointtype 7 pointsize 0.715 linecolor rgb '#40009E73'
set label 'AWP' at screen 0.65014, screen 0.05565 left front textcolor rgb '#1F1F1F' font ',12.5'
set label '' at screen 0.72483, screen 0.05565 front point pointtype 7 pointsize 0.715 linecolor rgb '#40E69F00'
set label 'L2 penalty' at screen 0.74733, screen 0.05565 left front textcolor rgb '#1F1F1F' font ',12.5'
plot \
  'flatness.dat' using 1:2 with points pointtype 7 pointsize 0.715 linecolor rgb '#400072B2', \
  'flatness.dat' using 3:4 with points pointtype 7 pointsize 0.715 linecolor rgb '#4056B4E9', \
  'flatness.dat' using 5:6 with points pointtype 7 pointsize 0.715 linecolor rgb '#408C8C8C', \
  'flatness.dat' using 7:8 with points pointtype 7 pointsize 0.715 linecolor rgb '#40D55E00', \
  'flatness.dat' using 9:10 with points pointtype 7 pointsize 0.715 linecolor rgb '#40009E73', \
  'flatness.dat' using 11:12 with points pointtype 7 pointsize 0.715 linecolor rgb '#40E69F00'

# Panel 2
unset label
unset arrow
unset object
set lmargin at screen 0.5421; set rmargin at screen 0.975
set tmargin at screen 0.82915; set bmargin at screen 0.20264
unset logscale x
set xrange [0:50.1875]
set xtics ('0' 0, '10' 10, '20' 20, '30' 30, '40' 40, '50' 50)
unset logscale y
set yrange [73.44:95.31]
set ytics ('' 75, '' 80, '' 85, '' 90, '' 95)
set xtics offset 0,0.5
set grid noxtics ytics
unset colorbox
set label 'false labels learnt by heart (%)' at screen 0.75855, screen 0.11218 center textcolor rgb '#4A4A4A' font ',12.5'
plot \
  'flatness.dat' using 13:2 with points pointtype 7 pointsize 0.715 linecolor rgb '#400072B2', \
  'flatness.dat' using 14:4 with points pointtype 7 pointsize 0.715 linecolor rgb '#4056B4E9', \
  'flatness.dat' using 15:6 with points pointtype 7 pointsize 0.715 linecolor rgb '#408C8C8C', \
  'flatness.dat' using 16:8 with points pointtype 7 pointsize 0.715 linecolor rgb '#40D55E00', \
  'flatness.dat' using 17:10 with points pointtype 7 pointsize 0.715 linecolor rgb '#40009E73', \
  'flatness.dat' using 18:12 with points pointtype 7 pointsize 0.715 linecolor rgb '#40E69F00'
unset multiplot
unset output
