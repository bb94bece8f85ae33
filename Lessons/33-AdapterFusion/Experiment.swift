import Datasets
import Descent
import Experiments

// MARK: What is to be learnt

/// Words of one kind, or of two.
enum Task: String, Hashable, Sendable, CaseIterable {
  case spanish, names, backwards, mixture

  /// Those that have an adapter of their own.
  static let single: [Task] = [.spanish, .names, .backwards]
  /// Which of the adapters is its own.
  var own: Int? { Self.single.firstIndex(of: self) }
}

/// How the English model is made to fit.
enum Method: Hashable, Sendable {
  /// Attention over all adapters, or all but the task's own.
  case attention(queryWidth: Int, withoutOwn: Bool = false)
  /// Shares that are the same for every letter, trained, and left equal.
  case fixedShares, equalShares
  /// One of the adapters alone.
  case alone(Int)
  /// An adapter of its own, trained afresh.
  case newAdapter
  /// All numbers are trained.
  case all

  /// The rates that a pilot tries; with one, or for what is not trained, there is nothing to choose.
  var rates: [Double] {
    switch self {
    case .attention: [0.003, 0.01, 0.03, 0.1]
    case .newAdapter: [0.001, 0.003, 0.01, 0.03]
    case .all: [1e-4, 3e-4, 1e-3, 3e-3, 1e-2]
    case .fixedShares, .equalShares, .alone: [0.1]
    }
  }
}

/// A method on so many words of a task.
struct Arm: Hashable, Sendable, CustomStringConvertible {
  let task: Task
  let method: Method
  let words: Int

  var description: String { "\(task)-\(method)-\(words)" }
}

// MARK: - The first stage

/// The English model and three adapters for it, each trained alone from 5,000 words: the same for all seeds.
struct Learnt: Sendable {
  let base: EnglishBase
  /// The adapted models' numbers, in the order of `Task.single`.
  let states: [ModelState]
  /// Of each single task the words to test by, to choose a rate by, and those that no adapter has read.
  private let words: [(test: [String], validation: [String], rest: [String])]

  static let wordsPerAdapter = 5000, steps = 300, bottleneck = 8

  init() async throws {
    let base = try EnglishBase.load()
    let parts = try Task.single.map { task in
      switch task {
      case .spanish: return try WordList.load(.spanish).split(test: 500, validation: 200)
      case .names: return try WordList.load(.names).split(test: 500, validation: 200)
      case .backwards, .mixture:
        let parts = try WordList.load(.english).split(test: 500, validation: 200)
        func reversed(_ words: [String]) -> [String] { words.map { String($0.reversed()) } }
        return (reversed(parts.test), reversed(parts.validation), reversed(Array(parts.rest.prefix(10_000))))
      }
    }
    self.base = base
    states = await inParallel(over: Array(parts.enumerated()), "adapters") { place, parts in
      var generator = RandomGenerator(seed: UInt64(33 + place))
      let model = base.model().withNewAdapters(using: &generator)
      let task = LetterTask(training: Array(parts.rest.prefix(Self.wordsPerAdapter)), test: [], generator: generator)
      task.adapt(model.trainingAdapters(), rate: 0.01, steps: Self.steps) { model($0, at: $1) }
      return model.state
    }
    words = parts.map { ($0.test, $0.validation, Array($0.rest.dropFirst(Self.wordsPerAdapter))) }
  }

  /// The English model with one of the adapters.
  func model(_ adapter: Int) -> LetterModel {
    var generator = RandomGenerator(seed: 0)
    let model = base.model().withNewAdapters(using: &generator)
    model.state = states[adapter]
    return model
  }

  /// The task of a seed: words that no adapter has read; a mixture is half Spanish, half names.
  func task(_ task: Task, words count: Int, seed: UInt64) -> LetterTask {
    var generator = RandomGenerator(seed: seed)
    let parts = task.own.map { [words[$0]] } ?? Array(words[..<2])
    func share<Part>(_ all: [Part]) -> ArraySlice<Part> { all.prefix(all.count / parts.count) }
    let counts = parts.count == 1 ? [count] : [count / 2, count - count / 2]
    let training = parts.indices.flatMap { parts[$0].rest.drawn(counts[$0], using: &generator) }
    return LetterTask(
      training: training, validation: parts.flatMap { share($0.validation) }, test: parts.flatMap { share($0.test) },
      generator: generator)
  }
}

// MARK: - The second stage

/// What came of a method on a task.
struct Run: Sendable {
  /// How many numbers were trained.
  private(set) var numbers = 0
  /// Bits per character on the words to choose a rate by, and on those to test by.
  let validationBits, bits: Double
  /// Of an adapter alone, the bits on the words that the others learn from; else nan.
  private(set) var trainingBits = Double.nan
  /// The mean share of each adapter over letters and the four places, for 50 words each from the first and the second half
  /// of the test words, in a mixture Spanish ones and names; empty without shares.
  let halves: [[Double]]
  /// The mean share of each adapter over both.
  var shares: [Double] { halves[0].indices.map { (halves[0][$0] + halves[1][$0]) / 2 } }
  /// Whether the model's own numbers and the adapters' are what they were, bit for bit.
  private(set) var isUntouched = true

