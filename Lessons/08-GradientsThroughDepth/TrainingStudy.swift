import Datasets
import Descent
import Notebook

/// The ways of training that are compared, each at several learning rates.
enum Method: String, CaseIterable, Sendable {
  case gradientDescent = "gradient descent"
  case adam = "Adam"

  var rates: [Double] { self == .adam ? [0.001, 0.003, 0.01, 0.03] : [0.1, 0.3, 1, 3] }
}

/// A network to train: its recipe and its number of hidden layers.
struct Network: Hashable, Sendable {
  let recipe: Recipe
  let depth: Int
}

/// How one training ended.
struct Ending: Sendable {
  /// The mean loss of the last epoch's mini-batches; inf where it diverged.
  let loss: Double
  /// The share of the test digits that are read correctly, in percent.
  let accuracy: Double
}

/// Trains a network of narrow layers on mini-batches of 64 centred digits.
func train(
  _ network: Network, width: Int = 32, by method: Method, at rate: Double, epsilon: Double = 1e-8, epochs: Int = 10,
  on task: DigitsTask
) -> Ending {
  var generator = task.generator
  let model = deepNetwork(network.recipe, depth: network.depth, width: width, using: &generator)
  func run(_ optimizer: some Optimizer) -> Ending {
    var optimizer = optimizer
    let log = task.train(model, with: &optimizer, epochs: epochs, using: &generator) { model($0) }
    return Ending(loss: log.finalLoss, accuracy: 100 * task.testAccuracy { model($0) })
  }
  switch method {
  case .gradientDescent: return run(SGD(learningRate: rate))
  case .adam: return run(Adam(learningRate: rate, epsilon: epsilon))
  }
}

/// One way of training one network, over several seeds, at the learning rate that suits it best.
struct Trial: Sendable {
  let network: Network
  let method: Method
  let rate: Double
  let endings: [Ending]

  var accuracy: Summary { Summary(of: endings.map(\.accuracy)) }
}

/// Networks of several depths, trained by both methods each at its best rate.
struct TrainingStudy: Sendable {
  /// With how many of the seeds a learning rate is chosen.
  static let choosing = 3
  private var trials: [Network: [Method: Trial]] = [:]

  /// Trains every network by every method at every rate from the first seeds; keeps the rate with the lowest median loss,
  /// and trains at that one from the other seeds too.
  init(_ networks: [Network], tasks: [DigitsTask], epsilon: Double = 1e-8, methods: [Method] = Method.allCases) async {
    func run(_ candidates: [Trial], on tasks: some Collection<DigitsTask>) async -> [Trial] {
      let jobs = candidates.flatMap { trial in tasks.map { (trial, $0) } }
      let endings = await inParallel(over: jobs, "training") { trial, task in
        train(trial.network, by: trial.method, at: trial.rate, epsilon: epsilon, on: task)
      }
      return candidates.indices.map { candidates[$0].adding(endings[$0 * tasks.count..<($0 + 1) * tasks.count]) }
    }
    let candidates = networks.flatMap { network in
      methods.flatMap { method in
        method.rates.map { Trial(network: network, method: method, rate: $0, endings: []) }
      }
    }
    for trial in await run(candidates, on: tasks.prefix(Self.choosing)) {
      if let other = trials[trial.network]?[trial.method], other.medianLoss <= trial.medianLoss { continue }
      trials[trial.network, default: [:]][trial.method] = trial
    }
    let chosen = networks.flatMap { network in methods.map { self[network, $0] } }
    for trial in await run(chosen, on: tasks.dropFirst(Self.choosing)) {
      trials[trial.network, default: [:]][trial.method] = trial
    }
  }

  /// One of the networks, trained by one of the methods at its best rate.
  subscript(network: Network, method: Method) -> Trial {
    guard let trial = trials[network]?[method] else { fatalError("\(network) was not trained by \(method).") }
    return trial
  }
}

/// The loss on all training digits before and after one epoch of θ ← θ − η ∂L/∂θ, or with a plus instead.
func lossAfterAnEpoch(ascending: Bool, rate: Double = 0.1, on task: DigitsTask) -> (before: Double, after: Double) {
  var generator = task.generator
  let model = deepNetwork(Recipe(.relu, 2.squareRoot()), depth: 1, width: 32, using: &generator)
  func loss() -> Double { softmaxCrossEntropy(model(task.training.pixels), labels: task.training.labels).item }
  let before = loss()
  var optimizer = SGD(learningRate: rate)
  Descent.train(
    model, with: &optimizer, samples: task.training.count, batchSize: 64, epochs: 1, incomplete: .drop,
    using: &generator
  ) { places in
    let batch = task.training[places]
    return softmaxCrossEntropy(model(batch.pixels), labels: batch.labels) * (ascending ? -1 : 1)
  }
  return (before, loss())
}

extension Trial {
  fileprivate func adding(_ more: some Sequence<Ending>) -> Trial {
    Trial(network: network, method: method, rate: rate, endings: endings + more)
  }

  /// The median over the seeds of the loss at the end, where one that diverged counts as infinite.
  var medianLoss: Double { Summary(of: endings.map { $0.loss.isNaN ? .infinity : $0.loss }).median }
}
