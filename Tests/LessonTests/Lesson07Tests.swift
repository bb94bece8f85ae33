import Datasets
import Descent
import Experiments
import Testing

@testable import Lesson07

@Suite("Lesson 07 · Exploding loss") struct Lesson07Tests {
  static let digits = Result { try Digits.load() }
  static func run(_ arm: Arm, _ factor: Double, seed: UInt64 = 0) throws -> Run {
    trained(arm, atFactor: factor, try digits.get(), seed: seed)
  }

  /// The task of seed 0 with so many digits to learn from.
  static func part(_ count: Int) throws -> DigitsTask {
    let task = DigitsTask(try digits.get(), seed: 0)
    return DigitsTask(training: task.training[0..<count], test: task.test, generator: task.generator)
  }

  // MARK: By hand

  @Test("By hand: with λ = 2 and a slope of 2, at 1.5 times 2/λ the loss is 1, 4, 16, 64 …")
  func growth() {
    // ½ · 2²/2 = 1 to start from; 1 − ηλ = 1 − 1.5 · 2 = −2, and its square is 4.
    let mode = SharpestMode(curvature: 2, slope: 2)
    #expect((0...3).map { mode.loss(atFactor: 1.5, after: $0) } == [1, 4, 16, 64])
    #expect((0...2).map { mode.loss(atFactor: 0.5, after: $0) } == [1, 0, 0])  // η = 1/λ arrives in one step
    #expect((0...2).map { mode.loss(atFactor: 1, after: $0) } == [1, 1, 1])  // η = 2/λ bounces
    #expect(abs(SharpestMode.decadesPerStep(atFactor: 1.5) - 0.602_059_991_327_962_4) < 1e-15)  // 2 log₁₀ 2
  }

  @Test("By hand: 4ᵗ from 1 on reaches 1000 at step 5; at 2/λ and below nothing does")
  func firstStep() {
    let mode = SharpestMode(curvature: 2, slope: 2)
    #expect(mode.firstStep(above: 1000, atFactor: 1.5) == 5)  // 4⁴ = 256, 4⁵ = 1024
    #expect(mode.firstStep(above: 0.5, atFactor: 1.5) == 0)  // it starts above
    #expect(mode.firstStep(above: 1000, atFactor: 1) == nil && mode.firstStep(above: 1000, atFactor: 0.98) == nil)
  }

  @Test("By hand: from u = 2 and v = 0.2 a step of η = 0.5 leads to u = 1.96 and v = −0.2")
  func stepOfTwoWeights() {
    // f = 0.4; u − 0.5 · 0.4 · 0.2 = 1.96 and v − 0.5 · 0.4 · 2 = −0.2.
    var weights = TwoWeights(u: 2, v: 0.2)
    weights.step(learningRate: 0.5)
    #expect(abs(weights.u - 1.96) < 1e-15 && abs(weights.v + 0.2) < 1e-15)  // a rounding or two
    #expect(abs(weights.loss - 0.5 * 0.392 * 0.392) < 1e-15)  // f = −0.392
    #expect(abs(weights.curvature - 3.8816) < 1e-14)  // 4.04 + 0.5 · 0.16 · (0.5 · 4.04 − 4)
  }

  @Test("By hand: 3, 1, 2, 2, 4 goes up twice and peaks at 4; inf is a peak, nan is none")
  func rises() {
    let run = Run(losses: [3, 1, 2, 2, 4])
    #expect(run.rises == 2 && run.highest == 4)

    #expect(Run(losses: [3, .infinity, .nan]).highest == .infinity)
  }

