import Numerics

/// Two weights. The training loss is ½ Σ hᵢ (wᵢ − ŵᵢ)²; the test loss has the same h around the truth w*.
enum TwoWeights {
  static let curvatures = SIMD2(1, 0.05)
  /// Where the training loss is least, ŵ.
  static let minimum = SIMD2(1, 1.5)
  /// Where the test loss is least, w*.
  static let truth = SIMD2(1, 0.5)
  static let rate = 0.5

  /// ½ Σ hᵢ (wᵢ − cᵢ)²
  static func loss(_ w: SIMD2<Double>, around center: SIMD2<Double>) -> Double {
    0.5 * (curvatures * (w - center) * (w - center)).sum()
  }

  /// The weights after 0, 1, … steps of gradient descent from zero.
  static func path(steps: Int) -> [SIMD2<Double>] {
    (0..<steps).reduce(into: [.zero]) { path, _ in
      let w = path[path.count - 1]
      path.append(w - rate * curvatures * (w - minimum))
    }
  }

  /// The weights under a penalty of ½ λ‖w‖²: each goes the share hᵢ/(hᵢ + λ) of its way.
  static func ridge(_ strength: Double) -> SIMD2<Double> { minimum * curvatures / (curvatures + strength) }
}

/// The share of its way from zero that a direction of curvature λᵢ has gone after t steps of descent: 1 − (1 − ηλᵢ)ᵗ.
func keptShare(curvature: Double, rate: Double, steps: Int) -> Double { 1 - .pow(1 - rate * curvature, steps) }

/// The share of its way that a ridge penalty of strength λ leaves it: λᵢ/(λᵢ + λ).
func ridgeShare(curvature: Double, strength: Double) -> Double { curvature / (curvature + strength) }

/// The most by which descent's kept share exceeds ridge's at λ = 1/(ηt): the maximum of (1 − e⁻ˣ)(1 + x)/x over
/// x = ηλᵢt > 0, and where it lies.
///
/// There the derivative vanishes: e⁻ˣ (1 + x + x²) = 1.
func greatestShareRatio() -> (place: Double, ratio: Double) {
  var (low, high) = (1.0, 3.0)  // the left side is larger than 1 at 1 and smaller at 3
  for _ in 0..<60 {
    let x = (low + high) / 2
    if .exp(-x) * (1 + x + x * x) > 1 { low = x } else { high = x }
  }
  return (low, (1 - .exp(-low)) * (1 + low) / low)
}
