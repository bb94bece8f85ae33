import Descent
import Testing

@Suite("Wrapped models and adapter files") struct WrappingTests {
  static let words = [[0, 3, 1, 4], [0, 9, 2, 6]]
  static let next = [3, 1, 4, 0, 9, 2, 6, 0]
  static let all = ["query", "key", "value", "output", "up", "feed_forward.down"]

  static func model() -> LetterModel {
    var generator = RandomGenerator(seed: 1)
    return LetterModel(using: &generator)
  }

  static func lora(_ model: LetterModel, rank: Int = 2, alpha: Double? = nil, seed: UInt64 = 2) -> LetterModel {
    var generator = RandomGenerator(seed: seed)
    return model.wrapping(all) { LoRA($0, rank: rank, alpha: alpha, using: &generator) }
  }

  /// Twelve steps of Adam on what the wrappers added.
  @discardableResult static func adapt(_ trained: some Model, logits: () -> Tensor) -> Adam {
    var optimizer = Adam(learningRate: 0.02)
    for _ in 0..<12 {
      let gradients = valueAndGradients(of: trained) {
        softmaxCrossEntropy(logits().reshaped([8, 27]), labels: next)
      }.gradients
      optimizer.update(trained, with: gradients)
    }
    return optimizer
  }

  @Test("LoRA of rank 2 on all twelve matrices adds 896 · 2 numbers, and Adam remembers twice as many")
  func counts() {
    let adapted = Self.lora(Self.model())
    #expect(adapted.added.count == 24 && adapted.trainingAdapters().parameterCount == 1792)
    #expect(adapted.trainingAdapters(and: ["head"]).parameterCount == 1792 + 891)
    #expect(Adam(learningRate: 0.1).rememberedCount == 0)
    #expect(Self.adapt(adapted.trainingAdapters()) { adapted(Self.words) }.rememberedCount == 2 * 1792)
  }

  @Test("Switched off the base answers as before to the bit, and merged a plain model answers as the wrapped one")
  func offAndMerged() {
    let model = Self.model()
    let (before, logits) = (model.state, model(Self.words))
    let adapted = Self.lora(model)
    Self.adapt(adapted.trainingAdapters()) { adapted(Self.words) }
    #expect(adapted(Self.words) != logits && adapted.unwrapped(Self.words) == logits && model.state == before)
    let merged = adapted.merged
    #expect(merged.state.names == before.names && merged.added.isEmpty && model.state == before)
    expectClose(merged(Self.words).scalars, adapted(Self.words).scalars, within: 1e-4)  // float32, two blocks
  }

  @Test("An adapter with ReLU is not merged, a linear one is, after LoRA too; off takes all wrappers away")
  func adapters() {
    let model = Self.model()
    let places = ["attention.output", "feed_forward.down"]
    func wrapped(_ activation: Activation, _ model: LetterModel) -> LetterModel {
      var generator = RandomGenerator(seed: 3)
      return model.wrapping(places) {
        Adapter(after: $0, bottleneck: 4, activation: activation, start: .bothNormal, using: &generator)
      }
    }
    #expect(wrapped(.relu, model).merged.added.count == 16 && wrapped(.identity, model).merged.added.isEmpty)
    let both = wrapped(.identity, Self.lora(model))
    #expect(both.merged.state.names == model.state.names && both.unwrapped(Self.words) == model(Self.words))
    expectClose(both.merged(Self.words).scalars, both(Self.words).scalars, within: 1e-4)
  }

  @Test("An adapter file has PEFT's names and settings, and gives another copy of the base the same answers")
  func file() throws {
    let model = Self.model()
    let adapted = Self.lora(model, alpha: 4)
    Self.adapt(adapted.trainingAdapters()) { adapted(Self.words) }
    let file = adapted.adapterFile(metadata: ["task": "spanish"])
    #expect(file["base_model.model.blocks.0.attention.query.lora_A.weight"]?.shape == [2, 32])
    #expect(file.metadata == ["task": "spanish", "r": "2", "lora_alpha": "4.0"])
    #expect(file.tensors.reduce(0) { $0 + $1.bytes.count } == 4 * 1792)
    let other = Self.lora(Self.model(), alpha: 4, seed: 9)
    try other.loadAdapter(SafeTensors(decoding: file.encoded()))
    #expect(other(Self.words) == adapted(Self.words))
  }

