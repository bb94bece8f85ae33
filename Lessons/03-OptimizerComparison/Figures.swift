import Datasets
import Gnuplot
import Notebook
import Numerics

/// Four ways down the ravine at their best learning rates, side by side; as a film, step for step together.
func ravineFigure(_ task: RavineTask, _ runs: ByMethod<RavineRun>, shown: Int = 100) -> Figure {
  let paths = runs.all.map { descend(task.ravine, from: task.start, by: $0.setting.optimizer, steps: shown) }
  let (x, y) = frame(around: paths.flatMap { $0 })
  return Figure(
    "ravine",
    title: task.isAlongAxes
      ? "Gradient descent bounces\(runs.hasQuickMomentum ? ", momentum swings," : ",") RMSProp and Adam follow the floor"
      : "In a turned ravine RMSProp and Adam have no axis to shrink",
    columns: 2, shared: [.x, .y], animation: Animation(frames: shown / 2),
    panels: zip(runs.all, paths).map { run, path in
      Panel(
        "\(run.name), η = \(significant(run.setting.learningRate, 3)): \(run.steps.map { "settles in \($0) steps" } ?? "never settles")",
        x: Axis("x", range: x), y: Axis("y", range: y), aspect: .equal, legend: .none,
        contours(of: task.ravine, x: x, y: y),
        .trajectory(
          x: path.map(\.x), y: path.map(\.y), color: run.setting.method.color, dots: true,
          column: run.name))
    })
}

/// The notes' figure: at the same points, dashed where the gradient would go and solid where the update goes.
func directionsFigure(_ task: RavineTask, _ runs: [(run: RavineRun, directions: Directions)]) -> Figure {
  let (x, y) = frame(around: runs.flatMap { $0.directions.points }, room: 0.75)
  return Figure(
    "directions",
    title: runs.allSatisfy { $0.directions.updateAngle < $0.directions.gradientAngle }
      ? "Gradients (dashed) point across the ravine, updates (solid) along it"
      : "Gradients (dashed) point across the ravine; where do the updates (solid) point?",
    columns: 1, shared: [.x, .y],
    panels: runs.map { run, directions in
      let points = directions.points
      // Of the gradient only the direction is drawn; its length would be up to a hundred times the picture's.
      let unit = directions.descents.map { $0 * (0.6 / ($0 * $0).sum().squareRoot()) }
      return Panel(
        "\(run.name), η = \(significant(run.setting.learningRate, 3))", x: Axis("x", range: x),
        y: Axis("y", range: y), aspect: .equal, legend: .none,
        contours(of: task.ravine, x: x, y: y),
        .arrows(
          x: points.map(\.x), y: points.map(\.y), dx: unit.map(\.x), dy: unit.map(\.y), color: .grey,
          style: LineStyle(width: 1.5, pattern: .dashed), column: "\(run.name) gradient"),
        .arrows(
          x: points.map(\.x), y: points.map(\.y), dx: directions.updates.map(\.x), dy: directions.updates.map(\.y),
          color: run.setting.method.color, style: LineStyle(width: 2), column: "\(run.name) update"))
    })
}

