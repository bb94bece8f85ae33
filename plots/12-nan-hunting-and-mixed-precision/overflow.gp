# The loss is full half-way; nan comes when the residuals are full too
# gnuplot overflow.gp draws overflow.svg
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

set terminal svg size 920,382 font 'Arial,13' enhanced background '#ffffff'
set output 'overflow.svg'
set multiplot

# Panel 1: Float16
set lmargin at screen 0.04374; set rmargin at screen 0.30386
set tmargin at screen 0.72513; set bmargin at screen 0.21143
unset logscale x
set xrange [0:15]
set xtics ('0' 0, '5' 5, '10' 10, '15' 15)
unset logscale y
set yrange [0:17.279239017985283]
set ytics ('0' 0, '5' 5, '10' 10, '15' 15)
set xtics offset 0,0.5
set grid noxtics ytics
unset colorbox
set label 'The loss is full half-way; nan comes when the residuals are full too' at screen 0.01739, screen 0.92932 left textcolor rgb '#1F1F1F' font 'Arial:Bold,17'
set label 'inf' at screen 0.14778, screen 0.75785 center textcolor rgb '#717171' font ',12.5'
set label 'nan' at screen 0.28651, screen 0.75785 center textcolor rgb '#717171' font ',12.5'
set label 'log₂ of the magnitude' at screen 0.01739, screen 0.80497 left textcolor rgb '#4A4A4A' font ',12.5'
set label 'Float16' at screen 0.01739, screen 0.8534 left textcolor rgb '#1F1F1F' font 'Arial:Bold,13.5'
set label 'step' at screen 0.1738, screen 0.11719 center textcolor rgb '#4A4A4A' font ',12.5'
set arrow from graph 0, first 15.99929538702341 to graph 1, first 15.99929538702341 nohead back linewidth 1 linecolor rgb '#8C8C8C' dashtype 1
set arrow from first 6, graph 0 to first 6, graph 1 nohead back linewidth 1 linecolor rgb '#8C8C8C' dashtype 1
set arrow from first 14, graph 0 to first 14, graph 1 nohead back linewidth 1 linecolor rgb '#8C8C8C' dashtype 1
set arrow from screen 0.04374, screen 0.05829 to screen 0.06982, screen 0.05829 nohead front linewidth 6 linecolor rgb '#800072B2' dashtype 1
set label 'loss' at screen 0.07635, screen 0.05829 left front textcolor rgb '#1F1F1F' font ',12.5'
set arrow from screen 0.1213, screen 0.05829 to screen 0.14739, screen 0.05829 nohead front linewidth 6 linecolor rgb '#80D55E00' dashtype 1
set label 'largest residual' at screen 0.15391, screen 0.05829 left front textcolor rgb '#1F1F1F' font ',12.5'
set arrow from screen 0.27115, screen 0.05829 to screen 0.29723, screen 0.05829 nohead front linewidth 2 linecolor rgb '#000000' dashtype (9, 6)
set label 'closed form' at screen 0.30375, screen 0.05829 left front textcolor rgb '#1F1F1F' font ',12.5'
plot \
  'overflow.dat' using 1:2 with lines linewidth 6 linecolor rgb '#800072B2' dashtype 1, \
  'overflow.dat' using 1:3 with lines linewidth 6 linecolor rgb '#80D55E00' dashtype 1, \
  'overflow.dat' using 4:5 with lines linewidth 2 linecolor rgb '#000000' dashtype (9, 6), \
  'overflow.dat' using 6:7 with lines linewidth 2 linecolor rgb '#000000' dashtype (9, 6)

