import Experiments
import Gnuplot
import Notebook

extension Arm {
  /// The colour of a rate p, the same in every figure of the lesson.
  var color: Color {
    switch rate {
    case 0: .black
    case 0.1: .sky
    case 0.3: .blue
    default: .purple
    }
  }
}

/// The test error of a straight-line fit against p: dropout as measured, and ridge with λ = p/(1 − p).
func valleyFigure(_ runs: Runs<Valley>, measuredAt measured: [Double], theoryAt rates: [Double]) -> Figure {
  Figure(
    "ridge", title: "Dropout on the inputs of a linear model is ridge regression",
    Panel(
      x: Axis("share p of the inputs that are dropped", range: 0...0.9),
      y: Axis("test error (mean square)", scale: .log, ticks: [0.3, 0.5, 1, 2].map { .init($0, plain($0)) }),
      legend: .inside(.topRight),
      .line(x: rates, y: runs.curve.median, label: "ridge, λ = p/(1 − p)", color: .black, style: .dashed),
      .errorBars(
        x: measured, y: runs.dropout.median, lower: runs.dropout.minimum, upper: runs.dropout.maximum,
        label: "dropout, no penalty", color: .blue)))
}

/// Test digits read, and wrong labels learned by heart, against the steps, at several rates p.
func timeFigure(_ trials: Trials<Arm, Run>, _ arms: [Arm], title: String) -> Figure {
  let places = arms[0].places
  let hasWrongLabels = !trials[arms[0]].all[0].wrongLearned[0].isNaN
  let ends = [25, 100, 400, arms[0].steps].filter { $0 == arms[0].steps || 2 * $0 < arms[0].steps }
  func panel(_ title: String, _ y: Axis, _ series: KeyPath<Run, [Double]>) -> Panel {
    Panel(
      title, x: Axis("steps", scale: .log, ticks: ends.map { .init(Double($0), grouped($0)) }), y: y, legend: .direct,
      marks: arms.map { arm in
        .line(
          x: places.map(Double.init), y: trials[arm][dynamicMember: series].mean, label: "p = \(plain(arm.rate))",
          color: arm.color, style: .thick, column: "\(title) p = \(plain(arm.rate))")
      })
  }
  let reading = panel("test digits read", Axis("", unit: "%"), \.accuracies)
  return Figure(
    "time", title: title, columns: hasWrongLabels ? 2 : 1,
    animation: Animation(
      frames: places.count, secondsPerFrame: 0.2, captions: places.map { "after \(grouped($0)) steps" }),
    panels: hasWrongLabels
      ? [reading, panel("wrong labels learned by heart", Axis("", unit: "%", range: 0...100), \.wrongLearned)]
      : [reading])
}

/// Test digits read by networks of which a share of the hidden units, or of the pixels, is missing.
func damageFigure(_ trials: Trials<Arm, Run>, _ arms: [Arm], title: String) -> Figure {
  func panel(_ x: String, _ series: KeyPath<Run, [Double]>) -> Panel {
    Panel(
      x: Axis(x, unit: "%"), y: Axis("test digits read", unit: "%", range: 0...100), legend: .direct,
      marks: arms.map { arm in
        .summaries(
          x: Run.removed.map { 100 * $0 }, trials[arm][dynamicMember: series].places,
          label: "p = \(plain(arm.rate))", color: arm.color, column: "\(x) p = \(plain(arm.rate))")
      })
  }
  return Figure(
    "damage", title: title, columns: 2, shared: .y,
    panels: [panel("hidden units removed", \.withoutUnits), panel("pixels removed", \.withoutPixels)])
}
