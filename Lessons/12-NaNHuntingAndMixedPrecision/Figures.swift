import Descent
import Gnuplot
import Notebook

/// Loss and residuals of the diverging regression in three formats, beside their closed forms.
func overflowFigure(_ problem: DivergingRegression, runs: [(format: NumberFormat, run: DivergingRun)]) -> Figure {
  let wide = LineStyle(width: 6, opacity: 0.5)
  let panels = runs.map { format, run in
    let steps = run.losses.indices.map(Double.init)
    let end = max(2, Double(run.losses.count - 1))
    let ceiling = Double.log2(format.largest)
    func shown(_ numbers: [Double]) -> [Double] { numbers.map { $0 > 0 && $0.isFinite ? .log2($0) : .nan } }
    let marks = [("inf", run.firstInfinity), ("nan", run.firstNaN)].compactMap { name, find in
      find.map { Mark.vertical(Double($0.step), label: name) }
    }
    return Panel(
      format.rawValue, x: Axis("step", range: 0...end),
      y: Axis("log₂ of the magnitude", minimum: nil, maximum: ceiling * 1.08),
      legend: .below,
      marks: [
        .horizontal(ceiling),
        .line(x: steps, y: shown(run.losses), label: "loss", color: .gradientDescent, style: wide),
        .line(
          x: steps, y: shown(run.largestResiduals), label: "largest residual", color: .momentum, style: wide),
        .curve(over: 0...min(end, halfWay(problem, format)), label: "closed form", column: "predicted loss") {
          problem.predictedLoss(at: $0)
        },
        .curve(over: 0...end, label: "closed form", column: "predicted residual") {
          problem.predictedResidual(at: $0)
        },
      ] + marks)
  }
  return Figure(
    "overflow", title: "The loss is full half-way; nan comes when the residuals are full too", columns: runs.count,
    panels: panels)
}

/// Where the closed form of the loss meets the largest number.
private func halfWay(_ problem: DivergingRegression, _ format: NumberFormat) -> Double {
  let (start, slope) = (problem.predictedLoss(at: 0), 2 * Double.log2(problem.ratio))
  return max(1, (Double.log2(format.largest) - start) / slope)
}

/// How large the gradients by the logits are, and how many of them Float16 makes zero.
func underflowFigure(_ study: ScaleStudy) -> Figure {
  let half = NumberFormat.float16
  let logarithms = study.underflows.flatMap(\.logarithms)
  let exponents = study.exponents.map(Double.init)
  let measured = SeriesSummary(of: study.underflows.map { $0.measured.map { 100 * $0 } })
  let predicted = SeriesSummary(of: study.underflows.map { $0.predicted.map { 100 * $0 } })
  return Figure(
    "underflow", title: "What Float16 makes zero can be counted beforehand", columns: 2,
    panels: [
      Panel(
        "gradients by the logits, in Float32", x: Axis("log₂ of the magnitude", range: -40...0),
        y: Axis("share of them"), legend: .none,
        .histogram(logarithms, bins: 40, range: -40...0, as: .share, color: .sky),
        .vertical(.log2(half.smallest), label: "smallest"),
        .vertical(.log2(half.smallestNormal), label: "smallest normal")),
      Panel(
        "multiplied by 2ᵏ, in Float16", x: Axis("exponent k"), y: Axis("gradients that are zero", unit: "%"),
        legend: .inside(.topRight),
        .points(x: exponents, y: measured.mean, label: "measured", color: .gradientDescent),
        .line(x: exponents, y: predicted.mean, label: "counted in Float32", color: .black, style: .dashed)),
    ])
}

/// The test accuracy by the size of the gradients, with and without a scaler.
func windowFigure(_ study: ScaleStudy) -> Figure {
  let exponents = study.exponents.map(Double.init)
  func layers(_ isScaled: Bool, label: String, color: Color) -> [Mark] {
    let summaries = study.exponents.map { study.accuracy($0, scaled: isScaled) }
    return [
      .band(
        x: exponents, lower: summaries.map(\.minimum), upper: summaries.map(\.maximum), label: label, color: color),
      .line(x: exponents, y: summaries.map(\.mean), label: label, color: color),
      .points(x: exponents, y: summaries.map(\.mean), label: label, color: color),
    ]
  }
  return Figure(
    "window",
    title: study.isRescued
      ? "Float16 trains in a window of gradient sizes; with a scaler at all shown"
      : "How well Float16 trains depends on the size of the gradients",
    Panel(
      x: Axis("exponent k: loss times 2ᵏ, learning rate times 2⁻ᵏ"),
      y: Axis("test accuracy", unit: "%", range: 0...100),
      marks: [.horizontal(study.reference.mean, label: "Float32", color: .black, style: .dotted)]
        + layers(false, label: "Float16", color: .momentum)
        + layers(true, label: "Float16 with a scaler", color: .adam) + [
          .vertical(study.floor, label: "all become 0", style: LineStyle(width: 1, pattern: .dashed)),
          .vertical(
            Summary(of: study.ceilings).mean, label: "the largest becomes inf",
            style: LineStyle(width: 1, pattern: .dashed)),
        ]))
}

/// The scaler's scale along one run, for small, usual and large gradients.
func scaleFigure(_ study: ScaleStudy) -> Figure {
  let colors: [Color] = [.gradientDescent, .adam, .momentum]
  let exponents = Set([-abs(study.chosen), 0, abs(study.chosen)]).sorted()
  let layers = zip(exponents, colors).flatMap { exponent, color -> [Mark] in
    let scales = study.runs(exponent, scaled: true)[0].scales
    let ceiling = study.ceilings[0] - Double(exponent)
    return [
      .steps(x: scales.indices.map(Double.init), y: scales, label: "k = \(signed(exponent))", color: color),
      .horizontal(ceiling, color: color, style: LineStyle(width: 1, pattern: .dashed)),
    ]
  }
  let runs = exponents.map { study.runs($0, scaled: true)[0] }
  let title =
    switch (runs.contains { $0.slide > 0 }, runs.contains { $0.growths > 0 }) {
    case (true, true): "The scale slides until the gradients fit, and climbs until they do not"
    case (true, false): "The scale slides until the gradients fit"
    case (false, true): "The scale climbs until a gradient is inf"
    case (false, false): "The scale stays where it is while the gradients fit"
    }
  return Figure(
    "scale", title: title,
    Panel(x: Axis("step"), y: Axis("log₂ of the scale"), marks: layers))
}

/// "−16", with a true minus sign.
func signed(_ number: Int) -> String { fixed(Double(number), 0) }
