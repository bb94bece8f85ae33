import Datasets
import Descent
import Testing

@testable import Lesson06

@Suite("Lesson 06 · Clipping effects") struct Lesson06Tests {
  static let unit = RecurrentUnit()

  // MARK: By hand

  @Test("By hand: one round of the unit with w = 0, b = 0 answers σ(0) = ½")
  func oneRound() {
    // x₁ = 0·σ(½) + 0 = 0, σ(x₁) = ½, E = (½ − 0.7)² = 0.04.
    // ∂E/∂b = 2(½ − 0.7)·½·½·1 = −0.1, and ∂E/∂w = σ(½) times that: x₁ owes σ(x₀) to w and 1 to b.
    let (error, gradient) = RecurrentUnit(depth: 1)(Point(weight: 0, bias: 0))
    #expect(abs(error - 0.04) < 1e-15)  // three roundings of numbers below 1
    #expect(abs(gradient[1] + 0.1) < 1e-15)
    #expect(abs(gradient[0] + 0.1 * 0.622_459_331_201_854_6) < 1e-15)
  }

  @Test("By hand: (3, 4) has norm 5, so clipping its norm to 1 leaves (0.6, 0.8), at an angle of 0°")
  func normOfThreeFour() {
    let clipped = [3.0, 4.0].clipped(by: Rule.norm.clipping(threshold: 1, factor: 0.1))
    #expect(clipped.count == 2)
    #expect(abs(clipped[0] - 0.6) < 1e-15 && abs(clipped[1] - 0.8) < 1e-15)  // one division, one product
    #expect([3.0, 4.0].angle(to: clipped) < 1e-13)
  }

  @Test("By hand: clipping each value of (3, 4) to 1 gives (1, 1), turned by 45° − arctan ¾ = 8.130102°")
  func valuesOfThreeFour() {
    let clipped = [3.0, 4.0].clipped(by: Rule.value.clipping(threshold: 1, factor: 0.1))
    #expect(clipped == [1, 1])
    #expect(abs([3.0, 4.0].angle(to: clipped) - 8.130_102_354_155_98) < 1e-12)  // degrees: 57 times a rounding or two
  }

  @Test(
    "By hand: with ε = 0.1 and t = 1 a gradient of 0.99 stays, 1.01 becomes 0.101, and 100 becomes 10",
    arguments: [(0.99, 0.99), (1.01, 0.101), (10, 1), (100, 10)])
  func sawTooth(norm: Double, shrunk: Double) {
    let clipped = [norm].clipped(by: Rule.shrink.clipping(threshold: 1, factor: 0.1))
    #expect(abs(clipped[0] - shrunk) < 1e-14)  // one product of numbers up to 10
  }

  @Test("By hand: np.clip(a, 1, 8) turns the gradient −5 into +1, and 0 into 1")
  func asymmetricBounds() {
    #expect(clip([-5, 0, 3, 9], from: 1, to: 8) == [1, 1, 3, 8])
  }

  @Test("By hand: two finite entries of 3·10³⁸ become 0 where single precision squares them")
  func carelessOverflow() {
    #expect(carelessNormClip([3, 4], to: 5) == [3, 4])
    #expect(carelessNormClip([3e38, 3e38], to: 1) == [0, 0])  // 9·10⁷⁶ is inf in Float, and 1/inf is 0
    let careful = [3e38, 3e38].clipped(by: .globalNorm(1))
    #expect(abs(careful[0] - 0.5.squareRoot()) < 1e-15)  // (1, 1)/√2
  }

  @Test("By hand: an entry that is inf leaves nan, and an entry that is nan leaves nothing else")
  func nonFinite() {
    let infinite = carelessNormClip([.infinity, 1, 2], to: 1)
    #expect(infinite[0].isNaN && infinite[1] == 0 && infinite[2] == 0)  // inf · 0 is nan, 1 · 0 is 0
    #expect(carelessNormClip([.nan, 1, 2], to: 1).allSatisfy { $0.isNaN })
    #expect([.infinity, 1, 2].clipped(by: .value(1)) == [1, 1, 1])
  }

  // MARK: Theory

