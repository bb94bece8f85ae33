import Descent
import Experiments
import Gnuplot
import Notebook

/// The largest residual and the largest square of the growing regression, beside their closed forms.
func overflowFigure(_ run: OverflowRun, of error: GrowingError, in format: NumberFormat) -> Figure {
  let (half, end) = (Double(max(1, run.firstInfinity)), Double(max(2, run.firstNaN)))
  let limit = Double.log2(format.largest)
  func line(_ numbers: [Double], _ column: String, _ color: Color) -> Mark {
    .line(
      x: numbers.indices.map(Double.init), y: numbers.map { $0 > 0 && $0.isFinite ? .log2($0) : .nan }, color: color,
      style: LineStyle(width: 6, opacity: 0.5), column: column)
  }
  return Figure(
    "overflow", title: "The squares overflow half-way; nan comes when the residuals do",
    Panel(
      x: Axis("step", range: 0...end * 1.08), y: Axis("log₂ of the largest", range: 0...limit * 1.12), legend: .none,
      .horizontal(limit), .text("\(format.rawValue)'s largest", at: (end * 0.02, limit * 1.04)),
      line(run.largestSquares, "squares", .blue), line(run.largestResiduals, "residuals", .vermilion),
      .curve(over: 0...half, column: "predicted squares") { 2 * error.logarithm(at: $0) },
      .curve(over: 0...end, column: "predicted residuals") { error.logarithm(at: $0) },
      .text("largest r²", at: (half * 0.42, limit * 0.55), color: .blue, alignment: .right),
      .text("largest |r|", at: (end * 0.8, limit * 0.7), color: .vermilion),
      .vertical(Double(run.firstInfinity), label: "first inf"), .vertical(Double(run.firstNaN), label: "first nan")))
}

/// The test accuracy by the size of the gradients: Float16 with and without a scaler, and the formats with more range.
func windowFigure(_ trials: Trials<Setting, Run>, scaler: GradientScaler) -> Figure {
  func marks(_ label: String, _ color: Color, _ setting: (Int) -> Setting) -> Mark {
    let accuracies = Setting.exponents.map { trials[setting($0)].accuracy }
    return .summaries(
      x: Setting.exponents.map(Double.init), mean: accuracies.map(\.mean), lower: accuracies.map(\.minimum),
      upper: accuracies.map(\.maximum), label: label, color: color)
  }
  let dashed = LineStyle(width: 1, pattern: .dashed)
  let brain = Setting.fewExponents.map { trials[Setting(format: .bfloat16, exponent: $0)].accuracy.mean }
  return Figure(
    "window", title: "Float16 trains in a window of gradient sizes; a scaler opens it",
    Panel(
      x: Axis("exponent k: loss times 2ᵏ, learning rate times 2⁻ᵏ"),
      y: Axis("test accuracy", unit: "%", range: 0...100), legend: .below,
      .horizontal(trials.reference.accuracy.mean, label: "Float32", color: .black, style: .dotted),
      marks("Float16", .vermilion) { Setting(exponent: $0) },
      marks("Float16 with a scaler", .green) { Setting(exponent: $0, scaler: scaler) },
      .points(
        x: Setting.fewExponents.map(Double.init), y: brain, label: "bfloat16", color: .black, shape: .ring, size: 1.3),
      .vertical(
        gradientFloor(batchSize: Setting.batchSize, smallest: HalfFormat.float16.smallest), label: "all become 0",
        style: dashed),
      .vertical(Summary(of: trials.ceilings).mean, label: "the largest becomes inf", style: dashed)))
}

/// The scaler's scale along one run for each of several exponents, each with the ceiling of that run's gradients.
func scaleFigure(_ runs: [(exponent: Int, run: Run, color: Color)], ceiling: Double) -> Figure {
  // A knob can put the first doubling behind the end.
  let isDoubled = runs.contains { _, run, _ in
    run.scales.indices.dropFirst().contains { run.scales[$0] > run.scales[$0 - 1] }
  }
  return Figure(
    "scale", title: "Each inf halves the scale\(isDoubled ? "; a run of clean steps doubles it" : "")",
    Panel(
      x: Axis("step"), y: Axis("log₂ of the scale"),
      marks: runs.flatMap { exponent, run, color -> [Mark] in
        [
          .steps(
            x: run.scales.indices.map(Double.init), y: run.scales.map { .log2($0) }, label: "k = \(exponent)",
            color: color),
          .horizontal(ceiling - Double(exponent), color: color, style: LineStyle(width: 1, pattern: .dashed)),
        ]
      }))
}
