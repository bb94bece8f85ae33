import Datasets
import Descent
import Experiments
import Numerics

// MARK: One weight

/// The mean squared error of one weight that starts `distance` from the truth and goes some shares of the way to the mean
/// of a few noisy examples, by gradient descent on ½ (w − mean)².
///
/// - Returns: the error for each number of steps, over all draws.
func oneWeight(
  distance: Double, noise: Double, examples: Int, rate: Double, steps: [Int], draws: Int = 4000, seed: UInt64
) -> [Double] {
  var generator = RandomGenerator(seed: seed)
  let mean = Tensor.normal([draws, examples], dtype: .float64, using: &generator).mean(axes: [1]) * noise
  var w = Tensor.zeros([draws], dtype: .float64) - distance  // the truth is 0
  var errors: [Int: Double] = [:]
  for step in 0...(steps.max() ?? 0) {
    if steps.contains(step) { errors[step] = square(w).mean().item }
    w = w - rate * (w - mean)
  }
  return steps.map { errors[$0] ?? .nan }
}

// MARK: Letters

/// From which weights training starts.
enum Start: Hashable, Sendable {
  /// The English model's, all of them or with a head of random weights.
  case english, newHead
  /// Random ones.
  case random
}

/// What is trained; the rest is frozen.
enum Part: String, Hashable, Sendable {
  case all, head
  /// The second block and all above it, one block alone.
  case upper, firstBlock, secondBlock

  /// Whether a parameter of this name is trained.
  func contains(_ name: String) -> Bool {
    switch self {
    case .all: true
    case .head: name.hasPrefix("head.")
    case .upper: ["blocks.1.", "norm.", "head."].contains(where: name.hasPrefix)
    case .firstBlock: name.hasPrefix("blocks.0.")
    case .secondBlock: name.hasPrefix("blocks.1.")
    }
  }
}

/// A way to learn a language from some words.
struct Arm: Hashable, Sendable, CustomStringConvertible {
  var start = Start.english
  var part = Part.all
  let words: Int
  /// Whether the language is English read backwards, not Spanish.
  var isFar = false
  /// Whether the head is trained alone for the first third of the steps, at ``headRate``.
  var headFirst = false

  /// A rate for a last layer alone that does at any number of words.
  static let headRate = 0.01

  var description: String {
    "\(start)-\(part.rawValue)-\(words)\(isFar ? "-far" : "")\(headFirst ? "-head-first" : "")"
  }

  /// What a sentence calls it.
  var name: String {
    let way =
      switch (start, part) {
      case (.random, _): "from scratch"
      case (.newHead, _): "a new last layer"
      case (_, .head): "the last layer alone"
      case (_, .upper): "the upper half"
      case (_, .firstBlock), (_, .secondBlock): "one block"
      default: "all tuned"
      }
    return "\(way)\(headFirst ? ", the layer first," : "") with \(words)\(isFar ? " backwards" : "")"
  }

  /// The rates that are tried for 150 steps, low to high, on the grid …, 0.001, 0.002, 0.005, 0.01, …; for four times the
  /// steps they are four times lower, and so on.
  func rates(steps: Int) -> [Double] {
    let places =
      switch (start, part) {
      case (_, .head): words < 100 ? [-10, -8, -6] : words < 500 ? [-8, -6, -4] : [-6, -4, -2]
      case (_, .all) where headFirst: [-8, -7, -6]
      case (.english, .all) where isFar: words < 100 ? [-12, -11, -10] : words < 500 ? [-9, -8, -7] : [-7, -6, -5]
      case (.english, .all): words < 100 ? Array(-12...(-8)) : words < 500 ? Array(-11...(-6)) : Array(-10...(-5))
      case (.random, _): words < 100 ? [-11, -10, -9] : words < 500 ? [-9, -8, -7] : [-7, -6, -5]
      case (_, .firstBlock), (_, .secondBlock): [-6]
      default: [-7, -6, -5]
      }
    let shift = Int((3 * .log10(150 / Double(steps))).rounded())
    return places.map { gridRate($0 + shift) }
  }
}

/// The rates …, 0.1, 0.2, 0.5, 1, 2, 5, …, counted from 1 as number 0.
func gridRate(_ number: Int) -> Double {
  let decade = (number >= 0 ? number : number - 2) / 3
  let digit = [1.0, 2, 5][number - 3 * decade]
  return decade >= 0 ? digit * .pow(10, decade) : digit / .pow(10, -decade)
}

/// The English model, and the two languages.
struct Corpus: Sendable {
  let base: EnglishBase
  let spanish, backwards: WordList