  @Test("Theory: the gradient by hand is the slope of the error", arguments: [(4.0, -2.0), (4.6, -2.2), (5.0, -2.4)])
  func centralDifferences(weight: Double, bias: Double) {
    let h = 1e-6
    func error(_ weight: Double, _ bias: Double) -> Double { Self.unit(Point(weight: weight, bias: bias)).error }
    let gradient = Self.unit(Point(weight: weight, bias: bias)).gradient
    // Central differences err by h²/6 times the third derivative, below 10⁵ here, and by a rounding over h: 2e-8.
    #expect(abs((error(weight + h, bias) - error(weight - h, bias)) / (2 * h) - gradient[0]) < 1e-7)
    #expect(abs((error(weight, bias + h) - error(weight, bias - h)) / (2 * h) - gradient[1]) < 1e-7)
  }

  @Test("Theory: on the edge the gradient is the geometric sum of fifty rounds", arguments: [4.3, 4.6, 5.0, 5.4])
  func gradientOnTheEdge(weight: Double) {
    let edge = Point(weight: weight, bias: Self.unit.edgeBias(atWeight: weight))
    let theory = Self.unit.edgeGradientNorm(atWeight: weight)
    // A rounding of x₀ grows by (w σ′(x₀))⁵⁰, below 10⁵ here: a relative error of 10⁵ · 10⁻¹⁵.
    #expect(abs(Self.unit(edge).gradient.norm / theory - 1) < 1e-9)
  }

  @Test("Theory: the cliff begins at w = 4.2553, and the floor of the valley runs into it at w = 4.4789")
  func landmarks() {
    // σ(½) = 0.62246, σ′(½) = 0.62246 · 0.37754 = 0.23500, and 1/0.23500 = 4.2553.
    #expect(abs(Self.unit.cliffBegins - 4.2553) < 1e-4)  // the digits written here
    // ln(0.7/0.3) = 0.84730; (0.84730 − 0.5)/(0.7 − 0.62246) = 4.4789.
    #expect(abs(Self.unit.floorEnds - 4.4789) < 1e-4)
    let weight = Self.unit.floorEnds
    #expect(abs(Self.unit.edgeBias(atWeight: weight) - Self.unit.floorBias(atWeight: weight)) < 1e-12)
  }

  @Test("Theory: on the floor, left of where it ends, the answer is right")
  func floorIsRight() {
    // The state closes in on σ(x*) = 0.7 by a factor w σ′(x*) = 0.88 a round: 0.35 · 0.88⁵⁰ is 6e-4, its square 4e-7.
    #expect(Self.unit(Point(weight: 4.2, bias: Self.unit.floorBias(atWeight: 4.2))).error < 1e-6)
  }

  @Test("Theory: seen from the edge, lengths stay and the edge is the line of height 0")
  func viewFromTheEdge() {
    let (here, there) = (Point(weight: 4.6, bias: -2.2), Point(weight: 4.9, bias: -2.6))
    let (a, b) = (Self.unit.seenFromEdge(here), Self.unit.seenFromEdge(there))
    #expect(abs([a.along - b.along, a.above - b.above].norm - 0.5) < 1e-15)  // (0.3, 0.4) has norm 0.5
    let edge = Self.unit.seenFromEdge(Point(weight: 5, bias: Self.unit.edgeBias(atWeight: 5)))
    #expect(abs(edge.above) < 1e-15)
    let back = Self.unit.point(along: a.along, above: a.above)
    #expect(abs(back.weight - here.weight) < 1e-14 && abs(back.bias - here.bias) < 1e-14)
  }

  @Test(
    "Theory: the worst case of clipping each value in d dimensions turns by arccos(1/√d)",
    arguments: [(2, 45), (10, 71.565), (100, 84.261), (1000, 88.188)])
  func worstTurn(dimensions: Int, degrees: Double) {
    #expect(abs(largestTurn(dimensions: dimensions) - degrees) < 5e-4)  // the digits written here
    let worst = [1e9] + Array(repeating: 1.0, count: dimensions - 1)
    // The d − 1 small entries keep the direction √d/10⁹ away from the axis.
    #expect(abs(worst.angle(to: worst.clipped(by: .value(1))) - largestTurn(dimensions: dimensions)) < 1e-5)
  }

