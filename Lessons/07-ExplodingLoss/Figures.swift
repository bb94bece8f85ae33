import Datasets
import Descent
import Gnuplot
import Notebook

/// The loss of the linear regression by step, for learning rates on both sides of 2/λ, with the closed form.
func thresholdFigure(_ study: RegressionStudy, factor: Double, steps: Int = 150) -> Figure {
  let colors: [Double: Color] = [0.5: .grey, 0.98: .gradientDescent, 1.02: .nesterov, 1.1: .rmsProp, 1.5: .momentum]
  let runs =
    colors.keys.sorted().map { ($0, study.linear(atFactor: $0), colors[$0, default: .black]) }
    + (colors[factor] == nil ? [(factor, study.chosen, Color.adam)] : [])
  let x = (0...steps).map(Double.init)
  let measured = runs.map { factor, run, color in
    Mark.line(
      x: Array(x.prefix(run.losses.count)), y: Array(run.losses.prefix(steps + 1)), label: "\(plain(factor)) · 2/λ",
      color: color)
  }
  let theory = runs.filter { $0.0 > 1 }.map { factor, _, _ in
    let y = x.indices.map { study.mode.loss(atFactor: factor, after: $0) }
    return Mark.line(
      x: x, y: y, color: .black, style: .dashed, column: "closed form \(plain(factor))")
  }
  return Figure(
    "threshold", title: "Above 2/λ the loss of linear regression grows, as fast as the closed form says",
    Panel(
      x: Axis("step"), y: Axis("loss L", scale: .log, range: 1e-2...1e10), marks: measured + theory))
}

/// The two weights at three learning rates: the loss, and the curvature in units of the edge.
func catapultFigure(_ weights: TwoWeights, factors: [Double], steps: Int = 24) -> Figure {
  let colors: [Color] = [.gradientDescent, .adam, .momentum, .rmsProp]
  let x = (0...steps).map(Double.init)
  func layers(_ value: (TwoWeights, Double) -> Double) -> [Mark] {
    zip(factors, colors).map { factor, color in
      let path = weights.descend(atFactor: factor, steps: steps)
      let rate = factor * 2 / weights.curvature
      return .line(x: x, y: path.map { value($0, rate) }, label: "\(plain(factor)) · 2/λ₀", color: color)
    }
  }
  return Figure(
    "catapult", title: "Between 2/λ₀ and 4/λ₀ the loss rises until the curvature has given way", columns: 2,
    panels: [
      Panel(
        "the loss", x: Axis("step"), y: Axis("loss ½(uv)²", scale: .log, range: 1e-8...1e4),
        marks: layers { weights, _ in weights.loss }),
      Panel(
        "the curvature", x: Axis("step"), y: Axis("curvature in units of 2/η", range: 0...3),
        marks: layers { weights, rate in weights.curvature * rate / 2 }
          + [
            .horizontal(1, label: "2/η", color: .black, style: .dashed),
            .horizontal(2, label: "4/η", color: .black, style: .dashed),
          ]),
    ])
}

/// Sharpness and loss of the tanh network by step: the first seed in full, the other seeds pale.
func edgeFigure(_ study: Study, loss kind: NetworkLoss) -> Figure {
  let colors: [Color] = [.gradientDescent, .momentum, .adam]
  let (rates, first) = (study.learningRates, study.edges[0].long)
  let measured = study.edges.flatMap { $0.long.flatMap(\.sharpness) }.filter(\.isFinite)
  // A run on the brink of divergence may have a spike that would press all the rest to the ground.
  let sharpestStart = study.edges.map(\.firstSharpness).max() ?? 1
  let highest = min(measured.max() ?? 1, max(1.5 * sharpestStart, 4 * Summary(of: measured).median))
  let highestLoss = first.filter(\.isComplete).map(\.run.highest).max()
  func column(_ quantity: String, _ run: EdgeRun, _ seed: UInt64) -> String {
    "\(quantity) η \(plain(run.run.learningRate)) seed \(seed)"
  }
  let pale = zip(study.seeds, study.edges).dropFirst().flatMap { seed, edges in
    zip(edges.long, colors).map { run, color in
      Mark.line(x: run.steps, y: run.sharpness, color: color, style: .thin, column: column("sharpness", run, seed))
    }
  }
  let sharpness = zip(first, colors).map { run, color in
    Mark.line(
      x: run.steps, y: run.sharpness, label: "η = \(plain(run.run.learningRate))", color: color,
      column: column("sharpness", run, study.seeds[0]))
  }
  let edges = zip(first, colors).filter { $0.0.edge < 1.2 * highest }.map { run, color in
    Mark.horizontal(run.edge, color: color, style: .dashed)
  }
  let losses = zip(first, colors).map { run, color in
    Mark.line(
      x: run.run.losses.indices.map(Double.init), y: run.run.losses, label: "η = \(plain(run.run.learningRate))",
      color: color, style: LineStyle(width: 1), column: column("loss", run, study.seeds[0]))
  }
  let settled = rates.contains { rate in
    study.long(rate) { abs($0.settled - 1) < 0.1 && $0.run.last < 0.2 * $0.run.losses[0] }.allSatisfy { $0 }
  }
  return Figure(
    "edge",
    title: settled
      ? "Given time, the sharpness comes to 2/η and stays there, while the loss goes on falling"
      : "Sharpness and loss of the tanh network, trained with \(kind.words)",
    columns: 2,
    panels: [
      Panel(
        "sharpness, dashed 2/η", x: Axis("step"), y: Axis("largest eigenvalue λ", range: 0...1.05 * highest),
        marks: pale + sharpness + edges),
      Panel(
        "loss", x: Axis("step"), y: Axis("loss L", scale: .log, minimum: nil, maximum: highestLoss), marks: losses),
    ])
}

