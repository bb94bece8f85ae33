/// Each arm at the rate that a pilot on seeds of its own chose.
///
/// The pilot is successive halving (Jamieson & Talwalkar 2016, arXiv:1502.07943): all rates are tried from the first
/// pilot seed, the better half of them from the next one, and so on; of the rates that are left, the one with the lowest
/// sum of losses is taken. Nothing that is reported has a part in the choice.
///
/// ```swift
/// let tuned = await TunedTrials(
///   Design.allCases, rates: [0.01, 0.03, 0.1, 0.3, 1], pilotSeeds: common.pilotSeeds(3), seeds: common.seeds(6),
///   by: \.finalLoss
/// ) { design, rate, seed in train(design, at: rate, seed: seed) }
/// tuned[.plain].accuracy.plusMinus(1)
/// tuned.rate(.plain)
/// tuned.isAtTheEdge(.plain)      // a better rate may lie outside the list: the page must say so
/// ```
public struct TunedTrials<Arm: Hashable & Sendable, Run: Sendable>: Sendable {
  /// Every arm at its rate.
  public let trials: Trials<Arm, Run>
  /// The rates of each arm that the pilot tried, in their order.
  public let rates: [Arm: [Double]]
  private let chosen: [Arm: Double]

  /// Chooses a rate for each arm, and runs the arms with them.
  ///
  /// - Parameters:
  ///   - pilotSeeds: the seeds of the pilot; none of them is among `seeds`.
  ///   - loss: by what a rate is chosen; nan counts as infinite, and of equals the first in the list wins.
  /// - Precondition: each arm has a rate, and the two sets of seeds have none in common.
  public init<Failure: Error>(
    _ arms: [Arm], rates: (Arm) -> [Double], pilotSeeds: [UInt64], seeds: [UInt64], by loss: (Run) -> Double,
    run: @Sendable @escaping (Arm, Double, UInt64) async throws(Failure) -> Run
  ) async throws(Failure) {
    precondition(
      Set(pilotSeeds).isDisjoint(with: seeds), "The pilot needs seeds of its own, but shares some: \(pilotSeeds).")
    let rates = Dictionary(uniqueKeysWithValues: arms.map { ($0, rates($0)) })
    for (arm, rates) in rates { precondition(!rates.isEmpty, "The arm \(arm) has no rate to try.") }
    var candidates = rates
    var losses: [RatedArm<Arm>: Double] = [:]
    for seed in pilotSeeds {
      // Where one rate is left, there is nothing to choose.
      let settings = arms.flatMap { arm -> [RatedArm<Arm>] in
        let rates = candidates[arm, default: []]
        return rates.count > 1 ? rates.map { RatedArm(arm, at: $0) } : []
      }
      let round = try await Trials(settings, seeds: [seed], "pilot") { setting, seed throws(Failure) in
        try await run(setting.arm, setting.rate, seed)
      }
      for setting in settings { losses[setting, default: 0] += comparable(loss(round[setting].all[0])) }
      for arm in arms {
        let tried = candidates[arm, default: []]
        let order = tried.indices.sorted { a, b in
          let (first, second) = (losses[RatedArm(arm, at: tried[a])], losses[RatedArm(arm, at: tried[b])])
          return (first ?? .infinity, a) < (second ?? .infinity, b)
        }
        candidates[arm] = order.prefix((tried.count + 1) / 2).map { tried[$0] }
      }
    }
    let chosen = candidates.compactMapValues(\.first)
    trials = try await Trials(arms, seeds: seeds, "runs") { arm, seed throws(Failure) in
      try await run(arm, chosen[arm] ?? .nan, seed)
    }
    (self.rates, self.chosen) = (rates, chosen)
  }

  /// The same rates for all arms.
  public init<Failure: Error>(
    _ arms: [Arm], rates: [Double], pilotSeeds: [UInt64], seeds: [UInt64], by loss: (Run) -> Double,
    run: @Sendable @escaping (Arm, Double, UInt64) async throws(Failure) -> Run
  ) async throws(Failure) {
    try await self.init(
      arms, rates: { _ in rates }, pilotSeeds: pilotSeeds, seeds: seeds, by: loss, run: run)
  }

  /// What is compared, in its order.
  public var arms: [Arm] { trials.arms }

  /// The runs of an arm at the rate that the pilot chose.
  public subscript(arm: Arm) -> Runs<Run> { trials[arm] }

  /// The rate that the pilot chose for an arm.
  public func rate(_ arm: Arm) -> Double {
    guard let rate = chosen[arm] else { fatalError("The arm \(arm) was not run; these were: \(arms).") }
    return rate
  }

  /// Whether that rate is the first or the last of its list, so that a better one may lie outside.
  public func isAtTheEdge(_ arm: Arm) -> Bool { isAtAnEnd(rate(arm), of: rates[arm, default: []]) }

  /// The arms whose rate lies at an end of its list.
  public var armsAtTheEdge: [Arm] { arms.filter(isAtTheEdge) }
}
