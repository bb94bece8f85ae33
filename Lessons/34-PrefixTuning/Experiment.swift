import Datasets
import Descent
import Experiments

/// What the words are to be like that a model shall write.
enum Property: Hashable, Sendable, CustomStringConvertible {
  case start(String)
  case length(Int)

  /// The words of a list that are like this.
  func words(of list: WordList) -> [String] {
    switch self {
    case .start(let letters): list.words.filter { $0.hasPrefix(letters) }
    case .length(let length): list.words.filter { $0.utf8.count == length }
    }
  }

  var description: String {
    switch self {
    case .start(let letters): letters
    case .length(let length): "\(length)-letters"
    }
  }
}

/// The pre-trained model and the words for it.
struct Material: Sendable {
  let base: EnglishBase
  /// All words of each property.
  let words: [Property: [String]]
  /// 300 words that the base has not read.
  let english: [String]

  init(_ properties: [Property]) throws {
    base = try EnglishBase.load()
    let list = try WordList.load(.english)
    words = Dictionary(uniqueKeysWithValues: properties.map { ($0, $0.words(of: list)) })
    english = Array(try EnglishBase.task(seed: 0).test.prefix(300))
  }
}

/// What is trained; everything else is frozen.
enum Method: Hashable, Sendable {
  /// So many keys and values in each block; made by a projection of this width, or trained themselves.
  case prefix(Int, projection: Int? = nil)
  /// One pair in each block, of which only the key is trained, or only the value; the other is held at 0.
  case half(key: Bool)
  /// So many vectors in front of the word's.
  case soft(Int)
  /// LoRA of rank 1 in all matrices of the blocks.
  case lora
  case head, all

  /// The rates that a pilot tries.
  var rates: [Double] {
    switch self {
    case .prefix, .soft: [0.03, 0.1, 0.3, 1, 3]
    case .half: [0.1, 0.3, 1]
    case .lora, .head: [1e-3, 3e-3, 1e-2, 3e-2]
    case .all: [5e-5, 1e-4, 2e-4, 5e-4, 1e-3]
    }
  }

  var isProjected: Bool { if case .prefix(_, projection: .some) = self { true } else { false } }
}

/// A method and the words that it is to write.
struct Arm: Hashable, Sendable, CustomStringConvertible {
  let method: Method
  let property: Property

  init(_ method: Method, _ property: Property) { (self.method, self.property) = (method, property) }

  var description: String { "\(method)-\(property)" }
}

extension LetterTask {
  /// Words of a property, drawn by a seed: 100 to validate, so many to learn from, and up to 300 others to test.
  init(_ all: [String], words: Int, seed: UInt64) {
    var generator = RandomGenerator(seed: seed)
    let drawn = all.drawn(min(400 + words, all.count), using: &generator)
    self.init(
      training: Array(drawn[100..<100 + words]), validation: Array(drawn[..<100]), test: Array(drawn[(100 + words)...]),
      generator: generator)
  }
}

/// A letter model with what a method adds to it.
struct Tuning {
  /// What is trained.
  let trained: any Model
  let logits: LetterLogits
  /// Keys and values for each block, where they are what is trained.
  let prefix: PrefixTuning?

  init(_ method: Method, _ base: LetterModel, using generator: inout RandomGenerator) {
    var prefix: PrefixTuning?
    switch method {
    case .prefix(let length, let projection):
      let own = PrefixTuning(for: base, length: length, projection: projection, using: &generator)
      (trained, logits) = (own, { base($0, at: $1, prefixes: own.prefixes) })
      prefix = own
    case .half(let isKey):
      let own = PrefixTuning(for: base, length: 1, using: &generator)
      own.embeddings.mask = Tensor((0..<own.parameterCount).map { ($0 / 32).isMultiple(of: 2) == isKey ? 1 : 0 })
        .reshaped(own.embeddings.tensor.shape)
      (trained, logits) = (own, { base($0, at: $1, prefixes: own.prefixes) })
      prefix = own
    case .soft(let length):
      let prompt = SoftPrompt(for: base, length: length, using: &generator)
      (trained, logits) = (prompt, { prompt(base, $0, at: $1) })
    case .lora:
      let targets = ["query", "key", "value", "output", "up", "down"]
      let model = base.wrapping(targets) { LoRA($0, rank: 1, using: &generator) }
      (trained, logits) = (model.trainingAdapters(), { model($0, at: $1) })
    case .head: (trained, logits) = (base.training { $0.hasPrefix("head.") }, { base($0, at: $1) })
    case .all: (trained, logits) = (base, { base($0, at: $1) })
    }
    self.prefix = prefix
  }
}

