import Datasets
import Descent
import Experiments
import Numerics

// MARK: Shapes

/// The curves of the learning rate over a run, and the rule that needs none.
enum Shape: String, CaseIterable, Sendable {
  case constant
  case rising = "rising, t/T"
  case inverseTime = "1/(1 + t)"
  case inverseSquareRoot = "1/√(1 + t)"
  case exponential
  case step
  case linear
  case cosine
  case restarts = "warm restarts"
  case cyclic
  case oneCycle = "one cycle"
  case coolDown = "cool-down"
  case plateau

  /// Those that are functions of the step.
  static let functions = allCases.filter { $0 != .plateau }
  /// Those whose rate falls once, late, and to nearly zero.
  static let falling: [Shape] = [.step, .linear, .cosine, .oneCycle, .coolDown]

  /// Whether its steps are epochs on the digits: counted in updates it would have fallen before the run has begun.
  var countsEpochs: Bool { self == .inverseTime || self == .inverseSquareRoot }

  /// The learning rate for a run of so many steps; the plateau rule starts from it.
  func schedule(_ rate: Double, steps: Int) -> any Schedule {
    let last = max(1, steps / 8)
    return switch self {
    case .constant, .plateau: ConstantRate(rate)
    case .rising: LinearRamp(rate: rate, from: 0, to: 1, steps: steps)
    case .inverseTime: InverseTimeDecay(initial: rate, decay: 1)
    case .inverseSquareRoot: InverseSquareRootDecay(initial: rate)
    case .exponential: ExponentialDecay(initial: rate, factor: Double.pow(0.01, 1 / Double(steps)))
    case .step: MultiStepDecay(initial: rate, milestones: [steps / 2, steps * 3 / 4])
    case .linear: LinearRamp.toZero(from: rate, steps: steps)
    case .cosine: CosineAnnealing(initial: rate, steps: steps)
    // One, two and four sevenths, rounded up: no cycle may begin just before the end.
    case .restarts: CosineWarmRestarts(initial: rate, period: (steps + 6) / 7, growth: 2)
    case .cyclic: Cyclic(lowest: rate / 10, highest: rate, stepsUp: (steps + 7) / 8)
    case .oneCycle: OneCycle(peak: rate, steps: steps)
    case .coolDown: ConstantRate(rate).then(LinearRamp.toZero(from: rate, steps: last), at: steps - last)
    }
  }

  /// The rate at each step as a share of the one that is tuned.
  func shares(_ steps: Int) -> [Double] {
    let schedule = schedule(1, steps: steps)
    return (0..<steps).map { schedule($0) }
  }
}

// MARK: The noisy bowl

extension Bowl {
  /// The mean loss over walks w ← w − ηh (w − x), x from N(0, 1), before each step and after the last.
  func walks(_ rates: [Double], count: Int = 200, seed: UInt64) -> [Double] {
    var generator = RandomGenerator(seed: seed)
    let curvature = Tensor(shape: [curvatures.count, 1], curvatures, dtype: .float64)
    var w = Tensor(repeating: start.squareRoot(), shape: [curvatures.count, count], dtype: .float64)
    func loss() -> Double { (curvature * square(w)).sum().item / Double(2 * count) }
    return rates.reduce(into: [loss()]) { losses, rate in
      w = w - rate * curvature * (w - .normal([curvatures.count, count], dtype: .float64, using: &generator))
      losses.append(loss())
    }
  }
}

// MARK: Digits

/// What makes a step of a gradient.
enum Rule: String, CaseIterable, Sendable {
  case momentum
  case adam = "Adam"

  /// Rates from too low to too high, a factor of 2 apart.
  var rates: [Double] {
    switch self {
    case .momentum: [0.00625, 0.0125, 0.025, 0.05, 0.1, 0.2]
    case .adam: [0.0025, 0.005, 0.01, 0.02, 0.04, 0.08]
    }
  }

  func optimizer(_ rate: Double) -> any Optimizer {
    switch self {
    case .momentum: Momentum(learningRate: rate)
    case .adam: Adam(learningRate: rate)
    }
  }
}

/// A rule with the shape of its learning rate.
struct Arm: Hashable, Sendable {
  let rule: Rule
  let shape: Shape

  /// Five rates to choose from: the higher ones where the shape spends much of the run below them.
  var rates: [Double] {
    Array([.constant, .rising, .coolDown].contains(shape) ? rule.rates.dropLast() : rule.rates.dropFirst())
  }

  init(_ rule: Rule, _ shape: Shape) { (self.rule, self.shape) = (rule, shape) }
}

