/// A residual block: what comes in goes past a branch unchanged and is added to what the branch makes of it.
///
///     y = x + α · branch(x),   branch(x) = f(N(x Wᵀ + b))
///
/// x and y are `[batch, width]`. N is ``BatchNorm`` or nothing at all. α is one trainable number of shape `[]`, or a
/// fixed 1. Started at α = 0 the block hands on its input and, backwards, its gradient, both unchanged; only α then
/// has a gradient of its own, and once it has moved so have W and b. With N the bias b has no effect, for N takes it out
/// with the mean.
///
/// - Source: He et al. 2015, arXiv:1512.03385, equation 1; for α De & Smith 2020, arXiv:2002.10444 (SkipInit),
///   and Bachlechner et al. 2020, arXiv:2003.04887, equation 1 (ReZero).
public struct ResidualBlock: Model {
  /// W, `[width, width]`, and b, `[width]`: named `NAME.dense.weight` and `NAME.dense.bias`.
  public let dense: Dense
  /// The normalisation N, whose parameters are named `NAME.norm.weight` and so on; nil for none.
  public let norm: BatchNorm?
  /// The number α, of shape `[]`, named `NAME.scale`; nil for a fixed 1.
  public let scale: Parameter?
  /// The function f.
  public let activation: Activation

  /// Makes a block with random weights and zero biases.
  ///
  /// - Parameters:
  ///   - name: the first part of the parameters' names.
  ///   - width: how many numbers come in and go out for each sample.
  ///   - activation: the function at the end of the branch.
  ///   - isNormalized: whether the branch has batch normalisation, before the activation.
  ///   - scale: what α starts from; nil for a fixed 1.
  ///   - initialization: the weights' distribution; the activation's usual one by default.
  /// - Precondition: `width` is at least 1, and `scale` is finite.
  public init(
    _ name: String, width: Int, activation: Activation = .relu, isNormalized: Bool = false, scale: Double? = nil,
    initialization: Initialization? = nil, dtype: DType = .float32, using generator: inout RandomGenerator
  ) {
    precondition(width >= 1, "Block \(name) needs a width of at least 1, not \(width).")
    precondition(scale?.isFinite ?? true, "The scale of block \(name) must be finite, but is \(scale ?? 1).")
    dense = Dense(
      "\(name).dense", from: width, to: width, activation: isNormalized ? .identity : activation,
      initialization: initialization ?? activation.usualInitialization, dtype: dtype, using: &generator)
    norm = isNormalized ? BatchNorm("\(name).norm", features: width, dtype: dtype) : nil
    self.scale = scale.map { Parameter("\(name).scale", Tensor($0, dtype: dtype)) }
    self.activation = activation
  }

  /// Weight and bias of the dense layer, then of the normalisation, then α, as far as they are there.
  public var parameters: [Parameter] {
    dense.parameters + (norm?.parameters ?? []) + (scale.map { [$0] } ?? [])
  }

  /// The running averages of the normalisation.
  public var buffers: [Parameter] { norm?.buffers ?? [] }

  /// The block's output x + α · branch(x), `[batch, width]`.
  public func callAsFunction(_ x: Tensor, in phase: Phase) -> Tensor {
    guard scale == nil, let norm else {
      let change = branch(x, in: phase)
      return x + (scale.map { $0.value * change } ?? change)
    }
    return norm(sums(x), in: phase, activation: activation, addedTo: x)
  }

  /// What the branch alone makes of an input, f(N(x Wᵀ + b)), `[batch, width]`: a layer without a bypass.
  public func branch(_ x: Tensor, in phase: Phase) -> Tensor {
    let sums = sums(x)
    return norm?(sums, in: phase, activation: activation) ?? sums
  }

  /// What the dense layer makes of an input, `[batch, width]`: its sums if a normalisation follows, else f of them.
  private func sums(_ x: Tensor) -> Tensor {
    let width = dense.bias.tensor.count
    precondition(
      x.rank == 2 && x.shape[1] == width, "\(dense.weight.name) needs an input [batch, \(width)], not \(x.shape).")
    return dense(x)
  }
}
