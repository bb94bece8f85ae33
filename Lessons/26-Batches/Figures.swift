import Experiments
import Gnuplot
import Notebook

extension Color {
  /// Gradient descent, and with momentum.
  static let plain = Color.blue, rolling = Color.vermilion
  /// Samples in the order of the file, and shuffled.
  static let ordered = Color.orange, shuffled = Color.green
}

private let theory = LineStyle(width: 1, pattern: .dashed)

/// Which classes a network reads, step by step, over the last two epochs of the budget.
func recallFigure(_ runs: [(title: String, run: Run)], _ training: Training, isForgetful: Bool) -> Figure {
  let steps = 2 * training.stepsPerEpoch
  let x = (1...steps).map { Double(training.epochs - 2) + Double($0) / Double(training.stepsPerEpoch) }
  let classes = (0..<10).map(Double.init)
  return Figure(
    "recall",
    title: isForgetful
      ? "Fed class by class, a network reads what it saw last" : "What a network reads while it is fed class by class",
    columns: runs.count, shared: [.y, .color],
    panels: runs.map { title, run in
      Panel(
        title, x: Axis("epochs", ticks: (training.epochs - 2...training.epochs).map { .init(Double($0), "\($0)") }),
        y: Axis("digit", ticks: classes.map { .init($0, fixed($0, 0)) }),
        .heatMap(
          x: x, y: classes, z: (0..<10).map { digit in run.recalls.map { 100 * $0[digit] } },
          label: "test digits read (%)", range: 0...100, column: "\(title) recall"))
    })
}

/// What is read against the epoch, up to ten budgets, in the file's order and shuffled.
func timeFigure(_ trials: Trials<Arm, Run>, momentum: Double, _ training: Training, catchesUp: Bool) -> Figure {
  let places = logarithmicPlaces(upTo: 10 * training.epochs)
  let x = places.map(Double.init)
  func mark(_ arm: Arm, _ label: String, _ color: Color) -> Mark {
    let series = trials[arm].accuracies
    return .summaries(
      x: x, places.map { series.places[$0 - 1] }, label: label, color: color, points: false, column: arm.description)
  }
  func panel(_ title: String, _ momentum: Double, _ more: [Mark] = []) -> Panel {
    Panel(
      title, x: Axis("epochs", scale: .log, ticks: [1, 2, 4, 8, 20, 40, 80].map { .init($0, plain($0)) }),
      y: Axis("test digits read", unit: "%", range: 0...100), legend: .below,
      marks: [
        .vertical(Double(training.epochs)), mark(Arm(order: .everyEpoch, momentum: momentum), "shuffled", .shuffled),
        mark(Arm(order: .sorted, momentum: momentum), "sorted by class", .ordered),
      ] + more)
  }
  let slow = Arm(order: .sorted, momentum: momentum, rateShare: 0.1)
  return Figure(
    "time",
    title: catchesUp
      ? "A sorted file costs plain descent time, and momentum the network"
      : "What a sorted file costs, without momentum and with",
    columns: 2, shared: .y,
    panels: [
      panel("plain gradient descent", 0),
      panel("momentum \(plain(momentum))", momentum, [mark(slow, "sorted, a tenth of the rate", .purple)]),
    ])
}

