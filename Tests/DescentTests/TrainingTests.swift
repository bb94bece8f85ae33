import Descent
import Foundation
import Testing

@Suite("Training") struct TrainingTests {
  @Test("300 samples in batches of 64 make four batches and one of 44, or just the four")
  func batchSizes() {
    var generator = RandomGenerator(seed: 1)
    let kept = batches(of: 64, from: 300, using: &generator)
    #expect(kept.map(\.count) == [64, 64, 64, 64, 44])
    #expect(kept.flatMap { $0 }.sorted() == Array(0..<300))
    let dropped = batches(of: 64, from: 300, incomplete: .drop, using: &generator)
    #expect(dropped.map(\.count) == [64, 64, 64, 64])
    #expect(dropped[0] != kept[0])  // shuffled afresh
    #expect(batches(of: 64, from: 0, using: &generator).isEmpty)
  }

  /// Two separable clouds around (−1, 0) and (1, 0).
  func clouds(_ generator: inout RandomGenerator) -> (x: Tensor, labels: [Int]) {
    let labels = (0..<200).map { $0 % 2 }
    let rows = labels.map { [Double($0 * 2 - 1) + generator.normal(standardDeviation: 0.2), generator.normal()] }
    return (Tensor(rows: rows), labels)
  }

  @Test("Training separates two clouds, and the same seed trains the same network to the last bit")
  func separates() {
    func run() -> (state: ModelState, accuracy: Double, losses: [Double]) {
      var generator = RandomGenerator(seed: 6)
      let (x, labels) = clouds(&generator)
      let model = MultilayerPerceptron([2, 8, 2], activation: .relu, using: &generator)
      var optimizer = Adam(learningRate: 0.02)
      let log = train(
        model, with: &optimizer, samples: 200, batchSize: 32, epochs: 20, incomplete: .drop, using: &generator
      ) { batch in softmaxCrossEntropy(model(x.take(rows: batch)), labels: batch.map { labels[$0] }) }
      return (model.state, accuracy(model(x), labels: labels), log.losses)
    }
    let (first, second) = (run(), run())
    #expect(first.losses.count == 20 * 6)  // 200/32 = 6 complete batches
    #expect(first.accuracy > 0.98)
    #expect(first.state == second.state && first.losses == second.losses)
  }

