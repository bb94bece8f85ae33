import Datasets
import Descent
import Experiments
import Numerics
import Testing

@testable import Lesson09

@Suite("Lesson 09 · Weight initialisation") struct Lesson09Tests {
  // MARK: By hand

  @Test("By hand: four coins give −4, −2, 0, 2, 4 in 1, 4, 6, 4, 1 of 16 ways; the mean square is 4, and 2 after ReLU")
  func coins() {
    let sums = coinSums(4)
    #expect(sums.map(\.sum) == [-4, -2, 0, 2, 4])
    #expect(sums.map { 16 * $0.probability } == [1, 4, 6, 4, 1])
    // (16 + 4·4 + 0 + 4·4 + 16)/16 = 4 = n Var(w); of that ReLU keeps (4·4 + 16)/16 = 2. All sums of powers of 2: exact.
    #expect(sums.reduce(0) { $0 + Double($1.sum * $1.sum) * $1.probability } == 4)
    #expect(sums.reduce(0) { $0 + Double(max($1.sum, 0) * max($1.sum, 0)) * $1.probability } == 2)
  }

  @Test(
    "By hand: with 64 inputs the variances are 1, 1/8, 1/64, 1/32 and 1/192; in batches of 16 the note's is 1/4",
    arguments: [
      (Start.standardNormal, 1), (.inverseRoot, 0.125), (.lecun, 0.015625), (.he, 0.03125), (.pyTorch, 1 / 192.0),
      (.batchRoot(16), 0.25), (.own(0.3), 0.09),
    ])
  func variances(start: Start, variance: Double) {
    #expect(abs(start.variance(fanIn: 64) - variance) < 1e-16)  // one rounding of a number below 1
    // The framework draws with the same variance: a uniform draw from ±a has a²/3.
    let drawn = start.initialization(fanIn: 64).variance(fanIn: 64, fanOut: 64)
    #expect(abs(drawn - variance) < 1e-15)  // a root and a square
  }

  @Test(
    "By hand: factors of a ReLU layer of 64 inputs are √32, 2, 1, 1/√2, 1/√6 and 0.01·√32, and √2 less than the gains",
    arguments: [
      (Start.standardNormal, 5.656_854_249_492_38), (.inverseRoot, 2), (.he, 1), (.lecun, 0.707_106_781_186_548),
      (.pyTorch, 0.408_248_290_463_863), (.small, 0.056_568_542_494_923_8),
    ])
  func factors(start: Start, factor: Double) {
    #expect(abs(start.factor(fanIn: 64) - factor) < 1e-14)  // the digits written here
    #expect(abs(start.gain(fanIn: 64) - 2.0.squareRoot() * factor) < 1e-13)
  }

  @Test("By hand: at 64 inputs the note's 1/√B is 2/n for batches of 1024, and its factor is 2 for 64 and 4 for 4")
  func coincidence() {
    // √(64/(2·√B)): √B is 32, 8 and 2.
    #expect(Start.batchRoot(1024).variance(fanIn: 64) == Start.he.variance(fanIn: 64))
    #expect(Start.batchRoot(64).factor(fanIn: 64) == 2)
    #expect(Start.batchRoot(4).factor(fanIn: 64) == 4)
  }

  @Test("By hand: sizes 1, 4, 16 have a factor of 4 a layer; (3, 4, 0, 0) has the size 2.5")
  func factorOfSizes() {
    #expect(abs(averageFactor([1, 4, 16]) - 4) < 1e-14)  // one power
    #expect(abs(Tensor([3, 4, 0, 0], dtype: .float64).size - 2.5) < 1e-15)  // √(25/4)
  }

  @Test("By hand: weights twice as large ask for 1/512 of the learning rate in ten layers, and for the same in one")
  func matched() {
    #expect(matchedRate(0.512, factor: 2, depth: 10) == 0.001)  // 2⁻⁹ = 1/512
    #expect(matchedRate(0.3, factor: 7, depth: 1) == 0.3)
    let rates = Training(depth: 10, steps: 100).rates(Arm(start: .standardNormal))
    #expect(rates.count == 5 && abs(rates[1] / (0.03 * .pow(32, -4.5)) - 1) < 1e-12)  // a power of 9 roundings
  }

  @Test("By hand: of 1,760 steps a tenth is 176, and both are places where the digits are read; of 100 the last is 100")
  func places() {
    let long = Training(depth: 10, steps: 1760)
    #expect(long.early == 176 && long.places.contains(176) && long.places.last == 1760 && long.places.first == 5)
    #expect(Training(depth: 10, steps: 100).places.last == 100)
    #expect(long.places == long.places.sorted() && Set(long.places).count == long.places.count)
  }

  @Test("By hand: 5/(4n) for 64 units is 0.0195, and three standard errors over 300 layers make it 0.0437")
  func tolerance() {
    // 5/256 = 0.019531; √(0.019531/300) = 0.008069.
    #expect(abs(factorTolerance(width: 64, layers: 300) - 0.043_737) < 1e-6)
    #expect(abs(typicalShareOfFactor(width: 64) - 0.980_66) < 1e-5)
  }

