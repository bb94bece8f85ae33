import Datasets
import Descent
import Notebook
import Numerics
import Testing

@testable import Lesson03

/// Room for some ten roundings of numbers of size one to ten.
private let rounding = 1e-14

private func distance(_ a: [SIMD2<Double>], _ b: [SIMD2<Double>]) -> Double {
  precondition(a.count == b.count, "Paths of \(a.count) and \(b.count) points cannot be compared.")
  return zip(a, b).map { (($0 - $1) * ($0 - $1)).sum().squareRoot() }.max() ?? 0
}

@Suite("Lesson 03 · By hand") struct Lesson03ByHand {
  @Test("Three steps down L = ½ w² from 1 with η = 0.1, by each rule") func threeStepsOfEachRule() {
    let expected: [String: [Double]] = [
      // w ← 0.9 w
      "gradient descent": [1, 0.9, 0.81, 0.729],
      // V = 1, 0.9 + 0.9 = 1.8, 1.62 + 0.72 = 2.34; w = 1 − 0.1, 0.9 − 0.18, 0.72 − 0.234
      "momentum, a sum": [1, 0.9, 0.72, 0.486],
      // V = 0.1, 0.09 + 0.099 = 0.189, 0.1701 + 0.09711 = 0.26721; w = 1 − 0.01, 0.99 − 0.0189, 0.9711 − 0.026721
      "momentum, an average": [1, 0.99, 0.9711, 0.944379],
      // Ŝ = 1, (0.09 + 0.081)/0.19 = 0.9, (0.1539 + 0.1 · 0.80513167²)/0.271 = 0.80709
      // w = 1 − 0.1, 0.9 − 0.1 · 0.9/√0.9, 0.80513167 − 0.1 · 0.80513167/√0.80709
      "RMSProp, corrected": [1, 0.9, 0.80513167, 0.71551194],
      // m̂ = 1, (0.09 + 0.09)/0.19, (0.162 + 0.080041223)/0.271
      // v̂ = 1, (0.000999 + 0.00081)/0.001999, (0.001807191 + 0.00064065972)/0.002997001
      "Adam": [1, 0.9, 0.80041223, 0.70158627],
    ]
    let rows = threeSteps()
    #expect(rows.map(\.name).sorted() == expected.keys.sorted())
    for row in rows {
      let weights = expected[row.name, default: []]
      #expect(row.weights.count == weights.count)
      // Eight decimals were written down, and ε = 1e−8 moves a step of 0.1 by about 1e−9.
      for (weight, value) in zip(row.weights, weights) { #expect(abs(weight - value) < 1e-8) }
    }
  }

  @Test("Under g = 1 with η = 0.01 PyTorch's RMSProp starts ten times too fast, the notes' and Adam with η")
  func firstSteps() {
    // S = 0.01, 0.0199, 0.029701: 0.01/√S = 0.1, 0.0708881, 0.0580250. Uncorrected Adam: m = 0.1, 0.19, 0.271 and
    // v = 0.001, 0.001999, 0.002997001: 0.01 m/√v = 0.0316228, 0.0424959, 0.0495024.
    let expected = [
      [-0.1, -0.0708881, -0.058025], [-0.01, -0.01, -0.01], [-0.01, -0.01, -0.01],
      [-0.0316228, -0.0424959, -0.0495024],
    ]
    let rows = firstStepsOfConventions()
    #expect(rows.count == expected.count)
    for (row, steps) in zip(rows, expected) {
      #expect(row.updates.count == steps.count)
      for (update, step) in zip(row.updates, steps) { #expect(abs(update - step) < 1e-7) }  // seven decimals
    }
  }

  @Test(
    "ε beside the root leaves g/(g + ε) of the first step, under it g/√(g² + ε)",
    arguments: [
      (1e-3, 0.99999, 0.99503719),  // 1/(1 + 1e−5), 1/√(1 + 0.01)
      (1e-6, 0.99009901, 0.0099995),  // 1/1.01, 1e−6/√(1e−12 + 1e−8)
      (1e-8, 0.5, 0.0001),  // 1/2, 1e−8/√(1e−16 + 1e−8)
    ])
  func epsilon(gradient: Double, beside: Double, under: Double) {
    // Eight decimals were written down.
    #expect(abs(shareOfFirstStep(gradient: gradient, .outsideRoot) - beside) < 1e-8)
    #expect(abs(shareOfFirstStep(gradient: gradient, .insideRoot) - under) < 1e-8)
  }

  @Test("A mean square of 1 and 3 in turn is 5: RMSProp's running average is the mean") func mean() {
    // (1 + 9)/2; the newest gradients weigh a thousandth each, and the last one is a 9 in place of a mean 5.
    #expect(abs(meanSquareOfAlternating(1, 3, steps: 20_000) - 5) < 0.005)
  }

  @Test("The angle from (1, 0) to (0, 1) is 90°, to (1, 1) 45°, to (−1, 0) 180°, to (5, 0) 0°") func angles() {
    let along = SIMD2(1.0, 0)
    #expect(degrees(between: along, and: SIMD2(0, 1)) == 90)
    #expect(degrees(between: along, and: SIMD2(1, 1)) == 45)
    #expect(degrees(between: along, and: SIMD2(-1, 0)) == 180)
    #expect(degrees(between: along, and: SIMD2(5, 0)) == 0)
  }

  @Test("At (10, 1) the gradient (10, 100) is 78.6° off the way to the minimum") func firstGradient() {
    // atan(100/10) − atan(1/10) = 84.289° − 5.711°; gradient descent's update is no better.
    let directions = Directions(RavineTask(), by: SGD(learningRate: 0.001), count: 1)
    #expect(abs(directions.gradientAngle - 78.5788) < 1e-4)  // four decimals
    #expect(abs(directions.updateAngle - directions.gradientAngle) < 1e-9)
  }

  @Test("A window ends between the rates where the median score falls below its margin") func window() {
    // Scores 0.90, 0.95, 0.93 at 0.01, 0.1, 1, margin 0.02: on the left 2/5 of a decade, on the right all of it.
    let networks = [[0.89, 0.91], [0.95, 0.95], [0.93, 0.93]].map { $0.map { Scored(score: $0) } }
    let settings = [0.01, 0.1, 1].map { Setting(method: .gradientDescent, learningRate: $0) }
    let sweep = RateSweep(settings: settings, networks: networks)
    #expect(sweep.best.learningRate == 0.1)
    let window = sweep.window(within: 0.0200001)
    #expect(abs(window.lowerBound - .pow(10, -1.4)) < 1e-6)  // the margin has a ten-millionth of room for rounding
    #expect(window.upperBound == 1)
    #expect(sweep.networks(near: 0.02).map(\.score) == [0.89, 0.91] && sweep.networks(near: 0.05)[0].score == 0.95)
  }

  private struct Scored: TrainedNetwork {
    let score: Double
    var accuracy: Double { score }
  }

  @Test("The smoothed loss, not one lucky batch, must be below the limit") func smoothedLoss() {
    // Corrected averages: 1; (0.09 + 0)/0.19 = 0.474; (0.081 + 0.1)/0.271 = 0.668; …: 0.3 is reached by the zeros.
    // After the 1 at step 3 there are zeros: v = 0.181 · 0.9ᵏ, divided by 1 − 0.9³⁺ᵏ: 0.474, 0.358, 0.281 for k = 1 … 3.
    let run = DigitsRun(losses: [1, 0, 1, 0, 0, 0, 0], score: 0, accuracy: 0)
    #expect(run.steps(toLossBelow: 0.3) == 6)
    #expect(run.steps(toLossBelow: 0.5) == 2)
    #expect(run.steps(toLossBelow: 0.01) == 7)  // never: all of them
  }

  @Test("A network whose ReLUs are all off is dead, and only its last bias has a gradient") func deadNetwork() {
    var generator = RandomGenerator(seed: 0)
    let task = MoonsTask(seed: 0)
    let network = MoonsTask.network(using: &generator)
    for layer in network.layers.dropLast() {
      layer.bias.assign(Tensor(repeating: -100, shape: layer.bias.tensor.shape))
    }
    #expect(MoonsTask.isDead(network(task.moons.points)))
    let (_, gradients) = valueAndGradients(of: network) {
      binaryCrossEntropy(logits: network(task.moons.points.take(rows: [0, 1, 2])), targets: Tensor.ones([3, 1]))
    }
    for name in gradients.names.dropLast() { #expect(gradients[name]?.norm == 0) }
    #expect(gradients.tensors.last.map(\.norm) == 0.5)  // σ(0) − 1
  }
}

@Suite("Lesson 03 · Theory") struct Lesson03Theory {
  private let task = RavineTask()

  @Test("Gradient descent settles when its closed form says, at every learning rate") func gradientDescent() {
    var settled = 0
    for run in task.sweep(.gradientDescent).runs {
      let expected = task.gradientDescentSteps(rate: run.setting.learningRate).rounded(.up)
      if expected <= Double(task.horizon) {
        #expect(run.steps == Int(expected))
        settled += 1
      } else {
        #expect(run.steps == nil)
      }
    }
    #expect(settled > 15)
  }

  @Test("Gradient descent at Polyak's η = 2/101 takes ⌈ln 10⁻³ / ln(99/101)⌉ = 346 steps, at the best η 330")
  func quickestDescent() {
    #expect(task.polyakRate == 2.0 / 101)
    #expect(abs(task.gradientDescentSteps(rate: 2.0 / 101) - .log(1e-3) / .log(99.0 / 101)) < 1e-5)  // bisected to 1e−9
    #expect(task.run(Setting(method: .gradientDescent, learningRate: 2.0 / 101)).steps == 346)
    // With the steep axis gone: ½ (1 − η)²ᵏ < 10⁻⁶, at η = 0.01976 for k > ln(2 · 10⁻⁶) / (2 ln 0.98024) = 328.7.
    #expect(task.run(Setting(method: .gradientDescent, learningRate: task.quickestRate)).steps == 330)
    #expect(abs(task.quickestRate - 0.0197) < 0.0001)
  }

  @Test("Polyak's momentum, η = 4/121 and β = (9/11)², takes 56 steps, and in the long run no neighbour is ahead")
  func heavyBall() {
    #expect(abs(task.heavyBallRate - 4.0 / 121) < rounding)
    #expect(abs(task.heavyBallDecay - 81.0 / 121) < rounding)
    #expect(task.run(task.heavyBall).steps == 56)
    func endOfLongRun(rate: Double, decay: Double) -> Double {
      let momentum = Momentum(learningRate: task.heavyBallRate * rate, momentum: task.heavyBallDecay * decay)
      return task.shares(by: momentum, steps: 400).suffix(20).max() ?? .nan  // a swing is shorter than 20 steps
    }
    for (rate, decay) in [(0.9, 1), (1.1, 1), (1, 0.9), (1, 1.1)] {
      #expect(endOfLongRun(rate: rate, decay: decay) > endOfLongRun(rate: 1, decay: 1))
    }
  }

  @Test(
    "A ravine turned by any angle turns the paths of gradient descent and momentum, and no other", arguments: [30, 45])
  func rotation(angle: Double) {
    let turned = RavineTask(rotation: angle)
    for setting in [
      Setting(method: .gradientDescent, learningRate: 0.018), Setting(method: .momentum(), learningRate: 0.007),
      Setting(method: .rmsProp(), learningRate: 0.1), Setting(method: .adam(), learningRate: 0.2),
    ] {
      let upright = descend(task.ravine, from: task.start, by: setting.optimizer, steps: 100)
      let carried = upright.map { point in
        let place = turned.ravine.point(point.x, point.y)
        return SIMD2(place.x, place.y)
      }
      let path = descend(turned.ravine, from: turned.start, by: setting.optimizer, steps: 100)
      if ["gradient descent", "momentum"].contains(setting.method.name) {
        #expect(distance(path, carried) < 1e-11)  // a hundred steps of rounding, none amplified
      } else {
        #expect(distance(path, carried) > 0.5)
      }
    }
  }

  @Test("An average is a sum with a rate smaller by 1 − β; without memory momentum is gradient descent") func forms() {
    func path(_ method: Method, _ rate: Double) -> [SIMD2<Double>] {
      descend(task.ravine, from: task.start, by: method.optimizer(rate), steps: 100)
    }
    #expect(distance(path(.averagedMomentum(), 0.07), path(.momentum(), 0.007)) < 1e-11)  // rounding of 100 steps
    #expect(path(.momentum(momentum: 0), 0.018) == path(.gradientDescent, 0.018))
  }

  @Test("The ravine's gradient is the one that automatic differentiation finds", arguments: [0, 30.0])
  func gradients(angle: Double) {
    let ravine = Ravine(rotation: angle)
    // The Hessian's columns are the gradients at the unit vectors.
    let (first, second) = (ravine.gradient(1, 0), ravine.gradient(0, 1))
    let hessian = Tensor(rows: [[first.x, second.x], [first.y, second.y]], dtype: .float64)
    let (value, gradient) = valueAndGradient(at: Tensor(rows: [[3], [-2]], dtype: .float64)) { point in
      (point * matmul(hessian, point)).sum() * 0.5
    }
    let expected = ravine.gradient(3, -2)
    #expect(abs(value - ravine.value(3, -2)) < 1e-12)  // some roundings of numbers of a few hundred
    #expect(abs(gradient[0, 0] - expected.x) < 1e-12 && abs(gradient[1, 0] - expected.y) < 1e-12)
  }

  @Test(
    "RMSProp with a short memory ends in jumps of η, at the height 101 η²/8, whatever η and β", arguments: [0.01, 0.1])
  func cycle(rate: Double) {
    for decay in [0.5, 0.9] {
      let cycle = RMSPropCycle(task, decay: decay, rate: rate, steps: 5000)
      #expect(abs(cycle.lastJump.x - 1) < 1e-4 && abs(cycle.lastJump.y - 1) < 1e-4)  // ε moves it by about ε/(50 η)
      #expect(abs(cycle.expectedShare - 101 * rate * rate / 8 / 100) < 1e-15)
      #expect(abs(cycle.shares[5000] / cycle.expectedShare - 1) < 1e-3)
    }
  }

  @Test("Adam turns where the curvature over √v̂ passes 38/η", arguments: [0.2, 0.3, 0.5])
  func adamLeaves(rate: Double) throws {
    let settled = try #require(task.run(Setting(method: .adam(), learningRate: rate)).steps)
    let departure = AdamDeparture(task, Adam(learningRate: rate), settled: settled, steps: 8000)
    let instability = try #require(departure.instability)
    // Right at the limit the height stays level, and v̂ needs some ten steps to fall by one percent.
    #expect(abs(departure.turningStep - instability) <= 60)
    #expect(departure.departure ?? 0 > departure.turningStep)
  }

  @Test("Gradient descent and momentum, once settled, stay") func othersStay() {
    for setting in [
      Setting(method: .gradientDescent, learningRate: 0.0186), Setting(method: .momentum(), learningRate: 0.007),
    ] {
      #expect(task.shares(by: setting.optimizer, steps: 20_000)[task.horizon...].allSatisfy { $0 < task.limit })
    }
  }

  @Test("Adam without correction steps (1 − 0.9ᵗ)/√(1 − 0.999ᵗ) times as far") func correction() {
    let ratios = uncorrectedAdamRatios(steps: 1000)
    for step in [1, 10, 12, 100, 1000] {
      let expected = (1 - .pow(0.9, Double(step))) / (1 - Double.pow(0.999, Double(step))).squareRoot()
      #expect(abs(ratios[step - 1] - expected) < 1e-6)  // ε = 1e−8 beside a root of at least 0.03
    }
    #expect(ratios.max() == ratios[11])
  }
}

@Suite("Lesson 03 · Contrast") struct Lesson03Contrast {
  @Test("In the ravine momentum and Adam need less than half of gradient descent's steps, and point better")
  func ravine() async {
    let study = await RavineStudy(beta: 0.9, rotation: 0)
    #expect(study.best.descent.steps == 350)  // the grid's best rate is 2^(−46/8)
    #expect(study.best.momentum.steps ?? .max < 173 && study.best.adam.steps ?? .max < 173)
    #expect(study.turned.descent.steps == 350 && study.turned.momentum.steps == study.best.momentum.steps)
    #expect(study.turned.rmsProp.steps ?? .max > 2 * (study.best.rmsProp.steps ?? .max))
    for directions in [study.directions.momentum, study.directions.rmsProp, study.directions.adam] {
      #expect(directions.updateAngle < directions.gradientAngle - 10)
    }
    #expect(study.forgetful.best.steps == nil)
  }

  @Test("Exercise: with β = 0.67 momentum settles in about 50 steps, less than half of those with 0.9")
  func gentleMomentum() {
    let best = RavineTask().sweep(.momentum(momentum: 0.67)).best
    #expect((45...60).contains(best.steps ?? 0))
    #expect(abs(best.setting.learningRate / RavineTask().heavyBallRate - 1) < 0.3)
  }

  @Test("Moons: at one small rate Adam's cost is lower in every seed, and averaged momentum is gradient descent")
  func oneRate() {
    for task in (0..<3).map({ MoonsTask(seed: $0) }) {
      let runs = [Method.gradientDescent, .averagedMomentum(), .adam()].map {
        task.train(with: Setting(method: $0, learningRate: 0.0007), epochs: 200)
      }
      #expect(runs[2].lastCost < runs[0].lastCost - 0.05)
      // 200 epochs move the cost by about 0.05; the average lags ten steps of a thousand behind.
      #expect(abs(runs[1].lastCost - runs[0].lastCost) < 0.005)
    }
  }

  @Test("Exercise: at η = 0.1 Adam's lead on the moons shrinks below 8 points") func largeSharedRate() async {
    let tasks = (0..<8).map { MoonsTask(seed: $0) }
    let settings = [Method.gradientDescent, .adam()].map { Setting(method: $0, learningRate: 0.1) }
    let runs = await trainAll(settings, on: tasks, "moons") { $0.train(with: $1, epochs: MoonsStudy.sweepEpochs) }
    let lead = accuracy(runs[1]).mean - accuracy(runs[0]).mean
    #expect(lead < 8 && accuracy(runs[0]).mean > 88)
  }

  @Test("No optimizer revives a dead network: all stay at half of the points") func deadStays() throws {
    var (task, generator) = (MoonsTask(seed: 0), RandomGenerator(seed: 0))
    let starts = task.deadStarts(among: 2000, using: &generator)
    #expect((4...80).contains(starts.count))  // about one in a hundred
    task.start = try #require(starts.first)
    for method in ByMethod(beta: 0.9).all {
      let run = task.train(with: Setting(method: method, learningRate: 0.1), epochs: 20)
      #expect(run.isDead && run.accuracy == 0.5)
    }
  }

  @Test("Digits: all four end within five points of each other, Adam before gradient descent") func digits()
    async throws
  {
    let tasks = try [0, 1].map { RankedDigits(try Digits.load(), seed: $0) }
    #expect(tasks[0].task.test.count == 360 && tasks[0].validation.count == 288 && tasks[0].task.training.count == 1149)
    let settings = zip(ByMethod(beta: 0.9).all, [0.56, 0.3, 0.01, 0.018]).map {
      Setting(method: $0, learningRate: $1)
    }
    let runs = await trainAll(settings, on: tasks, "digits") { $0.train(with: $1) }
    for seed in tasks.indices {
      let accuracies = runs.map { $0[seed].accuracy }  // of 360 digits: one standard error is a point
      #expect((accuracies.min() ?? 0) > 0.92 && (accuracies.max() ?? 1) - (accuracies.min() ?? 0) < 0.05)
      #expect(runs[3][seed].steps(toLossBelow: 0.3) < runs[0][seed].steps(toLossBelow: 0.3))
    }
  }

  @Test("Runs in parallel are those of one after the other, each in its place") func order() async {
    let tasks = (0..<2).map { MoonsTask(seed: $0) }
    let settings = [Method.gradientDescent, .adam()].map { Setting(method: $0, learningRate: 0.01) }
    let runs = await trainAll(settings, on: tasks, "moons") { $0.train(with: $1, epochs: 3) }
    for (row, setting) in zip(runs, settings) {
      #expect(row.map(\.end) == tasks.map { $0.train(with: setting, epochs: 3).end })
    }
    #expect(runs[0][0].end != runs[0][1].end && runs[0][0].end != runs[1][0].end)
  }
}

@Suite("Lesson 03 · Refusal") struct Lesson03Refusal {
  @Test(
    "Rates, epochs, decays and angles outside of their ranges are refused, each in one line",
    arguments: [
      (["--learning-rate", "0"], "--learning-rate must be above 0 and at most 10, but is 0."),
      (["--learning-rate", "nan"], "--learning-rate must be finite and above 0 and at most 10, but is nan."),
      (["--epochs", "0"], "--epochs must be from 1 to 20000, but is 0."),
      (["--epochs", "20001"], "--epochs must be from 1 to 20000, but is 20001."),
      (["--beta", "1"], "--beta must be from 0 to 0.9999, but is 1."),
      (["--rotate", "181"], "--rotate must be from -180 to 180, but is 181."),
    ])
  func refused(arguments: [String], line: String) {
    let error = #expect(throws: (any Error).self) { try Lesson03.parse(arguments) }
    #expect(error.map { Lesson03.message(for: $0) } == line)
  }

  @Test(
    "What is no number or no option is refused",
    arguments: [["--epochs", "1.5"], ["--beta", "x"], ["--rotate"], ["--speed", "3"], ["--seed", "-1"]])
  func unreadable(arguments: [String]) {
    #expect(throws: (any Error).self) { try Lesson03.parse(arguments) }
  }
}
