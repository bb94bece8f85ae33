import Datasets
import Descent
import Experiments
import Numerics
import Testing

@testable import Lesson14

@Suite("Lesson 14 · Dropout") struct Lesson14Tests {
  // MARK: By hand

  @Test("By hand: at p = ½ an input 3 is 6 or 0, with mean 3 and variance 9; at p = 0.1 it is 3.33 or 0, variance 1")
  func oneInput() {
    for (rate, kept, variance) in [(0.5, 6.0, 9.0), (0.1, 10.0 / 3, 1)] {
      let cases = droppedInputs([3], rate: rate)
      #expect(cases.count == 2 && cases[0].inputs == [3 / (1 - rate)] && cases[1].inputs == [0])
      #expect(abs(cases[0].inputs[0] - kept) < 1e-15)  // one quotient
      let mean = cases.reduce(0) { $0 + $1.probability * $1.inputs[0] }
      // 9 p/(1 − p): 9 · 1 and 9 · 1/9
      let spread = cases.reduce(0) { $0 + $1.probability * ($1.inputs[0] - mean) * ($1.inputs[0] - mean) }
      #expect(abs(mean - 3) < 1e-14 && abs(spread - variance) < 1e-13)  // a few roundings of numbers below 20
    }
  }

  @Test(
    "By hand: on the inputs (1, 1) at p = ½ the weights (1, 0) miss by 1, (½, ½) by ½ and (⅓, ⅓) by ⅓",
    arguments: [([1, 0], 1.0), ([0.5, 0.5], 0.5), ([1.0 / 3, 1.0 / 3], 1.0 / 3)])
  func twoInputs(weights: [Double], missed: Double) {
    // (½, ½): (1 − 1)² + 1 · (¼ + ¼); (⅓, ⅓): (⅓)² + (1/9 + 1/9)
    #expect(abs(expectedError(weights: weights, inputs: [1, 1], target: 1, rate: 0.5) - missed) < 1e-15)
  }

  @Test(
    "By hand: the best two weights are 1/(2 + p/(1 − p)): ⅓ at p = ½, 9/19 at 0.1, 1/11 at 0.9; halved for an input 2")
  func best() {
    for (rate, weight) in [(0.5, 1.0 / 3), (0.1, 9.0 / 19), (0.9, 1.0 / 11)] {
      let weights = bestWeights(inputs: [1, 2], target: 1, rate: rate)
      #expect(weights.count == 2)
      #expect(abs(weights[0] - weight) < 1e-15 && abs(weights[1] - weight / 2) < 1e-15)  // three roundings
    }
  }

  @Test("By hand: a series 10, 40, 60 at 20, 40 and 80 steps passes 50 after 60 steps, 5 at once and 70 never")
  func passage() {
    let (series, places) = ([10.0, 40, 60], [20, 40, 80])
    #expect(firstPassage(of: series, places, through: 50) == 60)  // half-way from 40 to 60
    #expect(firstPassage(of: series, places, through: 5) == 20)
    #expect(firstPassage(of: series, places, through: 70) == .infinity)
  }

  // MARK: Theory

