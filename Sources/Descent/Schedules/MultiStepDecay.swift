import Numerics

/// A learning rate multiplied by a factor at given steps: α(s) = α₀ γ^(number of milestones at or before s).
///
/// In code, α₀ is `initial` and γ is `factor`.
///
/// Source: PyTorch's `MultiStepLR` (milestones, gamma).
public struct MultiStepDecay: Schedule {
  /// The learning rate α₀ of step 0.
  public let initial: Double
  /// The factor γ.
  public let factor: Double
  /// The first steps with a lower rate; one that is named twice counts twice.
  public let milestones: [Int]

  /// Makes the schedule of a first learning rate, a factor and the steps at which it acts.
  ///
  /// - Precondition: rate and factor are finite, and they and the milestones are not negative.
  public init(initial: Double, factor: Double = 0.1, milestones: [Int]) {
    checkLearningRate(initial)
    checkNotNegative(factor, "A factor")
    for milestone in milestones { checkLength(milestone, "A milestone", atLeast: 0) }
    self.initial = initial
    self.factor = factor
    self.milestones = milestones
  }

  /// The learning rate of step s.
  public func callAsFunction(_ step: Int) -> Double {
    checkStep(step)
    return initial * Double.pow(factor, milestones.count { $0 <= step })
  }
}
