import Descent
import Testing

@Suite("Normalisation and dropout") struct NormalizationTests {
  @Test("By hand: features (1, 3) have mean 2 and variance 1, so they become −1 and 1, then 2·(−1) + 5 and 2·1 + 5")
  func layer() {
    let norm = LayerNorm("norm", features: 2, epsilon: 0, dtype: .float64)
    let x = Tensor(rows: [[1, 3], [-30, -10]], dtype: .float64)
    #expect(norm(x).scalars == [-1, 1, -1, 1])
    norm.weight.assign(Tensor([2, 2], dtype: .float64))
    norm.bias.assign(Tensor([5, 5], dtype: .float64))
    #expect(norm(x).scalars == [3, 7, 3, 7])
    #expect(norm.parameters.map(\.name) == ["norm.weight", "norm.bias"])
  }

  @Test("A layer of equal features is finite: they become 0, and so do their gradients' common part")
  func equalFeatures() {
    let norm = LayerNorm("norm", features: 3)
    let (value, gradient) = valueAndGradient(at: Tensor(rows: [[7, 7, 7]])) { norm($0).sum() }
    #expect(value == 0 && gradient.scalars == [0, 0, 0])
  }

  @Test("In float32 a mean of 10 000 costs the variance nothing: 10 000 ± 1 become ±1")
  func largeMean() {
    let norm = LayerNorm("norm", features: 2, epsilon: 0)
    #expect(norm(Tensor(rows: [[9_999, 10_001]])).scalars == [-1, 1])
  }

  @Test("By hand: the batch (1, 3) has mean 2, variance 1, unbiased 2; with decay 0.9 the averages are 0.2 and 1.1")
  func runningAverages() {
    let norm = BatchNorm("norm", features: 1, epsilon: 0, dtype: .float64)
    #expect(norm(Tensor(rows: [[1], [3]], dtype: .float64), in: .training).scalars == [-1, 1])
    #expect(abs(norm.runningMean.tensor.item - 0.2) < 1e-15)  // 0.9 · 0 + 0.1 · 2
    #expect(abs(norm.runningVariance.tensor.item - 1.1) < 1e-15)  // 0.9 · 1 + 0.1 · 2
    let evaluated = norm(Tensor(rows: [[0.2], [0.2 + 1.1.squareRoot()]], dtype: .float64), in: .evaluation)
    #expect(abs(evaluated[0, 0]) < 1e-15 && abs(evaluated[1, 0] - 1) < 1e-15)
    #expect(abs(norm.runningMean.tensor.item - 0.2) < 1e-15)  // evaluation leaves the averages alone
    #expect(norm(.zeros([0, 1], dtype: .float64), in: .evaluation).shape == [0, 1])
    #expect(norm(.ones([1, 1], dtype: .float64), in: .evaluation).shape == [1, 1])
  }

  @Test(
    "A batch of many features is normalised as means, squares and roots make it, forwards and backwards",
    arguments: [(2, 1), (5, 63), (64, 64), (3, 65), (7, 130)])
  func manyFeatures(samples: Int, features: Int) {
    var generator = RandomGenerator(seed: UInt64(features))
    let norm = BatchNorm("norm", features: features, dtype: .float64)
    norm.weight.assign(.normal([features], dtype: .float64, using: &generator))
    norm.bias.assign(.normal([features], dtype: .float64, using: &generator))
    let x = Tensor.normal([samples, features], mean: 3, dtype: .float64, using: &generator)
    let slopes = Tensor.normal([samples, features], dtype: .float64, using: &generator)
    func composed(_ x: Tensor) -> Tensor {
      let centred = x - x.mean(axes: [0])
      let deviation = sqrt(square(centred).mean(axes: [0]) + norm.epsilon)
      return centred / deviation * norm.weight.value + norm.bias.value
    }
    struct Both: Model { let parameters: [Parameter] }
    let input = Parameter("input", x)
    let model = Both(parameters: norm.parameters + [input])
    func gradients(_ function: (Tensor) -> Tensor) -> (loss: Double, gradients: Gradients) {
      valueAndGradients(of: model) { (function(input.value) * slopes).sum() }
    }
    let (layer, reference) = (gradients { norm($0, in: .training) }, gradients(composed))
    // Some 10⁴ roundings of numbers of the size 1; two samples close together are divided by their small distance.
    #expect(abs(layer.loss - reference.loss) < 1e-10)
    #expect(layer.gradients.names == reference.gradients.names)
    for (a, b) in zip(layer.gradients.tensors, reference.gradients.tensors) {
      #expect(a.shape == b.shape)
      #expect((a - b).norm < 1e-9 * max(1, b.norm))
    }
    #expect(reference.gradients.norm > 0.1)
  }