  @Test(
    "Theory: the mean over the four cases of (1, 2) with weights ½ is the formula's 1.5", arguments: [0.5, 0.1, 0.9])
  func enumeration(rate: Double) {
    let (weights, inputs) = ([0.5, 0.5], [1.0, 2])
    let cases = droppedInputs(inputs, rate: rate)
    #expect(cases.count == 4)
    let mean = cases.reduce(0) { sum, dropped in
      let missed = 1 - 0.5 * dropped.inputs[0] - 0.5 * dropped.inputs[1]
      return sum + dropped.probability * missed * missed
    }
    let formula = expectedError(weights: weights, inputs: inputs, target: 1, rate: rate)
    #expect(abs(mean - formula) < 1e-13)  // numbers up to 200, some ten roundings
    if rate == 0.5 { #expect(formula == 1.5) }  // (1 − 1.5)² + ¼ + 1
  }

  @Test("Theory: gradient descent with dropout and no penalty ends at ridge's test error", arguments: [0.1, 0.5, 0.7])
  func ridge(rate: Double) throws {
    let data = try BreastCancer.load()
    let ratios = (1...3 as ClosedRange<UInt64>).map { seed in
      let biopsies = Biopsies(data, seed: seed)
      return biopsies.dropoutError(rate) / biopsies.ridgeError(penalty(rate))
    }
    // The last steps' masks leave some noise: at most 2.2 % in 60 seeds.
    #expect(ratios.allSatisfy { abs($0 - 1) < 0.05 })
    #expect(abs(Summary(of: ratios).mean - 1) < 0.02)
  }

  @Test("Theory: the normalised geometric mean of softmax over all eight masks is the answer without masks")
  func manyAsOne() {
    let (weights, bias) = ([[0.5, -1, 2], [1.5, 0.3, -0.7], [-1, 0.8, 0.4]], [0.1, -0.2, 0.3])
    func answer(_ x: [Double]) -> [Double] {
      let sums = weights.indices.map { place in
        bias[place] + x.indices.reduce(0) { $0 + weights[place][$1] * x[$1] }
      }
      return softmax(Tensor(shape: [1, 3], sums, dtype: .float64)).scalars
    }
    let cases = droppedInputs([1, 2, -1], rate: 0.5)
    #expect(cases.count == 8)
    let logarithms = (0..<3).map { place in
      cases.reduce(0) { $0 + $1.probability * .log(answer($1.inputs)[place]) }
    }
    let geometric = softmax(Tensor(shape: [1, 3], logarithms, dtype: .float64)).scalars
    let whole = answer([1, 2, -1])
    #expect(whole.indices.allSatisfy { abs(geometric[$0] - whole[$0]) < 1e-14 })  // probabilities below 1
    #expect(abs(whole[1] - 0.88894011) < 1e-8)
    let arithmetic = cases.reduce(0) { $0 + $1.probability * answer($1.inputs)[1] }
    #expect(abs(arithmetic - 0.6678166) < 1e-7)  // the plain mean is another
  }

  @Test("Theory: for one unit, dropping weights is the noise of dropping inputs: mean w·x, variance p/(1 − p) Σ w²x²")
  func dropConnect() {
    var generator = RandomGenerator(seed: 1)
    let dense = Dense(
      "unit", weight: Tensor(shape: [1, 2], [0.5, 0.5], dtype: .float64), bias: .zeros([1], dtype: .float64))
    let layer = DropConnect(dense, rate: 0.5, using: &generator)
    let x = Tensor(shape: [1, 2], [1, 2], dtype: .float64)
    let answers = Summary(of: (0..<4000).map { _ in layer(x, in: .training).item })
    #expect(layer(x, in: .evaluation).item == 1.5)
    // Variance ¼ + 1 = 1.25: four standard errors of the mean are 4 √(1.25/4000) = 0.071; of the variance about 6 %.
    #expect(abs(answers.mean - 1.5) < 0.071)
    #expect(abs(answers.standardDeviation * answers.standardDeviation / 1.25 - 1) < 0.06)
    let inputs = Summary(of: (0..<4000).map { _ in dense(dropout(x, rate: 0.5, using: &generator)).item })
    #expect(abs(inputs.standardDeviation / answers.standardDeviation - 1) < 0.05)
  }

  @Test("Theory: all zeros start from the same weights, and those that are cut once stay cut") func zeros() throws {
    let digits = try Digits.load()
    let weights = Zeros.allCases.map { zeros in
      var generator = RandomGenerator(seed: 4)
      return Arm(rate: 0.3, zeros: zeros).network(using: &generator).parameters.map { $0.tensor.scalars }
    }
    #expect(weights.count == 3 && weights[0] == weights[1] && weights[0] == weights[2])
    var generator = RandomGenerator(seed: 4)
    let arm = Arm(rate: 0.3, zeros: .fixedEntries, epochs: 1)
    let network = arm.network(using: &generator)
    var optimizer = Adam(learningRate: 0.002)
    let before = network.parameters.map { $0.value.scalars.map { $0 == 0 } }
    arm.task(digits, noise: 0.2, seed: 4).train(network, with: &optimizer, epochs: 1, using: &generator) {
      network($0, in: .training)
    }
    #expect(before[0].count { $0 } == 1229)  // round(0.3 · 4096)
    for (index, parameter) in network.parameters.enumerated() where parameter.name.hasSuffix("weight") {
      #expect(parameter.value.scalars.map { $0 == 0 } == before[index])
    }
  }

  // MARK: Contrast

  @Test("Contrast: p = 0.3 ends above p = 0 with wrong labels, having learned half of them after 1.5 times the steps")
  func delay() throws {
    let digits = try Digits.load()
    for seed in [1, 2] as [UInt64] {
      let (without, with) = (Run(Arm(), digits, seed: seed), Run(Arm(rate: 0.3), digits, seed: seed))
      #expect(with.accuracy > without.accuracy)
      #expect(with.byHeartAt > 1.5 * without.byHeartAt)
      #expect(without.stopped > without.accuracy + 3)
    }
  }

  @Test(
    "Contrast: with ten times as many steps the order of the ends is the same, and p = 0.3 has learned all by heart")
  func tenTimes() async throws {
    let lesson = try Lesson14.parse(["--epochs", "2000"])
    let arms = [0, 0.3, 0.5].map { lesson.arm($0) }
    let trials = await lesson.train(arms, on: try Digits.load(), seeds: 2)
    let ends = arms.map { trials[$0].accuracy.mean }
    #expect(ends[0] < ends[1] && ends[1] < ends[2])
    #expect(trials[arms[1]].wrongLearnedInTheEnd.minimum > 95)
  }

  @Test("Contrast: with wrong labels p = 0.3 gains at the end at half and at double the learning rate, too")
  func rates() async throws {
    let lesson = try Lesson14.parse([])
    let arms = [0.001, 0.004].flatMap { rate in [0, 0.3].map { lesson.arm($0, learningRate: rate) } }
    let trials = await lesson.train(arms, on: try Digits.load(), seeds: 3)
    // Means of three seeds: from 3.0 to 7.5 points at three first seeds.
    for (without, with) in [(arms[0], arms[1]), (arms[2], arms[3])] {
      #expect(trials.difference(with, without) { $0.accuracy }.mean > 1)
    }
  }

  @Test("Contrast: with right labels eight units lose 3 points and more by dropout") func fewUnitsLose() async throws {
    let lesson = try Lesson14.parse(["--noise", "0", "--hidden", "8"])
    let arms = [lesson.arm(0), lesson.arm(0.3)]
    let trials = await lesson.train(arms, on: try Digits.load(), seeds: 3)
    // From 7 to 14 points, the means of six seeds at four first seeds.
    #expect(trials.difference(arms[1], arms[0]) { $0.accuracy }.mean < -3)
  }

  @Test(
    "Contrast: without 30 % of its units a network trained with dropout loses 10 points less, without pixels it does not"
  )
  func damage() throws {
    let digits = try Digits.load()
    let (without, with) = (Run(Arm(noise: 0), digits, seed: 1), Run(Arm(rate: 0.3, noise: 0), digits, seed: 1))
    #expect(with.lost(\.withoutUnits, 0.3) < without.lost(\.withoutUnits, 0.3) - 10)
    #expect(with.lost(\.withoutPixels, 0.3) > without.lost(\.withoutPixels, 0.3) - 5)
  }

  // MARK: Exercises

  @Test("Exercise 1: with 40 % of the labels wrong p = 0.5 ends highest, and the best moments are closer")
  func moreNoise() async throws {
    let lesson = try Lesson14.parse(["--noise", "0.4"])
    let arms = [lesson.arm(0), lesson.arm(0.5)]
    let trials = await lesson.train(arms, on: try Digits.load(), seeds: 3)
    let end = trials.difference(arms[1], arms[0]) { $0.accuracy }.mean
    #expect(end > 3 && end > trials.difference(arms[1], arms[0]) { $0.stopped }.mean)
  }

  @Test("Exercise 2: sixteen units learn most of the wrong labels by heart, and dropout helps them") func fewUnits()
    async throws
  {
    let lesson = try Lesson14.parse(["--hidden", "16"])
    let arms = [lesson.arm(0), lesson.arm(0.3)]
    let trials = await lesson.train(arms, on: try Digits.load(), seeds: 3)
    #expect(trials[arms[0]].wrongLearnedInTheEnd.mean > 60)
    #expect(trials.difference(arms[1], arms[0]) { $0.accuracy }.mean > 0)
  }

  @Test("Exercise 3: after 4,800 steps p = 0.3 gives nearly all of the wrong labels, and is still ahead") func long()
    async throws
  {
    let lesson = try Lesson14.parse(["--epochs", "600"])
    let arms = [lesson.arm(0), lesson.arm(0.3)]
    let trials = await lesson.train(arms, on: try Digits.load(), seeds: 2)
    #expect(trials[arms[1]].wrongLearnedInTheEnd.mean > 95)
    #expect(trials.difference(arms[1], arms[0]) { $0.accuracy }.mean > 0)
  }

  // MARK: Refusal

  @Test(
    "Refusal: with all labels wrong, or without a unit, there is nothing to learn",
    arguments: [
      ("--noise", "1", "It must be from 0 to 0.9."), ("--hidden", "0", "It must be from 1 to 256."),
    ])
  func refused(option: String, value: String, line: String) {
    let error = #expect(throws: (any Error).self) { try Lesson14.parse([option, value]) }
    #expect(error.map { Lesson14.message(for: $0) }?.hasSuffix(line) == true)
  }
}
