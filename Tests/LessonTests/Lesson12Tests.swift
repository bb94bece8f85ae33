import Datasets
import Descent
import Numerics
import Testing

@testable import Lesson12

@Suite("Lesson 12 · NaN hunting and mixed precision") struct Lesson12Tests {
  static let digits = Result { try Digits.load() }

  func train(
    _ exponent: Int = 0, in format: NumberFormat = .float16, scaler: GradientScaler? = nil,
    clipping: Clipping = .none, order: ClippingOrder = .unscaleThenClip, seed: UInt64 = 0
  ) throws -> HalfRun {
    let setting = HalfSetting(format: format, exponent: exponent, scaler: scaler, clipping: clipping, order: order)
    return trainInHalf(try Self.digits.get(), setting, seed: seed)
  }

  // MARK: By hand

  @Test("By hand: isnan does not find inf, isinf does not find nan, and note 2 calls each by the other's name")
  func checks() {
    let (infinite, notANumber, fine) = (Checks([.infinity, 1]), Checks([.nan, 1]), Checks([1, -2]))
    #expect(!infinite.anyNaN && infinite.anyInfinite && infinite.noteSays == "nan")
    #expect(notANumber.anyNaN && !notANumber.anyInfinite && notANumber.noteSays == "inf")
    #expect(!fine.anyNaN && !fine.anyInfinite && fine.noteSays == "nothing" && fine.allFinite)
    #expect(!infinite.allFinite && !notANumber.allFinite)
  }

  @Test("By hand: Σ x of (inf, −inf) is nan and of (3·10³⁸, 3·10³⁸) inf; Σ 0·x tells which holds something wrong")
  func sums() {
    let (opposite, large) = (Checks([.infinity, -.infinity]), Checks([3e38, 3e38]))
    #expect(opposite.sum.isNaN && !opposite.anyNaN)
    #expect(large.sum == .infinity && large.allFinite)  // 6·10³⁸ is more than 3.4·10³⁸
    #expect(opposite.sumOfZeroTimes.isNaN && large.sumOfZeroTimes == 0)
    #expect(Checks([.nan]).sumOfZeroTimes.isNaN && Checks([.infinity]).sumOfZeroTimes.isNaN)
  }

  @Test("By hand: E[x²] − E[x]² of 1000.1, 1000.2, 1000.3 is negative in Float, and its root nan")
  func variance() {
    // The squares are near 10⁶, where Float's steps are 1/16; the variance is 0.0067.
    #expect(carelessVariance([1000.1, 1000.2, 1000.3]) == -0.0625)
    #expect(carelessVariance([1000.1, 1000.2, 1000.3]).squareRoot().isNaN)
    #expect(carelessVariance([1, 3]) == 1)  // 5 − 2²
  }

