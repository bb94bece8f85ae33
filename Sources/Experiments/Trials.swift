/// Arms, such as optimizers or designs, each run from the same seeds: every comparison is paired.
///
/// ```swift
/// let trials = await Trials(Design.allCases, seeds: common.seeds(6)) { design, seed in train(design, seed: seed) }
/// trials[.plain].accuracy.plusMinus(1)                             // "23.3 ± 4.1"
/// trials.count(.both, .plain) { $0.accuracy > $1.accuracy }        // seeds for which both beats plain
/// trials.difference(.both, .plain, \.accuracy)                     // the paired differences, as a Summary
/// ```
public struct Trials<Arm: Hashable & Sendable, Run: Sendable>: Sendable {
  /// What is compared, in its order.
  public let arms: [Arm]
  /// The seeds that every arm is run from.
  public let seeds: [UInt64]
  private let runs: [Arm: Runs<Run>]

  /// Runs every arm from every seed, all in parallel on the processors, in the order of the arms.
  ///
  /// Put the longest first: the last jobs are then short, and all processors are done at about the same time.
  ///
  /// - Precondition: no arm is named twice, and there is at least one seed.
  /// - Throws: what the first run, in order, threw.
  public init<Failure: Error>(
    _ arms: [Arm], seeds: [UInt64], _ label: String = "trials",
    run: @Sendable @escaping (Arm, UInt64) async throws(Failure) -> Run
  ) async throws(Failure) {
    precondition(Set(arms).count == arms.count, "Each arm is run once, but one is there twice: \(arms).")
    precondition(!seeds.isEmpty, "Trials need at least one seed, but got none.")
    let jobs = arms.flatMap { arm in seeds.map { (arm, $0) } }
    let all = try await inParallel(
      over: jobs, label, name: { RunName.part(of: jobs[$0].0, seed: $0 % seeds.count, of: seeds) }
    ) { job throws(Failure) in try await run(job.0, job.1) }
    (self.arms, self.seeds) = (arms, seeds)
    runs = Dictionary(
      uniqueKeysWithValues: arms.enumerated().map { index, arm in
        (arm, Runs(Array(all[index * seeds.count..<(index + 1) * seeds.count])))
      })
  }

  /// The runs of an arm, in the order of the seeds.
  ///
  /// - Precondition: the arm was run.
  public subscript(arm: Arm) -> Runs<Run> {
    guard let runs = runs[arm] else { fatalError("The arm \(arm) was not run; these were: \(arms).") }
    return runs
  }

  /// For how many seeds the runs of two arms are in a relation, such as a higher accuracy of the first.
  public func count(_ first: Arm, _ second: Arm, where relation: (Run, Run) -> Bool) -> Int {
    pairs(first, second).count { relation($0, $1) }
  }

  /// By how much a property of the first arm exceeds that of the second, seed by seed.
  public func difference(_ first: Arm, _ second: Arm, _ property: (Run) -> Double) -> Summary {
    Summary(of: pairs(first, second).map { property($0) - property($1) })
  }

  private func pairs(_ first: Arm, _ second: Arm) -> [(Run, Run)] {
    seeds.indices.map { (self[first].all[$0], self[second].all[$0]) }
  }
}
