import Descent
import Testing

/// What make_perturbation_fixtures.py wrote.
private struct PerturbationFixtures: Decodable {
  struct Path: Decodable {
    let strength: Double
    let losses: [Double]
    let weights: [String: [Double]]
  }
  let x: [Double]
  let labels: [Int]
  let start: [String: [Double]]
  let sam, awp: Path
}

/// A perturbation with what is read from its name.
struct NamedPerturbation: Sendable, CustomTestStringConvertible {
  let testDescription: String
  let rule: any WeightPerturbation & Sendable
}

@Suite("Weights are moved before the gradient is taken") struct WeightPerturbationTests {
  @Test("SAM by hand: from (1, 1) on ½(x² + 10y²), ρ = 0.1, the gradient is (1.009950, 10.995037)")
  func sharpnessAware() {
    let point = Parameter("point", Tensor([1, 1], dtype: .float64))
    let curvatures = Tensor([1, 10], dtype: .float64)
    var rule: (any WeightPerturbation)? = SharpnessAwareMinimization(radius: 0.1)
    let (loss, gradients) = valueAndGradients(of: point, movedBy: &rule) {
      (square(point.value) * curvatures).sum() * 0.5
    }
    // g = (1, 10), ‖g‖ = √101 = 10.049876: ε = (0.1, 1)/√101, and g′ = (1 + 0.1/√101, 10 + 10/√101).
    let norm = 101.0.squareRoot()
    #expect(loss == 5.5)
    expectClose(gradients.flattened, [1 + 0.1 / norm, 10 + 10 / norm], within: 1e-14)  // roundings of numbers near 10
    #expect(point.tensor.scalars == [1, 1])
  }

  @Test("AWP by hand: a matrix (3, 4) with gradient (3, 4) is moved by a tenth of its length, its bias not")
  func adversarial() {
    let layer = Dense(
      "layer", weight: Tensor(rows: [[3, 4]], dtype: .float64), bias: Tensor([2], dtype: .float64))
    var rule: (any WeightPerturbation)? = AdversarialWeightPerturbation(share: 0.1)
    let gradients = valueAndGradients(of: layer, movedBy: &rule) {
      layer.parameters.reduce(Tensor.zeros([], dtype: .float64)) { $0 + square($1.value).sum() * 0.5 }
    }.gradients
    // ‖W‖ = ‖g‖ = 5: ε = 0.1 · 5 · (0.6, 0.8) = (0.3, 0.4), and g′ = W + ε. The bias's gradient is the bias.
    expectClose(gradients.flattened, [3.3, 4.4, 2], within: 1e-14)
  }

  @Test(
    "A gradient of 0 has no direction: the weights stay",
    arguments: [
      NamedPerturbation(testDescription: "SAM", rule: SharpnessAwareMinimization(radius: 0.1)),
      NamedPerturbation(testDescription: "AWP", rule: AdversarialWeightPerturbation(share: 0.1)),
    ])
  func atRest(_ perturbation: NamedPerturbation) {
    let weight = Parameter("weight", Tensor(rows: [[1, 2]], dtype: .float64))
    var rule: (any WeightPerturbation)? = perturbation.rule
    let gradients = valueAndGradients(of: weight, movedBy: &rule) { (weight.value * 0).sum() }.gradients
    #expect(gradients.flattened == [0, 0])
  }

  @Test("In one dimension SAM does not come to rest, but hops between ±ηaρ/(2 − ηa)") func hops() {
    let weight = Parameter("weight", Tensor([0.7], dtype: .float64))
    var optimizer = SGD(learningRate: 0.1)
    var rule: (any WeightPerturbation)? = SharpnessAwareMinimization(radius: 0.1)
    var ends: [Double] = []
    for _ in 0..<400 {
      let gradients = valueAndGradients(of: weight, movedBy: &rule) { square(weight.value).sum() * 0.5 }.gradients
      optimizer.update(weight, with: gradients)
      ends.append(weight.tensor.item)
    }
    // x ← x − η(x + ρ sign x): x = −(x − η(x + ρ)) gives x = ηρ/(2 − η) = 0.01/1.9; 0.9⁴⁰⁰ of the start is left.
    expectClose(ends.suffix(2).map(abs), [0.01 / 1.9, 0.01 / 1.9], within: 1e-15)
    #expect(ends[398] * ends[399] < 0)
  }

