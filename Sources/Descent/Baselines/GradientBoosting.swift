/// A sum of small trees, each grown on what the sum so far gets wrong: gradient-boosted trees under the log loss.
///
///     F₀ = ln (p̄/(1 − p̄)),   F ← F + η tree(g, h),   g = s (σ(F) − y),   h = s σ(F) (1 − σ(F))
///
/// s are the samples' weights, η is the `learningRate`, and a ``RegressionTree`` of this `depth` takes Newton steps. The
/// same trees as scikit-learn's `HistGradientBoostingClassifier` without a limit of leaves and with `min_samples_leaf=1`, where
/// no feature has more than 255 values. Its thresholds below the root lie half-way to the next value of all samples, ours
/// half-way to the next one of the node's.
///
/// - Source: Friedman 2001, "Greedy function approximation"; Chen & Guestrin 2016, arXiv:1603.02754.
public struct GradientBoosting: BinaryClassifier {
  /// How many trees; at least 1.
  public let rounds: Int
  /// η, above 0.
  public let learningRate: Double
  /// The most questions in a row of one tree; at least 1.
  public let depth: Int
  /// The least sum of curvatures on either side of a split.
  public let leastCurvature: Double
  /// The trees, in the order of the rounds; empty before the fit.
  public private(set) var trees: [RegressionTree] = []
  /// F₀.
  public private(set) var start = 0.0
  private var featureCount: Int?

  /// A model that is still to be fitted.
  public init(rounds: Int = 100, learningRate: Double = 0.1, depth: Int = 3, leastCurvature: Double = 1e-3) {
    checkLength(rounds, "rounds")
    checkPositive(learningRate, "learningRate")
    checkLength(depth, "depth")
    checkPositive(leastCurvature, "leastCurvature")
    (self.rounds, self.learningRate, self.depth, self.leastCurvature) = (rounds, learningRate, depth, leastCurvature)
  }

  /// Fits all rounds to weighted samples; see ``BinaryClassifier``.
  ///
  /// - Precondition: both classes have samples with a weight above 0.
  public mutating func fit(_ features: Tensor, labels: [Int], sampleWeights: [Double]?) {
    let weights = checkedWeights(features, labels: labels, sampleWeights: sampleWeights)
    start = logOdds(labels: labels, weights: weights)
    precondition(start.isFinite, "Boosting needs samples of both classes.")
    (featureCount, trees) = (features.shape[1], [])
    let columns = SortedColumns(features)
    var sums = [Double](repeating: start, count: labels.count)
    for _ in 0..<rounds {
      let probabilities = sums.map { 1 / (1 + .exp(-$0)) }
      let tree = RegressionTree(
        columns, gradients: labels.indices.map { weights[$0] * (probabilities[$0] - Double(labels[$0])) },
        curvatures: labels.indices.map { weights[$0] * probabilities[$0] * (1 - probabilities[$0]) }, depth: depth,
        leastCurvature: leastCurvature)
      for sample in sums.indices { sums[sample] += learningRate * tree.nodes[tree.leaves[sample]].value }
      trees.append(tree)
    }
  }

  /// The logits of class 1, shape `[samples]`.
  public func logits(_ features: Tensor) -> Tensor { stagedLogits(features).last ?? .zeros([0], dtype: .float64) }

  /// The logits after 0, 1, 2, … rounds, each of shape `[samples]`; scikit-learn's `staged_decision_function`, with F₀.
  public func stagedLogits(_ features: Tensor) -> [Tensor] {
    checkFitted(features, to: featureCount)
    let (samples, count) = (features.shape[0], features.shape[1])
    let scalars = features.detached.cast(to: .float64).scalars
    var sums = [Double](repeating: start, count: samples)
    return [Tensor(sums, dtype: .float64)]
      + trees.map { tree in
        for row in 0..<samples { sums[row] += learningRate * tree.value(scalars, at: row * count) }
        return Tensor(sums, dtype: .float64)
      }
  }

  /// The model of the first rounds alone, such as the best ones on a validation part.
  ///
  /// - Precondition: 0 ≤ `rounds` ≤ those that were fitted.
  public func keeping(rounds: Int) -> GradientBoosting {
    precondition(
      (0...trees.count).contains(rounds), "Of \(trees.count) rounds \(rounds) cannot be kept.")
    var copy = self
    copy.trees = Array(trees.prefix(rounds))
    return copy
  }
}
