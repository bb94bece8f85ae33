/// Multi-head attention: queries, keys and values are made of what comes in, and the heads' answers are mixed once more.
///
///     y = attention(x W_qᵀ + b_q, m W_kᵀ + b_k, m W_vᵀ + b_v) W_oᵀ + b_o
///
/// x and y are `[batch, queries, width]`. In self-attention m is x itself; in cross-attention it is the other sequence,
/// `[batch, keys, width]`. All four matrices are `[width, width]`. The four layers may be replaced by others that do the same
/// and more, such as a wrapped one: their parameters' names stay.
///
/// - Source: Vaswani et al. 2017, arXiv:1706.03762, section 3.2.2.
public struct MultiHeadAttention: Layer {
  /// Makes the queries; its parameters are named `NAME.query.weight` and `NAME.query.bias`.
  public var query: any Layer
  /// Makes the keys; named `NAME.key.…`.
  public var key: any Layer
  /// Makes the values; named `NAME.value.…`.
  public var value: any Layer
  /// Mixes the heads' answers; named `NAME.output.…`.
  public var output: any Layer
  /// How many heads share the width.
  public let heads: Int
  /// Whether a place sees nothing behind it.
  public let isCausal: Bool

  /// Makes the layer with random weights and zero biases.
  ///
  /// - Parameters:
  ///   - name: the first part of the parameters' names.
  ///   - width: how many numbers come in and go out for each place.
  ///   - heads: how many stretches the width is cut into.
  ///   - isCausal: whether a place sees nothing behind it.
  ///   - initialization: the distribution of all four matrices.
  /// - Precondition: the width can be divided by the heads.
  public init(
    _ name: String, width: Int, heads: Int, isCausal: Bool = false, initialization: Initialization = .glorotUniform,
    dtype: DType = .float32, using generator: inout RandomGenerator
  ) {
    precondition(
      heads >= 1 && width >= heads && width.isMultiple(of: heads),
      "Layer \(name) cannot divide a width of \(width) among \(heads) heads.")
    func matrix(_ part: String) -> Dense {
      Dense(
        "\(name).\(part)", from: width, to: width, initialization: initialization, dtype: dtype, using: &generator)
    }
    (query, key, value, output) = (matrix("query"), matrix("key"), matrix("value"), matrix("output"))
    (self.heads, self.isCausal) = (heads, isCausal)
  }

  /// Those of query, key, value and output.
  public var parameters: [Parameter] {
    query.parameters + key.parameters + value.parameters + output.parameters
  }

  /// Those of query, key, value and output; none as the layer is made.
  public var buffers: [Parameter] { query.buffers + key.buffers + value.buffers + output.buffers }

  /// Self-attention over all of `[batch, length, width]`.
  public func callAsFunction(_ x: Tensor, in phase: Phase) -> Tensor { self(x, over: x, in: phase) }

  /// What each place of x takes from the places of another sequence, or of its own.
  ///
  /// - Parameters:
  ///   - memory: m, where the keys and values come from, `[batch, keys, width]`; x itself for self-attention.
  ///   - realKeys: which places of m are real and not padding, for each sequence; nil where all are.
  ///   - prefix: extra keys and values that stand in front of m's and are seen by every query.
  public func callAsFunction(
    _ x: Tensor, over memory: Tensor, realKeys: [[Bool]]? = nil, prefix: AttentionPrefix? = nil, in phase: Phase
  ) -> Tensor {
    var (keys, values) = (key(memory, in: phase), value(memory, in: phase))
    var real = realKeys
    if let prefix {
      (keys, values) = prefix.inFront(of: keys, values)
      real = realKeys?.map { [Bool](repeating: true, count: prefix.length) + $0 }
    }
    let mask = AttentionMask(isCausal: isCausal, realKeys: real)
    return output(attention(query(x, in: phase), keys, values, heads: heads, mask: mask), in: phase)
  }
}

/// Keys and values of no letter, which stand in front of a layer's own: all that prefix-tuning trains.
///
/// Both are `[length, width]`, the same for each sequence, or `[batch, length, width]`; each head has its stretch of the
/// width, as in ``MultiHeadAttention``.
///
/// - Source: Li & Liang 2021, arXiv:2101.00190, section 4.2.
public struct AttentionPrefix {
  /// The keys, `[length, width]` or `[batch, length, width]`.
  public let keys: Tensor
  /// The values, of the same shape.
  public let values: Tensor

  /// Makes a prefix of keys and values, such as two parameters' `value`.
  ///
  /// - Precondition: both are of one shape, a matrix or one for each sequence.
  public init(keys: Tensor, values: Tensor) {
    precondition(
      [2, 3].contains(keys.rank) && keys.shape == values.shape,
      "A prefix needs keys and values [length, width], not \(keys.shape) and \(values.shape).")
    (self.keys, self.values) = (keys, values)
  }

  /// How many keys there are.
  public var length: Int { keys.shape[keys.rank - 2] }

  fileprivate func inFront(of otherKeys: Tensor, _ otherValues: Tensor) -> (keys: Tensor, values: Tensor) {
    func join(_ own: Tensor, _ other: Tensor) -> Tensor {
      precondition(
        other.rank == 3 && other.shape[2] == own.shape[own.rank - 1]
          && (own.rank == 2 || own.shape[0] == other.shape[0]),
        "A prefix \(own.shape) cannot stand in front of keys or values \(other.shape).")
      return concatenated(own, other)
    }
    return (join(keys, otherKeys), join(values, otherValues))
  }
}

/// Rows `[length, width]` for every sequence, or `[batch, length, width]`, in front of the sequences' own
/// `[batch, rows, width]`.
func concatenated(_ first: Tensor, _ sequences: Tensor) -> Tensor {
  let repeated = first.rank == 3 ? first : Tensor.zeros([sequences.shape[0], 1, 1], dtype: first.dtype) + first
  return concatenate([repeated, sequences], axis: 1)
}
