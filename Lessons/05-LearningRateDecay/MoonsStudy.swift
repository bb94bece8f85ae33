import Datasets
import Descent
import Notebook

/// The ways of training that are compared on the moons.
enum Recipe: String, CaseIterable, Sendable {
  case small = "small, constant"
  case smallDecayed = "small, decayed"
  case constant = "constant"
  case decayed = "decayed"
  case smooth = "smoothly decayed"
  case everyEpoch = "1/(1 + e)"
  case compounding = "compounding"
  case momentum = "momentum, constant"
  case momentumDecayed = "momentum, decayed"
  case adam = "Adam, small, constant"

  /// The learning rate of the notes' first comparison.
  static let smallRate = 7e-4

  var method: Method {
    switch self {
    case .momentum, .momentumDecayed: .momentum
    case .adam: .adam
    default: .gradientDescent
    }
  }

  /// The rates by epoch, for the rate and the decay that the options give.
  func schedule(rate: Double, rule: DecayRule) -> any Schedule {
    switch self {
    case .small, .adam: ConstantRate(Recipe.smallRate)
    case .smallDecayed: rule(from: Recipe.smallRate)
    case .constant, .momentum: ConstantRate(rate)
    case .decayed, .momentumDecayed: rule(from: rate)
    case .smooth: rule.smooth(from: rate)
    case .everyEpoch: InverseTimeDecay(initial: rate, decay: 1)
    case .compounding: CompoundingDecay(initial: rate, decay: 1)
    }
  }
}

/// All recipes on the moons, over several seeds.
struct MoonsStudy: Sendable {
  let rate: Double
  let rule: DecayRule
  let epochs: Int
  /// Dead starts that were drawn again, over all seeds.
  let deadDraws: Int
  private let runs: [Recipe: [MoonsRun]]

  init(seeds: [UInt64], rate: Double, rule: DecayRule, epochs: Int) async {
    let tasks = seeds.map { MoonsTask(seed: $0) }
    let jobs = Recipe.allCases.flatMap { recipe in tasks.map { (recipe, $0) } }
    let results = await inParallel(over: jobs, "moons") { recipe, task in
      task.train(recipe.method, at: recipe.schedule(rate: rate, rule: rule), epochs: epochs)
    }
    (self.rate, self.rule, self.epochs) = (rate, rule, epochs)
    deadDraws = tasks.reduce(0) { $0 + $1.deadDraws }
    runs = Dictionary(grouping: zip(jobs, results).map { ($0.0, $1) }, by: \.0).mapValues { $0.map(\.1) }
  }

  /// The runs of a recipe, in the order of the seeds.
  subscript(recipe: Recipe) -> [MoonsRun] { runs[recipe] ?? [] }

  func schedule(_ recipe: Recipe) -> any Schedule { recipe.schedule(rate: rate, rule: rule) }

  /// How far the rates of a recipe add up over all epochs.
  func travel(_ recipe: Recipe) -> Double { schedule(recipe).rates(epochs).reduce(0, +) }

  /// Accuracies at the end, in percent.
  func accuracies(_ recipe: Recipe) -> Summary { Summary(of: self[recipe].map { 100 * $0.accuracy }) }

  /// The median over the seeds of the cost after each epoch.
  func medianCosts(_ recipe: Recipe) -> [Double] { SeriesSummary(of: self[recipe].map(\.costs)).median }

  /// The final costs of a recipe less those of the constant rate at equal travel, seed by seed.
  func costsBeyondTravel(_ recipe: Recipe) -> [Double] {
    let travel = travel(recipe)
    return zip(self[recipe], self[.constant]).compactMap { run, constant in
      constant.cost(at: travel, rate: rate).map { run.finalCost - $0 }
    }
  }

  /// The ways of gradient descent that are held against the constant rate.
  static let ways: [Recipe] = [.small, .smallDecayed, .decayed, .smooth, .everyEpoch, .compounding]

  /// By how much the costs of all ways differ from the constant rate's at equal travel.
  var differencesBeyondTravel: Summary {
    Summary(of: MoonsStudy.ways.flatMap { costsBeyondTravel($0).map(abs) })
  }

  /// How far the ways end apart.
  var spreadOfCosts: Double {
    let ends = MoonsStudy.ways.map { Summary(of: self[$0].map(\.finalCost)).median }
    return (ends.max() ?? .nan) - (ends.min() ?? .nan)
  }

  /// Whether the cost is decided by the sum of the rates.
  var isOnePath: Bool {
    let (differences, spread) = (differencesBeyondTravel, spreadOfCosts)
    return differences.median < spread / 50 && differences.maximum < spread / 10
  }

  /// How much the cost changes in an epoch near the end, at the constant rate and with decay.
  var wobbles: (constant: Summary, decayed: Summary) {
    (Summary(of: self[.constant].map(\.wobble)), Summary(of: self[.decayed].map(\.wobble)))
  }

  /// For how many seeds the end is calmer with decay.
  var calmerSeeds: Int { zip(self[.decayed], self[.constant]).count { $0.wobble < $1.wobble } }

  /// Whether decay calms the end of the run, for every seed and by a factor of three.
  var isCalmerWithDecay: Bool {
    calmerSeeds == self[.decayed].count && wobbles.decayed.median < wobbles.constant.median / 3
  }

  /// What the compounding mistake would make of the rule on trial.
  ///
  /// - Returns: the epoch from which the rate is below a millionth of the first, if there is one; the sum of the rates;
  ///   after how many epochs the constant rate has come as far, and the median of its costs there.
  var compounded: (end: Int?, travel: Double, stop: Int, cost: Double) {
    var mistake = rule
    mistake.isCompounding = true
    let rates = mistake(from: rate).rates(epochs)
    let travel = rates.reduce(0, +)
    let stop = Int((travel / rate).rounded())
    return (rates.firstIndex { $0 < rate * 1e-6 }, travel, stop, medianCosts(.constant)[stop])
  }
}
