# One enlarged unit ruins eight bits with a shared scale
# gnuplot outlier.gp draws outlier.svg

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
set output 'outlier.svg'
family = 'Arial&#44; Helvetica&#44; sans-serif'

set lmargin at screen 0.06811; set rmargin at screen 0.87153
set tmargin at screen 0.82438; set bmargin at screen 0.16704
set logscale x
set xrange [0.8128305161640992:1230.2687708123817]
set xtics ('1' 1, '10' 10, '100' 100, '1,000' 1000)
unset logscale y
set yrange [0:100]
set ytics ('0' 0, '20' 20, '40' 40, '60' 60, '80' 80, '100' 100)
set xtics offset 0,0.5
set grid noxtics ytics
unset colorbox
set label 'One enlarged unit ruins eight bits with a shared scale' at screen 0.02222, screen 0.94421 left textcolor rgb '#1F1F1F' font family.':Bold,17'
set label '4 bits' at screen 0.44212, screen 0.85021 center textcolor rgb '#717171' font ',12.5'
set label '3 bits' at screen 0.53509, screen 0.85021 center textcolor rgb '#717171' font ',12.5'
set label '2 bits' at screen 0.65563, screen 0.85021 center textcolor rgb '#717171' font ',12.5'
set label 'test digits read (%)' at screen 0.02222, screen 0.8874 left textcolor rgb '#4A4A4A' font ',12.5'
set label 'not rounded' at screen 0.88125, screen 0.75832 left textcolor rgb '#717171' font ',12.5'
set label 'factor c of one unit''s weights' at screen 0.46982, screen 0.09266 center textcolor rgb '#4A4A4A' font ',12.5'
set arrow from first 24.567591951287184, graph 0 to first 24.567591951287184, graph 1 nohead back linewidth 1 linecolor rgb '#8C8C8C' dashtype (2, 4)
set arrow from first 57.3243812196701, graph 0 to first 57.3243812196701, graph 1 nohead back linewidth 1 linecolor rgb '#8C8C8C' dashtype (2, 4)
set arrow from first 171.9731436590103, graph 0 to first 171.9731436590103, graph 1 nohead back linewidth 1 linecolor rgb '#8C8C8C' dashtype (2, 4)
set arrow from graph 0, first 89.9497487437186 to graph 1, first 89.9497487437186 nohead back linewidth 1 linecolor rgb '#8C8C8C' dashtype (9, 6)
set arrow from screen 0.06811, screen 0.04617 to screen 0.10144, screen 0.04617 nohead front linewidth 2 linecolor rgb '#0072B2' dashtype solid
set label 'a scale for each output' at screen 0.10978, screen 0.04617 left front textcolor rgb '#1F1F1F' font ',12.5'
set arrow from screen 0.3379, screen 0.04617 to screen 0.37124, screen 0.04617 nohead front linewidth 2 linecolor rgb '#D55E00' dashtype solid
set label 'one scale' at screen 0.37957, screen 0.04617 left front textcolor rgb '#1F1F1F' font ',12.5'
plot \
  'outlier.dat' using 1:2:3 with filledcurves linecolor rgb '#0072B2' fillstyle transparent solid 0.18 noborder, \
  'outlier.dat' using 1:4 with lines linewidth 2 linecolor rgb '#0072B2' dashtype solid, \
  'outlier.dat' using 1:4 with points pointtype 7 pointsize 0.455 linecolor rgb '#0072B2', \
  'outlier.dat' using 1:5:6 with filledcurves linecolor rgb '#D55E00' fillstyle transparent solid 0.18 noborder, \
  'outlier.dat' using 1:7 with lines linewidth 2 linecolor rgb '#D55E00' dashtype solid, \
  'outlier.dat' using 1:7 with points pointtype 7 pointsize 0.455 linecolor rgb '#D55E00'
unset output
