import Descent
import Testing

@Suite("Early stopping, checkpoints and averages of weights") struct StoppingAndAveragingTests {
  static let losses = [1.00, 0.80, 0.70, 0.75, 0.72, 0.69, 0.71, 0.74, 0.73, 0.76]

  /// The last epoch that is run, and the best one.
  private func stop(_ rule: EarlyStopping, _ scores: [Double]) -> (last: Int, best: Int?) {
    var rule = rule
    for (epoch, score) in scores.enumerated() {
      _ = rule.improves(with: score)
      if rule.isOver { return (epoch, rule.bestEpoch) }
    }
    return (scores.count - 1, rule.bestEpoch)
  }

  @Test(
    "By hand: patience 1 stops at the first rise, 2 after two epochs without a best, 3 lives to see .69",
    arguments: [(1, 3, 2), (2, 4, 2), (3, 8, 5), (10, 9, 5)])
  func patience(epochs: Int, last: Int, best: Int) {
    #expect(stop(EarlyStopping(patience: epochs), Self.losses) == (last, best))
    #expect(stop(EarlyStopping(patience: epochs, goal: .highest), Self.losses.map { 1 - $0 }) == (last, best))
  }

  @Test("By hand: where .02 is the least that counts, .69 after .70 is no improvement")
  func leastImprovement() {
    #expect(stop(EarlyStopping(patience: 3, leastImprovement: 0.02), Self.losses) == (5, 2))
  }

  @Test("A score that only equals the best is no improvement, and neither is nan")
  func ties() {
    var rule = EarlyStopping(patience: 2)
    #expect([3, 3, .nan].map { rule.improves(with: $0) } == [true, false, false])
    #expect(rule.isOver && rule.bestEpoch == 0 && rule.best == 3)
  }

  @Test("From a checkpoint training goes on as if nothing had come between, with the optimizer's memory")
  func checkpoint() {
    let parameter = Parameter("θ", Tensor([1, 2], dtype: .float64))
    var optimizer = Adam(learningRate: 0.1)
    func step() {
      let (_, gradients) = valueAndGradients(of: parameter) { square(parameter.value).sum() }
      optimizer.update(parameter, with: gradients)
    }
    step()
    let checkpoint = Checkpoint(of: parameter, optimizer)
    for _ in 0..<3 { step() }
    let first = parameter.tensor
    checkpoint.restore(parameter, &optimizer)
    for _ in 0..<3 { step() }
    #expect(parameter.tensor == first)
  }

  @Test("By hand: descent to 3 in halves goes by 2.25, where the validation loss is least, and comes back to it")
  func loop() {
    let model = Parameter("θ", Tensor([0], dtype: .float64))
    var optimizer = SGD(learningRate: 0.5)
    var generator = RandomGenerator(seed: 0)
    var stopping = EarlyStopping(patience: 2)
    var checkpoint = Checkpoint(of: model, optimizer)
    for _ in 0..<200 {
      train(
        model, with: &optimizer, samples: 1, batchSize: 1, epochs: 1, using: &generator,
        loss: { _ in
          0.5 * square(model.value - 3).sum()
        })
      if stopping.improves(with: abs(model.tensor.item - 2.25)) { checkpoint = Checkpoint(of: model, optimizer) }
      if stopping.isOver { break }
    }
    // 1.5, 2.25, 2.625, 2.8125: all exact; the last two are no better.
    #expect(stopping.epochs == 4 && model.tensor.item == 2.8125)
    checkpoint.restore(model, &optimizer)
    #expect(model.tensor.item == 2.25)
  }

  private func state(_ number: Double) -> ModelState {
    ModelState(names: ["θ"], tensors: [Tensor([number], dtype: .float64)])
  }

  private func average(_ kind: WeightAverage.Kind, of numbers: [Double]) -> [Double] {
    var average = WeightAverage(kind)
    return numbers.map {
      average.add(state($0))
      return average.state.tensors[0].item
    }
  }

  private func isClose(_ a: [Double], _ b: [Double]) -> Bool {
    a.count == b.count && zip(a, b).allSatisfy { abs($0 - $1) < 1e-14 }
  }

  @Test("By hand: β = ½ on 1, 2, 3, 4 gives .5, 1.25, 2.125, 3.0625 from zero, 1, 5/3, 17/7, 49/15 corrected")
  func exponential() {
    let numbers = [1.0, 2, 3, 4]
    // Divided by ½, ¾, ⅞ and 15/16.
    #expect(isClose(average(.exponential(decay: 0.5, start: .zero), of: numbers), [0.5, 1.25, 2.125, 3.0625]))
    #expect(isClose(average(.exponential(decay: 0.5), of: numbers), [1, 5.0 / 3, 17.0 / 7, 49.0 / 15]))
    #expect(isClose(average(.exponential(decay: 0.5, start: .first), of: numbers), [1, 1.5, 2.25, 3.125]))
  }

  @Test("By hand: the uniform average of 1, 2, 3, 4 is 2.5")
  func uniform() { #expect(isClose(average(.uniform, of: [1, 2, 3, 4]), [1, 1.5, 2, 2.5])) }

  @Test("Between two states lies a line: ¼ of the way from 2 to 6 is 3")
  func line() {
    #expect(state(2).interpolated(toward: state(6), by: 0.25) == state(3))
    #expect(state(2).interpolated(toward: state(6), by: 0) == state(2))
  }

  @Test("By hand: batches of means 1 and 3 and unbiased variances 2 and 18 make statistics of 2 and 10")
  func statistics() {
    let norm = BatchNorm("norm", features: 1, dtype: .float64)
    norm.runningMean.assign(Tensor([100], dtype: .float64))
    let batches = [[0.0, 2], [0, 6]].map { Tensor(shape: [2, 1], $0, dtype: .float64) }
    reestimateStatistics(over: 2) { _ = norm(batches[$0], in: .training) }
    #expect(norm.runningMean.tensor.item == 2)
    #expect(norm.runningVariance.tensor.item == 10)
    _ = norm(batches[0], in: .training)
    #expect(abs(norm.runningMean.tensor.item - 1.9) < 1e-15)  // 0.9 · 2 + 0.1 · 1: β is back
  }
}
