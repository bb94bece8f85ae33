import Datasets
import Descent
import Numerics
import Testing

@testable import Lesson08

@Suite("Lesson 08 · Gradients through depth") struct Lesson08Tests {
  // MARK: By hand

  @Test("By hand: A = [[½, 10], [0, ½]] has λ = ½ and stretches (0, 1) to (10, ½), of length √100.25 = 10.0125")
  func shear() {
    let image = matmul(Shear().matrix, Tensor(shape: [2, 1], [0.0, 1.0], dtype: .float64))
    #expect(image.scalars == [10, 0.5])
    #expect(abs(image.norm - 10.012_492_197_250_394) < 1e-14)  // a root of 100.25
    #expect(Shear().matrix.spectralRadius == 0.5)
    #expect(abs(Shear().matrix.volumeFactor - 0.25) < 1e-13)  // (10.02…)(0.02494…), where det A = ½·½
  }

  @Test("By hand: A² = [[¼, 10], [0, ¼]], and Aᵏ is A multiplied by itself k times", arguments: [0, 1, 2, 3, 7])
  func powers(k: Int) {
    #expect(Shear().power(2) == Tensor(rows: [[0.25, 10], [0, 0.25]], dtype: .float64))
    var product = Tensor(rows: [[1, 0], [0, 1]], dtype: .float64)
    for _ in 0..<k { product = matmul(product, Shear().matrix) }
    #expect(Shear().power(k) == product)  // powers of two and small whole multiples of them: exact
  }

