# The same answers, as sharp as one likes
# gnuplot rescaled.gp draws rescaled.svg

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

set terminal svg size 720,474 fixed font 'Arial&#44; Helvetica&#44; sans-serif,13' fontscale 1 linewidth 1 dashlength 1 butt enhanced background '#ffffff'
set output 'rescaled.svg'
family = 'Arial&#44; Helvetica&#44; sans-serif'

set lmargin at screen 0.06811; set rmargin at screen 0.97222
set tmargin at screen 0.85654; set bmargin at screen 0.16987
set logscale x
set xrange [0.08709635899560807:11.481536214968829]
set xtics ('0.1' 0.1, '0.3' 0.3, '1' 1, '3' 3, '10' 10)
set logscale y
set yrange [0.6562959519380379:791.3884645975396]
set ytics ('1' 1, '10' 10, '100' 100)
set xtics offset 0,0.5
set grid noxtics ytics
unset colorbox
set label 'The same answers, as sharp as one likes' at screen 0.02222, screen 0.94304 left textcolor rgb '#1F1F1F' font family.':Bold,17'
set label 'sharpness λ' at screen 0.02222, screen 0.88502 left textcolor rgb '#4A4A4A' font ',12.5'
set label 'factor c of the first layer' at screen 0.52017, screen 0.09392 center textcolor rgb '#4A4A4A' font ',12.5'
set arrow from screen 0.06811, screen 0.04646 to screen 0.10144, screen 0.04646 nohead front linewidth 2 linecolor rgb '#0072B2' dashtype solid
set label 'measured' at screen 0.10978, screen 0.04646 left front textcolor rgb '#1F1F1F' font ',12.5'
set arrow from screen 0.22297, screen 0.04646 to screen 0.25631, screen 0.04646 nohead front linewidth 1 linecolor rgb '#000000' dashtype (9, 6)
set label 'λ₁/c² and c²λ₂' at screen 0.26464, screen 0.04646 left front textcolor rgb '#1F1F1F' font ',12.5'
plot \
  'rescaled.dat' using 1:2:3 with filledcurves linecolor rgb '#0072B2' fillstyle transparent solid 0.18 noborder, \
  'rescaled.dat' using 1:4 with lines linewidth 2 linecolor rgb '#0072B2' dashtype solid, \
  'rescaled.dat' using 1:4 with points pointtype 7 pointsize 0.455 linecolor rgb '#0072B2', \
  'rescaled.dat' using 5:6 with lines linewidth 1 linecolor rgb '#000000' dashtype (9, 6), \
  'rescaled.dat' using 7:8 with lines linewidth 1 linecolor rgb '#000000' dashtype (9, 6)
unset output
