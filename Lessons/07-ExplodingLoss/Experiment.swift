import Datasets
import Descent
import Experiments

// MARK: What is trained

/// A model with its loss, trained on the digits.
enum Arm: String, CaseIterable, Sendable {
  /// Linear regression with squared error, on all digits in each step: a quadratic loss.
  case linear = "linear regression"
  /// A tanh network 64-20-10 on 300 centred digits in each step.
  case tanh = "tanh network"
  /// Softmax regression, the linear model with cross-entropy, on 300 digits in each step.
  case softmax = "softmax regression"
  /// The ReLU network 64-32-10 that the lessons share, with cross-entropy, on mini-batches of 64.
  case relu = "ReLU network"

  /// The learning rates that are tried, as multiples of 2/λ₀; 0.5 is 1/λ₀.
  var factors: [Double] {
    switch self {
    case .linear: [0.02, 0.1, 0.5, 0.9, 0.98, 1, 1.02, 1.1, 1.5]
    case .tanh: [0.02, 0.1, 0.5, 0.9, 1.1, 1.3, 1.6, 1.8, 2.1, 2.4, 3]
    case .softmax: [0.02, 0.1, 0.5, 1, 2, 20, 200]
    case .relu: [0.02, 0.1, 0.5, 1, 2, 5, 20]
    }
  }

  /// The steps of a run: 500, or ten epochs of mini-batches.
  var steps: Int { self == .relu ? 10 * (1437 / 64) : 500 }
}

/// The tanh network's loss.
enum NetworkLoss: String, Sendable, CaseIterable {
  /// 1/2n Σ ‖f(xᵢ) − yᵢ‖² with one-hot labels.
  case squared
  /// Softmax cross-entropy.
  case crossEntropy = "cross-entropy"

  var words: String { self == .squared ? "squared error" : "cross-entropy" }
}

/// What one run of gradient descent left behind.
struct Run: Sendable {
  /// λ₀, the largest eigenvalue of the Hessian at the start; nan where it was not asked for.
  var sharpness = Double.nan
  /// How many gradients it took to measure that.
  var gradientsForSharpness = 0
  /// The loss before each step, and after the last; shorter where the run diverged.
  var losses: [Double]

  /// The loss in the end, nan where the run diverged; of mini-batches, the mean over the last epoch.
  var last = Double.nan
  /// The share of the hidden units that in the end answer 0 to every digit of the training part.
  var deadUnits = 0.0

  /// Whether it came to its last step.
  var isComplete: Bool { !last.isNaN }
  /// The highest loss on the way, as it was.
  var highest: Double { losses.filter { !$0.isNaN }.max() ?? .nan }
  /// How many of the steps raised the loss.
  var rises: Int { losses.indices.dropFirst().count { losses[$0] > losses[$0 - 1] } }

  /// Notes λ₀ and what it cost: two gradients for each product with the Hessian.
  mutating func note(_ pair: Eigenpair) {
    (sharpness, gradientsForSharpness) = (pair.value, 2 * pair.iterations)
  }
}

/// Trains a model on the digits at so many times 2/λ₀, with λ₀ measured at its start.
func trained(_ arm: Arm, atFactor factor: Double, _ digits: Digits, seed: UInt64) -> Run {
  func descended(_ start: FullBatch<some Model>, from pair: Eigenpair, limit: Double = .infinity) -> Run {
    var run = start.run(at: factor * 2 / pair.value, steps: arm.steps, limit: limit)
    run.note(pair)
    return run
  }
  switch arm {
  case .linear:
    let regression = LinearRegression(DigitsTask(digits, seed: seed))
    return descended(regression.descent, from: regression.sharpest)
  case .tanh:
    let network = tanhNetwork(digits, seed: seed)
    return descended(network, from: network.sharpness(), limit: tanhLimit)
  case .softmax:
    let regression = softmaxRegression(digits, seed: seed)
    return descended(regression, from: regression.sharpness())
  case .relu: return trainedReLU(atFactor: factor, digits, seed: seed)
  }
}

// MARK: Gradient descent on all samples at once

/// A model at its start, in double precision, with its loss over all samples.
struct FullBatch<M: Model> {
  let model: M
  let generator: RandomGenerator
  let loss: () -> Tensor

  /// λ, the largest eigenvalue of the Hessian here, by power iteration from a random direction or from `direction`.
  ///
  /// A residual of a hundredth leaves an error of its square over the gap to the next eigenvalue: 10⁻³ and less.
  func sharpness(near direction: Gradients? = nil, iterations: Int = 200, step: Double = 1e-5) -> Eigenpair {
    var generator = generator
    return largestEigenvalue(
      of: model, startingFrom: direction ?? .normal(like: model, using: &generator), tolerance: 1e-2,
      iterations: iterations, step: step, loss)
  }

