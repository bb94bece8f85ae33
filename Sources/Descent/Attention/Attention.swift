/// What a query may look at: of all keys, those that are not behind it and not padding.
public struct AttentionMask: Sendable, Hashable {
  /// Whether a query sees no key behind its own place. Both sequences end together: with more keys than queries, as with
  /// a prefix in front, the first ones are seen by all.
  public var isCausal: Bool
  /// Which keys are real, for each sequence of the batch; nil where all are. PyTorch's `key_padding_mask`, negated.
  public var realKeys: [[Bool]]?

  /// Makes a mask; by default all keys are seen.
  public init(isCausal: Bool = false, realKeys: [[Bool]]? = nil) {
    (self.isCausal, self.realKeys) = (isCausal, realKeys)
  }

  /// All keys are seen.
  public static let none = AttentionMask()
  /// No query sees a key behind its own place.
  public static let causal = AttentionMask(isCausal: true)
}

/// Scaled dot-product attention: each query gets a mean of the values, with shares that grow with its likeness to their keys.
///
///     y[t] = Σₛ p[t, s] v[s],   p[t] = softmaxₛ(q[t]·k[s] / √d)
///
/// query is `[batch, queries, width]`, key is `[batch, keys, width]`, value is `[batch, keys, value width]`, and so is the
/// result, with as many rows as queries. Each of the heads has its own stretch of d = width/heads features, and works on its
/// own. A query that sees no key gets zeros. Keys and values that none sees must be finite all the same, as in PyTorch: their
/// share is 0, and 0·∞ is nan. All heads of the whole batch are one operation; its shares p are kept for
/// the way back.
///
/// Derivatives, for the gradient g, head by head: Pᵀg for the values, and with S = P ∘ (g vᵀ − rowsum(P ∘ g vᵀ))/√d
/// S·k for the queries and Sᵀ·q for the keys.
///
/// - Parameters:
///   - heads: how many stretches both widths are cut into.
///   - mask: which keys a query sees; all by default.
/// - Precondition: shapes and dtypes agree as above, both widths can be divided by the heads, and a mask of real keys has
///   a flag for each key of each sequence.
/// - Source: Vaswani et al. 2017, arXiv:1706.03762, equation 1 and section 3.2.2.
public func attention(
  _ query: Tensor, _ key: Tensor, _ value: Tensor, heads: Int = 1, mask: AttentionMask = .none
) -> Tensor {
  let layout = AttentionLayout(query, key, value, heads: heads, mask)
  let (y, shares) =
    query.dtype == .float32
    ? layout.forward(query, key, value, Float.self) : layout.forward(query, key, value, Double.self)
  return y.recorded(from: [query, key, value]) { gradient in
    let gradients =
      query.dtype == .float32
      ? layout.pullback(gradient, query, key, value, shares, Float.self)
      : layout.pullback(gradient, query, key, value, shares, Double.self)
    query.receive(gradients.query)
    key.receive(gradients.key)
    value.receive(gradients.value)
  }
}

/// The shares p of ``attention(_:_:_:heads:mask:)``, `[batch, heads, queries, keys]`, to look at: no gradient flows through.
public func attentionShares(_ query: Tensor, _ key: Tensor, heads: Int = 1, mask: AttentionMask = .none) -> Tensor {
  let layout = AttentionLayout(query, key, key, heads: heads, mask)
  let (query, key) = (query.detached, key.detached)
  let shares =
    query.dtype == .float32
    ? layout.forward(query, key, key, Float.self).shares : layout.forward(query, key, key, Double.self).shares
  let (batch, queries, keys) = (query.shape[0], query.shape[1], key.shape[1])
  return shares.transposed(axes: [0, 1, 2, 4, 3]).reshaped([batch, heads, layout.blocks * 16, keys])
    .slice(axis: 2, range: 0..<queries)
}

/// Where each head of each sequence lies in the memory of queries, keys and values.
private struct AttentionLayout {
  let batch, queries, keys, heads, width, valueWidth: Int
  let isCausal: Bool
  /// One flag for each key of each sequence; empty where all are real.
  let realKeys: [UInt8]

