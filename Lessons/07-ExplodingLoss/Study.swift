import Datasets
import Descent
import Notebook

/// The run at a value, out of those made for each of some values.
private func run<Output>(of runs: [Output], at value: Double, among values: [Double]) -> Output {
  guard let place = values.firstIndex(of: value) else { preconditionFailure("There is no run at \(value).") }
  return runs[place]
}

/// What one seed says of linear and softmax regression, whose curvature at the start has a closed form.
struct RegressionStudy: Sendable {
  /// Multiples of 2/λ₀.
  static let linearFactors = [0.1, 0.2, 0.5, 0.9, 0.98, 1, 1.02, 1.1, 1.5, 2]
  static let softmaxFactors = [0.2, 0.5, 1, 2, 5, 20, 200]
  static let steps = 500

  /// The number of digits to learn from.
  let samples: Int
  let mode: SharpestMode
  /// One run for each of `linearFactors`.
  let linear: [Run]
  /// The run of the knob.
  let chosen: Run
  let overflow: Overflow
  /// λ₀ of the softmax regression.
  let softmaxCurvature: Double
  /// One run for each of `softmaxFactors`.
  let softmax: [Run]
  /// The slope of the highest loss of softmax regression by η, for large η.
  let highestLossPerRate: Double

  init(_ digits: Digits, factor: Double, seed: UInt64) {
    let task = DigitsTask(digits, seed: seed)
    samples = task.training.count
    let regression = LinearRegression(task.training)
    let mode = regression.sharpestMode
    self.mode = mode
    linear = Self.linearFactors.map { regression.descend(atFactor: $0, of: mode, steps: Self.steps) }
    chosen = regression.descend(atFactor: factor, of: mode, steps: Self.steps)
    overflow = Overflow(of: regression, mode: mode, factor: factor)
    let classifier = SoftmaxRegression(task.training)
    var generator = task.generator
    let curvature = classifier.curvatureAtZero(using: &generator)
    softmaxCurvature = curvature
    softmax = Self.softmaxFactors.map {
      classifier.descend(learningRate: $0 * 2 / curvature, steps: Self.steps)
    }
    highestLossPerRate = classifier.highestLossPerRate()
  }

  func linear(atFactor factor: Double) -> Run { run(of: linear, at: factor, among: Self.linearFactors) }
  func softmax(atFactor factor: Double) -> Run { run(of: softmax, at: factor, among: Self.softmaxFactors) }

  /// The slope of log₁₀ L by step, over the last half of the finite losses of a run.
  static func slope(of run: Run) -> Double {
    let finite = run.losses.prefix { $0.isFinite }
    let half = finite.count / 2
    return (Double.log10(finite[finite.count - 1]) - .log10(finite[half])) / Double(finite.count - 1 - half)
  }
}

/// What one seed says of the tanh network.
struct EdgeStudy: Sendable {
  /// Multiples of 2/λ₀ for the short runs.
  static let factors = [0.5, 0.9, 1.1, 1.3, 1.5, 1.7, 1.9, 2.1, 2.4, 3]
  static let steps = 2500

  let firstSharpness: Double
  /// Long runs with the sharpness measured, one for each learning rate.
  let long: [EdgeRun]
  /// Short runs, one for each of `factors`.
  let short: [EdgeRun]

  init(_ task: EdgeTask, learningRates: [Double]) {
    let sharpness = task.firstSharpness
    firstSharpness = sharpness
    long = learningRates.map { task.descend(learningRate: $0, steps: Self.steps, every: 25) }
    short = Self.factors.map {
      task.descend(learningRate: $0 * 2 / sharpness, steps: RegressionStudy.steps)
    }
  }

  func short(atFactor factor: Double) -> EdgeRun { run(of: short, at: factor, among: Self.factors) }

  /// The largest factor up to which all short runs come to their end.
  var lastComplete: Double { zip(Self.factors, short).prefix { $1.isComplete }.last?.0 ?? 0 }
}

/// What one seed says of the ReLU network: one run for each learning rate.
struct ReluStudy: Sendable {
  static let learningRates = [0.1, 0.2, 0.5, 1, 1.5, 2, 5, 20]
  let crossEntropy, squared: [ReluRun]

  init(_ digits: Digits, seed: UInt64) {
    let task = DigitsTask(digits, seed: seed)
    crossEntropy = Self.learningRates.map { ReluRun(task, loss: .crossEntropy, learningRate: $0) }
    squared = Self.learningRates.map { ReluRun(task, loss: .squared, learningRate: $0) }
  }

  func runs(at rate: Double) -> (crossEntropy: ReluRun, squared: ReluRun) {
    run(of: Array(zip(crossEntropy, squared)), at: rate, among: Self.learningRates)
  }
}

/// All runs of the lesson, over the same seeds.
struct Study: Sendable {
  let seeds: [UInt64]
  /// The learning rates of the long runs, in ascending order.
  let learningRates: [Double]
  let regressions: [RegressionStudy]
  let edges: [EdgeStudy]
  let relus: [ReluStudy]

  init(_ digits: Digits, factor: Double, learningRate: Double, loss: NetworkLoss, seeds: [UInt64]) async {
    self.seeds = seeds
    let rates = Set([0.1, learningRate, 0.8]).sorted()
    learningRates = rates
    edges = await forEachSeed(seeds, "tanh network") { seed in
      EdgeStudy(EdgeTask(digits, loss: loss, seed: seed), learningRates: rates)
    }
    regressions = await forEachSeed(seeds, "regressions") { seed in
      RegressionStudy(digits, factor: factor, seed: seed)
    }
    relus = await forEachSeed(seeds, "ReLU network") { seed in ReluStudy(digits, seed: seed) }
  }

  /// A number of each seed's long run at a learning rate.
  func long<Value>(_ learningRate: Double, _ value: (EdgeRun) -> Value) -> [Value] {
    edges.flatMap { $0.long.filter { $0.run.learningRate == learningRate } }.map(value)
  }
}
