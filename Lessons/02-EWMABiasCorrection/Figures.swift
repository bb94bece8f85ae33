import Gnuplot
import Numerics

/// The colour of each β, the same in every figure of the lesson.
func color(_ index: Int) -> Color { [.gradientDescent, .momentum, .adam][index] }

/// The first days: the numbers as dots, each average without (dashed) and with correction (solid).
func startFigure(_ series: WeatherSeries, decays: [Double], days: Int = 120) -> Figure {
  let time = (1...days).map(Double.init)
  var layers = [Mark.points(x: time, y: Array(series.values.prefix(days)), color: .grey, size: 0.5, column: "value")]
  for (index, decay) in decays.enumerated() {
    let averages = RunningAverages(of: series.values.prefix(days), decay: decay)
    layers += [
      .line(x: time, y: averages.uncorrected, color: color(index), style: .dashed, column: "v_\(decay)"),
      .line(x: time, y: averages.corrected, label: "β = \(decay)", color: color(index), column: "corrected_\(decay)"),
    ]
  }
  return Figure(
    "start", title: "From zero (dashed) an average starts too low; corrected (solid) it does not",
    Panel(x: Axis("day"), y: Axis(series.quantity, unit: series.unit), marks: layers))
}

/// 1 / (1 − βᵗ) against t, with the day from which less than a hundredth of the weight is missing.
func correctionFigure(decays: [Double]) -> Figure {
  let lastDays = decays.map { firstDay(missingLessThan: 0.01, decay: $0) }
  let longest = min(5000, max(365, 2 * (lastDays.max() ?? 0)))
  let days = (1...longest).map(Double.init)
  let layers = decays.indices.flatMap { index in
    [
      Mark.line(
        x: days, y: correctionFactors(decay: decays[index], count: longest), color: color(index),
        column: "factor_\(decays[index])"),
      .vertical(
        Double(lastDays[index]), label: "β = \(decays[index]): day \(lastDays[index])", color: color(index)),
    ]
  }
  return Figure(
    "correction", title: "The closer β is to 1, the larger the correction and the longer it lasts",
    Panel(x: Axis("day t", scale: .log), y: Axis("correction factor 1 / (1 − βᵗ)", scale: .log), marks: layers))
}

/// The weight of a number relative to the newest, against its age in units of 1 / (1 − β), with e⁻ˣ.
func memoryFigure(decays: [Double]) -> Figure {
  let lines = decays.enumerated().map { index, decay in
    let ages = 0...min(400, Int((4 / (1 - decay)).rounded()))
    return Mark.line(
      x: ages.map { Double($0) * (1 - decay) }, y: ages.map { Double.pow(decay, $0) }, label: "β = \(decay)",
      color: color(index), column: "weight_\(decay)")
  }
  let layers = [Mark.horizontal(1 / Double.exp(1), label: "1/e"), .vertical(1)] + lines
  return Figure(
    "memory", title: "After 1 / (1 − β) days a weight has fallen to about 1/e of the newest",
    Panel(
      x: Axis("age in units of 1 / (1 − β) days", range: 0...4), y: Axis("weight relative to the newest", range: 0...1),
      legend: .inside(.topRight), marks: layers + [.curve(label: "exp(−x)") { Double.exp(-$0) }]))
}

/// The error with correction against the error without, a dot for each start; below the diagonal correction helps.
func worthFigure(_ panels: [(title: String, errors: [[StartUpErrors]])], decays: [Double], unit: String) -> Figure {
  let largest = panels.flatMap { $0.errors.joined() }.map { max($0.uncorrected, $0.corrected) }.max() ?? 1
  return Figure(
    "worth", title: "Correction helps (dots below the line) where the data are far from zero",
    columns: 2, shared: [.x, .y],
    panels: panels.map { panel in
      let better = panel.errors.joined().count { $0.corrected < $0.uncorrected }
      let dots = panel.errors.enumerated().map { index, errors in
        Mark.points(
          x: errors.map(\.uncorrected), y: errors.map(\.corrected), label: "β = \(decays[index])", color: color(index),
          size: 0.8, opacity: 0.7)
      }
      return Panel(
        "\(panel.title): \(better) of \(panel.errors.joined().count) below the line",
        x: Axis("error without correction", unit: unit, range: 0...largest * 1.05),
        y: Axis("error with correction", unit: unit, range: 0...largest * 1.05), aspect: .equal,
        marks: [.curve(label: "no difference", color: .grey) { $0 }] + dots)
    })
}
