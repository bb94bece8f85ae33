import Descent
import Testing

/// One differentiable operation, and how to draw inputs for it.
struct Operation: CustomTestStringConvertible, Sendable {
  let name: String
  let inputs: @Sendable (inout RandomGenerator) -> [Tensor]
  let apply: @Sendable ([Tensor]) -> Tensor
  var testDescription: String { name }
}

/// The table of all differentiable operations: a new one is checked by adding a row.
let operations: [Operation] = listed + Activation.allCases.map(gatedUnit)

private func gatedUnit(_ activation: Activation) -> Operation {
  Operation(name: "gated by \(activation)", inputs: samePair(awayFromZero: true)) {
    gated($0[0], $0[1], by: activation)
  }
}

private let listed: [Operation] = [
  Operation(name: "a + b", inputs: broadcastPair()) { $0[0] + $0[1] },
  Operation(name: "a − b", inputs: broadcastPair()) { $0[0] - $0[1] },
  Operation(name: "a · b", inputs: broadcastPair()) { $0[0] * $0[1] },
  Operation(name: "a / b", inputs: broadcastPair(awayFromZero: true)) { $0[0] / $0[1] },
  Operation(name: "−a", inputs: one()) { -$0[0] },
  Operation(name: "2 − a", inputs: one()) { 2 - $0[0] },
  Operation(name: "2 / a", inputs: one(awayFromZero: true)) { 2 / $0[0] },
  Operation(name: "a used twice", inputs: one()) { $0[0] * $0[0] + $0[0] },
  Operation(name: "exp", inputs: one()) { exp($0[0]) },
  Operation(name: "log", inputs: one(awayFromZero: true)) { log(square($0[0])) },
  Operation(name: "sqrt", inputs: one(awayFromZero: true)) { sqrt(square($0[0]) + 1) },
  Operation(name: "square", inputs: one()) { square($0[0]) },
  Operation(name: "abs", inputs: one(awayFromZero: true)) { abs($0[0]) },
  Operation(name: "tanh", inputs: one()) { tanh($0[0]) },
  Operation(name: "sigmoid", inputs: one()) { sigmoid($0[0]) },
  Operation(name: "relu", inputs: one(awayFromZero: true)) { relu($0[0]) },
  Operation(name: "sum", inputs: one()) { $0[0].sum() },
  Operation(name: "mean", inputs: one()) { $0[0].mean() },
  Operation(name: "sum over the first axis", inputs: matrix()) { $0[0].sum(axes: [0]) },
  Operation(name: "sum over the last axis", inputs: one()) { $0[0].sum(axes: [-1]) },
  Operation(name: "sum over both axes, kept", inputs: matrix()) { $0[0].sum(axes: [0, 1], keepingAxes: true) },
  Operation(name: "mean over the first axis, kept", inputs: matrix()) { $0[0].mean(axes: [0], keepingAxes: true) },
  Operation(name: "centred by the column means", inputs: matrix()) { $0[0] - $0[0].mean(axes: [0]) },
  Operation(name: "reshaped", inputs: one()) { $0[0].reshaped([$0[0].count]) * $0[0].reshaped([$0[0].count]) },
  Operation(name: "transposed", inputs: matrix()) { $0[0].transposed },
  Operation(name: "matmul", inputs: matrixPair()) { matmul($0[0], $0[1]) },
  Operation(name: "matmul of a matrix with its transpose", inputs: matrix()) { matmul($0[0], $0[0].transposed) },
  Operation(name: "softmax cross-entropy", inputs: matrix()) { inputs in
    softmaxCrossEntropy(inputs[0], labels: (0..<inputs[0].shape[0]).map { ($0 * 5 + 1) % inputs[0].shape[1] })
  },
  Operation(name: "softmax cross-entropy, padded", inputs: ranked(3)) { inputs in
    let classes = inputs[0].shape.last ?? 1
    return softmaxCrossEntropy(
      inputs[0], labels: (0..<inputs[0].count / classes).map { $0 % 3 == 1 ? nil : ($0 * 5 + 1) % classes })
  },
  Operation(name: "binary cross-entropy with logits", inputs: one()) { inputs in
    let targets = (0..<inputs[0].count).map { Double($0 % 3) / 2 }
    return binaryCrossEntropy(
      logits: inputs[0], targets: Tensor(shape: inputs[0].shape, targets, dtype: .float64))
  },
  Operation(name: "mean squared error", inputs: samePair()) { meanSquaredError($0[0], $0[1]) },
  Operation(name: "axes in another order", inputs: ranked(3)) { $0[0].transposed(axes: [2, 0, 1]) },
  Operation(name: "axes in another order, the last one kept", inputs: ranked(4)) {
    $0[0].transposed(axes: [0, 2, 1, -1])
  },
  Operation(name: "slice of the last axis", inputs: one()) {
    $0[0].slice(axis: -1, range: 0..<($0[0].shape[$0[0].rank - 1] + 1) / 2)
  },
  Operation(name: "slice of a middle axis", inputs: ranked(3)) {
    $0[0].slice(axis: 1, range: $0[0].shape[1] / 2..<$0[0].shape[1])
  },
  Operation(name: "concatenated along the first axis", inputs: samePair()) { concatenate($0, axis: 0) },
  Operation(name: "concatenated along the last axis, one of them twice", inputs: samePair()) {
    concatenate([$0[0], $0[1], $0[0]], axis: -1)
  },
  Operation(name: "rows, some of them twice", inputs: one()) { inputs in
    inputs[0].take(rows: (0..<5).map { $0 * 3 % inputs[0].shape[0] })
  },
  Operation(name: "batched matmul", inputs: batchedMatrixPair()) { matmul($0[0], $0[1]) },
  Operation(name: "matmul of a batch with one matrix", inputs: batchAndMatrix()) { matmul($0[0], $0[1]) },
  Operation(name: "maximum", inputs: broadcastPair()) { maximum($0[0], $0[1]) },
  Operation(name: "minimum", inputs: broadcastPair()) { minimum($0[0], $0[1]) },
  Operation(name: "maximum over the first axis", inputs: one()) { $0[0].maximum(axis: 0) },
  Operation(name: "maximum over the last axis, kept", inputs: one()) { $0[0].maximum(axis: -1, keepingAxis: true) },
  Operation(name: "softmax over the last axis", inputs: one()) { softmax($0[0]) },
  Operation(name: "softmax over a middle axis", inputs: ranked(3)) { softmax($0[0], axis: 1) },
  Operation(name: "log-softmax over the first axis", inputs: one()) { logSoftmax($0[0], axis: 0) },
  Operation(name: "log-sum-exp over the last axis", inputs: one()) { logSumExp($0[0]) },
  Operation(name: "log-sum-exp over the first axis, kept", inputs: one()) {
    logSumExp($0[0], axis: 0, keepingAxis: true)
  },
  Operation(name: "GELU, exact", inputs: one()) { gelu($0[0]) },
  Operation(name: "GELU, tanh form", inputs: one()) { gelu($0[0], form: .tanh) },
  Operation(name: "SiLU", inputs: one()) { silu($0[0]) },
  Operation(name: "softplus", inputs: one()) { softplus($0[0]) },
  Operation(name: "dropout with the same seed", inputs: one()) { inputs in
    var generator = RandomGenerator(seed: 8)
    return dropout(inputs[0], rate: 0.4, using: &generator)
  },
  Operation(name: "layer normalisation", inputs: one()) { inputs in
    LayerNorm("norm", features: inputs[0].shape.last ?? 1, epsilon: 0.1, dtype: .float64)(inputs[0])
  },
  Operation(name: "batch normalisation", inputs: batch()) { inputs in
    BatchNorm("norm", features: inputs[0].shape[1], epsilon: 0.1, dtype: .float64)(inputs[0], in: .training)
  },
  Operation(name: "batch normalisation by running averages", inputs: batch()) { inputs in
    BatchNorm("norm", features: inputs[0].shape[1], dtype: .float64)(inputs[0], in: .evaluation)
  },
  Operation(name: "root mean square normalisation", inputs: one()) { inputs in
    RMSNorm("norm", features: inputs[0].shape.last ?? 1, epsilon: 0.1, dtype: .float64)(inputs[0])
  },
  Operation(name: "batch normalisation, ReLU and a bypass", inputs: batch()) { inputs in
    let norm = BatchNorm("norm", features: inputs[0].shape[1], epsilon: 0.1, dtype: .float64)
    // Shifted so far that no number is near ReLU's kink, up for one half of the channels and down for the other.
    norm.bias.assign(Tensor((0..<inputs[0].shape[1]).map { $0 % 2 == 0 ? 9 : -9 }, dtype: .float64))
    return norm(inputs[0] * 2, in: .training, activation: .relu, addedTo: inputs[0])
  },
  Operation(name: "convolution", inputs: imagesAndFilters()) { convolution($0[0], $0[1], bias: $0[2]) },
  Operation(name: "convolution, stride 2, padding 2", inputs: imagesAndFilters()) {
    convolution($0[0], $0[1], bias: $0[2], stride: 2, padding: 2)
  },
  Operation(name: "convolution with tanh, stride 3", inputs: imagesAndFilters()) {
    convolution($0[0], $0[1], bias: $0[2], activation: .tanh, stride: 3)
  },
  Operation(name: "average pooling", inputs: imagesAndFilters()) { averagePooling($0[0], size: 2) },
  Operation(name: "average pooling, overlapping", inputs: imagesAndFilters()) {
    averagePooling($0[0], size: 3, stride: 2, padding: 1)
  },
  Operation(name: "images resized", inputs: imagesAndFilters()) { $0[0].resized(toHeight: 7, width: 2) },
  Operation(name: "max-pooling", inputs: imagesAndFilters()) { maxPooling($0[0], size: 2) },
  Operation(name: "max-pooling, overlapping", inputs: imagesAndFilters()) {
    maxPooling($0[0], size: 3, stride: 1, padding: 1)
  },
  Operation(name: "softmax cross-entropy, smoothed and weighted", inputs: matrix()) { inputs in
    let (rows, classes) = (inputs[0].shape[0], inputs[0].shape[1])
    return softmaxCrossEntropy(
      inputs[0], labels: (0..<rows).map { $0 % classes }, smoothing: 0.2,
      classWeights: (0..<classes).map { 1 + Double($0) }, sampleWeights: (0..<rows).map { 0.5 + Double($0) })
  },
  Operation(name: "softmax cross-entropy of shares, not reduced", inputs: matrix()) { inputs in
    softmaxCrossEntropy(
      inputs[0], targets: Tensor(repeating: 0.3, shape: inputs[0].shape, dtype: .float64), reduction: .none)
  },
  Operation(name: "binary cross-entropy, smoothed and weighted", inputs: one()) { inputs in
    binaryCrossEntropy(
      logits: inputs[0], targets: .ones(inputs[0].shape, dtype: .float64), smoothing: 0.3,
      weights: Tensor(2, dtype: .float64), positiveWeight: 3, reduction: .none)
  },
  Operation(name: "squared error, weighted", inputs: samePair()) {
    squaredError($0[0], $0[1], weights: Tensor(repeating: 3, shape: $0[0].shape, dtype: .float64), reduction: .sum)
  },
  Operation(name: "a dense layer of sequences", inputs: ranked(3)) { inputs in
    var generator = RandomGenerator(seed: 9)
    return Dense(
      "layer", from: inputs[0].shape[2], to: 3, activation: .tanh, dtype: .float64, using: &generator)(inputs[0])
  },
  Operation(name: "attention", inputs: queriesKeysAndValues()) { attention($0[0], $0[1], $0[2], heads: 2) },
  Operation(name: "attention, causal", inputs: queriesKeysAndValues()) {
    attention($0[0], $0[1], $0[2], heads: 2, mask: .causal)
  },
  Operation(name: "attention with padding", inputs: queriesKeysAndValues()) { inputs in
    let real = (0..<inputs[1].shape[0]).map { word in (0..<inputs[1].shape[1]).map { ($0 + word) % 3 != 1 } }
    return attention(inputs[0], inputs[1], inputs[2], mask: AttentionMask(isCausal: true, realKeys: real))
  },
  Operation(name: "positions added", inputs: ranked(3)) { inputs in
    var generator = RandomGenerator(seed: 9)
    let (places, width) = (inputs[0].shape[1] + 1, inputs[0].shape[2])
    return PositionEmbedding("positions", places: places, width: width, dtype: .float64, using: &generator)(
      inputs[0], in: .training)
  },
  Operation(name: "LoRA", inputs: matrix()) { inputs in
    var generator = RandomGenerator(seed: 9)
    let base = Dense("base", from: inputs[0].shape[1], to: 3, activation: .tanh, dtype: .float64, using: &generator)
    return LoRA(base, rank: 2, alpha: 3, start: .bothNormal, using: &generator)(inputs[0])
  },
  Operation(name: "adapter", inputs: matrix()) { inputs in
    var generator = RandomGenerator(seed: 9)
    let base = Dense("base", from: inputs[0].shape[1], to: 3, dtype: .float64, using: &generator)
    return Adapter(after: base, bottleneck: 2, activation: .tanh, start: .bothNormal, using: &generator)(inputs[0])
  },
  Operation(name: "L1 penalty", inputs: one(awayFromZero: true)) { abs($0[0]).sum() * 0.3 },
]