  @Test("Theory: a gradient on the edge is turned by 13.1°, which carries a step of (0.1, 0.1) by 0.032 along it")
  func turnAtTheEdge() {
    let gradient = Self.unit(Point(weight: 5, bias: Self.unit.edgeBias(atWeight: 5))).gradient
    let angle = gradient.angle(to: gradient.clipped(by: .value(1)))
    // The first of the fifty rounds is not a pure (σ(x₀), 1), and rounding grows: the direction is good to 1e-9.
    #expect(abs(angle - Self.unit.turnAtEdge) < 1e-6)
    #expect(abs(Self.unit.turnAtEdge - 13.1) < 0.05)
    #expect(abs(Self.unit.driftAtEdge(learningRate: 0.1, threshold: 1) - 0.0321) < 5e-5)
    let (from, to) = (
      Self.unit.seenFromEdge(Point(weight: 5, bias: -2)), Self.unit.seenFromEdge(Point(weight: 5.1, bias: -1.9))
    )
    #expect(abs(to.along - from.along - Self.unit.driftAtEdge(learningRate: 0.1, threshold: 1)) < 1e-14)
  }

  // MARK: Contrast

  @Test("Contrast: from (4.6, −2.2) the walk without clipping is thrown back by a step longer than 3")
  func thrownBack() {
    let start = Point(weight: 4.6, bias: -2.2)
    let walk = Self.unit.walk(from: start, rule: .none, learningRate: 0.1)
    #expect(walk.points.count == 501 && walk.errors.count == 501)
    #expect(walk.stepLengths.count == 500 && walk.gradientNorms.count == 500)
    // Two crossings of the edge come before it: roundings of 1e-16 have grown to 1e-5 at most.
    #expect(walk.stepLengths.firstIndex { $0 > 3 } == 16)
    #expect(abs(walk.longestStep - 3.1138) < 1e-3)
    #expect(!walk.isSolved)
  }

  @Test("Contrast: with its norm clipped the same walk takes no step longer than ηt, and arrives")
  func arrives() {
    let walk = Self.unit.walk(from: Point(weight: 4.6, bias: -2.2), rule: .globalNorm(1), learningRate: 0.1)
    #expect(walk.longestStep < 0.1 + 1e-15)
    #expect(walk.largestGradient > 30)
    #expect(walk.isSolved)
  }

  @Test("Contrast: of a hundred walks all are solved with the norm clipped, and fewer than half without")
  func shares() {
    let starts = Self.unit.starts(count: 100, seed: 3)
    func solved(_ rule: Rule) -> Double {
      let clipping = rule.clipping(threshold: 1, factor: 0.1)
      return Self.unit.outcome(from: starts, rule: clipping, learningRate: 0.1).solved
    }
    // Each share has a standard error of 0.05 and less; unclipped walks are chaotic, so no single end is asserted.
    #expect(solved(.norm) > 0.97)
    #expect(solved(.none) < 0.55)
    #expect(solved(.value) < 0.45)
    #expect((0.55...0.9).contains(solved(.shrink)))
  }

  @Test("Contrast: of 200 copies of one start, a ten-billionth apart, all end alike only with the norm clipped")
  func chaos() {
    let copies = Self.unit.copies(of: Point(weight: 4.8, bias: -2.35), count: 200, seed: 0)
    #expect(Self.unit.outcome(from: copies, rule: .globalNorm(1), learningRate: 0.1).solved == 1)
    let unclipped = Self.unit.outcome(from: copies, rule: .none, learningRate: 0.1).solved
    #expect((0.1...0.6).contains(unclipped))
  }

  @Test("Contrast: at its own learning rate, 1, clipping each value solves the walks too")
  func tunedValues() {
    let starts = Self.unit.starts(count: 100, seed: 3)
    #expect(Self.unit.outcome(from: starts, rule: .value(1), learningRate: 1).solved > 0.95)
  }

  @Test("Contrast: clipping each value pushes along the cliff, clipping the norm does not")
  func drift() {
    func drift(_ rule: Clipping) -> Double {
      let starts = Self.unit.starts(count: 50, seed: 3)
      return Self.unit.meanDrift(
        of: starts.map { Self.unit.walk(from: $0, rule: rule, learningRate: 0.1) }, above: 1)
    }
    #expect(drift(.value(1)) > 0.01)  // at most 0.032, the drift of a fully clipped step
    #expect(abs(drift(.globalNorm(1))) < 0.005)
  }

