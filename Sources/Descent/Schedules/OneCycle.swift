import Numerics

/// One rise of the learning rate and one long fall, each along half a cosine.
///
/// It starts at α/`divisor`, reaches its peak α at step u = `warmupShare`·T − 1 and ends at α/(`divisor`·`finalDivisor`)
/// at step T − 1. Where u < 0, as with 3 steps and a share of 0.3, the fall has begun before step 0, and the peak is never
/// reached; so it is in PyTorch. In code, α is `peak` and T is `steps`.
///
/// Source: Smith & Topin 2018, arXiv:1708.07120; PyTorch's `OneCycleLR` (max_lr, total_steps, pct_start, div_factor,
/// final_div_factor; anneal_strategy "cos", two phases).
public struct OneCycle: Schedule {
  /// The highest learning rate α.
  public let peak: Double
  /// The length T of the cycle in steps.
  public let steps: Int
  /// The share of the cycle that rises, above 0 and below 1.
  public let warmupShare: Double
  /// How many times smaller than the peak the first rate is.
  public let divisor: Double
  /// How many times smaller than the first rate the last one is.
  public let finalDivisor: Double

  /// Makes the schedule of a highest learning rate and a number of steps.
  ///
  /// - Precondition: the rate is finite and not negative, the divisors are finite and above 0, `steps` is at least 2 and
  ///   `warmupShare` is above 0 and below 1.
  public init(
    peak: Double, steps: Int, warmupShare: Double = 0.3, divisor: Double = 25, finalDivisor: Double = 1e4
  ) {
    checkLearningRate(peak)
    checkPositive(divisor, "A divisor")
    checkPositive(finalDivisor, "A divisor")
    precondition(steps >= 2, "A cycle must be at least 2 steps long, but is \(steps).")
    precondition(warmupShare > 0 && warmupShare < 1, "A share must be above 0 and below 1, but is \(warmupShare).")
    self.peak = peak
    self.steps = steps
    self.warmupShare = warmupShare
    self.divisor = divisor
    self.finalDivisor = finalDivisor
  }

  /// The learning rate of step s.
  ///
  /// - Precondition: s is below T.
  public func callAsFunction(_ step: Int) -> Double {
    checkStep(step)
    precondition(step < steps, "A cycle of \(steps) steps has no step \(step).")
    let top = warmupShare * Double(steps) - 1
    let (first, last) = (peak / divisor, peak / (divisor * finalDivisor))
    if Double(step) == top { return peak }  // also where the rise is no step long
    return Double(step) < top
      ? Self.cosine(from: first, to: peak, share: Double(step) / top)
      : Self.cosine(from: peak, to: last, share: (Double(step) - top) / (Double(steps) - 1 - top))
  }

  private static func cosine(from start: Double, to end: Double, share: Double) -> Double {
    let remaining = (1 + Double.cos(.pi * share)) / 2
    return start * remaining + end * (1 - remaining)
  }
}
