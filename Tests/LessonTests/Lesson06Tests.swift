import Datasets
import Descent
import Experiments
import Numerics
import Testing

@testable import Lesson06

@Suite("Lesson 06 · Clipping effects") struct Lesson06Tests {
  static let unit = RecurrentUnit()
  static let start = Lesson06.filmStart
  static let norm = Arm.clipped(.globalNorm(1))
  static let value = Arm.clipped(.value(1))
  static let shrink = Arm.clipped(.shrink(factor: 0.1, above: 1))

  static func walk(_ arm: Arm, at learningRate: Double = 0.1, from start: SIMD2<Double> = start) -> Walk {
    Walk(on: unit, from: start, arm, at: learningRate)
  }

  // MARK: By hand

  @Test("By hand: one round of the unit with w = 0, b = 0 answers σ(0) = ½")
  func oneRound() {
    // x₁ = 0·σ(½) + 0 = 0, σ(x₁) = ½, E = (½ − 0.7)² = 0.04.
    // ∂E/∂b = 2(½ − 0.7)·½·½·1 = −0.1, and ∂E/∂w = σ(½) times that: x₁ owes σ(x₀) to w and 1 to b.
    let (error, gradient) = RecurrentUnit(depth: 1)([0, 0])
    #expect(abs(error - 0.04) < 1e-15)  // three roundings of numbers below 1
    #expect(abs(gradient.y + 0.1) < 1e-15)
    #expect(abs(gradient.x + 0.1 * 0.622_459_331_201_854_6) < 1e-15)
  }

  @Test(
    "By hand: (3, 4) becomes (0.6, 0.8) with its norm clipped to 1, (1, 1) with each value, (0.3, 0.4) shrunk by 0.1",
    arguments: [(norm, [0.6, 0.8]), (value, [1, 1]), (shrink, [0.3, 0.4]), (.clipped(.none), [3, 4])])
  func threeFour(arm: Arm, expected: [Double]) {
    var stepper = Stepper(arm)
    let step = stepper([3, 4])
    #expect(abs(step.x - expected[0]) < 1e-15 && abs(step.y - expected[1]) < 1e-15)  // one quotient, one product
  }

  @Test(
    "By hand: with ε = 0.1 and t = 1 a gradient of 0.99 stays, 1.01 becomes 0.101, and 100 becomes 10",
    arguments: [(0.99, 0.99), (1.01, 0.101), (10, 1), (100, 10)])
  func sawTooth(norm: Double, shrunk: Double) {
    var stepper = Stepper(Self.shrink)
    #expect(abs(stepper([norm, 0]).x - shrunk) < 1e-14)  // one product of numbers up to 10
  }

  @Test("By hand: runs with longest steps 1 and 2 live, with 8 and 9 are dead: √(2 · 8) = 4 separates them")
  func separation() {
    func run(_ step: Double, silent: Double) -> DigitsRun {
      DigitsRun(accuracy: 0, finalLoss: 0, longestStep: step, turn: 0, silent: silent)
    }
    let (living, dead) = ([run(1, silent: 0.1), run(2, silent: 0.8)], [run(8, silent: 0.9), run(9, silent: 1)])
    #expect(fatalStep(of: living + dead) == 4)
    #expect(fatalStep(of: living) == nil && fatalStep(of: dead) == nil)
  }

  // MARK: Theory

  @Test(
    "Theory: the two-weight steps are those of the framework's optimizers and clipping",
    arguments: [Arm.clipped(.none), norm, value, shrink, .momentum(0.9), .momentum(0.99), .adam])
  func sameAsTheFramework(arm: Arm) {
    let weight = Parameter("weight", .zeros([2], dtype: .float64))
    let gradients = (0..<30).map { k -> SIMD2<Double> in
      let (first, second) = (Double(k % 5), Double(k * k % 7))
      return [3 * first - 4, 0.1 * second]
    }
    func positions(_ optimizer: some Optimizer, _ clipping: Clipping = .none) -> [[Double]] {
      var optimizer = optimizer
      return gradients.map { gradient in
        let one = Gradients(
          names: ["weight"], tensors: [Tensor(shape: [2], [gradient.x, gradient.y], dtype: .float64)])
        optimizer.update(weight, with: one.clipped(by: clipping))
        return weight.tensor.scalars
      }
    }
    let theirs =
      switch arm {
      case .clipped(let rule): positions(SGD(learningRate: 0.1), rule)
      case .momentum(let beta): positions(Momentum(learningRate: 0.1, momentum: beta, form: .exponentialAverage))
      case .adam: positions(Adam(learningRate: 0.1))
      }
    var (stepper, point) = (Stepper(arm), SIMD2(0.0, 0.0))
    for (index, gradient) in gradients.enumerated() {
      point -= 0.1 * stepper(gradient)
      // Thirty steps of numbers below 10, rounded to 10⁻¹⁶ of them each.
      #expect(abs(point.x - theirs[index][0]) < 1e-13 && abs(point.y - theirs[index][1]) < 1e-13)
    }
  }

