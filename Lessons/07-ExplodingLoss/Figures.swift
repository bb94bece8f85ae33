import Experiments
import Gnuplot
import Notebook
import Numerics

/// The loss of the linear regression by step at rates too low, good and too high, with the closed form above 2/λ.
func ratesFigure(_ regression: LinearRegression, factors: [Double], steps: Int = 120) -> Figure {
  let x = (0...steps).map(Double.init)
  let colors: [Double: Color] = [0.02: .grey, 0.5: .green, 1.02: .orange]
  let lines = factors.map { factor in
    let losses = regression.descend(atFactor: factor, steps: steps).losses
    let verdict = factor > 1 ? "too high: " : [0.02: "too low: ", 0.5: "good: "][factor] ?? ""
    return Mark.line(
      x: Array(x.prefix(losses.count)), y: losses, label: "\(verdict)\(plain(factor)) · 2/λ",
      color: colors[factor, default: .vermilion],
      style: LineStyle(width: 5, opacity: 0.6))
  }
  let theory = factors.filter { $0 > 1 }.map { factor in
    Mark.line(
      x: x, y: x.indices.map { regression.mode.loss(atFactor: factor, after: $0) }, color: .black,
      style: LineStyle(width: 1.5, pattern: .dashed), column: "closed form \(plain(factor))")
  }
  return Figure(
    "rates", title: "Too low creeps, 1/λ learns, and above 2/λ the loss explodes",
    Panel(x: Axis("step"), y: Axis("loss L", scale: .log, range: 0.1...1e3), marks: lines + theory))
}

/// Two weights in their plane, and their loss, as a film: a step a frame.
func catapultFigure(_ factor: Double, steps: Int = 12) -> Figure {
  let start = TwoWeights()
  let factors = [2.1, factor, 0.5].enumerated().filter { $0 == 1 || $1 != factor }.map(\.element)
  func color(_ shown: Double) -> Color { shown == factor ? .green : shown == 0.5 ? .blue : .vermilion }
  func style(_ shown: Double) -> LineStyle { shown == factor ? LineStyle(width: 3) : LineStyle(width: 1) }
  let edge = (start.curvature / factor).squareRoot()
  let (u, v) = (evenly(-1.6...2.4, count: 81), evenly(-1.6...1.6, count: 65))
  let angles = evenly(0...2 * .pi, count: 121)
  let paths = factors.map { ($0, start.descend(atFactor: $0, steps: steps)) }
  let chosen = start.descend(atFactor: factor, steps: steps)
  func name(_ factor: Double) -> String { "\(plain(factor)) · 2/λ₀" }
  let isCatapult = chosen[steps].loss < start.loss && chosen.contains { $0.loss > 2 * start.loss }
  return Figure(
    "catapult",
    title: isCatapult
      ? "The catapult: over the valley, and down where it is flatter"
      : "Two weights at different learning rates", columns: 2,
    animation: Animation(
      frames: steps, secondsPerFrame: 0.6,
      captions: chosen.dropFirst().enumerated().map { index, weights in
        let ratio = factor * weights.curvature / start.curvature
        let place = ratio.isFinite ? "λη/2 = \(significant(ratio, 2))" : "too large for a number"
        return "step \(index + 1), at \(name(factor)): \(place)"
      }),
    panels: [
      Panel(
        "the plane of u and v\(factor > 0.5 ? "; circle: λη/2 = 1" : "")", x: Axis("u", range: -1.6...2.4),
        y: Axis("v", range: -1.6...1.6),
        aspect: .equal, legend: .none,
        marks: [
          .contours(
            x: u, y: v, z: v.map { v in u.map { TwoWeights(u: $0, v: v).loss } }, levels: [0.02, 0.08, 0.3, 1, 3]),
          .horizontal(0), .vertical(0),
          .whole(
            .line(
              x: angles.map { edge * .cos($0) }, y: angles.map { edge * .sin($0) }, color: .black,
              style: LineStyle(width: 1.5, pattern: .dashed), column: "edge")),
        ]
          + paths.map { factor, path in
            .trajectory(
              x: path.map(\.u), y: path.map(\.v), color: color(factor), style: style(factor), dots: true,
              column: "v at \(name(factor))")
          }),
      Panel(
        "the loss", x: Axis("step", range: 0...Double(steps)),
        y: Axis("loss ½(uv)²", scale: .log, range: 1e-8...1e4), legend: .below,
        marks: paths.map { factor, path in
          .line(
            x: path.indices.map(Double.init), y: path.map(\.loss), label: name(factor), color: color(factor),
            style: style(factor))
        }),
    ])
}

