import Datasets
import Descent
import Experiments
import Testing

@testable import Lesson19

@Suite("Lesson 19 · Learning-rate schedules") struct Lesson19Tests {
  private func isClose(_ values: [Double], _ hand: [Double], _ tolerance: Double) -> Bool {
    values.count == hand.count && values.indices.allSatisfy { abs(values[$0] - hand[$0]) <= tolerance }
  }

  // MARK: By hand

  @Test("By hand: with the rates 1, 1/2, 1/3 the mean square is 1, 1/2, 1/3: w is the mean of one, two, three draws")
  func runningMean() {
    let squares = Bowl(curvatures: [1]).squares([1, 0.5, 1.0 / 3])
    #expect(squares.allSatisfy { $0.count == 1 })
    #expect(isClose(squares.map { $0[0] }, [25, 1, 0.5, 1.0 / 3], 1e-15))  // a few roundings of numbers below 1
  }

  @Test("By hand: from 25, one step of 0.5 with h = 1 and 0.01 gives 6.5 and 24.75065, a loss of 3.37375325")
  func oneStep() {
    let bowl = Bowl(curvatures: [1, 0.01])
    // ¼ · 25 + ¼; 0.995² · 25 + 0.005²; ½ (6.5 + 0.2475065)
    #expect(isClose(bowl.squares([0.5])[1], [6.5, 24.75065], 1e-13))
    #expect(abs(bowl.finalLoss([0.5]) - 3.37375325) < 1e-14 && bowl.losses([0.5])[1] == bowl.finalLoss([0.5]))
  }

  @Test(
    "By hand: the shapes from 0.1 over 100 steps",
    arguments: [
      (Shape.cosine, [0, 25, 50, 75], [0.1, 0.085355339, 0.05, 0.014644661]),
      (.linear, [0, 25, 50, 99], [0.1, 0.075, 0.05, 0.001]),
      (.rising, [0, 25, 99], [0, 0.025, 0.099]),
      (.exponential, [0, 25, 50], [0.1, 0.031622777, 0.01]),
      (.step, [49, 50, 74, 75], [0.1, 0.01, 0.01, 0.001]),
      (.inverseSquareRoot, [0, 3, 24, 99], [0.1, 0.05, 0.02, 0.01]),
      (.oneCycle, [0, 15, 29, 50, 99], [0.004, 0.054598668, 0.1, 0.079389345, 4e-7]),
      // The last eighth is 12 steps: 12/12, 11/12 … 1/12.
      (.coolDown, [87, 88, 89, 99], [0.1, 0.1, 0.091666667, 0.008333333]),
      (.cyclic, [0, 13, 26], [0.01, 0.1, 0.01]),
    ])
  func shapes(shape: Shape, places: [Int], rates: [Double]) {
    let schedule = shape.schedule(0.1, steps: 100)
    #expect(isClose(places.map { schedule($0) }, rates, 5e-10))  // nine decimals are given
  }

  @Test("By hand: each shape has a rate for each step of the shortest runs, and all cycles end with the run")
  func cyclesEnd() {
    for steps in [2, 100, 800, 1000, 2000] {
      for shape in Shape.functions {
        let shares = shape.shares(steps)
        #expect(shares.count == steps && shares.allSatisfy { $0.isFinite && $0 >= 0 && $0 <= 1 })
      }
    }
    // Cycles of 1, 2 and 4 times ⌈T/7⌉ end at most 6 steps after T: ½ (1 − cos(6π/460)) is below 0.001.
    #expect([800, 1000, 2000].allSatisfy { Shape.restarts.shares($0)[$0 - 1] < 0.001 })
  }

  @Test("By hand: 8 epochs are 800 steps; a plateau begins before the first eighth that brings less than 1 %")
  func plateau() {
    func plateau(_ eighths: [Double]) -> Int? {
      Run(loss: 0, validationLoss: 0, accuracy: 0, eighths: eighths).plateau
    }
    #expect(Training().steps == 800)
    #expect(plateau([1, 0.8, 0.793, 0.5]) == 2)  // 0.793 is not below 0.99 · 0.8 = 0.792
    #expect(plateau([1, 0.9, 0.8, 0.7]) == nil)
    #expect(plateau([1, .nan, 0.5]) == 1)
  }

