/// The same learning rate at every step: α(s) = α₀.
public struct ConstantRate: Schedule {
  /// The learning rate α₀.
  public let initial: Double

  /// Makes the schedule of a learning rate.
  ///
  /// - Precondition: the rate is finite and not negative.
  public init(_ initial: Double) {
    checkLearningRate(initial)
    self.initial = initial
  }

  /// The learning rate α₀, at every step.
  public func callAsFunction(_ step: Int) -> Double {
    checkStep(step)
    return initial
  }
}
