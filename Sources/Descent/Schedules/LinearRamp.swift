/// A learning rate that goes in a straight line from one share of α₀ to another, and then stays: warm-up, or decay.
///
///     α(s) = α₀ (a + (b − a) min(s, T)/T)
///
/// From a small share to 1 it is linear warm-up; from 1 to 0 it is linear decay to zero, α₀ (1 − s/T). In code, α₀ is
/// `rate`, a is `startFactor`, b is `endFactor` and T is `steps`.
///
/// Source: PyTorch's `LinearLR` (start_factor, end_factor, total_iters).
public struct LinearRamp: Schedule {
  /// The learning rate α₀ that the shares are of.
  public let rate: Double
  /// The share a at step 0.
  public let startFactor: Double
  /// The share b from step T on.
  public let endFactor: Double
  /// The length T of the ramp in steps, at least 1.
  public let steps: Int

  /// Makes the schedule of a learning rate, two shares of it and the number of steps between them.
  ///
  /// - Precondition: rate and shares are finite and not negative, and `steps` is at least 1.
  public init(rate: Double, from startFactor: Double = 1.0 / 3, to endFactor: Double = 1, steps: Int) {
    checkLearningRate(rate)
    checkNotNegative(startFactor, "A share")
    checkNotNegative(endFactor, "A share")
    checkLength(steps, "A ramp")
    self.rate = rate
    self.startFactor = startFactor
    self.endFactor = endFactor
    self.steps = steps
  }

  /// Linear decay to zero: α₀ (1 − s/T), and 0 from step T on.
  public static func toZero(from rate: Double, steps: Int) -> LinearRamp {
    LinearRamp(rate: rate, from: 1, to: 0, steps: steps)
  }

  /// The learning rate of step s.
  public func callAsFunction(_ step: Int) -> Double {
    checkStep(step)
    return rate * (startFactor + (endFactor - startFactor) * Double(min(step, steps)) / Double(steps))
  }
}
