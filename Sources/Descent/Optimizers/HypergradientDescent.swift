/// Gradient descent that moves its own learning rate down the gradient of the loss by that rate.
///
///     η ← η + κ gₜ·gₜ₋₁,   θ ← θ − η gₜ
///
/// The last step was −η gₜ₋₁, so the loss falls by gₜ·gₜ₋₁ for each unit that η had been larger: one product of two gradients
/// that are there already. It looks one step ahead and no further. In code, η is `learningRate`, which the first step takes
/// as it is, and κ is `hyperRate`. η is kept from falling below 0, and a product that is not finite leaves it as it is.
///
/// Source: Baydin et al. 2018, arXiv:1703.04782, SGD-HD; Almeida et al. 1998.
public struct HypergradientDescent: Optimizer {
  /// The step size η, which each update changes.
  public var learningRate: Double { didSet { checkLearningRate(learningRate) } }
  /// The rate κ at which η moves.
  public let hyperRate: Double
  private var last: Gradients?
  private var descent: SGD

  /// Makes the optimizer of a first learning rate and the rate at which it moves.
  ///
  /// - Precondition: both are finite and not negative.
  public init(learningRate: Double, hyperRate: Double) {
    checkLearningRate(learningRate)
    checkNotNegative(hyperRate, "hyperRate")
    self.learningRate = learningRate
    self.hyperRate = hyperRate
    descent = SGD(learningRate: learningRate)
  }

  /// Moves the learning rate, then the parameters.
  public mutating func update(_ model: some Model, with gradients: Gradients) {
    if let last {
      let moved = learningRate + hyperRate * gradients.dot(last)
      if moved.isFinite { learningRate = max(0, moved) }
    }
    last = gradients
    descent.learningRate = learningRate
    descent.update(model, with: gradients)
  }
}
