/// A tree of questions about one feature each, with the share of class 1 at each leaf; of depth 1, a decision stump.
///
/// A split is the one that lowers the Gini impurity 2p(1 − p) most, weighted by its samples: scikit-learn's
/// `DecisionTreeClassifier(max_depth=…)`. The same as ``RegressionTree`` with gradients −y and curvatures 1, because
/// Σ(y − ȳ)² is half of the impurity. A leaf where all samples agree has an infinite logit.
public struct DecisionTree: BinaryClassifier {
  /// The most questions in a row; at least 1.
  public let depth: Int
  /// The tree, whose values are probabilities; nil before the fit.
  public private(set) var tree: RegressionTree?
  private var featureCount: Int?

  /// A tree that is still to be fitted.
  public init(depth: Int = 1) {
    checkLength(depth, "depth")
    self.depth = depth
  }

  /// Fits to weighted samples; see ``BinaryClassifier``.
  public mutating func fit(_ features: Tensor, labels: [Int], sampleWeights: [Double]?) {
    let weights = checkedWeights(features, labels: labels, sampleWeights: sampleWeights)
    featureCount = features.shape[1]
    tree = RegressionTree(
      SortedColumns(features), gradients: labels.indices.map { labels[$0] == 1 ? -weights[$0] : 0 },
      curvatures: weights, depth: depth, leastCurvature: .leastNormalMagnitude)
  }

  /// The logits of class 1, shape `[samples]`.
  public func logits(_ features: Tensor) -> Tensor {
    checkFitted(features, to: featureCount)
    guard let tree, let featureCount else { preconditionFailure("A model must be fitted before it can predict.") }
    let scalars = features.detached.cast(to: .float64).scalars
    return Tensor(
      (0..<features.shape[0]).map { row in
        let share = tree.value(scalars, at: row * featureCount)
        return .log(share / (1 - share))
      }, dtype: .float64)
  }
}
