/// Two parabolas, the lower one counts: a narrow well of depth 0 at −1 and a wide one, a little higher, at 1.
///
///     f(x) = min(32 (x + 1)², 0.05 + (x − 1)²)
///
/// The curvatures at the bottoms are 64 and 2.
enum Wells {
  static let height = 0.05, narrow = 64.0, wide = 2.0
  static let bottoms = [-1.0, 1.0]

  static func loss(_ x: Double) -> Double {
    min(narrow / 2 * (x + 1) * (x + 1), height + wide / 2 * (x - 1) * (x - 1))
  }

  /// The ridge between the wells: there 31x² + 66x + 30.95 = 0.
  static let ridge: Double = {
    let discriminant = 33.0 * 33.0 - 31.0 * 30.95
    return (discriminant.squareRoot() - 33.0) / 31.0
  }()

  /// The largest loss within a radius: at one of the ends, or on the ridge.
  static func worst(within radius: Double, of x: Double) -> Double {
    let places = [x - radius, x + radius] + (abs(x - ridge) < radius ? [ridge] : [])
    return places.map(loss).max() ?? .nan
  }

  /// The radius from which on the wide well's worst is lower: 32ρ² = 0.05 + ρ².
  static let flip = (2 * height / (narrow - wide)).squareRoot()
}

/// The largest eigenvalue when the first layer is multiplied by c and the next layer's weights are divided by it, from
/// those of the two blocks: max(λ₁/c², c²λ₂).
///
/// A curvature goes with the inverse square of the unit in which a weight is measured. A block's largest eigenvalue is
/// never more than that of the whole, and the two agree where one block's is by far the largest.
func rescaledSharpness(first: Double, second: Double, by factor: Double) -> Double {
  max(first / (factor * factor), second * factor * factor)
}
