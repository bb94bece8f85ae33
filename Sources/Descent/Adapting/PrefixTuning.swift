/// Prefix-tuning: extra keys and values in front of each block's own are all that is trained.
///
///     prompt_embeddings [length, blocks · 2 · width]: keys of block 0, values of block 0, keys of block 1, …
///
/// Keys start from N(0, 0.25), values from 0. It does not start as its base: values of zero still take attention.
///
/// ```swift
/// let prefix = PrefixTuning(for: model, length: 4, using: &generator)
/// let logits = model(words, at: places, prefixes: prefix.prefixes)
/// ```
///
/// It is a model of its own, whose parameters are the prefix alone: train it, and the model in front of which it stands
/// stays as it is.
///
/// - Source: Li & Liang 2021, arXiv:2101.00190, section 4.2; the name and its layout are PEFT's.
public struct PrefixTuning: Model {
  /// The keys and values, `[length, blocks · 2 · width]`, named `prompt_embeddings`.
  public let embeddings: Parameter
  private let blocks: Int

  /// Makes a prefix for all blocks of a model.
  ///
  /// - Precondition: the length is at least 1, and the model has a block.
  public init(for model: LetterModel, length: Int, using generator: inout RandomGenerator) {
    checkLength(length, "A prefix")
    let (width, dtype) = (model.width, model.tokens.weight.tensor.dtype)
    let parts = model.blocks.flatMap { _ in
      [Tensor.normal([length, width], dtype: dtype, using: &generator) * 0.5, .zeros([length, width], dtype: dtype)]
    }
    precondition(!parts.isEmpty, "A model without blocks has no place for a prefix.")
    embeddings = Parameter("prompt_embeddings", concatenate(parts, axis: 1))
    blocks = model.blocks.count
  }

  /// The embeddings.
  public var parameters: [Parameter] { [embeddings] }

  /// Keys and values for each block, as ``LetterModel`` takes them.
  public var prefixes: [AttentionPrefix] {
    let all = embeddings.value
    let width = all.shape[1] / (2 * blocks)
    func part(_ number: Int) -> Tensor { all.slice(axis: 1, range: number * width..<(number + 1) * width) }
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
    let prompt = Tensor.zeros([batch, 1, 1], dtype: letters.dtype) + embeddings.value
    let own = prompt.shape[1]
    let h = model.blocks.reduce(concatenate([prompt, letters], axis: 1)) { $1($0, in: .evaluation) }
    let shifted = places.map { place in place + own * (place / length + 1) }  // a prompt for each word so far
    let rows = h.reshaped([batch * (own + length), width]).take(rows: shifted)
    return model.head(model.norm(rows, in: .evaluation), in: .evaluation)
  }
}

extension LetterModel {
  /// How many numbers stand for a letter.
  var width: Int { tokens.weight.tensor.shape[1] }
}
