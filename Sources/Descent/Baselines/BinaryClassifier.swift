/// A model of two classes, 0 and 1, that is fitted in one go, with scikit-learn's words: fit, predict, probabilities.
///
/// ```swift
/// var model = LogisticRegression()
/// model.fit(features, labels: labels)
/// let probabilities = model.predictProbabilities(others)  // [samples, 2]
/// ```
///
/// All numbers are float64. A sample of weight 2 counts as if it were there twice.
public protocol BinaryClassifier: Sendable {
  /// Fits the model to samples, features of shape `[samples, features]`, and forgets what it was fitted to before.
  ///
  /// - Precondition: there are samples, a label of 0 or 1 for each, a weight for each where there are weights, none of
  ///   them negative and not all 0; all features are finite.
  mutating func fit(_ features: Tensor, labels: [Int], sampleWeights: [Double]?)

  /// The logits z = ln (p/(1 − p)) of class 1, shape `[samples]`; scikit-learn's `decision_function`.
  ///
  /// - Precondition: the model has been fitted, to as many features.
  func logits(_ features: Tensor) -> Tensor
}

extension BinaryClassifier {
  /// Fits the model to samples of equal weight.
  public mutating func fit(_ features: Tensor, labels: [Int]) { fit(features, labels: labels, sampleWeights: nil) }

  /// The probabilities of class 0 and class 1, σ(−z) and σ(z), shape `[samples, 2]`.
  public func predictProbabilities(_ features: Tensor) -> Tensor {
    let logits = logits(features)
    let column = [logits.count, 1]
    return concatenate([sigmoid(-logits).reshaped(column), sigmoid(logits).reshaped(column)], axis: 1)
  }

  /// The classes: 1 where its probability is above the threshold, at ½ the more probable one.
  ///
  /// - Precondition: 0 < `threshold` < 1.
  public func predict(_ features: Tensor, threshold: Double = 0.5) -> [Int] {
    precondition(threshold > 0 && threshold < 1, "A threshold must be above 0 and below 1, but is \(threshold).")
    let border = Double.log(threshold / (1 - threshold))
    return logits(features).scalars.map { $0 > border ? 1 : 0 }
  }
}

/// The weights of samples that can be fitted; stops the program for others.
func checkedWeights(_ features: Tensor, labels: [Int], sampleWeights: [Double]?) -> [Double] {
  let weights = sampleWeights ?? [Double](repeating: 1, count: labels.count)
  precondition(
    features.rank == 2 && features.count > 0 && features.shape[0] == labels.count && weights.count == labels.count,
    "A fit needs features [samples, features], and a label and a weight for each sample, "
      + "not \(features.shape), \(labels.count) labels and \(weights.count) weights.")
  for label in labels { precondition(label == 0 || label == 1, "A label must be 0 or 1, but is \(label).") }
  for weight in weights { checkNotNegative(weight, "A sample's weight") }
  precondition(weights.contains { $0 > 0 }, "A fit needs a sample with a weight above 0.")
  precondition(features.isFinite, "A fit needs finite features.")
  return weights
}

/// Stops the program unless features are what a model was fitted to; nil where it was not fitted at all.
func checkFitted(_ features: Tensor, to count: Int?) {
  guard let count else { preconditionFailure("A model must be fitted before it can predict.") }
  precondition(
    features.rank == 2 && features.shape[1] == count,
    "A model fitted to \(count) features needs features [samples, \(count)], not \(features.shape).")
}

/// The logit of the weighted share of class 1; infinite where a class is missing.
func logOdds(labels: [Int], weights: [Double]) -> Double {
  var sums = [0.0, 0.0]
  for (label, weight) in zip(labels, weights) { sums[label] += weight }
  return .log(sums[1] / sums[0])
}
