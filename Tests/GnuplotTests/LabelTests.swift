import Testing

@testable import Gnuplot

@Suite("Labels at the line ends") struct LabelTests {
  @Test("Labels that do not touch stay where they are") func untouched() {
    #expect(LabelSpread.positions([10, 50, 90], distance: 16, within: 0...100) == [10, 50, 90])
  }

  @Test("Two labels at the same place move apart by half a line each") func pair() {
    #expect(LabelSpread.positions([50, 50], distance: 16, within: 0...100) == [42, 58])
  }

  @Test("A crowd spreads around its mean, in the order of the lines") func crowd() {
    // Wanted 50, 52, 54; minus 0, 16, 32 that is 50, 36, 22: one block with mean 36.
    #expect(LabelSpread.positions([52, 50, 54], distance: 16, within: 0...100) == [52, 36, 68])
  }

  @Test("Labels stay inside the panel where there is room") func bounds() {
    let places = LabelSpread.positions([99, 99, 99], distance: 16, within: 0...100)
    #expect(places == [68, 84, 100])
  }

  private func plan(_ panels: Panel...) -> LabelPlan {
    let figure = Figure("f", title: "", columns: panels.count, panels: panels)
    return LabelPlan(Resolution(figure).plots, roomForLines: 14, widestLabel: 200, metrics: .pixels)
  }

  private func panel(_ legend: Panel.Legend = .automatic, _ marks: Mark...) -> Panel {
    Panel(x: Axis("x"), y: Axis("y"), legend: legend, marks: marks)
  }

  @Test("A line is named at its end, a cloud of points in the legend below") func lineOrLegend() {
    let plan = plan(
      panel(.automatic, .line(x: [0, 1], y: [0, 1], label: "line"), .points(x: [0, 1], y: [1, 0], label: "points")))
    #expect(plan.direct[0].map(\.text) == ["line"])
    #expect(plan.below.map(\.text) == ["points"])
  }

  @Test("A band and its line are one entry") func oneEntry() {
    let plan = plan(
      panel(
        .below, .band(x: [0, 1], lower: [0, 0], upper: [1, 1], label: "Adam"),
        .line(x: [0, 1], y: [0, 1], label: "Adam")))
    #expect(plan.below.map(\.text) == ["Adam"])
  }

  @Test("Small multiples that repeat their lines name them once, below") func repeatedLabels() {
    let one = panel(.automatic, .line(x: [0, 1], y: [0, 1], label: "Adam"))
    let plan = plan(one, one)
    #expect(plan.direct.map(\.count) == [0, 0])
    #expect(plan.below.map(\.text) == ["Adam"])
  }

  @Test("The choice of the panel decides: inside, below or nowhere") func choices() {
    let line = Mark.line(x: [0, 1], y: [0, 1], label: "Adam")
    #expect(plan(panel(.inside(.topLeft), line)).inside[0].map(\.text) == ["Adam"])
    #expect(plan(panel(.below, line)).below.map(\.text) == ["Adam"])
    let none = plan(panel(.none, line))
    #expect(none.below.isEmpty && none.direct[0].isEmpty && none.inside[0].isEmpty)
  }

  @Test("The label of a line that leaves the panel stands where it leaves") func leavingLine() {
    let axis = Axis("y", range: 0...5)
    let figure = Figure(
      "f", title: "",
      Panel(x: Axis("x", range: 0...10), y: axis, .line(x: [0, 2, 4, 10], y: [0, 4, 6, 60], label: "diverges")))
    let plot = Resolution(figure).plots[0]
    let end = plot.end(of: plot.marks[0])
    // From (2, 4) to (4, 6) the line passes y = 5 at x = 3: three tenths of the way, at the top.
    #expect(abs((end?.x ?? 0) - 0.3) < 1e-12 && abs((end?.y ?? 0) - 1) < 1e-12)
  }

  @Test("The titles of panels side by side are level, also where a mark's label stands between title and axes")
  func levelTitles() {
    func panel(_ title: String, _ marks: Mark...) -> Panel {
      Panel(title, x: Axis("x"), y: Axis("y"), marks: marks)
    }
    let line = Mark.line(x: [0, 1], y: [0, 1])
    let panels = [panel("plain", line), panel("marked", line, .vertical(0.5, label: "half"))]
    let figure = Figure("f", title: "t", columns: 2, panels: panels)
    let layout = Layout(figure, Resolution(figure).plots)
    func height(_ text: String) -> Double? { layout.panels.flatMap(\.texts).first { $0.text == text }?.y }
    #expect(height("plain") != nil && height("plain") == height("marked"))
    #expect(layout.panels[0].box.top == layout.panels[1].box.top)
  }

