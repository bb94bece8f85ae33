import Datasets
import Descent
import Numerics
import Testing

@testable import Lesson11

@Suite("Lesson 11 · Adam in the long run") struct Lesson11Tests {
  /// Adam as the lesson's bowl has it.
  static func adam(
    _ rate: Double = 0.01, epsilon: Double = 1e-8, beta2: Double = 0.99, keepsLargest: Bool = false
  ) -> ScalarAdam {
    ScalarAdam(learningRate: rate, beta2: beta2, epsilon: epsilon, keepsLargest: keepsLargest)
  }

  // MARK: By hand

  @Test("By hand: the first two steps of Adam from w = 1 in the bowl ½w² at η = 0.1 lead to 0.9 and 0.80039")
  func firstSteps() {
    // g = 1: m̂ = v̂ = 1, a step of 0.1. g = 0.9: m = 0.09 + 0.09 = 0.18, m̂ = 0.18/0.19 = 0.947368;
    // v = 0.99·0.01 + 0.01·0.81 = 0.018, v̂ = 0.018/0.0199 = 0.904523, root 0.951064; 0.1·0.947368/0.951064 = 0.099611.
    let run = descend(by: Self.adam(0.1, epsilon: 0), steps: 2)
    #expect(abs(run.distances[1] - 0.9) < 1e-15)  // one rounding
    #expect(abs(run.distances[2] - 0.800389) < 1e-6)  // the digits of the arithmetic
    #expect(abs(run.divisors[1] - 0.951064) < 1e-6)
  }

  @Test("By hand: for β₁ = 0.9 the limit is 38 and the divisor's ηλ/38; for β₁ = 0 it is 2 as in gradient descent")
  func limits() {
    // 2 · 1.9/0.1 = 38, and 2 · 1/1 = 2: 0.5 · 3/2 = 0.75.
    #expect(abs(stabilityLimit(beta1: 0.9) - 38) < 1e-13)
    #expect(abs(smallestDivisor(rate: 0.01, curvature: 3, beta1: 0.9) * 38 / 0.03 - 1) < 1e-14)
    #expect(smallestDivisor(rate: 0.5, curvature: 3, beta1: 0) == 0.75)
  }

  @Test("By hand: v = 4 at step 100 with β₂ = ¼ has fallen to the root ½ after 2 steps; without room it never does")
  func onset() {
    // √4 = 2 halves each step: 1, ½.
    let onset = predictedOnset(from: 100, meanSquare: 4, beta2: 0.25, room: 0.5)
    #expect(onset.map { abs($0 - 102) < 1e-12 } == true)
    #expect(predictedOnset(from: 100, meanSquare: 4, beta2: 0.25, room: 0) == nil)
    #expect(predictedOnset(from: 100, meanSquare: 4, beta2: 0.25, room: 3) == 100)
  }

  @Test("By hand: with slopes 3, −1, −1 and β₁ = 0, β₂ = 1/10 the steps of a period are −1.0472, 0.7623 and 0.9658")
  func driftByHand() {
    // v after the 3: v_a = 0.9·9 + 0.1 v_c, v_b = 0.9 + 0.1 v_a, v_c = 0.9 + 0.1 v_b = 0.99 + 0.01 v_a, so
    // v_a = (8.1 + 0.099)/(1 − 0.001) = 8.207207, v_b = 1.720721, v_c = 1.072072; 3/2.864822, 1/1.311763, 1/1.035409.
    let slopes = RareGradient(large: 3, common: -1, period: 3)
    let steps = (0..<3).map { -slopes.step($0, beta1: 0, beta2: 0.1) }
    for (step, hand) in [-1.047185, 0.762333, 0.965801].enumerated() {
      #expect(abs(steps[step] - hand) < 1e-6)  // the digits written here
    }
    #expect(abs(slopes.drift(beta1: 0, beta2: 0.1) - 0.680949) < 2e-6)  // their sum: the wrong way
  }

  @Test(
    "By hand: a gradient of 10 among ones makes a step of 1.9/√1.099 = 1.812403 η, a gradient of 1 none that differs")
  func smallSpike() {
    // m = 0.9 + 0.1·10 = 1.9, v = 0.999 + 0.001·100 = 1.099.
    #expect(abs(RareGradient(large: 10, common: 1, period: .infinity).step(0) - 1.812403) < 1e-6)
    #expect(RareGradient(large: 1, common: 1, period: .infinity).step(3) == 1)
  }