  init() throws {
    base = try .load()
    spanish = try .load(.spanish)
    let english = try WordList.load(.english).words
    backwards = try WordList(
      bytes: Array(english.map { String($0.reversed()) }.joined(separator: "\n").utf8), name: "English backwards")
  }

  func task(words: Int, isFar: Bool = false, seed: UInt64) -> LetterTask {
    LetterTask(isFar ? backwards : spanish, words: words, seed: seed)
  }

  /// What the English model costs on the words that are tested.
  func untouched(isFar: Bool = false) -> Double {
    let model = base.model()
    return Letters.bits(of: task(words: 0, isFar: isFar, seed: 0).test) { model($0, at: $1) }
  }
}

/// What came of one way, in bits per character.
struct Run: Sendable {
  /// After how many steps there was a look, and what it read on 200 words to choose by.
  let places: [Int]
  let looks: [Double]
  /// How far the weights below the last layer had gone at each look: their distance from the start by their own length
  /// there.
  let distances: [Double]
  /// What the last step and the best look read on 500 words that are tested.
  let bits, stopped: Double
  /// How far the weights had gone at the last step and at the best look.
  let distance, stoppedDistance: Double
  /// What the last step read on the words to choose by.
  let validation: Double
  /// The weights in the end.
  let state: ModelState

  /// - Parameter interval: steps between two looks; none without it.
  init(_ arm: Arm, rate: Double, steps: Int, lookingEvery interval: Int? = nil, _ corpus: Corpus, seed: UInt64) {
    let task = corpus.task(words: arm.words, isFar: arm.isFar, seed: seed)
    var generator = task.generator
    let fresh = LetterModel(using: &generator)
    var start = arm.start == .random ? fresh : corpus.base.model()
    if arm.start == .newHead { start.head = fresh.head }
    let (model, before) = (start, start.state)
    func distance() -> Double {
      var (difference, length) = (0.0, 0.0)
      let after = model.state
      for (index, name) in after.names.enumerated() where !name.hasPrefix("head.") {
        difference += square(after.tensors[index] - before.tensors[index]).sum().item
        length += square(before.tensors[index]).sum().item
      }
      return (difference / length).squareRoot()
    }
    func read(_ words: [String]) -> Double { Letters.bits(of: words) { model($0, at: $1) } }

    let first = arm.headFirst ? steps / 3 : 0
    if arm.headFirst {
      task.adapt(model.training(only: Part.head.contains), rate: Arm.headRate, steps: first) { model($0, at: $1) }
    }
    let trained = model.training(only: arm.part.contains)
    var distances = [0.0]
    let adaptation = task.adapt(
      trained, rate: rate, steps: steps - first, lookingEvery: interval,
      afterStep: { step in
        if let interval, (step.step + 1) % interval == 0 { distances.append(distance()) }
        return true
      }
    ) { model($0, at: $1) }
    (places, looks, self.distances) = (adaptation.looks, adaptation.log.measurements, distances)
    (bits, validation, self.distance, state) = (read(task.test), read(task.validation), distance(), model.state)
    if let best = adaptation.best {
      trained.state = best.state
      (stopped, stoppedDistance) = (read(task.test), distance())
    } else {
      (stopped, stoppedDistance) = (bits, self.distance)
    }
  }
}

/// What is read on the straight line between the English weights and those at which a run has ended.
struct WayBack: Sendable {
  /// Shares of the way from the English weights to the run's end.
  static let shares = (0...20).map { Double($0) / 20 }
  /// Bits at each share on the words to choose by.
  let looks: [Double]
  /// The share that reads lowest there, and its bits on the words that are tested.
  let share, bits: Double

  init(from end: ModelState, _ corpus: Corpus) {
    let (model, task) = (corpus.base.model(), corpus.task(words: 0, seed: 0))
    func read(_ words: [String], at share: Double) -> Double {
      model.state = corpus.base.state.interpolated(toward: end, by: share)
      return Letters.bits(of: words) { model($0, at: $1) }
    }
    let looks = Self.shares.map { read(task.validation, at: $0) }
    share = Self.shares[looks.indices.min { looks[$0] < looks[$1] } ?? 0]
    self.looks = looks
    bits = read(task.test, at: share)
  }
}

/// Words that a model with these weights writes, and the share of 200 of them that stand among those it learnt from.
struct Writing: Sendable {
  let words: [String]
  let known: Double

  init(_ state: ModelState, _ corpus: Corpus, learnt: [String], seed: UInt64) {
    let model = corpus.base.model()
    model.state = state
    var generator = RandomGenerator(seed: seed)
    let all = Letters.draw(200, using: &generator) { model($0, at: $1) }
    known = Double(all.count { Set(learnt).contains($0) }) / Double(all.count)
    words = all.presentable(5)
  }
}
