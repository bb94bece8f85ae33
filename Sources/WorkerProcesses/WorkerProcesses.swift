import CWorkers
import Descent

#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#else
  import Darwin
#endif

/// Processes that train one model together, one worker each; MPI adds their gradients.
///
/// ```swift
/// let workers = try WorkerProcesses.start()  // in each process that mpirun started
/// workers.broadcast(model)
/// … sharedGradients(of: model, on: parts, among: workers) { … } …
/// workers.stop()
/// ```
///
/// A process that dies ends the others, by mpirun; one that hangs, by the others' patience; one whose gradient is not
/// finite, by the first sum that it spoils. Each time one line says so, and the exit status is 1.
public struct WorkerProcesses: Workers {
  /// This process's number, from 0.
  public let rank: Int
  /// How many there are.
  public let count: Int

  /// Whether there can be more than one: whether MPI was there when this program was built.
  public static var isBuiltWithMPI: Bool { workers_have_mpi() }

  /// This process's number and how many there are, as mpirun has told them; nil for a process that it did not start.
  public static var place: (rank: Int, count: Int)? {
    func number(_ name: String) -> Int? { getenv(name).flatMap { Int(String(cString: $0)) } }
    guard let rank = number("OMPI_COMM_WORLD_RANK"), let count = number("OMPI_COMM_WORLD_SIZE") else { return nil }
    return (rank, count)
  }

  /// Joins the processes that mpirun started, or is alone where it started none.
  ///
  /// - Parameter patience: how many seconds a process waits for the others, each time.
  /// - Throws: `WorkerError` if MPI refuses.
  public static func start(patience: Int = 30) throws(WorkerError) -> WorkerProcesses {
    var (rank, count): (Int32, Int32) = (0, 1)
    guard workers_start(Int32(clamping: patience), &rank, &count) else { throw WorkerError("MPI does not start.") }
    return WorkerProcesses(rank: Int(rank), count: Int(count))
  }

  /// The sum of the gradients of all processes; each calls `part` with its own number.
  ///
  /// - Precondition: the gradients are float32.
  public func sum(_ part: (_ worker: Int) -> Gradients) -> Gradients {
    let own = part(rank)
    var numbers = own.tensors.flatMap(floats)
    check(workers_sum(&numbers, numbers.count))
    let result = own.with(numbers)
    guard result.nonFinite.isEmpty else { endBecauseNotFinite(own) }
    return result
  }

  /// Gives the models of all processes the numbers of worker 0's, parameters and buffers.
  public func broadcast(_ model: some Model) {
    for parameter in model.parameters + model.buffers {
      var numbers = floats(parameter.tensor)
      check(workers_broadcast(&numbers, numbers.count))
      parameter.assign(Tensor(shape: parameter.tensor.shape, numbers))
    }
  }

  /// Waits until all processes are here.
  public func wait() { check(workers_barrier()) }

  /// Leaves the others: each process calls it once, at the end.
  public func stop() { workers_stop() }

  /// Ends all processes with status 1, after a line that says why.
  public func end(_ reason: String) -> Never {
    let line = Array("Error: worker \(rank) of \(count): \(reason)\n".utf8)
    _ = write(2, line, line.count)
    workers_abort(1)
  }

  /// Finds the first process whose own gradient is not finite, which then ends all.
  private func endBecauseNotFinite(_ own: Gradients) -> Never {
    var flags = [Float](repeating: 0, count: count)
    flags[rank] = own.nonFinite.isEmpty ? 0 : 1
    check(workers_sum(&flags, count))
    if rank == flags.firstIndex(of: 1) ?? 0 {
      end(
        own.nonFinite.first.map { "its gradient is not finite (\($0))." }
          ?? "the sum of all gradients is not finite, though each of them is.")
    }
    while true { pause() }
  }

  private func check(_ isDone: Bool) {
    if !isDone { end("MPI reports an error.") }
  }

  private func floats(_ tensor: Tensor) -> [Float] {
    precondition(tensor.dtype == .float32, "Processes exchange float32, not \(tensor.dtype).")
    return tensor.scalars.map { Float($0) }
  }
}

extension Gradients {
  /// The same names and shapes with other numbers.
  fileprivate func with(_ numbers: [Float]) -> Gradients {
    var place = 0
    return map { tensor in
      defer { place += tensor.count }
      return Tensor(shape: tensor.shape, Array(numbers[place..<place + tensor.count]))
    }
  }
}

/// Why processes cannot work together, in a sentence.
public struct WorkerError: Error, CustomStringConvertible, Equatable {
  /// The sentence.
  public let description: String

  init(_ description: String) { self.description = description }
}
