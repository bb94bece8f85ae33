import Gnuplot
import Notebook
import Numerics

extension Color {
  static let l1 = Color.momentum
  static let l2 = Color.gradientDescent
  static let subgradient = Color.rmsProp
}

extension Penalty {
  var name: String {
    switch self {
    case .absolute: "L1"
    case .squared: "L2"
    case .signed: "L1 without |·|"
    }
  }

  var formula: String {
    switch self {
    case .absolute: "λ Σ|θᵢ|"
    case .squared: "λ Σθᵢ²"
    case .signed: "λ Σθᵢ"
    }
  }

  var color: Color { self == .squared ? .l2 : .l1 }

  /// The points with the same penalty as `theta`: a diamond, a circle, or a straight line.
  func levelSet(through theta: SIMD2<Double>) -> (x: [Double], y: [Double]) {
    let value = value(at: theta)
    switch self {
    case .absolute: return ([value, 0, -value, 0, value], [0, value, 0, -value, 0])
    case .squared: return ellipse { $0 * value.squareRoot() }
    case .signed: return ([value - 10, value + 10], [10, -10])
    }
  }
}

extension Bowl {
  /// The ellipse of all points with the same loss as `theta`.
  func levelSet(through theta: SIMD2<Double>) -> (x: [Double], y: [Double]) {
    // With H = RᵀR (Cholesky), ½ ‖R (θ − c)‖² = loss is a circle in R (θ − c); solve back from its points.
    let radius = (2 * loss(at: theta)).squareRoot()
    let r = (hessian.xx.squareRoot(), hessian.xy / hessian.xx.squareRoot())
    let last = (hessian.determinant / hessian.xx).squareRoot()
    return ellipse { direction in
      let y = radius * direction.y / last
      return center + SIMD2((radius * direction.x - r.1 * y) / r.0, y)
    }
  }

  /// The minimum under a penalty as λ grows along `strengths`.
  func minima(under penalty: Penalty, strengths: [Double]) -> [SIMD2<Double>] {
    strengths.map { minimum(under: penalty, strength: $0) }
  }
}

/// A closed curve: a function of the unit circle.
private func ellipse(_ point: (SIMD2<Double>) -> SIMD2<Double>) -> (x: [Double], y: [Double]) {
  let points = (0...180).map { k in
    let angle = 2 * Double.pi * Double(k) / 180
    return point(SIMD2(.cos(angle), .sin(angle)))
  }
  return (points.map(\.x), points.map(\.y))
}

/// The notes' figure: contours of the loss and of the penalty, touching in the minima, and the path of the minimum.
func contourFigure(_ bowl: Bowl, penalties: [Penalty], strengths: [Double]) -> Figure {
  Figure(
    "contours",
    title: penalties.contains(.absolute)
      ? "L1 slides into a corner and stays on the axis; L2 curves to the origin and meets no axis"
      : "Without its absolute value L1 has no corner, and the minimum walks through the axes",
    columns: 2, shared: .y, panels: penalties.map { contourPanel(bowl, $0, strengths: strengths) })
}

private func contourPanel(_ bowl: Bowl, _ penalty: Penalty, strengths: [Double]) -> Panel {
  let minima = bowl.minima(under: penalty, strengths: strengths)
  var layers: [Mark] = [.horizontal(0), .vertical(0)]
  for theta in minima {
    let loss = bowl.levelSet(through: theta)
    let ball = penalty.levelSet(through: theta)
    layers.append(.line(x: loss.x, y: loss.y, color: .grey, style: LineStyle(width: 1), column: "loss"))
    layers.append(.line(x: ball.x, y: ball.y, color: penalty.color, style: LineStyle(width: 1.5), column: "penalty"))
  }
  // Dense enough to look smooth, and through the corner of the L1 path.
  let knots = bowl.sparsePath().map(\.strength)
  let grid = (0...400).map { k in 0.001 * Double(k * k) }
  let lambdas = (grid + knots).sorted()
  let path = bowl.minima(under: penalty, strengths: lambdas)
  layers.append(
    .line(x: path.map(\.x), y: path.map(\.y), label: "minimum", color: .black, style: .thick, column: "minimum"))
  layers.append(.points(x: minima.map(\.x), y: minima.map(\.y), color: .black, column: "minima"))
  layers.append(.points(x: [bowl.center.x], y: [bowl.center.y], color: .grey, shape: .cross, column: "center"))
  layers.append(.text("c", at: (bowl.center.x + 0.06, bowl.center.y + 0.06)))
  for (strength, theta) in zip(strengths, minima) {
    // Inside the penalty's contour there is room.
    layers.append(
      .text("λ = \(plain(strength))", at: (theta.x - 0.15, theta.y + 0.08), alignment: .right))
  }
  return Panel(
    "\(penalty.name), \(penalty.formula)", x: Axis("θ₁", range: -0.4...2.4), y: Axis("θ₂", range: -0.6...1.8),
    aspect: .equal, legend: .none,
    marks: layers)
}

/// Each parameter at the minimum against λ: straight pieces that stop at zero, or curves that only approach it.
func parameterFigure(_ bowl: Bowl, penalties: [Penalty], upTo last: Double) -> Figure {
  let lambdas = ((0...200).map { last * Double($0) / 200 } + bowl.sparsePath().map(\.strength)).sorted()
  return Figure(
    "parameters",
    title: penalties.contains(.absolute)
      ? "Under L1 one parameter after the other ends at zero; under L2 none does"
      : "Without its absolute value L1 pushes parameters through zero and on",
    columns: 2, shared: .y,
    panels: penalties.map { penalty in
      let minima = bowl.minima(under: penalty, strengths: lambdas)
      let (first, second) = (minima.map(\.x), minima.map(\.y))
      return Panel(
        penalty.name, x: Axis("strength λ of the penalty"), y: Axis("parameter at the minimum"), legend: .none,
        .horizontal(0),
        .line(x: lambdas, y: first, color: penalty.color, column: "theta_1"),
        .line(x: lambdas, y: second, color: penalty.color, column: "theta_2"),
        .text("θ₁", at: (lambdas[30], first[30] + 0.1)), .text("θ₂", at: (lambdas[16], second[16] + 0.1)))
    })
}

/// θ₂ under both steps, and how far the sub-gradient throws it by learning rate η, with its bound as a multiple of η.
func descentFigure(
  _ race: DescentRace, jitter: [(learningRate: Double, measured: Double)], bound: Double
) -> Figure {
  let shown = 40
  let steps = (0...shown).map(Double.init)
  return Figure(
    "descent",
    title: race.firstZero != nil
      ? "The proximal step lands on zero and stays; L1 in the loss jumps across it for ever"
      : "Neither step stops at zero",
    columns: 2,
    panels: [
      Panel(
        "η = \(plain(race.learningRate))", x: Axis("step"), y: Axis("θ₂"), .horizontal(0),
        .line(
          x: steps, y: Array(race.subgradient[...shown]), label: "L1 in the loss", color: .subgradient,
          column: "subgradient"),
        .line(x: steps, y: Array(race.proximal[...shown]), label: "proximal", color: .l1, column: "proximal")),
      Panel(
        "how far it jumps, by learning rate", x: Axis("learning rate η", scale: .log),
        y: Axis("largest |θ₂| after the first crossing", scale: .log),
        .points(
          x: jitter.map(\.learningRate), y: jitter.map(\.measured), color: .subgradient,
          column: "jitter"),
        .curve(label: "η (λ + a₂c₂)") { bound * $0 }),
    ])
}
