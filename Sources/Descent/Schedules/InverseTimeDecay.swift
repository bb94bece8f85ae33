/// A learning rate that falls as one over the time: α(s) = α₀ / (1 + d·s).
///
/// With d = 1 it is 1/2 of α₀ at step 1 and 1/11 of it at step 10. In code, α₀ is `initial` and d is `decay`.
///
/// Source: Robbins & Monro 1951; Keras's `InverseTimeDecay`.
public struct InverseTimeDecay: Schedule {
  /// The learning rate α₀ of step 0.
  public let initial: Double
  /// The decay d per step, not negative.
  public let decay: Double

  /// Makes the schedule of a first learning rate and a decay.
  ///
  /// - Precondition: rate and decay are finite and not negative.
  public init(initial: Double, decay: Double) {
    checkLearningRate(initial)
    checkNotNegative(decay, "A decay")
    self.initial = initial
    self.decay = decay
  }

  /// The learning rate α₀ / (1 + d·s) of step s.
  public func callAsFunction(_ step: Int) -> Double {
    checkStep(step)
    return initial / (1 + decay * Double(step))
  }
}
