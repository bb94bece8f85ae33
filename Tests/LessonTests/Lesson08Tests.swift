import Datasets
import Descent
import Experiments
import Numerics
import Testing

@testable import Lesson08

@Suite("Lesson 08 · Gradients through depth") struct Lesson08Tests {
  static let digits = Result { try Digits.load() }

  private func runs(_ network: Network, samples: Int = 64, withNorms: Bool = false, seeds: Range<UInt64> = 0..<4)
    async throws -> Runs<Run>
  {
    let digits = try Self.digits.get()
    return await Runs(seeds: Array(seeds)) {
      Run(network, digits: digits, samples: samples, withNorms: withNorms, seed: $0)
    }
  }

  // MARK: By hand

  @Test("By hand: gain g means weights of standard deviation g/√n, so gain 8 is standard normal for 64 inputs")
  func gain() {
    var generator = RandomGenerator(seed: 2)
    let model = Network(.relu, 8, depth: 2).drawn(.float64, using: &generator)
    #expect(model.layers.count == 3)
    for layer in model.layers.dropLast() {
      let weight = layer.weight.tensor
      #expect(weight.shape == [64, 64])
      // 4096 draws: a standard error of 1/√8192 = 0.011.
      #expect(abs(weight.norm / 64 - 1) < 0.05)
      #expect(layer.bias.tensor.norm == 0)
    }
  }

  @Test("By hand: linear layers of gain 1 have the factor 1, of gain 2 twenty layers make 2¹⁹ = 524,288 of it")
  func linearChain() async throws {
    #expect(Recipe(.identity, 1).factors(depth: 3, inputSquare: 0.1) == [1, 1, 1])
    #expect(abs(Double.pow(Recipe(.identity, 2).factor(depth: 20, inputSquare: 0.1), 19) - 524_288) < 1e-6)
    // Doubling the gain doubles each of the 4 passages between 5 layers of one draw, exactly.
    let (one, two) = (try await runs(Network(.identity, 1, depth: 5)), try await runs(Network(.identity, 2, depth: 5)))
    // The loss differs, and with it the gradient at the last layer; its way back is linear, and 128 roundings long.
    #expect(one.all.count == 4 && two.all.count == 4)
    #expect(one.all.indices.allSatisfy { (0.5...2).contains(two.all[$0].gradientLeft / one.all[$0].gradientLeft / 16) })
  }

  @Test(
    "By hand: rows (½, 10) and (0, ½) have λ = ½ twice, norm 10.0249, determinant ¼, and one direction of eigenvectors")
  func shear() {
    let matrix = Tensor(rows: [[0.5, 10], [0, 0.5]], dtype: .float64)
    #expect(matmul(matrix, Tensor(shape: [2, 1], [0.0, 1.0], dtype: .float64)).scalars == [10, 0.5])
    // (10 + √(100 + 4 · ¼))/2 = (10 + 10.0498756)/2
    #expect(abs(matrix.singularValues[0] - 10.024_937_810_560_445) < 1e-12)
    #expect(abs(matrix.singularValues.reduce(1, *) - 0.25) < 1e-13)
    #expect(matrix.eigenvalues.map(\.real) == [0.5, 0.5])
    let rest = matrix + Tensor(rows: [[-0.5, 0], [0, -0.5]], dtype: .float64)
    #expect(rest.singularValues == [10, 0])  // rank 1: A − ½ takes one direction to 0
  }

  // MARK: Theory

  @Test(
    "Theory: small sums meet the slope at 0, and large ones a root mean square slope of 1/√(6√(2π)s) with a sigmoid")
  func slopes() {
    #expect(abs(Activation.tanh.meanSquareSlope(1e-4) - 1) < 1e-7)  // 1 − 2s²
    #expect(abs(Activation.sigmoid.meanSquareSlope(1e-4) - 1.0 / 16) < 1e-8)
    #expect(Activation.relu.meanSquareSlope(3) == 0.5)
    // ∫ σ²(1 − σ)² = ⅙ and ∫ sech⁴ = 4/3, times the density 1/(s√(2π)) at 0, which falls by 1/s² over the bump's width.
    let density = 1 / (100 * (2 * Double.pi).squareRoot())
    #expect(abs(Activation.sigmoid.meanSquareSlope(100) / (density / 6) - 1) < 1e-3)
    #expect(abs(Activation.tanh.meanSquareSlope(100) / (density * 4 / 3) - 1) < 1e-3)
  }

