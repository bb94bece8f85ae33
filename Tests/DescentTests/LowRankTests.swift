import Descent
import Testing

@Suite("LoRA and adapters") struct LowRankTests {
  static func dense(
    _ name: String = "base", from inputs: Int = 6, to outputs: Int = 5, activation: Activation = .identity,
    seed: UInt64 = 1, dtype: DType = .float64
  ) -> Dense {
    var generator = RandomGenerator(seed: seed)
    let weight = Tensor.normal([outputs, inputs], dtype: dtype, using: &generator)
    return Dense(
      name, weight: weight, bias: .normal([outputs], dtype: dtype, using: &generator), activation: activation)
  }

  static func draw(_ shape: [Int], seed: UInt64 = 5, dtype: DType = .float64) -> Tensor {
    var generator = RandomGenerator(seed: seed)
    return .normal(shape, dtype: dtype, using: &generator)
  }

  // MARK: LoRA

  @Test(
    "By hand: W = [[1, 2, 3], [4, 5, 6]], A = (1, 0, 2), B = (1, −1), x = (1, 1, 1): W x = (6, 15), B A x = (3, −3)")
  func loraByHand() {
    let base = Dense("base", weight: Tensor(rows: [[1, 2, 3], [4, 5, 6]]), bias: .zeros([2]))
    let (down, up) = (Tensor(rows: [[1, 0, 2]]), Tensor(rows: [[1], [-1]]))
    let x = Tensor(rows: [[1, 1, 1]])
    let lora = LoRA(base, down: down, up: up, alpha: 1)
    #expect(lora(x).scalars == [9, 12])
    #expect(LoRA(base, down: down, up: up, alpha: 2)(x).scalars == [12, 9])  // α/r = 2: (6 + 6, 15 − 6)
    #expect(lora.change == Tensor(rows: [[1, 0, 2], [-1, 0, -2]]))
    #expect(lora.merged(x).scalars == [9, 12] && lora.base(x).scalars == [6, 15])
    // With g = ∂L/∂h = (1, 10): ∂B = g (A x)ᵀ = (3, 30), ∂A = Bᵀ g xᵀ = (1 − 10)(1, 1, 1)
    let gradients = valueAndGradients(of: lora) { (lora(x) * Tensor([1, 10])).sum() }.gradients
    #expect(gradients.names == ["base.weight", "base.bias", "base.lora_A.weight", "base.lora_B.weight"])
    #expect(gradients["base.lora_B.weight"] == Tensor(rows: [[3], [30]]))
    #expect(gradients["base.lora_A.weight"] == Tensor(rows: [[-9, -9, -9]]))
  }

  @Test(
    "By hand: rank r has r (inputs + outputs) numbers, 6.25 % of 32 × 32 for r = 1, 50 % for r = 8",
    arguments: [(32, 32, 1, 64), (32, 32, 8, 512), (32, 64, 4, 384), (768, 768, 8, 12_288)])
  func numbers(inputs: Int, outputs: Int, rank: Int, count: Int) {
    var generator = RandomGenerator(seed: 1)
    let base = Dense("base", from: inputs, to: outputs, using: &generator)
    let lora = LoRA(base, rank: rank, using: &generator)
    #expect(lora.training { $0.contains(".lora_") }.parameterCount == count)
  }

  @Test(
    "With B = 0 the start is the base to the bit, A's gradient is zero and B's is not; with A = 0 the other way round"
  )
  func starts() {
    var generator = RandomGenerator(seed: 3)
    let (base, x) = (Self.dense(dtype: .float32), Self.draw([4, 6], dtype: .float32))
    for start in LowRankStart.allCases {
      let lora = LoRA(base, rank: 2, start: start, using: &generator)
      #expect((lora(x) == base(x)) == (start != .bothNormal), "\(start)")
      let gradients = valueAndGradients(of: lora) { square(lora(x)).sum() }.gradients
      let (down, up) = (gradients["base.lora_A.weight"]?.norm ?? .nan, gradients["base.lora_B.weight"]?.norm ?? .nan)
      #expect((down == 0) == (start == .zeroUp || start == .bothZero), "\(start)")
      #expect((up == 0) == (start == .zeroDown || start == .bothZero), "\(start)")
    }
    let wide = LoRA(Self.dense(from: 500, to: 3), rank: 100, using: &generator)
    let variance = square(wide.down.tensor).mean().item
    #expect(abs(variance * 500 - 1) < 0.03)  // N(0, 1/500); relative standard error √(2/50000) = 0.6 %, 4 of them
    #expect(wide.up.tensor == .zeros([3, 100], dtype: .float64))
  }

