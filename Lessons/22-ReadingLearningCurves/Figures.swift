import Descent
import Experiments
import Gnuplot
import Notebook

extension Color {
  static let training = Color.orange, validation = Color.blue, spread = Color.vermilion, pick = Color.vermilion
}

/// One run of each patient, with the name that the rules give it.
func patientsFigure(_ trials: Trials<Plan, Run>) -> Figure {
  Figure(
    "patients", title: "Eight runs, and what six rules call them", columns: 4, proportion: 0.5,
    panels: Patient.allCases.map { patient in
      let run = trials[patient.plan].all[0]
      let x = run.curves.loss.indices.map(Double.init)
      let middles = run.batchMeans.indices.map { Double($0) + 0.5 }
      let (means, spreads) = (run.batchMeans, run.batchSpreads)
      return Panel(
        run.diagnosis.rawValue, x: Axis("epoch", range: 0...Double(patient.plan.epochs)), y: Axis("loss", range: 0...3),
        legend: .none,
        .band(
          x: middles, lower: means.indices.map { means[$0] - spreads[$0] },
          upper: means.indices.map { means[$0] + spreads[$0] }, color: .spread, column: "mini-batches"),
        .line(x: x, y: run.curves.loss, color: .training, column: "training"),
        .line(x: x, y: run.curves.validationLoss, color: .validation, column: "validation"))
    })
}

/// The loss of a slow and a fast run, by epoch and by the way that their rates have gone.
func clockFigure(_ slow: Runs<Run>, _ fast: Runs<Run>, rates: (slow: Double, fast: Double)) -> Figure {
  func panel(_ title: String, _ slowUnit: Double, _ fastUnit: Double) -> Panel {
    func mark(_ runs: Runs<Run>, rate: Double, unit: Double, _ color: Color, points: Bool) -> Mark {
      let places = runs.losses.places
      return .summaries(
        x: places.indices.map { unit * Double($0) }, places, label: "rate \(plain(rate))", color: color,
        points: points)
    }
    return Panel(
      "by \(title)", x: Axis(title), y: Axis("training loss", minimum: 0, maximum: nil), legend: .inside(.bottomLeft),
      mark(slow, rate: rates.slow, unit: slowUnit, .sky, points: false),
      mark(fast, rate: rates.fast, unit: fastUnit, .blue, points: true))
  }
  return Figure(
    "clock", title: "A rate too low and too few epochs are one curve on two clocks", columns: 2, shared: .y,
    panels: [panel("epoch", 1, 1), panel("rate × epoch", rates.slow, rates.fast)])
}

/// The gap against the training accuracy before and after more epochs; and that of least squares.
func gapFigure(_ trials: Trials<Plan, Run>, _ fits: Trials<Int, Fit>, longer: Plan, underfittedLonger: Plan) -> Figure {
  let groups: [(Plan, String, Color)] = [
    (Patient.tooShort.plan, "stopped too soon", .sky), (longer, "the same, longer", .blue),
    (Patient.underfitted.plan, "underfitted", .grey), (underfittedLonger, "underfitted, longer", .black),
    (Patient.healthy.plan, "healthy", .green),
  ]
  let shares = Fit.inputs.map { Double($0) / Double(Fit.samples) }
  func theory(_ name: String, _ value: @escaping @Sendable (Double) -> Double) -> Mark {
    .curve(over: 0...0.85, color: .black, column: "theory \(name)", value)
  }
  return Figure(
    "gap", title: "The gap hardly tells ill from well, but it has a theory", columns: 2,
    panels: [
      Panel(
        "digits", x: Axis("training accuracy", unit: "%"), y: Axis("training − validation", unit: "points"),
        legend: .below,
        marks: groups.map { plan, label, color in
          .points(
            x: trials[plan].all.map(\.training), y: trials[plan].all.map(\.gap), label: label, color: color, size: 1.2)
        }),
      Panel(
        "least squares", x: Axis("inputs per sample, d/n", range: 0...0.85),
        y: Axis("mean squared error / σ²", minimum: 0, maximum: nil), legend: .inside(.topLeft),
        theory("fresh") { 1 + $0 }, theory("training") { 1 - $0 },
        .points(
          x: shares, y: Fit.inputs.map { fits[$0].fresh.mean }, label: "new noise", color: .validation, size: 1.3),
        .points(
          x: shares, y: Fit.inputs.map { fits[$0].training.mean }, label: "training", color: .training, size: 1.3)),
    ])
}

/// One search, and what its suggestions are worth against a sweep.
func finderFigure(_ searches: Runs<Search>, _ sweep: Sweep<Plan, Run>) -> Figure {
  let finder = searches.all[0].finder
  let healthy = Patient.healthy.plan
  let rates = sweep.rates[healthy, default: []]
  return Figure(
    "finder", title: "A hundred steps with a rising rate point at a good one", columns: 2,
    panels: [
      Panel(
        "one search", x: Axis("learning rate", scale: .log), y: Axis("loss", range: 0...5), legend: .inside(.topLeft),
        .points(x: finder.rates, y: finder.losses, label: "mini-batches", color: .training, size: 0.5),
        .line(
          x: Array(finder.rates.prefix(finder.smoothed.count)), y: finder.smoothed, label: "smoothed", color: .black),
        .vertical(searches.all[0].tenthRate, label: "pick", color: .pick)),
      Panel(
        "whole runs", x: Axis("learning rate", scale: .log),
        y: Axis("validation digits read", unit: "%", range: 0...100),
        legend: .inside(.bottomLeft),
        .summaries(
          x: rates, sweep.curve(healthy) { $0.validation }, label: "sweep", color: .validation),
        .points(
          x: searches.all.map(\.steepestRate), y: searches.all.map(\.steepest.validation),
          label: "at the steepest fall",
          color: .grey, shape: .diamond, size: 1.4),
        .points(
          x: searches.all.map(\.tenthRate), y: searches.all.map(\.tenth.validation), label: "picked", color: .pick,
          shape: .diamond, size: 1.4)),
    ])
}