  @Test("Theory: the right gains are 1 for tanh, √2 for ReLU and 10.15 for a sigmoid, near its estimate 6√π = 10.63")
  func rightGains() {
    #expect(Activation.tanh.rightGain == 1 && Activation.relu.rightGain == 2.squareRoot())
    let sigmoid = Activation.sigmoid.rightGain
    #expect(abs(sigmoid - 10.149) < 0.001)
    func factor(_ activation: Activation, _ gain: Double) -> Double {
      Recipe(activation, gain).factor(depth: 20, inputSquare: 0.07)
    }
    #expect(abs(factor(.relu, 2.squareRoot()) - 1) < 1e-14)
    #expect(abs(factor(.relu, 8) - 32.squareRoot()) < 1e-13)  // 8/√2
    #expect(abs(factor(.relu, 1.0 / 3) - 0.2357) < 1e-4 && abs(factor(.sigmoid, 1) - 0.2357) < 1e-3)
    #expect(factor(.sigmoid, 4) < 1)  // a slope of ¼ at most
    #expect((0.93..<1).contains(factor(.tanh, 1)))
    #expect(factor(.sigmoid, 0.95 * sigmoid) < 1 && factor(.sigmoid, 1.05 * sigmoid) > 1)
    // 0.307 √g; the sigmoid's outputs are not all 0 or 1, which at gain 100 is worth 1 %.
    #expect(abs(factor(.sigmoid, 100) / 3.066 - 1) < 0.02)
  }

  @Test(
    "Theory: twenty layers of 64 units have the factor that infinitely wide ones would have",
    arguments: [
      Recipe(.sigmoid, 1), Recipe(.tanh, 0.08), Recipe(.tanh, 1), Recipe(.tanh, 8), Recipe(.relu, 1),
      Recipe(.relu, 2.squareRoot()), Recipe(.identity, 1),
    ])
  func factors(recipe: Recipe) async throws {
    let network = Network(recipe.activation, recipe.gain, depth: 20)
    let measured = try await runs(network)
    // One run's factor scatters by 0.02 of itself (19 layers of 64 units); a mean of four by 0.01, and width 64 adds as much.
    #expect(abs(measured.backward.mean / measured.theory(network) - 1) < 0.04)
  }

  @Test("Theory: through linear layers of gain 1 the norms promise nearly 2 a layer, where the gradient keeps its size")
  func norms() async throws {
    let linear = try await runs(Network(.identity, 1, depth: 20), withNorms: true)
    for run in linear.all {
      #expect(run.norms.count == 19)
      // 2 in the limit, 1.95 at n = 64; the mean of 19 scatters by 0.01.
      #expect(abs(geometricMean(run.norms) - 1.95) < 0.05)
      #expect(run.gradientLeft < run.promised)  // a product of norms is a bound
      #expect((0.1...10).contains(run.gradientLeft))
    }
  }

  @Test(
    "Theory: at the knobs' extremes what is left of a gradient is a positive number",
    arguments: [Recipe(.sigmoid, 0.01), Recipe(.identity, 100), Recipe(.relu, 0.01), Recipe(.tanh, 100)])
  func extremes(recipe: Recipe) async throws {
    let run = try await runs(Network(recipe.activation, recipe.gain, depth: 100), samples: 8, seeds: 0..<1).all[0]
    #expect(run.gradients.count == 100 && run.gradients.allSatisfy { $0 > 0 && $0.isFinite })
    #expect(run.gradientLeft > 0 && run.gradientLeft.isFinite)
  }

  // MARK: Contrast

  @Test(
    "Contrast: sigmoids of gain 1 and ReLUs of gain ⅓ lose the same gradient; only the sigmoids lose the differences")
  func faintOrAlike() async throws {
    let sigmoids = try await runs(Lesson08.faintSigmoids)
    let relus = try await runs(Lesson08.faintRelus)
    // 0.2357⁹ = 2.2 · 10⁻⁶; nine layers of 32 units scatter by √(9 · 5/128) = 0.6 in the logarithm, a mean of four by 0.3.
    #expect((1e-6...5e-6).contains(sigmoids.typical(\.gradientLeft)))
    #expect((5e-7...1e-5).contains(relus.typical(\.gradientLeft)))
    #expect(sigmoids.differencesLeft.maximum < 1e-5)
    #expect(relus.differencesLeft.minimum > 0.3)
    #expect(abs(sigmoids.forward.mean / sigmoids.backward.mean - 1) < 0.05)
  }

  @Test(
    "Contrast: a ReLU network shows the same differences at any gain, for its answers are multiples of each other's")
  func gainsOfRelus() async throws {
    let (faint, he) = (try await runs(Lesson08.faintRelus), try await runs(Lesson08.heRelus))
    #expect(faint.all.count == 4 && he.all.count == 4)
    for index in faint.all.indices {
      // Double precision, ten layers deep.
      #expect(abs(faint.all[index].differencesLeft / he.all[index].differencesLeft - 1) < 1e-12)
    }
  }

  @Test("Contrast: in a ReLU network ⟨W, ∂L/∂W⟩ is the same for all layers, with tanh it is not")
  func weightProducts() async throws {
    func spread(_ activation: Activation) async throws -> Double {
      let products = try await runs(Network(activation, 1, depth: 10), seeds: 0..<2).all.map(\.weightProducts)
      #expect(products.count == 2 && products.allSatisfy { $0.count == 11 })
      return products.map { layers in
        let (least, greatest) = (layers.min() ?? .nan, layers.max() ?? .nan)
        return (greatest - least) / max(abs(least), abs(greatest))
      }.max() ?? .nan
    }
    #expect(try await spread(.relu) < 1e-11)  // sums of 4096 products in double precision, ten layers deep
    #expect(try await spread(.identity) < 1e-11)
    #expect(try await spread(.tanh) > 0.1)
  }