// MARK: - Inputs

/// Normal draws of a shape; away from zero, each is moved by 0.3 outwards.
private func draw(_ shape: [Int], awayFromZero: Bool = false, _ generator: inout RandomGenerator) -> Tensor {
  let scalars = (0..<shape.reduce(1, *)).map { _ in
    let normal = generator.normal()
    return awayFromZero ? normal + (normal < 0 ? -0.3 : 0.3) : normal
  }
  return Tensor(shape: shape, scalars, dtype: .float64)
}

private func randomShape(rank: Int, _ generator: inout RandomGenerator) -> [Int] {
  (0..<rank).map { _ in 1 + generator.integer(below: 4) }
}

private func one(awayFromZero: Bool = false) -> @Sendable (inout RandomGenerator) -> [Tensor] {
  { generator in
    let shape = randomShape(rank: 1 + generator.integer(below: 3), &generator)
    return [draw(shape, awayFromZero: awayFromZero, &generator)]
  }
}

private func matrix() -> @Sendable (inout RandomGenerator) -> [Tensor] {
  { generator in [draw(randomShape(rank: 2, &generator), &generator)] }
}

private func samePair(awayFromZero: Bool = false) -> @Sendable (inout RandomGenerator) -> [Tensor] {
  { generator in
    let shape = randomShape(rank: 2, &generator)
    return [draw(shape, awayFromZero: awayFromZero, &generator), draw(shape, awayFromZero: awayFromZero, &generator)]
  }
}

