@_exported import Experiments

// Until the lessons are retold.
extension Source {
  public static func note(_ number: Int, _ section: String, slip: String?) -> Source { note(number, section) }
}

extension Notebook {
  public func claim(
    _ id: String, _ statement: String, source: Source, verdict: Verdict, when isAsStated: Bool, measured: String,
    seeds: Int = 1
  ) {
    claim(
      id, statement, test: "", source: source, verdict: verdict, when: isAsStated, measured: measured, runs: seeds)
  }

  public func exercise(_ options: String, _ question: String, answer: String) {
    exercise(options: options, question, answer: answer)
  }
}

public func forEachSeed<Output: Sendable, Failure: Error>(
  _ seeds: some Sequence<UInt64>, _ label: String = "seeds", workers: Int? = nil,
  _ experiment: @Sendable @escaping (UInt64) async throws(Failure) -> Output
) async throws(Failure) -> [Output] {
  try await inParallel(over: Array(seeds), label, workers: workers, experiment)
}
