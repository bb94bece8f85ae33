import Datasets
import Experiments
import Testing

@testable import Lesson00

@Suite("Before you start") struct Lesson00Tests {
  @Test("By hand: 64 · 32 + 32 weights and biases, then 32 · 10 + 10, are 2,410; 1437 digits make 22 batches of 64")
  func sizes() throws {
    let run = trained(try Digits.load(), learningRate: 0.3, epochs: 1, seed: 0)
    #expect(run.parameterCount == 64 * 32 + 32 + 32 * 10 + 10)
    #expect(run.stepsPerEpoch == 22)  // 22 · 64 = 1408, and the incomplete batch is left out
  }

  @Test("Contrast: ten epochs at η = 0.3 read nine digits of ten, at η = 0.0001 they stay near guessing")
  func learning() throws {
    let digits = try Digits.load()
    // 360 test digits: one standard error is 1.6 points at 90 %
    #expect(trained(digits, learningRate: 0.3, epochs: 10, seed: 0).accuracy > 90)
    #expect(trained(digits, learningRate: 0.0001, epochs: 10, seed: 0).accuracy < 40)
  }

  @Test("The figure says “learns” of a network that reads digits, not of one that guesses") func title() async throws {
    let digits = try Digits.load()
    func title(_ learningRate: Double) async -> String {
      trainingFigure(
        await Runs(seeds: [0, 1]) { trained(digits, learningRate: learningRate, epochs: 5, seed: $0) }
      ).title
    }
    #expect(await title(0.3).contains("learns"))  // above 90 % by figure 3
    #expect(await !title(3).contains("learns"))  // about 10 %
  }

  @Test("A run that breaks keeps one accuracy for each epoch") func broken() throws {
    let run = trained(try Digits.load(), learningRate: 1e30, epochs: 3, seed: 0)
    #expect(run.accuracies.count == 3)
    #expect(run.losses.count == 3)
    #expect(run.losses.last == .infinity)
  }
}
