import Descent
import Foundation
import Testing

/// What `Fixtures/make_transformer_fixtures.py` made with PyTorch.
struct TransformerFixtures: Decodable {
  typealias Numbers = OperationFixtures.Numbers

  struct Case: Decodable {
    let inputs, inputGradients: [Numbers]
    let state, gradients: [String: Numbers]
    let result: Numbers
  }

  let torch: String
  let cases: [String: Case]
  let letterLogits, trainedHead: Numbers
  let letterLosses: [Double]
}

/// Ours and the script's name of one layer: itself, and what it makes of the inputs.
struct LayerPair: Sendable, CustomTestStringConvertible {
  let name: String
  let make: @Sendable () -> (model: any Model, result: ([Tensor]) -> Tensor)
  var testDescription: String { name }
}

/// A causal attention with two trained keys and values in front, as in the script.
private struct WithPrefix: Model {
  let attention: MultiHeadAttention
  let keys = Parameter("keys", .zeros([2, 4], dtype: .float64))
  let values = Parameter("values", .zeros([2, 4], dtype: .float64))
  var parameters: [Parameter] { attention.parameters + [keys, values] }

  func callAsFunction(_ x: Tensor, realKeys: [[Bool]]?) -> Tensor {
    let prefix = AttentionPrefix(keys: keys.value, values: values.value)
    return attention(x, over: x, realKeys: realKeys, prefix: prefix, in: .training)
  }
}

@Suite("Transformers agree with PyTorch") struct TransformerAgreementTests {
  static let real = [[true, true, false], [true, false, true]]

  static func attention(_ name: String, isCausal: Bool, realKeys: [[Bool]]? = nil) -> LayerPair {
    LayerPair(name: name) {
      var generator = RandomGenerator(seed: 1)
      let layer = MultiHeadAttention(
        "", width: 4, heads: 2, isCausal: isCausal, dtype: .float64, using: &generator)
      return (layer, { layer($0[0], over: $0.last ?? $0[0], realKeys: realKeys, in: .training) })
    }
  }

  static func prefixed(_ name: String, realKeys: [[Bool]]? = nil) -> LayerPair {
    LayerPair(name: name) {
      var generator = RandomGenerator(seed: 1)
      let model = WithPrefix(
        attention: MultiHeadAttention(
          "attention", width: 4, heads: 2, isCausal: true, dtype: .float64, using: &generator))
      return (model, { model($0[0], realKeys: realKeys) })
    }
  }

  static func block(_ norm: NormPlacement, isCausal: Bool = false, realKeys: [[Bool]]? = nil) -> LayerPair {
    LayerPair(name: "block, \(norm)" + (isCausal ? ", causal" : realKeys == nil ? "" : ", padding")) {
      var generator = RandomGenerator(seed: 1)
      let layer = TransformerBlock(
        "", width: 4, heads: 2, hidden: 3, norm: norm, isCausal: isCausal, dtype: .float64, using: &generator)
      return (layer, { layer($0[0], realKeys: realKeys, in: .training) })
    }
  }

  static func feedForward(_ activation: Activation, isGated: Bool) -> LayerPair {
    LayerPair(name: "feed-forward, \(activation)" + (isGated ? ", gated" : "")) {
      var generator = RandomGenerator(seed: 1)
      let layer = FeedForward(
        "", width: 4, hidden: 3, activation: activation, isGated: isGated, dtype: .float64, using: &generator)
      return (layer, { layer($0[0], in: .training) })
    }
  }

  static let pairs: [LayerPair] =
    [
      attention("attention", isCausal: false), attention("attention, causal", isCausal: true),
      attention("attention, padding", isCausal: false, realKeys: real),
      attention("attention, causal, padding", isCausal: true, realKeys: real),
      attention("attention, cross", isCausal: false),
      prefixed("attention, prefix"), prefixed("attention, prefix, padding", realKeys: real),
    ]
    + NormPlacement.allCases.flatMap { [block($0), block($0, isCausal: true), block($0, realKeys: real)] }
    + [Activation.identity, .sigmoid, .relu, .gelu, .silu].flatMap {
      [feedForward($0, isGated: false), feedForward($0, isGated: true)]
    }

