import Datasets
import Descent
import Experiments
import Numerics
import Testing

@testable import Lesson18

@Suite("Lesson 18 · Ensembles and averages") struct Lesson18Tests {
  /// Probabilities of two classes, of which the first is right.
  private func answer(_ probability: Double) -> Tensor {
    Tensor(shape: [1, 2], [probability, 1 - probability], dtype: .float64)
  }

  // MARK: By hand

  @Test("By hand: members (0.9, 0.1) and (0.5, 0.5) score 0.02 and 0.50, their average 0.18, which is 0.26 − 0.08")
  func twoOpinions() {
    let right = answer(1)
    let members = [answer(0.9), answer(0.5)]
    let together = members.average
    // 0.1² + 0.1², 0.5² + 0.5², 0.3² + 0.3²; each member is 0.2 from (0.7, 0.3) in both classes. A few roundings each.
    #expect(abs(distance(members[0], right) - 0.02) < 1e-15)
    #expect(abs(distance(members[1], right) - 0.5) < 1e-15)
    #expect(abs(distance(together, right) - 0.18) < 1e-15)
    #expect(members.allSatisfy { abs(distance($0, together) - 0.08) < 1e-15 })
    // D is half of 0.4² + 0.4²: two members save half of it.
    #expect(abs(brier(alone: 0.26, disagreement: distance(members[0], members[1]) / 2, members: 2) - 0.18) < 1e-15)
  }

  @Test("By hand: the log-loss of 0.9 and 0.5 is 0.39925 on average and 0.35667 together") func logLoss() {
    func loss(_ answer: Tensor) -> Double { -.log(answer.scalars[0]) }
    #expect(abs((loss(answer(0.9)) + loss(answer(0.5))) / 2 - 0.39925) < 5e-6)  // (0.10536 + 0.69315)/2, five decimals
    #expect(abs(loss([answer(0.9), answer(0.5)].average) - 0.35667) < 5e-6)  // −ln 0.7
  }

  @Test("By hand: two of three members are right and their average is wrong, so accuracy has no law") func noLaw() {
    let members = [0.6, 0.6, 0].map(answer)
    #expect(members.map { accuracy($0, labels: [0]) } == [1, 1, 0])
    #expect(accuracy(members.average, labels: [0]) == 0)  // 0.4 against 0.6
  }

  @Test(
    "By hand: at η = 0.1 the last weight has the variance 1/19, averages 0.026389, 0.004588 and 0.002393",
    arguments: [(0.0, 0.052632), (0.9, 0.026389), (0.99, 0.004588), (0.995, 0.002393)])
  func bowlByHand(decay: Double, variance: Double) {
    // d = 0.9: 1/19 · 1.81/0.19 · 1/19. The table has six decimals.
    #expect(abs(averageVariance(rate: 0.1, decay: decay) - variance) < 5e-7)
  }

  @Test("By hand: 25 steps an epoch, 750 in all, and a cyclic rate that is back at 0.1 after 150") func budget() {
    let training = Training()
    #expect(training.stepsPerEpoch == 25 && training.steps == 750)
    #expect([0, 150, 600].allSatisfy { training.cyclic($0) == 0.1 })
    #expect(abs(training.cyclic(75) - 0.05) < 1e-15)  // half-way down a cosine
    #expect(training.cyclic(149) < 1e-4)  // 0.05 (1 − cos(π/150)) = 1.1e-5
  }

  // MARK: Theory

  @Test("Theory: the Brier score of an average is B₁ − (1 − 1/K) D, averaged over all subsets of K of five answers")
  func straightLine() {
    var generator = RandomGenerator(seed: 1)
    let answers = (0..<5).map { _ in softmax(Tensor.normal([7, 10], dtype: .float64, using: &generator)) }
    let right = Digits.oneHot([3, 1, 4, 1, 5, 9, 2])
    let pairs = (0..<5).flatMap { a in (a + 1..<5).map { distance(answers[a], answers[$0]) / 2 } }
    let alone = Summary(of: answers.map { distance($0, right) }).mean
    for size in 1...5 {
      let subsets = (1..<32).filter { $0.nonzeroBitCount == size }
      let measured = subsets.map { subset in
        distance(answers.indices.filter { subset >> $0 & 1 == 1 }.map { answers[$0] }.average, right)
      }
      let law = brier(alone: alone, disagreement: Summary(of: pairs).mean, members: size)
      #expect(abs(Summary(of: measured).mean - law) < 1e-14)  // some hundred roundings of numbers below 2
    }
  }