  // MARK: Theory

  @Test(
    "Theory: a ReLU layer multiplies signal and gradient by √(½ n Var(w)), whatever the start and the width",
    arguments: [Start.standardNormal, .inverseRoot, .he, .lecun, .pyTorch, .small], [32, 128])
  func measuredFactors(start: Start, width: Int) async {
    let runs = await Runs(seeds: [0, 1, 2, 3]) {
      Signal(Stack(start: start, width: width, depth: 20, inputs: 64), seed: $0)
    }
    let factor = start.factor(fanIn: width)
    // 5/(4n) and three standard errors of 80 layers: 0.105 for 32 units, 0.043 for 128.
    let tolerance = factorTolerance(width: width, layers: 80)
    #expect(abs(runs.forward.mean / factor - 1) < tolerance)
    #expect(abs(runs.backward.mean / factor - 1) < tolerance)
  }

  @Test("Theory: for a single input a layer of 64 ReLU units typically keeps exp(−5/256) of the size with 2/n")
  func typicalFactor() {
    let logarithms = (0..<60).map { seed in
      Double.log(Signal(Stack(start: .he, depth: 40, inputs: 1), seed: seed).forward)
    }
    let mean = logarithms.reduce(0, +) / Double(logarithms.count)
    // 2400 layers, each with a scatter of √(5/64)/2 = 0.14: a standard error of 0.0029. The next terms of the series add
    // −0.0005. The exact 1, logarithm 0, is 6.8 standard errors away.
    #expect(abs(mean + 5 / 256.0) < 3.5 * 0.0029)
  }

  @Test("Theory: the variance of a sample's mean is 1/size, that within the sample stays 1")
  func samples() {
    for size in [8, 256] {
      let variances = sampleVariances(size: size, samples: 2000, seed: 1)
      // A variance of 2000 draws scatters by √(2/2000) = 3.2 %; three times that. Within: less still.
      #expect(abs(variances.ofMean * Double(size) - 1) < 0.1)
      #expect(abs(variances.within - 1) < 0.1)
    }
  }

  // MARK: Contrast

  @Test("Contrast: thirty layers of N(0, 1) make more than 10¹⁹ of 1, 2/n keeps it, 0.01² loses it; gradients likewise")
  func thirtyLayers() async {
    let trials = await Trials([.standardNormal, .he, .small].map { Stack(start: $0, inputs: 64) }, seeds: [0, 1, 2]) {
      Signal($0, seed: $1)
    }
    // 5.657³⁰ = 3.8·10²² and 0.0566³⁰ = 3.8·10⁻³⁸; thirty layers scatter by a factor e^(0.14·√30) = 2.2.
    func ends(_ start: Start) -> [Double] {
      let runs = trials[Stack(start: start, inputs: 64)]
      return [runs.sizes.median[30], runs.gradients.median[0]]
    }
    #expect(ends(.standardNormal).allSatisfy { $0 > 1e19 })
    #expect(ends(.he).allSatisfy { (0.05...20).contains($0) })
    #expect(ends(.small).allSatisfy { $0 < 1e-33 && $0 > 0 })
  }

  static let task = Result { DigitsTask(try Digits.load(), seed: 0, centred: true) }

  @Test("Contrast: 1/n is far behind 2/n after 100 steps and has caught up after 900; 1/(3n) has not moved")
  func late() throws {
    let (task, training) = (try Self.task.get(), Training(depth: 10, steps: 900))
    let (he, lecun) = (
      Run(training, Arm(start: .he), rate: 0.1, on: task), Run(training, Arm(start: .lecun), rate: 0.1, on: task)
    )
    // The medians of four blocks of five seeds: 80 % after 88 to 117 steps from 2/n, after 492 from 1/n.
    #expect(training.steps(to: 80, he) < 160 && training.steps(to: 80, lecun) > 200)
    #expect(lecun.accuracy > 85 && training.earlyAccuracy(lecun) < 40)
    let short = Training(depth: 10, steps: 200)
    let pyTorch = Run(short, Arm(start: .pyTorch), rate: 0.1, on: task)
    #expect(pyTorch.accuracy < 20 && pyTorch.moved < 1e-3)
    #expect(short.steps(to: 80, pyTorch) == .infinity)
  }

