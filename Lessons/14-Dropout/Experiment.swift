import Datasets
import Descent
import Experiments

// MARK: - Least squares on biopsies

/// Forty biopsies to fit a line to, and 360 others to test it by.
struct Biopsies: Sendable {
  static let samples = 40, tested = 360, steps = 3000

  /// `[40, 30]`, each feature with mean 0 and mean square 1.
  private let features: Tensor
  /// Labels, ±1, with their mean over the forty removed, `[40, 1]`.
  private let labels: Tensor
  private let testFeatures, testLabels: Tensor
  private let generator: RandomGenerator

  init(_ data: BreastCancer, seed: UInt64) {
    var generator = RandomGenerator(seed: seed)
    let order = generator.permutation(of: data.count)
    let (tested, chosen) = (Array(order[..<Self.tested]), Array(order[Self.tested..<Self.tested + Self.samples]))
    func signs(_ places: [Int]) -> Tensor {
      Tensor(shape: [places.count, 1], places.map { 2 * Double(data.labels[$0]) - 1 }, dtype: .float64)
    }
    let (raw, mean) = (data.features.take(rows: chosen), data.features.take(rows: chosen).mean(axes: [0]))
    let scale = sqrt(square(raw - mean).mean(axes: [0]))
    features = (raw - mean) / scale
    testFeatures = (data.features.take(rows: tested) - mean) / scale
    labels = signs(chosen) - signs(chosen).mean()
    testLabels = signs(tested) - signs(chosen).mean()
    self.generator = generator
  }

  /// The test errors of dropout as measured and of ridge at λ = p/(1 − p), at several rates p.
  func valley(measuredAt measured: [Double], theoryAt rates: [Double]) -> Valley {
    Valley(
      dropout: measured.map { dropoutError($0) }, ridge: measured.map { ridgeError(penalty($0)) },
      curve: rates.map { ridgeError(penalty($0)) })
  }

  /// The mean squared error on the test biopsies.
  private func error(_ weights: Tensor) -> Double {
    square(matmul(testFeatures, weights) - testLabels).mean().item
  }

  /// Of the ridge regression with this λ: (XᵀX/n + λ)⁻¹ Xᵀy/n.
  func ridgeError(_ strength: Double) -> Double {
    error(leastSquares(features, labels, ridge: strength * Double(Self.samples)))
  }

  /// Of gradient descent with dropout on the inputs: fresh masks in each step, all forty at once, no penalty anywhere.
  ///
  /// The rate falls in a straight line to zero, so that the noise of the masks dies out.
  func dropoutError(_ rate: Double, steps: Int = steps) -> Double {
    let curvature = matmul(features.transposed, features).eigenvalues.map(\.real).max() ?? .nan
    // A squared input grows by up to 1/(1 − p).
    let schedule = LinearRamp.toZero(from: 0.5 * (1 - rate) * Double(Self.samples) / curvature, steps: steps)
    var generator = generator
    var weights = Tensor.zeros([BreastCancer.featureCount, 1], dtype: .float64)
    for step in 0..<steps {
      let inputs = dropout(features, rate: rate, using: &generator)
      weights =
        weights - schedule(step) / Double(Self.samples) * matmul(inputs.transposed, matmul(inputs, weights) - labels)
    }
    return error(weights)
  }
}

/// Test errors of straight-line fits to the biopsies of one seed.
struct Valley: Sendable {
  /// With dropout as measured, and of ridge, at the same rates.
  let dropout, ridge: [Double]
  /// Of ridge, at closer rates.
  let curve: [Double]
}

// MARK: - Networks on digits

/// What is set to zero while a network is trained.
enum Zeros: String, CaseIterable, Sendable {
  /// Units' answers, drawn anew for each digit and step: dropout.
  case units
  /// Entries of the weight matrices, drawn anew for each step: DropConnect with one drawing for a whole mini-batch.
  case entries
  /// Entries of the weight matrices, drawn once: pruning at random.
  case fixedEntries
}

/// A dense layer some of whose weights are missing in training: others in each step, the rest divided by 1 − p.
final class DropConnect: Layer {
  private let dense: Dense
  private let rate: Double
  private var generator: RandomGenerator

  init(_ dense: Dense, rate: Double, using generator: inout RandomGenerator) {
    (self.dense, self.rate) = (dense, rate)
    self.generator = generator.split()
  }

