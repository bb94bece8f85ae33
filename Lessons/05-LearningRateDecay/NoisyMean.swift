import Descent
import Notebook

/// The smallest noisy descent: the mean of N(0, 1) estimated by w ← w − α (w − x), one draw x a step.
///
/// The loss is ½(w − x)² and the best w is 0. The expected square of w obeys m ← (1 − α)² m + α², exactly.
struct NoisyMean: Sendable {
  /// The first estimate.
  var start = 5.0
  var steps = 2000

  /// E[w²] after 0, 1, … `steps` steps, in closed form.
  func expectedSquares(_ schedule: some Schedule) -> [Double] {
    schedule.rates(steps).reduce(into: [start * start]) { squares, rate in
      squares.append((1 - rate) * (1 - rate) * squares[squares.count - 1] + rate * rate)
    }
  }

  /// The mean of w² over replicas after 0, 1, … `steps` steps, for several schedules that meet the same draws.
  func meanSquares(_ schedules: [any Schedule], replicas: Int, using generator: inout RandomGenerator) -> [[Double]] {
    let rates = schedules.map { $0.rates(steps) }
    var squares = schedules.map { _ in [start * start] + [Double](repeating: 0, count: steps) }
    for _ in 0..<replicas {
      let draws = (0..<steps).map { _ in generator.normal() }
      for index in schedules.indices {
        var estimate = start
        for step in 0..<steps {
          estimate -= rates[index][step] * (estimate - draws[step])
          squares[index][step + 1] += estimate * estimate / Double(replicas)
        }
      }
    }
    return squares
  }
}

/// Where a constant rate stops: the E[w²] = α/(2 − α) that m = (1 − α)² m + α² leaves unchanged.
func noiseFloor(_ rate: Double) -> Double { rate / (2 - rate) }

/// The rules that estimate the mean.
enum Estimator: String, CaseIterable, Sendable {
  case constant, small, staircase, runningMean, compounding

  var schedule: any Schedule {
    switch self {
    case .constant: ConstantRate(0.1)
    case .small: ConstantRate(0.02)
    case .staircase: StaircaseDecay(initial: 0.1, decay: 1, interval: 400)
    case .runningMean: InverseTimeDecay(initial: 1, decay: 1)
    case .compounding: CompoundingDecay(initial: 0.5, decay: 1)
    }
  }
}

/// All estimators on the same draws, over several seeds.
struct NoiseStudy: Sendable {
  static let replicas = 400

  let problem = NoisyMean()
  /// For each seed and estimator the mean of w² over the replicas, by step.
  private let squares: [[[Double]]]

  init(seeds: [UInt64]) async {
    let problem = problem
    squares = await forEachSeed(seeds, "noise") { seed in
      var generator = RandomGenerator(seed: seed)
      return problem.meanSquares(
        Estimator.allCases.map(\.schedule), replicas: NoiseStudy.replicas, using: &generator)
    }
  }

  private func squares(_ estimator: Estimator) -> [[Double]] {
    Estimator.allCases.firstIndex(of: estimator).map { index in squares.map { $0[index] } } ?? []
  }

  /// The mean of w² over all seeds, by step.
  func measured(_ estimator: Estimator) -> [Double] { SeriesSummary(of: squares(estimator)).mean }

  /// E[w²] by step.
  func expected(_ estimator: Estimator) -> [Double] { problem.expectedSquares(estimator.schedule) }

  /// The mean of w² over the second half of the steps, for each seed.
  func levels(_ estimator: Estimator) -> Summary {
    Summary(of: squares(estimator).map { Summary(of: $0.suffix(problem.steps / 2)).mean })
  }

  /// The w² at the end, for each seed.
  func ends(_ estimator: Estimator) -> Summary { Summary(of: squares(estimator).map { $0[problem.steps] }) }

  /// The first step from which E[w²] is below a bound.
  func arrival(_ estimator: Estimator, below bound: Double) -> Int {
    (expected(estimator).lastIndex { $0 >= bound } ?? -1) + 1
  }
}
