import Datasets
import Descent
import Numerics
import Testing

@testable import Lesson09

@Suite("Lesson 09 · Weight initialisation") struct Lesson09Tests {
  // MARK: By hand

  @Test(
    "By hand: with 64 inputs the variances are 1, 1/8, 1/64, 1/32 and 1/192; with batches of 16, 1/4 and 1/16",
    arguments: [
      (FirstWeights.standardNormal, 1), (.inverseRoot, 0.125), (.lecun, 0.015625), (.he, 0.03125),
      (.pyTorch, 1 / 192.0),
      (.batchVariance(16), 0.25), (.batchDeviation(16), 0.0625), (.fixed(0.3), 0.09),
    ])
  func variances(rule: FirstWeights, variance: Double) {
    #expect(abs(rule.variance(fanIn: 64) - variance) < 1e-16)  // one rounding of a number below 1
    // The framework draws with the same variance: a uniform draw from ±a has a²/3.
    let drawn = rule.initialization(fanIn: 64).variance(fanIn: 64, fanOut: 64)
    #expect(abs(drawn - variance) < 1e-15)  // a root and a square
  }

  @Test(
    "By hand: gains of a ReLU layer of 64 inputs are √32, 2, 1, 1/√2, 1/√6 and 0.01·√32",
    arguments: [
      (FirstWeights.standardNormal, 5.656_854_249_492_38), (.inverseRoot, 2), (.he, 1), (.lecun, 0.707_106_781_186_548),
      (.pyTorch, 0.408_248_290_463_863), (.small, 0.056_568_542_494_923_8),
    ])
  func gains(rule: FirstWeights, gain: Double) {
    #expect(abs(rule.gain(fanIn: 64) - gain) < 1e-14)  // the digits written here
    // Without ReLU no half is lost: √2 times as much.
    #expect(abs(rule.gain(fanIn: 64, .tanh) - 2.0.squareRoot() * gain) < 1e-13)
  }

  @Test("By hand: the note's 1/√B as a standard deviation has the gain √(n/2B): 1.414 for 16, 1 for 32, 0.354 for 256")
  func batchGains() {
    // √(64/32) = √2, √(64/64) = 1, √(64/512) = 1/√8; read as a variance, √(64/(2·4)) = √8 and √(64/(2·16)) = √2.
    #expect(abs(FirstWeights.batchDeviation(16).gain(fanIn: 64) - 2.0.squareRoot()) < 1e-15)
    #expect(FirstWeights.batchDeviation(32).gain(fanIn: 64) == 1)
    #expect(abs(FirstWeights.batchDeviation(256).gain(fanIn: 64) - 0.125.squareRoot()) < 1e-15)
    #expect(abs(FirstWeights.batchVariance(16).gain(fanIn: 64) - 8.0.squareRoot()) < 1e-15)
    #expect(abs(FirstWeights.batchVariance(256).gain(fanIn: 64) - 2.0.squareRoot()) < 1e-15)
  }

  @Test("By hand: sizes 1, 4, 16 have a gain of 4 a layer")
  func gainOfSizes() {
    #expect(abs(measuredGain([1, 4, 16]) - 4) < 1e-14)  // one power
    #expect(abs(Tensor([3, 4, 0, 0], dtype: .float64).size - 2.5) < 1e-15)  // √(25/4)
  }

  @Test("By hand: weights twice as large ask for 1/512 of the learning rate in ten layers, and for the same in one")
  func matched() {
    #expect(matchedRate(0.512, gain: 2, depth: 10) == 0.001)  // 2⁻⁹ = 1/512
    #expect(matchedRate(0.3, gain: 7, depth: 1) == 0.3)
    #expect(Setup(rule: .inverseRoot).matchedRates.count == 3)  // of the usual 0.1, 0.3 and 1
    #expect(Setup(rule: .he).matchedRates.isEmpty && Setup(rule: .inverseRoot, depth: 1).matchedRates.isEmpty)
  }

  // MARK: Theory

