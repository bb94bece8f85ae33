import Descent
import Foundation
import Testing

/// What `Fixtures/make_operation_fixtures.py` made with PyTorch.
struct OperationFixtures: Decodable {
  struct Numbers: Decodable {
    let shape: [Int]
    let numbers: [Double]
    var tensor: Tensor { Tensor(shape: shape, numbers, dtype: .float64) }
  }

  struct Case: Decodable {
    let inputs, results, gradients: [Numbers]
  }

  let torch: String
  let softTargets: Numbers
  let cases: [String: Case]
}

/// Ours and PyTorch's name of one operation with the same settings: its inputs as parameters, and its results.
struct OperationPair: Sendable, CustomTestStringConvertible {
  let name: String
  let prepare: @Sendable ([Tensor]) -> (parameters: [Parameter], results: () -> [Tensor])
  var testDescription: String { name }

  /// A function of tensors with one result.
  init(_ name: String, _ function: @escaping @Sendable ([Tensor]) -> Tensor) {
    self.name = name
    prepare = { inputs in
      let parameters = inputs.enumerated().map { Parameter("input\($0.offset)", $0.element) }
      return (parameters, { [function(parameters.map(\.value))] })
    }
  }

  /// A layer with a weight and a bias, which are the second and third input.
  init<Layer: Model & SendableMetatype>(
    _ name: String, layer: @escaping @Sendable () -> Layer, _ results: @escaping @Sendable (Layer, Tensor) -> [Tensor]
  ) {
    self.name = name
    prepare = { inputs in
      let (x, layer) = (Parameter("x", inputs[0]), layer())
      precondition(layer.parameters.count == inputs.count - 1, "\(name) has \(inputs.count) inputs.")
      for (parameter, tensor) in zip(layer.parameters, inputs.dropFirst()) { parameter.assign(tensor) }
      return ([x] + layer.parameters, { results(layer, x.value) })
    }
  }
}

/// Compares an operation with PyTorch's numbers.
extension OperationPair {
  /// Expects the results, and the gradients of Σ w·(first result) by each input, to be those of a case.
  func expectAgreement(with expected: OperationFixtures.Case) {
    let (parameters, function) = prepare(expected.inputs.map(\.tensor))
    #expect(parameters.map(\.tensor.shape) == expected.inputs.map(\.shape))
    var results: [Tensor] = []
    let gradients = valueAndGradients(of: Inputs(parameters: parameters)) {
      results = function()
      let weights = (0..<results[0].count).map { 0.5 + Double($0 * 7 % 11) / 10 }
      return (results[0] * Tensor(shape: results[0].shape, weights, dtype: .float64)).sum()
    }.gradients
    expectAgreement(results, expected.results, "result")
    expectAgreement(gradients.tensors, expected.gradients, "gradient")
  }

  /// Agreement to 1e-10, relative to the number or to 10⁻³ of the largest one beside it: where PyTorch subtracts nearly
  /// equal numbers (GELU far to the left, gradients that cancel), its own last digits are rounding.
  private func expectAgreement(_ ours: [Tensor], _ theirs: [OperationFixtures.Numbers], _ what: String) {
    #expect(ours.map(\.shape) == theirs.map(\.shape) && ours.map(\.count) == theirs.map(\.numbers.count))
    #expect(ours.contains { $0.count > 0 })
    for (index, (our, their)) in zip(ours, theirs).enumerated() {
      let largest = their.numbers.reduce(1) { max($0, abs($1)) }
      for (a, b) in zip(our.scalars, their.numbers) {
        #expect(abs(a - b) <= 1e-10 * max(abs(b), 1e-3 * largest), "\(what) \(index)")
      }
    }
  }
}

/// Batch normalisation with the bypass that is added to it as a third parameter.
private struct NormWithBypass: Model {
  let norm: BatchNorm
  let bypass: Parameter
  var parameters: [Parameter] { norm.parameters + [bypass] }

  init(features: Int, _ shape: [Int]? = nil) {
    norm = BatchNorm("norm", features: features, dtype: .float64)
    bypass = Parameter("bypass", .zeros(shape ?? [6, features], dtype: .float64))
  }

  func callAsFunction(_ x: Tensor, _ activation: Activation) -> Tensor {
    norm(x, in: .training, activation: activation, addedTo: bypass.value)
  }
}

@Suite("Operations agree with PyTorch") struct OperationAgreementTests {
  static let targets = Tensor(rows: [[1, 0, 0.3], [0, 1, 0.9]], dtype: .float64)
  static let entryWeights = Tensor(rows: [[1, 0, 2], [0.5, 1.5, 0.25]], dtype: .float64)
  static let labels = [0, 3, 1, 1, 2]
  static let classWeights = [0.5, 2, 1, 0.25]

