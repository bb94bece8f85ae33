import RealModule

/// A line (a plane, in more features) between two classes: the logit is linear in the features.
///
///     z = Xw + b,   least Σ sᵢ (softplus(zᵢ) − yᵢ zᵢ) + ½ λ ‖w‖²
///
/// s are the samples' weights, λ the `penalty`; the intercept b is free. scikit-learn's `LogisticRegression` with
/// C = 1/λ. The features should be of one size (``StandardScaler``), because the penalty treats all weights alike.
///
/// Fitted by Newton's method, each step halved until the loss falls; that ends when the next step promises less than
/// 10⁻¹² of the samples' weight. Without a penalty a separable set has no minimum, and the fit stops far out.
///
/// - Precondition: λ is not negative; with λ = 0 no column may be a linear combination of others.
public struct LogisticRegression: BinaryClassifier {
  /// λ.
  public let penalty: Double
  /// After how many steps the fit stops in any case.
  public let maximumSteps: Int
  /// w, one number a feature; empty before the fit.
  public private(set) var weights: [Double] = []
  /// b.
  public private(set) var intercept = 0.0
  /// How many Newton steps the fit took.
  public private(set) var steps = 0

  /// A model that is still to be fitted.
  public init(penalty: Double = 1, maximumSteps: Int = 100) {
    checkNotNegative(penalty, "penalty")
    checkLength(maximumSteps, "maximumSteps")
    (self.penalty, self.maximumSteps) = (penalty, maximumSteps)
  }

  /// Fits to weighted samples; see ``BinaryClassifier``.
  public mutating func fit(_ features: Tensor, labels: [Int], sampleWeights: [Double]?) {
    let checked = checkedWeights(features, labels: labels, sampleWeights: sampleWeights)
    let (samples, count) = (features.shape[0], features.shape[1])
    let ones = Tensor.ones([samples, 1], dtype: .float64)
    let x = concatenate([features.detached.cast(to: .float64), ones], axis: 1)
    let transposed = x.transposed
    let targets = Tensor(shape: [samples, 1], labels.map(Double.init), dtype: .float64)
    let sampleWeights = Tensor(shape: [samples, 1], checked, dtype: .float64)
    let penalties = (0...count).map { $0 < count ? penalty : 0 }
    let ridge = Tensor.diagonal(penalties)
    let shrinking = Tensor(shape: [count + 1, 1], penalties, dtype: .float64)
    func loss(_ theta: Tensor, _ z: Tensor) -> Double {
      (sampleWeights * (softplus(z) - targets * z)).sum().item + (shrinking * square(theta)).sum().item / 2
    }

    var theta = Tensor.zeros([count + 1, 1], dtype: .float64)
    var z = Tensor.zeros([samples, 1], dtype: .float64)
    var best = loss(theta, z)
    let enough = 1e-12 * checked.reduce(0, +)
    steps = 0
    while steps < maximumSteps {
      let p = sigmoid(z)
      let gradient = matmul(transposed, sampleWeights * (p - targets)) + shrinking * theta
      let curvature = matmul(transposed, x * (sampleWeights * p * sigmoid(-z))) + ridge
      let direction = solve(curvature, gradient)
      var size = 1.0
      var (next, nextZ) = (theta - direction, z - matmul(x, direction))
      var nextLoss = loss(next, nextZ)
      while !(nextLoss <= best), size > 1e-6 {
        size /= 2
        next = theta - direction * size
        nextZ = matmul(x, next)
        nextLoss = loss(next, nextZ)
      }
      guard nextLoss <= best else { break }  // what is left is rounding
      (theta, z, best) = (next, nextZ, nextLoss)
      steps += 1
      if (gradient * direction).sum().item / 2 < enough { break }
    }
    weights = Array(theta.scalars.dropLast())
    intercept = theta[count, 0]
  }

  /// The logits of class 1, shape `[samples]`.
  public func logits(_ features: Tensor) -> Tensor {
    checkFitted(features, to: weights.isEmpty ? nil : weights.count)
    let column = Tensor(shape: [weights.count, 1], weights, dtype: .float64)
    return (matmul(features.detached.cast(to: .float64), column) + intercept).reshaped([features.shape[0]])
  }
}