private func matrixPair() -> @Sendable (inout RandomGenerator) -> [Tensor] {
  { generator in
    let sizes = randomShape(rank: 3, &generator)
    return [draw([sizes[0], sizes[1]], &generator), draw([sizes[1], sizes[2]], &generator)]
  }
}

/// Two shapes that broadcast: axes of one of them are set to 1, or its first axes are dropped.
private func broadcastPair(awayFromZero: Bool = false) -> @Sendable (inout RandomGenerator) -> [Tensor] {
  { generator in
    let full = randomShape(rank: 3, &generator)
    func thinned(_ generator: inout RandomGenerator) -> [Int] {
      Array(full.map { generator.integer(below: 3) == 0 ? 1 : $0 }.dropFirst(generator.integer(below: 4)))
    }
    let (a, b) = (thinned(&generator), thinned(&generator))
    return [
      draw(a, awayFromZero: awayFromZero, &generator), draw(b, awayFromZero: awayFromZero, &generator),
    ]
  }
}

private func ranked(_ rank: Int) -> @Sendable (inout RandomGenerator) -> [Tensor] {
  { generator in [draw(randomShape(rank: rank, &generator), &generator)] }
}

/// Batch axes that broadcast, before matrices that can be multiplied.
private func batchedMatrixPair() -> @Sendable (inout RandomGenerator) -> [Tensor] {
  { generator in
    let sizes = randomShape(rank: 5, &generator)
    let (a, b) = (generator.integer(below: 3), generator.integer(below: 3))
    let batchA = a == 0 ? [sizes[3], 1] : a == 1 ? [1] : [sizes[3], sizes[4]]
    let batchB = b == 0 ? [sizes[4]] : b == 1 ? [1, sizes[4]] : [sizes[3], sizes[4]]
    return [
      draw(batchA + [sizes[0], sizes[1]], &generator), draw(batchB + [sizes[1], sizes[2]], &generator),
    ]
  }
}

