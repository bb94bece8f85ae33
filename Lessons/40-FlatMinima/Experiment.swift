import Datasets
import Descent
import Experiments

/// What is done beside plain steps of gradient descent with momentum.
enum Method: Hashable, Sendable {
  /// Nothing.
  case descent
  /// Each gradient is taken at a random place at a distance ρ.
  case random(Double)
  /// Sharpness-aware minimisation with a radius ρ.
  case sharpnessAware(Double)
  /// Adversarial weight perturbation by a share γ of each matrix.
  case adversarial(Double)
  /// An L2 penalty ½λ‖θ‖².
  case decay(Double)

  func perturbation(using generator: inout RandomGenerator) -> (any WeightPerturbation)? {
    switch self {
    case .descent, .decay: nil
    case .random(let radius): RandomMove(radius: radius, generator: generator.split())
    case .sharpnessAware(let radius): SharpnessAwareMinimization(radius: radius)
    case .adversarial(let share): AdversarialWeightPerturbation(share: share)
    }
  }

  var weightDecay: Double { if case .decay(let strength) = self { strength } else { 0 } }
}

/// A move of a given length in a random direction: what SAM would be without looking uphill.
struct RandomMove: WeightPerturbation {
  let radius: Double
  var generator: RandomGenerator

  mutating func move(of parameters: [Parameter], along gradients: Gradients) -> Gradients {
    let direction = gradients.map { .uniform($0.shape, in: -1..<1, dtype: $0.dtype, using: &generator) }
    return direction * (radius / direction.norm)
  }
}

/// A method at a learning rate, with some labels false or all right, for so many times the usual epochs.
struct Arm: Hashable, Sendable {
  let method: Method
  let rate: Double
  let isNoisy: Bool
  let times: Int

  init(_ method: Method, at rate: Double = 0.1, isNoisy: Bool = true, times: Int = 1) {
    (self.method, self.rate, self.isNoisy, self.times) = (method, rate, isNoisy, times)
  }
}

extension DigitsTask {
  /// The task of a seed: 1,200 digits to learn from, a share of them with a false label, 197 to choose by, 400 to test.
  init(_ digits: Digits, noise: Double, seed: UInt64) {
    self.init(digits, training: 1200, validation: 197, test: 400, labelNoise: noise, seed: seed)
  }
}

/// What one way of training came to, shares in percent.
struct Run: Sendable {
  /// After the epochs of ``places``: test digits read, validation digits read, and mislabelled digits that are given their
  /// wrong label.
  private(set) var accuracies: [Double] = []
  private(set) var validations: [Double] = []
  private(set) var memories: [Double] = []
  /// The largest eigenvalue of the Hessian of the training loss, at the end.
  private(set) var sharpness = Double.nan

  var accuracy: Double { accuracies[accuracies.count - 1] }
  var memorised: Double { memories[memories.count - 1] }
  /// Validation digits that are misread at the end: by this a rate is chosen.
  var validationError: Double { 100 - validations[validations.count - 1] }
  /// What is read after the epoch that reads the most validation digits.
  var stopped: Double { accuracies[validations.indices.max { validations[$0] < validations[$1] } ?? 0] }

  /// The epochs after which is measured, of so many.
  static func places(_ epochs: Int) -> [Int] { (1...epochs).filter { $0 <= 4 || $0 % 4 == 0 || $0 == epochs } }

  /// - Parameter watched: whether the curves are measured on the way, and the sharpness; otherwise the end alone is read.
  init(_ arm: Arm, epochs: Int, on task: DigitsTask, watched: Bool = true) {
    let (network, run) = Self.trained(arm, epochs: epochs, watched: watched, on: task)
    self = run
    if watched { sharpness = Sharpness(of: network, on: task).whole }
  }

  private init() {}

  /// Trains a network 64-128-64-10 from the seed's first weights.
  static func trained(
    _ arm: Arm, epochs: Int, watched: Bool, on task: DigitsTask
  ) -> (network: MultilayerPerceptron, run: Run) {
    var generator = task.generator
    let network = MultilayerPerceptron([64, 128, 64, 10], activation: .relu, using: &generator)
    let perturbation = arm.method.perturbation(using: &generator)
    var optimizer = Momentum(learningRate: arm.rate, weightDecay: arm.method.weightDecay)
    let epochs = epochs * arm.times
    let places = watched ? Set(places(epochs)) : [epochs]
    var run = Run()
    task.train(
      network, with: &optimizer, epochs: epochs,
      schedule: .perStep(CosineAnnealing(initial: arm.rate, steps: epochs * (task.training.count / 64))),
      perturbation: perturbation, using: &generator,
      afterStep: { step in
        guard step.isLastOfEpoch, places.contains(step.epoch + 1) else { return true }
        func read(_ digits: Digits) -> Double {
          digits.count == 0 ? 0 : 100 * Descent.accuracy(network(digits.pixels), labels: digits.labels)
        }
        run.accuracies.append(read(task.test))
        run.validations.append(read(task.validation))
        run.memories.append(read(task.mislabelled))
        return true
      }, logits: { network($0) })
    return (network, run)
  }
}

