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
  /// - Precondition: `interval` is at least 1.
  public init(initial: Double, factor: Double = 0.1, interval: Int) {
    precondition(interval >= 1, "A stair must be at least 1 step long, but is \(interval).")
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
