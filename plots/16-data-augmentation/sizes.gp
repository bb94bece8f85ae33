# Small distortions help a little; large ones help only a test that is distorted, too
# gnuplot sizes.gp draws sizes.svg

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

set terminal svg size 800,725 fixed font 'Arial&#44; Helvetica&#44; sans-serif,13' fontscale 1 linewidth 1 dashlength 1 butt enhanced background '#ffffff'
set output 'sizes.svg'
family = 'Arial&#44; Helvetica&#44; sans-serif'
set multiplot

# Panel 1: shifts, usual test
set lmargin at screen 0.0547; set rmargin at screen 0.4702
set tmargin at screen 0.87862; set bmargin at screen 0.54851
unset logscale x
set xrange [0:1.6]
set xtics ('0.0' 0, '0.2' 0.2, '0.4' 0.4, '0.6' 0.6, '0.8' 0.8, '1.0' 1, '1.2' 1.2, '1.4' 1.4, '1.6' 1.6)
unset logscale y
set yrange [-8.988864142538986:2.195991091314028]
set ytics ('−8' -8, '−6' -6, '−4' -4, '−2' -2, '0' 0, '2' 2)
set xtics offset 0,0.5
set grid noxtics ytics
unset colorbox
set label 'Small distortions help a little; large ones help only a test that is distorted, too' at screen 0.02, screen 0.96276 left textcolor rgb '#1F1F1F' font family.':Bold,17'
set label 'gain (points)' at screen 0.02, screen 0.89724 left textcolor rgb '#4A4A4A' font ',12.5'
set label 'shifts, usual test' at screen 0.02, screen 0.92276 left textcolor rgb '#1F1F1F' font family.':Bold,13.5'
set label 'shifted by up to (px)' at screen 0.26245, screen 0.49886 center textcolor rgb '#4A4A4A' font ',12.5'
set arrow from graph 0, first 0 to graph 1, first 0 nohead back linewidth 1 linecolor rgb '#8C8C8C' dashtype solid
plot \
  'sizes.dat' using 1:2:3 with filledcurves linecolor rgb '#0072B2' fillstyle transparent solid 0.18 noborder, \
  'sizes.dat' using 1:4 with lines linewidth 2 linecolor rgb '#0072B2' dashtype solid, \
  'sizes.dat' using 1:4 with points pointtype 7 pointsize 0.455 linecolor rgb '#0072B2'

# Panel 2: turns, usual test
unset label
unset arrow
unset object
set lmargin at screen 0.5595; set rmargin at screen 0.975
set tmargin at screen 0.87862; set bmargin at screen 0.54851
set logscale x
set xrange [4:220]
set xtics ('5' 5, '15' 15, '45' 45, '180' 180)
unset logscale y
set yrange [-16.74832962138086:2.494432071269485]
set ytics ('−15' -15, '−10' -10, '−5' -5, '0' 0)
set xtics offset 0,0.5
set grid noxtics ytics
unset colorbox
set label 'gain (points)' at screen 0.5152, screen 0.89724 left textcolor rgb '#4A4A4A' font ',12.5'
set label 'turns, usual test' at screen 0.5152, screen 0.92276 left textcolor rgb '#1F1F1F' font family.':Bold,13.5'
set label 'turned by up to (°)' at screen 0.76725, screen 0.49886 center textcolor rgb '#4A4A4A' font ',12.5'
set arrow from graph 0, first 0 to graph 1, first 0 nohead back linewidth 1 linecolor rgb '#8C8C8C' dashtype solid
plot \
  'sizes.dat' using 5:6:7 with filledcurves linecolor rgb '#009E73' fillstyle transparent solid 0.18 noborder, \
  'sizes.dat' using 5:8 with lines linewidth 2 linecolor rgb '#009E73' dashtype solid, \
  'sizes.dat' using 5:8 with points pointtype 7 pointsize 0.455 linecolor rgb '#009E73'

# Panel 3: shifts, test moved by whole pixels
unset label
unset arrow
unset object
set lmargin at screen 0.0547; set rmargin at screen 0.4702
set tmargin at screen 0.4092; set bmargin at screen 0.0791
unset logscale x
set xrange [0:1.6]
set xtics ('0.0' 0, '0.2' 0.2, '0.4' 0.4, '0.6' 0.6, '0.8' 0.8, '1.0' 1, '1.2' 1.2, '1.4' 1.4, '1.6' 1.6)
unset logscale y
set yrange [0:54.779510022271715]
set ytics ('0' 0, '10' 10, '20' 20, '30' 30, '40' 40, '50' 50)
set xtics offset 0,0.5
set grid noxtics ytics
unset colorbox
set label 'gain (points)' at screen 0.02, screen 0.42782 left textcolor rgb '#4A4A4A' font ',12.5'
set label 'shifts, test moved by whole pixels' at screen 0.02, screen 0.45334 left textcolor rgb '#1F1F1F' font family.':Bold,13.5'
set label 'shifted by up to (px)' at screen 0.26245, screen 0.02944 center textcolor rgb '#4A4A4A' font ',12.5'
set arrow from graph 0, first 0 to graph 1, first 0 nohead back linewidth 1 linecolor rgb '#8C8C8C' dashtype solid
plot \
  'sizes.dat' using 1:9:10 with filledcurves linecolor rgb '#0072B2' fillstyle transparent solid 0.18 noborder, \
  'sizes.dat' using 1:11 with lines linewidth 2 linecolor rgb '#0072B2' dashtype solid, \
  'sizes.dat' using 1:11 with points pointtype 7 pointsize 0.455 linecolor rgb '#0072B2'

# Panel 4: turns, test turned by up to 15°
unset label
unset arrow
unset object
set lmargin at screen 0.5595; set rmargin at screen 0.975
set tmargin at screen 0.4092; set bmargin at screen 0.0791
set logscale x
set xrange [4:220]
set xtics ('5' 5, '15' 15, '45' 45, '180' 180)
unset logscale y
set yrange [-12.792873051224943:7.893095768374152]
set ytics ('−10' -10, '−5' -5, '0' 0, '5' 5)
set xtics offset 0,0.5
set grid noxtics ytics
unset colorbox
set label 'gain (points)' at screen 0.5152, screen 0.42782 left textcolor rgb '#4A4A4A' font ',12.5'
set label 'turns, test turned by up to 15°' at screen 0.5152, screen 0.45334 left textcolor rgb '#1F1F1F' font family.':Bold,13.5'
set label 'turned by up to (°)' at screen 0.76725, screen 0.02944 center textcolor rgb '#4A4A4A' font ',12.5'
set arrow from graph 0, first 0 to graph 1, first 0 nohead back linewidth 1 linecolor rgb '#8C8C8C' dashtype solid
plot \
  'sizes.dat' using 5:12:13 with filledcurves linecolor rgb '#009E73' fillstyle transparent solid 0.18 noborder, \
  'sizes.dat' using 5:14 with lines linewidth 2 linecolor rgb '#009E73' dashtype solid, \
  'sizes.dat' using 5:14 with points pointtype 7 pointsize 0.455 linecolor rgb '#009E73'
unset multiplot
unset output
