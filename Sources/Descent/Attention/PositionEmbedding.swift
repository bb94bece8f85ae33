/// Learned vectors, one for each place of a sequence, which are added to what stands there: attention alone knows no order.
///
///     y[b, t] = x[b, t] + w[t]
///
/// x and y are `[batch, length, width]`, w is `[places, width]`, of which the first `length` are used.
///
/// - Source: Gehring et al. 2017, arXiv:1705.03122, section 3.1; Vaswani et al. 2017, arXiv:1706.03762, section 3.5.
public struct PositionEmbedding: Layer {
  /// The vectors w, `[places, width]`, named `NAME.weight`.
  public let weight: Parameter

  /// Makes vectors of independent normal draws, N(0, 1) by default.
  ///
  /// - Precondition: there is at least one place, and at least one number for each.
  public init(
    _ name: String, places: Int, width: Int, standardDeviation: Double = 1, dtype: DType = .float32,
    using generator: inout RandomGenerator
  ) {
    precondition(places > 0 && width > 0, "Embedding \(name) cannot have \(places) places of width \(width).")
    weight = Parameter(
      "\(name).weight",
      .normal([places, width], standardDeviation: standardDeviation, dtype: dtype, using: &generator))
  }

  /// The vectors alone.
  public var parameters: [Parameter] { [weight] }

  /// The sequences with their places' vectors added, `[batch, length, width]`.
  ///
  /// - Precondition: no sequence is longer than there are places.
  public func callAsFunction(_ x: Tensor, in phase: Phase) -> Tensor {
    let (places, width) = (weight.tensor.shape[0], weight.tensor.shape[1])
    precondition(
      x.rank == 3 && x.shape[1] <= places && x.shape[2] == width,
      "\(weight.name) needs sequences [batch, at most \(places), \(width)], not \(x.shape).")
    let length = x.shape[1]
    let vectors = length == places ? weight.value : weight.value.slice(axis: 0, range: 0..<length)
    // In rows of a whole sequence, the sums by place are sums of columns.
    return (x.reshaped([x.shape[0], length * width]) + vectors.reshaped([length * width])).reshaped(x.shape)
  }
}

/// Fixed vectors for places, `[places, width]`: sines and cosines of wavelengths from 2π to 10000 · 2π.
///
///     p[t, 2i] = sin(t / 10000^(2i/width)),   p[t, 2i + 1] = cos(t / 10000^(2i/width))
///
/// - Source: Vaswani et al. 2017, arXiv:1706.03762, section 3.5.
public func sinusoidalPositions(_ places: Int, width: Int, dtype: DType = .float32) -> Tensor {
  checkLength(places, "The number of places")
  checkLength(width, "The width")
  let angles = (0..<places).map { place in
    (0..<width).map { feature in
      let angle = Double(place) * Double.exp(-Double(feature / 2 * 2) / Double(width) * Double.log(10_000))
      return feature.isMultiple(of: 2) ? Double.sin(angle) : Double.cos(angle)
    }
  }
  return Tensor(rows: angles, dtype: dtype)
}
