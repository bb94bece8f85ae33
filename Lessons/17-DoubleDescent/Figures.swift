import Experiments
import Gnuplot
import Notebook

/// What was fitted without a ridge or trained to the end, the same colour in every figure of the lesson.
private let toTheEnd = Color.vermilion
/// What a ridge or an early stop has calmed.
private let calmed = Color.green
private let theory = LineStyle(width: 1.5, pattern: .dashed)

/// The vertical line where there are as many weights as samples.
private func border(_ count: Int, _ label: String) -> Mark { .vertical(Double(count), label: label) }

/// The fits of ten points one after the other, and the error of each.
func sineFigure(_ sine: Sine, _ runs: Runs<SineRun>) -> Figure {
  let widths = Sine.widths
  let (x, errors) = (widths.map(Double.init), runs.errors.median)
  let fits = widths.map { Sine.values(sine.weights($0)) }
  let wild = widths.firstIndex(of: Sine.count) ?? 0
  return Figure(
    "sine", title: "Ten points: as many features go wild, far more are calm again", columns: 2,
    animation: Animation(
      frames: widths.count, secondsPerFrame: 0.6, stillFrame: wild + 1, captions: widths.map { "N = \($0) features" }),
    panels: [
      Panel(
        "the shortest fit", x: Axis("x", range: 0...1), y: Axis("y", range: -2...2), legend: .none,
        .curve(over: 0...1, label: "sine", column: "sine", Sine.truth),
        .frames(widths.count) { frame in
          [.line(x: Sine.grid, y: fits[frame - 1], color: toTheEnd, column: "fit \(widths[frame - 1])")]
        },
        .whole(.points(x: sine.x, y: sine.y, color: .black, size: 1.3, column: "points"))),
      Panel(
        "its error", x: Axis("features N", scale: .log, ticks: [2, 5, 10, 20, 100, 400].map { .init($0, plain($0)) }),
        y: Axis("mean squared error", scale: .log), legend: .none,
        border(Sine.count, "N = n"),
        .whole(
          .line(x: x, y: errors, color: toTheEnd, column: "error"),
          .points(x: x, y: errors, color: toTheEnd, size: 0.7, column: "error")),
        .frames(widths.count) { frame in
          [.points(x: [x[frame - 1]], y: [errors[frame - 1]], color: .black, size: 1.8, column: "now \(frame)")]
        }),
    ])
}

/// The expected error of a linear law with normal inputs, by the number of weights, with and without the best ridge.
func lawFigure(_ trials: Trials<Int, LinearLaw>) -> Figure {
  let (n, noise) = (LinearLaw.samples, LinearLaw.noise)
  let last = LinearLaw.widths[LinearLaw.widths.count - 1]
  // Next to the peak the mean of any number of draws is a matter of chance.
  let measured = LinearLaw.widths.filter { abs($0 - n) > 4 }
  func theoryLine(_ widths: [Int], _ error: (Int) -> Double, _ label: String) -> Mark {
    .line(x: widths.map(Double.init), y: widths.map(error), color: .black, style: theory, column: "theory \(label)")
  }
  func dots(_ label: String, _ color: Color, _ error: (LinearLaw) -> Double) -> Mark {
    let summaries = measured.map { Summary(of: trials[$0].all.map(error)) }
    return .errorBars(
      x: measured.map(Double.init), y: summaries.map(\.mean),
      error: summaries.map { 2 * $0.standardDeviation / Double($0.count).squareRoot() }, label: label, color: color)
  }
  let expected = { (p: Int) in expectedError(weights: p, samples: n, noise: noise) }
  return Figure(
    "law", title: "The whole curve is a formula: infinite at p = n, and no peak under the best ridge",
    Panel(
      x: Axis("weights p", scale: .log, ticks: [5, 10, 20, 40, 100, 200, 400].map { .init($0, plain($0)) }),
      y: Axis("squared error", scale: .log, range: 0.02...20), legend: .inside(.topRight),
      border(n, "p = n = \(n)"),
      theoryLine(Array(5...n - 2), expected, "below"), theoryLine(Array(n + 2...last), expected, "above"),
      theoryLine(
        Array(5...last), { expectedRidgeError(ratio: Double($0) / Double(n), noise: noise) }, "ridge"),
      dots("shortest fit", toTheEnd, \.shortest), dots("best ridge", calmed, \.ridge)))
}

