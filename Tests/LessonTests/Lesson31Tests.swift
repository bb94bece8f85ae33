import Datasets
import Descent
import Experiments
import Testing

@testable import Lesson31

@Suite("Lesson 31 · LoRA") struct Lesson31Tests {
  private func matrix(_ rows: [[Double]]) -> Tensor { Tensor(rows: rows, dtype: .float64) }

  /// W₀ = [1 2 3; 4 5 6] without a bias.
  private var dense: Dense {
    Dense("h", weight: matrix([[1, 2, 3], [4, 5, 6]]), bias: .zeros([2], dtype: .float64), activation: .identity)
  }

  // MARK: By hand

  @Test(
    "By hand: (1, −1) times (3, 3, 3) beside [1 2 3; 4 5 6] exchanges the answers 6 and 15, and merges into [4 5 6; 1 2 3]"
  )
  func exchange() {
    let layer = LoRA(dense, down: matrix([[3, 3, 3]]), up: matrix([[1], [-1]]), alpha: 1)
    let x = matrix([[1, 1, 1]])
    #expect(dense(x).scalars == [6, 15])
    #expect(layer(x).scalars == [15, 6])  // 6 + 9 and 15 − 9, whole numbers
    #expect(layer.merged.weight.value.scalars == [4, 5, 6, 1, 2, 3])
  }

  @Test(
    "By hand: with A = [1 0 2], B = [1; −1] and α/r = 2 the gradients are 2 g (Ax)ᵀ and 2 Bᵀg xᵀ; with B = 0 A has none"
  )
  func gradients() {
    // x = (1, 1, 1), Ax = 3. The loss 5h₁ + 7h₂ has g = (5, 7): ∂B = 2·(15, 21), and Bᵀg = −2: ∂A = 2·(−2, −2, −2).
    func gradients(_ up: [[Double]]) -> [[Double]] {
      let layer = LoRA(dense, down: matrix([[1, 0, 2]]), up: matrix(up), alpha: 2)
      return valueAndGradients(of: Sequential(layer).trainingAdapters()) {
        (layer(matrix([[1, 1, 1]])) * matrix([[5, 7]])).sum()
      }.gradients.tensors.map(\.scalars)
    }
    #expect(gradients([[1], [-1]]) == [[-4, -4, -4], [30, 42]])
    #expect(gradients([[0], [0]]) == [[0, 0, 0], [30, 42]])
  }

  @Test(
    "By hand: rank 1 beside the twelve matrices has 896 numbers, 13,696 products less in training and 896 more in reading"
  )
  func products() {
    // Each block: 4 · 32² + 2 · 32 · 64 = 8,192 and 4 · 64 + 2 · 96 = 448; two blocks.
    let (free, one) = (Products(Arm.shapes, rank: nil), Products(Arm.shapes, rank: 1))
    #expect(free.reading == 16_384 && free.training == 49_152)
    #expect(one.reading == 16_384 + 896 && one.training == 2 * 16_384 + 3 * 896)
    // For a square d × d the two cost the same at r = d/6: 2d² + 3 · 2rd = 3d².
    #expect(Products([[96, 96]], rank: 16).training == Products([[96, 96]], rank: nil).training)
    // 768 × 768 with r = 8: 12,288 of 589,824 numbers, 2.083 %.
    #expect(Products([[768, 768]], rank: 8).reading - 768 * 768 == 12_288)
  }

  @Test("By hand: A and B of one shape r × d multiply as the note has it for r = d alone") func shapes() {
    #expect((1...32).filter { notesFormulaMultiplies(width: 32, rank: $0) } == [32])
    #expect(productShape([32, 8], [8, 32]) == [32, 32])  // B of d × r with A of r × d
    #expect(productShape([32, 8], [32, 8]) == nil)
  }

  // MARK: Theory

  @Test(
    "Theory: answers that change places in a ring of k change the last matrix by rank k − 1, shuffled pixels the first by 32"
  )
  func exactRanks() throws {
    let base = DigitsBase(try Digits.load(), seed: 3)
    let trials = { (change: Change) in base.exactChange(change).matrix.singularValues }
    for count in [2, 5, 10] {
      let values = trials(.ring(count))
      #expect(values.count { $0 > 1e-5 * values[0] } == count - 1)
    }
    #expect(trials(.shuffled).count { $0 > 1e-3 } == 32)
  }

