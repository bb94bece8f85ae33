import Datasets
import Descent
import Experiments

// MARK: Digits

/// What becomes another task on the same digits.
enum Change: Hashable, Sendable {
  /// So many answers change places in a ring: 0 is now called 1, 1 is called 2, …, the last one 0.
  case ring(Int)
  /// The pixels of all pictures are put into another order.
  case shuffled
}

/// A change of the task, and what of the network learns it.
struct DigitsArm: Hashable, Sendable, CustomStringConvertible {
  let change: Change
  /// The rank of the change beside each of the two matrices; nil where the matrices themselves are trained.
  let rank: Int?

  var description: String { "\(change)-\(rank.map { "rank-\($0)" } ?? "all")" }
  /// The rates that a pilot tries, a factor 2 apart.
  var rates: [Double] { (rank ?? 8 < 8 ? [2, 4, 8, 16] : [1, 2, 4, 8, 16]).map { 0.01 * $0 } }
}

/// Pictures and what they are called.
typealias Samples = (pixels: Tensor, labels: [Int])

/// A network 64-32-10 that knows the digits as they are.
struct DigitsBase: Sendable {
  let task: DigitsTask
  let state: ModelState
  /// The order of the pixels in the other task.
  let order: [Int]
  let generator: RandomGenerator

  init(_ digits: Digits, seed: UInt64) {
    task = DigitsTask(digits, training: 1000, validation: 297, test: 500, seed: seed)
    var generator = task.generator
    let network = DigitsTask.network(using: &generator)
    order = generator.permutation(of: Digits.pixelCount)
    fit(network, on: (task.training.pixels, task.training.labels), rate: 0.005, epochs: 20, using: &generator) {
      network($0)
    }
    state = network.state
    self.generator = generator
  }

  /// The network, of its own.
  func network() -> MultilayerPerceptron {
    var generator = generator
    let network = DigitsTask.network(using: &generator)
    network.state = state
    return network
  }

  /// Digits as the other task has them.
  func changed(_ digits: Digits, _ change: Change) -> Samples {
    switch change {
    case .ring(let count): (digits.pixels, digits.labels.map { $0 < count ? ($0 + 1) % count : $0 })
    case .shuffled: (digits.pixels.columns(order), digits.labels)
    }
  }

  /// The change of a matrix that does the new task as the old one, exactly but for the biases: W with its columns in the
  /// pixels' order less W in the first layer, or W with its rows in the ring's order less W in the last one.
  func exactChange(_ change: Change) -> (layer: Int, matrix: Tensor) {
    let weights = network().layers.map { $0.weight.value.detached }
    switch change {
    case .ring(let count):
      let rows = (0..<10).map { $0 < count ? ($0 + count - 1) % count : $0 }
      return (1, weights[1].take(rows: rows) - weights[1])
    case .shuffled: return (0, weights[0].columns(order) - weights[0])
    }
  }

  /// What is read of the test digits, in percent, when the exact change is cut to each of these ranks.
  func cuts(_ change: Change, to ranks: [Int]) -> [Double] {
    let exact = exactChange(change)
    let parts = exact.matrix.singularValueDecomposition
    let test = changed(task.test, change)
    return ranks.map { rank in
      let network = network()
      let weight = network.layers[exact.layer].weight
      weight.assign(weight.value + parts.matrix(ofRank: min(rank, parts.values.count)))
      return 100 * accuracy(network(test.pixels), labels: test.labels)
    }
  }
}

/// What came of learning the other task.
struct DigitsRun: Sendable {
  /// What is read of the test digits, in percent, and the loss on others, to choose a rate by.
  let accuracy, validationLoss: Double

