/// Four equal valleys: f(x, y) = (x² + y − 11)² + (x + y² − 7)² (Himmelblau 1972).
public struct Himmelblau: Surface {
  /// The surface has no parameters.
  public init() {}

  /// (x² + y − 11)² + (x + y² − 7)².
  public func value(_ x: Double, _ y: Double) -> Double {
    let (first, second) = (x * x + y - 11, x + y * y - 7)
    return first * first + second * second
  }

  /// (4 x p + 2 q, 2 p + 4 y q) with p = x² + y − 11, q = x + y² − 7.
  public func gradient(_ x: Double, _ y: Double) -> (x: Double, y: Double) {
    let (first, second) = (x * x + y - 11, x + y * y - 7)
    return (4 * x * first + 2 * second, 2 * first + 4 * y * second)
  }

  /// The first is exact; the others are roots of the gradient, refined by Newton's method to the last digit.
  public var minima: [(x: Double, y: Double)] {
    [
      (3, 2), (-2.805118086952745, 3.131312518250573), (-3.779310253377747, -3.283185991286170),
      (3.584428340330492, -1.848126526964404),
    ]
  }
}
