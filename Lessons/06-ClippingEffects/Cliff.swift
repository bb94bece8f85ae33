import Experiments
import Descent
import Gnuplot
import Numerics

/// A pair of weights: a place on the error surface.
struct Point: Sendable, Equatable {
  var weight: Double
  var bias: Double
}

/// A recurrent network with a single unit that is asked to answer 0.7 after fifty steps.
///
///     x₀ = 0.5,   xₜ₊₁ = w σ(xₜ) + b,   E(w, b) = (σ(x₅₀) − 0.7)²
///
/// Source: Pascanu, Mikolov & Bengio 2013, arXiv:1211.5063, figure 6.
struct RecurrentUnit: Sendable {
  var start = 0.5
  var target = 0.7
  var depth = 50

  /// The error E and its gradient (∂E/∂w, ∂E/∂b).
  ///
  /// The derivatives are carried forward beside the state: whatever xₜ owes to a weight, xₜ₊₁ owes w σ′(xₜ) times as
  /// much, plus what it owes to the weight directly.
  func callAsFunction(_ point: Point) -> (error: Double, gradient: [Double]) {
    var state = start
    var (byWeight, byBias) = (0.0, 0.0)
    for _ in 0..<depth {
      let output = sigmoid(state)
      let carry = point.weight * output * (1 - output)
      state = point.weight * output + point.bias
      byWeight = output + carry * byWeight
      byBias = 1 + carry * byBias
    }
    let answer = sigmoid(state)
    let miss = answer - target
    let slope = 2 * miss * answer * (1 - answer)
    return (miss * miss, [slope * byWeight, slope * byBias])
  }
}

// MARK: - Where the cliff is

extension RecurrentUnit {
  /// The edge of the cliff, b = x₀ − w σ(x₀): there x₀ maps to itself, and on either side it is driven away.
  func edgeBias(atWeight weight: Double) -> Double { start - weight * sigmoid(start) }

  /// The smallest weight with a cliff: above it the fixed point x₀ repels, w σ′(x₀) > 1.
  var cliffBegins: Double { 1 / sigmoidSlope(start) }

  /// The floor of the valley, b = x* − w σ(x*) with σ(x*) = target: there the unit can rest on the right answer.
  func floorBias(atWeight weight: Double) -> Double { logit(target) - weight * target }

  /// The weight at which the floor of the valley runs into the edge; for larger weights there is no floor to reach.
  var floorEnds: Double { (logit(target) - start) / (target - sigmoid(start)) }

  /// The norm of the gradient on the edge, in closed form: with m = w σ′(x₀) every step multiplies by m, and
  ///
  ///     ‖∇E‖ = 2 |σ(x₀) − target| σ′(x₀) · (mᵀ − 1)/(m − 1) · √(σ(x₀)² + 1)
  func edgeGradientNorm(atWeight weight: Double) -> Double {
    let multiplier = weight * sigmoidSlope(start)
    let geometricSum = (Double.pow(multiplier, depth) - 1) / (multiplier - 1)
    let direction = [sigmoid(start), 1].norm
    return 2 * abs(sigmoid(start) - target) * sigmoidSlope(start) * geometricSum * direction
  }

  /// The median of the gradient's norm over a map with w in 3.6 … 6.4 and b in −3.4 … 0.6.
  var medianGradientNorm: Double {
    let points = evenly(3.6...6.4, count: 57).flatMap { weight in
      evenly(-3.4...0.6, count: 81).map { Point(weight: weight, bias: $0) }
    }
    let norms = points.map { self($0).gradient.norm }.sorted()
    return norms[norms.count / 2]
  }

  /// A point seen from the cliff: how far along the edge from where the floor ends, and how far above the edge.
  ///
  /// A rotation of the (w, b) plane, so that lengths and angles stay what they are.
  func seenFromEdge(_ point: Point) -> (along: Double, above: Double) {
    let (cross, length) = (sigmoid(start), [sigmoid(start), 1].norm)
    let corner = Point(weight: floorEnds, bias: edgeBias(atWeight: floorEnds))
    let (right, up) = (point.weight - corner.weight, point.bias - corner.bias)
    return ((right - cross * up) / length, (cross * right + up) / length)
  }

