import Datasets
import Descent
import Experiments
import Numerics
import Testing

@testable import Lesson12

@Suite("Lesson 12 · NaN hunting and mixed precision") struct Lesson12Tests {
  static let digits = Result { try Digits.load() }

  /// One training of the lesson; Float16 at k = 0 without a scaler where nothing is said.
  func run(_ setting: Setting, seed: UInt64 = 0) throws -> Run { train(try Self.digits.get(), setting, seed: seed) }
  func run(_ exponent: Int, seed: UInt64 = 0) throws -> Run { try run(Setting(exponent: exponent), seed: seed) }

  // MARK: By hand

  @Test(
    "By hand: r = 1, −2, 4, … in Float16: 256² is inf at step 8, and 0 · inf makes a nan at step 16, of a blank pixel")
  func smallest() {
    let run = Regression.smallest.run(in: .float16)
    #expect(
      run.largestResiduals.prefix(16) == [1, 2, 4, 8, 16, 32, 64, 128, 256, 512, 1024, 2048, 4096, 8192, 16384, 32768])
    #expect(run.finds.first == NaNHunter.Find(step: 8, name: "squares", kind: .infinite, count: 1))  // 65536 > 65504
    // (r, 0) times r = inf: one entry of the gradient is inf, that of the blank pixel nan.
    #expect(run.finds.first(.notANumber) == NaNHunter.Find(step: 16, name: "∂weight", kind: .notANumber, count: 1))
    #expect(run.finds.contains(NaNHunter.Find(step: 16, name: "residuals", kind: .infinite, count: 1)))
    // 2⁶⁴ squared is more than 3.4·10³⁸, just below 2¹²⁸, and 2¹²⁸ itself is.
    let single = Regression.smallest.run(in: .float32)
    #expect(single.firstInfinity == 64 && single.firstNaN == 128 && single.delay == 64)
    let double = Regression.smallest.run(in: .float64)
    #expect(double.firstInfinity == 512 && double.firstNaN == 1024)
  }

  @Test(
    "By hand: of x = (3·10³⁸, 1) the hunter finds x² first, then its sum; the gradient x is finite, and stays unnoted")
  func hunter() {
    let hunter = NaNHunter()
    hunter.step = 7
    let weight = Parameter("x", Tensor([3e38, 1]))
    _ = valueAndGradients(of: weight) {
      let x = hunter.watch(weight.value, "x", keptIn: .float32)
      let squares = hunter.watch(x * x, "squares", keptIn: .float32)
      return hunter.watch((squares * 0.5).sum(), "loss", keptIn: .float32)
    }
    #expect(
      hunter.finds == [
        NaNHunter.Find(step: 7, name: "squares", kind: .infinite, count: 1),
        NaNHunter.Find(step: 7, name: "loss", kind: .infinite, count: 1),
      ])
    #expect(hunter.finds.beginWithInfinity)
    hunter.note(Tensor([.nan, .infinity, .nan]), "squares")  // its inf is known
    #expect(hunter.finds.last == NaNHunter.Find(step: 7, name: "squares", kind: .notANumber, count: 2))
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

  @Test("By hand: E[x²] − E[x]² of 1000.1, 1000.2, 1000.3 is −1/16 in Float, and its root nan")
  func variance() {
    // The squares are near 10⁶, where Float's steps are 1/16; the variance is 0.0067.
    #expect(carelessVariance([1000.1, 1000.2, 1000.3]) == -0.0625)
    #expect(carelessVariance([1000.1, 1000.2, 1000.3]).squareRoot().isNaN)
    #expect(carelessVariance([1, 3]) == 1)  // 5 − 2²
  }

  @Test("By hand: the largest |x| of (−3, 2) is 3; of (−inf, 2) inf; where one is nan it is nan")
  func magnitude() {
    #expect(Tensor([-3, 2]).largestMagnitude == 3 && Tensor(rows: [[1, -7], [2, 0]]).largestMagnitude == 7)
    #expect(Tensor([-.infinity, 2]).largestMagnitude == .infinity && Tensor([.nan, 2]).largestMagnitude.isNaN)
  }

  @Test("By hand: the largest numbers are 65504, 2¹²⁸ − 2¹²⁰, 3.4028·10³⁸ and 1.7977·10³⁰⁸")
  func formats() {
    #expect(NumberFormat.float16.largest == 65504 && NumberFormat.bfloat16.largest == 0x1p128 - 0x1p120)
    #expect(NumberFormat.float32.largest == Double(Float.greatestFiniteMagnitude))
    #expect(NumberFormat.float64.largest == .greatestFiniteMagnitude)
    #expect(NumberFormat.allCases.map(\.epsilon) == [0x1p-10, 0x1p-7, 0x1p-23, 0x1p-52])
  }

  // MARK: Theory

  @Test("Theory: at ρ = 4 an error of 1 fills √65504 after 4 steps and 65504 after 8; at ρ = 2 after 8 and 16")
  func growth() {
    let (fast, slow) = (GrowingError(first: 1, ratio: 4), GrowingError(first: 1, ratio: 2))
    #expect(fast.firstInfinity(largest: 65504) == 4 && fast.firstNaN(largest: 65504) == 8)  // 4⁴ = 256, 4⁸ = 65536
    #expect(slow.firstInfinity(largest: 65504) == 8 && slow.firstNaN(largest: 65504) == 16)
    // Logarithms in Double are right to 10⁻¹⁵.
    #expect(abs(slow.delay(largest: 0x1p128) - 64) < 1e-12 && abs(fast.delay(largest: 0x1p128) - 32) < 1e-12)
    #expect(GrowingError(first: 1e6, ratio: 2).firstInfinity(largest: 65504) == 0)  // over at once
  }

  @Test("Theory: on the digits the first inf and the first nan come at the predicted steps", arguments: [0, 1])
  func firstAlarms(seed: UInt64) throws {
    let regression = Regression(try Self.digits.get(), ratio: 2, seed: seed)
    for format in [NumberFormat.float16, .float32, .float64] {
      let run = regression.run(in: format)
      #expect(run.firstInfinity == regression.error.firstInfinity(largest: format.largest), "\(format)")
      #expect(run.firstNaN == regression.error.firstNaN(largest: format.largest), "\(format)")
      #expect(run.finds.first?.name == "squares" && run.finds.beginWithInfinity)
      #expect(run.finds.first(.notANumber)?.name == "∂weight")  // 0 · inf: a blank pixel times an infinite residual
    }
  }

  @Test("Theory: residuals climb along their closed form until Float64 ends")
  func closedForms() throws {
    let regression = Regression(try Self.digits.get(), ratio: 3, seed: 2)
    let run = regression.run(in: .float64)
    let steps = 20..<run.firstInfinity
    #expect(steps.count > 250)  // 512 bits at log₂ 3 = 1.585 a step
    for step in steps {
      // The other eigenvectors have shrunk against the first by more than 3²⁰; what was left of it is 10⁻⁷, in bits.
      let predicted = regression.error.logarithm(at: Double(step))
      #expect(abs(.log2(run.largestResiduals[step]) - predicted) < 1e-5)
      #expect(abs(.log2(run.largestSquares[step]) - 2 * predicted) < 2e-5)
    }
  }

  @Test("Theory: bfloat16's rounding makes it at most a step late where Float32, as wide, is on time")
  func rounding() throws {
    let digits = try Self.digits.get()
    let delays = (UInt64(0)..<6).map { seed -> (Int, Int) in
      let regression = Regression(digits, ratio: 2, seed: seed)
      return (regression.run(in: .bfloat16).delay, regression.run(in: .float32).delay)
    }
    // 64 steps, each wrong by up to 2⁻⁷: 64 · 2⁻⁷/ln 2 = 0.7 of a step, and 1 for whole steps.
    #expect(delays.allSatisfy { abs(Double($0.0) - 64) <= 1.72 && $0.1 == 64 })
    #expect(delays.contains { $0.0 == 65 })
  }

  @Test("Theory: 2⁻¹⁹ is the first factor at which no gradient by a logit survives in Float16")
  func floor() throws {
    // |p − y|/64 ≤ 2⁻⁶, and 2⁻⁶ · 2⁻¹⁹ = 2⁻²⁵ is half-way to the smallest number: a tie, and 0 is even.
    #expect(gradientFloor(batchSize: 64, smallest: 0x1p-24) == -19)
    let (dead, alive) = (try run(-19), try run(-18))
    #expect(!dead.hasMoved && dead.largestGradients == Array(repeating: 0, count: 110))
    #expect(alive.hasMoved)
  }

  @Test(
    "Theory: what Float16 makes zero is what lies at or below 2⁻²⁵ in Float32", arguments: [-20, -16, -12, -8, 0, 8])
  func underflow(exponent: Int) throws {
    let task = DigitsTask(try Self.digits.get(), seed: 1)
    var generator = task.generator
    let model = DigitsTask.network(using: &generator)
    model.state = try run(Setting(format: .float32), seed: 1).weights
    func gradients(in format: NumberFormat, times factor: Double) -> [Double] {
      let probe = Probe()
      _ = valueAndGradients(of: model) {
        // The probe stands before the rounding, so that on the way back it sees what the rounding leaves.
        let logits = keptLogits(model, task.training.pixels) { format.kept(probe($0, $1)) }
        return softmaxCrossEntropy(logits, labels: task.training.labels) * factor
      }
      return probe["logits"]?.gradient?.scalars ?? []
    }
    // The mean over 1437 samples, times 1437/64, has gradients as those of mini-batches of 64.
    let factor = 1437.0 / 64 * power(exponent)
    let (exact, half) = (gradients(in: .float32, times: factor), gradients(in: .float16, times: factor))
    #expect(exact.count == 14_370 && half.count == 14_370)
    let predicted = Double(exact.count { Swift.abs($0) <= 0x1p-25 }) / 14_370
    let measured = Double(half.count { $0 == 0 }) / 14_370
    // The logits differ by Float16's rounding, 2⁻¹¹, which moves few gradients across the limit.
    #expect(abs(measured - predicted) < 0.005)
    #expect(exponent > -20 || predicted == 1)
  }

  @Test("Theory: the scale slides one step for each halving that the first gradients ask for", arguments: [8, 16, 22])
  func slide(exponent: Int) throws {
    #expect(halvings(scale: 65536, exponent: 16, ceiling: 18.5) == 14)  // 2³² down to 2¹⁸, not yet at 2¹⁹
    #expect(halvings(scale: 65536, exponent: -8, ceiling: 18.5) == 0)
    for seed in UInt64(0)..<3 {
      let first = try #require(run(Setting(format: .float32), seed: seed).largestGradients.first)
      let predicted = halvings(
        scale: 65536, exponent: exponent, ceiling: gradientCeiling(ofLargest: first, format: 65504))
      let run = try run(Setting(exponent: exponent, scaler: GradientScaler(growthInterval: 25)), seed: seed)
      // Each skipped step looks at another mini-batch, whose largest gradient is up to some three times as large.
      #expect(abs(run.slide - predicted) <= 2)
      #expect(run.skipped >= run.slide && run.isAlive)
    }
  }

  @Test("Theory: clipped before it is unscaled, no step is longer than ηt/s")
  func shortSteps() throws {
    var setting = Setting(scaler: GradientScaler(initialScale: 1024), clipping: .globalNorm(1))
    let right = try run(setting)
    setting.clipsFirst = true
    let wrong = try run(setting)
    #expect(wrong.longestStep < 0.3 / 1024 * (1 + 1e-5))  // Float: a factor and 2410 products, rounded to 6e-8 each
    #expect(right.longestStep > 0.2 && right.longestStep < 0.3 * (1 + 1e-5))
    #expect(right.accuracy > 85 && wrong.accuracy < 40)  // ten seeds: 90.6 % and above, 17 % and below
  }

  // MARK: Contrast

  @Test("Contrast: in Float32 a factor of 2⁻²⁴ or 2²⁰ on the loss changes no bit of the trained weights")
  func sameBits() throws {
    let usual = try run(Setting(format: .float32))
    #expect(try run(Setting(format: .float32, exponent: -24)).weights == usual.weights)
    #expect(try run(Setting(format: .float32, exponent: 20)).weights == usual.weights)
    #expect(try run(0).weights != usual.weights)  // Float16 does
    #expect(usual.skips == Array(repeating: false, count: Setting.steps) && Setting.steps == 110)
  }

  @Test("Contrast: Float16 trains at 2⁰ but not at 2⁻²⁰ or 2²⁰; with a scaler at all three; bfloat16 without one")
  func window() throws {
    let scaler = GradientScaler(growthInterval: 25)
    // Ten seeds ended at 90.3 % and above in the window, below 18 % outside, and at 88.9 % and above with a scaler.
    #expect(try run(0).accuracy > 85)
    for exponent in [-20, 0, 20] {
      #expect(try run(Setting(exponent: exponent, scaler: scaler)).accuracy > 85)
      #expect(try run(Setting(format: .bfloat16, exponent: exponent)).accuracy > 85)
      if exponent != 0 { #expect(try run(exponent).accuracy < 30) }
    }
    #expect(try !run(20).isAlive)
  }

  @Test("Contrast: where Float16 breaks, a gradient is inf first, and the loss a step later")
  func chain() throws {
    let finds = try run(20).finds
    let first = try #require(finds.first)
    #expect(first.name.hasPrefix("∂layers.") && first.kind == .infinite)
    let loss = try #require(finds.first { $0.name == "loss" })
    #expect(loss.step == first.step + 1)
    let weight = try #require(finds.first { $0.name.hasPrefix("layers.") })
    #expect(weight.step == first.step + 1)
  }

  @Test("Contrast: clipping the norm does not save a run from inf, skipping the step does")
  func clippingIsNoCure() throws {
    #expect(try !run(Setting(exponent: 20, clipping: .globalNorm(0x1p20))).isAlive)
    #expect(try run(Setting(exponent: 20, scaler: GradientScaler(growthInterval: 25))).isAlive)
  }

  @Test("Contrast: the scale grows at the same steps whether all gradients are zero or of their usual size")
  func starving() throws {
    let scaler = Lesson12.lowScaler
    let (starved, fed) = (
      try run(Setting(exponent: -24, scaler: scaler)), try run(Setting(scaler: scaler))
    )
    #expect(!starved.hasMoved && fed.hasMoved && starved.scales == fed.scales)
    // Doubled after steps 25, 50, 75 and 100 of 110.
    #expect(
      starved.scales.first == 1 && starved.scales[24] == 1 && starved.scales[25] == 2 && starved.scales.last == 16)
    // A first scale of 2¹⁶ lifts the same gradients into the window.
    #expect(try run(Setting(exponent: -24, scaler: GradientScaler(growthInterval: 25))).hasMoved)
  }

  @Test("Contrast: unscaling divides, in the dtype that is there: 2⁻²⁰ becomes 2⁻³⁶, which Float16 would make 0")
  func unscaling() throws {
    var scaler = GradientScaler()
    let gradients = Gradients(names: ["weight"], tensors: [Tensor([0x1p-20, 1])])
    let result = scaler.unscale(gradients)
    let unscaled = try #require(result).tensors[0]
    #expect(unscaled.dtype == .float32 && unscaled.scalars == [0x1p-36, 0x1p-16])
    #expect(unscaled.rounded(to: .float16).scalars == [0, 0x1p-16])
  }

  // MARK: Exercises

  @Test("Exercise: with ρ = 4 Float32's first inf is at step 31, and the first nan 32 steps later")
  func fasterGrowth() throws {
    let lesson = try Lesson12.parse(["--ratio", "4"])
    let run = Regression(try Self.digits.get(), ratio: lesson.ratio, seed: 0).run(in: .float32)
    #expect(run.firstInfinity == 31 && run.delay == 32)  // 64 bits, two a step
  }

  @Test("Exercise: doubled after every clean step, the scale has about half of all steps skipped")
  func impatience() throws {
    let lesson = try Lesson12.parse(["--growth-interval", "1"])
    let run = try run(Setting(scaler: lesson.scaler))
    // From its ceiling on clean and skipped steps alternate; before it and where the ceiling moves they do not.
    #expect((0.4...0.55).contains(Double(run.skipped) / Double(Setting.steps)))
  }

  @Test("Exercise: clipped first to s·t is unscaled first and clipped to t, to the last bit")
  func scaledThreshold() throws {
    let lesson = try Lesson12.parse(["--max-norm", "1024"])
    let first = try run(lesson.clipped(first: true, to: lesson.maxNorm))
    let last = try run(lesson.clipped(first: false, to: 1))
    #expect(first.weights == last.weights)  // s is a power of two
    #expect(first.accuracy > 85)
  }

  // MARK: Refusal

  @Test(
    "Refusal: the line says which option, and what it must be",
    arguments: [
      (["--ratio", "1"], "'--ratio <ratio>': It must be from 1.5 to 1000."),
      (["--growth-interval", "0"], "'--growth-interval <growth-interval>': It must be from 1 to 1000000."),
      (["--max-norm", "inf"], "'--max-norm <max-norm>': It must be finite and from 1e-06 to 1000000."),
    ])
  func message(arguments: [String], line: String) throws {
    let error = try #require(throws: (any Error).self) { try Lesson12.parse(arguments) }
    #expect(Lesson12.message(for: error).hasSuffix(line))
  }
}
