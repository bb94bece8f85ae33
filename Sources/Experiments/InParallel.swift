#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#else
  import Darwin
#endif

/// Runs work once for each of several inputs, in parallel on the processors, such as each pair of a rate and a seed.
///
/// ```swift
/// let losses = await inParallel(over: [0.01, 0.1, 1], "rates") { rate in descend(at: rate) }
/// ```
///
/// - Parameters:
///   - label: what is shown of it while it works.
///   - workers: how many run at once at most, as many as there are processors without a number; the results do not
///     depend on it.
///   - name: what the run of an input is called, given its place, nil for one that nobody shall watch; the label and
///     the place without it. See ``RunName``.
/// - Returns: the results in the order of the inputs.
/// - Throws: what the first of the inputs, in order, threw; the others run to their end all the same.
public func inParallel<Input: Sendable, Output: Sendable, Failure: Error>(
  over inputs: [Input], _ label: String = "runs", workers: Int? = nil,
  name: (@Sendable (Int) -> String?)? = nil, _ work: @Sendable @escaping (Input) async throws(Failure) -> Output
) async throws(Failure) -> [Output] {
  var progress = ProgressDisplays.current?.begin(label, inputs.count)
  let results = await withTaskGroup(of: (Int, Result<Output, Failure>).self) { group in
    var results = [Result<Output, Failure>?](repeating: nil, count: inputs.count)
    var waiting = inputs.indices.makeIterator()
    func startNext() {
      guard let index = waiting.next() else { return }
      let input = inputs[index]
      group.addTask {
        await RunName.adding(name.map { $0(index) } ?? "\(label)-\(index + 1)") {
          do throws(Failure) { return (index, .success(try await work(input))) } catch {
            return (index, .failure(error))
          }
        }
      }
    }
    for _ in 0..<max(1, workers ?? processorCount) { startNext() }
    while let (index, result) = await group.next() {
      results[index] = result
      progress?.advance()
      startNext()
    }
    return results
  }
  progress?.finish()
  var outputs: [Output] = []
  for case let result? in results { outputs.append(try result.get()) }
  return outputs
}

/// Shows how far work has come, such as a bar in the terminal.
public protocol ProgressDisplay: Sendable {
  /// One more piece is done.
  mutating func advance()
  /// The work is done: the display goes away.
  func finish()
}

/// Makes a display for each long work; this module itself shows nothing.
public final class ProgressDisplays: Sendable {
  /// Where the progress of this task's work is shown; nil where it is not.
  @TaskLocal public static var current: ProgressDisplays?

  let begin: @Sendable (_ label: String, _ count: Int) -> any ProgressDisplay

  /// - Parameter begin: starts a display for so many pieces of work of this name.
  public init(_ begin: @Sendable @escaping (_ label: String, _ count: Int) -> any ProgressDisplay) {
    self.begin = begin
  }
}

/// How many processors can work at once.
private var processorCount: Int { max(1, Int(sysconf(Int32(_SC_NPROCESSORS_ONLN)))) }
