import Datasets
import Descent
import Experiments
import Numerics

// MARK: Moons

/// A frozen network for the moons, and the adapter that is put into it.
struct MoonsArm: Hashable, Sendable, CustomStringConvertible {
  /// The function between the two layers of the frozen network: `.identity` makes it straight.
  let base: Activation
  let bottleneck: Int
  /// The function in the adapter.
  let bend: Activation

  var description: String { "\(base)-adapter-\(bend)-\(bottleneck)" }
}

/// What a network 2-16-2 reads of the moons that it has only seen turned, before and with an adapter.
struct MoonsRun: Sendable {
  /// The shares of 300 points that are read by the frozen network and with the adapter, in percent.
  let frozen, adapted: Double
  /// What the best straight line reads: logistic regression on the points that the adapter learns from.
  let line: Double
  /// The points that are tested.
  let test: LabelledPoints
  /// The probability of the second moon over the plane, `[row][column]`, frozen and with the adapter; empty unless watched.
  let frozenMap, adaptedMap: [[Double]]

  /// Where the maps are measured.
  static let x = evenly(-1.5...2.5, count: 65), y = evenly(-1.1...1.6, count: 45)

  /// The base learns for 300 steps from all of 300 points, the adapter for 1,000 steps from others.
  init(_ arm: MoonsArm, turn: Double, isWatched: Bool = false, seed: UInt64) {
    var generator = RandomGenerator(seed: seed)
    func moons() -> LabelledPoints { .moons(count: 300, noise: 0.15, using: &generator) }
    let (source, training) = (moons(), moons())
    let test = moons()
    self.test = test
    var network = FeedForward(
      "moons", width: 2, hidden: 16, activation: arm.base, initialization: .lecunNormal, using: &generator)
    func fit(_ model: some Model, _ points: Tensor, _ labels: [Int], steps: Int) {
      var optimizer = Adam(learningRate: 0.01)
      for _ in 0..<steps {
        let gradients = valueAndGradients(of: model) {
          softmaxCrossEntropy(network(points, in: .training), labels: labels)
        }.gradients
        optimizer.update(model, with: gradients)
      }
    }
    func share() -> Double { 100 * accuracy(network(test.points, in: .evaluation), labels: test.labels) }
    func map() -> [[Double]] {
      guard isWatched else { return [] }
      let grid = Tensor(rows: Self.y.flatMap { y in Self.x.map { [$0, y] } })
      let second = softmax(network(grid, in: .evaluation)).scalars.enumerated().filter { $0.offset % 2 == 1 }
      return Self.y.indices.map { row in
        Self.x.indices.map { second[row * Self.x.count + $0].element }
      }
    }
    fit(network, turned(source.points, by: turn), source.labels, steps: 300)
    (frozen, frozenMap) = (share(), map())
    network.up = Adapter(after: network.up, bottleneck: arm.bottleneck, activation: arm.bend, using: &generator)
    fit(network.training { $0.contains(".adapter.") }, training.points, training.labels, steps: 1000)
    (adapted, adaptedMap) = (share(), map())
    var regression = LogisticRegression(penalty: 0)
    regression.fit(training.points, labels: training.labels)
    let answers = regression.predict(test.points)
    line = 100 * Double(test.labels.indices.count { answers[$0] == test.labels[$0] }) / Double(test.count)
  }
}

/// Points turned about the middle between the two moons, counter-clockwise.
func turned(_ points: Tensor, by degrees: Double) -> Tensor {
  let angle = degrees * .pi / 180
  let middle = Tensor(shape: [1, 2], [0.5, 0.25], dtype: points.dtype)
  let (c, s) = (Double.cos(angle), Double.sin(angle))
  return matmul(points - middle, Tensor(shape: [2, 2], [c, s, -s, c], dtype: points.dtype)) + middle
}

// MARK: - Letters

/// After which parts of a block an adapter stands.
enum Sites: Hashable, Sendable {
  case both, attention, feedForward

  /// The ends of the layers' names.
  var layers: [String] {
    switch self {
    case .both: Sites.attention.layers + Sites.feedForward.layers
    case .attention: ["attention.output"]
    case .feedForward: ["feed_forward.down"]
    }
  }
}

/// What is trained of the English model; the rest is frozen.
enum Arm: Hashable, Sendable, CustomStringConvertible {
  case adapter(Int, Activation, at: Sites = .both)
  /// LoRA of this rank in all six matrices of a block.
  case lora(Int)
  case all

