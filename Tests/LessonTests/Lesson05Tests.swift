import Datasets
import Descent
import Notebook
import Testing

@testable import Lesson05

@Suite("Lesson 05 · Learning-rate decay") struct Lesson05Tests {
  // MARK: By hand

  @Test("By hand: with d = 1 and stairs of 200 epochs 0.1 becomes 0.05 at epoch 200, 0.0333 at 400, 0.02 at 800")
  func staircase() {
    let schedule = DecayRule()(from: 0.1)
    // 0.1 / (1 + ⌊e/200⌋)
    #expect([0, 199, 200, 399, 400, 800].map { schedule($0) } == [0.1, 0.1, 0.05, 0.05, 0.1 / 3, 0.02])
  }

  @Test(
    "By hand: the compounding rate is α₀/(e + 1)!, the right one α₀/(e + 1)",
    arguments: [(1, 2.0, 2.0), (2, 6, 3), (5, 720, 6), (10, 39_916_800, 11)])
  func factorial(epoch: Int, factorial: Double, sum: Double) {
    let (wrong, right) = (CompoundingDecay(initial: 0.1, decay: 1), InverseTimeDecay(initial: 0.1, decay: 1))
    #expect(abs(wrong(epoch) * factorial / 0.1 - 1) < 1e-14)  // up to ten quotients of half an ulp each
    #expect(right(epoch) == 0.1 / sum)
  }

  @Test("By hand: storing the staircase's rate back halves it in every epoch from 200 on, so it is α₀/8 at epoch 202")
  func compoundedStairs() {
    let schedule = DecayRule(isCompounding: true)(from: 0.1)
    #expect([199, 200, 201, 202].map { schedule($0) } == [0.1, 0.05, 0.025, 0.0125])
  }

  @Test(
    "By hand: compounding with an interval waits for its first stair, then divides at every step: 1/2, 1/4, 1/8, 1/24")
  func compoundingWithInterval() {
    let schedule = CompoundingDecay(initial: 1, decay: 1, interval: 3)
    // ⌊s/3⌋ is 0 for s = 0, 1, 2; then 1 for s = 3, 4, 5, which halves three times; then 2, which divides by 3.
    #expect([0, 2, 3, 4, 5].map { schedule($0) } == [1, 1, 0.5, 0.25, 0.125])
    #expect(abs(schedule(6) - 1 / 24.0) < 1e-17)  // one quotient of 0.04, right to half an ulp
  }

