import Datasets
import Descent

/// How the hidden layers of a network are joined.
enum Design: String, CaseIterable, Sendable {
  case plain
  case normalized
  case bypass
  case both
  case scaledBypass

  /// Whether each layer's sums are normalised over the batch.
  var isNormalized: Bool { self == .normalized || self == .both }
  /// Whether each layer's input is added to its output.
  var hasBypass: Bool { self == .bypass || self == .both || self == .scaledBypass }

  /// As prose, tables and figures call it.
  var words: String {
    switch self {
    case .plain: "plain"
    case .normalized: "normalised"
    case .bypass: "bypass"
    case .both: "both"
    case .scaledBypass: "scaled bypass"
    }
  }

  /// What lets a network learn, in a sentence.
  var help: String {
    switch self {
    case .plain: "no help at all"
    case .normalized: "normalisation alone"
    case .bypass: "a bypass alone"
    case .both: "both together"
    case .scaledBypass: "a scaled bypass"
    }
  }
}

/// What the weights of a layer start from.
enum Weights: String, CaseIterable, Sendable {
  /// He's for the plain network, PyTorch's for the others.
  case own
  /// N(0, 2/n), n the number of inputs, which keeps the size of a plain ReLU network's signals.
  case he
  /// U(−1/√n, 1/√n), PyTorch's usual one: a sixth of He's variance.
  case pyTorch = "pytorch"

  /// The distribution for a layer of so many inputs.
  func initialization(of design: Design, inputs: Int) -> Initialization {
    let isHe = self == .he || (self == .own && design == .plain)
    return isHe ? .heNormal : .uniform(limit: 1 / Double(inputs).squareRoot())
  }
}

/// 64 pixels, `depth` hidden ReLU layers of one width, and a score for each of ten digits.
///
///     plain   hₖ = relu(Wₖ hₖ₋₁ + bₖ)                normalised   hₖ = relu(BN(Wₖ hₖ₋₁ + bₖ))
///     bypass  hₖ = hₖ₋₁ + relu(Wₖ hₖ₋₁ + bₖ)         both         hₖ = hₖ₋₁ + relu(BN(Wₖ hₖ₋₁ + bₖ))
///     scaled  hₖ = hₖ₋₁ + αₖ relu(Wₖ hₖ₋₁ + bₖ)
///
/// for k from 2 on. The first layer leads from 64 numbers to another width, and so has no bypass.
struct DeepNetwork: Model {
  let design: Design
  let first: Dense
  let firstNorm: BatchNorm?
  let blocks: [ResidualBlock]
  let output: Dense
  let parameters: [Parameter]

  init(
    _ design: Design, depth: Int, width: Int = 32, weights: Weights = .own, alpha: Double = 0,
    dtype: DType = .float32, using generator: inout RandomGenerator
  ) {
    func distribution(_ inputs: Int) -> Initialization { weights.initialization(of: design, inputs: inputs) }
    self.design = design
    first = Dense(
      "first.dense", from: Digits.pixelCount, to: width, activation: design.isNormalized ? .identity : .relu,
      initialization: distribution(Digits.pixelCount), dtype: dtype, using: &generator)
    firstNorm = design.isNormalized ? BatchNorm("first.norm", features: width, dtype: dtype) : nil
    var blocks: [ResidualBlock] = []
    for layer in 1..<depth {
      blocks.append(
        ResidualBlock(
          "blocks.\(layer)", width: width, isNormalized: design.isNormalized,
          scale: design == .scaledBypass ? alpha : nil, initialization: distribution(width), dtype: dtype,
          using: &generator))
    }
    self.blocks = blocks
    output = Dense(
      "output", from: width, to: Digits.classCount, initialization: distribution(width), dtype: dtype,
      using: &generator)
    parameters =
      first.parameters + (firstNorm?.parameters ?? []) + blocks.flatMap(\.parameters) + output.parameters
  }

  var buffers: [Parameter] { (firstNorm?.buffers ?? []) + blocks.flatMap(\.buffers) }

  /// The scores `[batch, 10]` of pixels `[batch, 64]`; `hook` is shown the hidden layers h₁, h₂, …
  func callAsFunction(_ x: Tensor, in phase: Phase, hook: LayerHook = { output, _ in output }) -> Tensor {
    let sums = first(x)
    var hidden = hook(firstNorm.map { relu($0(sums, in: phase)) } ?? sums, "h1")
    for (index, block) in blocks.enumerated() {
      let next = design.hasBypass ? block(hidden, in: phase) : block.branch(hidden, in: phase)
      hidden = hook(next, "h\(index + 2)")
    }
    return output(hidden)
  }
}