  @Test("By hand: eˣ overflows above 11.0899, 88.7228 and 709.7827, and x² above 255.94, 1.8447·10¹⁹ and 1.3408·10¹⁵⁴")
  func limits() {
    let expected: [(NumberFormat, Double, Double)] = [
      (.float16, 11.0899, 255.94), (.float32, 88.7228, 1.8447e19), (.float64, 709.7827, 1.3408e154),
    ]
    for (format, exponential, square) in expected {
      #expect(abs(format.exponentialLimit - exponential) < 1e-4)  // the digits written here
      #expect(abs(format.squareLimit / square - 1) < 1e-4)
    }
    #expect(Float.exp(88.72).isFinite && Float.exp(88.73).isInfinite)
    #expect(
      HalfFormat.float16.rounded(Double.exp(11.089)).isFinite
        && HalfFormat.float16.rounded(Double.exp(11.091)).isInfinite)
    // Kept in bfloat16, numbers go as far as in Float32: its largest is 2¹²⁸ less half of its last place.
    #expect(abs(NumberFormat.bfloat16.largest / NumberFormat.float32.largest - 1) < 1.0 / 256)
    #expect(NumberFormat.float64.smallest == .leastNonzeroMagnitude)
    #expect(NumberFormat.float32.smallest == Double(Float.leastNonzeroMagnitude))
  }

  @Test("By hand: of x = (3·10³⁸, 1) the hunter finds x² first, then its mean; on the way back x·inf is never made")
  func hunter() {
    let hunter = NaNHunter()
    hunter.step = 7
    let weight = Parameter("x", Tensor([3e38, 1]))
    _ = valueAndGradients(of: weight) {
      let x = hunter.watch(weight.value, "x", keptIn: .float32)
      let squares = hunter.watch(x * x, "squares", keptIn: .float32)
      return hunter.watch((squares * 0.5).sum(), "loss", keptIn: .float32)
    }
    // ∂loss/∂x = x is finite: the forward pass alone has overflowed.
    #expect(
      hunter.finds == [
        NaNHunter.Find(step: 7, name: "squares", kind: .infinite, count: 1),
        NaNHunter.Find(step: 7, name: "loss", kind: .infinite, count: 1),
      ])
    #expect(hunter.finds.beginWithInfinity)
    hunter.note(Tensor([.nan, .infinity, .nan]), "squares")  // its inf is known
    #expect(hunter.finds.last == NaNHunter.Find(step: 7, name: "squares", kind: .notANumber, count: 2))
    #expect(hunter.finds.first(.notANumber)?.count == 2 && hunter.finds.count == 3)
    #expect(!hunter.finds.beginWithInfinity)  // in the first tensor, at the same step, there is a nan beside the inf
    #expect(![NaNHunter.Find]().beginWithInfinity)
  }

  @Test("By hand: kept in Float16, 0.1 is seen as 0.0999755859375, and a gradient of 2⁻²⁵ comes back as 0")
  func keeping() {
    let hunter = NaNHunter()
    let (value, gradient) = valueAndGradient(at: Tensor([0.1])) { x in
      (hunter.watch(x, "x", keptIn: .float16) * 0x1p-25).sum()
    }
    #expect(value == 0.0999755859375 * 0x1p-25 && gradient.scalars == [0])
    #expect(hunter.finds.isEmpty)
  }

  // MARK: Theory

  @Test(
    "Theory: the first inf and the first nan come at the predicted steps, and nan is twice as far", arguments: [0, 1])
  func firstAlarms(seed: UInt64) throws {
    let problem = DivergingRegression(try Self.digits.get(), ratio: 2, seed: seed)
    for format in [NumberFormat.float16, .float32, .float64] {
      let run = problem.run(in: format)
      #expect(run.firstInfinity?.step == problem.predictedInfinity(in: format), "\(format)")
      #expect(run.firstInfinity?.name == "squares")
      #expect(run.firstNaN?.step == problem.predictedNaN(in: format), "\(format)")
      #expect(run.firstNaN?.name == "∂weight")  // 0 · inf: a blank pixel times an infinite residual
      #expect(run.delay >= run.firstInfinity?.step ?? .max)
    }
    // From √M to M, log₂ M/2 = 64 bits of exponent, one a step.
    #expect(problem.predictedNaN(in: .float32) - problem.predictedInfinity(in: .float32) == 64)
  }

  @Test("Theory: loss and residual climb along their closed forms until the format ends")
  func closedForms() throws {
    let problem = DivergingRegression(try Self.digits.get(), ratio: 3, seed: 2)
    let run = problem.run(in: .float64)
    let steps = 20..<problem.predictedInfinity(in: .float64)
    let gaps = steps.map { step in
      max(
        abs(.log2(run.losses[step]) - problem.predictedLoss(at: Double(step))),
        abs(.log2(run.largestResiduals[step]) - problem.predictedResidual(at: Double(step))))
    }
    // The other eigenvectors have shrunk against the first by more than 3²⁰; what was left of it is 10⁻⁷, in bits.
    #expect(gaps.allSatisfy { $0 < 1e-5 })
    #expect(steps.count > 250)  // 512 bits at log₂ 3 = 1.585 a step
  }

  @Test("Theory: 2⁻¹⁹ is the first factor at which no gradient by a logit survives in Float16")
  func floor() throws {
    // |p − y|/64 ≤ 2⁻⁶, and 2⁻⁶ · 2⁻¹⁹ = 2⁻²⁵ is half-way to the smallest number: a tie, and 0 is even.
    let (dead, alive) = (try train(-19), try train(-18))
    #expect(!dead.hasMoved && dead.largestGradients.allSatisfy { $0 == 0 })
    #expect(alive.hasMoved)
  }

  @Test("Theory: what Float16 makes zero is what lies at or below 2⁻²⁵ in Float32")
  func underflow() throws {
    let flow = Underflow(try Self.digits.get(), exponents: [-20, -16, -12, -8, 0, 8], seed: 1)
    #expect(flow.logarithms.count > 13_000)  // 22 batches of 64 · 10, but for those that are zero even in Float32
    for (measured, predicted) in zip(flow.measured, flow.predicted) {
      // The logits differ by Float16's rounding, 2⁻¹¹, which moves few gradients across the limit.
      #expect(abs(measured - predicted) < 0.005)
    }
    #expect(flow.predicted == flow.predicted.sorted(by: >) && flow.predicted[0] == 1 && flow.predicted[5] < 0.01)
  }

  @Test("Theory: the scale slides one step for each halving that the first gradients ask for", arguments: [8, 16, 22])
  func slide(exponent: Int) throws {
    for seed in UInt64(0)..<3 {
      let first = try #require(train(in: .float32, seed: seed).largestGradients.first)
      let halvings = (16 + Double(exponent) + .log2(first / 65504)).rounded(.up)
      let run = try train(exponent, scaler: GradientScaler(growthInterval: 25), seed: seed)
      // Each skipped step looks at another mini-batch, whose largest gradient is up to some three times as large.
      #expect(abs(Double(run.slide) - halvings) <= 2)
      #expect(run.skippedCount >= run.slide && run.isAlive)
    }
  }

  @Test("Theory: clipped before it is unscaled, no step is longer than ηt/s")
  func shortSteps() throws {
    let scaler = GradientScaler(initialScale: 1024)
    let wrong = try train(scaler: scaler, clipping: .globalNorm(1), order: .clipThenUnscale)
    let right = try train(scaler: scaler, clipping: .globalNorm(1))
    #expect(wrong.longestStep < 0.3 / 1024 * (1 + 1e-5))  // Float: a factor and 2410 products, rounded to 6e-8 each
    #expect(right.longestStep > 0.2 && right.longestStep < 0.3 * (1 + 1e-5))
  }

  // MARK: Contrast

  @Test("Contrast: in Float32 a factor of 2⁻²⁴ or 2²⁰ on the loss changes no bit of the trained weights")
  func sameBits() throws {
    let usual = try train(in: .float32)
    #expect(try train(-24, in: .float32).weights == usual.weights)
    #expect(try train(20, in: .float32).weights == usual.weights)
    #expect(try train(0).weights != usual.weights)  // Float16 does
    #expect(usual.skips == Array(repeating: false, count: HalfSetting.steps) && HalfSetting.steps == 110)
  }

  @Test("Contrast: Float16 trains at 2⁰ but not at 2⁻²⁰ or 2²⁰; with a scaler at all three")
  func window() throws {
    let scaler = GradientScaler(growthInterval: 25)
    // Ten seeds ended at 90.3 % and above in the window, below 18 % outside, and at 88.9 % and above with a scaler.
    #expect(try train(0).accuracy > 0.85)
    for exponent in [-20, 0, 20] {
      #expect(try train(exponent, scaler: scaler).accuracy > 0.85)
      if exponent != 0 { #expect(try train(exponent).accuracy < 0.3) }
    }
    #expect(try train(20).isAlive == false)
  }

  @Test("Contrast: where Float16 breaks, a gradient is inf first, then a weight, and the loss a step later")
  func chain() throws {
    let finds = try train(20).finds
    let first = try #require(finds.first)
    #expect(first.name.hasPrefix("∂layers.") && first.kind == .infinite)
    let loss = try #require(finds.first { $0.name == "loss" })
    #expect(loss.step == first.step + 1)
    let weight = try #require(finds.first { $0.name.hasPrefix("layers.") })
    #expect(weight.step == first.step + 1)
  }

  @Test("Contrast: clipping the norm does not save a run from inf, skipping the step does")
  func clippingIsNoCure() throws {
    #expect(try !train(20, clipping: .globalNorm(0x1p20)).isAlive)
    #expect(try train(20, scaler: GradientScaler(growthInterval: 25)).isAlive)
  }

  @Test("Contrast: the scale grows at the same steps whether all gradients are zero or of their usual size")
  func starving() throws {
    let scaler = GradientScaler(initialScale: 1, growthInterval: 25)
    let (starved, fed) = (try train(-24, scaler: scaler), try train(0, scaler: scaler))
    #expect(!starved.hasMoved && fed.hasMoved)
    #expect(starved.scales == fed.scales && starved.growths == 4)  // after steps 25, 50, 75 and 100 of 110
    // A first scale of 2¹⁶ lifts the same gradients into the window.
    #expect(try train(-24, scaler: GradientScaler(growthInterval: 25)).hasMoved)
  }

  @Test("Contrast: bfloat16 has the range, so it trains without a scale at 2⁻²⁴ and at 2²²")
  func brainFloat() throws {
    #expect(try train(-24, in: .bfloat16).accuracy > 0.85)
    #expect(try train(22, in: .bfloat16).accuracy > 0.85)
  }

  // MARK: Exercises

  @Test("Exercise: with ρ = 4 Float32's loss overflows at step 31, and the first nan comes 32 steps later")
  func fasterGrowth() throws {
    let problem = DivergingRegression(try Self.digits.get(), ratio: 2, seed: 0).growing(by: 4)
    let run = problem.run(in: .float32)
    #expect(run.firstInfinity?.step == 31 && run.delay == 32)  // 64 bits, two a step
    #expect(problem.predictedInfinity(in: .float32) == 31 && problem.predictedNaN(in: .float32) == 63)
  }

  @Test("Exercise: doubled after every clean step, the scale has about half of all steps skipped")
  func impatience() throws {
    let run = try train(0, scaler: GradientScaler(growthInterval: 1))
    // From its ceiling on clean and skipped steps alternate; before it and where the ceiling moves they do not.
    #expect((0.4...0.55).contains(Double(run.skippedCount) / Double(HalfSetting.steps)))
    #expect(run.accuracy > 0.8)
  }

  @Test("Exercise: clipped first to s·t is unscaled first and clipped to t, to the last bit")
  func scaledThreshold() throws {
    let scaler = GradientScaler(initialScale: 1024)
    let first = try train(scaler: scaler, clipping: .globalNorm(1024), order: .clipThenUnscale)
    let last = try train(scaler: scaler, clipping: .globalNorm(1))
    #expect(first.weights == last.weights)  // s is a power of two
    #expect(first.accuracy > 0.85)
    let wrong = try train(scaler: scaler, clipping: .globalNorm(1), order: .clipThenUnscale)
    #expect(wrong.accuracy < 0.4)
  }

  // MARK: Refusal

  @Test(
    "Refusal: factors, exponents, intervals and thresholds out of range are refused before any work",
    arguments: [
      ["--ratio", "1"], ["--ratio", "1001"], ["--ratio", "nan"], ["--ratio", "inf"], ["--exponent", "31"],
      ["--exponent=-31"], ["--exponent", "1.5"], ["--growth-interval", "0"], ["--growth-interval", "2000000"],
      ["--max-norm", "0"], ["--max-norm", "nan"], ["--scale", "2"],
    ])
  func refuses(arguments: [String]) {
    #expect(throws: (any Error).self) { try Lesson12.parse(arguments) }
  }

  @Test(
    "Refusal: the line says which option, what it must be and what it is",
    arguments: [
      (["--ratio", "1"], "--ratio must be from 1.25 to 1000, but is 1."),
      (["--exponent", "31"], "--exponent must be from -30 to 30, but is 31."),
      (["--growth-interval", "0"], "--growth-interval must be from 1 to 1000000, but is 0."),
      (["--max-norm", "inf"], "--max-norm must be finite and from 1e-06 to 1000000, but is inf."),
    ])
  func message(arguments: [String], line: String) throws {
    let error = try #require(throws: (any Error).self) { try Lesson12.parse(arguments) }
    #expect(Lesson12.message(for: error) == line)
  }

  @Test("Refusal: what may be asked for is taken")
  func takes() throws {
    let lesson = try Lesson12.parse(["--ratio", "4", "--exponent=-22", "--growth-interval", "1", "--max-norm", "1024"])
    #expect(lesson.ratio == 4 && lesson.exponent == -22 && lesson.growthInterval == 1 && lesson.maxNorm == 1024)
  }
}
