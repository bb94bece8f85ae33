import Datasets
import Descent
import Experiments
import Notebook
import Numerics
import Testing

@testable import Lesson03

private func distance(_ a: [SIMD2<Double>], _ b: [SIMD2<Double>]) -> Double {
  precondition(a.count == b.count, "Paths of \(a.count) and \(b.count) points cannot be compared.")
  return zip(a, b).map { (($0 - $1) * ($0 - $1)).sum().squareRoot() }.max() ?? 0
}

@Suite("Lesson 03 · By hand") struct Lesson03ByHand {
  private let task = RavineTask()

  @Test("Gradient descent at η = 0.018 multiplies x by 0.982 and y by −0.8") func twoFactors() {
    // (10, 1), (9.82, −0.8), (9.64324, 0.64)
    let path = task.path(.gradientDescent, rate: 0.018, steps: 2)
    #expect(distance(path, [SIMD2(10, 1), SIMD2(9.82, -0.8), SIMD2(9.64324, 0.64)]) < 1e-14)  // a few roundings of 10
  }

  @Test("The first step of Adam and RMSProp is η in both coordinates", arguments: [Rule.adam(), .rmsProp()])
  func firstStep(rule: Rule) {
    // g/√g² = 1 for 10 and for 100; ε = 1e−8 beside a root of 10 takes 1e−9 of it.
    #expect(distance(task.path(rule, rate: 0.2, steps: 1), [SIMD2(10, 1), SIMD2(9.8, 0.8)]) < 1e-8)
  }

  @Test("Three steps down L = ½ x² from 10 with η = 0.1, by each rule")
  func threeSteps() {
    let expected: [(Rule, [Double])] = [
      // x ← 0.9 x
      (.gradientDescent, [10, 9, 8.1, 7.29]),
      // V = 10, 9 + 9 = 18, 16.2 + 7.2 = 23.4
      (.momentum(0.9), [10, 9, 7.2, 4.86]),
      // V = 1, 0.9 + 0.99 = 1.89, 1.701 + 0.9711 = 2.6721
      (.averagedMomentum(0.9), [10, 9.9, 9.711, 9.44379]),
      // Ŝ = 100, (9 + 9.801)/0.19 = 98.95263, (16.9209 + 9.6049358)/0.271 = 97.88131;
      // steps 0.1, 0.1 · 9.9/9.947494, 0.1 · 9.8004774/9.893499
      (.rmsProp(beta2: 0.9), [10, 9.9, 9.80047744, 9.70141767]),
      // B = 1, 0.9 + 0.99522556 = 1.89522556, …; the same Ŝ for the first two
      (.rmsProp(beta2: 0.9, momentum: 0.9), [10, 9.9, 9.71047744]),
    ]
    for (rule, places) in expected {
      let path = task.path(rule, rate: 0.1, steps: places.count - 1).map(\.x)
      #expect(path.count == places.count)
      // Eight decimals were written down, and ε = 1e−8 moves a step of 0.1 by about 1e−10.
      for (place, value) in zip(path, places) { #expect(abs(place - value) < 1e-8, "\(rule)") }
    }
  }

  @Test("A grafted step is as long as Adam's and straight down the gradient") func grafting() {
    // Adam's first step is η in each of two coordinates, √2 η long; the gradient (3, 4) has the direction (0.6, 0.8).
    let point = Parameter("p", Tensor([0, 0], dtype: .float64))
    var grafted = GraftedDescent(learningRate: 0.1)
    grafted.update(point, with: Gradients(names: ["p"], tensors: [Tensor([3, 4], dtype: .float64)]))
    let length = 0.1 * 2.0.squareRoot()
    #expect(abs(point.tensor[0] + 0.6 * length) < 1e-8 && abs(point.tensor[1] + 0.8 * length) < 1e-8)  // ε
    grafted.update(point, with: Gradients(names: ["p"], tensors: [Tensor([0, 0], dtype: .float64)]))
    #expect(point.tensor[0].isFinite)  // without a gradient there is no direction, and no step
  }

  @Test("A path through 1, −1, −1, 1 across the floor crosses it twice, one through −2 of 10 overshoots by a fifth")
  func crossings() {
    let path = [SIMD2(10.0, 1), SIMD2(5, -1), SIMD2(-2, -1), SIMD2(0, 1)]
    for angle in [0.0, 30] {
      let task = RavineTask(rotation: angle)
      let turned = path.map { point in
        let place = task.ravine.point(point.x, point.y)
        return SIMD2(place.x, place.y)
      }
      let run = RavineRun(rule: .gradientDescent, rate: 1, steps: nil, path: turned, share: 1)
      #expect(task.crossings(run) == 2 && task.crossings(run, steps: 1) == 1)
      #expect(abs(task.overshoot(run) - 0.2) < 1e-14)  // some roundings of a turn
    }
  }

  @Test("The smoothed loss, not one lucky batch, must be below the limit") func smoothedLoss() {
    // Corrected averages: 1; (0.09 + 0)/0.19 = 0.474; (0.081 + 0.1)/0.271 = 0.668; …: 0.3 is reached by the zeros.
    // After the 1 at step 3 there are zeros: v = 0.181 · 0.9ᵏ, divided by 1 − 0.9³⁺ᵏ: 0.474, 0.358, 0.281 for k = 1 … 3.
    let run = DigitsRun(losses: [1, 0, 1, 0, 0, 0, 0], validationLoss: 0, accuracy: 0)
    #expect(run.steps == 6)
    #expect(run.steps(toLossBelow: 0.5) == 2)
    #expect(run.steps(toLossBelow: 0.01) == 7)  // never: all of them
    #expect(run.meanLoss == 2.0 / 7)
  }
}

@Suite("Lesson 03 · Theory") struct Lesson03Theory {
  private let task = RavineTask()

