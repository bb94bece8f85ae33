# L1 slides into a corner and stays on the axis; L2 curves to the origin and meets no axis
# gnuplot contours.gp draws contours.svg
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

set terminal svg size 800,438 font 'Arial,13' enhanced background '#ffffff'
set output 'contours.svg'
set multiplot

# Panel 1: L1, λ Σ|θᵢ|
set lmargin at screen 0.06413; set rmargin at screen 0.49081
set tmargin at screen 0.79909; set bmargin at screen 0.13108
unset logscale x
set xrange [-0.4:2.4]
set xtics ('0.0' 0, '0.5' 0.5, '1.0' 1, '1.5' 1.5, '2.0' 2)
unset logscale y
set yrange [-0.6:1.8]
set ytics ('−0.5' -0.5, '0.0' 0, '0.5' 0.5, '1.0' 1, '1.5' 1.5)
set xtics offset 0,0.5
set grid noxtics ytics
unset colorbox
set label 'L1 slides into a corner and stays on the axis; L2 curves to the origin and meets no axis' at screen 0.02, screen 0.93836 left textcolor rgb '#1F1F1F' font 'Arial:Bold,17'
set label 'θ₂' at screen 0.02, screen 0.82991 left textcolor rgb '#4A4A4A' font ',12.5'
set label 'L1, λ Σ|θᵢ|' at screen 0.02, screen 0.87215 left textcolor rgb '#1F1F1F' font 'Arial:Bold,13.5'
set label 'θ₁' at screen 0.27747, screen 0.04889 center textcolor rgb '#4A4A4A' font ',12.5'
set label 'c' at first 1.56, first 1.06 left front textcolor rgb '#4A4A4A' font ',12.5'
set label 'λ = 0.5' at first 1.3890625, first 0.533125 right front textcolor rgb '#4A4A4A' font ',12.5'
set label 'λ = 2' at first 1.1500000000000001, first 0.08 right front textcolor rgb '#4A4A4A' font ',12.5'
set label 'λ = 5' at first 0.4, first 0.08 right front textcolor rgb '#4A4A4A' font ',12.5'
set arrow from graph 0, first 0 to graph 1, first 0 nohead back linewidth 1 linecolor rgb '#8C8C8C' dashtype 1
set arrow from first 0, graph 0 to first 0, graph 1 nohead back linewidth 1 linecolor rgb '#8C8C8C' dashtype 1
plot \
  'contours.dat' using 1:2 with lines linewidth 1 linecolor rgb '#8C8C8C' dashtype 1, \
  'contours.dat' using 3:4 with lines linewidth 1.5 linecolor rgb '#D55E00' dashtype 1, \
  'contours.dat' using 5:6 with lines linewidth 1 linecolor rgb '#8C8C8C' dashtype 1, \
  'contours.dat' using 7:8 with lines linewidth 1.5 linecolor rgb '#D55E00' dashtype 1, \
  'contours.dat' using 9:10 with lines linewidth 1 linecolor rgb '#8C8C8C' dashtype 1, \
  'contours.dat' using 11:12 with lines linewidth 1.5 linecolor rgb '#D55E00' dashtype 1, \
  'contours.dat' using 13:14 with lines linewidth 3 linecolor rgb '#000000' dashtype 1, \
  'contours.dat' using 15:16 with points pointtype 7 pointsize 0.65 linecolor rgb '#000000', \
  'contours.dat' using 17:18 with points pointtype 2 pointsize 0.65 linecolor rgb '#8C8C8C'

# Panel 2: L2, λ Σθᵢ²
unset label
unset arrow
unset object
set lmargin at screen 0.54831; set rmargin at screen 0.975
set tmargin at screen 0.79909; set bmargin at screen 0.13108
unset logscale x
set xrange [-0.4:2.4]
set xtics ('0.0' 0, '0.5' 0.5, '1.0' 1, '1.5' 1.5, '2.0' 2)
unset logscale y
set yrange [-0.6:1.8]
set ytics ('' -0.5, '' 0, '' 0.5, '' 1, '' 1.5)
set xtics offset 0,0.5
set grid noxtics ytics
unset colorbox
set label 'L2, λ Σθᵢ²' at screen 0.53581, screen 0.87215 left textcolor rgb '#1F1F1F' font 'Arial:Bold,13.5'
set label 'θ₁' at screen 0.76166, screen 0.04889 center textcolor rgb '#4A4A4A' font ',12.5'
set label 'c' at first 1.56, first 1.06 left front textcolor rgb '#4A4A4A' font ',12.5'
set label 'λ = 0.5' at first 1.1397196261682243, first 0.7061682242990653 right front textcolor rgb '#4A4A4A' font ',12.5'
set label 'λ = 2' at first 0.696473029045643, first 0.4368464730290456 right front textcolor rgb '#4A4A4A' font ',12.5'
set label 'λ = 5' at first 0.34711588883062405, first 0.28031463030938647 right front textcolor rgb '#4A4A4A' font ',12.5'
set arrow from graph 0, first 0 to graph 1, first 0 nohead back linewidth 1 linecolor rgb '#8C8C8C' dashtype 1
set arrow from first 0, graph 0 to first 0, graph 1 nohead back linewidth 1 linecolor rgb '#8C8C8C' dashtype 1
plot \
  'contours.dat' using 19:20 with lines linewidth 1 linecolor rgb '#8C8C8C' dashtype 1, \
  'contours.dat' using 21:22 with lines linewidth 1.5 linecolor rgb '#0072B2' dashtype 1, \
  'contours.dat' using 23:24 with lines linewidth 1 linecolor rgb '#8C8C8C' dashtype 1, \
  'contours.dat' using 25:26 with lines linewidth 1.5 linecolor rgb '#0072B2' dashtype 1, \
  'contours.dat' using 27:28 with lines linewidth 1 linecolor rgb '#8C8C8C' dashtype 1, \
  'contours.dat' using 29:30 with lines linewidth 1.5 linecolor rgb '#0072B2' dashtype 1, \
  'contours.dat' using 31:32 with lines linewidth 3 linecolor rgb '#000000' dashtype 1, \
  'contours.dat' using 33:34 with points pointtype 7 pointsize 0.65 linecolor rgb '#000000', \
  'contours.dat' using 17:18 with points pointtype 2 pointsize 0.65 linecolor rgb '#8C8C8C'
unset multiplot
unset output
