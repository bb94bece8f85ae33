/// Features shifted to mean 0 and scaled to standard deviation 1 (divided by n), by the samples that it was fitted to.
///
///     x ↦ (x − μ)/σ
///
/// A feature that is the same for all of them is only shifted. scikit-learn's `StandardScaler`. Fit it to the training
/// part alone, and transform all parts with it.
public struct StandardScaler: Sendable {
  /// μ and σ of each feature.
  public let means, deviations: [Double]

  /// Measures features of shape `[samples, features]`.
  ///
  /// - Precondition: there are samples, and all numbers are finite.
  public init(fittedTo features: Tensor) {
    precondition(
      features.rank == 2 && features.count > 0 && features.isFinite,
      "A scaler needs finite features [samples, features], not \(features.shape).")
    let features = features.detached.cast(to: .float64)
    let mean = features.mean(axes: [0])
    means = mean.scalars
    deviations = square(features - mean).mean(axes: [0]).scalars.map { $0 > 0 ? $0.squareRoot() : 1 }
  }

  /// The features in the new units, float64.
  public func transform(_ features: Tensor) -> Tensor {
    checkFitted(features, to: means.count)
    return (features.cast(to: .float64) - Tensor(means, dtype: .float64)) / Tensor(deviations, dtype: .float64)
  }
}
