# Where gradients vanish Adam buys a few layers, and a larger gain more
# gnuplot training.gp draws training.svg
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

set terminal svg size 920,376 font 'Arial,13' enhanced background '#ffffff'
set output 'training.svg'
set multiplot

# Panel 1: sigmoid, gain 1
set lmargin at screen 0.05148; set rmargin at screen 0.32707
set tmargin at screen 0.76596; set bmargin at screen 0.21301
set logscale x
set xrange [0.9140482050108683:21.88068407153887]
set xtics ('1' 1, '3' 3, '5' 5, '10' 10, '20' 20)
unset logscale y
set yrange [0:105]
set ytics ('0' 0, '20' 20, '40' 40, '60' 60, '80' 80, '100' 100)
set xtics offset 0,0.5
set grid noxtics ytics
unset colorbox
set label 'Where gradients vanish Adam buys a few layers, and a larger gain more' at screen 0.01739, screen 0.92819 left textcolor rgb '#1F1F1F' font 'Arial:Bold,17'
set label 'test accuracy (%)' at screen 0.01739, screen 0.80186 left textcolor rgb '#4A4A4A' font ',12.5'
set label 'sigmoid, gain 1' at screen 0.01739, screen 0.85106 left textcolor rgb '#1F1F1F' font 'Arial:Bold,13.5'
set label 'hidden layers' at screen 0.18927, screen 0.11726 center textcolor rgb '#4A4A4A' font ',12.5'
set label 'gain 6' at first 11.200000000000001, first 46.66666666666667 left front textcolor rgb '#0072B2' font ',12.5'
set label 'gain 6' at first 11.200000000000001, first 94.94444444444444 left front textcolor rgb '#008661' font ',12.5'
set arrow from screen 0.05148, screen 0.05742 to screen 0.07756, screen 0.05742 nohead front linewidth 2 linecolor rgb '#0072B2' dashtype 1
set label 'gradient descent' at screen 0.08408, screen 0.05742 left front textcolor rgb '#1F1F1F' font ',12.5'
set arrow from screen 0.21035, screen 0.05742 to screen 0.23643, screen 0.05742 nohead front linewidth 2 linecolor rgb '#009E73' dashtype 1
set label 'Adam' at screen 0.24296, screen 0.05742 left front textcolor rgb '#1F1F1F' font ',12.5'
plot \
  'training.dat' using 1:2:3 with filledcurves linecolor rgb '#0072B2' fillstyle transparent solid 0.18 noborder, \
  'training.dat' using 1:4 with lines linewidth 2 linecolor rgb '#0072B2' dashtype 1, \
  'training.dat' using 1:4 with points pointtype 7 pointsize 0.65 linecolor rgb '#0072B2', \
  'training.dat' using 5:6 with points pointtype 13 pointsize 1.04 linecolor rgb '#0072B2', \
  'training.dat' using 1:7:8 with filledcurves linecolor rgb '#009E73' fillstyle transparent solid 0.18 noborder, \
  'training.dat' using 1:9 with lines linewidth 2 linecolor rgb '#009E73' dashtype 1, \
  'training.dat' using 1:9 with points pointtype 7 pointsize 0.65 linecolor rgb '#009E73', \
  'training.dat' using 5:10 with points pointtype 13 pointsize 1.04 linecolor rgb '#009E73'

# Panel 2: tanh, gain 1
unset label
unset arrow
unset object
set lmargin at screen 0.37707; set rmargin at screen 0.65267
set tmargin at screen 0.76596; set bmargin at screen 0.21301
set logscale x
set xrange [0.9140482050108683:21.88068407153887]
set xtics ('1' 1, '3' 3, '5' 5, '10' 10, '20' 20)
unset logscale y
set yrange [0:105]
set ytics ('' 0, '' 20, '' 40, '' 60, '' 80, '' 100)
set xtics offset 0,0.5
set grid noxtics ytics
unset colorbox
set label 'tanh, gain 1' at screen 0.3662, screen 0.85106 left textcolor rgb '#1F1F1F' font 'Arial:Bold,13.5'
set label 'hidden layers' at screen 0.51487, screen 0.11726 center textcolor rgb '#4A4A4A' font ',12.5'
plot \
  'training.dat' using 1:11:12 with filledcurves linecolor rgb '#0072B2' fillstyle transparent solid 0.18 noborder, \
  'training.dat' using 1:13 with lines linewidth 2 linecolor rgb '#0072B2' dashtype 1, \
  'training.dat' using 1:13 with points pointtype 7 pointsize 0.65 linecolor rgb '#0072B2', \
  'training.dat' using 1:14:15 with filledcurves linecolor rgb '#009E73' fillstyle transparent solid 0.18 noborder, \
  'training.dat' using 1:16 with lines linewidth 2 linecolor rgb '#009E73' dashtype 1, \
  'training.dat' using 1:16 with points pointtype 7 pointsize 0.65 linecolor rgb '#009E73'

# Panel 3: ReLU, gain √2
unset label
unset arrow
unset object
set lmargin at screen 0.70267; set rmargin at screen 0.97826
set tmargin at screen 0.76596; set bmargin at screen 0.21301
set logscale x
set xrange [0.9140482050108683:21.88068407153887]
set xtics ('1' 1, '3' 3, '5' 5, '10' 10, '20' 20)
unset logscale y
set yrange [0:105]
set ytics ('' 0, '' 20, '' 40, '' 60, '' 80, '' 100)
set xtics offset 0,0.5
set grid noxtics ytics
unset colorbox
set label 'ReLU, gain √2' at screen 0.6918, screen 0.85106 left textcolor rgb '#1F1F1F' font 'Arial:Bold,13.5'
set label 'hidden layers' at screen 0.84046, screen 0.11726 center textcolor rgb '#4A4A4A' font ',12.5'
plot \
  'training.dat' using 1:17:18 with filledcurves linecolor rgb '#0072B2' fillstyle transparent solid 0.18 noborder, \
  'training.dat' using 1:19 with lines linewidth 2 linecolor rgb '#0072B2' dashtype 1, \
  'training.dat' using 1:19 with points pointtype 7 pointsize 0.65 linecolor rgb '#0072B2', \
  'training.dat' using 1:20:21 with filledcurves linecolor rgb '#009E73' fillstyle transparent solid 0.18 noborder, \
  'training.dat' using 1:22 with lines linewidth 2 linecolor rgb '#009E73' dashtype 1, \
  'training.dat' using 1:22 with points pointtype 7 pointsize 0.65 linecolor rgb '#009E73'
unset multiplot
unset output