  @Test("Theory: the gradient by hand is the slope of the error", arguments: [(4.0, -2.0), (4.6, -2.2), (5.0, -2.4)])
  func centralDifferences(weight: Double, bias: Double) {
    let h = 1e-6
    func error(_ weight: Double, _ bias: Double) -> Double { Self.unit([weight, bias]).error }
    let gradient = Self.unit([weight, bias]).gradient
    // Central differences err by h²/6 times the third derivative, below 10⁵ here, and by a rounding over h: 2e-8.
    #expect(abs((error(weight + h, bias) - error(weight - h, bias)) / (2 * h) - gradient.x) < 1e-7)
    #expect(abs((error(weight, bias + h) - error(weight, bias - h)) / (2 * h) - gradient.y) < 1e-7)
  }

  @Test("Theory: on the edge the gradient is the geometric sum of fifty rounds", arguments: [4.3, 4.6, 5.0, 5.4])
  func gradientOnTheEdge(weight: Double) {
    let gradient = Self.unit([weight, Self.unit.edgeBias(atWeight: weight)]).gradient
    // A rounding of x₀ grows by (w σ′(x₀))⁵⁰, below 10⁵ here: a relative error of 10⁵ · 10⁻¹⁵.
    #expect(abs((gradient * gradient).sum().squareRoot() / Self.unit.edgeGradientNorm(atWeight: weight) - 1) < 1e-9)
  }

  @Test("Theory: the cliff begins at w = 4.2553, and the floor of the valley runs into it at w = 4.4789")
  func landmarks() {
    // σ(½) = 0.62246, σ′(½) = 0.62246 · 0.37754 = 0.23500, and 1/0.23500 = 4.2553.
    #expect(abs(Self.unit.cliffBegins - 4.2553) < 1e-4)  // the digits written here
    // ln(0.7/0.3) = 0.84730; (0.84730 − 0.5)/(0.7 − 0.62246) = 4.4789.
    #expect(abs(Self.unit.floorEnds - 4.4789) < 1e-4)
    // On the floor, b = ln(7/3) − 0.7 w, the state closes in on σ(x*) = 0.7 by w σ′(x*) = 0.88 a round: 0.35 · 0.88⁵⁰ is
    // 6e-4, its square 4e-7.
    #expect(Self.unit([4.2, Double.log(7.0 / 3) - 0.7 * 4.2]).error < 1e-6)
  }

  @Test("Theory: seen from the edge, lengths stay and the edge is the line of height 0")
  func viewFromTheEdge() {
    let (here, there) = (SIMD2(4.6, -2.2), SIMD2(4.9, -2.6))
    let (a, b) = (Self.unit.seenFromEdge(here), Self.unit.seenFromEdge(there))
    #expect(abs([a.along - b.along, a.above - b.above].norm - 0.5) < 1e-15)  // (0.3, 0.4) has norm 0.5
    #expect(abs(Self.unit.seenFromEdge([5, Self.unit.edgeBias(atWeight: 5)]).above) < 1e-15)
    let back = Self.unit.point(along: a.along, above: a.above)
    #expect(abs(back.x - here.x) < 1e-14 && abs(back.y - here.y) < 1e-14)
  }

  @Test("Theory: a gradient on the edge is turned by 13.1°, which carries a step of (0.1, 0.1) by 0.032 along it")
  func turnAtTheEdge() {
    let gradient = Self.unit([5, Self.unit.edgeBias(atWeight: 5)]).gradient
    let vector = [gradient.x, gradient.y]
    // The first of the fifty rounds is not a pure (σ(x₀), 1), and rounding grows: the direction is good to 1e-9.
    #expect(abs(vector.angle(to: vector.clipped(by: .value(1))) - Self.unit.turnAtEdge) < 1e-6)
    #expect(abs(Self.unit.turnAtEdge - 13.1) < 0.05)
    #expect(abs(Self.unit.driftAtEdge(learningRate: 0.1, threshold: 1) - 0.0321) < 5e-5)
    let (from, to) = (Self.unit.seenFromEdge([5, -2]), Self.unit.seenFromEdge([5.1, -1.9]))
    #expect(abs(to.along - from.along - Self.unit.driftAtEdge(learningRate: 0.1, threshold: 1)) < 1e-14)
  }

