import Datasets
import Descent
import Experiments
import Numerics

extension Start {
  /// N(0, 0.01²), “small”.
  static let small = Start.own(0.01)

  /// The rule as the framework knows it, for layers of n inputs.
  func initialization(fanIn n: Int) -> Initialization {
    switch self {
    case .lecun: .lecunNormal
    case .he: .heNormal
    case .pyTorch: .uniform(limit: 1 / Double(n).squareRoot())
    default: .normal(standardDeviation: variance(fanIn: n).squareRoot())
    }
  }
}

// MARK: - A signal through many layers

/// A row of equally wide ReLU layers without biases, as it was drawn.
struct Stack: Hashable, Sendable {
  var start: Start
  /// Units in each layer.
  var width = 64
  /// Layers.
  var depth = 30
  /// Samples that are sent through.
  var inputs = 128
}

/// What layers make of standard normal inputs on the way forward, and of a normal gradient on the way back.
struct Signal: Sendable {
  /// The size of the signal after 0, 1, … `depth` layers.
  let sizes: [Double]
  /// The size of the gradient by the output of layer 1, 2, … `depth`; that of the last one is drawn.
  let gradients: [Double]

  /// The factor of a layer on the way forward, averaged over all layers in ratio.
  var forward: Double { averageFactor(sizes) }
  /// The factor of a layer on the way back, likewise.
  var backward: Double { averageFactor(gradients.reversed()) }

  /// Draws the layers and sends a signal through, in double precision.
  init(_ stack: Stack, seed: UInt64) {
    var generator = RandomGenerator(seed: seed)
    let x = Tensor.normal([stack.inputs, stack.width], dtype: .float64, using: &generator)
    let layers = Sequential(
      (1...stack.depth).map { number in
        Dense(
          "\(number)", from: stack.width, to: stack.width, activation: .relu,
          initialization: stack.start.initialization(fanIn: stack.width), dtype: .float64, using: &generator)
      })
    let back = Tensor.normal([stack.inputs, stack.width], dtype: .float64, using: &generator)
    let probe = Probe()
    // The gradient of Σ back · output by the output is `back`.
    _ = valueAndGradients(of: layers) { (layers(x, in: .training, hook: probe.callAsFunction) * back).sum() }
    sizes = [x.size] + probe.readings.map(\.output.size)
    gradients = probe.readings.map { $0.gradient?.size ?? .nan }
  }
}

extension Tensor {
  /// The size of a signal: the root of its mean square.
  var size: Double { norm / Double(count).squareRoot() }
}

/// The ratio of neighbours, averaged over a series: the last by the first, rooted.
func averageFactor(_ sizes: [Double]) -> Double {
  .pow(sizes[sizes.count - 1] / sizes[0], 1 / Double(sizes.count - 1))
}

/// How the mean of a sample of N(0, 1) varies from sample to sample, and how the numbers vary within a sample.
func sampleVariances(size: Int, samples: Int = 400, seed: UInt64) -> (ofMean: Double, within: Double) {
  var generator = RandomGenerator(seed: seed)
  let drawn = (0..<samples).map { _ in
    Summary(of: Tensor.normal([size], dtype: .float64, using: &generator).scalars)
  }
  let means = Summary(of: drawn.map(\.mean)).standardDeviation
  return (means * means, Summary(of: drawn.map { $0.standardDeviation * $0.standardDeviation }).mean)
}

// MARK: - Training

/// What takes the steps.
enum Method: String, Sendable, CaseIterable {
  case gradientDescent = "gradient descent"
  case adam = "Adam"
  /// Adam with ε = 10⁻²⁰ instead of 10⁻⁸.
  case sensitiveAdam = "Adam with ε = 10⁻²⁰"

  func optimizer(rate: Double) -> any Optimizer {
    switch self {
    case .gradientDescent: SGD(learningRate: rate)
    case .adam: Adam(learningRate: rate)
    case .sensitiveAdam: Adam(learningRate: rate, epsilon: 1e-20)
    }
  }
}

/// First weights and what trains them.
struct Arm: Hashable, Sendable {
  var start: Start
  var method = Method.gradientDescent
}

/// A deep ReLU network on the digits and its budget.
struct Training: Sendable {
  static let width = 64
  static let batchSize = 32
  /// Hidden layers.
  var depth: Int
  /// Mini-batches.
  var steps: Int

  /// A tenth of the steps, the budget after which one might give up.
  var early: Int { steps / 10 }