  @Test("A file that does not fit is refused in one line, and changes nothing")
  func refused() throws {
    let file = Self.lora(Self.model()).adapterFile()
    func reason(_ model: LetterModel, _ file: SafeTensors) -> String {
      let before = model.state
      let error = #expect(throws: SafeTensorsError.self) { try model.loadAdapter(file) }
      #expect(model.state == before)
      return error?.reason ?? ""
    }
    #expect(reason(Self.lora(Self.model(), rank: 1, alpha: 2), file) == "its r is 2 where the model has 1")
    #expect(reason(Self.lora(Self.model(), alpha: 8), file) == "its lora_alpha is 2.0 where the model has 8.0")
    var more = file
    more.tensors.append(StoredTensor("head.weight", .zeros([2]), as: .float32))
    #expect(reason(Self.lora(Self.model()), more) == "head.weight belongs to no wrapper of the model")
    var less = file
    less.tensors.removeFirst()
    #expect(reason(Self.lora(Self.model()), less).hasPrefix("there is no tensor base_model.model.blocks.0."))
  }

  // MARK: Prefixes

  @Test("By hand: P pairs for two blocks of width 32 are 128 P numbers, a soft prompt's 32 P; nothing else is trained")
  func prefixCounts() {
    var generator = RandomGenerator(seed: 4)
    let model = Self.model()
    let before = model.state
    let prefix = PrefixTuning(for: model, length: 4, using: &generator)
    let prompt = SoftPrompt(for: model, length: 4, using: &generator)
    #expect(prefix.parameterCount == 512 && prompt.parameterCount == 128 && prefix.prefixes.count == 2)
    let (places, start) = (Array(0..<8), prefix.state)
    #expect(prefix.prefixes.allSatisfy { $0.values == .zeros([4, 32]) && $0.keys != .zeros([4, 32]) })
    Self.adapt(prefix) { model(Self.words, at: places, prefixes: prefix.prefixes) }
    Self.adapt(prompt) { prompt(model, Self.words, at: places) }
    #expect(model.state == before && prefix.state != start)
  }

  @Test("By hand: a projection 32 → 8 → 128 of 4 rows is 128 + 264 + 1,152 numbers; 512 are kept and say the same")
  func projection() {
    var generator = RandomGenerator(seed: 4)
    let model = Self.model()
    let prefix = PrefixTuning(for: model, length: 4, projection: 8, using: &generator)
    #expect(prefix.parameterCount == 4 * 32 + 8 * 33 + 128 * 9)
    #expect(prefix.parameters.map(\.name).prefix(3) == ["embedding.weight", "transform.0.weight", "transform.0.bias"])
    let start = prefix.state
    Self.adapt(prefix) { model(Self.words, at: Array(0..<8), prefixes: prefix.prefixes) }
    #expect(prefix.state != start)
    let flat = prefix.flattened
    #expect(flat.parameterCount == 512 && flat.parameters.map(\.name) == ["prompt_embeddings"])
    #expect(
      model(Self.words, at: [2, 5], prefixes: flat.prefixes)
        == model(Self.words, at: [2, 5], prefixes: prefix.prefixes))
  }

  @Test("A prefix of each word's own says what the word would hear alone with it, and gradients reach each")
  func ownPrefixes() {
    var generator = RandomGenerator(seed: 4)
    let model = Self.model()
    let all = Tensor.normal([Self.words.count, 3, 128], using: &generator)
    let together = model(Self.words, prefixes: AttentionPrefix.parts(of: all, blocks: 2))
    for (row, word) in Self.words.enumerated() {
      let own = all.slice(axis: 0, range: row..<row + 1).reshaped([3, 128])
      let alone = model([word], prefixes: AttentionPrefix.parts(of: own, blocks: 2))
      expectClose(together.slice(axis: 0, range: row..<row + 1).scalars, alone.scalars, within: 1e-5)
    }
    let gradient = valueAndGradient(at: all) { x in
      square(model(Self.words, prefixes: AttentionPrefix.parts(of: x, blocks: 2))).sum()
    }.gradient
    #expect(
      gradient.shape == all.shape
        && (0..<Self.words.count).allSatisfy { row in
          gradient.slice(axis: 0, range: row..<row + 1).scalars.contains { $0 != 0 }
        })
  }

  @Test("A soft prompt of what stands for letters is seen as letters in front: places are counted without it")
  func promptPlaces() {
    var generator = RandomGenerator(seed: 4)
    let model = Self.model()
    // Without places' vectors, a prompt of the first letter's vector is the word with that letter in front.
    model.positions.weight.assign(.zeros(model.positions.weight.tensor.shape))
    let prompt = SoftPrompt(for: model, length: 1, using: &generator)
    prompt.embeddings.assign(model.tokens.weight.tensor.take(rows: [0]))
    let longer = model(Self.words.map { [0] + $0 }, at: [1, 4, 7, 9])
    expectClose(prompt(model, Self.words, at: [0, 3, 5, 7]).scalars, longer.scalars, within: 1e-5)
  }
}