/// The height over many more steps than it takes to settle.
func afterwardsFigure(_ study: RavineStudy) -> Figure {
  let upright = RavineTask()
  let steps = Array(stride(from: 0, through: RavineStudy.longRun, by: 20))
  func line(_ name: String, _ color: Color, _ shares: [Double]) -> Mark {
    // A line ends where its label still has room above the axis.
    .line(
      x: steps.map(Double.init), y: steps.map { shares[$0] > 1e-228 ? shares[$0] : .nan }, label: name, color: color)
  }
  let lines = study.upright.all.map { run in
    let shares = upright.shares(by: run.setting.optimizer, steps: RavineStudy.longRun)
    return line(run.name, run.setting.method.color, shares)
  }
  let limit = study.departure.instability.map { [Mark.vertical(Double($0), label: "limit of stability")] } ?? []
  let floor = Mark.curve(
    over: 0...Double(RavineStudy.longRun), style: LineStyle(width: 1, pattern: .dashed), column: "RMSProp in theory"
  ) { _ in study.cycle.expectedShare }
  let ticks = [(0, "1"), (-50, "10⁻⁵⁰"), (-100, "10⁻¹⁰⁰"), (-150, "10⁻¹⁵⁰"), (-200, "10⁻²⁰⁰")].map {
    Axis.Tick(Double.pow(10, Double($0)), $1)
  }
  return Figure(
    "afterwards", title: "Adam settles, and thousands of steps later leaves again", proportion: 0.45,
    Panel(
      x: Axis("step"), y: Axis("height as a share of the start", scale: .log, range: 1e-240...1e10, ticks: ticks),
      marks: limit + [line("RMSProp, β₂ = 0.9", .nesterov, study.cycle.shares)] + lines + [floor]))
}

/// The notes' cost curves with every seed, and what the networks of the first seed have learned.
func moonsFigure(_ study: MoonsStudy) -> Figure {
  func meanCost(_ runs: [MoonsRun]) -> Double { Summary(of: runs.map(\.lastCost)).mean }
  let epochs = study.shared.descent[0].costs.count
  let shown = Array(stride(from: 0, to: epochs, by: max(1, epochs / 100)))
  let x = shown.map { Double($0 + 1) }
  func curves(_ name: String, _ color: Color, _ runs: [MoonsRun], _ pattern: LineStyle.Pattern) -> [Mark] {
    let costs = runs.map { run in shown.map { run.costs[$0] } }
    let thin = costs.enumerated().map { seed, costs in
      Mark.line(x: x, y: costs, color: color, style: .thin, column: "\(name) \(seed)")
    }
    let style = LineStyle(width: 3, pattern: pattern)
    return thin + [.line(x: x, y: SeriesSummary(of: costs).mean, label: name, color: color, style: style)]
  }
  return Figure(
    "moons",
    title: meanCost(study.shared.adam) < 0.8 * meanCost(study.shared.descent)
      ? "At one learning rate for all, Adam's cost falls far below gradient descent's"
      : "At this learning rate for all, Adam's cost is not far below gradient descent's",
    columns: 2,
    panels: [
      // Two pairs lie on each other: the second of each is dashed, so that both can be seen.
      Panel(
        "Cost at η = \(study.learningRate)", x: Axis("epoch"), y: Axis("cost", minimum: 0, maximum: nil),
        marks: curves("gradient descent", .gradientDescent, study.shared.descent, .solid)
          + curves("momentum", .momentum, study.shared.momentum, .dashed)
          + curves("Adam", .adam, study.shared.adam, .solid)
          + curves("RMSProp", .rmsProp, study.shared.rmsProp, .dashed)),
      bordersPanel(study),
    ])
}

/// The points of the first seed, and where its networks change sides.
private func bordersPanel(_ study: MoonsStudy) -> Panel {
  let moons = study.tasks[0].moons
  let points = moons.points.scalars
  let classes = [0, 1].map { label -> Mark in
    let members = moons.labels.indices.filter { moons.labels[$0] == label }
    return .points(
      x: members.map { points[2 * $0] }, y: members.map { points[2 * $0 + 1] }, color: label == 0 ? .grey : .black,
      shape: label == 0 ? .ring : .circle, size: 0.7, opacity: 0.6, column: "moon \(label)")
  }
  let (x, y) = (evenly(-1.6...2.6, count: 43).map(rounded), evenly(-1.3...1.7, count: 31).map(rounded))
  let borders = [
    ("gradient descent", Color.gradientDescent, study.shared.descent[0]), ("Adam", .adam, study.shared.adam[0]),
  ].map {
    Mark.contours(
      x: x, y: y, z: $2.logits(x: x, y: y).map { $0.map(rounded) }, levels: [0], labelled: false, label: $0, color: $1,
      style: .solid)
  }
  return Panel(
    "Border between the moons", x: Axis("x₁", range: -1.6...2.6), y: Axis("x₂", range: -1.3...1.7), aspect: .equal,
    legend: .none, marks: classes + borders)
}