  @Test(
    "Theory: a ReLU layer multiplies the size by √(½ n Var(w)), whatever the rule and the width",
    arguments: [FirstWeights.standardNormal, .inverseRoot, .he, .lecun, .pyTorch, .small], [32, 128])
  func measuredGains(rule: FirstWeights, width: Int) async {
    let study = await SignalStudy([rule], width: width, depth: 20, inputs: 64, seeds: [0, 1, 2, 3])
    // The logarithm of a layer's gain scatters by √(5/n)/2, 0.2 for n = 32: over 80 layers the mean by 0.022, and its
    // expectation is 5/(4n) = 0.04 lower at most. Three standard errors more make 0.1; for n = 128 half of it.
    #expect(abs(study.gains(rule).mean / rule.gain(fanIn: width) - 1) < (width == 32 ? 0.1 : 0.05))
  }

  @Test("Theory: for a single input a layer of 64 ReLU units typically keeps exp(−5/256) = 0.981 with N(0, 2/n)")
  func typicalGain() {
    #expect(abs(typicalShareOfGain(width: 64) - 0.980_66) < 1e-5)
    let sizes = (0..<60).map { seed in
      signals(from: .he, .relu, width: 64, depth: 40, inputs: 1, seed: seed).map(\.size)
    }
    let logarithms = sizes.map { Double.log(measuredGain($0)) }
    let mean = logarithms.reduce(0, +) / Double(logarithms.count)
    // 2400 layers, each with a scatter of √(5/64)/2 = 0.14: a standard error of 0.0029. The next terms of the series add
    // −0.0005. The exact 1, logarithm 0, is 6.8 standard errors away.
    #expect(abs(mean + 5 / 256.0) < 3.5 * 0.0029)
  }

  @Test("Theory: the gain does not depend on the number of inputs that are sent through")
  func batchSizeHasNoPart() {
    // 2 seeds × 10 layers scatter by 0.14/√20 = 0.03 in the logarithm, and lie 0.02 lower.
    for inputs in [4, 256] {
      let gains = [0, 1].map {
        measuredGain(signals(from: .he, .relu, width: 64, depth: 10, inputs: inputs, seed: $0).map(\.size))
      }
      #expect(abs((gains[0] + gains[1]) / 2 - 1) < 0.11)
    }
  }

  @Test("Theory: E[tanh²(√q z)] is q − 2q² + 17q³/3 for small q, and 1 − φ(0)(2/√q − π²/(12 q√q)) for large q")
  func tanhMoments() {
    // tanh² x = x² − 2x⁴/3 + 17x⁶/45 …, and E z² = 1, E z⁴ = 3, E z⁶ = 15; the next term is of the order 20 q⁴.
    let small = 0.01
    let series = small - 2 * small * small + 17 * small * small * small / 3
    #expect(abs(tanhMeanSquare(variance: small) - series) < 40 * small * small * small * small)
    // 1 − tanh² is a peak of area 2 and second moment π²/6, under which the density φ(0)(1 − z²/2) hardly changes; the
    // fourth moment, 7π⁴/120, adds φ(0)/8 · 5.7 · 400^(−5/2) = 9e-8.
    let root = 20.0
    let peak = (2 / root - Double.pi * Double.pi / (12 * root * root * root)) / (2 * Double.pi).squareRoot()
    #expect(abs(tanhMeanSquare(variance: root * root) - (1 - peak)) < 2e-7)
  }

  @Test(
    "Theory: shares and sizes of tanh's outputs are those of wide layers",
    arguments: [FirstWeights.standardNormal, .inverseRoot, .he, .lecun])
  func saturation(rule: FirstWeights) async {
    let study = await SaturationStudy([rule], layers: [1, 10], width: 64, seeds: [0, 1, 2, 3, 4])
    for layer in [1, 10] {
      let theory = study.theory(rule)
      // 64 units and 5 seeds: the variance of a layer's sums scatters by √(2/320) = 8 %, sizes and shares by 4 %.
      #expect(abs(study.size(rule, layer: layer) - theory.size(layer: layer)) < 0.03)
      #expect(abs(study.share(rule, beyond: 0.99, layer: layer) - theory.share(beyond: 0.99, layer: layer)) < 0.03)
    }
  }

