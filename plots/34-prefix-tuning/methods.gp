# What is trained decides more than how much of it
# gnuplot methods.gp draws methods.svg

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

set terminal svg size 800,370 fixed font 'Arial&#44; Helvetica&#44; sans-serif,13' fontscale 1 linewidth 1 dashlength 1 butt enhanced background '#ffffff'
set output 'methods.svg'
family = 'Arial&#44; Helvetica&#44; sans-serif'
set multiplot

# Panel 1: un-
set lmargin at screen 0.0613; set rmargin at screen 0.41128
set tmargin at screen 0.76216; set bmargin at screen 0.21734
set logscale x
set xrange [60:40000]
set xtics ('100' 100, '1,000' 1000, '10,000' 10000)
unset logscale y
set yrange [0:100]
set ytics ('0' 0, '20' 20, '40' 40, '60' 60, '80' 80, '100' 100)
set xtics offset 0,0.5
set grid noxtics ytics
unset colorbox
set label 'What is trained decides more than how much of it' at screen 0.02, screen 0.92703 left textcolor rgb '#1F1F1F' font family.':Bold,17'
set label 'words that obey (%)' at screen 0.02, screen 0.79865 left textcolor rgb '#4A4A4A' font ',12.5'
set label 'un-' at screen 0.02, screen 0.84865 left textcolor rgb '#1F1F1F' font family.':Bold,13.5'
set label 'untouched' at screen 0.42003, screen 0.22486 left textcolor rgb '#717171' font ',12.5'
set label 'numbers trained' at screen 0.23629, screen 0.12004 center textcolor rgb '#4A4A4A' font ',12.5'
set arrow from graph 0, first 1.3804316041400755 to graph 1, first 1.3804316041400755 nohead back linewidth 2 linecolor rgb '#8C8C8C' dashtype (9, 6)
set label '' at screen 0.0763, screen 0.05923 front point pointtype 7 pointsize 1.04 linecolor rgb '#56B4E9'
set label '1 pair' at screen 0.0988, screen 0.05923 left front textcolor rgb '#1F1F1F' font ',12.5'
set label '' at screen 0.18193, screen 0.05923 front point pointtype 7 pointsize 1.04 linecolor rgb '#0072B2'
set label '4 pairs' at screen 0.20443, screen 0.05923 left front textcolor rgb '#1F1F1F' font ',12.5'
set label '' at screen 0.29599, screen 0.05923 front point pointtype 7 pointsize 1.04 linecolor rgb '#D55E00'
set label 'soft prompt' at screen 0.31849, screen 0.05923 left front textcolor rgb '#1F1F1F' font ',12.5'
set label '' at screen 0.4488, screen 0.05923 front point pointtype 7 pointsize 1.04 linecolor rgb '#CC79A7'
set label 'LoRA' at screen 0.4713, screen 0.05923 left front textcolor rgb '#1F1F1F' font ',12.5'
set label '' at screen 0.54974, screen 0.05923 front point pointtype 7 pointsize 1.04 linecolor rgb '#009E73'
set label 'last layer' at screen 0.57224, screen 0.05923 left front textcolor rgb '#1F1F1F' font ',12.5'
set label '' at screen 0.68318, screen 0.05923 front point pointtype 7 pointsize 1.04 linecolor rgb '#000000'
set label 'everything' at screen 0.70568, screen 0.05923 left front textcolor rgb '#1F1F1F' font ',12.5'
plot \
  'methods.dat' using 1:3:(0):($4 - $3) with vectors nohead linewidth 1.5 linecolor rgb '#56B4E9', \
  'methods.dat' using 1:2 with points pointtype 7 pointsize 0.65 linecolor rgb '#56B4E9', \
  'methods.dat' using 1:2 with points pointtype 7 pointsize 1.04 linecolor rgb '#56B4E9', \
  'methods.dat' using 5:7:(0):($8 - $7) with vectors nohead linewidth 1.5 linecolor rgb '#0072B2', \
  'methods.dat' using 5:6 with points pointtype 7 pointsize 0.65 linecolor rgb '#0072B2', \
  'methods.dat' using 5:6 with points pointtype 7 pointsize 1.04 linecolor rgb '#0072B2', \
  'methods.dat' using 1:10:(0):($11 - $10) with vectors nohead linewidth 1.5 linecolor rgb '#D55E00', \
  'methods.dat' using 1:9 with points pointtype 7 pointsize 0.65 linecolor rgb '#D55E00', \
  'methods.dat' using 1:9 with points pointtype 7 pointsize 1.04 linecolor rgb '#D55E00', \
  'methods.dat' using 12:14:(0):($15 - $14) with vectors nohead linewidth 1.5 linecolor rgb '#CC79A7', \
  'methods.dat' using 12:13 with points pointtype 7 pointsize 0.65 linecolor rgb '#CC79A7', \
  'methods.dat' using 12:13 with points pointtype 7 pointsize 1.04 linecolor rgb '#CC79A7', \
  'methods.dat' using 16:18:(0):($19 - $18) with vectors nohead linewidth 1.5 linecolor rgb '#009E73', \
  'methods.dat' using 16:17 with points pointtype 7 pointsize 0.65 linecolor rgb '#009E73', \
  'methods.dat' using 16:17 with points pointtype 7 pointsize 1.04 linecolor rgb '#009E73', \
  'methods.dat' using 20:22:(0):($23 - $22) with vectors nohead linewidth 1.5 linecolor rgb '#000000', \
  'methods.dat' using 20:21 with points pointtype 7 pointsize 0.65 linecolor rgb '#000000', \
  'methods.dat' using 20:21 with points pointtype 7 pointsize 1.04 linecolor rgb '#000000'

