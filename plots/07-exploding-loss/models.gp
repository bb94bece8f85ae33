# Beyond 2/λ₀: a cliff, a later cliff, a detour, a plateau. 1/λ₀ trains all four
# gnuplot models.gp draws models.svg

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

set terminal svg size 800,729 fixed font 'Arial&#44; Helvetica&#44; sans-serif,13' fontscale 1 linewidth 1 dashlength 1 butt enhanced background '#ffffff'
set output 'models.svg'
family = 'Arial&#44; Helvetica&#44; sans-serif'
set multiplot

# Panel 1: a cliff: linear regression
set lmargin at screen 0.0853; set rmargin at screen 0.45844
set tmargin at screen 0.85597; set bmargin at screen 0.56114
set logscale x
set xrange [0.017570258771967686:1.707430743584906]
set xtics ('0.02' 0.02, '0.05' 0.05, '0.1' 0.1, '0.2' 0.2, '0.5' 0.5, '1' 1)
set logscale y
set yrange [0.05:10000]
set ytics ('1' 1, '100' 100, '10,000' 10000)
set xtics offset 0,0.5
set grid noxtics ytics
unset colorbox
set label 'Beyond 2/λ₀: a cliff, a later cliff, a detour, a plateau. 1/λ₀ trains all four' at screen 0.02, screen 0.96296 left textcolor rgb '#1F1F1F' font family.':Bold,17'
set label '1/λ₀' at screen 0.3583, screen 0.87311 center textcolor rgb '#008661' font ',12.5'
set label '2/λ₀' at screen 0.41482, screen 0.87311 center textcolor rgb '#717171' font ',12.5'
set label 'loss' at screen 0.02, screen 0.89781 left textcolor rgb '#4A4A4A' font ',12.5'
set label 'a cliff: linear regression' at screen 0.02, screen 0.92318 left textcolor rgb '#1F1F1F' font family.':Bold,13.5'
set arrow from first 0.5, graph 0 to first 0.5, graph 1 nohead back linewidth 2 linecolor rgb '#009E73' dashtype solid
set arrow from first 1, graph 0 to first 1, graph 1 nohead back linewidth 1 linecolor rgb '#8C8C8C' dashtype solid
set arrow from screen 0.0853, screen 0.02969 to screen 0.1153, screen 0.02969 nohead front linewidth 2 linecolor rgb '#D55E00' dashtype solid
set label 'highest loss on the way' at screen 0.1228, screen 0.02969 left front textcolor rgb '#1F1F1F' font ',12.5'
set arrow from screen 0.33249, screen 0.02969 to screen 0.36249, screen 0.02969 nohead front linewidth 2 linecolor rgb '#0072B2' dashtype solid
set label 'last loss' at screen 0.36999, screen 0.02969 left front textcolor rgb '#1F1F1F' font ',12.5'
plot \
  'models.dat' using 1:2:3 with filledcurves linecolor rgb '#D55E00' fillstyle transparent solid 0.18 noborder, \
  'models.dat' using 1:4 with lines linewidth 2 linecolor rgb '#D55E00' dashtype solid, \
  'models.dat' using 1:4 with points pointtype 7 pointsize 0.455 linecolor rgb '#D55E00', \
  'models.dat' using 1:5:6 with filledcurves linecolor rgb '#0072B2' fillstyle transparent solid 0.18 noborder, \
  'models.dat' using 1:7 with lines linewidth 2 linecolor rgb '#0072B2' dashtype solid, \
  'models.dat' using 1:7 with points pointtype 7 pointsize 0.455 linecolor rgb '#0072B2'

# Panel 2: a later cliff: tanh network
unset label
unset arrow
unset object
set lmargin at screen 0.56874; set rmargin at screen 0.94188
set tmargin at screen 0.85597; set bmargin at screen 0.56114
set logscale x
set xrange [0.017208668075119903:3.486614986010877]
set xtics ('0.1' 0.1, '1' 1)
set logscale y
set yrange [0.05:10000]
set ytics ('1' 1, '100' 100, '10,000' 10000)
set xtics offset 0,0.5
set grid noxtics ytics
unset colorbox
set label '1/λ₀' at screen 0.80544, screen 0.87311 center textcolor rgb '#008661' font ',12.5'
set label '2/λ₀' at screen 0.85413, screen 0.87311 center textcolor rgb '#717171' font ',12.5'
set label '4/λ₀' at screen 0.90283, screen 0.87311 center textcolor rgb '#717171' font ',12.5'
set label 'loss' at screen 0.50344, screen 0.89781 left textcolor rgb '#4A4A4A' font ',12.5'
set label 'a later cliff: tanh network' at screen 0.50344, screen 0.92318 left textcolor rgb '#1F1F1F' font family.':Bold,13.5'
set arrow from first 0.5, graph 0 to first 0.5, graph 1 nohead back linewidth 2 linecolor rgb '#009E73' dashtype solid
set arrow from first 1, graph 0 to first 1, graph 1 nohead back linewidth 1 linecolor rgb '#8C8C8C' dashtype solid
set arrow from first 2, graph 0 to first 2, graph 1 nohead back linewidth 1 linecolor rgb '#8C8C8C' dashtype solid
plot \
  'models.dat' using 8:9:10 with filledcurves linecolor rgb '#D55E00' fillstyle transparent solid 0.18 noborder, \
  'models.dat' using 8:11 with lines linewidth 2 linecolor rgb '#D55E00' dashtype solid, \
  'models.dat' using 8:11 with points pointtype 7 pointsize 0.455 linecolor rgb '#D55E00', \
  'models.dat' using 12:13:14 with filledcurves linecolor rgb '#0072B2' fillstyle transparent solid 0.18 noborder, \
  'models.dat' using 12:15 with lines linewidth 2 linecolor rgb '#0072B2' dashtype solid, \
  'models.dat' using 12:15 with points pointtype 7 pointsize 0.455 linecolor rgb '#0072B2'

