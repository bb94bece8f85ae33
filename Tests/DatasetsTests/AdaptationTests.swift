import Datasets
import Descent
import Testing

@Suite("Adapting the letter model") struct AdaptationTests {
  @Test("45 steps with 50 Spanish words improve on the base, and the best look is the lowest of 0, 15, 30, 45")
  func recipe() throws {
    let task = LetterTask(try .load(.spanish), words: 50, seed: 1)
    let model = try EnglishBase.load().model()
    let adapted = task.adapt(model, rate: 1e-3, steps: 45, lookingEvery: 15) { model($0, at: $1) }
    #expect(adapted.looks == [0, 15, 30, 45] && adapted.log.losses.count == 45)
    let best = try #require(adapted.best)
    #expect(best.bits == adapted.log.measurements.min() && best.bits < adapted.log.measurements[0])
    model.state = best.state
    #expect(Letters.bits(of: task.validation) { model($0, at: $1) } == best.bits)
    #expect(task.adapt(model, rate: 1e-3, steps: 0) { model($0, at: $1) }.best == nil)
  }

  @Test("Each step is seen after its look, and may be the last") func steps() throws {
    let task = LetterTask(try .load(.spanish), words: 50, seed: 1)
    let model = try EnglishBase.load().model()
    var seen: [Int] = []
    let adapted = task.adapt(
      model, rate: 1e-3, steps: 9, lookingEvery: 3,
      afterStep: { step in
        seen.append(step.step)
        return step.step < 4
      }
    ) { model($0, at: $1) }
    #expect(seen == [0, 1, 2, 3, 4] && adapted.log.losses.count == 5)
  }
}
