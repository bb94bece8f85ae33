import Numerics

/// A learning rate multiplied by the same factor at every step: α(s) = α₀ γˢ.
///
/// In code, α₀ is `initial` and γ is `factor`.
///
/// Source: PyTorch's `ExponentialLR` (gamma).
public struct ExponentialDecay: Schedule {
  /// The learning rate α₀ of step 0.
  public let initial: Double
  /// The factor γ.
  public let factor: Double

  /// Makes the schedule of a first learning rate and a factor.
  ///
  /// - Precondition: rate and factor are finite and not negative.
  public init(initial: Double, factor: Double) {
    checkLearningRate(initial)
    checkNotNegative(factor, "A factor")
    self.initial = initial
    self.factor = factor
  }

  /// The learning rate α₀ γˢ of step s.
  public func callAsFunction(_ step: Int) -> Double {
    checkStep(step)
    return initial * Double.pow(factor, step)
  }
}
