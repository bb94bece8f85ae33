# With a fall the valley is deeper, and lies at a higher rate
# gnuplot rates.gp draws rates.svg

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

set terminal svg size 800,415 fixed font 'Arial&#44; Helvetica&#44; sans-serif,13' fontscale 1 linewidth 1 dashlength 1 butt enhanced background '#ffffff'
set output 'rates.svg'
family = 'Arial&#44; Helvetica&#44; sans-serif'
set multiplot

# Panel 1: momentum
set lmargin at screen 0.0565; set rmargin at screen 0.485
set tmargin at screen 0.78795; set bmargin at screen 0.19321
set logscale x
set xrange [0.005632815391317689:0.221913894413569]
set xtics ('0.00625' 0.00625, '0.0125' 0.0125, '0.025' 0.025, '0.05' 0.05, '0.1' 0.1, '0.2' 0.2)
set logscale y
set yrange [0.09802167654037476:0.65974922478199]
set ytics ('0.1' 0.1, '0.2' 0.2, '0.5' 0.5)
set xtics offset 0,0.5
set grid noxtics ytics
unset colorbox
set label 'With a fall the valley is deeper, and lies at a higher rate' at screen 0.02, screen 0.93494 left textcolor rgb '#1F1F1F' font family.':Bold,17'
set label 'test loss' at screen 0.02, screen 0.82048 left textcolor rgb '#4A4A4A' font ',12.5'
set label 'momentum' at screen 0.02, screen 0.86506 left textcolor rgb '#1F1F1F' font family.':Bold,13.5'
set label 'learning rate' at screen 0.27075, screen 0.10646 center textcolor rgb '#4A4A4A' font ',12.5'
set arrow from screen 0.0565, screen 0.05225 to screen 0.0865, screen 0.05225 nohead front linewidth 3 linecolor rgb '#0072B2' dashtype solid
set label 'constant' at screen 0.094, screen 0.05225 left front textcolor rgb '#1F1F1F' font ',12.5'
set arrow from screen 0.18556, screen 0.05225 to screen 0.21556, screen 0.05225 nohead front linewidth 3 linecolor rgb '#D55E00' dashtype solid
set label 'cool-down' at screen 0.22306, screen 0.05225 left front textcolor rgb '#1F1F1F' font ',12.5'
set arrow from screen 0.3265, screen 0.05225 to screen 0.3565, screen 0.05225 nohead front linewidth 3 linecolor rgb '#000000' dashtype solid
set label 'cosine' at screen 0.364, screen 0.05225 left front textcolor rgb '#1F1F1F' font ',12.5'
plot \
  'rates.dat' using 1:2 with lines linewidth 3 linecolor rgb '#0072B2' dashtype solid, \
  'rates.dat' using 1:3 with lines linewidth 3 linecolor rgb '#D55E00' dashtype solid, \
  'rates.dat' using 4:5 with lines linewidth 3 linecolor rgb '#000000' dashtype solid, \
  'rates.dat' using 6:7 with points pointtype 6 pointsize 1.3 linecolor rgb '#0072B2', \
  'rates.dat' using 8:9 with points pointtype 6 pointsize 1.3 linecolor rgb '#D55E00', \
  'rates.dat' using 8:10 with points pointtype 6 pointsize 1.3 linecolor rgb '#000000'

# Panel 2: Adam
unset label
unset arrow
unset object
set lmargin at screen 0.5465; set rmargin at screen 0.975
set tmargin at screen 0.78795; set bmargin at screen 0.19321
set logscale x
set xrange [0.0022531261565270754:0.0887655577654276]
set xtics ('0.0025' 0.0025, '0.005' 0.005, '0.01' 0.01, '0.02' 0.02, '0.04' 0.04, '0.08' 0.08)
set logscale y
set yrange [0.09802167654037476:0.65974922478199]
set ytics ('' 0.1, '' 0.2, '' 0.5)
set xtics offset 0,0.5
set grid noxtics ytics
unset colorbox
set label 'Adam' at screen 0.53, screen 0.86506 left textcolor rgb '#1F1F1F' font family.':Bold,13.5'
set label 'learning rate' at screen 0.76075, screen 0.10646 center textcolor rgb '#4A4A4A' font ',12.5'
plot \
  'rates.dat' using 11:12 with lines linewidth 3 linecolor rgb '#0072B2' dashtype solid, \
  'rates.dat' using 11:13 with lines linewidth 3 linecolor rgb '#D55E00' dashtype solid, \
  'rates.dat' using 14:15 with lines linewidth 3 linecolor rgb '#000000' dashtype solid, \
  'rates.dat' using 16:17 with points pointtype 6 pointsize 1.3 linecolor rgb '#0072B2', \
  'rates.dat' using 18:19 with points pointtype 6 pointsize 1.3 linecolor rgb '#D55E00', \
  'rates.dat' using 20:21 with points pointtype 6 pointsize 1.3 linecolor rgb '#000000'
unset multiplot
unset output
