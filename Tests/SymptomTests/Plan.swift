import Descent

@testable import Datasets

/// A small training on the digits, in which one thing may be wrong.
struct Plan {
  enum Rule: Sendable { case descent, momentum, adam, decoupled }
  enum Loss: Sendable { case crossEntropy, squared }

  var training = 600, noise = 0.0
  var batchSize = 20
  /// The widths of the hidden layers.
  var hidden = [32]
  var activation = Activation.relu
  var initialization: Initialization?
  /// What the first weights are multiplied by.
  var gain = 1.0
  var rule = Rule.momentum
  var rate = 0.05, decay = 0.0
  var schedule: TrainingSchedule?
  var clipping = Clipping.none
  var loss = Loss.crossEntropy
  var epochs = 20
  /// Changes the labels to learn from.
  var relabel: @Sendable ([Int], inout RandomGenerator) -> [Int] = { labels, _ in labels }
  /// Changes the gradients, given those that the last step took.
  var change: (@Sendable (Gradients, Gradients?) -> Gradients)?
  /// What becomes of the network's answer on its way to the loss.
  var answer: @Sendable (Tensor) -> Tensor = { $0 }
  /// Changes the pixels to learn from.
  var look: @Sendable (Tensor) -> Tensor = { $0 }
  /// Up to how many pixels each image is moved, anew in each batch.
  var copies = 0.0
  /// Whether the epochs are scored; the last one is, always.
  var isWatched = true

  static let digits = Result { try Digits.load() }

  func with(_ change: (inout Plan) -> Void) -> Plan {
    var plan = self
    change(&plan)
    return plan
  }

  func task(seed: UInt64, training other: UInt64? = nil) throws -> DigitsTask {
    let task = DigitsTask(
      try Self.digits.get(), training: training, validation: 400, test: 400, labelNoise: noise, seed: seed)
    var generator = task.generator
    let training = Digits(pixels: look(task.training.pixels), labels: relabel(task.training.labels, &generator))
    return DigitsTask(
      training: training, validation: task.validation, test: task.test,
      generator: other.map { RandomGenerator(seed: $0) } ?? task.generator)
  }

  func network(using generator: inout RandomGenerator) -> MultilayerPerceptron {
    let network = MultilayerPerceptron(
      [Digits.pixelCount] + hidden + [Digits.classCount], activation: activation, initialization: initialization,
      using: &generator)
    for layer in network.layers { layer.weight.assign(layer.weight.tensor * gain) }
    return network
  }

  /// Trains; the seed decides on the digits, and, without another one for the training, on the rest as well.
  func run(seed: UInt64, training: UInt64? = nil) throws -> Run {
    let task = try task(seed: seed, training: training)
    return switch rule {
    case .descent where change != nil: run(ChangedDescent(learningRate: rate, change: change), on: task)
    case .descent: run(SGD(learningRate: rate, weightDecay: decay), on: task)
    case .momentum: run(Momentum(learningRate: rate, weightDecay: decay), on: task)
    case .adam: run(Adam(learningRate: rate, weightDecay: decay), on: task)
    case .decoupled: run(AdamW(learningRate: rate, weightDecay: decay), on: task)
    }
  }

  private func run(_ rule: some Optimizer, on task: DigitsTask) -> Run {
    var (optimizer, generator) = (rule, task.generator)
    let network = network(using: &generator)
    var moves = generator.split()
    let loss = loss
    func error(_ logits: Tensor, _ labels: [Int]) -> Tensor {
      loss == .crossEntropy
        ? softmaxCrossEntropy(logits, labels: labels)
        : meanSquaredError(logits, Digits.oneHot(labels).cast(to: .float32))
    }
    let run = Run(task: task, network: network, loss: { error(answer($0), $1) })
    if isWatched { run.score() }
    let log = train(
      network, with: &optimizer, samples: training, batchSize: batchSize, epochs: epochs, incomplete: .drop,
      schedule: schedule, clipping: clipping, using: &generator,
      loss: { places in
        let batch = task.training[places]
        let logits = network(copies > 0 ? moved(batch.pixels, using: &moves) : batch.pixels)
        return error(answer(logits), batch.labels)
      },
      afterStep: { step in
        run.norms.append(step.gradients.norm)
        run.zeros.append(step.gradients.tensors[0].zeroShare)
        if step.isLastOfEpoch {
          run.states.append(network.state)
          if isWatched { run.score() }
        }
        return true
      })
    run.losses = log.losses
    if !isWatched { run.score() }
    return run
  }
}

