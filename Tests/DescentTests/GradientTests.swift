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
let operations: [Operation] = [
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
  Operation(name: "binary cross-entropy with logits", inputs: one()) { inputs in
    let targets = (0..<inputs[0].count).map { Double($0 % 3) / 2 }
    return binaryCrossEntropy(
      logits: inputs[0], targets: Tensor(shape: inputs[0].shape, targets, dtype: .float64))
  },
  Operation(name: "mean squared error", inputs: samePair()) { meanSquaredError($0[0], $0[1]) },
  Operation(name: "L1 penalty", inputs: one(awayFromZero: true)) { abs($0[0]).sum() * 0.3 },
]

@Suite("Gradients") struct GradientTests {
  // Rounding and curvature leave about 1e-10 (see centralDifferences); e to the few and quotients by 0.3 multiply
  // that by some hundreds.
  static let tolerance = 1e-7

  @Test("Each operation's gradient agrees with central differences on random shapes", arguments: operations)
  func agreesWithCentralDifferences(operation: Operation) {
    for seed in 0..<20 as Range<UInt64> {
      var generator = RandomGenerator(seed: seed)
      let inputs = operation.inputs(&generator)
      let error = gradientError(of: inputs, operation.apply)
      #expect(error < Self.tolerance, "seed \(seed), shapes \(inputs.map(\.shape))")
    }
  }

  @Test("A whole network's gradient agrees with central differences", arguments: [Activation.tanh, .relu, .sigmoid])
  func network(activation: Activation) {
    var generator = RandomGenerator(seed: 4)
    let model = MultilayerPerceptron([3, 5, 4, 2], activation: activation, dtype: .float64, using: &generator)
    let x = Tensor.normal([6, 3], dtype: .float64, using: &generator)
    let labels = [0, 1, 1, 0, 1, 0]
    let (_, gradients) = valueAndGradients(of: model) { softmaxCrossEntropy(model(x), labels: labels) }
    let start = model.state
    let differences = centralDifferences(start.tensors) { tensors in
      model.state = ModelState(names: start.names, tensors: tensors)
      return softmaxCrossEntropy(model(x), labels: labels).item
    }
    for (gradient, difference) in zip(gradients.tensors, differences) {
      for (a, b) in zip(gradient.scalars, difference) { #expect(abs(a - b) < 1e-8) }
    }
  }

  @Test("By hand: L = (w x − y)² with w = 3, x = 2, y = 5 has L = 1 and dL/dw = 2·1·2 = 4")
  func byHand() {
    let weight = Parameter("weight", Tensor(3))
    let (loss, gradients) = valueAndGradients(of: weight) { square(weight.value * 2 - 5) }
    #expect(loss == 1)
    #expect(gradients["weight"]?.item == 4)
  }

  @Test("Gradients are fresh at each call: asking twice gives the same, not twice as much")
  func nothingAccumulates() {
    let weight = Parameter("weight", Tensor([1, 2]))
    let first = valueAndGradients(of: weight) { square(weight.value).sum() }.gradients
    let second = valueAndGradients(of: weight) { square(weight.value).sum() }.gradients
    #expect(first == second)
    #expect(first["weight"] == Tensor([2, 4]))
  }

  @Test("A parameter that the loss does not use has a gradient of zeros")
  func unused() {
    let (used, idle) = (Parameter("used", Tensor(2)), Parameter("idle", Tensor([1, 1])))
    let gradients = valueAndGradients(of: Inputs(parameters: [used, idle])) { square(used.value) }.gradients
    #expect(gradients["idle"] == Tensor([0, 0]))
  }

  @Test("Only the parameters asked for are differentiated: the others are constants")
  func constants() {
    let (asked, other) = (Parameter("asked", Tensor(2)), Parameter("other", Tensor(5)))
    let gradients = valueAndGradients(of: asked) { asked.value * other.value }.gradients
    #expect(gradients.names == ["asked"])
    #expect(gradients["asked"]?.item == 5)
  }

  @Test("A tensor that outlives its tape is a constant from then on")
  func outlivesTape() {
    let weight = Parameter("weight", Tensor(3))
    var kept = Tensor(0)
    _ = valueAndGradients(of: weight) {
      kept = weight.value * 2
      return kept
    }
    let gradients = valueAndGradients(of: weight) { kept * weight.value }.gradients
    #expect(gradients["weight"]?.item == 6)  // d(6 w)/dw: the 2w inside `kept` no longer counts
  }

  @Test("A chain of 100 000 operations is differentiated and freed without a stack overflow")
  func longChain() {
    let weight = Parameter("weight", Tensor(1, dtype: .float64))
    let gradients = valueAndGradients(of: weight) {
      var x = weight.value
      for _ in 0..<100_000 { x = x + 1e-5 }
      return x
    }.gradients
    #expect(gradients["weight"]?.item == 1)
  }
}

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

private func samePair() -> @Sendable (inout RandomGenerator) -> [Tensor] {
  { generator in
    let shape = randomShape(rank: 2, &generator)
    return [draw(shape, &generator), draw(shape, &generator)]
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