  @Test("By hand: after 3, 2, 1 a loss of 10 is no tenfold jump, and one of 11 is")
  func jumps() {
    #expect(DigitsRun(losses: [3, 2, 1, 10, 11, 20]).firstJump == 4)
    #expect(DigitsRun(losses: [3, 2, 1, 10]).firstJump == nil)
  }

  // MARK: Theory

  @Test(
    "Theory: the recursion written out gives the framework's numbers bit by bit, bursts included",
    arguments: [(false, true), (false, false), (true, true), (true, false)])
  func sameBits(keepsLargest: Bool, isCorrected: Bool) {
    var (adam, weight) = (Self.adam(keepsLargest: keepsLargest), 1.0)
    let parameter = Parameter("weight", Tensor(1, dtype: .float64))
    var framework = Adam(learningRate: 0.01, beta2: 0.99)
    var amsGrad = AMSGrad(learningRate: 0.01, beta2: 0.99)
    var differing = 0
    for step in 0..<3000 {
      if step == 1000 && !isCorrected {
        (adam.biasCorrection, framework.biasCorrection, amsGrad.biasCorrection) = (false, false, false)
      }
      adam.move(&weight, along: weight)
      let gradients = Gradients(names: ["weight"], tensors: [parameter.tensor])
      if keepsLargest {
        amsGrad.update(parameter, with: gradients)
      } else {
        framework.update(parameter, with: gradients)
      }
      if parameter.tensor.item.bitPattern != weight.bitPattern { differing += 1 }
    }
    #expect(differing == 0)
    #expect(weight != 1)
  }

  @Test("Theory: with a divisor that ε holds constant Adam is stable at η/ε = 37.9 and unstable at 38.1")
  func stability() {
    // From 10⁻⁵⁰ the root of v is below 10⁻¹⁰ ε all along.
    func last(_ ratio: Double) -> Double {
      let adam = ScalarAdam(learningRate: ratio, beta2: 0.99, epsilon: 1, biasCorrection: false)
      return descend(by: adam, from: 1e-50, steps: 800).distances[800] / 1e-50
    }
    // Roots of z² − (1.9 − 0.1a) z + 0.9: modulus √0.9 at 37.9, where they are complex; −1.0647 at 38.1.
    #expect(last(37.9) < 1e-15)  // 0.9487⁸⁰⁰ = 5e-19, times what the start makes of it
    #expect(last(38.1) > 1e20)  // 1.0647⁸⁰⁰ = 6e21
  }

  @Test(
    "Theory: a run that has settled turns at the step that is predicted then",
    arguments: [(0.1, 0.01, 887.2), (1, 0.01, 1578.9), (10, 0.01, 2862.0), (0.5, 0.03, 1021.2), (10, 0.03, 2057.1)])
  func prediction(start: Double, rate: Double, expected: Double) throws {
    let run = descend(by: Self.adam(rate), from: start, steps: 4000)
    let predicted = try #require(run.prediction)
    #expect(abs(predicted - expected) < 0.06)  // the digits written here
    #expect(predicted > Double(try #require(run.settled)) + 200)
    // Close to the limit w alternates with a slow beat, whose nodes are some ten steps apart.
    #expect(abs(Double(try #require(run.turning)) - predicted) < 15)
    // The divisor is below its limit from that very step on.
    let limit = smallestDivisor(rate: rate, curvature: 1, beta1: 0.9)
    #expect(run.divisors.firstIndex { $0 < limit }.map { $0 + 1 } == Int(predicted.rounded(.up)))
  }

  @Test("Theory: up to there |w| falls by √β₁ a step and the divisor by √β₂")
  func falls() throws {
    let run = descend(by: Self.adam(epsilon: 1e-12), steps: 1500)
    let envelope = BowlRun.envelope(of: run.distances)
    // Over 900 steps; a node of the beat changes a height by a factor of ten at most: ln 10/900 = 0.003.
    #expect(abs(.log(envelope[1450] / envelope[550]) / 900 - .log(0.9) / 2) < 0.003)
    // What the correction of v still does at step 550: 1/√(1 − 0.99⁵⁵⁰) = 1 + 0.002.
    #expect(abs(run.divisors[1449] / run.divisors[549] / .pow(0.99, 450) - 1) < 0.003)
  }

