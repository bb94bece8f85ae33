import Datasets
import Descent
import Notebook

/// How all designs pass signals on before training, over several seeds.
struct PropagationStudy: Sendable {
  let depth: Int
  let seeds: Int
  private let passages: [Design: [Propagation]]

  init(depth: Int, weights: Weights, alpha: Double, digits: Digits, seeds: [UInt64]) async {
    var passages: [Design: [Propagation]] = [:]
    for design in Design.allCases {
      passages[design] = await forEachSeed(seeds, "signals") { seed in
        propagation(through: design, depth: depth, weights: weights, alpha: alpha, digits: digits, seed: seed)
      }
    }
    (self.depth, self.seeds, self.passages) = (depth, seeds.count, passages)
  }

  func passages(_ design: Design) -> [Propagation] { passages[design] ?? [] }
  /// The gradient's growth in one layer, over the seeds.
  func factor(_ design: Design) -> Summary { Summary(of: passages(design).map(\.factor)) }
  /// The gradient at the first layer relative to the last, over the seeds.
  func totalGrowth(_ design: Design) -> Summary { growth(design, layersBack: depth - 1) }
  /// The gradient so many layers before the last one relative to the last, over the seeds.
  func growth(_ design: Design, layersBack: Int) -> Summary {
    Summary(of: passages(design).map { $0.growth[layersBack] })
  }
  /// The gradient's growth, from the last layer back: the median over the seeds.
  func growth(_ design: Design) -> [Double] { SeriesSummary(of: passages(design).map(\.growth)).median }
  /// The difference left between two digits, from the first layer on: the median over the seeds.
  func difference(_ design: Design) -> [Double] { SeriesSummary(of: passages(design).map(\.difference)).median }

  /// The difference left in a plain network with He's weights as theory has it, from the first layer's measured one.
  var plainTheory: [Double] {
    var cosine = 1 - difference(.plain)[0]
    return (0..<depth).map { layer in
      if layer > 0 { cosine = Theory.cosineAfterReLU(cosine) }
      return 1 - cosine
    }
  }
}

/// All designs at several depths.
struct DepthStudy: Sendable {
  /// The depths in hidden layers, ascending.
  let depths: [Int]
  let study: TrainingStudy
  private let base: Setup

  init(upTo depth: Int, base: Setup, digits: Digits, seeds: [UInt64], pilotSeeds: [UInt64]) async {
    depths = [5, 10, 20].filter { $0 < depth } + [depth]
    self.base = base
    // The deepest first: the last jobs are then short, and both processors are done at about the same time.
    let setups = depths.reversed().flatMap { depth in
      Design.allCases.map { Self.setup(base, $0, depth) }
    }
    study = await TrainingStudy(
      // No 3: the pilot took it for five layers with a bypass, and one run of six broke; at 40 layers it changed nothing.
      setups, rates: [0.0003, 0.001, 0.003, 0.01, 0.03, 0.1, 0.3, 1], digits: digits, seeds: seeds,
      pilotSeeds: pilotSeeds)
  }

  private static func setup(_ base: Setup, _ design: Design, _ depth: Int) -> Setup {
    var setup = base
    (setup.design, setup.depth) = (design, depth)
    return setup
  }

  /// The largest depth.
  var depth: Int { depths[depths.count - 1] }
  var epochs: Int { base.epochs }
  func accuracy(_ design: Design, _ depth: Int) -> Summary { study.accuracy(Self.setup(base, design, depth)) }
  func rate(_ design: Design, _ depth: Int) -> Double { study.rate(Self.setup(base, design, depth)) }
  func brokenRuns(_ design: Design, _ depth: Int) -> Int { study.brokenRuns(Self.setup(base, design, depth)) }
  /// The median losses at the largest depth, by step.
  func losses(_ design: Design) -> [Double] { study.medianLosses(Self.setup(base, design, depth)) }

  /// The designs whose rate at the largest depth is the least or the greatest that was tried.
  var atTheEndOfTheList: [Design] {
    Design.allCases.filter { [study.rates.min(), study.rates.max()].contains(rate($0, depth)) }
  }

  /// The designs that read most digits in the mean at the largest depth.
  var trained: [Design] { Design.allCases.filter { accuracy($0, depth).mean > 75 } }

  /// What the figure shows, from its numbers.
  var title: String {
    switch trained.count {
    case 0: "None of the five learns with \(depth) layers"
    case Design.allCases.count: "All five learn with \(depth) layers"
    default: "\(depth) layers learn with \(trained.map(\.help).joined(separator: " or with "))"
    }
  }
}

/// A shallow network with normalisation and without, on batches of several sizes.
struct BatchStudy: Sendable {
  let sizes = [2, 4, 8, 16, 64]
  let study: TrainingStudy

  init(_ digits: Digits, seeds: [UInt64], pilotSeeds: [UInt64]) async {
    let setups = sizes.flatMap { size in [Design.normalized, .plain].map { Self.setup($0, size) } }
    study = await TrainingStudy(
      setups, rates: [0.03, 0.1, 0.3, 1, 3], digits: digits, seeds: seeds, pilotSeeds: pilotSeeds)
  }

  private static func setup(_ design: Design, _ size: Int) -> Setup {
    Setup(design: design, depth: 2, weights: .he, batchSize: size, epochs: 1)
  }

  func accuracy(_ design: Design, _ size: Int) -> Summary { study.accuracy(Self.setup(design, size)) }
  /// The test accuracies in percent by the statistics of the test digits.
  func accuracyTogether(_ design: Design, _ size: Int) -> Summary { study.accuracyTogether(Self.setup(design, size)) }

  /// What the figure shows, from its numbers.
  var title: String {
    let lost = sizes.filter { accuracy(.normalized, $0).maximum < accuracy(.plain, $0).minimum }
    return lost.isEmpty
      ? "Normalisation works with small batches too"
      : "With batches of \(listed(lost.map(String.init))) normalisation costs more than it gives"
  }
}
