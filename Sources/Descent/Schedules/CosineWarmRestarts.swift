import Numerics

/// Cosine annealing that starts again and again, each period longer than the last by a factor.
///
///     α(s) = α₁ + ½ (α₀ − α₁) (1 + cos(π r / Tᵢ)),   r: steps since the last restart,   Tᵢ = T₀ mⁱ
///
/// In code, α₀ is `initial`, α₁ is `final`, T₀ is `period` and m is `growth`.
///
/// Source: Loshchilov & Hutter 2017, arXiv:1608.03983, equation 5; PyTorch's `CosineAnnealingWarmRestarts` (T_0, T_mult).
public struct CosineWarmRestarts: Schedule {
  /// The learning rate α₀ of step 0 and of each restart.
  public let initial: Double
  /// The learning rate α₁ that each period would end on.
  public let final: Double
  /// The length T₀ of the first period in steps, at least 1.
  public let period: Int
  /// The factor m from each period to the next, at least 1.
  public let growth: Int

  /// Makes the schedule of a first and a last learning rate, the first period and its growth.
  ///
  /// - Precondition: the rates are finite and not negative, and `period` and `growth` are at least 1.
  public init(initial: Double, final: Double = 0, period: Int, growth: Int = 1) {
    checkLearningRate(initial)
    checkLearningRate(final)
    checkLength(period, "A period")
    checkLength(growth, "The growth of a period")
    self.initial = initial
    self.final = final
    self.period = period
    self.growth = growth
  }

  /// The learning rate of step s.
  public func callAsFunction(_ step: Int) -> Double {
    checkStep(step)
    var (since, length) = (step, period)
    if growth == 1 {
      since %= period
    } else {
      while since >= length {
        since -= length
        length *= growth
      }
    }
    return final + (initial - final) * (1 + Double.cos(.pi * Double(since) / Double(length))) / 2
  }
}
