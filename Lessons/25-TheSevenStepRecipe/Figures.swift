import Descent
import Experiments
import Gnuplot
import Notebook

/// Theory on top of a measurement.
private let theory = LineStyle(width: 1, pattern: .dashed)

/// Which alarm rings for which program, with the median reading in each cell; and how many bugs were heard up to a step.
func alarmsFigure(_ trials: Trials<Mistake, Checkup>, title: String) -> Figure {
  let (alarms, bugs) = (Alarm.allCases, Array(trials.arms.reversed()))
  let (x, y) = (alarms.indices.map(Double.init), bugs.indices.map(Double.init))
  let shares = bugs.map { bug in alarms.map { alarm in trials.share(of: bug, ringing: alarm) } }
  let readings = bugs.indices.flatMap { row in
    alarms.indices.map { column in
      Mark.text(
        alarms[column].text(of: trials[bugs[row]]), at: (x[column], y[row]), color: .black, alignment: .center)
    }
  }
  let steps = Axis(
    "step of the recipe", range: -0.5...3.5, ticks: alarms.indices.map { .init(x[$0], alarms[$0].rawValue) })
  let heard = alarms.indices.map { last in
    Double(bugs.count { bug in bug != .none && alarms[...last].contains { trials.isHeard(bug, by: $0) } })
  }
  return Figure(
    "alarms", title: title, columns: 2, proportion: 1.1,
    panels: [
      Panel(
        "Red: the alarm rings", x: steps,
        y: Axis(
          "", range: -0.5...(Double(bugs.count) - 0.5), ticks: bugs.indices.map { .init(y[$0], bugs[$0].words) }),
        legend: .none,
        marks: [.heatMap(x: x, y: y, z: shares, range: -1...1, colors: .diverging, showsBar: false, column: "rings")]
          + readings),
      Panel(
        "Bugs heard so far", x: steps,
        y: Axis("", range: 0...9.5, ticks: [0, 3, 6, 9].map { .init($0, "\(Int($0))") }), legend: .none,
        marks: [.bars(x: x, y: heard, color: .vermilion, column: "heard")]
          + x.indices.map { .text("\(Int(heard[$0]))", at: (x[$0], heard[$0] / 2), color: .black, alignment: .center) }),
    ])
}

extension Alarm {
  /// The median of what the alarm sees; a run that broke sees more than any number.
  func text(of runs: Runs<Checkup>) -> String {
    func median(_ value: (Checkup) -> Double) -> Double {
      Summary(of: runs.all.map { value($0).isNaN ? .infinity : value($0) }).median
    }
    return switch self {
    case .firstLoss: reading(median(\.firstLoss), 2)
    case .smallSample: reading(median(\.sampleLoss), 3)
    case .hundredSteps: reading(median(\.hundredLoss), 2)
    case .newDigits: percent(median(\.accuracy), 0)
    }
  }
}

/// A loss in the width of a cell.
func reading(_ loss: Double, _ decimals: Int) -> String {
  !loss.isFinite ? "nan" : loss < 1000 ? fixed(loss, decimals) : significant(loss, 2)
}

/// Every program's loss while it learns 20 digits by heart.
func sampleFigure(_ trials: Trials<Mistake, Checkup>, chosen: Mistake) -> Figure {
  let colors: [Mistake: Color] = [
    .none: .black, .uncleared: .vermilion, .shuffledLabels: .blue, .doubleSoftmax: .purple, .frozen: .green,
  ]
  let steps = (1...Program.sampleSteps).map(Double.init)
  var marks: [Mark] = trials.arms.map { bug in
    .line(
      x: steps, y: trials[bug].sampleLosses.median, label: bug == .uncleared ? nil : bug.words,
      color: colors[bug] ?? .grey,
      style: bug == chosen ? .thick : .solid, column: bug.words)
  }
  marks += [
    .horizontal(Checkup.sampleLimit, color: .grey),
    .horizontal(doubleSoftmaxFloor(classes: 10), color: .purple, style: theory),
    .text(Mistake.uncleared.words, at: (50, 4e-4), color: .vermilion),
  ]
  return Figure(
    "sample", title: "Some wrong programs stick or explode, some learn as if right",
    Panel(
      x: Axis("step", range: 0...400), y: Axis("loss on 20 digits", scale: .log, range: 1e-4...30), legend: .direct,
      marks: marks))
}

/// What each way of choosing spends and what it gets.
func costFigure(_ runs: Runs<Tuning>) -> Figure {
  let ways: [(String, Double, Color, [Double])] = [
    ("rate 0.01, no search", Double(Tuning.epochs), .grey, runs.all.map { $0[0.01].test }),
    ("step 3, then 40 epochs", Double(Tuning.stepThreeCost), .vermilion, runs.all.map(\.stepThree)),
    ("the recipe", Double(Tuning.recipeCost), .blue, runs.all.map(\.recipe)),
    ("full grid", Double(Tuning.gridCost), .green, runs.all.map(\.grid)),
  ]
  var marks: [Mark] = ways.flatMap { way -> [Mark] in
    let values = way.3.map { 100 * $0 }
    return [
      .points(
        x: values.map { _ in way.1 }, y: values, color: way.2, size: 0.6, opacity: 0.5, column: "\(way.0) by seed"),
      .points(x: [way.1], y: [Summary(of: values).mean], label: way.0, color: way.2, size: 2, column: way.0),
    ]
  }
  marks.append(
    .horizontal(100 * runs.best.mean, label: "best of the grid, by the test itself", color: .black, style: theory))
  return Figure(
    "cost", title: "Step 3 alone chooses as well as the recipe and the grid",
    Panel(
      x: Axis(
        "epochs spent", scale: .log, range: 30...700, ticks: [40, 52, 117, 480].map { .init($0, "\(Int($0))") }),
      y: Axis("test digits read", unit: "%"), legend: .below, marks: marks))
}
