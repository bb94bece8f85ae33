import Datasets
import Descent
import Experiments
import Numerics

// MARK: Plans

/// How a network 64-32-10 learns the digits, by momentum in mini-batches of 32.
struct Plan: Hashable, Sendable {
  /// How the learning rate goes.
  enum Course: Hashable, Sendable {
    case constant
    /// Along half a cosine to 0.
    case cosine
    /// A hundredth from this epoch on.
    case drop(after: Int)
  }

  /// Digits to learn from; 500 others validate.
  var digits = 800
  /// The share of the training labels that are wrong.
  var noise = 0.0
  var rate = 0.05
  var course = Course.constant
  /// The coefficient λ of the penalty ½λ‖θ‖².
  var decay = 0.0
  var epochs = 40
  var hidden = 32

  static let batchSize = 32

  var stepsPerEpoch: Int { digits / Self.batchSize }

  func with(_ change: (inout Plan) -> Void) -> Plan {
    var plan = self
    change(&plan)
    return plan
  }

  func task(_ all: Digits, seed: UInt64) -> DigitsTask {
    DigitsTask(all, training: digits, validation: 500, test: 0, labelNoise: noise, seed: seed)
  }

  func network(using generator: inout RandomGenerator) -> MultilayerPerceptron {
    MultilayerPerceptron([Digits.pixelCount, hidden, Digits.classCount], activation: .relu, using: &generator)
  }

  var schedule: TrainingSchedule {
    switch course {
    case .constant: .perStep(ConstantRate(rate))
    case .cosine: .perStep(CosineAnnealing(initial: rate, steps: max(1, epochs * stepsPerEpoch)))
    case .drop(let epoch): .perEpoch(ConstantRate(rate).then(ConstantRate(rate / 100), at: epoch))
    }
  }
}

/// Runs with a known illness.
enum Patient: String, CaseIterable, Sendable {
  case healthy
  case tooLow = "rate too low"
  case tooShort = "stopped too soon"
  case tooHigh = "rate too high"
  case diverging
  case decayedTooEarly = "decayed too early"
  case overfitted
  case underfitted

  var plan: Plan {
    switch self {
    case .healthy: Plan(course: .cosine)
    case .tooLow: Plan(rate: 0.0003)
    case .tooShort: Plan(rate: 0.01, epochs: 5)
    case .tooHigh: Plan(rate: 0.42)
    case .diverging: Plan(rate: 1.5)
    case .decayedTooEarly: Plan(rate: 0.02, course: .drop(after: 2))
    case .overfitted: Plan(digits: 200, noise: 0.3, epochs: 100)
    case .underfitted: Plan(rate: 0.02, decay: 0.05)
    }
  }

  /// What the rules should say: a rate too low and a training too short have one name.
  var diagnosis: Diagnosis { Diagnosis(rawValue: rawValue) ?? .unfinished }
}

extension Plan {
  /// The same plan with the one thing changed that a diagnosis asks for; for a healthy run, twice the epochs.
  func treated(for diagnosis: Diagnosis) -> Plan {
    with { plan in
      switch diagnosis {
      case .healthy: plan.epochs *= 2
      case .unfinished: plan.rate *= 10
      case .tooHigh, .diverging: plan.rate /= 10
      case .decayedTooEarly: plan.course = .drop(after: epochs * 3 / 4)
      case .overfitted:
        plan.digits = min(4 * digits, 1280)  // as many as there are beside the validation part
        plan.epochs = max(1, epochs * digits / plan.digits)
      case .underfitted: if decay > 0 { plan.decay /= 50 } else { plan.hidden *= 4 }
      }
    }
  }
}

extension Diagnosis {
  /// What its treatment changes.
  var treatment: String {
    switch self {
    case .healthy: "twice the epochs"
    case .unfinished: "ten times the rate"
    case .tooHigh, .diverging: "a tenth of the rate"
    case .decayedTooEarly: "decay later"
    case .overfitted: "more data, as many steps"
    case .underfitted: "less decay, or more units"
    }
  }
}

// MARK: Runs

/// What one run leaves behind.
struct Run: Sendable {
  let curves: Curves
  let symptoms: Symptoms
  /// Of each epoch's mini-batches: the mean loss, and the standard deviation.
  let batchMeans, batchSpreads: [Double]

