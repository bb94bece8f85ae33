import Datasets
import Descent
import Experiments
import Numerics
import Testing

@testable import Lesson10

@Suite("Lesson 10 · Batch normalisation and the bypass") struct Lesson10Tests {
  // MARK: By hand

  @Test("By hand: (10, 20, 30) has mean 20 and variance 200/3, and becomes −√1.5, 0, √1.5")
  func threeNumbers() {
    // 10/√(200/3) = √(100 · 3/200) = √1.5 = 1.2247448.
    let y = normalized([10, 20, 30], epsilon: 0)
    #expect(y.count == 3)
    #expect(abs(y[0] + 1.5.squareRoot()) < 1e-15 && y[1] == 0 && abs(y[2] - 1.5.squareRoot()) < 1e-15)
    // With ε the divisor is √(200/3 + 10⁻⁵), larger by the factor 1 + ½ · 10⁻⁵ · 3/200 = 1 + 7.5e-8.
    #expect(abs(normalized([10, 20, 30])[2] - 1.224_744_780) < 1e-9)  // the digits written here
    #expect(normalized([7, 7]) == [0, 0])
  }

  @Test(
    "By hand: two different numbers become −1 and 1, whatever they are",
    arguments: [[3.0, 5], [-1000, 1e6], [0.1, 0.2], [5, -5]])
  func twoNumbers(pair: [Double]) {
    let y = normalized(pair, epsilon: 0)
    let sign: Double = pair[0] < pair[1] ? -1 : 1
    #expect(abs(y[0] - sign) < 1e-14 && abs(y[1] + sign) < 1e-14)  // a few roundings of numbers near 1
    // A gap of 2 has variance 1: with ε the divisor is √1.00001, and 1 becomes 0.999995.
    #expect(abs(normalized([3, 5])[1] - 0.999_995) < 1e-10)
  }

  @Test("By hand: rows (1, 0), (0, 2), (3, 3) have cosines 0, 1/√2 and 1/√2, on average 0.4714")
  func meanOfCosines() {
    let rows = Tensor(rows: [[1, 0], [0, 2], [3, 3]], dtype: .float64)
    #expect(abs(meanCosine(rows) - 2.0.squareRoot() / 3) < 1e-15)
  }

  @Test("By hand: ReLU with He's weights leaves a cosine of 1 at 1, 0 at 1/π and −1 at 0")
  func arcCosine() {
    #expect(cosineAfterReLU(1) == 1)  // θ = 0: (0 + π · 1)/π
    #expect(abs(cosineAfterReLU(0) - 1 / .pi) < 1e-16)  // θ = π/2: (1 + 0)/π
    #expect(abs(cosineAfterReLU(-1)) < 1e-16)  // θ = π: (0 + 0)/π
  }

  @Test("By hand: over three layers with both the squared gradient grows by (1 + c)(1 + c/2), c = π/(π − 1)")
  func growthByHand() {
    // c = 3.14159/2.14159 = 1.466942; 2.466942 · 1.733471 = 4.276372, whose root is 2.067939.
    #expect(abs(growthWithBoth(toLayer: 1, depth: 3) - 2.067_939) < 1e-6)  // the digits written here
    #expect(growthWithBoth(toLayer: 3, depth: 3) == 1)
    #expect(abs(normalizedFactor - 1.211_173_9) < 1e-7)
  }

