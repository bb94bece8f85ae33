# Few words choose; to teach takes many
# gnuplot words.gp draws words.svg

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

set terminal svg size 720,415 fixed font 'Arial&#44; Helvetica&#44; sans-serif,13' fontscale 1 linewidth 1 dashlength 1 butt enhanced background '#ffffff'
set output 'words.svg'
family = 'Arial&#44; Helvetica&#44; sans-serif'

set lmargin at screen 0.07344; set rmargin at screen 0.81285
set tmargin at screen 0.83614; set bmargin at screen 0.19473
set logscale x
set xrange [8.427259403604292:3559.8761783895206]
set xtics ('10' 10, '50' 50, '250' 250, '1,000' 1000, '3,000' 3000)
unset logscale y
set yrange [3.3282103740362277:3.738881229085462]
set ytics ('3.35' 3.35, '3.40' 3.4, '3.45' 3.45, '3.50' 3.5, '3.55' 3.55, '3.60' 3.6, '3.65' 3.65, '3.70' 3.7)
set xtics offset 0,0.5
set grid noxtics ytics
unset colorbox
set label 'Few words choose; to teach takes many' at screen 0.02222, screen 0.93494 left textcolor rgb '#1F1F1F' font family.':Bold,17'
set label 'bits per character on the mixture' at screen 0.02222, screen 0.86867 left textcolor rgb '#4A4A4A' font ',12.5'
set label 'best adapter alone' at screen 0.82257, screen 0.43182 left textcolor rgb '#000000' font ',12.5'
set label 'words to learn from' at screen 0.44315, screen 0.10799 center textcolor rgb '#4A4A4A' font ',12.5'
set arrow from graph 0, first 3.4800057366678248 to graph 1, first 3.4800057366678248 nohead back linewidth 2 linecolor rgb '#000000' dashtype (9, 6)
set arrow from screen 0.07344, screen 0.05377 to screen 0.10678, screen 0.05377 nohead front linewidth 2 linecolor rgb '#D55E00' dashtype solid
set label 'all numbers tuned' at screen 0.11511, screen 0.05377 left front textcolor rgb '#1F1F1F' font ',12.5'
set arrow from screen 0.30053, screen 0.05377 to screen 0.33386, screen 0.05377 nohead front linewidth 2 linecolor rgb '#0072B2' dashtype solid
set label 'attention' at screen 0.34219, screen 0.05377 left front textcolor rgb '#1F1F1F' font ',12.5'
set arrow from screen 0.4474, screen 0.05377 to screen 0.48074, screen 0.05377 nohead front linewidth 2 linecolor rgb '#009E73' dashtype solid
set label 'fixed shares' at screen 0.48907, screen 0.05377 left front textcolor rgb '#1F1F1F' font ',12.5'
plot \
  'words.dat' using 1:2:3 with filledcurves linecolor rgb '#D55E00' fillstyle transparent solid 0.18 noborder, \
  'words.dat' using 1:4 with lines linewidth 2 linecolor rgb '#D55E00' dashtype solid, \
  'words.dat' using 1:4 with points pointtype 7 pointsize 0.455 linecolor rgb '#D55E00', \
  'words.dat' using 1:5:6 with filledcurves linecolor rgb '#0072B2' fillstyle transparent solid 0.18 noborder, \
  'words.dat' using 1:7 with lines linewidth 2 linecolor rgb '#0072B2' dashtype solid, \
  'words.dat' using 1:7 with points pointtype 7 pointsize 0.455 linecolor rgb '#0072B2', \
  'words.dat' using 1:8:9 with filledcurves linecolor rgb '#009E73' fillstyle transparent solid 0.18 noborder, \
  'words.dat' using 1:10 with lines linewidth 2 linecolor rgb '#009E73' dashtype solid, \
  'words.dat' using 1:10 with points pointtype 7 pointsize 0.455 linecolor rgb '#009E73'
unset output
