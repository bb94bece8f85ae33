import Datasets
import Descent
import Numerics
import Testing

@testable import Lesson11

@Suite("Lesson 11 · Adam in the long run") struct Lesson11Tests {
  /// Adam as the lesson's bowl has it.
  static func adam(epsilon: Double = 1e-8, beta2: Double = 0.99, keepsLargest: Bool = false) -> ScalarAdam {
    ScalarAdam(learningRate: 0.01, beta2: beta2, epsilon: epsilon, keepsLargest: keepsLargest)
  }

  /// Adam and AMSGrad as Reddi, Kale and Kumar have them in theorem 1 with C = 3: β₁ = 0, β₂ = 1/10, no correction.
  static func theoremAdam(keepsLargest: Bool) -> ScalarAdam {
    ScalarAdam(
      learningRate: 1, beta1: 0, beta2: 0.1, epsilon: 0, biasCorrection: false, keepsLargest: keepsLargest)
  }

  // MARK: By hand

  @Test("By hand: the corrections are 10 and 1000 at step 1, 5.263158 and 500.25 at step 2, and go to 1")
  func corrections() {
    let adam = ScalarAdam(learningRate: 0.01)
    // 1/(1 − 0.9), 1/(1 − 0.999); 1/(1 − 0.81) = 1/0.19, 1/(1 − 0.998001) = 1/0.001999.
    #expect(abs(adam.corrections(atStep: 1).mean - 10) < 1e-13)  // 1 − 0.9 is rounded by 1e-16
    #expect(abs(adam.corrections(atStep: 1).square - 1000) < 1e-10)  // 1 − 0.999 by 1e-13 of itself
    #expect(abs(adam.corrections(atStep: 2).mean - 5.263158) < 5e-7)  // the digits written here
    #expect(abs(adam.corrections(atStep: 2).square - 500.250125) < 5e-7)
    #expect(abs(adam.corrections(atStep: 20_000).square - 1) < 1e-8)  // 0.999^20000 = 2e-9
  }

  @Test("By hand: the first two steps of Adam from w = 1 in the bowl ½w² at η = 0.1 lead to 0.9 and 0.80041")
  func firstSteps() {
    // g = 1: m̂ = v̂ = 1, a step of 0.1. g = 0.9: m = 0.09 + 0.09 = 0.18, m̂ = 0.18/0.19 = 0.947368;
    // v = 0.99·0.01 + 0.01·0.81 = 0.018, v̂ = 0.018/0.0199 = 0.904523, root 0.951064; 0.1·0.947368/0.951064 = 0.099611.
    let run = Bowl().descend(
      by: ScalarAdam(learningRate: 0.1, beta2: 0.99, epsilon: 0), steps: 2)
    #expect(abs(run.distances[1] - 0.9) < 1e-15)
    #expect(abs(run.distances[2] - 0.800389) < 1e-6)  // the digits of the arithmetic
    #expect(abs(run.divisors[1] - 0.951064) < 1e-6)
  }

  @Test("By hand: for β₁ = 0.9 the limit of the divisor is ηλ/38, for β₁ = 0 it is ηλ/2 as in gradient descent")
  func limits() {
    // (1 − 0.9)/(2 + 1.8) = 1/38, and (1 − 0)/(2 + 0) = 1/2.
    #expect(abs(Bowl(curvature: 3).limit(of: Self.adam()) * 38 / 0.03 - 1) < 1e-14)
    #expect(Bowl(curvature: 3).limit(of: ScalarAdam(learningRate: 0.5, beta1: 0)) == 0.75)
  }

  @Test("By hand: for β₁ = 0.9 |w| shrinks by √β₁ where ηλ/d is from 0.026334 to 37.973666")
  func swinging() {
    // √0.9 = 0.948683; 0.051317²/0.1 = 0.0026334/0.1, and 1.948683²/0.1 = 3.7973666/0.1. Their product is 1.
    let range = Bowl().swinging(by: Self.adam())
    #expect(abs(range.lowerBound - 0.026334) < 1e-6 && abs(range.upperBound - 37.973666) < 1e-6)  // the digits written
    #expect(abs(range.lowerBound * range.upperBound - 1) < 1e-13)
  }

