import Datasets
import Descent
import Experiments
import Numerics

// MARK: Ten points of a sine

/// Ten noisy points of one turn of a sine, to be fitted with N cosines.
struct Sine: Sendable {
  static let count = 10, noise = 0.1
  /// The numbers of features that are tried.
  static let widths = [2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 14, 17, 20, 30, 40, 70, 100, 200, 400]
  /// Where a fit is compared with the sine, and its features there.
  static let grid = evenly(0...1, count: 201)
  static let gridFeatures = cosines(grid, count: widths[widths.count - 1])

  let x: [Double], y: [Double]

  /// Draws the points.
  init(seed: UInt64) {
    var generator = RandomGenerator(seed: seed)
    x = (0..<Self.count).map { _ in generator.uniform() }
    y = x.map { Self.truth($0) + generator.normal(standardDeviation: Self.noise) }
  }

  static func truth(_ x: Double) -> Double { .sin(2 * .pi * x) }

  /// The features 1, cos(πx), cos(2πx)/2, … of points, `[points, count]`.
  static func cosines(_ x: [Double], count: Int) -> Tensor {
    func feature(_ k: Double, _ x: Double) -> Double { k == 0 ? 1 : .cos(k * .pi * x) / k }
    let rows = x.map { x in (0..<count).map { feature(Double($0), x) } }
    return Tensor(rows: rows, dtype: .float64)
  }

  /// The weights of the shortest least-squares fit with so many features.
  func weights(_ count: Int) -> Tensor {
    leastSquares(Self.cosines(x, count: count), Tensor(rows: y.map { [$0] }, dtype: .float64))
  }

  /// The fit on the grid.
  static func values(_ weights: Tensor) -> [Double] {
    matmul(gridFeatures.slice(axis: 1, range: 0..<weights.shape[0]), weights).scalars
  }
}

/// What the fits of one draw of the points come to.
struct SineRun: Sendable {
  /// By the number of features: the mean squared distance from the sine on the grid, and the length of the weights.
  let errors: [Double], lengths: [Double]

  init(seed: UInt64) {
    let sine = Sine(seed: seed)
    let weights = Sine.widths.map(sine.weights)
    let truth = Tensor(Sine.grid.map(Sine.truth), dtype: .float64)
    errors = weights.map { square(Tensor(Sine.values($0), dtype: .float64) - truth).mean().item }
    lengths = weights.map(\.norm)
  }
}

// MARK: Normal inputs

/// A linear law of p normal inputs, ‖w‖ = 1, seen through n samples with noise.
struct LinearLaw: Sendable {
  static let samples = 40, noise = 0.5
  static let widths = [5, 10, 20, 30, 35, 38, 40, 42, 45, 60, 100, 200, 400]

  /// The squared errors ‖ŵ − w‖² of the shortest fit and under the best ridge, σ²p.
  let shortest: Double, ridge: Double

  init(weights p: Int, samples n: Int = samples, noise: Double = noise, seed: UInt64) {
    var generator = RandomGenerator(seed: seed)
    let x = Tensor.normal([n, p], dtype: .float64, using: &generator)
    // The inputs look alike from every side, so any direction will do.
    let w = Tensor(repeating: 1 / Double(p).squareRoot(), shape: [p, 1], dtype: .float64)
    let y = matmul(x, w) + noise * .normal([n, 1], dtype: .float64, using: &generator)
    func error(_ ridge: Double) -> Double {
      let miss = (leastSquares(x, y, ridge: ridge) - w).norm
      return miss * miss
    }
    (shortest, ridge) = (error(0), error(noise * noise * Double(p)))
  }
}

// MARK: Digits

/// Random features of so many digits.
struct Features: Hashable, Sendable {
  /// Digits to fit and features.
  var samples: Int, width: Int
}

/// The digits read by linear fits of random features max(0, xW), errors in percent.
struct FeatureRun: Sendable {
  /// Errors on the test digits: of the shortest fit, and with the ridge.
  let error: Double, ridgeError: Double
  /// Error of the shortest fit on the digits that it was fitted to.
  let trainingError: Double
  /// The length of its weights.
  let length: Double

