# The thumbnail of time
# gnuplot time-small.gp draws time-small.svg

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

# Frame 0 is the still picture. In the film the lines grow, then stand for a moment; the grey line at its foot
# says how far it is, and keeps frames apart that are otherwise alike (gnuplot cannot store a frame without change)
do for [frame = 0:0] {
if (frame == 0) {
set terminal svg size 340,246 fixed font 'Arial&#44; Helvetica&#44; sans-serif,13' fontscale 1 linewidth 1 dashlength 1 butt enhanced background '#ffffff'
set output 'time-small.svg'
family = 'Arial&#44; Helvetica&#44; sans-serif'; dot = 1.0
}
if (frame == 1) {
set terminal gif animate delay 8 optimize size 510,369 linewidth 1.5 font 'sans,13' fontscale 1.02 enhanced nocrop background '#ffffff'
family = 'sans'; dot = 1.5
}
moment = frame == 0 ? 16 : frame > 16 ? 16 : frame
set multiplot
# The colours of a film are those of its first frame, so at first all is drawn once, and wiped out
do for [pass = frame == 1 ? 1 : 2 : 2] {
shown = frame == 0 || pass == 1 || frame > 16 ? 1.0 : frame / 16.0

unset label
unset arrow
unset object
set lmargin at screen 0.14424; set rmargin at screen 0.78676
set tmargin at screen 0.73171; set bmargin at screen 0.2344
set logscale x
set xrange [22:1600]
set xtics ('25' 25, '100' 100, '400' 400, '1,600' 1600)
unset logscale y
set yrange [0:100]
set ytics ('0' 0, '20' 20, '40' 40, '60' 60, '80' 80, '100' 100)
set xtics offset 0,0.5
set grid noxtics ytics
unset colorbox
set label '%' at screen 0.04706, screen 0.78659 left textcolor rgb '#4A4A4A' font ',12.5'
set label 'wrong labels learned by heart' at screen 0.04706, screen 0.86179 left textcolor rgb '#1F1F1F' font family.':Bold,13.5'
set label 'p = 0' at screen 0.83971, screen 0.73171 left textcolor rgb '#000000' font ',12.5'
set label 'p = 0.1' at screen 0.83971, screen 0.6626 left textcolor rgb '#397BA0' font ',12.5'
set label 'p = 0.3' at screen 0.83971, screen 0.5935 left textcolor rgb '#0072B2' font ',12.5'
set label 'p = 0.5' at screen 0.83971, screen 0.52439 left textcolor rgb '#A46086' font ',12.5'
set label 'steps' at screen 0.4655, screen 0.08806 center textcolor rgb '#4A4A4A' font ',12.5'
if (frame > 0) { set arrow from screen 0, screen 0.004 to screen frame / 31.0, screen 0.004 nohead linewidth 2 linecolor rgb '#C8C8C8' }
set arrow from screen 0.79559, screen 0.73171 to screen 0.83382, screen 0.73171 nohead linewidth 0.8 linecolor rgb '#66000000'
set arrow from screen 0.79559, screen 0.73171 to screen 0.83382, screen 0.6626 nohead linewidth 0.8 linecolor rgb '#66397BA0'
set arrow from screen 0.79559, screen 0.71927 to screen 0.83382, screen 0.5935 nohead linewidth 0.8 linecolor rgb '#660072B2'
set arrow from screen 0.79559, screen 0.58873 to screen 0.83382, screen 0.52439 nohead linewidth 0.8 linecolor rgb '#66A46086'
plot \
  'time.dat' every ::0::int(shown * 15) using 1:6 with lines linewidth 3 linecolor rgb '#000000' dashtype solid, \
  'time.dat' every ::0::int(shown * 15) using 1:7 with lines linewidth 3 linecolor rgb '#56B4E9' dashtype solid, \
  'time.dat' every ::0::int(shown * 15) using 1:8 with lines linewidth 3 linecolor rgb '#0072B2' dashtype solid, \
  'time.dat' every ::0::int(shown * 15) using 1:9 with lines linewidth 3 linecolor rgb '#CC79A7' dashtype solid

if (pass == 1) { clear }
}
unset multiplot
}
unset output