  @Test("Theory: with the exact change whole, shuffled digits are read as the old ones were, a ring but for the biases")
  func exactChange() throws {
    let base = DigitsBase(try Digits.load(), seed: 3)
    let network = base.network()
    let before = 100 * accuracy(network(base.task.test.pixels), labels: base.task.test.labels)
    #expect(abs(base.cuts(.shuffled, to: [32])[0] - before) < 0.3)  // one of 500 digits, where sums tie
    #expect(abs(base.cuts(.ring(2), to: [1])[0] - before) < 2)
    #expect(base.cuts(.shuffled, to: [0])[0] < 30)
  }

  @Test(
    "Theory: changes with one matrix at zero leave every logit, both at zero can't move, and the base is never touched")
  func starts() throws {
    let setting = try Setting()
    let task = LetterTask(setting.spanish, words: 100, seed: 4)
    func run(_ start: LowRankStart) -> Run {
      Run(.lora(2, start: start), rate: 0.02, steps: 20, in: setting, on: task)
    }
    let runs = LowRankStart.allCases.map(run)
    #expect(runs.map(\.startsAsBase) == [true, true, true, false])
    #expect(runs.map(\.endsAsBase) == [false, false, true, false])
    #expect(runs.allSatisfy { $0.isBaseWithout })
    // Merging adds up in another order: some hundred roundings of float32 numbers near 10.
    #expect(runs.allSatisfy { $0.numbers == 1792 && $0.mergingError < 1e-4 })
  }

  @Test("Theory: the file of a change holds its numbers alone, and brings them to another copy of the base") func file()
    throws
  {
    let setting = try Setting()
    var generator = RandomGenerator(seed: 5)
    func adapted() -> LetterModel {
      setting.base.model().wrapping(Arm.targets) {
        LoRA($0, rank: 1, start: .bothNormal, using: &generator)
      }
    }
    let (first, second) = (adapted(), adapted())
    let bytes = first.adapterFile().encoded()
    #expect(bytes.count > 4 * 896 && bytes.count < 4 * 896 + 4000)  // 896 float32 numbers and 24 names
    let words = LetterBatch(["hola", "casa"])
    #expect(first(words.inputs) != second(words.inputs))
    try second.loadAdapter(try SafeTensors(decoding: bytes))
    #expect(first(words.inputs) == second(words.inputs))
  }

  @Test("Theory: the twelve targets are the shapes that are counted") func targets() throws {
    let model = try Setting().base.model()
    let names = model.parameters.filter { parameter in
      Arm.targets.contains { parameter.name.hasSuffix(".\($0).weight") }
    }
    #expect(names.map(\.tensor.shape) == Arm.shapes)
  }

  // MARK: Contrast