/// The test error of random features and the length of their weights by the number of features, and by that of digits.
func digitsFigure(_ wider: Trials<Features, FeatureRun>, _ more: Trials<Features, FeatureRun>, n: Int, ridge: Double)
  -> Figure
{
  let error = Axis("test error", unit: "%", range: 0...100)
  func curves(_ trials: Trials<Features, FeatureRun>, _ x: [Double], _ name: String) -> [Mark] {
    func curve(_ label: String, _ color: Color, _ property: KeyPath<FeatureRun, Double>) -> Mark {
      .summaries(
        x: x, trials.arms.map { trials[$0][dynamicMember: property] }, label: label, color: color,
        column: "\(label) by \(name)")
    }
    return [
      curve("shortest fit", toTheEnd, \.error), curve("ridge \(plain(ridge))", calmed, \.ridgeError),
    ]
  }
  func axis(_ name: String, _ last: Int) -> Axis {
    let ticks = [last / 100, n / 4, n, last].filter { $0 > 0 }
    return Axis(name, scale: .log, ticks: Set(ticks).sorted().map { .init(Double($0), grouped($0)) })
  }
  let (peak, errors) = (wider[Features(samples: n, width: n)].error.mean, wider.arms.map { wider[$0].error.mean })
  let title =
    peak == errors.max()
    ? "Worst at N = n, whether features are added or digits"
    : "Random features: the test error by the number of features, and by that of digits"
  let widths = wider.arms.map { Double($0.width) }
  let samples = more.arms.map { Double($0.samples) }
  return Figure(
    "digits", title: title, columns: 3,
    panels: [
      Panel(
        "wider", x: axis("features N", 10 * n), y: error, legend: .below,
        marks: [border(n, "N = n")] + curves(wider, widths, "features") + [
          .line(
            x: widths, y: wider.arms.map { wider[$0].trainingError.mean }, label: "training error, shortest fit",
            color: .grey, column: "training")
        ]),
      Panel(
        "length of the weights", x: axis("features N", 10 * n), y: Axis("‖W‖", scale: .log), legend: .below,
        border(n, "N = n"),
        .summaries(
          x: widths, wider.arms.map { wider[$0].length }, label: "shortest fit", color: toTheEnd, column: "length")),
      Panel(
        "more digits", x: axis("digits n", 4 * n), y: error, legend: .below,
        marks: [border(n, "n = N")] + curves(more, samples, "digits")),
    ])
}

/// The test error of networks by their width, and of two of them by the epochs.
func networksFigure(
  _ trials: Trials<Network, NetworkRun>, _ long: Trials<Network, NetworkRun>, places: [Int]
) -> Figure {
  let error = Axis("test error", unit: "%", minimum: 0, maximum: nil)
  func curve(_ label: String, _ color: Color, noise: Double, _ property: KeyPath<NetworkRun, Double>) -> Mark {
    let arms = trials.arms.filter { $0.noise == noise }
    return .summaries(
      x: arms.map { Double($0.units) }, arms.map { trials[$0][dynamicMember: property] }, label: label, color: color)
  }
  let units = Set(trials.arms.map(\.units)).sorted()
  return Figure(
    "networks", title: "A fifth of the labels wrong: a bump at the end of training, none when stopped", columns: 2,
    panels: [
      Panel(
        "by width", x: Axis("hidden units", scale: .log, ticks: units.map { .init(Double($0), "\($0)") }), y: error,
        legend: .below,
        curve("trained to the end", toTheEnd, noise: Network.wrong, \.error),
        curve("stopped by validation", calmed, noise: Network.wrong, \.stoppedError),
        curve("no wrong labels, to the end", .blue, noise: 0, \.error)),
      Panel(
        "by time", x: Axis("epochs", scale: .log, ticks: [1, 10, 100, 2000].map { .init($0, grouped(Int($0))) }),
        y: error, legend: .direct,
        marks: long.arms.enumerated().map { index, arm in
          .summaries(
            x: places.map(Double.init), long[arm].errors.places, label: "\(arm.units) units",
            color: [.black, .orange][index])
        }),
    ])
}