  var diagnosis: Diagnosis { symptoms.diagnosis() }
  var losses: [Double] { curves.loss }
  /// In percent.
  var validation: Double { 100 * (curves.validationAccuracy.last ?? .nan) }
  var training: Double { 100 * (curves.accuracy.last ?? .nan) }
  var gap: Double { 100 * symptoms.gap }
  /// In the first epoch, the standard deviation of the mini-batch losses by their mean.
  var firstSpread: Double { batchMeans.isEmpty ? .infinity : batchSpreads[0] / batchMeans[0] }
  var firstMean: Double { batchMeans.first ?? .infinity }

  init(_ plan: Plan, on all: Digits, seed: UInt64) {
    let task = plan.task(all, seed: seed)
    var generator = task.generator
    let network = plan.network(using: &generator)
    var optimizer = Momentum(learningRate: plan.rate, weightDecay: plan.decay)
    var scores = LearningCurves()
    scores.measure(task) { network($0) }
    let log = task.train(
      network, with: &optimizer, batchSize: Plan.batchSize, epochs: plan.epochs, schedule: plan.schedule,
      using: &generator,
      afterStep: { step in
        if step.isLastOfEpoch { scores.measure(task) { network($0) } }
        return true
      }, logits: { network($0) })
    // A run that broke stays where it broke.
    func whole(_ part: [Score], _ value: (Score) -> Double, broken: Double) -> [Double] {
      let values = part.map(value)
      return values + Array(repeating: broken, count: plan.epochs + 1 - values.count)
    }
    curves = Curves(
      loss: whole(scores.training, \.loss, broken: .infinity),
      accuracy: whole(scores.training, \.accuracy, broken: 0.1),
      validationLoss: whole(scores.validation, \.loss, broken: .infinity),
      validationAccuracy: whole(scores.validation, \.accuracy, broken: 0.1))
    symptoms = Symptoms(curves)
    let epochs = (0..<log.losses.count / max(1, plan.stepsPerEpoch)).map { epoch in
      Summary(of: log.losses[epoch * plan.stepsPerEpoch..<(epoch + 1) * plan.stepsPerEpoch])
    }
    (batchMeans, batchSpreads) = (epochs.map(\.mean), epochs.map(\.standardDeviation))
  }
}

/// What the finder suggests for a plan, and what came of its suggestions.
struct Search: Sendable {
  let finder: LearningRateFinder
  /// Runs at a tenth of the rate with the lowest loss, and at that of the steepest fall.
  let tenth, steepest: Run

  var tenthRate: Double { finder.tenthOfMinimum ?? .nan }
  var steepestRate: Double { finder.steepest ?? .nan }

  init(_ plan: Plan, on all: Digits, seed: UInt64) {
    let task = plan.task(all, seed: seed)
    var generator = task.generator
    let network = plan.network(using: &generator)
    var finder = LearningRateFinder(lowest: 1e-5)
    var optimizer = Momentum(learningRate: finder.lowest)
    task.train(
      network, with: &optimizer, batchSize: Plan.batchSize, epochs: finder.steps,
      schedule: .perStep(finder.schedule), using: &generator, afterStep: { finder.goesOn(after: $0.loss) },
      logits: { network($0) })
    self.finder = finder
    func run(at rate: Double?) -> Run { Run(plan.with { $0.rate = rate ?? finder.lowest }, on: all, seed: seed) }
    (tenth, steepest) = (run(at: finder.tenthOfMinimum), run(at: finder.steepest))
  }
}

// MARK: Least squares

/// Least squares on random inputs with noise of variance 1, many times over.
struct Fit: Sendable {
  static let samples = 40, inputs = [4, 8, 16, 24, 32]

  /// The mean squared error on the samples, and on the same inputs with new noise.
  let training, fresh: Double
  var gap: Double { fresh - training }

  init(inputs d: Int, draws: Int = 300, seed: UInt64) {
    var generator = RandomGenerator(seed: seed)
    var sums = (training: 0.0, fresh: 0.0)
    for _ in 0..<draws {
      let x = Tensor.normal([Self.samples, d], dtype: .float64, using: &generator)
      // The truth is 0, so that the targets are noise.
      let noise = (0..<2).map { _ in Tensor.normal([Self.samples, 1], dtype: .float64, using: &generator) }
      let answer = matmul(x, leastSquares(x, noise[0]))
      sums.training += square(noise[0] - answer).mean().item
      sums.fresh += square(noise[1] - answer).mean().item
    }
    (training, fresh) = (sums.training / Double(draws), sums.fresh / Double(draws))
  }
}