  @Test("Contrast: at learning rate 2 the digits are learnt with the norm clipped, and not without")
  func digits() throws {
    let digits = try Digits.load()
    let unclipped = trainOnDigits(digits, rule: .none, learningRate: 2, seed: 0)
    let clipped = trainOnDigits(digits, rule: .globalNorm(1), learningRate: 2, seed: 0)
    #expect(clipped.testAccuracies.count == 10 && clipped.gradientNorms.count == 10 * 22)
    // Over forty seeds the ends were 0.06 … 0.25 and 0.83 … 0.98.
    #expect(unclipped.finalAccuracy < 0.4)
    #expect(clipped.finalAccuracy > 0.7)
    #expect(clipped.angles.allSatisfy { $0 < 0.1 })  // Float: 2410 entries rounded to 6e-8 each
  }

  // MARK: Exercises

  @Test("Exercise: with t = 0.3 a step is at most 0.03, and the digits survive η = 5, which with t = 1 they do not")
  func tightThreshold() throws {
    let starts = Self.unit.starts(count: 100, seed: 0)
    let outcome = Self.unit.outcome(from: starts, rule: .globalNorm(0.3), learningRate: 0.1)
    #expect(outcome.longestStep < 0.03 + 1e-15 && outcome.solved > 0.95)
    let digits = try Digits.load()
    // ηt = 1.5, as with t = 1 at η = 1.5; ηt = 5 kills the units.
    #expect(trainOnDigits(digits, rule: .globalNorm(0.3), learningRate: 5, seed: 0).finalAccuracy > 0.6)
    let dead = trainOnDigits(digits, rule: .globalNorm(1), learningRate: 5, seed: 0)
    #expect(dead.finalAccuracy < 0.3 && dead.silentUnits > 0.8)
  }

  @Test("Exercise: a step of two clipped values is √2 ηt long")
  func stepOfClippedValues() {
    let walk = Self.unit.walk(from: Point(weight: 4.6, bias: -2.2), rule: .value(1), learningRate: 0.1)
    #expect(abs(walk.longestStep - 0.02.squareRoot()) < 1e-15)  // √(0.1² + 0.1²)
  }

  @Test("Exercise: ε = 0.01 brings more walks to the valley than ε = 0.1, and still takes steps longer than 10 ηt")
  func smallFactor() {
    let starts = Self.unit.starts(count: 100, seed: 0)
    func outcome(_ factor: Double) -> Outcome {
      Self.unit.outcome(from: starts, rule: .shrink(factor: factor, above: 1), learningRate: 0.1)
    }
    #expect(outcome(0.01).solved > max(0.9, outcome(0.1).solved))
    #expect(outcome(0.01).longestStep > 10 * 0.1)
  }

  // MARK: Refusal

  @Test(
    "Refusal: thresholds, factors and rates out of range are refused before any work",
    arguments: [
      ["--max-norm", "-1"], ["--max-norm", "0"], ["--max-norm", "1e7"], ["--max-norm", "nan"], ["--max-norm", "inf"],
      ["--epsilon", "0"], ["--epsilon", "1.5"], ["--epsilon", "nan"],
      ["--learning-rate", "0"], ["--learning-rate", "1e4"], ["--learning-rate", "nan"], ["--learning-rate", "x"],
      ["--rule", "cube"], ["--seed", "x"], ["--threshold", "1"],
    ])
  func refuses(arguments: [String]) {
    #expect(throws: (any Error).self) { try Lesson06.parse(arguments) }
  }

  @Test(
    "Refusal: the line says which option, what it must be and what it is",
    arguments: [
      (["--max-norm", "-1"], "--max-norm must be from 1e-06 to 1000000, but is -1."),
      (["--epsilon", "1"], "--epsilon must be above 0 and below 1, but is 1."),
      (["--learning-rate", "nan"], "--learning-rate must be finite and above 0 and at most 1000, but is nan."),
    ])
  func message(arguments: [String], line: String) throws {
    let joined = ["\(arguments[0])=\(arguments[1])"]
    let error = try #require(throws: (any Error).self) { try Lesson06.parse(joined) }
    #expect(Lesson06.message(for: error) == line)
  }

  @Test("Refusal: what may be asked for is taken")
  func takes() throws {
    let lesson = try Lesson06.parse([
      "--max-norm", "0.5", "--epsilon", "0.5", "--learning-rate", "3", "--rule", "value",
    ])
    #expect(lesson.maxNorm == 0.5)
    #expect(lesson.rule == .value)
  }
}
