import Descent
import Numerics
import Testing

@testable import Lesson04

/// The worked examples of the lesson: an upright bowl, and the tilted one of the figure.
private let upright = Bowl(hessian: SymmetricMatrix(xx: 4, xy: 0, yy: 1), center: SIMD2(1.5, 1))
private let tilted = Bowl(hessian: SymmetricMatrix(xx: 4, xy: 1.2, yy: 1), center: SIMD2(1.5, 1))

/// Room for some ten roundings of numbers of size one to ten.
private let rounding = 1e-14

private func distance(_ a: SIMD2<Double>, _ b: SIMD2<Double>) -> Double {
  let difference = a - b
  return (difference * difference).sum().squareRoot()
}

@Suite("Lesson 04 · By hand") struct Lesson04ByHand {
  @Test(
    "Upright bowl, a = (4, 1), c = (1.5, 1): L1 subtracts λ/aᵢ and stops at zero",
    arguments: [
      (0.5, SIMD2(1.375, 0.5)),  // 1.5 − 0.5/4, 1 − 0.5/1
      (1, SIMD2(1.25, 0)),  // 1.5 − 1/4, 1 − 1 = 0
      (2, SIMD2(1, 0)),  // 1.5 − 2/4, and 1 − 2 < 0 stops at 0
      (6, SIMD2(0, 0)),  // λ = a₁c₁ = 6 removes the last one
    ] as [(Double, SIMD2<Double>)])
  func softThresholdedMinimum(strength: Double, expected: SIMD2<Double>) {
    #expect(upright.minimum(under: .absolute, strength: strength) == expected)  // powers of two: exact
  }

  @Test(
    "Upright bowl: L2 divides, aᵢcᵢ / (aᵢ + 2λ), and never arrives",
    arguments: [
      (0.5, SIMD2(1.2, 0.5)),  // 6/(4 + 1), 1/(1 + 1)
      (1, SIMD2(1, 1.0 / 3)),  // 6/(4 + 2), 1/(1 + 2)
      (2, SIMD2(0.75, 0.2)),  // 6/(4 + 4), 1/(1 + 4)
    ] as [(Double, SIMD2<Double>)])
  func shrunkMinimum(strength: Double, expected: SIMD2<Double>) {
    #expect(distance(upright.minimum(under: .squared, strength: strength), expected) < rounding)
  }

  @Test("Tilted bowl: the L1 path runs (1.5, 1) → (1.5714286, 0) at λ = 0.9142857 → (0, 0) at λ = 7.2")
  func tiltedPath() {
    let knots = tilted.sparsePath()
    // det H = 4·1 − 1.2² = 2.56. Slope −H⁻¹(1, 1) = −(1 − 1.2, 4 − 1.2)/2.56 = (0.078125, −1.09375).
    // θ₂ arrives at λ = 1/1.09375 = 32/35; θ₁ is then 1.5 + 0.078125 · 32/35 = 11/7 and falls by λ/4.
    #expect(knots.count == 3)
    #expect(knots[0].strength == 0 && knots[0].theta == SIMD2(1.5, 1))
    #expect(abs(knots[1].strength - 32.0 / 35) < rounding)
    #expect(abs(knots[1].theta.x - 11.0 / 7) < rounding)
    #expect(knots[1].theta.y == 0)
    #expect(abs(knots[2].strength - 7.2) < rounding)  // (Hc)₁ = 4·1.5 + 1.2·1
    #expect(knots[2].theta == .zero)
  }

  @Test("Tilted bowl under L2: λ = 1 gives (1.101449, 0.492754), λ = 4 gives (0.576577, 0.234234)")
  func tiltedShrinkage() {
    // λ = 1: (H + 2)θ = Hc = (7.2, 2.8); det = 6·3 − 1.44 = 16.56; θ = (7.2·3 − 1.2·2.8, 6·2.8 − 1.2·7.2)/16.56
    #expect(distance(tilted.minimum(under: .squared, strength: 1), SIMD2(18.24 / 16.56, 8.16 / 16.56)) < rounding)
    // λ = 4: det = 12·9 − 1.44 = 106.56; θ = (7.2·9 − 1.2·2.8, 12·2.8 − 1.2·7.2)/106.56
    #expect(distance(tilted.minimum(under: .squared, strength: 4), SIMD2(61.44 / 106.56, 24.96 / 106.56)) < rounding)
  }

