# N(0, 1) drives 72 % of tanh's outputs beyond ±0.99; variance 1/n keeps them inside
# gnuplot saturation.gp draws saturation.svg
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

set terminal svg size 920,688 font 'Arial,13' enhanced background '#ffffff'
set output 'saturation.svg'
set multiplot

# Panel 1: N(0, 1), layer 1
set lmargin at screen 0.05528; set rmargin at screen 0.22439
set tmargin at screen 0.87209; set bmargin at screen 0.68666
unset logscale x
set xrange [-1:1]
set xtics ('−1' -1, '0' 0, '1' 1)
unset logscale y
set yrange [0:0.42720996093749997]
set ytics ('0.0' 0, '0.1' 0.1, '0.2' 0.2, '0.3' 0.3, '0.4' 0.4)
set xtics offset 0,0.5
set grid noxtics ytics
unset colorbox
set label 'N(0, 1) drives 72 % of tanh''s outputs beyond ±0.99; variance 1/n keeps them inside' at screen 0.01739, screen 0.96076 left textcolor rgb '#1F1F1F' font 'Arial:Bold,17'
set label 'share' at screen 0.01739, screen 0.89172 left textcolor rgb '#4A4A4A' font ',12.5'
set label 'N(0, 1), layer 1' at screen 0.01739, screen 0.9186 left textcolor rgb '#1F1F1F' font 'Arial:Bold,13.5'
plot \
  'saturation.dat' using (($1 + $2) / 2):3:($2 - $1) with boxes linecolor rgb '#D55E00' fillstyle transparent solid 0.45 border linecolor rgb '#ffffff', \
  'saturation.dat' using 4:5 with lines linewidth 1.5 linecolor rgb '#000000' dashtype (9, 6)

# Panel 2: N(0, 1), layer 5
unset label
unset arrow
unset object
set lmargin at screen 0.30141; set rmargin at screen 0.47052
set tmargin at screen 0.87209; set bmargin at screen 0.68666
unset logscale x
set xrange [-1:1]
set xtics ('−1' -1, '0' 0, '1' 1)
unset logscale y
set yrange [0:0.42232226562499997]
set ytics ('0.0' 0, '0.1' 0.1, '0.2' 0.2, '0.3' 0.3, '0.4' 0.4)
set xtics offset 0,0.5
set grid noxtics ytics
unset colorbox
set label 'share' at screen 0.26352, screen 0.89172 left textcolor rgb '#4A4A4A' font ',12.5'
set label 'N(0, 1), layer 5' at screen 0.26352, screen 0.9186 left textcolor rgb '#1F1F1F' font 'Arial:Bold,13.5'
plot \
  'saturation.dat' using (($1 + $2) / 2):6:($2 - $1) with boxes linecolor rgb '#D55E00' fillstyle transparent solid 0.45 border linecolor rgb '#ffffff', \
  'saturation.dat' using 4:7 with lines linewidth 1.5 linecolor rgb '#000000' dashtype (9, 6)

# Panel 3: N(0, 1), layer 10
unset label
unset arrow
unset object
set lmargin at screen 0.55528; set rmargin at screen 0.72439
set tmargin at screen 0.87209; set bmargin at screen 0.68666
unset logscale x
set xrange [-1:1]
set xtics ('−1' -1, '0' 0, '1' 1)
unset logscale y
set yrange [0:0.421509765625]
set ytics ('0.0' 0, '0.1' 0.1, '0.2' 0.2, '0.3' 0.3, '0.4' 0.4)
set xtics offset 0,0.5
set grid noxtics ytics
unset colorbox
set label 'share' at screen 0.50965, screen 0.89172 left textcolor rgb '#4A4A4A' font ',12.5'
set label 'N(0, 1), layer 10' at screen 0.50965, screen 0.9186 left textcolor rgb '#1F1F1F' font 'Arial:Bold,13.5'
plot \
  'saturation.dat' using (($1 + $2) / 2):8:($2 - $1) with boxes linecolor rgb '#D55E00' fillstyle transparent solid 0.45 border linecolor rgb '#ffffff', \
  'saturation.dat' using 4:9 with lines linewidth 1.5 linecolor rgb '#000000' dashtype (9, 6)

