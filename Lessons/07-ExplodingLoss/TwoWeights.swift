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
  func descend(atFactor factor: Double, steps: Int = 24) -> [TwoWeights] {
    var (weights, path) = (self, [self])
    for _ in 0..<steps {
      weights.step(learningRate: factor * 2 / curvature)
      path.append(weights)
    }
    return path
  }
}
