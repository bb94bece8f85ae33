# 100 words find the adapters that fit
# gnuplot maps.gp draws maps.svg

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

set terminal svg size 800,377 fixed font 'Arial&#44; Helvetica&#44; sans-serif,13' fontscale 1 linewidth 1 dashlength 1 butt enhanced background '#ffffff'
set output 'maps.svg'
family = 'Arial&#44; Helvetica&#44; sans-serif'
set multiplot

# Panel 1: bits saved by an adapter alone
set lmargin at screen 0.1141; set rmargin at screen 0.5158
set tmargin at screen 0.76658; set bmargin at screen 0.15284
unset logscale x
set xrange [-0.5:2.5]
set xtics ('Spanish' 0, 'names' 1, 'backwards' 2)
unset logscale y
set yrange [-0.5:3.5]
set ytics ('mixture' 0, 'backwards' 1, 'names' 2, 'Spanish' 3)
set xtics offset 0,0.5
unset grid
set palette defined (0 '#0072B2', 1 '#7FB4D6', 2 '#FFFFFF', 3 '#EAAE7F', 4 '#D55E00')
unset logscale cb
set cbrange [-1.2:1.2]
unset colorbox
set label '100 words find the adapters that fit' at screen 0.02, screen 0.92838 left textcolor rgb '#1F1F1F' font family.':Bold,17'
set label 'task' at screen 0.02, screen 0.80239 left textcolor rgb '#4A4A4A' font ',12.5'
set label 'bits saved by an adapter alone' at screen 0.02, screen 0.85146 left textcolor rgb '#1F1F1F' font family.':Bold,13.5'
set label 'adapter' at screen 0.31495, screen 0.05735 center textcolor rgb '#4A4A4A' font ',12.5'
set label '0.30' at first 0, first 0 center front textcolor rgb '#000000' font ',12.5'
set label '0.28' at first 1, first 0 center front textcolor rgb '#000000' font ',12.5'
set label '−0.37' at first 2, first 0 center front textcolor rgb '#000000' font ',12.5'
set label '−0.35' at first 0, first 1 center front textcolor rgb '#000000' font ',12.5'
set label '0.19' at first 1, first 1 center front textcolor rgb '#000000' font ',12.5'
set label '1.10' at first 2, first 1 center front textcolor rgb '#FFFFFF' font ',12.5'
set label '−0.17' at first 0, first 2 center front textcolor rgb '#000000' font ',12.5'
set label '0.27' at first 1, first 2 center front textcolor rgb '#000000' font ',12.5'
set label '−0.48' at first 2, first 2 center front textcolor rgb '#000000' font ',12.5'
set label '0.71' at first 0, first 3 center front textcolor rgb '#000000' font ',12.5'
set label '0.29' at first 1, first 3 center front textcolor rgb '#000000' font ',12.5'
set label '−0.29' at first 2, first 3 center front textcolor rgb '#000000' font ',12.5'
plot \
  'maps.dat' using 1:2:3 with image pixels

# Panel 2: share of the attention
unset label
unset arrow
unset object
set lmargin at screen 0.5733; set rmargin at screen 0.975
set tmargin at screen 0.76658; set bmargin at screen 0.15284
unset logscale x
set xrange [-0.5:2.5]
set xtics ('Spanish' 0, 'names' 1, 'backwards' 2)
unset logscale y
set yrange [-0.5:3.5]
set ytics ('' 0, '' 1, '' 2, '' 3)
set xtics offset 0,0.5
unset grid
set palette defined (0 '#FFFFFF', 1 '#E9EEF4', 2 '#CFDAE6', 3 '#B1C2D4', 4 '#8FA7BF')
unset logscale cb
set cbrange [0:1]
unset colorbox
set label 'share of the attention' at screen 0.5608, screen 0.85146 left textcolor rgb '#1F1F1F' font family.':Bold,13.5'
set label 'adapter' at screen 0.77415, screen 0.05735 center textcolor rgb '#4A4A4A' font ',12.5'
set label '0.44' at first 0, first 0 center front textcolor rgb '#000000' font ',12.5'
set label '0.42' at first 1, first 0 center front textcolor rgb '#000000' font ',12.5'
set label '0.14' at first 2, first 0 center front textcolor rgb '#000000' font ',12.5'
set label '0.04' at first 0, first 1 center front textcolor rgb '#000000' font ',12.5'
set label '0.02' at first 1, first 1 center front textcolor rgb '#000000' font ',12.5'
set label '0.94' at first 2, first 1 center front textcolor rgb '#000000' font ',12.5'
set label '0.11' at first 0, first 2 center front textcolor rgb '#000000' font ',12.5'
set label '0.82' at first 1, first 2 center front textcolor rgb '#000000' font ',12.5'
set label '0.07' at first 2, first 2 center front textcolor rgb '#000000' font ',12.5'
set label '0.83' at first 0, first 3 center front textcolor rgb '#000000' font ',12.5'
set label '0.12' at first 1, first 3 center front textcolor rgb '#000000' font ',12.5'
set label '0.06' at first 2, first 3 center front textcolor rgb '#000000' font ',12.5'
plot \
  'maps.dat' using 1:2:4 with image pixels
unset multiplot
unset output