# Panel 4: N(0, 1), layer 20
unset label
unset arrow
unset object
set lmargin at screen 0.80915; set rmargin at screen 0.97826
set tmargin at screen 0.87209; set bmargin at screen 0.68666
unset logscale x
set xrange [-1:1]
set xtics ('−1' -1, '0' 0, '1' 1)
unset logscale y
set yrange [0:0.4207734375]
set ytics ('0.0' 0, '0.1' 0.1, '0.2' 0.2, '0.3' 0.3, '0.4' 0.4)
set xtics offset 0,0.5
set grid noxtics ytics
unset colorbox
set label 'share' at screen 0.76352, screen 0.89172 left textcolor rgb '#4A4A4A' font ',12.5'
set label 'N(0, 1), layer 20' at screen 0.76352, screen 0.9186 left textcolor rgb '#1F1F1F' font 'Arial:Bold,13.5'
plot \
  'saturation.dat' using (($1 + $2) / 2):10:($2 - $1) with boxes linecolor rgb '#D55E00' fillstyle transparent solid 0.45 border linecolor rgb '#ffffff', \
  'saturation.dat' using 4:11 with lines linewidth 1.5 linecolor rgb '#000000' dashtype (9, 6)

# Panel 5: N(0, 2/n), layer 1
unset label
unset arrow
unset object
set lmargin at screen 0.05528; set rmargin at screen 0.22439
set tmargin at screen 0.57038; set bmargin at screen 0.38495
unset logscale x
set xrange [-1:1]
set xtics ('−1' -1, '0' 0, '1' 1)
unset logscale y
set yrange [0:0.1016640625]
set ytics ('0.00' 0, '0.02' 0.02, '0.04' 0.04, '0.06' 0.06, '0.08' 0.08, '0.10' 0.1)
set xtics offset 0,0.5
set grid noxtics ytics
unset colorbox
set label 'share' at screen 0.01739, screen 0.59001 left textcolor rgb '#4A4A4A' font ',12.5'
set label 'N(0, 2/n), layer 1' at screen 0.01739, screen 0.6169 left textcolor rgb '#1F1F1F' font 'Arial:Bold,13.5'
plot \
  'saturation.dat' using (($1 + $2) / 2):12:($2 - $1) with boxes linecolor rgb '#009E73' fillstyle transparent solid 0.45 border linecolor rgb '#ffffff', \
  'saturation.dat' using 4:13 with lines linewidth 1.5 linecolor rgb '#000000' dashtype (9, 6)

# Panel 6: N(0, 2/n), layer 5
unset label
unset arrow
unset object
set lmargin at screen 0.30141; set rmargin at screen 0.47052
set tmargin at screen 0.57038; set bmargin at screen 0.38495
unset logscale x
set xrange [-1:1]
set xtics ('−1' -1, '0' 0, '1' 1)
unset logscale y
set yrange [0:0.030087890625]
set ytics ('0.00' 0, '0.01' 0.01, '0.02' 0.02, '0.03' 0.03)
set xtics offset 0,0.5
set grid noxtics ytics
unset colorbox
set label 'share' at screen 0.26352, screen 0.59001 left textcolor rgb '#4A4A4A' font ',12.5'
set label 'N(0, 2/n), layer 5' at screen 0.26352, screen 0.6169 left textcolor rgb '#1F1F1F' font 'Arial:Bold,13.5'
plot \
  'saturation.dat' using (($1 + $2) / 2):14:($2 - $1) with boxes linecolor rgb '#009E73' fillstyle transparent solid 0.45 border linecolor rgb '#ffffff', \
  'saturation.dat' using 4:15 with lines linewidth 1.5 linecolor rgb '#000000' dashtype (9, 6)