  var parameters: [Parameter] { dense.parameters }

  func callAsFunction(_ x: Tensor, in phase: Phase) -> Tensor {
    guard phase == .training else { return dense(x) }
    let weight = dropout(dense.weight.value, rate: rate, using: &generator)
    return dense.activation(matmul(x, weight.transposed) + dense.bias.value)
  }
}

/// A network 64-h-h-10 and how it is trained.
struct Arm: Hashable, Sendable {
  /// The share p of zeros.
  var rate = 0.0
  var zeros = Zeros.units
  /// The share of the training labels that are wrong.
  var noise = 0.2
  /// Units in each hidden layer.
  var hidden = 64
  var epochs = 200
  /// Adam's first learning rate.
  var learningRate = 0.002

  /// The rates that are compared, and the one that is looked at more closely.
  static let rates = [0, 0.1, 0.3, 0.5], usual = 0.3
  /// The shares at which units and entries are compared: that of note 1, and the usual one.
  static let cutShares = [0.1, usual]
  /// Hidden units of a network that cannot spare any.
  static let few = 8
  static let training = 200, validation = 300, tested = 900, batchSize = 25
  /// Steps in all.
  var steps: Int { epochs * (Self.training / Self.batchSize) }
  /// After how many steps the network is looked at: about evenly on a logarithmic axis.
  var places: [Int] {
    logarithmicPlaces(upTo: steps, density: 3).filter { $0 >= 20 && (10 * $0 < 9 * steps || $0 == steps) }
  }

  /// Whether the trained network is examined with parts of it missing: only where no label is wrong.
  var isExamined: Bool { zeros == .units && noise == 0 && [0, Self.usual].contains(rate) }

  func task(_ digits: Digits, noise: Double, seed: UInt64) -> DigitsTask {
    DigitsTask(
      digits, training: Self.training, validation: Self.validation, test: Self.tested, labelNoise: noise, seed: seed)
  }

  /// The network with its zeros; the same first weights whatever the zeros, which have a stream of their own.
  func network(using generator: inout RandomGenerator) -> Sequential {
    let widths = [Digits.pixelCount, hidden, hidden, Digits.classCount]
    let layers = (0..<3).map { index in
      Dense(
        "\(index)", from: widths[index], to: widths[index + 1], activation: index < 2 ? .relu : .identity,
        initialization: .heNormal, using: &generator)
    }
    var drawing = generator.split()
    switch zeros {
    case .units:
      return Sequential(
        layers[0], Dropout(rate: rate, using: &drawing), layers[1], Dropout(rate: rate, using: &drawing), layers[2])
    case .entries:
      return Sequential(layers.map { DropConnect($0, rate: rate, using: &drawing) })
    case .fixedEntries:
      for layer in layers {
        layer.weight.mask = randomMasks(of: [layer.weight.tensor], removing: rate, using: &drawing)[0]
      }
      return Sequential(layers)
    }
  }
}

/// What came of training one network; all shares are in percent.
struct Run: Sendable {
  /// Shares of the hidden units, or of the pixels, that are removed from a trained network.
  static let removed = [0, 0.1, 0.2, 0.3, 0.4, 0.5]
  /// How many networks with dropout left on are averaged.
  static let draws = 30

  /// Test digits that are read correctly after so many steps, at the arm's `places`.
  let accuracies: [Double]
  /// The places: numbers of steps.
  let places: [Int]
  /// Wrong training labels that the network gives as its answer, at the same places; nan where none is wrong.
  let wrongLearned: [Double]
  /// Test digits read at the place where most validation digits are.
  let stopped: Double
  /// Test digits read by a network with dropout left on, on average, and by the mean answer of many such.
  let leftOn, ofMany: Double
  /// Test digits read with a share of the hidden units, or of the pixels, removed; none where it was not examined.
  let withoutUnits, withoutPixels: [Double]

  /// Test digits that are read correctly at the end.
  var accuracy: Double { accuracies[accuracies.count - 1] }
  /// Wrong labels that are given at the end.
  var wrongLearnedInTheEnd: Double { wrongLearned[wrongLearned.count - 1] }
  /// After how many steps half of the wrong labels were learned by heart; infinite where they never were.
  var byHeartAt: Double { firstPassage(of: wrongLearned, places, through: 50) }
  /// After how many steps 70 % of the test digits were read.
  var readingAt: Double { firstPassage(of: accuracies, places, through: 70) }
  /// By how much accuracy falls when a share of the units, or of the pixels, is removed, in points.
  func lost(_ without: KeyPath<Run, [Double]>, _ share: Double) -> Double {
    let accuracies = self[keyPath: without]
    return Self.removed.firstIndex(of: share).map { accuracies[0] - accuracies[$0] } ?? .nan
  }