  @Test("Gradient descent settles when its closed form says", arguments: [0.004, 0.01, 0.0186])
  func gradientDescent(rate: Double) {
    // Its rates are below 2/101, so that the steep axis vanishes first.
    #expect(task.run(.gradientDescent, rate: rate).steps == Int(task.descentSteps(rate: rate).rounded(.up)))
  }

  @Test("Above η = 0.02 gradient descent never settles, and at 2/101 it takes ⌈ln 10⁻³/ln(99/101)⌉ = 346 steps")
  func limits() {
    #expect(task.run(.gradientDescent, rate: 0.0201).steps == nil)
    #expect(task.run(.gradientDescent, rate: 2.0 / 101).steps == 346)  // both axes shrink alike
  }

  @Test("Where both axes swing the height shrinks by β a step", arguments: [0.8, 0.9, 0.95])
  func swinging(beta: Double) {
    let best = task.best(.momentum(beta))
    // The swings' phases at the end and the first steps make up to a tenth.
    #expect(abs(Double(best.steps ?? 0) / task.swingingSteps(beta) - 1) < 0.1)
  }

  @Test("The floor is overshot with β = 0.9, and with β = 0.5 at no stable rate") func overshoot() {
    #expect(abs(task.polyakBeta - 81.0 / 121) < 1e-15 && abs(task.polyakRate - 4.0 / 121) < 1e-15)  // one rounding
    for rate in task.rates where rate < 0.02 { #expect(task.overshoot(task.run(.momentum(0.5), rate: rate)) == 0) }
    #expect(task.overshoot(task.best(.momentum(0.9))) > 0.05)
    #expect(task.run(.momentum(task.polyakBeta), rate: task.polyakRate).steps == 56)  // the dossier's independent run
  }

  @Test(
    "A ravine turned by any angle turns the paths of gradient descent and momentum, and no other", arguments: [30, 45])
  func rotation(angle: Double) {
    let turned = RavineTask(rotation: angle)
    let rules: [(rule: Rule, rate: Double, turns: Bool)] = [
      (.gradientDescent, 0.018, true), (.momentum(0.9), 0.007, true), (.rmsProp(), 0.1, false), (.adam(), 0.2, false),
    ]
    for (rule, rate, turns) in rules {
      let carried = task.path(rule, rate: rate, steps: 100).map { point in
        let place = turned.ravine.point(point.x, point.y)
        return SIMD2(place.x, place.y)
      }
      let way = distance(turned.path(rule, rate: rate, steps: 100), carried)
      #expect(turns ? way < 1e-11 : way > 0.5)  // a hundred steps of rounding, none amplified
    }
  }

  @Test("An average is a sum with a rate smaller by 1 − β; without memory momentum is gradient descent") func forms() {
    let average = task.path(.averagedMomentum(0.9), rate: 0.07, steps: 100)
    #expect(distance(average, task.path(.momentum(0.9), rate: 0.007, steps: 100)) < 1e-11)  // rounding of 100 steps
    #expect(task.path(.momentum(0), rate: 0.018, steps: 100) == task.path(.gradientDescent, rate: 0.018, steps: 100))
  }

  @Test(
    "RMSProp with a short memory ends in jumps of η, at the height 101 η²/8, whatever η and β", arguments: [0.01, 0.1])
  func jumps(rate: Double) {
    #expect(abs(task.jumpingShare(rate: rate) - 101 * rate * rate / 8 / 100) < 1e-15)
    for decay in [0.5, 0.9] {
      let path = task.path(.rmsProp(beta2: decay), rate: rate, steps: 5000)
      let jump = path[5000] - path[4999]
      #expect(abs(abs(jump.x) / rate - 1) < 1e-4 && abs(abs(jump.y) / rate - 1) < 1e-4)  // ε moves it by about ε/(50 η)
      #expect(abs(task.share(at: path[5000]) / task.jumpingShare(rate: rate) - 1) < 1e-3)
    }
  }
}

@Suite("Lesson 03 · Contrast") struct Lesson03Contrast {
  private let task = RavineTask()

