# A flip costs where it makes one class look like the other
# gnuplot labels.gp draws labels.svg

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

set terminal svg size 800,414 fixed font 'Arial&#44; Helvetica&#44; sans-serif,13' fontscale 1 linewidth 1 dashlength 1 butt enhanced background '#ffffff'
set output 'labels.svg'
family = 'Arial&#44; Helvetica&#44; sans-serif'
set multiplot

# Panel 1: two pixels
set lmargin at screen 0.0565; set rmargin at screen 0.4822
set tmargin at screen 0.78744; set bmargin at screen 0.19516
unset logscale x
set xrange [0:0.52]
set xtics ('0.0' 0, '0.1' 0.1, '0.2' 0.2, '0.3' 0.3, '0.4' 0.4, '0.5' 0.5)
unset logscale y
set yrange [0:0.75]
set ytics ('0.0' 0, '0.1' 0.1, '0.2' 0.2, '0.3' 0.3, '0.4' 0.4, '0.5' 0.5, '0.6' 0.6, '0.7' 0.7)
set xtics offset 0,0.5
set grid noxtics ytics
unset colorbox
set label 'A flip costs where it makes one class look like the other' at screen 0.02, screen 0.93478 left textcolor rgb '#1F1F1F' font family.':Bold,17'
set label 'cross-entropy (nats)' at screen 0.02, screen 0.82005 left textcolor rgb '#4A4A4A' font ',12.5'
set label 'two pixels' at screen 0.02, screen 0.86473 left textcolor rgb '#1F1F1F' font family.':Bold,13.5'
set label 'flipped with probability p' at screen 0.26935, screen 0.1082 center textcolor rgb '#4A4A4A' font ',12.5'
set object rectangle from screen 0.36064, screen 0.32077 to screen 0.4722, screen 0.21449 front fillcolor rgb '#ffffff' fillstyle transparent solid 0.8 noborder
set arrow from screen 0.36939, screen 0.28816 to screen 0.39939, screen 0.28816 nohead front linewidth 2 linecolor rgb '#000000' dashtype (9, 6)
set label 'H(p)' at screen 0.40689, screen 0.28816 left front textcolor rgb '#1F1F1F' font ',12.5'
set label '' at screen 0.38439, screen 0.24709 front point pointtype 7 pointsize 0.65 linecolor rgb '#0072B2'
set label 'trained' at screen 0.40689, screen 0.24709 left front textcolor rgb '#1F1F1F' font ',12.5'
set object rectangle from screen 0.0565, screen 0.04178 to screen 0.0865, screen 0.06593 front fillcolor rgb '#8C8C8C' fillstyle solid 1 noborder
set label 'upright' at screen 0.094, screen 0.05386 left front textcolor rgb '#1F1F1F' font ',12.5'
set object rectangle from screen 0.17369, screen 0.04178 to screen 0.20369, screen 0.06593 front fillcolor rgb '#E69F00' fillstyle solid 1 noborder
set label 'mirrored' at screen 0.21119, screen 0.05386 left front textcolor rgb '#1F1F1F' font ',12.5'
set object rectangle from screen 0.30244, screen 0.04178 to screen 0.33244, screen 0.06593 front fillcolor rgb '#56B4E9' fillstyle solid 1 noborder
set label 'upside down' at screen 0.33994, screen 0.05386 left front textcolor rgb '#1F1F1F' font ',12.5'
set object rectangle from screen 0.46244, screen 0.04178 to screen 0.49244, screen 0.06593 front fillcolor rgb '#CC79A7' fillstyle solid 1 noborder
set label 'half turn' at screen 0.49994, screen 0.05386 left front textcolor rgb '#1F1F1F' font ',12.5'
plot \
  'labels.dat' using 1:2 with lines linewidth 2 linecolor rgb '#000000' dashtype (9, 6), \
  'labels.dat' using 3:4 with points pointtype 7 pointsize 0.65 linecolor rgb '#0072B2'

# Panel 2: pairs of digits
unset label
unset arrow
unset object
set lmargin at screen 0.5493; set rmargin at screen 0.975
set tmargin at screen 0.78744; set bmargin at screen 0.19516
unset logscale x
set xrange [-0.59:2.59]
set xtics ('0 or 8' 0, '2 or 5' 1, '6 or 9' 2)
unset logscale y
set yrange [0:9.005586592178773]
set ytics ('0' 0, '2' 2, '4' 4, '6' 6, '8' 8)
set xtics offset 0,0.5
set grid noxtics ytics
unset colorbox
set label 'test error (%)' at screen 0.5272, screen 0.82005 left textcolor rgb '#4A4A4A' font ',12.5'
set label 'pairs of digits' at screen 0.5272, screen 0.86473 left textcolor rgb '#1F1F1F' font family.':Bold,13.5'
plot \
  'labels.dat' using ($5 + -0.30000000000000004):6:(0.2) with boxes linecolor rgb '#8C8C8C' fillstyle solid 1 noborder, \
  'labels.dat' using ($5 + -0.1):7:(0.2) with boxes linecolor rgb '#E69F00' fillstyle solid 1 noborder, \
  'labels.dat' using ($5 + 0.1):8:(0.2) with boxes linecolor rgb '#56B4E9' fillstyle solid 1 noborder, \
  'labels.dat' using ($5 + 0.30000000000000004):9:(0.2) with boxes linecolor rgb '#CC79A7' fillstyle solid 1 noborder
unset multiplot
unset output
