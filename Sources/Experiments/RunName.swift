import Descent

/// What the running experiment is called, for those who keep a record of it: "adam-0.01/seed-3".
///
/// Each work that runs in parallel adds its part; ``Trials`` give the arm and the seed. Of an arm the first three seeds are
/// watched: thousands of records would help nobody.
public enum RunName {
  @TaskLocal static var parts: [String] = []

  /// The parts, from the outermost in; empty outside of all experiments.
  public static var current: String { parts.joined(separator: "/") }

  /// How many seeds of an arm are watched.
  static let watchedSeeds = 3

  /// The part of an arm's run from a seed; nil where it is not watched.
  static func part(of arm: some Hashable, seed place: Int, of seeds: [UInt64]) -> String? {
    part(seed: place, of: seeds).map { "\(arm)/\($0)" }
  }

  /// The part of a run from a seed; nil where it is not watched.
  static func part(seed place: Int, of seeds: [UInt64]) -> String? {
    place < watchedSeeds ? "seed-\(seeds[place])" : nil
  }

  /// Runs work under a name with one more part, unwatched without one; the part is not even made where nobody watches.
  static func adding<Result>(_ part: @autoclosure () -> String?, _ work: () async -> Result) async -> Result {
    guard !TrainingObservers.current.isEmpty else { return await work() }
    guard let part = part() else { return await TrainingObservers.$current.withValue([]) { await work() } }
    return await $parts.withValue(parts + [part]) { await work() }
  }
}
