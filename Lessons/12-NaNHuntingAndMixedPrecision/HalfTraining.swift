import Datasets
import Descent
import Numerics

/// The order of the two things that are done to the gradients of a scaled loss.
enum ClippingOrder: String, Sendable, CaseIterable {
  case unscaleThenClip = "unscale, then clip"
  case clipThenUnscale = "clip, then unscale"
}

/// How a network is trained on the digits in mixed precision.
struct HalfSetting: Sendable {
  /// What the layers compute with: weights, activations and all their gradients. The weights that are updated, and the
  /// update, stay in Float32.
  var format = NumberFormat.float16
  /// k: the loss is multiplied by 2ᵏ and the learning rate by 2⁻ᵏ, which in exact arithmetic changes nothing.
  var exponent = 0
  /// The scaler, if there is one.
  var scaler: GradientScaler?
  var clipping = Clipping.none
  var order = ClippingOrder.unscaleThenClip

  /// 2ᵏ.
  var power: Double { Double(sign: .plus, exponent: exponent, significand: 1) }
  static let learningRate = 0.3
  static let epochs = 5
  static let batchSize = 64
  /// Mini-batches in all: of the 1437 digits for training an epoch makes 22.
  static let steps = epochs * (1437 / batchSize)
}

/// A training run on the digits, and what became of its gradients.
struct HalfRun: Sendable {
  /// The share of the test digits that are read correctly in the end.
  var accuracy = 0.0
  /// log₂ of the scaler's scale before each step; 0 without one.
  var scales: [Double] = []
  /// Whether each step was skipped.
  var skips: [Bool] = []
  /// The largest entry of the parameters' gradients before each step, without any scale.
  var largestGradients: [Double] = []
  /// The length of the longest step.
  var longestStep = 0.0
  /// Whether any step's gradient had an entry other than zero.
  var hasMoved = false
  /// Who held the first inf and the first nan, and when.
  var finds: [NaNHunter.Find] = []
  /// The weights in the end.
  var weights: ModelState

  var skippedCount: Int { skips.count { $0 } }
  /// How many steps were skipped before the first that was not.
  var slide: Int { skips.prefix { $0 }.count }
  /// How often the scale was doubled.
  var growths: Int { zip(scales, scales.dropFirst()).count { $0 < $1 } }
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
func trainInHalf(_ digits: Digits, _ setting: HalfSetting, seed: UInt64) -> HalfRun {
  let task = DigitsTask(digits, seed: seed)
  var generator = task.generator
  let model = DigitsTask.network(using: &generator)
  let hunter = NaNHunter()
  func logits(_ pixels: Tensor) -> Tensor {
    keptLogits(model, pixels) { hunter.watch($0, $1, keptIn: setting.format) }
  }
  var optimizer = SGD(learningRate: HalfSetting.learningRate / setting.power)
  var scaler = setting.scaler
  var run = HalfRun(weights: model.state)

  for _ in 0..<HalfSetting.epochs {
    for places in batches(of: HalfSetting.batchSize, from: task.training.count, incomplete: .drop, using: &generator) {
      hunter.step = run.skips.count
      let batch = task.training[places]
      let (_, scaled) = valueAndGradients(of: model) {
        let loss = softmaxCrossEntropy(logits(batch.pixels), labels: batch.labels) * setting.power
        return hunter.watch(scaler?.scaled(loss) ?? loss, "loss", keptIn: .float32)
      }
      let scale = scaler?.scale ?? 1
      let largest = scaled.tensors.map(\.largestMagnitude).max() ?? 0
      run.scales.append(scale.logarithm)
      run.largestGradients.append(largest / scale / setting.power)
      run.hasMoved = run.hasMoved || largest != 0

      let clippedFirst = setting.order == .clipThenUnscale ? scaled.clipped(by: setting.clipping) : scaled
      let unscaled = scaler == nil ? clippedFirst : scaler?.unscale(clippedFirst)
      run.skips.append(unscaled == nil)
      guard let unscaled else { continue }
      let gradients = setting.order == .unscaleThenClip ? unscaled.clipped(by: setting.clipping) : unscaled
      run.longestStep = max(run.longestStep, optimizer.learningRate * gradients.norm)
      optimizer.update(model, with: gradients)
    }
  }
  run.accuracy = task.testAccuracy { pixels in keptLogits(model, pixels) { tensor, _ in setting.format.kept(tensor) } }
  run.finds = hunter.finds
  run.weights = model.state
  return run
}

extension Tensor {
  /// The largest |x|; inf where one is infinite.
  var largestMagnitude: Double { scalars.reduce(0) { max($0, Swift.abs($1)) } }
}

extension Double {
  /// log₂ of a power of two, exactly.
  var logarithm: Double { Double(exponent) }
}

// MARK: - Gradients that vanish

/// The gradients by the logits of a trained network, over one epoch of mini-batches, and how many of them each exponent
/// loses.
struct Underflow: Sendable {
  /// log₂ of the magnitudes, in Float32, of those that are not zero there.
  let logarithms: [Double]
  /// For each exponent, the share of zeros in Float16.
  let measured: [Double]
  /// For each exponent, the share that counting says: |g| 2ᵏ ≤ 2⁻²⁵, half of Float16's smallest number, becomes zero.
  let predicted: [Double]

  /// Trains a network in Float32 and differentiates there, once for each exponent.
  init(_ digits: Digits, exponents: [Int], seed: UInt64) {
    let task = DigitsTask(digits, seed: seed)
    var generator = task.generator
    let model = DigitsTask.network(using: &generator)
    model.state = trainInHalf(digits, HalfSetting(format: .float32), seed: seed).weights
    let epoch = batches(of: HalfSetting.batchSize, from: task.training.count, incomplete: .drop, using: &generator)
    func gradients(in format: NumberFormat, exponent: Int) -> [Double] {
      epoch.flatMap { places in
        let (probe, batch) = (Probe(), task.training[places])
        _ = valueAndGradients(of: model) {
          // The probe stands before the rounding, so that on the way back it sees what the rounding leaves.
          let logits = keptLogits(model, batch.pixels) { format.kept(probe($0, $1)) }
          return softmaxCrossEntropy(logits, labels: batch.labels) * HalfSetting(exponent: exponent).power
        }
        return probe["logits"]?.gradient?.scalars ?? []
      }
    }
    let exact = gradients(in: .float32, exponent: 0)
    logarithms = exact.filter { $0 != 0 }.map { .log2(Swift.abs($0)) }
    let limit = NumberFormat.float16.smallest / 2
    measured = exponents.map { exponent in share(of: gradients(in: .float16, exponent: exponent)) { $0 == 0 } }
    predicted = exponents.map { exponent in
      share(of: exact) { Swift.abs($0) * HalfSetting(exponent: exponent).power <= limit }
    }
  }
}

/// The share of numbers for which something is true.
func share(of numbers: [Double], _ isCounted: (Double) -> Bool) -> Double {
  Double(numbers.count(where: isCounted)) / Double(max(1, numbers.count))
}
