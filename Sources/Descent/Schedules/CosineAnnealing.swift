import Numerics

/// A learning rate that falls along half a cosine: α(s) = α₁ + ½ (α₀ − α₁) (1 + cos(π s / T)).
///
/// It starts flat at α₀, is half-way down at s = T/2 and arrives flat at α₁ at s = T. A run of T steps, numbered from 0,
/// therefore ends one step above α₁. After T the cosine rises again. In code, α₀ is `initial`, α₁ is `final` and T is
/// `steps`: two rates are not enough to draw the curve.
///
/// Source: Loshchilov & Hutter 2017, arXiv:1608.03983, equation 5; PyTorch's `CosineAnnealingLR` (η_min, T_max).
public struct CosineAnnealing: Schedule {
  /// The learning rate α₀ of step 0.
  public let initial: Double
  /// The learning rate α₁ of step T.
  public let final: Double
  /// The length T of the way down in steps, at least 1.
  public let steps: Int

  /// Makes the schedule of a first and a last learning rate and the number of steps between them.
  ///
  /// - Precondition: the rates are finite and not negative, and `steps` is at least 1.
  public init(initial: Double, final: Double = 0, steps: Int) {
    checkLearningRate(initial)
    checkLearningRate(final)
    checkLength(steps, "A way down")
    self.initial = initial
    self.final = final
    self.steps = steps
  }

  /// The learning rate α₁ + ½ (α₀ − α₁) (1 + cos(π s / T)) of step s.
  public func callAsFunction(_ step: Int) -> Double {
    checkStep(step)
    return final + (initial - final) * (1 + Double.cos(.pi * Double(step) / Double(steps))) / 2
  }
}
