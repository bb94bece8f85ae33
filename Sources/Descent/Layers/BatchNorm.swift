import CVectorKernels

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
    self(x, in: phase, activation: .identity, addedTo: nil)
  }

  /// f(y) + h: what follows a normalisation in a residual block, with none or with ReLU in one operation with it.
  ///
  /// - Precondition: the bypass h has the shape of x.
  public func callAsFunction(
    _ x: Tensor, in phase: Phase, activation: Activation, addedTo bypass: Tensor? = nil
  ) -> Tensor {
    guard activation == .identity || activation == .relu else {
      let branch = activation(self(x, in: phase))
      return bypass.map { $0 + branch } ?? branch
    }
    let features = weight.tensor.count
    precondition(
      x.rank >= 2 && x.shape[1] == features, "\(weight.name) needs an input [batch, \(features), …], not \(x.shape).")
    checkSameDType(x, weight.tensor, "Normalisation")
    if let bypass {
      checkSameDType(x, bypass, "Normalisation")
      precondition(bypass.shape == x.shape, "\(weight.name) cannot be added to \(bypass.shape), for x is \(x.shape).")
    }
    let shape = group_shape(outer: x.shape[0], groups: features, inner: x.shape.dropFirst(2).reduce(1, *))
    return NormalizedGroups(
      shape: shape, x: x, weight: weight.value, bias: bias.value,
      statistics: phase == .training ? batchStatistics(of: x, shape) : runningStatistics,
      isFixed: phase == .evaluation, isRectified: activation == .relu
    ).result(addedTo: bypass)
  }

  /// The statistics `[3, features]` of a batch, which the running averages take in.
  private func batchStatistics(of x: Tensor, _ shape: group_shape) -> Tensor {
    let size = shape.outer * shape.inner
    precondition(
      size >= 2, "\(weight.name) needs at least 2 numbers for each feature in training, not shape \(x.shape).")
    runningMean.checkIsIdle()
    runningVariance.checkIsIdle()
    let kept = BatchNorm.shareKept ?? decay
    let result = Tensor(uninitialized: [3, shape.groups], dtype: .float64)
    func run<T: Scalar>(_: T.Type) {
      result.withPointer(Double.self) { numbers in
        let statistics = GroupStatistics(numbers, groups: shape.groups)
        x.withPointer(T.self) { T.groupStatistics($0, shape, epsilon: epsilon, statistics) }
        func move(_ average: Parameter, _ numbers: UnsafePointer<Double>, _ factor: Double) {
          average.tensor.makeUnique()
          average.tensor.withPointer(T.self) {
            T.moveAverage($0, numbers, shape.groups, kept: T(kept), taken: T(1 - kept), factor: factor)
          }
        }
        move(runningMean, statistics.means, 1)
        move(runningVariance, statistics.variances, Double(size) / Double(size - 1))  // unbiased
      }
    }
    x.dtype == .float32 ? run(Float.self) : run(Double.self)
    return result
  }

  /// The statistics `[3, features]` that evaluation goes by.
  private var runningStatistics: Tensor {
    let variances = runningVariance.tensor.scalars
    return Tensor(
      shape: [3, variances.count],
      runningMean.tensor.scalars + variances + variances.map { 1 / ($0 + epsilon).squareRoot() }, dtype: .float64)
  }
}

extension BatchNorm {
  /// What β is while statistics are estimated anew.
  @TaskLocal fileprivate static var shareKept: Double?
}

/// Estimates the running averages of batch normalisation anew, as plain means over some training batches: for weights that
/// no batch has passed through, such as averaged ones.
///
/// ```swift
/// model.state = average.state
/// reestimateStatistics(over: batches.count) { _ = model(batches[$0], in: .training) }
/// ```
///
/// - Parameters:
///   - batches: how many batches there are; with none the averages stay.
///   - forward: takes the batch with this number through the model, in training.
/// - Precondition: `batches` is not negative.
/// - Source: Izmailov et al. 2018, arXiv:1803.05407, section 3.2; PyTorch's `update_bn`.
public func reestimateStatistics(over batches: Int, forward: (_ batch: Int) -> Void) {
  checkLength(batches, "The number of batches", atLeast: 0)
  for batch in 0..<batches {
    BatchNorm.$shareKept.withValue(Double(batch) / Double(batch + 1)) { forward(batch) }
  }
}
