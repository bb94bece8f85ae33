import Datasets
import Descent
import Experiments
import Numerics

// MARK: Formats and the hunter

/// A format that the numbers of a run are kept in.
enum NumberFormat: String, CaseIterable, Sendable {
  case float16 = "Float16"
  case bfloat16 = "bfloat16"
  case float32 = "Float32"
  case float64 = "Float64"

  /// The type of the tensors that carry the numbers: the formats of 16 bits travel in 32.
  var dtype: DType { self == .float64 ? .float64 : .float32 }

  /// The format of 16 bits that numbers are rounded to; nil where the tensors hold them as they are.
  var half: HalfFormat? {
    switch self {
    case .float16: .float16
    case .bfloat16: .bfloat16
    case .float32, .float64: nil
    }
  }

  /// A tensor as it is kept in this format.
  func kept(_ tensor: Tensor) -> Tensor { half.map { tensor.rounded(to: $0) } ?? tensor }

  /// The largest finite number.
  var largest: Double {
    half?.largest ?? (self == .float32 ? Double(Float.greatestFiniteMagnitude) : .greatestFiniteMagnitude)
  }

  /// The distance from 1 to the next larger number.
  var epsilon: Double { half?.epsilon ?? (self == .float32 ? Double(Float.ulpOfOne) : .ulpOfOne) }
}

/// Looks at tensors as they are made, forward and backward, and notes which is the first to hold an inf or a nan.
final class NaNHunter {
  /// The first time that a tensor held numbers of one kind.
  struct Find: Sendable, Equatable {
    let step: Int
    let name: String
    let kind: NonFinite
    let count: Int
  }

  /// The finds in the order in which they were made.
  private(set) var finds: [Find] = []
  /// The number of the step that is being watched.
  var step = 0

  /// A tensor as `format` keeps it, noted under a name; its gradient on the way back likewise, under "∂" and the name.
  func watch(_ tensor: Tensor, _ name: String, keptIn format: NumberFormat) -> Tensor {
    tensor.customGradient(
      forward: { self.note(format.kept($0), name) }, backward: { self.note(format.kept($0), "∂" + name) })
  }

  /// Notes what a tensor holds, and returns it.
  @discardableResult
  func note(_ tensor: Tensor, _ name: String) -> Tensor {
    guard !tensor.isFinite else { return tensor }
    for report in Gradients(names: [name], tensors: [tensor]).nonFinite {
      for (kind, count) in [(NonFinite.infinite, report.infiniteCount), (.notANumber, report.notANumberCount)]
      where count > 0 && !finds.contains(where: { $0.name == name && $0.kind == kind }) {
        finds.append(Find(step: step, name: name, kind: kind, count: count))
      }
    }
    return tensor
  }
}

extension [NaNHunter.Find] {
  /// The first find of a kind.
  func first(_ kind: NonFinite) -> NaNHunter.Find? { first { $0.kind == kind } }

  /// Whether the first tensor that was not finite held inf, and no nan.
  var beginWithInfinity: Bool {
    guard let first, first.kind == .infinite else { return false }
    return !contains { $0.kind == .notANumber && $0.step == first.step && $0.name == first.name }
  }
}

extension Tensor {
  /// The largest |x|; nan where one is nan.
  var largestMagnitude: Double { abs(detached).reshaped([count]).maximum(axis: 0).item }
}

// MARK: A regression whose error grows

/// Linear regression, L(w) = (1/2n) Σᵢ rᵢ² with rᵢ = xᵢ·w − yᵢ, at a learning rate that makes the error grow.
struct Regression: Sendable {
  /// Pixels `[n, pixels]`, targets `[n, 1]` and the first weights `[pixels, 1]`, in float64.
  let pixels, targets, start: Tensor
  let learningRate: Double
  /// How its residuals grow.
  let error: GrowingError

  /// One picture of two pixels, of which the second is blank: r = w₁, and w₁ ← −2 w₁.
  static let smallest = Regression(
    pixels: Tensor(rows: [[1, 0]], dtype: .float64), targets: .zeros([1, 1], dtype: .float64),
    start: .ones([2, 1], dtype: .float64), learningRate: 3, error: GrowingError(first: 1, ratio: 2))

