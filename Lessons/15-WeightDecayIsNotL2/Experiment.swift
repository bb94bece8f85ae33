import Datasets
import Descent
import Experiments

/// How the weights are drawn to zero.
enum Rule: String, CaseIterable, Sendable {
  /// ½λ‖w‖² in the loss, so λw in the gradient.
  case penalty = "Adam with L2"
  /// Each weight times 1 − ηλ, outside of the adaptive step.
  case decay = "AdamW"
}

// MARK: - One weight

/// Any optimizer with decoupled decay: θ ← (1 − ηλ) θ, then its own step with the gradient alone.
struct Decoupled<Base: Optimizer>: Optimizer {
  var base: Base
  let weightDecay: Double
  var learningRate: Double {
    get { base.learningRate }
    set { base.learningRate = newValue }
  }

  mutating func update(_ model: some Model, with gradients: Gradients) {
    for parameter in model.parameters { parameter.assign(parameter.tensor * (1 - learningRate * weightDecay)) }
    base.update(model, with: gradients)
  }
}

/// The path of one weight from 1 in a loss of constant slope, after 0, 1, … steps.
func path(_ optimizer: any Optimizer, slope: Double = 0, steps: Int) -> [Double] {
  var optimizer = optimizer
  let weight = Parameter("w", Tensor([1], dtype: .float64))
  return (0..<steps).reduce(into: [1]) { places, _ in
    optimizer.update(weight, with: valueAndGradients(of: weight) { (weight.value * slope).sum() }.gradients)
    places.append(weight.tensor.item)
  }
}

// MARK: - Digits

/// A rule at a learning rate, with a loss that may be multiplied.
struct Arm: Hashable, Sendable {
  var rule: Rule
  /// η.
  var rate: Double
  /// c, by which the loss is multiplied, and the penalty is not.
  var lossScale = 1.0

  func optimizer(weightDecay: Double) -> any Optimizer {
    switch rule {
    case .penalty: Adam(learningRate: rate, weightDecay: weightDecay)
    case .decay: AdamW(learningRate: rate, weightDecay: weightDecay)
    }
  }
}

/// A weight from a pixel that no training digit lights: its gradient is 0, and only penalty or decay moves it.
struct DarkWeight: Sendable {
  /// Its size at the start.
  let start: Double
  /// What is left of it, as a share, at each of the run's places.
  let shares: [Double]
}

/// What came of training the digits network on digits of which a fifth have wrong labels.
struct Run: Sendable {
  static let epochs = 40, batchSize = 32, digits = 400, noise = 0.2
  /// The steps of such a run.
  static let steps = epochs * (digits / batchSize)
  /// After how many steps the weights are looked at.
  static let places = (0...16).map { $0 * steps / 16 }

  /// The share of the test digits that is read correctly, in percent.
  let accuracy: Double
  /// The same of the digits that λ and η are chosen by.
  let validation: Double
  /// The weights from dark pixels.
  let dark: [DarkWeight]
  /// What is left of each pixel's weights, as a share of their size at the start: at each place `[64]`.
  let pixels: [[Double]]
  /// The norm of the first layer's weights from pixels that are lit.
  let norm: Double

  /// What is left of all dark weights together: Σ|w| / Σ|w₀|.
  var darkShare: Double {
    dark.reduce(0) { $0 + $1.start * $1.shares[$1.shares.count - 1] } / dark.reduce(0) { $0 + $1.start }
  }

  /// Trains for so many epochs; split, first weights and mini-batches of a seed are the same for every arm.
  init(_ arm: Arm, weightDecay: Double, _ data: Digits, epochs: Int = epochs, seed: UInt64) {
    let task = DigitsTask(
      data, training: Self.digits, validation: 300, test: 900, labelNoise: Self.noise, seed: seed)
    var (generator, optimizer) = (task.generator, arm.optimizer(weightDecay: weightDecay))
    let network = DigitsTask.network(using: &generator)
    /// The sizes of the first layer's weights, one row for each pixel.
    func sizes() -> Tensor { abs(network.layers[0].weight.tensor).transposed }
    var seen = [sizes()]
    train(
      network, with: &optimizer, samples: task.training.count, batchSize: Self.batchSize, epochs: epochs,
      incomplete: .drop, using: &generator,
      loss: { places in
        let batch = task.training[places]
        return softmaxCrossEntropy(network(batch.pixels), labels: batch.labels) * arm.lossScale
      },
      afterStep: { step in
        let count = (step.step + 1) * Self.epochs
        if count % epochs == 0 && Self.places.contains(count / epochs) { seen.append(sizes()) }
        return true
      })
    accuracy = 100 * task.testAccuracy { network($0) }
    validation = 100 * task.validation.score { network($0) }.accuracy
    let isLit = task.training.pixels.maximum(axis: 0).scalars.map { $0 > 0 }
    pixels = seen.map { ($0.sum(axes: [1]) / seen[0].sum(axes: [1])).scalars }
    norm = seen[seen.count - 1].take(rows: isLit.indices.filter { isLit[$0] }).norm
    let dark = seen.map { $0.take(rows: isLit.indices.filter { !isLit[$0] }).scalars }
    self.dark = dark[0].indices.map { index in
      DarkWeight(start: dark[0][index], shares: dark.map { $0[index] / dark[0][index] })
    }
  }

  /// The root of the mean square by which dark weights miss ``fading(at:kappa:)``, up to τ = 2.5: later a weight is no
  /// larger than a few steps.
  func distanceFromTheory(rate: Double, weightDecay: Double) -> Double {
    let misses = dark.flatMap { weight -> [Double] in
      let times = Self.places.dropFirst().map { rate * Double($0) / weight.start }.filter { $0 <= 2.5 }
      let theory = fading(at: times, kappa: kappa(weightDecay: weightDecay, start: weight.start))
      return times.indices.map { weight.shares[$0 + 1] - theory[$0] }
    }
    return misses.norm / Double(misses.count).squareRoot()
  }
}

// MARK: - Explosion

/// A network that gradient descent blows up: the deviation of its first weights, and the learning rate.
struct Blast: Hashable, Sendable {
  var deviation, rate: Double
  /// λ of the penalty.
  var weightDecay = 0.0

  /// The loss at the end of four epochs, with four hidden layers; infinite where training broke.
  func finalLoss(_ data: Digits, seed: UInt64) -> Double {
    let task = DigitsTask(data, seed: seed)
    var (generator, optimizer) = (task.generator, SGD(learningRate: rate, weightDecay: weightDecay))
    let network = MultilayerPerceptron(
      [Digits.pixelCount, 64, 64, 64, 64, Digits.classCount], activation: .relu,
      initialization: .normal(standardDeviation: deviation), using: &generator)
    return task.train(network, with: &optimizer, epochs: 4, using: &generator) { network($0) }.finalLoss
  }
}
