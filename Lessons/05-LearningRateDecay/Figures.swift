import Descent
import Gnuplot
import Notebook

extension Color {
  /// Blue: the rate stays, as in plain gradient descent.
  static let constantRate = Color.gradientDescent
  /// Orange: the rate falls in stairs.
  static let staircase = Color.nesterov
  /// Sky blue: the rate falls as one over the time.
  static let inverseTime = Color.sky
  /// Purple: the compounding mistake.
  static let compounding = Color.rmsProp
}

/// The rules of the lesson, epoch by epoch.
func ratesFigure(rate: Double, rule: DecayRule, epochs: Int) -> Figure {
  // A staircase is drawn right when its edges are among the places; compounded, it falls in every epoch.
  let stairs = stride(from: rule.interval, to: epochs, by: rule.isCompounding ? 1 : rule.interval)
  let places = Set(logarithmicPlaces(upTo: epochs).map { $0 - 1 } + stairs).sorted()
  let x = places.map { Double($0 + 1) }
  func rates(_ schedule: some Schedule) -> [Double] { places.map { schedule($0) } }
  let lowest = rate * 1e-5
  /// The name of a rate that leaves the picture at the bottom, beside the place where it does.
  func name(_ text: String, at epoch: Int, _ height: Double, _ color: Color) -> Mark {
    .text(text, at: (x: Double(epoch) * 1.1, y: lowest * height), color: color.readable)
  }
  return Figure(
    "rates", title: "Decay what is decayed already, and the run is over in a handful of epochs",
    Panel(
      x: Axis("epoch, counted from 1", scale: .log),
      y: Axis("learning rate α", scale: .log, range: lowest...rate * 2),
      .line(x: x, y: rates(ConstantRate(rate)), label: "constant", color: .constantRate),
      .steps(
        x: x, y: rates(rule(from: rate)), label: rule.isCompounding ? nil : rule.name, color: .staircase,
        column: rule.name),
      .line(x: x, y: rates(CosineAnnealing(initial: rate, steps: epochs)), label: "cosine", color: .black),
      .line(x: x, y: rates(InverseTimeDecay(initial: rate, decay: 1)), label: "1/(1 + e)", color: .inverseTime),
      .steps(x: x, y: rates(CompoundingDecay(initial: rate, decay: 1)), color: .compounding, column: "compounding"),
      name("compounding", at: 9, 1.8, .compounding),
      // Within the first stair the compounding rule is the constant one, and its name would lie outside.
      .group(
        rule.isCompounding && rule.interval + 20 < epochs
          ? [name(rule.name, at: rule.interval + 20, 6, .staircase)] : [])))
}

/// The mean square of the estimate, by step, with its closed form.
func noiseFigure(_ study: NoiseStudy) -> Figure {
  let places = logarithmicPlaces(upTo: study.problem.steps)
  let steps = places.map(Double.init)
  let lines: [(Estimator, String, Color)] = [
    (.compounding, "compounding from 0.5", .compounding), (.constant, "constant 0.1", .constantRate),
    (.small, "constant 0.02", .grey), (.staircase, "staircase from 0.1", .staircase),
    (.runningMean, "1/(1 + t)", .inverseTime),
  ]
  func values(_ series: [Double]) -> [Double] { places.map { series[$0] } }
  return Figure(
    "noise-floor", title: "A constant rate comes down to its noise floor and no further",
    Panel(
      x: Axis("step t", scale: .log), y: Axis("mean square of w", scale: .log),
      marks: lines.map { estimator, label, color in
        .line(x: steps, y: values(study.measured(estimator)), label: label, color: color, style: .thick)
      }
        + lines.map { estimator, _, _ in
          .line(
            x: steps, y: values(study.expected(estimator)), color: .black, style: LineStyle(width: 1, pattern: .dashed),
            column: "theory_\(estimator.rawValue)")
        }))
}

/// The cost on the moons over the epochs, and over the sum of the rates.
func moonsFigure(_ study: MoonsStudy) -> Figure {
  let lines: [(recipe: Recipe, label: String, color: Color)] = [
    (.constant, "constant \(plain(study.rate))", .constantRate), (.decayed, study.rule.name, .staircase),
    (.everyEpoch, "1/(1 + e)", .inverseTime), (.compounding, "compounding", .compounding),
    (.small, "constant \(plain(Recipe.smallRate))", .grey),
  ]
  let places = [0] + logarithmicPlaces(upTo: study.epochs, density: 100)
  func costs(_ recipe: Recipe) -> [Double] {
    let costs = study.medianCosts(recipe)
    return places.map { costs[$0] }
  }
  let cost = Axis("median cost", minimum: 0, maximum: nil)
  let overEpochs = (lines + [(.adam, "Adam \(plain(Recipe.smallRate))", .adam)]).map { line in
    Mark.line(x: places.map(Double.init), y: costs(line.recipe), label: line.label, color: line.color)
  }
  // The runs lie on one another: the widest is drawn first, and dots show where each ends.
  let overTravel = lines.enumerated().flatMap { index, line -> [Mark] in
    let travel = study.schedule(line.recipe).travel(study.epochs)
    let costs = costs(line.recipe)
    let width = index == 0 ? 6 : 2.0
    return [
      .line(
        x: places.map { $0 == 0 ? .nan : travel[$0] }, y: costs, color: line.color,
        style: LineStyle(width: width, opacity: index == 0 ? 0.35 : 1), column: "\(line.recipe) over travel"),
      .points(
        x: [travel[study.epochs]], y: [costs[costs.count - 1]], color: line.color, size: 1.3,
        column: "\(line.recipe) end"),
    ]
  }
  return Figure(
    "moons", title: "Decay shortens the way: the cost depends on how far the rates add up", columns: 2, shared: .y,
    panels: [
      Panel("over the epochs", x: Axis("epoch", range: 0...Double(study.epochs)), y: cost, marks: overEpochs),
      Panel(
        "over the sum of the rates", x: Axis("sum of the rates so far, Σα", scale: .log), y: cost, marks: overTravel),
    ])
}

/// Training loss and test accuracy on the digits against the first rate.
func digitsFigure(_ study: DigitsStudy, plans: [Plan]) -> Figure {
  let colors: [Plan: Color] = [.constant: .constantRate, .everyEpoch: .inverseTime, .staircase: .staircase]
  func panel(_ y: Axis, _ summary: (Plan, Double) -> Summary) -> Panel {
    let summaries = plans.map { plan in study.rates.map { summary(plan, $0) } }
    let bands = zip(plans, summaries).map { plan, summaries in
      Mark.band(
        x: study.rates, lower: summaries.map(\.minimum), upper: summaries.map(\.maximum), color: colors[plan],
        column: "\(y.label) \(plan)")
    }
    let lines = zip(plans, summaries).map { plan, summaries in
      Mark.line(
        x: study.rates, y: summaries.map(\.mean), label: plan.rawValue, color: colors[plan],
        column: "\(y.label) \(plan)")
    }
    let x = Axis("first learning rate", scale: .log, ticks: study.rates.map { .init($0, plain($0)) })
    return Panel(x: x, y: y, marks: bands + lines)
  }
  return Figure(
    "digits", title: "Decay rescues a rate that is too high and costs at one that is low", columns: 2,
    panels: [
      panel(Axis("training loss", scale: .log), study.losses),
      panel(Axis("test accuracy", unit: "%", range: 80...100), study.accuracies),
    ])
}
