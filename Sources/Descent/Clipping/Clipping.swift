import Numerics

/// A rule that keeps a gradient g from making a step too long.
///
/// | rule | the gradient becomes |
/// | --- | --- |
/// | `none` | g |
/// | `globalNorm(t)` | g · min(1, t/‖g‖), ‖g‖ over all parameters together: the direction stays |
/// | `layerNorm(t)` | the same for each parameter by itself: directions within a parameter stay |
/// | `value(t)` | each entry brought into [−t, t]: the direction may turn |
/// | `shrink(ε, t)` | ε g if ‖g‖ > t, else g: not bounded, and it jumps at t |
///
/// Entries that are inf or nan stay visible: a norm that is not finite gives gradients that are not finite, so that
/// a failure is not hidden. A norm whose squares would overflow or vanish is computed with the entries scaled.
///
/// Source: `globalNorm`: Pascanu, Mikolov & Bengio 2013, arXiv:1211.5063, algorithm 1; `shrink`: the course notes.
public enum Clipping: Sendable, Hashable {
  /// Leaves the gradient alone.
  case none
  /// Scales the whole gradient so that its norm is at most the given one.
  case globalNorm(Double)
  /// Scales each parameter's gradient so that its norm is at most the given one.
  case layerNorm(Double)
  /// Brings each entry into −limit … limit.
  case value(Double)
  /// Multiplies the whole gradient by `factor` once its norm is above `threshold`.
  case shrink(factor: Double, above: Double)

  /// The number that the whole of a gradient of this norm is multiplied by; 1 for `value`, which has no such number.
  ///
  /// For `layerNorm` the norm is that of one parameter.
  public func factor(forNorm norm: Double) -> Double {
    switch self {
    case .none, .value: 1
    case .globalNorm(let limit), .layerNorm(let limit): norm <= limit ? 1 : limit / norm
    case .shrink(let factor, let threshold): norm > threshold ? factor : 1
    }
  }

  func checkThreshold() {
    switch self {
    case .none: break
    case .globalNorm(let limit), .layerNorm(let limit), .value(let limit):
      precondition(limit > 0, "A clipping threshold must be above 0, but is \(limit).")
    case .shrink(let factor, let threshold):
      precondition(threshold > 0, "A clipping threshold must be above 0, but is \(threshold).")
      precondition((0...1).contains(factor), "A shrinking factor must be in 0 … 1, but is \(factor).")
    }
  }
}

extension Array<Double> {
  /// The Euclidean norm √Σxᵢ², also where the squares themselves would overflow or vanish.
  public var norm: Double {
    var largest = 0.0
    for entry in self {
      // max(largest, nan) may be either one, so nan is passed on by hand.
      if entry.isNaN { return .nan }
      largest = Swift.max(largest, Swift.abs(entry))
    }
    guard largest > 0, largest.isFinite else { return largest }
    if largest > 1e-140, largest < 1e140 {
      var sum = 0.0
      for entry in self { sum += entry * entry }
      return sum.squareRoot()
    }
    var sum = 0.0
    for entry in self { sum += (entry / largest) * (entry / largest) }
    return largest * sum.squareRoot()
  }

  /// This vector, clipped as the gradient of one parameter.
  public func clipped(by rule: Clipping) -> [Double] {
    rule.checkThreshold()
    switch rule {
    case .none: return self
    case .value(let limit): return map { $0.clipped(toMagnitude: limit) }
    case .globalNorm, .layerNorm, .shrink:
      let factor = rule.factor(forNorm: norm)
      return factor == 1 ? self : map { factor * $0 }
    }
  }

  /// The angle between two directions in degrees, 0 … 180; nan where one of them has no direction.
  public func angle(to other: [Double]) -> Double {
    precondition(count == other.count, "An angle needs vectors of one length, not \(count) and \(other.count).")
    let lengths = (norm, other.norm)
    guard lengths.0 > 0, lengths.1 > 0 else { return .nan }
    // 2·atan2(‖u−v‖, ‖u+v‖) of the unit vectors is exact at small angles, where acos is not (Kahan 2006).
    // Their entries are at most 1, so that the squares need no scaling.
    var (difference, sum) = (0.0, 0.0)
    for index in indices {
      let (u, v) = (self[index] / lengths.0, other[index] / lengths.1)
      difference += (u - v) * (u - v)
      sum += (u + v) * (u + v)
    }
    return 2 * Double.atan2(y: difference.squareRoot(), x: sum.squareRoot()) * 180 / .pi
  }
}

extension Double {
  /// This number brought into −limit … limit; nan stays nan.
  public func clipped(toMagnitude limit: Double) -> Double {
    isNaN ? self : Swift.min(Swift.max(self, -limit), limit)
  }
}