/// The highest loss and the last, by learning rate, for four models.
func modelsFigure(_ study: Study, loss kind: NetworkLoss) -> Figure {
  let ceiling = 1e5
  func layers(_ model: String, _ x: [Double], _ highest: [[Double]], _ last: [[Double]]) -> [Mark] {
    [("highest loss", highest, Color.momentum), ("last loss", last, .gradientDescent)].flatMap {
      label, series, color -> [Mark] in
      let column = "\(model) \(label)"
      // A loss that has exploded leaves the panel at its upper edge.
      let summary = SeriesSummary(of: series.map { $0.map { $0 < ceiling ? $0 : ceiling } })
      return [
        .band(x: x, lower: summary.minimum, upper: summary.maximum, label: label, color: color, column: column),
        .line(x: x, y: summary.median, label: label, color: color, column: column),
        .points(x: x, y: summary.median, label: label, color: color, size: 0.7, column: column),
      ]
    }
  }
  let loss = Axis("loss", scale: .log, range: 1e-5...1e4)
  let units = Axis("learning rate in units of 2/λ₀", scale: .log)
  let (regressions, mode) = (study.regressions, study.regressions[0].mode)
  let perRate = Summary(of: regressions.map { $0.highestLossPerRate * 2 / $0.softmaxCurvature }).mean
  let linear = Panel(
    "linear regression, squared error", x: units, y: loss,
    marks: layers(
      "linear", RegressionStudy.linearFactors, regressions.map { $0.linear.map(\.highest) },
      regressions.map { $0.linear.map(\.last) })
      + [
        .curve(over: 1...1.03, column: "closed form") { mode.loss(atFactor: $0, after: RegressionStudy.steps) },
        .vertical(1, label: "2/λ₀"),
      ])
  let softmax = Panel(
    "softmax regression, cross-entropy", x: units, y: loss,
    marks: layers(
      "softmax", RegressionStudy.softmaxFactors, regressions.map { $0.softmax.map(\.highest) },
      regressions.map { $0.softmax.map(\.last) })
      + [.curve(over: 1...200, column: "perceptron") { perRate * $0 }, .vertical(1, label: "2/λ₀")])
  func ends(_ value: (Run) -> Double) -> [[Double]] {
    study.edges.map { $0.short.map { $0.isComplete ? value($0.run) : .infinity } }
  }
  let tanh = Panel(
    "tanh network, \(kind.words)", x: units, y: loss,
    marks: layers("tanh", EdgeStudy.factors, ends(\.highest), ends(\.last))
      + [.vertical(1, label: "2/λ₀")] + (kind == .squared ? [.vertical(2, label: "4/λ₀")] : []))
  let relu = Panel(
    "ReLU network, cross-entropy", x: Axis("learning rate η", scale: .log), y: loss,
    marks: layers(
      "relu", ReluStudy.learningRates, study.relus.map { $0.crossEntropy.map(\.run.highest) },
      study.relus.map { $0.crossEntropy.map(\.lastEpoch) })
      + [.horizontal(.log(Double(Digits.classCount)), label: "ln 10", color: .black, style: .dashed)])
  return Figure(
    "models",
    title: kind == .squared
      ? "Too large a learning rate: a cliff, a later cliff, a detour or a plateau"
      : "Too large a learning rate is something else for each model", columns: 2, shared: .y,
    panels: [linear, tanh, softmax, relu])
}