  @Test(
    "By hand: gradient descent on ½ · 3 w² from w = 1 at η = 1 has the losses 1.5, 6, 24, and stops above its limit")
  func fullBatch() {
    // 1 − ηλ = −2: w is 1, −2, 4, 8, and the loss 1.5 w². The gradient at the start is 3.
    let weight = Parameter("w", Tensor([1], dtype: .float64))
    let descent = FullBatch(model: weight, generator: RandomGenerator(seed: 0)) { (square(weight.value) * 1.5).sum() }
    // One number has one direction; its gradients, 10⁵ times their difference, are rounded to 2e-16 of about 3.
    #expect(abs(descent.sharpness().value - 3) < 1e-9)
    var steps: [Int] = []
    let run = descent.run(at: 1, steps: 5, limit: 20, beforeStep: { steps.append($0) })
    #expect(run.losses == [1.5, 6, 24] && !run.isComplete && run.last.isNaN)
    #expect(steps == [0, 1])  // the step at which it ends is not one to be looked at
  }

  @Test("By hand: log₁₀ of 1, 10, 100, 1000 rises by 1 a step, also where inf follows")
  func slopeByHand() {
    #expect(abs(slope(of: [1, 10, 100, 1000, .infinity]) - 1) < 1e-15)
  }

  // MARK: Theory

  @Test(
    "Theory: a step changes the answer and the curvature of two weights as the formulas say",
    arguments: [(2.0, 0.2, 0.5), (1.0, -1.5, 0.9), (0.3, 2.0, 1.3)])
  func formulasOfTwoWeights(u: Double, v: Double, rate: Double) {
    let before = TwoWeights(u: u, v: v)
    var after = before
    after.step(learningRate: rate)
    let (f, curvature) = (before.answer, before.curvature)
    // A handful of roundings of numbers below 10.
    #expect(abs(after.answer - f * (1 - rate * curvature + rate * rate * f * f)) < 1e-14)
    #expect(abs(after.curvature - (curvature + rate * f * f * (rate * curvature - 4))) < 1e-14)
  }

  @Test("Theory: from its two matrices the regression has the loss and the gradient of half the squared error")
  func regressionLoss() throws {
    let task = try Self.part(40)
    let part = task.training
    var generator = RandomGenerator(seed: 1)
    let regression = LinearRegression(task)
    let weights = Tensor.normal([65, 10], dtype: .float64, using: &generator)
    regression.weight.assign(weights)
    let layer = Dense(
      "direct", weight: weights.slice(axis: 0, range: 0..<64).transposed,
      bias: weights.slice(axis: 0, range: 64..<65).reshaped([10]))
    let (loss, gradients) = valueAndGradients(of: regression.weight, regression.descent.loss)
    let (direct, directGradients) = valueAndGradients(of: layer) {
      squaredError(layer(part.pixels.cast(to: .float64)), part.oneHot, reduction: .sum) * (0.5 / 40)
    }
    // Sums of some hundred products near 10, with a relative rounding of 1e-16 each.
    #expect(abs(loss - direct) < 1e-11 * direct)
    #expect(abs(gradients.norm - directGradients.norm) < 1e-11 * directGradients.norm)
  }

  @Test("Theory: λ is an eigenvalue of XᵀX/n, found by iterating with the matrix itself")
  func curvature() throws {
    let regression = LinearRegression(DigitsTask(try Self.digits.get(), seed: 0))
    // From ones; the second eigenvalue is a twentieth of the first.
    var vector = Tensor.ones([65, 1], dtype: .float64)
    for _ in 0..<20 {
      vector = matmul(regression.hessian, vector)
      vector = vector / vector.norm
    }
    let direct = matmul(vector.transposed, matmul(regression.hessian, vector)).item
    #expect(abs(regression.mode.curvature - direct) < 1e-8 * direct)  // a residual of 1e-10, differences of gradients
  }

  @Test(
    "Theory: the curvature of softmax regression at zero is a tenth of that of linear regression on the same digits")
  func softmaxCurvature() throws {
    let linear = LinearRegression(try Self.part(300)).mode.curvature
    let softmax = softmaxRegression(try Self.digits.get(), seed: 0).sharpness().value
    // The residual is at most a hundredth; the gap is nearly λ, so the error is 10⁻⁴ of λ.
    #expect(abs(softmax - linear / 10) < 1e-3 * softmax)
  }