  @Test(
    "Theory: the steps after one large gradient are the closed form, and none is longer than 3.288 η",
    arguments: [10.0, 100, 1e6])
  func spike(size: Double) {
    var (adam, weight) = (ScalarAdam(learningRate: 1, epsilon: 0), 0.0)
    for _ in 0..<40_000 { adam.move(&weight, along: 1) }  // its memory is full: e⁻⁴⁰ is left of the start
    let spike = RareGradient(large: size, common: 1, period: .infinity)
    let bound = (0.81 / 0.999 + 0.01 / 0.001).squareRoot()  // √(β₁²/β₂ + (1 − β₁)²/(1 − β₂)), Cauchy and Schwarz
    var (error, longest) = (0.0, 0.0)
    for step in 0..<3000 {
      weight = 0
      adam.move(&weight, along: step == 0 ? size : 1)
      error = max(error, abs(-weight / spike.step(step) - 1))
      longest = max(longest, -weight)
    }
    #expect(error < 1e-11)  // a few thousand roundings of v
    #expect(longest <= bound && abs(bound - 3.28798) < 1e-5)
  }

  @Test(
    "Theory: the drift of a period is what a long run without walls shows",
    arguments: [(0.0, 0.1, 3.0), (0.9, 0.99, 101)])
  func drift(beta1: Double, beta2: Double, period: Double) {
    let slopes = RareGradient(large: period == 3 ? 3 : 1010, common: period == 3 ? -1 : -10, period: period)
    var adam = ScalarAdam(learningRate: 1, beta1: beta1, beta2: beta2, epsilon: 0, biasCorrection: false)
    var (x, before) = (0.0, 0.0)
    for step in 0..<60 * Int(period) {
      if step == 59 * Int(period) { before = x }
      adam.move(&x, along: step % Int(period) == 0 ? slopes.large : slopes.common)
    }
    // The averages are stationary after 59 periods to 10⁻²⁶; x is some hundred, rounded by 1e-14 a step.
    #expect(abs(x - before - slopes.drift(beta1: beta1, beta2: beta2)) < 1e-11)
  }

  @Test("Theory: in the experiment with 1010 and −10 the drift changes its sign at a memory of 2066 steps, 20 periods")
  func criticalMemory() {
    // In a period of 101 steps v then sinks by 1 − e^(−101/2066) = 4.8 %, as 1010 − 100 · 10 leaves 1 % of balance.
    #expect(abs(RareGradient().criticalMemory - 2065.6) < 0.1)
    #expect(RareGradient().drift(beta2: 1 - 1 / 2045.0) > 0 && RareGradient().drift(beta2: 1 - 1 / 2086.0) < 0)
  }

  @Test(
    "Theory: the tumours' largest curvature is 13.2816, so that an ε above 0.0035 is safe; the least loss is 0.1055")
  func tumourBowl() throws {
    let fit = TumourFit(try BreastCancer.load())
    #expect(abs(fit.largestCurvature - 13.2816076) < 1e-6)  // by numpy's eigvalsh
    #expect(abs(smallestDivisor(rate: 0.01, curvature: fit.largestCurvature, beta1: 0.9) - 0.00349516) < 1e-7)
    #expect(abs(fit.leastLoss - 0.10551) < 1e-5)  // by numpy's solve
  }

  // MARK: Contrast

  @Test(
    "Contrast: Adam turns, with an ε below the limit or without corrections too; with an ε above it or as AMSGrad never"
  )
  func bowl() throws {
    let bowl = Lesson11.Bowl(try Lesson11.parse([]))
    let turning = try #require(bowl.main.turning)
    #expect(turning == 1579)
    #expect((0.0005...0.005).contains(bowl.main.lateMaximum))  // a burst is 0.05 to 0.5 η high
    #expect(abs(try #require(bowl.uncorrected.turning) - turning) < 20)
    #expect(try #require(bowl.epsilonBelow.turning) > turning)
    #expect(bowl.epsilonAbove.turning == nil && bowl.epsilonAbove.lateMaximum < 1e-80)
    #expect(bowl.amsGrad.turning == nil && bowl.amsGrad.lateMaximum < 1e-50)
    #expect(bowl.errors.count == 10 && bowl.errors.allSatisfy { $0 < 20 })
    #expect(try abs(#require(bowl.shift) + 5.0 / 1579) < 1e-12)  // 5 steps sooner
    // With a large ε no turn is predicted, none comes, and nothing is said of how it moves.
    let calm = Lesson11.Bowl(try Lesson11.parse(["--epsilon", "0.001"]))
    #expect(calm.errors.isEmpty && calm.shift == nil)
    #expect(bowlFigure(calm).title == "Adam does not turn back within 8,000 steps")
    // With β₂ = 0 every step is about η long: it never comes down.
    let restless = Lesson11.Bowl(try Lesson11.parse(["--beta2", "0"]))
    #expect(bowlFigure(restless).title == "Adam does not settle within 2,000 steps")
  }

