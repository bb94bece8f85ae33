/// Inverse-time decay that moves only every `interval` steps: α(s) = α₀ / (1 + d·⌊s / interval⌋).
///
/// With d = 1 and an interval of 1000 it is α₀ until step 999, α₀/2 until step 1999, α₀/3 until step 2999.
///
/// Source: the course notes; Keras's `InverseTimeDecay` with `staircase=True`.
public struct StaircaseDecay: Schedule {
  /// The learning rate α₀ of step 0.
  public let initial: Double
  /// The decay d per stair, not negative.
  public let decay: Double
  /// The length of a stair in steps, at least 1.
  public let interval: Int

  /// Makes the schedule of a first learning rate, a decay and a length of stair.
  ///
  /// - Precondition: rate and decay are finite and not negative, and `interval` is at least 1.
  public init(initial: Double, decay: Double, interval: Int) {
    checkLearningRate(initial)
    checkNotNegative(decay, "A decay")
    checkLength(interval, "A stair")
    self.initial = initial
    self.decay = decay
    self.interval = interval
  }

  /// The learning rate α₀ / (1 + d·⌊s / interval⌋) of step s.
  public func callAsFunction(_ step: Int) -> Double {
    checkStep(step)
    return initial / (1 + decay * Double(step / interval))
  }
}
