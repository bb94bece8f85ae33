import Descent
import Testing

/// Which parts a block has.
struct BlockParts: Sendable, CustomTestStringConvertible {
  let isNormalized: Bool
  let scale: Double?

  static let all = [false, true].flatMap { isNormalized in
    [nil, 0, 0.7].map { BlockParts(isNormalized: isNormalized, scale: $0) }
  }

  var testDescription: String {
    "\(isNormalized ? "normalised" : "plain"), α \(scale.map { "from \($0)" } ?? "fixed at 1")"
  }

  func block(_ name: String, width: Int, using generator: inout RandomGenerator) -> ResidualBlock {
    ResidualBlock(
      name, width: width, activation: .tanh, isNormalized: isNormalized, scale: scale, dtype: .float64,
      using: &generator)
  }
}

/// Two blocks in a row and a linear layer.
struct TwoBlocks: Model {
  let blocks: [ResidualBlock]
  let output: Dense
  var parameters: [Parameter] { blocks.flatMap(\.parameters) + output.parameters }
  var buffers: [Parameter] { blocks.flatMap(\.buffers) }

  func callAsFunction(_ x: Tensor, in phase: Phase) -> Tensor {
    output(blocks.reduce(x) { hidden, block in block(hidden, in: phase) })
  }
}

@Suite("Residual blocks") struct ResidualBlockTests {
  @Test("By hand: x = (1, −2) past a branch relu(x Wᵀ + b) with α = ½")
  func byHand() {
    var generator = RandomGenerator(seed: 1)
    let block = ResidualBlock("block", width: 2, scale: 0.5, dtype: .float64, using: &generator)
    block.dense.weight.assign(Tensor(rows: [[2, -1], [1, 1]], dtype: .float64))
    block.dense.bias.assign(Tensor([2, -3], dtype: .float64))
    let x = Tensor(rows: [[1, -2]], dtype: .float64)
    // 2·1 − 1·(−2) + 2 = 6 and 1 − 2 − 3 = −4; relu makes (6, 0); (1, −2) + ½ (6, 0) = (4, −2).
    #expect(block.branch(x, in: .training).scalars == [6, 0])
    #expect(block(x, in: .training).scalars == [4, -2])
  }

  @Test("By hand: with normalisation a batch of two leaves the branch as 0 and 1, whatever the weights and the bias")
  func normalizedByHand() throws {
    var generator = RandomGenerator(seed: 1)
    let block = ResidualBlock("block", width: 1, isNormalized: true, dtype: .float64, using: &generator)
    block.dense.weight.assign(Tensor(rows: [[300]], dtype: .float64))
    block.dense.bias.assign(Tensor([-70], dtype: .float64))
    let branch = block.branch(Tensor(rows: [[1], [5]], dtype: .float64), in: .training)
    // 230 and 1430 lie 600 to both sides of their mean: −1 and 1, and relu makes (0, 1); ε takes ½ · 10⁻⁵/600² off.
    #expect(branch[0, 0] == 0 && abs(branch[1, 0] - 1) < 1e-10)
  }

