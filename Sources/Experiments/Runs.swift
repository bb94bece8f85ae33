/// What came of one experiment, repeated over several seeds.
///
/// What each run has, all have as a summary over the seeds:
///
/// ```swift
/// let runs = await Runs(seeds: common.seeds(10)) { seed in train(seed: seed) }
/// runs.accuracy.mean               // each run's `accuracy: Double`, as a Summary
/// runs.losses.median               // each run's `losses: [Double]`, as a SeriesSummary
/// runs.count(\.isSolved)           // in how many runs `isSolved: Bool` is true
/// ```
///
/// It is no collection, whose `count`, `min` … would hide the runs' own properties; those are in ``all``.
@dynamicMemberLookup public struct Runs<Run: Sendable>: Sendable {
  /// The runs, in the order of the seeds.
  public let all: [Run]

  /// Runs that are there already.
  ///
  /// - Precondition: there is at least one.
  public init(_ all: [Run]) {
    precondition(!all.isEmpty, "Runs need at least one seed, but got none.")
    self.all = all
  }

  /// Runs an experiment once for each seed, in parallel on the processors.
  ///
  /// - Precondition: there is at least one seed.
  /// - Throws: what the first of the seeds, in order, threw.
  public init<Failure: Error>(
    seeds: [UInt64], _ label: String = "seeds", run: @Sendable @escaping (UInt64) async throws(Failure) -> Run
  ) async throws(Failure) {
    self.init(try await inParallel(over: seeds, label, name: { RunName.part(seed: $0, of: seeds) }, run))
  }

  /// A property of the runs as mean, spread and extremes over the seeds.
  public subscript(dynamicMember property: KeyPath<Run, Double>) -> Summary {
    Summary(of: all.map { $0[keyPath: property] })
  }

  /// A whole-numbered property of the runs, likewise.
  public subscript(dynamicMember property: KeyPath<Run, Int>) -> Summary {
    Summary(of: all.map { Double($0[keyPath: property]) })
  }

  /// A series of the runs, place by place; all runs' series have one length.
  public subscript(dynamicMember property: KeyPath<Run, [Double]>) -> SeriesSummary {
    SeriesSummary(of: all.map { $0[keyPath: property] })
  }

  /// In how many runs something is so.
  public func count(_ property: (Run) -> Bool) -> Int { all.count { property($0) } }

  /// How many runs there are.
  public var seedCount: Int { all.count }
}
