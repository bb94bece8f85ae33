import Datasets
import Descent
import Experiments
import Numerics
import Testing

@testable import Lesson40

@Suite("Lesson 40 · Flat minima") struct Lesson40Tests {
  // MARK: By hand

  @Test(
    "By hand: within 0.1 the narrow well costs 0.32 and the wide one 0.06; from ρ = 0.0402 on the wide one is safer")
  func wells() {
    #expect(Wells.bottoms.map(Wells.loss) == [0, 0.05])
    let worst = Wells.bottoms.map { Wells.worst(within: 0.1, of: $0) }
    #expect(abs(worst[0] - 0.32) < 1e-14 && abs(worst[1] - 0.06) < 1e-14)  // 32 · 0.01; 0.05 + 0.01; a few roundings
    #expect(abs(Wells.flip - 0.04016) < 5e-6)  // √(0.05/31), five decimals
    let there = Wells.bottoms.map { Wells.worst(within: Wells.flip, of: $0) }
    #expect(abs(there[0] - there[1]) < 1e-14)
  }

  @Test("By hand: on the ridge both parabolas are equal, and a move across it meets the ridge")
  func ridge() {
    let x = Wells.ridge
    #expect(abs(32 * (x + 1) * (x + 1) - (0.05 + (x - 1) * (x - 1))) < 1e-12)  // roundings of numbers near 3
    #expect(abs(x + 0.69735) < 5e-6)  // (√129.55 − 33)/31, five decimals
    #expect(Wells.worst(within: 0.2, of: x + 0.05) == Wells.loss(x))
  }

  @Test("By hand: on ½(x² + 10y²) at (1, 1) SAM finds 6.5545 within 0.1, the bound is 6.5550, g′ is (1.01, 10.995)")
  func quadratic() {
    let point = Parameter("point", Tensor([1, 1], dtype: .float64))
    func loss(_ point: Tensor) -> Tensor { (square(point) * Tensor([1, 10], dtype: .float64)).sum() * 0.5 }
    let gradient = valueAndGradients(of: point) { loss(point.value) }.gradients
    let move = SharpnessAwareMinimization(radius: 0.1).move(of: [point], along: gradient)
    // ε = 0.1 (1, 10)/√101: ½(1.00995² + 10 · 1.0995²) = 6.554542; 5.5 + 0.1 √101 + ½ · 0.01 · 10 = 6.554988.
    let found = loss(point.value + move.tensors[0]).item
    #expect(abs(found - 6.554542) < 5e-7)
    let bound = 5.5 + 0.1 * 101.0.squareRoot() + 0.05
    #expect(abs(bound - 6.554988) < 5e-7 && found < bound)
    var rule: (any WeightPerturbation)? = SharpnessAwareMinimization(radius: 0.1)
    let seen = valueAndGradients(of: point, movedBy: &rule) { loss(point.value) }.gradients.flattened
    #expect(abs(seen[0] - 1.00995) < 5e-6 && abs(seen[1] - 10.99504) < 5e-6)
    // Nowhere on the circle is the loss larger than the bound, and SAM's place is nearly the worst.
    let circle = evenly(0...(2 * Double.pi), count: 1000).map { angle in
      let (x, y) = (1 + 0.1 * Double.cos(angle), 1 + 0.1 * Double.sin(angle))
      return (x * x + 10 * y * y) / 2
    }
    let worst = circle.max() ?? .nan
    #expect(worst <= bound && found > worst - 1e-4)
  }

  @Test("By hand: of 1,200 digits 480 get a false label, and without noise none; pixels and test stay the same")
  func falseLabels() throws {
    let digits = try Digits.load()
    let (noisy, right) = (DigitsTask(digits, noise: 0.4, seed: 3), DigitsTask(digits, noise: 0, seed: 3))
    #expect(noisy.mislabelled.count == 480 && right.mislabelled.count == 0)
    #expect(noisy.training.pixels == right.training.pixels && noisy.test.labels == right.test.labels)
  }

  @Test("By hand: a random move has the length ρ and another direction at each step") func randomMoves() {
    let weight = Parameter("weight", .zeros([50, 4]))
    let gradients = Gradients(names: ["weight"], tensors: [.ones([50, 4])])
    var random = RandomMove(radius: 0.2, generator: RandomGenerator(seed: 1))
    let moves = (0..<2).map { _ in random.move(of: [weight], along: gradients) }
    #expect(moves.allSatisfy { abs($0.norm - 0.2) < 1e-6 })  // rounding of 32 bits
    #expect(moves[0] != moves[1] && abs(moves[0].dot(moves[1])) < 0.02)  // at right angles, but for 0.04/√200 · 7
  }

  // MARK: Theory

  @Test("Theory: the first layer times c, the next divided by it: same answers, λ follows the sharper layer")
  func rescaling() throws {
    let rescaled = Rescaling(epochs: 10, on: DigitsTask(try Digits.load(), noise: 0.4, seed: 11))
    #expect(rescaled.change < 1e-12)  // roundings of double precision
    let place = Rescaling.factors.count / 2
    #expect(Rescaling.factors[place] == 1)
    // A block's largest eigenvalue is at most the whole's; iterations end within 1 % of either.
    #expect(max(rescaled.first, rescaled.second) < 1.02 * rescaled.sharpnesses[place])
    #expect(rescaled.error < 0.1 && rescaled.rise > 3)
  }