  // MARK: Theory

  @Test("Theory: in one direction the best of all is η = s/(s + 1), and 1/(1 + t) reaches it to a part in 20,000")
  func oneDirection() {
    let bowl = Bowl(curvatures: [1])
    let best = bowl.best(steps: 1000)
    // 1/s grows by 1 a step: s = 1/(1/25 + t), and η = s/(s + 1) = 1/(1.04 + t).
    #expect(isClose(best, (0..<1000).map { 1 / (1.04 + Double($0)) }, 1e-9))  // where the rounds end
    let least = 0.5 / (0.04 + 1000)
    #expect(abs(bowl.finalLoss(best) / least - 1) < 1e-9)
    #expect(bowl.finalLoss(Shape.inverseTime.shares(1000)) / least < 1.00005)  // 1000.04/1000
  }

  @Test("Theory: no rate of the best schedule can be moved, and holding for k steps before 1/(1 + j) comes within 1 %")
  func best() {
    let bowl = Bowl(curvatures: [1, 0.01])
    let best = bowl.best(steps: 1000)
    let loss = bowl.finalLoss(best)
    for step in stride(from: 0, to: 1000, by: 37) {
      for factor in [0.9, 1.1] {
        var rates = best
        rates[step] = min(rates[step] * factor, Bowl.highest)
        #expect(bowl.finalLoss(rates) >= loss * (1 - 1e-12))  // 1,000 roundings
      }
    }
    let holding = (300..<450).map { k in
      bowl.finalLoss((0..<1000).map { $0 < k ? 1 : 1 / Double($0 - k + 1) })
    }
    let least = holding.min() ?? .nan
    #expect(least > loss && least < 1.01 * loss)
    // Random schedules do worse.
    var generator = RandomGenerator(seed: 1)
    for _ in 0..<20 {
      let noise = Tensor.uniform([1000], in: 0.5..<1, using: &generator).scalars
      #expect(bowl.finalLoss(best.indices.map { best[$0] * noise[$0] }) > loss)
    }
  }

  @Test("Theory: with two directions 1/(1 + t) ends last, also where rates up to 1.95 are allowed")
  func last() {
    let bowl = Bowl(curvatures: [1, 0.01])
    func loss(_ shape: Shape) -> Double {
      let shares = shape.shares(1000)
      return (0..<40).map { index in
        let rate = 1.95 * (1 - Double(index) / 40)
        return bowl.finalLoss(shares.map { $0 * rate })
      }.min() ?? .nan
    }
    let worst = loss(.inverseTime)
    #expect(Shape.functions.filter { $0 != .inverseTime }.allSatisfy { loss($0) < worst })
  }

  @Test("Theory: the walks follow the recursion", arguments: [Shape.constant, .cosine, .inverseTime])
  func walks(shape: Shape) {
    let bowl = Bowl(curvatures: [1, 0.01])
    let rates = bowl.tuned(shape.shares(300))
    let (measured, expected) = (bowl.walks(rates, count: 3200, seed: 3), bowl.losses(rates))
    #expect(measured.count == 301 && expected.count == 301)
    // The mean of 3,200 squares deviates by √(2/3200) = 2.5 %; five of them.
    #expect(measured.indices.allSatisfy { abs(measured[$0] / expected[$0] - 1) < 0.125 })
  }

  // MARK: Contrast

  @Test("Contrast: the same run, cooled in its last eighth, ends lower; rates in reverse order end higher")
  func contrast() throws {
    let (digits, training) = (try Digits.load(), Training(epochs: 4))
    func loss(_ shape: Shape) -> Double {
      let losses = (0..<6 as Range<UInt64>).map { seed in
        training.run(Arm(.momentum, shape), rate: 0.05, on: training.task(digits, seed: seed)).loss
      }
      return Summary(of: losses).mean
    }
    // Single seeds differ by some hundredths, these means by a fifth and more.
    #expect(loss(.coolDown) < 0.95 * loss(.constant))
    #expect(loss(.rising) > 1.2 * loss(.linear))
  }

