# The deeper the stack, the fewer descents end in the minimum
# gnuplot fates.gp draws fates.svg
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

set terminal svg size 800,416 font 'Arial,13' enhanced background '#ffffff'
set output 'fates.svg'
set multiplot

# Panel 1: r = 3.5
set lmargin at screen 0.0592; set rmargin at screen 0.48835
set tmargin at screen 0.78846; set bmargin at screen 0.19425
unset logscale x
set xrange [1:20]
set xtics ('5' 5, '10' 10, '15' 15, '20' 20)
unset logscale y
set yrange [0:100]
set ytics ('0' 0, '20' 20, '40' 40, '60' 60, '80' 80, '100' 100)
set xtics offset 0,0.5
set grid noxtics ytics
unset colorbox
set label 'The deeper the stack, the fewer descents end in the minimum' at screen 0.02, screen 0.9351 left textcolor rgb '#1F1F1F' font 'Arial:Bold,17'
set label 'share of starts (%)' at screen 0.02, screen 0.82091 left textcolor rgb '#4A4A4A' font ',12.5'
set label 'r = 3.5' at screen 0.02, screen 0.86538 left textcolor rgb '#1F1F1F' font 'Arial:Bold,13.5'
set label 'number of layers k' at screen 0.27377, screen 0.10771 center textcolor rgb '#4A4A4A' font ',12.5'
set object rectangle from screen 0.0592, screen 0.04161 to screen 0.0892, screen 0.06565 front fillcolor rgb '#009E73' fillstyle solid 0.85 noborder
set label 'solved' at screen 0.0967, screen 0.05363 left front textcolor rgb '#1F1F1F' font ',12.5'
set object rectangle from screen 0.16694, screen 0.04161 to screen 0.19694, screen 0.06565 front fillcolor rgb '#56B4E9' fillstyle solid 0.85 noborder
set label 'on a terrace' at screen 0.20444, screen 0.05363 left front textcolor rgb '#1F1F1F' font ',12.5'
set object rectangle from screen 0.31576, screen 0.04161 to screen 0.34576, screen 0.06565 front fillcolor rgb '#0072B2' fillstyle solid 0.85 noborder
set label 'stuck' at screen 0.35326, screen 0.05363 left front textcolor rgb '#1F1F1F' font ',12.5'
set object rectangle from screen 0.4142, screen 0.04161 to screen 0.4442, screen 0.06565 front fillcolor rgb '#C8CDD2' fillstyle solid 0.85 noborder
set label 'elsewhere' at screen 0.4517, screen 0.05363 left front textcolor rgb '#1F1F1F' font ',12.5'
set object rectangle from screen 0.54979, screen 0.04161 to screen 0.57979, screen 0.06565 front fillcolor rgb '#D55E00' fillstyle solid 0.85 noborder
set label 'nan' at screen 0.58729, screen 0.05363 left front textcolor rgb '#1F1F1F' font ',12.5'
plot \
  'fates.dat' using 1:(0):($2) with filledcurves linecolor rgb '#009E73' fillstyle solid 0.85 noborder, \
  'fates.dat' using 1:($2):($2 + $3) with filledcurves linecolor rgb '#56B4E9' fillstyle solid 0.85 noborder, \
  'fates.dat' using 1:($2 + $3):($2 + $3 + $4) with filledcurves linecolor rgb '#0072B2' fillstyle solid 0.85 noborder, \
  'fates.dat' using 1:($2 + $3 + $4):($2 + $3 + $4 + $5) with filledcurves linecolor rgb '#C8CDD2' fillstyle solid 0.85 noborder, \
  'fates.dat' using 1:($2 + $3 + $4 + $5):($2 + $3 + $4 + $5 + $6) with filledcurves linecolor rgb '#D55E00' fillstyle solid 0.85 noborder

# Panel 2: r = 4
unset label
unset arrow
unset object
set lmargin at screen 0.54585; set rmargin at screen 0.975
set tmargin at screen 0.78846; set bmargin at screen 0.19425
unset logscale x
set xrange [1:20]
set xtics ('5' 5, '10' 10, '15' 15, '20' 20)
unset logscale y
set yrange [0:100]
set ytics ('' 0, '' 20, '' 40, '' 60, '' 80, '' 100)
set xtics offset 0,0.5
set grid noxtics ytics
unset colorbox
set label 'r = 4' at screen 0.53335, screen 0.86538 left textcolor rgb '#1F1F1F' font 'Arial:Bold,13.5'
set label 'number of layers k' at screen 0.76042, screen 0.10771 center textcolor rgb '#4A4A4A' font ',12.5'
plot \
  'fates.dat' using 1:(0):($7) with filledcurves linecolor rgb '#009E73' fillstyle solid 0.85 noborder, \
  'fates.dat' using 1:($7):($7 + $8) with filledcurves linecolor rgb '#56B4E9' fillstyle solid 0.85 noborder, \
  'fates.dat' using 1:($7 + $8):($7 + $8 + $9) with filledcurves linecolor rgb '#0072B2' fillstyle solid 0.85 noborder, \
  'fates.dat' using 1:($7 + $8 + $9):($7 + $8 + $9 + $10) with filledcurves linecolor rgb '#C8CDD2' fillstyle solid 0.85 noborder, \
  'fates.dat' using 1:($7 + $8 + $9 + $10):($7 + $8 + $9 + $10 + $11) with filledcurves linecolor rgb '#D55E00' fillstyle solid 0.85 noborder
unset multiplot
unset output
