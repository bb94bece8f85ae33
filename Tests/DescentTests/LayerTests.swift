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

  @Test("By hand: of units x − 2 and x, the first is dead on 0, 1 and 2, and neither on 0, 1 and 3")
  func deadUnits() {
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

  @Test("All layers of a network, the last one too, start as its activation likes it: He's for ReLU, Glorot's for tanh")
  func usualInitialization() {
    var generator = RandomGenerator(seed: 7)
    for (activation, expected) in [(Activation.relu, [2.0 / 300, 2.0 / 200]), (.tanh, [2.0 / 500, 2.0 / 300])] {
      let model = MultilayerPerceptron([300, 200, 100], activation: activation, using: &generator)
      let variances = model.layers.map {
        $0.weight.tensor.scalars.reduce(0) { $0 + $1 * $1 } / Double($0.weight.tensor.count)
      }
      // Relative standard errors √(2/60000) = 0.6 % and √(2/20000) = 1 %; 4 of them. Glorot's and He's are 50 % apart.
      #expect(abs(variances[0] / expected[0] - 1) < 0.024 && abs(variances[1] / expected[1] - 1) < 0.04)
    }
    for activation in Activation.allCases {
      let isRectifier = [.relu, .gelu, .geluTanh, .silu].contains(activation)
      #expect(activation.usualInitialization == (isRectifier ? .heNormal : .glorotNormal), "\(activation)")
    }
  }

  /// Dense, normalised, dropped out, dense.
  static func row(_ generator: inout RandomGenerator) -> Sequential {
    Sequential(
      Dense("hidden", from: 3, to: 4, using: &generator), BatchNorm("norm", features: 4), Activation.tanh,
      Dropout(rate: 0.5, using: &generator), Dense("output", from: 4, to: 2, using: &generator))
  }

  @Test(
    "Layers in a row: the next one takes what the last one gives, in training with dropout and the batch's statistics")
  func sequential() {
    var generator = RandomGenerator(seed: 3)
    let model = Self.row(&generator)
    let x = Tensor.normal([6, 3], using: &generator)
    #expect(
      model.parameters.map(\.name) == [
        "hidden.weight", "hidden.bias", "norm.weight", "norm.bias", "output.weight", "output.bias",
      ])
    #expect(model.buffers.map(\.name) == ["norm.running_mean", "norm.running_var"])
    var byHand = x
    for layer in model.layers { byHand = layer(byHand, in: .evaluation) }
    #expect(model(x, in: .evaluation) == byHand && model(x, in: .evaluation) == byHand)  // no dropout: the same again
    #expect(model(x, in: .training) != model(x, in: .training))  // other numbers are dropped
    var seen: [String: [Int]] = [:]
    _ = model(x, in: .evaluation) { output, name in
      seen[name] = output.shape
      return output
    }
    #expect(seen == ["0": [6, 4], "1": [6, 4], "2": [6, 4], "3": [6, 4], "4": [6, 2]])
    let half = model(x, in: .evaluation) { output, name in name == "3" ? output * 0 : output }
    #expect(half.scalars == [Double](repeating: 0, count: 12))  // the bias is 0: the hook's numbers went on
  }

  @Test("A row of layers trains: after 60 steps the loss of two clouds has fallen to a tenth")
  func sequentialTrains() {
    var generator = RandomGenerator(seed: 5)
    let model = Sequential([
      Dense("hidden", from: 2, to: 8, activation: .relu, using: &generator), BatchNorm("norm", features: 8),
      Dense("output", from: 8, to: 2, using: &generator),
    ])
    let labels = (0..<40).map { $0 % 2 }
    let x = Tensor(
      rows: labels.map { [Double($0 * 2 - 1) + generator.normal(standardDeviation: 0.2), generator.normal()] })
    var optimizer = Adam(learningRate: 0.02)
    let log = train(model, with: &optimizer, samples: 40, batchSize: 40, epochs: 60, using: &generator) { batch in
      softmaxCrossEntropy(model(x.take(rows: batch), in: .training), labels: batch.map { labels[$0] })
    }
    #expect(log.finalLoss < log.losses[0] / 10)
    #expect(accuracy(model(x, in: .evaluation), labels: labels) == 1)
  }

  /// A model that forgets its second layer.
  struct Forgetful: Model {
    let first, second: Dense
    let isForgotten: Bool
    var parameters: [Parameter] { first.parameters + (isForgotten ? [] : second.parameters) }
  }

  /// A model that lists a layer's parameters and forgets its running averages.
  struct WithoutBuffers: Model {
    let layers: [any Layer]
    var parameters: [Parameter] { layers.flatMap { $0.parameters } }
  }

  static func update(_ model: some Model) {
    var optimizer = SGD(learningRate: 1)
    let names = model.parameters.map(\.name)
    optimizer.update(model, with: Gradients(names: names, tensors: model.parameters.map { .zeros($0.tensor.shape) }))
  }

  @Test("A model that lists everything is not refused")
  func complete() {
    var generator = RandomGenerator(seed: 1)
    let layers = (0..<2).map { Dense($0 == 0 ? "first" : "second", from: 2, to: 2, using: &generator) }
    Self.update(Forgetful(first: layers[0], second: layers[1], isForgotten: false))
    Self.update(Self.row(&generator))
    #expect(layers[0].bias.tensor == .zeros([2]))  // a step against zeros
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
    #expect(message.contains("needs an input […, 3], not [5, 4]"))
  }
}
