/// A table of vectors, one for each token: what a sequence of whole numbers becomes before a network can read it.
public struct Embedding: Model {
  /// The vectors, `[tokens, width]`, named `NAME.weight`.
  public let weight: Parameter

  /// Makes a table of independent normal draws, N(0, 1) by default, as in PyTorch.
  ///
  /// - Precondition: there is at least one token, and at least one number for each.
  public init(
    _ name: String, tokens: Int, width: Int, standardDeviation: Double = 1, dtype: DType = .float32,
    using generator: inout RandomGenerator
  ) {
    precondition(tokens > 0 && width > 0, "Embedding \(name) cannot have \(tokens) tokens of width \(width).")
    weight = Parameter(
      "\(name).weight",
      .normal([tokens, width], standardDeviation: standardDeviation, dtype: dtype, using: &generator))
  }

  /// The table alone.
  public var parameters: [Parameter] { [weight] }

  /// The vectors of a sequence of tokens, `[length, width]`.
  ///
  /// - Precondition: each token is in 0 ..< tokens.
  public func callAsFunction(_ tokens: [Int]) -> Tensor {
    let count = weight.tensor.shape[0]
    for token in tokens {
      precondition(
        (0..<count).contains(token), "\(weight.name) has vectors for \(count) tokens from 0 on, not for \(token).")
    }
    return weight.value.take(rows: tokens)
  }

  /// The vectors of a batch of sequences, `[batch, length, width]`.
  ///
  /// - Precondition: all sequences have the same length, and each token is in 0 ..< tokens.
  public func callAsFunction(_ batch: [[Int]]) -> Tensor {
    let length = batch.first?.count ?? 0
    precondition(
      batch.allSatisfy { $0.count == length }, "Sequences of one length are needed, not \(batch.map(\.count)).")
    return self(Array(batch.joined())).reshaped([batch.count, length, weight.tensor.shape[1]])
  }
}
