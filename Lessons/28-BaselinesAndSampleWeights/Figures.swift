import Experiments
import Gnuplot
import Notebook

extension Color {
  /// The line, the trees and the network, the same in every figure.
  static let line = Color.blue, trees = Color.green, network = Color.vermilion
}

/// The errors of each model, a dot a split and the mean as a bar.
func modelsFigure(_ models: [(name: String, runs: Runs<Outcome>)], isLineFirst: Bool) -> Figure {
  let colors: [String: Color] = ["line": .line, "network": .network, "majority": .grey, "one feature": .grey]
  let marks = models.enumerated().flatMap { place, model -> [Mark] in
    let (color, errors) = (colors[model.name] ?? .trees, model.runs.all.map { 100 - $0.accuracy })
    let x = errors.indices.map { Double(place) + 0.5 * (Double($0) / Double(max(1, errors.count - 1)) - 0.5) }
    let mean = Summary(of: errors).mean
    return [
      .points(x: x, y: errors, color: color, size: 0.8, opacity: 0.45, column: model.name),
      .line(
        x: [Double(place) - 0.38, Double(place), Double(place) + 0.38], y: [mean, mean, mean], color: color,
        style: .thick, column: "mean \(model.name)"),
    ]
  }
  return Figure(
    "models", title: isLineFirst ? "On these tumours nothing beats the straight line" : "Seven models on the tumours",
    Panel(
      x: Axis(
        "", range: -0.6...Double(models.count) - 0.4,
        ticks: models.enumerated().map { .init(Double($0.offset), $0.element.name) }),
      y: Axis(
        "wrong test tumours", unit: "%", scale: .log, ticks: [1, 2, 5, 10, 20, 40].map { .init($0, plain($0)) }),
      legend: .none, marks: marks))
}

/// Log losses against rounds for each depth, with the line's and the best round.
func roundsFigure(_ boosted: Trials<Int, Boosted>, line: Double, isOverfitted: Bool) -> Figure {
  Figure(
    "rounds",
    title: isOverfitted
      ? "Deeper trees overfit sooner: the validation part says when to stop"
      : "Log loss of boosted trees, round by round",
    columns: 3, shared: .y,
    panels: boosted.arms.map { depth in
      let runs = boosted[depth]
      let x = (1..<runs.all[0].test.count).map(Double.init)
      func values(_ series: SeriesSummary) -> [Double] { Array(series.mean.dropFirst()) }
      return Panel(
        "depth \(depth)", x: Axis("round", scale: .log), y: Axis("log loss", scale: .log, minimum: 0.005, maximum: 0.8),
        legend: .below,
        .line(x: [1, x[x.count - 1]], y: [line, line], label: "straight line, test", color: .line),
        .vertical(max(1, runs.best.median), color: .grey),
        .line(x: x, y: values(runs.training), label: "training", color: .orange),
        .line(x: x, y: values(runs.validation), label: "validation", color: .black, style: .dotted),
        .line(x: x, y: values(runs.test), label: "test", color: .trees, style: .thick))
    })
}

/// By how much a weight moves the intercept, and what that buys.
func weightsFigure(_ weighed: Trials<Weighed, WeighedRun>, _ made: Runs<Made>, weights: [Double], isShort: Bool)
  -> Figure
{
  let line = weighed[.line]
  let ticks = weights.map { Axis.Tick($0, plain($0)) }
  func path(_ recalls: SeriesSummary, _ precisions: SeriesSummary, _ label: String, _ color: Color) -> [Mark] {
    [
      .line(x: recalls.mean, y: precisions.mean, label: label, color: color),
      .points(x: recalls.mean, y: precisions.mean, label: label, color: color, size: 0.7),
    ]
  }
  let trees = weighed[.trees]
  return Figure(
    "weights",
    title: isShort
      ? "A weight moves the threshold, by less than ln w on the tumours"
      : "What a weight on the malignant tumours moves",
    columns: 2,
    panels: [
      Panel(
        "the line's intercept", x: Axis("weight w", scale: .log, ticks: ticks), y: Axis("moved by"), legend: .below,
        .summaries(x: weights, made.shifts.places, label: "made data", color: .purple),
        .summaries(x: weights, line.shifts.places, label: "tumours", color: .line),
        .curve(over: 1...(weights.max() ?? 30), label: "ln w", column: "theory") { logitShift(weight: $0) }),
      Panel(
        "what it buys", x: Axis("recall", unit: "%"), y: Axis("precision", unit: "%"), legend: .below,
        marks: path(line.movedRecalls, line.movedPrecisions, "line, threshold moved", .orange)
          + path(line.recalls, line.precisions, "line, weighed", .line)
          + path(trees.recalls, trees.precisions, "trees, weighed", .trees)),
    ])
}
