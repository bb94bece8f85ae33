import Datasets
import Descent
import Experiments
import Gnuplot
import Notebook
import Numerics

extension Rule {
  var color: Color {
    switch self {
    case .sgd: .gradientDescent
    case .momentum: .momentum
    case .adam: .adam
    }
  }
}

private let theory = LineStyle(width: 1.5, pattern: .dashed)

/// The ratio in the first step against the rate, with theory, and by step at the best rates.
func ratioFigure(_ sweep: Sweep<Rule, Run>) -> Figure {
  func first(_ rule: Rule) -> [Double] { rule.rates.map { rate in sweep[rule, rate].mean { $0.ratios[0][0] } } }
  let zeros = sweep[.adam].mean { $0.zeros[0] }
  // The slope of a straight line, from the rate in the middle of the list.
  let slope = first(.sgd)[3] / Rule.sgd.rates[3]
  let lines: [Mark] = [
    .line(
      x: Rule.adam.rates,
      y: Rule.adam.rates.map { firstAdamRatio(rate: $0, inputs: Plan.widths[0], zeroShare: zeros) }, color: .black,
      style: theory, column: "Adam theory"),
    .line(
      x: Rule.momentum.rates + [1], y: (Rule.momentum.rates + [1]).map { slope * $0 }, color: .black, style: theory,
      column: "proportional"),
  ]
  let steps = logarithmicPlaces(upTo: Plan.steps, density: 12)
  return Figure(
    "ratio", title: "The ratio is the learning rate in the network's own unit", columns: 2, shared: .y,
    panels: [
      Panel(
        "in the first step", x: Axis("learning rate", scale: .log), y: Axis("update / weights", scale: .log),
        legend: .below,
        marks: lines
          + Rule.allCases.map {
            .points(
              x: $0.rates, y: first($0), label: $0.name, color: $0.color, shape: $0 == .sgd ? .ring : .circle,
              size: $0 == .sgd ? 2 : 1.2, column: "first \($0.name)")
          }),
      Panel(
        "at each rule's best rate", x: Axis("step", scale: .log), y: Axis("update / weights", scale: .log),
        legend: .below,
        marks: [.horizontal(1e-3, label: "a thousandth")]
          + Rule.allCases.map { rule in
            .line(
              x: steps.map(Double.init), y: steps.map { step in sweep[rule].mean { $0.ratios[step - 1][0] } },
              label: rule.name, color: rule.color)
          }),
    ])
}

/// The digits read against the number of steps and against the distance from the start, for all settings that come to read.
func distanceFigure(_ sweep: Sweep<Rule, Run>) -> Figure {
  let alive = sweep.settings.filter { sweep.arrival($0) != nil }
  func marks(_ x: (Runs<Run>) -> [Double], _ name: String) -> [Mark] {
    alive.map { setting in
      let runs = sweep.trials[setting]
      return .line(
        x: x(runs), y: Plan.places.map { place in runs.mean { $0.accuracy(place) } }, label: setting.arm.name,
        color: setting.arm.color, column: "\(name) \(setting.arm.name) \(plain(setting.rate))")
    }
  }
  let read = Axis("test digits read", unit: "%", range: 0...100)
  return Figure(
    "distance", title: "By steps the runs lie far apart, by distance they keep together", columns: 2, shared: .y,
    panels: [
      Panel(
        x: Axis("step", scale: .log), y: read, legend: .below,
        marks: marks({ _ in Plan.places.map(Double.init) }, "step")),
      Panel(
        x: Axis("distance from the start / length", scale: .log, range: 3e-3...5), y: read, legend: .below,
        marks: marks({ runs in Plan.places.map { place in runs.mean { $0.distance(place) } } }, "distance") + [
          .vertical(
            farthest(ratio: 1e-3, steps: Plan.steps), label: "\(Plan.steps) steps of 1/1000", color: .black,
            style: theory)
        ]),
    ])
}

/// Distance from the start and share of zeros, as a film: all networks go right, dying ones up.
func mapFigure(_ sweep: Sweep<Rule, Run>, watched: Runs<Run>, name: String, steps: Int) -> Figure {
  func trail(_ runs: Runs<Run>, _ places: [Int]) -> (x: [Double], y: [Double]) {
    (
      places.map { place in runs.mean { $0.distance(place) } },
      places.map { place in runs.mean { 100 * $0.zeroShare(place) } }
    )
  }
  let marks: [Mark] = sweep.settings.map { setting in
    let trail = trail(sweep.trials[setting], Plan.places)
    return .trajectory(
      x: trail.x, y: trail.y, label: setting.arm.name, color: setting.arm.color,
      column: "\(setting.arm.name) \(plain(setting.rate))")
  }
  let own = trail(watched, Plan.places.filter { $0 < steps } + [steps])
  let reached = own.x.filter { $0.isFinite && $0 > 0 }
  let (low, high) = (max(1e-6, reached.min() ?? 1), min(1e4, reached.max() ?? 1))
  return Figure(
    "map", title: "Distance says how far a run is, zeros whether it lives",
    animation: Animation(
      frames: Plan.places.count, secondsPerFrame: 0.3, captions: Plan.places.map { "step \(grouped($0))" }),
    Panel(
      x: Axis("distance from the start / length", scale: .log, range: min(1e-3, low)...max(20, 2 * high)),
      y: Axis("entries of the gradient that are exactly 0", unit: "%", range: 0...100), legend: .below,
      marks: marks + [
        .whole(
          .line(x: own.x, y: own.y, label: name, color: .black, style: .dotted),
          .text("dead", at: (0.5, 90), alignment: .right),
          .text("still to learn", at: (0.02, 22), alignment: .center),
          .text("learnt", at: (1, 17), alignment: .center))
      ]))
}

/// The sizes of the entries of ∂L/∂W₁ in the last step of all runs, with a bar for those that are exactly 0.
func gradientFigure(best: (name: String, runs: Runs<Run>), watched: (name: String, runs: Runs<Run>)) -> Figure {
  let powers = evenly(-10...0, count: 21)
  func panel(_ name: String, _ runs: Runs<Run>) -> Panel {
    let entries = runs.all.flatMap { $0.lastGradient.scalars.filter(\.isFinite) }
    let sizes = entries.filter { $0 != 0 }.map { Double.log10(abs($0)) }
    let counts = powers.map { power in Double(sizes.count { (2 * $0).rounded() == 2 * power }) }
    let zero = Double(entries.count - sizes.count)
    return Panel(
      name,
      x: Axis(
        "size of an entry", range: -13...1,
        ticks: [.init(-12, "0")] + [-10, -8, -6, -4, -2, 0].map { .init($0, "10\(superscript(Int($0)))") }),
      y: Axis("share of the entries", unit: "%", range: 0...100), legend: .none,
      .bars(
        x: [-12] + powers, y: ([zero] + counts).map { 100 * $0 / Double(max(1, entries.count)) }, color: .sky,
        width: 0.9,
        column: name))
  }
  return Figure(
    "gradient",
    title: watched.runs.mean(\.lastGradient.zeroShare) > Plan.deadly
      ? "In a dead network most entries of the gradient are exactly zero"
      : "How large the entries of the gradient are, and how many are exactly zero", columns: 2, shared: .y,
    panels: [panel(best.name, best.runs), panel(watched.name, watched.runs)])
}
