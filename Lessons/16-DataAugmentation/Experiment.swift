import Datasets
import Descent
import Experiments
import Numerics

// MARK: Two pixels

/// Trains a linear classifier of two pixels, ink on the left or on the right, on copies flipped with probability p.
///
/// - Returns: its cross-entropy over all copies, in nats.
func lossOfTwoPixels(flipped p: Double, seed: UInt64, steps: Int = 400) -> Double {
  var generator = RandomGenerator(seed: seed)
  let model = Dense("pixels", from: 2, to: 2, using: &generator)
  var optimizer = SGD(learningRate: 1)
  let (pixels, labels) = (Tensor(rows: [[1, 0], [0, 1]]), (0..<100).map { $0 % 2 })
  for step in 0..<steps {
    optimizer.learningRate = LinearRamp.toZero(from: 2, steps: steps)(step)
    let seen = labels.map { generator.uniform() < p ? 1 - $0 : $0 }
    let (_, gradients) = valueAndGradients(of: model) {
      softmaxCrossEntropy(model(pixels.take(rows: seen)), labels: labels)
    }
    optimizer.update(model, with: gradients)
  }
  return softmaxCrossEntropy(model(pixels), targets: Tensor(rows: [[1 - p, p], [p, 1 - p]])).item
}

// MARK: Digits

/// How copies of digits are distorted, each anew in every mini-batch.
enum Augmentation: Hashable, Sendable {
  case original
  /// By up to so many pixels, across and down.
  case shift(Double)
  /// By −1, 0 or 1 pixels, across and down.
  case wholePixels
  /// By up to so many degrees.
  case rotation(Double)
  /// Half of them: left for right, upside down, or turned by 180°.
  case mirrored, upsideDown, halfTurn

  static let flips: [Augmentation] = [.mirrored, .upsideDown, .halfTurn]

  /// One distortion.
  func warp(using generator: inout RandomGenerator) -> Warp {
    func uniform(_ bound: Double) -> Double { generator.uniform(in: -bound..<bound) }
    func step() -> Double { Double(generator.integer(below: 3) - 1) }
    func isHead() -> Bool { generator.integer(below: 2) == 0 }
    return switch self {
    case .original: Warp()
    case .shift(let bound): Warp(shift: [uniform(bound), uniform(bound)])
    case .wholePixels: Warp(shift: [step(), step()])
    case .rotation(let bound): Warp(degrees: uniform(bound))
    case .mirrored: Warp(scale: [isHead() ? 1 : -1, 1])
    case .upsideDown: Warp(scale: [1, isHead() ? 1 : -1])
    case .halfTurn: Warp(degrees: isHead() ? 0 : 180)
    }
  }

  /// Images distorted, each in its own way.
  func distorted(_ pixels: Tensor, using generator: inout RandomGenerator) -> Tensor {
    if self == .original { return pixels }
    return pixels.warped(by: (0..<pixels.shape[0]).map { _ in warp(using: &generator) })
  }
}

/// What is trained: copies of so many digits, on a network of so many hidden units, for so many steps.
struct Arm: Hashable, Sendable {
  var augmentation = Augmentation.original
  /// The classes that are told apart; all ten where none is named.
  var classes: [Int] = []
  var training = 100
  var hidden = 128
  var steps = 1200

  /// The same but for what is given.
  func with(
    _ augmentation: Augmentation? = nil, classes: [Int]? = nil, training: Int? = nil, hidden: Int? = nil,
    steps: Int? = nil
  ) -> Arm {
    Arm(
      augmentation: augmentation ?? self.augmentation, classes: classes ?? self.classes,
      training: training ?? self.training, hidden: hidden ?? self.hidden, steps: steps ?? self.steps)
  }