  @Test("Theory: Adam's step is at most 7.27 η; gradients that grow by β₂/β₁ reach it, a spike after silence 3.16 η")
  func boundOfAdam() {
    // 0.1/√(0.001 · (1 − 0.81/0.999)) = 0.1/√(0.001 · 0.189189) = 7.270
    #expect(abs(longestAdamStep() - 7.270) < 1e-3)
    func longest(_ gradients: [Double]) -> Double {
      var stepper = Stepper(.adam)
      return gradients.map { abs(stepper([$0, 0]).x) }.max() ?? 0
    }
    var growing = 1e-100
    let worst = longest(
      (0..<4000).map { _ in
        growing *= 0.999 / 0.9
        return growing
      })
    #expect(worst <= longestAdamStep() * (1 + 1e-9))
    #expect(worst > 0.98 * longestAdamStep())  // 1 − 0.999⁴⁰⁰⁰ is 0.98 of the correction for v
    // 0.1/√0.001 · √(1 − 0.999⁵⁰⁰⁰): silent for 5000 steps, then one gradient.
    #expect(abs(longest(Array(repeating: 0, count: 4999) + [1]) - 10.0.squareRoot()) < 0.02)
    var generator = RandomGenerator(seed: 5)
    #expect(longest((0..<2000).map { _ in Double.pow(10, generator.uniform(in: -6..<6)) }) <= longestAdamStep())
  }

  // MARK: Contrast

  @Test("Contrast: from (4.6, −2.2) the walk without clipping is thrown back by a step longer than 3")
  func thrownBack() {
    let walk = Self.walk(.clipped(.none))
    #expect(walk.points.count == 501 && walk.errors.count == 501)
    #expect(walk.stepLengths.count == 500 && walk.gradientNorms.count == 500)
    // Two crossings of the edge come before it: roundings of 1e-16 have grown to 1e-5 at most.
    #expect(walk.stepLengths.firstIndex { $0 > 3 } == 16)
    #expect(abs(walk.longestStep - 3.1138) < 1e-3)
    #expect(!walk.isSolved)
  }

  @Test("Contrast: with its norm clipped the same walk takes no step longer than ηt, and arrives")
  func arrives() {
    let walk = Self.walk(Self.norm)
    #expect(walk.longestStep < 0.1 + 1e-15)
    #expect((walk.gradientNorms.max() ?? 0) > 30)
    #expect(walk.isSolved)
  }

  @Test("Contrast: at η = 0.1 all walks are solved with the norm clipped, and fewer than half without or by value")
  func shares() {
    func solved(_ arm: Arm, at rate: Double = 0.1) -> Double {
      CliffRun(on: Self.unit, arm, at: rate, threshold: 1, seed: 3).solved
    }
    // 36 walks: a standard error of 8 points and less; unclipped walks are chaotic, so no single end is asserted.
    #expect(solved(Self.norm) > 95)
    #expect(solved(.clipped(.none)) < 65)
    #expect(solved(Self.value) < 60)
    // Each at a rate of its own, clipped values and Adam arrive, too.
    #expect(solved(Self.value, at: 1) > 90)
    #expect(solved(.adam, at: 0.3) > 90)
  }

  @Test("Contrast: of 200 copies of one start, a ten-billionth apart, all end alike only with the norm clipped")
  func chaos() {
    var generator = RandomGenerator(seed: 0)
    let copies = (0..<200).map { _ in SIMD2(4.8 + generator.uniform(in: -1e-10..<1e-10), -2.35) }
    func solved(_ arm: Arm) -> Int { copies.count { Self.walk(arm, from: $0).isSolved } }
    #expect(solved(Self.norm) == 200)
    #expect((20...120).contains(solved(.clipped(.none))))
  }

  @Test("Contrast: a clipped walk meets more large gradients after its first than one that was thrown off")
  func later() {
    func later(_ arm: Arm) -> Double {
      CliffRun(on: Self.unit, arm, at: 0.1, threshold: 1, seed: 3).laterLargeGradients
    }
    // About 8 and 1: a factor of two leaves room for 36 walks.
    #expect(later(Self.norm) > 2 * later(.clipped(.none)))
  }

