import Datasets
import Descent
import Notebook
import Numerics
import Testing

@testable import Lesson10

@Suite("Lesson 10 · Batch normalisation and the bypass") struct Lesson10Tests {
  // MARK: By hand

  @Test("By hand: (10, 20, 30) has mean 20 and variance 200/3, and becomes −√1.5, 0, √1.5")
  func threeNumbers() {
    // 10/√(200/3) = √(100 · 3/200) = √1.5 = 1.2247448.
    let y = normalized([10, 20, 30])
    #expect(y.count == 3)
    #expect(abs(y[0] + 1.5.squareRoot()) < 1e-15 && y[1] == 0 && abs(y[2] - 1.5.squareRoot()) < 1e-15)
    // With ε the divisor is √(200/3 + 10⁻⁵), larger by the factor 1 + ½ · 10⁻⁵ · 3/200 = 1 + 7.5e-8.
    #expect(abs(normalized([10, 20, 30], epsilon: 1e-5)[2] - 1.224_744_780) < 1e-9)  // the digits written here
  }

  @Test(
    "By hand: a batch of two becomes −1 and 1, whatever the values",
    arguments: [[3.0, 5], [-1000, 1e6], [0.1, 0.2], [5, -5]])
  func twoNumbers(pair: [Double]) {
    let y = normalized(pair)
    let sign: Double = pair[0] < pair[1] ? -1 : 1
    #expect(abs(y[0] - sign) < 1e-14 && abs(y[1] + sign) < 1e-14)  // a few roundings of numbers near 1
    // A gap of 2 has variance 1: with ε the divisor is √1.00001, and 1 becomes 0.999995.
    #expect(abs(normalized([3, 5], epsilon: 1e-5)[1] - 0.999_995) < 1e-10)
  }

  @Test("By hand: rows (1, 0), (0, 2), (3, 3) have cosines 0, 1/√2 and 1/√2, 0.4714 in the mean")
  func meanOfCosines() {
    let rows = Tensor(rows: [[1, 0], [0, 2], [3, 3]], dtype: .float64)
    #expect(abs(meanCosine(rows) - 2.0.squareRoot() / 3) < 1e-15)
  }

  @Test("By hand: ReLU with He's weights leaves a cosine of 1 at 1, 0 at 1/π and −1 at 0")
  func arcCosine() {
    #expect(Theory.cosineAfterReLU(1) == 1)  // θ = 0: (0 + π · 1)/π
    #expect(abs(Theory.cosineAfterReLU(0) - 1 / .pi) < 1e-16)  // θ = π/2: (1 + 0)/π
    #expect(abs(Theory.cosineAfterReLU(-1)) < 1e-16)  // θ = π: (0 + 0)/π
  }

  @Test("By hand: over three layers with both the squared gradient grows by (1 + c)(1 + c/2), c = π/(π − 1)")
  func growthByHand() {
    // c = 3.14159/2.14159 = 1.466942; 2.466942 · 1.733471 = 4.276372, whose root is 2.067939.
    #expect(abs(Theory.growthWithBoth(toLayer: 1, depth: 3) - 2.067_939) < 1e-6)  // the digits written here
    #expect(Theory.growthWithBoth(toLayer: 3, depth: 3) == 1)
    #expect(abs(Theory.normalizedFactor - 1.211_173_9) < 1e-7)
  }

  @Test(
    "By hand: a bypass with weights of variance s/n lets a foreign gradient grow by √(1 + s/2), one in line by more")
  func bypassByHand() {
    let (he, uniform) = (Theory.bypassFactors(variance: 2), Theory.bypassFactors(variance: 1.0 / 3))
    #expect(abs(he.lowerBound - 2.0.squareRoot()) < 1e-15)
    #expect(abs(uniform.lowerBound - (7.0 / 6).squareRoot()) < 1e-15)
    // At rest c = (c + a)/r with r² = 1 + s/2 + 2ac: put in what came out. a = √(s/2π).
    for (s, factors) in [(2.0, he), (1.0 / 3, uniform)] {
      let (a, r) = ((s / (2 * .pi)).squareRoot(), factors.upperBound)
      let c = a / (r - 1)
      #expect(abs(r * r - (1 + s / 2 + 2 * a * c)) < 1e-12)  // 200 turns of an iteration that at least halves the error
    }
    #expect(abs(he.upperBound - 1.704) < 5e-4 && abs(uniform.upperBound - 1.257) < 5e-4)
  }

