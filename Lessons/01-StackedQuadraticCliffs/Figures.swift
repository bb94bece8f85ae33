import Gnuplot
import Notebook
import Numerics

/// The colour of the lesson's own r in every figure, and that of r = 4.
private let ownColor = Color.gradientDescent
private let chaoticColor = Color.momentum

extension Study {
  var label: String { "r = \(layer.r.formatted)" }
  var depths: [Double] { steepness.map { Double($0.depth) } }
}

extension Double {
  /// As a person writes it: 4 rather than 4.0.
  var formatted: String { self == rounded() && abs(self) < 1e6 ? "\(Int(self))" : "\(self)" }
}

/// The graphs of the stacks themselves, the lesson's r in front of r = 4.
func terracesFigure(_ own: Study, _ chaotic: Study) -> Figure {
  let panels = [1, 2, 3, 5, 7, 10].map { depth in
    let comb = chaotic.layer.graph(depth: depth, points: 300)
    let terraces = own.layer.graph(depth: depth, points: 300)
    return Panel(
      "k = \(depth)", x: Axis("x", range: 0...1), y: Axis("fᵏ(x)", range: 0...1), legend: .below,
      .line(x: comb.x, y: comb.y, label: chaotic.label, color: chaoticColor, style: LineStyle(width: 1, opacity: 0.35)),
      .line(x: terraces.x, y: terraces.y, label: own.label, color: ownColor))
  }
  let count = own.layer.terraces(depth: 10).count
  return Figure(
    "terraces",
    title:
      "Stacking folds the parabola: into \(count) terrace\(count == 1 ? "" : "s") at \(own.label), into a comb at \(chaotic.label)",
    columns: 3, shared: [.x, .y], panels: panels)
}

/// The slope over the input, for three depths.
func cliffsFigure(_ own: Study) -> Figure {
  let x = [0] + (0..<1000).map { (Double($0) + 0.5) / 1000 } + [1]
  let panels = [1, 5, 10].map { depth in
    let slopes = x.map { abs(own.layer.stacked(depth, at: $0).slope) }
    return Panel(
      "k = \(depth)", x: Axis("x", range: 0...1), y: Axis("size of the slope", scale: .log, range: 1e-4...1e6),
      .horizontal(1), .line(x: x, y: slopes, color: ownColor, style: LineStyle(width: 1)))
  }
  return Figure(
    "cliffs",
    title: own.layer.r > 1
      ? "Horns at both ends, pits in between, and both grow with every layer"
      : "At \(own.label) the slope is small everywhere, and smaller with every layer", columns: 3,
    shared: [.x, .y], panels: panels)
}

/// The largest and the median slope over the depth.
func slopesFigure(_ own: Study, _ chaotic: Study) -> Figure {
  let mark: [Mark] = own.crossing.map { [.vertical(Double($0), label: "k = \($0)")] } ?? []
  // Theory: from the crossing on, every layer multiplies by the slope of the attracting cycle.
  let theory: [Mark] =
    if let crossing = own.crossing.map(Double.init), let factor = own.cycle?.shrinkPerLayer, factor > 0,
      let last = own.depths.last, last > crossing
    {
      [.curve(over: crossing...last, label: "× \(fixed(factor, 3)) per layer") { .pow(factor, $0 - crossing) }]
    } else {
      []
    }
  return Figure(
    "slopes-by-depth",
    title: "The steepest slope \(own.layer.r > 1 ? "explodes" : "does not explode"), "
      + (own.crossing.map { "and from k = \($0) on the median one vanishes" } ?? "and the median one does not vanish"),
    Panel(
      x: Axis("number of layers k"), y: Axis("size of the slope", scale: .log),
      marks: mark + [
        .horizontal(1),
        .line(
          x: own.depths, y: own.steepness.map(\.maximum), label: "largest, \(own.label)", color: .sky),
        .line(
          x: chaotic.depths, y: chaotic.steepness.map(\.median), label: "median, \(chaotic.label)", color: chaoticColor),
        .line(x: own.depths, y: own.steepness.map(\.median), label: "median, \(own.label)", color: ownColor),
      ] + theory))
}

/// The number of laps and the total variation over the depth.
func mountainsFigure(_ own: Study, _ chaotic: Study) -> Figure {
  func line(_ study: Study, _ quantity: (Landscape) -> Double, _ label: String, _ color: Color) -> Mark {
    .line(
      x: study.landscapes.map { Double($0.depth) }, y: study.landscapes.map(quantity),
      label: "\(label), \(study.label)",
      color: color)
  }
  let isCubic = own.landscapes.allSatisfy { $0.laps == cubicLapCount(depth: $0.depth) }
  return Figure(
    "laps",
    title: isCubic
      ? "Mountains multiply with depth: like k³ at \(own.label), like 2ᵏ at \(chaotic.label)"
      : "Mountains multiply with depth, at \(chaotic.label) like 2ᵏ",
    Panel(
      x: Axis("number of layers k", scale: .log, range: 1...40),
      y: Axis("laps, or total climb", scale: .log, range: 1...1e5),
      line(chaotic, { Double($0.laps) }, "laps", chaoticColor),
      line(own, { Double($0.laps) }, "laps", ownColor),
      line(own, \.totalVariation, "climb", .sky),
      .curve(label: "k³/6") { $0 * $0 * $0 / 6 }))
}

/// What becomes of the descents, over the depth, for both parabolas.
func fatesFigure(_ fates: [(title: String, byDepth: [Fates])]) -> Figure {
  let kinds: [(Fate, String, Color)] = [
    (.solved, "solved", .adam), (.terrace, "on a terrace", .sky), (.stuck, "stuck", .gradientDescent),
    (.elsewhere, "elsewhere", Color(0xC8CDD2)), (.nan, "nan", .momentum),
  ]
  return Figure(
    "fates", title: "The deeper the stack, the fewer descents end in the minimum", columns: fates.count,
    shared: [.x, .y],
    panels: fates.map { title, byDepth in
      Panel(
        title, x: Axis("number of layers k", range: 1...Double(byDepth.count)),
        y: Axis("share of starts", unit: "%", range: 0...100), legend: .below,
        marks: kinds.map { fate, label, color in
          .area(
            x: byDepth.indices.map { Double($0 + 1) }, y: byDepth.map { 100 * $0.share(fate) }, label: label,
            color: color)
        })
    })
}