  @Test(
    "Contrast: with vanished gradients ∂L/∂W₂ is far below ∂L/∂h of the last layer; beside the output's it shows with sigmoids only"
  )
  func whereToLook() async throws {
    let (sigmoids, relus) = (
      try await runs(Network(.sigmoid, 1, depth: 40)), try await runs(Network(.relu, 1, depth: 40))
    )
    #expect(sigmoids.firstToLast.maximum < 1e-3 && relus.firstToLast.maximum < 1e-3)
    #expect(sigmoids.typical(\.weightGradientLeft) < 1e-20)
    #expect((0.2...5).contains(relus.typical(\.weightGradientLeft)))
  }

  private func trained(_ network: Network, _ method: Method, _ rate: Double, epochs: Int) throws -> TrainedRun {
    TrainedRun(
      Training(network: network, method: method), at: rate, epochs: epochs, measuringAt: [22 * epochs],
      digits: try Self.digits.get(), seed: 0)
  }

  @Test("Contrast: an epoch of Adam moves the first weights of ten sigmoid layers, one of gradient descent does not")
  func firstWeights() throws {
    // Gradients of 10⁻⁶ of the last layer's times 22 steps of rate 1, beside steps of 0.0003 each.
    #expect(try trained(Lesson08.faintSigmoids, .gradientDescent, 1, epochs: 1).firstWeightsMoved < 1e-5)
    #expect(try trained(Lesson08.faintSigmoids, .adam, 0.0003, epochs: 1).firstWeightsMoved > 5e-3)
  }

  @Test(
    "Contrast: where gradients are equally small Adam trains ReLUs and not sigmoids; sigmoids learn at the right gain")
  func training() throws {
    // At these rates over 16 other seeds: 15 of 16 over 80 %; all under 30 %; gradient descent at gain 10.1 near 90 %.
    #expect(try trained(Lesson08.faintRelus, .adam, 0.001, epochs: 100).accuracy > 60)
    #expect(try trained(Lesson08.faintSigmoids, .adam, 0.001, epochs: 100).accuracy < 40)
    #expect(try trained(Lesson08.boldSigmoids, .gradientDescent, 0.3, epochs: 50).accuracy > 60)
    #expect(try trained(Lesson08.faintRelus, .gradientDescent, 0.3, epochs: 20).accuracy < 25)
  }

  // MARK: Exercises

  @Test("Exercise: gain 1.5 multiplies a gradient by (1.5/√2)⁴⁹ = 17.9 over 49 ReLU layers")
  func aLittleAbove() async throws {
    #expect(abs(Double.pow(1.5 / 2.squareRoot(), 49) - 17.92) < 0.01)
    let left = try await runs(Network(.relu, 1.5, depth: 50), seeds: 0..<6).typical(\.gradientLeft)
    // The logarithm scatters by √(49 · 5/256) = 1 for one seed, by 0.4 for the mean of six.
    #expect((6...60).contains(left))
  }

  @Test("Exercise: four times the right gain makes the factor of a sigmoid 1.95, about √4")
  func fourTimes() async throws {
    let network = Network(.sigmoid, 40, depth: 20)
    let measured = try await runs(network)
    #expect(abs(measured.theory(network) - 1.95) < 0.01)  // 0.3066 √40 = 1.939
    #expect((1.6...2.1).contains(measured.backward.mean))  // few units have a slope: narrow layers fall short
  }

  @Test(
    "Exercise: a hundred ReLU layers of gain 1 leave 2^(−49.5) = 1.3 · 10⁻¹⁵ of a gradient and half of the differences")
  func hundredLayers() async throws {
    let (one, he) = (
      try await runs(Network(.relu, 1, depth: 100)), try await runs(Network(.relu, 2.squareRoot(), depth: 100))
    )
    #expect((5e-17...3e-14).contains(one.typical(\.gradientLeft)))
    #expect(abs(one.differencesLeft.mean / he.differencesLeft.mean - 1) < 1e-9)
    #expect((0.25...0.8).contains(one.differencesLeft.mean))
  }

  // MARK: Refusal

  @Test("Refusal: an activation that is not known is refused with those that are")
  func refuses() throws {
    let error = try #require(throws: (any Error).self) { try Lesson08.parse(["--activation", "maxout"]) }
    #expect(
      Lesson08.message(for: error).hasPrefix("The value 'maxout' is invalid for '--activation <activation>'."))
    #expect(
      try Lesson08.parse(["--activation", "relu", "--gain", "1.1", "--depth", "5"]).own == Network(.relu, 1.1, depth: 5)
    )
  }
}
