import Datasets
import Descent
import Experiments
import Numerics
import Testing

@testable import Lesson15

@Suite("Lesson 15 · Weight decay is not L2") struct Lesson15Tests {
  // MARK: By hand

  @Test("By hand: two steps of gradient descent from 1, slope ½, η = λ = 0.1, give 0.94 and 0.8806 either way")
  func gradientDescent() {
    // 1 − 0.1·(0.5 + 0.1) = 0.94, which is 0.99·1 − 0.05; 0.94 − 0.1·(0.5 + 0.094) = 0.8806 = 0.99·0.94 − 0.05.
    for path in [
      path(SGD(learningRate: 0.1, weightDecay: 0.1), slope: 0.5, steps: 2),
      path(Decoupled(base: SGD(learningRate: 0.1), weightDecay: 0.1), slope: 0.5, steps: 2),
    ] {
      #expect(path.count == 3 && abs(path[1] - 0.94) < 1e-15 && abs(path[2] - 0.8806) < 1e-15)  // few roundings
    }
  }

  @Test("By hand: momentum goes on to 0.8266 and 0.666274 with L2, to 0.8356 and 0.691744 decoupled")
  func momentum() {
    // L2: V = 0.6, then 0.9·0.6 + 0.594 = 1.134, then 0.9·1.134 + 0.58266 = 1.60326.
    // Decoupled: V = 0.5, 0.95, 1.355; w = 0.99·1 − 0.05, 0.99·0.94 − 0.095, 0.99·0.8356 − 0.1355.
    let coupled = path(Momentum(learningRate: 0.1, weightDecay: 0.1), slope: 0.5, steps: 3)
    let decoupled = path(Decoupled(base: Momentum(learningRate: 0.1), weightDecay: 0.1), slope: 0.5, steps: 3)
    #expect(abs(coupled[2] - 0.8266) < 1e-15 && abs(coupled[3] - 0.666_274) < 1e-15)
    #expect(abs(decoupled[2] - 0.8356) < 1e-15 && abs(decoupled[3] - 0.691_744) < 1e-15)
  }

  @Test("By hand: RMSProp in the notes' form is 0.0292 apart after three steps, in PyTorch's 0.1595 and past zero")
  func rmsProp() {
    // Corrected, decoupled: g/√Ŝ = 1, so 0.99·1 − 0.1, 0.99·0.89 − 0.1, 0.99·0.7811 − 0.1, as Adam.
    // In PyTorch's form the first step is η/√(1 − 0.99) = 1. Made elsewhere, to the digits given.
    func ends(corrected: Bool) -> (coupled: Double, decoupled: Double) {
      let base = RMSProp(learningRate: 0.1, biasCorrection: corrected)
      let coupled = RMSProp(learningRate: 0.1, biasCorrection: corrected, weightDecay: 0.1)
      return (
        path(coupled, slope: 0.5, steps: 3)[3],
        path(Decoupled(base: base, weightDecay: 0.1), slope: 0.5, steps: 3)[3]
      )
    }
    let (notes, pyTorch) = (ends(corrected: true), ends(corrected: false))
    #expect(abs(notes.coupled - 0.702_523_22) < 1e-8 && abs(notes.decoupled - 0.673_289_01) < 1e-8)
    #expect(abs(pyTorch.coupled + 1.132_307_97) < 1e-8 && abs(pyTorch.decoupled + 1.291_842_11) < 1e-8)
  }

  @Test("By hand: Adam's first step is η with L2 or without; AdamW's is ηλ longer, and stays so")
  func adam() {
    // Without: m̂/√v̂ = 1 at a constant slope. L2: 0.6/0.6 = 1 too, and later the slope is ever nearly the same.
    // AdamW: 0.99·1 − 0.1, 0.99·0.89 − 0.1, 0.99·0.7811 − 0.1. Steps three digits of which ε/0.5 = 2·10⁻⁸ shortens.
    let none = path(Adam(learningRate: 0.1), slope: 0.5, steps: 3)
    let coupled = path(Adam(learningRate: 0.1, weightDecay: 0.1), slope: 0.5, steps: 3)
    let decoupled = path(AdamW(learningRate: 0.1, weightDecay: 0.1), slope: 0.5, steps: 3)
    func isClose(_ path: [Double], _ expected: [Double]) -> Bool {
      path.count == expected.count && path.indices.allSatisfy { abs(path[$0] - expected[$0]) < 1e-8 }
    }
    #expect(isClose(none, [1, 0.900_000_002, 0.800_000_004, 0.700_000_006]))
    #expect(isClose(coupled, [1, 0.900_000_001_7, 0.800_047_340_5, 0.700_174_574_8]))
    #expect(isClose(decoupled, [1, 0.890_000_002, 0.781_100_004, 0.673_289_006]))
  }

