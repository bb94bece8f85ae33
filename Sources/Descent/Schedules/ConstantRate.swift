/// The same learning rate at every step: α(s) = α₀.
public struct ConstantRate: Schedule {
  /// The learning rate α₀.
  public let initial: Double

  /// Makes the schedule of a learning rate.
  public init(_ initial: Double) { self.initial = initial }

  /// The learning rate α₀, at every step.
  public func callAsFunction(_ step: Int) -> Double {
    checkStep(step)
    return initial
  }
}