  // MARK: Theory

  @Test("Theory: normalised, the loss stays and the gradient goes as 1/scale; plain, neither")
  func scales() throws {
    let digits = try Digits.load()
    let factors = [0.1, 1, 10, 100]
    let normalised = scaleWeights(by: factors, in: .normalized, digits: digits, seed: 0)
    let plain = scaleWeights(by: factors, in: .plain, digits: digits, seed: 0)
    for (scaled, factor) in zip(normalised, factors) {
      // At a tenth ε = 10⁻⁵ is some 10⁻³ of the variance; the gradient errs by as much.
      #expect(abs(scaled.loss / normalised[1].loss - 1) < 1e-3)
      #expect(abs(scaled.gradientNorm * factor / normalised[1].gradientNorm - 1) < 5e-3)
      #expect(abs(scaled.alignment) < 1e-3)
      #expect(scaled.biasGradientNorm < 1e-12 * scaled.gradientNorm)  // roundings only
    }
    #expect(abs(plain[3].loss / plain[1].loss - 1) > 1)
    #expect(plain[3].gradientNorm > plain[1].gradientNorm / 2)
    #expect(plain[1].biasGradientNorm > 0.01)
  }

  @Test(
    "Theory: through normalised layers the gradient grows by √(π/(π − 1)) = 1.2112, whatever the weights",
    arguments: [Weights.he, .pyTorch])
  func normalizedGrowth(weights: Weights) throws {
    let digits = try Digits.load()
    let runs = [0, 1].map { seed in
      propagation(through: .normalized, depth: 30, weights: weights, digits: digits, seed: seed)
    }
    for run in runs {
      #expect(run.gradientNorms.count == 30 && run.likeness.count == 30 && run.growth[0] == 1)
      // With 64 units chance moves it: over seeds 0 … 19 the factor lay from 1.196 to 1.231.
      #expect(abs(run.factor / Theory.normalizedFactor - 1) < 0.025)
      // 1 − 1/π = 0.682 for wide layers; with 64 units it was 0.634 to 0.675.
      #expect(abs(run.difference[29] - (1 - Theory.normalizedCosine)) < 0.08)
    }
  }

  @Test("Theory: a plain network with He's weights keeps its gradient; its digits grow alike as the cosine map says")
  func plainSignals() throws {
    let digits = try Digits.load()
    let run = propagation(through: .plain, depth: 12, width: 256, weights: .he, digits: digits, seed: 0)
    #expect(abs(run.factor - 1) < 0.05)
    var cosine = run.likeness[0]
    for layer in 1..<12 {
      cosine = Theory.cosineAfterReLU(cosine)
      // With 256 units the ratio wandered from 0.68 to 1.26 over ten seeds.
      #expect(abs(run.difference[layer] / (1 - cosine) - 1) < 0.5, "layer \(layer + 1)")
    }
    #expect(run.difference[11] < run.difference[0] / 4)
  }

  @Test("Theory: with both, the gradient grows as √Π (1 + c/k) says, and the cosine is k/(k + π − 1)")
  func bothSignals() throws {
    let run = propagation(
      through: .both, depth: 20, width: 256, weights: .he, digits: try Digits.load(), seed: 0)
    for layer in [1, 5, 10, 15] {
      let ratio = run.growth[20 - layer] / Theory.growthWithBoth(toLayer: layer, depth: 20)
      // A branch of 256 units knows a little of what came before: 0.77 to 1.02 over ten seeds.
      #expect((0.65...1.2).contains(ratio), "layer \(layer): \(ratio)")
    }
    // Theory: ln 1.63 of ln 7.9, a quarter, in the half of the layers near the last; an exponential would do half there.
    #expect(Double.log(run.growth[10]) < 0.35 * .log(run.growth[19]))
    for layer in [2, 5, 10, 20] {
      let ratio = run.difference[layer - 1] / (1 - Theory.cosineWithBoth(layer: layer))
      #expect((0.9...1.05).contains(ratio), "layer \(layer): \(ratio)")  // 0.96 to 0.99 over ten seeds
    }
  }