  @Test(
    "Theory: above 2/λ the loss is the closed form plus at most the ½ that is there at first", arguments: [1.02, 1.5])
  func closedForm(factor: Double) throws {
    let regression = LinearRegression(DigitsTask(try Self.digits.get(), seed: 1))
    let losses = regression.descent.run(at: factor * 2 / regression.mode.curvature, steps: 200).losses
    #expect(losses.count == 201)
    for (step, loss) in losses.enumerated() {
      let theory = regression.mode.loss(atFactor: factor, after: step)
      // λ is good to 1e-11, which 200 steps at up to 1/|1 − ηλ| make 1e-8 of the loss.
      #expect(loss - theory > -1e-7 * theory && loss - theory < 0.5 + 1e-7 * theory)
    }
  }

  @Test("Theory: the sharpness of the ReLU network is that of its Hessian away from kinks: another start finds it, too")
  func reluSharpness() throws {
    let task = DigitsTask(try Self.digits.get(), seed: 0)
    var generator = task.generator
    let network = DigitsTask.network(using: &generator)
    let other = DigitsTask(training: task.training, test: task.test, generator: RandomGenerator(seed: 9))
    let (one, two) = (sharpness(ofReLU: network, task).value, sharpness(ofReLU: network, other).value)
    // Residuals of a hundredth, or 60 iterations where the gap is small.
    #expect(abs(one - two) < 0.05 * one && one > 1)
  }

  // MARK: Contrast

  @Test("Contrast: at 0.98 times 2/λ no step raises the loss, at 1.02 times it grows a hundred thousand times")
  func threshold() throws {
    let below = try Self.run(.linear, 0.98, seed: 3)
    #expect(below.rises == 0 && below.last < 0.5 * below.losses[0])
    // The sharpest direction's 0.05 grows by 1.04⁴⁰⁰ = 6.5·10⁶ in 200 steps; the start is ½.
    let above = try Self.run(.linear, 1.02, seed: 3)
    #expect(above.losses[200] > 1e5 * above.losses[0])
  }

  @Test(
    "Contrast: two weights come down between 2/λ₀ and 4/λ₀, after the loss has risen", arguments: [1.25, 1.5, 1.75])
  func catapult(factor: Double) {
    let path = TwoWeights().descend(atFactor: factor, steps: 24)
    #expect(path.count == 25)
    #expect(path.map(\.loss).max() ?? 0 > 2 * path[0].loss)
    #expect(path[24].loss < 1e-3 * path[0].loss)
    #expect(factor * path[24].curvature / path[0].curvature < 1)  // λη/2 has come below the edge
    // Below it the loss falls for good: |f| ≤ λ/2, so that 1 − ηλ + η²f² lies between 1 − ηλ and (1 − ηλ/2)².
    for (before, after) in zip(path, path.dropFirst()) where factor * before.curvature / path[0].curvature < 1 {
      #expect(after.loss < before.loss)
    }
  }

  @Test("Contrast: above 4/λ₀ they do not", arguments: [2.05, 2.1, 3])
  func divergence(factor: Double) {
    #expect(!(TwoWeights().descend(atFactor: factor, steps: 24)[24].loss < 1e6))
  }

  @Test("Contrast: softmax regression at 20 times 2/λ₀ rises high and ends lower than at 1/λ₀")
  func softmax() throws {
    let (calm, bold) = (try Self.run(.softmax, 0.5), try Self.run(.softmax, 20))
    // Each starts with ten classes equally likely.
    #expect(abs(calm.losses[0] - .log(10)) < 1e-12 && bold.losses[0] == calm.losses[0])
    #expect(calm.rises == 0 && bold.rises > 0)
    #expect(bold.highest > 10 * bold.losses[0] && bold.last < 0.5 * calm.last)
  }

  @Test("Contrast: at η = 0.8 the tanh network starts above its edge, comes down to it, and learns")
  func edge() throws {
    let run = EdgeRun(try Self.digits.get(), loss: .squared, learningRate: 0.8, steps: 600, seed: 2)
    #expect(run.first > 1)
    #expect(run.run.isComplete && run.run.losses.count == 601 && run.edgeRatios.count == 25)  // steps 0, 25 … 600
    // It hovers: over five seeds and any third of the run the mean was within 0.05.
    #expect(abs(run.settled - 1) < 0.1)
    #expect(run.shareOfRises > 0.2 && run.run.last < 0.2 * run.run.losses[0])
  }

