import Descent
import Testing

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

  @Test("A whole network's gradient agrees with central differences", arguments: Activation.allCases)
  func network(activation: Activation) {
    var generator = RandomGenerator(seed: 4)
    let model = MultilayerPerceptron([3, 5, 4, 2], activation: activation, dtype: .float64, using: &generator)
    let x = Tensor.normal([6, 3], dtype: .float64, using: &generator)
    let labels = [0, 1, 1, 0, 1, 0]
    expectGradients(of: model, 4, tolerance: 1e-8) { softmaxCrossEntropy(model(x), labels: labels) }
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