  /// Descends from here; the first loss that is nan or above `limit` counts as diverged and ends it.
  ///
  /// - Parameter beforeStep: called at each point, the start included, before the weights move on.
  func run(
    at learningRate: Double, steps: Int, limit: Double = .infinity, beforeStep: (_ step: Int) -> Void = { _ in }
  ) -> Run {
    var optimizer = SGD(learningRate: learningRate)
    var run = Run(losses: [])
    for step in 0...steps {
      let (value, gradients) = valueAndGradients(of: model, loss)
      run.losses.append(value)
      guard value <= limit else { return run }
      beforeStep(step)
      if step < steps { optimizer.update(model, with: gradients) }
    }
    run.last = run.losses[steps]
    return run
  }
}

/// Linear regression from the pixels of a digit to its one-hot label, a bias included: a loss that is a quadratic.
///
///     L(W) = 1/2n Σ ‖xᵢ W − yᵢ‖² = ½ ⟨W, A W⟩ − ⟨W, B⟩ + ½,   A = XᵀX/n,   B = XᵀY/n
///
/// W is `[65, 10]`: a row for each pixel and one for the bias. The matrices A, which is the Hessian, and B are all that
/// the loss knows of the digits, so that a step costs the same for any number of them.
struct LinearRegression {
  let weight: Parameter
  /// A, `[65, 65]`.
  let hessian: Tensor
  let descent: FullBatch<Parameter>
  /// λ, its eigenvector and what they cost.
  let sharpest: Eigenpair
  /// The direction of largest curvature in which gradient descent from weights of zero moves.
  let mode: SharpestMode

  /// The regression on a task's training part, with weights of zero.
  init(_ task: DigitsTask) {
    let digits = task.training
    let ones = Tensor.ones([digits.count, 1], dtype: .float64)
    let inputs = concatenate([digits.pixels.cast(to: .float64), ones], axis: 1)
    let hessian = matmul(inputs.transposed, inputs) / Double(digits.count)
    let correlation = matmul(inputs.transposed, digits.oneHot) / Double(digits.count)
    let weight = Parameter("weight", .zeros([Digits.pixelCount + 1, Digits.classCount], dtype: .float64))
    let descent = FullBatch(model: weight, generator: task.generator) {
      (weight.value * (matmul(hessian, weight.value) * 0.5 - correlation)).sum() + 0.5
    }
    // A has its largest eigenvalue once for each output. Power iteration from the gradient finds the one eigenvector
    // among them that the gradient has a part of.
    let gradient = valueAndGradients(of: weight, descent.loss).gradients
    sharpest = largestEigenvalue(of: weight, startingFrom: gradient, tolerance: 1e-10, descent.loss)
    (self.weight, self.hessian, self.descent) = (weight, hessian, descent)
    mode = SharpestMode(curvature: sharpest.value, slope: sharpest.vector.dot(gradient))
  }
}

extension LinearRegression {
  /// Gradient descent from weights of zero, at so many times 2/λ.
  func descend(atFactor factor: Double, steps: Int) -> Run {
    weight.assign(.zeros(weight.tensor.shape, dtype: .float64))
    return descent.run(at: factor * 2 / mode.curvature, steps: steps)
  }
}

/// The slope of log₁₀ L by step over the last half of a run's finite losses.
func slope(of losses: [Double]) -> Double {
  let finite = losses.prefix { $0.isFinite }
  let half = finite.count / 2
  return (Double.log10(finite[finite.count - 1]) - .log10(finite[half])) / Double(finite.count - 1 - half)
}

/// Softmax regression from the pixels of 300 digits: the linear model with cross-entropy, from weights of zero.
///
/// There all classes are equally likely, and the Hessian is (I − 11ᵀ/10)/10 for the classes times XᵀX/n for the pixels:
/// its largest eigenvalue is a tenth of that of the linear regression.
func softmaxRegression(_ digits: Digits, seed: UInt64) -> FullBatch<Dense> {
  let task = DigitsTask(digits, seed: seed)
  let part = task.training[0..<300]
  let (pixels, labels) = (part.pixels.cast(to: .float64), part.labels)
  let layer = Dense(
    "softmax", weight: .zeros([Digits.classCount, Digits.pixelCount], dtype: .float64),
    bias: .zeros([Digits.classCount], dtype: .float64))
  return FullBatch(model: layer, generator: task.generator) { softmaxCrossEntropy(layer(pixels), labels: labels) }
}