  @Test("Theory: the shares between −1, −0.99, 0, 0.99 and 1 add up to 1, and the outer two are erfc(2.6467/√(2q))")
  func shares() {
    let tanh = WideTanh(scale: 64, depth: 3)
    let edges = [-1, -0.99, 0, 0.99, 1]
    let shares = (0..<4).map { tanh.share(from: edges[$0], to: edges[$0 + 1], layer: 1) }
    #expect(abs(shares.reduce(0, +) - 1) < 1e-14)
    // atanh 0.99 = ½ ln 199 = 2.646652; over √128 that is 0.233933, and erfc of it 0.740772.
    #expect(abs(shares[0] + shares[3] - 0.740_772) < 1e-6)
    #expect(abs(tanh.share(beyond: 0.99, layer: 1) - (shares[0] + shares[3])) < 1e-14)
  }

  // MARK: Contrast

  @Test("Contrast: after 30 layers N(0, 1) makes more than 10¹⁹ of a signal of 1, 2/n leaves it, 0.01 loses it")
  func thirtyLayers() async {
    let study = await SignalStudy([.standardNormal, .he, .small], width: 64, depth: 30, inputs: 64, seeds: [0, 1, 2])
    // 5.657³⁰ = 3.8·10²² and 0.0566³⁰ = 3.8·10⁻³⁸; thirty layers scatter by a factor e^(0.14·√30) = 2.2.
    #expect(study.sizes(.standardNormal)[30] > 1e19)
    #expect((0.05...20).contains(study.sizes(.he)[30]))
    #expect(study.sizes(.small)[30] < 1e-35 && study.sizes(.small)[30] > 0)
  }

  static let task = Result { DigitsTask(try Digits.load(), seed: 0, centred: true) }

  @Test("Contrast: ten ReLU layers learn the digits from 2/n, and not from 1, 1/(3n) or 0.01²")
  func training() throws {
    let task = try Self.task.get()
    func run(_ rule: FirstWeights) -> DigitsRun { task.train(Setup(rule: rule), rate: 0.1) }
    // Over ten seeds 92.8 and more from 2/n, and 6 to 12 from the others: the share of one digit.
    #expect(run(.he).accuracy > 85)
    #expect(run(.pyTorch).accuracy < 20 && run(.small).accuracy < 20)
    let normal = run(.standardNormal)
    #expect(normal.isBroken && normal.accuracy < 20)
    #expect(normal.firstGradient > 1e6 * run(.he).firstGradient)
  }

  @Test("Contrast: at a learning rate that is matched to their gain, N(0, 1) weights train after all, but worse")
  func matchedTraining() throws {
    let setup = Setup(rule: .standardNormal)
    let run = try Self.task.get().train(setup, rate: setup.matchedRates[1])
    // 0.3 · √32⁻⁹ = 5·10⁻⁸. Over five seeds 49 to 65.
    #expect(!run.isBroken && (35...80).contains(run.accuracy))
  }

  @Test("Contrast: with 64 inputs and batches of 32 the note's rule is He's, weight for weight; with 64 it fails")
  func coincidence() throws {
    let task = try Self.task.get()
    let (he, note) = (Setup(rule: .he), Setup(rule: .batchDeviation(32)))
    #expect(task.train(he, rate: 0.1).accuracy == task.train(note, rate: 0.1).accuracy)
    let larger = (he: Setup(rule: .he, batch: 64), note: Setup(rule: .batchDeviation(64), batch: 64))
    // Over five seeds 94 to 98, and below 65.
    #expect(task.train(larger.he, rate: 0.1).accuracy > 85)
    #expect(task.train(larger.note, rate: 0.1).accuracy < 70)
  }

