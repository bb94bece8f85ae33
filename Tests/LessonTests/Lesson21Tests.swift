import Datasets
import Descent
import Experiments
import Numerics
import Testing

@testable import Lesson21

@Suite("Lesson 21 · Local minima and saddle points") struct Lesson21Tests {
  private func random(_ generator: inout RandomGenerator) -> [Double] {
    (0..<SmallLoss.size).map { _ in generator.normal() }
  }

  // MARK: By hand

  @Test("By hand: a step of gradient descent from (1, 0.1) at η = 0.1 on the pass with b = 1 leads to (0.9, 0.1099)")
  func oneStep() {
    // x: 1 − 0.1 · 1. y: 0.1 − 0.1 · (0.1³ − 0.1) = 0.1 + 0.0099. A few roundings.
    let path = Method.gradientDescent.path(Pass(curvature: 1), from: 0.1, steps: 1)
    #expect(path.count == 2 && abs(path[1].x - 0.9) < 1e-15 && abs(path[1].y - 0.1099) < 1e-15)
  }

  @Test("By hand: from 10⁻⁶ at b = 0.1 it takes 13.266/0.0099503 = 1,333 steps, and Adam 44") func oneWait() {
    // ln(0.57735/10⁻⁶) = 13.8155 − 0.5493; ln 1.01 = 0.00995033.
    let steps = escapeSteps(from: 1e-6, growth: descentGrowth(rate: 0.1, curvature: 0.1))
    #expect(abs(steps - 1333.24) < 0.01)
    #expect(Method.gradientDescent.escape(Pass(curvature: 0.1), from: 1e-6) == 1334)
    #expect(Method.adam.escape(Pass(curvature: 0.1), from: 1e-6) == 44)
  }

  @Test("By hand: z² − 2z + 0.9 has the larger root 1 + √0.1, and β = 0 is gradient descent") func root() {
    // 1 + β + ηb = 2 at β = 0.9, η = 0.1, b = 1.
    #expect(abs(momentumGrowth(rate: 0.1, momentum: 0.9, curvature: 1) - 1.316228) < 5e-7)
    #expect(abs(momentumGrowth(rate: 0.1, momentum: 0, curvature: 1) - 1.1) < 1e-15)
  }

  @Test("By hand: two points at 1 and −1 pull zero weights by 1/2") func pull() {
    // m = mean of (½ · 1, −½ · −1) = ½.
    let small = SmallLoss(points: [SIMD2(1, 0), SIMD2(-1, 0)], labels: [1, 0], penalty: 0.01)
    #expect(small.pull == 0.5)
    let zero = CriticalPoint(theta: [Double](repeating: 0, count: SmallLoss.size), of: small)
    #expect(abs(zero.loss - 0.693147) < 5e-7)  // ln 2
    #expect(zero.index == 4 && abs(zero.least + 0.49) < 1e-8)  // 0.01 − 0.5; the Hessian to some 10⁻¹⁰
  }

  // MARK: Theory

  @Test("Theory: the chance of a minimum is 1/2, 0.146447 and 0.024921, near 0.00245671 at 4 and 9.7 · 10⁻¹⁰ at 8")
  func chances() {
    let exact: [Double] = [0.5, 0.146447, 0.024921]
    for (place, chance) in exact.enumerated() {
      #expect(abs(chanceOfMinimum(dimensions: place + 1) - chance) < 5e-7)  // six digits
    }
    // From 4 on the limit stands for the step; the exact values are Pfaffians, worked out elsewhere.
    #expect(abs(chanceOfMinimum(dimensions: 4) / 0.00245671 - 1) < 0.005)
    #expect(abs(chanceOfMinimum(dimensions: 8) / 9.69e-10 - 1) < 0.1)
  }

  @Test("Theory: drawn matrices of sizes 1 to 4 are positive with the exact chance") func drawn() {
    let shares = sharesOfMinima(sizes: 4, draws: 20_000, seed: 11)
    #expect(shares.count == 4)
    for (place, share) in shares.enumerated() {
      let chance = chanceOfMinimum(dimensions: place + 1)
      #expect(abs(share - chance) < 4 * (chance * (1 - chance) / 20_000).squareRoot())  // four standard errors
    }
  }

  @Test("Theory: the gradient of the small network is the slope of its loss") func slopes() {
    var generator = RandomGenerator(seed: 2)
    let (small, theta) = (SmallLoss(seed: 1, penalty: 0.01), random(&generator))
    let gradient = small.gradient(theta)
    for index in theta.indices {
      var (ahead, behind) = (theta, theta)
      ahead[index] += 1e-5
      behind[index] -= 1e-5
      let slope = (small.evaluate(ahead).value - small.evaluate(behind).value) / 2e-5
      #expect(abs(slope - gradient[index]) < 1e-8)  // h² = 10⁻¹⁰ of the curve, 10⁻¹⁶/h = 10⁻¹¹ of rounding
    }
  }

