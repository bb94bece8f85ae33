import Experiments
import Gnuplot
import Notebook
import Numerics

extension Start {
  /// The same colour in every figure of this lesson.
  var color: Color {
    switch self {
    case .he: .green
    case .lecun: .blue
    case .pyTorch: .purple
    case .inverseRoot, .batchRoot: .orange
    case .standardNormal: .vermilion
    case .own: .grey
    }
  }
}

/// One pixel, dashed: theory on top of a measurement.
private let theory = LineStyle(width: 1, pattern: .dashed)

/// The size of the signal on the way forward and of the gradient on the way back, layer by layer.
func signalFigure(_ trials: Trials<Stack, Signal>) -> Figure {
  let depth = trials.arms[0].depth
  func panel(_ title: String, _ places: ClosedRange<Int>, _ series: KeyPath<Signal, [Double]>, exponent: (Int) -> Int)
    -> Panel
  {
    let x = places.map(Double.init)
    let marks = trials.arms.flatMap { stack -> [Mark] in
      let (start, factor) = (stack.start, stack.start.factor(fanIn: stack.width))
      return [
        .line(
          x: x, y: trials[stack][dynamicMember: series].median, label: start.spread, color: start.color, style: .thick,
          column: "\(title) \(start.spread)"),
        .line(
          x: x, y: places.map { .pow(factor, exponent($0)) }, color: .black, style: theory,
          column: "theory \(title) \(start.spread)"),
      ]
    }
    let ticks = [-40, -20, 0, 20].map { Axis.Tick(.pow(10, $0), $0 == 0 ? "1" : "10\(superscript($0))") }
    return Panel(
      title, x: Axis("layer", range: 0...Double(depth)), y: Axis("size", scale: .log, ticks: ticks), legend: .direct,
      marks: marks)
  }
  return Figure(
    "signal", title: "A variance of 2/n keeps the size over \(depth) layers, forward and backward",
    columns: 2, shared: .y,
    panels: [
      panel("signal, forward", 0...depth, \.sizes) { $0 },
      panel("gradient, backward", 1...depth, \.gradients) { depth - $0 },
    ])
}

/// The factor of a layer against the fan-in and against the batch size, for 2/n and for the note's rule.
func fanInFigure(byWidth: Trials<Stack, Signal>, byBatch: Trials<Stack, Signal>, batch: Int, width: Int) -> Figure {
  func panel(_ trials: Trials<Stack, Signal>, _ x: String, _ place: (Stack) -> Int) -> Panel {
    let marks = [("2/n", true), ("1/√B", false)].flatMap { name, isHe -> [Mark] in
      let stacks = trials.arms.filter { ($0.start == .he) == isHe }
      let places = stacks.map { Double(place($0)) }
      let color = isHe ? Start.he.color : Start.inverseRoot.color
      return [
        .line(
          x: places, y: stacks.map { $0.start.factor(fanIn: $0.width) }, label: name, color: color, style: .dashed,
          column: "theory \(name) by \(x)"),
        .points(
          x: places, y: stacks.map { trials[$0].forward.mean }, color: color, size: 1.2, column: "\(name) by \(x)"),
      ]
    }
    let ticks = Set(trials.arms.map(place)).sorted().map { Axis.Tick(Double($0), "\($0)") }
    return Panel(
      x: Axis(x, scale: .log, ticks: ticks),
      y: Axis("factor of a layer", scale: .log, ticks: [0.5, 1, 2, 4].map { .init($0, plain($0)) }), legend: .direct,
      marks: marks)
  }
  return Figure(
    "fan-in", title: "n is the number of inputs of a unit; the batch size has no part in it", columns: 2, shared: .y,
    panels: [
      panel(byWidth, "inputs n of a unit (batches of \(batch))") { $0.width },
      panel(byBatch, "batch size B (\(width) inputs)") { $0.inputs },
    ])
}

/// The test accuracy against the steps, from each start, by gradient descent and by Adam.
func timeFigure(_ tuned: TunedTrials<Arm, Run>, _ training: Training) -> Figure {
  let places = training.places.map(Double.init)
  func panel(_ method: Method) -> Panel {
    let marks = tuned.arms.filter { $0.method == method }.map { arm in
      let accuracies = tuned[arm].accuracies
      return Mark.summaries(
        x: places, mean: accuracies.mean, lower: accuracies.minimum, upper: accuracies.maximum, label: arm.start.spread,
        color: arm.start.color, points: false, column: "\(method.rawValue) \(arm.start.spread)")
    }
    let ticks = [5, 20, training.early, training.steps].filter { Double($0) >= places[0] }
    return Panel(
      method == .adam ? "Adam" : "gradient descent",
      x: Axis("steps", scale: .log, ticks: Set(ticks).sorted().map { .init(Double($0), grouped($0)) }),
      y: Axis("test digits read", unit: "%", range: 0...100), legend: .direct, marks: marks)
  }
  let (he, lecun, normal) = (tuned[Arm(start: .he)], tuned[Arm(start: .lecun)], tuned[Arm(start: .standardNormal)])
  let isLate = 2 * he.accuracies.mean.count { $0 >= 50 } > 3 * lecun.accuracies.mean.count { $0 >= 50 }
  return Figure(
    "time",
    title: isLate && normal.accuracy.mean < he.accuracy.mean - 10
      ? "Too small a start costs time, too large a start costs accuracy"
      : "Test digits read after so many steps, by the variance of the first weights", columns: 2, shared: .y,
    panels: [panel(.gradientDescent), panel(.adam)])
}
