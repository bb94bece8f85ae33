# n is the fan-in: with it the gain stays at 1, whatever the batch size
# gnuplot meaning.gp draws meaning.svg
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

set terminal svg size 800,709 font 'Arial,13' enhanced background '#ffffff'
set output 'meaning.svg'
set multiplot

# Panel 1
set lmargin at screen 0.0592; set rmargin at screen 0.475
set tmargin at screen 0.90409; set bmargin at screen 0.56629
set logscale x
set xrange [14.723002409998003:278.20412480667085]
set xtics ('16' 16, '32' 32, '64' 64, '128' 128, '256' 256)
set logscale y
set yrange [0.4271654195486121:5.218864314023737]
set ytics ('0.5' 0.5, '1' 1, '2' 2, '5' 5)
set xtics offset 0,0.5
set grid noxtics ytics
unset colorbox
set label 'n is the fan-in: with it the gain stays at 1, whatever the batch size' at screen 0.02, screen 0.96192 left textcolor rgb '#1F1F1F' font 'Arial:Bold,17'
set label 'gain of a layer' at screen 0.02, screen 0.92313 left textcolor rgb '#4A4A4A' font ',12.5'
set label 'fan-in n, with batches of B = 32' at screen 0.2671, screen 0.51551 center textcolor rgb '#4A4A4A' font ',12.5'
set label '' at screen 0.0742, screen 0.03173 front point pointtype 7 pointsize 0.78 linecolor rgb '#009E73'
set label 'N(0, 2/n)' at screen 0.0967, screen 0.03173 left front textcolor rgb '#1F1F1F' font ',12.5'
set label '' at screen 0.19885, screen 0.03173 front point pointtype 7 pointsize 0.78 linecolor rgb '#0072B2'
set label 'N(0, 1/B)' at screen 0.22135, screen 0.03173 left front textcolor rgb '#1F1F1F' font ',12.5'
set label '' at screen 0.32518, screen 0.03173 front point pointtype 7 pointsize 0.78 linecolor rgb '#E69F00'
set label 'N(0, 1/√B)' at screen 0.34768, screen 0.03173 left front textcolor rgb '#1F1F1F' font ',12.5'
plot \
  'meaning.dat' using 1:2 with points pointtype 7 pointsize 0.78 linecolor rgb '#009E73', \
  'meaning.dat' using 1:3 with points pointtype 7 pointsize 0.78 linecolor rgb '#0072B2', \
  'meaning.dat' using 1:4 with points pointtype 7 pointsize 0.78 linecolor rgb '#E69F00', \
  'meaning.dat' using 1:5 with lines linewidth 2 linecolor rgb '#009E73' dashtype (9, 6), \
  'meaning.dat' using 1:6 with lines linewidth 2 linecolor rgb '#0072B2' dashtype (9, 6), \
  'meaning.dat' using 1:7 with lines linewidth 2 linecolor rgb '#E69F00' dashtype (9, 6)

# Panel 2
unset label
unset arrow
unset object
set lmargin at screen 0.5592; set rmargin at screen 0.975
set tmargin at screen 0.90409; set bmargin at screen 0.56629
set logscale x
set xrange [3.53081198516262:290.0182746357244]
set xtics ('4' 4, '8' 8, '16' 16, '32' 32, '64' 64, '128' 128, '256' 256)
set logscale y
set yrange [0.3168345721325793:4.409759376627779]
set ytics ('0.5' 0.5, '1' 1, '2' 2)
set xtics offset 0,0.5
set grid noxtics ytics
unset colorbox
set label 'gain of a layer' at screen 0.52, screen 0.92313 left textcolor rgb '#4A4A4A' font ',12.5'
set label 'batch size B, with a fan-in of n = 64' at screen 0.7671, screen 0.51551 center textcolor rgb '#4A4A4A' font ',12.5'
plot \
  'meaning.dat' using 8:9 with points pointtype 7 pointsize 0.78 linecolor rgb '#009E73', \
  'meaning.dat' using 8:10 with points pointtype 7 pointsize 0.78 linecolor rgb '#0072B2', \
  'meaning.dat' using 8:11 with points pointtype 7 pointsize 0.78 linecolor rgb '#E69F00', \
  'meaning.dat' using 8:12 with lines linewidth 2 linecolor rgb '#009E73' dashtype (9, 6), \
  'meaning.dat' using 8:13 with lines linewidth 2 linecolor rgb '#0072B2' dashtype (9, 6), \
  'meaning.dat' using 8:14 with lines linewidth 2 linecolor rgb '#E69F00' dashtype (9, 6)

