/// A rule that keeps a gradient g from making a step too long.
///
/// | rule | the gradient becomes |
/// | --- | --- |
/// | `none` | g |
/// | `globalNorm(t)` | g · min(1, t/‖g‖), ‖g‖ over all parameters together: the direction stays |
/// | `normPerTensor(t)` | the same for each parameter by itself: directions within a parameter stay |
/// | `value(t)` | each entry brought into [−t, t]: the direction may turn |
/// | `shrink(ε, t)` | ε g if ‖g‖ > t, else g: not bounded, and it jumps at t |
///
/// By a norm, entries that are inf or nan stay visible: a norm that is not finite gives gradients that are not finite, so
/// that a failure is not hidden. `value` keeps nan but hides inf, which becomes t, as in PyTorch. A norm whose squares would overflow or vanish is computed with the entries scaled.
///
/// Source: `globalNorm`: Pascanu, Mikolov & Bengio 2013, arXiv:1211.5063, algorithm 1; `shrink`: the course notes.
public enum Clipping: Sendable, Hashable {
  /// Leaves the gradient alone.
  case none
  /// Scales the whole gradient so that its norm is at most the given one.
  case globalNorm(Double)
  /// Scales each parameter's gradient so that its norm is at most the given one.
  case normPerTensor(Double)
  /// Brings each entry into −limit … limit.
  case value(Double)
  /// Multiplies the whole gradient by `factor` once its norm is above `threshold`.
  case shrink(factor: Double, above: Double)

  /// The number that the whole of a gradient of this norm is multiplied by; 1 for `value`, which has no such number.
  ///
  /// For `normPerTensor` the norm is that of one parameter.
  public func factor(forNorm norm: Double) -> Double {
    switch self {
    case .none, .value: 1
    case .globalNorm(let limit), .normPerTensor(let limit): norm <= limit ? 1 : limit / norm
    case .shrink(let factor, let threshold): norm > threshold ? factor : 1
    }
  }

  func checkThreshold() {
    switch self {
    case .none: break
    case .globalNorm(let limit), .normPerTensor(let limit), .value(let limit):
      precondition(limit > 0, "A clipping threshold must be above 0, but is \(limit).")
    case .shrink(let factor, let threshold):
      precondition(threshold > 0, "A clipping threshold must be above 0, but is \(threshold).")
      precondition((0...1).contains(factor), "A shrinking factor must be in 0 … 1, but is \(factor).")
    }
  }
}

extension Array<Double> {
  /// This vector, clipped as the gradient of one parameter.
  public func clipped(by rule: Clipping) -> [Double] {
    rule.checkThreshold()
    switch rule {
    case .none: return self
    case .value(let limit): return map { $0.clipped(toMagnitude: limit) }
    case .globalNorm, .normPerTensor, .shrink:
      let factor = rule.factor(forNorm: norm)
      return factor == 1 ? self : map { factor * $0 }
    }
  }
}

extension Double {
  /// This number brought into −limit … limit; nan stays nan.
  ///
  /// - Precondition: `limit` is not negative.
  public func clipped(toMagnitude limit: Double) -> Double {
    checkMagnitude(limit)
    return isNaN ? self : min(max(self, -limit), limit)
  }
}

func checkMagnitude(_ limit: Double) {
  precondition(limit >= 0, "Numbers cannot be brought into −limit … limit with a limit of \(limit).")
}