/// The learning rate decides: steps on the ravine, accuracy on moons and digits, against η.
func ratesFigure(_ ravine: RavineStudy, _ moons: MoonsStudy, _ digits: DigitsStudy) -> Figure {
  let ticks = [0.001, 0.01, 0.1, 1, 10].map { Axis.Tick($0, "\($0 < 1 ? significant($0, 1) : fixed($0, 0))") }
  let rate = Axis("learning rate η", scale: .log, range: 1e-3...10, ticks: ticks)
  let steps = ravine.sweeps.all.map { sweep in
    Mark.line(
      x: sweep.runs.map(\.setting.learningRate), y: sweep.runs.map { $0.steps.map(Double.init) ?? .nan },
      label: sweep.best.name, color: sweep.best.setting.method.color)
  }
  let theory = Mark.curve(over: 0.002...0.0199, label: "theory", style: LineStyle(width: 1.5, pattern: .dashed)) {
    ravine.task.gradientDescentSteps(rate: $0)
  }
  return Figure(
    "rates", title: "Compare the hills, not one column: each method has its own good learning rates", columns: 3,
    panels: [
      Panel(
        "Ravine: lower is better", x: rate, y: Axis("steps to settle", scale: .log, range: 50...2000),
        legend: .below, marks: steps + [theory]),
      Panel(
        "Moons: higher is better", x: rate, y: Axis("training accuracy", unit: "%", range: 50...100),
        legend: .below, marks: moons.sweeps.all.map(hill)),
      Panel(
        "Digits: higher is better", x: rate, y: Axis("test accuracy", unit: "%", range: 80...100), legend: .below,
        marks: digits.sweeps.all.map(band) + digits.sweeps.all.map(hill)),
    ])
}

/// The median accuracy against the learning rate.
private func hill<Network>(_ sweep: RateSweep<Network>) -> Mark {
  .line(
    x: sweep.rates, y: sweep.accuracies.map { 100 * $0.median }, label: sweep.name,
    color: sweep.best.method.color)
}

/// From the weakest seed to the strongest.
private func band<Network>(_ sweep: RateSweep<Network>) -> Mark {
  .band(
    x: sweep.rates, lower: sweep.accuracies.map { 100 * $0.minimum }, upper: sweep.accuracies.map { 100 * $0.maximum },
    color: sweep.best.method.color, column: sweep.name)
}

/// Contours of the ravine, each about three times as high as the one inside it.
private func contours(of ravine: Ravine, x: ClosedRange<Double>, y: ClosedRange<Double>) -> Mark {
  let (columns, rows) = (evenly(x, count: 61).map(rounded), evenly(y, count: 81).map(rounded))
  return .contours(
    x: columns, y: rows, z: rows.map { y in columns.map { x in rounded(ravine.value(x, y)) } },
    levels: [3, 10, 30, 100, 300], labelled: false, column: "height")
}

/// The ranges, in whole tenths, that hold all points and the minimum, with room around them.
private func frame(
  around points: [SIMD2<Double>], room: Double = 0.4
) -> (x: ClosedRange<Double>, y: ClosedRange<Double>) {
  let all = points.filter { abs($0.x) < 30 && abs($0.y) < 30 } + [.zero]
  func range(_ values: [Double]) -> ClosedRange<Double> {
    let summary = Summary(of: values)
    return ((summary.minimum - room) * 10).rounded() / 10...((summary.maximum + room) * 10).rounded() / 10
  }
  return (range(all.map(\.x)), range(all.map(\.y)))
}

/// To thousandths: enough for a contour, and a table that is half as long.
private func rounded(_ value: Double) -> Double { (value * 1000).rounded() / 1000 }
