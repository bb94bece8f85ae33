import Testing

@testable import Gnuplot

@Suite("The script, mark by mark") struct ScriptTests {
  @Test("Lines are solid and two pixels wide, theory is dashed, a staircase has steps") func lines() {
    #expect(
      script(.line(x: [0, 1], y: [0, 2], color: .green)).contains(
        "'figure.dat' using 1:2 with lines linewidth 2 linecolor rgb '#009E73' dashtype solid"))
    #expect(script(.steps(x: [0, 1], y: [0, 1])).contains("with steps linewidth 2"))
    #expect(
      script(.line(x: [0, 1], y: [0, 2]), .curve { $0 * $0 / 2 }).contains(
        "using 3:4 with lines linewidth 2 linecolor rgb '#000000' dashtype (9, 6)"))
  }

  @Test("A closed form is sampled over the axis that the data decide, evenly on its scale") func closedForms() {
    let text = tables(x: Axis("x", scale: .log), .line(x: [1, 100], y: [1, 1], label: "data"), .curve { 1 / $0 })[0]
      .text
    let rows = text.split(separator: "\n").dropFirst().map { $0.split(separator: " ").compactMap { Double($0) } }
    #expect(rows.count == 201)
    // Half-way from 1 to 100 in ratios is 10.
    #expect(abs(rows[100][2] - 10) < 1e-12 && abs(rows[100][3] - 0.1) < 1e-14)  // a few roundings
  }

  @Test("One seed of many is thin and pale, their mean is thick") func seeds() {
    let text = script(
      .group((0..<3).map { .line(x: [0, 1], y: [0, Double($0)], color: .green, style: .thin) }),
      .line(x: [0, 1], y: [0, 1.5], label: "mean", color: .green, style: .thick))
    // 65 % transparent: 0.65 · 255 = 165.75, which is 0xA6
    #expect(text.ranges(of: "linewidth 1 linecolor rgb '#A6009E73'").count == 3)
    #expect(text.contains("linewidth 3 linecolor rgb '#009E73'"))
  }

  @Test("A band is filled at 18 % opacity") func bands() {
    #expect(
      script(.band(x: [0, 1], lower: [0, 0], upper: [1, 1])).contains(
        "using 1:2:3 with filledcurves linecolor rgb '#0072B2' fillstyle transparent solid 0.18 noborder"))
  }

  @Test("Points and error bars") func points() {
    #expect(
      script(.points(x: [0, 1], y: [0, 2], shape: .square, size: 2)).contains(
        "using 1:2 with points pointtype 5 pointsize 1.3"))
    // y = 1 ± 0.5: columns x, y, lower, upper; the bar is a line from lower to upper.
    let bars = script(.errorBars(x: [0, 1], y: [1, 1], error: [0.5, 0.5]))
    #expect(bars.contains("using 1:3:(0):($4 - $3) with vectors nohead") && bars.contains("using 1:2 with points"))
  }

  @Test("Bars of two series stand side by side, over named categories") func bars() {
    let text = script(.bars(["a", "b"], y: [1, 2], label: "p"), .bars(["a", "b"], y: [3, 4], label: "q"))
    // Room 1, of which 0.8 are used: each bar is 0.4 wide, and 0.2 to the left or right of its place.
    #expect(text.contains("using ($1 + -0.2):2:(0.4) with boxes") && text.contains("using ($1 + 0.2):3:(0.4)"))
    #expect(text.contains("set xtics ('a' 0, 'b' 1)"))
    #expect(text.contains("set yrange [0:"))
  }

  @Test("A histogram counts: 0, 1, 1, 2 in two bins over 0 … 2 are one and three") func histogram() {
    let histogram = Histogram([0, 1, 1, 2, .nan], bins: 2, range: nil, height: .count)
    #expect(histogram.left == [0, 1] && histogram.right == [1, 2] && histogram.heights == [1, 3])
    #expect(Histogram([0, 1, 1, 2], bins: 2, range: nil, height: .share).heights == [0.25, 0.75])
    #expect(Histogram([0, 2, 2, 4], bins: 2, range: nil, height: .density).heights == [0.125, 0.375])
    #expect(script(.histogram([0, 1, 1, 2], bins: 2)).contains("using (($1 + $2) / 2):3:($2 - $1) with boxes"))
  }

  @Test("Areas are stacked, each on the sum of those below") func areas() {
    let text = script(.area(x: [0, 1], y: [1, 2], label: "a"), .area(x: [0, 1], y: [3, 5], label: "b"))
    #expect(text.contains("using 1:(0):($2) with filledcurves") && text.contains("using 1:($2):($2 + $3)"))
    let panel = Panel(x: Axis("x"), y: Axis("y"), .area(x: [0, 1], y: [1, 2]), .area(x: [0, 1], y: [3, 5]))
    #expect(panel.stackedAreas[1]?.upper == [4, 7])
  }

  private let bowl = [[2.0, 1, 2], [1, 0, 1], [2, 1, 2]]

  @Test("Contours are worked out by gnuplot at the given levels and carry their numbers") func contours() {
    let text = script(.contours(x: [-1, 0, 1], y: [-1, 0, 1], z: bowl, levels: [0.5, 1.5]))
    #expect(
      text.contains("set cntrparam levels discrete 0.5, 1.5\nset table $contours_1_1\nsplot 'figure.dat' using 1:2:3"))
    #expect(text.contains("$contours_1_1 using 1:2 with lines"))
    // From the lowest point (0, 0) to the right z grows from 0 to 1: it passes 0.5 at x = 0.5.
    #expect(text.contains("0.5 0 \"0.5\""))
  }

  @Test("A heat map is an image with a colour bar; its scale may be logarithmic") func heatMap() {
    let text = script(.heatMap(x: [-1, 0, 1], y: [-1, 0, 1], z: bowl, label: "loss"))
    #expect(text.contains("'figure.dat' using 1:2:3 with image pixels") && text.contains("set colorbox user origin"))
    #expect(text.contains("set cbrange [0:2]") && text.contains("set label 'loss'"))
    // The cells reach half a step beyond the outer grid points.
    #expect(text.contains("set xrange [-1.5:1.5]"))
    let log = script(.heatMap(x: [0, 1], y: [0, 1], z: [[0, 0.1], [1, 10]], scale: .log))
    #expect(log.contains("set logscale cb\nset cbrange [0.1:10]"))
    let diverging = script(.heatMap(x: [0, 1], y: [0, 1], z: [[-1, 0], [0, 3]], colors: .diverging))
    #expect(diverging.contains("set cbrange [-3:3]"))
  }

  @Test("Over an uneven or logarithmic grid a heat map is drawn cell by cell") func unevenHeatMap() {
    let text = script(
      x: Axis("rate", scale: .log), .heatMap(x: [0.01, 0.1, 1], y: [0, 1], z: [[1, 2, 3], [4, 5, 6]]))
    #expect(text.contains("with boxxyerror linecolor palette"))
    let surface = HeightMap(x: [0.01, 0.1, 1], y: [0], z: [[1, 2, 3]], what: "A heat map")
    let cells = surface.cells(surface.x, .log)
    // Half-way in ratios: 10^−2.5, 10^−1.5, 10^−0.5, 10^0.5
    for (cell, exponent) in zip(cells, [-2.5, -1.5, -0.5, 0.5]) {
      #expect(abs(cell / power(10, exponent) - 1) < 1e-12)  // some roundings of a square root and a quotient
    }
  }

  @Test("Arrows have heads and a scale") func arrows() {
    #expect(
      script(.arrows(x: [0], y: [0], dx: [1], dy: [2], scale: 0.5)).contains(
        "using 1:1:(0.5 * $2):(0.5 * $3) with vectors head filled"))
  }

  @Test("A trajectory starts with a ring and ends with a disc, or with a cross where it was lost") func trajectories() {
    let text = script(.trajectory(x: [0, 1, 2], y: [0, 1, 0]))
    #expect(text.contains("every ::0::0 using 1:2 with points pointtype 6"))
    #expect(text.contains("every ::2::2 using 1:2 with points pointtype 7"))
    let lost = script(.trajectory(x: [0, 1, .infinity], y: [0, 1, 0]))
    #expect(lost.contains("every ::1::1 using 1:2 with points pointtype 2"))
  }

  @Test("Marks cross the panel and words stand at their point") func marks() {
    let text = script(
      .line(x: [0, 20], y: [0, 1]), .horizontal(0.5, label: "floor"), .vertical(13, label: "k = 13"),
      .text("here_it is", at: (x: 3, y: 0.2)))
    #expect(text.contains("set arrow from graph 0, first 0.5 to graph 1, first 0.5 nohead"))
    #expect(text.contains("set arrow from first 13, graph 0 to first 13, graph 1 nohead"))
    #expect(text.contains("set label 'floor'") && text.contains("set label 'k = 13'"))
    #expect(text.contains("set label 'here\\_it is' at first 3, first 0.2 left"))
  }

  @Test("Logarithmic axes say so, and a band that reaches below zero ends at the axis") func logAxes() {
    let text = script(
      x: Axis("rate", scale: .log), y: Axis("loss", scale: .log),
      .band(x: [0.1, 1], lower: [-1, 0.1], upper: [1, 10]))
    #expect(text.contains("set logscale x") && text.contains("set logscale y"))
    #expect(text.contains("($2 > 0 ? $2 : "))
  }

  @Test("An axis without ticks stays without, and a line across the panel is drawn though it starts and ends outside")
  func noTicks() {
    let text = script(x: Axis("", ticks: []), y: Axis("", ticks: []), .line(x: [0, 1], y: [0, 1]))
    #expect(text.contains("unset xtics") && text.contains("unset ytics"))
    #expect(!text.contains("\nset xtics"))
    #expect(text.contains("set clip two"))
  }

  @Test("A mark without a finite value is left out; a panel without any says so") func emptyPanel() {
    let text = script(y: Axis("loss", scale: .log), .line(x: [0, 1], y: [.nan, -1], label: "loss"))
    #expect(text.contains("set label 'no finite positive values'") && text.contains("plot NaN notitle"))
  }

  @Test("Small multiples say a shared label once, under the lowest panel of each column") func smallMultiples() {
    let panels = (1...4).map {
      Panel("k = \($0)", x: Axis("epoch"), y: Axis("loss"), .line(x: [0, 1], y: [0, Double($0)]))
    }
    let figure = Figure("figure", title: "A title", columns: 2, shared: [.x, .y], panels: panels)
    let text = Script(figure, Resolution(figure)).text(format: .svg, picture: "figure.svg", film: nil)
    #expect(text.ranges(of: "set label 'epoch'").count == 2)
    #expect(text.ranges(of: "set label 'loss'").count == 2)
    #expect(text.contains("set multiplot") && text.contains("set label 'k = 4'"))
    // One y range for all: 0 to 4 and four percent of air.
    #expect(text.ranges(of: "set yrange [0:4.16]").count == 4)
  }

  @Test("Equal aspect: a unit is as long across as it is up") func equalAspect() {
    let figure = Figure(
      "f", title: "", Panel(x: Axis("a", range: -2...2), y: Axis("b", range: -1...1), aspect: .equal))
    let box = Layout(figure, Resolution(figure).plots).panels[0].box
    #expect(abs(box.width / 4 - box.height / 2) < 1e-9)
  }

  @Test("In a film the lines grow with the frames") func film() {
    let text = script(animation: Animation(frames: 20, secondsPerFrame: 0.1), .line(x: [0, 1, 2], y: [0, 1, 2]))
    // The picture stands for 1.2 s, twelve frames, after the twenty.
    #expect(text.contains("do for [frame = 0:32]") && text.contains("every ::0::int(shown * 2) using 1:1"))
    #expect(text.contains("set terminal gif animate delay 10") && text.contains("set output 'figure.gif'"))
  }

  @Test("Columns of different length stop the program with both counts") func counts() async {
    let result = await #expect(processExitsWith: .failure, observing: [\.standardErrorContent]) {
      _ = Mark.line(x: [1, 2, 3], y: [1, 2])
    }
    let message = String(decoding: result?.standardErrorContent ?? [], as: UTF8.self)
    #expect(message.contains("A line needs as many y as x values, but has 2 and 3."))
    await #expect(processExitsWith: .failure) { _ = Mark.heatMap(x: [0, 1], y: [0], z: [[1, 2, 3]]) }
    await #expect(processExitsWith: .failure) { _ = Mark.contours(x: [1, 0], y: [0, 1], z: [[1, 2], [3, 4]]) }
  }
}
