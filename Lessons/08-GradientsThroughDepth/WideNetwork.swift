import Descent
import Numerics

/// The activation of all layers, and the gain g of their weights, which are drawn from N(0, g²/n) for n inputs.
///
/// In these terms Glorot's and LeCun's weights have gain 1, He's have √2, and "standard normal" ones have √n.
struct Recipe: Hashable, Sendable {
  let activation: Activation
  let gain: Double

  init(_ activation: Activation, _ gain: Double) { (self.activation, self.gain) = (activation, gain) }
}

/// What theory expects of a network so wide that each layer's sums are normally distributed.
///
/// With random weights of variance g²/n, the sums z of a layer have a variance q that follows from the layer before,
/// and the gradient's norm is multiplied by a factor on its way back through the layer:
///
///     q₁ = g² ⟨x²⟩,   qₖ₊₁ = g² E[φ(√qₖ ζ)²],   factorₖ = g √E[φ′(√qₖ ζ)²],   ζ normal
///
/// The factor is the gain times the root mean square slope. Source: Poole et al. 2016, arXiv:1606.05340, equation 3;
/// Schoenholz et al. 2017, arXiv:1611.01232, on backpropagation.
struct WideNetwork: Sendable {
  let recipe: Recipe
  /// ⟨x²⟩, the mean square of an input.
  let inputSquare: Double

  /// The standard deviation √q of the sums in each of the first `depth` layers.
  func deviations(depth: Int) -> [Double] {
    var deviations = [recipe.gain * inputSquare.squareRoot()]
    for layer in 1..<depth {
      let square = recipe.activation.meanSquare(deviation: deviations[layer - 1])
      deviations.append(recipe.gain * square.squareRoot())
    }
    return deviations
  }

  /// The factor of each of the first `depth` layers.
  func factors(depth: Int) -> [Double] {
    deviations(depth: depth).map { recipe.gain * recipe.activation.meanSquareSlope(deviation: $0).squareRoot() }
  }

  /// Of how many units of the last layer the slopes would be the largest possible, if the others had none.
  func activeUnits(width: Int, depth: Int) -> Double {
    let deviation = deviations(depth: depth)[depth - 1]
    return Double(width) * recipe.activation.meanSquareSlope(deviation: deviation)
      / recipe.activation.largestSquareSlope
  }

  /// The mean factor of layers 2 to `depth`: the (depth − 1)-th root of ‖∂L/∂h₁‖/‖∂L/∂h_depth‖.
  func factor(depth: Int) -> Double {
    let logarithms = factors(depth: depth)[1...].map { Double.log($0) }
    return .exp(logarithms.reduce(0, +) / Double(logarithms.count))
  }
}

extension Activation {
  /// The largest value of φ′².
  fileprivate var largestSquareSlope: Double { self == .sigmoid ? 1.0 / 16 : 1 }

  /// E[φ(sζ)²] for normal ζ and s = `deviation`.
  func meanSquare(deviation: Double) -> Double {
    switch self {
    case .identity: deviation * deviation
    case .relu: deviation * deviation / 2
    case .tanh: normalMean(standardDeviation: deviation) { Double.tanh($0) * Double.tanh($0) }
    case .sigmoid: normalMean(standardDeviation: deviation) { logistic($0) * logistic($0) }
    }
  }

  /// E[φ′(sζ)²] for normal ζ and s = `deviation`.
  func meanSquareSlope(deviation: Double) -> Double {
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
    }
  }
}

private func logistic(_ z: Double) -> Double { 1 / (1 + .exp(-z)) }
