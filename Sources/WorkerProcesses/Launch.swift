import CWorkers
import Descent

#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#else
  import Darwin
#endif

extension WorkerProcesses {
  /// What came of starting processes.
  public enum Launch: Sendable, Equatable {
    /// All have ended with status 0.
    case done
    /// They were not started, because something is missing here; in a sentence.
    case notPossible(String)
  }

  /// Starts a program as so many processes under mpirun, waits for their end, and leaves none behind.
  ///
  /// - Parameters:
  ///   - program: the path of the program, normally this one.
  ///   - arguments: what it is started with; each process calls ``start(patience:)``.
  ///   - seconds: how long they may take.
  ///   - mpirun: the name or path of mpirun.
  /// - Throws: `WorkerError` with what the first of them complained of, if one of them failed, died or did not end.
  public static func launch(
    _ count: Int, of program: String, _ arguments: [String], seconds: Int, mpirun: String = "mpirun"
  ) throws(WorkerError) -> Launch {
    guard isBuiltWithMPI else { return .notPossible("This program was built without Open MPI.") }
    // As many as are asked for, however few cores there are; each with one thread, and as root too, as containers have it.
    let line =
      [mpirun, "--allow-run-as-root", "--oversubscribe", "-x", "OPENBLAS_NUM_THREADS=1", "-n", "\(count)", program]
      + arguments
    let (result, said) = run(line, seconds: seconds)
    switch result.ending {
    case launch_failed: return .notPossible("There is no \(mpirun) here: \(String(cString: strerror(result.number))).")
    case launch_late: throw WorkerError("\(count) workers did not end within \(seconds) s and were stopped.")
    case launch_killed: throw WorkerError("mpirun was ended by signal \(result.number).")
    default: break
    }
    guard result.number != 0 else { return .done }
    throw WorkerError(complaint(in: said) ?? "\(count) workers ended with status \(result.number) and said nothing.")
  }

  /// A worker's own complaint, or else what mpirun noticed.
  static func complaint(in said: String) -> String? {
    let lines = said.split(whereSeparator: \.isNewline)
    if let own = lines.first(where: { $0.hasPrefix("Error: ") }) { return String(own.dropFirst(7)) }
    return (lines.first { $0.hasPrefix("mpirun noticed") } ?? lines.first { $0.contains(where: \.isLetter) })
      .map { $0.hasSuffix(".") ? String($0) : "\($0)." }
  }

  private static func run(_ line: [String], seconds: Int) -> (launch_result, said: String) {
    let words = line.map { strdup($0) }
    defer { for word in words { free(word) } }
    var pointers = words.map { UnsafePointer($0) } + [nil]
    var said = [CChar](repeating: 0, count: 1 << 16)
    let result = workers_launch(&pointers, Int32(clamping: seconds), &said, said.count)
    let text = said.prefix { $0 != 0 }.map { UInt8(bitPattern: $0) }
    return (result, String(decoding: text, as: UTF8.self))
  }
}
