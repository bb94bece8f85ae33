# Correction helps (dots below the line) where the data are far from zero
# gnuplot worth.gp draws worth.svg
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

set terminal svg size 800,515 font 'Arial,13' enhanced background '#ffffff'
set output 'worth.svg'
set multiplot

# Panel 1: As measured: 105 of 105 below the line
set lmargin at screen 0.0503; set rmargin at screen 0.4839
set tmargin at screen 0.82913; set bmargin at screen 0.15557
unset logscale x
set xrange [0:19.832354107154977]
set xtics ('0' 0, '5' 5, '10' 10, '15' 15)
unset logscale y
set yrange [0:19.832354107154977]
set ytics ('0' 0, '5' 5, '10' 10, '15' 15)
set xtics offset 0,0.5
set grid noxtics ytics
unset colorbox
set label 'Correction helps (dots below the line) where the data are far from zero' at screen 0.02, screen 0.94757 left textcolor rgb '#1F1F1F' font 'Arial:Bold,17'
set label 'error with correction (°C)' at screen 0.02, screen 0.85534 left textcolor rgb '#4A4A4A' font ',12.5'
set label 'As measured: 105 of 105 below the line' at screen 0.02, screen 0.89126 left textcolor rgb '#1F1F1F' font 'Arial:Bold,13.5'
set label 'error without correction (°C)' at screen 0.2671, screen 0.08567 center textcolor rgb '#4A4A4A' font ',12.5'
set arrow from screen 0.0503, screen 0.04198 to screen 0.0803, screen 0.04198 nohead front linewidth 2 linecolor rgb '#8C8C8C' dashtype (9, 6)
set label 'no difference' at screen 0.0878, screen 0.04198 left front textcolor rgb '#1F1F1F' font ',12.5'
set label '' at screen 0.22126, screen 0.04198 front point pointtype 7 pointsize 0.52 linecolor rgb '#4D0072B2'
set label 'β = 0.5' at screen 0.24376, screen 0.04198 left front textcolor rgb '#1F1F1F' font ',12.5'
set label '' at screen 0.33259, screen 0.04198 front point pointtype 7 pointsize 0.52 linecolor rgb '#4DD55E00'
set label 'β = 0.9' at screen 0.35509, screen 0.04198 left front textcolor rgb '#1F1F1F' font ',12.5'
set label '' at screen 0.44393, screen 0.04198 front point pointtype 7 pointsize 0.52 linecolor rgb '#4D009E73'
set label 'β = 0.98' at screen 0.46643, screen 0.04198 left front textcolor rgb '#1F1F1F' font ',12.5'
plot \
  x with lines linewidth 2 linecolor rgb '#8C8C8C' dashtype (9, 6), \
  'worth.dat' using 1:2 with points pointtype 7 pointsize 0.52 linecolor rgb '#4D0072B2', \
  'worth.dat' using 3:4 with points pointtype 7 pointsize 0.52 linecolor rgb '#4DD55E00', \
  'worth.dat' using 5:6 with points pointtype 7 pointsize 0.52 linecolor rgb '#4D009E73'

# Panel 2: Less the mean: 69 of 105 below the line
unset label
unset arrow
unset object
set lmargin at screen 0.5414; set rmargin at screen 0.975
set tmargin at screen 0.82913; set bmargin at screen 0.15557
unset logscale x
set xrange [0:19.832354107154977]
set xtics ('0' 0, '5' 5, '10' 10, '15' 15)
unset logscale y
set yrange [0:19.832354107154977]
set ytics ('' 0, '' 5, '' 10, '' 15)
set xtics offset 0,0.5
set grid noxtics ytics
unset colorbox
set label 'Less the mean: 69 of 105 below the line' at screen 0.5289, screen 0.89126 left textcolor rgb '#1F1F1F' font 'Arial:Bold,13.5'
set label 'error without correction (°C)' at screen 0.7582, screen 0.08567 center textcolor rgb '#4A4A4A' font ',12.5'
plot \
  x with lines linewidth 2 linecolor rgb '#8C8C8C' dashtype (9, 6), \
  'worth.dat' using 7:8 with points pointtype 7 pointsize 0.52 linecolor rgb '#4D0072B2', \
  'worth.dat' using 9:10 with points pointtype 7 pointsize 0.52 linecolor rgb '#4DD55E00', \
  'worth.dat' using 11:12 with points pointtype 7 pointsize 0.52 linecolor rgb '#4D009E73'
unset multiplot
unset output
