import Datasets
import Descent
import Numerics

/// What passes through a network before its first step: the digits on the way forth, the gradient on the way back.
struct Propagation: Sendable {
  /// ‖∂L/∂hₖ‖ for k = 1 … depth.
  let gradientNorms: [Double]
  /// How alike the digits have become: the mean cosine between the vectors hₖ of two of them, for k = 1 … depth.
  let likeness: [Double]

  /// How many times as large the gradient is at each layer as at the last one, from the last layer back to the first.
  var growth: [Double] { gradientNorms.reversed().map { $0 / gradientNorms[gradientNorms.count - 1] } }
  /// The factor by which the gradient grows in one layer on its way back, the geometric mean over all layers.
  var factor: Double { .pow(growth[growth.count - 1], 1 / Double(growth.count - 1)) }
  /// The share of difference that is left between two digits, 1 − likeness.
  var difference: [Double] { likeness.map { 1 - $0 } }
}

/// Sends 256 digits through a new network in double precision, and the gradient of their loss back.
func propagation(
  through design: Design, depth: Int, width: Int = 64, weights: Weights, alpha: Double = 0, digits: Digits, seed: UInt64
) -> Propagation {
  let task = DigitsTask(digits, seed: seed, centred: true)
  var generator = task.generator
  let network = DeepNetwork(
    design, depth: depth, width: width, weights: weights, alpha: alpha, dtype: .float64, using: &generator)
  let batch = task.training[0..<256]
  let probe = Probe()
  _ = valueAndGradients(of: network) {
    softmaxCrossEntropy(
      network(batch.pixels.cast(to: .float64), in: .training, hook: probe.callAsFunction), labels: batch.labels)
  }
  return Propagation(
    gradientNorms: probe.readings.map { $0.gradient?.norm ?? 0 }, likeness: probe.readings.map { meanCosine($0.output) }
  )
}

/// The mean cosine of the angle between two different rows of a matrix `[rows, columns]`.
///
/// With unit vectors u the sum over all pairs is ‖Σu‖², of which the pairs of a row with itself are 1 each.
func meanCosine(_ matrix: Tensor) -> Double {
  let lengths = sqrt(square(matrix).sum(axes: [1], keepingAxes: true))
  let (count, total) = (Double(matrix.shape[0]), (matrix / lengths).sum(axes: [0]).norm)
  return (total * total - count) / (count * (count - 1))
}

/// Closed forms for wide ReLU layers before training.
enum Theory {
  /// √(π/(π − 1)): the gradient's growth through a normalised layer on its way back.
  static let normalizedFactor = (Double.pi / (.pi - 1)).squareRoot()

  /// The gradient's growth from layer `depth` back to layer k with normalisation and bypass: √Π (1 + c/j), j from k to
  /// depth − 1, with c = π/(π − 1). The branch after layer j divides by √j times what the first one divides by.
  static func growthWithBoth(toLayer k: Int, depth: Int) -> Double {
    (k..<depth).reduce(1) { $0 * (1 + normalizedFactor * normalizedFactor / Double($1)) }.squareRoot()
  }

  /// The cosine between two vectors after a ReLU layer with He's weights (Cho & Saul 2009, the kernel of degree 1).
  static func cosineAfterReLU(_ cosine: Double) -> Double {
    let angle = Double.acos(min(1, max(-1, cosine)))
    return (.sin(angle) + (.pi - angle) * .cos(angle)) / .pi
  }

  /// The cosine between two digits after a normalised ReLU layer, 1/π: the layer makes any two of a large batch
  /// orthogonal, and ReLU turns a cosine of 0 into 1/π.
  static let normalizedCosine = cosineAfterReLU(0)

  /// The cosine after k layers with normalisation and bypass, k/(k + π − 1): the means of the branches add up in line,
  /// their deviations at random.
  static func cosineWithBoth(layer k: Int) -> Double { Double(k) / (Double(k) + .pi - 1) }

  /// Between which factors a plain bypass h + relu(Wh) makes the gradient grow in a layer, for weights of variance s/n.
  ///
  /// A gradient that has nothing to do with the layer grows by √(1 + s/2). One that has lined up with it, as the signal
  /// does on its way forth, grows by √(1 + s/2 + 2ac), a = √(s/2π); c = Σh/(√n ‖h‖) is where c ← (c + a)/√(…) rests.
  static func bypassFactors(variance s: Double) -> ClosedRange<Double> {
    let a = (s / (2 * .pi)).squareRoot()
    var (c, factor) = (1.0, 1.0)
    for _ in 0..<200 {
      factor = (1 + s / 2 + 2 * a * c).squareRoot()
      c = (c + a) / factor
    }
    return (1 + s / 2).squareRoot()...factor
  }
}
