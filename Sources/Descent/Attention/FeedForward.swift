/// The feed-forward block of a transformer: each place on its own goes through a wider layer and back.
///
///     y = f(x W_uᵀ + b_u) W_dᵀ + b_d                        plain: ReLU, GELU, SiLU …
///     y = (f(x W_gᵀ + b_g) ∘ (x W_uᵀ + b_u)) W_dᵀ + b_d     gated
///
/// x and y are `[…, width]`; W_u and W_g are `[hidden, width]`, W_d is `[width, hidden]`. The gated units by their f: GLU
/// (sigmoid), ReGLU (ReLU), GEGLU (GELU), SwiGLU (SiLU), bilinear (identity). The layers may be replaced by others that
/// do the same and more; f is applied after them.
///
/// - Source: Vaswani et al. 2017, arXiv:1706.03762, equation 2; Shazeer 2020, arXiv:2002.05202, equations 5 and 6.
public struct FeedForward: Layer {
  /// Widens; its parameters are named `NAME.up.weight` and `NAME.up.bias`.
  public var up: any Layer
  /// Makes what f opens or shuts the gates by, named `NAME.gate.…`; nil for a plain block.
  public var gate: (any Layer)?
  /// Narrows; named `NAME.down.…`.
  public var down: any Layer
  /// The function f.
  public let activation: Activation

  /// Makes the block with random weights and zero biases.
  ///
  /// - Parameters:
  ///   - name: the first part of the parameters' names.
  ///   - width: how many numbers come in and go out.
  ///   - hidden: how many there are between.
  ///   - activation: the function f.
  ///   - isGated: whether f's results are multiplied by a second layer's.
  ///   - initialization: the distribution of all matrices; He's for ReLU and Glorot's otherwise by default.
  public init(
    _ name: String, width: Int, hidden: Int, activation: Activation = .relu, isGated: Bool = false,
    initialization: Initialization? = nil, dtype: DType = .float32, using generator: inout RandomGenerator
  ) {
    let distribution = initialization ?? activation.usualInitialization
    up = Dense(
      "\(name).up", from: width, to: hidden, initialization: distribution, dtype: dtype, using: &generator)
    if isGated {
      gate = Dense(
        "\(name).gate", from: width, to: hidden, initialization: distribution, dtype: dtype, using: &generator)
    }
    down = Dense(
      "\(name).down", from: hidden, to: width, initialization: distribution, dtype: dtype, using: &generator)
    self.activation = activation
  }

  /// Those of up, gate and down.
  public var parameters: [Parameter] { up.parameters + (gate?.parameters ?? []) + down.parameters }

  /// Those of up, gate and down; none as the block is made.
  public var buffers: [Parameter] { up.buffers + (gate?.buffers ?? []) + down.buffers }

  /// The block's output `[…, width]`.
  public func callAsFunction(_ x: Tensor, in phase: Phase) -> Tensor {
    guard let gate else { return down(activated(up, x, phase), in: phase) }
    return down(gated(gate(x, in: phase), up(x, in: phase), by: activation), in: phase)
  }

  /// f of a layer's sums, as one operation where the layer is a plain one.
  private func activated(_ layer: any Layer, _ x: Tensor, _ phase: Phase) -> Tensor {
    guard let dense = layer as? Dense, dense.activation == .identity else { return activation(layer(x, in: phase)) }
    return dense.sums(x, activation)
  }
}