  @Test(
    "Contrast: the fit to the tumours climbs to 38 and bursts, with the correction or without; above ηλ/38 it does not")
  func tumours() throws {
    let fit = TumourFit(try BreastCancer.load())
    let run = fit.run(.adam, steps: 16_000, seed: 1)
    let burst = try #require(run.firstBurst)
    #expect(run.excess.count == 16_000 && run.curvature.count == 320)
    #expect(run.climbsToLimit && (38...42).contains(run.curvature.max() ?? 0))
    #expect(run.highestBurst < 0.01 && run.changedDiagnoses <= 11)
    let uncorrected = try #require(fit.run(.uncorrected, steps: 16_000, seed: 1).firstBurst)
    #expect(abs(Double(uncorrected) / Double(burst) - 1) < 0.1)  // over ten seeds at most 0.05
    for arm in [TumourArm(epsilon: 0.004), .amsGrad] {
      let calm = fit.run(arm, steps: 16_000, seed: 1)
      #expect(calm.firstBurst == nil && !calm.climbsToLimit && (calm.curvature.max() ?? 99) < 38)
    }
  }

  @Test("Contrast: with cross-entropy sixty digits are learnt by heart without a jump")
  func digits() throws {
    let run = DigitsLoss.crossEntropy.run(try Digits.load(), count: 60, steps: 1000, seed: 0)
    #expect(run.losses.count == 1000 && run.firstJump == nil && run.finalLoss < 1e-3)
  }

  @Test(
    "Contrast: where large slopes are rare Adam ends near 1 with a memory of 100 steps, near −1 with 10,000; AMSGrad near −1"
  )
  func rareSlopes() {
    let (short, long) = (RareRun(memory: 100, steps: 200_000), RareRun(memory: 10_000, steps: 400_000))
    #expect(short.adam > 0.9 && short.amsGrad < -0.9)  // means over a period stay 0.03 from the wall
    #expect(long.adam < -0.9)
  }

  // MARK: Exercises

  @Test("Exercise: with ε = 0.0002 the turn is predicted 284 steps later, and comes then")
  func smallerRoom() throws {
    // The room for √v̂ falls from 0.01/38 = 2.632e-4 to 6.32e-5: 2 ln(4.167)/0.01005 = 284.
    let lesson = try Lesson11.parse(["--epsilon", "0.0002"])
    let run = lesson.descent()
    #expect(abs(try #require(run.prediction) - 1578.9 - 284) < 0.5)
    #expect(abs(Double(try #require(run.turning)) - 1862.9) < 20)
  }

  @Test(
    "Exercise: with β₂ = 0.999 the turn is predicted for 13,255 and comes, after |w| below 10⁻²⁹⁰; in single precision never"
  )
  func longMemory() throws {
    let run = try Lesson11.parse(["--beta2", "0.999"]).descent()
    #expect(abs(try #require(run.prediction) - 13_254.4) < 0.1)
    #expect(abs(try #require(run.turning) - 13_254) < 20)
    #expect((run.distances.min() ?? 1) < 1e-290)
    let single = singlePrecisionDistances(beta2: 0.999, steps: 16_000)
    #expect(BowlRun.landmarks(of: single).turning == nil)
    #expect(single[15_999] > 0 && single[15_999] < 1e-43)  // stuck among the last numbers above zero
    // With β₂ = 0.99 single precision turns, too; its list begins after the first step, and rounding moves a beat.
    let short = try #require(BowlRun.landmarks(of: singlePrecisionDistances(beta2: 0.99, steps: 2000)).turning)
    #expect(abs(short + 1 - 1579) < 15)
  }

  @Test("Exercise: after G = 1000 the first step is 3.19 η, and the last below 0.9 η is number 8353")
  func suppression() throws {
    // 100.9/√1000.999 = 3.1891; ln(0.001 · 999999/(1/0.81 − 1))/0.0010005 = ln 4263.2/0.0010005 = 8353.6.
    let spike = RareGradient(large: 1000, common: 1, period: .infinity)
    #expect(abs(spike.step(0) - 3.1891) < 1e-4)
    #expect((0..<20_000).last { spike.step($0) < 0.9 } == 8353)
  }

  // MARK: Refusal

  @Test(
    "Refusal: the line says which option and what it must be",
    arguments: [
      ("--beta2", "1", "It must be from 0 to 0.999."), ("--epsilon", "0", "It must be above 0 and at most 1."),
      ("--spike", "0.5", "It must be from 1 to 1000000000."),
    ])
  func message(option: String, value: String, words: String) throws {
    let error = try #require(throws: (any Error).self) { try Lesson11.parse([option, value]) }
    #expect(Lesson11.message(for: error).contains(words))
  }
}