  @Test(
    "Theory: the variance of the average is where its own recursion rests", arguments: [0.05, 0.5, 1, 1.9],
    [0, 0.9, 0.99])
  func fixedPoint(rate: Double, decay: Double) {
    let kept = 1 - rate
    // w ← a w + η x, w̄ ← d w̄ + (1 − d) w: the second moments of (w, w̄) after one step from those before.
    var (variance, covariance, average) = (0.0, 0.0, 0.0)
    for _ in 0..<5000 {
      let before = kept * covariance  // of the new w with the old w̄
      variance = kept * kept * variance + rate * rate
      average = decay * decay * average + (1 - decay) * (1 - decay) * variance + 2 * decay * (1 - decay) * before
      covariance = decay * before + (1 - decay) * variance
    }
    // 0.99²·⁵⁰⁰⁰ and 0.95²·⁵⁰⁰⁰ are nothing; rounding stays relative.
    #expect(abs(average / averageVariance(rate: rate, decay: decay) - 1) < 1e-12)
  }

  @Test("Theory: close to d = 1 the rate drops out and (1 − d)/(1 + d) is left") func harmless() {
    for rate in [0.05, 0.5, 1.5, 1.9] {
      let share = averageVariance(rate: rate, decay: 0.9999) / (0.0001 / 1.9999)
      // (1 + ad)/(1 − ad) · η/(2 − η) with a(1 − d) ≈ 1e-4 beside 1 − a = η: off by 1e-4 (a/(1 + a) + a/(1 − a)).
      #expect(abs(share - 1) < 0.0025)
    }
    #expect(abs(averageVariance(rate: 1, decay: 0.9) * 19 - 1) < 1e-14)  // η = 1 is white noise: 0.1/1.9 exactly
  }

  @Test("Theory: the measured variance on the bowl is that of the formula") func measuredBowl() {
    let (rates, decays) = ([0.1, 1, 1.9], [0, 0.9, 0.99])
    let measured = bowl(rates: rates, decays: decays, seed: 3)
    #expect(measured.count == 3 && measured.allSatisfy { $0.count == 3 })
    for (row, decay) in decays.enumerated() {
      for (column, rate) in rates.enumerated() {
        // 200 streams of 1,000 steps with memories of up to 100: √(2/2000) = 3 %, four times that.
        #expect(abs(measured[row][column] / averageVariance(rate: rate, decay: decay) - 1) < 0.12)
      }
    }
  }

  @Test("Theory: hidden units in another order answer the same, and matching puts them back") func order() throws {
    let task = Training().task(try Digits.load(), noise: 0, seed: 4)
    var generator = task.generator
    let network = DigitsTask.network(using: &generator)
    let before = network.state
    let answers = network(task.test.pixels)
    let order = generator.permutation(of: 32)
    let shuffled = ModelState(
      names: before.names,
      tensors: [
        before.tensors[0].take(rows: order), before.tensors[1].take(rows: order),
        before.tensors[2].transposed.take(rows: order).transposed, before.tensors[3],
      ])
    network.state = shuffled
    let others = network(task.test.pixels)
    #expect((others - answers).scalars.allSatisfy { abs($0) < 1e-4 })  // float32 sums of 32 terms in another order
    #expect(shuffled != before && shuffled.matched(to: before) == before)
  }

  // MARK: Contrast

  @Test("Contrast: three networks gain, by two thirds of D exactly; their mean weights lose, matched ones less")
  func ensemble() throws {
    let task = Training().task(try Digits.load(), noise: 0.2, seed: 2)
    let ensemble = Ensemble(Training(), members: 3, on: task)
    #expect(ensemble.members.count == 3 && ensemble.accuracies.count == 3 && ensemble.briers.count == 3)
    #expect(abs(ensemble.brierGain - ensemble.disagreement * 2 / 3) < 1e-12)  // the identity, with K = 3
    #expect(ensemble.gain > 1)
    #expect(ensemble.averagedWeights < ensemble.mean - 10)
    #expect(ensemble.averagedMatched > ensemble.averagedWeights + 10)
    #expect(ensemble.matchedLine[5] > ensemble.line[5] + 10)
    // The ends of both lines are the two networks themselves.
    #expect(abs(ensemble.line[0] - ensemble.members[0]) < 1e-9)
    #expect(abs(ensemble.matchedLine[10] - ensemble.members[1]) < 0.3)  // two of 900 digits, where sums tie
  }

