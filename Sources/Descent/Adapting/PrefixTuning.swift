/// Prefix-tuning: extra keys and values in front of each block's own are all that is trained.
///
///     prompt_embeddings [length, blocks · 2 · width]: keys of block 0, values of block 0, keys of block 1, …
///
/// Keys start from N(0, 0.25), values from 0. It does not start as its base: values of zero still take attention.
/// With a projection the numbers are not trained themselves, but made of less by a network that can be thrown away
/// afterwards; ``flattened`` keeps what it makes:
///
///     prompt_embeddings = tanh(E W₁ᵀ + b₁) W₂ᵀ + b₂,   E [length, width] from N(0, 1)
///
/// ```swift
/// let prefix = PrefixTuning(for: model, length: 4, using: &generator)
/// let logits = model(words, at: places, prefixes: prefix.prefixes)
/// ```
///
/// It is a model of its own, whose parameters are the prefix alone: train it, and the model in front of which it stands
/// stays as it is.
///
/// - Source: Li & Liang 2021, arXiv:2101.00190, sections 4.2 and 4.3; names and layout are PEFT's.
public struct PrefixTuning: Model {
  /// The keys and values, `[length, blocks · 2 · width]`, named `prompt_embeddings`; with a projection what it starts
  /// from, `[length, width]`, named `embedding.weight`.
  public let embeddings: Parameter
  /// The projection's two layers, named `transform.0.…` and `transform.2.…`; empty without one.
  public let projection: [Dense]
  private let blocks: Int

  /// Makes a prefix for all blocks of a model.
  ///
  /// - Parameter hidden: how many numbers are between the projection's two layers; nil for no projection.
  /// - Precondition: the length is at least 1, and so is the projection; the model has a block.
  public init(
    for model: LetterModel, length: Int, projection hidden: Int? = nil, using generator: inout RandomGenerator
  ) {
    checkLength(length, "A prefix")
    precondition(!model.blocks.isEmpty, "A model without blocks has no place for a prefix.")
    let (width, dtype) = (model.width, model.tokens.weight.tensor.dtype)
    blocks = model.blocks.count
    guard let hidden else {
      let parts = model.blocks.flatMap { _ in
        [
          Tensor.normal([length, width], dtype: dtype, using: &generator) * 0.5, .zeros([length, width], dtype: dtype),
        ]
      }
      embeddings = Parameter("prompt_embeddings", concatenate(parts, axis: 1))
      projection = []
      return
    }
    checkLength(hidden, "The projection of a prefix")
    embeddings = Parameter("embedding.weight", .normal([length, width], dtype: dtype, using: &generator))
    projection = [
      Dense(
        "transform.0", from: width, to: hidden, activation: .tanh, initialization: .fanInUniform, dtype: dtype,
        using: &generator),
      Dense(
        "transform.2", from: hidden, to: blocks * 2 * width, initialization: .fanInUniform, dtype: dtype,
        using: &generator),
    ]
  }

  private init(_ embeddings: Tensor, blocks: Int) {
    self.embeddings = Parameter("prompt_embeddings", embeddings)
    (projection, self.blocks) = ([], blocks)
  }

  /// The embeddings, then the projection's.
  public var parameters: [Parameter] { [embeddings] + projection.flatMap(\.parameters) }

  /// Keys and values for each block, as ``LetterModel`` takes them.
  public var prefixes: [AttentionPrefix] {
    AttentionPrefix.parts(of: projected, blocks: blocks)
  }

  /// The same keys and values without the projection that made them: all that is to be kept.
  public var flattened: PrefixTuning {
    PrefixTuning(projected.detached, blocks: blocks)
  }

  private var projected: Tensor { projection.reduce(embeddings.value) { $1($0) } }
}

extension AttentionPrefix {
  /// Cuts the last axis of a tensor into keys and values for each block: keys of block 0, values of block 0, keys of
  /// block 1, ….
  ///
  /// The tensor is `[length, blocks · 2 · width]`, or `[batch, length, blocks · 2 · width]` for a prefix of each sequence's
  /// own, such as one that another network makes of a picture.
  ///
  /// - Precondition: the last axis can be divided so.
  public static func parts(of all: Tensor, blocks: Int) -> [AttentionPrefix] {
    let last = all.rank - 1
    precondition(
      last >= 1 && blocks >= 1 && all.shape[last].isMultiple(of: 2 * blocks),
      "\(all.shape) cannot be cut into keys and values of \(blocks) blocks.")
    let width = all.shape[last] / (2 * blocks)
    func part(_ number: Int) -> Tensor { all.slice(axis: last, range: number * width..<(number + 1) * width) }
    return (0..<blocks).map { AttentionPrefix(keys: part(2 * $0), values: part(2 * $0 + 1)) }
  }
}

/// Prompt-tuning: vectors of no letter in front of the word's, at the entrance of the model; they alone are trained.
///
/// They start from N(0, 0.25), and have no place's vector added.
///
/// - Source: Lester, Al-Rfou & Constant 2021, arXiv:2104.08691, section 2; the name is PEFT's.
public struct SoftPrompt: Model {
  /// The vectors, `[length, width]`, named `prompt_embeddings`.
  public let embeddings: Parameter

  /// Makes a soft prompt for a model.
  ///
  /// - Precondition: the length is at least 1.
  public init(for model: LetterModel, length: Int, using generator: inout RandomGenerator) {
    checkLength(length, "A soft prompt")
    let dtype = model.tokens.weight.tensor.dtype
    embeddings = Parameter(
      "prompt_embeddings", Tensor.normal([length, model.width], dtype: dtype, using: &generator) * 0.5)
  }

  /// The embeddings.
  public var parameters: [Parameter] { [embeddings] }

  /// The model's logits of the next letter at some places, `[places.count, tokens]`, with the prompt in front of each
  /// word; places count the letters alone, as in the model's own call.
  public func callAsFunction(_ model: LetterModel, _ words: [[Int]], at places: [Int]) -> Tensor {
    let letters = model.positions(model.tokens(words), in: .evaluation)
    let (batch, length, width) = (letters.shape[0], letters.shape[1], letters.shape[2])
    let own = embeddings.tensor.shape[0]
    let h = model.blocks.reduce(concatenated(embeddings.value, letters)) { $1($0, in: .evaluation) }
    let shifted = places.map { place in place + own * (place / length + 1) }  // a prompt for each word so far
    let rows = h.reshaped([batch * (own + length), width]).take(rows: shifted)
    return model.head(model.norm(rows, in: .evaluation), in: .evaluation)
  }
}

extension LetterModel {
  /// How many numbers stand for a letter.
  var width: Int { tokens.weight.tensor.shape[1] }
}