  @Test("Theory: a bypass alone makes the gradient grow within its bounds, a scaled one from 0 not at all")
  func bypassSignals() throws {
    let digits = try Digits.load()
    for (weights, variance) in [(Weights.he, 2.0), (.pyTorch, 1.0 / 3)] {
      let run = propagation(through: .bypass, depth: 30, weights: weights, digits: digits, seed: 0)
      #expect(Theory.bypassFactors(variance: variance).contains(run.factor), "\(weights)")
    }
    let scaled = propagation(through: .scaledBypass, depth: 30, weights: .he, digits: digits, seed: 0)
    #expect(scaled.growth.allSatisfy { $0 == 1 })  // the identity, to the bit
    #expect(scaled.likeness.allSatisfy { $0 == scaled.likeness[0] })
  }

  // MARK: Contrast

  @Test("Contrast: an extreme sample counts less in a large batch, and less still where a small one is normalised")
  func extremeSample() throws {
    let digits = try Digits.load()
    func change(_ design: Design, _ size: Int) -> Double {
      Summary(of: (0..<5).map { changeByExtremeSample(design, batchSize: size, digits: digits, seed: $0) }).median
    }
    // Over thirty seeds medians of five were 40 … 60 and 0.7 … 1.2, normalised 2.4 … 4 and 0.9 … 1.2.
    let (small, large) = (change(.plain, 8), change(.plain, 1024))
    #expect(small > 20 && large < 2 && small > 20 * large)
    #expect(change(.normalized, 8) < small / 3)
    #expect(change(.normalized, 1024) > 0.6 * large)
  }

  @Test("Contrast: thirty layers learn with both or with a scaled bypass, and with neither of the two alone")
  func thirtyLayers() throws {
    let digits = try Digits.load()
    func accuracy(_ design: Design, _ rate: Double) -> Double {
      Setup(design: design, depth: 30, epochs: 3).run(at: rate, digits: digits, seed: 0).accuracy
    }
    // Over seeds 0 … 9 the first two lay above 0.86, the others below 0.41.
    #expect(accuracy(.both, 0.03) > 0.75)
    #expect(accuracy(.scaledBypass, 0.3) > 0.75)
    #expect(accuracy(.plain, 0.03) < 0.5)
    #expect(accuracy(.normalized, 0.1) < 0.5)
    #expect(accuracy(.bypass, 0.003) < 0.5)
  }

  @Test("Contrast: a run that breaks stops at once and says so")
  func brokenRun() throws {
    let run = Setup(design: .bypass, depth: 40, weights: .he).run(at: 1, digits: try Digits.load(), seed: 0)
    #expect(run.isBroken && run.finalLoss == .infinity)
    #expect(run.plannedSteps == 4 * 22 && run.losses.count < 10)
  }

  @Test("Contrast: a pilot picks the rate that trains best, and all seeds run at it")
  func pilot() async throws {
    let setup = Setup(design: .plain, depth: 2, epochs: 1)
    let study = await TrainingStudy(
      [setup], rates: [1e-4, 0.2, 1e4], digits: try Digits.load(), seeds: [0, 1, 2], pilotSeeds: [9])
    #expect(study.rate(setup) == 0.2)
    #expect(study.runs(setup).count == 3 && study.brokenRuns(setup) == 0)
    #expect(study.accuracy(setup).minimum > 40)
    #expect(study.medianLosses(setup).count == 22)
  }