  @Test(
    "LoRA's gradients are central differences, frozen base or not, with a bend after the sum", arguments: [1, 2, 3])
  func loraDifferences(seed: UInt64) {
    var generator = RandomGenerator(seed: seed)
    let base = Self.dense(activation: .tanh, seed: seed)
    let lora = LoRA(base, rank: 2, alpha: 3, start: .bothNormal, using: &generator)
    let x = Self.draw([2, 2, 6], seed: seed)
    func loss() -> Tensor { square(lora(x)).sum() }
    expectGradients(of: lora, seed, loss)
    expectGradients(of: lora.training { $0.contains(".lora_") }, seed, loss)
  }

  @Test("Merged into its base LoRA computes the same in one product, ReLU after the sum")
  func loraMerges() {
    var generator = RandomGenerator(seed: 3)
    let base = Self.dense("blocks.0.up", activation: .relu)
    let lora = LoRA(base, rank: 3, alpha: 5, start: .bothNormal, using: &generator)
    let x = Self.draw([4, 3, 6])
    #expect(lora.merged.parameters.map(\.name) == ["blocks.0.up.weight", "blocks.0.up.bias"])
    expectClose(lora.merged(x).scalars, lora(x).scalars, within: 1e-13)  // the same sums in another order
    #expect(lora(.zeros([0, 6], dtype: .float64)).shape == [0, 5])
  }

  @Test("A change of rank 1 is learned by rank 1, while the base stays as it is")
  func learns() {
    var generator = RandomGenerator(seed: 4)
    let (base, x) = (Self.dense(), Self.draw([64, 6]))
    let before = base.parameters.map(\.tensor)
    let change = matmul(Self.draw([5, 1], seed: 6), Self.draw([1, 6], seed: 7))
    let target = Dense("target", weight: base.weight.tensor + change, bias: base.bias.tensor)(x)
    let lora = LoRA(base, rank: 1, using: &generator)
    let trained = lora.training { $0.contains(".lora_") }
    var optimizer = Adam(learningRate: 0.05)
    for _ in 0..<600 {
      optimizer.update(trained, with: valueAndGradients(of: trained) { meanSquaredError(lora(x), target) }.gradients)
    }
    #expect(meanSquaredError(base(x), target).item > 1)
    #expect(meanSquaredError(lora(x), target).item < 1e-6)
    expectClose(lora.change.scalars, change.scalars, within: 1e-2)
    #expect(base.parameters.map(\.tensor) == before)
  }

  // MARK: Adapters

  /// The identity as the layer before, D and U by hand.
  static func adapter(_ activation: Activation) -> Adapter {
    var generator = RandomGenerator(seed: 1)
    let identity = Dense("base", weight: Tensor(rows: [[1, 0, 0], [0, 1, 0], [0, 0, 1]]), bias: .zeros([3]))
    let adapter = Adapter(after: identity, bottleneck: 2, activation: activation, using: &generator)
    adapter.down.weight.assign(Tensor(rows: [[1, 0, 1], [0, 1, 0]]))
    adapter.up.weight.assign(Tensor(rows: [[1, 0], [0, 0.5], [1, -1]]))
    return adapter
  }

  @Test("By hand: h = (1, 2, −2) has D h = (−1, 2); with ReLU (1, 3, −4) comes out, without (0, 3, −5) = (I + U D) h")
  func adapterByHand() {
    let h = Tensor(rows: [[1, 2, -2]])
    #expect(Self.adapter(.relu)(h).scalars == [1, 3, -4])
    let linear = Self.adapter(.identity)
    #expect(linear(h).scalars == [0, 3, -5])
    #expect(linear.merged?.weight.tensor == Tensor(rows: [[2, 0, 1], [0, 1.5, 0], [1, -1, 2]]))
    #expect(Self.adapter(.relu).merged == nil)
  }

