import Descent
import Experiments
import Gnuplot
import Notebook

extension Color {
  /// Right labels, and labels of which some are wrong.
  static let clean = Color.blue, noisy = Color.vermilion
  /// The last weights of a path, and their average.
  static let last = Color.orange, averaged = Color.green
}

/// Theory on top of a measurement.
private let theory = LineStyle(width: 1, pattern: .dashed)

/// Brier score against 1/K with the line that theory draws, and accuracy against K with the members as points.
func membersFigure(_ trials: Trials<Double, Ensemble>, noise: Double, wrong: String) -> Figure {
  let count = trials[noise].all[0].members.count
  let sizes = Array(1...count)
  let (x, shares) = (sizes.map(Double.init), sizes.map { 1 / Double($0) })
  var (brierMarks, accuracyMarks): ([Mark], [Mark]) = ([], [])
  for (noise, label, color) in [(noise, wrong, Color.noisy), (0, "right labels", .clean)] {
    let runs = trials[noise]
    let (alone, disagreement) = (runs.briers.mean[0], runs.disagreement.mean)
    let law = sizes.map { brier(alone: alone, disagreement: disagreement, members: $0) }
    brierMarks += [
      .line(x: shares, y: law, color: .black, style: theory, column: "theory \(label)"),
      .points(x: shares, y: runs.briers.mean, label: label, color: color, column: "brier \(label)"),
    ]
    let members = runs.all.flatMap(\.members)
    let ones = members.map { _ in 1.0 }
    accuracyMarks += [
      .points(x: ones, y: members, color: color, size: 0.5, opacity: 0.35, column: "member \(label)"),
      .line(x: x, y: runs.accuracies.mean, label: label, color: color, style: .thick, column: "accuracy \(label)"),
    ]
  }
  let ticks = [1, 2, 3, 5, 10].filter { $0 <= count }
  return Figure(
    "members", title: "The Brier score of K networks lies on a straight line in 1/K", columns: 2,
    panels: [
      Panel(
        x: Axis("1/K", range: 0...1.05, ticks: [.init(1, "1")] + ticks[1...].map { .init(1 / Double($0), "1/\($0)") }),
        y: Axis("Brier score", minimum: 0, maximum: nil), legend: .below, marks: brierMarks),
      Panel(
        x: Axis("members K", scale: .log, ticks: ticks.map { .init(Double($0), "\($0)") }),
        y: Axis("test digits read", unit: "%"), legend: .below, marks: accuracyMarks),
    ])
}

/// The variance of the last weight and of its averages against the rate, with their closed form.
func bowlFigure(rates: [Double], decays: [Double], _ variances: [[Double]]) -> Figure {
  let colors: [Color] = [.last, .sky, .blue, .green]
  let grid = evenly(0...1, count: 200).map { rates[0] + (rates[rates.count - 1] - rates[0]) * $0 * $0 }
  let marks = decays.indices.flatMap { index -> [Mark] in
    let label = decays[index] == 0 ? "last weight" : "average, d = \(plain(decays[index]))"
    return [
      .line(
        x: grid, y: grid.map { averageVariance(rate: $0, decay: decays[index]) }, color: .black,
        style: theory, column: "theory \(plain(decays[index]))"),
      .points(x: rates, y: variances[index], label: label, color: colors[index], size: 1.2),
    ]
  }
  return Figure(
    "bowl", title: "On a noisy bowl, a long average makes a high constant rate harmless", proportion: 0.5,
    Panel(
      x: Axis("learning rate η", scale: .log, ticks: rates.map { .init($0, plain($0)) }),
      y: Axis("variance", scale: .log), legend: .below, marks: marks))
}

/// Accuracy along a path at a constant rate and under a cyclic one, and the rates.
func pathFigure(_ trials: Trials<Arm, Run>, _ training: Training) -> Figure {
  func runs(_ way: Way) -> Runs<Run> { trials[Arm(way)] }
  let (constant, cosine) = (runs(.constant), runs(.cosine))
  let places = logarithmicPlaces(upTo: constant.last.places.count).map { $0 - 1 }
  func sampled(_ series: SeriesSummary) -> [Summary] { places.map { series.places[$0] } }
  let all = places.map { Double($0 + 1) }
  let floor = 10 * ((constant.last.mean.min() ?? 0) / 10).rounded(.down)
  let budget = (1...training.epochs).map(Double.init)
  let ends = (1...training.cycles).map { Double($0 * (training.epochs / training.cycles)) }
  let steps = stride(from: 0, to: training.steps, by: max(1, training.stepsPerEpoch / 5)).map { $0 }
  func rates(_ schedule: some Schedule) -> [Double] { steps.map { schedule($0) } }
  let x = steps.map { Double($0) / Double(training.stepsPerEpoch) }
  let accuracy = Axis("test digits read", unit: "%")
  return Figure(
    "path",
    title: constant.gain.mean > 2
      ? "The average of the path reads what its last point misses"
      : "What the last point of the path and its average read", columns: 3,
    panels: [
      Panel(
        "constant rate", x: Axis("epoch", scale: .log),
        y: Axis("test digits read", unit: "%", minimum: floor, maximum: nil), legend: .below,
        .summaries(x: all, sampled(constant.last), label: "last weights", color: .last, points: false),
        .summaries(x: all, sampled(constant.average), label: "their average", color: .averaged, points: false),
        .line(x: budget, y: cosine.last.mean, label: "last weights, cosine", color: .black, column: "last cosine")),
      Panel(
        "cyclic rate", x: Axis("epoch"), y: accuracy, legend: .below,
        .line(x: budget, y: runs(.cyclic).last.mean, label: "last weights", color: .last, column: "cyclic"),
        .points(
          x: ends, y: runs(.cyclic).snapshots.mean, label: "snapshots so far, together", color: .purple, size: 1.3,
          column: "snapshots"),
        .points(
          x: ends, y: runs(.short).snapshots.mean, label: "short runs so far, together", color: .blue, shape: .square,
          size: 1.2, column: "short runs")),
      Panel(
        "the rates", x: Axis("epoch"), y: Axis("learning rate", minimum: 0, maximum: 1.1 * training.rate),
        legend: .below,
        .line(x: x, y: rates(ConstantRate(training.rate)), label: "constant", color: .grey),
        .line(x: x, y: rates(training.cosine(epochs: training.epochs)), label: "cosine", color: .black),
        .line(x: x, y: rates(training.cyclic), label: "cyclic", color: .sky),
        .points(x: ends, y: ends.map { _ in 0 }, label: "snapshot", color: .purple, size: 1.3)),
    ])
}

/// Accuracy along the straight line between the weights of two networks, as they are and with matched units.
func lineFigure(_ trials: Trials<Double, Ensemble>, noise: Double, wrong: String, isDeep: Bool) -> Figure {
  func panel(_ title: String, _ runs: Runs<Ensemble>) -> Panel {
    Panel(
      title, x: Axis("share of the way"), y: Axis("test digits read", unit: "%", range: 0...100), legend: .below,
      .summaries(
        x: Ensemble.places, runs.line.places, label: "as they are", color: .last, column: "\(title) line"),
      .summaries(
        x: Ensemble.places, runs.matchedLine.places, label: "with matched units", color: .averaged,
        column: "\(title) matched"))
  }
  return Figure(
    "line",
    title: isDeep
      ? "A valley lies between two networks; matching their units fills most of it"
      : "What is read on the way from one network's weights to another's", columns: 2, shared: .y,
    panels: [panel(wrong, trials[noise]), panel("right labels", trials[0])])
}