  init(_ arm: Arm, _ digits: Digits, seed: UInt64) {
    let task = arm.task(digits, noise: arm.noise, seed: seed)
    let truth = arm.task(digits, noise: 0, seed: seed).training.labels
    let wrong = truth.indices.filter { truth[$0] != task.training.labels[$0] }
    var generator = task.generator
    let network = arm.network(using: &generator)
    var optimizer = Adam(learningRate: arm.learningRate)
    var stopping = EarlyStopping(patience: arm.steps, goal: .highest)
    var (accuracies, wrongLearned, stopped) = ([Double](), [Double](), Double.nan)
    func accuracy(_ logits: (Tensor) -> Tensor) -> Double { 100 * task.testAccuracy(logits) }
    func answer(_ x: Tensor) -> Tensor { network(x, in: .evaluation) }
    task.train(
      network, with: &optimizer, batchSize: Arm.batchSize, epochs: arm.epochs, using: &generator,
      afterStep: { step in
        guard arm.places.contains(step.step + 1) else { return true }
        accuracies.append(accuracy(answer))
        let answers = answer(task.training.pixels).argmax(axis: 1)
        wrongLearned.append(
          100 * Double(wrong.count { answers[$0] == task.training.labels[$0] }) / Double(wrong.count))
        if stopping.improves(with: task.validation.score(answer).accuracy) {
          stopped = accuracies[accuracies.count - 1]
        }
        return true
      }, logits: { network($0, in: .training) })
    (self.accuracies, self.wrongLearned, self.stopped) = (accuracies, wrongLearned, stopped)
    places = arm.places

    guard arm.isExamined else {
      (leftOn, ofMany, withoutUnits, withoutPixels) = (.nan, .nan, [], [])
      return
    }
    (leftOn, ofMany) = Self.masked(network, task)
    var drawing = generator.split()
    func without(_ share: Double, _ read: (_ kept: (Int) -> Tensor, Tensor) -> Tensor) -> Double {
      Summary(
        of: (0..<(share > 0 ? 5 : 1)).map { _ in
          accuracy { read({ survivors(of: $0, removing: share, using: &drawing) }, $0) }
        }
      ).mean
    }
    withoutUnits = Self.removed.map { share in
      without(share) { kept, x in
        // Places 1 and 3 are those of dropout, behind the hidden layers.
        network(x, in: .evaluation) { output, place in ["1", "3"].contains(place) ? output * kept(arm.hidden) : output }
      }
    }
    withoutPixels = Self.removed.map { share in
      without(share) { kept, x in answer(x * kept(Digits.pixelCount)) }
    }
  }

  /// How well networks with dropout left on read the test digits: one by one, and their mean answer.
  private static func masked(_ network: Sequential, _ task: DigitsTask) -> (Double, Double) {
    let answers = (0..<draws).map { _ in softmax(network(task.test.pixels, in: .training)) }
    let each = answers.map { Descent.accuracy($0, labels: task.test.labels) }
    let mean = answers.dropFirst().reduce(answers[0], +)  // its sum, which reads the same digits
    return (100 * Summary(of: each).mean, 100 * Descent.accuracy(mean, labels: task.test.labels))
  }
}

/// Ones, and zeros for a random share of the places, to the nearest whole number: `[1, count]`.
func survivors(of count: Int, removing share: Double, using generator: inout RandomGenerator) -> Tensor {
  randomMasks(of: [.ones([1, count])], removing: share, using: &generator)[0]
}

/// Where a series first reaches a level, in a straight line between its places; infinite where it never does.
func firstPassage(of series: [Double], _ places: [Int], through level: Double) -> Double {
  guard let after = series.firstIndex(where: { $0 >= level }) else { return .infinity }
  guard after > 0 else { return Double(places[0]) }
  let share = (level - series[after - 1]) / (series[after] - series[after - 1])
  return Double(places[after - 1]) + share * Double(places[after] - places[after - 1])
}
