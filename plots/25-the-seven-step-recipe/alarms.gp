# Which step hears which bug: 2 of 9 pass the first two
# gnuplot alarms.gp draws alarms.svg

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

set terminal svg size 800,433 fixed font 'Arial&#44; Helvetica&#44; sans-serif,13' fontscale 1 linewidth 1 dashlength 1 butt enhanced background '#ffffff'
set output 'alarms.svg'
family = 'Arial&#44; Helvetica&#44; sans-serif'
set multiplot

# Panel 1: Red: the alarm rings
set lmargin at screen 0.214; set rmargin at screen 0.56095
set tmargin at screen 0.83834; set bmargin at screen 0.13322
unset logscale x
set xrange [-0.5:3.5]
set xtics ('1' 0, '2' 1, '3' 2, '4–6' 3)
unset logscale y
set yrange [-0.5:9.5]
set ytics ('labels shuffled once' 0, 'gradients never cleared' 1, 'hidden layer frozen' 2, 'wrong sign of the step' 3, 'labels shifted by one' 4, 'ReLU on the logits' 5, 'softmax twice' 6, 'softmax over the batch' 7, 'pixels from 0 to 16' 8, 'no bug' 9)
set xtics offset 0,0.5
unset grid
set palette defined (0 '#0072B2', 1 '#7FB4D6', 2 '#FFFFFF', 3 '#EAAE7F', 4 '#D55E00')
unset logscale cb
set cbrange [-1:1]
unset colorbox
set label 'Which step hears which bug: 2 of 9 pass the first two' at screen 0.02, screen 0.93764 left textcolor rgb '#1F1F1F' font family.':Bold,17'
set label 'Red: the alarm rings' at screen 0.02, screen 0.87067 left textcolor rgb '#1F1F1F' font family.':Bold,13.5'
set label 'step of the recipe' at screen 0.38748, screen 0.05008 center textcolor rgb '#4A4A4A' font ',12.5'
set label '2.45' at first 0, first 0 center front textcolor rgb '#000000' font ',12.5'
set label '0.017' at first 1, first 0 center front textcolor rgb '#000000' font ',12.5'
set label '2.30' at first 2, first 0 center front textcolor rgb '#000000' font ',12.5'
set label '11 %' at first 3, first 0 center front textcolor rgb '#000000' font ',12.5'
set label '2.39' at first 0, first 1 center front textcolor rgb '#000000' font ',12.5'
set label '0.000' at first 1, first 1 center front textcolor rgb '#000000' font ',12.5'
set label '2.35' at first 2, first 1 center front textcolor rgb '#000000' font ',12.5'
set label '22 %' at first 3, first 1 center front textcolor rgb '#000000' font ',12.5'
set label '2.39' at first 0, first 2 center front textcolor rgb '#000000' font ',12.5'
set label '0.234' at first 1, first 2 center front textcolor rgb '#000000' font ',12.5'
set label '1.49' at first 2, first 2 center front textcolor rgb '#000000' font ',12.5'
set label '76 %' at first 3, first 2 center front textcolor rgb '#000000' font ',12.5'
set label '2.39' at first 0, first 3 center front textcolor rgb '#000000' font ',12.5'
set label 'nan' at first 1, first 3 center front textcolor rgb '#000000' font ',12.5'
set label 'nan' at first 2, first 3 center front textcolor rgb '#000000' font ',12.5'
set label '10 %' at first 3, first 3 center front textcolor rgb '#000000' font ',12.5'
set label '2.40' at first 0, first 4 center front textcolor rgb '#000000' font ',12.5'
set label '2.087' at first 1, first 4 center front textcolor rgb '#000000' font ',12.5'
set label '2.31' at first 2, first 4 center front textcolor rgb '#000000' font ',12.5'
set label '8 %' at first 3, first 4 center front textcolor rgb '#000000' font ',12.5'
set label '2.32' at first 0, first 5 center front textcolor rgb '#000000' font ',12.5'
set label '0.926' at first 1, first 5 center front textcolor rgb '#000000' font ',12.5'
set label '1.28' at first 2, first 5 center front textcolor rgb '#000000' font ',12.5'
set label '64 %' at first 3, first 5 center front textcolor rgb '#000000' font ',12.5'
set label '2.30' at first 0, first 6 center front textcolor rgb '#000000' font ',12.5'
set label '1.665' at first 1, first 6 center front textcolor rgb '#000000' font ',12.5'
set label '2.22' at first 2, first 6 center front textcolor rgb '#000000' font ',12.5'
set label '62 %' at first 3, first 6 center front textcolor rgb '#000000' font ',12.5'
set label '3.49' at first 0, first 7 center front textcolor rgb '#000000' font ',12.5'
set label '0.919' at first 1, first 7 center front textcolor rgb '#000000' font ',12.5'
set label '1.76' at first 2, first 7 center front textcolor rgb '#000000' font ',12.5'
set label '82 %' at first 3, first 7 center front textcolor rgb '#000000' font ',12.5'
set label '11.35' at first 0, first 8 center front textcolor rgb '#000000' font ',12.5'
set label '2.087' at first 1, first 8 center front textcolor rgb '#000000' font ',12.5'
set label '2.30' at first 2, first 8 center front textcolor rgb '#000000' font ',12.5'
set label '9 %' at first 3, first 8 center front textcolor rgb '#000000' font ',12.5'
set label '2.39' at first 0, first 9 center front textcolor rgb '#000000' font ',12.5'
set label '0.008' at first 1, first 9 center front textcolor rgb '#000000' font ',12.5'
set label '0.46' at first 2, first 9 center front textcolor rgb '#000000' font ',12.5'
set label '95 %' at first 3, first 9 center front textcolor rgb '#000000' font ',12.5'
plot \
  'alarms-grid.dat' using 1:2:3 with image pixels

# Panel 2: Bugs heard so far
unset label
unset arrow
unset object
set lmargin at screen 0.62805; set rmargin at screen 0.975
set tmargin at screen 0.83834; set bmargin at screen 0.13322
unset logscale x
set xrange [-0.5:3.5]
set xtics ('1' 0, '2' 1, '3' 2, '4–6' 3)
unset logscale y
set yrange [0:9.5]
set ytics ('0' 0, '3' 3, '6' 6, '9' 9)
set xtics offset 0,0.5
set grid noxtics ytics
unset colorbox
set label 'Bugs heard so far' at screen 0.60595, screen 0.87067 left textcolor rgb '#1F1F1F' font family.':Bold,13.5'
set label 'step of the recipe' at screen 0.80153, screen 0.05008 center textcolor rgb '#4A4A4A' font ',12.5'
set label '2' at first 0, first 1 center front textcolor rgb '#000000' font ',12.5'
set label '7' at first 1, first 3.5 center front textcolor rgb '#000000' font ',12.5'
set label '9' at first 2, first 4.5 center front textcolor rgb '#000000' font ',12.5'
set label '9' at first 3, first 4.5 center front textcolor rgb '#000000' font ',12.5'
plot \
  'alarms.dat' using 1:2:(0.8) with boxes linecolor rgb '#D55E00' fillstyle solid 1 noborder
unset multiplot
unset output
