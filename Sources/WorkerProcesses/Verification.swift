import Descent

extension WorkerProcesses {
  /// Ends all processes unless they add what they should, in the order of ``Swift/Array/treeSum``, to the last bit.
  public func verifySums() {
    func vector(_ numbers: [Double]) -> Gradients { Gradients(names: ["v"], tensors: [Tensor(numbers)]) }
    let ranks = sum { vector([Double($0 + 1)]) }.flattened
    guard ranks == [Double(count * (count + 1) / 2)] else { end("the sum of 1 to \(count) came out as \(ranks).") }
    for length in [1, 10, 2411, 20_000] {
      let part = { (worker: Int) in
        var generator = RandomGenerator(seed: UInt64(worker))
        return vector((0..<length).map { _ in generator.uniform(in: -1..<1) })
      }
      guard sum(part) == SimulatedWorkers(count).sum(part) else {
        end("MPI adds \(length) numbers in another order than the simulation.")
      }
    }
  }
}
