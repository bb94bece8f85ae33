# Adam turns back when its curvature has grown to 38
# gnuplot bowl.gp draws bowl.svg

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

set terminal svg size 800,400 fixed font 'Arial&#44; Helvetica&#44; sans-serif,13' fontscale 1 linewidth 1 dashlength 1 butt enhanced background '#ffffff'
set output 'bowl.svg'
family = 'Arial&#44; Helvetica&#44; sans-serif'
set multiplot

# Panel 1: distance from the minimum
set lmargin at screen 0.0835; set rmargin at screen 0.47473
set tmargin at screen 0.765; set bmargin at screen 0.20164
unset logscale x
set xrange [4.5:8000]
set xtics ('2000' 2000, '4000' 4000, '6000' 6000, '8000' 8000)
set logscale y
set yrange [3.094853449087946e-47:10]
set ytics ('10^{−40}' 1e-40, '10^{−30}' 1e-30, '10^{−20}' 1e-20, '10^{−10}' 1e-10, '10^{0}' 1)
set xtics offset 0,0.5
set grid noxtics ytics
unset colorbox
set label 'Adam turns back when its curvature has grown to 38' at screen 0.02, screen 0.9325 left textcolor rgb '#1F1F1F' font family.':Bold,17'
set label '|w|' at screen 0.02, screen 0.81375 left textcolor rgb '#4A4A4A' font ',12.5'
set label 'distance from the minimum' at screen 0.02, screen 0.86 left textcolor rgb '#1F1F1F' font family.':Bold,13.5'
set label 'step' at screen 0.27911, screen 0.11164 center textcolor rgb '#4A4A4A' font ',12.5'
set arrow from screen 0.0835, screen 0.05539 to screen 0.1135, screen 0.05539 nohead front linewidth 2 linecolor rgb '#56B4E9' dashtype solid
set label 'AMSGrad' at screen 0.121, screen 0.05539 left front textcolor rgb '#1F1F1F' font ',12.5'
set arrow from screen 0.21725, screen 0.05539 to screen 0.24725, screen 0.05539 nohead front linewidth 2 linecolor rgb '#E69F00' dashtype solid
set label 'ε above ηλ/38' at screen 0.25475, screen 0.05539 left front textcolor rgb '#1F1F1F' font ',12.5'
set arrow from screen 0.38913, screen 0.05539 to screen 0.41913, screen 0.05539 nohead front linewidth 2 linecolor rgb '#009E73' dashtype solid
set label 'Adam' at screen 0.42663, screen 0.05539 left front textcolor rgb '#1F1F1F' font ',12.5'
plot \
  'bowl.dat' using 1:2 with lines linewidth 2 linecolor rgb '#56B4E9' dashtype solid, \
  'bowl.dat' using 1:3 with lines linewidth 2 linecolor rgb '#E69F00' dashtype solid, \
  'bowl.dat' using 1:4 with lines linewidth 2 linecolor rgb '#009E73' dashtype solid, \
  'bowl.dat' using 5:6 with lines linewidth 2 linecolor rgb '#000000' dashtype (9, 6)

# Panel 2: the curvature in Adam's units
unset label
unset arrow
unset object
set lmargin at screen 0.57003; set rmargin at screen 0.96125
set tmargin at screen 0.765; set bmargin at screen 0.20164
unset logscale x
set xrange [4.5:7994.5]
set xtics ('2000' 2000, '4000' 4000, '6000' 6000)
set logscale y
set yrange [0.007421454377719907:80.88047388062886]
set ytics ('0.01' 0.01, '0.1' 0.1, '1' 1, '10' 10)
set xtics offset 0,0.5
set grid noxtics ytics
unset colorbox
set label 'ηλ / (√v̂ + ε)' at screen 0.52393, screen 0.81375 left textcolor rgb '#4A4A4A' font ',12.5'
set label 'the curvature in Adam''s units' at screen 0.52393, screen 0.86 left textcolor rgb '#1F1F1F' font family.':Bold,13.5'
set label '38' at screen 0.97, screen 0.71922 left textcolor rgb '#000000' font ',12.5'
set label 'step' at screen 0.76564, screen 0.11164 center textcolor rgb '#4A4A4A' font ',12.5'
set arrow from graph 0, first 38.00000000000001 to graph 1, first 38.00000000000001 nohead back linewidth 2 linecolor rgb '#000000' dashtype (2, 4)
plot \
  'bowl.dat' using 7:8 with lines linewidth 2 linecolor rgb '#56B4E9' dashtype solid, \
  'bowl.dat' using 7:9 with lines linewidth 2 linecolor rgb '#E69F00' dashtype solid, \
  'bowl.dat' using 7:10 with lines linewidth 2 linecolor rgb '#009E73' dashtype solid, \
  'bowl.dat' using 5:11 with lines linewidth 2 linecolor rgb '#000000' dashtype (9, 6)
unset multiplot
unset output
