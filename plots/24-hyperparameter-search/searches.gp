# A Bayesian search explores with Halton's points, then goes where it expects to improve
# gnuplot searches.gp draws searches.svg

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

set terminal svg size 800,438 fixed font 'Arial&#44; Helvetica&#44; sans-serif,13' fontscale 1 linewidth 1 dashlength 1 butt enhanced background '#ffffff'
set output 'searches.svg'
family = 'Arial&#44; Helvetica&#44; sans-serif'
set multiplot

# Panel 1: rate and momentum
set lmargin at screen 0.0565; set rmargin at screen 0.487
set tmargin at screen 0.74886; set bmargin at screen 0.18272
unset logscale x
set xrange [0:16]
set xtics ('0' 0, '2' 2, '4' 4, '6' 6, '8' 8, '10' 10, '12' 12, '14' 14, '16' 16)
set logscale y
set yrange [0.2:2]
set ytics ('0.2' 0.2, '0.3' 0.3, '0.5' 0.5, '1' 1, '2' 2)
set xtics offset 0,0.5
set grid noxtics ytics
unset colorbox
set label 'A Bayesian search explores with Halton''s points, then goes where it expects' at screen 0.02, screen 0.93836 left textcolor rgb '#1F1F1F' font family.':Bold,17'
set label 'to improve' at screen 0.02, screen 0.88813 left textcolor rgb '#1F1F1F' font family.':Bold,17'
set label 'lowest validation loss' at screen 0.02, screen 0.77968 left textcolor rgb '#4A4A4A' font ',12.5'
set label 'rate and momentum' at screen 0.02, screen 0.82192 left textcolor rgb '#1F1F1F' font family.':Bold,13.5'
set label 'trials' at screen 0.27175, screen 0.10053 center textcolor rgb '#4A4A4A' font ',12.5'
set arrow from screen 0.0565, screen 0.04916 to screen 0.0865, screen 0.04916 nohead front linewidth 3 linecolor rgb '#0072B2' dashtype solid
set label 'random' at screen 0.094, screen 0.04916 left front textcolor rgb '#1F1F1F' font ',12.5'
set arrow from screen 0.17775, screen 0.04916 to screen 0.20775, screen 0.04916 nohead front linewidth 3 linecolor rgb '#009E73' dashtype solid
set label 'Halton' at screen 0.21525, screen 0.04916 left front textcolor rgb '#1F1F1F' font ',12.5'
set arrow from screen 0.28962, screen 0.04916 to screen 0.31963, screen 0.04916 nohead front linewidth 3 linecolor rgb '#D55E00' dashtype solid
set label 'Bayesian' at screen 0.32713, screen 0.04916 left front textcolor rgb '#1F1F1F' font ',12.5'
set label '' at screen 0.43681, screen 0.04916 front point pointtype 13 pointsize 1.3 linecolor rgb '#E69F00'
set label 'grid, when done' at screen 0.45931, screen 0.04916 left front textcolor rgb '#1F1F1F' font ',12.5'
plot \
  'searches.dat' using 1:2:3 with filledcurves linecolor rgb '#0072B2' fillstyle transparent solid 0.18 noborder, \
  'searches.dat' using 1:4 with lines linewidth 3 linecolor rgb '#0072B2' dashtype solid, \
  'searches.dat' using 1:5 with lines linewidth 3 linecolor rgb '#009E73' dashtype solid, \
  'searches.dat' using 1:6:7 with filledcurves linecolor rgb '#D55E00' fillstyle transparent solid 0.18 noborder, \
  'searches.dat' using 1:8 with lines linewidth 3 linecolor rgb '#D55E00' dashtype solid, \
  'searches.dat' using 9:10 with points pointtype 13 pointsize 1.3 linecolor rgb '#E69F00'

# Panel 2: four, and only the rate matters
unset label
unset arrow
unset object
set lmargin at screen 0.5445; set rmargin at screen 0.975
set tmargin at screen 0.74886; set bmargin at screen 0.18272
unset logscale x
set xrange [0:16]
set xtics ('0' 0, '2' 2, '4' 4, '6' 6, '8' 8, '10' 10, '12' 12, '14' 14, '16' 16)
set logscale y
set yrange [0.2:2]
set ytics ('' 0.2, '' 0.3, '' 0.5, '' 1, '' 2)
set xtics offset 0,0.5
set grid noxtics ytics
unset colorbox
set label 'four, and only the rate matters' at screen 0.532, screen 0.82192 left textcolor rgb '#1F1F1F' font family.':Bold,13.5'
set label 'trials' at screen 0.75975, screen 0.10053 center textcolor rgb '#4A4A4A' font ',12.5'
plot \
  'searches.dat' using 1:11:12 with filledcurves linecolor rgb '#0072B2' fillstyle transparent solid 0.18 noborder, \
  'searches.dat' using 1:13 with lines linewidth 3 linecolor rgb '#0072B2' dashtype solid, \
  'searches.dat' using 1:14 with lines linewidth 3 linecolor rgb '#009E73' dashtype solid, \
  'searches.dat' using 1:15:16 with filledcurves linecolor rgb '#D55E00' fillstyle transparent solid 0.18 noborder, \
  'searches.dat' using 1:17 with lines linewidth 3 linecolor rgb '#D55E00' dashtype solid, \
  'searches.dat' using 9:18 with points pointtype 13 pointsize 1.3 linecolor rgb '#E69F00'
unset multiplot
unset output
