import Datasets
import Descent
import Testing

@Suite("The digits as a task") struct DigitsTaskTests {
  @Test("1437 digits to learn from in 22 full batches of 64, 360 to test; centred pixels have mean 0")
  func parts() throws {
    let digits = try Digits.load()
    let task = DigitsTask(digits, seed: 3)
    #expect(task.training.count == 1437 && task.test.count == 360)
    let centred = DigitsTask(digits, seed: 3, centred: true)
    #expect(centred.test.labels == task.test.labels)
    // 1437 float32 numbers of size 1 are summed: their rounding leaves some 1e-7 of the mean.
    #expect(centred.training.pixels.mean(axes: [0]).scalars.allSatisfy { abs($0) < 1e-5 })
  }

  @Test("Two epochs are 44 steps; they teach, and the same seed teaches the same")
  func training() throws {
    let digits = try Digits.load()
    func run(_ seed: UInt64) -> (losses: [Double], before: Double, after: Double) {
      let task = DigitsTask(digits, seed: seed)
      var (generator, optimizer) = (task.generator, SGD(learningRate: 0.3))
      let network = MultilayerPerceptron([64, 16, 10], activation: .relu, using: &generator)
      let before = task.testAccuracy { network($0) }
      let log = task.train(
        network, with: &optimizer, epochs: 2, measuringAt: [0, 22, 44], using: &generator
      ) { network($0) }
      #expect(log.measurements.count == 3 && log.measurements[0] == before)
      #expect(log.measurements[1] > before && log.measurements[2] == task.testAccuracy { network($0) })
      return (log.losses, before, task.testAccuracy { network($0) })
    }
    let (first, again, other) = (run(1), run(1), run(2))
    #expect(first.losses.count == 2 * 22)
    #expect(first.before < 0.4 && first.after > 0.7)
    #expect(first.losses == again.losses && first.losses != other.losses)
  }

  @Test(
    "With fewer digits to learn from, those to test and to choose by stay the same; labels are wrong where asked for")
  func threeParts() throws {
    let digits = try Digits.load()
    let large = DigitsTask(digits, training: 200, validation: 300, test: 900, labelNoise: 0.3, seed: 5)
    let small = DigitsTask(digits, training: 100, validation: 300, test: 900, seed: 5)
    #expect(large.test.pixels == small.test.pixels && large.validation.labels == small.validation.labels)
    #expect(large.training.count == 200 && small.training.pixels == large.training[0..<100].pixels)
    let clean = DigitsTask(digits, training: 200, validation: 300, test: 900, seed: 5)
    #expect(clean.training.pixels == large.training.pixels && clean.test.labels == large.test.labels)
    let wrong = (0..<200).filter { clean.training.labels[$0] != large.training.labels[$0] }
    #expect(wrong.count == 60)  // round(0.3 · 200), each another class than before
    #expect(large.mislabelled.pixels == clean.training[wrong].pixels && clean.mislabelled.count == 0)
    #expect(large.mislabelled.labels == wrong.map { large.training.labels[$0] })
  }

  @Test("Curves have an entry of each part for each epoch; the last one is the score at the end")
  func curves() throws {
    let task = DigitsTask(try Digits.load(), training: 200, validation: 100, test: 300, seed: 2)
    var (generator, optimizer, curves) = (task.generator, SGD(learningRate: 0.3), LearningCurves())
    let network = DigitsTask.network(using: &generator)
    task.train(
      network, with: &optimizer, batchSize: 20, epochs: 4, using: &generator,
      afterStep: { step in
        if step.isLastOfEpoch { curves.measure(task) { network($0) } }
        return true
      }
    ) { network($0) }
    #expect(curves.training.count == 4 && curves.validation.count == 4 && curves.test.count == 4)
    #expect(curves.test.last == task.test.score { network($0) })
    #expect(curves.test.last?.accuracy == task.testAccuracy { network($0) })
    #expect(curves.training[3].loss < curves.training[0].loss)
  }
}
