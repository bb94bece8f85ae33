# Beyond 2/λ₀: a cliff, a later cliff, a detour, a plateau. 1/λ₀ trains all four
# gnuplot models.gp draws models.svg
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

set terminal svg size 800,736 font 'Arial,13' enhanced background '#ffffff'
set output 'models.svg'
set multiplot

# Panel 1: a cliff: linear regression
set lmargin at screen 0.08137; set rmargin at screen 0.46018
set tmargin at screen 0.85734; set bmargin at screen 0.56088
set logscale x
set xrange [0.017570258771967686:1.707430743584906]
set xtics ('0.1' 0.1, '1' 1)
set logscale y
set yrange [0.05:10000]
set ytics ('1' 1, '100' 100, '10 000' 10000)
set xtics offset 0,0.5
set grid noxtics ytics
unset colorbox
set label 'Beyond 2/λ₀: a cliff, a later cliff, a detour, a plateau. 1/λ₀ trains all four' at screen 0.02, screen 0.96332 left textcolor rgb '#1F1F1F' font 'Arial:Bold,17'
set label '1/λ₀' at screen 0.35852, screen 0.87432 center textcolor rgb '#008661' font ',12.5'
set label '2/λ₀' at screen 0.41589, screen 0.87432 center textcolor rgb '#717171' font ',12.5'
set label 'loss' at screen 0.02, screen 0.89878 left textcolor rgb '#4A4A4A' font ',12.5'
set label 'a cliff: linear regression' at screen 0.02, screen 0.92391 left textcolor rgb '#1F1F1F' font 'Arial:Bold,13.5'
set arrow from first 0.5, graph 0 to first 0.5, graph 1 nohead back linewidth 2 linecolor rgb '#009E73' dashtype 1
set arrow from first 1, graph 0 to first 1, graph 1 nohead back linewidth 1 linecolor rgb '#8C8C8C' dashtype 1
set arrow from screen 0.08137, screen 0.03005 to screen 0.11137, screen 0.03005 nohead front linewidth 2 linecolor rgb '#D55E00' dashtype 1
set label 'highest loss on the way' at screen 0.11887, screen 0.03005 left front textcolor rgb '#1F1F1F' font ',12.5'
set arrow from screen 0.31315, screen 0.03005 to screen 0.34315, screen 0.03005 nohead front linewidth 2 linecolor rgb '#0072B2' dashtype 1
set label 'last loss' at screen 0.35065, screen 0.03005 left front textcolor rgb '#1F1F1F' font ',12.5'
plot \
  'models.dat' using 1:2:3 with filledcurves linecolor rgb '#D55E00' fillstyle transparent solid 0.18 noborder, \
  'models.dat' using 1:4 with lines linewidth 2 linecolor rgb '#D55E00' dashtype 1, \
  'models.dat' using 1:4 with points pointtype 7 pointsize 0.455 linecolor rgb '#D55E00', \
  'models.dat' using 1:5:6 with filledcurves linecolor rgb '#0072B2' fillstyle transparent solid 0.18 noborder, \
  'models.dat' using 1:7 with lines linewidth 2 linecolor rgb '#0072B2' dashtype 1, \
  'models.dat' using 1:7 with points pointtype 7 pointsize 0.455 linecolor rgb '#0072B2'

# Panel 2: a later cliff: tanh network
unset label
unset arrow
unset object
set lmargin at screen 0.56655; set rmargin at screen 0.94535
set tmargin at screen 0.85734; set bmargin at screen 0.56088
set logscale x
set xrange [0.017208668075119903:3.486614986010877]
set xtics ('0.1' 0.1, '1' 1)
set logscale y
set yrange [0.05:10000]
set ytics ('1' 1, '100' 100, '10 000' 10000)
set xtics offset 0,0.5
set grid noxtics ytics
unset colorbox
set label '1/λ₀' at screen 0.80684, screen 0.87432 center textcolor rgb '#008661' font ',12.5'
set label '2/λ₀' at screen 0.85628, screen 0.87432 center textcolor rgb '#717171' font ',12.5'
set label '4/λ₀' at screen 0.90571, screen 0.87432 center textcolor rgb '#717171' font ',12.5'
set label 'loss' at screen 0.50518, screen 0.89878 left textcolor rgb '#4A4A4A' font ',12.5'
set label 'a later cliff: tanh network' at screen 0.50518, screen 0.92391 left textcolor rgb '#1F1F1F' font 'Arial:Bold,13.5'
set arrow from first 0.5, graph 0 to first 0.5, graph 1 nohead back linewidth 2 linecolor rgb '#009E73' dashtype 1
set arrow from first 1, graph 0 to first 1, graph 1 nohead back linewidth 1 linecolor rgb '#8C8C8C' dashtype 1
set arrow from first 2, graph 0 to first 2, graph 1 nohead back linewidth 1 linecolor rgb '#8C8C8C' dashtype 1
plot \
  'models.dat' using 8:9:10 with filledcurves linecolor rgb '#D55E00' fillstyle transparent solid 0.18 noborder, \
  'models.dat' using 8:11 with lines linewidth 2 linecolor rgb '#D55E00' dashtype 1, \
  'models.dat' using 8:11 with points pointtype 7 pointsize 0.455 linecolor rgb '#D55E00', \
  'models.dat' using 8:12:13 with filledcurves linecolor rgb '#0072B2' fillstyle transparent solid 0.18 noborder, \
  'models.dat' using 8:14 with lines linewidth 2 linecolor rgb '#0072B2' dashtype 1, \
  'models.dat' using 8:14 with points pointtype 7 pointsize 0.455 linecolor rgb '#0072B2'