  @Test("By hand: bottleneck m after width 32 has 65 m + 32 numbers of its own, below the base's names")
  func adapterNumbers() {
    var generator = RandomGenerator(seed: 1)
    let base = Dense("blocks.0.attention.output", from: 32, to: 32, using: &generator)
    for m in [1, 8] {
      let adapter = Adapter(after: base, bottleneck: m, using: &generator)
      #expect(adapter.training { $0.contains(".adapter.") }.parameterCount == 65 * m + 32)
      let own = ["down.weight", "down.bias", "up.weight", "up.bias"].map { "blocks.0.attention.output.adapter.\($0)" }
      #expect(adapter.parameters.map(\.name) == base.parameters.map(\.name) + own)
    }
  }

  @Test("With U = 0 the start is the base to the bit; with both at zero nothing but U's bias ever has a gradient")
  func adapterStarts() {
    var generator = RandomGenerator(seed: 3)
    let (base, x) = (Self.dense(dtype: .float32), Self.draw([4, 6], dtype: .float32))
    for start in LowRankStart.allCases {
      let adapter = Adapter(after: base, bottleneck: 3, activation: .tanh, start: start, using: &generator)
      #expect((adapter(x) == base(x)) == (start != .bothNormal), "\(start)")
      let gradients = valueAndGradients(of: adapter.training { $0.contains(".adapter.") }) {
        square(adapter(x)).sum()
      }.gradients
      let moved = gradients.names.filter { gradients[$0]?.norm != 0 }.map {
        String($0.dropFirst("base.adapter.".count))
      }
      switch start {
      case .zeroUp: #expect(moved == ["up.weight", "up.bias"])
      case .zeroDown: #expect(moved == ["down.weight", "down.bias", "up.bias"])
      case .bothZero: #expect(moved == ["up.bias"])
      case .bothNormal: #expect(moved.count == 4)
      }
    }
  }

  @Test("An adapter's gradients are central differences, after a dense layer and after LoRA", arguments: [1, 2, 3])
  func adapterDifferences(seed: UInt64) {
    var generator = RandomGenerator(seed: seed)
    let lora = LoRA(Self.dense(seed: seed), rank: 2, start: .bothNormal, using: &generator)
    let x = Self.draw([2, 2, 6], seed: seed)
    for base: any Layer in [Self.dense(seed: seed), lora] {
      let adapter = Adapter(after: base, bottleneck: 3, activation: .tanh, start: .bothNormal, using: &generator)
      expectGradients(of: adapter, seed) { square(adapter(x)).sum() }
      expectGradients(of: adapter.training { $0.contains(".adapter.") }, seed) { square(adapter(x)).sum() }
    }
  }

  @Test("A linear adapter folds into a dense layer or into LoRA before it; a bend anywhere stands in the way")
  func adapterMerges() throws {
    var generator = RandomGenerator(seed: 3)
    let (base, x) = (Self.dense(), Self.draw([4, 3, 6]))
    let lora = LoRA(base, rank: 2, start: .bothNormal, using: &generator)
    for layer: any Layer in [base, lora] {
      let adapter = Adapter(after: layer, bottleneck: 2, activation: .identity, start: .bothNormal, using: &generator)
      adapter.down.bias.assign(Self.draw([2], seed: 8))
      adapter.up.bias.assign(Self.draw([5], seed: 9))
      let merged = try #require(adapter.merged)
      #expect(merged.parameters.map(\.name) == base.parameters.map(\.name))
      expectClose(merged(x).scalars, adapter(x).scalars, within: 1e-12)  // sums of a few dozen numbers below 100
    }
    let bent = Self.dense(activation: .relu)
    #expect(Adapter(after: bent, bottleneck: 2, activation: .identity, using: &generator).merged == nil)
  }