  #if os(Linux)
    @Test("100 000 training steps leave the memory in use as it was")
    func memoryDoesNotGrow() async {
      // In a process of its own, where no other test takes memory at the same time.
      await #expect(processExitsWith: .success) {
        var generator = RandomGenerator(seed: 8)
        let x = Tensor.normal([20, 2], using: &generator)
        let labels = (0..<20).map { $0 % 2 }
        let model = MultilayerPerceptron([2, 4, 2], activation: .tanh, using: &generator)
        var optimizer = Adam(learningRate: 1e-3)
        func run(steps: Int) {
          for _ in 0..<steps {
            let gradients = valueAndGradients(of: model) { softmaxCrossEntropy(model(x), labels: labels) }.gradients
            optimizer.update(model, with: gradients)
          }
        }
        run(steps: 1000)
        let before = try residentPages()
        run(steps: 100_000)
        // A single leaked node a step would be 10 MB, some 2500 pages of 4 kB. The system may bring in some hundred pages
        // of the program and its libraries meanwhile.
        let growth = try residentPages() - before
        try #require(growth < 1000, "grew by \(growth) pages")
      }
    }
  #endif

  @Test("A schedule sets the rate by epoch, clipping bounds each step, and afterStep can end the training")
  func hooks() {
    var generator = RandomGenerator(seed: 1)
    let weight = Parameter("weight", Tensor(100, dtype: .float64))
    var optimizer = SGD(learningRate: 9)
    var seen: [(epoch: Int, weight: Double, norm: Double)] = []
    train(
      weight, with: &optimizer, samples: 2, batchSize: 1, epochs: 9,
      schedule: .perEpoch(InverseTimeDecay(initial: 1, decay: 1)), clipping: .globalNorm(1), using: &generator
    ) { _ in
      square(weight.value) * 0.5
    } afterStep: { step in
      seen.append((step.epoch, weight.tensor.item, step.gradients.norm))
      return step.step < 3
    }
    #expect(seen.map(\.epoch) == [0, 0, 1, 1])
    #expect(seen.map(\.weight) == [99, 98, 97.5, 97])  // the gradient is clipped to 1; the rate is 1, then ½
    #expect(seen.map(\.norm) == [100, 99, 98, 97.5])  // reported before clipping
  }

  @Test("By hand: w ← w − η w with the rate per step 1/2, 1/4, 1/2, 1/4, …, asked with the number of the step")
  func ratePerStep() {
    var generator = RandomGenerator(seed: 1)
    let weight = Parameter("weight", Tensor(64, dtype: .float64))
    var optimizer = SGD(learningRate: 9)
    let rates = Cyclic(lowest: 0.25, highest: 0.5, stepsUp: 1)
    var (path, ends): ([Double], [Bool]) = ([], [])
    let log = train(
      weight, with: &optimizer, samples: 2, batchSize: 1, epochs: 2, schedule: .perStep(rates), using: &generator,
      loss: { _ in square(weight.value) * 0.5 },
      afterStep: { step in
        path.append(weight.tensor.item)
        ends.append(step.isLastOfEpoch)
        return true
      })
    #expect(path == [48, 24, 18, 9])
    #expect(ends == [false, true, false, true])
    #expect(log.losses == [2048, 1152, 288, 162] && log.epochMeans == [1600, 225] && log.finalLoss == 225)
    #expect(log.brokeAt == nil && log.stepsPerEpoch == 2 && log.epochs == 2)
  }

  @Test(
    "By hand: w ← −2¹⁹⁹ w breaks at step 3, where ½ w² leaves the numbers; its epochs count as infinite from there on")
  func breaking() {
    var generator = RandomGenerator(seed: 1)
    let weight = Parameter("weight", Tensor(1, dtype: .float64))
    var optimizer = SGD(learningRate: 0x1p199 + 1)
    var told = 0
    let log = train(
      weight, with: &optimizer, samples: 2, batchSize: 1, epochs: 4, measuringAt: [0, 2, 100],
      measure: { weight.tensor.item.magnitude }, using: &generator, loss: { _ in square(weight.value) * 0.5 },
      afterStep: { _ in
        told += 1
        return true
      })
    // |w| = 1, 2¹⁹⁹, 2³⁹⁸, 2⁵⁹⁷: ½ w² is 2⁻¹, 2³⁹⁷, 2⁷⁹⁵ and infinite.
    #expect(log.losses == [0.5, 0x1p397, 0x1p795, .infinity] && told == 4)
    #expect(log.brokeAt == 3)
    #expect(log.epochMeans == [0x1p396, .infinity, .infinity, .infinity] && log.finalLoss == .infinity)
    // Measured before the first step, after the second, and as it ended: the update of the step that broke was made.
    #expect(log.measurements == [1, 0x1p398, 0x1p796])
  }

  @Test("A run that afterStep ends has the means of the epochs it began; one without steps has none")
  func shortLogs() {
    #expect(TrainingLog(losses: [1, 3, 5], stepsPerEpoch: 2, epochs: 4).epochMeans == [2, 5])
    let empty = TrainingLog(stepsPerEpoch: 0, epochs: 3)
    #expect(empty.epochMeans == [] && empty.finalLoss.isNaN && empty.brokeAt == nil)
  }

  @Test("What is not finite is reported by parameter and kind, each in its own words")
  func nonFinite() {
    let gradients = Gradients(
      names: ["hidden.weight", "hidden.bias", "output.weight"],
      tensors: [Tensor([1, .infinity, -.infinity]), Tensor([0, 1]), Tensor([.nan, .infinity])])
    #expect(gradients.nonFinite.map(\.description) == ["hidden.weight: 2 inf", "output.weight: 1 inf, 1 nan"])
    #expect(gradients.nonFinite.map(\.kind) == [.infinite, .notANumber])
    #expect(Tensor([1e38, -1e38]).isFinite)
    #expect(Parameter("w", Tensor([.nan])).state.nonFinite.map(\.name) == ["w"])
  }

  @Test("The L1 penalty pulls by λ, the L2 penalty λΣθ² by 2λθ, and only weights are penalised by default")
  func penalties() {
    let layer = Dense(
      "layer", weight: Tensor(rows: [[2, -3]], dtype: .float64), bias: Tensor([5], dtype: .float64))
    let first = valueAndGradients(of: layer) { l1Penalty(layer.penalizedParameters, strength: 0.1) }
    #expect(abs(first.loss - 0.5) < 1e-15)
    #expect(first.gradients["layer.weight"]?.scalars == [0.1, -0.1])
    #expect(first.gradients["layer.bias"]?.scalars == [0])
    let second = valueAndGradients(of: layer) { l2Penalty(layer.penalizedParameters, strength: 0.1) }
    #expect(abs(second.loss - 1.3) < 1e-15)
    #expect(second.gradients["layer.weight"]?.scalars == [0.4, -0.6000000000000001])
  }

  @Test("Soft(·, 0.5) of −3, −1, −0.4, 0, 0.4, 0.5, 0.6, 2.5 is −2.5, −0.5, 0, 0, 0, 0, 0.1, 2")
  func softThresholds() {
    let inputs = [-3, -1, -0.4, 0, 0.4, 0.5, 0.6, 2.5]
    let expected = [-2.5, -0.5, 0, 0, 0, 0, 0.1, 2]
    expectClose(inputs.map { softThreshold($0, by: 0.5) }, expected, within: 1e-15)
    #expect(
      softThreshold(Tensor(inputs, dtype: .float64), by: 0.5).scalars == inputs.map { softThreshold($0, by: 0.5) })
    #expect(softThreshold(Double.nan, by: 0.5).isNaN)
    let weight = Parameter("weight", Tensor([0.05, 1]))
    l1ProximalStep([weight], strength: 2, learningRate: 0.1)
    #expect(weight.tensor.scalars[0] == 0 && abs(weight.tensor.scalars[1] - 0.8) < 1e-7)  // float32
  }
}

/// The memory in use by this process in pages, as Linux counts it.
private func residentPages() throws -> Int {
  let counts = try String(contentsOfFile: "/proc/self/statm", encoding: .utf8).split(separator: " ")
  return try #require(Int(counts[1]))
}

@Suite("Running averages") struct ExponentialAverageTests {
  @Test("β = 0.9 on 10, 20, 30 gives 1, 2.9, 5.61, and corrected 10, 15.263158, 20.701107")
  func byHand() {
    var average = ExponentialAverage(decay: 0.9)
    #expect(average.corrected.isNaN && average.value == 0)
    var (values, corrected): ([Double], [Double]) = ([], [])
    for number in [10.0, 20, 30] {
      average.add(number)
      values.append(average.value)
      corrected.append(average.corrected)
    }
    expectClose(values, [1, 2.9, 5.61], within: 1e-14)
    expectClose(corrected, [10, 2.9 / 0.19, 5.61 / 0.271], within: 1e-13)
    #expect(abs(average.totalWeight - 0.271) < 1e-15)  // 1 − 0.9³
  }
}
