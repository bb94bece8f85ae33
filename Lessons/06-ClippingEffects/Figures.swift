import Descent
import Gnuplot
import Notebook

extension Rule {
  /// The same colour in every figure of this lesson.
  var color: Color {
    switch self {
    case .none: .gradientDescent
    case .norm: .adam
    case .value: .momentum
    case .shrink: .rmsProp
    }
  }
}

/// The landscape with some walks, and the error along their first steps.
func cliffFigure(_ unit: RecurrentUnit, walks: [(rule: Rule, walk: Walk)], steps: Int = 150) -> Figure {
  let (weights, biases) = (3.6...6.4, -3.4...0.6)
  let (columns, rows) = (evenly(weights, count: 113), evenly(biases, count: 161))
  let landscape = rows.map { bias in columns.map { shade(unit(Point(weight: $0, bias: bias)).error) } }
  let trajectories = walks.map { rule, walk in
    Mark.trajectory(x: walk.points.map(\.weight), y: walk.points.map(\.bias), label: rule.words, color: rule.color)
  }
  let map = Panel(
    "the landscape", x: Axis("weight w", range: weights), y: Axis("bias b", range: biases), legend: .none,
    marks: [
      .heatMap(x: columns, y: rows, z: landscape, label: "error E", scale: .log, range: 1e-3...0.5, colors: .pale),
      .curve(over: unit.cliffBegins...weights.upperBound, column: "edge") { unit.edgeBias(atWeight: $0) },
      .curve(over: weights.lowerBound...unit.floorEnds, column: "floor") { unit.floorBias(atWeight: $0) },
      .text("edge of the cliff", at: (5.15, -2.55)), .text("floor", at: (3.8, -1.55)),
    ] + trajectories)
  let error = Panel(
    "along the first \(steps) steps", x: Axis("step"), y: Axis("error E", scale: .log, range: 1e-6...0.5),
    marks: walks.map { rule, walk in
      let errors = walk.errors.prefix(steps + 1).map { max(1e-6, $0) }
      return .line(x: errors.indices.map(Double.init), y: errors, label: rule.words, color: rule.color)
    })
  let isUndone = walks.contains { $0.rule == .none && $0.walk.longestStep > 1 && !$0.walk.isSolved }
  return Figure(
    "cliff",
    title: isUndone ? "One step from the edge undoes the whole walk" : "The valley ends at the edge of a cliff",
    columns: 2, proportion: 0.8, panels: [map, error])
}

/// What each rule makes of a gradient, by the gradient's norm.
func rulesFigure(threshold: Double, factor: Double) -> Figure {
  let norms = evenly(-2...3, count: 501).map { threshold * .pow(10, $0) }
  func clipped(_ rule: Rule, along direction: [Double] = [1, 0]) -> [Double] {
    let clipping = rule.clipping(threshold: threshold, factor: factor)
    return norms.map { norm in direction.map { norm * $0 / direction.norm }.clipped(by: clipping).norm }
  }
  return Figure(
    "rules", title: "Clipping the norm has a ceiling; shrinking by ε makes a saw-tooth without one",
    Panel(
      x: Axis("norm of the gradient ‖g‖", scale: .log), y: Axis("norm after the rule", scale: .log),
      .line(x: norms, y: clipped(.none), label: Rule.none.words, color: Rule.none.color),
      .line(x: norms, y: clipped(.shrink), label: Rule.shrink.words, color: Rule.shrink.color),
      .line(x: norms, y: clipped(.value, along: [1, 1]), label: Rule.value.words, color: Rule.value.color),
      .line(x: norms, y: clipped(.norm), label: Rule.norm.words, color: Rule.norm.color),
      .vertical(threshold, label: "t"), .vertical(threshold / factor, label: "t/ε")))
}

/// The cliff from close by and along its edge, with the same walk under each rule.
func bouncesFigure(_ unit: RecurrentUnit, walks: [(rule: Rule, walk: Walk)]) -> Figure {
  let (along, above) = (-0.28...0.12, -0.03...0.19)
  let (columns, rows) = (evenly(along, count: 81), evenly(above, count: 67))
  let landscape = rows.map { height in
    columns.map { shade(unit(unit.point(along: $0, above: height)).error) }
  }
  let panels = walks.map { rule, walk in
    let seen = walk.points.map(unit.seenFromEdge)
    return Panel(
      rule.words, x: Axis("distance along the edge", range: along), y: Axis("height above the edge", range: above),
      legend: .none,
      .heatMap(x: columns, y: rows, z: landscape, label: "error E", scale: .log, range: 1e-3...0.5, colors: .pale),
      .horizontal(0, color: .black),
      .trajectory(
        x: seen.map(\.along), y: seen.map(\.above), color: rule.color, style: LineStyle(width: 1), dots: true))
  }
  return Figure(
    "bounces", title: "A step that keeps its direction bounces straight off the cliff", columns: 2,
    shared: [.x, .y], panels: panels)
}

