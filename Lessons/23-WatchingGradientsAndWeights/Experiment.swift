import Datasets
import Descent
import Experiments
import Numerics

/// The rules that are compared, each with rates a factor of about 3 apart, from too low to too high.
enum Rule: String, CaseIterable, Sendable {
  case sgd, momentum, adam

  var name: String {
    switch self {
    case .sgd: "gradient descent"
    case .momentum: "momentum"
    case .adam: "Adam"
    }
  }

  var rates: [Double] {
    switch self {
    case .sgd: [0.003, 0.01, 0.03, 0.1, 0.3, 1]
    case .momentum: [0.001, 0.003, 0.01, 0.03, 0.1, 0.3]
    case .adam: [0.0003, 0.001, 0.003, 0.01, 0.03, 0.1]
    }
  }

  func optimizer(_ rate: Double) -> any Optimizer {
    switch self {
    case .sgd: SGD(learningRate: rate)
    case .momentum: Momentum(learningRate: rate)
    case .adam: Adam(learningRate: rate)
    }
  }
}

/// A rule at one of its rates.
typealias Setting = RatedArm<Rule>

/// What the networks learn from: 1,000 digits in mini-batches of 32, 31 steps an epoch.
enum Plan {
  static let training = 1000, validation = 300, test = 497
  static let batchSize = 32
  static let stepsPerEpoch = training / batchSize
  /// Ten epochs, and ten times as many.
  static let steps = 10 * stepsPerEpoch, longSteps = 10 * steps
  /// The network: 64-32-32-10 with ReLU and He's weights.
  static let widths = [Digits.pixelCount, 32, 32, Digits.classCount]
  /// After how many steps the test digits are read.
  static let places = [
    1, 3, 10, 20, 31, 40, 50, 60, 70, 85, 100, 120, 145, 175, 210, 255, steps, 375, 450, 550, 670, 820, 1000, 1200,
    1450,
    1750, 2150, 2600, longSteps,
  ]
  /// From this accuracy on, in percent, a network is said to read, and above this share of zeros to be dead.
  static let goal = 90.0, deadly = 0.75

  static func task(_ digits: Digits, seed: UInt64) -> DigitsTask {
    DigitsTask(digits, training: training, validation: validation, test: test, seed: seed)
  }
}

/// One training, watched from inside: what every step did to each weight matrix.
struct Run: Sendable {
  /// By step and layer: the length of the update over the length of the weights before it.
  private(set) var ratios: [[Double]] = []
  /// By step: ‖W₁ − W₁(start)‖/‖W₁(start)‖, how far the first matrix has come.
  private(set) var distances: [Double] = []
  /// By step: the share of the entries of ∂L/∂W₁ that are exactly 0.
  private(set) var zeros: [Double] = []
  /// The share of the test digits that are read, in percent, by the number of steps.
  private(set) var accuracies: [Int: Double] = [:]
  /// The loss of the validation digits after ten epochs.
  private(set) var validationLoss = Double.nan
  /// The weight matrices before the first step and after the last.
  private(set) var start: [Tensor] = [], end: [Tensor] = []
  /// The gradient of the first matrix in the last step.
  private(set) var lastGradient = Tensor.zeros([1])
  /// The share of the first hidden layer's units that answer 0 to every training digit, at the end.
  private(set) var dead = Double.nan

  /// How far the first matrix has come after so many steps; after the last where the run broke before.
  func distance(_ steps: Int = Plan.steps) -> Double { distances[min(steps, distances.count) - 1] }
  /// The median ratio of a layer over the middle third of so many steps.
  func ratio(layer: Int = 0, steps: Int = Plan.steps) -> Double {
    let count = min(steps, ratios.count)
    return Summary(of: ratios[count / 3..<max(1, 2 * count / 3)].map { $0[layer] }).median
  }
  /// The mean share of zeros over the epoch that ends after so many steps.
  func zeroShare(_ steps: Int = Plan.steps) -> Double {
    Summary(of: zeros[..<min(steps, zeros.count)].suffix(Plan.stepsPerEpoch)).mean
  }
  func accuracy(_ steps: Int = Plan.steps) -> Double { accuracies[steps, default: .nan] }
  func isDead(_ steps: Int = Plan.steps) -> Bool { zeroShare(steps) > Plan.deadly }