  var description: String {
    switch self {
    case .adapter(let bottleneck, let bend, let sites): "adapter-\(bend)-\(bottleneck)-\(sites)"
    case .lora(let rank): "lora-\(rank)"
    case .all: "all"
    }
  }

  /// The rates that a pilot tries, a factor 2 apart: the more is trained, the lower.
  var rates: [Double] {
    let lowest =
      switch self {
      case .all: 0.00125
      case .adapter(1...2, _, _), .lora(1...2): 0.02
      case .adapter(3...15, _, _), .lora(3...15): 0.01
      case .adapter, .lora: 0.005
      }
    return [1, 2, 4, 8].map { lowest * $0 }
  }
}

extension LetterModel {
  /// The model with what an arm adds to it; it shares this model's parameters.
  func with(_ arm: Arm, start: LowRankStart = .zeroUp, using generator: inout RandomGenerator) -> LetterModel {
    switch arm {
    case .adapter(let bottleneck, let bend, let sites):
      wrapping(sites.layers) {
        Adapter(after: $0, bottleneck: bottleneck, activation: bend, start: start, using: &generator)
      }
    case .lora(let rank):
      wrapping(["query", "key", "value", "output", "up", "down"]) {
        LoRA($0, rank: rank, start: start, using: &generator)
      }
    case .all: self
    }
  }

  /// Its adapters, in the order of the blocks.
  var adapters: [Adapter] { wrappers.compactMap { $0 as? Adapter } }

  /// Products with weights that a letter takes on its way from its vector to the logits; those between queries, keys and
  /// values come on top.
  var products: Int { parameters.reduce(0) { $0 + ($1.tensor.rank == 2 && !isTable($1) ? $1.tensor.count : 0) } }
  private func isTable(_ parameter: Parameter) -> Bool {
    parameter.name.hasPrefix("tokens.") || parameter.name.hasPrefix("positions.")
  }
}

extension Adapter {
  /// How far it is from a matrix: the length of Δ(h) + Δ(−h) − 2Δ(0) by that of Δ(h) − Δ(−h), Δ being what it adds to h,
  /// over 200 random h.
  ///
  /// Both would be 0 and 2Uf(D h) for a matrix and a constant.
  func crookedness(using generator: inout RandomGenerator) -> Double {
    let width = up.bias.tensor.count
    let h = Tensor.normal([200, width], using: &generator)
    let (there, back, zero) = (change(of: h), change(of: -h), change(of: .zeros([1, width])))
    func length(_ x: Tensor) -> Double { square(x).sum().item.squareRoot() }
    return length(there + back - zero * 2) / length(there - back)
  }
}

/// What came of training one part of the English model on Spanish words.
struct Run: Sendable {
  /// How many numbers were trained.
  let numbers: Int
  /// Bits per character on words to choose a rate by, and on 500 others.
  let validationBits, bits: Double
  /// Products with weights that a letter takes, as the model is and with the adapters folded.
  let products, foldedProducts: Int
  /// The largest difference that folding makes to a logit.
  let foldingError: Double
  /// How far the least crooked adapter is from a matrix; nan without one.
  let crookedness: Double
  /// Some of the words that it writes; none unless asked for.
  let words: [String]

  init(
    _ arm: Arm, rate: Double, start: LowRankStart = .zeroUp, steps: Int = 150, writing count: Int = 0,
    base: EnglishBase, task: LetterTask
  ) {
    var generator = task.generator
    let model = base.model().with(arm, start: start, using: &generator)
    let trained: any Model = arm == .all ? model : model.trainingAdapters()
    numbers = trained.parameterCount
    task.adapt(trained, rate: rate, steps: steps, using: generator.split()) { model($0, at: $1) }
    validationBits = Letters.bits(of: task.validation) { model($0, at: $1) }
    bits = Letters.bits(of: task.test) { model($0, at: $1) }

    let folded = model.merged
    (products, foldedProducts) = (model.products, folded.products)
    let batch = LetterBatch(task.validation.prefix(50))
    let difference = model(batch.inputs, at: batch.realPlaces) - folded(batch.inputs, at: batch.realPlaces)
    foldingError = difference.scalars.reduce(0) { max($0, abs($1)) }
    crookedness = model.adapters.map { $0.crookedness(using: &generator) }.min() ?? .nan
    words = Letters.draw(count, using: &generator) { model($0, at: $1) }
  }
}
