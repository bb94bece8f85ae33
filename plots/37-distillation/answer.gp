# Softened, the answer says what else the 3 resembles
# gnuplot answer.gp draws answer.svg

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

set terminal svg size 800,488 fixed font 'Arial&#44; Helvetica&#44; sans-serif,13' fontscale 1 linewidth 1 dashlength 1 butt enhanced background '#ffffff'
set output 'answer.svg'
family = 'Arial&#44; Helvetica&#44; sans-serif'
set multiplot

# Panel 1: the image
set lmargin at screen 0.0325; set rmargin at screen 0.4606
set tmargin at screen 0.81967; set bmargin at screen 0.11787
unset logscale x
set xrange [-0.5:7.5]
unset xtics
unset logscale y
set yrange [-0.5:7.5]
unset ytics
unset border
unset grid
set palette defined (0 '#FFFFFF', 1 '#000000')
unset logscale cb
set cbrange [0:1]
unset colorbox
set label 'Softened, the answer says what else the 3 resembles' at screen 0.02, screen 0.94467 left textcolor rgb '#1F1F1F' font family.':Bold,17'
set label 'the image' at screen 0.02, screen 0.84836 left textcolor rgb '#1F1F1F' font family.':Bold,13.5'
plot \
  'answer-grid.dat' using 1:2:3 with image pixels

# Panel 2: the teacher's answer
unset label
unset arrow
unset object
set lmargin at screen 0.5469; set rmargin at screen 0.975
set tmargin at screen 0.81967; set bmargin at screen 0.11787
unset logscale x
set xrange [-0.8:9.8]
set xtics ('0' 0, '1' 1, '2' 2, '3' 3, '4' 4, '5' 5, '6' 6, '7' 7, '8' 8, '9' 9)
unset logscale y
set yrange [0:105]
set ytics ('0' 0, '20' 20, '40' 40, '60' 60, '80' 80, '100' 100)
set xtics offset 0,0.5
set border 3 linecolor rgb '#9A9A9A' linewidth 1
set grid noxtics ytics
unset colorbox
set label 'probability (%)' at screen 0.5056, screen 0.84734 left textcolor rgb '#4A4A4A' font ',12.5'
set label 'the teacher''s answer' at screen 0.5056, screen 0.88525 left textcolor rgb '#1F1F1F' font family.':Bold,13.5'
set label 'class' at screen 0.76095, screen 0.0441 center textcolor rgb '#4A4A4A' font ',12.5'
set object rectangle from screen 0.86719, screen 0.80328 to screen 0.965, screen 0.71311 front fillcolor rgb '#ffffff' fillstyle transparent solid 0.8 noborder
set object rectangle from screen 0.87594, screen 0.76537 to screen 0.90594, screen 0.78586 front fillcolor rgb '#56B4E9' fillstyle solid 1 noborder
set label 'T = 1' at screen 0.91344, screen 0.77561 left front textcolor rgb '#1F1F1F' font ',12.5'
set object rectangle from screen 0.87594, screen 0.73053 to screen 0.90594, screen 0.75102 front fillcolor rgb '#0072B2' fillstyle solid 1 noborder
set label 'T = 8' at screen 0.91344, screen 0.74078 left front textcolor rgb '#1F1F1F' font ',12.5'
plot \
  'answer.dat' using ($1 + -0.2):2:(0.4) with boxes linecolor rgb '#56B4E9' fillstyle solid 1 noborder, \
  'answer.dat' using ($1 + 0.2):3:(0.4) with boxes linecolor rgb '#0072B2' fillstyle solid 1 noborder
unset multiplot
unset output