  @Test("Contrast: the average of the path gains, and in ten times as many epochs the order stays but the gain goes")
  func tenTimes() async throws {
    let lesson = try Lesson18.parse([])
    let runs = await lesson.paths(try Digits.load(), [Arm(.constant)], seeds: 6, times: 10)[Arm(.constant)]
    #expect(runs.all.allSatisfy { $0.last.count == 300 && $0.average.count == 300 })
    #expect(runs.gain.mean > 3)
    #expect(runs.lateGain.mean > -0.5 && runs.lateGain.mean < runs.gain.mean / 2)
    // Who does not learn a fifth of wrong labels by heart pays −0.8 ln 0.8 − 0.2 ln (0.2/9) = 0.94 on them.
    #expect(runs.lateLoss.median < 0.3)
  }

  @Test("Contrast: snapshots read more than one run with wrong labels, and short runs with right labels less")
  func snapshots() async throws {
    let lesson = try Lesson18.parse([])
    let arms = [Arm(.cyclic), Arm(.cosine), Arm(.short, isNoisy: false), Arm(.cosine, isNoisy: false)]
    let trials = await lesson.paths(try Digits.load(), arms, seeds: 6)
    #expect(trials[Arm(.cyclic)].all.allSatisfy { $0.snapshots.count == 5 && $0.last.count == 30 })
    #expect(trials.difference(Arm(.cyclic), Arm(.cosine), \.outcome).mean > 1)
    #expect(trials.difference(Arm(.short, isNoisy: false), Arm(.cosine, isNoisy: false), \.outcome).mean < 0)
  }

  @Test(
    "Contrast: begun with zeros the average spoils the loss, begun with the first weights the accuracy; corrected, neither"
  )
  func beginnings() throws {
    let training = Training()
    let task = training.task(try Digits.load(), noise: 0.2, seed: 5)
    var generator = task.generator
    var averages = WeightAverage.Start.allCases.map { WeightAverage(.exponential(decay: 0.995, start: $0)) }
    _ = training.train(task, at: ConstantRate(0.1), epochs: 4, using: &generator) { network, _ in
      for index in averages.indices { averages[index].add(network.state) }
    }
    let probe = DigitsTask.network(using: &generator)
    let scores = Dictionary(
      uniqueKeysWithValues: WeightAverage.Start.allCases.indices.map { index in
        probe.state = averages[index].state
        return (WeightAverage.Start.allCases[index], task.test.score { probe($0) })
      })
    let (zero, first) = (try #require(scores[.zero]), try #require(scores[.first]))
    let corrected = try #require(scores[.corrected])
    // After 100 steps of a memory of 200 the share of the beginning is 0.995¹⁰⁰ = 0.606.
    #expect(zero.loss > corrected.loss + 0.5 && first.loss > corrected.loss + 0.3)
    #expect(first.accuracy < corrected.accuracy - 0.05)
  }

  // MARK: Exercises

  @Test("Exercise 1: two networks bring five ninths of the Brier gain of ten") func two() async throws {
    let digits = try Digits.load()
    let noise = 0.2
    let two = await (try Lesson18.parse(["--members", "2"])).ensembles(digits, noises: [noise])[noise]
    let ten = await (try Lesson18.parse([])).ensembles(digits, noises: [noise])[noise]
    // The first pair's D varies by 10 % from split to split; six splits, three standard errors.
    #expect(abs(two.brierGain.mean / ten.brierGain.mean - 5.0 / 9) < 0.08)
  }

  @Test(
    "Exercise 2: with a memory of 1,000 steps the average reads more, for it keeps weights from before the overfitting")
  func longMemory() async throws {
    let digits = try Digits.load()
    let arm = Arm(.constant)
    let long = await (try Lesson18.parse(["--decay", "0.999"])).paths(digits, [arm])[arm]
    let usual = await (try Lesson18.parse([])).paths(digits, [arm])[arm]
    #expect(long.averageEnd.mean > usual.averageEnd.mean)
  }

  @Test("Exercise 3: with 40 % wrong labels members differ on more digits and gain more, but end lower") func noisier()
    async throws
  {
    let trials = await (try Lesson18.parse(["--members", "5"])).ensembles(try Digits.load(), noises: [0.2, 0.4])
    #expect(trials[0.4].differing.mean > trials[0.2].differing.mean)
    #expect(trials[0.4].gain.mean > trials[0.2].gain.mean)
    #expect(trials[0.4].together.mean < trials[0.2].mean.mean)
  }

  // MARK: Refusal

  @Test("Refusal: an ensemble of one, and a decay that forgets nothing") func refuses() throws {
    let one = try #require(throws: (any Error).self) { try Lesson18.parse(["--members=1"]) }
    #expect(
      Lesson18.message(for: one) == "The value '1' is invalid for '--members <members>': It must be from 2 to 20.")
    let all = try #require(throws: (any Error).self) { try Lesson18.parse(["--decay=1"]) }
    #expect(Lesson18.message(for: all).contains("'1' is invalid for '--decay <decay>'"))
  }
}
