import Experiments
import Gnuplot
import Notebook
import Numerics

extension Color {
  static let l1 = Color.momentum
  static let l2 = Color.gradientDescent
  static let subgradient = Color.rmsProp
}

extension Penalty {
  var name: String { self == .squared ? "L2" : self == .absolute ? "L1" : "L1 without |·|" }
  var formula: String { self == .squared ? "λ Σθᵢ²" : self == .absolute ? "λ Σ|θᵢ|" : "λ Σθᵢ" }
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
  let points = (0...72).map { k in
    let angle = 2 * Double.pi * Double(k) / 72
    return point(SIMD2(.cos(angle), .sin(angle)))
  }
  return (points.map(\.x), points.map(\.y))
}

/// The notes' figure as a film: contours of the loss and of the penalty through the minimum, which moves as λ grows.
func contourFigure(_ bowl: Bowl, penalties: [Penalty], upTo last: Double, still: Double) -> Figure {
  // Slow at the start, where the minimum runs into the corner.
  let strengths = (0...30).map { last * Double($0 * $0) / (30 * 30) }
  let stillFrame = strengths.firstIndex { $0 >= still }.map { $0 + 1 }
  return Figure(
    "contours",
    title: penalties.contains(.absolute)
      ? "L1 slides into a corner and stays on the axis; L2 meets no axis"
      : "Without its absolute value L1 has no corner, and the minimum walks through the axes",
    columns: 2, shared: .y,
    animation: Animation(
      frames: strengths.count, secondsPerFrame: 0.16, stillFrame: stillFrame,
      captions: strengths.map { "λ = \(fixed($0, 2))" }),
    panels: penalties.map { contourPanel(bowl, $0, strengths: strengths) })
}

private func contourPanel(_ bowl: Bowl, _ penalty: Penalty, strengths: [Double]) -> Panel {
  let minima = bowl.minima(under: penalty, strengths: strengths)
  // Dense enough to look smooth, and through the corner of the L1 path.
  let lambdas = ((0...60).map { 0.025 * Double($0 * $0) } + bowl.sparsePath().map(\.strength)).sorted()
  let path = bowl.minima(under: penalty, strengths: lambdas)
  return Panel(
    "\(penalty.name), \(penalty.formula)", x: Axis("θ₁", range: -0.4...2.4), y: Axis("θ₂", range: -0.6...1.8),
    aspect: .equal, legend: .none,
    .horizontal(0), .vertical(0),
    .whole(
      .line(x: path.map(\.x), y: path.map(\.y), color: .grey, style: LineStyle(width: 1.5), column: "path"),
      .points(x: [bowl.center.x], y: [bowl.center.y], color: .grey, shape: .cross, column: "center")),
    .text("c", at: (bowl.center.x + 0.06, bowl.center.y + 0.06)),
    .frames(strengths.count) { frame in
      let theta = minima[frame - 1]
      let (loss, ball) = (bowl.levelSet(through: theta), penalty.levelSet(through: theta))
      return [
        .line(x: loss.x, y: loss.y, color: .grey, style: LineStyle(width: 1), column: "loss \(frame)"),
        .line(x: ball.x, y: ball.y, color: penalty.color, column: "penalty \(frame)"),
        .points(x: [theta.x], y: [theta.y], color: .black, size: 1.4, column: "minimum \(frame)"),
      ]
    })
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
  let shown = min(race.steps, 2 * max(20, race.firstZero ?? 0))
  let steps = (0...shown).map(Double.init)
  return Figure(
    "descent",
    title: race.firstZero != nil
      ? "The proximal step lands on zero and stays; L1 in the loss jumps across it"
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

/// The weights of a run as ten pictures of 8 × 8 pixels, under L1 and L2, with a dot on each exact zero.
func weightsFigure(_ runs: [(name: String, outcome: SparseDigits.Outcome)]) -> Figure {
  let largest = runs.flatMap(\.outcome.weights).reduce(0) { max($0, abs($1)) }
  let zeros = runs.first?.outcome.zeroShare ?? 0
  return Figure(
    "weights",
    title: zeros == 0
      ? "No weight is exactly zero"
      : "L1 sets \(percent(zeros, 0)) of the weights to exactly zero (dots); L2 keeps a little of all",
    columns: 2, panels: runs.map { weightsPanel($0.name, $0.outcome.weights, range: -largest...largest) })
}

/// Two rows of five digits on one sheet; every pixel has a place, and the places between the pictures stay blank.
private func weightsPanel(_ name: String, _ weights: [Double], range: ClosedRange<Double>) -> Panel {
  let (pitch, rowPitch) = (9, 11)
  let (width, height) = (5 * pitch + 1, 2 * rowPitch)
  var sheet = [[Double]](repeating: [Double](repeating: .nan, count: width), count: height)
  var zeros: (x: [Double], y: [Double]) = ([], [])
  var labels: [Mark] = []
  var frames: (x: [Double], y: [Double]) = ([], [])
  for digit in 0..<10 {
    let left = 1 + digit % 5 * pitch
    let top = height - 3 - digit / 5 * rowPitch  // the sheet's rows count upwards
    labels.append(.text("\(digit)", at: (Double(left) - 0.5, Double(top) + 1.3)))
    // White is zero and paper is white: a frame shows where a picture ends.
    frames.x += [0, 8, 8, 0, 0].map { Double(left) - 0.5 + $0 } + [.nan]
    frames.y += [0, 0, 8, 8, 0].map { Double(top) - 7.5 + $0 } + [.nan]
    for pixel in 0..<64 {
      let (x, y) = (left + pixel % 8, top - pixel / 8)
      let weight = weights[64 * digit + pixel]
      sheet[y][x] = weight
      if weight == 0 { zeros = (zeros.x + [Double(x)], zeros.y + [Double(y)]) }
    }
  }
  return Panel(
    name, x: Axis("", ticks: []), y: Axis("", ticks: []), aspect: .equal,
    marks: [
      .heatMap(
        x: (0..<width).map(Double.init), y: (0..<height).map(Double.init), z: sheet, label: "weight", range: range,
        colors: .diverging),
      .line(x: frames.x, y: frames.y, color: .grey, style: .thin, column: "frame"),
      .points(x: zeros.x, y: zeros.y, color: .grey, size: 0.4, column: "exact_zero"),
    ] + labels)
}
