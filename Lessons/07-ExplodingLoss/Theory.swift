import Numerics

/// The direction of largest curvature of a quadratic loss, seen from where gradient descent starts.
struct SharpestMode: Sendable {
  /// λ, the largest eigenvalue of the Hessian.
  let curvature: Double
  /// The derivative of the loss in this direction, at the start.
  let slope: Double

  /// The part that this direction has in the loss after some steps at η = factor · 2/λ, in closed form:
  ///
  ///     ½ slope²/λ · (1 − ηλ)²ᵗ = ½ slope²/λ · (1 − 2 factor)²ᵗ
  func loss(atFactor factor: Double, after steps: Int) -> Double {
    0.5 * slope * slope / curvature * .pow(1 - 2 * factor, 2 * steps)
  }

  /// The first step after which that part is above a limit; nil where it does not grow.
  func firstStep(above limit: Double, atFactor factor: Double) -> Int? {
    let rate = Self.decadesPerStep(atFactor: factor)
    guard rate > 0 else { return nil }
    return max(0, Int(((Double.log10(limit) - .log10(loss(atFactor: factor, after: 0))) / rate).rounded(.up)))
  }

  /// The slope of log₁₀ L by step that follows, 2 log₁₀ |1 − ηλ|.
  static func decadesPerStep(atFactor factor: Double) -> Double { 2 * .log10(abs(1 - 2 * factor)) }
}

/// The smallest model whose curvature can change: an answer f = u v that should be 0, with the loss L = ½ f².
///
/// A step of gradient descent, u ← u − η f v and v ← v − η f u, changes the answer and λ = u² + v² by
///
///     f ← f (1 − ηλ + η²f²),   λ ← λ + η f² (ηλ − 4)
///
/// λ is the trace of the Hessian, and on the line of minima f = 0 its only eigenvalue but 0.
///
/// Source: Lewkowycz et al. 2020, arXiv:2003.02218, section 2, with a single hidden unit.
struct TwoWeights: Sendable, Equatable {
  var u = 2.0
  var v = 0.2

  var answer: Double { u * v }
  var loss: Double { 0.5 * answer * answer }
  var curvature: Double { u * u + v * v }

  mutating func step(learningRate: Double) {
    let pull = learningRate * answer
    (u, v) = (u - pull * v, v - pull * u)
  }

  /// The weights before each step and after the last, at a learning rate of so many times 2/λ₀.
  func descend(atFactor factor: Double, steps: Int = 12) -> [TwoWeights] {
    let learningRate = factor * 2 / curvature
    var (weights, path) = (self, [self])
    for _ in 0..<steps {
      weights.step(learningRate: learningRate)
      path.append(weights)
    }
    return path
  }
}
