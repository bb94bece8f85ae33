import Datasets
import Descent
import Notebook

/// The optimizers that are compared.
enum Method: String, Sendable, CaseIterable {
  case gradientDescent = "gradient descent"
  case adam = "Adam"
}

/// A network on the digits, and how it is trained: everything but the seed and the learning rate.
struct Setup: Hashable, Sendable {
  var rule: FirstWeights
  var activation = Activation.relu
  var method = Method.gradientDescent
  /// Samples in a mini-batch.
  var batch = 32
  /// Units in each hidden layer.
  var width = 64
  /// Hidden layers.
  var depth = 10

  /// The learning rates that one would try.
  var usualRates: [Double] {
    switch method {
    case .gradientDescent: activation == .relu ? [0.03, 0.1, 0.3, 1] : [0.03, 0.1, 0.3]
    case .adam: activation == .relu ? [0.001, 0.003, 0.01] : [0.001, 0.003]
    }
  }

  /// Rates that suit weights which are too large for the usual ones; none where the gain is about 1 or less.
  var matchedRates: [Double] {
    let gain = rule.gain(fanIn: width)
    // With one hidden layer the exponent 1 − L is 0.
    guard method == .gradientDescent, activation == .relu, gain > 1.1, depth > 1 else { return [] }
    // Matched, the least of them is never the best.
    return usualRates.dropFirst().map { matchedRate($0, gain: gain, depth: depth) }
  }
}

/// What came of training on the digits.
struct DigitsRun: Sendable {
  /// The share of the test digits that are read correctly at the end, in percent.
  let accuracy: Double
  /// The share of the training digits that are read correctly at the end, in percent.
  let trainingAccuracy: Double
  /// Whether training ended early because a loss was not finite.
  let isBroken: Bool
  /// The norm of the first step's gradient.
  let firstGradient: Double
}

extension DigitsTask {
  /// How many steps each network is trained.
  static let steps = 176

  /// Trains a network for so many steps, or until its loss is not finite.
  ///
  /// A seed's split, normal draws and order of mini-batches are the same for every rule.
  func train(_ setup: Setup, rate: Double) -> DigitsRun {
    var generator = generator
    let widths = [Digits.pixelCount] + Array(repeating: setup.width, count: setup.depth) + [Digits.classCount]
    let network = MultilayerPerceptron(
      widths, activation: setup.activation, initialization: setup.rule.initialization(fanIn: setup.width),
      using: &generator)
    var optimizer: any Optimizer =
      setup.method == .adam ? Adam(learningRate: rate) : SGD(learningRate: rate)
    var firstGradient = Double.nan
    let log = train(
      network, with: &optimizer, batchSize: setup.batch, epochs: Self.steps, using: &generator,
      afterStep: { step in
        if step.step == 0 { firstGradient = step.gradients.norm }
        return step.step + 1 < Self.steps
      }, logits: { network($0) })
    return DigitsRun(
      accuracy: 100 * testAccuracy { network($0) },
      trainingAccuracy: 100 * accuracy(network(training.pixels), labels: training.labels),
      isBroken: log.brokeAt != nil, firstGradient: firstGradient)
  }
}

/// Several setups over their learning rates, on the same seeds.
struct DigitsStudy: Sendable {
  let seeds: Int
  private var runs: [Setup: [Double: [DigitsRun]]] = [:]

  /// - Parameter known: a study on the same tasks, whose runs are not trained again.
  init(_ tasks: [DigitsTask], _ setups: [Setup], known: DigitsStudy? = nil) async {
    seeds = tasks.count
    runs = known?.runs ?? [:]
    let jobs = Set(setups).subtracting(runs.keys).flatMap { setup in
      (setup.usualRates + setup.matchedRates).flatMap { rate in tasks.map { (setup, rate, $0) } }
    }
    let results = await inParallel(over: jobs, "digits") { setup, rate, task in task.train(setup, rate: rate) }
    for (job, run) in zip(jobs, results) { runs[job.0, default: [:]][job.1, default: []].append(run) }
  }

  /// The rate, of the usual ones or of all, at which most training digits are read; the test digits have no say.
  func bestRate(_ setup: Setup, usual: Bool = false) -> Double {
    let rates = usual ? setup.usualRates : setup.usualRates + setup.matchedRates
    return rates.max { trainingAccuracy(setup, $0) < trainingAccuracy(setup, $1) } ?? .nan
  }

  /// The test accuracies at the best rate, in percent.
  func accuracy(_ setup: Setup, usual: Bool = false) -> Summary {
    Summary(of: runs(setup, bestRate(setup, usual: usual)).map(\.accuracy))
  }

  /// The norms of the first gradients.
  func firstGradient(_ setup: Setup) -> Summary {
    Summary(of: runs(setup, setup.usualRates[0]).map(\.firstGradient))
  }

  /// How many of a setup's runs with the usual rates ended because the loss was not finite.
  func failures(_ setup: Setup) -> (runs: Int, of: Int) {
    let all = setup.usualRates.flatMap { runs(setup, $0) }
    return (all.count { $0.isBroken }, all.count)
  }

  private func trainingAccuracy(_ setup: Setup, _ rate: Double) -> Double {
    Summary(of: runs(setup, rate).map(\.trainingAccuracy)).mean
  }

  private func runs(_ setup: Setup, _ rate: Double) -> [DigitsRun] {
    guard let runs = runs[setup]?[rate] else {
      preconditionFailure("The setup \(setup) was not tried at \(rate).")
    }
    return runs
  }
}

// MARK: - All weights zero

/// A network 64-32-10 that starts from zero weights, after training.
struct ZeroStart: Sendable {
  /// The loss over all training digits.
  let loss: Double
  /// The share of the test digits that are read correctly, in percent.
  let accuracy: Double
  /// The largest weight of the hidden layer, by size.
  let largestWeight: Double
  /// By how much the weights of two hidden units differ at most.
  let difference: Double
  /// The loss of the best guess that does not look at the digit: the entropy of the classes, −Σ p ln p.
  let guessing: Double

  init(_ task: DigitsTask, _ activation: Activation, rate: Double = 0.3) {
    var generator = task.generator
    let network = DigitsTask.network(
      activation: activation, initialization: .normal(standardDeviation: 0), using: &generator)
    var optimizer = SGD(learningRate: rate)
    task.train(network, with: &optimizer, epochs: 10, using: &generator) { network($0) }
    loss = softmaxCrossEntropy(network(task.training.pixels), labels: task.training.labels).item
    accuracy = 100 * task.testAccuracy { network($0) }
    let weight = network.layers[0].weight.tensor
    largestWeight = weight.scalars.map(abs).max() ?? 0
    difference = (weight - weight.take(rows: [0])).scalars.map(abs).max() ?? 0
    let shares = (0..<Digits.classCount).map { digit in
      Double(task.training.labels.count { $0 == digit }) / Double(task.training.count)
    }
    guessing = -shares.reduce(0) { $0 + $1 * .log($1) }
  }
}