  @Test("Theory: λ₁ = 4 and λ₂ = 1 balance at c = √2, where both are 2") func balance() {
    #expect(rescaledSharpness(first: 4, second: 1, by: 1) == 4)
    #expect(abs(rescaledSharpness(first: 4, second: 1, by: 2.0.squareRoot()) - 2) < 1e-15)
    #expect(rescaledSharpness(first: 4, second: 1, by: 10) == 100)
  }

  // MARK: Contrast

  @Test("Contrast: SAM learns fewer false labels by heart, ends flatter and reads more; so does a tenth of the rate")
  func contrast() async throws {
    let lesson = try Lesson40.parse(["--seed", "50"])
    let arms = [Arm(.descent), Arm(lesson.sam), lesson.slow]
    let trials = await lesson.runs(of: arms, try Digits.load(), seeds: 3, watched: true)
    for arm in arms.dropFirst() {
      #expect(trials.count(arm, arms[0]) { $0.memorised < $1.memorised - 10 } == 3)
      #expect(trials.difference(arm, arms[0], \.accuracy).mean > 5)
    }
    #expect(trials.count(arms[1], arms[0]) { $0.sharpness < $1.sharpness } == 3)
    #expect(trials[arms[2]].sharpness.mean > trials[arms[1]].sharpness.mean)
  }

  @Test("Contrast: in ten times the epochs SAM's gain is gone, and both have learnt all false labels by heart")
  func tenTimes() async throws {
    let lesson = try Lesson40.parse(["--seed", "60"])
    let arms = [Arm(lesson.sam, times: 10), Arm(.descent, times: 10)]
    let trials = await lesson.runs(of: arms, try Digits.load(), seeds: 2)
    for arm in arms { #expect(trials[arm].memorised.minimum > 98) }
    // At 40 epochs it is about 11 points.
    #expect(abs(trials.difference(arms[0], arms[1], \.accuracy).mean) < 7)
  }

  @Test("Contrast: with right labels ten times the epochs change neither") func tenTimesClean() async throws {
    let lesson = try Lesson40.parse(["--seed", "60"])
    let arms = [1, 10].flatMap {
      [Arm(lesson.sam, isNoisy: false, times: $0), Arm(.descent, isNoisy: false, times: $0)]
    }
    let trials = await lesson.runs(of: arms, try Digits.load(), seeds: 2)
    // 400 digits: a standard error of 0.7 points for each of them.
    #expect(arms.allSatisfy { trials[$0].accuracy.minimum > 95 })
  }

  // MARK: Exercises

  @Test("Exercise 1: with ρ = 0.5 the best of five networks reads far more than the weakest") func wideRadius()
    async throws
  {
    let lesson = try Lesson40.parse(["--rho", "0.5"])
    let runs = await lesson.runs(of: [Arm(lesson.sam)], try Digits.load())[Arm(lesson.sam)]
    #expect(runs.accuracy.maximum > 85 && runs.accuracy.minimum < 50)
  }

  @Test("Exercise 2: in half the time SAM gains less, since descent has learnt little by heart") func halfTheTime()
    async throws
  {
    let (half, usual) = (try Lesson40.parse(["--epochs", "20"]), try Lesson40.parse([]))
    let digits = try Digits.load()
    let arms = [Arm(usual.sam), Arm(.descent)]
    let (early, late) = (await half.runs(of: arms, digits), await usual.runs(of: arms, digits))
    #expect(
      early.difference(arms[0], arms[1], \.accuracy).mean < late.difference(arms[0], arms[1], \.accuracy).mean / 2)
    #expect(early[arms[1]].memorised.mean < 15)
  }

  @Test("Exercise 3: with 10 % false labels the L2 penalty learns fewer of them by heart than SAM, and yet reads less")
  func fewFalse() async throws {
    let digits = try Digits.load()
    for seed in ["0", "40"] {
      let lesson = try Lesson40.parse(["--noise", "0.1", "--seed", seed])
      let arms = [Arm(lesson.sam), Arm(.decay(lesson.penalty))]
      let trials = await lesson.runs(of: arms, digits)
      #expect(trials[arms[0]].memorised.minimum > trials[arms[1]].memorised.maximum)
      #expect(trials.difference(arms[0], arms[1], \.accuracy).mean > 0)
    }
  }

  // MARK: Refusal

  @Test("Refusal: a radius of 0 is no SAM, and without false labels there is nothing to learn by heart") func refuses()
    throws
  {
    let still = try #require(throws: (any Error).self) { try Lesson40.parse(["--rho=0"]) }
    #expect(Lesson40.message(for: still) == "The value '0' is invalid for '--rho <rho>': It must be from 0.01 to 1.")
    let clean = try #require(throws: (any Error).self) { try Lesson40.parse(["--noise=0"]) }
    #expect(Lesson40.message(for: clean).contains("It must be from 0.1 to 0.8"))
  }
}