extension Plan {
  /// Images, each moved by up to `copies` pixels to either side and up or down.
  private func moved(_ pixels: Tensor, using generator: inout RandomGenerator) -> Tensor {
    pixels.warped(
      by: (0..<pixels.shape[0]).map { _ in
        Warp(shift: [generator.uniform(in: -copies..<copies), generator.uniform(in: -copies..<copies)])
      })
  }
}

/// Gradient descent along gradients that are not what they should be.
struct ChangedDescent: Optimizer {
  var learningRate: Double
  let change: (@Sendable (Gradients, Gradients?) -> Gradients)?
  private var last: Gradients?

  init(learningRate: Double, change: (@Sendable (Gradients, Gradients?) -> Gradients)?) {
    (self.learningRate, self.change) = (learningRate, change)
  }

  mutating func update(_ model: some Model, with gradients: Gradients) {
    let changed = change?(gradients, last) ?? gradients
    last = changed
    var rule = SGD(learningRate: learningRate)  // it remembers nothing
    rule.update(model, with: changed)
  }
}

/// What a training left behind.
final class Run {
  let task: DigitsTask
  let network: MultilayerPerceptron
  /// Of each step: the mini-batch's loss, the gradient's norm, and the share of zeros in that of the first weights.
  var losses: [Double] = [], norms: [Double] = [], zeros: [Double] = []
  /// Before training and after each epoch, or at the end alone.
  var training: [Score] = [], validation: [Score] = []
  /// After each epoch.
  var states: [ModelState] = []

  private let loss: (Tensor, [Int]) -> Tensor

  init(task: DigitsTask, network: MultilayerPerceptron, loss: @escaping (Tensor, [Int]) -> Tensor) {
    (self.task, self.network, self.loss) = (task, network, loss)
  }

  func score() {
    training.append(score(task.training))
    validation.append(score(task.validation))
  }

  private func score(_ digits: Digits) -> Score {
    let logits = network(digits.pixels)
    return Score(loss: loss(logits, digits.labels).item, accuracy: Descent.accuracy(logits, labels: digits.labels))
  }

  /// The network's score on some digits with the weights of another moment.
  func score(_ digits: Digits, with state: ModelState) -> Score {
    let now = network.state
    defer { network.state = now }
    network.state = state
    return digits.score { network($0) }
  }

  var finalLoss: Double { training.last?.loss ?? .nan }
  var accuracy: Double { training.last?.accuracy ?? .nan }
  var validationAccuracy: Double { validation.last?.accuracy ?? .nan }
  var testAccuracy: Double { task.testAccuracy { network($0) } }
  var gap: Double { accuracy - validationAccuracy }
  /// By what factor the training loss rises, from some epoch to some later one.
  var rise: Double {
    var (lowest, rise) = (Double.infinity, 1.0)
    for score in training {
      lowest = min(lowest, score.loss)
      rise = max(rise, score.loss / lowest)
    }
    return rise
  }
  /// The share of the training loss that the last fifth of the epochs took away.
  var lastFall: Double { 1 - finalLoss / training[training.count - 1 - max(1, (training.count - 1) / 5)].loss }
  /// The mean loss of the mini-batches of the first epoch.
  var firstEpoch: [Double] { Array(losses.prefix(task.training.count / 20)) }
}

extension [Double] {
  var mean: Double { reduce(0, +) / Double(count) }
  var deviation: Double {
    let mean = mean
    return (reduce(0) { $0 + ($1 - mean) * ($1 - mean) } / Double(count - 1)).squareRoot()
  }
  var median: Double { sorted()[count / 2] }
}

extension Tensor {
  var size: Double { norm / Double(count).squareRoot() }
}
