import Numerics

/// A learning rate multiplied by a factor every `interval` steps: α(s) = α₀ γ^⌊s / interval⌋.
///
/// In code, α₀ is `initial` and γ is `factor`.
///
/// Source: PyTorch's `StepLR` (step_size, gamma).
public struct StepDecay: Schedule {
  /// The learning rate α₀ of step 0.
  public let initial: Double
  /// The factor γ.
  public let factor: Double
  /// The length of a stair in steps, at least 1.
  public let interval: Int

  /// Makes the schedule of a first learning rate, a factor and a length of stair.
  ///
  /// - Precondition: rate and factor are finite and not negative, and `interval` is at least 1.
  public init(initial: Double, factor: Double = 0.1, interval: Int) {
    checkLearningRate(initial)
    checkNotNegative(factor, "A factor")
    checkLength(interval, "A stair")
    self.initial = initial
    self.factor = factor
    self.interval = interval
  }

  /// The learning rate α₀ γ^⌊s / interval⌋ of step s.
  public func callAsFunction(_ step: Int) -> Double {
    checkStep(step)
    return initial * Double.pow(factor, step / interval)
  }
}