  @Test("Theory: renumbered units, and units with all signs changed, have the same loss") func copies() {
    var generator = RandomGenerator(seed: 3)
    let (small, theta) = (SmallLoss(seed: 1, penalty: 0.01), random(&generator))
    var copy = theta
    for place in 0..<3 { copy.swapAt(place, 3 + place) }  // units 0 and 1 change places
    copy.swapAt(12, 13)
    for place in [6, 7, 8, 14] { copy[place] = -copy[place] }  // unit 2 changes signs
    #expect(abs(small.evaluate(copy).value - small.evaluate(theta).value) < 1e-14)  // sums in another order
  }

  @Test("Theory: at 95 % of the limits, 2/λ and 2(1 + β)/λ, a way down 100 times flatter takes 705 steps against 92")
  func limits() {
    let pass = Pass(curvature: 0.01)
    #expect(Method.gradientDescent.escape(pass, from: 1e-6, rate: 1.9) == 705)
    #expect(Method.classic.escape(pass, from: 1e-6, rate: 3.6) == 92)
  }

  // MARK: Contrast

  @Test("Contrast: gradient descent ends in minima, the search from the same data finds saddles above them")
  func landscape() {
    let landscape = Landscape(seed: 3, penalty: 0.01, searches: 30, runs: 6)
    #expect(landscape.ends.count == 6 && landscape.endsInMinimum == 6)
    #expect(landscape.saddles >= 3 && landscape.agreement > 0.5)
    #expect(landscape.points.allSatisfy { $0.loss <= landscape.zero.loss + 1e-12 })
    for point in landscape.points {
      // The search ends at ‖g‖² < 10⁻¹⁸.
      #expect(landscape.small.gradient(point.theta).allSatisfy { abs($0) < 1e-9 })
    }
    #expect(landscape.barrier > 0)
  }

  @Test("Contrast: the order of the methods stays on a plateau that is ten times as long") func tenTimes() throws {
    let task = PlateauTask(try Digits.load(), seed: 1)
    let steps = [0.1, 0.01].map { scale in
      [Method.adam, .classic, .gradientDescent, .averaged].map { method in
        task.train(method, rate: method.usualRate, from: Start(hiddenLayers: 2, scale: scale), steps: 10_000).left
      }
    }
    #expect(steps.allSatisfy { $0[0] < $0[1] && $0[1] < $0[2] && $0[2] < $0[3] && $0[3].isFinite })
    #expect(abs(steps[1][2] / steps[0][2] - 10) < 2)  // 1/s, and a start that is not yet small
  }

  @Test("Contrast: on the saddle itself nothing moves, and all-zero weights of the digits' network stay") func stuck()
    throws
  {
    #expect(
      SmallLoss(seed: 1, penalty: 0.01).gradient([Double](repeating: 0, count: 17)).allSatisfy { abs($0) < 1e-15 })
    let task = PlateauTask(try Digits.load(), seed: 1)
    let losses = task.train(.gradientDescent, from: Start(hiddenLayers: 2, scale: 0), steps: 300).losses
    #expect(losses.count == 300 && losses[299] > 2.2)  // only the last biases learn: the classes' shares
  }

  // MARK: Exercises

  @Test("Exercise 1: a thousand times nearer costs ln 1000/0.00995 = 694 steps, and Adam none to speak of")
  func nearer() {
    func later(_ method: Method) -> Int {
      method.escape(Pass(curvature: 0.1), from: 1e-9) - method.escape(Pass(curvature: 0.1), from: 1e-6)
    }
    #expect(abs(later(.gradientDescent) - 694) <= 1)  // 6.9078/0.0099503 = 694.2
    #expect(later(.adam) <= 3)
  }

  @Test("Exercise 2: a weaker penalty has more places, and a worse worst minimum") func weaker() async throws {
    let weak = await (try Lesson21.parse(["--penalty", "0.003"])).landscapes(2)
    let usual = await (try Lesson21.parse([])).landscapes(2)
    func places(_ runs: Runs<Landscape>) -> Int { runs.all.map(\.points.count).reduce(0, +) }
    #expect(places(weak) > places(usual))
    #expect(weak.worst.maximum > usual.worst.maximum)
  }

  @Test("Exercise 3: with three hidden layers half the start makes the plateau nearly four times as long")
  func threeLayers() async throws {
    let lesson = try Lesson21.parse(["--hidden-layers", "3"])
    let trials = await lesson.plateaus(try Digits.load(), hiddenLayers: [3])
    let ratios = lesson.lastRatios(trials, hiddenLayers: 3)
    #expect(ratios.count == 6 && ratios.minimum > 3.5 && ratios.maximum < 4.1)
  }

  // MARK: Refusal

  @Test("Refusal: a start on the saddle itself, and a network without hidden layers") func refuses() throws {
    let onIt = try #require(throws: (any Error).self) { try Lesson21.parse(["--delta=0"]) }
    #expect(Lesson21.message(for: onIt).contains("'0' is invalid for '--delta <delta>'"))
    let flat = try #require(throws: (any Error).self) { try Lesson21.parse(["--hidden-layers=0"]) }
    #expect(
      Lesson21.message(for: flat)
        == "The value '0' is invalid for '--hidden-layers <hidden-layers>': It must be from 1 to 3.")
  }
}
