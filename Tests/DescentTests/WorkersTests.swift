import Descent
import Testing

@Suite("Workers that share a batch") struct WorkersTests {
  private func gradient(_ numbers: [Float]) -> Gradients {
    Gradients(names: ["w"], tensors: [Tensor(shape: [numbers.count], numbers)])
  }

  @Test("By hand: 1e8 + 1 − 1e8 is 0 or 1 in 32 bits, by the order; the tree adds neighbours first")
  func orderMatters() {
    // (1e8 + 1) is 1e8 in float32, whose neighbours there lie 8 apart.
    #expect([gradient([1e8]), gradient([1]), gradient([-1e8]), gradient([0])].treeSum.flattened == [0])
    #expect([gradient([1e8]), gradient([-1e8]), gradient([1]), gradient([0])].treeSum.flattened == [1])
  }

  @Test(
    "The tree of recursive doubling, written out",
    arguments: [
      (1, "a"), (2, "(ab)"), (3, "((ab)c)"), (4, "((ab)(cd))"), (5, "(((ab)c)(de))"), (6, "(((ab)(cd))(ef))"),
      (7, "(((ab)(cd))((ef)g))"), (8, "(((ab)(cd))((ef)(gh)))"),
    ])
  func tree(count: Int, written: String) {
    // Parts of very different size: each order of adding them rounds in its own way.
    var generator = RandomGenerator(seed: 3)
    let parts = (0..<count).map { _ in
      gradient((0..<200).map { _ in Float(generator.normal() * generator.uniform(in: 0.001..<1000)) })
    }
    var stack: [Gradients] = []
    for character in written.unicodeScalars where character != "(" {
      if character == ")" {
        let (b, a) = (stack.removeLast(), stack.removeLast())
        stack.append(a + b)
      } else {
        stack.append(parts[Int(character.value) - 97])
      }
    }
    #expect(stack.count == 1 && parts.treeSum == stack[0])
    let plain = parts.dropFirst().reduce(parts[0], +)
    #expect((plain == stack[0]) == (count <= 3))  // up to three the tree is from left to right
  }

  @Test("By hand: ten samples among four workers are 3, 3, 2 and 2, in their order") func cut() {
    #expect(shards(of: Array(0..<10), workers: 4) == [[0, 1, 2], [3, 4, 5], [6, 7], [8, 9]])
    #expect(shards(of: [7, 5], workers: 1) == [[7, 5]])
  }

  @Test("The shared gradient of a batch is that of the batch, for equal parts and for unequal ones")
  func sharedGradient() {
    var generator = RandomGenerator(seed: 5)
    let model = MultilayerPerceptron([6, 5, 3], activation: .tanh, dtype: .float64, using: &generator)
    let x = Tensor.normal([12, 6], dtype: .float64, using: &generator)
    let labels = (0..<12).map { $0 % 3 }
    func loss(_ places: [Int]) -> Tensor {
      softmaxCrossEntropy(model(x.take(rows: places)), labels: places.map { labels[$0] })
    }
    let whole = valueAndGradients(of: model) { loss(Array(0..<12)) }
    for parts in [[4, 4, 4], [9, 2, 1], [12]] {
      var start = 0
      let places = parts.map { size in
        defer { start += size }
        return Array(start..<start + size)
      }
      let shared = sharedGradients(of: model, on: places, among: SimulatedWorkers(parts.count), loss: loss)
      #expect(shared.gradients.names == whole.gradients.names)
      // Sums of 12 terms in another order: some 1e-16 each.
      #expect(abs(shared.loss - whole.loss) < 1e-14)
      #expect((shared.gradients + whole.gradients * -1).norm < 1e-14 * whole.gradients.norm)
    }
  }

  @Test("Refusal: no workers, fewer samples than workers, and parts for other workers") func refuses() async {
    await #expect(processExitsWith: .failure) { _ = SimulatedWorkers(0) }
    await #expect(processExitsWith: .failure) { _ = shards(of: [1, 2], workers: 3) }
    await #expect(processExitsWith: .failure) { _ = [Gradients]().treeSum }
    await #expect(processExitsWith: .failure) {
      let parameter = Parameter("w", Tensor([1]))
      _ = sharedGradients(of: parameter, on: [[0], []], among: SimulatedWorkers(2)) { _ in parameter.value.sum() }
    }
  }
}
