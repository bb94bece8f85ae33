import Descent
import Gnuplot
import Notebook
import Numerics

extension FirstWeights {
  /// The same colour in every figure of this lesson.
  var color: Color {
    switch self {
    case .standardNormal: .momentum
    case .inverseRoot, .batchVariance: .nesterov
    case .he: .adam
    case .lecun, .batchDeviation: .gradientDescent
    case .pyTorch: .rmsProp
    case .fixed: self == .small ? .grey : .sky
    }
  }
}

/// One pixel, dashed: theory on top of a measurement.
private let theoryStyle = LineStyle(width: 1, pattern: .dashed)

/// The size of the signal, layer by layer.
func signalFigure(_ study: SignalStudy) -> Figure {
  let layers = (0...study.depth).map(Double.init)
  let measured = study.rules.map { rule in
    Mark.line(x: layers, y: study.sizes(rule), label: rule.distribution, color: rule.color, style: .thick)
  }
  let theory = study.rules.map { rule in
    Mark.line(
      x: layers, y: study.theory(rule), color: .black, style: theoryStyle, column: "theory \(rule.distribution)")
  }
  let (growth, kept) = (study.sizes(.standardNormal)[study.depth], study.sizes(.he)[study.depth])
  let isKept = (0.1...10).contains(kept)
  return Figure(
    "signal",
    title: """
      \(study.depth) layers of N(0, 1) turn 1 into \(significant(growth, 1))\(isKept ? "; those of N(0, 2/n) keep it" : "")
      """,
    Panel(
      x: Axis("layer"), y: Axis("size of the signal (rms)", scale: .log, ticks: decades(study)),
      marks: measured + theory))
}

/// Ticks every ten powers of ten, or every fifty where a size runs away further.
private func decades(_ study: SignalStudy) -> [Axis.Tick] {
  let exponents = study.rules.flatMap(study.theory).map { Double.log10($0) }
  let (low, high) = (exponents.min() ?? 0, exponents.max() ?? 0)
  let step = high - low > 100 ? 50 : 10.0
  return stride(from: (low / step).rounded(.up) * step, through: high, by: step).map { exponent in
    Axis.Tick(.pow(10, exponent), exponent == 0 ? "1" : significant(.pow(10, exponent), 1).replacing("1 × ", with: ""))
  }
}

/// Where the outputs of tanh lie, by rule and layer.
func saturationFigure(_ study: SaturationStudy, rules: [FirstWeights], bins: Int = 40) -> Figure {
  let edges = (0...bins).map { -1 + 2 * Double($0) / Double(bins) }
  let centres = (0..<bins).map { (edges[$0] + edges[$0 + 1]) / 2 }
  let panels = rules.flatMap { rule in
    study.layers.map { layer in
      let theory = study.theory(rule)
      let expected = (0..<bins).map { theory.share(from: edges[$0], to: edges[$0 + 1], layer: layer) }
      return Panel(
        "\(rule.distribution), layer \(layer)", x: Axis("output", range: -1...1),
        y: Axis("share", minimum: 0, maximum: nil), legend: .none,
        .histogram(
          study.outputs(rule, layer: layer), bins: bins, range: -1...1, as: .share, color: rule.color,
          column: "\(rule.distribution) layer \(layer)"),
        .line(
          x: centres, y: expected, color: .black, style: LineStyle(width: 1.5, pattern: .dashed),
          column: "theory \(rule.distribution) layer \(layer)"))
    }
  }
  let saturated = study.share(.standardNormal, beyond: 0.99, layer: study.last)
  return Figure(
    "saturation",
    title: "N(0, 1) drives \(percent(saturated, 0)) of tanh's outputs beyond ±0.99; variance 1/n keeps them inside",
    columns: study.layers.count, panels: panels)
}

