/// Flat plains between steep corners: f(x, y) = Σₖ (cₖ − x + x yᵏ)², k = 1, 2, 3, c = 1.5, 2.25, 2.625 (Beale 1958).
public struct Beale: Surface {
  /// The surface has no parameters.
  public init() {}

  /// Σₖ (cₖ − x + x yᵏ)².
  public func value(_ x: Double, _ y: Double) -> Double {
    let (first, second, third) = residuals(x, y)
    return first * first + second * second + third * third
  }

  /// 2 Σₖ (cₖ − x + x yᵏ) (yᵏ − 1, k x yᵏ⁻¹).
  public func gradient(_ x: Double, _ y: Double) -> (x: Double, y: Double) {
    let (first, second, third) = residuals(x, y)
    return (
      2 * (first * (y - 1) + second * (y * y - 1) + third * (y * y * y - 1)),
      2 * x * (first + 2 * y * second + 3 * y * y * third)
    )
  }

  /// (3, ½), at height 0.
  public var minima: [(x: Double, y: Double)] { [(3, 0.5)] }

  private func residuals(_ x: Double, _ y: Double) -> (Double, Double, Double) {
    (1.5 - x + x * y, 2.25 - x + x * y * y, 2.625 - x + x * y * y * y)
  }
}