  /// Descends until the loss is nan, with every number kept in one format.
  func run(in format: NumberFormat) -> OverflowRun {
    let (x, y) = (pixels.cast(to: format.dtype), targets.cast(to: format.dtype))
    let weight = Parameter("weight", start.cast(to: format.dtype))
    let hunter = NaNHunter()
    func kept(_ tensor: Tensor, _ name: String) -> Tensor { hunter.watch(tensor, name, keptIn: format) }
    var run = OverflowRun(error: error)
    for step in 0..<Int(1100 / Double.log2(error.ratio)) + 50 {  // Float64, the widest, has 1,024 powers of two
      hunter.step = step
      let (loss, gradients) = valueAndGradients(of: weight) {
        let residuals = kept(matmul(x, kept(weight.value, "weight")) - y, "residuals")
        let squares = kept(residuals * residuals, "squares")
        run.largestResiduals.append(residuals.largestMagnitude)
        run.largestSquares.append(squares.largestMagnitude)
        // Each square is divided by 2n before they are added: the sum does not overflow before its parts.
        return kept((squares * (0.5 / Double(y.count))).sum(), "loss")
      }
      if loss.isNaN { break }
      weight.assign(format.kept(weight.tensor - gradients.tensors[0] * learningRate))
    }
    run.finds = hunter.finds
    return run
  }
}

extension Regression {
  /// Reads the digits' values from their pixels, from w = 0, with η = (1 + ρ)/λ; the seed decides the training part.
  ///
  /// λ is the Hessian's largest eigenvalue and v its eigenvector: the error along v is multiplied by 1 − ηλ = −ρ a step,
  /// and starts at v·∇L(0)/λ.
  init(_ digits: Digits, ratio: Double, seed: UInt64) {
    let task = DigitsTask(digits, seed: seed)
    let pixels = task.training.pixels.cast(to: .float64)
    let targets = Tensor(shape: [task.training.count, 1], task.training.labels.map(Double.init), dtype: .float64)
    let start = Tensor.zeros([Digits.pixelCount, 1], dtype: .float64)
    let weight = Parameter("weight", start)
    func loss() -> Tensor { meanSquaredError(matmul(pixels, weight.value), targets) * 0.5 }
    var generator = task.generator
    let top = largestEigenvalue(of: weight, startingFrom: .normal(like: weight, using: &generator), loss)
    let slope = valueAndGradients(of: weight, loss).gradients.dot(top.vector)
    let first = Swift.abs(slope) / top.value * matmul(pixels, top.vector.tensors[0]).largestMagnitude
    self.init(
      pixels: pixels, targets: targets, start: start, learningRate: (1 + ratio) / top.value,
      error: GrowingError(first: first, ratio: ratio))
  }
}

/// A regression whose error grew until nothing was finite.
struct OverflowRun: Sendable {
  /// What theory says of the residuals.
  let error: GrowingError
  /// The largest |r| and the largest r² at each step.
  var largestResiduals: [Double] = []
  var largestSquares: [Double] = []
  /// Who held the first inf and the first nan, and when.
  var finds: [NaNHunter.Find] = []

  var firstInfinity: Int { finds.first(.infinite)?.step ?? -1 }
  var firstNaN: Int { finds.first(.notANumber)?.step ?? -1 }
  /// How many steps a check that looks for nan alone comes after one that looks for inf as well.
  var delay: Int { firstNaN - firstInfinity }
}

// MARK: A network in mixed precision

/// How a network is trained on the digits in mixed precision.
struct Setting: Hashable, Sendable {
  /// What the layers compute with: weights, activations, gradients. The weights that are updated stay in Float32.
  var format = NumberFormat.float16
  /// k: the loss is multiplied by 2ᵏ and the learning rate by 2⁻ᵏ, which in exact arithmetic changes nothing.
  var exponent = 0
  /// The scaler, if there is one.
  var scaler: GradientScaler?
  var clipping = Clipping.none
  /// Whether the scaled gradients are clipped, before they are unscaled.
  var clipsFirst = false

  static let learningRate = 0.3
  static let epochs = 5
  static let batchSize = 64
  /// Mini-batches in all: of the 1437 digits for training an epoch makes 22.
  static let steps = epochs * (1437 / batchSize)
  /// The exponents k that are tried.
  static let exponents = Array(stride(from: -24, through: 22, by: 2))
  /// Those at which the formats with more range are tried.
  static let fewExponents = [-24, -12, 0, 12, 22]
}

/// A training run on the digits, and what became of its gradients.
struct Run: Sendable {
  /// The share of the test digits that are read correctly in the end, in percent.
  var accuracy = 0.0
  /// The scaler's scale before each step; 1 without one.
  var scales: [Double] = []
  /// Whether each step was skipped.
  var skips: [Bool] = []
  /// The largest entry of the parameters' gradients before each step, without any scale.
  var largestGradients: [Double] = []
  /// The length of the longest step.
  var longestStep = 0.0
  /// Who held the first inf and the first nan, and when.
  var finds: [NaNHunter.Find] = []
  /// The weights in the end.
  var weights: ModelState

