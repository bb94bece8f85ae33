# Behind a prefix, a hill of lengths becomes a spike at six
# gnuplot lengths.gp draws lengths.svg

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

set terminal svg size 920,355 fixed font 'Arial&#44; Helvetica&#44; sans-serif,13' fontscale 1 linewidth 1 dashlength 1 butt enhanced background '#ffffff'
set output 'lengths.svg'
family = 'Arial&#44; Helvetica&#44; sans-serif'
set multiplot

# Panel 1: no prefix
set lmargin at screen 0.04496; set rmargin at screen 0.32272
set tmargin at screen 0.75211; set bmargin at screen 0.16184
unset logscale x
set xrange [0.3:10.7]
set xtics ('2' 2, '4' 4, '6' 6, '8' 8, '10' 10)
unset logscale y
set yrange [0:88.66666666666667]
set ytics ('0' 0, '20' 20, '40' 40, '60' 60, '80' 80)
set xtics offset 0,0.5
set grid noxtics ytics
unset colorbox
set label 'Behind a prefix, a hill of lengths becomes a spike at six' at screen 0.01739, screen 0.92394 left textcolor rgb '#1F1F1F' font family.':Bold,17'
set label 'drawn words (%)' at screen 0.01739, screen 0.79014 left textcolor rgb '#4A4A4A' font ',12.5'
set label 'no prefix' at screen 0.01739, screen 0.84225 left textcolor rgb '#1F1F1F' font family.':Bold,13.5'
set label 'letters' at screen 0.18384, screen 0.06043 center textcolor rgb '#4A4A4A' font ',12.5'
set object rectangle from screen 0.2249, screen 0.72958 to screen 0.31403, screen 0.65352 front fillcolor rgb '#ffffff' fillstyle transparent solid 0.8 noborder
set arrow from screen 0.23251, screen 0.69155 to screen 0.25859, screen 0.69155 nohead front linewidth 2 linecolor rgb '#000000' dashtype (9, 6)
set label 'a coin' at screen 0.26512, screen 0.69155 left front textcolor rgb '#1F1F1F' font ',12.5'
plot \
  'lengths.dat' using 1:2:(0.8) with boxes linecolor rgb '#8C8C8C' fillstyle solid 1 noborder, \
  'lengths.dat' using 1:3 with lines linewidth 2 linecolor rgb '#000000' dashtype (9, 6)

# Panel 2: prefix, 1 pair
unset label
unset arrow
unset object
set lmargin at screen 0.37272; set rmargin at screen 0.65049
set tmargin at screen 0.75211; set bmargin at screen 0.16184
unset logscale x
set xrange [0.3:10.7]
set xtics ('2' 2, '4' 4, '6' 6, '8' 8, '10' 10)
unset logscale y
set yrange [0:88.66666666666667]
set ytics ('' 0, '' 20, '' 40, '' 60, '' 80)
set xtics offset 0,0.5
set grid noxtics ytics
unset colorbox
set label 'prefix, 1 pair' at screen 0.36186, screen 0.84225 left textcolor rgb '#1F1F1F' font family.':Bold,13.5'
set label 'letters' at screen 0.51161, screen 0.06043 center textcolor rgb '#4A4A4A' font ',12.5'
plot \
  'lengths.dat' using 1:4:(0.8) with boxes linecolor rgb '#0072B2' fillstyle solid 1 noborder

# Panel 3: prefix, 4 pairs
unset label
unset arrow
unset object
set lmargin at screen 0.70049; set rmargin at screen 0.97826
set tmargin at screen 0.75211; set bmargin at screen 0.16184
unset logscale x
set xrange [0.3:10.7]
set xtics ('2' 2, '4' 4, '6' 6, '8' 8, '10' 10)
unset logscale y
set yrange [0:88.66666666666667]
set ytics ('' 0, '' 20, '' 40, '' 60, '' 80)
set xtics offset 0,0.5
set grid noxtics ytics
unset colorbox
set label 'prefix, 4 pairs' at screen 0.68962, screen 0.84225 left textcolor rgb '#1F1F1F' font family.':Bold,13.5'
set label 'letters' at screen 0.83938, screen 0.06043 center textcolor rgb '#4A4A4A' font ',12.5'
plot \
  'lengths.dat' using 1:5:(0.8) with boxes linecolor rgb '#0072B2' fillstyle solid 1 noborder
unset multiplot
unset output
