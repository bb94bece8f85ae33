import Descent
import Experiments
import Gnuplot
import Notebook

private let colors: [Rule: Color] = [.linear: .blue, .squareRoot: .green, .fixed: .vermilion]
private let dashed = LineStyle(width: 1, pattern: .dashed)

private func batchAxis(_ sizes: [Int]) -> Axis {
  Axis("batch size B", scale: .log, ticks: sizes.map { .init(Double($0), "\($0)") })
}

/// What is read after the same epochs, against the batch size, under each rule.
func rulesFigure(_ trials: Trials<Arm, Run>, keeps: Bool) -> Figure {
  let marks = Rule.allCases.reversed().map { rule in
    let runs = Arm.batchSizes.map { size in
      trials[size == Arm.small.batchSize ? .small : Arm(rule: rule, batchSize: size)].accuracy
    }
    return Mark.summaries(
      x: Arm.batchSizes.map(Double.init), runs, label: "\(rule.rawValue) rate", color: colors[rule], style: .thick)
  }
  return Figure(
    "rules",
    title: keeps
      ? "With the rate scaled, 16 workers read like one"
      : "The same epochs, by batch size and rule for the rate",
    Panel(
      x: batchAxis(Arm.batchSizes), y: Axis("test digits read", unit: "%", range: 0...100),
      marks: [.horizontal(trials[.small].accuracy.mean, style: dashed)] + marks))
}

/// What is read by updates, and by samples seen, under the linear rule.
func progressFigure(_ trials: Trials<Arm, Run>, _ arms: [Arm], keeps: Bool) -> Figure {
  func panel(_ label: String, times: (Arm) -> Int) -> Panel {
    Panel(
      x: Axis(label, scale: .log), y: Axis("test digits read", unit: "%", range: 0...100), legend: .below,
      marks: arms.indices.map { index in
        let arm = arms[index]
        return .line(
          x: arm.places.map { Double($0 * times(arm)) }, y: trials[arm].accuracies.mean,
          label: arm.workers == 1 ? "1 worker" : "\(arm.workers) workers",
          color: [.black, .sky, .blue, .purple][index], column: "\(label) \(arm.workers)")
      })
  }
  return Figure(
    "progress", title: keeps ? "More workers save updates, not samples" : "By updates and samples", columns: 2,
    shared: .y,
    panels: [panel("updates", times: { _ in 1 }), panel("samples seen", times: { $0.batchSize })])
}

/// The noise scale along a run, and the steps to a loss against the batch size with the law that it predicts.
func noiseFigure(
  _ noise: Runs<NoiseRun>, _ way: NoiseWay, _ race: TunedTrials<Int, Race>, _ law: StepsLaw, target: Double
) -> Figure {
  let singles = noise.all.prefix(3).flatMap { run in
    run.small.indices.map { NoiseRun.scale(run.small[$0...$0], run.large[$0...$0]) }
  }
  let x = singles.indices.map { Double($0 % noise.small.mean.count + 1) }
  let sizes = Race.batchSizes.filter { race[$0].steps.median.isFinite }
  let (first, last) = (Double(sizes[0]), Double(sizes[sizes.count - 1]))
  return Figure(
    "noise", title: "The noise scale says how large a batch still saves steps", columns: 2,
    panels: [
      Panel(
        "noise scale along a run", x: Axis("step"), y: Axis("tr Σ / |G|²", scale: .log, range: 5...2000),
        legend: .below,
        .points(x: x, y: singles, label: "single steps", color: .grey, size: 0.6, column: "single"),
        .line(x: way.steps, y: way.scales, label: "ratio of averages", color: .blue, style: .thick, column: "averages"),
        .horizontal(way.scale, label: fixed(way.scale, 0), color: .blue, style: dashed)),
      Panel(
        "steps to a loss of \(plain(target))", x: batchAxis(Race.batchSizes), y: Axis("steps", scale: .log),
        legend: .below,
        .line(
          x: [first, last], y: [law(first), law(first) * first / last], label: "1/B", color: .grey, style: dashed,
          column: "inverse"),
        .curve(over: first...last, label: "S∞ (1 + B*/B)", color: .black, style: dashed, column: "law") { law($0) },
        .points(
          x: sizes.map(Double.init), y: sizes.map { race[$0].steps.median }, label: "measured", color: .blue, size: 1.3,
          column: "steps"),
        .vertical(way.scale, label: "noise scale", color: .blue, style: dashed)),
    ])
}
