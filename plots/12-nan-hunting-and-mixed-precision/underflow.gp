# What Float16 makes zero can be counted beforehand
# gnuplot underflow.gp draws underflow.svg
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

set terminal svg size 800,401 font 'Arial,13' enhanced background '#ffffff'
set output 'underflow.svg'
set multiplot

# Panel 1: gradients by the logits, in Float32
set lmargin at screen 0.06357; set rmargin at screen 0.47719
set tmargin at screen 0.73815; set bmargin at screen 0.14404
unset logscale x
set xrange [-40:0]
set xtics ('−40' -40, '−30' -30, '−20' -20, '−10' -10, '0' 0)
unset logscale y
set yrange [0:0.10148125]
set ytics ('0.00' 0, '0.02' 0.02, '0.04' 0.04, '0.06' 0.06, '0.08' 0.08, '0.10' 0.1)
set xtics offset 0,0.5
set grid noxtics ytics
unset colorbox
set label 'What Float16 makes zero can be counted beforehand' at screen 0.02, screen 0.93267 left textcolor rgb '#1F1F1F' font 'Arial:Bold,17'
set label 'smallest' at screen 0.22902, screen 0.76933 center textcolor rgb '#717171' font ',12.5'
set label 'smallest normal' at screen 0.33242, screen 0.76933 center textcolor rgb '#717171' font ',12.5'
set label 'share of them' at screen 0.02, screen 0.81421 left textcolor rgb '#4A4A4A' font ',12.5'
set label 'gradients by the logits, in Float32' at screen 0.02, screen 0.86035 left textcolor rgb '#1F1F1F' font 'Arial:Bold,13.5'
set label 'log₂ of the magnitude' at screen 0.27038, screen 0.05426 center textcolor rgb '#4A4A4A' font ',12.5'
set arrow from first -24, graph 0 to first -24, graph 1 nohead back linewidth 1 linecolor rgb '#8C8C8C' dashtype 1
set arrow from first -14, graph 0 to first -14, graph 1 nohead back linewidth 1 linecolor rgb '#8C8C8C' dashtype 1
plot \
  'underflow.dat' using (($1 + $2) / 2):3:($2 - $1) with boxes linecolor rgb '#56B4E9' fillstyle transparent solid 0.45 border linecolor rgb '#ffffff'

# Panel 2: multiplied by 2ᵏ, in Float16
unset label
unset arrow
unset object
set lmargin at screen 0.56139; set rmargin at screen 0.975
set tmargin at screen 0.73815; set bmargin at screen 0.14404
unset logscale x
set xrange [-25.38:23.38]
set xtics ('−20' -20, '−10' -10, '0' 0, '10' 10, '20' 20)
unset logscale y
set yrange [0:104]
set ytics ('0' 0, '20' 20, '40' 40, '60' 60, '80' 80, '100' 100)
set xtics offset 0,0.5
set grid noxtics ytics
unset colorbox
set label 'gradients that are zero (%)' at screen 0.52219, screen 0.81421 left textcolor rgb '#4A4A4A' font ',12.5'
set label 'multiplied by 2ᵏ, in Float16' at screen 0.52219, screen 0.86035 left textcolor rgb '#1F1F1F' font 'Arial:Bold,13.5'
set label 'exponent k' at screen 0.76819, screen 0.05426 center textcolor rgb '#4A4A4A' font ',12.5'
set object rectangle from screen 0.77453, screen 0.7182 to screen 0.965, screen 0.60848 front fillcolor rgb '#ffffff' fillstyle transparent solid 0.8 noborder
set label '' at screen 0.79828, screen 0.68454 front point pointtype 7 pointsize 0.65 linecolor rgb '#0072B2'
set label 'measured' at screen 0.82078, screen 0.68454 left front textcolor rgb '#1F1F1F' font ',12.5'
set arrow from screen 0.78328, screen 0.64214 to screen 0.81328, screen 0.64214 nohead front linewidth 2 linecolor rgb '#000000' dashtype (9, 6)
set label 'counted in Float32' at screen 0.82078, screen 0.64214 left front textcolor rgb '#1F1F1F' font ',12.5'
plot \
  'underflow.dat' using 4:5 with points pointtype 7 pointsize 0.65 linecolor rgb '#0072B2', \
  'underflow.dat' using 4:6 with lines linewidth 2 linecolor rgb '#000000' dashtype (9, 6)
unset multiplot
unset output
