import Datasets
import Descent
import Experiments
import Numerics

// MARK: Five ways to join the layers

/// How the hidden layers of a network are joined.
enum Design: String, CaseIterable, Sendable {
  case plain
  case normalized = "normalised"
  case bypass
  case both
  case scaledBypass = "scaled bypass"

  /// Whether each layer's sums are normalised over the batch.
  var isNormalized: Bool { self == .normalized || self == .both }
  /// Whether each layer's input is added to its output.
  var hasBypass: Bool { self == .bypass || self == .both || self == .scaledBypass }
}

/// What the weights of a layer start from.
enum Weights: String, CaseIterable, Sendable {
  /// He's for the plain network, PyTorch's for the others.
  case own
  /// N(0, 2/n), n the number of inputs, which keeps the size of a plain ReLU network's signals.
  case he
  /// U(−1/√n, 1/√n), PyTorch's usual one: a sixth of He's variance.
  case pyTorch = "pytorch"

  /// The distribution for a layer of so many inputs.
  func initialization(of design: Design, inputs: Int) -> Initialization {
    let isHe = self == .he || (self == .own && design == .plain)
    return isHe ? .heNormal : .uniform(limit: 1 / Double(inputs).squareRoot())
  }
}

/// 64 pixels, `depth` hidden ReLU layers of one width, and a score for each of ten digits.
///
///     plain   hₖ = relu(Wₖ hₖ₋₁ + bₖ)                normalised   hₖ = relu(BN(Wₖ hₖ₋₁ + bₖ))
///     bypass  hₖ = hₖ₋₁ + relu(Wₖ hₖ₋₁ + bₖ)         both         hₖ = hₖ₋₁ + relu(BN(Wₖ hₖ₋₁ + bₖ))
///     scaled  hₖ = hₖ₋₁ + αₖ relu(Wₖ hₖ₋₁ + bₖ)
///
/// for k from 2 on. The first layer leads from 64 numbers to another width, and so has no bypass.
func deepNetwork(
  _ design: Design, depth: Int, width: Int = 32, alpha: Double = 0, dtype: DType = .float32,
  using generator: inout RandomGenerator, weights: (_ inputs: Int) -> Initialization
) -> Sequential {
  let (pixels, isNormalized) = (Digits.pixelCount, design.isNormalized)
  func layer(_ name: String, from inputs: Int, using generator: inout RandomGenerator) -> any Layer {
    let dense = Dense(
      "\(name).dense", from: inputs, to: width, activation: isNormalized ? .identity : .relu,
      initialization: weights(inputs), dtype: dtype, using: &generator)
    return isNormalized
      ? Sequential(dense, BatchNorm("\(name).norm", features: width, dtype: dtype), Activation.relu) : dense
  }
  var layers = [layer("1", from: pixels, using: &generator)]
  for k in 2...depth {
    layers.append(
      design.hasBypass
        ? ResidualBlock(
          "\(k)", width: width, isNormalized: isNormalized, scale: design == .scaledBypass ? alpha : nil,
          initialization: weights(width), dtype: dtype, using: &generator)
        : layer("\(k)", from: width, using: &generator))
  }
  layers.append(
    Dense(
      "output", from: width, to: Digits.classCount, initialization: weights(width), dtype: dtype, using: &generator))
  return Sequential(layers)
}

// MARK: Before training

/// What batch normalisation makes of one feature over a batch, computed by the framework.
func normalized(_ feature: [Double], epsilon: Double = 1e-5) -> [Double] {
  let norm = BatchNorm("norm", features: 1, epsilon: epsilon, dtype: .float64)
  return norm(Tensor(shape: [feature.count, 1], feature, dtype: .float64), in: .training).scalars
}

/// By how much the gradient of a mini-batch changes when its first digit is made brighter: ‖g′ − g‖/‖g‖.
func changeByExtremeSample(
  _ design: Design, batchSize: Int, brightness: Double = 100, digits: Digits, seed: UInt64
) -> Double {
  let task = DigitsTask(digits, seed: seed, centred: true)
  var generator = task.generator
  let network = deepNetwork(design, depth: 2, dtype: .float64, using: &generator) { _ in .heNormal }
  let batch = task.training[0..<batchSize]
  func gradient(_ factor: Double) -> [Double] {
    var pixels = batch.pixels.scalars
    for index in 0..<Digits.pixelCount { pixels[index] *= factor }
    let x = Tensor(shape: batch.pixels.shape, pixels, dtype: .float64)
    return valueAndGradients(of: network) {
      softmaxCrossEntropy(network(x, in: .training), labels: batch.labels)
    }.gradients.flattened
  }
  let (usual, changed) = (gradient(1), gradient(brightness))
  return usual.indices.map { changed[$0] - usual[$0] }.norm / usual.norm
}

/// What passes through a network before its first step: the digits forward, the gradient backward.
struct Passage: Sendable {
  /// ‖∂L/∂hₖ‖ for k = 1 … depth.
  let gradientNorms: [Double]
  /// How alike the digits have become: the mean cosine between the vectors hₖ of two of them, for k = 1 … depth.
  let likeness: [Double]

