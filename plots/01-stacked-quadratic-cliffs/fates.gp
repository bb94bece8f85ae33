# Through twenty layers hardly a descent reaches the target
# gnuplot fates.gp draws fates.svg

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

set terminal svg size 920,376 fixed font 'Arial&#44; Helvetica&#44; sans-serif,13' fontscale 1 linewidth 1 dashlength 1 butt enhanced background '#ffffff'
set output 'fates.svg'
family = 'Arial&#44; Helvetica&#44; sans-serif'
set multiplot

# Panel 1: η = 0.01
set lmargin at screen 0.0533; set rmargin at screen 0.32829
set tmargin at screen 0.76596; set bmargin at screen 0.21423
unset logscale x
set xrange [1:20]
set xtics ('5' 5, '10' 10, '15' 15, '20' 20)
unset logscale y
set yrange [0:100]
set ytics ('0' 0, '20' 20, '40' 40, '60' 60, '80' 80, '100' 100)
set xtics offset 0,0.5
set grid noxtics ytics
unset colorbox
set label 'Through twenty layers hardly a descent reaches the target' at screen 0.01739, screen 0.92819 left textcolor rgb '#1F1F1F' font family.':Bold,17'
set label 'share of starts (%)' at screen 0.01739, screen 0.80186 left textcolor rgb '#4A4A4A' font ',12.5'
set label 'η = 0.01' at screen 0.01739, screen 0.85106 left textcolor rgb '#1F1F1F' font family.':Bold,13.5'
set label 'number of layers k' at screen 0.1908, screen 0.11849 center textcolor rgb '#4A4A4A' font ',12.5'
set object rectangle from screen 0.0533, screen 0.04535 to screen 0.07939, screen 0.07194 front fillcolor rgb '#009E73' fillstyle solid 0.85 noborder
set label 'solved' at screen 0.08591, screen 0.05865 left front textcolor rgb '#1F1F1F' font ',12.5'
set object rectangle from screen 0.15032, screen 0.04535 to screen 0.1764, screen 0.07194 front fillcolor rgb '#56B4E9' fillstyle solid 0.85 noborder
set label 'on a terrace' at screen 0.18292, screen 0.05865 left front textcolor rgb '#1F1F1F' font ',12.5'
set object rectangle from screen 0.28646, screen 0.04535 to screen 0.31254, screen 0.07194 front fillcolor rgb '#0072B2' fillstyle solid 0.85 noborder
set label 'stuck' at screen 0.31907, screen 0.05865 left front textcolor rgb '#1F1F1F' font ',12.5'
set object rectangle from screen 0.37559, screen 0.04535 to screen 0.40167, screen 0.07194 front fillcolor rgb '#C8CDD2' fillstyle solid 0.85 noborder
set label 'elsewhere' at screen 0.4082, screen 0.05865 left front textcolor rgb '#1F1F1F' font ',12.5'
set object rectangle from screen 0.49814, screen 0.04535 to screen 0.52423, screen 0.07194 front fillcolor rgb '#D55E00' fillstyle solid 0.85 noborder
set label 'nan' at screen 0.53075, screen 0.05865 left front textcolor rgb '#1F1F1F' font ',12.5'
plot \
  'fates.dat' using 1:(0):($2) with filledcurves linecolor rgb '#009E73' fillstyle solid 0.85 noborder, \
  'fates.dat' using 1:($2):($2 + $3) with filledcurves linecolor rgb '#56B4E9' fillstyle solid 0.85 noborder, \
  'fates.dat' using 1:($2 + $3):($2 + $3 + $4) with filledcurves linecolor rgb '#0072B2' fillstyle solid 0.85 noborder, \
  'fates.dat' using 1:($2 + $3 + $4):($2 + $3 + $4 + $5) with filledcurves linecolor rgb '#C8CDD2' fillstyle solid 0.85 noborder, \
  'fates.dat' using 1:($2 + $3 + $4 + $5):($2 + $3 + $4 + $5 + $6) with filledcurves linecolor rgb '#D55E00' fillstyle solid 0.85 noborder

# Panel 2: η/1000
unset label
unset arrow
unset object
set lmargin at screen 0.37829; set rmargin at screen 0.65328
set tmargin at screen 0.76596; set bmargin at screen 0.21423
unset logscale x
set xrange [1:20]
set xtics ('5' 5, '10' 10, '15' 15, '20' 20)
unset logscale y
set yrange [0:100]
set ytics ('' 0, '' 20, '' 40, '' 60, '' 80, '' 100)
set xtics offset 0,0.5
set grid noxtics ytics
unset colorbox
set label 'η/1000' at screen 0.36742, screen 0.85106 left textcolor rgb '#1F1F1F' font family.':Bold,13.5'
set label 'number of layers k' at screen 0.51578, screen 0.11849 center textcolor rgb '#4A4A4A' font ',12.5'
plot \
  'fates.dat' using 1:(0):($7) with filledcurves linecolor rgb '#009E73' fillstyle solid 0.85 noborder, \
  'fates.dat' using 1:($7):($7 + $8) with filledcurves linecolor rgb '#56B4E9' fillstyle solid 0.85 noborder, \
  'fates.dat' using 1:($7 + $8):($7 + $8 + $9) with filledcurves linecolor rgb '#0072B2' fillstyle solid 0.85 noborder, \
  'fates.dat' using 1:($7 + $8 + $9):($7 + $8 + $9 + $10) with filledcurves linecolor rgb '#C8CDD2' fillstyle solid 0.85 noborder, \
  'fates.dat' using 1:($7 + $8 + $9 + $10):($7 + $8 + $9 + $10 + $11) with filledcurves linecolor rgb '#D55E00' fillstyle solid 0.85 noborder

# Panel 3: η, gradient clipped at 1
unset label
unset arrow
unset object
set lmargin at screen 0.70328; set rmargin at screen 0.97826
set tmargin at screen 0.76596; set bmargin at screen 0.21423
unset logscale x
set xrange [1:20]
set xtics ('5' 5, '10' 10, '15' 15, '20' 20)
unset logscale y
set yrange [0:100]
set ytics ('' 0, '' 20, '' 40, '' 60, '' 80, '' 100)
set xtics offset 0,0.5
set grid noxtics ytics
unset colorbox
set label 'η, gradient clipped at 1' at screen 0.69241, screen 0.85106 left textcolor rgb '#1F1F1F' font family.':Bold,13.5'
set label 'number of layers k' at screen 0.84077, screen 0.11849 center textcolor rgb '#4A4A4A' font ',12.5'
plot \
  'fates.dat' using 1:(0):($12) with filledcurves linecolor rgb '#009E73' fillstyle solid 0.85 noborder, \
  'fates.dat' using 1:($12):($12 + $13) with filledcurves linecolor rgb '#56B4E9' fillstyle solid 0.85 noborder, \
  'fates.dat' using 1:($12 + $13):($12 + $13 + $4) with filledcurves linecolor rgb '#0072B2' fillstyle solid 0.85 noborder, \
  'fates.dat' using 1:($12 + $13 + $4):($12 + $13 + $4 + $14) with filledcurves linecolor rgb '#C8CDD2' fillstyle solid 0.85 noborder, \
  'fates.dat' using 1:($12 + $13 + $4 + $14):($12 + $13 + $4 + $14 + $15) with filledcurves linecolor rgb '#D55E00' fillstyle solid 0.85 noborder
unset multiplot
unset output