  init(_ method: Method, rate: Double, steps: Int, on task: LetterTask, own: Int?, _ learnt: Learnt) {
    var source = task.generator
    var generator = source.split()  // the order of the words is drawn from the task's own
    var model = learnt.base.model()
    switch method {
    case .attention(let width, let withoutOwn):
      let others = learnt.states.indices.filter { !withoutOwn || $0 != own }
      model = model.fused(others.map { learnt.model($0) }, queryWidth: width, using: &generator)
    case .fixedShares, .equalShares:
      model = model.fused(learnt.states.indices.map { learnt.model($0) }, queryWidth: 1, using: &generator)
      model.replaceLayers { ($0 as? AdapterFusion).map { FixedShares($0) } ?? $0 }
    case .alone(let adapter): model = learnt.model(adapter)
    case .newAdapter: model = model.withNewAdapters(using: &generator)
    case .all: break
    }
    let logits: LetterLogits = { [model] in model($0, at: $1) }
    switch method {
    case .all:
      numbers = model.parameterCount
      task.adapt(model, rate: rate, steps: steps, logits: logits)
    case .attention, .fixedShares, .newAdapter:
      let trained = model.trainingAdapters()
      let before = trained.buffers.map(\.tensor)
      numbers = trained.parameterCount
      task.adapt(trained, rate: rate, steps: steps, logits: logits)
      isUntouched = trained.buffers.map(\.tensor) == before
    case .alone: trainingBits = Letters.bits(of: task.training, logits: logits)
    case .equalShares: break
    }
    validationBits = Letters.bits(of: task.validation, logits: logits)
    bits = Letters.bits(of: task.test, logits: logits)
    halves = [task.test.prefix(50), task.test.suffix(50)].map { model.meanShares(on: Array($0)) }
  }
}

/// A mix of adapters in shares that are the same whatever comes in: those of one trained number for each.
struct FixedShares: LayerWrapper {
  let wrapped: any Layer
  let adapters: [Adapter]
  /// The scores, zeros at first, so that all shares are equal.
  let scores: Parameter

  init(_ fusion: AdapterFusion) {
    (wrapped, adapters) = (fusion.base, fusion.adapters)
    let name = fusion.query.name.dropLast("query".count)
    scores = Parameter("\(name)scores", .zeros([fusion.adapters.count]))
  }

  var parameters: [Parameter] {
    wrapped.parameters + adapters.flatMap { $0.down.parameters + $0.up.parameters } + added
  }
  var added: [Parameter] { [scores] }
  var folded: Dense? { nil }

  func callAsFunction(_ x: Tensor, in phase: Phase) -> Tensor {
    let (h, shares) = (wrapped(x, in: phase), softmax(scores.value))
    return adapters.indices.reduce(h) { y, place in
      y + adapters[place].change(of: h) * shares.slice(axis: 0, range: place..<place + 1)
    }
  }
}

/// A fusion that notes the shares at what comes by.
private struct Watched: Layer {
  let fusion: AdapterFusion
  let note: (Tensor) -> Void
  var parameters: [Parameter] { fusion.parameters }

  func callAsFunction(_ x: Tensor, in phase: Phase) -> Tensor {
    note(fusion.shares(of: fusion.base(x, in: phase)))
    return fusion(x, in: phase)
  }
}

extension LetterModel {
  /// After these layers of each block an adapter stands: four places in all.
  private static let places = ["attention.output", "feed_forward.down"]

  func withNewAdapters(using generator: inout RandomGenerator) -> LetterModel {
    wrapping(Self.places) { Adapter(after: $0, bottleneck: Learnt.bottleneck, using: &generator) }
  }

  /// The adapters in its places.
  var adapters: [Adapter] { wrappers.compactMap { $0 as? Adapter } }

  /// The model with the adapters of others, fused at each place.
  func fused(_ models: [LetterModel], queryWidth: Int, using generator: inout RandomGenerator) -> LetterModel {
    let adapters = models.map(\.adapters)
    var place = 0
    return wrapping(Self.places) { layer in
      defer { place += 1 }
      return AdapterFusion(
        after: layer, adapters: adapters.map { $0[place] }, queryWidth: queryWidth, using: &generator)
    }
  }

  /// The mean share of each adapter, over the letters of these words and the four places.
  func meanShares(on words: [String]) -> [Double] {
    let batch = LetterBatch(words)
    var means: [[Double]] = []
    var watched = self
    watched.replaceLayers { layer in
      if let fixed = layer as? FixedShares { means.append(softmax(fixed.scores.tensor).scalars) }
      guard let fusion = layer as? AdapterFusion else { return layer }
      return Watched(fusion: fusion) { shares in
        let rows = shares.reshaped([batch.targets.count, fusion.adapters.count]).take(rows: batch.realPlaces)
        means.append(rows.mean(axes: [0]).scalars)
      }
    }
    if means.isEmpty { _ = watched(batch.inputs, at: batch.realPlaces) }
    guard let first = means.first else { return [] }
    return first.indices.map { adapter in means.reduce(0) { $0 + $1[adapter] } / Double(means.count) }
  }
}