/// The test accuracy against the gain that the first weights give a layer.
func accuracyFigure(_ study: DigitsStudy, _ setups: [Setup]) -> Figure {
  func panel(_ activation: Activation) -> Panel {
    func gain(_ setup: Setup) -> Double { setup.rule.gain(fanIn: setup.width, activation) }
    func curve(_ method: Method, usual: Bool, label: String, color: Color) -> [Mark] {
      // Rates matched to the gain are drawn from the first rule on that has none of its own.
      let all = setups.filter { $0.activation == activation && $0.method == method }.sorted { gain($0) < gain($1) }
      let first = usual ? 0 : (all.firstIndex { !$0.matchedRates.isEmpty } ?? all.count) - 1
      let shown = usual || first + 1 < all.count ? Array(all[max(0, first)...]) : []
      guard !shown.isEmpty else { return [] }
      let (x, y) = (shown.map(gain), shown.map { study.accuracy($0, usual: usual) })
      let column = "\(activation) \(label)"
      return [
        .band(x: x, lower: y.map(\.minimum), upper: y.map(\.maximum), label: label, color: color, column: column),
        .line(x: x, y: y.map(\.mean), label: label, color: color, column: column),
        .points(x: x, y: y.map(\.mean), label: label, color: color, column: "\(column) points"),
      ]
    }
    let rules = Set(setups.map(\.rule)).filter { if case .fixed = $0 { $0 == .small } else { true } }
    let ticks = rules.map { Axis.Tick($0.gain(fanIn: setups[0].width, activation), $0.spread) }.sorted {
      $0.value < $1.value
    }
    return Panel(
      activation == .relu ? "ReLU" : "tanh",
      x: Axis("variance of the weights, placed by the gain of a layer", scale: .log, ticks: ticks),
      y: Axis("test accuracy", unit: "%", range: 0...100), legend: .below,
      marks: curve(.gradientDescent, usual: true, label: "gradient descent, usual rates", color: .gradientDescent)
        + curve(.gradientDescent, usual: false, label: "rates matched to the gain", color: .sky)
        + curve(.adam, usual: true, label: "Adam", color: .adam)
        + [.vertical(1, label: "gain 1", color: .black, style: theoryStyle)])
  }
  let descents = setups.filter { $0.activation == .relu && $0.method == .gradientDescent }
  let trained = descents.count { study.accuracy($0, usual: true).mean >= 90 }
  return Figure(
    "accuracy",
    title: trained == 1 && descents.contains { $0.rule == .he && study.accuracy($0, usual: true).mean >= 90 }
      ? "Deep ReLU networks train where the gain is 1; Adam widens the range"
      : "Test accuracy against the gain that the first weights give a layer",
    columns: 2, shared: .y,
    panels: [panel(.relu), panel(.tanh)])
}

/// Gain and accuracy against the fan-in and against the batch size, for He's rule and the note's.
func meaningFigure(_ meaning: Meaning) -> Figure {
  let rules: [(label: String, color: Color)] = [
    ("N(0, 2/n)", FirstWeights.he.color), ("N(0, 1/B)", .gradientDescent), ("N(0, 1/√B)", .nesterov),
  ]
  func gains(_ study: GainStudy, _ x: Axis) -> Panel {
    let places = study.places.map(Double.init)
    return Panel(
      x: x, y: Axis("gain of a layer", scale: .log), legend: .below,
      marks: rules.indices.map { index in
        .points(
          x: places, y: study.measured(index), label: rules[index].label, color: rules[index].color, size: 1.2,
          column: "gain \(rules[index].label) by \(x.label)")
      }
        + rules.indices.map { index in
          .line(
            x: places, y: study.theory(index), color: rules[index].color, style: .dashed,
            column: "theory \(rules[index].label) by \(x.label)")
        })
  }
  func accuracies(_ places: [Int], _ x: Axis, _ setups: (Int) -> (Setup, Setup)) -> Panel {
    let pairs = places.map(setups)
    let curves = [pairs.map(\.0), pairs.map(\.1)].enumerated().flatMap { index, setups -> [Mark] in
      let y = setups.map { meaning.training.accuracy($0) }
      let (label, color) = rules[index]
      let column = "accuracy \(label) by \(x.label)"
      return [
        .band(
          x: places.map(Double.init), lower: y.map(\.minimum), upper: y.map(\.maximum), label: label, color: color,
          column: column),
        .line(x: places.map(Double.init), y: y.map(\.mean), label: label, color: color, column: column),
        .points(x: places.map(Double.init), y: y.map(\.mean), label: label, color: color, column: "\(column) points"),
      ]
    }
    return Panel(x: x, y: Axis("test accuracy", unit: "%", range: 0...100), legend: .below, marks: curves)
  }
  func widths(_ places: [Int]) -> Axis { axis("fan-in n, with batches of B = \(meaning.batch)", places) }
  func batches(_ places: [Int]) -> Axis { axis("batch size B, with a fan-in of n = \(meaning.width)", places) }
  func axis(_ label: String, _ places: [Int]) -> Axis {
    Axis(label, scale: .log, ticks: places.map { .init(Double($0), "\($0)") })
  }
  let (byWidth, byBatch) = (meaning.byWidth, meaning.byBatch)
  return Figure(
    "meaning", title: "n is the fan-in: with it the gain stays at 1, whatever the batch size",
    columns: 2,
    panels: [
      gains(byWidth, widths(byWidth.places)), gains(byBatch, batches(byBatch.places)),
      accuracies(meaning.trainedWidths, widths(meaning.trainedWidths)) { meaning.setups(width: $0) },
      accuracies(meaning.trainedBatches, batches(meaning.trainedBatches)) { meaning.setups(batch: $0) },
    ])
}