# Panel 3: a detour: softmax regression
unset label
unset arrow
unset object
set lmargin at screen 0.08137; set rmargin at screen 0.46018
set tmargin at screen 0.40599; set bmargin at screen 0.10953
set logscale x
set xrange [0.015171551500583677:263.6513477112814]
set xtics ('0.1' 0.1, '1' 1, '10' 10, '100' 100)
set logscale y
set yrange [1e-06:10000]
set ytics ('10^{−6}' 1e-06, '10^{−3}' 0.001, '10^{0}' 1, '10^{3}' 1000)
set xtics offset 0,0.5
set grid noxtics ytics
unset colorbox
set label '1/λ₀' at screen 0.21699, screen 0.42297 center textcolor rgb '#008661' font ',12.5'
set label '2/λ₀' at screen 0.24388, screen 0.44607 center textcolor rgb '#717171' font ',12.5'
set label 'loss' at screen 0.02, screen 0.47053 left textcolor rgb '#4A4A4A' font ',12.5'
set label 'a detour: softmax regression' at screen 0.02, screen 0.49566 left textcolor rgb '#1F1F1F' font 'Arial:Bold,13.5'
set label 'η in units of 2/λ₀' at screen 0.27077, screen 0.06062 center textcolor rgb '#4A4A4A' font ',12.5'
set arrow from first 0.5, graph 0 to first 0.5, graph 1 nohead back linewidth 2 linecolor rgb '#009E73' dashtype 1
set arrow from first 1, graph 0 to first 1, graph 1 nohead back linewidth 1 linecolor rgb '#8C8C8C' dashtype 1
plot \
  'models.dat' using 15:16:17 with filledcurves linecolor rgb '#D55E00' fillstyle transparent solid 0.18 noborder, \
  'models.dat' using 15:18 with lines linewidth 2 linecolor rgb '#D55E00' dashtype 1, \
  'models.dat' using 15:18 with points pointtype 7 pointsize 0.455 linecolor rgb '#D55E00', \
  'models.dat' using 15:19:20 with filledcurves linecolor rgb '#0072B2' fillstyle transparent solid 0.18 noborder, \
  'models.dat' using 15:21 with lines linewidth 2 linecolor rgb '#0072B2' dashtype 1, \
  'models.dat' using 15:21 with points pointtype 7 pointsize 0.455 linecolor rgb '#0072B2'

# Panel 4: a plateau: ReLU network
unset label
unset arrow
unset object
set lmargin at screen 0.56655; set rmargin at screen 0.94535
set tmargin at screen 0.40599; set bmargin at screen 0.10953
set logscale x
set xrange [0.016256610323281986:24.605375416247632]
set xtics ('0.1' 0.1, '1' 1, '10' 10)
set logscale y
set yrange [0.05:10000]
set ytics ('1' 1, '100' 100, '10 000' 10000)
set xtics offset 0,0.5
set grid noxtics ytics
unset colorbox
set label '1/λ₀' at screen 0.74379, screen 0.42297 center textcolor rgb '#008661' font ',12.5'
set label '2/λ₀' at screen 0.77965, screen 0.44607 center textcolor rgb '#717171' font ',12.5'
set label 'loss' at screen 0.50518, screen 0.47053 left textcolor rgb '#4A4A4A' font ',12.5'
set label 'a plateau: ReLU network' at screen 0.50518, screen 0.49566 left textcolor rgb '#1F1F1F' font 'Arial:Bold,13.5'
set label 'ln 10' at screen 0.9541, screen 0.20255 left textcolor rgb '#000000' font ',12.5'
set label 'η in units of 2/λ₀' at screen 0.75595, screen 0.06062 center textcolor rgb '#4A4A4A' font ',12.5'
set arrow from first 0.5, graph 0 to first 0.5, graph 1 nohead back linewidth 2 linecolor rgb '#009E73' dashtype 1
set arrow from first 1, graph 0 to first 1, graph 1 nohead back linewidth 1 linecolor rgb '#8C8C8C' dashtype 1
set arrow from graph 0, first 2.302585092994046 to graph 1, first 2.302585092994046 nohead back linewidth 2 linecolor rgb '#000000' dashtype (9, 6)
plot \
  'models.dat' using 22:23:24 with filledcurves linecolor rgb '#D55E00' fillstyle transparent solid 0.18 noborder, \
  'models.dat' using 22:25 with lines linewidth 2 linecolor rgb '#D55E00' dashtype 1, \
  'models.dat' using 22:25 with points pointtype 7 pointsize 0.455 linecolor rgb '#D55E00', \
  'models.dat' using 22:26:27 with filledcurves linecolor rgb '#0072B2' fillstyle transparent solid 0.18 noborder, \
  'models.dat' using 22:28 with lines linewidth 2 linecolor rgb '#0072B2' dashtype 1, \
  'models.dat' using 22:28 with points pointtype 7 pointsize 0.455 linecolor rgb '#0072B2'
unset multiplot
unset output