  @Test("The titles of panels side by side do not run into each other: they break into lines") func titlesApart() {
    let title = "gradient descent at a learning rate of a half, with momentum"
    let panel = Panel(title, x: Axis("x"), y: Axis("y"), .line(x: [0, 1], y: [0, 1]))
    let figure = Figure("f", title: "t", columns: 3, panels: [panel, panel, panel])
    let layout = Layout(figure, Resolution(figure).plots)
    let titles = layout.panels.map { $0.texts.filter(\.bold) }
    for (left, right) in zip(titles, titles.dropFirst()) {
      let end = left.map { $0.x + TextMetrics.pixels.width($0.text, size: $0.size, bold: true) }.max() ?? 0
      #expect(left.count > 1 && end < right[0].x)
    }
  }

  @Test("Theories with the same colour and dashes get other dashes, so that a legend tells them apart") func dashes() {
    let figure = Figure(
      "f", title: "", columns: 2,
      panels: [
        Panel(x: Axis("x"), y: Axis("y"), .curve(label: "1/x") { 1 / $0 }, .line(x: [0], y: [0], label: "data")),
        Panel(x: Axis("x"), y: Axis("y"), .curve(label: "1/n") { 2 / $0 }, .curve(label: "1/x") { 1 / $0 }),
      ])
    let plots = Resolution(figure).plots
    #expect(plots[0].panel.marks.map(\.style.pattern) == [.dashed, .solid])
    #expect(plots[1].panel.marks.map(\.style.pattern) == [.dotted, .dashed])
  }

  @Test("Colours that panels share have one range and one bar, as high as all rows") func sharedColors() {
    func panel(_ z: Double) -> Panel {
      Panel(x: Axis("x"), y: Axis("y"), .heatMap(x: [0, 1], y: [0, 1], z: [[0, z], [1, 2]], label: "z"))
    }
    let figure = Figure("f", title: "", columns: 2, shared: .color, panels: [10, 20, 30, 40].map(panel))
    let plots = Resolution(figure).plots
    #expect(plots.allSatisfy { $0.colorBar()?.range.upper == 40 && $0.colorBar()?.range.lower == 0 })
    let layout = Layout(figure, plots)
    #expect(layout.panels.map { $0.colorBar != nil } == [false, true, false, false])
    #expect(layout.panels[1].colorBar?.bottom == layout.panels[3].box.bottom)
    let alone = Figure("f", title: "", columns: 2, panels: [10, 20].map(panel))
    #expect(Resolution(alone).plots.map { $0.colorBar()?.range.upper } == [10, 20])
  }

  @Test("In the terminal the labels of vertical marks do not touch, and keep to the picture") func terminalLabels()
    throws
  {
    let marks = zip([7.0, 44, 228], ["β = 0.5: day 7", "β = 0.9: day 44", "β = 0.98: day 228"]).map {
      Mark.vertical($0, label: $1)
    }
    let text = try Figure(
      "f", title: "t",
      Panel(x: Axis("day", scale: .log), y: Axis("y"), marks: [.line(x: [1, 400], y: [0, 0])] + marks)
    ).drawing(columns: 80, rows: 24)
    for label in ["β = 0.5: day 7", "β = 0.9: day 44", "β = 0.98: day 228"] { #expect(text.contains(label)) }
  }

  @Test("The right margin holds the widest label") func margin() {
    let long = "a label of considerable length"
    let figure = Figure("f", title: "", Panel(x: Axis("x"), y: Axis("y"), .line(x: [0, 1], y: [0, 1], label: long)))
    let layout = Layout(figure, Resolution(figure).plots)
    let label = layout.panels[0].texts.first { $0.text == long }
    #expect((label?.x ?? .infinity) + TextMetrics.pixels.width(long, size: Look.labelSize) <= layout.width)
  }

  @Test("The same label has the same colour in every panel, and no automatic colour is one that was asked for")
  func colors() {
    let figure = Figure(
      "f", title: "", columns: 2,
      panels: [
        Panel(x: Axis("x"), y: Axis("y"), .line(x: [0], y: [0], label: "a"), .line(x: [0], y: [0], label: "b")),
        Panel(
          x: Axis("x"), y: Axis("y"), .line(x: [0], y: [0], label: "b"),
          .line(x: [0], y: [0], label: "c", color: .blue)),
      ])
    let plots = Resolution(figure).plots
    #expect(plots[0].marks.map(\.color) == [.vermilion, .green])
    #expect(plots[1].marks.map(\.color) == [.green, .blue])
  }
}
