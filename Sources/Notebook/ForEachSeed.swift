/// Runs an experiment once for each seed, in parallel on the processors.
///
/// ```swift
/// let runs = await forEachSeed(0..<10) { seed in train(seed: seed) }
/// ```
///
/// - Parameters:
///   - seeds: the seeds; `common.seeds(10)` are ten from `--seed` on.
///   - label: what the progress bar says while it works.
///   - workers: how many run at once at most; the results do not depend on it.
/// - Returns: the results in the order of the seeds.
/// - Throws: what the first of the seeds, in order, threw.
public func forEachSeed<Output: Sendable, Failure: Error>(
  _ seeds: some Sequence<UInt64>, _ label: String = "seeds", workers: Int? = nil,
  _ experiment: @Sendable @escaping (UInt64) async throws(Failure) -> Output
) async throws(Failure) -> [Output] {
  try await inParallel(over: Array(seeds), label, workers: workers, experiment)
}

/// Runs work once for each of several inputs, in parallel on the processors, such as each pair of a rate and a seed.
///
/// - Returns: the results in the order of the inputs.
/// - Throws: what the first of the inputs, in order, threw; the others run to their end all the same.
public func inParallel<Input: Sendable, Output: Sendable, Failure: Error>(
  over inputs: [Input], _ label: String = "runs", workers: Int? = nil,
  _ work: @Sendable @escaping (Input) async throws(Failure) -> Output
) async throws(Failure) -> [Output] {
  var progress = ProgressBar(label, of: inputs.count)
  let results = await withTaskGroup(of: (Int, Result<Output, Failure>).self) { group in
    var results = [Result<Output, Failure>?](repeating: nil, count: inputs.count)
    var waiting = inputs.indices.makeIterator()
    func startNext() {
      guard let index = waiting.next() else { return }
      let input = inputs[index]
      group.addTask {
        do throws(Failure) { return (index, .success(try await work(input))) } catch { return (index, .failure(error)) }
      }
    }
    for _ in 0..<max(1, workers ?? System.processorCount) { startNext() }
    while let (index, result) = await group.next() {
      results[index] = result
      progress.advance()
      startNext()
    }
    return results
  }
  progress.finish()
  var outputs: [Output] = []
  for case let result? in results { outputs.append(try result.get()) }
  return outputs
}
