import Datasets
import Descent
import Notebook

/// The schedules that are compared on the digits, each from several first rates.
enum Plan: String, CaseIterable, Sendable {
  case constant
  case everyEpoch = "1/(1 + e)"
  case staircase
  case cosine

  /// The rates by epoch; the staircase has four stairs.
  func schedule(rate: Double, epochs: Int) -> any Schedule {
    switch self {
    case .constant: ConstantRate(rate)
    case .everyEpoch: InverseTimeDecay(initial: rate, decay: 1)
    case .staircase: StaircaseDecay(initial: rate, decay: 1, interval: max(1, epochs / 4))
    case .cosine: CosineAnnealing(initial: rate, steps: epochs)
    }
  }
}

/// One optimizer on the digits, with each plan from each first rate, over several seeds.
struct DigitsStudy: Sendable {
  static let epochs = 12

  let plans: [Plan]
  let rates: [Double]
  let seeds: Int
  private var runs: [Key: [DigitsRun]] = [:]

  private struct Key: Hashable, Sendable {
    let plan: Plan
    let rate: Double
  }

  init(_ method: Method, _ tasks: [HandwrittenDigits], plans: [Plan], rates: [Double]) async {
    (self.plans, self.rates, seeds) = (plans, rates, tasks.count)
    let keys = plans.flatMap { plan in rates.map { Key(plan: plan, rate: $0) } }
    let jobs = keys.flatMap { key in tasks.map { (key, $0) } }
    let results = await inParallel(over: jobs, "digits") { key, task in
      task.train(
        method, at: key.plan.schedule(rate: key.rate, epochs: DigitsStudy.epochs), epochs: DigitsStudy.epochs)
    }
    for (job, run) in zip(jobs, results) { runs[job.0, default: []].append(run) }
  }

  /// The runs of a plan from a first rate, in the order of the seeds.
  subscript(plan: Plan, rate: Double) -> [DigitsRun] { runs[Key(plan: plan, rate: rate)] ?? [] }

  /// The training losses at the end.
  func losses(_ plan: Plan, _ rate: Double) -> Summary { Summary(of: self[plan, rate].map(\.loss)) }

  /// The test accuracies at the end, in percent.
  func accuracies(_ plan: Plan, _ rate: Double) -> Summary { Summary(of: self[plan, rate].map { 100 * $0.accuracy }) }

  /// For how many seeds a plan ends with a lower training loss than another one, from the same first rate or its own.
  func wins(_ plan: Plan, _ rate: Double, over other: Plan, _ otherRate: Double) -> Int {
    zip(self[plan, rate], self[other, otherRate]).count { $0.loss < $1.loss }
  }

  /// The first rate with the lowest mean training loss.
  func bestRate(_ plan: Plan) -> Double {
    rates.min { losses(plan, $0).mean < losses(plan, $1).mean } ?? .nan
  }
}