  @Test("In the ravine momentum and Adam need less than half of gradient descent's steps, and too much momentum more")
  func ravine() throws {
    let descent = try #require(task.best(.gradientDescent).steps)
    #expect(descent == 350)  // the grid's best rate is 2^(−46/8)
    for rule: Rule in [.momentum(0.5), .momentum(0.9), .adam(), .rmsProp(momentum: 0.9)] {
      #expect(try #require(task.best(rule).steps) < descent / 2)
    }
    #expect(try #require(task.best(.momentum(0.99)).steps) > 2 * descent)
  }

  @Test("Gradient descent crosses the floor with every step, RMSProp not at all") func bouncing() {
    #expect(task.crossings(task.best(.gradientDescent)) == 30 && task.crossings(task.best(.rmsProp())) == 0)
  }

  @Test("Exercise 1: with β = 0.67 momentum takes longer than the formula's 34 steps, but less than half of 0.9's")
  func leastMomentum() throws {
    let steps = try #require(task.best(.momentum(0.67)).steps)
    #expect(abs(task.swingingSteps(0.67) - 34.5) < 0.1)
    #expect((35...60).contains(steps))
    // Where eigenvalues coincide x falls like kβ^(k/2), and L like k²βᵏ: later than promised, but by no more than
    // ln k²/ln(1/β) = 2 ln 60/0.4 = 20 steps.
    #expect(Double(steps) - task.swingingSteps(0.67) < 21)
  }

  @Test("Exercise 2: the ravine turned by 45° triples RMSProp's steps and hardly changes Adam's") func turned() throws {
    let turned = RavineTask(rotation: 45)
    func ratio(_ rule: Rule) throws -> Double {
      Double(try #require(turned.best(rule).steps)) / Double(try #require(task.best(rule).steps))
    }
    #expect(try ratio(.gradientDescent) == 1 && ratio(.momentum(0.9)) == 1)
    #expect(try ratio(.rmsProp()) > 2)
    #expect(try ratio(.adam()) < 1.2)
  }

  @Test("Exercise 3: RMSProp with β₂ = 0.9 settles at no rate") func shortMemory() {
    #expect(task.best(.rmsProp(beta2: 0.9)).steps == nil)
  }

  @Test("Moons: at one small rate Adam's lead is kept by its step lengths, and averaged momentum is gradient descent")
  func oneRate() async {
    let rules: [Rule] = [.gradientDescent, .averagedMomentum(0.9), .grafted, .adam()]
    let trials = await Trials(rules, seeds: [0, 1, 2]) { trainOnMoons($0, rate: 0.0007, epochs: 200, seed: $1) }
    #expect(trials.count(.adam(), .gradientDescent) { $0.finalCost < $1.finalCost - 0.05 } == 3)
    let lead = trials.difference(.gradientDescent, .adam(), \.finalCost).mean
    #expect(trials.difference(.gradientDescent, .grafted, \.finalCost).mean > lead / 2)
    // 200 epochs move the cost by about 0.05; the average lags ten steps of a thousand behind.
    #expect(trials.count(.averagedMomentum(0.9), .gradientDescent) { abs($0.finalCost - $1.finalCost) < 0.005 } == 3)
  }

  @Test(
    "Digits: at their own rates all end within five points of each other, at 0.001 gradient descent has hardly begun")
  func digits() throws {
    let digits = try Digits.load()
    let settings: [(Rule, Double)] = [
      (.gradientDescent, 0.5), (.momentum(0.9), 0.1), (.rmsProp(), 0.01), (.rmsProp(momentum: 0.9), 0.002),
      (.adam(), 0.02),
    ]
    for seed: UInt64 in [0, 1] {
      let runs = settings.map { trainOnDigits(digits, $0.0, rate: $0.1, seed: seed) }
      let accuracies = Summary(of: runs.map(\.accuracy))  // of 360 digits: one standard error is a point
      #expect(accuracies.minimum > 92 && accuracies.maximum - accuracies.minimum < 5)
      #expect(runs[4].steps < runs[0].steps)
      #expect(runs[0].losses.count == 10 * (1149 / 64))  // 1797 less 360 to test, less 288 to choose by
      #expect(trainOnDigits(digits, .gradientDescent, rate: 0.001, seed: seed).accuracy < 40)
    }
  }
}

@Suite("Lesson 03 · Refusal") struct Lesson03Refusal {
  @Test(
    "Decays and angles outside of their ranges are refused",
    arguments: [
      ("--beta", "1", "from 0 to 0.99."), ("--beta2", "-0.1", "from 0 to 0.9999."),
      ("--rotate", "181", "from -180 to 180."),
    ])
  func refused(option: String, value: String, line: String) {
    let error = #expect(throws: (any Error).self) { try Lesson03.parse(["\(option)=\(value)"]) }
    let message = error.map { Lesson03.message(for: $0) } ?? ""
    #expect(
      message.contains("'\(value)'") && message.contains(option)
        && message.hasSuffix(line))
  }
}