  static let pairs: [OperationPair] = listed + Activation.allCases.flatMap(pairs)

  /// An activation on its own, of a layer and of a gate.
  static func pairs(_ activation: Activation) -> [OperationPair] {
    [
      OperationPair("\(activation) of a spread") { activation($0[0]) },
      OperationPair(
        "dense, \(activation)",
        layer: {
          Dense(
            "dense", weight: .zeros([2, 3], dtype: .float64), bias: .zeros([2], dtype: .float64),
            activation: activation)
        }
      ) { [$0($1)] },
      OperationPair("gated by \(activation)") { gated($0[0], $0[1], by: activation) },
    ]
  }

  static let listed: [OperationPair] = [
    OperationPair("GELU, exact") { gelu($0[0]) },
    OperationPair("GELU, tanh") { gelu($0[0], form: .tanh) },
    OperationPair("SiLU") { silu($0[0]) },
    OperationPair("softplus") { softplus($0[0]) },
    OperationPair("softmax") { softmax($0[0], axis: 1) },
    OperationPair("log-softmax") { logSoftmax($0[0]) },
    OperationPair("log-sum-exp") { logSumExp($0[0], axis: 0) },
    OperationPair("log-softmax, ±1e4") { logSoftmax($0[0]) },
    OperationPair("log-sum-exp, ±1e4") { logSumExp($0[0]) },
    OperationPair("maximum") { maximum($0[0], $0[1]) },
    OperationPair("maximum over an axis") { $0[0].maximum(axis: 1) },
    OperationPair("batched product") { matmul($0[0], $0[1]) },
    OperationPair("embedding") { $0[0].take(rows: [1, 1, 3, 0]).reshaped([2, 2, 3]) },
    OperationPair("convolution") { convolution($0[0], $0[1], bias: $0[2]) },
    OperationPair("convolution, stride and padding") {
      convolution($0[0], $0[1], bias: $0[2], stride: 2, padding: 2)
    },
    OperationPair("convolution without bias") { convolution($0[0], $0[1]) },
    OperationPair("max-pooling") { maxPooling($0[0], size: 2) },
    OperationPair("max-pooling, overlapping") { maxPooling($0[0], size: 3, stride: 2, padding: 1) },
    OperationPair("attention") { inputs in
      let (query, key, value) = (
        matmul(inputs[0], inputs[1]), matmul(inputs[0], inputs[2]), matmul(inputs[0], inputs[3])
      )
      return matmul(softmax(matmul(query, key.transposed(axes: [0, 2, 1])) / 3.0.squareRoot()), value)
    },
    OperationPair("layer normalisation", layer: { LayerNorm("norm", features: 5, dtype: .float64) }) { [$0($1)] },
    OperationPair(
      "layer normalisation, equal features", layer: { LayerNorm("norm", features: 3, dtype: .float64) }
    ) { [$0($1)] },
    OperationPair(
      "batch normalisation", layer: { BatchNorm("norm", features: 3, dtype: .float64) }, trainedAndEvaluated),
    OperationPair(
      "batch normalisation of images", layer: { BatchNorm("norm", features: 3, dtype: .float64) }, trainedAndEvaluated),
    OperationPair("batch normalisation, evaluation", layer: { BatchNorm("norm", features: 3, dtype: .float64) }) {
      $0.runningMean.assign(Tensor([0.3, -1, 2], dtype: .float64))
      $0.runningVariance.assign(Tensor([0.5, 1.5, 1e-3], dtype: .float64))
      return [$0($1, in: .evaluation)]
    },
    OperationPair(
      "root mean square normalisation", layer: { RMSNorm("norm", features: 5, epsilon: 1e-5, dtype: .float64) }
    ) { [$0($1)] },
    OperationPair(
      "root mean square normalisation, ε of the dtype", layer: { RMSNorm("norm", features: 37, dtype: .float64) }
    ) { [$0($1)] },
    OperationPair("layer normalisation of 37", layer: { LayerNorm("norm", features: 37, dtype: .float64) }) {
      [$0($1)]
    },
    OperationPair("batch normalisation, ReLU, addition", layer: { NormWithBypass(features: 19) }) {
      [$0($1, .relu)]
    },
    OperationPair(
      "batch normalisation, ReLU, addition, of images", layer: { NormWithBypass(features: 2, [3, 2, 5, 4]) }
    ) { [$0($1, .relu)] },
    OperationPair("batch normalisation, GELU, addition", layer: { NormWithBypass(features: 3) }) { [$0($1, .gelu)] },
    OperationPair("batch normalisation, ReLU, evaluation", layer: { BatchNorm("norm", features: 3, dtype: .float64) }) {
      $0.runningMean.assign(Tensor([0.3, -1, 2], dtype: .float64))
      $0.runningVariance.assign(Tensor([0.5, 1.5, 1e-3], dtype: .float64))
      return [$0($1, in: .evaluation, activation: .relu)]
    },
    OperationPair("softmax cross-entropy") { softmaxCrossEntropy($0[0], labels: labels) },
    OperationPair("softmax cross-entropy, sum") { softmaxCrossEntropy($0[0], labels: labels, reduction: .sum) },
    OperationPair("softmax cross-entropy, none") { softmaxCrossEntropy($0[0], labels: labels, reduction: .none) },
    OperationPair("softmax cross-entropy, smoothed") { softmaxCrossEntropy($0[0], labels: labels, smoothing: 0.1) },
    OperationPair("softmax cross-entropy, class weights") {
      softmaxCrossEntropy($0[0], labels: labels, classWeights: classWeights)
    },
    OperationPair("softmax cross-entropy, smoothed, class weights") {
      softmaxCrossEntropy($0[0], labels: labels, smoothing: 0.2, classWeights: classWeights)
    },
    OperationPair("softmax cross-entropy, smoothed, class weights, none") {
      softmaxCrossEntropy($0[0], labels: labels, smoothing: 0.2, classWeights: classWeights, reduction: .none)
    },
    OperationPair("softmax cross-entropy, sample weights") {
      softmaxCrossEntropy($0[0], labels: labels, sampleWeights: [1, 0, 3.5, 0.5, 1])
    },
    OperationPair("softmax cross-entropy, shares") { softmaxCrossEntropy($0[0], targets: softTargets) },
    OperationPair("softmax cross-entropy, ±1e4, smoothed") {
      softmaxCrossEntropy($0[0], labels: labels, smoothing: 0.1)
    },
    OperationPair("binary cross-entropy") { binaryCrossEntropy(logits: $0[0], targets: targets) },
    OperationPair("binary cross-entropy, sum") { binaryCrossEntropy(logits: $0[0], targets: targets, reduction: .sum) },
    OperationPair("binary cross-entropy, none") {
      binaryCrossEntropy(logits: $0[0], targets: targets, reduction: .none)
    },
    OperationPair("binary cross-entropy, weights") {
      binaryCrossEntropy(logits: $0[0], targets: targets, weights: entryWeights)
    },
    OperationPair("binary cross-entropy, positive weight") {
      binaryCrossEntropy(logits: $0[0], targets: targets, positiveWeight: 3)
    },
    OperationPair("binary cross-entropy, smoothed") {
      binaryCrossEntropy(logits: $0[0], targets: targets, smoothing: 0.2)
    },
    OperationPair("binary cross-entropy, ±1e4") { binaryCrossEntropy(logits: $0[0], targets: targets) },
    OperationPair("squared error") { squaredError($0[0], targets) },
    OperationPair("squared error, sum") { squaredError($0[0], targets, reduction: .sum) },
    OperationPair("squared error, none") { squaredError($0[0], targets, reduction: .none) },
    OperationPair("squared error, weights") { squaredError($0[0], targets, weights: entryWeights) },
  ]

  /// Two training batches, then the first one evaluated, as in the script.
  @Sendable static func trainedAndEvaluated(_ norm: BatchNorm, _ x: Tensor) -> [Tensor] {
    _ = norm(x.detached, in: .training)
    let y = norm(x * x + x, in: .training)
    return [y, norm.runningMean.tensor, norm.runningVariance.tensor, norm(x, in: .evaluation)]
  }

  static let softTargets =
    (try? fixture("operations", as: OperationFixtures.self).softTargets.tensor) ?? .zeros([5, 4], dtype: .float64)

  @Test("Each operation has PyTorch's results and gradients", arguments: pairs)
  func agrees(pair: OperationPair) throws {
    let expected = try #require(fixture("operations", as: OperationFixtures.self).cases[pair.name])
    pair.expectAgreement(with: expected)
  }

  @Test("The fixtures hold no case that is not compared")
  func allCompared() throws {
    let names = try fixture("operations", as: OperationFixtures.self).cases.keys
    #expect(Set(names) == Set(Self.pairs.map(\.name)))
  }
}
