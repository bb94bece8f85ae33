/// Batch normalisation: each feature is brought to mean 0 and variance 1 over the batch, then scaled and shifted.
///
///     training:    y = w · (x − μ)/√(v + ε) + b,   μ and v of the batch, v = (1/n) Σ (x − μ)²
///                  μ̄ ← β μ̄ + (1 − β) μ,            v̄ ← β v̄ + (1 − β) v · n/(n − 1)
///     evaluation:  y = w · (x − μ̄)/√(v̄ + ε) + b
///
/// x is `[batch, features]`, or `[batch, features, height, width]`, whose statistics are also over height and width:
/// n numbers for each feature. The running variance is the unbiased one and the batch's is not, as in PyTorch; β is
/// `decay`, 1 less PyTorch's `momentum`. The running averages are ``buffers``: part of a model's state, not trained.
///
/// - Source: Ioffe & Szegedy 2015, arXiv:1502.03167, algorithms 1 and 2.
public struct BatchNorm: Model {
  /// The scales w, `[features]`, named `NAME.weight`; start at one.
  public let weight: Parameter
  /// The shifts b, `[features]`, named `NAME.bias`; start at zero.
  public let bias: Parameter
  /// The running average μ̄, `[features]`, named `NAME.running_mean` as in PyTorch; starts at zero.
  public let runningMean: Parameter
  /// The running average v̄, `[features]`, named `NAME.running_var` as in PyTorch; starts at one.
  public let runningVariance: Parameter
  /// The share β of the old averages that each training batch keeps.
  public let decay: Double
  /// ε, which keeps the division finite where a feature is the same in the whole batch.
  public let epsilon: Double

  /// Makes the layer for samples of this many features, or channels.
  ///
  /// - Precondition: there is at least one feature, 0 ≤ `decay` < 1, and `epsilon` is not negative.
  public init(
    _ name: String, features: Int, decay: Double = 0.9, epsilon: Double = 1e-5, dtype: DType = .float32
  ) {
    precondition(
      features >= 1 && epsilon >= 0 && epsilon < .infinity,
      "Layer \(name) cannot have \(features) features and ε = \(epsilon).")
    checkShare(decay, "The decay of an average")
    weight = Parameter("\(name).weight", .ones([features], dtype: dtype))
    bias = Parameter("\(name).bias", .zeros([features], dtype: dtype))
    runningMean = Parameter("\(name).running_mean", .zeros([features], dtype: dtype))
    runningVariance = Parameter("\(name).running_var", .ones([features], dtype: dtype))
    self.decay = decay
    self.epsilon = epsilon
  }

  /// Weight, then bias.
  public var parameters: [Parameter] { [weight, bias] }

  /// Running mean, then running variance.
  public var buffers: [Parameter] { [runningMean, runningVariance] }

  /// The normalised batch, of the same shape; in training the running averages take in the batch's statistics.
  ///
  /// - Precondition: in training there are at least two numbers for each feature: one alone would always become 0.
  public func callAsFunction(_ x: Tensor, in phase: Phase) -> Tensor {
    let features = weight.tensor.count
    precondition(
      x.rank >= 2 && x.shape[1] == features, "\(weight.name) needs an input [batch, \(features), …], not \(x.shape).")
    let normalized = phase == .training ? normalizedByBatch(x) : normalizedByAverages(x)
    return x.rank == 2
      ? scaledAndShifted(normalized, by: weight.value, bias.value)
      : normalized * perFeature(weight.value, x) + perFeature(bias.value, x)
  }

  private func normalizedByBatch(_ x: Tensor) -> Tensor {
    let groups = StandardizationGroups(
      outer: x.shape[0], groups: x.shape[1], inner: x.shape.dropFirst(2).reduce(1, *))
    precondition(
      groups.size >= 2, "\(weight.name) needs at least 2 numbers for each feature in training, not shape \(x.shape).")
    let (y, means, variances) = standardized(x, groups, epsilon: epsilon)
    update(runningMean, with: means)
    update(runningVariance, with: variances, times: Double(groups.size) / Double(groups.size - 1))
    return y
  }

  private func normalizedByAverages(_ x: Tensor) -> Tensor {
    let deviation = sqrt(runningVariance.tensor + epsilon)
    return (x - perFeature(runningMean.tensor, x)) / perFeature(deviation, x)
  }

  private func update(_ average: Parameter, with statistics: [Double], times factor: Double = 1) {
    func run<T: Scalar>(_: T.Type) -> Tensor {
      let result = Tensor(uninitialized: average.tensor.shape, dtype: average.tensor.dtype)
      let (kept, taken) = (T(decay), T(1 - decay))
      result.write(T.self) { target in
        average.tensor.read(T.self) { old in
          for i in target.indices { target[i] = old[i] * kept + T(statistics[i] * factor) * taken }
        }
      }
      return result
    }
    average.assign(average.tensor.dtype == .float32 ? run(Float.self) : run(Double.self))
  }

  /// `[features]` in a shape that is broadcast over the batch, and over height and width.
  private func perFeature(_ numbers: Tensor, _ x: Tensor) -> Tensor {
    x.rank == 2 ? numbers : numbers.reshaped([numbers.count] + [Int](repeating: 1, count: x.rank - 2))
  }
}
