import Descent
import Testing

@Suite("Layers and initialisation") struct LayerTests {
  @Test("By hand: W = [[1, 2], [3, 4]], b = (10, −40) sends (1, 1) to (13, −33), and ReLU cuts to (13, 0)")
  func dense() {
    let weight = Tensor(rows: [[1, 2], [3, 4]])
    let linear = Dense("layer", weight: weight, bias: Tensor([10, -40]))
    let cut = Dense("layer", weight: weight, bias: Tensor([10, -40]), activation: .relu)
    #expect(linear(Tensor(rows: [[1, 1]])).scalars == [13, -33])
    #expect(cut(Tensor(rows: [[1, 1]])).scalars == [13, 0])
    #expect(linear(.zeros([0, 2])).shape == [0, 2])
  }

  @Test("By hand: of units x − 2 and x, the first is silent on 0, 1 and 2, and neither on 0, 1 and 3")
  func silentUnits() {
    let layer = Dense("layer", weight: Tensor(rows: [[1], [1]]), bias: Tensor([-2, 0]), activation: .relu)
    #expect(layer.deadShare(on: Tensor(rows: [[0], [1], [2]])) == 0.5)
    #expect(layer.deadShare(on: Tensor(rows: [[0], [1], [3]])) == 0)
  }

  @Test("Parameters have dotted names, weights [outputs, inputs] and zero biases")
  func names() {
    var generator = RandomGenerator(seed: 1)
    let model = MultilayerPerceptron([64, 32, 10], activation: .relu, using: &generator)
    #expect(model.parameters.map(\.name) == ["layers.0.weight", "layers.0.bias", "layers.1.weight", "layers.1.bias"])
    #expect(model.parameters.map(\.tensor.shape) == [[32, 64], [32], [10, 32], [10]])
    #expect(model.parameters[1].tensor == .zeros([32]))
    #expect(model.parameterCount == 32 * 64 + 32 + 10 * 32 + 10)
  }

  /// The distributions, and the variances their names promise for 400 inputs and 100 outputs.
  static let promises: [(initialization: Initialization, variance: Double)] = [
    (.heNormal, 2.0 / 400), (.heUniform, 2.0 / 400), (.glorotNormal, 2.0 / 500), (.glorotUniform, 2.0 / 500),
    (.lecunNormal, 1.0 / 400), (.normal(standardDeviation: 0.5), 0.25), (.uniform(limit: 0.3), 0.03),
  ]

  @Test("Weights have the variance their name promises, for 400 inputs and 100 outputs", arguments: promises)
  func variances(initialization: Initialization, expected: Double) {
    var generator = RandomGenerator(seed: 5)
    let weights = initialization(fanIn: 400, fanOut: 100, using: &generator).scalars
    let variance = weights.reduce(0) { $0 + $1 * $1 } / 40_000
    #expect(abs(variance / expected - 1) < 0.03)  // relative standard error √(2/40000) = 0.7 %; 4 of them
    #expect(abs(initialization.variance(fanIn: 400, fanOut: 100) - expected) < 1e-15)
  }

  @Test("The same seed makes the same network")
  func seeded() {
    var (a, b) = (RandomGenerator(seed: 9), RandomGenerator(seed: 9))
    let first = MultilayerPerceptron([4, 3, 2], activation: .tanh, using: &a)
    let second = MultilayerPerceptron([4, 3, 2], activation: .tanh, using: &b)
    #expect(first.state == second.state)
  }

  @Test("Refusal: an input of the wrong width stops the program and says which width is right")
  func width() async {
    let result = await #expect(processExitsWith: .failure, observing: [\.standardErrorContent]) {
      var generator = RandomGenerator(seed: 1)
      let layer = Dense("layer", from: 3, to: 2, using: &generator)
      _ = layer(Tensor.zeros([5, 4]))
    }
    let message = String(decoding: result?.standardErrorContent ?? [], as: UTF8.self)
    #expect(message.contains("needs an input [batch, 3], not [5, 4]"))
  }
}
