import Descent

/// Words as a model of letters reads them: at each place the letter before, to say the next one.
///
/// `cat` goes in as 0 c a t and comes out as c a t 0; the places after that are padding, up to 11. A model that answers at
/// the real places alone is compared with `realTargets`, as ``loss(_:)`` does; one that answers at all places with
/// `targets`, of which the loss leaves out the nil.
public struct LetterBatch: Sendable, Hashable {
  /// What goes in, `[batch][11]`: the boundary, the letters, and boundaries as padding.
  public let inputs: [[Int]]
  /// What is to come out, word by word, 11 for each: the letters, the boundary, and nil as padding.
  public let targets: [Int?]
  /// The places that are no padding, counted through the batch: place t of word b is 11 b + t.
  public let realPlaces: [Int]
  /// The targets at those places.
  public let realTargets: [Int]

  /// Makes the batch of these words, of up to 10 letters.
  ///
  /// - Precondition: the words are of at most 10 letters a–z.
  public init(_ words: some Sequence<String>) {
    var (inputs, targets): ([[Int]], [Int?]) = ([], [])
    for word in words {
      let letters = Letters.encode(word)
      let padding = Letters.placeCount - 1 - letters.count
      precondition(padding >= 0, "\"\(word)\" has more than \(Letters.placeCount - 1) letters.")
      inputs.append([Letters.boundary] + letters + Array(repeating: Letters.boundary, count: padding))
      targets += letters
      targets.append(Letters.boundary)
      targets += Array(repeating: nil, count: padding)
    }
    (self.inputs, self.targets) = (inputs, targets)
    realPlaces = targets.indices.filter { targets[$0] != nil }
    realTargets = targets.compactMap(\.self)
  }

  /// The mean cross-entropy over the real places, in nats.
  public func loss(_ logits: LetterLogits) -> Tensor {
    softmaxCrossEntropy(logits(inputs, realPlaces), labels: realTargets)
  }
}