  @Test("Contrast: N(0, 1) breaks at a usual rate, and at a matched one learns the training digits by heart")
  func byHeart() throws {
    let (task, arm) = (try Self.task.get(), Arm(start: .standardNormal))
    let broken = Run(Training(depth: 10, steps: 100), arm, rate: 0.1, on: task)
    #expect(broken.isBroken && broken.accuracy < 20)
    let training = Training(depth: 10, steps: 900)
    let run = Run(training, arm, rate: training.rates(arm)[1], on: task)
    // After 1,760 steps 36 to 41 points on average in four blocks of five seeds, after half of them less.
    #expect(!run.isBroken && run.byHeart > 15)
    #expect(
      run.firstGradient > 1e6 * Run(Training(depth: 10, steps: 100), Arm(start: .he), rate: 0.1, on: task).firstGradient
    )
  }

  @Test("Contrast: Adam trains from 1/(3n) within 900 steps, where gradient descent reads one digit")
  func adam() throws {
    let run = Run(
      Training(depth: 10, steps: 900), Arm(start: .pyTorch, method: .adam), rate: 0.003, on: try Self.task.get())
    #expect(run.accuracy > 60)  // 93 to 98 on average after 1,760 steps; before, its curve still dips now and then
  }

  @Test(
    "Contrast: ten times the steps take Adam far from N(0, 1) and N(0, 0.01²), and gradient descent from N(0, 1) nowhere"
  )
  func tenfold() async throws {
    let (task, training) = (try Self.task.get(), Training(depth: 10, steps: 17_600))
    let normal = Arm(start: .standardNormal)
    let jobs = [
      (normal, training.rates(normal)[1]), (Arm(start: .standardNormal, method: .adam), 0.003),
      (Arm(start: .small, method: .adam), 0.0001),
    ]
    let runs = await inParallel(over: jobs) { Run(training, $0.0, rate: $0.1, on: task) }
    // Over five seeds 57, 94 and 82 on average; after 1,760 steps 57, 86 and 8.
    #expect(runs[0].accuracy < 75 && runs[0].trainingAccuracy > 95)
    #expect(runs[1].accuracy > 88)
    #expect(runs[2].accuracy > 50)
  }

  @Test("Contrast: from zero weights ReLU's stay zero and a sigmoid's units stay alike")
  func zeroStart() throws {
    let task = try Self.task.get()
    let (relu, sigmoid) = (ZeroStart(task, .relu), ZeroStart(task, .sigmoid))
    #expect(relu.largestWeight == 0 && relu.difference == 0)
    // Equal sums of equal numbers, in an order that the matrix product chooses for each column: Float32's rounding of 0.01.
    #expect(sigmoid.largestWeight > 1e-3 && sigmoid.difference < 1e-7)
  }

  // MARK: Exercises

  @Test("Exercise: σ = 0.5 has the factor √8 at 64 inputs, and thirty layers make 8¹⁵ = 3.5 · 10¹³ of 1")
  func exerciseDeviation() async throws {
    let lesson = try Lesson09.parse(["--std", "0.5"])
    #expect(lesson.starts.last == .own(0.5))
    #expect(abs(Start.own(0.5).factor(fanIn: 64) - 8.0.squareRoot()) < 1e-14)
    let runs = await lesson.sendSignals([.own(0.5)])[Stack(start: .own(0.5))]
    // 8¹⁵ = 35,184,372,088,832; the median of ten seeds scatters by 2.2 at most, and typically keeps 0.98³⁰ = 0.56.
    #expect((3.5e13 / 5...3.5e13 * 3).contains(runs.sizes.median[30]))
  }

  @Test("Exercise: two ReLU layers learn from N(0, 1) and from 1/(3n)")
  func exerciseDepth() throws {
    let (task, training) = (try Self.task.get(), try Lesson09.parse(["--depth", "2", "--steps", "400"]).training)
    let normal = Run(
      training, Arm(start: .standardNormal), rate: matchedRate(0.1, factor: 32.0.squareRoot(), depth: 2), on: task)
    let pyTorch = Run(training, Arm(start: .pyTorch), rate: 1, on: task)
    // At the full 1,760 steps 92 and 98.
    #expect(normal.accuracy > 75 && pyTorch.accuracy > 85)
  }

  @Test("Exercise: 176 steps are too few for 1/n by gradient descent and for 1/(3n) by Adam, and enough for 2/n")
  func exerciseSteps() throws {
    let (task, training) = (try Self.task.get(), try Lesson09.parse(["--steps", "176"]).training)
    #expect(Run(training, Arm(start: .he), rate: 0.1, on: task).accuracy > 80)
    #expect(Run(training, Arm(start: .lecun), rate: 0.1, on: task).accuracy < 70)
    #expect(Run(training, Arm(start: .pyTorch, method: .adam), rate: 0.003, on: task).accuracy < 75)
  }

  // MARK: Refusal

  @Test("Refusal: the line says which option, what it must be and what it is")
  func message() throws {
    let error = try #require(throws: (any Error).self) { try Lesson09.parse(["--std=0"]) }
    #expect(Lesson09.message(for: error) == "The value '0' is invalid for '--std <std>': It must be from 0.003 to 3.")
  }
}

/// A network 64-32-10 that starts from zero weights, after ten epochs.
private struct ZeroStart {
  /// The largest weight of the hidden layer, by size.
  let largestWeight: Double
  /// By how much the weights of two hidden units differ at most.
  let difference: Double

  init(_ task: DigitsTask, _ activation: Activation) {
    var generator = task.generator
    let network = DigitsTask.network(
      activation: activation, initialization: .normal(standardDeviation: 0), using: &generator)
    var optimizer = SGD(learningRate: 0.3)
    task.train(network, with: &optimizer, epochs: 10, using: &generator) { network($0) }
    let weight = network.layers[0].weight.tensor
    largestWeight = weight.scalars.map(abs).max() ?? 0
    difference = (weight - weight.take(rows: [0])).scalars.map(abs).max() ?? 0
  }
}
