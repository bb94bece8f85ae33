import Datasets
import Descent
import Testing

@testable import Lesson07

@Suite("Lesson 07 · Exploding loss") struct Lesson07Tests {
  static let digits = Result { try Digits.load() }
  static func task(_ seed: UInt64, centred: Bool = false) throws -> DigitsTask {
    DigitsTask(try digits.get(), seed: seed, centred: centred)
  }

  // MARK: By hand

  @Test("By hand: with λ = 2 and a slope of 2 the threshold is 1, and at 1.5 times that the loss is 1, 4, 16, 64 …")
  func growth() {
    // ½ · 2²/2 = 1 to start from; 1 − ηλ = 1 − 1.5 · 2 = −2, and its square is 4.
    let mode = SharpestMode(curvature: 2, slope: 2)
    #expect(mode.threshold == 1)
    #expect((0...3).map { mode.loss(atFactor: 1.5, after: $0) } == [1, 4, 16, 64])
    #expect((0...2).map { mode.loss(atFactor: 0.5, after: $0) } == [1, 0, 0])  // η = 1/λ arrives in one step
    #expect((0...2).map { mode.loss(atFactor: 1, after: $0) } == [1, 1, 1])  // η = 2/λ bounces for ever
    #expect(abs(SharpestMode.decadesPerStep(atFactor: 1.5) - 0.602_059_991_327_962_4) < 1e-15)  // 2 log₁₀ 2
  }