  @Test("By hand: with slopes 3, −1 and rates 1, 1/√2 Adam is at −1, −0.459262, AMSGrad at −1, −0.751548")
  func theoremSteps() {
    // v = 0.9·9 = 8.1: a step of 3/2.846 = 1.054, to the wall. Then v = 0.81 + 0.9 = 1.71: a step of 0.7071/1.3077 = 0.540738;
    // AMSGrad still divides by √8.1: 0.7071/2.8460 = 0.248452.
    let theorem = RareGradients.theorem(slope: 3)
    let adam = theorem.run(Self.theoremAdam(keepsLargest: false), steps: 2, decaysRate: true)
    let amsGrad = theorem.run(Self.theoremAdam(keepsLargest: true), steps: 2, decaysRate: true)
    #expect(adam[0] == -1 && amsGrad[0] == -1)
    #expect(abs(adam[1] + 0.459262) < 1e-6 && abs(amsGrad[1] + 0.751548) < 1e-6)  // the digits written here
  }

  @Test(
    "By hand: a gradient of 10 among ones makes a step of 1.9/√1.099 = 1.812403 η, a gradient of 1 none that differs")
  func smallSpike() {
    // m = 0.9 + 0.1·10 = 1.9, v = 0.999 + 0.001·100 = 1.099.
    #expect(abs(Spike(size: 10, beta1: 0.9, beta2: 0.999).step(0) - 1.812403) < 1e-6)
    #expect(Spike(size: 1, beta1: 0.9, beta2: 0.999).step(3) == 1)
  }

  @Test("By hand: 60 is the first loss above a hundred times the least before it, 0.5; one of three steps rises")
  func spikesAndRises() {
    #expect(firstSpike(in: [1, 0.5, 40, 60]) == 3)
    #expect(firstSpike(in: [1, 0.5, 40, 50]) == nil)
    #expect(firstSpike(in: [1, 0.5, 40, 50], factor: 10) == 2)
    #expect(shareRising([3, 2, 1, 2]) == 1.0 / 3)
  }

