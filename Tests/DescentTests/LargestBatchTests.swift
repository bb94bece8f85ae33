import Descent
import Testing

@Suite("Batches: how large, and in which order") struct LargestBatchTests {
  // MARK: The search

  @Test(
    "The search finds B with 2⌊log₂ B⌋ + 2 probes",
    arguments: [(1, 2), (2, 4), (3, 4), (100, 14), (1000, 20), (8191, 26), (8192, 28)])
  func probeCount(largest: Int, probes: Int) {
    let search = largestBatch { $0 <= largest }
    #expect(search.largest == largest)
    #expect(search.probes.count == probes)
  }

  @Test("By hand: 5 is found by 1, 2, 4, 8, then 6 and 5") func byHand() {
    let search = largestBatch { $0 <= 5 }
    #expect(search.probes.map(\.size) == [1, 2, 4, 8, 6, 5])
    #expect(search.probes.map(\.fits) == [true, true, true, false, false, true])
  }

  @Test("Where one sample is too large the search ends with 0 after one probe; a limit is tried, and not passed")
  func ends() {
    let none = largestBatch { _ in false }
    #expect(none.largest == 0 && none.probes.map(\.size) == [1] && none.probes.map(\.fits) == [false])
    let all = largestBatch(upTo: 6) { _ in true }
    #expect(all.largest == 6 && all.probes.map(\.size) == [1, 2, 4, 6])
    let one = largestBatch(upTo: 1) { _ in true }
    #expect(one.largest == 1 && one.probes.count == 1)
    // 5 fits, and the limit, 6, does not: nothing is between them.
    #expect(largestBatch(upTo: 6) { $0 <= 5 }.probes.map(\.size) == [1, 2, 4, 6, 5])
  }

  @Test("An error of a probe ends the search") func throwsOn() {
    struct OutOfMemory: Error {}
    #expect(throws: OutOfMemory.self) { try largestBatch { size in if size > 4 { throw OutOfMemory() } else { true } } }
  }

  // MARK: Memory

  @Test("By hand: 1,000 numbers are 4,000 bytes in float32 and 8,000 in float64; what was freed is not counted twice")
  func bytes() {
    let before = Tensor.zeros([500])
    #expect(peakMemory { before.count }.bytes == 0)
    #expect(peakMemory { Tensor.zeros([1000]) }.bytes == 4000)
    #expect(peakMemory { Tensor.zeros([10, 100], dtype: .float64).shape }.bytes == 8000)
    let (_, inTurn) = peakMemory { for _ in 0..<5 { #expect(Tensor.zeros([1000]).count == 1000) } }
    #expect(inTurn == 4000)
    let (kept, together) = peakMemory { (0..<5).map { _ in Tensor.zeros([1000]) } }
    #expect(together == 20000 && kept.count == 5)
    // Copies share their numbers until one is changed; 3 float32 need two words of 8 bytes.
    #expect(peakMemory { [Tensor.zeros([3])].flatMap { [$0, $0] } }.bytes == 16)
  }

  @Test("A tensor that outlives its measurement is not missed by a later one, and of two nested ones the inner counts")
  func lifetimes() {
    var (outlives, first) = peakMemory { Tensor.zeros([1000]) }
    #expect(first == 4000)
    let (inner, outer) = peakMemory {
      outlives = Tensor.zeros([100])
      return peakMemory { Tensor.zeros([10]) }.bytes
    }
    #expect(inner == 40)
    #expect(outer == 400)  // the 4,000 bytes freed within belong to the first
    #expect(outlives.count == 100)
  }

  @Test("Tasks that run at the same time do not see one another's tensors") func tasks() async {
    let peaks = await withTaskGroup(of: Int.self) { group in
      for size in 1...8 {
        group.addTask { peakMemory { (0..<50).map { _ in Tensor.zeros([size, 2]) } }.bytes }
      }
      return await group.reduce(into: []) { $0.append($1) }
    }
    #expect(peaks.sorted() == (1...8).map { 50 * 8 * $0 })
  }

  @Test("A step computes the same with and without the measurement") func sameNumbers() {
    func step() -> [Double] {
      var generator = RandomGenerator(seed: 3)
      let model = MultilayerPerceptron([4, 5, 3], activation: .relu, using: &generator)
      let x = Tensor.normal([6, 4], using: &generator)
      return valueAndGradients(of: model) { softmaxCrossEntropy(model(x), labels: [0, 1, 2, 0, 1, 2]) }
        .gradients.flattened
    }
    let (measured, bytes) = peakMemory(step)
    #expect(measured == step())
    // Parameters and gradients, 43 numbers each, and the pixels: 110 numbers at least, and never all results at once.
    #expect(bytes >= 4 * 110 && bytes < 4 * 500)
  }

  // MARK: The order of the samples

  @Test(
    "By hand: a buffer of one lets the file pass, one as long as the file permutes it, and of two the third read sees two"
  )
  func buffers() {
    var generator = RandomGenerator(seed: 1)
    let file = Array(10..<30)
    #expect(throughBuffer(file, length: 1, using: &generator) == file)
    let mixed = throughBuffer(file, length: 20, using: &generator)
    #expect(mixed.sorted() == file && mixed != file)
    // What leaves first is one of the first two; what leaves k-th was read by then: at most k + 1 further on.
    let two = throughBuffer(file, length: 2, using: &generator)
    #expect(two.sorted() == file && two.indices.allSatisfy { two[$0] - 10 <= $0 + 1 })
    #expect(throughBuffer([], length: 5, using: &generator).isEmpty)
  }

  @Test("Training takes the samples in the order that it is given, cut into batches") func order() {
    var generator = RandomGenerator(seed: 1)
    let model = MultilayerPerceptron([1, 1], activation: .identity, using: &generator)
    var optimizer = SGD(learningRate: 0.01)
    var seen: [[Int]] = []
    train(
      model, with: &optimizer, samples: 5, batchSize: 2, epochs: 2,
      order: { epoch, _ in epoch == 0 ? [4, 3, 2, 1, 0] : [1, 1, 1, 0, 0] }, using: &generator
    ) { batch in
      seen.append(batch)
      return model(Tensor(rows: batch.map { [Double($0)] })).mean()
    }
    #expect(seen == [[4, 3], [2, 1], [0], [1, 1], [1, 0], [0]])
    #expect(batches(of: 2, in: [4, 3, 2], incomplete: .drop) == [[4, 3]])
  }

  @Test("Refusal: an order of too few samples, and a search up to a batch of none") func refuses() async {
    let short = await #expect(processExitsWith: .failure, observing: [\.standardErrorContent]) {
      var generator = RandomGenerator(seed: 1)
      let model = MultilayerPerceptron([1, 1], activation: .identity, using: &generator)
      var optimizer = SGD(learningRate: 0.01)
      train(
        model, with: &optimizer, samples: 5, batchSize: 2, epochs: 1, order: { _, _ in [1, 2] }, using: &generator
      ) { _ in Tensor(0) }
    }
    let message = String(decoding: short?.standardErrorContent ?? [], as: UTF8.self)
    #expect(message.contains("An epoch takes 5 samples, but its order names 2."))
    let none = await #expect(processExitsWith: .failure, observing: [\.standardErrorContent]) {
      _ = largestBatch(upTo: 0) { _ in true }
    }
    let words = String(decoding: none?.standardErrorContent ?? [], as: UTF8.self)
    #expect(words.contains("The largest batch that is tried must be at least 1, but is 0."))
  }
}