/// What a model writes, and what words of the property cost it.
struct Run: Sendable {
  /// How many numbers were trained.
  let numbers: Int
  /// The share of its words that have the property, in percent: exact for a start, of 300 drawn words for a length.
  let share: Double
  /// Bits per character on words of the property that it has not read, and on those that choose the rate.
  let bits, validation: Double
  /// Bits per character on 300 words of the English list.
  let english: Double
  /// The share of drawn words with 1, 2, … 10 letters, in percent.
  let lengths: [Double]
  /// The first of the drawn words that can be shown.
  let words: [String]
  /// How much of its attention each place gives to the prefix, the mean over heads, blocks and 100 words; empty without one.
  let attention: [Double]

  /// - Parameter rate: the highest of the schedule; at 0 nothing is trained.
  init(
    _ arm: Arm, rate: Double, steps: Int = 150, base: EnglishBase, english test: [String], on task: LetterTask
  ) {
    var generator = task.generator
    let model = base.model()
    let tuning = Tuning(arm.method, model, using: &generator)
    if rate > 0 { task.adapt(tuning.trained, rate: rate, steps: steps, logits: tuning.logits) }
    numbers = tuning.trained.parameterCount
    bits = Letters.bits(of: task.test, logits: tuning.logits)
    validation = Letters.bits(of: task.validation, logits: tuning.logits)
    english = Letters.bits(of: test, logits: tuning.logits)
    var draws = RandomGenerator(seed: 34)  // the same for all, so that words can be compared
    let drawn = Letters.draw(300, using: &draws, logits: tuning.logits)
    words = drawn.presentable(6, lengths: 1...10)
    lengths = (1...10).map { length in Double(drawn.count { $0.utf8.count == length }) / 3 }
    share =
      switch arm.property {
      case .start(let start): 100 * probability(of: start, logits: tuning.logits)
      case .length(let length): lengths[length - 1]
      }
    attention = tuning.prefix.map { model.attention(to: $0.prefixes, over: Array(task.test.prefix(100))) } ?? []
  }
}

/// The probability that a word starts with these letters: p(u) p(n | u) for "un".
func probability(of start: String, logits: LetterLogits) -> Double {
  let letters = Letters.encode(start)
  let next = softmax(logits([[Letters.boundary] + letters.dropLast()], Array(letters.indices))).scalars
  return letters.indices.reduce(1) { $0 * next[$1 * Letters.classCount + letters[$1]] }
}

extension LetterModel {
  /// How much of its attention each place gives to a prefix, the mean over heads, blocks and the words that have the place:
  /// before the first letter, after one, and so on to the end of the longest word.
  func attention(to prefixes: [AttentionPrefix], over words: [String]) -> [Double] {
    var h = positions(tokens(LetterBatch(words).inputs), in: .evaluation)
    let shares = blocks.indices.map { number in
      let (attention, prefix) = (blocks[number].attention, prefixes[number])
      let x = blocks[number].attentionNorm(h, in: .evaluation)
      let own = attention.key(x, in: .evaluation)
      let front = Tensor.zeros([own.shape[0], 1, 1]) + prefix.keys.detached
      let all = attentionShares(
        attention.query(x, in: .evaluation), concatenate([front, own], axis: 1), heads: attention.heads, mask: .causal)
      h = blocks[number](h, realKeys: nil, prefix: prefix, in: .evaluation)
      return all.slice(axis: 3, range: 0..<prefix.length).sum(axes: [3]).mean(axes: [1])
    }
    let ofWords = (shares.reduce(Tensor.zeros([words.count, Letters.placeCount]), +) / Double(blocks.count)).scalars
    return (0...(words.map(\.utf8.count).max() ?? 0)).map { place in
      let reaching = words.indices.filter { words[$0].utf8.count >= place }
      return reaching.reduce(0) { $0 + ofWords[$1 * Letters.placeCount + place] } / Double(reaching.count)
    }
  }
}

