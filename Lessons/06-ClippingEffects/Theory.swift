import Numerics

func sigmoid(_ x: Double) -> Double { 1 / (1 + .exp(-x)) }

/// σ′(x) = σ(x)(1 − σ(x)), at most ¼.
func sigmoidSlope(_ x: Double) -> Double { sigmoid(x) * (1 - sigmoid(x)) }

/// ‖v‖.
func norm(_ vector: SIMD2<Double>) -> Double { (vector * vector).sum().squareRoot() }

// MARK: Where the cliff is

extension RecurrentUnit {
  /// The edge of the cliff, b = x₀ − w σ(x₀): there x₀ maps to itself, and on either side it is driven away.
  func edgeBias(atWeight weight: Double) -> Double { start - weight * sigmoid(start) }

  /// The smallest weight with a cliff: above it the fixed point x₀ repels, w σ′(x₀) > 1.
  var cliffBegins: Double { 1 / sigmoidSlope(start) }

  /// The weight at which the floor of the valley, b = x* − w σ(x*) with σ(x*) = target, runs into the edge.
  var floorEnds: Double { (.log(target / (1 - target)) - start) / (target - sigmoid(start)) }

  /// The norm of the gradient on the edge, in closed form: with m = w σ′(x₀) every step multiplies by m, and
  ///
  ///     ‖∇E‖ = 2 |σ(x₀) − target| σ′(x₀) · (mᵀ − 1)/(m − 1) · √(σ(x₀)² + 1)
  func edgeGradientNorm(atWeight weight: Double) -> Double {
    let multiplier = weight * sigmoidSlope(start)
    let geometricSum = (Double.pow(multiplier, depth) - 1) / (multiplier - 1)
    return 2 * abs(sigmoid(start) - target) * sigmoidSlope(start) * geometricSum * norm([sigmoid(start), 1])
  }

  /// A point (w, b) seen from the cliff: how far along the edge from where the floor ends, and how far above the edge.
  func seenFromEdge(_ point: SIMD2<Double>) -> (along: Double, above: Double) {
    let (cross, away) = (sigmoid(start), point - [floorEnds, edgeBias(atWeight: floorEnds)])
    return ((away.x - cross * away.y) / norm([cross, 1]), (cross * away.x + away.y) / norm([cross, 1]))
  }

  /// The point at a place given as `seenFromEdge` gives it.
  func point(along: Double, above: Double) -> SIMD2<Double> {
    let cross = sigmoid(start)
    let away = SIMD2(along + cross * above, above - cross * along) / norm([cross, 1])
    return away + [floorEnds, edgeBias(atWeight: floorEnds)]
  }

  /// The angle in degrees by which clipping each value turns a gradient on the edge, 45° − arctan σ(x₀).
  var turnAtEdge: Double { 45 - .atan(sigmoid(start)) * 180 / .pi }

  /// How far along the edge one step of clipped values (ηt, ηt) carries: ηt (1 − σ(x₀)) / √(1 + σ(x₀)²).
  func driftAtEdge(learningRate: Double, threshold: Double) -> Double {
    learningRate * threshold * (1 - sigmoid(start)) / norm([sigmoid(start), 1])
  }
}

/// The furthest that Adam can move a weight in one step, for each unit of the learning rate, whatever the gradients.
///
///     |m| ≤ √(Σ aₖ²/bₖ) √v   by Cauchy and Schwarz, with aₖ = (1 − β₁)β₁ᵏ and bₖ = (1 − β₂)β₂ᵏ,
///     hence |m|/√v ≤ (1 − β₁)/√((1 − β₂)(1 − β₁²/β₂))
func longestAdamStep(beta1: Double = 0.9, beta2: Double = 0.999) -> Double {
  (1 - beta1) / ((1 - beta2) * (1 - beta1 * beta1 / beta2)).squareRoot()
}