  @Test("By hand: features (1, 7) have mean square 25 and become 1/5 and 7/5; their mean stays where it is")
  func rootMeanSquare() {
    let norm = RMSNorm("norm", features: 2, epsilon: 0, dtype: .float64)
    let x = Tensor(rows: [[1, 7], [-10, -70]], dtype: .float64)
    // 1/5 is rounded, and so are products with it.
    #expect((norm(x) - Tensor(rows: [[0.2, 1.4], [-0.2, -1.4]], dtype: .float64)).norm < 1e-15)
    norm.weight.assign(Tensor([10, 1], dtype: .float64))
    #expect((norm(x) - Tensor(rows: [[2, 1.4], [-2, -1.4]], dtype: .float64)).norm < 1e-14)
    #expect(RMSNorm("norm", features: 2).epsilon == 0x1p-23 && norm.parameters.map(\.name) == ["norm.weight"])
  }

  @Test(
    "Normalisation, ReLU and addition in one are to the last bit the three after each other, in both phases",
    arguments: [[6, 19], [3, 2, 5, 4], [2, 16, 1, 17]], DType.allCases)
  func fused(shape: [Int], dtype: DType) {
    var generator = RandomGenerator(seed: 14)
    func layer() -> BatchNorm {
      let norm = BatchNorm("norm", features: shape[1], dtype: dtype)
      norm.weight.assign(.normal([shape[1]], dtype: dtype, using: &generator))
      norm.bias.assign(.normal([shape[1]], dtype: dtype, using: &generator))
      return norm
    }
    let norm = layer()
    let fresh = norm.state
    let (x, bypass) = (
      Tensor.normal(shape, mean: 2, dtype: dtype, using: &generator),
      Tensor.normal(shape, dtype: dtype, using: &generator)
    )
    for phase in [Phase.training, .evaluation] {
      norm.state = fresh
      let fused = norm(x, in: phase, activation: .relu, addedTo: bypass)
      let averages = norm.buffers.map(\.tensor)
      norm.state = fresh
      #expect(fused == relu(norm(x, in: phase)) + bypass)
      #expect(norm.buffers.map(\.tensor) == averages)
      #expect(Set(fused.scalars).count > 10)
    }
  }

