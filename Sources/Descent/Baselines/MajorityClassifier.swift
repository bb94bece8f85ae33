/// The class that most samples have, whatever the features say: what any model must beat.
///
///     p = Σ wᵢ yᵢ / Σ wᵢ
///
/// scikit-learn's `DummyClassifier(strategy="prior")`.
public struct MajorityClassifier: BinaryClassifier {
  private var featureCount: Int?
  private var logit = 0.0

  /// A model that is still to be fitted.
  public init() {}

  /// Fits to weighted samples; see ``BinaryClassifier``.
  public mutating func fit(_ features: Tensor, labels: [Int], sampleWeights: [Double]?) {
    let weights = checkedWeights(features, labels: labels, sampleWeights: sampleWeights)
    (featureCount, logit) = (features.shape[1], logOdds(labels: labels, weights: weights))
  }

  /// The logits of class 1, shape `[samples]`.
  public func logits(_ features: Tensor) -> Tensor {
    checkFitted(features, to: featureCount)
    return Tensor(repeating: logit, shape: [features.shape[0]], dtype: .float64)
  }
}