  var skipped: Int { skips.count { $0 } }
  /// How many steps were skipped before the first that was not.
  var slide: Int { skips.prefix { $0 }.count }
  /// Whether any step's gradient had an entry other than zero.
  var hasMoved: Bool { largestGradients.contains { $0 != 0 } }
  /// Whether all weights are finite in the end.
  var isAlive: Bool { weights.nonFinite.isEmpty }
}

/// The answers `[batch, 10]` of a network, each tensor on the way handed to `keep` under its name.
func keptLogits(_ model: MultilayerPerceptron, _ pixels: Tensor, keep: LayerHook) -> Tensor {
  var h = keep(pixels, "pixels")
  for (index, layer) in model.layers.enumerated() {
    let weight = keep(layer.weight.value, layer.weight.name)
    let bias = keep(layer.bias.value, layer.bias.name)
    let sums = matmul(h, weight.transposed(axes: [1, 0])) + bias
    h = keep(layer.activation(sums), index < model.layers.count - 1 ? "hidden" : "logits")
  }
  return h
}

/// Trains a network 64-32-10 by gradient descent on mini-batches of 64, in mixed precision.
///
/// The loss itself is computed in Float32 from logits that are kept in the format, as PyTorch's autocast does it.
func train(_ digits: Digits, _ setting: Setting, seed: UInt64) -> Run {
  let task = DigitsTask(digits, seed: seed)
  var generator = task.generator
  let model = DigitsTask.network(using: &generator)
  let hunter = NaNHunter()
  let power = power(setting.exponent)
  var optimizer = SGD(learningRate: Setting.learningRate / power)
  var scaler = setting.scaler
  var run = Run(weights: model.state)

  for _ in 0..<Setting.epochs {
    for places in batches(of: Setting.batchSize, from: task.training.count, incomplete: .drop, using: &generator) {
      hunter.step = run.skips.count
      let batch = task.training[places]
      let (_, scaled) = valueAndGradients(of: model) {
        let logits = keptLogits(model, batch.pixels) { hunter.watch($0, $1, keptIn: setting.format) }
        let loss = softmaxCrossEntropy(logits, labels: batch.labels) * power
        return hunter.watch(scaler?.scaled(loss) ?? loss, "loss", keptIn: .float32)
      }
      let scale = scaler?.scale ?? 1
      run.scales.append(scale)
      // nan loses every comparison: where one is, the largest of the others is what is noted.
      run.largestGradients.append(scaled.tensors.reduce(0) { Swift.max($0, $1.largestMagnitude) } / scale / power)

      let clippedFirst = setting.clipsFirst ? scaled.clipped(by: setting.clipping) : scaled
      let unscaled = scaler == nil ? clippedFirst : scaler?.unscale(clippedFirst)
      run.skips.append(unscaled == nil)
      guard let unscaled else { continue }
      let gradients = setting.clipsFirst ? unscaled : unscaled.clipped(by: setting.clipping)
      run.longestStep = Swift.max(run.longestStep, optimizer.learningRate * gradients.norm)
      optimizer.update(model, with: gradients)
    }
  }
  run.accuracy =
    100 * task.testAccuracy { pixels in keptLogits(model, pixels) { tensor, _ in setting.format.kept(tensor) } }
  run.finds = hunter.finds
  run.weights = model.state
  return run
}

extension Trials<Setting, Run> {
  /// The runs in Float32, at k = 0.
  var reference: Runs<Run> { self[Setting(format: .float32)] }

  /// The longest stretch of exponents at which Float16 is within 1.5 points of Float32, and no run nan; it may be empty.
  var window: [Int] {
    var (best, current): ([Int], [Int]) = ([], [])
    for exponent in Setting.exponents {
      let runs = self[Setting(exponent: exponent)]
      let isGood = runs.accuracy.mean >= reference.accuracy.mean - 1.5 && runs.count(\.isAlive) == seeds.count
      current = isGood ? current + [exponent] : []
      if current.count > best.count { best = current }
    }
    return best
  }

  /// For each seed the exponent above which some gradient of Float32's run would be more than Float16's largest number.
  var ceilings: [Double] {
    reference.all.map {
      gradientCeiling(ofLargest: $0.largestGradients.max() ?? 1, format: NumberFormat.float16.largest)
    }
  }
}
