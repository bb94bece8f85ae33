/// A learning rate that falls as one over the square root of the number of updates: α(s) = α₀ / √(s + 1).
///
/// Step 0 is the first update, so that it takes the whole α₀. In code, α₀ is `initial`.
///
/// Source: the course notes, α₀/√t with t counted from 1; Vaswani et al. 2017, arXiv:1706.03762, equation 3, without
/// the warm-up.
public struct InverseSquareRootDecay: Schedule {
  /// The learning rate α₀ of step 0.
  public let initial: Double

  /// Makes the schedule of a first learning rate.
  ///
  /// - Precondition: the rate is finite and not negative.
  public init(initial: Double) {
    checkLearningRate(initial)
    self.initial = initial
  }

  /// The learning rate α₀ / √(s + 1) of step s.
  public func callAsFunction(_ step: Int) -> Double {
    checkStep(step)
    return initial / Double(step + 1).squareRoot()
  }
}
