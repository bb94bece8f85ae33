import Numerics

/// A learning rate that goes up and down in straight lines between two bounds.
///
///     α(s) = α₁ + (α₂ − α₁) · height(s) · scale,   height: 0 → 1 in `stepsUp`, 1 → 0 in `stepsDown`
///
/// The scale is 1, ½ⁿ in the n-th cycle counted from 0, or γˢ. In code, α₁ is `lowest` and α₂ is `highest`.
///
/// Source: Smith 2017, arXiv:1506.01186; PyTorch's `CyclicLR` (base_lr, max_lr, step_size_up, step_size_down, mode).
public struct Cyclic: Schedule {
  /// How the height of the cycles changes.
  public enum Scale: Sendable, Hashable {
    /// All cycles are alike, PyTorch's "triangular".
    case constant
    /// Each cycle is half as high as the one before, "triangular2".
    case halving
    /// The height is multiplied by a factor at each step, "exp_range".
    case exponential(Double)
  }

  /// The lowest learning rate α₁.
  public let lowest: Double
  /// The highest learning rate α₂ of the first cycle.
  public let highest: Double
  /// The length of the way up in steps, at least 1.
  public let stepsUp: Int
  /// The length of the way down in steps, at least 1.
  public let stepsDown: Int
  /// How the height of the cycles changes.
  public let scale: Scale

  /// Makes the schedule of two bounds and the steps between them; the way down is as long as the way up by default.
  ///
  /// - Precondition: rates and factor are finite and not negative, and both ways are at least 1 step long.
  public init(lowest: Double, highest: Double, stepsUp: Int, stepsDown: Int? = nil, scale: Scale = .constant) {
    checkLearningRate(lowest)
    checkLearningRate(highest)
    if case .exponential(let factor) = scale { checkNotNegative(factor, "A factor") }
    precondition(
      stepsUp >= 1 && stepsDown ?? 1 >= 1,
      "A way must be at least 1 step long, not \(stepsUp) and \(stepsDown ?? stepsUp).")
    self.lowest = lowest
    self.highest = highest
    self.stepsUp = stepsUp
    self.stepsDown = stepsDown ?? stepsUp
    self.scale = scale
  }

  /// The learning rate of step s.
  public func callAsFunction(_ step: Int) -> Double {
    checkStep(step)
    let (cycle, position) = step.quotientAndRemainder(dividingBy: stepsUp + stepsDown)
    let height =
      position <= stepsUp
      ? Double(position) / Double(stepsUp) : Double(stepsUp + stepsDown - position) / Double(stepsDown)
    return lowest + (highest - lowest) * height * factor(step: step, cycle: cycle)
  }

  private func factor(step: Int, cycle: Int) -> Double {
    switch scale {
    case .constant: 1
    case .halving: Double.pow(0.5, cycle)
    case .exponential(let factor): Double.pow(factor, step)
    }
  }
}
