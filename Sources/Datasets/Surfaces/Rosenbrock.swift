/// A curved valley with a flat floor: f(x, y) = (a − x)² + b (y − x²)² (Rosenbrock 1960).
public struct Rosenbrock: Surface {
  /// Where the minimum is: (a, a²).
  public let a: Double
  /// How steep the walls are.
  public let b: Double

  /// The usual one has a = 1 and b = 100.
  public init(a: Double = 1, b: Double = 100) { (self.a, self.b) = (a, b) }

  /// (a − x)² + b (y − x²)².
  public func value(_ x: Double, _ y: Double) -> Double {
    let (side, wall) = (a - x, y - x * x)
    return side * side + b * wall * wall
  }

  /// (−2 (a − x) − 4 b x (y − x²), 2 b (y − x²)).
  public func gradient(_ x: Double, _ y: Double) -> (x: Double, y: Double) {
    let wall = y - x * x
    return (-2 * (a - x) - 4 * b * x * wall, 2 * b * wall)
  }

  /// (a, a²), at height 0.
  public var minima: [(x: Double, y: Double)] { [(a, a * a)] }
}