  @Test("By hand: the rates 0.1, 0.05 and 0.1/3 add up to 0.1, 0.15 and 0.18333") func travel() {
    let sums = InverseTimeDecay(initial: 0.1, decay: 1).travel(3)
    #expect(sums.count == 4 && sums[0] == 0)
    for (sum, hand) in zip(sums, [0, 0.1, 0.15, 0.55 / 3]) { #expect(abs(sum - hand) < 1e-16) }  // two additions
  }

  @Test("By hand: at α = 0.5 the mean square of w goes 25, 6.5, 1.875; at α = 1 it is 1 after one step")
  func recursion() {
    // ¼ · 25 + ¼ = 6.5; ¼ · 6.5 + ¼ = 1.875: exact in binary
    #expect(NoisyMean(steps: 2).expectedSquares(ConstantRate(0.5)) == [25, 6.5, 1.875])
    #expect(NoisyMean(steps: 1).expectedSquares(ConstantRate(1)) == [25, 1])
  }

  @Test("By hand: costs that end with 3, 2, 4 wobble by 2 in the last change and by 1.5 in the last two")
  func wobble() {
    // A fifth of 7 costs is one change, |4 − 2| = 2; a fifth of 10 is two, (|2 − 3| + |4 − 2|)/2 = 1.5.
    func wobble(_ costs: [Double]) -> Double { MoonsRun(costs: costs, accuracy: 1, isDead: false).wobble }
    #expect(wobble([9, 9, 9, 9, 3, 2, 4]) == 2)
    #expect(wobble([9, 9, 9, 9, 9, 9, 9, 3, 2, 4]) == 1.5)
  }

  @Test("By hand: at rate 0.5 a sum of 0.75 is reached half-way through epoch 1") func costAtTravel() {
    let run = MoonsRun(costs: [8, 4, 2, 1], accuracy: 1, isDead: false)
    #expect(run.cost(at: 0.75, rate: 0.5) == 3)  // half-way from 4 to 2
    #expect(run.cost(at: 2, rate: 0.5) == nil)  // beyond the end
  }

  @Test(
    "By hand: a first gradient of 1 at rate 0.1 moves by 0.1, by 0.01 through the notes' momentum, by 0.1 through Adam",
    arguments: [(Method.gradientDescent, 0.1), (.momentum, 0.01), (.adam, 0.1)])
  func firstStep(method: Method, length: Double) {
    let parameter = Parameter("w", Tensor([2], dtype: .float64))
    var optimizer = method.optimizer
    optimizer.learningRate = 0.1
    let (_, gradients) = valueAndGradients(of: parameter) { parameter.value.sum() }
    optimizer.update(parameter, with: gradients)
    // The average starts at (1 − 0.9) · 1; Adam divides the corrected 1 by √1 + 1e-8.
    #expect(abs(2 - parameter.tensor[0] - length) < 1e-8)
  }

  // MARK: Theory

  @Test(
    "Theory: a constant rate settles at α/(2 − α): 1/19 for 0.1, 1/99 for 0.02", arguments: [(0.1, 19.0), (0.02, 99)])
  func floor(rate: Double, inverse: Double) throws {
    #expect(abs(noiseFloor(rate) * inverse - 1) < 1e-14)  // two roundings
    let end = try #require(NoisyMean().expectedSquares(ConstantRate(rate)).last)
    // What is left of the start is 25 · 0.98⁴⁰⁰⁰ < 1e-33.
    #expect(abs(end * inverse - 1) < 1e-12)  // 2000 roundings, each shrunk by all later steps
  }

  @Test("Theory: 1/(1 + t) is the plain mean of the draws, so its variance is 1/t") func runningMean() {
    let problem = NoisyMean(steps: 50)
    var (generator, same) = (RandomGenerator(seed: 5), RandomGenerator(seed: 5))
    let schedule = InverseTimeDecay(initial: 1, decay: 1)
    let squares = problem.meanSquares([schedule], replicas: 1, using: &generator)[0]
    var sum = 0.0
    for t in 1...50 {
      sum += same.normal()
      let mean = sum / Double(t)
      #expect(abs(squares[t] - mean * mean) < 1e-13)  // 50 roundings of numbers of size 1
    }
    for (t, square) in problem.expectedSquares(schedule).enumerated().dropFirst() {
      #expect(abs(square * Double(t) - 1) < 1e-13)  // t roundings
    }
  }

  @Test("Theory: descent at a constant rate is an exponentially weighted average with β = 1 − α") func average() {
    let problem = NoisyMean(start: 0, steps: 50)
    var (generator, same) = (RandomGenerator(seed: 5), RandomGenerator(seed: 5))
    let squares = problem.meanSquares([ConstantRate(0.1)], replicas: 1, using: &generator)[0]
    var average = ExponentialAverage(decay: 0.9)
    for t in 1...50 {
      average.add(same.normal())
      #expect(abs(squares[t] - average.value * average.value) < 1e-14)  // 50 roundings of numbers below 1
    }
  }

  @Test("Theory: the measured mean squares follow the recursion, for every rule and at every step")
  func measuredAgainstRecursion() async {
    let study = await NoiseStudy(seeds: Array(0..<8))
    for estimator in Estimator.allCases {
      let (measured, expected) = (study.measured(estimator), study.expected(estimator))
      #expect(measured.count == expected.count)
      // w is normal, so the mean of 3200 squares has a relative deviation of at most √(2/3200) = 2.5 %; five of them.
      #expect(measured.indices.allSatisfy { abs(measured[$0] / expected[$0] - 1) < 0.125 })
    }
  }

  @Test(
    "Theory: the compounding rate travels (e − 1) α₀ in all, and nearly all of it in the first five steps"
  )
  func compoundingTravel() throws {
    let travel = CompoundingDecay(initial: 1, decay: 1).travel(1000)
    let end = try #require(travel.last)
    #expect(abs(end - 1.718281828459045) < 1e-14)  // Σ 1/n! from n = 1 is e − 1
    #expect(end - travel[5] < 0.002 * end)  // 1/6! + 1/7! + … = 0.00162
  }

  @Test("Theory: on the moons, twice as many epochs at half the rate come just as far") func halfTheRate() throws {
    let task = MoonsTask(seed: 3)
    let whole = task.train(.gradientDescent, at: ConstantRate(0.02), epochs: 100)
    let half = task.train(.gradientDescent, at: ConstantRate(0.01), epochs: 200)
    let fall = whole.costs[0] - whole.finalCost
    #expect(fall > 0.1)
    // Gradient descent follows the gradient flow up to terms of the size of the rate.
    #expect(abs(whole.finalCost - half.finalCost) < 0.02 * fall)
  }

  // MARK: Contrast

  @Test("Contrast: on the moons a higher rate lowers the cost, and decay does not lower it further")
  func cause() async {
    let study = await MoonsStudy(seeds: Array(0..<4), rate: 0.1, rule: DecayRule(interval: 50), epochs: 250)
    let cost = { (recipe: Recipe) in Summary(of: study[recipe].map(\.finalCost)).median }
    #expect(cost(.small) - cost(.constant) > 0.2)
    #expect(cost(.decayed) > cost(.constant) - 0.02)
    #expect(cost(.smallDecayed) > cost(.small))
    #expect(cost(.everyEpoch) > cost(.decayed) + 0.1)
    #expect(cost(.compounding) > cost(.everyEpoch))
    // Momentum of the averaged form goes the same way as gradient descent.
    #expect(abs(cost(.momentumDecayed) - cost(.decayed)) < 0.02)
  }

  @Test("Contrast: on the moons the cost at the end is that of the constant rate at the same sum of rates")
  func oneCurve() async {
    let study = await MoonsStudy(seeds: Array(0..<4), rate: 0.1, rule: DecayRule(interval: 50), epochs: 250)
    for recipe in [Recipe.small, .smallDecayed, .decayed, .smooth, .everyEpoch, .compounding] {
      let differences = study.costsBeyondTravel(recipe)
      #expect(differences.count == 4)
      #expect(differences.allSatisfy { abs($0) < 0.03 }, "\(recipe)")  // the costs themselves go from 0.7 to 0.2
    }
  }

  @Test("Contrast: on digits in batches of 8 decay rescues the rate 0.7 and costs at 0.1") func crossing() async throws
  {
    let digits = try Digits.load()
    let tasks = (0..<4).map { HandwrittenDigits(digits, seed: $0) }
    let study = await DigitsStudy(.gradientDescent, tasks, plans: [.constant, .staircase], rates: [0.1, 0.7])
    #expect(study.wins(.staircase, 0.7, over: .constant, 0.7) == 4)
    #expect(study.losses(.constant, 0.7).mean > 2 * study.losses(.staircase, 0.7).mean)
    #expect(study.wins(.constant, 0.1, over: .staircase, 0.1) >= 3)
    #expect(study.losses(.constant, 0.1).mean < study.losses(.staircase, 0.1).mean)
    #expect(study.bestRate(.constant) == 0.1)
  }

  @Test("Contrast: Adam in batches of 8 gains from a cosine at 0.03") func adam() async throws {
    let digits = try Digits.load()
    let tasks = (0..<3).map { HandwrittenDigits(digits, seed: $0) }
    let study = await DigitsStudy(.adam, tasks, plans: [.constant, .cosine], rates: [0.03])
    #expect(study.wins(.cosine, 0.03, over: .constant, 0.03) == 3)
    #expect(study.losses(.constant, 0.03).mean > 2 * study.losses(.cosine, 0.03).mean)
  }

  // MARK: Exercises

  @Test("Exercise 1: a decay of 0.005 in each epoch does what 1 in each 200th does") func withoutStairs() async {
    let stairs = DecayRule()(from: 0.1)
    let smooth = DecayRule(decay: 0.005, interval: 1)(from: 0.1)
    let studied = DecayRule().smooth(from: 0.1)
    let epochs = [0, 200, 400, 800]
    let (heights, same, edges) = (epochs.map { smooth($0) }, epochs.map { studied($0) }, epochs.map { stairs($0) })
    // At the start of a stair both stand at the same height; in between the smooth one is lower.
    #expect(epochs.indices.allSatisfy { abs(heights[$0] / edges[$0] - 1) < 1e-14 })  // a few roundings
    #expect(heights == same)  // the lesson's own run of it
    let sums = [smooth, stairs].map { $0.rates(1000).reduce(0, +) / 0.1 }
    // Σ 1/(1 + e/200) ≈ 200 ln 6 + ½(1 − 1/6) = 358.77 (Euler & Maclaurin); 200 (1 + ½ + ⅓ + ¼ + ⅕) = 456.67
    #expect(abs(sums[0] - 358.77) < 0.01 && abs(sums[1] - 456.67) < 0.01)
    let task = MoonsTask(seed: 0)
    let runs = [smooth, stairs].map { task.train(.gradientDescent, at: $0, epochs: 1000) }
    #expect(abs(runs[0].accuracy - runs[1].accuracy) < 0.03)
  }

  @Test("Exercise 2: compounded stairs end at epoch 219, where the sum of the rates says") func compounded() async {
    let study = await MoonsStudy(seeds: [0, 1, 2], rate: 0.1, rule: DecayRule(), epochs: 300)
    let answer = study.compounded
    // 2⁻²⁰ is the first power below a millionth; epoch 200 has 2⁻¹, so epoch 219. 200 + ½ + ¼ + … = 201.
    #expect(answer.end == 219 && answer.stop == 201)
    #expect(abs(answer.travel / 0.1 - 201) < 1e-9)  // 300 additions of numbers below 21
    let tasks = [MoonsTask(seed: 0), MoonsTask(seed: 1), MoonsTask(seed: 2)]
    let schedule = DecayRule(isCompounding: true)(from: 0.1)
    let costs = tasks.map { $0.train(.gradientDescent, at: schedule, epochs: 300).finalCost }
    #expect(abs(Summary(of: costs).median - answer.cost) < 0.02)  // the noise of the constant rate at its stop
  }

  @Test("Exercise 3: in batches of 64 the rate 0.7 needs no rescue") func largerBatches() async throws {
    let digits = try Digits.load()
    let tasks = (0..<8).map { HandwrittenDigits(digits, batchSize: 64, seed: $0) }
    let study = await DigitsStudy(.gradientDescent, tasks, plans: [.constant, .staircase], rates: [0.7])
    #expect(study.wins(.staircase, 0.7, over: .constant, 0.7) < 4)
    #expect(study.losses(.constant, 0.7).mean < 1.5 * study.losses(.staircase, 0.7).mean)
  }

  @Test("Theory: a rate far below the notes' has no cost where they have come, and no number too large for an epoch")
  func beyondTheRun() throws {
    let task = MoonsTask(seed: 0)
    let run = task.train(.gradientDescent, at: ConstantRate(1e-300), epochs: 2)
    // 7·10⁻⁴ / 10⁻³⁰⁰ epochs of 10⁻³⁰⁰ would be needed; an Int ends at 9·10¹⁸.
    #expect(run.cost(at: 7e-4, rate: 1e-300) == nil)
    #expect(run.cost(at: 2e-300, rate: 1e-300) == nil && run.cost(at: 0, rate: 1e-300) == run.costs[0])
  }

  @Test("Contrast: without decay the end of the run is not called calm, and far too high a rate leaves the one path")
  func wordsFollowTheNumbers() async {
    let flat = await MoonsStudy(seeds: [0, 1], rate: 0.1, rule: DecayRule(decay: 0), epochs: 100)
    #expect(!flat.isCalmerWithDecay && flat.calmerSeeds == 0)  // the same run twice
    let wild = await MoonsStudy(seeds: [0, 1], rate: 10, rule: DecayRule(interval: 20), epochs: 100)
    #expect(!wild.isOnePath)
  }

  // MARK: Refusal

  @Test(
    "Refusal: rates, decays, stairs, epochs and batches that make no sense",
    arguments: [
      ["--learning-rate", "0"], ["--learning-rate", "1e-300"], ["--learning-rate=-0.1"], ["--learning-rate", "nan"],
      ["--learning-rate", "inf"],
      ["--decay=-1"], ["--decay", "nan"], ["--decay", "x"], ["--interval", "0"], ["--interval", "1.5"],
      ["--epochs", "0"], ["--epochs", "9"], ["--epochs", "20001"], ["--batch-size", "0"], ["--batch-size", "1438"],
      ["--halve"],
    ])
  func refused(arguments: [String]) {
    #expect(throws: (any Error).self) { try Lesson05.parse(arguments) }
  }

  @Test("Refusal: the line says what would be right") func message() {
    let error = #expect(throws: (any Error).self) { try Lesson05.parse(["--decay=-1"]) }
    #expect(error.map { Lesson05.message(for: $0) } == "--decay must be from 0 to 1000, but is -1.")
  }
}