  @Test("Each layer has PyTorch's results and all its gradients", arguments: pairs)
  func agrees(pair: LayerPair) throws {
    let expected = try #require(fixture("transformer", as: TransformerFixtures.self).cases[pair.name])
    let (model, result) = pair.make()
    // Layers without a name of their own have names that begin with a dot.
    func bare(_ name: String) -> String { name.hasPrefix(".") ? String(name.dropFirst()) : name }
    for parameter in model.parameters { parameter.assign(try #require(expected.state[bare(parameter.name)]).tensor) }
    #expect(model.parameters.count == expected.state.count)
    let inputs = expected.inputs.enumerated().map { Parameter("input\($0.offset)", $0.element.tensor) }
    let everything = Listed(parameters: inputs + model.parameters)
    var y = Tensor(0)
    let (_, gradients) = valueAndGradients(of: everything) {
      y = result(inputs.map(\.value))
      let weights = (0..<y.count).map { 0.5 + Double(7 * $0 % 11) / 10 }
      return (y * Tensor(shape: y.shape, weights, dtype: .float64)).sum()
    }
    #expect(distance(y, expected.result) < 1e-10)
    for (input, gradient) in zip(inputs, expected.inputGradients) {
      #expect(distance(try #require(gradients[input.name]), gradient) < 1e-10)
    }
    for parameter in model.parameters {
      let gradient = try #require(expected.gradients[bare(parameter.name)])
      #expect(distance(try #require(gradients[parameter.name]), gradient) < 1e-10, "\(parameter.name)")
    }
  }

  static let words = [[0, 3, 1, 20, 0, 0, 0], [0, 8, 15, 18, 19, 5, 19], [0, 9, 0, 0, 0, 0, 0]]
  static let targets: [Int?] =
    [3, 1, 20, 0, nil, nil, nil] + [8, 15, 18, 19, 5, 19, 0] + [9, 0, nil, nil, nil, nil, nil]

  static func letters(_ dtype: DType) throws -> LetterModel {
    let url = try #require(Bundle.module.url(forResource: "letters", withExtension: "safetensors"))
    let file = try SafeTensors(decoding: Array(Data(contentsOf: url)))
    var generator = RandomGenerator(seed: 1)
    let model = LetterModel(using: &generator)
    model.state = try file.state(like: model.state)
    guard dtype == .float64 else { return model }
    let wide = LetterModel(dtype: .float64, using: &generator)
    wide.state = ModelState(names: model.state.names, tensors: model.state.tensors.map { $0.cast(to: .float64) })
    return wide
  }

  @Test("A letter model from a file that PyTorch wrote gives PyTorch's logits, with float32's rounding")
  func letterLogits() throws {
    let expected = try fixture("transformer", as: TransformerFixtures.self)
    let logits = try Self.letters(.float32)(Self.words)
    #expect(logits.shape == [3, 7, 27])
    #expect(distance(logits, expected.letterLogits) < 1e-5)  // logits of some units, after some thirty products
  }

  @Test("Ten steps of training that model, Adam with its gradient clipped, have PyTorch's losses and end at its head")
  func tenSteps() throws {
    let expected = try fixture("transformer", as: TransformerFixtures.self)
    let model = try Self.letters(.float64)
    var optimizer = Adam(learningRate: 5e-3)
    for loss in expected.letterLosses {
      let step = valueAndGradients(of: model) { softmaxCrossEntropy(model(Self.words), labels: Self.targets) }
      #expect(abs(step.loss - loss) < 1e-10)
      optimizer.update(model, with: step.gradients.clipped(toNorm: 1))
    }
    #expect(distance(try #require(model.state["head.weight"]), expected.trainedHead) < 1e-9)  // ten divisions by √v̂
  }

  @Test("A loss of the real places only is the masked loss of all places, and so are its gradients")
  func realPlaces() throws {
    let model = try Self.letters(.float64)
    let places = Self.targets.indices.filter { Self.targets[$0] != nil }
    let labels = Self.targets.compactMap(\.self)
    let all = valueAndGradients(of: model) { softmaxCrossEntropy(model(Self.words), labels: Self.targets) }
    let real = valueAndGradients(of: model) { softmaxCrossEntropy(model(Self.words, at: places), labels: labels) }
    #expect(abs(all.loss - real.loss) < 1e-13)
    for (a, b) in zip(all.gradients.flattened, real.gradients.flattened) { #expect(abs(a - b) < 1e-13) }
  }

  private func distance(_ a: Tensor, _ b: TransformerFixtures.Numbers) -> Double {
    a.shape == b.shape ? zip(a.scalars, b.numbers).map { abs($0 - $1) }.max() ?? 0 : .infinity
  }
}

/// Parameters that are trained together.
private struct Listed: Model {
  let parameters: [Parameter]
}