/// One drop of the learning rate: by which factor, and after how many eighths of the run.
struct Drop: Hashable, Sendable {
  let rule: Rule
  let factor: Double
  let eighth: Int
}

/// What came of training on the digits.
struct Run: Sendable {
  /// The cross-entropy over the test digits at the end, and over those that the rate is chosen by.
  let loss, validationLoss: Double
  /// The share of the test digits that are read correctly, in percent.
  let accuracy: Double
  /// The cross-entropy over the validation digits after each eighth of the run.
  let eighths: [Double]

  /// After how many eighths the plateau begins: the next one does not bring the best loss down by 1 %; nil without one.
  var plateau: Int? {
    eighths.indices.dropFirst().first { !(eighths[$0] < 0.99 * (eighths[..<$0].min() ?? .infinity)) }
  }
}

/// How the networks 64-32-10 of this lesson are trained: from 800 digits in batches of 8.
struct Training: Sendable {
  var epochs = 8
  /// The share of the training labels that are wrong.
  var noise = 0.0

  static let digits = 800, batchSize = 8
  var steps: Int { epochs * Self.digits / Self.batchSize }

  func task(_ digits: Digits, seed: UInt64) -> DigitsTask {
    DigitsTask(digits, training: Self.digits, validation: 300, test: 600, labelNoise: noise, seed: seed)
  }

  func run(_ arm: Arm, rate: Double, on task: DigitsTask) -> Run {
    let optimizer = arm.rule.optimizer(rate)
    if arm.shape == .plateau { return run(optimizer, schedule: nil, on: task) }
    let isCoarse = arm.shape.countsEpochs
    let schedule = arm.shape.schedule(rate, steps: isCoarse ? epochs : steps)
    return run(optimizer, schedule: isCoarse ? .perEpoch(schedule) : .perStep(schedule), on: task)
  }

  func run(_ drop: Drop, rate: Double, on task: DigitsTask) -> Run {
    let schedule = MultiStepDecay(initial: rate, factor: drop.factor, milestones: [steps * drop.eighth / 8])
    return run(drop.rule.optimizer(rate), schedule: .perStep(schedule), on: task)
  }

  /// Without a schedule the rate is multiplied by 0.3 after each epoch that does not lower the validation loss.
  private func run(_ optimizer: some Optimizer, schedule: TrainingSchedule?, on task: DigitsTask) -> Run {
    var (optimizer, generator) = (optimizer, task.generator)
    let network = DigitsTask.network(using: &generator)
    func validationLoss() -> Double { task.validation.score { network($0) }.loss }
    func train(_ epochs: Int, afterStep: (TrainingStep) -> Bool = { _ in true }) {
      task.train(
        network, with: &optimizer, batchSize: Self.batchSize, epochs: epochs, schedule: schedule, using: &generator,
        afterStep: afterStep
      ) { network($0) }
    }
    var eighths: [Double] = []
    if schedule == nil {
      var rule = ReduceOnPlateau(initial: optimizer.learningRate, factor: 0.3, patience: 0)
      for _ in 0..<epochs {
        optimizer.learningRate = rule.learningRate
        train(1)
        rule.observe(validationLoss())
      }
    } else {
      let places = Set((1...8).map { steps * $0 / 8 })
      train(epochs) { step in
        if places.contains(step.step + 1) { eighths.append(validationLoss()) }
        return true
      }
    }
    let test = task.test.score { network($0) }
    return Run(
      loss: test.loss, validationLoss: validationLoss(), accuracy: 100 * test.accuracy, eighths: eighths)
  }
}

extension Sweep<Arm, Run> {
  /// An arm at the rate that the validation digits chose for it, or for another shape under the same rule.
  func rated(_ rule: Rule, _ shape: Shape, atTheRateOf other: Shape? = nil) -> RatedArm<Arm> {
    RatedArm(Arm(rule, shape), at: rate(Arm(rule, other ?? shape)))
  }

  /// By how much a shape's test loss lies below that of a constant rate, seed by seed, each at its own best rate.
  func gain(_ rule: Rule, _ shape: Shape, atTheRateOf other: Shape? = nil) -> Summary {
    trials.difference(rated(rule, .constant), rated(rule, shape, atTheRateOf: other), \.loss)
  }

  /// For how many seeds a shape ends with the lower test loss.
  func wins(_ rule: Rule, _ shape: Shape, atTheRateOf other: Shape? = nil) -> Int {
    trials.count(rated(rule, shape, atTheRateOf: other), rated(rule, .constant)) { $0.loss < $1.loss }
  }
}