# Panel 7: N(0, 2/n), layer 10
unset label
unset arrow
unset object
set lmargin at screen 0.55528; set rmargin at screen 0.72439
set tmargin at screen 0.57038; set bmargin at screen 0.38495
unset logscale x
set xrange [-1:1]
set xtics ('−1' -1, '0' 0, '1' 1)
unset logscale y
set yrange [0:0.028361328125]
set ytics ('0.000' 0, '0.005' 0.005, '0.010' 0.01, '0.015' 0.015, '0.020' 0.02, '0.025' 0.025)
set xtics offset 0,0.5
set grid noxtics ytics
unset colorbox
set label 'share' at screen 0.50965, screen 0.59001 left textcolor rgb '#4A4A4A' font ',12.5'
set label 'N(0, 2/n), layer 10' at screen 0.50965, screen 0.6169 left textcolor rgb '#1F1F1F' font 'Arial:Bold,13.5'
plot \
  'saturation.dat' using (($1 + $2) / 2):16:($2 - $1) with boxes linecolor rgb '#009E73' fillstyle transparent solid 0.45 border linecolor rgb '#ffffff', \
  'saturation.dat' using 4:17 with lines linewidth 1.5 linecolor rgb '#000000' dashtype (9, 6)

# Panel 8: N(0, 2/n), layer 20
unset label
unset arrow
unset object
set lmargin at screen 0.80915; set rmargin at screen 0.97826
set tmargin at screen 0.57038; set bmargin at screen 0.38495
unset logscale x
set xrange [-1:1]
set xtics ('−1' -1, '0' 0, '1' 1)
unset logscale y
set yrange [0:0.028208984375]
set ytics ('0.000' 0, '0.005' 0.005, '0.010' 0.01, '0.015' 0.015, '0.020' 0.02, '0.025' 0.025)
set xtics offset 0,0.5
set grid noxtics ytics
unset colorbox
set label 'share' at screen 0.76352, screen 0.59001 left textcolor rgb '#4A4A4A' font ',12.5'
set label 'N(0, 2/n), layer 20' at screen 0.76352, screen 0.6169 left textcolor rgb '#1F1F1F' font 'Arial:Bold,13.5'
plot \
  'saturation.dat' using (($1 + $2) / 2):18:($2 - $1) with boxes linecolor rgb '#009E73' fillstyle transparent solid 0.45 border linecolor rgb '#ffffff', \
  'saturation.dat' using 4:19 with lines linewidth 1.5 linecolor rgb '#000000' dashtype (9, 6)

# Panel 9: N(0, 1/n), layer 1
unset label
unset arrow
unset object
set lmargin at screen 0.05528; set rmargin at screen 0.22439
set tmargin at screen 0.26867; set bmargin at screen 0.08324
unset logscale x
set xrange [-1:1]
set xtics ('−1' -1, '0' 0, '1' 1)
unset logscale y
set yrange [0:0.0384683180057392]
set ytics ('0.00' 0, '0.01' 0.01, '0.02' 0.02, '0.03' 0.03)
set xtics offset 0,0.5
set grid noxtics ytics
unset colorbox
set label 'share' at screen 0.01739, screen 0.2883 left textcolor rgb '#4A4A4A' font ',12.5'
set label 'N(0, 1/n), layer 1' at screen 0.01739, screen 0.31519 left textcolor rgb '#1F1F1F' font 'Arial:Bold,13.5'
set label 'output' at screen 0.13984, screen 0.03092 center textcolor rgb '#4A4A4A' font ',12.5'
plot \
  'saturation.dat' using (($1 + $2) / 2):20:($2 - $1) with boxes linecolor rgb '#0072B2' fillstyle transparent solid 0.45 border linecolor rgb '#ffffff', \
  'saturation.dat' using 4:21 with lines linewidth 1.5 linecolor rgb '#000000' dashtype (9, 6)

