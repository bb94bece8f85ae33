import Datasets
import Descent
import Experiments
import Numerics
import Testing

@testable import Lesson13

@Suite("Lesson 13 · Early stopping") struct Lesson13Tests {
  // MARK: By hand

  @Test("By hand: from (0, 0) the first steps lead to (0.5, 0.0375), (0.75, 0.0740625), and on") func firstSteps() {
    let path = TwoWeights.path(steps: 2)
    // Of the ways 1 and 1.5 a step takes 0.5 · 1 and 0.5 · 0.05: 0.5 and 0.0375; then 0.0375 + 0.025 · 1.4625 = 0.0740625.
    #expect(path.count == 3 && path[0] == .zero)
    let hand = [SIMD2(0.5, 0.0375), SIMD2(0.75, 0.0740625)]
    for step in 0..<2 { #expect((path[step + 1] - hand[step]).max() < 1e-15) }  // a few roundings below 1
    #expect(path.allSatisfy { $0.y <= 1.5 })
  }

  @Test(
    "By hand: the test loss is 0.50625 at the start, next to nothing at step 16, and 0.025 in the end",
    arguments: [(0, 0.50625, 1e-15), (16, 0, 1e-8), (4000, 0.025, 1e-12)])
  func testLoss(step: Int, loss: Double, tolerance: Double) {
    // ½ · 1 + ½ · 0.05 · 0.25 at the start; ½ · 0.05 · 1² in the end, where 0.975⁴⁰⁰⁰ < 1e-43.
    let w = TwoWeights.path(steps: step)[step]
    #expect(abs(TwoWeights.loss(w, around: TwoWeights.truth) - loss) <= tolerance)
  }

  static let losses = [1.00, 0.80, 0.70, 0.75, 0.72, 0.69, 0.71, 0.74, 0.73, 0.76]

  @Test(
    "By hand: patience 1 stops at 3 and keeps 2, 2 at 4 and 2, 3 at 8 and 5; with 10 all epochs are run",
    arguments: [(1, 3, 2), (2, 4, 2), (3, 8, 5), (10, 9, 5)])
  func stops(patience: Int, last: Int, kept: Int) {
    let stop = Stop(Self.losses, patience: patience)
    #expect(stop.last == last && stop.kept == kept)
    let accuracies = Stop(Self.losses.map { 1 - $0 }, patience: patience, goal: .highest)
    #expect(accuracies == stop)
  }

  @Test("By hand: if 0.01 less is no improvement, patience 3 stops at 5 and keeps 2; equal scores keep the first")
  func leastImprovement() {
    let stop = Stop(Self.losses, patience: 3, leastImprovement: 0.02)  // 0.70 − 0.69 is too little
    #expect(stop.last == 5 && stop.kept == 2)
    #expect(Stop([0.5, 0.5, 0.5], patience: 3).kept == 0)
  }

  @Test("By hand: 20, 50, 50, 40 % falls after epoch 2, for a tie is no fall; 20, 50 % does not fall") func falls() {
    #expect(epochBeforeFall([0.2, 0.5, 0.5, 0.4, 0.3]) == 2 && epochBeforeFall([0.2, 0.5]) == 1)
  }

  @Test("By hand: 3 of 4 right at logits ± 2 ln 3 is four times too sure: T = 4") func temperature() {
    // Right with a probability of 3/4 means a difference of ln 3 between the two logits, and here it is 4 ln 3.
    let z = 2 * Double.log(3)
    let logits = Tensor(rows: [[z, -z], [z, -z], [z, -z], [z, -z]], dtype: .float64)
    #expect(Run.temperature(logits, labels: [0, 0, 0, 1]) == 4)
  }

  @Test("By hand: of rounds that score 70, 80, 80 the second is taken, and what it reads of the test digits")
  func rounds() {
    let rounds = Rounds(
      [(70, 75), (80, 74), (80, 90), (79, 95)].map { (validation: Double($0.0), test: Double($0.1)) })
    #expect(rounds.validation == [70, 80, 80] && rounds.test == [75, 74, 74])
    #expect(rounds.flattery == [-5, 6, 6])
  }

  // MARK: Theory

  @Test(
    "Theory: after t steps each weight has gone the share 1 − (1 − ηh)ᵗ of its way; weight 2 passes the truth at 16.01")
  func closedForm() {
    let path = TwoWeights.path(steps: 64)
    for t in 0...64 {
      for i in 0..<2 {
        let share = keptShare(curvature: TwoWeights.curvatures[i], rate: TwoWeights.rate, steps: t)
        #expect(abs(path[t][i] - TwoWeights.minimum[i] * share) < 1e-13)  // t roundings of numbers below 1.5
      }
    }
    // 1.5 (1 − 0.975ᵗ) = 0.5
    #expect(abs(Double.log(2.0 / 3) / .log(0.975) - 16.01) < 0.01)
    let losses = path.map { TwoWeights.loss($0, around: TwoWeights.truth) }
    #expect(losses.indices.min { losses[$0] < losses[$1] } == 16)
  }

  @Test("Theory: at ηλt = 1 descent keeps 1 − 1/e of its way in small steps, ridge one half") func shares() {
    // 1 − 0.99¹⁰⁰ = 0.633968; λ/(λ + λ) = ½
    #expect(abs(keptShare(curvature: 1, rate: 0.01, steps: 100) - 0.633968) < 1e-6)
    #expect(ridgeShare(curvature: 1, strength: 1) == 0.5)
  }

  @Test("Theory: in small steps descent's share is ridge's to 1.29843 times that, whose square is 1.69") func bound() {
    let greatest = greatestShareRatio()
    #expect(abs(greatest.place - 1.79328) < 1e-5 && abs(greatest.ratio - 1.29843) < 1e-5)
    #expect(abs(greatest.ratio * greatest.ratio - 1.69) < 0.005)
    for x in evenly(0.01...20, count: 2000) {
      let ratio = (1 - .exp(-x)) * (1 + x) / x
      #expect(ratio >= 1 && ratio <= greatest.ratio + 1e-12)
    }
  }

  @Test("Theory: the measured risk on the biopsies is that of the closed form at every step") func risk() throws {
    let task = Biopsies(try BreastCancer.load(), seed: 5)
    let places = [1, 10, 100, 1000]
    let (measured, expected) = (task.measuredRisk(at: places, draws: 400), task.descentRisk(at: places))
    #expect(measured.count == 4 && expected.count == 4)
    // A draw's risk varies by less than its mean, so 400 of them by less than 5 %; twice that.
    for place in 0..<4 { #expect(abs(measured[place] / expected[place] - 1) < 0.1) }
  }

  @Test("Theory: no step is as good as an infinite penalty, and none at all lets in σ² 30/n of the noise") func ends()
    throws
  {
    let task = Biopsies(try BreastCancer.load(), seed: 5)
    #expect(abs(task.descentRisk(at: [0])[0] / task.ridgeRisk(1e12) - 1) < 1e-9)
    // All 30 shares are 1 but for λ/λ₃₀ < 1e-12/1e-5.
    #expect(abs(task.ridgeRisk(1e-12) / (0.25 * 30 / 100) - 1) < 1e-6)
  }

  // MARK: Contrast

  static let digits = Result { try Digits.load() }

  func run(_ labels: Labels, seed: UInt64, epochs: Int = 60) throws -> Run {
    Run(try Lesson13.parse([]).task(try Self.digits.get(), labels, seed: seed), epochs: epochs)
  }

  @Test("Contrast: with three labels in ten wrong the kept weights read five points more; with right ones no more")
  func gains() throws {
    for seed: UInt64 in 0..<3 { #expect(try run(.partlyWrong, seed: seed).gain >= 5) }
    let right = try (0..<3).map { try run(.right, seed: $0).gain }
    #expect(abs(Summary(of: right).mean) <= 1.5)
  }

  @Test("Contrast: ten times as many epochs do not turn it") func tenTimes() throws {
    let (wrong, right) = (
      try run(.partlyWrong, seed: 0, epochs: 2000), try run(.right, seed: 0, epochs: 2000)
    )
    #expect(wrong.gain >= 5 && right.gain <= 1.5)
    #expect(wrong.best < 60)  // nor does the best epoch come later
  }

  @Test("Contrast: the restored checkpoint reads what was read at its epoch, and a loop that stops sees the same")
  func restored() throws {
    let run = try run(.partlyWrong, seed: 1)
    #expect(run.kept == run.curves.test[run.best])
    let stop = Stop(run.losses, patience: 3)
    let stopped = try self.run(.partlyWrong, seed: 1, epochs: stop.last + 1)
    #expect(stopped.losses == Array(run.losses.prefix(stop.last + 1)))
    #expect(100 * stopped.kept.accuracy == Waiting.keptByLoss.accuracy(run, patience: 3))
    #expect(stopped.lastAccuracy == Waiting.lastByLoss.accuracy(run, patience: 3))
  }

  @Test("Contrast: the temperature brings down a loss that overconfidence has raised, and no decision changes")
  func overconfidence() throws {
    let run = try run(.right, seed: 2, epochs: 200)
    #expect(run.temperature > 1)
    #expect(run.scaledLoss < run.lastLoss)
  }

  @Test("Contrast: 300 digits more beside 100 are worth more than another start") func retraining() throws {
    for seed: UInt64 in 0..<2 {
      let networks = Retraining(try Self.digits.get(), training: 100, seed: seed)
      #expect(networks.asManyEpochs > networks.chosen + 2)
      #expect(networks.asManyEpochs > networks.asManySteps)
    }
  }

  // MARK: Exercises

  @Test("Exercise 1: with one label in ten wrong the gain is smaller, but there is one") func fewerErrors() async throws
  {
    let lesson = try Lesson13.parse(["--noise", "0.1"])
    let runs = await lesson.train([.partlyWrong], on: try Self.digits.get(), seeds: 4)[.partlyWrong]
    #expect(runs.gain.mean > 1 && runs.gain.mean < 10)
  }

  @Test("Exercise 2: from labels of which nine in ten are wrong nothing can be learned") func nothingToLearn()
    async throws
  {
    let lesson = try Lesson13.parse(["--noise", "0.9"])
    let runs = await lesson.train([.partlyWrong], on: try Self.digits.get(), seeds: 4)[.partlyWrong]
    #expect(abs(runs.keptAccuracy.mean - 10) < 8)  // classes of about 90 of 900 digits each
  }

  @Test("Exercise 3: thirty digits still choose an epoch that is better than the last") func fewJudges() async throws {
    let lesson = try Lesson13.parse(["--validation", "30"])
    let runs = await lesson.train([.partlyWrong], on: try Self.digits.get(), seeds: 4)[.partlyWrong]
    #expect(runs.gain.mean > 4)
  }

  // MARK: Refusal

  @Test("Refusal: the line says which option, what it must be and what it is") func refuses() throws {
    let error = try #require(throws: (any Error).self) { try Lesson13.parse(["--patience=0"]) }
    #expect(
      Lesson13.message(for: error) == "The value '0' is invalid for '--patience <patience>': It must be from 1 to 60.")
  }
}
