import Descent
import Gnuplot
import Notebook
import Numerics

extension Recipe {
  /// "gain √2".
  var gainWords: String { "gain \(gain == 2.squareRoot() ? "√2" : plain(gain))" }
  /// "tanh, gain 1".
  var words: String { "\(activation.words), \(gainWords)" }
  /// The weights' distribution, for n inputs.
  var weightsWords: String {
    switch gain {
    case 1: "N(0, 1/n)"
    case 2.squareRoot(): "N(0, 2/n), He's"
    case 8: "N(0, 1)"
    case 0.08: "N(0, 0.01²)"
    default: "N(0, \(plain(gain))²/n)"
    }
  }
}

extension Activation {
  var words: String {
    switch self {
    case .identity: "linear"
    case .relu: "ReLU"
    case .tanh: "tanh"
    case .sigmoid: "sigmoid"
    }
  }

  fileprivate var color: Color {
    switch self {
    case .identity: .grey
    case .relu: .sky
    case .tanh: .nesterov
    case .sigmoid: .rmsProp
    }
  }
}

extension Method {
  fileprivate var color: Color { self == .adam ? .adam : .gradientDescent }
}

/// One matrix, one matrix again and again, and many matrices.
func matricesFigure(_ cloud: Tensor, _ shear: Shear, _ study: PassageStudy) -> Figure {
  let (eigenvalues, norm) = (cloud.eigenvalues, cloud.spectralNorm)
  let angles = (0...180).map { Double($0) * .pi / 90 }
  func circle(_ radius: Double, column: String) -> Mark {
    .line(
      x: angles.map { radius * .cos($0) }, y: angles.map { radius * .sin($0) }, color: .black, style: .dashed,
      column: column)
  }
  let plane = Panel(
    "one Gaussian matrix, n = \(cloud.shape[0])", x: Axis("real part", range: -2.4...2.4),
    y: Axis("imaginary part", range: -2.4...2.4), aspect: .equal, legend: .none,
    .points(
      x: eigenvalues.map(\.real), y: eigenvalues.map(\.imaginary), color: .gradientDescent, size: 0.5,
      column: "eigenvalues"),
    circle(1, column: "disc"), circle(2, column: "norm in theory"),
    .line(x: [0, norm], y: [0, 0], color: .momentum, style: .thick, column: "norm"),
    .text("‖W‖", at: (1.25, 0.2), color: Color.momentum.readable),
    .text("eigenvalues", at: (0, 1.25), color: Color.gradientDescent.readable, alignment: .center))
  let powers = (0...16).map(Double.init)
  let again = Panel(
    "one matrix again and again", x: Axis("times k"), y: Axis("stretch", scale: .log, range: 1e-5...1e5),
    legend: .inside(.topRight),
    .line(
      x: powers, y: powers.map { .pow(shear.norm(ofPower: 1), $0) }, label: "‖A‖ᵏ", color: .momentum),
    .points(
      x: powers, y: powers.map { shear.power(Int($0)).spectralNorm }, label: "‖Aᵏ‖", color: .adam),
    .curve(over: 0...16, color: .black, column: "closed form") { k in
      let (diagonal, corner) = (Double.pow(shear.eigenvalue, k), k * shear.corner * Double.pow(shear.eigenvalue, k - 1))
      return (corner + (corner * corner + 4 * diagonal * diagonal).squareRoot()) / 2
    },
    .line(
      x: powers, y: powers.map { .pow(shear.eigenvalue, $0) }, label: "λᵏ", color: .gradientDescent))
  let layers = (0...study.layers).map(Double.init)
  func growth(_ curve: KeyPath<Passage, [Double]>, _ label: String, _ color: Color) -> [Mark] {
    let summary = SeriesSummary(of: study.passages.map { $0[keyPath: curve] })
    func values(_ logarithms: [Double]) -> [Double] { logarithms.map { .pow(10, $0) } }
    return [
      .band(x: layers, lower: values(summary.minimum), upper: values(summary.maximum), label: label, color: color),
      .line(x: layers, y: values(summary.mean), label: label, color: color),
    ]
  }
  let exponents = study.passages.flatMap { $0.bound + $0.vector }
  let (lowest, highest) = ((exponents.min() ?? 0).rounded(.down) - 1, (exponents.max() ?? 0).rounded(.up) + 1)
  let fresh = Panel(
    "fresh matrices, gain \(plain(study.gain))", x: Axis("matrices k"),
    y: Axis("stretch", scale: .log, range: .pow(10, lowest)...(.pow(10, highest))),
    legend: .inside(study.whole(\.bound) > 0 ? .topLeft : .topRight),
    marks: growth(\.bound, "product of norms", .momentum) + growth(\.product, "norm of product", .adam)
      + growth(\.vector, "a vector", .gradientDescent) + [
        .line(
          x: layers, y: layers.map { .pow(study.theory, $0) }, color: .black, style: .dashed, column: "theory")
      ])
  return Figure(
    "matrices", title: "Eigenvalues promise too little, norms too much", columns: 3, proportion: 0.9,
    panels: [plane, again, fresh])
}

