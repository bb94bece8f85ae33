# With many words scratch catches up; with few it overfits first
# gnuplot race.gp draws race.svg

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

set terminal svg size 800,416 fixed font 'Arial&#44; Helvetica&#44; sans-serif,13' fontscale 1 linewidth 1 dashlength 1 butt enhanced background '#ffffff'
set output 'race.svg'
family = 'Arial&#44; Helvetica&#44; sans-serif'
set multiplot

# Panel 1: 30,000 words
set lmargin at screen 0.0565; set rmargin at screen 0.487
set tmargin at screen 0.78846; set bmargin at screen 0.19238
set logscale x
set xrange [17.290744626157306:2961.1217507975357]
set xtics ('20' 20, '80' 80, '320' 320, '1,280' 1280)
unset logscale y
set yrange [2.75:4.4]
set ytics ('2.8' 2.8, '3.0' 3, '3.2' 3.2, '3.4' 3.4, '3.6' 3.6, '3.8' 3.8, '4.0' 4, '4.2' 4.2, '4.4' 4.4)
set xtics offset 0,0.5
set grid noxtics ytics
unset colorbox
set label 'With many words scratch catches up; with few it overfits first' at screen 0.02, screen 0.9351 left textcolor rgb '#1F1F1F' font family.':Bold,17'
set label 'bits per character' at screen 0.02, screen 0.82091 left textcolor rgb '#4A4A4A' font ',12.5'
set label '30,000 words' at screen 0.02, screen 0.86538 left textcolor rgb '#1F1F1F' font family.':Bold,13.5'
set label 'steps' at screen 0.27175, screen 0.10585 center textcolor rgb '#4A4A4A' font ',12.5'
set arrow from screen 0.0565, screen 0.05176 to screen 0.0865, screen 0.05176 nohead front linewidth 2 linecolor rgb '#D55E00' dashtype solid
set label 'from scratch' at screen 0.094, screen 0.05176 left front textcolor rgb '#1F1F1F' font ',12.5'
set arrow from screen 0.21713, screen 0.05176 to screen 0.24713, screen 0.05176 nohead front linewidth 2 linecolor rgb '#0072B2' dashtype solid
set label 'pre-trained and tuned' at screen 0.25463, screen 0.05176 left front textcolor rgb '#1F1F1F' font ',12.5'
plot \
  'race.dat' using 1:2:3 with filledcurves linecolor rgb '#D55E00' fillstyle transparent solid 0.18 noborder, \
  'race.dat' using 1:4 with lines linewidth 2 linecolor rgb '#D55E00' dashtype solid, \
  'race.dat' using 5:6 with points pointtype 7 pointsize 0.91 linecolor rgb '#D55E00', \
  'race.dat' using 1:7:8 with filledcurves linecolor rgb '#0072B2' fillstyle transparent solid 0.18 noborder, \
  'race.dat' using 1:9 with lines linewidth 2 linecolor rgb '#0072B2' dashtype solid, \
  'race.dat' using 5:10 with points pointtype 7 pointsize 0.91 linecolor rgb '#0072B2'

# Panel 2: 300 words
unset label
unset arrow
unset object
set lmargin at screen 0.5445; set rmargin at screen 0.975
set tmargin at screen 0.78846; set bmargin at screen 0.19238
set logscale x
set xrange [18.439420059917058:325.3898430917891]
set xtics ('20' 20, '40' 40, '80' 80, '160' 160)
unset logscale y
set yrange [2.75:4.4]
set ytics ('' 2.8, '' 3, '' 3.2, '' 3.4, '' 3.6, '' 3.8, '' 4, '' 4.2, '' 4.4)
set xtics offset 0,0.5
set grid noxtics ytics
unset colorbox
set label '300 words' at screen 0.532, screen 0.86538 left textcolor rgb '#1F1F1F' font family.':Bold,13.5'
set label 'steps' at screen 0.75975, screen 0.10585 center textcolor rgb '#4A4A4A' font ',12.5'
plot \
  'race.dat' using 11:12:13 with filledcurves linecolor rgb '#D55E00' fillstyle transparent solid 0.18 noborder, \
  'race.dat' using 11:14 with lines linewidth 2 linecolor rgb '#D55E00' dashtype solid, \
  'race.dat' using 15:16 with points pointtype 7 pointsize 0.91 linecolor rgb '#D55E00', \
  'race.dat' using 11:17:18 with filledcurves linecolor rgb '#0072B2' fillstyle transparent solid 0.18 noborder, \
  'race.dat' using 11:19 with lines linewidth 2 linecolor rgb '#0072B2' dashtype solid, \
  'race.dat' using 15:20 with points pointtype 7 pointsize 0.91 linecolor rgb '#0072B2'
unset multiplot
unset output