  @Test("Contrast: with batches of two a normalised network reads half of what a plain one reads")
  func batchOfTwo() throws {
    let digits = try Digits.load()
    func run(_ design: Design) -> DeepRun {
      Setup(design: design, depth: 2, weights: .he, batchSize: 2, epochs: 1).run(at: 0.03, digits: digits, seed: 0)
    }
    let (plain, normalised) = (run(.plain), run(.normalized))
    // Over seeds 0 … 9 0.91 to 0.95 and 0.24 to 0.50.
    #expect(plain.accuracy > 0.85 && plain.accuracyTogether == plain.accuracy)
    #expect(normalised.accuracy < 0.65)
    // Other statistics at test call some digits otherwise, and do not save what training has lost.
    #expect(normalised.accuracyTogether != normalised.accuracy && normalised.accuracyTogether < 0.75)
  }

  // MARK: Exercises

  @Test("Exercise: a scaled bypass that starts at 1 is a plain bypass, whose gradient grows over forty layers by 10³")
  func fullScale() throws {
    let digits = try Digits.load()
    let scaled = propagation(
      through: .scaledBypass, depth: 40, weights: .pyTorch, alpha: 1, digits: digits, seed: 0)
    let bypass = propagation(through: .bypass, depth: 40, weights: .pyTorch, digits: digits, seed: 0)
    #expect(scaled.gradientNorms == bypass.gradientNorms)  // 1 · x is x
    #expect(scaled.growth[39] > 300)
  }

  @Test("Exercise: with He's weights a bypass of forty layers breaks at every rate")
  func brokenByHe() throws {
    let digits = try Digits.load()
    let setup = Setup(design: .bypass, depth: 40, weights: .he)
    for rate in [0.0003, 0.01, 0.1, 1] { #expect(setup.run(at: rate, digits: digits, seed: 0).isBroken) }
  }

  @Test(
    "Exercise: over a hundred normalised layers the gradient grows by 10⁸, and after 464 it would not fit into 32 bits")
  func hundredLayers() throws {
    let run = propagation(
      through: .normalized, depth: 100, weights: .he, digits: try Digits.load(), seed: 0)
    // 1.2112⁹⁹ = 1.7e8; an error of half a percent a layer is a factor of 1.6. Over ten seeds it was 7e7 to 3e8.
    #expect((5e7...5e8).contains(run.growth[99]))
    let largest = Double(Float.greatestFiniteMagnitude)
    func grown(_ layers: Int) -> Double { (0..<layers).reduce(1) { product, _ in product * Theory.normalizedFactor } }
    #expect(grown(463) < largest && grown(464) > largest)
  }

  // MARK: Refusal

  @Test(
    "Refusal: knobs out of range are refused before any work",
    arguments: [
      ["--depth", "5"], ["--depth", "101"], ["--depth", "2.5"], ["--depth", "-3"], ["--alpha", "-0.1"],
      ["--alpha", "2.1"], ["--alpha", "nan"], ["--alpha", "inf"], ["--epochs", "0"], ["--epochs", "17"],
      ["--weights", "zero"], ["--width", "3"],
    ])
  func refuses(arguments: [String]) {
    #expect(throws: (any Error).self) { try Lesson10.parse(arguments) }
  }

  @Test(
    "Refusal: the line says which option, what it must be and what it is",
    arguments: [
      ("--depth=5", "--depth must be from 6 to 100, but is 5."),
      ("--alpha=nan", "--alpha must be finite and from 0 to 2, but is nan."),
      ("--epochs=17", "--epochs must be from 1 to 16, but is 17."),
    ])
  func message(argument: String, line: String) throws {
    let error = try #require(throws: (any Error).self) { try Lesson10.parse([argument]) }
    #expect(Lesson10.message(for: error) == line)
  }

  @Test("Refusal: what may be asked for is taken")
  func takes() throws {
    let lesson = try Lesson10.parse(["--depth", "100", "--alpha", "1", "--weights", "he", "--epochs", "16"])
    #expect(lesson.depth == 100 && lesson.alpha == 1 && lesson.weights == .he && lesson.epochs == 16)
  }
}
