import Experiments
import Gnuplot
import Notebook
import Numerics

extension Design {
  /// The same colour in every figure of this lesson.
  var color: Color {
    switch self {
    case .plain: .blue
    case .normalized: .vermilion
    case .bypass: .orange
    case .both: .green
    case .scaledBypass: .purple
    }
  }
}

private let theory = LineStyle(width: 1.5, pattern: .dashed)

/// The gradient's factor a layer by the size of the weights.
func factorFigure(_ passages: Trials<Start, Passage>) -> Figure {
  let designs = [Design.plain, .bypass, .normalized, .both]
  return Figure(
    "factor", title: "Normalised, the factor of a layer is 1.21 whatever its weights",
    Panel(
      x: Axis(
        "size of the weights, as a multiple of He's", scale: .log, ticks: Start.sizes.map { Axis.Tick($0, plain($0)) }),
      y: Axis("growth of the gradient a layer", scale: .log),
      marks: [.curve(style: theory) { $0 }, .curve(style: theory) { _ in normalizedFactor }]
        + designs.map { design in
          .summaries(
            x: Start.sizes, Start.sizes.map { passages[Start(design: design, size: $0)].factor },
            label: design.rawValue, color: design.color)
        }))
}

/// What the figure shows of the difference between two digits.
let differenceRange = 1e-3...2

/// Gradient and signal on their way through deep networks with He's weights that have not been trained.
func passageFigure(_ passages: Trials<Start, Passage>, depth: Int) -> Figure {
  let (back, layers) = ((0..<depth).map(Double.init), (1...depth).map(Double.init))
  func runs(_ design: Design) -> Runs<Passage> { passages[Start(design: design)] }
  // The scaled bypass lies under the others, and wider, where two run together.
  let designs = [Design.scaledBypass] + Design.allCases.filter { $0 != .scaledBypass }
  func measured(_ x: [Double], _ series: (Runs<Passage>) -> [Double]) -> [Mark] {
    designs.map { design in
      .line(
        x: x, y: series(runs(design)), label: design.rawValue, color: design.color,
        style: design == .scaledBypass ? LineStyle(width: 5) : .solid)
    }
  }
  func dashed(_ x: [Double], _ y: [Double], _ column: String) -> Mark {
    .line(x: x, y: y, color: .black, style: theory, column: column)
  }
  var cosine = 1 - runs(.plain).difference.median[0]
  let plainTheory = (0..<depth).map { layer in
    if layer > 0 { cosine = cosineAfterReLU(cosine) }
    return 1 - cosine
  }
  let gradient = Panel(
    "backward: the gradient", x: Axis("layers from the last one back"), y: Axis("‖∂L/∂h‖, relative", scale: .log),
    marks: measured(back) { $0.growth.median } + [
      dashed(back, back.map { .pow(normalizedFactor, $0) }, "theory_normalised"),
      dashed(back, back.map { growthWithBoth(toLayer: depth - Int($0), depth: depth) }, "theory_both"),
    ])
  let signal = Panel(
    "forward: the digits", x: Axis("layer"), y: Axis("difference left", scale: .log, range: differenceRange),
    marks: measured(layers) { $0.difference.median } + [
      dashed(layers, layers.map { _ in 1 - normalizedCosine }, "theory_normalised"),
      dashed(layers, layers.map { 1 - cosineWithBoth(layer: Int($0)) }, "theory_both"),
      dashed(layers, plainTheory, "theory_plain"),
    ])
  return Figure(
    "propagation", title: "Backward the gradient must keep its size, forward the digits their differences", columns: 2,
    panels: [gradient, signal])
}

/// Accuracy by depth, and by step in the deepest networks.
func trainingFigure(
  depths: [Int], byDepth: (Design) -> [Summary], byStep: (Design) -> [Summary], slow: [Design],
  learning: [Design]
) -> Figure {
  let (depth, short, long) = (depths[depths.count - 1], Arm.shortSteps, Arm.longSteps)
  let accuracy = Axis("test accuracy", unit: "%", range: 0...100)
  func ticks(_ numbers: [Int]) -> [Axis.Tick] { numbers.map { Axis.Tick(Double($0), "\($0)") } }
  let left = Panel(
    "after \(short) steps", x: Axis("hidden layers", scale: .log, ticks: ticks(depths)), y: accuracy,
    marks: Design.allCases.map { design in
      .summaries(x: depths.map(Double.init), byDepth(design), label: design.rawValue, color: design.color)
    })
  let right = Panel(
    "\(depth) layers", x: Axis("step", scale: .log, ticks: ticks([1, 10, short, long])), y: accuracy,
    marks: [.vertical(Double(short), style: theory)]
      + Design.allCases.map { design in
        let places = logarithmicPlaces(upTo: slow.contains(design) ? long : 3 * short, density: 4)
        return .summaries(
          x: places.map(Double.init), byStep(design), label: design.rawValue, color: design.color, points: false)
      })
  return Figure(
    "depth",
    title: learning == [.both, .scaledBypass]
      ? "\(depth) layers learn when each starts as a small addition"
      : "How well five designs learn with \(depth) layers",
    columns: 2, shared: .y, panels: [left, right])
}
