/// Where a transformer block normalises.
public enum NormPlacement: String, Sendable, Hashable, CaseIterable {
  /// Before each of its two parts: x + f(N(x)). The bypass stays free of it from the first block to the last.
  case pre
  /// After each addition: N(x + f(x)), as in the first transformers.
  case post
}

/// One block of a transformer: attention between the places, then a feed-forward block at each, both with a bypass.
///
///     pre:   h = x + attention(N₁(x)),   y = h + feedForward(N₂(h))
///     post:  h = N₁(x + attention(x)),   y = N₂(h + feedForward(h))
///
/// x and y are `[batch, length, width]`. N is ``LayerNorm`` unless it is replaced, such as by ``RMSNorm``. Parts may be replaced
/// by others that do the same and more.
///
/// - Source: Vaswani et al. 2017, arXiv:1706.03762, section 3.1 (post); Xiong et al. 2020, arXiv:2002.04745, section 3 (pre).
public struct TransformerBlock: Layer {
  /// The attention, named `NAME.attention.…`.
  public var attention: MultiHeadAttention
  /// N₁, named `NAME.attention_norm.…`.
  public var attentionNorm: any Layer
  /// The feed-forward block, named `NAME.feed_forward.…`.
  public var feedForward: FeedForward
  /// N₂, named `NAME.feed_forward_norm.…`.
  public var feedForwardNorm: any Layer
  /// Where N₁ and N₂ stand.
  public let norm: NormPlacement

  /// Makes a block with random weights and zero biases.
  ///
  /// - Parameters:
  ///   - name: the first part of the parameters' names.
  ///   - width: how many numbers come in and go out for each place.
  ///   - heads: how many heads share the width.
  ///   - hidden: the width between the two layers of the feed-forward block.
  ///   - norm: where the block normalises.
  ///   - isCausal: whether a place sees nothing behind it.
  ///   - activation, isGated: of the feed-forward block.
  ///   - initialization: the distribution of all matrices; each part's usual one by default.
  public init(
    _ name: String, width: Int, heads: Int, hidden: Int, norm: NormPlacement = .pre, isCausal: Bool = false,
    activation: Activation = .relu, isGated: Bool = false, initialization: Initialization? = nil,
    dtype: DType = .float32, using generator: inout RandomGenerator
  ) {
    attention = MultiHeadAttention(
      "\(name).attention", width: width, heads: heads, isCausal: isCausal,
      initialization: initialization ?? .glorotUniform, dtype: dtype, using: &generator)
    attentionNorm = LayerNorm("\(name).attention_norm", features: width, dtype: dtype)
    feedForward = FeedForward(
      "\(name).feed_forward", width: width, hidden: hidden, activation: activation, isGated: isGated,
      initialization: initialization, dtype: dtype, using: &generator)
    feedForwardNorm = LayerNorm("\(name).feed_forward_norm", features: width, dtype: dtype)
    self.norm = norm
  }

  /// Those of N₁, the attention, N₂ and the feed-forward block.
  public var parameters: [Parameter] {
    attentionNorm.parameters + attention.parameters + feedForwardNorm.parameters + feedForward.parameters
  }

  /// Those of the four parts; none as the block is made.
  public var buffers: [Parameter] {
    attentionNorm.buffers + attention.buffers + feedForwardNorm.buffers + feedForward.buffers
  }

  /// The block's output `[batch, length, width]`, all places being real.
  public func callAsFunction(_ x: Tensor, in phase: Phase) -> Tensor { self(x, realKeys: nil, in: phase) }

  /// The block's output `[batch, length, width]`.
  ///
  /// - Parameters:
  ///   - realKeys: which places are real and not padding, for each sequence; nil where all are.
  ///   - prefix: extra keys and values that every place sees.
  public func callAsFunction(
    _ x: Tensor, realKeys: [[Bool]]?, prefix: AttentionPrefix? = nil, in phase: Phase
  ) -> Tensor {
    func attend(_ x: Tensor) -> Tensor { attention(x, over: x, realKeys: realKeys, prefix: prefix, in: phase) }
    switch norm {
    case .pre:
      let h = x + attend(attentionNorm(x, in: phase))
      return h + feedForward(feedForwardNorm(h, in: phase), in: phase)
    case .post:
      let h = attentionNorm(x + attend(x), in: phase)
      return feedForwardNorm(h + feedForward(h, in: phase), in: phase)
    }
  }
}