  /// - Parameter ridge: the penalty λ for each feature.
  init(_ features: Features, ridge: Double, noise: Double, digits: Digits, seed: UInt64) {
    let task = DigitsTask(digits, training: features.samples, test: 900, labelNoise: noise, seed: seed)
    var generator = task.generator
    let training = task.training.pixels.cast(to: .float64)
    let mean = training.mean(axes: [0])
    let scale = (training - mean).norm / Double(features.samples).squareRoot()
    // A row for each feature: a narrower model has the first features of a wider one.
    let w = Tensor.normal([features.width, Digits.pixelCount], dtype: .float64, using: &generator).transposed
    func made(_ part: Digits) -> Tensor { relu(matmul((part.pixels.cast(to: .float64) - mean) / scale, w)) }
    let (inside, outside) = (made(task.training), made(task.test))
    let targets = task.training.oneHot - 0.1
    func error(_ inputs: Tensor, _ part: Digits, _ weights: Tensor) -> Double {
      100 * (1 - accuracy(matmul(inputs, weights), labels: part.labels))
    }
    let shortest = leastSquares(inside, targets)
    self.error = error(outside, task.test, shortest)
    trainingError = error(inside, task.training, shortest)
    length = shortest.norm
    ridgeError =
      ridge == 0
      ? self.error
      : error(outside, task.test, leastSquares(inside, targets, ridge: ridge * Double(features.width)))
  }
}

// MARK: Networks

/// A network 64-units-10 that learns from 300 digits with Adam.
struct Network: Hashable, Sendable {
  /// The share of wrong labels, and the units with which it just learns them by heart.
  static let wrong = 0.2, fitting = 64

  var units: Int
  /// The share of wrong labels.
  var noise = wrong
  var epochs = 200
  /// Whether the learning rate goes down to 0, or stays.
  var isDecayed = true
}

/// What came of training it, in percent.
struct NetworkRun: Sendable {
  /// Error on the test digits at the end, and at the epoch that reads most of the validation digits.
  let error: Double, stoppedError: Double
  /// Error at the end on the digits that it learned from.
  let trainingError: Double
  /// Errors on the test digits after so many epochs, where they were asked for.
  let errors: [Double]

  /// - Parameter places: the epochs after which `errors` are measured.
  init(_ network: Network, measuringAt places: [Int] = [], digits: Digits, seed: UInt64) {
    let task = DigitsTask(digits, training: 300, validation: 300, test: 900, labelNoise: network.noise, seed: seed)
    var generator = task.generator
    let model = MultilayerPerceptron(
      [Digits.pixelCount, network.units, Digits.classCount], activation: .relu, using: &generator)
    var optimizer = Adam(learningRate: 0.003)
    var stopping = EarlyStopping(patience: network.epochs)
    func error(_ part: Digits) -> Double { 100 * (1 - accuracy(model(part.pixels), labels: part.labels)) }
    var stoppedError = Double.nan
    let log = task.train(
      model, with: &optimizer, batchSize: 25, epochs: network.epochs,
      schedule: network.isDecayed ? .perEpoch(LinearRamp.toZero(from: 0.003, steps: network.epochs)) : nil,
      measuringAt: places.map { 12 * $0 }, using: &generator,
      afterStep: { step in
        if step.isLastOfEpoch, stopping.improves(with: error(task.validation)) { stoppedError = error(task.test) }
        return true
      }, logits: { model($0) })
    errors = log.measurements.map { 100 * (1 - $0) }
    self.error = error(task.test)
    self.stoppedError = stoppedError
    trainingError = error(task.training)
  }
}

/// Whether errors rise by more than so much from their least, and do not fall back by half of what they rose.
func risesForGood(_ errors: [Double], by rise: Double) -> Bool {
  let least = errors.min() ?? .nan
  var greatest = least
  for error in errors[(errors.firstIndex(of: least) ?? 0)...] {
    greatest = max(greatest, error)
    if greatest > least + rise && error < (least + greatest) / 2 { return false }
  }
  return greatest > least + rise
}