  @Test("By hand: without a gradient Adam's first step is η for λ = 0.1, and half of it where λ = ε")
  func firstStep() {
    // g/(g + ε) with g = λ: 0.1/(0.1 + 10⁻⁸) and ½.
    #expect(abs(path(Adam(learningRate: 0.1, weightDecay: 0.1), steps: 1)[1] - 0.9) < 1e-7)
    #expect(abs(path(Adam(learningRate: 0.1, weightDecay: 1e-8), steps: 1)[1] - 0.95) < 1e-12)
    #expect(path(AdamW(learningRate: 0.1, weightDecay: 0.1), steps: 1)[1] == 0.99)
  }

  // MARK: Theory

  @Test(
    "Theory: u(τ) is 0.90254, 0.76624, 0.27667 and 0.04122 at τ = 0.1, ¼, 1 and 2",
    arguments: [(0.1, 0.90254), (0.25, 0.76624), (1, 0.27667), (2, 0.04122), (3, 0.00356)])
  func curve(time: Double, share: Double) {
    // Made with steps of 10⁻⁴ elsewhere; ours of 0.05 are right to the five digits given.
    #expect(abs(fading(at: [time], kappa: 0)[0] - share) < 3e-5)
    #expect(abs(fading(at: [time / 2, time], kappa: 0)[1] - share) < 3e-5)
  }

  @Test("Theory: where ε rules the share is exp(−τ/κ), a decay of λ/ε")
  func faint() {
    // κ = 100: √(A/τ) lies between 0 and 1 beside it.
    let share = fading(at: [50], kappa: 100)[0]
    #expect(share > .exp(-50 / 100.0) && share < .exp(-50 / 101.0))
    #expect(fading(at: [0, 3], kappa: .infinity) == [1, 1])
    // η t λ/ε = 0.0048, for weights of every size.
    #expect(abs(fadedShare(rate: 1e-3, weightDecay: 1e-10, steps: 480, deviation: 0.2) - .exp(-0.0048)) < 1e-4)
  }

  @Test(
    "Theory: one weight of 0.18 under Adam with L2 keeps to the curve, at λ = 10⁻², 10⁻⁶ and 10⁻⁹",
    arguments: [
      (1e-2, [0.7326, 0.5062, 0.1994]), (1e-6, [0.7470, 0.5317, 0.2316]), (1e-9, [0.9951, 0.9902, 0.9805]),
    ])
  func oneWeight(strength: Double, shares: [Double]) {
    // From 1 with 5.56 times the rate and a penalty of 0.18 λ a step is the same share.
    let path = path(Adam(learningRate: 1e-3 / 0.18, weightDecay: 0.18 * strength), steps: 200)
    let theory = fading(at: [50, 100, 200].map { 1e-3 * $0 / 0.18 }, kappa: kappa(weightDecay: strength, start: 0.18))
    for (index, step) in [50, 100, 200].enumerated() {
      #expect(abs(path[step] - shares[index]) < 1e-4)  // PyTorch's numbers, to the digits given
      #expect(abs(path[step] - theory[index]) < 0.05)  // the lag of nine steps, 9η/0.18
    }
  }

  @Test("Theory: what pulls like the loss itself changes nothing: on ½w² Adam takes the same steps with L2 and without")
  func proportional() {
    func path(_ optimizer: any Optimizer) -> [Double] {
      var optimizer = optimizer
      let weight = Parameter("w", Tensor([1], dtype: .float64))
      return (0..<2).map { _ in
        optimizer.update(weight, with: valueAndGradients(of: weight) { square(weight.value).sum() / 2 }.gradients)
        return weight.tensor.item
      }
    }
    let (none, coupled) = (path(Adam(learningRate: 0.1)), path(Adam(learningRate: 0.1, weightDecay: 0.1)))
    let decoupled = path(AdamW(learningRate: 0.1, weightDecay: 0.1))
    #expect(abs(none[1] - 0.800_412_23) < 1e-8 && abs(coupled[1] - none[1]) < 1e-8)  // λw is g/10: ε alone differs
    #expect(abs(decoupled[1] - 0.781_571_86) < 1e-8)
  }

  @Test("Theory: AdamW leaves (1 − ηλ)⁴⁸⁰ of every dark weight: 0.9531 at 0.1, 0.6186 at 1")
  func decoupled() throws {
    let digits = try Digits.load()
    for (strength, share) in [(0.1, 0.9531), (1, 0.6186)] {
      let run = Run(Arm(rule: .decay, rate: 1e-3), weightDecay: strength, digits, seed: 3)
      #expect(abs(decayedShare(rate: 1e-3, weightDecay: strength, steps: Run.steps) - share) < 5e-5)
      // 480 products in Float32: at most 480 · 6·10⁻⁸.
      #expect(run.dark.count >= 64 && run.dark.allSatisfy { abs($0.shares[16] / share - 1) < 1e-4 })
    }
  }

