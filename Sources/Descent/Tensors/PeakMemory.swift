import Synchronization

/// Runs work and measures how much memory its tensors hold at once: the most bytes of numbers that are alive at a time.
///
/// ```swift
/// let (_, bytes) = peakMemory { trainOneStep(on: batch) }
/// ```
///
/// Counted are the tensors that the work makes in this task, to the byte and the same in every run: parameters, results
/// kept for the walk back, gradients, and the optimizer's memory. Not counted are tensors that were there before, the
/// scratch memory of matrix products, and what a tensor needs beside its numbers. Inside of another measurement the inner
/// one alone counts.
///
/// - Returns: what the work returns, and the peak.
public func peakMemory<Result>(_ work: () throws -> Result) rethrows -> (result: Result, bytes: Int) {
  let count = MemoryCount()
  MemoryCount.open(1)
  defer { MemoryCount.open(-1) }
  let result = try MemoryCount.$current.withValue(count, operation: work)
  return (result, count.peak)
}

/// The bytes of the tensors that one measurement sees.
final class MemoryCount: @unchecked Sendable {
  /// Who counts in this task.
  @TaskLocal static var current: MemoryCount?
  /// How many measurements there are, in all tasks.
  private static let measurements = Atomic(0)
  /// Whether anybody counts, in any task: all that a tensor asks where nobody does.
  ///
  /// A lone load: a task that measures sees its own change, and to the others it makes no difference.
  static var isAnywhere: Bool { measurements.load(ordering: .relaxed) > 0 }
  /// Of each block that a measurement sees who counts it and its bytes.
  private static let blocks = Mutex([ObjectIdentifier: (count: MemoryCount, bytes: Int)]())

  /// The bytes that are alive, and the most that were; changed where the blocks are locked.
  private var bytes = 0, mostBytes = 0
  /// The most bytes that were alive at a time.
  var peak: Int { Self.blocks.withLock { _ in mostBytes } }

  /// One measurement more, or one less.
  static func open(_ change: Int) { measurements.add(change, ordering: .relaxed) }

  /// Memory for numbers, counted by whoever counts in this task.
  static func storage(words: Int) -> Tensor.Storage {
    guard let current else { return Tensor.Storage.create(minimumCapacity: words) { _ in () } }
    let block = CountedStorage.create(minimumCapacity: words) { _ in () }
    let name = ObjectIdentifier(block)
    blocks.withLock { blocks in
      let bytes = words * MemoryLayout<Double>.stride
      blocks[name] = (current, bytes)
      current.bytes += bytes
      current.mostBytes = max(current.mostBytes, current.bytes)
    }
    return block
  }

  fileprivate static func release(_ block: ObjectIdentifier) {
    blocks.withLock { blocks in
      guard let (count, bytes) = blocks.removeValue(forKey: block) else { return }
      count.bytes -= bytes
    }
  }
}

/// Memory that says when it is freed.
private final class CountedStorage: ManagedBuffer<Void, Double> {
  deinit { MemoryCount.release(ObjectIdentifier(self)) }
}
