import Datasets
import Descent
import Experiments
import Testing

@testable import Lesson23

@Suite("Lesson 23 · Watching gradients and weights") struct Lesson23Tests {
  private func train(_ rule: Rule, _ rate: Double, epochs: Int = 10, seed: UInt64 = 3) throws -> Run {
    let steps = epochs * Plan.stepsPerEpoch
    return Run(
      Setting(rule, at: rate), epochs: epochs, places: [min(Plan.steps, steps), steps], digits: try Digits.load(),
      seed: seed)
  }

  // MARK: By hand

  @Test("By hand: an update of (−0.003, −0.004) is a thousandth of (3, 4), and 0.0007 of that and a dead (−3, −4)")
  func twoUnits() {
    let (one, oneAfter) = (
      Tensor(shape: [1, 2], [3, 4], dtype: .float64), Tensor(shape: [1, 2], [2.997, 3.996], dtype: .float64)
    )
    #expect(abs(updateRatios(from: [one], to: [oneAfter])[0] - 0.001) < 1e-15)  // 0.005/5
    let both = Tensor(shape: [2, 2], [3, 4, -3, -4], dtype: .float64)
    let bothAfter = Tensor(shape: [2, 2], [2.997, 3.996, -3, -4], dtype: .float64)
    #expect(abs(updateRatios(from: [both], to: [bothAfter])[0] - 0.0007071067811865) < 1e-15)  // 0.005/√50
  }

  @Test("By hand: a unit with weights (−3, −4) answers 0 to pixels, and half of the gradient is exactly 0") func dead()
  {
    let unit = Parameter("w", Tensor(shape: [2, 2], [3, 4, -3, -4], dtype: .float64))
    let pixels = Tensor(shape: [3, 2], [0.5, 0.1, 1, 0.2, 0, 0.7], dtype: .float64)
    let (_, gradients) = valueAndGradients(of: unit) { relu(matmul(pixels, unit.value.transposed)).sum() }
    // The sums of the columns of the pixels, 1.5 and 1.0, and nothing.
    #expect(gradients.tensors[0].scalars == [1.5, 1.0, 0, 0])
    #expect(gradients.tensors[0].zeroShare == 0.5)
  }

  @Test("By hand: with 64 inputs, η = 0.003 and 30 % zeros Adam's first ratio is 0.0142; √(2/64) is 0.177")
  func formula() {
    #expect(abs(firstAdamRatio(rate: 0.003, inputs: 64, zeroShare: 0.3) - 0.0142) < 5e-5)  // 0.003 √22.4, four decimals
    #expect(abs(heDeviation(inputs: 64) - 0.1768) < 5e-5)
  }

  @Test("By hand: 310 steps of a thousandth come at most 0.363, two of a tenth 0.21") func bound() {
    #expect(abs(farthest(ratio: 1e-3, steps: 310) - 0.3632) < 5e-5)  // 1.001³¹⁰ = e^0.30985
    #expect(abs(farthest(ratio: 0.1, steps: 2) - 0.21) < 1e-15)
  }

