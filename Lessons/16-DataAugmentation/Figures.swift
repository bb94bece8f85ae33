import Datasets
import Descent
import Experiments
import Gnuplot
import Notebook

extension Augmentation {
  /// The same in every figure of the lesson.
  var color: Color {
    switch self {
    case .original: .grey
    case .shift: .blue
    case .wholePixels: .vermilion
    case .rotation: .green
    case .mirrored: .orange
    case .upsideDown: .sky
    case .halfTurn: .purple
    }
  }

  var name: String {
    switch self {
    case .original: "upright"
    case .shift(let bound): "up to \(plain(bound)) px"
    case .wholePixels: "−1, 0 or 1 px"
    case .rotation(let bound): "up to \(plain(bound))°"
    case .mirrored: "mirrored"
    case .upsideDown: "upside down"
    case .halfTurn: "half turn"
    }
  }
}

/// A film of a six that turns, beside the shares of all sixes that are read as 6 and as 9.
func turningFigure(_ runs: Runs<TurnedSixes>, six: Tensor) -> Figure {
  let degrees = TurnedSixes.degrees
  let (none, side) = (Axis("", range: -0.5...7.5, ticks: []), (0..<8).map(Double.init))
  let becomesNine = (runs.asNine.mean.last ?? 0) > (runs.asSix.mean.last ?? 0)
  return Figure(
    "turning", title: becomesNine ? "Turned far enough, a six is a nine" : "What a six is read as when it is turned",
    columns: 2,
    animation: Animation(
      frames: degrees.count, secondsPerFrame: 0.12, captions: degrees.map { "turned by \(plain($0))°" }),
    panels: [
      Panel(
        "all sixes of the test",
        x: Axis("turned by", unit: "°", range: 0...180, ticks: [0, 45, 90, 135, 180].map { .init($0, plain($0)) }),
        y: Axis("read as …", unit: "%", range: 0...100), legend: .none,
        .line(x: degrees, y: runs.asSix.mean, label: "a six", color: .blue, style: .thick),
        .line(x: degrees, y: runs.asNine.mean, label: "a nine", color: .vermilion, style: .thick),
        .whole(.text("… a six", at: (27, 70), color: .blue), .text("… a nine", at: (100, 70), color: .vermilion))),
      Panel(
        "one of them", x: none, y: none, aspect: .equal, legend: .none,
        .frames(degrees.count) { frame in
          let ink = six.warped(by: [Warp(degrees: degrees[frame - 1])]).scalars
          return [
            .heatMap(
              x: side, y: side, z: (0..<8).map { row in Array(ink[(7 - row) * 8..<(8 - row) * 8]) }, range: 0...1,
              colors: .ink, showsBar: false)
          ]
        }),
    ])
}

/// Two pixels against the least loss, and what flips cost pairs of digits.
func labelsFigure(_ losses: Trials<Double, Double>, _ pairs: Trials<Arm, Run>, classes: [[Int]], isAsTold: Bool)
  -> Figure
{
  let arms = [Augmentation.original] + Augmentation.flips
  return Figure(
    "labels",
    title: isAsTold
      ? "A flip costs where it makes one class look like the other" : "What flips cost two pixels and pairs of digits",
    columns: 2,
    panels: [
      Panel(
        "two pixels", x: Axis("flipped with probability p", range: 0...0.52),
        y: Axis("cross-entropy", unit: "nats", range: 0...0.75), legend: .inside(.bottomRight),
        .curve(over: 0...0.5, label: "H(p)") { leastLoss(flipped: $0) },
        .points(
          x: losses.arms, y: losses.arms.map { Summary(of: losses[$0].all).mean }, label: "trained", color: .blue)),
      Panel(
        "pairs of digits", x: Axis("", ticks: nil), y: Axis("test error", unit: "%", minimum: 0, maximum: nil),
        legend: .below,
        marks: arms.map { augmentation in
          .bars(
            classes.map { "\($0[0]) or \($0[1])" },
            y: classes.map { pair in
              100 - pairs[pairs.arms[0].with(augmentation, classes: pair)].plain.mean
            }, label: augmentation.name, color: augmentation.color)
        }),
    ])
}

/// What shifts and turns bring, by their size, on the usual test and on one that is moved or turned itself.
func sizesFigure(_ kinds: Trials<Arm, Run>, base: Arm, shifts: [Double], turns: [Double], isAsTold: Bool) -> Figure {
  func gains(_ arms: [Augmentation], _ property: (Run) -> Double) -> [Summary] {
    arms.map { kinds.difference(base.with($0), base, property) }
  }
  let shiftAxis = Axis("shifted by up to", unit: "px", range: 0...1.6)
  let turnAxis = Axis(
    "turned by up to", unit: "°", scale: .log, range: 4...220, ticks: turns.map { .init($0, plain($0)) })
  func panel(
    _ title: String, _ x: Axis, _ values: [Double], _ make: (Double) -> Augmentation, _ color: Color,
    _ property: (Run) -> Double
  ) -> Panel {
    Panel(
      title, x: x, y: Axis("gain", unit: "points"), legend: .none,
      .horizontal(0), .summaries(x: values, gains(values.map(make), property), label: title, color: color))
  }
  return Figure(
    "sizes",
    title: isAsTold
      ? "Small distortions help a little; large ones help only a test that is distorted, too"
      : "What shifts and turns bring, by their size",
    columns: 2,
    panels: [
      panel("shifts, usual test", shiftAxis, shifts, Augmentation.shift, .blue) { $0.plain },
      panel("turns, usual test", turnAxis, turns, Augmentation.rotation, .green) { $0.plain },
      panel("shifts, test moved by whole pixels", shiftAxis, shifts, Augmentation.shift, .blue) { $0.moved },
      panel("turns, test turned by up to 15°", turnAxis, turns, Augmentation.rotation, .green) { $0.turned },
    ])
}

/// What shifts bring on the usual test, by the hidden units and by the steps.
func roomFigure(_ sweeps: Trials<Arm, Run>, base: Arm, units: [Int], steps: [Int], isAsTold: Bool) -> Figure {
  func panel(_ x: Axis, _ values: [Int], _ arm: (Int) -> Arm) -> Panel {
    Panel(
      x: x, y: Axis("gain on the usual test", unit: "points"), legend: .below,
      marks: [.horizontal(0)]
        + Lesson16.shown.map { augmentation in
          .summaries(
            x: values.map(Double.init),
            values.map { sweeps.difference(arm($0).with(augmentation), arm($0)) { $0.plain } },
            label: augmentation.name, color: augmentation.color, column: "\(x.label) \(augmentation.name)")
        })
  }
  return Figure(
    "room-and-time",
    title: isAsTold
      ? "Copies ask for room and time: a small network or a short run loses"
      : "What shifts bring, by the size of the network and the length of the run",
    columns: 2, shared: .y,
    panels: [
      panel(Axis("hidden units", scale: .log, ticks: units.map { .init(Double($0), "\($0)") }), units) {
        base.with(hidden: $0)
      },
      panel(Axis("steps", scale: .log, ticks: steps.map { .init(Double($0), grouped($0)) }), steps) {
        base.with(steps: $0)
      },
    ])
}
