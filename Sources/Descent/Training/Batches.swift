/// What becomes of the samples that are left when the batch size does not divide their number.
public enum IncompleteBatch: String, Sendable, Hashable, CaseIterable {
  /// They form a last, smaller batch.
  case keep
  /// They are left out in this epoch; the next epoch's order leaves out others.
  case drop
}

/// One epoch's mini-batches: the numbers 0 ..< `count` in random order, cut into runs of `size`.
///
/// - Returns: the sample numbers of each batch.
/// - Precondition: `size` is at least 1, and `count` is not negative.
public func batches(
  of size: Int, from count: Int, incomplete: IncompleteBatch = .keep, using generator: inout RandomGenerator
) -> [[Int]] {
  batches(of: size, in: generator.permutation(of: count), incomplete: incomplete)
}

/// Samples in their order, cut into mini-batches: runs of `size`.
///
/// - Precondition: `size` is at least 1.
public func batches(of size: Int, in order: [Int], incomplete: IncompleteBatch = .keep) -> [[Int]] {
  precondition(size >= 1, "A batch needs at least 1 sample, not \(size).")
  return stride(from: 0, to: order.count, by: size).compactMap { start in
    let batch = order[start..<min(start + size, order.count)]
    return batch.count < size && incomplete == .drop ? nil : Array(batch)
  }
}