  @Test("Agrees with PyTorch on six steps of SAM and of AWP with momentum, to 1e-12; training takes the same path")
  func agrees() throws {
    let expected = try fixture("perturbation", as: PerturbationFixtures.self)
    let x = Tensor(shape: [12, 5], expected.x, dtype: .float64)
    func layer(_ name: String, _ shape: [Int], _ activation: Activation) throws -> Dense {
      let (weight, bias) = (
        try #require(expected.start["\(name).weight"]), try #require(expected.start["\(name).bias"])
      )
      return Dense(
        name, weight: Tensor(shape: shape, weight, dtype: .float64), bias: Tensor(bias, dtype: .float64),
        activation: activation)
    }
    let rules: [(PerturbationFixtures.Path, any WeightPerturbation)] = [
      (expected.sam, SharpnessAwareMinimization(radius: expected.sam.strength)),
      (expected.awp, AdversarialWeightPerturbation(share: expected.awp.strength)),
    ]
    for (path, rule) in rules {
      let model = Sequential(try layer("first", [4, 5], .tanh), try layer("second", [3, 4], .identity))
      var optimizer = Momentum(learningRate: 0.2, weightDecay: 0.01)
      var generator = RandomGenerator(seed: 0)
      let log = train(
        model, with: &optimizer, samples: 12, batchSize: 4, epochs: 2, order: { _, _ in Array(0..<12) },
        perturbation: rule, using: &generator
      ) { batch in
        softmaxCrossEntropy(model(x.take(rows: batch), in: .training), labels: batch.map { expected.labels[$0] })
      }
      // Six steps of sums over a few numbers near 1, in another order than PyTorch's.
      expectClose(log.losses, path.losses, within: 1e-12)
      for parameter in model.parameters {
        expectClose(parameter.tensor.scalars, try #require(path.weights[parameter.name]), within: 1e-12)
      }
    }
  }

  @Test("The weights come back to the same bits, though 1 + ε − ε may differ, also where the second loss throws")
  func comesBack() throws {
    struct Stop: Error {}
    var generator = RandomGenerator(seed: 5)
    let weight = Parameter("weight", .normal([40, 3], using: &generator))
    let before = weight.tensor
    var rule: (any WeightPerturbation)? = SharpnessAwareMinimization(radius: 0.3)
    _ = valueAndGradients(of: weight, movedBy: &rule) { square(weight.value).sum() }
    #expect(weight.tensor == before)
    let move = SharpnessAwareMinimization(radius: 0.3).move(
      of: [weight], along: valueAndGradients(of: weight) { square(weight.value).sum() }.gradients)
    #expect(before + move.tensors[0] - move.tensors[0] != before)  // what subtracting would have given
    var calls = 0
    #expect(throws: Stop.self) {
      try valueAndGradients(of: weight, movedBy: &rule) {
        calls += 1
        if calls == 2 { throw Stop() }
        return square(weight.value).sum()
      }
    }
    #expect(weight.tensor == before)
  }

  @Test("Both gradients are of the same batch, and the log has the loss at the weights themselves") func sameBatch() {
    let weight = Parameter("weight", Tensor([1, 1], dtype: .float64))
    var optimizer = SGD(learningRate: 0)
    var generator = RandomGenerator(seed: 1)
    var seen: [[Int]] = []
    let log = train(
      weight, with: &optimizer, samples: 4, batchSize: 2, epochs: 1,
      perturbation: SharpnessAwareMinimization(radius: 0.5), using: &generator
    ) { batch in
      seen.append(batch)
      return square(weight.value).sum()
    }
    #expect(seen.count == 4 && seen[0] == seen[1] && seen[2] == seen[3] && seen[0] != seen[2])
    #expect(log.losses == [2, 2])
  }
}