  /// The point at a place given as `seenFromEdge` gives it.
  func point(along: Double, above: Double) -> Point {
    let (cross, length) = (sigmoid(start), [sigmoid(start), 1].norm)
    return Point(
      weight: floorEnds + (along + cross * above) / length,
      bias: edgeBias(atWeight: floorEnds) + (above - cross * along) / length)
  }
}

// MARK: - Walking

/// Gradient descent from one start: `steps + 1` points and errors, and one gradient and one step length per step.
struct Walk: Sendable {
  var points: [Point]
  var errors: [Double]
  var gradientNorms: [Double] = []
  var stepLengths: [Double] = []

  var end: Point { points[points.count - 1] }
  var finalError: Double { errors[errors.count - 1] }
  var longestStep: Double { stepLengths.max() ?? 0 }
  var largestGradient: Double { gradientNorms.max() ?? 0 }
  /// Whether the walk ended at the right answer: the error is a thousandth at most.
  var isSolved: Bool { finalError < 1e-3 }
  /// Whether a step threw the walk out of the landscape: the bias, which starts near −2, is beyond ±10.
  var isThrownOut: Bool { !(abs(end.bias) <= 10) }
}

extension RecurrentUnit {
  /// Walks downhill: θ ← θ − η clip(∇E(θ)).
  func walk(from start: Point, rule: Clipping, learningRate: Double, steps: Int = 500) -> Walk {
    var point = start
    var (error, gradient) = self(point)
    var walk = Walk(points: [point], errors: [error])
    for _ in 0..<steps {
      let step = gradient.clipped(by: rule).map { -learningRate * $0 }
      walk.gradientNorms.append(gradient.norm)
      walk.stepLengths.append(step.norm)
      point = Point(weight: point.weight + step[0], bias: point.bias + step[1])
      (error, gradient) = self(point)
      walk.points.append(point)
      walk.errors.append(error)
    }
    return walk
  }

  /// Random starts a little above the cliff: w in 4.4 … 5.2, and b between 0.01 and 0.5 above the edge.
  func starts(count: Int, seed: UInt64) -> [Point] {
    var generator = RandomGenerator(seed: seed)
    return (0..<count).map { _ in
      let weight = generator.uniform(in: 4.4..<5.2)
      return Point(weight: weight, bias: edgeBias(atWeight: weight) + generator.uniform(in: 0.01..<0.5))
    }
  }

  /// Copies of a start, each with a weight that differs by less than a ten-billionth.
  func copies(of start: Point, count: Int, seed: UInt64) -> [Point] {
    var generator = RandomGenerator(seed: seed)
    return (0..<count).map { _ in
      Point(weight: start.weight + generator.uniform(in: -1e-10..<1e-10), bias: start.bias)
    }
  }

  /// What becomes of walks from several starts under one rule.
  func outcome(from starts: [Point], rule: Clipping, learningRate: Double) -> Outcome {
    Outcome(of: starts.map { walk(from: $0, rule: rule, learningRate: learningRate) })
  }
}

/// What became of several walks: shares of the walks, and the extremes over all of their steps.
struct Outcome: Sendable {
  var solved: Double
  var thrownOut: Double
  var longestStep: Double
  var largestGradient: Double

  init(of walks: [Walk]) {
    solved = Double(walks.count { $0.isSolved }) / Double(walks.count)
    thrownOut = Double(walks.count { $0.isThrownOut }) / Double(walks.count)
    longestStep = walks.map(\.longestStep).max() ?? 0
    largestGradient = walks.map(\.largestGradient).max() ?? 0
  }
}

// MARK: - Elementary functions

func sigmoid(_ x: Double) -> Double { 1 / (1 + .exp(-x)) }

/// σ′(x) = σ(x)(1 − σ(x)), at most ¼.
func sigmoidSlope(_ x: Double) -> Double { sigmoid(x) * (1 - sigmoid(x)) }

/// The x with σ(x) = probability.
func logit(_ probability: Double) -> Double { .log(probability / (1 - probability)) }