/// The curvature of the training loss of 200 digits around a network's weights.
struct Sharpness {
  /// The network in double precision: products with the Hessian are differences of gradients.
  private let exact: MultilayerPerceptron
  private let digits: Digits
  private let pixels: Tensor

  init(of network: MultilayerPerceptron, on task: DigitsTask) {
    var generator = RandomGenerator(seed: 0)
    exact = MultilayerPerceptron([64, 128, 64, 10], activation: .relu, dtype: .float64, using: &generator)
    for (copy, parameter) in zip(exact.parameters, network.parameters) {
      copy.assign(parameter.tensor.cast(to: .float64))
    }
    digits = task.training[0..<200]
    pixels = digits.pixels.cast(to: .float64)
  }

  /// The largest eigenvalue over all parameters.
  var whole: Double { largest(exact) }
  /// The largest eigenvalues of two blocks: first layer, second layer's weights.
  var first: Double { largest(exact.training { $0.hasPrefix("layers.0.") }) }
  var second: Double { largest(exact.training { $0 == "layers.1.weight" }) }

  /// The logits of the 200 digits.
  var logits: Tensor { exact(pixels) }

  /// The first layer is multiplied by c, and the second layer's weights divided by it: the same function, for ReLU(cz) is
  /// c ReLU(z).
  func rescale(by factor: Double) {
    for parameter in exact.layers[0].parameters { parameter.assign(parameter.tensor * factor) }
    let weight = exact.layers[1].parameters[0]
    weight.assign(weight.tensor * (1 / factor))
  }

  private func largest(_ model: some Model) -> Double {
    var generator = RandomGenerator(seed: 1)
    // A step this short hardly ever meets a kink of a ReLU, whose jump would pass for a curvature; rounding, about 10⁻¹⁵
    // over 10⁻⁹, is still far below.
    return largestEigenvalue(
      of: model, startingFrom: .normal(like: model, using: &generator), tolerance: 0.01, iterations: 200, step: 1e-9
    ) { softmaxCrossEntropy(exact(pixels), labels: digits.labels) }.value
  }
}

/// One trained network at several scales of its first layer.
struct Rescaling: Sendable {
  /// The factors c.
  static let factors = [0.1, 0.2, 0.5, 1, 2, 5, 10]
  /// The largest eigenvalue at each factor.
  let sharpnesses: [Double]
  /// The largest eigenvalues of the two blocks at c = 1: first layer, second layer's weights.
  let first, second: Double
  /// The largest change of all logits at any factor, in units of their length.
  let change: Double

  /// By how much the measured sharpness differs from theory at both ends, as a share of it.
  var error: Double {
    let ends = [0, Self.factors.count - 1].map { place in
      abs(sharpnesses[place] / rescaledSharpness(first: first, second: second, by: Self.factors[place]) - 1)
    }
    return max(ends[0], ends[1])
  }
  /// How many times as sharp the network is at both ends, the lesser of the two.
  var rise: Double {
    min(sharpnesses[0], sharpnesses[Self.factors.count - 1]) / sharpnesses[Self.factors.count / 2]
  }

  /// Trains a network by descent and rescales it.
  init(epochs: Int, on task: DigitsTask) {
    let network = Run.trained(Arm(.descent), epochs: epochs, watched: false, on: task).network
    func sharpness() -> Sharpness { Sharpness(of: network, on: task) }
    let plain = sharpness()
    (first, second) = (plain.first, plain.second)
    let scaled = Self.factors.map { factor in
      let sharpness = sharpness()
      sharpness.rescale(by: factor)
      return (sharpness.whole, (sharpness.logits - plain.logits).norm / plain.logits.norm)
    }
    sharpnesses = scaled.map(\.0)
    change = scaled.map(\.1).max() ?? .nan
  }
}
