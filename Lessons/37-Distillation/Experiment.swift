import Datasets
import Descent
import Experiments

// MARK: The teacher

/// Three networks 64-300-100-10 that have learnt the first 1,200 digits of the file; their logits are averaged.
struct Teacher: Sendable {
  /// The digits to learn from, and the 597 others to test by.
  let training, test: Digits
  /// What it says of the training digits, `[1200, 10]`.
  let logits: Tensor
  private let states: [ModelState]

  static func network(using generator: inout RandomGenerator) -> MultilayerPerceptron {
    MultilayerPerceptron([Digits.pixelCount, 300, 100, Digits.classCount], activation: .relu, using: &generator)
  }

  /// Trains it: Adam at 0.001, batches of 64, 20 epochs.
  init(_ digits: Digits, seed: UInt64) async {
    let (training, test) = (digits[0..<1200], digits[1200..<digits.count])
    var generator = RandomGenerator(seed: seed)
    states = await inParallel(over: (0..<3).map { _ in generator.split() }, "teacher") { start in
      var generator = start
      let network = Self.network(using: &generator)
      var optimizer = Adam(learningRate: 0.001)
      DigitsTask(training: training, test: test, generator: start)
        .train(network, with: &optimizer, epochs: 20, using: &generator) { network($0) }
      return network.state
    }
    logits = Self.logits(states, of: training.pixels)
    (self.training, self.test) = (training, test)
  }

  /// The mean logits of its networks for any images, `[count, 10]`.
  func logits(of pixels: Tensor) -> Tensor { Self.logits(states, of: pixels) }

  private static func logits(_ states: [ModelState], of pixels: Tensor) -> Tensor {
    var generator = RandomGenerator(seed: 0)
    let network = network(using: &generator)
    return states.reduce(Tensor.zeros([pixels.shape[0], Digits.classCount])) { sum, state in
      network.state = state
      return sum + network(pixels) / Double(states.count)
    }
  }

  /// The test digits that it reads, in percent.
  var accuracy: Double { 100 * Descent.accuracy(logits(of: test.pixels), labels: test.labels) }
}

// MARK: - What a student is given

/// Which images it sees.
enum Images: Hashable, Sendable {
  /// So many of the teacher's 1,200, drawn at random.
  case digits(Int)
  /// All but those of one class.
  case without(Int)
  /// 1,200 images of which each pixel is another digit's same pixel.
  case shuffled
}

/// What it shall answer.
enum Targets: Hashable, Sendable {
  case labels
  /// The teacher's answer at a temperature.
  case answers(at: Double)
  /// The same, with the mean of the nine wrong classes' logits in place of each of them.
  case evened(at: Double)
  /// The teacher's logits with their mean removed, by half the mean square.
  case logits
}

/// A way to teach a student.
struct Arm: Hashable, Sendable, CustomStringConvertible {
  var images = Images.digits(30)
  var targets: Targets
  var steps = 760
  var rate = 0.003
  /// Plain gradient descent instead of Adam.
  var isPlain = false
  /// Whether the loss of soft targets is multiplied by T².
  var isScaled = true
  /// The share of the labels' own loss beside it.
  var labelShare = 0.0

  /// Ten times the usual steps.
  static let longSteps = 7600

  /// The same in ten times the steps.
  var long: Arm { changed { $0.steps = Self.longSteps } }
  /// The same without the factor T².
  var unscaled: Arm { changed { $0.isScaled = false } }

  func changed(_ change: (inout Arm) -> Void) -> Arm {
    var arm = self
    change(&arm)
    return arm
  }

  var description: String { "\(images)-\(targets)-\(steps)-\(rate)-\(isPlain)-\(isScaled)-\(labelShare)" }
}

extension Tensor {
  /// Logits with each row's mean removed.
  var centred: Tensor { self - mean(axes: [1], keepingAxes: true) }
}

/// The loss of soft targets, T² times the cross-entropy of two answers at one temperature; its gradient is that of T² KL.
func softLoss(_ student: Tensor, _ teacher: Tensor, at temperature: Double, isScaled: Bool = true) -> Tensor {
  let loss = softmaxCrossEntropy(student / temperature, targets: softmax(teacher / temperature))
  return isScaled ? loss * (temperature * temperature) : loss
}

/// Half the mean square of the difference of centred logits, over the classes and the batch.
func matchingLoss(_ student: Tensor, _ teacher: Tensor) -> Tensor {
  square(student.centred - teacher.centred).mean() / 2
}