  @Test("Theory: a loss multiplied by c is L2 divided by c, for Adam")
  func scale() throws {
    let digits = try Digits.load()
    let scaled = Run(Arm(rule: .penalty, rate: 1e-3, lossScale: 10), weightDecay: 1e-2, digits, epochs: 4, seed: 0)
    let weaker = Run(Arm(rule: .penalty, rate: 1e-3), weightDecay: 1e-3, digits, epochs: 4, seed: 0)
    // Rounding and ε, which is not scaled, remain.
    #expect(abs(scaled.norm / weaker.norm - 1) < 1e-3)
  }

  // MARK: Contrast

  @Test("Contrast: the same dark weights go out at λ = 10⁻⁶ and at 10⁻², and AdamW keeps them")
  func dark() throws {
    let digits = try Digits.load()
    func run(_ rule: Rule, _ strength: Double) -> Run {
      Run(Arm(rule: rule, rate: 1e-3), weightDecay: strength, digits, seed: 1)
    }
    let (faint, strong) = (run(.penalty, 1e-6), run(.penalty, 1e-2))
    #expect(faint.darkShare < 0.15 && strong.darkShare < 0.15 && abs(faint.darkShare - strong.darkShare) < 0.02)
    #expect(faint.distanceFromTheory(rate: 1e-3, weightDecay: 1e-6) < 0.06)
    #expect(run(.decay, 1e-2).darkShare > 0.99)
    #expect(faint.pixels.count == Run.places.count && faint.pixels[0].allSatisfy { $0 == 1 })
  }

  @Test("Contrast: with ten times as many steps the order is the same")
  func tenTimes() async throws {
    let digits = try Digits.load()
    func runs(_ rule: Rule, _ strength: Double) async -> Runs<Run> {
      await Runs(seeds: [0, 1]) { seed in
        Run(Arm(rule: rule, rate: 1e-3), weightDecay: strength, digits, epochs: 10 * Run.epochs, seed: seed)
      }
    }
    let (penalty, decay, none) = (await runs(.penalty, 0.1), await runs(.decay, 0.1), await runs(.penalty, 0))
    // (1 − 10⁻⁴)⁴⁸⁰⁰ = 0.62; under L2 the dark weights are where they were after 480 steps, at nothing.
    #expect(penalty.darkShare.maximum < 0.01 && abs(decay.darkShare.mean - 0.6188) < 1e-3)
    #expect(penalty.accuracy.mean < none.accuracy.mean - 5 && decay.accuracy.mean > none.accuracy.mean - 3)
  }

  @Test("Contrast: λ = 1 saves no network that explodes")
  func explosion() throws {
    let digits = try Digits.load()
    for blast in Lesson15.blasts {
      var penalized = blast
      penalized.weightDecay = 1
      let losses = (0..<3).map { (blast.finalLoss(digits, seed: $0), penalized.finalLoss(digits, seed: $0)) }
      let exploded = losses.filter { $0.0 == .infinity }
      #expect(exploded.count >= 2 && exploded.allSatisfy { !($0.1 < 2) })  // guessing has ln 10 = 2.3
    }
  }

  @Test("Exercise: λ = 10⁻⁸ leaves two thirds; at ten times the rate AdamW leaves 95 %, Adam with L2 nothing")
  func exercises() throws {
    let digits = try Digits.load()
    func left(_ options: [String], _ rule: Rule) throws -> Double {
      let lesson = try Lesson15.parse(options)
      return Run(lesson.arm(rule), weightDecay: lesson.weightDecay, digits, seed: 5).darkShare
    }
    // exp(−0.48) = 0.62 is the least; that the penalty is in the divisor as well slows it.
    #expect((0.62..<0.75).contains(try left(["--weight-decay", "1e-8"], .penalty)))
    #expect(abs(try left(["--learning-rate", "0.01"], .decay) - 0.9531) < 1e-4)
    #expect(try left(["--learning-rate", "0.01"], .penalty) < 1e-6)
  }

  // MARK: Refusal

  @Test("Refusal: the line says which option, what it must be and what it is")
  func message() throws {
    let error = try #require(throws: (any Error).self) { try Lesson15.parse(["--weight-decay=0"]) }
    #expect(
      Lesson15.message(for: error)
        == "The value '0' is invalid for '--weight-decay <weight-decay>': It must be from 1e-12 to 10.")
  }
}