  @Test("By hand: a loss times 100 moves gradient descent 100 times as far, and Adam as far as before")
  func unitOfTheLoss() {
    func ratio(_ optimizer: some Optimizer, _ scale: Double) -> Double {
      let unit = Parameter("w", Tensor(shape: [1, 2], [3, 4], dtype: .float64))
      var optimizer = optimizer
      let before = unit.tensor
      let gradient = Tensor(shape: [1, 2], [0.03 * scale, 0.04 * scale], dtype: .float64)
      optimizer.update(unit, with: Gradients(names: ["w"], tensors: [gradient]))
      return updateRatios(from: [before], to: [unit.tensor])[0]
    }
    #expect(
      abs(ratio(SGD(learningRate: 0.1), 1) - 0.001) < 1e-15 && abs(ratio(SGD(learningRate: 0.1), 100) - 0.1) < 1e-15)
    let (small, large) = (ratio(Adam(learningRate: 0.1), 1), ratio(Adam(learningRate: 0.1), 100))
    #expect(abs(small / large - 1) < 1e-6)  // ε = 10⁻⁸ beside 0.03
    #expect(abs(small - 0.1 * 2.0.squareRoot() / 5) < 1e-7)  // both weights by η, over 5
  }

  // MARK: Theory

  @Test("Theory: the bound is met where all updates point along the weights, and no run comes farther")
  func farthestRun()
    throws
  {
    var w = Tensor(shape: [1, 2], [3, 4], dtype: .float64)
    let start = w
    for _ in 0..<20 { w = w * 1.05 }
    // Twenty roundings.
    #expect(abs(updateRatios(from: [start], to: [w])[0] - farthest(ratio: 0.05, steps: 20)) < 1e-13)
    for (rule, rate) in [(Rule.sgd, 0.3), (.momentum, 0.03), (.adam, 0.01)] {
      let run = try train(rule, rate, epochs: 2)
      #expect(run.ratios.count == 62 && run.distances.count == 62)
      var product = 1.0
      for step in run.ratios.indices {
        product *= 1 + run.ratios[step][0]
        #expect(run.distances[step] <= (product - 1) * (1 + 1e-5))  // norms of 32-bit differences
      }
    }
  }

  @Test("Theory: Adam's first ratio is η √((1 − z) n/2), gradient descent's and momentum's are proportional to η")
  func firstStep() throws {
    let adam = try train(.adam, 0.01, epochs: 1)
    let theory = firstAdamRatio(rate: 0.01, inputs: 64, zeroShare: adam.zeros[0])
    // The length of 2,048 normal weights has a deviation of 1/√4096 = 1.6 %; four of them.
    #expect(abs(adam.ratios[0][0] / theory - 1) < 0.064)
    let (slow, fast) = (try train(.sgd, 0.01, epochs: 1), try train(.sgd, 0.1, epochs: 1))
    let momentum = try train(.momentum, 0.1, epochs: 1)
    for layer in 0..<3 {
      // Updates of 10⁻⁴ of a weight are rounded to 2⁻²⁴ of it, 6·10⁻⁴ each and far less together.
      #expect(abs(fast.ratios[0][layer] / slow.ratios[0][layer] - 10) < 0.01)
      #expect(fast.ratios[0][layer] == momentum.ratios[0][layer])
    }
  }

  // MARK: Contrast

  @Test("Contrast: a thousandth is too little for 310 steps, and nearly enough for ten times as many") func thousandth()
    throws
  {
    let slow = try train(.momentum, 0.003, epochs: 100)
    let best = try train(.momentum, 0.03, epochs: 100)
    #expect((0.0007...0.002).contains(slow.ratio()))
    #expect(best.accuracy() > slow.accuracy() + 4)
    #expect(abs(best.accuracy(Plan.longSteps) - slow.accuracy(Plan.longSteps)) < 3)
  }

  @Test(
    "Contrast: gradient descent at 1 dies with a ratio like that at 0.1 or 0.3, and is as dead after ten times as many steps"
  )
  func deadAndMoving() throws {
    let (alive, dead) = (try train(.sgd, 0.3), try train(.sgd, 1, epochs: 100))
    #expect(alive.zeroShare() < 0.5 && alive.accuracy() > 90)
    #expect(dead.isDead() && dead.accuracy() < 60)
    #expect(dead.isDead(Plan.longSteps) && dead.accuracy(Plan.longSteps) < 60)
    #expect(dead.distance() > 0.5)
  }

  @Test("Contrast: below 20 sigmoid layers Adam stops at its ε, below 5 it does not") func faint() throws {
    let digits = try Digits.load()
    let (shallow, deep) = (Faint(depth: 5, digits: digits, seed: 8), Faint(depth: 20, digits: digits, seed: 8))
    #expect(shallow.gradient > 1e-7 && deep.gradient < 1e-11)
    #expect(abs(shallow.adam / shallow.bare - 1) < 0.05)
    #expect(deep.adam < deep.bare / 1000)
    #expect(deep.descent < 1e-6)
  }

  // MARK: Exercises

  @Test("Exercise 1: Adam at 0.03 starts with a ratio of about 0.14, loses units, and reads") func largeFirstStep()
    async throws
  {
    let runs = await (try Lesson23.parse(["--optimizer", "adam", "--learning-rate", "0.03"])).watch(try Digits.load())
    #expect(abs(runs.mean { $0.ratios[0][0] } - 0.142) < 0.02)  // z varies from 0.2 to 0.45
    #expect(runs.mean { $0.dead } > 0.2 && runs.count { $0.isDead() } <= 1)
    #expect(runs.mean { $0.accuracy() } > 90)
  }

  @Test("Exercise 2: momentum at 0.001 comes 0.4 of the length in 60 epochs, which is enough") func slowAndLong()
    async throws
  {
    let lesson = try Lesson23.parse(["--optimizer", "momentum", "--learning-rate", "0.001", "--epochs", "60"])
    let runs = await lesson.watch(try Digits.load())
    #expect(lesson.steps == 1860 && runs.all.allSatisfy { $0.ratio(steps: 1860) < 1e-3 })
    #expect((0.35...0.5).contains(runs.mean { $0.distance(1860) }))
    #expect(runs.mean { $0.accuracy(1860) } > 89)
  }

  @Test("Exercise 3: at 0.7 the seeds with more than three quarters zeros read less than the others") func giveUp()
    async throws
  {
    let runs = await (try Lesson23.parse(["--learning-rate", "0.7", "--seed", "1111"])).watch(try Digits.load())
    let (dead, alive) = (runs.all.filter { $0.isDead() }, runs.all.filter { !$0.isDead() })
    #expect(!dead.isEmpty && !alive.isEmpty)
    #expect(Summary(of: dead.map { $0.accuracy() }).mean < Summary(of: alive.map { $0.accuracy() }).mean)
  }

  @Test("A run that breaks is described as far as it came") func breaks() async throws {
    let lesson = try Lesson23.parse(["--optimizer", "momentum", "--learning-rate", "10"])
    let runs = await lesson.watch(try Digits.load())
    #expect(runs.all.allSatisfy { $0.accuracy(lesson.steps) < 30 })
    #expect(runs.all.allSatisfy { $0.zeroShare(lesson.steps) > 0.75 || $0.ratios.count < lesson.steps })
  }

  // MARK: Refusal

  @Test("Refusal: a rule that nobody knows") func refuses() throws {
    let error = try #require(throws: (any Error).self) { try Lesson23.parse(["--optimizer", "rmsprop"]) }
    let message = Lesson23.message(for: error)
    #expect(message.contains("The value 'rmsprop' is invalid for '--optimizer <optimizer>'"))
    #expect(["sgd", "momentum", "adam"].allSatisfy(message.contains))
  }
}
