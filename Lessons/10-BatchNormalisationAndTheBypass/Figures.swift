import Descent
import Gnuplot
import Notebook
import Numerics

extension Design {
  /// The same colour in every figure of this lesson.
  var color: Color {
    switch self {
    case .plain: .gradientDescent
    case .normalized: .momentum
    case .bypass: .nesterov
    case .both: .adam
    case .scaledBypass: .rmsProp
    }
  }
}

/// What normalisation does to the gradient of a layer, and to a batch with an extreme sample.
func normalisationFigure(_ study: NormalisationStudy) -> Figure {
  let designs = [Design.plain, .normalized]
  let scale = Panel(
    "weights times a factor", x: Axis("factor on the weights", scale: .log),
    y: Axis("‖∂L/∂W‖, relative", scale: .log),
    marks: designs.map { design in
      .line(x: study.factors, y: study.relativeGradients(design), label: design.words, color: design.color)
    } + [.curve(label: "1/factor") { 1 / $0 }])
  let sizes = study.batchSizes.map(Double.init)
  let (largest, last) = (sizes[sizes.count - 1], study.change(.plain, batchSize: study.batchSizes.last ?? 0))
  let extreme = Panel(
    "one digit 100 times as bright", x: Axis("batch size", scale: .log), y: Axis("change of the gradient", scale: .log),
    marks: designs.flatMap { design -> [Mark] in
      guard let changes = study.changes[design] else { return [] }
      return [
        .line(x: sizes, y: changes.median, label: design.words, color: design.color),
        .points(x: sizes, y: changes.median, label: design.words, color: design.color),
      ]
    } + [
      .line(
        x: sizes, y: sizes.map { last * largest / $0 }, label: "1/batch size", color: .black, style: .dashed,
        column: "one_over_size")
    ])
  return Figure(
    "scale", title: "Normalised, a layer forgets the size of its weights, not its neighbours in the batch", columns: 2,
    panels: [scale, extreme])
}

/// What the figure shows of the difference between two digits.
let differenceRange = 1e-3...2

/// The way of gradient and signal through deep networks that have not been trained.
func propagationFigure(_ study: PropagationStudy) -> Figure {
  let depth = study.depth
  let (back, layers) = ((0..<depth).map(Double.init), (1...depth).map(Double.init))
  // The scaled bypass lies under the others, and wider, where two run together.
  let designs = [Design.scaledBypass] + Design.allCases.filter { $0 != .scaledBypass }
  func measured(_ x: [Double], _ series: (Design) -> [Double]) -> [Mark] {
    designs.map { design in
      .line(
        x: x, y: series(design), label: design.words, color: design.color,
        style: design == .scaledBypass ? LineStyle(width: 5) : .solid)
    }
  }
  func theory(_ x: [Double], _ y: [Double], _ column: String) -> Mark {
    .line(x: x, y: y, color: .black, style: LineStyle(width: 1.5, pattern: .dashed), column: column)
  }
  let gradient = Panel(
    "on the way back", x: Axis("layers from the last one back"), y: Axis("‖∂L/∂h‖, relative", scale: .log),
    marks: measured(back, study.growth) + [
      theory(back, back.map { .pow(Theory.normalizedFactor, $0) }, "theory_normalised"),
      theory(back, back.map { Theory.growthWithBoth(toLayer: depth - Int($0), depth: depth) }, "theory_both"),
    ])
  let signal = Panel(
    "on the way forth", x: Axis("layer"), y: Axis("difference left, 1 − cosine", scale: .log, range: differenceRange),
    marks: measured(layers, study.difference) + [
      theory(layers, layers.map { _ in 1 - Theory.normalizedCosine }, "theory_normalised"),
      theory(layers, layers.map { 1 - Theory.cosineWithBoth(layer: Int($0)) }, "theory_both"),
      theory(layers, study.plainTheory, "theory_plain"),
    ])
  return Figure(
    "propagation", title: "Back the gradient must keep its size, forth the digits their differences", columns: 2,
    panels: [gradient, signal])
}

/// Accuracy by depth, and the losses of the deepest networks.
func depthFigure(_ study: DepthStudy) -> Figure {
  let depths = study.depths.map(Double.init)
  let byDepth = Panel(
    "after \(counted(study.epochs, "epoch"))",
    x: Axis("hidden layers", scale: .log, ticks: study.depths.map { Axis.Tick(Double($0), "\($0)") }),
    y: Axis("test accuracy", unit: "%", range: 0...100),
    marks: Design.allCases.flatMap { design -> [Mark] in
      let accuracies = study.depths.map { study.accuracy(design, $0) }
      let (label, color) = (design.words, design.color)
      return [
        .band(
          x: depths, lower: accuracies.map(\.minimum), upper: accuracies.map(\.maximum), label: label, color: color),
        .line(x: depths, y: accuracies.map(\.mean), label: label, color: color),
        .points(x: depths, y: accuracies.map(\.mean), label: label, color: color),
      ]
    })
  let guessing = LineStyle(width: 1.5, pattern: .dashed)
  let steps = Panel(
    "training \(study.depth) layers", x: Axis("step"), y: Axis("loss", scale: .log, range: 0.03...100),
    marks: Design.allCases.map { design in
      let losses = study.losses(design)
      return .line(
        x: losses.indices.map { Double($0 + 1) }, y: losses, label: design.words, color: design.color,
        style: design == .plain ? LineStyle(width: 6) : .solid)
    } + [.curve(style: guessing) { _ in Double.log(10) }])
  return Figure("depth", title: study.title, columns: 2, panels: [byDepth, steps])
}

/// Accuracy by batch size, with normalisation and without.
func batchFigure(_ study: BatchStudy) -> Figure {
  let sizes = study.sizes.map(Double.init)
  return Figure(
    "batches", title: study.title,
    Panel(
      x: Axis("batch size", scale: .log, ticks: study.sizes.map { Axis.Tick(Double($0), "\($0)") }),
      y: Axis("test accuracy", unit: "%", range: 0...100),
      marks: [Design.plain, .normalized].flatMap { design -> [Mark] in
        let accuracies = study.sizes.map { study.accuracy(design, $0) }
        let (label, color) = (design.words, design.color)
        return [
          .band(
            x: sizes, lower: accuracies.map(\.minimum), upper: accuracies.map(\.maximum), label: label, color: color),
          .line(x: sizes, y: accuracies.map(\.mean), label: label, color: color),
          .points(x: sizes, y: accuracies.map(\.mean), label: label, color: color),
        ]
      }))
}
