import Experiments

extension Summary {
  /// "94.2 ± 3.2", the mean and the standard deviation.
  public func plusMinus(_ decimals: Int) -> String {
    "\(fixed(mean, decimals)) ± \(fixed(standardDeviation, decimals))"
  }

  /// "88.9 to 97.2", the least and the greatest.
  public func range(_ decimals: Int) -> String { "\(fixed(minimum, decimals)) to \(fixed(maximum, decimals))" }
}