/// The gradient on its way back through the last twenty layers of networks of one activation each.
func layersFigure(_ studies: [ProfileStudy]) -> Figure {
  let colors: [Double: Color] = [0.08: .rmsProp, 1: .gradientDescent, 2.squareRoot(): .adam, 8: .momentum]
  let panels = [Activation.sigmoid, .tanh, .relu, .identity].map { activation in
    Panel(
      activation.words, x: Axis("layers passed on the way back"),
      y: Axis("‖∂L/∂h‖, 1 at the last layer", scale: .log), legend: .direct,
      marks: studies.filter { $0.recipe.activation == activation }.flatMap { study -> [Mark] in
        let (color, label) = (colors[study.recipe.gain, default: .nesterov], study.recipe.gainWords)
        func back(_ norms: [Double]) -> [Double] { norms.reversed().prefix(20).map { $0 / norms[study.depth - 1] } }
        let summary = SeriesSummary(of: study.profiles.map { back($0.gradientNorms) })
        let passed = summary.places.indices.map(Double.init)
        return [
          .band(x: passed, lower: summary.minimum, upper: summary.maximum, label: label, color: color),
          .line(x: passed, y: back(study.gradientNorms), label: label, color: color, style: .thick),
          .line(
            x: passed, y: back(study.expectedGradientNorms), color: .black,
            style: LineStyle(width: 1, pattern: .dashed),
            column: "theory \(study.recipe.words)"),
        ]
      })
  }
  return Figure(
    "layers", title: "Every layer multiplies the gradient by much the same factor", columns: 2, shared: [.x, .y],
    proportion: 0.5, panels: panels)
}

/// The factor per layer by the gain of the weights.
func factorsFigure(_ sweep: [ProfileStudy], own: ProfileStudy) -> Figure {
  let gains = evenly(-1.2...1.4, count: 60).map { Double.pow(10, $0) }
  let depth = sweep[0].depth
  let layers = [Activation.identity, .tanh, .relu, .sigmoid].flatMap { activation -> [Mark] in
    let studies = sweep.filter { $0.recipe.activation == activation }
    let theory = gains.map { gain in
      WideNetwork(recipe: Recipe(activation, gain), inputSquare: own.inputSquare).factor(depth: depth)
    }
    return [
      .line(x: gains, y: theory, label: activation.words, color: activation.color, style: .dashed),
      // Rings around the dots of tanh, which lie on the same places at small gains.
      .points(
        x: studies.map(\.recipe.gain), y: studies.map(\.backward.mean), color: activation.color,
        shape: activation == .identity ? .ring : .circle, size: activation == .identity ? 1.6 : 1,
        column: "\(activation.words) measured"),
    ]
  }
  return Figure(
    "factors", title: "The gain of the weights decides, and each activation has its own right one",
    Panel(
      x: Axis("gain g of the weights", scale: .log), y: Axis("factor per layer", scale: .log),
      legend: .direct,
      marks: [.horizontal(1, color: .black)] + layers + [
        .points(
          x: [own.recipe.gain], y: [own.backward.mean], color: .black, shape: .ring, size: 2.4, column: "own network")
      ]))
}

/// Test accuracy by depth for both methods, one panel for each activation; one more network as single points.
func trainingFigure(_ study: TrainingStudy, recipes: [Recipe], depths: [Int], mended: Network) -> Figure {
  func mark(_ network: Network, _ method: Method) -> [Mark] {
    let (depth, accuracy) = (Double(network.depth), study[network, method].accuracy.mean)
    return [
      .points(
        x: [depth], y: [accuracy], color: method.color, shape: .diamond, size: 1.6,
        column: "\(method.rawValue) \(network.recipe.gainWords)"),
      .text(network.recipe.gainWords, at: (depth * 1.12, accuracy), color: method.color.readable),
    ]
  }
  let panels = recipes.map { recipe in
    Panel(
      recipe.words, x: Axis("hidden layers", scale: .log, ticks: depths.map { Axis.Tick(Double($0), "\($0)") }),
      y: Axis("test accuracy", unit: "%", range: 0...105),
      marks: Method.allCases.flatMap { method -> [Mark] in
        let trials = depths.map { study[Network(recipe: recipe, depth: $0), method] }
        let (x, accuracy) = (trials.map { Double($0.network.depth) }, trials.map(\.accuracy))
        let (label, color) = (method.rawValue, method.color)
        return [
          .band(
            x: x, lower: accuracy.map(\.minimum), upper: accuracy.map(\.maximum), label: label, color: color),
          .line(x: x, y: accuracy.map(\.mean), label: label, color: color),
          .points(x: x, y: accuracy.map(\.mean), label: label, color: color),
          .group(recipe.activation == mended.recipe.activation ? mark(mended, method) : []),
        ]
      })
  }
  return Figure(
    "training", title: "Where gradients vanish Adam buys a few layers, and a larger gain more", columns: 3, shared: .y,
    panels: panels)
}