# Panel 3: a detour: softmax regression
unset label
unset arrow
unset object
set lmargin at screen 0.0853; set rmargin at screen 0.45844
set tmargin at screen 0.40476; set bmargin at screen 0.10994
set logscale x
set xrange [0.015171551500583677:263.6513477112814]
set xtics ('0.1' 0.1, '1' 1, '10' 10, '100' 100)
set logscale y
set yrange [1e-07:10000]
set ytics ('10^{−6}' 1e-06, '10^{−3}' 0.001, '10^{0}' 1, '10^{3}' 1000)
set xtics offset 0,0.5
set grid noxtics ytics
unset colorbox
set label '1/λ₀' at screen 0.21888, screen 0.42191 center textcolor rgb '#008661' font ',12.5'
set label '2/λ₀' at screen 0.24538, screen 0.44523 center textcolor rgb '#717171' font ',12.5'
set label 'loss' at screen 0.02, screen 0.46992 left textcolor rgb '#4A4A4A' font ',12.5'
set label 'a detour: softmax regression' at screen 0.02, screen 0.4953 left textcolor rgb '#1F1F1F' font family.':Bold,13.5'
set label 'η in units of 2/λ₀' at screen 0.27187, screen 0.06056 center textcolor rgb '#4A4A4A' font ',12.5'
set arrow from first 0.5, graph 0 to first 0.5, graph 1 nohead back linewidth 2 linecolor rgb '#009E73' dashtype solid
set arrow from first 1, graph 0 to first 1, graph 1 nohead back linewidth 1 linecolor rgb '#8C8C8C' dashtype solid
plot \
  'models.dat' using 16:17:18 with filledcurves linecolor rgb '#D55E00' fillstyle transparent solid 0.18 noborder, \
  'models.dat' using 16:19 with lines linewidth 2 linecolor rgb '#D55E00' dashtype solid, \
  'models.dat' using 16:19 with points pointtype 7 pointsize 0.455 linecolor rgb '#D55E00', \
  'models.dat' using 16:20:21 with filledcurves linecolor rgb '#0072B2' fillstyle transparent solid 0.18 noborder, \
  'models.dat' using 16:22 with lines linewidth 2 linecolor rgb '#0072B2' dashtype solid, \
  'models.dat' using 16:22 with points pointtype 7 pointsize 0.455 linecolor rgb '#0072B2'

# Panel 4: a plateau: ReLU network
unset label
unset arrow
unset object
set lmargin at screen 0.56874; set rmargin at screen 0.94188
set tmargin at screen 0.40476; set bmargin at screen 0.10994
set logscale x
set xrange [0.016256610323281986:24.605375416247632]
set xtics ('0.1' 0.1, '1' 1, '10' 10)
set logscale y
set yrange [0.05:10000]
set ytics ('1' 1, '100' 100, '10,000' 10000)
set xtics offset 0,0.5
set grid noxtics ytics
unset colorbox
set label '1/λ₀' at screen 0.74333, screen 0.42191 center textcolor rgb '#008661' font ',12.5'
set label '2/λ₀' at screen 0.77865, screen 0.44523 center textcolor rgb '#717171' font ',12.5'
set label 'loss' at screen 0.50344, screen 0.46992 left textcolor rgb '#4A4A4A' font ',12.5'
set label 'a plateau: ReLU network' at screen 0.50344, screen 0.4953 left textcolor rgb '#1F1F1F' font family.':Bold,13.5'
set label 'ln 10' at screen 0.95063, screen 0.20244 left textcolor rgb '#000000' font ',12.5'
set label 'η in units of 2/λ₀' at screen 0.75531, screen 0.06056 center textcolor rgb '#4A4A4A' font ',12.5'
set arrow from first 0.5, graph 0 to first 0.5, graph 1 nohead back linewidth 2 linecolor rgb '#009E73' dashtype solid
set arrow from first 1, graph 0 to first 1, graph 1 nohead back linewidth 1 linecolor rgb '#8C8C8C' dashtype solid
set arrow from graph 0, first 2.302585092994046 to graph 1, first 2.302585092994046 nohead back linewidth 2 linecolor rgb '#000000' dashtype (9, 6)
plot \
  'models.dat' using 23:24:25 with filledcurves linecolor rgb '#D55E00' fillstyle transparent solid 0.18 noborder, \
  'models.dat' using 23:26 with lines linewidth 2 linecolor rgb '#D55E00' dashtype solid, \
  'models.dat' using 23:26 with points pointtype 7 pointsize 0.455 linecolor rgb '#D55E00', \
  'models.dat' using 23:27:28 with filledcurves linecolor rgb '#0072B2' fillstyle transparent solid 0.18 noborder, \
  'models.dat' using 23:29 with lines linewidth 2 linecolor rgb '#0072B2' dashtype solid, \
  'models.dat' using 23:29 with points pointtype 7 pointsize 0.455 linecolor rgb '#0072B2'
unset multiplot
unset output
