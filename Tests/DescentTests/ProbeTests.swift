import Descent
import Testing

@Suite("Watching layers") struct ProbeTests {
  @Test("By hand: L = Σ 3·(2x)² at x = 1, −2 shows h = 2, −4 and ∂L/∂h = 6h = 12, −24")
  func byHand() {
    let (probe, x) = (Probe(), Parameter("x", Tensor([1, -2])))
    let (loss, gradients) = valueAndGradients(of: x) { square(probe(x.value * 2, "h")).sum() * 3 }
    #expect(probe["h"]?.output.scalars == [2, -4])
    #expect(probe["h"]?.gradient?.scalars == [12, -24])
    #expect(loss == 60 && gradients.tensors[0].scalars == [24, -48])  // as without the probe
  }

  @Test("A probe in a network names each layer, changes no number, and holds the latest step")
  func inANetwork() {
    var generator = RandomGenerator(seed: 4)
    let model = MultilayerPerceptron([3, 5, 4, 2], activation: .tanh, using: &generator)
    let x = Tensor.normal([6, 3], using: &generator)
    let probe = Probe()
    func watched() -> Gradients {
      valueAndGradients(of: model) {
        softmaxCrossEntropy(model(x, hook: probe.callAsFunction), labels: [0, 1, 0, 1, 0, 1])
      }
      .gradients
    }
    let plain = valueAndGradients(of: model) { softmaxCrossEntropy(model(x), labels: [0, 1, 0, 1, 0, 1]) }.gradients
    #expect(watched() == plain)
    #expect(probe.readings.map(\.name) == ["layers.0", "layers.1", "layers.2"])
    #expect(probe.readings.map(\.output.shape) == [[6, 5], [6, 4], [6, 2]])
    // The last layer is linear: its bias receives the column sums of ∂L/∂h.
    #expect(probe.readings[2].gradient?.sum(axes: [0]) == plain["layers.2.bias"])
    let before = probe.readings
    model.parameters[0].assign(model.parameters[0].tensor * 2)
    _ = watched()
    #expect(probe.readings.count == 3)
    #expect(probe.readings[0].output != before[0].output && probe.readings[0].gradient != before[0].gradient)
  }

  @Test("Without a walk back there are outputs and no gradients, and an unknown name has no reading")
  func withoutGradients() {
    let probe = Probe()
    #expect(probe(Tensor([3, 4]), "input").scalars == [3, 4])
    #expect(probe["input"]?.gradient == nil && probe["output"] == nil)
  }

  @Test("Two rules of one's own: forth to whole numbers, back ten times the gradient")
  func ownRules() {
    let x = Parameter("x", Tensor([0.4, 1.6]))
    let (loss, gradients) = valueAndGradients(of: x) {
      (x.value * 2).customGradient(forward: { Tensor($0.scalars.map { $0.rounded() }) }, backward: { $0 * 10 }).sum()
    }
    #expect(loss == 1 + 3)  // 0.8 and 3.2, rounded
    #expect(gradients.tensors[0].scalars == [20, 20])
  }

  @Test("A rule that changes the shape is stopped by name")
  func refusal() async {
    let result = await #expect(processExitsWith: .failure, observing: [\.standardErrorContent]) {
      _ = Tensor([1, 2]).customGradient(forward: { $0.sum() }, backward: { $0 })
    }
    let message = String(decoding: result?.standardErrorContent ?? [], as: UTF8.self)
    #expect(message.contains("The forward rule of customGradient must keep float32 [2], but made float32 []."))
  }

  @Test("The root mean square of 3 and 4 is √12.5; the mean alone does not matter to it")
  func rootMeanSquare() {
    #expect(Tensor([3, 4]).rootMeanSquare == 5 / 2.0.squareRoot())  // the norm over √n
    #expect(Tensor([2, 2, 2, 2], dtype: .float64).rootMeanSquare == 2)
    #expect(Tensor([3e30, 4e30]).rootMeanSquare.isFinite)
  }
}
