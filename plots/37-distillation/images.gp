# Where images are few, a teacher's answers teach far more than labels
# gnuplot images.gp draws images.svg

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

set terminal svg size 720,511 fixed font 'Arial&#44; Helvetica&#44; sans-serif,13' fontscale 1 linewidth 1 dashlength 1 butt enhanced background '#ffffff'
set output 'images.svg'
family = 'Arial&#44; Helvetica&#44; sans-serif'

set lmargin at screen 0.05744; set rmargin at screen 0.97222
set tmargin at screen 0.86693; set bmargin at screen 0.15802
set logscale x
set xrange [26.85712094881623:1340.4266253485653]
set xtics ('30' 30, '50' 50, '100' 100, '200' 200, '400' 400, '1,200' 1200)
unset logscale y
set yrange [63.16247906197654:94.45896147403685]
set ytics ('65' 65, '70' 70, '75' 75, '80' 80, '85' 85, '90' 90)
set xtics offset 0,0.5
set grid noxtics ytics
unset colorbox
set label 'Where images are few, a teacher''s answers teach far more than labels' at screen 0.02222, screen 0.94716 left textcolor rgb '#1F1F1F' font family.':Bold,17'
set label 'test digits read (%)' at screen 0.02222, screen 0.89335 left textcolor rgb '#4A4A4A' font ',12.5'
set label 'images that the student sees' at screen 0.51483, screen 0.08757 center textcolor rgb '#4A4A4A' font ',12.5'
set arrow from graph 0, first 93.2998324958124 to graph 1, first 93.2998324958124 nohead back linewidth 1 linecolor rgb '#000000' dashtype (9, 6)
set arrow from screen 0.05744, screen 0.04354 to screen 0.09078, screen 0.04354 nohead front linewidth 2 linecolor rgb '#D55E00' dashtype solid
set label 'labels' at screen 0.09911, screen 0.04354 left front textcolor rgb '#1F1F1F' font ',12.5'
set arrow from screen 0.17585, screen 0.04354 to screen 0.20918, screen 0.04354 nohead front linewidth 1.5 linecolor rgb '#E69F00' dashtype solid
set label 'answers, wrong classes alike' at screen 0.21751, screen 0.04354 left front textcolor rgb '#1F1F1F' font ',12.5'
set arrow from screen 0.49772, screen 0.04354 to screen 0.53106, screen 0.04354 nohead front linewidth 2 linecolor rgb '#0072B2' dashtype solid
set label 'answers, T = 8' at screen 0.53939, screen 0.04354 left front textcolor rgb '#1F1F1F' font ',12.5'
plot \
  'images.dat' using 1:2:3 with filledcurves linecolor rgb '#D55E00' fillstyle transparent solid 0.18 noborder, \
  'images.dat' using 1:4 with lines linewidth 2 linecolor rgb '#D55E00' dashtype solid, \
  'images.dat' using 1:4 with points pointtype 7 pointsize 0.455 linecolor rgb '#D55E00', \
  'images.dat' using 1:5 with lines linewidth 1.5 linecolor rgb '#E69F00' dashtype solid, \
  'images.dat' using 1:6:7 with filledcurves linecolor rgb '#0072B2' fillstyle transparent solid 0.18 noborder, \
  'images.dat' using 1:8 with lines linewidth 2 linecolor rgb '#0072B2' dashtype solid, \
  'images.dat' using 1:8 with points pointtype 7 pointsize 0.455 linecolor rgb '#0072B2'
unset output
