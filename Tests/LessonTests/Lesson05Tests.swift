import Datasets
import Descent
import Experiments
import Testing

@testable import Lesson05

@Suite("Lesson 05 · Learning-rate decay") struct Lesson05Tests {
  // MARK: By hand

  @Test("By hand: the staircase from 0.1 stands at 0.1 to epoch 199, at 0.05 to 399, at 0.1/3 from 400, 0.02 at 800")
  func staircase() throws {
    let schedule = try Lesson05.parse([]).staircase(0.1)
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
  func compoundedStairs() throws {
    let schedule = try Lesson05.parse(["--compound"]).staircase(0.1)
    #expect([199, 200, 201, 202].map { schedule($0) } == [0.1, 0.05, 0.025, 0.0125])
  }

  @Test("By hand: the rates 0.1, 0.05 and 0.1/3 add up to 0.1, 0.15 and 0.18333") func travel() {
    let sums = InverseTimeDecay(initial: 0.1, decay: 1).travel(3)
    #expect(sums.count == 4 && sums[0] == 0)
    let hand = [0, 0.1, 0.15, 0.55 / 3]
    #expect(hand.indices.allSatisfy { abs(sums[$0] - hand[$0]) < 1e-16 })  // two additions
  }

  @Test("By hand: at α = 0.5 the mean square of w goes 25, 6.5, 1.875; at α = 1 it is 1 after one step")
  func recursion() {
    // ¼ · 25 + ¼ = 6.5; ¼ · 6.5 + ¼ = 1.875: exact in binary
    #expect(expectedSquares(ConstantRate(0.5), from: 5, steps: 2) == [25, 6.5, 1.875])
    #expect(expectedSquares(ConstantRate(1), from: 5, steps: 1) == [25, 1])
  }

  @Test("By hand: losses 4, 4, 2, 2, 1, 0.95 in epochs of sixths are flat when a quarter brings less than a tenth")
  func flat() {
    func isFlat(_ losses: [Double]) -> Bool { Run(loss: 0, accuracy: 0, epochLosses: losses).isFlat }
    #expect(isFlat([4, 2, 1, 0.95]))  // 0.95 is not below 0.9 · 1
    #expect(!isFlat([4, 2, 1, 0.89]))
    #expect(isFlat([4, 2, .infinity, .infinity]))  // what broke does not fall
  }

  @Test("By hand: at rate 0.5 a sum of 0.75 is reached half-way through epoch 1") func costAtTravel() {
    let run = MoonsRun(costs: [8, 4, 2, 1], accuracy: 100)
    #expect(run.cost(at: 0.75, rate: 0.5) == 3)  // half-way from 4 to 2
    #expect(run.cost(at: 2, rate: 0.5) == nil)  // beyond the end
    #expect(run.cost(at: 7e-4, rate: 1e-300) == nil)  // no number of epochs that an Int can hold
  }

  @Test("By hand: the median cost at a sum of rates is that of the runs that came so far, and nothing where none did")
  func medianCosts() {
    let runs = [[8.0, 4, 2], [8, 6, 4], [8, 8]].map { MoonsRun(costs: $0, accuracy: 100) }
    #expect(medianCost(of: runs, at: 0.5, rate: 0.5) == 5)  // 4 and 6; the third run ends there
    #expect(medianCost(of: runs, at: 10, rate: 1e-6) == nil)
  }

  // MARK: Theory

  @Test(
    "Theory: a constant rate settles at α/(2 − α): 1/19 for 0.1, 1/99 for 0.02", arguments: [(0.1, 19.0), (0.02, 99)])
  func floor(rate: Double, inverse: Double) throws {
    #expect(abs(noiseFloor(rate) * inverse - 1) < 1e-14)  // two roundings
    let end = try #require(expectedSquares(ConstantRate(rate), from: 5, steps: 2000).last)
    // What is left of the start is 25 · 0.98⁴⁰⁰⁰ < 1e-33.
    #expect(abs(end * inverse - 1) < 1e-12)  // 2000 roundings, each shrunk by all later steps
  }

  @Test("Theory: with α = 1/(1 + t) the mean square is 1/t, the variance of a plain mean") func runningMean() {
    let squares = expectedSquares(InverseTimeDecay(initial: 1, decay: 1), from: 5, steps: 50)
    #expect(squares.count == 51)
    for t in 1...50 { #expect(abs(squares[t] * Double(t) - 1) < 1e-13) }  // t roundings
  }

  @Test(
    "Theory: the measured mean squares follow the recursion, for every rule and at every step",
    arguments: Estimator.allCases)
  func measuredAgainstRecursion(estimator: Estimator) {
    let measured = estimator.meanSquares(seed: 3, steps: 500, replicas: 3200)
    let expected = expectedSquares(estimator.schedule, from: Estimator.start, steps: 500)
    #expect(measured.count == expected.count)
    // w is normal, so the mean of 3200 squares has a relative deviation of at most √(2/3200) = 2.5 %; five of them.
    #expect(measured.indices.allSatisfy { abs(measured[$0] / expected[$0] - 1) < 0.125 })
  }

  @Test("Theory: the compounding rate travels (e − 1) α₀ in all, and nearly all of it in the first five steps")
  func compoundingTravel() throws {
    let travel = CompoundingDecay(initial: 1, decay: 1).travel(1000)
    let end = try #require(travel.last)
    #expect(abs(end - 1.718281828459045) < 1e-14)  // Σ 1/n! from n = 1 is e − 1
    #expect(end - travel[5] < 0.002 * end)  // 1/6! + 1/7! + … = 0.00162
  }

  @Test("Theory: on the moons, twice as many epochs at half the rate come just as far") func halfTheRate() {
    let task = MoonsTask(seed: 3)
    let whole = task.train(SGD(learningRate: 1), at: ConstantRate(0.02), epochs: 100)
    let half = task.train(SGD(learningRate: 1), at: ConstantRate(0.01), epochs: 200)
    let fall = whole.costs[0] - whole.finalCost
    #expect(fall > 0.1)
    // Gradient descent follows the gradient flow up to terms of the size of the rate.
    #expect(abs(whole.finalCost - half.finalCost) < 0.02 * fall)
  }

  // MARK: Contrast

  @Test("Contrast: on the moons a higher rate lowers the cost, and decay does not lower it further") func cause() {
    func cost(_ recipe: Recipe) -> Double {
      let costs = (0..<4 as Range<UInt64>).map { seed in
        MoonsTask(seed: seed).train(
          recipe.optimizer,
          at: recipe.schedule(rate: 0.1) { StaircaseDecay(initial: $0, decay: 1, interval: 50) }, epochs: 250
        ).finalCost
      }
      return Summary(of: costs).median
    }
    let constant = cost(.constant)
    #expect(cost(.small) - constant > 0.2)
    #expect(cost(.decayed) > constant - 0.02)
    #expect(cost(.smallDecayed) > cost(.small))
    #expect(cost(.everyEpoch) > cost(.decayed) + 0.1)
    // Momentum of the averaged form goes the same way as gradient descent.
    #expect(abs(cost(.momentumDecayed) - cost(.decayed)) < 0.02)
  }

  @Test("Contrast: on digits in batches of 8 decay rescues the rate 0.7 and costs at 0.1") func crossing() async throws
  {
    let lesson = try Lesson05.parse([])
    let sweep = await lesson.sweep(try Digits.load(), rates: [0.1, 0.7], arms: [.constant, .staircase])
    #expect(sweep.count(.staircase, .constant, at: 0.7) { $0.loss < $1.loss } >= 5)
    #expect(isRescued(sweep, at: 0.7) && !isRescued(sweep, at: 0.1))
    #expect(sweep.count(.constant, .staircase, at: 0.1) { $0.loss < $1.loss } >= 4)
    #expect(sweep.rate(.constant) == 0.1)
  }

  @Test("Contrast: Adam in batches of 8 gains from a cosine at 0.03") func adam() throws {
    let digits = try Digits.load()
    func loss(_ arm: Arm) -> Double {
      trained(
        Adam(learningRate: 1), at: arm.schedule(from: 0.03, epochs: 12), digits, batchSize: 8, seed: 1
      ).loss
    }
    #expect(loss(.constant) > 2 * loss(.cosine))
  }

  // MARK: Exercises

  @Test("Exercise 1: in batches of 64 the rate 0.7 needs no rescue") func largerBatches() async throws {
    let lesson = try Lesson05.parse(["--batch-size", "64"])
    let sweep = await lesson.sweep(try Digits.load(), rates: [0.7], arms: [.constant, .staircase])
    #expect(sweep[.constant, 0.7].loss.mean < 1.5 * sweep[.staircase, 0.7].loss.mean)
  }

  @Test("Exercise 2: compounded stairs are below a millionth from epoch 219 on, and add up to 201 first rates")
  func compounded() throws {
    let rates = try Lesson05.parse(["--compound"]).staircase(1).rates(1000)
    // 2⁻²⁰ is the first power below a millionth; epoch 200 has 2⁻¹, so epoch 219. 200 + ½ + ¼ + … = 201.
    #expect(rates.firstIndex { $0 < 1e-6 } == 219)
    #expect(abs(rates.reduce(0, +) - 201) < 1e-9)  // 1000 additions of numbers below 201
  }

  @Test("Exercise 3: a tenth of the rate ends where the constant rate stood after a tenth of the epochs") func tenth() {
    let task = MoonsTask(seed: 0)
    let whole = task.train(SGD(learningRate: 1), at: ConstantRate(0.1), epochs: 101)
    let tenth = task.train(SGD(learningRate: 1), at: ConstantRate(0.01), epochs: 1000)
    let predicted = whole.cost(at: 10, rate: 0.1)
    #expect(abs((predicted ?? .nan) - tenth.finalCost) < 0.03)  // the costs themselves go from 0.7 to 0.3
  }
}