  @Test("Contrast: from zero weights ReLU's stay zero, a sigmoid's units stay alike, and no digit is learnt")
  func zeroStart() throws {
    let task = try Self.task.get()
    let (relu, sigmoid) = (ZeroStart(task, .relu), ZeroStart(task, .sigmoid))
    #expect(relu.largestWeight == 0 && relu.difference == 0)
    #expect(abs(relu.loss - relu.guessing) < 0.001)  // the biases still move with each mini-batch
    #expect(relu.guessing < .log(10) && relu.guessing > 2.3)  // the digits are nearly evenly spread
    #expect(sigmoid.largestWeight > 0 && sigmoid.difference == 0)  // equal sums of equal numbers: equal to the last bit
    #expect(sigmoid.accuracy < 25)
  }

  // MARK: Exercises

  @Test("Exercise: with batches of 64 the gain of the note's rule is √½ = 0.707")
  func exerciseBatch() {
    #expect(abs(FirstWeights.batchDeviation(64).gain(fanIn: 64) - 0.5.squareRoot()) < 1e-15)
  }

  @Test("Exercise: σ = 0.25 has the gain √2 and thirty layers make 2¹⁵ = 32768 of 1")
  func exerciseDeviation() async {
    let own = FirstWeights.fixed(0.25)
    let study = await SignalStudy([own], width: 64, depth: 30, inputs: 64, seeds: [0, 1, 2, 3])
    #expect(abs(study.theory(own)[30] - 32_768) < 1e-8)  // thirty roundings of the gain: 30 · 32768 · 10⁻¹⁶
    #expect((32_768 / 20...32_768 * 20).contains(study.sizes(own)[30]))  // a scatter of 2.2 to the power 3
    let lesson = try? Lesson09.parse(["--std", "0.25"])
    #expect(lesson?.rules.last == own)
  }

  @Test("Exercise: two ReLU layers learn from N(0, 1) and from PyTorch's weights")
  func exerciseDepth() throws {
    let task = try Self.task.get()
    func accuracy(_ rule: FirstWeights, rate: Double) -> Double {
      task.train(Setup(rule: rule, depth: 2), rate: rate).accuracy
    }
    // Over five seeds 90 to 96 and 95 to 98.
    #expect(accuracy(.standardNormal, rate: 0.3) > 80)
    #expect(accuracy(.pyTorch, rate: 1) > 85)
  }

  // MARK: Refusal

  @Test(
    "Refusal: widths, batches, depths and deviations out of range are refused before any work",
    arguments: [
      ["--width", "8"], ["--width", "257"], ["--width", "64.5"], ["--batch", "0"], ["--batch", "129"],
      ["--depth", "0"], ["--depth", "17"], ["--depth", "x"], ["--std", "0"], ["--std", "4"], ["--std", "nan"],
      ["--std", "inf"], ["--std", "0.002"], ["--init", "he"], ["--seed", "-1"],
    ])
  func refuses(arguments: [String]) {
    #expect(throws: (any Error).self) { try Lesson09.parse(arguments) }
  }

  @Test(
    "Refusal: the line says which option, what it must be and what it is",
    arguments: [
      ("--width=8", "--width must be from 16 to 256, but is 8."),
      ("--batch=129", "--batch must be from 1 to 128, but is 129."),
      ("--depth=-1", "--depth must be from 1 to 16, but is -1."),
      ("--std=0", "--std must be from 0.003 to 3, but is 0."),
      ("--std=nan", "--std must be finite and from 0.003 to 3, but is nan."),
    ])
  func message(argument: String, line: String) throws {
    let error = try #require(throws: (any Error).self) { try Lesson09.parse([argument]) }
    #expect(Lesson09.message(for: error) == line)
  }

  @Test("Refusal: what may be asked for is taken, and “small” is not tried twice")
  func takes() throws {
    let lesson = try Lesson09.parse(["--width", "256", "--batch", "1", "--depth", "16", "--std", "0.01"])
    #expect(lesson.width == 256 && lesson.batch == 1 && lesson.depth == 16)
    #expect(lesson.rules.count == 6)
  }
}
