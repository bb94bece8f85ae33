import Descent

/// What the running experiment is called, for those who keep a record of it: "adam-0.01/seed-3".
///
/// Each work that runs in parallel adds its part; ``Trials`` give the arm and the seed.
public enum RunName {
  @TaskLocal static var parts: [String] = []

  /// The parts, from the outermost in; empty outside of all experiments.
  public static var current: String { parts.joined(separator: "/") }

  /// Runs work under a name with one more part; the part is not even made where nobody watches.
  static func adding<Result>(_ part: @autoclosure () -> String, _ work: () async -> Result) async -> Result {
    guard !TrainingObservers.current.isEmpty else { return await work() }
    return await $parts.withValue(parts + [part()]) { await work() }
  }
}
