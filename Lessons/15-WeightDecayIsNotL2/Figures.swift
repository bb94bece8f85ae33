import Experiments
import Gnuplot
import Notebook
import Numerics

extension Rule {
  /// The same colour in every figure of this lesson.
  var color: Color { self == .penalty ? .adam : .blue }
}

/// What is left of each pixel's weights while the first seed trains, for three strengths by either rule.
func filmFigure(_ sweep: Sweep<Arm, Run>, _ penalty: Arm, _ decay: Arm, _ strengths: [Double], goOut: Bool) -> Figure {
  let panels = [penalty, decay].flatMap { arm in
    strengths.map { strength in
      let pixels = sweep[arm, strength].all[0].pixels
      let side = (0..<8).map(Double.init)
      return Panel(
        "\(arm.rule.rawValue), λ = \(plain(strength))", x: Axis("", ticks: []), y: Axis("", ticks: []), aspect: .equal,
        .frames(Run.places.count) { frame in
          // Rows of a map count from below, rows of pixels from above.
          let rows = (0..<8).reversed().map { row in Array(pixels[frame - 1][8 * row..<8 * row + 8]) }
          return [
            .heatMap(
              x: side, y: side, z: rows, range: 0...1, column: "share_\(frame)")
          ]
        })
    }
  }
  return Figure(
    "film",
    title: goOut
      ? "With L2 in Adam even λ = 10⁻⁶ puts out the weights of dark pixels"
      : "The weights of each pixel in training",
    columns: strengths.count, shared: .color,
    animation: Animation(
      frames: Run.places.count, secondsPerFrame: 0.25,
      captions: Run.places.map { "share of each pixel's weights that is left after \($0) steps" }),
    panels: panels)
}

/// What is left of single dark weights: under Adam with L2 against τ, under AdamW against the steps.
func curvesFigure(_ sweep: Sweep<Arm, Run>, _ penalty: Arm, _ decay: Arm) -> Figure {
  /// Every 16th dark weight at each place, as (step, weight, share).
  func seen(_ arm: Arm, _ strength: Double) -> [(step: Double, start: Double, share: Double)] {
    sweep[arm, strength].all[0].dark.enumerated().filter { $0.offset % 16 == 0 }.flatMap { _, weight in
      Run.places.indices.dropFirst().map { (Double(Run.places[$0]), weight.start, weight.shares[$0]) }
    }
  }
  let colors: [Double: Color] = [1e-6: .sky, 1e-4: .orange, 0.01: .purple, 1: .vermilion, 10: .green]
  let times = evenly(0...3, count: 61)
  let left = [1e-6, 1e-4, 0.01, 1].enumerated().map { index, strength -> Mark in
    let dots = seen(penalty, strength).filter { penalty.rate * $0.step / $0.start <= 3 }
    return .points(
      x: dots.map { penalty.rate * $0.step / $0.start }, y: dots.map(\.share), label: "λ = \(plain(strength))",
      color: colors[strength], size: 1.3 - 0.3 * Double(index), column: "penalty \(strength)")
  }
  let steps = Run.places.map(Double.init)
  let right = [1e-4, 0.01, 1, 10].flatMap { strength -> [Mark] in
    let dots = seen(decay, strength)
    return [
      .points(
        x: dots.map(\.step), y: dots.map(\.share), color: colors[strength], size: 0.7, column: "decay \(strength)"),
      .line(
        x: steps, y: Run.places.map { decayedShare(rate: decay.rate, weightDecay: strength, steps: $0) },
        label: "λ = \(plain(strength))", color: colors[strength], style: .dashed, column: "theory decay \(strength)"),
    ]
  }
  // At large rates weights overshoot zero. An infinite λ has the curve without ε.
  let isOneCurve = [1e-6, 1e-4, 0.01, 1].allSatisfy {
    sweep[penalty, $0].all[0].distanceFromTheory(rate: penalty.rate, weightDecay: .infinity) < 0.06
  }
  return Figure(
    "curves",
    title: isOneCurve
      ? "With L2 in Adam the dark weights follow one curve; in AdamW λ decides"
      : "Dark weights under Adam with L2 and under AdamW",
    columns: 2, shared: .y,
    panels: [
      Panel(
        "Adam with L2", x: Axis("time τ = ηt/|w₀|", range: 0...3), y: Axis("share left", range: 0...1.05),
        legend: .inside(.topRight),
        marks: left + [
          .line(x: times, y: fading(at: times, kappa: 0), label: "theory u(τ)", color: .black, style: .dashed)
        ]),
      Panel("AdamW", x: Axis("step t"), y: Axis("share left", range: 0...1.05), legend: .direct, marks: right),
    ])
}

/// What is left of the dark weights, and the test digits read, against λ.
func strengthFigure(_ sweep: Sweep<Arm, Run>, _ penalty: Arm, _ decay: Arm, best: [Arm]) -> Figure {
  func strengths(_ arm: Arm) -> [Double] { sweep.rates[arm, default: []].filter { $0 > 0 } }
  func summaries(_ arm: Arm, _ property: (Run) -> Double) -> [Summary] {
    strengths(arm).map { Summary(of: sweep[arm, $0].all.map(property)) }
  }
  let places = evenly(-10...1, count: 67).map { Double.pow(10, $0) }
  /// Theory as a line, and what was measured as points on it.
  func left(_ arm: Arm, _ share: (Double) -> Double) -> [Mark] {
    let (name, color) = (arm.rule.rawValue, arm.rule.color)
    return [
      .line(
        x: places, y: places.map(share), label: name, color: color, style: .dashed, column: "theory \(name)"),
      .points(x: strengths(arm), y: summaries(arm, \.darkShare).map(\.mean), color: color, column: name),
    ]
  }
  func ticks(_ exponents: [Int]) -> [Axis.Tick] { exponents.map { .init(.pow(10, $0), plain(.pow(10, $0))) } }
  let none = sweep[Arm(rule: .penalty, rate: best[0].rate), 0].accuracy.mean
  return Figure(
    "strength", title: "The same λ is strong as L2 in Adam and weak in AdamW", columns: 2,
    panels: [
      Panel(
        "dark weights", x: Axis("λ", scale: .log, range: 1e-10...10, ticks: ticks([-10, -8, -6, -4, -2, 0])),
        y: Axis("share left", range: 0...1.05), legend: .direct,
        marks: left(penalty) {
          fadedShare(rate: penalty.rate, weightDecay: $0, steps: Run.steps, deviation: 2.0.squareRoot() / 8)
        } + left(decay) { decayedShare(rate: decay.rate, weightDecay: $0, steps: Run.steps) }),
      Panel(
        "test digits, at the best rate", x: Axis("λ", scale: .log, range: 1e-3...3, ticks: ticks([-3, -2, -1, 0])),
        y: Axis("read", unit: "%", range: 40...100), legend: .direct,
        marks: best.map { arm in
          .summaries(
            x: strengths(arm), summaries(arm, \.accuracy), label: arm.rule.rawValue, color: arm.rule.color)
        } + [.horizontal(none, label: "no decay")]),
    ])
}