  init(_ query: Tensor, _ key: Tensor, _ value: Tensor, heads: Int, _ mask: AttentionMask) {
    checkSameDType(query, key, "attention")
    checkSameDType(query, value, "attention")
    let (q, k, v) = (query.shape, key.shape, value.shape)
    precondition(
      q.count == 3 && k.count == 3 && v.count == 3 && q[0] == k[0] && k[0] == v[0] && q[2] == k[2] && k[1] == v[1],
      "attention needs queries [batch, queries, width], keys [batch, keys, width] and values [batch, keys, …], "
        + "not \(q), \(k) and \(v).")
    precondition(
      heads >= 1 && q[2] > 0 && v[2] > 0 && q[2].isMultiple(of: heads) && v[2].isMultiple(of: heads),
      "Widths of \(q[2]) and \(v[2]) cannot be divided among \(heads) heads.")
    (batch, queries, keys, width, valueWidth) = (q[0], q[1], k[1], q[2], v[2])
    self.heads = heads
    isCausal = mask.isCausal
    guard let real = mask.realKeys else {
      realKeys = []
      return
    }
    precondition(
      real.count == batch && real.allSatisfy { $0.count == k[1] },
      "A mask for keys of shape \(k) needs \(k[0]) rows of \(k[1]) flags, not \(real.map(\.count)).")
    realKeys = real.flatMap { $0.map { $0 ? 1 : 0 } }
  }

  private var shape: AttentionShape {
    AttentionShape(
      heads: heads, queries: queries, keys: keys, width: width, valueWidth: valueWidth, isCausal: isCausal)
  }

  /// Queries go by sixteen at a time.
  var blocks: Int { (queries + 15) / 16 }

  private func scale<T: Scalar>(_: T.Type) -> T { 1 / T(width / heads).squareRoot() }

  func forward<T: Scalar>(
    _ query: Tensor, _ key: Tensor, _ value: Tensor, _: T.Type
  ) -> (result: Tensor, shares: Tensor) {
    let result = Tensor(uninitialized: [batch, queries, valueWidth], dtype: query.dtype)
    let shares = Tensor(uninitialized: [batch, heads, blocks, keys, 16], dtype: query.dtype)
    let scratch = Tensor(uninitialized: [16 * width + keys * (valueWidth + 8)], dtype: query.dtype)
    with(T.self, [query, key, value, result, shares, scratch]) { p in
      forEachSequence { place in
        T.attention(
          shape, scale: scale(T.self), query: p[0] + place.query, key: p[1] + place.key, value: p[2] + place.value,
          realKeys: place.realKeys, shares: p[4] + place.shares, result: p[3] + place.result, scratch: p[5])
      }
    }
    return (result, shares)
  }

  func pullback<T: Scalar>(
    _ gradient: Tensor, _ query: Tensor, _ key: Tensor, _ value: Tensor, _ shares: Tensor, _: T.Type
  ) -> (query: Tensor, key: Tensor, value: Tensor) {
    let targets = [query, key, value].map { Tensor(uninitialized: $0.shape, dtype: $0.dtype) }
    let count = 16 * (valueWidth + keys) + (keys + 2 * queries) * (width + valueWidth + 8)
    let scratch = Tensor(uninitialized: [count], dtype: query.dtype)
    with(T.self, [gradient, query, key, value, shares] + targets + [scratch]) { p in
      forEachSequence { place in
        T.attentionPullback(
          shape, scale: scale(T.self), gradient: p[0] + place.result, query: p[1] + place.query, key: p[2] + place.key,
          value: p[3] + place.value, shares: p[4] + place.shares,
          targets: (p[5] + place.query, p[6] + place.key, p[7] + place.value), scratch: p[8])
      }
    }
    return (targets[0], targets[1], targets[2])
  }

  /// Where the numbers of one sequence start, and the flags of its keys.
  private typealias Place = (
    realKeys: UnsafePointer<UInt8>?, query: Int, key: Int, value: Int, shares: Int, result: Int
  )

  private func forEachSequence(_ body: (Place) -> Void) {
    realKeys.withUnsafeBufferPointer { flags in
      for sequence in 0..<batch {
        body(
          (
            realKeys: realKeys.isEmpty ? nil : flags.baseAddress.map { $0 + sequence * keys },
            query: sequence * queries * width, key: sequence * keys * width, value: sequence * keys * valueWidth,
            shares: sequence * heads * blocks * keys * 16, result: sequence * queries * valueWidth
          ))
      }
    }
  }
}

/// Calls `body` with where the numbers of each tensor start.
private func with<T: Scalar>(_: T.Type, _ tensors: [Tensor], _ body: ([UnsafeMutablePointer<T>]) -> Void) {
  withExtendedLifetime(tensors) { body(tensors.map { $0.withPointer(T.self) { $0 } }) }
}
