import Datasets
import Descent
import Notebook

/// A training run but for its learning rate and its seed.
struct Setup: Hashable, Sendable {
  var design: Design
  var depth: Int
  var weights = Weights.own
  var alpha = 0.0
  var batchSize = 64
  var epochs = 4

  /// Gradient descent on mini-batches of digits; it stops where the loss is not finite any more.
  ///
  /// The seed decides the split, the first weights and the order of the digits. Digits to be tested go through
  /// normalisation by its running averages.
  func run(at rate: Double, digits: Digits, seed: UInt64) -> DeepRun {
    let task = DigitsTask(digits, seed: seed, centred: true)
    var generator = task.generator
    let network = DeepNetwork(design, depth: depth, weights: weights, alpha: alpha, using: &generator)
    var optimizer = SGD(learningRate: rate)
    let log = task.train(
      network, with: &optimizer, batchSize: batchSize, epochs: epochs, using: &generator
    ) { network($0, in: .training) }
    let steps = task.training.count / batchSize * epochs
    let isFinite = log.brokeAt == nil && network.parameters.allSatisfy { $0.tensor.norm.isFinite }
    return DeepRun(
      losses: log.losses, plannedSteps: steps, lastEpoch: isFinite ? log.losses.suffix(steps / epochs) : [],
      accuracy: task.testAccuracy { network($0, in: .evaluation) },
      accuracyTogether: task.testAccuracy { network($0, in: design.isNormalized ? .training : .evaluation) })
  }
}

/// What came of a training run.
struct DeepRun: Sendable {
  /// The loss of each step's mini-batch, up to the first that is not finite.
  let losses: [Double]
  let plannedSteps: Int
  /// The losses of the last epoch; none where the run did not get there.
  let lastEpoch: ArraySlice<Double>
  /// The share of the test digits that are read correctly. A network of nan calls each digit a 0.
  let accuracy: Double
  /// The same share where normalisation takes mean and variance of the test digits instead of its running averages.
  let accuracyTogether: Double

  /// Whether loss or weights stopped being finite.
  var isBroken: Bool { lastEpoch.isEmpty }
  /// The mean loss over the last epoch; infinite for a broken run.
  var finalLoss: Double { isBroken ? .infinity : lastEpoch.reduce(0, +) / Double(lastEpoch.count) }
}

/// Several setups, each trained at its own best rate.
struct TrainingStudy: Sendable {
  let rates: [Double]
  let seedCount: Int
  let pilotSeedCount: Int
  private let bestRates: [Setup: Double]
  private let runs: [Setup: [DeepRun]]

  /// Chooses a rate for each setup in a pilot on seeds of its own, by the training loss over the last epoch, and trains
  /// with it on all seeds. The pilot tries all rates on its first seed, and the best three of them on the others.
  init(_ setups: [Setup], rates: [Double], digits: Digits, seeds: [UInt64], pilotSeeds: [UInt64]) async {
    struct Job: Sendable {
      let setup: Setup
      let rate: Double
      let seed: UInt64
    }
    func work(_ jobs: [Job], _ label: String) async -> [(job: Job, run: DeepRun)] {
      let runs = await inParallel(over: jobs, label) { $0.setup.run(at: $0.rate, digits: digits, seed: $0.seed) }
      return Array(zip(jobs, runs))
    }
    var candidates = Dictionary(uniqueKeysWithValues: setups.map { ($0, rates) })
    var losses: [Setup: [Double: Double]] = [:]
    for seeds in [pilotSeeds.prefix(1), pilotSeeds.dropFirst()] {
      let trials = setups.flatMap { setup in
        candidates[setup, default: []].flatMap { rate in seeds.map { Job(setup: setup, rate: rate, seed: $0) } }
      }
      for (job, run) in await work(trials, "pilot") {
        losses[job.setup, default: [:]][job.rate, default: 0] += run.finalLoss
      }
      for (setup, losses) in losses {
        // The order of equals is theirs in the list: where all runs break, the smallest rates go on.
        let order = candidates[setup, default: []].enumerated().sorted { a, b in
          (losses[a.element, default: .infinity], a.offset) < (losses[b.element, default: .infinity], b.offset)
        }
        candidates[setup] = order.prefix(3).map(\.element)
      }
    }
    let best = candidates.mapValues { $0.first ?? .nan }
    let jobs = setups.flatMap { setup in
      seeds.map { Job(setup: setup, rate: best[setup, default: .nan], seed: $0) }
    }
    var runs: [Setup: [DeepRun]] = [:]
    for (job, run) in await work(jobs, "training") { runs[job.setup, default: []].append(run) }
    (self.rates, seedCount, pilotSeedCount) = (rates, seeds.count, pilotSeeds.count)
    (bestRates, self.runs) = (best, runs)
  }

  /// The runs of a setup at its best rate, in the order of the seeds.
  func runs(_ setup: Setup) -> [DeepRun] { runs[setup] ?? [] }
  /// The rate that the pilot chose.
  func rate(_ setup: Setup) -> Double { bestRates[setup] ?? .nan }
  /// The test accuracies in percent.
  func accuracy(_ setup: Setup) -> Summary { Summary(of: runs(setup).map { 100 * $0.accuracy }) }
  /// The test accuracies in percent by the statistics of the test digits.
  func accuracyTogether(_ setup: Setup) -> Summary { Summary(of: runs(setup).map { 100 * $0.accuracyTogether }) }
  /// How many runs broke.
  func brokenRuns(_ setup: Setup) -> Int { runs(setup).count(where: \.isBroken) }

  /// The median loss by step; nan where most runs are not finite any more.
  func medianLosses(_ setup: Setup) -> [Double] {
    let runs = runs(setup)
    return (0..<(runs.map(\.plannedSteps).max() ?? 0)).map { step in
      let losses = runs.map { step < $0.losses.count && $0.losses[step].isFinite ? $0.losses[step] : .infinity }
      let median = Summary(of: losses).quantile(0.5)
      return median.isFinite ? median : .nan
    }
  }
}