  @Test(
    "By hand: a bypass with weights of variance s/n lets an independent gradient grow by √(1 + s/2), one in line more")
  func bypassByHand() {
    let (he, uniform) = (bypassFactors(variance: 2), bypassFactors(variance: 1.0 / 3))
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

  @Test("By hand: a network of 3 layers of 32 has 64·32 + 2·32² + 32·10 weights, and what its design adds")
  func sizes() {
    var generator = RandomGenerator(seed: 0)
    let weights = 64 * 32 + 2 * 32 * 32 + 32 * 10 + 3 * 32 + 10  // biases last
    // Normalised: a scale and a shift for each of 3 · 32 units; scaled: one α for each of two blocks.
    for (design, more) in [(Design.plain, 0), (.normalized, 192), (.bypass, 0), (.both, 192), (.scaledBypass, 2)] {
      let network = deepNetwork(design, depth: 3, using: &generator) { _ in .heNormal }
      #expect(network.parameters.map(\.tensor.count).reduce(0, +) == weights + more, "\(design)")
    }
  }

  // MARK: Theory

  @Test("Theory: normalised, L(cW) = L(W), and the gradient by W goes as 1/c, at right angles to W; plain, neither")
  func scales() throws {
    let task = DigitsTask(try Digits.load(), seed: 0, centred: true)
    let batch = task.training[0..<256]
    func passes(_ design: Design) throws -> [(loss: Double, norm: Double, alignment: Double, bias: Double)] {
      var generator = task.generator
      let network = deepNetwork(design, depth: 3, dtype: .float64, using: &generator) { _ in .heNormal }
      let weight = try #require(network.parameters.first { $0.name == "2.dense.weight" })
      let original = weight.tensor
      return try [0.1, 1, 10, 100].map { factor in
        weight.assign(original * factor)
        let (loss, gradients) = valueAndGradients(of: network) {
          softmaxCrossEntropy(network(batch.pixels.cast(to: .float64), in: .training), labels: batch.labels)
        }
        let gradient = try #require(gradients[weight.name])
        return (
          loss, gradient.norm * factor,
          (weight.tensor * gradient).sum().item / (weight.tensor.norm * gradient.norm),
          try #require(gradients["2.dense.bias"]).norm / gradient.norm
        )
      }
    }
    let (normalised, plain) = (try passes(.normalized), try passes(.plain))
    for scaled in normalised {
      // At a tenth ε = 10⁻⁵ is some 10⁻³ of the variance; the gradient errs by as much.
      #expect(abs(scaled.loss / normalised[1].loss - 1) < 1e-3)
      #expect(abs(scaled.norm / normalised[1].norm - 1) < 5e-3)
      #expect(abs(scaled.alignment) < 1e-3)
      #expect(scaled.bias < 1e-12)  // roundings only: the mean takes the bias off
    }
    #expect(abs(plain[3].loss / plain[1].loss - 1) > 1)
    #expect(plain[3].norm > 50 * plain[1].norm)  // times the factor 100
    #expect(plain[1].bias > 0.001)
  }

  @Test(
    "Theory: through normalised layers the gradient grows by √(π/(π − 1)) = 1.2112, whatever the weights",
    arguments: [0.125, 1, 8])
  func normalizedGrowth(size: Double) throws {
    let digits = try Digits.load()
    for seed in [0, 1] as [UInt64] {
      let start = Start(design: .normalized, size: size)
      let run = passage(
        through: .normalized, depth: 30, digits: digits, seed: seed, weights: start.initialization)
      #expect(run.gradientNorms.count == 30 && run.likeness.count == 30 && run.growth[0] == 1)
      // With 64 units chance moves it: over seeds 0 … 19 the factor lay from 1.196 to 1.231.
      #expect(abs(run.factor / normalizedFactor - 1) < 0.025)
      // 1 − 1/π = 0.682 for wide layers; with 64 units it was 0.634 to 0.675.
      #expect(abs(run.difference[29] - (1 - normalizedCosine)) < 0.08)
    }
  }

  @Test("Theory: a plain network with He's weights keeps its gradient; its digits become alike as the cosine map says")
  func plainSignals() throws {
    let run = passage(through: .plain, depth: 12, width: 256, digits: try Digits.load(), seed: 0) { _ in .heNormal }
    #expect(abs(run.factor - 1) < 0.05)
    var cosine = run.likeness[0]
    for layer in 1..<12 {
      cosine = cosineAfterReLU(cosine)
      // With 256 units the ratio wandered from 0.68 to 1.26 over ten seeds.
      #expect(abs(run.difference[layer] / (1 - cosine) - 1) < 0.5, "layer \(layer + 1)")
    }
    #expect(run.difference[11] < run.difference[0] / 4)
  }

  @Test("Theory: with both, the gradient grows as √Π (1 + c/k) says, and the cosine is k/(k + π − 1)")
  func bothSignals() throws {
    let run = passage(through: .both, depth: 20, width: 256, digits: try Digits.load(), seed: 0) { _ in .heNormal }
    for layer in [1, 5, 10, 15] {
      let ratio = run.growth[20 - layer] / growthWithBoth(toLayer: layer, depth: 20)
      // A branch of 256 units knows a little of what came before: 0.77 to 1.02 over ten seeds.
      #expect((0.65...1.2).contains(ratio), "layer \(layer): \(ratio)")
    }
    // Theory: ln 1.63 of ln 7.9, a quarter, in the half of the layers near the last; an exponential would do half there.
    #expect(Double.log(run.growth[10]) < 0.35 * .log(run.growth[19]))
    for layer in [2, 5, 10, 20] {
      let ratio = run.difference[layer - 1] / (1 - cosineWithBoth(layer: layer))
      #expect((0.9...1.05).contains(ratio), "layer \(layer): \(ratio)")  // 0.96 to 0.99 over ten seeds
    }
  }

  @Test("Theory: a bypass alone makes the gradient grow within its bounds, a scaled one from 0 not at all")
  func bypassSignals() throws {
    let digits = try Digits.load()
    for (weights, variance) in [(Weights.he, 2.0), (.pyTorch, 1.0 / 3)] {
      let run = passage(through: .bypass, depth: 30, digits: digits, seed: 0) {
        weights.initialization(of: .bypass, inputs: $0)
      }
      #expect(bypassFactors(variance: variance).contains(run.factor), "\(weights)")
    }
    let scaled = passage(through: .scaledBypass, depth: 30, digits: digits, seed: 0) { _ in .heNormal }
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

  @Test(
    "Contrast: thirty layers learn with both or with a scaled bypass in 66 steps, and with neither of the two alone")
  func thirtyLayers() throws {
    let digits = try Digits.load()
    func accuracy(_ design: Design, _ rate: Double) -> Double {
      trained(Arm(design: design, depth: 30, epochs: 3), at: rate, digits, seed: 0).accuracy
    }
    // Over seeds 0 … 9 the first two lay above 86, the others below 41.
    #expect(accuracy(.both, 0.03) > 75)
    #expect(accuracy(.scaledBypass, 0.3) > 75)
    #expect(accuracy(.plain, 0.03) < 50)
    #expect(accuracy(.normalized, 0.1) < 50)
    #expect(accuracy(.bypass, 0.003) < 50)
  }

  @Test("Contrast: twelve plain layers that read a third of the digits after 44 steps read most of them after 440")
  func notYet() throws {
    let arm = Arm(design: .plain, depth: 12, epochs: 20)
    let run = trained(arm, at: 0.03, try Digits.load(), measuringAt: [44, 440], seed: 0)
    #expect(run.accuracies.count == 2)
    #expect(run.accuracies[0] < 60 && run.accuracies[1] > 80)
    #expect(run.accuracies[1] == run.accuracy)  // 20 epochs of 22 steps
  }

  @Test("Contrast: a run that breaks says so, and calls each digit a 0")
  func brokenRun() throws {
    let run = trained(
      Arm(design: .bypass, depth: 40, weights: .he), at: 1, try Digits.load(), measuringAt: [1, 88], seed: 0)
    #expect(run.isBroken && run.finalLoss == .infinity)
    #expect(run.accuracies.count == 2 && run.accuracy < 20)
  }

  @Test("Contrast: with batches of two a normalised network of two layers reads half of what a plain one reads")
  func batchOfTwo() throws {
    let digits = try Digits.load()
    func accuracy(_ design: Design) -> Double {
      let arm = Arm(design: design, depth: 2, weights: .he, batchSize: 2, epochs: 1)
      return trained(arm, at: 0.03, digits, seed: 0).accuracy
    }
    // Over seeds 0 … 9 91 to 95 and 24 to 50.
    #expect(accuracy(.plain) > 85 && accuracy(.normalized) < 65)
  }

  // MARK: Exercises

  @Test("Exercise: a scaled bypass that starts at 1 is a plain bypass, whose gradient grows over forty layers by 10³")
  func fullScale() throws {
    let digits = try Digits.load()
    func run(_ design: Design) -> Passage {
      passage(through: design, depth: 40, alpha: 1, digits: digits, seed: 0) {
        Weights.pyTorch.initialization(of: design, inputs: $0)
      }
    }
    #expect(run(.scaledBypass).gradientNorms == run(.bypass).gradientNorms)  // 1 · x is x
    #expect(run(.bypass).totalGrowth > 300)
  }

  @Test(
    "Exercise: with He's weights a bypass of forty layers breaks at every rate, least and greatest, and both learns")
  func brokenByHe() throws {
    let digits = try Digits.load()
    let arm = Arm(design: .bypass, depth: 40, weights: .he)
    for rate in [0.0003, 0.01, 0.1, 1] { #expect(trained(arm, at: rate, digits, seed: 0).isBroken) }
    let both = Arm(design: .both, depth: 40, weights: .he)
    #expect(trained(both, at: 0.03, digits, seed: 0).accuracy > 70)  // over seeds 0 … 9 80 to 91
  }

  @Test(
    "Exercise: over a hundred normalised layers the gradient grows by 10⁸, and after 464 it would not fit into 32 bits")
  func hundredLayers() throws {
    let run = passage(through: .normalized, depth: 100, digits: try Digits.load(), seed: 0) { _ in .heNormal }
    // 1.2112⁹⁹ = 1.7e8; an error of half a percent a layer is a factor of 1.6. Over ten seeds it was 7e7 to 3e8.
    #expect((5e7...5e8).contains(run.totalGrowth))
    let largest = Double(Float.greatestFiniteMagnitude)
    #expect(Double.pow(normalizedFactor, 463) < largest && Double.pow(normalizedFactor, 464) > largest)
  }

  // MARK: Refusal

  @Test("Refusal: unknown weights are refused, with those that there are")
  func refuses() throws {
    let error = try #require(throws: (any Error).self) { try Lesson10.parse(["--weights", "zero"]) }
    #expect(Lesson10.message(for: error).contains("'zero'"))
    #expect(Lesson10.message(for: error).contains("pytorch"))
  }
}
