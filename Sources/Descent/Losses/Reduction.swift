/// What becomes of the losses of single samples or entries.
public enum Reduction: String, Sendable, Hashable, CaseIterable {
  /// Their mean; which weights divide it, each loss says. nan where there is nothing to average.
  case mean
  /// Their sum.
  case sum
  /// They are kept as they are.
  case none

  /// The reduced losses; the mean is their sum over `divisor`.
  func callAsFunction(_ losses: Tensor, divisor: Double) -> Tensor {
    switch self {
    case .mean: losses.sum() / divisor
    case .sum: losses.sum()
    case .none: losses
    }
  }
}

/// The losses times constant weights, which must not enlarge the losses' shape.
func weighted(_ losses: Tensor, by weights: Tensor?) -> Tensor {
  guard let weights else { return losses }
  let result = losses * weights.detached
  precondition(
    result.shape == losses.shape, "Weights of shape \(weights.shape) do not fit losses of shape \(losses.shape).")
  return result
}
