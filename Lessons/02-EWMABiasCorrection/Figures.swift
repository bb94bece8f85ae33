import Experiments
import Gnuplot
import Notebook

/// The colour of each β.
private func color(_ index: Int) -> Color { [.blue, .vermilion, .green][index] }

/// The first days: the numbers as dots, each average without (dashed) and with correction (solid).
func startFigure(_ series: WeatherSeries, quantity: String, unit: String, betas: [Double], days: Int) -> Figure {
  let time = (1...days).map(Double.init)
  var marks = [Mark.points(x: time, y: Array(series.values.prefix(days)), color: .grey, size: 0.5, column: "value")]
  for (index, beta) in betas.enumerated() {
    let averages = RunningAverages(of: series.values.prefix(days), beta: beta)
    marks += [
      .line(x: time, y: averages.uncorrected, color: color(index), style: .dashed, column: "v_\(beta)"),
      .line(
        x: time, y: averages.corrected, label: "β = \(plain(beta))", color: color(index), column: "corrected_\(beta)"),
    ]
  }
  return Figure(
    "start",
    title: series.values[0] > 0
      ? "Averages from zero (dashed) start too low, corrected ones do not"
      : "Averages that start from zero (dashed), and corrected (solid)",
    Panel(x: Axis("day"), y: Axis(quantity, unit: unit), marks: marks))
}

/// How many times the error without correction is that with it, a dot for each start; above 1 correction helps.
func worthFigure(_ panels: [(title: String, errors: [[StartUpError]])], betas: [Double]) -> Figure {
  func pays(_ errors: some Sequence<StartUpError>) -> Bool { errors.allSatisfy { $0.corrected < $0.uncorrected } }
  let (measured, centred) = (panels[0].errors, panels[1].errors)
  return Figure(
    "worth",
    title: pays(measured.joined()) && !pays(centred[betas.count - 1])
      ? "Far from zero correction always pays; around zero a slow average may lose"
      : "Above the line the correction helped",
    columns: 2, shared: [.x, .y],
    panels: panels.map { panel in
      let dots = panel.errors.enumerated().map { index, errors in
        Mark.points(
          x: errors.indices.map { Double(index) + 0.7 * (Double($0) + 0.5) / Double(errors.count) - 0.35 },
          y: errors.map { $0.uncorrected / $0.corrected }, color: color(index), size: 0.7, opacity: 0.7,
          column: "ratio_\(betas[index])")
      }
      return Panel(
        panel.title,
        x: Axis(
          "", range: -0.5...Double(betas.count) - 0.5,
          ticks: betas.enumerated().map { .init(Double($0), "β = \(plain($1))") }),
        y: Axis("error without / with correction", scale: .log), legend: .none,
        marks: [.horizontal(1, color: .black)] + dots)
    })
}

/// Adam with and without correction: how much longer its steps are, and what that does to training.
func adamFigure(_ sweep: Sweep<Arm, Run>) -> Figure {
  let steps = logarithmicPlaces(upTo: 10_000).map(Double.init)
  let ratios = steps.map { stepRatio(step: Int($0)) }
  let arms = [(Arm.adam, Color.adam), (.uncorrectedAdam, .vermilion)]
  return Figure(
    "adam", title: "Uncorrected, Adam starts with steps several times too long", columns: 2,
    panels: [
      Panel(
        x: Axis("step", scale: .log), y: Axis("step without / with correction"), legend: .none,
        .line(x: steps, y: ratios, color: .vermilion, style: .dashed, column: "ratio"), .horizontal(1)),
      Panel(
        x: Axis("learning rate", scale: .log), y: Axis("test accuracy", unit: "%"),
        marks: arms.map { arm, color in
          .summaries(
            x: arm.rates, sweep.curve(arm) { $0.accuracy }, label: arm.rawValue, color: color)
        }),
    ])
}