  /// After how many steps the test digits are read: about evenly on a logarithmic axis.
  var places: [Int] {
    Set(logarithmicPlaces(upTo: steps, density: 3).filter { $0 >= min(5, steps) } + [early, steps]).sorted()
  }

  /// After how many steps a run first read so many percent of the test digits; infinite where it never did.
  func steps(to percent: Double, _ run: Run) -> Double {
    places.indices.first { run.accuracies[$0] >= percent }.map { Double(places[$0]) } ?? .infinity
  }

  /// The test digits that a run read after a tenth of the steps, in percent.
  func earlyAccuracy(_ run: Run) -> Double { places.firstIndex(of: early).map { run.accuracies[$0] } ?? .nan }

  /// Each arm, at the rate with which it reads most test digits of a pilot with seeds of its own and half of the steps.
  func trials(_ arms: [Arm], pilotSeeds: [UInt64], seeds: [UInt64], digits: Digits) async -> TunedTrials<Arm, Run> {
    await TunedTrials(arms, rates: rates, pilotSeeds: pilotSeeds, seeds: seeds, by: { -$0.accuracy }) {
      arm, rate, seed in
      let training = pilotSeeds.contains(seed) ? Training(depth: depth, steps: steps / 2) : self
      return Run(training, arm, rate: rate, on: DigitsTask(digits, seed: seed, centred: true))
    }
  }

  /// The rates that are tried: of gradient descent from too large weights those that suit their factor, from 1/(3n), where
  /// small ones do nothing, a wide list; of Adam larger ones the larger the weights.
  func rates(_ arm: Arm) -> [Double] {
    let factor = arm.start.factor(fanIn: Self.width)
    return switch arm.method {
    case .gradientDescent where factor > 1.1:
      [0.01, 0.03, 0.1, 0.3, 1].map { matchedRate($0, factor: factor, depth: depth) }
    case .gradientDescent where arm.start == .pyTorch: [0.1, 1, 10, 100]
    case .gradientDescent: [0.03, 0.1, 0.3, 1]
    case .adam where factor > 1.1: [0.001, 0.003, 0.01, 0.03]
    case .adam where arm.start != .small: [0.0003, 0.001, 0.003, 0.01]
    case .adam: [0.00003, 0.0001, 0.0003, 0.001]
    case .sensitiveAdam: [0.0001, 0.0003, 0.001, 0.003]
    }
  }
}

/// What came of training one network.
struct Run: Sendable {
  /// The test digits that were read correctly after so many steps, in percent.
  let accuracies: [Double]
  /// The training digits that are read correctly at the end, in percent.
  let trainingAccuracy: Double
  /// Whether training ended early because a loss was not finite.
  let isBroken: Bool
  /// The norm of the first step's gradient.
  let firstGradient: Double
  /// By how much the weights of the middle hidden layer have moved, as a share of their size.
  let moved: Double

  /// The test digits that are read correctly at the end, in percent.
  var accuracy: Double { accuracies[accuracies.count - 1] }
  /// By how much the training digits are read better than the test digits, in points: what was learned by heart.
  var byHeart: Double { trainingAccuracy - accuracy }

  /// Trains a network, or until its loss is not finite.
  ///
  /// A seed's split, normal draws and order of mini-batches are the same for every arm.
  init(_ training: Training, _ arm: Arm, rate: Double, on task: DigitsTask) {
    var generator = task.generator
    let network = MultilayerPerceptron(
      [Digits.pixelCount] + Array(repeating: Training.width, count: training.depth) + [Digits.classCount],
      activation: .relu, initialization: arm.start.initialization(fanIn: Training.width), using: &generator)
    let middle = network.layers[training.depth / 2].weight
    let before = middle.tensor.scalars
    var optimizer = arm.method.optimizer(rate: rate)
    var firstGradient = Double.nan
    let log = task.train(
      network, with: &optimizer, batchSize: Training.batchSize, epochs: training.steps, measuringAt: training.places,
      using: &generator,
      afterStep: { step in
        if step.step == 0 { firstGradient = step.gradients.norm }
        return step.step + 1 < training.steps
      }, logits: { network($0) })
    accuracies = log.measurements.map { 100 * $0 }
    trainingAccuracy = 100 * Descent.accuracy(network(task.training.pixels), labels: task.training.labels)
    isBroken = log.brokeAt != nil
    self.firstGradient = firstGradient
    let after = middle.tensor.scalars
    moved = before.indices.map { after[$0] - before[$0] }.norm / before.norm
  }
}
