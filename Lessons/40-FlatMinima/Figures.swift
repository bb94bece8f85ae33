import Experiments
import Gnuplot
import Notebook

extension Method {
  /// The method's colour; a random move is the control.
  var color: Color {
    switch self {
    case .descent: .gradientDescent
    case .random: .grey
    case .sharpnessAware: .vermilion
    case .adversarial: .green
    case .decay: .orange
    }
  }
}

/// Two wells, and the worst that is met within some radii.
func wellsFigure(radii: [Double]) -> Figure {
  let x = evenly(-1.7...2.3, count: 401)
  let colors: [Color] = [.sky, .orange, .vermilion]
  return Figure(
    "wells", title: "The narrow well is deeper, but a small move out of it costs more", proportion: 0.5,
    Panel(
      x: Axis("weight x"), y: Axis("loss", range: 0...1.5), legend: .below,
      marks: radii.indices.reversed().map { index in
        .line(
          x: x, y: x.map { Wells.worst(within: radii[index], of: $0) }, label: "worst within \(plain(radii[index]))",
          color: colors[index])
      } + [.line(x: x, y: x.map(Wells.loss), label: "loss f", color: .black, style: .thick)]))
}

/// What is read after each epoch, and which share of the mislabelled digits is given its wrong label.
func epochsFigure(_ curves: [(label: String, method: Method, runs: Runs<Run>)], epochs: Int, parts: Bool) -> Figure {
  let x = Run.places(epochs).map(Double.init)
  func marks(_ series: (Run) -> [Double], _ column: String) -> [Mark] {
    curves.map { label, method, runs in
      .summaries(
        x: x, SeriesSummary(of: runs.all.map(series)).places, label: label, color: method.color, points: false,
        column: "\(label) \(column)")
    }
  }
  return Figure(
    "epochs",
    title: parts
      ? "Descent reads well until it learns the false labels by heart"
      : "What is read, and what is learnt by heart", columns: 2,
    panels: [
      Panel(
        x: Axis("epoch"), y: Axis("test digits read", unit: "%", range: 0...100), legend: .below,
        marks: marks(\.accuracies, "read")),
      Panel(
        x: Axis("epoch"), y: Axis("false labels learnt by heart", unit: "%", minimum: 0, maximum: nil), legend: .below,
        marks: marks(\.memories, "by heart")),
    ])
}

/// All runs: what is read against the sharpness, and against the false labels learnt by heart.
func flatnessFigure(_ families: [(label: String, color: Color, runs: [Run])], isTelling: Bool) -> Figure {
  func panel(_ x: Axis, _ value: (Run) -> Double, _ column: String) -> Panel {
    Panel(
      x: x, y: Axis("test digits read", unit: "%"), legend: .below,
      marks: families.map { label, color, runs in
        .points(
          x: runs.map(value), y: runs.map(\.accuracy), label: label, color: color, size: 1.1, opacity: 0.75,
          column: "\(label) \(column)")
      })
  }
  return Figure(
    "flatness",
    title: isTelling
      ? "What was learnt by heart tells who reads well; flatness tells less"
      : "What is read, against flatness and against what was learnt by heart",
    columns: 2, shared: .y,
    panels: [
      panel(
        Axis("sharpness λ", scale: .log, ticks: [0.1, 0.2, 0.5, 1, 2, 5, 10, 20].map { .init($0, plain($0)) }),
        \.sharpness, "sharpness"),
      panel(Axis("false labels learnt by heart", unit: "%"), \.memorised, "by heart"),
    ])
}

/// The sharpness of one function against the scale of its first layer, with theory.
func rescalingFigure(_ runs: Runs<Rescaling>) -> Figure {
  let x = Rescaling.factors
  let (first, second) = (runs.first.mean, runs.second.mean)
  let theory = LineStyle(width: 1, pattern: .dashed)
  return Figure(
    "rescaled", title: "The same answers, as sharp as one likes", proportion: 0.5,
    Panel(
      x: Axis("factor c of the first layer", scale: .log, ticks: [0.1, 0.3, 1, 3, 10].map { .init($0, plain($0)) }),
      y: Axis("sharpness λ", scale: .log, minimum: nil, maximum: nil), legend: .below,
      .summaries(x: x, runs.sharpnesses.places, label: "measured", color: .gradientDescent),
      .curve(over: x[0]...2, label: "λ₁/c² and c²λ₂", style: theory, column: "first layer") { first / ($0 * $0) },
      .curve(over: 0.7...x[x.count - 1], style: theory, column: "second layer") { second * $0 * $0 }))
}