/// Of two heads; as many queries as keys, fewer, or more.
private func queriesKeysAndValues() -> @Sendable (inout RandomGenerator) -> [Tensor] {
  { generator in
    let sizes = randomShape(rank: 5, &generator)
    return [
      draw([sizes[0], sizes[1], 2 * sizes[2]], &generator), draw([sizes[0], sizes[3], 2 * sizes[2]], &generator),
      draw([sizes[0], sizes[3], 2 * sizes[4]], &generator),
    ]
  }
}

private func batchAndMatrix() -> @Sendable (inout RandomGenerator) -> [Tensor] {
  { generator in
    let sizes = randomShape(rank: 4, &generator)
    return [draw([sizes[0], sizes[1], sizes[2]], &generator), draw([sizes[2], sizes[3]], &generator)]
  }
}

/// `[batch, features]` or `[batch, channels, height, width]`, with at least two samples.
private func batch() -> @Sendable (inout RandomGenerator) -> [Tensor] {
  { generator in
    let shape = randomShape(rank: generator.integer(below: 2) == 0 ? 2 : 4, &generator)
    return [draw([shape[0] + 1] + shape.dropFirst(), &generator)]
  }
}

/// Images of at least 3 × 3, filters of 1 × 1 to 3 × 3, and biases.
private func imagesAndFilters() -> @Sendable (inout RandomGenerator) -> [Tensor] {
  { generator in
    let sizes = randomShape(rank: 3, &generator)
    let (height, width) = (3 + generator.integer(below: 3), 3 + generator.integer(below: 3))
    let (windowHeight, windowWidth) = (1 + generator.integer(below: 3), 1 + generator.integer(below: 3))
    return [
      draw([sizes[0], sizes[1], height, width], &generator),
      draw([sizes[2], sizes[1], windowHeight, windowWidth], &generator), draw([sizes[2]], &generator),
    ]
  }
}
