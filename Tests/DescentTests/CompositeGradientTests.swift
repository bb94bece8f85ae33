import Descent
import Testing

/// Dense layers with batch normalisation around which the input is carried and added: x + relu(BN(Wx + b)), twice.
struct ResidualNetwork: Model {
  let input, output: Dense
  let blocks: [(dense: Dense, norm: BatchNorm)]

  init(using generator: inout RandomGenerator) {
    input = Dense("input", from: 3, to: 4, dtype: .float64, using: &generator)
    output = Dense("output", from: 4, to: 2, dtype: .float64, using: &generator)
    var blocks: [(Dense, BatchNorm)] = []
    for index in 0..<2 {
      blocks.append(
        (
          Dense("blocks.\(index).dense", from: 4, to: 4, dtype: .float64, using: &generator),
          BatchNorm("blocks.\(index).norm", features: 4, dtype: .float64)
        ))
    }
    self.blocks = blocks
  }

  var parameters: [Parameter] {
    input.parameters + blocks.flatMap { $0.dense.parameters + $0.norm.parameters } + output.parameters
  }
  var buffers: [Parameter] { blocks.flatMap(\.norm.buffers) }

  func callAsFunction(_ x: Tensor, in phase: Phase) -> Tensor {
    var hidden = input(x)
    for block in blocks { hidden = hidden + silu(block.norm(block.dense(hidden), in: phase)) }
    return output(hidden)
  }
}

/// One layer of a transformer with one head, over tokens: embedding, attention, and a small network, each added to what
/// it reads.
struct AttentionLayer: Model {
  let embedding: Embedding
  let query, key, value, wide, narrow: Parameter
  let firstNorm, secondNorm: LayerNorm
  static let width = 3

  init(using generator: inout RandomGenerator) {
    func matrix(_ name: String, _ shape: [Int], _ generator: inout RandomGenerator) -> Parameter {
      Parameter(name, .normal(shape, standardDeviation: 0.6, dtype: .float64, using: &generator))
    }
    embedding = Embedding("embedding", tokens: 5, width: Self.width, dtype: .float64, using: &generator)
    query = matrix("query", [Self.width, Self.width], &generator)
    key = matrix("key", [Self.width, Self.width], &generator)
    value = matrix("value", [Self.width, Self.width], &generator)
    wide = matrix("wide", [Self.width, 4], &generator)
    narrow = matrix("narrow", [4, Self.width], &generator)
    firstNorm = LayerNorm("firstNorm", features: Self.width, dtype: .float64)
    secondNorm = LayerNorm("secondNorm", features: Self.width, dtype: .float64)
  }

  var parameters: [Parameter] {
    embedding.parameters + [query, key, value, wide, narrow] + firstNorm.parameters + secondNorm.parameters
  }

  func callAsFunction(_ tokens: [[Int]]) -> Tensor {
    let x = embedding(tokens)
    let normalized = firstNorm(x)
    let (q, k, v) = (
      matmul(normalized, query.value), matmul(normalized, key.value), matmul(normalized, value.value)
    )
    let scores = matmul(q, k.transposed(axes: [0, 2, 1])) / Double(Self.width).squareRoot()
    let attended = x + matmul(softmax(scores), v)
    return attended + matmul(gelu(matmul(secondNorm(attended), wide.value)), narrow.value)
  }
}

/// Convolution, pooling, and a dense layer.
struct SmallConvolutionalNetwork: Model {
  let convolution: Convolution2D
  let output: Dense

  init(using generator: inout RandomGenerator) {
    convolution = Convolution2D(
      "convolution", from: 1, to: 2, size: 3, padding: 1, activation: .tanh, dtype: .float64, using: &generator)
    output = Dense("output", from: 8, to: 3, dtype: .float64, using: &generator)
  }

  var parameters: [Parameter] { convolution.parameters + output.parameters }

  func callAsFunction(_ x: Tensor) -> Tensor {
    let pooled = maxPooling(convolution(x), size: 2)
    return output(pooled.reshaped([x.shape[0], 8]))
  }
}

@Suite("Gradients of whole networks") struct CompositeGradientTests {
  @Test("A batch-normalised residual network", arguments: Phase.allCases, 0..<5 as Range<UInt64>)
  func residual(phase: Phase, seed: UInt64) {
    var generator = RandomGenerator(seed: seed)
    let model = ResidualNetwork(using: &generator)
    let x = Tensor.normal([6, 3], dtype: .float64, using: &generator)
    expectGradients(of: model, seed) { softmaxCrossEntropy(model(x, in: phase), labels: [0, 1, 1, 0, 1, 0]) }
  }

  @Test("A transformer's layer with one head", arguments: 0..<5 as Range<UInt64>)
  func attention(seed: UInt64) {
    var generator = RandomGenerator(seed: seed)
    let model = AttentionLayer(using: &generator)
    let target = Tensor.normal([2, 4, 3], dtype: .float64, using: &generator)
    expectGradients(of: model, seed) { meanSquaredError(model([[0, 1, 1, 4], [3, 0, 4, 3]]), target) }
  }

  @Test("A small convolutional network", arguments: 0..<5 as Range<UInt64>)
  func convolutional(seed: UInt64) {
    var generator = RandomGenerator(seed: seed)
    let model = SmallConvolutionalNetwork(using: &generator)
    let images = Tensor.normal([3, 1, 4, 4], dtype: .float64, using: &generator)
    expectGradients(of: model, seed) { softmaxCrossEntropy(model(images), labels: [2, 0, 1], smoothing: 0.1) }
  }
}