// MARK: - A picture in front

/// Two frozen networks, of which one may be as random as it was at first, and how many keys and values join them.
struct Joint: Hashable, Sendable, CustomStringConvertible {
  enum Kind: String, Hashable, Sendable, CaseIterable { case trained, randomDigits, randomLetters }

  let kind: Kind
  let length: Int

  init(_ kind: Kind, length: Int) { (self.kind, self.length) = (kind, length) }

  var description: String { "\(kind)-\(length)" }
}

/// Names of pictures, written by a model of letters behind a prefix that is made of the picture.
struct Naming: Sendable {
  /// The share of 400 test pictures whose name comes out letter by letter, and whose digit the digits' own network reads,
  /// in percent.
  let named, read: Double
  /// Some names of test pictures that are written wrongly and can be shown: the right one, and what is written.
  let mistakes: [(name: String, written: String)]

  static let names = ["zero", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine"]

  /// The digits' network learns from 900 digits, the map from `pairs` others with their names.
  init(_ joint: Joint, pairs: Int = 200, rate: Double = 0.03, digits: Digits, base: EnglishBase, seed: UInt64) {
    let task = DigitsTask(digits, training: 900, validation: 400, test: 400, seed: seed)
    var generator = task.generator
    let network = DigitsTask.network(using: &generator)
    if joint.kind != .randomDigits {
      var optimizer = Adam(learningRate: 0.003)
      task.train(network, with: &optimizer, epochs: 20, using: &generator) { network($0) }
    }
    let model = joint.kind == .randomLetters ? LetterModel(using: &generator) : base.model()
    let map = Dense("map", from: 32, to: joint.length * 128, initialization: .fanInUniform, using: &generator)
    func prefixes(_ digits: Digits) -> [AttentionPrefix] {
      let all = map(network.layers[0](digits.pixels))
      return AttentionPrefix.parts(of: all.reshaped([digits.count, joint.length, 128]), blocks: 2)
    }
    func answers(_ digits: Digits) -> (batch: LetterBatch, logits: Tensor) {
      let batch = LetterBatch(digits.labels.map { Self.names[$0] })
      return (batch, model(batch.inputs, at: batch.realPlaces, prefixes: prefixes(digits)))
    }
    let known = task.validation[Array(0..<pairs)]
    let (steps, size) = (300, min(32, pairs))
    var optimizer = Adam(learningRate: rate)
    train(
      map, with: &optimizer, samples: pairs, batchSize: size, epochs: (steps * size + pairs - 1) / pairs + 1,
      incomplete: .drop, schedule: .perStep(CosineAnnealing(initial: rate, steps: steps - 10).warmedUp(over: 10)),
      clipping: .globalNorm(1), using: &generator,
      loss: { places in
        let (batch, logits) = answers(known[places])
        return softmaxCrossEntropy(logits, labels: batch.realTargets)
      }, afterStep: { $0.step < steps - 1 })

    let (batch, logits) = answers(task.test)
    let letters = logits.argmax(axis: 1)
    var start = 0
    let wrong = task.test.labels.indices.filter { number in
      let letterCount = Self.names[task.test.labels[number]].count + 1
      defer { start += letterCount }
      return letters[start..<start + letterCount] != batch.realTargets[start..<start + letterCount]
    }
    named = 100 - 100 * Double(wrong.count) / Double(task.test.count)
    read = 100 * task.testAccuracy { network($0) }
    mistakes = wrong.prefix(6).compactMap { number in
      let one = task.test[[number]]
      let front = prefixes(one)
      var draws = RandomGenerator(seed: seed)  // so cold that the likeliest letter comes
      let written = Letters.draw(1, temperature: 0.01, using: &draws) { model($0, at: $1, prefixes: front) }
      let name = Self.names[one.labels[0]]
      return written.presentable(1, lengths: 1...10).first.flatMap { $0 == name ? nil : (name, $0) }
    }
  }
}