  /// Trains a network; `places` are the numbers of steps after which it is tested.
  init(_ setting: Setting, epochs: Int, places: [Int], digits: Digits, seed: UInt64) {
    let task = Plan.task(digits, seed: seed)
    var generator = task.generator
    let network = MultilayerPerceptron(Plan.widths, activation: .relu, using: &generator)
    func matrices() -> [Tensor] { network.layers.map(\.weight.tensor) }
    var run = self
    run.start = matrices()
    run.end = run.start
    func train(_ optimizer: some Optimizer) -> TrainingLog {
      var optimizer = optimizer
      return task.train(
        network, with: &optimizer, batchSize: Plan.batchSize, epochs: epochs, measuringAt: places, using: &generator,
        afterStep: { step in
          let (before, gradient) = (run.end, step.gradients.tensors[0])
          run.end = matrices()
          run.ratios.append(updateRatios(from: before, to: run.end))
          run.distances.append(updateRatios(from: [run.start[0]], to: [run.end[0]])[0])
          run.zeros.append(gradient.zeroShare)
          run.lastGradient = gradient
          if step.step == Plan.steps - 1 { run.validationLoss = task.validation.score { network($0) }.loss }
          return true
        }, logits: { network($0) })
    }
    let log = train(setting.arm.optimizer(setting.rate))
    for (index, place) in places.enumerated() { run.accuracies[place] = 100 * log.measurements[index] }
    run.dead = network.layers[0].deadShare(on: task.training.pixels)
    self = run
  }
}

extension Runs<Run> {
  func mean(_ property: (Run) -> Double) -> Double { Summary(of: all.map(property)).mean }
}

extension Sweep<Rule, Run> {
  /// All rules at all rates.
  var settings: [Setting] { trials.arms }
  /// The runs of all settings.
  var all: [Run] { settings.flatMap { trials[$0].all } }
  /// The settings whose runs read enough on average, after ten epochs.
  var good: [Setting] { settings.filter { trials[$0].mean { $0.accuracy() } >= Plan.goal } }
  /// The runs that die within ten epochs.
  var dead: [Run] { all.filter { $0.isDead() } }
  /// The number of steps after which a setting first reads enough on average.
  func arrival(_ setting: Setting) -> Int? {
    Plan.places.first { steps in trials[setting].mean { $0.accuracy(steps) } >= Plan.goal }
  }
  /// The rate whose ratio is closest, as a factor, to a thousandth.
  func thousandth(_ rule: Rule) -> Double {
    rule.rates.min { a, b in
      let away = [a, b].map { rate in abs(Double.log(self[rule, rate].mean { $0.ratio() } / 1e-3)) }
      return away[0] < away[1]
    } ?? .nan
  }
}

// MARK: - Many sigmoid layers

/// How far the first weights of many sigmoid layers move in one epoch.
struct Faint: Sendable {
  static let rates = (descent: 0.1, adam: 0.003)
  /// The root mean square of the entries of ∂L/∂W₁ in the first step.
  private(set) var gradient = Double.nan
  /// ‖ΔW₁‖/‖W₁‖ by gradient descent, by Adam, and by Adam with an ε that is next to nothing.
  private(set) var descent = Double.nan, adam = Double.nan, bare = Double.nan

  init(depth: Int, digits: Digits, seed: UInt64) {
    let task = Plan.task(digits, seed: seed)
    var first = Double.nan
    func moved(_ optimizer: some Optimizer) -> Double {
      var (optimizer, generator) = (optimizer, task.generator)
      let network = MultilayerPerceptron(
        [Digits.pixelCount] + Array(repeating: 32, count: depth) + [Digits.classCount], activation: .sigmoid,
        using: &generator)
      let before = network.layers[0].weight.tensor
      task.train(
        network, with: &optimizer, batchSize: Plan.batchSize, epochs: 1, using: &generator,
        afterStep: { step in
          if step.step == 0 { first = step.gradients.tensors[0].rootMeanSquare }
          return true
        }, logits: { network($0) })
      return updateRatios(from: [before], to: [network.layers[0].weight.tensor])[0]
    }
    descent = moved(SGD(learningRate: Self.rates.descent))
    adam = moved(Adam(learningRate: Self.rates.adam))
    bare = moved(Adam(learningRate: Self.rates.adam, epsilon: 1e-30))
    gradient = first
  }
}
