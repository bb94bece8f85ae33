import Datasets
import Descent
import Notebook

/// Handwritten digits for one seed, in three parts: to train on, to choose a learning rate by, and to report.
struct RankedDigits: Sendable {
  /// The parts to train on and to report, and the generator that shuffles, the same for every method.
  let task: DigitsTask
  let validation: Digits
  /// The weights that every method starts from.
  let start: ModelState

  init(_ digits: Digits, seed: UInt64) {
    var generator = RandomGenerator(seed: seed)
    let (rest, test) = digits.split(using: &generator)
    let (training, validation) = rest.split(using: &generator)
    self.validation = validation
    start = DigitsTask.network(using: &generator).state
    task = DigitsTask(training: training, test: test, generator: generator.split())
  }

  /// Trains the network from this task's start.
  func train(with setting: Setting, epochs: Int = 10, batchSize: Int = 64) -> DigitsRun {
    var (optimizer, shuffling) = (setting.optimizer, task.generator)
    let network = DigitsTask.network(using: &shuffling)
    network.state = start
    let log = task.train(network, with: &optimizer, batchSize: batchSize, epochs: epochs, using: &shuffling) {
      network($0)
    }
    return DigitsRun(
      losses: log.losses, score: Descent.accuracy(network(validation.pixels), labels: validation.labels),
      accuracy: task.testAccuracy { network($0) })
  }
}

/// What became of a network on the digits.
struct DigitsRun: TrainedNetwork {
  /// The loss of each step's mini-batch.
  let losses: [Double]
  /// Accuracy on the validation part.
  let score: Double
  /// Accuracy on the test part.
  let accuracy: Double

  /// The number of steps after which the loss is below a limit for the first time; all of them if it never is.
  ///
  /// The losses are smoothed by a running average with bias correction, so that one lucky batch does not count.
  func steps(toLossBelow limit: Double) -> Int {
    var average = ExponentialAverage(decay: 0.9)
    let smoothed = losses.map { loss in
      average.add(loss)
      return average.corrected
    }
    return smoothed.firstIndex { $0 < limit }.map { $0 + 1 } ?? losses.count
  }
}

/// What the lesson measures on the digits.
struct DigitsStudy: Sendable {
  /// Each method over its own learning rates.
  let sweeps: ByMethod<RateSweep<DigitsRun>>
  /// Adam at its best learning rate, with one of its other numbers changed: what was changed, and the runs.
  let variations: [(change: String, runs: [DigitsRun])]

  static let lossLimit = 0.3
  static let epochs = 10

  init(_ digits: Digits, seeds: [UInt64], beta: Double) async {
    let tasks = seeds.map { RankedDigits(digits, seed: $0) }
    sweeps = await sweep(ByMethod(beta: beta), ratesPerDecade: 4, on: tasks, "digits, many rates") { task, setting in
      task.train(with: setting, epochs: Self.epochs)
    }
    let rate = sweeps.adam.best.learningRate
    let changes: [(String, Method)] = [
      ("β₁ = 0.8", .adam(beta1: 0.8)), ("β₁ = 0.95", .adam(beta1: 0.95)),
      ("β₂ = 0.99", .adam(beta2: 0.99)), ("β₂ = 0.9999", .adam(beta2: 0.9999)),
      ("ε = 10⁻⁴", .adam(epsilon: 1e-4)), ("ε = 10⁻¹⁰", .adam(epsilon: 1e-10)),
    ]
    let settings = changes.map { Setting(method: $0.1, learningRate: rate) }
    let runs = await trainAll(settings, on: tasks, "digits, Adam's other numbers") { task, setting in
      task.train(with: setting, epochs: Self.epochs)
    }
    variations = zip(changes, runs).map { ($0.0, $1) }
  }

  /// At each method's best learning rate, for each seed, the steps until the loss is below the limit.
  var steps: ByMethod<[Int]> { sweeps.map { $0.bestNetworks.map { $0.steps(toLossBelow: Self.lossLimit) } } }

  /// The change of Adam's other numbers that costs most, and the mean validation accuracy that it costs.
  var worstVariation: (change: String, cost: Double) {
    let best = Summary(of: sweeps.adam.bestNetworks.map(\.score)).mean
    let costs = variations.map { (change: $0.change, cost: best - Summary(of: $0.runs.map(\.score)).mean) }
    return costs.max { $0.cost < $1.cost } ?? ("", 0)
  }
}
