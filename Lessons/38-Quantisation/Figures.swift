import Descent
import Experiments
import Gnuplot
import Notebook

extension Color {
  /// One scale, by the largest weight.
  static let largest = Color.vermilion
  /// The scale with the least squared error.
  static let leastSquares = Color.green
  /// A scale for each output.
  static let perOutput = Color.blue
}

private let bitsAxis = Axis("bits of a weight", range: 1.7...8.2, ticks: (2...8).map { .init(Double($0), "\($0)") })

/// What is read after rounding to fewer and fewer bits.
func bitsFigure(
  _ curves: [(label: String, color: Color, accuracies: [Summary])], trained: (label: String, accuracy: Summary),
  whole: Double, title: String
) -> Figure {
  Figure(
    "bits", title: title,
    Panel(
      x: bitsAxis, y: Axis("test digits read", unit: "%", range: 0...100), legend: .below,
      marks: [.horizontal(whole, label: "32 bits", style: LineStyle(width: 1, pattern: .dashed))]
        + curves.map { .summaries(x: bits.map(Double.init), $0.accuracies, label: $0.label, color: $0.color) } + [
          .points(x: [2], y: [trained.accuracy.mean], label: trained.label, color: .black, size: 2)
        ]))
}

/// The logits' error with theory, and the answers that change.
func errorFigure(_ errors: [Summary], _ changed: [Summary], title: String) -> Figure {
  let x = bits.map(Double.init)
  return Figure(
    "error", title: title, columns: 2,
    panels: [
      Panel(
        x: bitsAxis, y: Axis("error of the logits", unit: "%", scale: .log), legend: .below,
        .summaries(x: x, errors, label: "measured", color: .largest, column: "error"),
        .line(
          x: x, y: bits.map { error(at: $0, from: errors[0].mean) }, label: "from 8 bits by 1/Q", color: .black,
          style: .dashed)),
      Panel(
        x: bitsAxis, y: Axis("answers that change", unit: "%", range: 0...100), legend: .below,
        .summaries(x: x, changed, label: "measured", color: .largest, column: "changed")),
    ])
}

/// How the weights of a layer lie, and the two levels beside 0 that two bits give them.
func levelsFigure(_ weights: [Double], largest: Double, leastSquares: Double, title: String) -> Figure {
  func levels(_ scale: Double, _ label: String, _ color: Color) -> [Mark] {
    [-scale, scale].map { .vertical($0, label: $0 > 0 ? label : nil, color: color, style: LineStyle(width: 2)) }
  }
  let edge = 1.1 * largest
  return Figure(
    "levels", title: title, proportion: 0.5,
    Panel(
      x: Axis("weight of fc1", range: -edge...edge), y: Axis("number of weights"), legend: .none,
      marks: [.histogram(weights, bins: 80, range: -edge...edge, color: .grey)]
        + levels(leastSquares, "best", .leastSquares) + levels(largest, "largest", .largest)))
}

/// What is read when one unit's weights are larger and larger, and the function the same.
func outlierFigure(
  _ factors: [Double], one: [Summary], perOutput: [Summary], whole: Double, ratio: Double, title: String
) -> Figure {
  let theory = LineStyle(width: 1, pattern: .dotted)
  return Figure(
    "outlier", title: title, proportion: 0.55,
    Panel(
      x: Axis(
        "factor c of one unit's weights", scale: .log,
        ticks: [1, 10, 100, 1000, 10_000].filter { $0 <= factors[factors.count - 1] }.map {
          .init($0, grouped(Int($0)))
        }),
      y: Axis("test digits read", unit: "%", range: 0...100), legend: .below,
      marks: [4, 3, 2].map {
        .vertical(factor(leaving: $0, ratio: ratio), label: "\($0) bits", style: theory)
      } + [
        .horizontal(whole, label: "not rounded", style: LineStyle(width: 1, pattern: .dashed)),
        .summaries(x: factors, perOutput, label: "a scale for each output", color: .perOutput),
        .summaries(x: factors, one, label: "one scale", color: .largest),
      ]))
}