  @Test("Contrast: momentum of 0.99 throws out more walks than none, each where it solves most")
  func momentum() {
    func thrownOut(_ arm: Arm, at rate: Double) -> Double {
      CliffRun(on: Self.unit, arm, at: rate, threshold: 1, seed: 3).thrownOut
    }
    // About 30 and 2 in a hundred.
    #expect(thrownOut(.momentum(0.99), at: 10) > thrownOut(.clipped(.none), at: 3) + 5)
  }

  @Test("Contrast: no walk counts as solved and as thrown out, though momentum of 0.99 solves some with |b| above 10")
  func solvedIsNotThrownOut() {
    let walks = Self.unit.starts(count: 40, seed: 3).map { Walk(on: Self.unit, from: $0, .momentum(0.99), at: 30) }
    // About a fifth of them.
    #expect(walks.contains { $0.isSolved && abs($0.points[500].y) > 10 })
    #expect(!walks.contains { $0.isSolved && $0.isThrownOut })
  }

  @Test("Contrast: at η = 3 the digits are learnt under any rule whose threshold is low, and under none that is loose")
  func digits() throws {
    let digits = try Digits.load()
    for rule in Rule.allCases {
      let (low, loose) = (rule.thresholds[1], rule.thresholds[5])
      let clipped = DigitsRun(digits, rule.clipping(low), at: 3, seed: 0)
      #expect(clipped.accuracy > 80 && !clipped.isDead)
      // A factor keeps the direction: Float32's rounding of 2410 numbers is all that is left.
      #expect(rule == .norm || rule == .shrink ? clipped.turn < 0.1 : clipped.turn > 10)
      let dead = DigitsRun(digits, rule.clipping(loose), at: 3, seed: 0)
      #expect(dead.accuracy < 40 && dead.isDead && dead.longestStep > clipped.longestStep)
    }
  }

  // MARK: Exercises

  @Test("Exercise 1: with t = 0.1 the norm rule needs η ≥ 1 where t = 1 needs 0.1: the bound is ηt")
  func tenthOfTheThreshold() {
    func solved(_ threshold: Double, at rate: Double) -> Double {
      CliffRun(on: Self.unit, .clipped(.globalNorm(threshold)), at: rate, threshold: threshold, seed: 3).solved
    }
    #expect(solved(1, at: 0.1) > 90 && solved(0.1, at: 1) > 90)
    #expect(solved(0.1, at: 0.1) < 90)
  }

  @Test("Exercise 2: with ε = 0.01 a step is longer than ηt where the gradient is above 100, and only there")
  func smallFactor() {
    let arm = Arm.clipped(.shrink(factor: 0.01, above: 1))
    let run = CliffRun(on: Self.unit, arm, at: 0.1, threshold: 1, seed: 0)
    #expect(run.largestGradient > 100 && run.longestStep > 0.1)
    #expect(abs(run.longestStep - 0.1 * 0.01 * run.largestGradient) < 1e-12 * run.longestStep + 1e-15)
  }

  @Test("Exercise 3: at η = 1 the film's walk meets no gradient above 1, and all four rules walk alike")
  func nothingToClip() {
    let free = Self.walk(.clipped(.none), at: 1)
    #expect((free.gradientNorms.max() ?? 2) < 0.95)  // about 0.89: it never crosses the edge, so is not chaotic
    for arm in [Self.norm, Self.value, Self.shrink] { #expect(Self.walk(arm, at: 1).points == free.points) }
    #expect(Self.walk(Self.value).points != Self.walk(.clipped(.none)).points)
  }

  @Test("Theory: at η = 1 a fully clipped step carries 0.32 along the edge, ten times as far as at 0.1")
  func driftScales() {
    #expect(abs(Self.unit.driftAtEdge(learningRate: 1, threshold: 1) - 0.321) < 5e-4)  // the digits written here
  }

  // MARK: Refusal

  @Test("Refusal: the line says which option, and what it must be")
  func refused() {
    func message(_ arguments: [String]) -> String? {
      do {
        _ = try Lesson06.parse(arguments)
        return nil
      } catch { return Lesson06.message(for: error) }
    }
    #expect(message(["--max-norm", "0"])?.hasSuffix("It must be from 0.001 to 1000.") == true)
    #expect(message(["--epsilon", "1"])?.hasSuffix("It must be from 1e-06 to 0.9.") == true)
    #expect(message(["--learning-rate", "nan"])?.hasSuffix("It must be finite and above 0 and at most 100.") == true)
    #expect(message(["--threshold", "1"]) != nil)
  }
}
