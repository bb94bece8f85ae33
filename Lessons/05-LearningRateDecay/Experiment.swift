import Datasets
import Descent
import Experiments

// MARK: The smallest noisy descent

/// The rules that estimate the mean of a stream.
enum Estimator: String, CaseIterable, Sendable {
  case constant = "constant 0.1"
  case small = "constant 0.02"
  case staircase
  case runningMean = "1/(1 + t)"

  static let start = 5.0, steps = 2000, replicas = 400

  var schedule: any Schedule {
    switch self {
    case .constant: ConstantRate(0.1)
    case .small: ConstantRate(0.02)
    case .staircase: StaircaseDecay(initial: 0.1, decay: 1, interval: 400)
    case .runningMean: InverseTimeDecay(initial: 1, decay: 1)
    }
  }

  /// The mean of w² over replicas after 0, 1, … steps of w ← w − α (w − x), x from N(0, 1).
  func meanSquares(seed: UInt64, steps: Int = steps, replicas: Int = replicas) -> [Double] {
    var generator = RandomGenerator(seed: seed)
    var w = Tensor(repeating: Self.start, shape: [replicas], dtype: .float64)
    return schedule.rates(steps).reduce(into: [Self.start * Self.start]) { squares, rate in
      w = w - rate * (w - .normal([replicas], dtype: .float64, using: &generator))
      squares.append(square(w).mean().item)
    }
  }
}

// MARK: Digits

/// The schedules that are compared on the digits, each from several first rates.
enum Arm: String, CaseIterable, Sendable {
  case constant
  case everyEpoch = "1/(1 + e)"
  case staircase
  case cosine

  /// The rates by epoch; the staircase has four stairs, and the cosine ends with the run.
  func schedule(from rate: Double, epochs: Int) -> any Schedule {
    switch self {
    case .constant: ConstantRate(rate)
    case .everyEpoch: InverseTimeDecay(initial: rate, decay: 1)
    case .staircase: StaircaseDecay(initial: rate, decay: 1, interval: max(1, epochs / 4))
    case .cosine: CosineAnnealing(initial: rate, steps: epochs)
    }
  }
}

/// What came of training on the digits.
struct Run: Sendable {
  /// The cross-entropy over the training part at the end.
  let loss: Double
  /// The share of the test digits that are read correctly, in percent.
  let accuracy: Double
  /// The mean loss of each epoch's mini-batches.
  let epochLosses: [Double]

  /// Whether the loss has stopped falling: the last quarter of the epochs brings it down by less than a tenth.
  var isFlat: Bool {
    let quarter = epochLosses.count / 4
    let (last, before) = (epochLosses.suffix(quarter), epochLosses.dropLast(quarter).suffix(quarter))
    return !(last.reduce(0, +) < 0.9 * before.reduce(0, +))
  }
}

/// Trains the digits network; start and mini-batches are the same whatever the schedule.
func trained(
  _ optimizer: some Optimizer, at schedule: any Schedule, _ digits: Digits, batchSize: Int, epochs: Int = 12,
  seed: UInt64
) -> Run {
  let task = DigitsTask(digits, seed: seed)
  var (optimizer, generator) = (optimizer, task.generator)
  let network = DigitsTask.network(using: &generator)
  let log = task.train(
    network, with: &optimizer, batchSize: batchSize, epochs: epochs, schedule: .perEpoch(schedule), using: &generator
  ) { network($0) }
  return Run(
    loss: softmaxCrossEntropy(network(task.training.pixels), labels: task.training.labels).item,
    accuracy: 100 * task.testAccuracy { network($0) }, epochLosses: log.epochMeans)
}

/// Whether the staircase ends with less than half of the training loss of a constant rate.
func isRescued(_ sweep: Sweep<Arm, Run>, at rate: Double) -> Bool {
  sweep[.staircase, rate].loss.mean < 0.5 * sweep[.constant, rate].loss.mean
}

// MARK: Moons

/// The ways of training that are compared on the moons.
enum Recipe: String, CaseIterable, Sendable {
  case small, smallDecayed, constant, decayed, everyEpoch, momentum, momentumDecayed, adam

  /// The learning rate of the notes' first comparison.
  static let smallRate = 7e-4

  var optimizer: any Optimizer {
    switch self {
    case .momentum, .momentumDecayed: Momentum(learningRate: 1, form: .exponentialAverage)
    case .adam: Adam(learningRate: 1)
    default: SGD(learningRate: 1)
    }
  }

  /// The rates by epoch, for a first rate and the length of a stair.
  func schedule(rate: Double, staircase: (Double) -> any Schedule) -> any Schedule {
    switch self {
    case .small, .adam: ConstantRate(Self.smallRate)
    case .smallDecayed: staircase(Self.smallRate)
    case .constant, .momentum: ConstantRate(rate)
    case .decayed, .momentumDecayed: staircase(rate)
    case .everyEpoch: InverseTimeDecay(initial: rate, decay: 1)
    }
  }
}

/// What came of training on the moons.
struct MoonsRun: Sendable {
  /// The cost over all points at the start and after each epoch.
  let costs: [Double]
  /// The share of the points on the right side at the end, in percent.
  let accuracy: Double

  var finalCost: Double { costs[costs.count - 1] }

  /// The cost when the rates of a constant schedule had added up to `travel`, linear between epochs; nil beyond its end.
  func cost(at travel: Double, rate: Double) -> Double? {
    let position = travel / rate
    guard position < Double(costs.count - 1) else { return nil }
    let epoch = Int(position)
    return costs[epoch] + (position - Double(epoch)) * (costs[epoch + 1] - costs[epoch])
  }
}

/// The median cost of runs at a constant rate when it had added up to `travel`; nil where none came that far.
func medianCost(of runs: [MoonsRun], at travel: Double, rate: Double) -> Double? {
  let costs = runs.compactMap { $0.cost(at: travel, rate: rate) }
  return costs.isEmpty ? nil : Summary(of: costs).median
}

extension MoonsTask {
  /// Trains from the common start in mini-batches of 64; the same ones come in the same order whatever the schedule.
  func train(_ optimizer: some Optimizer, at schedule: any Schedule, epochs: Int) -> MoonsRun {
    var (optimizer, shuffling) = (optimizer, shuffling)
    let network = startingNetwork()
    func cost() -> Double { binaryCrossEntropy(logits: network(moons.points), targets: targets).item }
    var costs = [cost()]
    Descent.train(
      network, with: &optimizer, samples: moons.count, batchSize: 64, epochs: epochs, schedule: .perEpoch(schedule),
      using: &shuffling
    ) {
      loss(of: network, on: $0)
    } afterStep: { step in
      if step.isLastOfEpoch { costs.append(cost()) }
      return true
    }
    costs += Array(repeating: costs[costs.count - 1], count: epochs + 1 - costs.count)  // where a run broke
    return MoonsRun(
      costs: costs, accuracy: 100 * binaryAccuracy(logits: network(moons.points), targets: targets))
  }
}
