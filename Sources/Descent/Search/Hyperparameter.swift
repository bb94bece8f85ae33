import Numerics

/// A number that is chosen before training, with the range in which it is searched.
///
/// Searches work in the unit cube: a share u from 0 to 1 stands for a value between the ends,
///
///     linear:               v = a + u (b − a)
///     logarithmic:          v = a (b/a)ᵘ
///     reverse logarithmic:  1 − v = (1 − a) ((1 − b)/(1 − a))ᵘ
///
/// so that equal distances are equal differences, equal ratios, or equal ratios of what is left to 1.
public struct Hyperparameter: Sendable, Hashable {
  /// What equal distances mean.
  public enum Scale: Sendable, Hashable {
    /// Equal differences.
    case linear
    /// Equal ratios, as for learning rates: from 0.001 to 0.01 is as far as from 0.1 to 1.
    case logarithmic
    /// Equal ratios of 1 − v, as for momentum: from 0 to 0.9 is as far as from 0.9 to 0.99.
    case reverseLogarithmic
  }

  /// By what it is called when it is fixed.
  public let name: String
  /// The least and the greatest value.
  public let range: ClosedRange<Double>
  /// What equal distances mean.
  public let scale: Scale

  /// Names a hyperparameter and its range.
  ///
  /// - Precondition: the range is finite and not empty, above 0 where it is logarithmic and below 1 where it is reverse.
  public init(_ name: String, _ range: ClosedRange<Double>, _ scale: Scale = .linear) {
    let (low, high) = (range.lowerBound, range.upperBound)
    precondition(
      low < high && (high - low).isFinite, "The range of \(name) must be finite and not empty, but is \(range).")
    precondition(
      scale != .logarithmic || low > 0, "A logarithmic range must be above 0, but that of \(name) is \(range).")
    precondition(
      scale != .reverseLogarithmic || high < 1,
      "A reverse logarithmic range must be below 1, but that of \(name) is \(range).")
    (self.name, self.range, self.scale) = (name, range, scale)
  }

  /// The value at a share of the way from the lower to the upper end; the ends are met exactly.
  public func value(at share: Double) -> Double {
    let (low, high) = (range.lowerBound, range.upperBound)
    let value =
      switch scale {
      case .linear: low + share * (high - low)
      case .logarithmic: low * Double.pow(high / low, share)
      case .reverseLogarithmic: 1 - (1 - low) * Double.pow((1 - high) / (1 - low), share)
      }
    return min(max(value, low), high)
  }

  /// Where a value of the range lies between its ends: the inverse of ``value(at:)``.
  public func share(of value: Double) -> Double {
    let (low, high) = (range.lowerBound, range.upperBound)
    return switch scale {
    case .linear: (value - low) / (high - low)
    case .logarithmic: Double.log(value / low) / Double.log(high / low)
    case .reverseLogarithmic: Double.log((1 - value) / (1 - low)) / Double.log((1 - high) / (1 - low))
    }
  }
}