  @Test("By hand: 4x + y = 1 and x + 3y = 2 have the solution 1/11, 7/11")
  func conjugateGradients() {
    let a = Tensor(rows: [[4, 1], [1, 3]], dtype: .float64)
    let x = solution(of: a, Tensor(rows: [[1], [2]], dtype: .float64)).scalars
    #expect(x.count == 2)
    #expect(abs(x[0] - 1.0 / 11) < 1e-13 && abs(x[1] - 7.0 / 11) < 1e-13)  // the residual that ends it is 1e-13
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
        adam.biasCorrection = false
        framework.biasCorrection = false
        amsGrad.biasCorrection = false
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

  @Test("Theory: with a divisor that ε holds constant Adam is stable at ηλ/ε = 37.9 and unstable at 38.1")
  func stability() {
    // From 10⁻⁵⁰ the root of v is below 10⁻¹⁰ ε all along.
    func last(_ ratio: Double) -> Double {
      let adam = ScalarAdam(learningRate: ratio, beta2: 0.99, epsilon: 1, biasCorrection: false)
      return Bowl(start: 1e-50).descend(by: adam, steps: 800).distances[800] / 1e-50
    }
    // Roots of z² − (1.9 − 0.1a) z + 0.9: modulus √0.9 at 37.9, where they are complex; −1.0647 at 38.1.
    #expect(last(37.9) < 1e-15)  // 0.9487⁸⁰⁰ = 5e-19, times what the start makes of it
    #expect(last(38.1) > 1e20)  // 1.0647⁸⁰⁰ = 6e21
    // At 0.02 the roots are real, (1.898 ± √0.002404)/2; the larger is 0.97352, and 0.97352⁸⁰⁰ = 5e-10.
    #expect((1e-10...1e-8).contains(last(0.02)))
  }

  @Test(
    "Theory: a run that has settled turns at the step that is foretold then",
    arguments: [(0.1, 0.01, 887.2), (1, 0.01, 1578.9), (10, 0.01, 2862.0), (0.5, 0.03, 1021.2), (10, 0.03, 2057.1)])
  func forecast(start: Double, rate: Double, forecast: Double) throws {
    let adam = ScalarAdam(learningRate: rate, beta2: 0.99)
    let run = Bowl(start: start).descend(by: adam, steps: 4000)
    let foretold = try #require(run.forecast)
    #expect(abs(foretold - forecast) < 0.06)  // the digits written here
    #expect(foretold > Double(try #require(run.landmarks.settled)) + 200)
    #expect(run.onset == run.forecastStep)
    // Close to the limit w alternates with a slow beat, whose nodes are some ten steps apart.
    #expect(abs(Double(try #require(run.landmarks.turning)) - foretold) < 15)
  }

  @Test("Theory: the curvature of the bowl makes no difference, as v̂ grows with its square")
  func curvature() {
    let (one, ten) = (
      Bowl().descend(by: Self.adam(epsilon: 1e-12), steps: 2000),
      Bowl(curvature: 10).descend(by: Self.adam(epsilon: 1e-12), steps: 2000)
    )
    #expect(one.onset == ten.onset && one.onset != nil)
  }

  @Test("Theory: up to there |w| falls by √β₁ a step and the divisor by √β₂")
  func falls() throws {
    let run = Bowl().descend(by: Self.adam(epsilon: 1e-12), steps: 1500)
    let envelope = BowlRun.envelope(of: run.distances)
    // Over 900 steps; a node of the beat changes a height by a factor of ten at most: ln 10/900 = 0.003.
    let fall = Double.log(envelope[1450] / envelope[550]) / 900
    #expect(abs(fall - .log(0.9) / 2) < 0.003)
    let foretold = try #require(run.forecastDivisor(at: 1450))
    // A thousand roundings, and what w still adds to v: 10⁻¹⁸.
    #expect(abs(run.divisors[1449] / foretold - 1) < 1e-12)
  }

  @Test("Theory: the steps after a spike are the closed form", arguments: [10.0, 100, 1e6])
  func spike(size: Double) {
    let spike = Spike(size: size, beta1: 0.9, beta2: 0.999)
    let measured = spike.measured(steps: 3000)
    #expect(measured.count == 3000)
    let errors = measured.enumerated().map { step, length in abs(length / spike.step(Double(step)) - 1) }
    #expect((errors.max() ?? .nan) < 1e-11)  // a few thousand roundings of v
    #expect((measured.max() ?? .nan) <= spike.stepBound)
  }

  @Test("Theory: the bound is 3.288 η, reached near G = 111; a huge spike steps by 3.1623 η and pushes by 31.766 η")
  func spikeBounds() {
    let huge = Spike(size: 1e6, beta1: 0.9, beta2: 0.999)
    // √(0.81/0.999 + 0.01/0.001) = √10.8108, 0.1/√0.001 = √10, and 3.1623/(1 − 0.9/0.9995) = 3.1623/0.09955.
    #expect(abs(huge.stepBound - 3.287980) < 1e-6)
    #expect(abs(huge.stepAtInfinity - 3.162278) < 1e-6)
    #expect(abs(huge.pushAtInfinity - 31.7658) < 1e-4)
    // Two hundred usual gradients add 200 · 3e-5 at most; the rest of the series is 1e-9 of it.
    #expect(abs(huge.measured(steps: 200).reduce(0, +) - huge.pushAtInfinity) < 0.01)
    let largest = (50...200).map { Spike(size: Double($0), beta1: 0.9, beta2: 0.999).step(0) }.max() ?? 0
    #expect(largest <= huge.stepBound && largest > huge.stepBound - 1e-5)  // a whole number beside the best G
  }

  @Test("Theory: after G = 100 the steps are below 0.9 η until step 3750, after G = 1000 until step 8353")
  func suppression() {
    // ln(0.001 · 9999/(1/0.81 − 1))/0.0010005 = ln 42.63/0.0010005 = 3750.6, and ln 4263.2/0.0010005 = 8353.6.
    for (size, last) in [(100.0, 3750), (1000, 8353)] {
      let spike = Spike(size: size, beta1: 0.9, beta2: 0.999)
      #expect(Int(spike.suppressedSteps(below: 0.9)) == last)
      #expect(spike.measured(steps: 9000).lastIndex { $0 < 0.9 } == last)
    }
  }

  @Test("Theory: the drift of a period is what a long run without walls shows", arguments: [(0.0, 0.1), (0.9, 0.99)])
  func drift(beta1: Double, beta2: Double) {
    let problem = beta1 == 0 ? RareGradients.theorem(slope: 3) : .experiment
    var adam = ScalarAdam(
      learningRate: 1, beta1: beta1, beta2: beta2, epsilon: 0, biasCorrection: false)
    var (x, before) = (0.0, 0.0)
    for step in 1...60 * problem.period {
      if step == 59 * problem.period + 1 { before = x }
      adam.move(&x, along: problem.gradient(atStep: step))
    }
    // The averages are stationary after 59 periods to 10⁻²⁶; x is some hundred, rounded by 1e-14 a step.
    #expect(abs(x - before - problem.drift(beta1: beta1, beta2: beta2)) < 1e-11)
  }

  @Test("Theory: with C = 3 a period drifts by −3/√8.2072 + 1/√1.7207 + 1/√1.0721 = 0.6810 the wrong way")
  func driftByHand() {
    // v after the 3: v_a = 0.9·9 + 0.1 v_c, v_b = 0.9 + 0.1 v_a, v_c = 0.9 + 0.1 v_b = 0.99 + 0.01 v_a, so
    // v_a = (8.1 + 0.099)/(1 − 0.001) = 8.207207, v_b = 1.720721, v_c = 1.072072.
    let steps = RareGradients.theorem(slope: 3).steps(beta1: 0, beta2: 0.1)
    // −3/2.864822, 1/1.311763 and 1/1.035409.
    #expect(zip(steps, [-1.047185, 0.762333, 0.965801]).allSatisfy { abs($0 - $1) < 1e-6 } && steps.count == 3)
    let drift = RareGradients.theorem(slope: 3).drift(beta1: 0, beta2: 0.1)
    #expect(abs(drift - (-3 / 8.207207.squareRoot() + 1 / 1.720721.squareRoot() + 1 / 1.072072.squareRoot())) < 1e-6)
    #expect(abs(drift - 0.68095) < 1e-5)
  }

  @Test("Theory: in the experiment with 1010 and −10 the drift turns at a memory of 2066 steps")
  func criticalMemory() {
    let memory = RareGradients.experiment.criticalMemory(beta1: 0.9)
    #expect(abs(memory - 2065.6) < 0.1)
    func drift(_ memory: Double) -> Double {
      RareGradients.experiment.drift(beta1: 0.9, beta2: 1 - 1 / memory)
    }
    #expect(drift(0.99 * memory) > 0 && drift(1.01 * memory) < 0)
  }

  @Test(
    "Theory: the tumours' largest curvature is 13.2816, so that an ε above 0.0035 is safe; the least loss is 0.1055")
  func tumourBowl() throws {
    let fit = TumourFit(try BreastCancer.load())
    #expect(abs(fit.largestCurvature - 13.2816076) < 1e-6)  // by numpy's eigvalsh
    #expect(abs(fit.safeEpsilon - 0.00349516) < 1e-7)
    // Half of the variance of ±1 with 357 of 569: half of 4 · 357 · 212/569².
    #expect(abs(fit.lossOfNothing - 2 * 357 * 212 / (569.0 * 569)) < 1e-12)
    #expect(abs(fit.leastLoss - 0.10551) < 1e-5)  // by numpy's solve
  }

  // MARK: Contrast

  @Test("Contrast: Adam bursts again and again, with an ε below the limit too; with one above it and as AMSGrad never")
  func bowlContrast() {
    let study = BowlStudy(Self.adam(), steps: 6000, correctedSteps: nil)
    #expect(study.main.landmarks.burst == 1657 && study.main.landmarks.turning == 1579)
    #expect((0.0005...0.005).contains(study.main.lateMaximum))  // a burst is 0.05 to 0.5 η high
    #expect(study.belowLimit.landmarks.burst != nil)
    #expect(study.aboveLimit.landmarks.burst == nil && study.aboveLimit.lateMaximum < 1e-80)
    #expect(study.amsGrad.landmarks.burst == nil && study.amsGrad.lateMaximum < 1e-50)
    #expect(study.longMemory.landmarks.burst == nil)
    #expect(study.decayingRate.landmarks.burst != nil && study.decayingRate.lateMaximum < 1e-4)
  }

  @Test("Contrast: seven of ten forecasts are due within 2000 steps, and all of them turn; with a large ε none is due")
  func due() {
    let study = BowlStudy(Self.adam(), steps: 2000, correctedSteps: nil)
    // 887, 1350, 1579, 637, 1021, 1223 and 1443; 1833 is less than 200 steps before the end.
    #expect(study.due.count == 7 && study.surprises == 0)
    #expect(study.due.allSatisfy { due in due.turning.map { abs(Double($0) - due.forecast) < 20 } ?? false })
    let calm = BowlStudy(Self.adam(epsilon: 1e-3), steps: 2000, correctedSteps: nil)
    #expect(calm.due.isEmpty && calm.surprises == 0)
  }

  @Test("Contrast: switching the correction off moves the turn by little, and only if it was off early")
  func correctionIsInnocent() throws {
    func turning(_ stop: Int?) throws -> Int {
      try #require(Bowl().descend(by: Self.adam(), steps: 2000, correctedSteps: stop).landmarks.turning)
    }
    let never = try turning(nil)
    #expect(try turning(1000) == never)
    #expect(abs(try turning(300) - never) < 20)
    #expect((1..<150).contains(never - (try turning(0))))  // v starts low and is forgotten that much earlier
  }

  @Test("Contrast: in single precision β₂ = 0.99 turns at the same step, and β₂ = 0.999 sticks and never bursts")
  func singlePrecision() throws {
    let short = singlePrecisionDistances(beta2: 0.99, steps: 2000)
    // Distances there begin after the first step, and rounding moves a beat by a few steps.
    #expect(abs(try #require(BowlRun.landmarks(of: short).turning) + 1 - 1579) < 15)
    let long = singlePrecisionDistances(steps: 16_000)
    #expect(BowlRun.landmarks(of: long).burst == nil)
    #expect(long[15_999] > 0 && long[15_999] < 1e-43)  // stuck among the last numbers above zero
  }

  @Test(
    "Contrast: the fit to the tumours climbs to 38 and bursts, with the correction or without; above ηλ/38 it does not")
  func tumours() throws {
    let fit = TumourFit(try BreastCancer.load())
    let run = fit.run(TumourRule(), steps: 16_000, sharpnessEvery: 100, seed: 1)
    let burst = try #require(run.firstBurst)
    #expect(run.excess.count == 16_000 && run.sharpness.count == 160)
    #expect(try #require(run.crossing) <= burst)
    #expect((38...42).contains(run.sharpness.max() ?? 0))
    #expect((25...38).contains(run.sharpnessAfterCrossing.min() ?? 0))
    #expect(try #require(run.highestBurst) < 0.01)
    let stopped = try #require(fit.run(TumourRule(), steps: 16_000, correctedSteps: 2000, seed: 1).firstBurst)
    #expect(abs(Double(stopped) / Double(burst) - 1) < 0.1)  // over ten seeds at most 0.043
    for rule in [TumourRule(epsilon: 4e-3), TumourRule(keepsLargest: true)] {
      #expect(fit.run(rule, steps: 16_000, seed: 1).firstBurst == nil)
    }
  }

  @Test("Contrast: with cross-entropy the digits are learnt by heart without a spike, and Adam goes lowest")
  func digits() throws {
    let task = DigitsDescent(try Digits.load(), count: 60, seed: 0)
    let finals = DigitsStudy.rules.map { rule in
      let losses = task.losses(.crossEntropy, by: rule.optimizer, steps: 1000)
      #expect(firstSpike(in: losses, factor: 10) == nil && losses.count == 1000)
      return losses[999]
    }
    #expect(finals[0] < finals[1] && finals[0] < finals[2])
    #expect(finals[0] < 1e-3)
  }

  @Test("Contrast: where large slopes are rare Adam ends near 1, AMSGrad near −1, at random slopes as well")
  func rareSlopes() {
    let theorem = RareGradients.theorem(slope: 3)
    func mean(_ keepsLargest: Bool) -> Double {
      theorem.run(Self.theoremAdam(keepsLargest: keepsLargest), steps: 9000, decaysRate: true).suffix(900).reduce(0, +)
        / 900
    }
    #expect(mean(false) > 0.99 && mean(true) < -0.99)  // they come as close as 1/√t
    let adam = ScalarAdam(learningRate: 0.001, beta2: 0.99, epsilon: 0, biasCorrection: false)
    var amsGrad = adam
    amsGrad.keepsLargest = true
    let experiment = RareGradients.experiment
    #expect(experiment.runAtRandom(adam, steps: 400_000, probability: 0.01, seed: 0) > 0.9)
    #expect(experiment.runAtRandom(amsGrad, steps: 400_000, probability: 0.01, seed: 0) < 0)
  }

  // MARK: Exercises

  @Test("Exercise: with ε = 0.001 |w| never comes back; the limit is 0.000263")
  func largeEpsilon() {
    let run = Bowl().descend(by: Self.adam(epsilon: 1e-3), steps: 8000)
    #expect(run.forecast == nil && run.landmarks.burst == nil && run.lateMaximum < 1e-100)
    #expect(abs(Bowl().limit(of: Self.adam()) - 0.000263158) < 1e-9)
  }

  @Test("Exercise: with β₂ = 0.999 the turn is foretold for step 13,255 and comes within 1 %, after |w| below 10⁻²⁹⁰")
  func longMemory() throws {
    let run = Bowl().descend(by: Self.adam(beta2: 0.999), steps: 15_000)
    #expect(abs(try #require(run.forecast) - 13_254.4) < 0.1 && run.forecastStep == 13_255)
    #expect(abs(try #require(run.landmarks.turning) - 13_254) < 132)
    #expect((run.distances.min() ?? 1) < 1e-290)
  }

  @Test("Exercise: with β₂ = 0.9999 Adam ends near −1, with 0.99 near 1")
  func longMemoryOfSlopes() {
    func place(_ beta2: Double) -> Double {
      let adam = ScalarAdam(learningRate: 0.01, beta2: beta2, epsilon: 0, biasCorrection: false)
      return RareGradients.experiment.run(adam, steps: 200_000).suffix(10_100).reduce(0, +) / 10_100
    }
    #expect(place(0.9999) < -0.95 && place(0.99) > 0.95)  // means over a period stay 0.03 from the wall
  }

  // MARK: Refusal

  @Test(
    "Refusal: decays, ε and steps out of range are refused before any work",
    arguments: [
      ["--beta2", "1"], ["--beta2", "-0.1"], ["--beta2", "nan"], ["--beta2", "0.9999999"], ["--beta2", "x"],
      ["--epsilon", "0"], ["--epsilon", "2"], ["--epsilon", "inf"], ["--epsilon", "nan"],
      ["--steps", "499"], ["--steps", "200001"], ["--steps", "1e4"],
      ["--stop-correction", "-1"], ["--stop-correction", "200001"], ["--stop-correction", "x"], ["--rate", "1"],
    ])
  func refuses(arguments: [String]) {
    #expect(throws: (any Error).self) { try Lesson11.parse(arguments) }
  }

  @Test(
    "Refusal: the line says which option, what it must be and what it is",
    arguments: [
      (["--beta2", "1"], "--beta2 must be from 0 to 0.999999, but is 1."),
      (["--epsilon", "inf"], "--epsilon must be finite and above 0 and at most 1, but is inf."),
      (["--steps", "3"], "--steps must be from 500 to 200000, but is 3."),
      (["--stop-correction", "-1"], "--stop-correction must be from 0 to 200000, but is -1."),
    ])
  func message(arguments: [String], line: String) throws {
    let joined = ["\(arguments[0])=\(arguments[1])"]
    let error = try #require(throws: (any Error).self) { try Lesson11.parse(joined) }
    #expect(Lesson11.message(for: error) == line)
  }

  @Test("Refusal: what may be asked for is taken")
  func takes() throws {
    let lesson = try Lesson11.parse([
      "--beta2", "0", "--epsilon", "1", "--steps", "500", "--stop-correction", "0",
    ])
    #expect(lesson.beta2 == 0 && lesson.epsilon == 1 && lesson.steps == 500 && lesson.stopCorrection == 0)
    #expect(try Lesson11.parse([]).stopCorrection == nil)
  }
}