  /// Trains by Adam with a rate that falls to 0; the distortions have random numbers of their own, so that mini-batches pair.
  ///
  /// - Returns: the task, whose test part is half of the digits, the network, and random numbers for the tests.
  func trained(on digits: Digits, seed: UInt64) -> (task: DigitsTask, network: MultilayerPerceptron, RandomGenerator) {
    let some = classes.isEmpty ? digits : digits[digits.labels.indices.filter { classes.contains(digits.labels[$0]) }]
    let task = DigitsTask(some, training: training, test: some.count / 2, seed: seed)
    var generator = task.generator
    var (distortions, tests) = (generator.split(), generator.split())
    let network = MultilayerPerceptron(
      [Digits.pixelCount, hidden, Digits.classCount], activation: .relu, using: &generator)
    var optimizer = Adam(learningRate: 1)
    task.train(
      network, with: &optimizer, batchSize: min(25, training), epochs: steps,
      schedule: .perStep(LinearRamp.toZero(from: 3e-3, steps: steps)), using: &generator,
      afterStep: { $0.step + 1 < steps }
    ) { network(augmentation.distorted($0, using: &distortions)) }
    return (task, network, tests)
  }
}

/// What came of it, in percent of the test digits that are read.
struct Run: Sendable {
  /// As they are, moved by whole pixels, and turned by up to 15°.
  let plain, moved, turned: Double

  init(_ arm: Arm, _ digits: Digits, seed: UInt64) {
    var (task, network, tests) = arm.trained(on: digits, seed: seed)
    func accuracy(_ augmentation: Augmentation) -> Double {
      100 * task.testAccuracy { network(augmentation.distorted($0, using: &tests)) }
    }
    (plain, moved, turned) = (accuracy(.original), accuracy(.wholePixels), accuracy(.rotation(15)))
  }
}

/// As what a network trained on upright digits reads the sixes of the test, the further they are turned.
struct TurnedSixes: Sendable {
  static let degrees = stride(from: 0.0, through: 180, by: 5).map { $0 }

  /// The shares that are read as 6 and as 9, in percent, at each angle.
  let asSix, asNine: [Double]

  init(_ arm: Arm, _ digits: Digits, seed: UInt64) {
    let (task, network, _) = arm.trained(on: digits, seed: seed)
    let sixes = task.test[task.test.labels.indices.filter { task.test.labels[$0] == 6 }]
    let read = Self.degrees.map { degrees in
      network(sixes.pixels.warped(by: sixes.labels.map { _ in Warp(degrees: degrees) })).argmax(axis: 1)
    }
    func share(_ digit: Int) -> [Double] { read.map { 100 * Double($0.count { $0 == digit }) / Double(sixes.count) } }
    (asSix, asNine) = (share(6), share(9))
  }
}

/// The standard deviation of where the middle of a digit's ink lies, within its class, in pixels: across and down on average.
func inkSpread(_ pixels: Tensor, labels: [Int]) -> Double {
  let places = (0..<Digits.pixelCount).flatMap { [Double($0 % 8), Double($0 / 8)] }
  let middles =
    matmul(pixels, Tensor(shape: [Digits.pixelCount, 2], places)) / pixels.sum(axes: [1], keepingAxes: true)
  let deviations = Set(labels).sorted().flatMap { digit in
    let some = middles.take(rows: labels.indices.filter { labels[$0] == digit })
    return (0..<2).map { Summary(of: some.slice(axis: 1, range: $0..<$0 + 1).scalars).standardDeviation }
  }
  return Summary(of: deviations).mean
}

/// A linear classifier, least squares with a small ridge, fitted to 1,437 digits, and to these and their mirror images.
struct LinearReader: Sendable {
  /// The test digits that are read, in percent, after a fit to the digits alone and to both.
  let plain, mirrored: Double
  /// The largest difference between a weight of the fit to both and that of the mirrored pixel.
  let asymmetry: Double

  init(_ digits: Digits, seed: UInt64) {
    let task = DigitsTask(digits, seed: seed)
    func flipped(_ pixels: Tensor) -> Tensor {
      pixels.warped(by: (0..<pixels.shape[0]).map { _ in Warp(scale: [-1, 1]) })
    }
    func features(_ pixels: Tensor) -> Tensor {
      concatenate([pixels.cast(to: .float64), .ones([pixels.shape[0], 1], dtype: .float64)], axis: 1)
    }
    let (x, y) = (task.training.pixels, task.training.oneHot)
    let alone = leastSquares(features(x), y, ridge: 0.01)
    let both = leastSquares(
      features(concatenate([x, flipped(x)], axis: 0)), concatenate([y, y], axis: 0), ridge: 0.01)
    func read(_ weights: Tensor) -> Double { 100 * task.testAccuracy { matmul(features($0), weights) } }
    (plain, mirrored) = (read(alone), read(both))
    let weights = both.slice(axis: 0, range: 0..<Digits.pixelCount).transposed.scalars  // ten maps of 8×8
    asymmetry = weights.indices.map { abs(weights[$0] - weights[$0 / 8 * 8 + 7 - $0 % 8]) }.max() ?? .nan
  }
}