  @Test("Contrast: the tanh network survives 1.4 times 2/λ₀, and diverges at 3 times", arguments: [0, 1, 2])
  func border(seed: UInt64) throws {
    #expect(try Self.run(.tanh, 1.4, seed: seed).isComplete)
    #expect(try !Self.run(.tanh, 3, seed: seed).isComplete)
  }

  @Test("Contrast: with cross-entropy the ReLU network dies at 5 times 2/λ₀, near ln 10, and at 1/λ₀ it learns")
  func death() throws {
    let (dead, alive) = (try Self.run(.relu, 5), try Self.run(.relu, 0.5))
    #expect(dead.losses.count == Arm.relu.steps && Arm.relu.steps == 220)
    // The output's biases alone cannot do better than ln 10, and a rate this high keeps them swinging.
    #expect(dead.isComplete && abs(dead.last - .log(10)) < 0.2 && dead.deadUnits > 0.8)
    #expect(alive.last < 0.3 && alive.deadUnits < 0.2)
  }

  @Test("Contrast: η = 1/λ₀ brings every model below half of its first loss", arguments: Arm.allCases)
  func cure(arm: Arm) throws {
    let run = try Self.run(arm, 0.5, seed: 7)
    #expect(run.isComplete && run.last < 0.5 * run.losses[0])
    #expect(run.gradientsForSharpness > 0 && run.gradientsForSharpness <= 400)
  }

  // MARK: Exercises

  @Test("Exercise: at 1.1 times 2/λ the loss passes a million near step 46")
  func exerciseFactor() throws {
    // 1.44ᵗ · 0.05 = 10⁶: t = (6 + 1.30)/0.15836 = 46.1; ½ s²/λ differs a little from seed to seed.
    let regression = LinearRegression(DigitsTask(try Self.digits.get(), seed: 0))
    let predicted = try #require(regression.mode.firstStep(above: 1e6, atFactor: 1.1))
    let losses = regression.descent.run(at: 2.2 / regression.mode.curvature, steps: 60).losses
    #expect((45...48).contains(predicted) && losses.firstIndex { $0 > 1e6 } == predicted)
  }

  @Test("Exercise: at η = 1.2 those seeds diverge whose curvature at the start is the largest")
  func exerciseLearningRate() throws {
    let runs = try (0..<6 as Range<UInt64>).map {
      EdgeRun(try Self.digits.get(), loss: .squared, learningRate: 1.2, steps: 100, seed: $0)
    }
    let lost = try #require(runs.filter { !$0.run.isComplete }.map(\.first).min())
    let kept = try #require(runs.filter(\.run.isComplete).map(\.first).max())
    #expect(kept < lost)
    #expect(abs((kept + lost) - 4) < 0.5)  // λη/2 twice: about where the two weights have their border
  }

  @Test("Exercise: with cross-entropy the curvature falls, far below the edge")
  func exerciseCrossEntropy() throws {
    let run = EdgeRun(try Self.digits.get(), loss: .crossEntropy, learningRate: 0.5, steps: 600, seed: 0)
    #expect(run.edgeRatios[24] < 0.6 * run.first && run.first < 0.2)
    #expect(run.run.rises == 0)
  }

  // MARK: Refusal

  @Test("Refusal: the line says which option, and what it may be")
  func refuses() throws {
    let factor = try #require(throws: (any Error).self) { try Lesson07.parse(["--factor", "0"]) }
    #expect(Lesson07.message(for: factor).contains("It must be from 0.01 to 100."))
    let loss = try #require(throws: (any Error).self) { try Lesson07.parse(["--loss", "hinge"]) }
    #expect(Lesson07.message(for: loss).contains("The value 'hinge' is invalid for '--loss <loss>'"))
  }
}
