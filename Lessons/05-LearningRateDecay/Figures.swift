import Descent
import Experiments
import Gnuplot
import Notebook

extension Arm {
  /// The colour of the rule, the same in every figure of the lesson.
  var color: Color {
    switch self {
    case .constant: .blue
    case .everyEpoch: .sky
    case .staircase: .orange
    case .cosine: .black
    }
  }
}

/// The mean square of the estimate, by step, with its closed form.
func noiseFigure(_ trials: Trials<Estimator, [Double]>) -> Figure {
  let colors: [Estimator: Color] = [.constant: .blue, .small: .grey, .staircase: .orange, .runningMean: .sky]
  let places = logarithmicPlaces(upTo: Estimator.steps)
  func values(_ series: [Double]) -> [Double] { places.map { series[$0] } }
  let steps = places.map(Double.init)
  let measured = Estimator.allCases.map { estimator in
    Mark.line(
      x: steps, y: values(SeriesSummary(of: trials[estimator].all).mean), label: estimator.rawValue,
      color: colors[estimator], style: .thick)
  }
  let theory = Estimator.allCases.map { estimator in
    Mark.line(
      x: steps, y: values(expectedSquares(estimator.schedule, from: Estimator.start, steps: Estimator.steps)),
      color: .black, style: LineStyle(width: 1, pattern: .dashed), column: "theory \(estimator.rawValue)")
  }
  return Figure(
    "noise-floor", title: "A constant rate comes down to its noise floor and no further",
    Panel(x: Axis("step t", scale: .log), y: Axis("mean square of w", scale: .log), marks: measured + theory))
}

/// The rules by epoch, and the loss under each from a rate that is too high and from one that is low.
func epochsFigure(_ sweep: Sweep<Arm, Run>, low: Double, high: Double) -> Figure {
  let epochs = sweep[.constant, high].all[0].epochLosses.count
  let x = (0..<epochs).map(Double.init)
  let rules = Arm.allCases.map { arm in
    Mark.steps(x: x, y: arm.schedule(from: 1, epochs: epochs).rates(epochs), label: arm.rawValue, color: arm.color)
  }
  func losses(_ rate: Double, _ arms: [Arm]) -> [Mark] {
    arms.map { arm in
      .line(
        x: x, y: sweep[arm, rate].epochLosses.mean, label: arm.rawValue, color: arm.color,
        column: "\(arm.rawValue) from \(rate)")
    }
  }
  return Figure(
    "epochs",
    title: isRescued(sweep, at: high)
      ? "Where the constant rate goes flat, each step down lowers the loss"
      : "The loss under four rules, from a high first rate and from a low one",
    columns: 3,
    panels: [
      Panel(
        "the rules", x: Axis("epoch e"), y: Axis("rate / first rate", minimum: 0, maximum: nil), legend: .below,
        marks: rules),
      Panel(
        "from \(plain(high))", x: Axis("epoch e"), y: Axis("training loss", scale: .log), legend: .below,
        marks: losses(high, Arm.allCases)),
      Panel(
        "from \(plain(low))", x: Axis("epoch e"), y: Axis("training loss", scale: .log), legend: .below,
        marks: losses(low, Arm.allCases)),
    ])
}

/// Training loss and test error on the digits against the first rate.
func ratesFigure(_ sweep: Sweep<Arm, Run>, high: Double) -> Figure {
  let rates = sweep.rates[.constant] ?? []
  func panel(_ y: Axis, _ property: @escaping (Run) -> Double) -> Panel {
    Panel(
      x: Axis("first learning rate", scale: .log, ticks: rates.map { .init($0, plain($0)) }), y: y, legend: .below,
      marks: Arm.allCases.map { arm in
        .line(
          x: rates, y: sweep.curve(arm, property).map(\.mean), label: arm.rawValue, color: arm.color,
          column: "\(y.label) \(arm.rawValue)")
      }
        + Arm.allCases.map { arm in
          .points(
            x: rates, y: sweep.curve(arm, property).map(\.mean), label: arm.rawValue, color: arm.color,
            column: "\(y.label) \(arm.rawValue)")
        })
  }
  return Figure(
    "rates",
    title: isRescued(sweep, at: high) ? "Decay rescues a first rate that is too high" : "What each first rate comes to",
    columns: 2,
    panels: [
      panel(Axis("training loss", scale: .log)) { $0.loss },
      panel(Axis("test error", unit: "%", scale: .log)) { 100 - $0.accuracy },
    ])
}

/// The cost on the moons over the sum of the rates, and whether that sum decides it.
func moonsFigure(
  _ trials: Trials<Recipe, MoonsRun>, _ schedules: [Recipe: any Schedule], rate: Double, sumDecides: Bool
) -> Figure {
  let lines: [(recipe: Recipe, label: String, color: Color)] = [
    (.constant, "constant \(plain(rate))", .blue), (.decayed, "staircase", .orange),
    (.everyEpoch, "1/(1 + e)", .sky), (.small, "constant \(plain(Recipe.smallRate))", .grey),
  ]
  let epochs = trials[.constant].all[0].costs.count - 1
  let places = logarithmicPlaces(upTo: epochs, density: 100)
  // The runs lie on one another: the first is drawn wide, and dots show where each ends.
  let marks = lines.enumerated().flatMap { index, line -> [Mark] in
    let travel = (schedules[line.recipe] ?? ConstantRate(rate)).travel(epochs)
    let costs = SeriesSummary(of: trials[line.recipe].all.map(\.costs)).median
    let style = LineStyle(width: index == 0 ? 6 : 2, opacity: index == 0 ? 0.35 : 1)
    return [
      .line(
        x: places.map { travel[$0] }, y: places.map { costs[$0] }, label: line.label, color: line.color, style: style),
      .points(
        x: [travel[epochs]], y: [costs[epochs]], label: line.label, color: line.color, size: 1.4,
        column: "\(line.recipe) end"),
    ]
  }
  return Figure(
    "moons",
    title: sumDecides
      ? "On the moons the sum of the rates decides how far a run comes"
      : "The cost on the moons over the sum of the rates",
    Panel(
      x: Axis("sum of the rates so far, Σα", scale: .log), y: Axis("median cost", minimum: 0, maximum: nil),
      legend: .inside(.topRight), marks: marks))
}
