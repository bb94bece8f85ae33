/// An arm at one of the rates that are tried for it.
public struct RatedArm<Arm: Hashable & Sendable>: Hashable, Sendable {
  /// What is compared.
  public let arm: Arm
  /// The learning rate, or another setting that is swept.
  public let rate: Double

  /// Puts an arm and a rate together.
  public init(_ arm: Arm, at rate: Double) { (self.arm, self.rate) = (arm, rate) }
}

extension RatedArm: CustomStringConvertible {
  /// "momentum-0.1".
  public var description: String { "\(arm)-\(rate)" }
}

/// Every arm at every rate: the curves over the rates, and each arm's best rate.
///
/// The best rate is the one with the lowest mean of a loss. Take that loss from a validation part, not from the figures
/// that are reported, or use ``TunedTrials``, whose pilot has seeds of its own.
///
/// ```swift
/// let sweep = await Sweep(Plan.allCases, rates: [0.1, 0.3, 1], seeds: common.seeds(8), by: \.validationLoss) {
///   plan, rate, seed in train(plan, at: rate, seed: seed)
/// }
/// sweep[.cosine].accuracy                    // at the cosine's best rate
/// sweep.curve(.cosine, \.accuracy)           // a Summary for each rate
/// ```
public struct Sweep<Arm: Hashable & Sendable, Run: Sendable>: Sendable {
  /// What is compared, in its order.
  public let arms: [Arm]
  /// The rates of each arm, in their order.
  public let rates: [Arm: [Double]]
  /// Every arm at every rate.
  public let trials: Trials<RatedArm<Arm>, Run>
  private let best: [Arm: Double]

  /// Runs every arm at each of its rates from every seed, all in parallel.
  ///
  /// - Parameter loss: by what the best rate is chosen; nan counts as infinite, and of equals the first in the list wins.
  public init<Failure: Error>(
    _ arms: [Arm], rates: (Arm) -> [Double], seeds: [UInt64], _ label: String = "sweep", by loss: (Run) -> Double,
    run: @Sendable @escaping (Arm, Double, UInt64) async throws(Failure) -> Run
  ) async throws(Failure) {
    let rates = Dictionary(uniqueKeysWithValues: arms.map { ($0, rates($0)) })
    let settings = arms.flatMap { arm in rates[arm, default: []].map { RatedArm(arm, at: $0) } }
    trials = try await Trials(settings, seeds: seeds, label) { setting, seed throws(Failure) in
      try await run(setting.arm, setting.rate, seed)
    }
    let trials = trials
    best = rates.reduce(into: [:]) { best, entry in
      let losses = entry.value.map { rate in
        trials[RatedArm(entry.key, at: rate)].all.reduce(0) { $0 + comparable(loss($1)) }
      }
      best[entry.key] = losses.indices.min { losses[$0] < losses[$1] }.map { entry.value[$0] }
    }
    (self.arms, self.rates) = (arms, rates)
  }

  /// The same rates for all arms.
  public init<Failure: Error>(
    _ arms: [Arm], rates: [Double], seeds: [UInt64], _ label: String = "sweep", by loss: (Run) -> Double,
    run: @Sendable @escaping (Arm, Double, UInt64) async throws(Failure) -> Run
  ) async throws(Failure) {
    try await self.init(arms, rates: { _ in rates }, seeds: seeds, label, by: loss, run: run)
  }

  /// The runs of an arm at one of its rates.
  public subscript(arm: Arm, rate: Double) -> Runs<Run> { trials[RatedArm(arm, at: rate)] }
  /// The runs of an arm at its best rate.
  public subscript(arm: Arm) -> Runs<Run> { self[arm, rate(arm)] }

  /// The best rate of an arm.
  public func rate(_ arm: Arm) -> Double {
    guard let rate = best[arm] else { fatalError("The arm \(arm) was not swept; these were: \(arms).") }
    return rate
  }

  /// Whether the best rate is the first or the last of its list, so that a better one may lie outside.
  public func isAtTheEdge(_ arm: Arm) -> Bool { isAtAnEnd(rate(arm), of: rates[arm, default: []]) }

  /// For how many seeds the runs of two arms at the same rate are in a relation.
  public func count(_ first: Arm, _ second: Arm, at rate: Double, where relation: (Run, Run) -> Bool) -> Int {
    trials.count(RatedArm(first, at: rate), RatedArm(second, at: rate), where: relation)
  }

  /// By how much a property of the first arm exceeds that of the second at the same rate, seed by seed.
  public func difference(_ first: Arm, _ second: Arm, at rate: Double, _ property: (Run) -> Double) -> Summary {
    trials.difference(RatedArm(first, at: rate), RatedArm(second, at: rate), property)
  }

  /// A property of an arm over its rates.
  public func curve(_ arm: Arm, _ property: (Run) -> Double) -> [Summary] {
    rates[arm, default: []].map { rate in Summary(of: self[arm, rate].all.map(property)) }
  }
}

/// A loss that can be put in order: nan as infinite.
func comparable(_ loss: Double) -> Double { loss.isNaN ? .infinity : loss }

/// Whether a rate is the first or the last of several.
func isAtAnEnd(_ rate: Double, of rates: [Double]) -> Bool {
  rates.count > 1 && (rate == rates.first || rate == rates.last)
}
