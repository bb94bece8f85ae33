/// A search for the largest batch that fits: what was tried, and what came of it.
public struct BatchSearch: Sendable, Equatable {
  /// One batch that was tried.
  public struct Probe: Sendable, Equatable {
    /// How many samples it had.
    public let size: Int
    /// Whether it fitted.
    public let fits: Bool
  }

  /// What was tried, in order.
  public let probes: [Probe]
  /// The largest batch that fits; 0 where not even one sample does.
  public let largest: Int
}

/// Finds the largest batch that fits by trying: doubles until one does not, then halves the gap between the last that did
/// and the first that did not.
///
/// ```swift
/// let search = largestBatch { size in peakMemory { trainTwoSteps(on: dummy(size)) }.bytes <= budget }
/// ```
///
/// It takes 2⌊log₂ B⌋ + 2 probes where B is the answer and no limit is met: ⌊log₂ B⌋ + 2 to double beyond it, and
/// ⌊log₂ B⌋ to close the gap. One probe says that nothing fits.
///
/// - Parameters:
///   - limit: no batch is larger, such as the number of samples.
///   - fits: whether a batch of this size fits; where one does not, no larger one does.
/// - Precondition: the limit is at least 1.
/// - Source: exponential and binary search; A. Kirsch, *toma* (github.com/BlackHC/toma), goes down instead, and halves a
///   batch where a GPU is out of memory.
public func largestBatch(upTo limit: Int = 1 << 40, fits: (_ size: Int) throws -> Bool) rethrows -> BatchSearch {
  checkLength(limit, "The largest batch that is tried", atLeast: 1)
  var probes: [BatchSearch.Probe] = []
  func isFitting(_ size: Int) throws -> Bool {
    probes.append(.init(size: size, fits: try fits(size)))
    return probes[probes.count - 1].fits
  }
  var (good, bad, next) = (0, limit + 1, 1)
  while good < limit {
    guard try isFitting(next) else {
      bad = next
      break
    }
    good = next
    next = min(2 * next, limit)
  }
  while bad - good > 1 {
    let middle = good + (bad - good) / 2
    if try isFitting(middle) { good = middle } else { bad = middle }
  }
  return BatchSearch(probes: probes, largest: good)
}
