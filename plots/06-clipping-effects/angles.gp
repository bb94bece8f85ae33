# Clipping a gradient part by part turns it, by tens of degrees
# gnuplot angles.gp draws angles.svg
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

set terminal svg size 920,352 font 'Arial,13' enhanced background '#ffffff'
set output 'angles.svg'
set multiplot

# Panel 1: norm of each parameter ≤ 0.3
set lmargin at screen 0.05528; set rmargin at screen 0.32961
set tmargin at screen 0.75; set bmargin at screen 0.16207
unset logscale x
set xrange [0:60]
set xtics ('0' 0, '20' 20, '40' 40, '60' 60)
unset logscale y
set yrange [0:0.2733939393939394]
set ytics ('0.00' 0, '0.05' 0.05, '0.10' 0.1, '0.15' 0.15, '0.20' 0.2, '0.25' 0.25)
set xtics offset 0,0.5
set grid noxtics ytics
unset colorbox
set label 'Clipping a gradient part by part turns it, by tens of degrees' at screen 0.01739, screen 0.9233 left textcolor rgb '#1F1F1F' font 'Arial:Bold,17'
set label 'share of the steps' at screen 0.01739, screen 0.78835 left textcolor rgb '#4A4A4A' font ',12.5'
set label 'norm of each parameter ≤ 0.3' at screen 0.01739, screen 0.84091 left textcolor rgb '#1F1F1F' font 'Arial:Bold,13.5'
set label 'turned by (°)' at screen 0.19245, screen 0.0598 center textcolor rgb '#4A4A4A' font ',12.5'
plot \
  'angles.dat' using (($1 + $2) / 2):3:($2 - $1) with boxes linecolor rgb '#D55E00' fillstyle transparent solid 0.45 border linecolor rgb '#ffffff'

# Panel 2: each value ≤ 0.1
unset label
unset arrow
unset object
set lmargin at screen 0.37961; set rmargin at screen 0.65393
set tmargin at screen 0.75; set bmargin at screen 0.16207
unset logscale x
set xrange [0:60]
set xtics ('0' 0, '20' 20, '40' 40, '60' 60)
unset logscale y
set yrange [0:0.2733939393939394]
set ytics ('' 0, '' 0.05, '' 0.1, '' 0.15, '' 0.2, '' 0.25)
set xtics offset 0,0.5
set grid noxtics ytics
unset colorbox
set label 'each value ≤ 0.1' at screen 0.36874, screen 0.84091 left textcolor rgb '#1F1F1F' font 'Arial:Bold,13.5'
set label 'turned by (°)' at screen 0.51677, screen 0.0598 center textcolor rgb '#4A4A4A' font ',12.5'
plot \
  'angles.dat' using (($1 + $2) / 2):4:($2 - $1) with boxes linecolor rgb '#D55E00' fillstyle transparent solid 0.45 border linecolor rgb '#ffffff'

# Panel 3: each value ≤ 0.03
unset label
unset arrow
unset object
set lmargin at screen 0.70393; set rmargin at screen 0.97826
set tmargin at screen 0.75; set bmargin at screen 0.16207
unset logscale x
set xrange [0:60]
set xtics ('0' 0, '20' 20, '40' 40, '60' 60)
unset logscale y
set yrange [0:0.2733939393939394]
set ytics ('' 0, '' 0.05, '' 0.1, '' 0.15, '' 0.2, '' 0.25)
set xtics offset 0,0.5
set grid noxtics ytics
unset colorbox
set label 'each value ≤ 0.03' at screen 0.69307, screen 0.84091 left textcolor rgb '#1F1F1F' font 'Arial:Bold,13.5'
set label 'turned by (°)' at screen 0.8411, screen 0.0598 center textcolor rgb '#4A4A4A' font ',12.5'
plot \
  'angles.dat' using (($1 + $2) / 2):5:($2 - $1) with boxes linecolor rgb '#D55E00' fillstyle transparent solid 0.45 border linecolor rgb '#ffffff'
unset multiplot
unset output