  @Test("By hand: 4ᵗ from 1 on passes the largest double, just below 2¹⁰²⁴, at step 512; below 2/λ nothing does")
  func overflowByHand() {
    let mode = SharpestMode(curvature: 2, slope: 2)
    #expect(mode.overflow(atFactor: 1.5) == 512)
    #expect(mode.overflow(atFactor: 1) == nil)
    #expect(mode.overflow(atFactor: 0.98) == nil)
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

  @Test("By hand: 3, 1, 2, 2, 4 goes up twice, and what becomes nan on the way has been highest")
  func rises() {
    #expect(Run(learningRate: 1, losses: [3, 1, 2, 2, 4]).rises == 2)
    #expect(Run(learningRate: 1, losses: [3, 1, 2, 2, 4]).highest == 4)
    #expect(Run(learningRate: 1, losses: [3, .infinity, .nan]).highest == .infinity)
  }

  @Test(
    "By hand: gradient descent on ½ · 3 w² from w = 1 at η = 1 has the losses 1.5, 6, 24, and stops above its limit")
  func fullBatch() {
    // 1 − ηλ = −2: w is 1, −2, 4, 8, and the loss 1.5 w².
    let weight = Parameter("w", Tensor([1], dtype: .float64))
    var steps: [Int] = []
    let losses = fullBatchDescent(weight, learningRate: 1, steps: 5, limit: 20, beforeStep: { steps.append($0) }) {
      (square(weight.value) * 1.5).sum()
    }
    #expect(losses == [1.5, 6, 24])
    #expect(steps == [0, 1])  // the step at which it ends is not one to be looked at
  }

  @Test("By hand: the last third of six losses that ends with 1, 3 is one step, and that goes up")
  func lastThird() {
    let run = EdgeRun(
      run: Run(learningRate: 0.5, losses: [5, 4, 3, 2, 1, 3]), steps: [0, 1, 2], sharpness: [1, 3, 5], isComplete: true)
    #expect(run.edge == 4)
    #expect(run.settled == 1.25)  // 5/4
    #expect(run.firstAboveEdge == 2)
    #expect(run.shareOfRises == 1)  // of 1, 3
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
    let part = try Self.task(0).training[0..<40]
    let regression = LinearRegression(part)
    var generator = RandomGenerator(seed: 1)
    let weights = Tensor.normal([65, 10], dtype: .float64, using: &generator)
    regression.weight.assign(weights)
    let layer = Dense(
      "direct", weight: weights.slice(axis: 0, range: 0..<64).transposed,
      bias: weights.slice(axis: 0, range: 64..<65).reshaped([10]))
    let (loss, gradients) = valueAndGradients(of: regression) { regression.loss }
    let (direct, directGradients) = valueAndGradients(of: layer) {
      squaredError(layer(part.pixels.cast(to: .float64)), part.oneHot, reduction: .sum) * (0.5 / 40)
    }
    // Sums of some hundred products near 10, with a relative rounding of 1e-16 each.
    #expect(abs(loss - direct) < 1e-11 * direct)
    #expect(abs(gradients.norm - directGradients.norm) < 1e-11 * directGradients.norm)
  }

  @Test("Theory: λ is an eigenvalue of XᵀX/n, and a tenth of it is the curvature of softmax regression at zero")
  func curvatures() throws {
    let task = try Self.task(0)
    let regression = LinearRegression(task.training)
    let curvature = regression.sharpestMode.curvature
    // Power iteration on the matrix itself, from ones; the second eigenvalue is a twentieth of the first.
    var vector = Tensor.ones([65, 1], dtype: .float64)
    for _ in 0..<20 {
      vector = matmul(regression.hessian, vector)
      vector = vector / vector.norm
    }
    let direct = matmul(vector.transposed, matmul(regression.hessian, vector)).item
    #expect(abs(curvature - direct) < 1e-8 * direct)  // a residual of 1e-10, and differences of gradients
    var generator = RandomGenerator(seed: 5)
    let softmax = SoftmaxRegression(task.training).curvatureAtZero(using: &generator)
    #expect(abs(softmax - curvature / 10) < 1e-5)  // its residual is a millionth
  }

  @Test(
    "Theory: above 2/λ the loss is the closed form plus at most the ½ that is there at first", arguments: [1.02, 1.5])
  func closedForm(factor: Double) throws {
    let regression = LinearRegression(try Self.task(1).training)
    let mode = regression.sharpestMode
    let run = regression.descend(atFactor: factor, of: mode, steps: 200)
    #expect(run.losses.count == 201)
    for (step, loss) in run.losses.enumerated() {
      let theory = mode.loss(atFactor: factor, after: step)
      // λ is good to 1e-11, which 200 steps at up to 1/|1 − ηλ| make 1e-8 of the loss.
      #expect(loss - theory > -1e-7 * theory && loss - theory < 0.5 + 1e-7 * theory)
    }
    // Halfway, at step 100, the closed form is 0.05 · 1.04²⁰⁰ = 127 and more. The ½ on top is 0.0017 decades of it; over
    // the 100 steps from there that tilts the slope by 1.7e-5.
    #expect(abs(RegressionStudy.slope(of: run) - SharpestMode.decadesPerStep(atFactor: factor)) < 5e-5)
  }

  @Test("Theory: at 1.5 times 2/λ the loss is inf at the step that the closed form says, and nan long after")
  func overflow() throws {
    let regression = LinearRegression(try Self.task(2).training)
    let overflow = Overflow(of: regression, mode: regression.sharpestMode, factor: 1.5)
    let infinite = try #require(overflow.infinite)
    let notANumber = try #require(overflow.notANumber)
    #expect(overflow.predicted == infinite)
    // The weights grow by a factor of 2 a step, their squares by 4: it takes them twice as long, give or take the start.
    #expect(abs(notANumber - 2 * infinite) < 10)
  }

  @Test("Theory: at 1.04 times 2/λ, where it grows slowly, the loss is followed until it is nan")
  func slowOverflow() throws {
    let regression = LinearRegression(try Self.task(2).training)
    let overflow = Overflow(of: regression, mode: regression.sharpestMode, factor: 1.04)
    // 1.1664ᵗ · 0.05 = 1.8·10³⁰⁸: t = (308.25 + 1.30)/0.06685 = 4631, and twice that for the weights.
    let infinite = try #require(overflow.infinite)
    #expect(overflow.predicted == infinite && (4620...4640).contains(infinite))
    #expect(abs(try #require(overflow.notANumber) - 2 * infinite) < 100)
  }

  @Test("Theory: at a very large rate softmax regression is the perceptron that corrects all mistakes at once")
  func perceptron() throws {
    let part = try Self.task(0).training[0..<100]
    let pixels = concatenate(
      [part.pixels.cast(to: .float64), .ones([part.count, 1], dtype: .float64)], axis: 1)
    let targets = part.oneHot
    var weights = Tensor.zeros([65, 10], dtype: .float64)
    var highest = 0.0
    for step in 0..<20 {
      let logits = matmul(pixels, weights)
      // The softmax of all zeros is a tenth each; later the largest logit takes all.
      let answers =
        step == 0
        ? Tensor(repeating: 0.1, shape: [part.count, 10], dtype: .float64)
        : Digits.oneHot(logits.argmax(axis: 1))
      if step > 0 { highest = max(highest, (logits * (answers - targets)).sum().item / Double(part.count)) }
      weights = weights - matmul(pixels.transposed, answers - targets) / Double(part.count)
    }
    let measured = SoftmaxRegression(part).highestLossPerRate(steps: 19)
    // A billion times these logits: what is not the largest has e^(−10⁶) left.
    #expect(abs(measured - highest) < 1e-6 * highest && highest > 0.1)
  }

  @Test(
    "Theory: a dead network with squared error is a quadratic with λ = 1: at η = 2 it bounces, at η = 5 it overflows")
  func deadNetwork() throws {
    let task = try Self.task(0)
    let bouncing = ReluRun(task, loss: .squared, learningRate: 2)
    let end = bouncing.run.losses.suffix(22)
    #expect(bouncing.silentUnits == 1)
    // |1 − 2| = 1: mini-batches differ by some tenths, the loss is thousands and stays.
    #expect(end.allSatisfy { abs($0 / bouncing.lastEpoch - 1) < 0.1 } && bouncing.lastEpoch > 100)
    let exploding = ReluRun(task, loss: .squared, learningRate: 5)
    #expect(exploding.run.highest == .infinity)
    #expect(ReluRun(task, loss: .squared, learningRate: 1.5).lastEpoch < 1)  // |1 − 1.5| < 1: the biases come back
  }

  // MARK: Contrast

  @Test("Contrast: at 0.98 times 2/λ no step raises the loss, at 1.02 times it grows a hundred thousand times")
  func threshold() throws {
    let regression = LinearRegression(try Self.task(3).training)
    let mode = regression.sharpestMode
    let below = regression.descend(atFactor: 0.98, of: mode, steps: 200)
    #expect(below.rises == 0 && below.last < 0.5 * below.losses[0])
    // The sharpest direction's 0.05 grows by 1.04⁴⁰⁰ = 6.5·10⁶; the start is ½.
    let above = regression.descend(atFactor: 1.02, of: mode, steps: 200)
    #expect(above.last > 1e5 * above.losses[0])
  }

  @Test(
    "Contrast: two weights come down between 2/λ₀ and 4/λ₀, after the loss has risen", arguments: [1.25, 1.5, 1.75])
  func catapult(factor: Double) {
    let path = TwoWeights().descend(atFactor: factor)
    #expect(path.count == 25)
    #expect(path.map(\.loss).max() ?? 0 > 2 * path[0].loss)
    #expect(path[24].loss < 1e-3 * path[0].loss)
    #expect(factor * path[24].curvature / path[0].curvature < 1)  // λη/2 has come below the edge
  }

  @Test("Contrast: above 4/λ₀ they do not", arguments: [2.05, 2.1, 3])
  func divergence(factor: Double) {
    let last = TwoWeights().descend(atFactor: factor)[24]
    #expect(!(last.loss < 1e6))
  }

  @Test("Contrast: softmax regression at 20 times 2/λ₀ rises high and ends lower than at 2/λ₀")
  func softmax() throws {
    let task = try Self.task(0)
    let softmax = SoftmaxRegression(task.training[0..<400])
    var generator = task.generator
    let threshold = 2 / softmax.curvatureAtZero(using: &generator)
    let (calm, bold) = (
      softmax.descend(learningRate: threshold, steps: 200), softmax.descend(learningRate: 20 * threshold, steps: 200)
    )
    // Each starts afresh, with ten classes equally likely.
    #expect(abs(calm.losses[0] - .log(10)) < 1e-12 && bold.losses[0] == calm.losses[0])
    #expect(calm.rises == 0 && bold.rises > 0)
    #expect(bold.highest > 10 * bold.losses[0])
    #expect(bold.last < 0.5 * calm.last)
  }

  @Test("Contrast: at η = 0.8 the tanh network starts above its edge, comes down to it, and learns")
  func edge() throws {
    let task = EdgeTask(try Self.digits.get(), loss: .squared, seed: 2)
    #expect(task.firstSharpness > 2 / 0.8)
    let run = task.descend(learningRate: 0.8, steps: 600, every: 20)
    #expect(run.isComplete && run.run.losses.count == 601 && run.steps.count == 31)
    // It hovers: over five seeds and any third of the run the mean was within 0.05.
    #expect(abs(run.settled - 1) < 0.1)
    #expect(run.shareOfRises > 0.2 && run.run.last < 0.2 * run.run.losses[0])
  }

  @Test("Contrast: at η = 0.1 the tanh network stays below its edge and no step raises the loss")
  func belowTheEdge() throws {
    let run = EdgeTask(try Self.digits.get(), loss: .squared, seed: 2).descend(learningRate: 0.1, steps: 300, every: 50)
    #expect(run.settled < 0.3 && run.firstAboveEdge == nil && run.run.rises == 0)
  }

  @Test("Contrast: the tanh network survives 1.4 times 2/λ₀, and diverges at 2.5 times", arguments: [0, 1, 2])
  func border(seed: UInt64) throws {
    let task = EdgeTask(try Self.digits.get(), loss: .squared, seed: seed)
    let unit = 2 / task.firstSharpness
    #expect(task.descend(learningRate: 1.4 * unit, steps: 100).isComplete)
    #expect(!task.descend(learningRate: 2.5 * unit, steps: 100).isComplete)
  }

  @Test("Contrast: with cross-entropy the ReLU network does not explode at η = 2 and 20, it dies at a loss near ln 10")
  func death() throws {
    let task = try Self.task(0)
    let run = ReluRun(task, loss: .crossEntropy, learningRate: 2)
    #expect(run.run.losses.count == 220)
    #expect(abs(run.lastEpoch - .log(10)) < 0.1 && run.silentUnits > 0.8 && run.testAccuracy < 0.3)
    #expect(ReluRun(task, loss: .crossEntropy, learningRate: 20).run.highest.isFinite)
    let calm = ReluRun(task, loss: .crossEntropy, learningRate: 0.5)
    #expect(calm.testAccuracy > 0.9 && calm.silentUnits < 0.2)
  }

  // MARK: Exercises

  @Test("Exercise: at 1.1 times 2/λ the loss overflows near step 1955, and the two weights survive")
  func exerciseFactor() throws {
    // 1.44ᵗ · 0.05 = 1.8·10³⁰⁸: t = (308.25 + 1.30)/0.15836 = 1954.8.
    let regression = LinearRegression(try Self.task(0).training)
    let overflow = Overflow(of: regression, mode: regression.sharpestMode, factor: 1.1)
    #expect(overflow.infinite == overflow.predicted)
    #expect((1950...1960).contains(overflow.infinite ?? 0))
    #expect(TwoWeights().descend(atFactor: 1.1)[24].loss < 1e-6)
  }

  @Test("Exercise: at η = 1.2 those seeds diverge whose sharpness at the start is the largest")
  func exerciseLearningRate() throws {
    let runs = try (0..<5 as Range<UInt64>).map { seed in
      let task = EdgeTask(try Self.digits.get(), loss: .squared, seed: seed)
      return (sharpness: task.firstSharpness, isComplete: task.descend(learningRate: 1.2, steps: 100).isComplete)
    }
    let lost = try #require(runs.filter { !$0.isComplete }.map(\.sharpness).min())
    let kept = try #require(runs.filter(\.isComplete).map(\.sharpness).max())
    #expect(kept < lost)
    #expect(abs(1.2 * (kept + lost) / 2 - 4) < 0.5)  // about where the two weights have their border
  }

  @Test("Exercise: with cross-entropy the sharpness falls, far below the edge")
  func exerciseCrossEntropy() throws {
    let run = EdgeTask(try Self.digits.get(), loss: .crossEntropy, seed: 0)
      .descend(learningRate: 0.5, steps: 600, every: 50)
    let (first, last) = (run.sharpness[0], run.sharpness[run.sharpness.count - 1])
    #expect(last < 0.6 * first && first < 0.2 * run.edge)
    #expect(run.run.rises == 0)
  }

  // MARK: Refusal

  @Test(
    "Refusal: factors, rates and losses out of range are refused before any work",
    arguments: [
      ["--factor", "0"], ["--factor", "-1"], ["--factor", "101"], ["--factor", "nan"], ["--factor", "x"],
      ["--learning-rate", "0"], ["--learning-rate", "1001"], ["--learning-rate", "inf"], ["--loss", "hinge"],
    ])
  func refuses(arguments: [String]) {
    #expect(throws: (any Error).self) { try Lesson07.parse(arguments) }
  }

  @Test(
    "Refusal: the line says which option, what it must be and what it is",
    arguments: [
      (["--factor", "0"], "--factor must be above 0 and at most 100, but is 0."),
      (["--learning-rate", "inf"], "--learning-rate must be finite and above 0 and at most 1000, but is inf."),
    ])
  func message(arguments: [String], line: String) throws {
    let error = try #require(throws: (any Error).self) { try Lesson07.parse(["\(arguments[0])=\(arguments[1])"]) }
    #expect(Lesson07.message(for: error) == line)
  }

  @Test("Refusal: what may be asked for is taken")
  func takes() throws {
    let lesson = try Lesson07.parse(["--factor", "1.1", "--learning-rate", "1.2", "--loss", "cross-entropy"])
    #expect(lesson.factor == 1.1 && lesson.learningRate == 1.2 && lesson.loss == .crossEntropy)
  }
}