  @Test("By hand: tanh at z = (0, 1), W = [[1, 2], [3, 4]]: row i of the derivative is 1 − tanh² zᵢ times row i of W")
  func jacobianOfALayer() {
    // h = (1, −½): z = (1 − 1, 3 − 2) = (0, 1); slopes 1 and 1 − 0.761594² = 0.419974.
    let layer = Dense(
      "layer", weight: Tensor(rows: [[1, 2], [3, 4]], dtype: .float64), bias: .zeros([2], dtype: .float64),
      activation: .tanh)
    let exact = jacobian(of: layer, at: [1, -0.5])
    let slope = 0.419_974_341_614_026
    #expect(exact.shape == [2, 2])
    for (entry, expected) in zip(exact.scalars, [1, 2, 3 * slope, 4 * slope]) { #expect(abs(entry - expected) < 1e-14) }
  }

  @Test("By hand: a linear network halves a gradient at weights of ½, and two layers more quarter it")
  func linearChain() throws {
    // h₁ = ½x, h₂ = ½h₁, h₃ = ½h₂: ∂L/∂h₁ = ¼ ∂L/∂h₃, whatever the output layer and the loss.
    let half = Tensor(rows: (0..<64).map { row in (0..<64).map { row == $0 ? 0.5 : 0 } }, dtype: .float64)
    var generator = RandomGenerator(seed: 1)
    let network = deepNetwork(Recipe(.identity, 1), depth: 3, width: 64, dtype: .float64, using: &generator)
    for layer in network.layers.dropLast() { layer.weight.assign(half) }
    let profile = LayerProfile(network, on: try Digits.load()[0..<5])
    #expect(profile.depth == 3)
    #expect(abs(profile.ratio - 0.25) < 1e-15)
    #expect(abs(profile.backward - 0.5) < 1e-15 && abs(profile.forward - 0.5) < 1e-14)
  }

  @Test("By hand: gain g means weights of standard deviation g/√n, so gain 8 is standard normal for 64 inputs")
  func gain() {
    var generator = RandomGenerator(seed: 2)
    let network = deepNetwork(Recipe(.relu, 8), depth: 2, width: 64, dtype: .float64, using: &generator)
    #expect(network.layers.count == 3)
    for layer in network.layers.dropLast() {
      let weight = layer.weight.tensor
      // 4096 draws: a standard error of 1/√8192 = 0.011.
      #expect(abs(weight.norm / Double(weight.count).squareRoot() - 1) < 0.05)
      #expect(layer.bias.tensor.norm == 0)
    }
  }

  // MARK: Theory

  @Test("Theory: the closed form of ‖Aᵏ‖ is the largest singular value", arguments: 0...16)
  func normOfPowers(k: Int) {
    #expect(abs(Shear().norm(ofPower: k) / Shear().power(k).spectralNorm - 1) < 1e-14)  // two short formulas
  }

  @Test("Theory: small sums meet the slope at 0, and large ones a slope of root mean square √(4/3)/(2πq)^¼ with tanh")
  func slopes() {
    #expect(abs(Activation.tanh.meanSquareSlope(deviation: 1e-4) - 1) < 1e-7)  // 1 − 2σ²
    #expect(abs(Activation.sigmoid.meanSquareSlope(deviation: 1e-4) - 1.0 / 16) < 1e-8)
    #expect(Activation.relu.meanSquareSlope(deviation: 3) == 0.5)
    // ∫ sech⁴ = 4/3, times the density 1/√(2πq) at 0, which falls by q⁻¹ of its share over the width of the bump.
    let large = Activation.tanh.meanSquareSlope(deviation: 100)
    #expect(abs(large / (4.0 / 3 / (2 * .pi * 1e4).squareRoot()) - 1) < 1e-3)
  }

  @Test("Theory: ReLU keeps a gradient at gain √2, a linear layer at gain 1; any sigmoid below gain 4 loses some")
  func criticalGains() {
    func factor(_ activation: Activation, _ gain: Double) -> Double {
      WideNetwork(recipe: Recipe(activation, gain), inputSquare: 0.1).factor(depth: 20)
    }
    #expect(abs(factor(.relu, 2.squareRoot()) - 1) < 1e-14)
    #expect(abs(factor(.identity, 1) - 1) < 1e-14)
    #expect(abs(factor(.relu, 8) - 32.squareRoot()) < 1e-13)  // 8/√2
    #expect(factor(.sigmoid, 4) < 1)  // a slope of ¼ at most
    #expect(factor(.tanh, 1) < 1)
  }

  @Test(
    "Theory: twenty layers of 64 units have the factor that an infinitely wide network would have",
    arguments: [
      Recipe(.sigmoid, 1), Recipe(.tanh, 0.08), Recipe(.tanh, 1), Recipe(.tanh, 8), Recipe(.relu, 1),
      Recipe(.relu, 2.squareRoot()), Recipe(.identity, 1),
    ])
  func factors(recipe: Recipe) async throws {
    let study = await ProfileStudy(recipe, depth: 20, digits: try Digits.load(), samples: 64, seeds: [0, 1, 2, 3])
    #expect(study.profiles.count == 4 && study.depth == 20)
    // One run's factor scatters by 0.02 of itself (19 layers of 64 units); a mean of four by 0.01, and width 64 adds as much.
    #expect(abs(study.backward.mean / study.theory.factor(depth: 20) - 1) < 0.04)
    let (measured, expected) = (study.gradientNorms, study.expectedGradientNorms)
    #expect(measured.count == 20 && expected.count == 20)
    #expect(measured[19] == expected[19])
    // Over 19 layers 0.04 a layer is a factor of 2.
    #expect(zip(measured, expected).allSatisfy { (0.5...2).contains($0 / $1) })
  }

  @Test("Theory: a vector grows by g e^(−1/(2n)) in a Gaussian matrix", arguments: [0.5, 1, 1.1])
  func freshMatrices(gain: Double) async {
    let study = await PassageStudy(gain: gain, size: 32, layers: 40, seeds: Array(0..<8))
    #expect(study.passages.allSatisfy { $0.vector.count == 41 && $0.product.count == 41 && $0.bound.count == 41 })
    // The logarithm of one growth scatters by 1/√(2n) = 0.125; of 320 the mean by 0.007.
    #expect(abs(study.perLayer(\.vector) / study.theory - 1) < 0.025)
    // 2000 growths of size 8 by 0.25/√2000 = 0.006; theory, 0.9394 g, is to order 1/n and 0.003 above the exact mean.
    let narrow = await PassageStudy(gain: gain, size: 8, layers: 50, seeds: Array(0..<40))
    #expect(abs(narrow.perLayer(\.vector) / narrow.theory - 1) < 0.025)
    #expect(narrow.perLayer(\.vector) < 0.975 * gain)  // without e^(−1/(2n)) it would be the gain
    // What a vector grows by is at most the norm of the product, and that at most the product of the norms.
    for passage in study.passages {
      #expect((0...40).allSatisfy { passage.vector[$0] <= passage.product[$0] + 1e-9 })
      #expect((0...40).allSatisfy { passage.product[$0] <= passage.bound[$0] + 1e-9 })
    }
  }

  @Test("Theory: Gaussian matrices of variance 1/n have a spectral radius near 1 and a norm near 2")
  func spectra() async {
    let study = await SpectrumStudy(size: 100, seeds: [0, 1, 2, 3])
    // Both approach their limits slowly: within 0.15 at n = 100.
    #expect(study.radii.count == 4 && study.norms.count == 4)
    #expect(study.radii.allSatisfy { abs($0 - 1) < 0.2 } && study.norms.allSatisfy { abs($0 - 2) < 0.15 })
    #expect(study.larger == 4)
  }

  @Test(
    "Theory: ‖Aᵏ‖^(1/k) starts at the norm and tends to the spectral radius, whatever the gain",
    arguments: [0.01, 1, 100])
  func repetition(gain: Double) async {
    let study = await RepetitionStudy(gain: gain, size: 32, seeds: [0, 1, 2])
    let excess = study.excess
    #expect(excess.count == 9)
    #expect(zip(excess, excess.dropFirst()).allSatisfy { $0.mean > $1.mean })
    #expect(excess[0].minimum > 1.3)
    #expect(excess[8].minimum > 1 - 1e-9 && excess[8].maximum < 1.05)  // c^(1/256) for a constant c of some tens
  }

  @Test(
    "Theory: at the knobs' extremes gradients are still numbers, and what theory says where units have slopes",
    arguments: [
      (Recipe(.sigmoid, 0.01), true), (Recipe(.identity, 100), true), (Recipe(.relu, 0.01), true),
      (Recipe(.tanh, 100), false),
    ])
  func extremes(recipe: Recipe, hasSlopes: Bool) async throws {
    let study = await ProfileStudy(recipe, depth: 100, digits: try Digits.load(), samples: 8, seeds: [0])
    #expect(study.profiles[0].gradientNorms.allSatisfy { $0 > 0 && $0.isFinite })
    #expect(study.profiles[0].weightGradientNorms.allSatisfy { $0 > 0 && $0.isFinite })
    let error = abs(study.backward.mean / study.theory.factor(depth: 100) - 1)
    // 99 layers average well: 1/√(2 · 64 · 99) = 0.01. Of 64 units of gain 100 a third of one has a slope.
    #expect(hasSlopes ? error < 0.05 : error > 0.3)
    #expect(hasSlopes == (study.theory.activeUnits(width: 64, depth: 100) > 10))
  }

  // MARK: Contrast

  @Test("Contrast: in a ReLU network ⟨W, ∂L/∂W⟩ is the same for all layers, with tanh it is not")
  func weightProducts() async throws {
    let digits = try Digits.load()
    func spread(_ activation: Activation, _ gain: Double) async -> Double {
      await ProfileStudy(Recipe(activation, gain), depth: 10, digits: digits, samples: 32, seeds: [0, 1]).productSpread
    }
    #expect(await spread(.relu, 1) < 1e-11)  // sums of 4096 products in double precision, ten layers deep
    #expect(await spread(.identity, 1) < 1e-11)
    #expect(await spread(.tanh, 1) > 0.1)
  }

  @Test("Contrast: the weights' gradients tell that sigmoids lose them, and hide that ReLUs of gain 1 do")
  func whereToLook() async throws {
    let digits = try Digits.load()
    func study(_ activation: Activation) async -> ProfileStudy {
      await ProfileStudy(Recipe(activation, 1), depth: 20, digits: digits, samples: 32, seeds: [0, 1])
    }
    let (sigmoid, relu) = (await study(.sigmoid), await study(.relu))
    #expect(sigmoid.hiddenRatio < 1e-10 && sigmoid.weightRatio < 1e-10)
    #expect(relu.hiddenRatio < 0.01 && relu.weightRatio > 0.3)
  }

  @Test("Contrast: what sigmoids lose of a gradient on the way back they lose of a difference on the way forth")
  func forthAndBack() async throws {
    let study = await ProfileStudy(
      Recipe(.sigmoid, 1), depth: 12, digits: try Digits.load(), samples: 64, seeds: [0, 1, 2])
    #expect(abs(study.forward.mean / study.backward.mean - 1) < 0.05)
    #expect(study.backward.maximum < 0.25)
  }

  @Test("Contrast: three sigmoid layers learn with Adam and hardly without; ten do with a larger gain")
  func training() throws {
    let task = DigitsTask(try Digits.load(), seed: 0, centred: true)
    func accuracy(_ depth: Int, _ method: Method, _ rate: Double, gain: Double = 1) -> Double {
      train(Network(recipe: Recipe(.sigmoid, gain), depth: depth), by: method, at: rate, on: task).accuracy
    }
    // Over five seeds: 95 to 97, 24 to 55, 16 to 22, and 93 to 97 %.
    #expect(accuracy(3, .adam, 0.03) > 85)
    #expect(accuracy(3, .gradientDescent, 3) < 70)
    #expect(accuracy(10, .adam, 0.01) < 40)
    #expect(accuracy(10, .adam, 0.01, gain: 6) > 70)
  }

  @Test("Contrast: a study keeps each method's best rate, and a run that diverges is never the best")
  func bestRate() async throws {
    let tasks = [DigitsTask(try Digits.load(), seed: 0, centred: true)]
    let network = Network(recipe: Recipe(.relu, 2.squareRoot()), depth: 1)
    let study = await TrainingStudy([network], tasks: tasks, methods: [.gradientDescent])
    let best = study[network, .gradientDescent]
    #expect(best.endings.count == 1)
    for rate in Method.gradientDescent.rates {
      #expect(best.medianLoss <= train(network, by: .gradientDescent, at: rate, on: tasks[0]).loss)
    }
    let lost = Trial(network: network, method: .adam, rate: 1, endings: [Ending(loss: .nan, accuracy: 10)])
    #expect(lost.medianLoss == .infinity)
  }

  @Test("Contrast: an epoch of θ − η∂L/∂θ lowers the loss, an epoch of θ + η∂L/∂θ raises it")
  func ascent() throws {
    let task = DigitsTask(try Digits.load(), seed: 0, centred: true)
    let (down, up) = (lossAfterAnEpoch(ascending: false, on: task), lossAfterAnEpoch(ascending: true, on: task))
    #expect(down.before == up.before)
    #expect(down.after < down.before - 0.2 && up.after > up.before + 0.2)
  }

  @Test("Contrast: what overflows is inf in one layer and nan a layer later")
  func overflow() async throws {
    let study = await OverflowStudy(digits: try Digits.load(), seeds: [0, 1])
    #expect(study.layers.count == 2 && study.lostLosses == 2)
    for layers in study.layers {
      // 3.4·10³⁸ is 5.66^51; the largest of 16 000 numbers gets there a little before a typical one.
      let infinite = try #require(layers.infinite)
      #expect((48...54).contains(infinite))
      #expect(layers.notANumber == infinite + 1)
    }
    // 5.66¹⁰ = 3·10⁷ is far from that: 3.4·10³⁸ is out of reach of ten layers.
    let shallow = await OverflowStudy(digits: try Digits.load(), depth: 10, seeds: [0])
    #expect(shallow.layers.allSatisfy { $0.infinite == nil && $0.notANumber == nil } && shallow.lostLosses == 0)
  }

  // MARK: Exercises

  @Test(
    "Exercise: fifty fresh matrices of gain 1.1 multiply a vector by about 1.1⁵⁰ e^(−50/128) = 79, their norms by 10¹⁶")
  func gainOfElevenTenths() async {
    let study = await PassageStudy(gain: 1.1, layers: 50, seeds: [0, 1, 2, 3, 4, 5])
    #expect(abs(Double.pow(study.theory, 50) - 79.43) < 0.01)  // 117.391 · 0.676634
    // The logarithm of the whole scatters by √(50/128) = 0.63 for one seed, by 0.26 for the mean of six.
    #expect((25...250).contains(Double.pow(10, study.whole(\.vector))))
    #expect((1e15...1e18).contains(Double.pow(10, study.whole(\.bound))))
  }

  @Test("Exercise: a sigmoid network keeps its gradient near gain 10, and at gain 16 lets it explode slowly")
  func saturatedSigmoids() async throws {
    let study = await ProfileStudy(
      Recipe(.sigmoid, 16), depth: 20, digits: try Digits.load(), samples: 32, seeds: [0, 1])
    #expect((1.1...1.4).contains(study.backward.mean))
    func factor(_ gain: Double) -> Double {
      WideNetwork(recipe: Recipe(.sigmoid, gain), inputSquare: study.inputSquare).factor(depth: 20)
    }
    #expect(factor(9.5) < 1 && factor(10.5) > 1)
  }

  @Test(
    "Exercise: five sigmoid layers keep 0.3 % of the gradient at gain 1, 15 % at gain 4, and only then learn without Adam"
  )
  func fiveLayers() async throws {
    let digits = try Digits.load()
    func ratio(_ gain: Double) async -> Double {
      await ProfileStudy(
        Recipe(.sigmoid, gain), depth: 5, width: 32, digits: digits, samples: 64, seeds: [0, 1, 2]
      ).hiddenRatio
    }
    // Theory: 0.236⁴ = 0.003 and 0.63⁴ = 0.16; of three networks of 32 units the mean scatters by a tenth or two.
    #expect((0.002...0.005).contains(await ratio(1)))
    #expect((0.1...0.22).contains(await ratio(4)))
    let task = DigitsTask(digits, seed: 1, centred: true)
    func accuracy(_ gain: Double, _ method: Method, _ rate: Double) -> Double {
      train(Network(recipe: Recipe(.sigmoid, gain), depth: 5), by: method, at: rate, on: task).accuracy
    }
    // Over five seeds: 61 to 77, 9 to 12, and 70 to 95 %.
    #expect(accuracy(1, .adam, 0.01) > 45)
    #expect(accuracy(1, .gradientDescent, 1) < 25)
    #expect(accuracy(4, .gradientDescent, 1) > 50)
  }

  // MARK: Refusal

  @Test(
    "Refusal: gains, depths and activations out of range are refused before any work",
    arguments: [
      ["--gain", "0"], ["--gain", "-1"], ["--gain", "101"], ["--gain", "nan"], ["--gain", "inf"], ["--gain", "x"],
      ["--depth", "1"], ["--depth", "101"], ["--depth", "2.5"], ["--activation", "gelu"], ["--seed", "x"],
      ["--width", "3"],
    ])
  func refuses(arguments: [String]) {
    #expect(throws: (any Error).self) { try Lesson08.parse(arguments) }
  }

  @Test(
    "Refusal: the line says which option, what it must be and what it is",
    arguments: [
      (["--gain", "0"], "--gain must be from 0.01 to 100, but is 0."),
      (["--depth", "1"], "--depth must be from 2 to 100, but is 1."),
    ])
  func message(arguments: [String], line: String) throws {
    let error = try #require(throws: (any Error).self) { try Lesson08.parse(arguments) }
    #expect(Lesson08.message(for: error) == line)
  }

  @Test("Refusal: what may be asked for is taken")
  func takes() throws {
    let lesson = try Lesson08.parse(["--gain", "1.1", "--depth", "5", "--activation", "relu"])
    #expect(lesson.recipe == Recipe(.relu, 1.1))
    #expect(lesson.depth == 5)
  }
}