  /// How many times as large the gradient is at each layer as at the last one, from the last layer back to the first.
  var growth: [Double] { gradientNorms.reversed().map { $0 / gradientNorms[gradientNorms.count - 1] } }
  /// The same at the first layer.
  var totalGrowth: Double { growth[growth.count - 1] }
  /// The factor by which the gradient grows in one layer, the geometric mean over all layers.
  var factor: Double { .pow(totalGrowth, 1 / Double(growth.count - 1)) }
  /// The share of difference that is left between two digits, 1 − likeness.
  var difference: [Double] { likeness.map { 1 - $0 } }
}

/// Sends 256 digits through a new network in double precision, and the gradient of their loss back.
func passage(
  through design: Design, depth: Int, width: Int = 64, alpha: Double = 0, digits: Digits, seed: UInt64,
  weights: (_ inputs: Int) -> Initialization
) -> Passage {
  let task = DigitsTask(digits, seed: seed, centred: true)
  var generator = task.generator
  let network = deepNetwork(
    design, depth: depth, width: width, alpha: alpha, dtype: .float64, using: &generator, weights: weights)
  let batch = task.training[0..<256]
  let probe = Probe()
  _ = valueAndGradients(of: network) {
    softmaxCrossEntropy(
      network(batch.pixels.cast(to: .float64), in: .training, hook: probe.callAsFunction), labels: batch.labels)
  }
  let hidden = probe.readings.prefix(depth)  // after them comes the output
  return Passage(
    gradientNorms: hidden.map { $0.gradient?.norm ?? .nan }, likeness: hidden.map { meanCosine($0.output) })
}

/// The mean cosine of the angle between two different rows of a matrix `[rows, columns]`.
///
/// With unit vectors u the sum over all pairs is ‖Σu‖², of which the pairs of a row with itself are 1 each.
func meanCosine(_ matrix: Tensor) -> Double {
  let lengths = sqrt(square(matrix).sum(axes: [1], keepingAxes: true))
  let (count, total) = (Double(matrix.shape[0]), (matrix / lengths).sum(axes: [0]).norm)
  return (total * total - count) / (count * (count - 1))
}

/// A network before training: its design, and the size of its weights as a multiple of He's.
struct Start: Hashable, Sendable {
  var design: Design
  var size = 1.0

  /// The multiples that are tried.
  static let sizes = [0.125, 0.5, 1, 2, 8]

  /// N(0, size² · 2/n) for a layer of n inputs.
  func initialization(inputs: Int) -> Initialization {
    .normal(standardDeviation: size * (2 / Double(inputs)).squareRoot())
  }
}

// MARK: Training

/// What is trained, but for its learning rate and its seed.
struct Arm: Hashable, Sendable {
  var design: Design
  var depth: Int
  var weights = Weights.own
  var alpha = 0.0
  var batchSize = 64
  var epochs = Arm.shortEpochs

  /// The epochs of the short runs, and of the long ones; in batches of 64 an epoch has 22 steps.
  static let (shortEpochs, longEpochs) = (4, 40)
  /// The steps of the short runs, and of the long ones.
  static let (shortSteps, longSteps) = (22 * shortEpochs, 22 * longEpochs)

  /// The same arm for so many epochs.
  func lasting(_ epochs: Int) -> Arm {
    var arm = self
    arm.epochs = epochs
    return arm
  }

  /// The learning rates that are tried; a branch that is added whole needs low ones when there are many.
  var rates: [Double] {
    switch design {
    case .plain: [0.003, 0.01, 0.03, 0.1, 0.3]
    case .normalized: [0.003, 0.01, 0.03, 0.1, 0.3, 1]
    case .both: [0.003, 0.01, 0.03, 0.1, 0.3]
    case .scaledBypass where alpha == 0: [0.1, 0.3, 1, 3]
    case .bypass, .scaledBypass: [0.0003, 0.001, 0.003, 0.01, 0.03, 0.1, 0.3, 1]
    }
  }
}

/// What came of a training run.
struct Run: Sendable {
  /// Mean training loss of the last epoch, by which the best rate is chosen; infinite for a run that broke.
  let finalLoss: Double
  /// Test accuracy at the end, in percent. A network of nan calls each digit a 0.
  let accuracy: Double
  /// The same after each number of steps that was asked for.
  let accuracies: [Double]

  /// Whether loss or weights stopped being finite.
  var isBroken: Bool { !finalLoss.isFinite }
}

/// Gradient descent on mini-batches of digits.
///
/// The seed decides the split, the first weights and the order of the digits. At test time normalisation uses its
/// running averages.
func trained(
  _ arm: Arm, at rate: Double, _ digits: Digits, measuringAt places: [Int] = [], seed: UInt64
) -> Run {
  let task = DigitsTask(digits, seed: seed, centred: true)
  var generator = task.generator
  let network = deepNetwork(arm.design, depth: arm.depth, alpha: arm.alpha, using: &generator) {
    arm.weights.initialization(of: arm.design, inputs: $0)
  }
  var optimizer = SGD(learningRate: rate)
  let log = task.train(
    network, with: &optimizer, batchSize: arm.batchSize, epochs: arm.epochs, measuringAt: places, using: &generator,
    evaluation: { network($0, in: .evaluation) }
  ) { network($0, in: .training) }
  let isFinite = network.state.tensors.allSatisfy(\.isFinite)
  return Run(
    finalLoss: isFinite ? log.finalLoss : .infinity,
    accuracy: 100 * task.testAccuracy { network($0, in: .evaluation) }, accuracies: log.measurements.map { 100 * $0 })
}
