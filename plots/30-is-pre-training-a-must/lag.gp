# The longer training lasts, the smaller the head start's factor
# gnuplot lag.gp draws lag.svg

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

set terminal svg size 720,484 fixed font 'Arial&#44; Helvetica&#44; sans-serif,13' fontscale 1 linewidth 1 dashlength 1 butt enhanced background '#ffffff'
set output 'lag.svg'
family = 'Arial&#44; Helvetica&#44; sans-serif'

set lmargin at screen 0.08411; set rmargin at screen 0.97222
set tmargin at screen 0.8595; set bmargin at screen 0.11966
set logscale x
set xrange [53.010964026322256:688.1595283173135]
set xtics ('80' 80, '160' 160, '320' 320, '640' 640)
set logscale y
set yrange [48.89992024954618:3066.261438966024]
set ytics ('80' 80, '320' 320, '1,280' 1280)
set xtics offset 0,0.5
set grid noxtics ytics
unset colorbox
set label 'The longer training lasts, the smaller the head start''s factor' at screen 0.02222, screen 0.94421 left textcolor rgb '#1F1F1F' font family.':Bold,17'
set label 'steps from scratch for the same bits' at screen 0.02222, screen 0.8874 left textcolor rgb '#4A4A4A' font ',12.5'
set label 'steps of tuning' at screen 0.52817, screen 0.04528 center textcolor rgb '#4A4A4A' font ',12.5'
set object rectangle from screen 0.76042, screen 0.29734 to screen 0.96111, screen 0.13619 front fillcolor rgb '#ffffff' fillstyle transparent solid 0.8 noborder
set arrow from screen 0.77014, screen 0.26945 to screen 0.80347, screen 0.26945 nohead front linewidth 2 linecolor rgb '#8C8C8C' dashtype (9, 6)
set label 'the same factor' at screen 0.81181, screen 0.26945 left front textcolor rgb '#1F1F1F' font ',12.5'
set arrow from screen 0.77014, screen 0.23433 to screen 0.80347, screen 0.23433 nohead front linewidth 2 linecolor rgb '#000000' dashtype (9, 6)
set label 'the same lag' at screen 0.81181, screen 0.23433 left front textcolor rgb '#1F1F1F' font ',12.5'
set arrow from screen 0.77014, screen 0.1992 to screen 0.80347, screen 0.1992 nohead front linewidth 1 linecolor rgb '#8C8C8C' dashtype solid
set label 'no head start' at screen 0.81181, screen 0.1992 left front textcolor rgb '#1F1F1F' font ',12.5'
set label '' at screen 0.78681, screen 0.16408 front point pointtype 7 pointsize 0.91 linecolor rgb '#D55E00'
set label 'measured' at screen 0.81181, screen 0.16408 left front textcolor rgb '#1F1F1F' font ',12.5'
plot \
  'lag.dat' using 1:2 with lines linewidth 2 linecolor rgb '#8C8C8C' dashtype (9, 6), \
  'lag.dat' using 1:3 with lines linewidth 2 linecolor rgb '#000000' dashtype (9, 6), \
  'lag.dat' using 1:1 with lines linewidth 1 linecolor rgb '#8C8C8C' dashtype solid, \
  'lag.dat' using 4:5 with points pointtype 7 pointsize 0.39 linecolor rgb '#80D55E00', \
  'lag.dat' using 4:6 with points pointtype 7 pointsize 0.39 linecolor rgb '#80D55E00', \
  'lag.dat' using 4:7 with points pointtype 7 pointsize 0.39 linecolor rgb '#80D55E00', \
  'lag.dat' using 4:8 with points pointtype 7 pointsize 0.91 linecolor rgb '#D55E00'
unset output
