import Descent
import Experiments
import Gnuplot
import Notebook
import Numerics

extension Color {
  /// AMSGrad, and Adam with an ε that is large enough.
  fileprivate static let amsGrad = Color.sky
  fileprivate static let largeEpsilon = Color.orange
}

/// The descent into the bowl beside the curvature in Adam's units.
func bowlFigure(_ bowl: Lesson11.Bowl) -> Figure {
  let main = bowl.main
  let (steps, limit) = (main.divisors.count, stabilityLimit(beta1: main.adam.beta1))
  func marks(_ series: (BowlRun) -> [Double]) -> [Mark] {
    let arms: [(BowlRun, String, Color)] = [
      (bowl.amsGrad, "AMSGrad", .amsGrad), (bowl.epsilonAbove, "ε above ηλ/38", .largeEpsilon), (main, "Adam", .adam),
    ]
    return arms.map { run, label, color in
      let blocks = largest(ofEach: max(1, steps / 800), in: series(run))
      return .line(x: blocks.places, y: blocks.values, label: label, color: color)
    }
  }
  var (weight, curvature) = (
    marks(\.distances), marks { run in run.divisors.map { run.adam.learningRate / $0 } }
  )
  curvature.append(.horizontal(limit, label: fixed(limit, 0), color: .black, style: .dotted))
  if let settled = main.settled, main.turning != nil {
    let end = max(settled + 1, min(steps, main.prediction.map { Int($0) } ?? steps))
    let height = BowlRun.envelope(of: main.distances)[settled]
    weight.append(
      .curve(over: Double(settled)...Double(end), column: "fall") {
        height * .exp(($0 - Double(settled)) / 2 * .log(main.adam.beta1))
      })
    curvature.append(
      .curve(over: Double(settled)...Double(end), column: "growth") { step in
        let forgotten = (main.meanSquares[settled - 1] * Double.pow(main.adam.beta2, step - Double(settled)))
          .squareRoot()
        return main.adam.learningRate / (forgotten + main.adam.epsilon)
      })
  }
  let lowest = main.distances.dropFirst().min() ?? 1
  let title =
    main.turning == nil
    ? "Adam does not \(main.settled == nil ? "settle" : "turn back") within \(grouped(steps)) steps"
    : "Adam turns back when its curvature has grown to \(fixed(limit, 0))"
  return Figure(
    "bowl", title: title, columns: 2,
    panels: [
      Panel(
        "distance from the minimum", x: Axis("step"),
        y: Axis("|w|", scale: .log, minimum: max(1e-300, lowest * 1e-12), maximum: 10), marks: weight),
      Panel(
        "the curvature in Adam's units", x: Axis("step"), y: Axis("ηλ / (√v̂ + ε)", scale: .log), marks: curvature),
    ])
}

/// The curvature as Adam sees it on the tumours, and the excess loss.
func tumourFigure(_ fit: TumourFit, _ trials: Trials<TumourArm, TumourRun>) -> Figure {
  let arms: [(arm: TumourArm, color: Color)] = [
    (.amsGrad, .amsGrad), (TumourArm(epsilon: 0.004), .largeEpsilon), (.adam, .adam),
  ]
  let curvature = arms.flatMap { arm, color in
    trials[arm].all.map { run -> Mark in
      let steps = run.curvature.indices.map { Double(($0 + 1) * TumourFit.interval) }
      return .line(
        x: steps, y: run.curvature, label: arm.words, color: color, style: LineStyle(width: 1, opacity: 0.6))
    }
  }
  let excess = arms.map { arm, color in
    let blocks = largest(ofEach: 25, in: trials[arm].all[0].excess)
    return Mark.line(x: blocks.places, y: blocks.values, label: arm.words, color: color, style: LineStyle(width: 1.5))
  }
  let limit = stabilityLimit(beta1: 0.9)
  return Figure(
    "tumours",
    title: "Real data: Adam climbs to \(fixed(limit, 0)) and bursts, too little to matter",
    columns: 2,
    panels: [
      Panel(
        "\(trials.seeds.count) starts", x: Axis("step"), y: Axis("curvature in Adam's units", minimum: 0, maximum: nil),
        marks: curvature + [.horizontal(limit, label: fixed(limit, 0), color: .black, style: .dashed)]),
      Panel(
        "the first of them", x: Axis("step"), y: Axis("loss − least loss", scale: .log),
        marks: excess + [.horizontal(fit.leastLoss, label: "least loss", color: .black, style: .dotted)]),
    ])
}

/// Where Adam and AMSGrad go when large slopes are rare, and how that depends on Adam's memory.
func rareFigure(_ runs: [RareRun], critical: Double) -> Figure {
  let (memories, adam) = (runs.map(\.memory), runs.map(\.adam))
  return Figure(
    "rare-gradients", title: "A short memory of rare, large gradients leads to the worst place",
    proportion: 0.5,
    Panel(
      x: Axis("memory 1/(1 − β₂)", unit: "steps", scale: .log),
      y: Axis("mean place x (worst 1, best −1)", range: -1.1...1.1),
      .line(x: memories, y: runs.map(\.amsGrad), label: "AMSGrad", color: .amsGrad),
      .line(x: memories, y: adam, label: "Adam", color: .adam),
      .points(x: memories, y: adam, label: "Adam", color: .adam),
      .vertical(critical, label: "theory: \(grouped(Int(critical.rounded())))", color: .black, style: .dashed)))
}