  @Test("The normalised numbers do not depend on how many rows or columns stand beside them", arguments: DType.allCases)
  func neighbours(dtype: DType) {
    var generator = RandomGenerator(seed: 15)
    let x = Tensor.normal([19, 37], mean: 5, dtype: dtype, using: &generator)
    let layerNorm = LayerNorm("norm", features: 37, dtype: dtype)
    let together = layerNorm(x)
    for row in 0..<19 { #expect(layerNorm(x.take(rows: [row])) == together.take(rows: [row])) }
    let batch = BatchNorm("norm", features: 37, dtype: dtype)(x, in: .training)
    for column in 0..<37 {
      let alone = BatchNorm("norm", features: 1, dtype: dtype)(
        x.slice(axis: 1, range: column..<column + 1), in: .training)
      #expect(alone == batch.slice(axis: 1, range: column..<column + 1))
    }
  }

  @Test("nan and ∞ in one feature or one sample leave the others alone")
  func nonFinite() {
    var x = [Double](repeating: 0, count: 8 * 20).indices.map { Double($0 * 7 % 13) }
    x[3] = .nan  // sample 0, feature 3
    x[25] = .infinity  // sample 1, feature 5
    let samples = LayerNorm("norm", features: 20)(Tensor(shape: [8, 20], x)).scalars
    #expect((0..<160).allSatisfy { samples[$0].isNaN == ($0 < 40) })
    let features = BatchNorm("norm", features: 20)(Tensor(shape: [8, 20], x), in: .training).scalars
    #expect((0..<160).allSatisfy { features[$0].isNaN == ($0 % 20 == 3 || $0 % 20 == 5) })
  }

  @Test("The running averages belong to the state, but are neither differentiated nor trained nor counted")
  func buffers() throws {
    var generator = RandomGenerator(seed: 2)
    let model = ResidualNetwork(using: &generator)
    #expect(model.state.names.suffix(2) == ["blocks.1.norm.running_mean", "blocks.1.norm.running_var"])
    #expect(model.parameterCount == 4 * 3 + 4 + 2 * (16 + 4 + 4 + 4) + 2 * 4 + 2)
    let fresh = model.state
    let x = Tensor.normal([8, 3], dtype: .float64, using: &generator)
    let gradients = valueAndGradients(of: model) { square(model(x, in: .training)).mean() }.gradients
    #expect(gradients.names == model.parameters.map(\.name))
    let averages = model.buffers.map(\.tensor)
    #expect(averages != fresh.tensors.suffix(4))
    var optimizer = Adam(learningRate: 0.1)
    optimizer.update(model, with: gradients)
    #expect(model.buffers.map(\.tensor) == averages)

    // There and back through a file.
    let file = try SafeTensors(decoding: SafeTensors(model.state).encoded())
    let trained = model.state
    model.state = fresh
    #expect(model.buffers.map(\.tensor) == fresh.tensors.suffix(4))
    model.state = try file.state(like: model.state)
    #expect(model.state == trained)
  }

  @Test("Refusal: one sample has no variance over the batch")
  func oneSample() async {
    let result = await #expect(processExitsWith: .failure, observing: [\.standardErrorContent]) {
      _ = BatchNorm("norm", features: 3)(Tensor.ones([1, 3]), in: .training)
    }
    let message = String(decoding: result?.standardErrorContent ?? [], as: UTF8.self)
    #expect(message.contains("norm.weight needs at least 2 numbers for each feature in training, not shape [1, 3]."))
  }

  @Test("Dropout at 0.25 leaves 0 or 4/3 of each one, keeps three quarters, and so the mean", arguments: DType.allCases)
  func dropoutScaling(dtype: DType) {
    var generator = RandomGenerator(seed: 3)
    let y = dropout(.ones([100, 400], dtype: dtype), rate: 0.25, using: &generator)
    let kept = dtype == .float32 ? Double(Float(4.0 / 3)) : 4.0 / 3
    #expect(Set(y.scalars) == [0, kept])
    // 40 000 draws: the share kept has a standard error of √(0.25 · 0.75/40000) = 0.0022; 4 of them, times 4/3.
    #expect(abs(y.mean().item - 1) < 0.0116)
    let correlation = zip(y.scalars, y.scalars.dropFirst()).reduce(0) { $0 + ($1.0 - 1) * ($1.1 - 1) } / 39_999
    #expect(abs(correlation) < 4 / 3.0 / 200)  // variance p/(1 − p) = 1/3 over √40000; neighbours are independent
  }

  @Test("Dropout: the gradient is scaled where the number was, the seed decides, and a rate of 0 changes nothing")
  func dropoutGradient() {
    let x = Tensor([1, 2, 3, 4, 5, 6, 7, 8])
    func dropped(_ x: Tensor) -> Tensor {
      var generator = RandomGenerator(seed: 4)
      return dropout(x, rate: 0.5, using: &generator)
    }
    let gradient = valueAndGradient(at: x) { dropped($0).sum() }.gradient
    #expect(dropped(x) == x * gradient && Set(gradient.scalars) == [0, 2])
    var generator = RandomGenerator(seed: 4)
    #expect(dropout(x, rate: 0, using: &generator) == x)
  }

  @Test("Refusal: a dropout rate of 1 would divide by zero")
  func dropoutRate() async {
    await #expect(processExitsWith: .failure) {
      var generator = RandomGenerator(seed: 1)
      _ = dropout(Tensor([1]), rate: 1, using: &generator)
    }
  }
}