  /// - Parameter epochs: of 20 steps.
  init(_ arm: DigitsArm, rate: Double, epochs: Int = 15, from base: DigitsBase) {
    var generator = base.generator
    var network = Sequential(base.network().layers)
    if let rank = arm.rank {
      network.replaceLayers { layer in
        LoRA(layer, rank: min(rank, layer.parameters[0].tensor.shape[0]), using: &generator)
      }
    }
    let learner = network
    let trained = arm.rank == nil ? learner.training { $0.hasSuffix(".weight") } : learner.trainingAdapters()
    func logits(_ pixels: Tensor) -> Tensor { learner(pixels, in: .evaluation) }
    fit(
      trained, on: base.changed(base.task.training, arm.change), rate: rate, epochs: epochs, using: &generator,
      logits: logits)
    let validation = base.changed(base.task.validation, arm.change)
    let test = base.changed(base.task.test, arm.change)
    validationLoss = softmaxCrossEntropy(logits(validation.pixels), labels: validation.labels).item
    accuracy = 100 * Descent.accuracy(logits(test.pixels), labels: test.labels)
  }
}

/// Adam with batches of 50 and a rate that falls to 0 along half a cosine.
private func fit(
  _ model: some Model, on samples: Samples, rate: Double, epochs: Int, using generator: inout RandomGenerator,
  logits: (Tensor) -> Tensor
) {
  var optimizer = Adam(learningRate: rate)
  let steps = epochs * (samples.labels.count / 50)
  train(
    model, with: &optimizer, samples: samples.labels.count, batchSize: 50, epochs: epochs, incomplete: .drop,
    schedule: .perStep(CosineAnnealing(initial: rate, steps: steps)), using: &generator,
    loss: { places in
      softmaxCrossEntropy(logits(samples.pixels.take(rows: places)), labels: places.map { samples.labels[$0] })
    })
}

extension Tensor {
  /// The columns of a matrix in another order.
  fileprivate func columns(_ order: [Int]) -> Tensor { transposed.take(rows: order).transposed }
}

// MARK: - Letters

/// What is trained of the English model; the rest is frozen.
enum Arm: Hashable, Sendable, CustomStringConvertible {
  /// All its numbers, the twelve matrices of its blocks, or its last layer.
  case all, matrices, head
  /// Changes of this rank beside the twelve matrices.
  case lora(Int, start: LowRankStart = .zeroUp)

  /// The last parts of the twelve matrices' names.
  static let targets = ["query", "key", "value", "output", "up", "down"]
  /// Their shapes: in each block four `[32, 32]`, one up to 64 and one down.
  static let shapes = (0..<2).flatMap { _ in Array(repeating: [32, 32], count: 4) + [[64, 32], [32, 64]] }

  var description: String {
    switch self {
    case .all: "all"
    case .matrices: "matrices"
    case .head: "head"
    case .lora(let rank, let start): "lora-\(rank)-\(start)"
    }
  }

  /// The rates that a pilot tries, a factor 2 apart: lower, the more is trained and the fewer words there are.
  func rates(words: Int) -> [Double] {
    let rates =
      switch self {
      case .lora(_, .bothZero): [0.01]  // nothing moves at any
      case .all, .matrices: [0.00125, 0.0025, 0.005, 0.01]
      case .head, .lora(1...2, _): [0.02, 0.04, 0.08, 0.16]
      case .lora: [0.005, 0.01, 0.02, 0.04]
      }
    return rates.map { $0 * min(1, Double(words) / 1000) }
  }
}

/// What a run starts from and is measured by.
struct Setting: Sendable {
  let base: EnglishBase
  let spanish: WordList
  /// English words that the base has not read.
  let english: [String]
  /// What the base costs in bits per character on 500 Spanish words, on 200 to choose by, and on the English ones.
  let bits, validationBits, englishBits: Double

  init() throws {
    base = try .load()
    spanish = try .load(.spanish)
    english = Array(try EnglishBase.task(seed: base.seed).test.prefix(500))
    let (model, task) = (base.model(), LetterTask(spanish, words: 1, seed: 0))
    (bits, validationBits, englishBits) = (model.bits(task.test), model.bits(task.validation), model.bits(english))
  }
}

extension LetterModel {
  /// Bits per character.
  func bits(_ words: [String]) -> Double { Letters.bits(of: words) { self($0, at: $1) } }
}