  @Test("Without the absolute value the minimum walks through zero: θ₂ = −1 at λ = 2, θ = (−0.25, −6) at λ = 7")
  func signedPenaltyDoesNotStop() {
    #expect(upright.minimum(under: .signed, strength: 2) == SIMD2(1, -1))  // (1.5 − 2/4, 1 − 2)
    #expect(upright.minimum(under: .signed, strength: 7) == SIMD2(-0.25, -6))  // (1.5 − 7/4, 1 − 7)
  }

  @Test("Soft threshold ½ of −3, −1, −0.4, 0, 0.4, 0.5, 0.6, 2.5 is −2.5, −0.5, 0, 0, 0, 0, 0.1, 2")
  func softThresholding() {
    let inputs = [-3, -1, -0.4, 0, 0.4, 0.5, 0.6, 2.5]
    let expected = [-2.5, -0.5, 0, 0, 0, 0, 0.1, 2]
    for (input, output) in zip(inputs, expected) {
      #expect(abs(softThreshold(input, 0.5) - output) < 1e-16)  // only 0.6 − 0.5 rounds
    }
  }

  @Test("Proximal descent, λ = 2, η = 0.1: θ₂ falls 1.5, 1.25, 1.025, … and is exactly 0 from step 9 on")
  func proximalIterates() {
    let path = descend(
      upright, penalty: .absolute, strength: 2, from: SIMD2(0.2, 1.5), learningRate: 0.1, steps: 200, by: .proximal)
    // θ₂ ← soft(θ₂ − 0.1 (θ₂ − 1), 0.2) = 0.9 θ₂ − 0.1 until that is negative: −1 + 2.5 · 0.9ᵗ
    let expected = [1.5, 1.25, 1.025, 0.8225, 0.64025, 0.476225, 0.3286025, 0.19574225, 0.076168025]
    for (step, value) in expected.enumerated() { #expect(abs(path[step].y - value) < rounding) }
    #expect(path[9...].allSatisfy { $0.y == 0 })
    #expect(abs(path[200].x - 1) < rounding)  // 1.5 − 2/4, approached by a factor 0.6 a step
  }
}

@Suite("Lesson 04 · Theory") struct Lesson04Theory {
  @Test("No point near the minimum is lower, for all three penalties", arguments: 0..<20)
  func minimaAreMinima(seed: Int) {
    var generator = RandomGenerator(seed: UInt64(seed))
    let bowl = Bowl.random(using: &generator)
    let strength = bowl.emptyingStrength * generator.uniform(in: 0..<1.2)
    for penalty in [Penalty.absolute, .squared, .signed] {
      func objective(_ theta: SIMD2<Double>) -> Double { bowl.loss(at: theta) + strength * penalty.value(at: theta) }
      let best = bowl.minimum(under: penalty, strength: strength)
      for _ in 0..<200 {
        let reach = pow10(generator.uniform(in: -4..<0))
        let other = best + reach * SIMD2(generator.normal(), generator.normal())
        // A step of 1e−4 raises the objective by at least ½ · 1 · 1e−8; its rounding is near 1e−14.
        #expect(objective(other) > objective(best) - 1e-12)
      }
    }
  }

  @Test("The knots of the path and the optimality conditions give the same minimum", arguments: 0..<50)
  func pathAgreesWithDirectSolution(seed: Int) {
    var generator = RandomGenerator(seed: UInt64(seed))
    let bowl = Bowl.random(using: &generator)
    let knots = bowl.sparsePath()
    #expect(abs((knots.last?.strength ?? 0) - bowl.emptyingStrength) < 1e-10)
    for (before, after) in zip(knots, knots.dropFirst()) {
      let strength = (before.strength + after.strength) / 2
      let halfWay = (before.theta + after.theta) / 2
      // Up to condition 100, so a hundred times the rounding of numbers up to about a hundred.
      #expect(distance(bowl.minimum(under: .absolute, strength: strength), halfWay) < 1e-10)
    }
  }

