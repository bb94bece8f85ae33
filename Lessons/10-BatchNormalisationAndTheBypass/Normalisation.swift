import Datasets
import Descent
import Notebook
import Numerics

/// What batch normalisation makes of one feature over a batch, computed by the framework.
func normalized(_ feature: [Double], epsilon: Double = 0) -> [Double] {
  let norm = BatchNorm("norm", features: 1, epsilon: epsilon, dtype: .float64)
  return norm(Tensor(shape: [feature.count, 1], feature, dtype: .float64), in: .training).scalars
}

/// A network of three hidden layers whose second layer's weights are multiplied by a factor.
struct ScaledWeights: Sendable {
  let factor: Double
  let loss: Double
  /// ‖∂L/∂W‖ of the scaled layer.
  let gradientNorm: Double
  /// The cosine of the angle between W and ∂L/∂W: 0 where the loss does not change along W.
  let alignment: Double
  /// ‖∂L/∂b‖ of the same layer.
  let biasGradientNorm: Double
}

/// The loss of 256 digits and its gradient for each factor on the weights, in double precision.
func scaleWeights(by factors: [Double], in design: Design, digits: Digits, seed: UInt64) -> [ScaledWeights] {
  let task = DigitsTask(digits, seed: seed, centred: true)
  var generator = task.generator
  let network = DeepNetwork(design, depth: 3, weights: .he, dtype: .float64, using: &generator)
  let batch = task.training[0..<256]
  let pixels = batch.pixels.cast(to: .float64)
  let weight = network.blocks[0].dense.weight
  let original = weight.tensor
  return factors.map { factor in
    weight.assign(original * factor)
    let (loss, gradients) = valueAndGradients(of: network) {
      softmaxCrossEntropy(network(pixels, in: .training), labels: batch.labels)
    }
    let gradient = gradients[weight.name] ?? .zeros(original.shape, dtype: .float64)
    let product = (weight.tensor * gradient).sum().item
    return ScaledWeights(
      factor: factor, loss: loss, gradientNorm: gradient.norm,
      alignment: product / (weight.tensor.norm * gradient.norm),
      biasGradientNorm: gradients[network.blocks[0].dense.bias.name]?.norm ?? 0)
  }
}

/// By how much the gradient of a mini-batch changes when its first digit is made brighter: ‖g′ − g‖/‖g‖.
func changeByExtremeSample(
  _ design: Design, batchSize: Int, brightness: Double = 100, digits: Digits, seed: UInt64
) -> Double {
  let task = DigitsTask(digits, seed: seed, centred: true)
  var generator = task.generator
  let network = DeepNetwork(design, depth: 2, weights: .he, dtype: .float64, using: &generator)
  let batch = task.training[0..<batchSize]
  func gradient(_ factor: Double) -> [Double] {
    var pixels = batch.pixels.scalars
    for index in 0..<Digits.pixelCount { pixels[index] *= factor }
    let x = Tensor(shape: batch.pixels.shape, pixels, dtype: .float64)
    return valueAndGradients(of: network) {
      softmaxCrossEntropy(network(x, in: .training), labels: batch.labels)
    }.gradients.flattened
  }
  let (usual, changed) = (gradient(1), gradient(brightness))
  return usual.indices.map { changed[$0] - usual[$0] }.norm / usual.norm
}

/// What normalisation does to networks that have not been trained, over several seeds.
struct NormalisationStudy: Sendable {
  let seeds: Int
  /// Factors on the weights, four to a decade, and which of them is 1.
  let factors: [Double]
  let unit: Int
  let batchSizes: [Int]
  /// The scaled weights by design, one curve a seed.
  let scaled: [Design: [[ScaledWeights]]]
  /// The change of the gradient by an extreme sample, by design, for each batch size.
  let changes: [Design: SeriesSummary]

  init(_ digits: Digits, seeds: [UInt64]) async {
    let exponents = Array(-20...12)
    let factors = exponents.map { Double.pow(10, Double($0) / 4) }
    let batchSizes = [2, 4, 8, 16, 32, 64, 128, 256, 512, 1024]
    var scaled: [Design: [[ScaledWeights]]] = [:]
    var changes: [Design: SeriesSummary] = [:]
    for design in [Design.plain, .normalized] {
      scaled[design] = await forEachSeed(seeds, "scales") { seed in
        scaleWeights(by: factors, in: design, digits: digits, seed: seed)
      }
      changes[design] = SeriesSummary(
        of: await forEachSeed(seeds, "extreme samples") { seed in
          batchSizes.map { changeByExtremeSample(design, batchSize: $0, digits: digits, seed: seed) }
        })
    }
    (self.seeds, self.factors, unit) = (seeds.count, factors, exponents.firstIndex(of: 0) ?? 0)
    (self.batchSizes, self.scaled, self.changes) = (batchSizes, scaled, changes)
  }

  /// The gradient's norm at each factor, relative to that at factor 1: the geometric mean over the seeds.
  func relativeGradients(_ design: Design) -> [Double] {
    let curves = scaled[design] ?? []
    return factors.indices.map { place in
      let logarithms = curves.map { curve in
        Double.log(curve[place].gradientNorm / curve[unit].gradientNorm)
      }
      return .exp(logarithms.reduce(0, +) / Double(logarithms.count))
    }
  }

  /// The largest of a quantity of the normalised networks over the seeds and the factors from a tenth to a hundred.
  func largest(_ quantity: (_ scaled: ScaledWeights, _ original: ScaledWeights) -> Double) -> Double {
    let places = factors.indices.filter { (0.099...101).contains(factors[$0]) }
    return (scaled[.normalized] ?? []).flatMap { curve in
      places.map { quantity(curve[$0], curve[unit]) }
    }.max() ?? .nan
  }

  /// The median change by an extreme sample.
  func change(_ design: Design, batchSize: Int) -> Double {
    guard let place = batchSizes.firstIndex(of: batchSize), let summary = changes[design] else { return .nan }
    return summary.median[place]
  }
}
