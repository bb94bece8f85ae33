import Descent
import Gnuplot
import Notebook
import Numerics

extension Color {
  /// AMSGrad, and Adam with an ε that is large enough.
  fileprivate static let amsGrad = Color.sky
  fileprivate static let largeEpsilon = Color.rmsProp
}

/// The descent into the bowl beside what it is divided by.
func bowlFigure(_ study: BowlStudy) -> Figure {
  let (main, limit) = (study.main, study.main.bowl.limit(of: study.adam))
  let (marks, width) = (main.landmarks, max(1, study.steps / 800))
  let runs: [(run: BowlRun, label: String, color: Color)] = [
    (study.amsGrad, "AMSGrad", .amsGrad),
    (study.aboveLimit, "ε = \(significant(study.aboveLimit.adam.epsilon, 3))", .largeEpsilon),
    (main, "Adam", .adam),
  ]
  func layers(_ series: (BowlRun) -> [Double]) -> [Mark] {
    runs.map { run, label, color in
      let blocks = largest(ofEach: width, in: series(run))
      return .line(x: blocks.steps, y: blocks.values, label: label, color: color)
    }
  }
  var (weight, divisor) = (layers(\.distances), layers { [$0.divisors[0]] + $0.divisors })
  divisor.append(.horizontal(limit, label: "ηλ/\(fixed(study.adam.learningRate / limit, 0))"))
  if let settled = marks.settled {
    let end = Double(min(study.steps, Int(min(main.forecast ?? .infinity, 1e9))))
    let height = BowlRun.envelope(of: main.distances)[settled]
    weight.append(
      .curve(over: Double(settled)...max(end, Double(settled + 1)), label: "left: √β₁ a step", column: "fall") {
        height * .exp(($0 - Double(settled)) / 2 * .log(study.adam.beta1))
      })
    divisor.append(
      .curve(over: Double(settled)...max(end, Double(settled + 1)), label: "right: √β₂ a step", column: "forecast") {
        main.forecastDivisor(at: $0) ?? .nan
      })
  }
  if let forecast = main.forecast, forecast < Double(study.steps) {
    weight.append(.vertical(forecast, label: "forecast"))
    divisor.append(.vertical(forecast, label: "forecast"))
  }
  let lowest = main.distances.dropFirst().min() ?? 1
  let title =
    marks.settled == nil
    ? "Adam does not settle within \(grouped(study.steps)) steps"
    : marks.burst == nil
      ? "Adam settles, and does not burst within \(grouped(study.steps)) steps"
      : "Adam turns round when its divisor has shrunk to the limit, as foretold"
  return Figure(
    "bowl",
    title: title,
    columns: 2,
    panels: [
      Panel(
        "distance from the minimum", x: Axis("step"),
        y: Axis("|w|", scale: .log, minimum: max(1e-300, lowest * 1e-12), maximum: 10), marks: weight),
      Panel(
        "what the steps are divided by", x: Axis("step"), y: Axis("√v̂ + ε", scale: .log), marks: divisor),
    ])
}

/// The excess loss on the tumours, and the curvature as Adam sees it.
func tumourFigure(_ study: TumourStudy) -> Figure {
  let rules: [(rule: TumourRule, color: Color)] = [
    (TumourRule(keepsLargest: true), .amsGrad), (TumourRule(epsilon: 4e-3), .largeEpsilon), (TumourRule(), .adam),
  ]
  let excess = rules.map { rule, color in
    let blocks = largest(ofEach: 25, in: study[rule][0].excess)
    return Mark.line(x: blocks.steps, y: blocks.values, label: rule.words, color: color)
  }
  let sharpness = study.adam.map { run in
    Mark.line(x: run.sharpnessSteps.map(Double.init), y: run.sharpness, color: .adam, style: .thin, column: "adam")
  }
  return Figure(
    "tumours",
    title: study.bursts(TumourRule()) == study.seeds.count
      ? "On real data, too, Adam climbs to the limit of stability, and bursts there"
      : "On real data Adam climbs towards the limit of stability",
    columns: 2,
    panels: [
      Panel(
        "seed \(study.seeds[0])", x: Axis("step"), y: Axis("loss − least loss", scale: .log), marks: excess),
      Panel(
        "Adam, \(study.seeds.count) seeds", x: Axis("step"), y: Axis("largest curvature times η, in Adam's units"),
        marks: sharpness + [
          .horizontal(
            TumourFit.limit, label: "limit \(fixed(TumourFit.limit, 0))", color: .black, style: .dashed)
        ]),
    ])
}