// MARK: Networks

/// The loss above which the tanh network counts as diverged.
let tanhLimit = 1000.0

/// A tanh network 64-20-10 on 300 centred digits, in double precision: small enough to follow its Hessian.
func tanhNetwork(
  _ digits: Digits, loss kind: NetworkLoss = .squared, seed: UInt64
) -> FullBatch<MultilayerPerceptron> {
  let task = DigitsTask(digits, seed: seed, centred: true)
  let part = task.training[0..<300]
  let (pixels, targets, labels) = (part.pixels.cast(to: .float64), part.oneHot, part.labels)
  var generator = task.generator
  let network = MultilayerPerceptron(
    [Digits.pixelCount, 20, Digits.classCount], activation: .tanh, initialization: .lecunNormal, dtype: .float64,
    using: &generator)
  return FullBatch(model: network, generator: generator) {
    switch kind {
    case .squared: squaredError(network(pixels), targets, reduction: .sum) * (0.5 / Double(part.count))
    case .crossEntropy: softmaxCrossEntropy(network(pixels), labels: labels)
    }
  }
}

/// A long run of the tanh network with its sharpness measured on the way.
struct EdgeRun: Sendable {
  static let steps = 2500
  static let interval = 25
  let learningRate: Double
  let run: Run
  /// λη/2 before steps 0, 25, 50 …: 1 is the edge.
  let edgeRatios: [Double]

  /// Descends for so many steps, unless it diverges.
  init(_ digits: Digits, loss: NetworkLoss, learningRate: Double, steps: Int = Self.steps, seed: UInt64) {
    let network = tanhNetwork(digits, loss: loss, seed: seed)
    var direction: Gradients?
    var ratios: [Double] = []
    run = network.run(
      at: learningRate, steps: steps, limit: loss == .squared ? tanhLimit : .infinity,
      beforeStep: { step in
        guard step.isMultiple(of: Self.interval) else { return }
        // The direction turns slowly: a few iterations from the last one follow it.
        let pair = network.sharpness(near: direction, iterations: step == 0 ? 200 : 10)
        direction = pair.vector
        ratios.append(pair.value * learningRate / 2)
      })
    (self.learningRate, edgeRatios) = (learningRate, ratios)
  }

  /// λη/2 at the start.
  var first: Double { edgeRatios.first ?? .nan }
  /// λη/2 on average over the last third of the measurements; nan where the run diverged.
  var settled: Double { run.isComplete ? Summary(of: lastThird(edgeRatios)).mean : .nan }
  /// The share of the last third of the steps that raised the loss.
  var shareOfRises: Double {
    let last = lastThird(run.losses)
    return Double(Run(losses: last).rises) / Double(max(1, last.count - 1))
  }

  private func lastThird(_ values: [Double]) -> [Double] { Array(values.suffix(max(1, values.count / 3))) }
}

/// Trains the shared network for ten epochs at so many times 2/λ₀, with λ₀ measured on the whole training part.
func trainedReLU(atFactor factor: Double, _ digits: Digits, seed: UInt64) -> Run {
  let task = DigitsTask(digits, seed: seed)
  var generator = task.generator
  let network = DigitsTask.network(using: &generator)
  let pair = sharpness(ofReLU: network, task)
  var optimizer = SGD(learningRate: factor * 2 / pair.value)
  let log = task.train(network, with: &optimizer, epochs: 10, using: &generator) { network($0) }
  var run = Run(
    losses: log.losses, last: log.brokeAt == nil ? log.finalLoss : .nan,
    deadUnits: network.layers[0].deadShare(on: task.training.pixels))
  run.note(pair)
  return run
}

/// λ of the shared network with cross-entropy on the training part, measured on a copy in double precision.
func sharpness(ofReLU network: MultilayerPerceptron, _ task: DigitsTask) -> Eigenpair {
  var generator = task.generator
  let copy = MultilayerPerceptron(
    [Digits.pixelCount, 32, Digits.classCount], activation: .relu, dtype: .float64, using: &generator)
  for index in copy.parameters.indices {
    copy.parameters[index].assign(network.parameters[index].tensor.cast(to: .float64))
  }
  let pixels = task.training.pixels.cast(to: .float64)
  // A step this short crosses almost no unit's kink, where the difference of two gradients would jump.
  return FullBatch(model: copy, generator: generator) {
    softmaxCrossEntropy(copy(pixels), labels: task.training.labels)
  }.sharpness(iterations: 60, step: 1e-8)
}
