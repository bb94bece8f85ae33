# Half circles to separate, temperatures to average, tumours to diagnose
# gnuplot data.gp draws data.svg

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

set terminal svg size 920,342 fixed font 'Arial&#44; Helvetica&#44; sans-serif,13' fontscale 1 linewidth 1 dashlength 1 butt enhanced background '#ffffff'
set output 'data.svg'
family = 'Arial&#44; Helvetica&#44; sans-serif'
set multiplot

# Panel 1: moons
set lmargin at screen 0.06009; set rmargin at screen 0.32063
set tmargin at screen 0.74269; set bmargin at screen 0.30195
unset logscale x
set xrange [-1.5514763343334197:2.363869880437851]
set xtics ('−1' -1, '0' 0, '1' 1, '2' 2)
unset logscale y
set yrange [-0.9558519506454468:1.5062431478500367]
set ytics ('−0.5' -0.5, '0.0' 0, '0.5' 0.5, '1.0' 1, '1.5' 1.5)
set xtics offset 0,0.5
set grid noxtics ytics
unset colorbox
set label 'Half circles to separate, temperatures to average, tumours to diagnose' at screen 0.01739, screen 0.92105 left textcolor rgb '#1F1F1F' font family.':Bold,17'
set label 'x₂' at screen 0.01739, screen 0.78216 left textcolor rgb '#4A4A4A' font ',12.5'
set label 'moons' at screen 0.01739, screen 0.83626 left textcolor rgb '#1F1F1F' font family.':Bold,13.5'
set label 'x₁' at screen 0.19036, screen 0.19669 center textcolor rgb '#4A4A4A' font ',12.5'
plot \
  'data.dat' using 1:2 with points pointtype 7 pointsize 0.39 linecolor rgb '#660072B2', \
  'data.dat' using 3:4 with points pointtype 7 pointsize 0.39 linecolor rgb '#66D55E00'

# Panel 2: weather in Seattle
unset label
unset arrow
unset object
set lmargin at screen 0.38733; set rmargin at screen 0.64788
set tmargin at screen 0.74269; set bmargin at screen 0.16796
unset logscale x
set xrange [0:1503.8]
set xtics ('0' 0, '500' 500, '1000' 1000, '1500' 1500)
unset logscale y
set yrange [-3.088:37.088]
set ytics ('0' 0, '10' 10, '20' 20, '30' 30)
set xtics offset 0,0.5
set grid noxtics ytics
unset colorbox
set label 'highest temperature (°C)' at screen 0.35977, screen 0.78216 left textcolor rgb '#4A4A4A' font ',12.5'
set label 'weather in Seattle' at screen 0.35977, screen 0.83626 left textcolor rgb '#1F1F1F' font family.':Bold,13.5'
set label 'day' at screen 0.5176, screen 0.0627 center textcolor rgb '#4A4A4A' font ',12.5'
plot \
  'data.dat' using 5:6 with points pointtype 7 pointsize 0.195 linecolor rgb '#660072B2'

# Panel 3: breast tumours
unset label
unset arrow
unset object
set lmargin at screen 0.71771; set rmargin at screen 0.97826
set tmargin at screen 0.74269; set bmargin at screen 0.16796
unset logscale x
set xrange [0:28.74387]
set xtics ('0' 0, '5' 5, '10' 10, '15' 15, '20' 20, '25' 25)
unset logscale y
set yrange [0:40.4628]
set ytics ('0' 0, '10' 10, '20' 20, '30' 30, '40' 40)
set xtics offset 0,0.5
set grid noxtics ytics
unset colorbox
set label 'mean texture' at screen 0.69015, screen 0.78216 left textcolor rgb '#4A4A4A' font ',12.5'
set label 'breast tumours' at screen 0.69015, screen 0.83626 left textcolor rgb '#1F1F1F' font family.':Bold,13.5'
set label 'mean radius' at screen 0.84799, screen 0.0627 center textcolor rgb '#4A4A4A' font ',12.5'
set object rectangle from screen 0.85245, screen 0.32001 to screen 0.96957, screen 0.19135 front fillcolor rgb '#ffffff' fillstyle transparent solid 0.8 noborder
set label '' at screen 0.8731, screen 0.28053 front point pointtype 7 pointsize 0.39 linecolor rgb '#660072B2'
set label 'benign' at screen 0.89266, screen 0.28053 left front textcolor rgb '#1F1F1F' font ',12.5'
set label '' at screen 0.8731, screen 0.23083 front point pointtype 7 pointsize 0.39 linecolor rgb '#66D55E00'
set label 'malignant' at screen 0.89266, screen 0.23083 left front textcolor rgb '#1F1F1F' font ',12.5'
plot \
  'data.dat' using 7:8 with points pointtype 7 pointsize 0.39 linecolor rgb '#660072B2', \
  'data.dat' using 9:10 with points pointtype 7 pointsize 0.39 linecolor rgb '#66D55E00'
unset multiplot
unset output