/// What is read against the length of the shuffle buffer, and how much of the newest run leaves it.
func bufferFigure(
  _ trials: Trials<Arm, Run>, lengths: [Int], momentum: Double, run: Int, shares: [Double]
) -> Figure {
  let x = lengths.map(Double.init)
  let ticks = [1, 5, 20, 50, 100, 200, 500, 1000].map { Axis.Tick($0, plain($0)) }
  func curve(_ momentum: Double, _ label: String, _ color: Color) -> [Mark] {
    [
      .horizontal(trials[Arm(order: .everyEpoch, momentum: momentum)].accuracy.mean, color: color, style: theory),
      .summaries(
        x: x, lengths.map { trials[Arm(order: .buffer($0), momentum: momentum)].accuracy }, label: label, color: color),
    ]
  }
  return Figure(
    "buffer", title: "A shuffle buffer must hold several runs of the file, not one", columns: 2,
    panels: [
      Panel(
        x: Axis("length b of the buffer", scale: .log, ticks: ticks),
        y: Axis("test digits read", unit: "%", range: 0...100), legend: .below,
        marks: curve(0, "plain", .plain) + curve(momentum, "momentum \(plain(momentum))", .rolling)
          + [.vertical(Double(run), label: "one run", color: .grey)]),
      Panel(
        x: Axis("length b of the buffer", scale: .log, ticks: ticks),
        y: Axis("share of the newest run", unit: "%", range: 0...105), legend: .below,
        .points(x: x, y: shares.map { 100 * $0 }, label: "measured", color: .purple, size: 1.2),
        .curve(over: x[0]...1000, label: "1 − (1 − 1/b)ʳ", style: theory) { 100 * newestShare(buffer: $0, run: run) },
        .horizontal(10, label: "fair share", color: .grey)),
    ])
}

/// The error of a batch's gradient, the bytes of a step and the padding against the size of the batch.
func sizeFigure(
  _ noise: Runs<Noise>, samples: Int, _ line: MemoryLine, peaks: [(size: Int, bytes: Int)], budget: Int, largest: Int,
  _ padding: Runs<Padding>, lengths: [Int]
) -> Figure {
  func x(_ sizes: [Int]) -> [Double] { sizes.map(Double.init) }
  func axis(_ sizes: [Int]) -> Axis {
    Axis("batch size B", scale: .log, ticks: sizes.map { .init(Double($0), "\($0)") })
  }
  func law(_ count: Double) -> Mark {
    .curve(over: 1...900, style: theory, column: count.isFinite ? "theory without" : "theory with") {
      noise.deviation.mean * batchError(size: $0, of: count)
    }
  }
  func mebibytes(_ bytes: [Double]) -> [Double] { bytes.map { $0 / 1048576 } }
  let (sizes, dry) = (peaks.map(\.size), MemoryLine.dryRuns)
  return Figure(
    "size", title: "A larger batch is more precise, takes more memory, and is padded more", columns: 3,
    panels: [
      Panel(
        "error of the gradient", x: axis([1, 4, 16, 64, 256, 900]), y: Axis("error / length", scale: .log),
        legend: .inside(.bottomLeft), law(.infinity), law(Double(samples)),
        .points(
          x: x(Array(Noise.sizes.prefix(5))), y: noise.with.mean, label: "with replacement", color: .orange, size: 1.4),
        .points(x: x(Noise.sizes), y: noise.without.mean, label: "without", color: .blue)),
      Panel(
        "memory of training", x: axis([1, 16, 256, 4096]),
        y: Axis("peak", unit: "MiB", scale: .log, minimum: 0.03, maximum: 300),
        legend: .inside(.topLeft), .horizontal(mebibytes([Double(budget)])[0]), .vertical(Double(largest)),
        .line(x: x(sizes), y: mebibytes(sizes.map(line.bytes)), color: .black, style: theory, column: "line"),
        .points(x: x(sizes), y: mebibytes(peaks.map { Double($0.bytes) }), label: "measured", color: .blue),
        .points(x: x(dry), y: mebibytes(dry.map(line.bytes)), label: "two dry runs", color: .vermilion, size: 1.3)),
      Panel(
        "padding of words", x: axis(Padding.sizes), y: Axis("padding", unit: "%", range: 0...38),
        legend: .inside(.topLeft),
        .line(
          x: x(Padding.sizes), y: Padding.sizes.map { 100 * expectedPadding(lengths, batchSize: $0) }, color: .black,
          style: theory, column: "theory"),
        .points(
          x: x(Padding.sizes), y: padding.random.mean.map { 100 * $0 }, label: "random", color: .vermilion),
        .line(
          x: x(Padding.sizes), y: padding.bucketed.mean.map { 100 * $0 }, label: "sorted in buckets", color: .green)),
    ])
}