/// λη/2 and the loss of the tanh network by step: the first seed in full, the other seeds thin.
func edgeFigure(_ trials: Trials<Double, EdgeRun>, loss kind: NetworkLoss) -> Figure {
  let colors: [Color] = [.blue, .vermilion]
  let rates = trials.arms
  func lines(_ place: Int) -> [Mark] {
    trials.seeds.indices.reversed().map { index in
      let run = trials[rates[place]].all[index]
      return .line(
        x: run.edgeRatios.indices.map { Double($0 * EdgeRun.interval) }, y: run.edgeRatios,
        label: index == 0 ? "η = \(plain(rates[place]))" : nil, color: colors[place],
        style: index == 0 ? .solid : LineStyle(width: 0.7, opacity: 0.5),
        column: "λη/2 at η \(plain(rates[place])) seed \(trials.seeds[index])")
    }
  }
  let losses = rates.indices.map { place in
    let losses = trials[rates[place]].all[0].run.losses
    return Mark.line(
      x: losses.indices.map(Double.init), y: losses, label: "η = \(plain(rates[place]))", color: colors[place],
      style: LineStyle(width: 1), column: "loss at η \(plain(rates[place]))")
  }
  let starts = rates.map { trials[$0].all[0] }
  let isSettled = rates.allSatisfy { rate in trials[rate].all.allSatisfy { abs($0.settled - 1) < 0.05 } }
  let fromBothSides = starts.contains { $0.first < 1 } && starts.contains { $0.first > 1 }
  return Figure(
    "edge",
    title: isSettled && fromBothSides
      ? "From below and from above, the curvature comes to 2/η; the loss falls in jolts"
      : "Curvature and loss of the tanh network, trained with \(kind.words)", columns: 2,
    panels: [
      Panel(
        "the curvature: λη/2", x: Axis("step"), y: Axis("λη/2", minimum: nil, maximum: 2), legend: .none,
        marks: rates.indices.flatMap(lines) + [.horizontal(1, color: .black, style: .dashed)]),
      Panel(
        "the loss", x: Axis("step"), y: Axis("loss L", scale: .log, minimum: nil, maximum: 2 * starts[0].run.losses[0]),
        marks: losses),
    ])
}

/// The highest loss and the last by learning rate in units of 2/λ₀, for four models; a line ends where a run diverged.
func modelsFigure(_ sweep: Sweep<Arm, Run>) -> Figure {
  func panel(_ arm: Arm, _ end: String, _ range: ClosedRange<Double>, _ more: [Mark]) -> Panel {
    let ends = Array(sweep.curve(arm, \.last).prefix { !$0.mean.isNaN })
    return Panel(
      "\(end): \(arm.rawValue)", x: Axis("η in units of 2/λ₀", scale: .log), y: Axis("loss", scale: .log, range: range),
      legend: .below,
      marks: [
        .summaries(
          x: arm.factors, sweep.curve(arm, \.highest), label: "highest loss on the way", color: .vermilion,
          column: "\(arm.rawValue) highest"),
        .summaries(
          x: Array(arm.factors.prefix(ends.count)), ends, label: "last loss", color: .blue,
          column: "\(arm.rawValue) last"),
        .vertical(0.5, label: "1/λ₀", color: .green, style: LineStyle(width: 2)), .vertical(1, label: "2/λ₀"),
      ] + more)
  }
  return Figure(
    "models", title: "Beyond 2/λ₀: a cliff, a later cliff, a detour, a plateau. 1/λ₀ trains all four", columns: 2,
    panels: [
      panel(.linear, "a cliff", 0.05...1e4, []),
      panel(.tanh, "a later cliff", 0.05...1e4, [.vertical(2, label: "4/λ₀")]),
      panel(.softmax, "a detour", 1e-7...1e4, []),
      panel(
        .relu, "a plateau", 0.05...1e4,
        [.horizontal(.log(10), label: "ln 10", color: .black, style: .dashed)]),
    ])
}
