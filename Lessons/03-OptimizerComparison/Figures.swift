import Experiments
import Gnuplot
import Notebook
import Numerics

/// Four ways down the ravine at their best learning rates, side by side; as a film, step for step together.
func ravineFigure(_ task: RavineTask, _ runs: [RavineRun], shown: Int = 100) -> Figure {
  let paths = runs.map { Array($0.path.prefix(shown + 1)) }
  let (x, y) = frame(around: paths.flatMap { $0 } + [.zero])
  let crossings = runs.map { task.crossings($0) }
  let onlyDescentBounces = crossings[0] >= 20 && crossings.dropFirst().allSatisfy { $0 <= 10 }
  return Figure(
    "ravine",
    title: onlyDescentBounces
      ? "Gradient descent bounces between the walls; momentum, RMSProp and Adam do not"
      : "Four rules in one ravine, each at its best learning rate",
    columns: 2, shared: [.x, .y],
    animation: Animation(frames: shown / 2, captions: (1...shown / 2).map { "step \(2 * $0)" }),
    panels: zip(runs, paths).map { run, path in
      Panel(
        "\(run.rule.name): \(run.steps.map { "settles in \($0) steps" } ?? "never settles")",
        x: Axis("x", range: x), y: Axis("y", range: y), aspect: .equal, legend: .none,
        contours(of: task, x: x, y: y),
        .trajectory(
          x: path.map(\.x), y: path.map(\.y), color: run.rule.color, dots: true, column: run.rule.name))
    })
}

/// The notes' drawing: no, small and larger momentum at one rate; at each point the steepest descent dashed, the step solid.
func momentumFigure(_ task: RavineTask, _ rules: [Rule], rate: Double) -> Figure {
  let paths = rules.map { task.path($0, rate: rate, steps: 12) }
  let (x, y) = frame(around: paths.flatMap { $0 }, room: 0.7)
  return Figure(
    "momentum", title: "Momentum turns the step (solid) away from straight downhill (dashed)", columns: 3,
    shared: [.x, .y],
    panels: zip(rules, paths).enumerated().map { index, shown in
      let (rule, path) = shown
      let points = path.dropLast()
      let (px, py) = (points.map(\.x), points.map(\.y))
      let updates = zip(path.dropFirst(), points).map { $0 - $1 }
      // Of the gradient only the direction is drawn; its length would be up to a hundred times the picture's.
      let descents = points.map { point in
        let slope = task.ravine.gradient(point.x, point.y)
        return SIMD2(slope.x, slope.y) * (-0.6 / max(1e-300, Double.hypot(slope.x, slope.y)))
      }
      return Panel(
        "(\(index + 1)) \(rule.name)", x: Axis("x", range: x), y: Axis("y", range: y), aspect: .equal, legend: .none,
        contours(of: task, x: x, y: y),
        .arrows(
          x: px, y: py, dx: descents.map(\.x), dy: descents.map(\.y), color: .grey,
          style: LineStyle(width: 1.5, pattern: .dashed), column: "\(index + 1) gradient"),
        .arrows(
          x: px, y: py, dx: updates.map(\.x), dy: updates.map(\.y),
          color: index == 0 ? .gradientDescent : .momentum, style: LineStyle(width: 2), column: "\(index + 1) update"))
    })
}

/// The notes' cost curves at one learning rate for all, and gradient descent with steps of Adam's length.
func moonsFigure(_ trials: Trials<Rule, MoonsRun>) -> Figure {
  let epochs = trials[.adam()].all[0].costs.count
  let shown = logarithmicPlaces(upTo: epochs)
  func curve(_ rule: Rule, _ label: String, _ style: LineStyle = .solid, band: Bool = false) -> Mark {
    let costs = trials[rule].costs
    let x = shown.map(Double.init)
    func at(_ values: [Double]) -> [Double] { shown.map { values[$0 - 1] } }
    return band
      ? .summaries(
        x: x, mean: at(costs.mean), lower: at(costs.minimum), upper: at(costs.maximum), label: label,
        color: rule.color, style: style, points: false)
      : .line(x: x, y: at(costs.mean), label: label, color: rule.color, style: style)
  }
  return Figure(
    "moons", title: "At one rate for all, Adam's lead is mostly the length of its steps", proportion: 0.5,
    Panel(
      x: Axis("epoch", scale: .log, range: 1...Double(epochs)), y: Axis("cost", minimum: 0, maximum: nil),
      curve(.gradientDescent, "gradient descent", band: true),
      curve(.averagedMomentum(0.9), "averaged momentum", LineStyle(width: 3, pattern: .dashed)),
      curve(.momentum(0.9), "summed momentum"),
      curve(.grafted, "gradient, Adam's length"),
      curve(.adam(), "Adam", band: true)))
}

/// The digits read rightly against the learning rate: each method has a hill of its own.
func digitsFigure(_ sweep: Sweep<Rule, DigitsRun>, shared: Double) -> Figure {
  Figure(
    "digits", title: "Each method has its own hill; one rate for all compares different places on them",
    proportion: 0.5,
    Panel(
      x: Axis("learning rate η", scale: .log), y: Axis("test accuracy", unit: "%", range: 0...100), legend: .below,
      marks: [.vertical(shared, label: "Adam's default, \(plain(shared))")]
        + [Rule.adam(), .rmsProp(), .momentum(0.9), .gradientDescent].map { rule in
          let curve = sweep.curve(rule, \.accuracy)
          return .summaries(
            x: sweep.rates[rule, default: []], mean: curve.map(\.mean), lower: curve.map(\.minimum),
            upper: curve.map(\.maximum), label: rule.name, color: rule.color)
        }))
}

extension Rule {
  fileprivate var color: Color {
    switch self {
    case .gradientDescent: .gradientDescent
    case .momentum, .averagedMomentum: .momentum
    case .rmsProp: .rmsProp
    case .adam: .adam
    case .grafted: .black
    }
  }
}

/// Contours of the ravine, each about three times as high as the one inside it.
private func contours(of task: RavineTask, x: ClosedRange<Double>, y: ClosedRange<Double>) -> Mark {
  let (columns, rows) = (evenly(x, count: 61).map(rounded), evenly(y, count: 81).map(rounded))
  return .contours(
    x: columns, y: rows, z: rows.map { y in columns.map { x in rounded(task.ravine.value(x, y)) } },
    levels: [3, 10, 30, 100, 300], labelled: false, column: "height")
}

/// The ranges, in whole tenths, that hold all points, with room around them.
private func frame(
  around points: [SIMD2<Double>], room: Double = 0.4
) -> (x: ClosedRange<Double>, y: ClosedRange<Double>) {
  let all = points.filter { abs($0.x) < 30 && abs($0.y) < 30 }
  func range(_ values: [Double]) -> ClosedRange<Double> {
    let summary = Summary(of: values)
    return ((summary.minimum - room) * 10).rounded() / 10...((summary.maximum + room) * 10).rounded() / 10
  }
  return (range(all.map(\.x)), range(all.map(\.y)))
}

/// To thousandths: enough for a contour, and a table that is half as long.
private func rounded(_ value: Double) -> Double { (value * 1000).rounded() / 1000 }