# Panel 2: Float32
unset label
unset arrow
unset object
set lmargin at screen 0.37707; set rmargin at screen 0.63719
set tmargin at screen 0.72513; set bmargin at screen 0.21143
unset logscale x
set xrange [0:127]
set xtics ('0' 0, '50' 50, '100' 100)
unset logscale y
set yrange [0:138.23999990712937]
set ytics ('0' 0, '20' 20, '40' 40, '60' 60, '80' 80, '100' 100, '120' 120)
set xtics offset 0,0.5
set grid noxtics ytics
unset colorbox
set label 'inf' at screen 0.50406, screen 0.75785 center textcolor rgb '#717171' font ',12.5'
set label 'nan' at screen 0.63514, screen 0.75785 center textcolor rgb '#717171' font ',12.5'
set label 'log₂ of the magnitude' at screen 0.34299, screen 0.80497 left textcolor rgb '#4A4A4A' font ',12.5'
set label 'Float32' at screen 0.34299, screen 0.8534 left textcolor rgb '#1F1F1F' font 'Arial:Bold,13.5'
set label 'step' at screen 0.50713, screen 0.11719 center textcolor rgb '#4A4A4A' font ',12.5'
set arrow from graph 0, first 127.99999991400867 to graph 1, first 127.99999991400867 nohead back linewidth 1 linecolor rgb '#8C8C8C' dashtype 1
set arrow from first 62, graph 0 to first 62, graph 1 nohead back linewidth 1 linecolor rgb '#8C8C8C' dashtype 1
set arrow from first 126, graph 0 to first 126, graph 1 nohead back linewidth 1 linecolor rgb '#8C8C8C' dashtype 1
plot \
  'overflow.dat' using 8:9 with lines linewidth 6 linecolor rgb '#800072B2' dashtype 1, \
  'overflow.dat' using 8:10 with lines linewidth 6 linecolor rgb '#80D55E00' dashtype 1, \
  'overflow.dat' using 11:12 with lines linewidth 2 linecolor rgb '#000000' dashtype (9, 6), \
  'overflow.dat' using 13:14 with lines linewidth 2 linecolor rgb '#000000' dashtype (9, 6)

# Panel 3: Float64
unset label
unset arrow
unset object
set lmargin at screen 0.71814; set rmargin at screen 0.97826
set tmargin at screen 0.72513; set bmargin at screen 0.21143
unset logscale x
set xrange [0:1023]
set xtics ('0' 0, '500' 500, '1000' 1000)
unset logscale y
set yrange [0:1105.92]
set ytics ('0' 0, '200' 200, '400' 400, '600' 600, '800' 800, '1000' 1000)
set xtics offset 0,0.5
set grid noxtics ytics
unset colorbox
set label 'inf' at screen 0.84782, screen 0.75785 center textcolor rgb '#717171' font ',12.5'
set label 'nan' at screen 0.97801, screen 0.75785 center textcolor rgb '#717171' font ',12.5'
set label 'log₂ of the magnitude' at screen 0.67632, screen 0.80497 left textcolor rgb '#4A4A4A' font ',12.5'
set label 'Float64' at screen 0.67632, screen 0.8534 left textcolor rgb '#1F1F1F' font 'Arial:Bold,13.5'
set label 'step' at screen 0.8482, screen 0.11719 center textcolor rgb '#4A4A4A' font ',12.5'
set arrow from graph 0, first 1024 to graph 1, first 1024 nohead back linewidth 1 linecolor rgb '#8C8C8C' dashtype 1
set arrow from first 510, graph 0 to first 510, graph 1 nohead back linewidth 1 linecolor rgb '#8C8C8C' dashtype 1
set arrow from first 1022, graph 0 to first 1022, graph 1 nohead back linewidth 1 linecolor rgb '#8C8C8C' dashtype 1
plot \
  'overflow.dat' using 15:16 with lines linewidth 6 linecolor rgb '#800072B2' dashtype 1, \
  'overflow.dat' using 15:17 with lines linewidth 6 linecolor rgb '#80D55E00' dashtype 1, \
  'overflow.dat' using 18:19 with lines linewidth 2 linecolor rgb '#000000' dashtype (9, 6), \
  'overflow.dat' using 20:21 with lines linewidth 2 linecolor rgb '#000000' dashtype (9, 6)
unset multiplot
unset output