/// The true class's logit kept, the others replaced by their mean.
func evened(_ logits: Tensor, labels: [Int]) -> Tensor {
  let own = Digits.oneHot(labels).cast(to: logits.dtype)
  let wrong = (logits * (1 - own)).sum(axes: [1], keepingAxes: true) / Double(Digits.classCount - 1)
  return logits * own + wrong * (1 - own)
}

// MARK: - A student

/// What a student 64-20-10 has learnt, read on the test digits, in percent.
struct Run: Sendable {
  /// Of all test digits, and of each class.
  let accuracy: Double
  let recalls: [Double]
  /// After so many steps, at `places`: of the class that it has never seen, or of all.
  let readings: [Double]

  /// Where the test digits are read on the way to the last step.
  static func places(_ steps: Int) -> [Int] {
    [50, 100, 200, 400, 760, 1500, 3000, 5000].filter { $0 < steps } + [steps]
  }

  /// - Parameter looking: whether the test digits are read on the way.
  init(_ arm: Arm, of teacher: Teacher, seed: UInt64, looking: Bool = false) {
    var generator = RandomGenerator(seed: seed)
    let order = generator.permutation(of: teacher.training.count)
    let network = MultilayerPerceptron(
      [Digits.pixelCount, 20, Digits.classCount], activation: .relu, using: &generator)
    var (pixels, labels, targets) = (teacher.training.pixels, teacher.training.labels, teacher.logits)
    func keep(_ places: [Int]) {
      (pixels, targets) = (pixels.take(rows: places), targets.take(rows: places))
      labels = places.map { labels[$0] }
    }
    switch arm.images {
    case .digits(let count): keep(Array(order.prefix(count)))
    case .without(let digit): keep(order.filter { labels[$0] != digit })
    case .shuffled:
      pixels = pixels.shuffledInColumns(using: &generator)
      targets = teacher.logits(of: pixels)
      labels = targets.argmax(axis: 1)
    }
    if case .evened = arm.targets { targets = evened(targets, labels: labels) }

    func loss(_ batch: [Int]) -> Tensor {
      let (answer, target) = (network(pixels.take(rows: batch)), targets.take(rows: batch))
      func hard() -> Tensor { softmaxCrossEntropy(answer, labels: batch.map { labels[$0] }) }
      switch arm.targets {
      case .labels: return hard()
      case .logits: return matchingLoss(answer, target)
      case .answers(let temperature), .evened(let temperature):
        let soft = softLoss(answer, target, at: temperature, isScaled: arm.isScaled)
        return arm.labelShare == 0 ? soft : soft * (1 - arm.labelShare) + hard() * arm.labelShare
      }
    }
    func read() -> [Double] {
      let answers = network(teacher.test.pixels).argmax(axis: 1)
      return (0..<Digits.classCount).map { digit in
        let places = teacher.test.labels.indices.filter { teacher.test.labels[$0] == digit }
        return 100 * Double(places.count { answers[$0] == digit }) / Double(places.count)
      }
    }
    func reading() -> Double {
      if case .without(let digit) = arm.images { return read()[digit] }
      return 100 * Descent.accuracy(network(teacher.test.pixels), labels: teacher.test.labels)
    }
    func train(_ optimizer: some Optimizer) -> TrainingLog {
      var optimizer = optimizer
      let size = min(32, labels.count)
      let perEpoch = labels.count / size
      return Descent.train(
        network, with: &optimizer, samples: labels.count, batchSize: size,
        epochs: (arm.steps + perEpoch - 1) / perEpoch, incomplete: .drop,
        measuringAt: looking ? Self.places(arm.steps) : [], measure: reading, using: &generator, loss: loss,
        afterStep: { $0.step < arm.steps - 1 })
    }
    let log = arm.isPlain ? train(SGD(learningRate: arm.rate)) : train(Adam(learningRate: arm.rate))
    readings = log.measurements
    recalls = read()
    accuracy = 100 * Descent.accuracy(network(teacher.test.pixels), labels: teacher.test.labels)
  }
}

extension Tensor {
  /// Each column in an order of its own: every pixel keeps its values, and nothing else of the images is left.
  func shuffledInColumns(using generator: inout RandomGenerator) -> Tensor {
    let (rows, columns) = (shape[0], shape[1])
    let places = (0..<columns).flatMap { column in generator.permutation(of: rows).map { column * rows + $0 } }
    return transposed.reshaped([count, 1]).take(rows: places).reshaped([columns, rows]).transposed
  }
}
