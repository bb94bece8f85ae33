import Descent
import Testing

@Suite("The learning-rate finder") struct LearningRateFinderTests {
  /// A finder after these losses, and after which of them it said that it was over.
  private func searched(_ finder: LearningRateFinder, _ losses: [Double]) -> (finder: LearningRateFinder, end: Int?) {
    var finder = finder
    for (step, loss) in losses.enumerated() where !finder.goesOn(after: loss) { return (finder, step) }
    return (finder, nil)
  }

  @Test("By hand: from 0.001 to 1000 in 7 steps each rate is ten times the last one") func rates() {
    let finder = LearningRateFinder(lowest: 1e-3, highest: 1e3, steps: 7)
    for (step, rate) in [1e-3, 1e-2, 0.1, 1, 10, 100, 1000].enumerated() {
      #expect(abs(finder.schedule(step) / rate - 1) < 1e-14)  // a root and six products of half an ulp each
    }
  }

  @Test("By hand: of 3, 2.8, 1, 0.8, 1.5, 4 the fall to 1 is steepest, 0.8 is lowest, and 4 is more than 4 · 0.8")
  func suggestions() throws {
    let plain = LearningRateFinder(lowest: 1e-3, highest: 1e3, steps: 7, decay: 0)
    let (finder, end) = searched(plain, [3, 2.8, 1, 0.8, 1.5, 4, 0])
    #expect(end == 5 && finder.smoothed == [3, 2.8, 1, 0.8, 1.5, 4] && finder.rates.count == 6)
    let (steepest, tenth) = (try #require(finder.steepest), try #require(finder.tenthOfMinimum))
    #expect(abs(steepest - 0.01) < 1e-16 && abs(tenth - 0.1) < 1e-15)  // 2.8 at step 1; a tenth of step 3's rate, 1
  }

  @Test("By hand: with β = ½ the losses 4, 1 are smoothed to 4, 2, for ½(½ · 4) + ½ · 1 = 1.5 stands for ¾")
  func smoothing() {
    #expect(searched(LearningRateFinder(decay: 0.5), [4, 1]).finder.smoothed == [4, 2])
  }

  @Test("A fall after the lowest loss is none that counts, nor one in the first tenth of the steps") func whatCounts() {
    let plain = LearningRateFinder(lowest: 1, highest: 2, steps: 20, decay: 0, runaway: 100)
    let (finder, _) = searched(plain, [9, 5, 5, 4, 3.5, 20, 6])  // 9 → 5 within 2 steps, 20 → 6 after 3.5
    #expect(finder.steepest == finder.schedule(2))
    #expect(searched(plain, [9, 5, 5, 7]).finder.steepest == nil)
  }

  @Test("It is over after the planned steps, and after a loss that is not finite, which no average takes in")
  func ends() {
    let plain = LearningRateFinder(steps: 3)
    #expect(searched(plain, [1, 1, 1, 1]).end == 2)
    let (broken, end) = searched(plain, [1, .nan])
    #expect(end == 1 && broken.smoothed == [1] && broken.losses.count == 2)
    #expect(plain.steepest == nil && plain.tenthOfMinimum == nil)
  }

  @Test("Theory: on the bowl 2w² descent lowers the loss up to a rate of 2/4, and there the lowest loss is found")
  func bowl() throws {
    let weight = Parameter("w", Tensor([1], dtype: .float64))
    var optimizer = SGD(learningRate: 1)
    var generator = RandomGenerator(seed: 0)
    var finder = LearningRateFinder(lowest: 1e-3, highest: 10, steps: 60, decay: 0)
    train(
      weight, with: &optimizer, samples: 1, batchSize: 1, epochs: 60, schedule: .perStep(finder.schedule),
      using: &generator, loss: { _ in 2 * square(weight.value).sum() }, afterStep: { finder.goesOn(after: $0.loss) })
    let threshold = 0.5, factor = finder.schedule.factor
    let found = 10 * (try #require(finder.tenthOfMinimum))
    // The loss is taken before the update: the lowest is at the first rate that no longer lowers it.
    #expect(found >= threshold && found < factor * threshold)
    #expect(finder.losses.count < 60)  // it has run away
  }
}