  @Test("Proximal descent arrives where the closed form says, zeros included", arguments: 0..<20)
  func proximalDescentConverges(seed: Int) {
    var generator = RandomGenerator(seed: UInt64(seed))
    let bowl = Bowl.random(using: &generator)
    let strength = bowl.emptyingStrength / 2
    let end = descend(
      bowl, penalty: .absolute, strength: strength, from: .zero, learningRate: 0.01, steps: 20_000, by: .proximal)
    let exact = bowl.minimum(under: .absolute, strength: strength)
    // The flat direction contracts by 1 − 0.01 · 1 a step: 0.99^20000 is far below rounding.
    #expect(distance(end[20_000], exact) < 1e-9)
    #expect((end[20_000].x == 0) == (exact.x == 0) && (end[20_000].y == 0) == (exact.y == 0))
  }

  @Test("Sub-gradient descent jitters about zero by at most η (λ + a₂c₂)", arguments: [0.1, 0.03, 0.01])
  func jitter(learningRate: Double) {
    let path = descend(
      upright, penalty: .absolute, strength: 2, from: SIMD2(0.2, 1.5), learningRate: learningRate, steps: 2000,
      by: .subgradient)
    let tail = path[1500...].map { abs($0.y) }
    let bound = learningRate * (2 + 1)
    #expect((tail.max() ?? 0) <= bound)
    #expect((tail.max() ?? 0) > 0.9 * bound)  // the bound is nearly reached: from just below zero it jumps by 3η
    #expect(path.allSatisfy { $0.y != 0 })
  }

  @Test("The steeper of two upright axes survives in (2/π) atan 4 = 84.40 % of the cases")
  func steepAxisSurvives() {
    let expected = expectedSteepSurvivalShare(steepness: 4)
    #expect(abs(expected - 0.84404) < 5e-6)
    var generator = RandomGenerator(seed: 4)
    let share = steepSurvivalShare(steepness: 4, count: 20_000, using: &generator)
    #expect(abs(share - expected) < 4 * 0.0026)  // four standard errors √(0.844 · 0.156 / 20 000)
  }
}

@Suite("Lesson 04 · Contrast") struct Lesson04Contrast {
  @Test("On random ellipses L1 leaves an exact zero in most, L2 in none; the larger pull always survives")
  func ellipses() {
    var generator = RandomGenerator(seed: 0)
    let survey = EllipseSurvey(count: 2000, using: &generator)
    #expect(survey.sparseUnderL1 > 0.7 && survey.sparseUnderL1 < 0.9)
    #expect(survey.sparseUnderL2 == 0)
    #expect(abs(survey.survivorHasLargerPull - 1) < 1e-9)  // a sum of 2000 times 1/2000
  }

  @Test("The steeper axis does not always survive: with a = (4, 1), c = (0.2, 2) it goes first")
  func steepAxisGoesFirst() {
    let bowl = Bowl(hessian: SymmetricMatrix(xx: 4, xy: 0, yy: 1), center: SIMD2(0.2, 2))
    #expect(bowl.survivor == 1)  // pulls 4 · 0.2 = 0.8 and 1 · 2 = 2
    #expect(bowl.minimum(under: .absolute, strength: 1) == SIMD2(0, 1))  // 2 − 1/1
  }

  @Test("L1 can make a parameter grow before it shrinks; L2 lets the tilted bowl's θ₁ only shrink")
  func shrinkageIsNotMonotone() {
    #expect(tilted.minimum(under: .absolute, strength: 0.5).x > 1.5)
    #expect(tilted.minimum(under: .squared, strength: 0.5).x < 1.5)
  }

  @Test("In 200 steps sub-gradient descent never makes θ₂ exactly zero, proximal descent does in 192")
  func exactZeros() {
    func zeros(_ step: Step) -> Int {
      descend(
        upright, penalty: .absolute, strength: 2, from: SIMD2(0.2, 1.5), learningRate: 0.1, steps: 200, by: step
      ).count { $0.y == 0 }
    }
    #expect(zeros(.subgradient) == 0)
    #expect(zeros(.proximal) == 192)  // steps 9 … 200
  }
}

private func pow10(_ exponent: Double) -> Double { .pow(10, exponent) }