  @Test("The names are stable, and only the parts that are there have one")
  func names() {
    var generator = RandomGenerator(seed: 2)
    let plain = ResidualBlock("blocks.3", width: 4, using: &generator)
    #expect(plain.parameters.map(\.name) == ["blocks.3.dense.weight", "blocks.3.dense.bias"])
    #expect(plain.parameterCount == 4 * 4 + 4 && plain.buffers.isEmpty)
    let full = ResidualBlock("b", width: 4, isNormalized: true, scale: 0, using: &generator)
    #expect(
      full.state.names == [
        "b.dense.weight", "b.dense.bias", "b.norm.weight", "b.norm.bias", "b.scale", "b.norm.running_mean",
        "b.norm.running_var",
      ])
    #expect(full.scale?.tensor.shape == [])
    #expect(full.parameterCount == 4 * 4 + 4 + 4 + 4 + 1)
  }

  @Test("The gradients are the central differences", arguments: BlockParts.all, Phase.allCases)
  func gradients(parts: BlockParts, phase: Phase) {
    for seed in 0..<3 as Range<UInt64> {
      var generator = RandomGenerator(seed: seed)
      let blocks = (0..<2).map { parts.block("blocks.\($0)", width: 3, using: &generator) }
      let model = TwoBlocks(
        blocks: blocks, output: Dense("output", from: 3, to: 2, dtype: .float64, using: &generator))
      let x = Tensor.normal([5, 3], dtype: .float64, using: &generator)
      expectGradients(of: model, seed) { softmaxCrossEntropy(model(x, in: phase), labels: [0, 1, 1, 0, 1]) }
    }
  }

  @Test("With α = 0 input and gradient pass unchanged, to the bit; only α itself has a gradient")
  func identityAtTheStart() throws {
    var generator = RandomGenerator(seed: 3)
    let block = ResidualBlock("block", width: 8, isNormalized: true, scale: 0, using: &generator)
    let x = Tensor.normal([16, 8], using: &generator)
    let slopes = Tensor.normal([16, 8], using: &generator)
    #expect(block(x, in: .training) == x)
    let gradient = valueAndGradient(at: x) { (block($0, in: .training) * slopes).sum() }.gradient
    #expect(gradient == slopes)
    let gradients = valueAndGradients(of: block) { (block(x, in: .training) * slopes).sum() }.gradients
    #expect(try #require(gradients["block.dense.weight"]).norm == 0)
    #expect(try #require(gradients["block.norm.weight"]).norm == 0)
    // ∂L/∂α = Σ slopes · branch: of 128 products, of size about 0.7.
    let expected = (block.branch(x, in: .training) * slopes).sum().item
    #expect(expected != 0)
    // The two sums of 128 float32 products may be taken in another order.
    #expect(abs(try #require(gradients["block.scale"]).item - expected) < 1e-4)
  }

  @Test("With normalisation the bias has no effect, forwards or backwards")
  func uselessBias() throws {
    var generator = RandomGenerator(seed: 4)
    let block = ResidualBlock("block", width: 5, isNormalized: true, dtype: .float64, using: &generator)
    let x = Tensor.normal([7, 5], dtype: .float64, using: &generator)
    func loss() -> Tensor { square(block(x, in: .training)).sum() }
    let (before, gradients) = valueAndGradients(of: block, loss)
    // Roundings of some 1e-16 in each of 7 samples; the weights' gradient is of the size of 10.
    #expect(try #require(gradients["block.dense.bias"]).norm < 1e-13)
    #expect(try #require(gradients["block.dense.weight"]).norm > 0.1)
    block.dense.bias.assign(Tensor([1, -2, 3, -4, 5], dtype: .float64))
    #expect(abs(loss().item - before) < 1e-12)
  }

  @Test("Refusal: a width of 0")
  func noWidth() async {
    let result = await #expect(processExitsWith: .failure, observing: [\.standardErrorContent]) {
      var generator = RandomGenerator(seed: 1)
      _ = ResidualBlock("block", width: 0, using: &generator)
    }
    #expect(message(of: result).contains("Block block needs a width of at least 1, not 0."))
  }

  @Test("Refusal: a scale that is not finite")
  func noScale() async {
    let result = await #expect(processExitsWith: .failure, observing: [\.standardErrorContent]) {
      var generator = RandomGenerator(seed: 1)
      _ = ResidualBlock("block", width: 2, scale: .nan, using: &generator)
    }
    #expect(message(of: result).contains("The scale of block block must be finite, but is nan."))
  }

  @Test("Refusal: an input of another width")
  func otherWidth() async {
    let result = await #expect(processExitsWith: .failure, observing: [\.standardErrorContent]) {
      var generator = RandomGenerator(seed: 1)
      _ = ResidualBlock("block", width: 2, using: &generator)(.ones([4, 3]), in: .training)
    }
    #expect(message(of: result).contains("block.dense.weight needs an input [batch, 2], not [4, 3]."))
  }

  private func message(of result: ExitTest.Result?) -> String {
    String(decoding: result?.standardErrorContent ?? [], as: UTF8.self)
  }
}
