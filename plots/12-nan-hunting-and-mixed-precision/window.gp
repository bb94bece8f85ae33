# Float16 trains in a window of gradient sizes; with a scaler at all shown
# gnuplot window.gp draws window.svg
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

set terminal svg size 720,437 font 'Arial,13' enhanced background '#ffffff'
set output 'window.svg'

set lmargin at screen 0.06577; set rmargin at screen 0.79642
set tmargin at screen 0.80549; set bmargin at screen 0.13136
unset logscale x
set xrange [-25.38:23.38]
set xtics ('−25' -25, '−20' -20, '−15' -15, '−10' -10, '−5' -5, '0' 0, '5' 5, '10' 10, '15' 15, '20' 20)
unset logscale y
set yrange [0:100]
set ytics ('0' 0, '20' 20, '40' 40, '60' 60, '80' 80, '100' 100)
set xtics offset 0,0.5
set grid noxtics ytics
unset colorbox
set label 'Float16 trains in a window of gradient sizes; with a scaler at all shown' at screen 0.02222, screen 0.93822 left textcolor rgb '#1F1F1F' font 'Arial:Bold,17'
set label 'all become 0' at screen 0.16137, screen 0.8341 center textcolor rgb '#717171' font ',12.5'
set label 'the largest becomes inf' at screen 0.71279, screen 0.8341 center textcolor rgb '#717171' font ',12.5'
set label 'test accuracy (%)' at screen 0.02222, screen 0.87529 left textcolor rgb '#4A4A4A' font ',12.5'
set label 'Float16' at screen 0.82142, screen 0.19634 left textcolor rgb '#BF5400' font ',12.5'
set label 'Float16 with a scaler' at screen 0.82142, screen 0.73829 left textcolor rgb '#008661' font ',12.5'
set label 'Float32' at screen 0.82142, screen 0.77719 left textcolor rgb '#000000' font ',12.5'
set label 'exponent k: loss times 2ᵏ, learning rate times 2⁻ᵏ' at screen 0.4311, screen 0.04898 center textcolor rgb '#4A4A4A' font ',12.5'
set arrow from screen 0.77991, screen 0.19634 to screen 0.81864, screen 0.19634 nohead linewidth 0.8 linecolor rgb '#66BF5400'
set arrow from screen 0.77991, screen 0.75381 to screen 0.81864, screen 0.73829 nohead linewidth 0.8 linecolor rgb '#66008661'
set arrow from screen 0.80058, screen 0.76167 to screen 0.81864, screen 0.77719 nohead linewidth 0.8 linecolor rgb '#66000000'
set arrow from graph 0, first 93.50000000000001 to graph 1, first 93.50000000000001 nohead back linewidth 2 linecolor rgb '#000000' dashtype (2, 4)
set arrow from first -19, graph 0 to first -19, graph 1 nohead back linewidth 1 linecolor rgb '#8C8C8C' dashtype (9, 6)
set arrow from first 17.799387349228642, graph 0 to first 17.799387349228642, graph 1 nohead back linewidth 1 linecolor rgb '#8C8C8C' dashtype (9, 6)
plot \
  'window.dat' using 1:2:3 with filledcurves linecolor rgb '#D55E00' fillstyle transparent solid 0.18 noborder, \
  'window.dat' using 1:4 with lines linewidth 2 linecolor rgb '#D55E00' dashtype 1, \
  'window.dat' using 1:4 with points pointtype 7 pointsize 0.65 linecolor rgb '#D55E00', \
  'window.dat' using 1:5:6 with filledcurves linecolor rgb '#009E73' fillstyle transparent solid 0.18 noborder, \
  'window.dat' using 1:7 with lines linewidth 2 linecolor rgb '#009E73' dashtype 1, \
  'window.dat' using 1:7 with points pointtype 7 pointsize 0.65 linecolor rgb '#009E73'
unset output