/// The steps after a large gradient: the first ones, and how long it takes until they are as long as before.
func spikeFigure(_ spikes: [Spike]) -> Figure {
  let colors: [Color] = [.gradientDescent, .momentum, .adam, .rmsProp]
  let count = 30_000
  let measured = spikes.map { $0.measured(steps: count) }
  let early = Array(0...80)
  let late = logarithmicPlaces(upTo: count - 1)
  func layers(_ places: [Int]) -> [Mark] {
    let x = places.map(Double.init)
    return spikes.indices.flatMap { index -> [Mark] in
      let (spike, name) = (spikes[index], "G = \(significant(spikes[index].size, 1))")
      return [
        .line(
          x: x, y: places.map { measured[index][$0] }, label: name, color: colors[index % colors.count],
          style: LineStyle(width: 4, opacity: 0.45)),
        .line(
          x: x, y: x.map(spike.step), color: .black, style: LineStyle(width: 1, pattern: .dashed), column: "theory"),
      ]
    }
  }
  let bound = spikes[0].stepBound
  return Figure(
    "spike",
    title: "A large gradient makes a few steps of at most \(fixed(bound, 1)) η, and then thousands of short ones",
    columns: 2,
    panels: [
      Panel(
        "the first steps", x: Axis("steps after the large gradient"), y: Axis("length of the step / η"),
        marks: layers(early) + [.horizontal(bound, label: "\(fixed(bound, 3))")]),
      Panel(
        "all of them", x: Axis("steps after the large gradient", scale: .log),
        y: Axis("length of the step / η"), marks: layers(late)),
    ])
}

/// Where Adam and AMSGrad go when large slopes are rare, and how that depends on Adam's memory.
func rareFigure(_ study: RareStudy) -> Figure {
  func periods(_ places: [Double]) -> (x: [Double], y: [Double]) {
    let chosen = logarithmicPlaces(upTo: places.count / 3)
    return (
      chosen.map { Double(3 * $0) }, chosen.map { (places[3 * $0 - 3] + places[3 * $0 - 2] + places[3 * $0 - 1]) / 3 }
    )
  }
  let (adam, amsGrad) = (periods(study.adam), periods(study.amsGrad))
  let place = Axis("x", range: -1.1...1.1)
  let isWrong = (adam.y.last ?? 0) > 0.5 && (amsGrad.y.last ?? 0) < -0.5
  return Figure(
    "rare-gradients",
    title: isWrong
      ? "Where large slopes are rare Adam walks to the worst place, 1, unless its memory is long"
      : "Where large slopes are rare Adam and AMSGrad part",
    columns: 2,
    panels: [
      Panel(
        "slope \(plain(RareStudy.slope)) every third step, else −1", x: Axis("step", scale: .log), y: place,
        .line(x: adam.x, y: adam.y, label: "Adam", color: .adam),
        .line(x: amsGrad.x, y: amsGrad.y, label: "AMSGrad", color: .amsGrad)),
      Panel(
        "slope 1010 every 101st step, else −10", x: Axis("memory 1/(1 − β₂) in steps", scale: .log), y: place,
        .line(x: study.memories, y: study.adamPlaces, label: "Adam", color: .adam),
        .points(x: study.memories, y: study.adamPlaces, label: "Adam", color: .adam),
        .line(x: study.memories, y: study.amsGradPlaces, label: "AMSGrad", color: .amsGrad),
        .points(x: study.memories, y: study.amsGradPlaces, label: "AMSGrad", color: .amsGrad),
        .vertical(
          study.criticalMemory, label: "theory: \(grouped(Int(study.criticalMemory.rounded())))", color: .black,
          style: .dashed)
      ),
    ])
}

/// The largest of each few values, at the middle of their steps: fewer points, and no burst is lost.
private func largest(ofEach width: Int, in values: [Double]) -> (steps: [Double], values: [Double]) {
  let starts = stride(from: 0, to: values.count, by: width)
  return (
    starts.map { Double($0) + Double(width - 1) / 2 },
    starts.map { start in values[start..<min(start + width, values.count)].max() ?? .nan }
  )
}
