/// Workers that share a batch: each computes the gradients of its part, and all get the sum.
///
/// ```swift
/// let (loss, gradients) = sharedGradients(of: model, on: batch, among: SimulatedWorkers(4)) { places in
///   softmaxCrossEntropy(model(x.take(rows: places)), labels: places.map { y[$0] })
/// }
/// ```
///
/// ``SimulatedWorkers`` do it one after the other in this process; each of several processes is one where MPI adds.
public protocol Workers {
  /// How many workers there are.
  var count: Int { get }
  /// The sum of what the workers give, each called with its number, as ``Swift/Array/treeSum`` forms it.
  func sum(_ part: (_ worker: Int) -> Gradients) -> Gradients
}

/// Workers in one process: they compute one after the other what processes compute at the same time.
public struct SimulatedWorkers: Workers {
  /// How many there are.
  public let count: Int

  /// Makes so many workers.
  ///
  /// - Precondition: there is at least one.
  public init(_ count: Int) {
    checkLength(count, "The number of workers", atLeast: 1)
    self.count = count
  }

  /// The sum of what each gives, one after the other.
  public func sum(_ part: (_ worker: Int) -> Gradients) -> Gradients { (0..<count).map(part).treeSum }
}

extension [Gradients] {
  /// The sum in the order of recursive doubling: neighbours first, then neighbouring pairs, ((0 + 1) + (2 + 3)).
  ///
  /// Where the number n is no power of two, the first 2 (n − 2ᵏ) parts are added in pairs before that, 2ᵏ being the largest
  /// power of two in n: (((0 + 1) + 2) for three. Rounding makes every order another sum; MPI's processes use this one.
  ///
  /// - Precondition: there is a part, and all are of one model.
  /// - Source: Thakur, Rabenseifner & Gropp 2005, doi:10.1177/1094342005051521.
  public var treeSum: Gradients {
    precondition(!isEmpty, "There is nothing to add.")
    func paired(_ parts: ArraySlice<Gradients>) -> [Gradients] {
      stride(from: parts.startIndex, to: parts.endIndex, by: 2).map { parts[$0] + parts[$0 + 1] }
    }
    let power = 1 << (Int.bitWidth - 1 - count.leadingZeroBitCount)
    let folded = 2 * (count - power)
    var sums = paired(self[..<folded]) + self[folded...]
    while sums.count > 1 { sums = paired(sums[...]) }
    return sums[0]
  }
}

/// A batch cut into one part for each worker, in its order; where it does not come out even, the first get one more.
///
/// - Precondition: there are at least as many samples as workers, and at least one worker.
public func shards(of batch: [Int], workers: Int) -> [[Int]] {
  precondition(
    workers >= 1 && batch.count >= workers, "\(batch.count) samples cannot be shared among \(workers) workers.")
  let (size, larger) = batch.count.quotientAndRemainder(dividingBy: workers)
  return (0..<workers).map { worker in
    let start = worker * size + min(worker, larger)
    return Array(batch[start..<start + size + (worker < larger ? 1 : 0)])
  }
}

/// The mean loss of a batch and its gradients, of which each worker computes its part: Σ (bᵢ/B) gᵢ.
///
/// All that is exchanged is one sum of as many numbers as there are parameters, and one for the loss.
///
/// - Parameters:
///   - parts: the samples of each worker.
///   - loss: the mean loss of some samples.
/// - Precondition: there is a part for each worker, and none is empty.
public func sharedGradients(
  of model: some Model, on parts: [[Int]], among workers: some Workers, loss: ([Int]) -> Tensor
) -> (loss: Double, gradients: Gradients) {
  precondition(
    parts.count == workers.count && parts.allSatisfy { !$0.isEmpty },
    "\(workers.count) workers need a part each, not parts of \(parts.map(\.count)) samples.")
  let size = Double(parts.reduce(0) { $0 + $1.count })
  let sum = workers.sum { worker in
    let (loss, gradients) = valueAndGradients(of: model) { loss(parts[worker]) }
    let all = Gradients(
      names: gradients.names + ["loss"],
      tensors: gradients.tensors + [Tensor(loss, dtype: gradients.tensors.first?.dtype ?? .float32)])
    return all * (Double(parts[worker].count) / size)
  }
  let last = sum.names.count - 1
  return (sum.tensors[last].item, Gradients(names: Array(sum.names[..<last]), tensors: Array(sum.tensors[..<last])))
}