/// What came of training a part of the English model on Spanish words.
struct Run: Sendable {
  /// To which ranks the change of the matrices is cut.
  static let cuts = [1, 2, 4, 8, 16, 32]
  /// After how many steps a watched run is looked at.
  static let interval = 10

  /// How many numbers are trained, and how many bytes a file with them has.
  private(set) var numbers = 0, fileBytes = 0
  /// Bits per character on words to choose a rate by, on 500 others, and on English ones; nan in a pilot.
  private(set) var validationBits = Double.nan, bits = Double.nan, english = Double.nan
  /// The bits on the validation words at each look; empty unless watched.
  private(set) var looks: [Double] = []
  /// Whether the logits of 50 words were the base's before training, bit for bit, whether they are after it, and whether
  /// they are with the change taken off.
  private(set) var startsAsBase = false, endsAsBase = false, isBaseWithout = false
  /// The largest difference that merging makes to one of them.
  private(set) var mergingError = 0.0
  /// The bits when the change of each matrix is cut to `cuts` directions; empty where they are not trained themselves.
  private(set) var cutBits: [Double] = []
  /// Words that it writes, and that it writes with the change taken off; none unless watched.
  private(set) var words: [String] = [], wordsWithout: [String] = []

  init(
    _ arm: Arm, rate: Double, steps: Int = 150, isPilot: Bool = false, isWatched: Bool = false, in setting: Setting,
    on task: LetterTask
  ) {
    var draws = task.generator
    var generator = draws.split()  // for the changes; the order of the words is that of all arms
    var model = setting.base.model()
    let trained: PartlyTrained
    switch arm {
    case .all: trained = model.training { _ in true }
    case .matrices: trained = model.training { name in Arm.targets.contains { name.hasSuffix(".\($0).weight") } }
    case .head: trained = model.training { $0.hasPrefix("head.") }
    case .lora(let rank, let start):
      model = model.wrapping(Arm.targets) { LoRA($0, rank: rank, start: start, using: &generator) }
      trained = model.trainingAdapters()
    }
    let adapted = model
    let batch = LetterBatch(task.validation.prefix(50))
    func logits(_ model: LetterModel) -> Tensor { model(batch.inputs, at: batch.realPlaces) }
    let base = logits(setting.base.model())
    startsAsBase = logits(adapted) == base
    looks =
      task.adapt(trained, rate: rate, steps: steps, lookingEvery: isWatched ? Self.interval : nil) {
        adapted($0, at: $1)
      }.log.measurements
    validationBits = adapted.bits(task.validation)
    guard !isPilot else { return }
    bits = adapted.bits(task.test)
    english = adapted.bits(setting.english)
    numbers = trained.parameters.reduce(0) { $0 + $1.tensor.count }
    let values = trained.parameters.map(\.value.detached)
    let own = SafeTensors(ModelState(names: trained.parameters.map(\.name), tensors: values))
    fileBytes = (adapted.added.isEmpty ? own : adapted.adapterFile()).encoded().count
    let after = logits(adapted)
    endsAsBase = after == base
    isBaseWithout = logits(adapted.unwrapped) == base
    mergingError = (logits(adapted.merged) - after).scalars.reduce(0) { max($0, abs($1)) }
    if isWatched { (words, wordsWithout) = (write(adapted, generator), write(adapted.unwrapped, generator)) }
    guard arm == .matrices else { return }
    let starts = trained.parameters.map { setting.base.state[$0.name] ?? $0.value }
    let parts = values.indices.map { (values[$0] - starts[$0]).singularValueDecomposition }
    cutBits = Self.cuts.map { rank in
      for (place, parameter) in trained.parameters.enumerated() {
        parameter.assign(starts[place] + parts[place].matrix(ofRank: rank))
      }
      return adapted.bits(task.test)
    }
  }
}

/// Five words that a model writes.
private func write(_ model: LetterModel, _ generator: RandomGenerator) -> [String] {
  var generator = generator
  return Letters.draw(40, using: &generator) { model($0, at: $1) }.presentable(5)
}
