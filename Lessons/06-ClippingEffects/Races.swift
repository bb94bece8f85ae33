import Descent
import Notebook

/// Where a rule is tried: a learning rate η and a threshold t.
struct Setting: Hashable, Sendable {
  var learningRate: Double
  var threshold: Double
}

/// Every rule on the same walks: at one setting, and around it over learning rates and thresholds.
struct Races: Sendable {
  /// The setting that is told about in numbers.
  let here: Setting
  let rates: [Setting]
  let thresholds: [Setting]
  let seeds: [UInt64]
  /// Starts for each seed; away from `here` only the first half of them is walked from.
  let starts = 100
  /// A start, copies of it that differ in the tenth decimal of their weight, and how many of them each rule solves.
  let original = Point(weight: 4.8, bias: -2.35)
  let copies: [Point]
  private(set) var solvedCopies: [Rule: Int] = [:]
  private var outcomes: [Rule: [Setting: [Outcome]]] = [:]

  /// Walks all walks, the seeds in parallel.
  init(on unit: RecurrentUnit, at here: Setting, factor: Double, seeds: [UInt64]) async {
    self.here = here
    self.seeds = seeds
    rates = Set([0.03, 0.1, 0.3, 1, 3, 10, here.learningRate]).sorted()
      .map { Setting(learningRate: $0, threshold: here.threshold) }
    thresholds = Set([0.1, 0.3, 1, 3, 10, here.threshold]).sorted()
      .map { Setting(learningRate: here.learningRate, threshold: $0) }
    copies = unit.copies(of: original, count: 200, seed: seeds[0])
    let (starts, copies) = (starts, copies)
    let solved = await inParallel(over: Rule.allCases, "copies") { rule in
      let clipping = rule.clipping(threshold: here.threshold, factor: factor)
      return copies.count { unit.walk(from: $0, rule: clipping, learningRate: here.learningRate).isSolved }
    }
    for (rule, count) in zip(Rule.allCases, solved) { solvedCopies[rule] = count }
    for rule in Rule.allCases {
      let settings = Array(Set(rule == .none ? rates : rates + thresholds))
      let runs = await forEachSeed(seeds, rule.words) { seed in
        let all = unit.starts(count: starts, seed: seed)
        return settings.map { setting in
          unit.outcome(
            from: Array(setting == here ? all[...] : all.prefix(starts / 2)),
            rule: rule.clipping(threshold: setting.threshold, factor: factor), learningRate: setting.learningRate)
        }
      }
      for (index, setting) in settings.enumerated() {
        outcomes[rule, default: [:]][setting] = runs.map { $0[index] }
      }
    }
  }

  /// The share of walks that a rule solves in percent, over the seeds.
  func solved(_ rule: Rule, at setting: Setting? = nil) -> Summary {
    Summary(of: outcomes(rule, setting).map { 100 * $0.solved })
  }

  /// The share of walks that are thrown out in percent.
  func thrownOut(_ rule: Rule) -> Double { 100 * Summary(of: outcomes(rule).map(\.thrownOut)).mean }
  /// The longest step of all walks.
  func longestStep(_ rule: Rule) -> Double { Summary(of: outcomes(rule).map(\.longestStep)).maximum }
  /// The largest norm of a gradient that the walks meet.
  func largestGradient(_ rule: Rule) -> Double { Summary(of: outcomes(rule).map(\.largestGradient)).maximum }

  /// The learning rate at which a rule solves most.
  func best(_ rule: Rule) -> Setting {
    rates.max { solved(rule, at: $0).mean < solved(rule, at: $1).mean } ?? here
  }

  /// The learning rates at which a rule solves 99 % of the walks and more.
  func safeRates(_ rule: Rule) -> [Double] {
    rates.filter { solved(rule, at: $0).mean >= 99 }.map(\.learningRate)
  }

  /// "36.2 %", the mean share of walks solved.
  func share(_ rule: Rule) -> String { "\(fixed(solved(rule).mean, 1)) %" }

  /// "85 % (η = 3)", the mean share of walks solved at the best learning rate.
  func bestShare(_ rule: Rule) -> String {
    "\(fixed(solved(rule, at: best(rule)).mean, 0)) % (η = \(plain(best(rule).learningRate)))"
  }

  private func outcomes(_ rule: Rule, _ setting: Setting? = nil) -> [Outcome] {
    guard let found = outcomes[rule]?[setting ?? here] else {
      preconditionFailure("The rule \(rule) was not tried at \(setting ?? here).")
    }
    return found
  }
}
