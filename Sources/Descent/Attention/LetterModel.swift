/// A small transformer that reads a word letter by letter and says, at each place, which letter comes next (a "CharLM").
///
///     h = tokens[letters] + positions → blocks (causal, pre-normalised) → norm → head
///
/// Letters are whole numbers below `tokens`; a word's input begins with the boundary 0. With the defaults, 27 tokens, 11
/// places, width 32, 4 heads, 64 hidden units and 2 blocks, it has 19,259 numbers. A place sees nothing behind it, so
/// padding behind a word touches nothing before it. All parts may be replaced by others that do the same and more.
///
/// Embeddings start from N(0, 1/width), matrices from U(±1/√fan-in), biases from 0.
///
/// - Source: Radford et al. 2019, "Language models are unsupervised multitask learners", section 2.3, without dropout.
public struct LetterModel: Model {
  /// The letters' vectors, named `tokens.weight`.
  public var tokens: Embedding
  /// The places' vectors, named `positions.weight`.
  public var positions: PositionEmbedding
  /// The blocks, named `blocks.0.…`, `blocks.1.…`.
  public var blocks: [TransformerBlock]
  /// The last normalisation, named `norm.…`.
  public var norm: any Layer
  /// Turns a place's vector into logits, named `head.…`.
  public var head: any Layer

  /// Makes a model with random weights.
  public init(
    tokens: Int = 27, places: Int = 11, width: Int = 32, heads: Int = 4, hidden: Int = 64, blocks: Int = 2,
    activation: Activation = .relu, dtype: DType = .float32, using generator: inout RandomGenerator
  ) {
    precondition(blocks >= 0, "A model cannot have \(blocks) blocks.")
    let deviation = 1 / Double(width).squareRoot()
    self.tokens = Embedding(
      "tokens", tokens: tokens, width: width, standardDeviation: deviation, dtype: dtype, using: &generator)
    positions = PositionEmbedding(
      "positions", places: places, width: width, standardDeviation: deviation, dtype: dtype, using: &generator)
    self.blocks = (0..<blocks).map { block in
      TransformerBlock(
        "blocks.\(block)", width: width, heads: heads, hidden: hidden, isCausal: true, activation: activation,
        initialization: .fanInUniform, dtype: dtype, using: &generator)
    }
    norm = LayerNorm("norm", features: width, dtype: dtype)
    head = Dense("head", from: width, to: tokens, initialization: .fanInUniform, dtype: dtype, using: &generator)
  }

  /// Those of all parts, from the letters' vectors to the head.
  public var parameters: [Parameter] {
    tokens.parameters + positions.parameters + blocks.flatMap(\.parameters) + norm.parameters + head.parameters
  }

  /// Those of all parts; none as the model is made.
  public var buffers: [Parameter] { blocks.flatMap(\.buffers) + norm.buffers + head.buffers }

  /// The logits of the next letter at each place, `[batch, length, tokens]`.
  ///
  /// - Parameters:
  ///   - words: the letters that come in, `[batch][length]`.
  ///   - prefixes: extra keys and values for each block, or none at all.
  public func callAsFunction(
    _ words: [[Int]], prefixes: [AttentionPrefix] = [], in phase: Phase = .evaluation
  ) -> Tensor {
    head(norm(features(of: words, prefixes: prefixes, in: phase), in: phase), in: phase)
  }

  /// The logits of the next letter at some places only, `[places.count, tokens]`: those that a loss is taken of.
  ///
  /// - Parameters:
  ///   - words: the letters that come in, `[batch][length]`.
  ///   - places: the places, counted through the whole batch: place t of word b is b · length + t.
  public func callAsFunction(
    _ words: [[Int]], at places: [Int], prefixes: [AttentionPrefix] = [], in phase: Phase = .evaluation
  ) -> Tensor {
    let h = features(of: words, prefixes: prefixes, in: phase)
    let rows = h.reshaped([h.shape[0] * h.shape[1], h.shape[2]]).take(rows: places)
    return head(norm(rows, in: phase), in: phase)
  }

  /// What the blocks make of each place, `[batch, length, width]`, before the last normalisation.
  public func features(of words: [[Int]], prefixes: [AttentionPrefix] = [], in phase: Phase = .evaluation) -> Tensor {
    precondition(
      prefixes.isEmpty || prefixes.count == blocks.count,
      "\(prefixes.count) prefixes cannot go with \(blocks.count) blocks.")
    var h = positions(tokens(words), in: phase)
    for (number, block) in blocks.enumerated() {
      h = block(h, realKeys: nil, prefix: prefixes.isEmpty ? nil : prefixes[number], in: phase)
    }
    return h
  }
}
