# Dropout delays the learning of wrong labels by heart
# gnuplot time.gp draws time.svg

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

array captions[16] = ['after 22 steps', 'after 29 steps', 'after 38 steps', 'after 50 steps', 'after 66 steps', 'after 88 steps', 'after 117 steps', 'after 156 steps', 'after 208 steps', 'after 277 steps', 'after 369 steps', 'after 492 steps', 'after 656 steps', 'after 874 steps', 'after 1,165 steps', 'after 1,600 steps']
# Frame 0 is the still picture. In the film the lines grow, then stand for a moment; the grey line at its foot
# says how far it is, and keeps frames apart that are otherwise alike (gnuplot cannot store a frame without change)
do for [frame = 0:22] {
if (frame == 0) {
set terminal svg size 800,369 fixed font 'Arial&#44; Helvetica&#44; sans-serif,13' fontscale 1 linewidth 1 dashlength 1 butt enhanced background '#ffffff'
set output 'time.svg'
family = 'Arial&#44; Helvetica&#44; sans-serif'; dot = 1.0
}
if (frame == 1) {
set terminal gif animate delay 20 optimize size 1200,554 linewidth 1.5 font 'sans,13' fontscale 1.02 enhanced nocrop background '#ffffff'
set output 'time.gif'
family = 'sans'; dot = 1.5
}
moment = frame == 0 ? 16 : frame > 16 ? 16 : frame
caption = captions[moment]
set multiplot
# The colours of a film are those of its first frame, so at first all is drawn once, and wiped out
do for [pass = frame == 1 ? 1 : 2 : 2] {
shown = frame == 0 || pass == 1 || frame > 16 ? 1.0 : frame / 16.0

# Panel 1: test digits read
unset label
unset arrow
unset object
set lmargin at screen 0.0517; set rmargin at screen 0.40458
set tmargin at screen 0.70732; set bmargin at screen 0.15649
set logscale x
set xrange [22:1600]
set xtics ('25' 25, '100' 100, '400' 400, '1,600' 1600)
unset logscale y
set yrange [21.64666666666667:90.18666666666667]
set ytics ('30' 30, '40' 40, '50' 50, '60' 60, '70' 70, '80' 80, '90' 90)
set xtics offset 0,0.5
set grid noxtics ytics
unset colorbox
set label 'Dropout delays the learning of wrong labels by heart' at screen 0.02, screen 0.92683 left textcolor rgb '#1F1F1F' font family.':Bold,17'
set label '%' at screen 0.02, screen 0.7439 left textcolor rgb '#4A4A4A' font ',12.5'
set label 'test digits read' at screen 0.02, screen 0.79404 left textcolor rgb '#1F1F1F' font family.':Bold,13.5'
set label 'p = 0' at screen 0.42708, screen 0.5482 left textcolor rgb '#000000' font ',12.5'
set label 'p = 0.1' at screen 0.42708, screen 0.59427 left textcolor rgb '#397BA0' font ',12.5'
set label 'p = 0.3' at screen 0.42708, screen 0.64034 left textcolor rgb '#0072B2' font ',12.5'
set label 'p = 0.5' at screen 0.42708, screen 0.68641 left textcolor rgb '#A46086' font ',12.5'
set label caption at screen 0.02, screen 0.86721 left textcolor rgb '#1F1F1F' font family.':Bold,14'
set label 'steps' at screen 0.22814, screen 0.05893 center textcolor rgb '#4A4A4A' font ',12.5'
if (frame > 0) { set arrow from screen 0, screen 0.004 to screen frame / 22.0, screen 0.004 nohead linewidth 2 linecolor rgb '#C8C8C8' }
set arrow from screen 0.40833, screen 0.58363 to screen 0.42458, screen 0.5482 nohead linewidth 0.8 linecolor rgb '#66000000'
set arrow from screen 0.40833, screen 0.60104 to screen 0.42458, screen 0.59427 nohead linewidth 0.8 linecolor rgb '#66397BA0'
set arrow from screen 0.40833, screen 0.62902 to screen 0.42458, screen 0.64034 nohead linewidth 0.8 linecolor rgb '#660072B2'
set arrow from screen 0.40833, screen 0.65551 to screen 0.42458, screen 0.68641 nohead linewidth 0.8 linecolor rgb '#66A46086'
plot \
  'time.dat' every ::0::int(shown * 15) using 1:2 with lines linewidth 3 linecolor rgb '#000000' dashtype solid, \
  'time.dat' every ::0::int(shown * 15) using 1:3 with lines linewidth 3 linecolor rgb '#56B4E9' dashtype solid, \
  'time.dat' every ::0::int(shown * 15) using 1:4 with lines linewidth 3 linecolor rgb '#0072B2' dashtype solid, \
  'time.dat' every ::0::int(shown * 15) using 1:5 with lines linewidth 3 linecolor rgb '#CC79A7' dashtype solid

# Panel 2: wrong labels learned by heart
unset label
unset arrow
unset object
set lmargin at screen 0.5565; set rmargin at screen 0.90938
set tmargin at screen 0.70732; set bmargin at screen 0.15649
set logscale x
set xrange [22:1600]
set xtics ('25' 25, '100' 100, '400' 400, '1,600' 1600)
unset logscale y
set yrange [0:100]
set ytics ('0' 0, '20' 20, '40' 40, '60' 60, '80' 80, '100' 100)
set xtics offset 0,0.5
set grid noxtics ytics
unset colorbox
set label '%' at screen 0.5152, screen 0.7439 left textcolor rgb '#4A4A4A' font ',12.5'
set label 'wrong labels learned by heart' at screen 0.5152, screen 0.79404 left textcolor rgb '#1F1F1F' font family.':Bold,13.5'
set label 'p = 0' at screen 0.93188, screen 0.70732 left textcolor rgb '#000000' font ',12.5'
set label 'p = 0.1' at screen 0.93188, screen 0.66125 left textcolor rgb '#397BA0' font ',12.5'
set label 'p = 0.3' at screen 0.93188, screen 0.61518 left textcolor rgb '#0072B2' font ',12.5'
set label 'p = 0.5' at screen 0.93188, screen 0.54895 left textcolor rgb '#A46086' font ',12.5'
set label 'steps' at screen 0.73294, screen 0.05893 center textcolor rgb '#4A4A4A' font ',12.5'
set arrow from screen 0.91313, screen 0.70732 to screen 0.92938, screen 0.70732 nohead linewidth 0.8 linecolor rgb '#66000000'
set arrow from screen 0.91313, screen 0.70732 to screen 0.92938, screen 0.66125 nohead linewidth 0.8 linecolor rgb '#66397BA0'
set arrow from screen 0.91313, screen 0.69355 to screen 0.92938, screen 0.61518 nohead linewidth 0.8 linecolor rgb '#660072B2'
set arrow from screen 0.91313, screen 0.54895 to screen 0.92938, screen 0.54895 nohead linewidth 0.8 linecolor rgb '#66A46086'
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