  @Test("Contrast: rank 1 learns an exchange of two answers and not shuffled pixels, in ten times the steps either")
  func nearAndFar() throws {
    let base = DigitsBase(try Digits.load(), seed: 2)
    func accuracy(_ change: Change, _ rank: Int?, _ rate: Double, _ epochs: Int) -> Double {
      DigitsRun(DigitsArm(change: change, rank: rank), rate: rate, epochs: epochs, from: base).accuracy
    }
    #expect(accuracy(.ring(2), nil, 0.04, 15) - accuracy(.ring(2), 1, 0.04, 15) < 4)
    #expect(accuracy(.shuffled, nil, 0.04, 15) > 95)
    for rate in [0.01, 0.04] { #expect(accuracy(.shuffled, 1, rate, 150) < 85) }
  }

  @Test(
    "Contrast: in ten times the steps ranks keep their order, a cut stays behind, and tuning everything still forgets less"
  )
  func tenTimes() async throws {
    let setting = try Setting()
    func runs(_ arm: Arm, _ rate: Double) async -> Runs<Run> {
      await Runs(seeds: [0, 1]) { seed in
        Run(arm, rate: rate, steps: 1500, in: setting, on: LetterTask(setting.spanish, words: 1000, seed: seed))
      }
    }
    // The best of rates a factor 2 apart, seen from three seeds.
    let (one, four) = (await runs(.lora(1), 0.005), await runs(.lora(4), 0.00125))
    let (free, all) = (await runs(.matrices, 0.0003125), await runs(.all, 0.0003125))
    #expect(one.bits.mean > four.bits.mean && four.bits.mean > free.bits.mean && free.bits.mean > all.bits.mean)
    #expect(free.cutBits.places[0].mean > one.bits.mean + 0.03)
    let gentle = await runs(.all, 0.00015625)
    #expect(gentle.bits.mean < four.bits.mean && gentle.bits.mean < one.bits.mean)
    #expect(gentle.english.mean < four.english.mean && gentle.english.mean < one.english.mean)
  }

  @Test(
    "Contrast: a step with rank 1 is not a quarter faster than one with everything, though it has 28 % fewer products")
  func time() throws {
    let setting = try Setting()
    let task = LetterTask(setting.spanish, words: 1000, seed: 0)
    let clock = ContinuousClock()
    var best = [Duration](repeating: .seconds(1000), count: 2)
    for _ in 0..<10 {
      for (index, arm) in [Arm.all, .lora(1)].enumerated() {
        best[index] = min(
          best[index],
          clock.measure { _ = Run(arm, rate: 0.01, steps: 100, isPilot: true, in: setting, on: task) })
      }
    }
    // The best of ten in turn; both read the same words besides.
    #expect(best[1] > best[0] * 0.75)
  }

  @Test("Contrast: merged a model has the base's own layers again, and reads faster than with the changes beside them")
  func mergedReads() throws {
    let setting = try Setting()
    var generator = RandomGenerator(seed: 6)
    let adapted = setting.base.model().wrapping(Arm.targets) {
      LoRA($0, rank: 8, start: .bothNormal, using: &generator)
    }
    let merged = adapted.merged
    #expect(merged.added.isEmpty && merged.state.names == setting.base.state.names)
    #expect(merged.state.tensors.map(\.shape) == setting.base.state.tensors.map(\.shape))
    // Logits of some units after thirty products, summed in another order in float32.
    let batch = LetterBatch(setting.english.prefix(200))
    let difference = adapted(batch.inputs) - merged(batch.inputs)
    #expect(difference.scalars.allSatisfy { abs($0) < 1e-4 })
    let clock = ContinuousClock()
    var best = [Duration](repeating: .seconds(1000), count: 2)
    for _ in 0..<20 {
      for (index, model) in [adapted, merged].enumerated() {
        best[index] = min(best[index], clock.measure { for _ in 0..<5 { _ = model(batch.inputs) } })
      }
    }
    #expect(best[1] < best[0])  // the best of twenty in turn; 24 products fewer
  }

  // MARK: Exercises

  @Test("Exercises: rank 32 gives 28,672 numbers, and rates are lower for few words") func exercises() throws {
    let lesson = try Lesson31.parse(["--rank", "32", "--words", "100"])
    #expect(lesson.ranks == [1, 2, 4, 8, 32])
    let run = Run(
      .lora(lesson.rank), rate: 0.001, steps: 1, in: try Setting(),
      on: LetterTask(try WordList.load(.spanish), words: lesson.words, seed: 1))
    #expect(run.numbers == 28_672)
    #expect(Arm.all.rates(words: 100) == Arm.all.rates(words: 1000).map { $0 * 0.1 })
  }

  // MARK: Refusal

  @Test("Refusal: matrices of the note's shapes cannot stand beside a layer, nor be multiplied") func refuses()
    async throws
  {
    let beside = await #expect(processExitsWith: .failure, observing: [\.standardErrorContent]) {
      let layer = Dense("h", weight: .zeros([32, 32]), bias: .zeros([32]), activation: .identity)
      _ = LoRA(layer, down: .zeros([8, 32]), up: .zeros([8, 32]), alpha: 8)
    }
    #expect(
      String(decoding: try #require(beside).standardErrorContent, as: UTF8.self)
        .contains("h with [32, 32] cannot be changed by matrices [8, 32] and [8, 32]."))
    let product = await #expect(processExitsWith: .failure, observing: [\.standardErrorContent]) {
      _ = matmul(Tensor.zeros([8, 32]).transposed, Tensor.zeros([8, 32]).transposed)
    }
    #expect(
      String(decoding: try #require(product).standardErrorContent, as: UTF8.self).contains("[32, 8]"))
  }
}
