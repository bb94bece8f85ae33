import Datasets
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
    let theta = upright.minimum(under: .absolute, strength: strength)
    #expect(distance(theta, expected) < rounding)
    #expect((theta.y == 0) == (expected.y == 0) && (theta.x == 0) == (expected.x == 0))  // zeros are exact
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
      #expect(abs(softThreshold(input, by: 0.5) - output) < 1e-16)  // only 0.6 − 0.5 rounds
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

  @Test("Half-way between two knots of the path the optimality conditions hold", arguments: 0..<50)
  func pathAgreesWithDirectSolution(seed: Int) {
    var generator = RandomGenerator(seed: UInt64(seed))
    let bowl = Bowl.random(using: &generator)
    let knots = bowl.sparsePath()
    #expect(abs((knots.last?.strength ?? 0) - bowl.emptyingStrength) < 1e-10)
    #expect(knots.count >= 3)
    for (before, after) in zip(knots, knots.dropFirst()) {
      let strength = (before.strength + after.strength) / 2
      let halfWay = bowl.minimum(under: .absolute, strength: strength)
      let gradient = bowl.gradient(at: halfWay)
      for axis in 0...1 {  // ∂L/∂θᵢ = −λ sign θᵢ, and within ±λ where θᵢ = 0 (the lasso's conditions, Tibshirani 1996)
        // Up to condition 100, so a hundred times the rounding of numbers up to about a hundred.
        if halfWay[axis] != 0 { #expect(abs(gradient[axis] + strength * sign(halfWay[axis])) < 1e-9) }
        if halfWay[axis] == 0 { #expect(abs(gradient[axis]) <= strength + 1e-9) }
      }
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

extension Lesson04Theory {
  @Test("The ellipse drawn through a point has the point's loss all around", arguments: [upright, tilted])
  func ellipse(bowl: Bowl) {
    let theta = SIMD2(0.3, -0.2)
    let ellipse = bowl.levelSet(through: theta)
    #expect(ellipse.x.count == ellipse.y.count)
    for index in ellipse.x.indices {
      let loss = bowl.loss(at: SIMD2(ellipse.x[index], ellipse.y[index]))
      #expect(abs(loss - bowl.loss(at: theta)) < 1e-13)  // a loss near 5, ten roundings
    }
  }

  @Test("Without the absolute value, Σw of the digits' weights falls by 640 ηλ a step and nothing else changes")
  func signedSumOnlyDrifts() throws {
    let digits = SparseDigits(try Digits.load(), seed: 1)
    let plain = digits.outcome(of: .l2, strength: 0, steps: 50)
    let drifting = digits.outcome(of: .signedSum, strength: 0.01, steps: 50)
    // The cross-entropy's gradient sums to zero over the classes, so only the penalty moves Σw: 640 · 0.3 · 0.01 · 50.
    let sums = [plain, drifting].map { $0.weights.reduce(0, +) }
    #expect(abs(sums[0] - sums[1] - 96) < 1e-3)  // 50 float32 roundings of 640 weights near 0.15
    #expect(plain.accuracy == drifting.accuracy)
  }

}

@Suite("Lesson 04 · Contrast") struct Lesson04Contrast {
  @Test("On random ellipses L1 leaves an exact zero in most, L2 in none; the larger pull always survives")
  func ellipses() {
    var generator = RandomGenerator(seed: 0)
    #expect(largerPullShare(count: 10_000, using: &generator) == 1)
    let bowls = (0..<2000).map { _ in Bowl.random(using: &generator) }
    func sparse(_ penalty: Penalty) -> Int {
      bowls.count {
        let theta = $0.minimum(under: penalty, strength: $0.emptyingStrength / 2)
        return theta.x == 0 || theta.y == 0
      }
    }
    #expect(sparse(.absolute) > 1400 && sparse(.absolute) < 1800)  // 82 %, give or take seven standard errors and more
    #expect(sparse(.squared) == 0)
    for bowl in bowls {  // what L1 shrinks is the sum of the magnitudes
      let sums = bowl.sparsePath().map { Penalty.absolute.value(at: $0.theta) }
      #expect(sums.count >= 3 && sums.indices.dropFirst().allSatisfy { sums[$0] < sums[$0 - 1] })
    }
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

extension Lesson04Contrast {
  @Test("On the digits, the proximal step makes a third of the weights zero; L1 in the loss and L2 make none")
  func sparseDigits() throws {
    let digits = SparseDigits(try Digits.load(), seed: 3)
    let proximal = digits.outcome(of: .l1Proximal, strength: 0.003, steps: 150)
    let inLoss = digits.outcome(of: .l1InLoss, strength: 0.003, steps: 150)
    #expect(proximal.zeroShare > 1.0 / 3)
    #expect(inLoss.zeroShare == 0)
    #expect(digits.outcome(of: .l2, strength: 0.003, steps: 150).zeroShare == 0)
    #expect(abs(proximal.accuracy - inLoss.accuracy) < 0.015)  // five of 360 digits
  }

  @Test("Exercise 1: λ = 0.003 zeroes about 59 % of the weights, 0.001 about 39 %, for about a point of accuracy")
  func strongerPenalty() async throws {
    let digits = try Digits.load()
    func mean(_ strength: Double) -> (zeros: Double, accuracy: Double) {
      let outcomes = (0..<5).map { SparseDigits(digits, seed: $0).outcome(of: .l1Proximal, strength: strength) }
      return (outcomes.reduce(0) { $0 + $1.zeroShare / 5 }, outcomes.reduce(0) { $0 + $1.accuracy / 5 })
    }
    let (mild, strong) = (mean(0.001), mean(0.003))
    // The mean of five splits; single splits differ by about a point.
    #expect(abs(mild.zeros - 0.39) < 0.02)
    #expect(abs(strong.zeros - 0.59) < 0.02)
    #expect(mild.accuracy > strong.accuracy && mild.accuracy - strong.accuracy < 0.02)
  }

  @Test("Exercise 2: with η = 0.2 and L1 in the loss θ₂ is thrown at most 0.6 from zero and never hits it")
  func largerSteps() throws {
    let race = DescentRace(upright, l1: .absolute, learningRate: 0.2)
    #expect(race.subgradientZeros == 0)
    let jitter = try #require(race.jitter)
    #expect(jitter <= 0.6 && jitter > 0.3)  // the bound 0.2 · (2 + 1)
    #expect(race.firstZero == 5)  // −1 + 2.5 · 0.8ᵗ is first below zero for t > ln 2.5 / −ln 0.8 = 4.1
  }

  @Test("Exercise 3: without the absolute value the upright bowl's minimum is (−0.25, −6) at λ = 7")
  func throughZero() {
    #expect(upright.minimum(under: .signed, strength: 7) == SIMD2(-0.25, -6))  // (1.5 − 7/4, 1 − 7)
    #expect(DescentRace(upright, l1: .signed, learningRate: 0.1).firstZero == nil)
  }
}

@Suite("Lesson 04 · Refusal") struct Lesson04Refusal {
  @Test("A learning rate at which the steep axis diverges, 2/4, is refused with the range") func divergence() {
    let error = #expect(throws: (any Error).self) { try Lesson04.parse(["--learning-rate=0.5"]) }
    #expect(error.map { Lesson04.message(for: $0) }?.contains("above 0 and below 0.5") == true)
  }
}

private func pow10(_ exponent: Double) -> Double { .pow(10, exponent) }