# Panel 2: six letters
unset label
unset arrow
unset object
set lmargin at screen 0.5469; set rmargin at screen 0.89688
set tmargin at screen 0.76216; set bmargin at screen 0.21734
set logscale x
set xrange [60:40000]
set xtics ('100' 100, '1,000' 1000, '10,000' 10000)
unset logscale y
set yrange [0:100]
set ytics ('' 0, '' 20, '' 40, '' 60, '' 80, '' 100)
set xtics offset 0,0.5
set grid noxtics ytics
unset colorbox
set label 'six letters' at screen 0.5344, screen 0.84865 left textcolor rgb '#1F1F1F' font family.':Bold,13.5'
set label 'untouched' at screen 0.90563, screen 0.2918 left textcolor rgb '#717171' font ',12.5'
set label 'numbers trained' at screen 0.72189, screen 0.12004 center textcolor rgb '#4A4A4A' font ',12.5'
set arrow from graph 0, first 13.666666666666666 to graph 1, first 13.666666666666666 nohead back linewidth 2 linecolor rgb '#8C8C8C' dashtype (9, 6)
plot \
  'methods.dat' using 1:25:(0):($26 - $25) with vectors nohead linewidth 1.5 linecolor rgb '#56B4E9', \
  'methods.dat' using 1:24 with points pointtype 7 pointsize 0.65 linecolor rgb '#56B4E9', \
  'methods.dat' using 1:24 with points pointtype 7 pointsize 1.04 linecolor rgb '#56B4E9', \
  'methods.dat' using 5:28:(0):($29 - $28) with vectors nohead linewidth 1.5 linecolor rgb '#0072B2', \
  'methods.dat' using 5:27 with points pointtype 7 pointsize 0.65 linecolor rgb '#0072B2', \
  'methods.dat' using 5:27 with points pointtype 7 pointsize 1.04 linecolor rgb '#0072B2', \
  'methods.dat' using 1:31:(0):($32 - $31) with vectors nohead linewidth 1.5 linecolor rgb '#D55E00', \
  'methods.dat' using 1:30 with points pointtype 7 pointsize 0.65 linecolor rgb '#D55E00', \
  'methods.dat' using 1:30 with points pointtype 7 pointsize 1.04 linecolor rgb '#D55E00', \
  'methods.dat' using 12:34:(0):($35 - $34) with vectors nohead linewidth 1.5 linecolor rgb '#CC79A7', \
  'methods.dat' using 12:33 with points pointtype 7 pointsize 0.65 linecolor rgb '#CC79A7', \
  'methods.dat' using 12:33 with points pointtype 7 pointsize 1.04 linecolor rgb '#CC79A7', \
  'methods.dat' using 16:37:(0):($38 - $37) with vectors nohead linewidth 1.5 linecolor rgb '#009E73', \
  'methods.dat' using 16:36 with points pointtype 7 pointsize 0.65 linecolor rgb '#009E73', \
  'methods.dat' using 16:36 with points pointtype 7 pointsize 1.04 linecolor rgb '#009E73', \
  'methods.dat' using 20:39:(0):($40 - $39) with vectors nohead linewidth 1.5 linecolor rgb '#000000', \
  'methods.dat' using 20:35 with points pointtype 7 pointsize 0.65 linecolor rgb '#000000', \
  'methods.dat' using 20:35 with points pointtype 7 pointsize 1.04 linecolor rgb '#000000'
unset multiplot
unset output