/// The share of walks that each rule brings to the valley, by learning rate and by threshold.
func sharesFigure(_ races: Races) -> Figure {
  func layers(_ rules: [Rule], _ settings: [Setting], x: (Setting) -> Double) -> [Mark] {
    rules.flatMap { rule -> [Mark] in
      let shares = settings.map { races.solved(rule, at: $0) }
      let (x, mean, color) = (settings.map(x), shares.map(\.mean), rule.color)
      return [
        .band(x: x, lower: shares.map(\.minimum), upper: shares.map(\.maximum), label: rule.words, color: color),
        .line(x: x, y: mean, label: rule.words, color: color),
        .points(x: x, y: mean, label: rule.words, color: color),
      ]
    }
  }
  let unclipped = Mark.horizontal(races.solved(.none).mean, color: Rule.none.color, style: .solid)
  let share = Axis("walks solved", unit: "%", range: 0...105)
  let isWide = races.safeRates(.norm).count > 2
  return Figure(
    "shares",
    title: isWide
      ? "Clipping the norm brings every walk home, over a wide range of settings"
      : "Which walks come home depends on the rule, the learning rate and the threshold",
    columns: 2, shared: .y,
    panels: [
      Panel(
        x: Axis("learning rate η", scale: .log), y: share, marks: layers(Rule.allCases, races.rates, x: \.learningRate)
      ),
      Panel(
        x: Axis("threshold t", scale: .log), y: share,
        marks: [unclipped] + layers([.norm, .value, .shrink], races.thresholds, x: \.threshold)),
    ])
}

extension Clipping {
  /// The rule with its numbers, as the part on digits calls it.
  var words: String {
    func short(_ number: Double) -> String {
      number < 1e-3 ? significant(number, 1) : plain((number * 1e4).rounded() / 1e4)
    }
    return switch self {
    case .none: "no clipping"
    case .globalNorm(let limit): "norm ≤ \(short(limit))"
    case .normPerTensor(let limit): "norm of each parameter ≤ \(short(limit))"
    case .value(let limit): "each value ≤ \(short(limit))"
    case .shrink(let factor, let threshold): "times \(short(factor)) above \(short(threshold))"
    }
  }
}

/// The test accuracy on digits by epoch at the bold rate, and at the end by learning rate.
func digitsFigure(_ trials: DigitsTrials) -> Figure {
  let colors: [Color] = [.gradientDescent, .adam, .sky, .momentum, .rmsProp]
  func layers(_ series: (DigitsTrials.Sweep) -> (x: [Double], accuracies: [[Double]])) -> [Mark] {
    trials.sweeps.indices.flatMap { index -> [Mark] in
      let (x, accuracies) = series(trials.sweeps[index])
      let (summary, label, color) = (SeriesSummary(of: accuracies), trials.sweeps[index][0].rule.words, colors[index])
      return [
        .band(x: x, lower: summary.minimum, upper: summary.maximum, label: label, color: color),
        .line(x: x, y: summary.mean, label: label, color: color),
      ]
    }
  }
  let byEpoch = layers { sweep in
    let runs = sweep.filter { $0.learningRate == trials.boldRate }.flatMap(\.runs)
    return (evenly(1...10, count: runs[0].testAccuracies.count), runs.map { $0.testAccuracies.map { 100 * $0 } })
  }
  let byRate = layers { sweep in
    (sweep.map(\.learningRate), sweep[0].runs.indices.map { seed in sweep.map { 100 * $0.runs[seed].finalAccuracy } })
  }
  let accuracy = Axis("test accuracy", unit: "%", range: 0...100)
  return Figure(
    "digits", title: "At a bold learning rate the digits are learnt only with clipping", columns: 2, shared: .y,
    panels: [
      Panel("at η = \(plain(trials.boldRate))", x: Axis("epoch"), y: accuracy, marks: byEpoch),
      Panel("after ten epochs", x: Axis("learning rate η", scale: .log), y: accuracy, marks: byRate),
    ])
}

/// By how much clipping turns the steps on the digits.
func anglesFigure(_ trials: [DigitsTrial]) -> Figure {
  let panels = trials.map { trial in
    Panel(
      trial.rule.words, x: Axis("turned by", unit: "°", range: 0...60), y: Axis("share of the steps"),
      .histogram(trial.angles, bins: 20, range: 0...60, as: .share, color: .momentum))
  }
  return Figure(
    "angles", title: "Clipping a gradient part by part turns it, by tens of degrees", columns: 3, shared: .y,
    panels: panels)
}

/// An error for a heat map: six decimals are more than its colours show.
private func shade(_ error: Double) -> Double { max(1e-6, (error * 1e6).rounded() / 1e6) }