# Panel 3
unset label
unset arrow
unset object
set lmargin at screen 0.0592; set rmargin at screen 0.475
set tmargin at screen 0.45204; set bmargin at screen 0.11424
set logscale x
set xrange [15.03236398742419:136.23938335403005]
set xtics ('16' 16, '64' 64, '128' 128)
unset logscale y
set yrange [0:100]
set ytics ('0' 0, '20' 20, '40' 40, '60' 60, '80' 80, '100' 100)
set xtics offset 0,0.5
set grid noxtics ytics
unset colorbox
set label 'test accuracy (%)' at screen 0.02, screen 0.47108 left textcolor rgb '#4A4A4A' font ',12.5'
set label 'fan-in n, with batches of B = 32' at screen 0.2671, screen 0.06346 center textcolor rgb '#4A4A4A' font ',12.5'
plot \
  'meaning.dat' using 15:16:17 with filledcurves linecolor rgb '#009E73' fillstyle transparent solid 0.18 noborder, \
  'meaning.dat' using 15:18 with lines linewidth 2 linecolor rgb '#009E73' dashtype 1, \
  'meaning.dat' using 15:18 with points pointtype 7 pointsize 0.65 linecolor rgb '#009E73', \
  'meaning.dat' using 15:19:20 with filledcurves linecolor rgb '#0072B2' fillstyle transparent solid 0.18 noborder, \
  'meaning.dat' using 15:21 with lines linewidth 2 linecolor rgb '#0072B2' dashtype 1, \
  'meaning.dat' using 15:21 with points pointtype 7 pointsize 0.65 linecolor rgb '#0072B2'

# Panel 4
unset label
unset arrow
unset object
set lmargin at screen 0.5592; set rmargin at screen 0.975
set tmargin at screen 0.45204; set bmargin at screen 0.11424
set logscale x
set xrange [7.516181993712095:68.11969167701503]
set xtics ('8' 8, '32' 32, '64' 64)
unset logscale y
set yrange [0:100]
set ytics ('0' 0, '20' 20, '40' 40, '60' 60, '80' 80, '100' 100)
set xtics offset 0,0.5
set grid noxtics ytics
unset colorbox
set label 'test accuracy (%)' at screen 0.52, screen 0.47108 left textcolor rgb '#4A4A4A' font ',12.5'
set label 'batch size B, with a fan-in of n = 64' at screen 0.7671, screen 0.06346 center textcolor rgb '#4A4A4A' font ',12.5'
plot \
  'meaning.dat' using 22:23:24 with filledcurves linecolor rgb '#009E73' fillstyle transparent solid 0.18 noborder, \
  'meaning.dat' using 22:25 with lines linewidth 2 linecolor rgb '#009E73' dashtype 1, \
  'meaning.dat' using 22:25 with points pointtype 7 pointsize 0.65 linecolor rgb '#009E73', \
  'meaning.dat' using 22:26:27 with filledcurves linecolor rgb '#0072B2' fillstyle transparent solid 0.18 noborder, \
  'meaning.dat' using 22:28 with lines linewidth 2 linecolor rgb '#0072B2' dashtype 1, \
  'meaning.dat' using 22:28 with points pointtype 7 pointsize 0.65 linecolor rgb '#0072B2'
unset multiplot
unset output