# Panel 10: N(0, 1/n), layer 5
unset label
unset arrow
unset object
set lmargin at screen 0.30141; set rmargin at screen 0.47052
set tmargin at screen 0.26867; set bmargin at screen 0.08324
unset logscale x
set xrange [-1:1]
set xtics ('−1' -1, '0' 0, '1' 1)
unset logscale y
set yrange [0:0.0595791015625]
set ytics ('0.00' 0, '0.01' 0.01, '0.02' 0.02, '0.03' 0.03, '0.04' 0.04, '0.05' 0.05)
set xtics offset 0,0.5
set grid noxtics ytics
unset colorbox
set label 'share' at screen 0.26352, screen 0.2883 left textcolor rgb '#4A4A4A' font ',12.5'
set label 'N(0, 1/n), layer 5' at screen 0.26352, screen 0.31519 left textcolor rgb '#1F1F1F' font 'Arial:Bold,13.5'
set label 'output' at screen 0.38597, screen 0.03092 center textcolor rgb '#4A4A4A' font ',12.5'
plot \
  'saturation.dat' using (($1 + $2) / 2):22:($2 - $1) with boxes linecolor rgb '#0072B2' fillstyle transparent solid 0.45 border linecolor rgb '#ffffff', \
  'saturation.dat' using 4:23 with lines linewidth 1.5 linecolor rgb '#000000' dashtype (9, 6)

# Panel 11: N(0, 1/n), layer 10
unset label
unset arrow
unset object
set lmargin at screen 0.55528; set rmargin at screen 0.72439
set tmargin at screen 0.26867; set bmargin at screen 0.08324
unset logscale x
set xrange [-1:1]
set xtics ('−1' -1, '0' 0, '1' 1)
unset logscale y
set yrange [0:0.088283203125]
set ytics ('0.00' 0, '0.02' 0.02, '0.04' 0.04, '0.06' 0.06, '0.08' 0.08)
set xtics offset 0,0.5
set grid noxtics ytics
unset colorbox
set label 'share' at screen 0.50965, screen 0.2883 left textcolor rgb '#4A4A4A' font ',12.5'
set label 'N(0, 1/n), layer 10' at screen 0.50965, screen 0.31519 left textcolor rgb '#1F1F1F' font 'Arial:Bold,13.5'
set label 'output' at screen 0.63984, screen 0.03092 center textcolor rgb '#4A4A4A' font ',12.5'
plot \
  'saturation.dat' using (($1 + $2) / 2):24:($2 - $1) with boxes linecolor rgb '#0072B2' fillstyle transparent solid 0.45 border linecolor rgb '#ffffff', \
  'saturation.dat' using 4:25 with lines linewidth 1.5 linecolor rgb '#000000' dashtype (9, 6)

# Panel 12: N(0, 1/n), layer 20
unset label
unset arrow
unset object
set lmargin at screen 0.80915; set rmargin at screen 0.97826
set tmargin at screen 0.26867; set bmargin at screen 0.08324
unset logscale x
set xrange [-1:1]
set xtics ('−1' -1, '0' 0, '1' 1)
unset logscale y
set yrange [0:0.13446875]
set ytics ('0.00' 0, '0.02' 0.02, '0.04' 0.04, '0.06' 0.06, '0.08' 0.08, '0.10' 0.1, '0.12' 0.12)
set xtics offset 0,0.5
set grid noxtics ytics
unset colorbox
set label 'share' at screen 0.76352, screen 0.2883 left textcolor rgb '#4A4A4A' font ',12.5'
set label 'N(0, 1/n), layer 20' at screen 0.76352, screen 0.31519 left textcolor rgb '#1F1F1F' font 'Arial:Bold,13.5'
set label 'output' at screen 0.89371, screen 0.03092 center textcolor rgb '#4A4A4A' font ',12.5'
plot \
  'saturation.dat' using (($1 + $2) / 2):26:($2 - $1) with boxes linecolor rgb '#0072B2' fillstyle transparent solid 0.45 border linecolor rgb '#ffffff', \
  'saturation.dat' using 4:27 with lines linewidth 1.5 linecolor rgb '#000000' dashtype (9, 6)
unset multiplot
unset output
