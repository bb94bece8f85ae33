/// What the squared lengths of the gradients of a small and of a large batch say of the gradient and of its noise.
///
///     E|g_b|² = |G|² + tr Σ / b       for both batch sizes b: two equations
///
/// Either may come out negative by chance: average the squares over steps or runs, not the scales. Workers that share a
/// batch have both squares at hand, of their own gradients and of their mean.
///
/// - Source: McCandlish et al. 2018, arXiv:1812.06162, appendix A.1.
public struct GradientNoise: Sendable, Hashable {
  /// |G|², of the gradient itself.
  public let signal: Double
  /// tr Σ, the variance of one sample's gradient, summed over the parameters.
  public let noise: Double

  /// Solves the two equations.
  ///
  /// - Precondition: the large batch is larger than the small one.
  public init(small: (size: Int, square: Double), large: (size: Int, square: Double)) {
    precondition(
      small.size >= 1 && large.size > small.size,
      "The noise of gradients needs two batch sizes, a small and a large one, not \(small.size) and \(large.size).")
    let (b, B) = (Double(small.size), Double(large.size))
    signal = (B * large.square - b * small.square) / (B - b)
    noise = (small.square - large.square) / (1 / b - 1 / B)
  }

  /// The noise scale tr Σ / |G|²: the batch size whose gradient is as much noise as gradient.
  public var scale: Double { noise / signal }
}