  @Test("After any other layer an adapter is told its name and its width")
  func afterAnyLayer() {
    var generator = RandomGenerator(seed: 3)
    let adapter = Adapter("norm", after: LayerNorm("norm", features: 6), width: 6, bottleneck: 2, using: &generator)
    #expect(adapter.parameters.map(\.name).prefix(3) == ["norm.weight", "norm.bias", "norm.adapter.down.weight"])
    #expect(adapter(Self.draw([2, 6], dtype: .float32)).shape == [2, 6] && adapter.merged == nil)
  }

  // MARK: In a transformer

  static let words = [[0, 3, 1, 4], [0, 9, 2, 6]]
  static let next = [3, 1, 4, 0, 9, 2, 6, 0]

  /// Twelve steps that train what has such a name, on a letter model; the whole state before and after.
  static func adapt(_ model: LetterModel, _ isTrained: (String) -> Bool) -> (before: ModelState, after: ModelState) {
    let (trained, before) = (model.training(only: isTrained), model.state)
    var optimizer = Adam(learningRate: 0.02)
    for _ in 0..<12 {
      let gradients = valueAndGradients(of: trained) {
        softmaxCrossEntropy(model(words).reshaped([8, 27]), labels: next)
      }.gradients
      optimizer.update(trained, with: gradients)
    }
    return (before, model.state)
  }

  @Test(
    "LoRA on all twelve matrices of the letter model trains 896 r numbers, and its base stays to the bit",
    arguments: [1, 4])
  func loraEverywhere(rank: Int) {
    var generator = RandomGenerator(seed: 1)
    var model = LetterModel(using: &generator)
    let (base, logits) = (model.state, model(Self.words))
    for block in model.blocks.indices {
      for part in [\MultiHeadAttention.query, \.key, \.value, \.output] {
        let layer = model.blocks[block].attention[keyPath: part]
        model.blocks[block].attention[keyPath: part] = LoRA(layer, rank: rank, using: &generator)
      }
      for part in [\FeedForward.up, \.down] {
        let layer = model.blocks[block].feedForward[keyPath: part]
        model.blocks[block].feedForward[keyPath: part] = LoRA(layer, rank: rank, using: &generator)
      }
    }
    #expect(model(Self.words) == logits)
    #expect(model.training { $0.contains(".lora_") }.parameterCount == 896 * rank)
    #expect(model.state["blocks.0.attention.query.lora_A.weight"]?.shape == [rank, 32])
    let (before, after) = Self.adapt(model) { $0.contains(".lora_") }
    for name in before.names { #expect((before[name] == after[name]) == (base[name] != nil), "\(name)") }
    let adapted = model(Self.words)
    #expect(adapted != logits)
    for block in model.blocks.indices {
      for part in [\MultiHeadAttention.query, \.key, \.value, \.output] {
        guard let lora = model.blocks[block].attention[keyPath: part] as? LoRA else { continue }
        model.blocks[block].attention[keyPath: part] = lora.merged
      }
      for part in [\FeedForward.up, \.down] {
        guard let lora = model.blocks[block].feedForward[keyPath: part] as? LoRA else { continue }
        model.blocks[block].feedForward[keyPath: part] = lora.merged
      }
    }
    #expect(model.state.names == base.names)
    expectClose(model(Self.words).scalars, adapted.scalars, within: 1e-4)  // float32, logits near 5 after two blocks
  }

  @Test("Adapters at the four sites of the letter model train 4 (65 m + 32) numbers, and its base stays to the bit")
  func adaptersEverywhere() {
    var generator = RandomGenerator(seed: 1)
    var model = LetterModel(using: &generator)
    let (base, logits) = (model.state, model(Self.words))
    for block in model.blocks.indices {
      let (attended, fed) = (model.blocks[block].attention.output, model.blocks[block].feedForward.down)
      model.blocks[block].attention.output = Adapter(after: attended, bottleneck: 8, using: &generator)
      model.blocks[block].feedForward.down = Adapter(after: fed, bottleneck: 8, using: &generator)
    }
    #expect(model(Self.words) == logits)
    #expect(model.training { $0.contains(".adapter.") }.parameterCount == 2208)
    let (before, after) = Self.adapt(model) { $0.contains(".adapter.") }
    for name in before.names { #expect((before[name] == after[name]) == (base[name] != nil), "\(name)") }
    #expect(model(Self.words) != logits)
  }
}
