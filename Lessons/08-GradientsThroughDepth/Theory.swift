import Descent
import Numerics

/// What a hidden layer is like: its activation φ, and the gain g = √(n Var w) of its weights, drawn from N(0, g²/n).
///
/// In these terms LeCun's weights have gain 1, He's have √2, and standard normal ones have √n, which is 8 for 64 inputs.
struct Recipe: Hashable, Sendable {
  let activation: Activation
  let gain: Double

  init(_ activation: Activation, _ gain: Double) { (self.activation, self.gain) = (activation, gain) }

  /// What theory expects of layers so wide that their sums z are normally distributed, of variance q:
  ///
  ///     q₁ = g² ⟨x²⟩,   qₖ₊₁ = g² E[φ(√qₖ ζ)²],   factorₖ = g √E[φ′(√qₖ ζ)²],   ζ normal
  ///
  /// The factor is by how much layer k multiplies a gradient on its way back: the gain times the root mean square slope.
  ///
  /// - Parameter inputSquare: ⟨x²⟩, the mean square of an input.
  /// - Returns: the factors of the first `depth` layers.
  ///
  /// Source: Poole et al. 2016, arXiv:1606.05340, equation 3; Schoenholz et al. 2017, arXiv:1611.01232, section 4.
  func factors(depth: Int, inputSquare: Double) -> [Double] {
    deviations(depth: depth, inputSquare: inputSquare).map { gain * activation.meanSquareSlope($0).squareRoot() }
  }

  /// The standard deviations √q of the sums of the first `depth` layers.
  func deviations(depth: Int, inputSquare: Double) -> [Double] {
    (1..<depth).reduce(into: [gain * inputSquare.squareRoot()]) { deviations, layer in
      deviations.append(gain * activation.meanSquare(deviations[layer - 1]).squareRoot())
    }
  }

  /// The mean factor of layers 2 to `depth`, those between ∂L/∂h of the last layer and that of the first.
  func factor(depth: Int, inputSquare: Double) -> Double {
    geometricMean(Array(factors(depth: depth, inputSquare: inputSquare).dropFirst()))
  }
}

extension Activation {
  /// The gain at which the factor is 1, once the layers' sums have settled to the variance that they then keep.
  ///
  /// For tanh it is 1, where the sums die out and the slope is that at 0. The sums of smooth rectifiers do not settle (below
  /// some size they die out, above it they grow): nan.
  var rightGain: Double {
    switch self {
    case .identity, .tanh: 1
    case .relu: 2.squareRoot()
    case .sigmoid: Self.rightGainOfSigmoids
    case .gelu, .geluTanh, .silu, .softplus: .nan
    }
  }

  /// By bisection, from 4 on, for below 4 the largest slope, ¼, is not enough.
  private static let rightGainOfSigmoids = (0..<40).reduce((low: 4.0, high: 20.0)) { range, _ in
    let middle = (range.low + range.high) / 2
    let settled = Recipe(.sigmoid, middle).factors(depth: 40, inputSquare: 1)[39]
    return settled < 1 ? (middle, range.high) : (range.low, middle)
  }.low

  /// E[φ(sζ)²] for normal ζ and standard deviation s of the sums.
  func meanSquare(_ deviation: Double) -> Double {
    switch self {
    case .identity: deviation * deviation
    case .relu: deviation * deviation / 2
    case .tanh: normalMean(standardDeviation: deviation) { Double.tanh($0) * Double.tanh($0) }
    case .sigmoid: normalMean(standardDeviation: deviation) { logistic($0) * logistic($0) }
    case .gelu, .geluTanh, .silu, .softplus:
      normalMean(standardDeviation: deviation) { square(self(Tensor($0, dtype: .float64))).item }
    }
  }

  /// E[φ′(sζ)²] for normal ζ and standard deviation s of the sums.
  func meanSquareSlope(_ deviation: Double) -> Double {
    switch self {
    case .identity: 1
    case .relu: 0.5
    case .tanh:
      normalMean(standardDeviation: deviation) { z in
        let slope = 1 - Double.tanh(z) * Double.tanh(z)
        return slope * slope
      }
    case .sigmoid:
      normalMean(standardDeviation: deviation) { z in
        let slope = logistic(z) * (1 - logistic(z))
        return slope * slope
      }
    case .gelu, .geluTanh, .silu, .softplus:
      normalMean(standardDeviation: deviation) { z in
        let slope = valueAndGradient(at: Tensor(z, dtype: .float64)) { self($0) }.gradient.item
        return slope * slope
      }
    }
  }
}

private func logistic(_ z: Double) -> Double { 1 / (1 + .exp(-z)) }

/// exp of the mean logarithm.
func geometricMean(_ values: [Double]) -> Double {
  .exp(values.reduce(0) { $0 + .log($1) } / Double(values.count))
}