  @Test("Contrast: all shapes are the constant rate where their rate has not changed yet") func start() throws {
    let (digits, training) = (try Digits.load(), Training(epochs: 2))
    let task = training.task(digits, seed: 1)
    let constant = training.run(Arm(.adam, .constant), rate: 0.01, on: task)
    let cooled = training.run(Arm(.adam, .coolDown), rate: 0.01, on: task)
    let dropped = training.run(Drop(rule: .adam, factor: 0.1, eighth: 4), rate: 0.01, on: task)
    #expect([constant, cooled, dropped].allSatisfy { $0.eighths.count == 8 })
    #expect(cooled.eighths[..<7] == constant.eighths[..<7] && cooled.eighths[7] != constant.eighths[7])
    #expect(dropped.eighths[..<4] == constant.eighths[..<4] && dropped.eighths[4] != constant.eighths[4])
  }

  @Test("Contrast: in ten times as many epochs the cosine still ends lower, but with momentum the gain has shrunk")
  func tenTimes() async throws {
    let (digits, long) = (try Digits.load(), Training(epochs: 80))
    func gain(_ rule: Rule, _ training: Training, _ rates: [Double]) async -> Summary {
      let arms = [Arm(rule, .constant), Arm(rule, .cosine)]
      let sweep = await Sweep(arms, rates: rates, seeds: Array(0..<5), by: \.validationLoss) { arm, rate, seed in
        training.run(arm, rate: rate, on: training.task(digits, seed: seed))
      }
      return sweep.gain(rule, .cosine)
    }
    let late = await gain(.momentum, long, [0.00625, 0.0125, 0.025])
    let early = await gain(.momentum, Training(), [0.0125, 0.025, 0.05])
    #expect(early.mean > 0.01)
    #expect(late.mean > -0.002 && late.mean < early.mean / 2)
    #expect(await gain(.adam, long, [0.00125, 0.0025, 0.005]).mean > 0)
  }

  // MARK: Exercises

  @Test("Exercise 1: with h = 0.1 the best schedule holds for a tenth of the time or less") func steeper() throws {
    func held(_ options: [String]) throws -> Int {
      try Lesson19.parse(options).bowl.best(steps: 1000).prefix { $0 >= Bowl.highest }.count
    }
    let (flat, steep) = (try held([]), try held(["--curvature", "0.1"]))
    #expect(steep > 0 && 10 * steep <= flat)
    #expect(try held(["--curvature", "1"]) == 0)  // no second curvature: 1/(1 + t) again
  }

  @Test("Exercise 2: a fifth of the labels wrong, and momentum gains more by a cool-down") func wrongLabels()
    async throws
  {
    let digits = try Digits.load()
    func gain(_ options: [String]) async throws -> Double {
      await (try Lesson19.parse(options)).sweep(digits, rules: [.momentum], shapes: [.constant, .coolDown])
        .gain(.momentum, .coolDown).mean
    }
    let (clean, noisy) = (try await gain([]), try await gain(["--noise", "0.2"]))
    #expect(clean > 0 && noisy > 1.5 * clean)
  }

  @Test("Exercise 3: with 2 epochs the cosine wants a higher rate than with 8") func shortRuns() async throws {
    let digits = try Digits.load()
    func rate(_ options: [String]) async throws -> Double {
      await (try Lesson19.parse(options)).sweep(digits, rules: [.momentum], shapes: [.cosine])
        .rate(Arm(.momentum, .cosine))
    }
    #expect(try await rate(["--epochs", "2"]) > (try await rate([])))
  }

  // MARK: Refusal

  @Test("Refusal: a bowl without a second direction, and no epochs") func refuses() throws {
    let flat = try #require(throws: (any Error).self) { try Lesson19.parse(["--curvature=0"]) }
    #expect(Lesson19.message(for: flat).contains("'0' is invalid for '--curvature <curvature>'"))
    let none = try #require(throws: (any Error).self) { try Lesson19.parse(["--epochs=0"]) }
    #expect(
      Lesson19.message(for: none) == "The value '0' is invalid for '--epochs <epochs>': It must be from 1 to 20.")
  }
}