// MARK: Words

/// How copies of words are damaged: half of them, anew in every mini-batch.
enum Damage: String, Hashable, Sendable, CaseIterable {
  case nothing
  /// A letter is dropped, two neighbours change places, or a letter is replaced.
  case typo = "a typo"
  case reversed = "reversed"

  /// The letters, damaged.
  func applied(to letters: [Int], using generator: inout RandomGenerator) -> [Int] {
    var letters = letters
    switch self {
    case .nothing: break
    case .reversed: letters.reverse()
    case .typo:
      let place = generator.integer(below: letters.count - 1)
      switch generator.integer(below: 3) {
      case 0: letters.remove(at: place)
      case 1: letters.swapAt(place, place + 1)
      default: letters[place] = 1 + generator.integer(below: Letters.classCount - 1)
      }
    }
    return letters
  }
}

/// English words, Spanish words and names, each without those that stand in another list too.
struct Words: Sendable {
  let lists: [[String]]

  static func load() throws -> Words {
    let lists = try WordList.Shipped.allCases.map { Set(try WordList.load($0).words) }
    return Words(
      lists: lists.indices.map { list in
        lists.indices.filter { $0 != list }.reduce(lists[list]) { $0.subtracting(lists[$1]) }.sorted()
      })
  }

  /// Words as `[words, 270]`: at each of ten places a one for the letter, or for none.
  static func encoded(_ words: [[Int]]) -> Tensor {
    let (places, letters) = (WordList.lengths.upperBound, Letters.classCount)
    var ones = [Float](repeating: 0, count: words.count * places * letters)
    for (row, word) in words.enumerated() {
      for place in 0..<places { ones[(row * places + place) * letters + (place < word.count ? word[place] : 0)] = 1 }
    }
    return Tensor(shape: [words.count, places * letters], ones)
  }
}

/// How many unseen words are put into the right list, in percent.
struct WordRun: Sendable {
  /// As they are, and with a typo each.
  let clean, misspelt: Double

  /// Trains a network 270-64-3 on 100 words of each list and tests it by 500 others of each.
  init(_ damage: Damage, _ words: Words, seed: UInt64, steps: Int = 1200) {
    var generator = RandomGenerator(seed: seed)
    let drawn = words.lists.map { $0.drawn(600, using: &generator).map(Letters.encode) }
    func part(_ range: Range<Int>) -> (words: [[Int]], labels: [Int]) {
      (drawn.flatMap { $0[range] }, drawn.indices.flatMap { list in range.map { _ in list } })
    }
    let (training, test) = (part(0..<100), part(100..<600))
    var (distortions, tests) = (generator.split(), generator.split())
    let network = MultilayerPerceptron([270, 64, 3], activation: .relu, using: &generator)
    var optimizer = Adam(learningRate: 1)
    train(
      network, with: &optimizer, samples: training.words.count, batchSize: 25, epochs: steps,
      schedule: .perStep(LinearRamp.toZero(from: 3e-3, steps: steps)), using: &generator,
      loss: { places in
        let copies = places.map { place in
          let damage = distortions.integer(below: 2) == 0 ? Damage.nothing : damage
          return damage.applied(to: training.words[place], using: &distortions)
        }
        return softmaxCrossEntropy(network(Words.encoded(copies)), labels: places.map { training.labels[$0] })
      }, afterStep: { $0.step + 1 < steps })
    func read(_ damage: Damage) -> Double {
      let copies = test.words.map { damage.applied(to: $0, using: &tests) }
      return 100 * accuracy(network(Words.encoded(copies)), labels: test.labels)
    }
    (clean, misspelt) = (read(.nothing), read(.typo))
  }
}
