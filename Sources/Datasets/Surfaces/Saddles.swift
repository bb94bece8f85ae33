/// A pass between two hills: f(x, y) = x² − y²; the gradient is zero at the origin, which is no minimum.
public struct Saddle: Surface {
  /// The surface has no parameters.
  public init() {}

  /// x² − y².
  public func value(_ x: Double, _ y: Double) -> Double { x * x - y * y }

  /// (2 x, −2 y).
  public func gradient(_ x: Double, _ y: Double) -> (x: Double, y: Double) { (2 * x, -2 * y) }

  /// None: the surface has no floor.
  public var minima: [(x: Double, y: Double)] { [] }
}

/// A saddle with room for a tail: f(x, y) = x³ − 3 x y²; at the origin even the Hessian is zero.
public struct MonkeySaddle: Surface {
  /// The surface has no parameters.
  public init() {}

  /// x³ − 3 x y².
  public func value(_ x: Double, _ y: Double) -> Double { x * x * x - 3 * x * y * y }

  /// (3 x² − 3 y², −6 x y).
  public func gradient(_ x: Double, _ y: Double) -> (x: Double, y: Double) { (3 * x * x - 3 * y * y, -6 * x * y) }

  /// None: the surface has no floor.
  public var minima: [(x: Double, y: Double)] { [] }
}

/// A pass between two valleys: f(x, y) = ½x² + ¼b(y² − 1)²; a saddle at the origin, minima at y = ±1.
public struct Pass: Surface {
  /// How steeply the ways down begin, b: at the saddle the curvature along y is −b, along x it is 1.
  public let curvature: Double

  /// A pass with ways down of curvature −b.
  public init(curvature: Double) { self.curvature = curvature }

  /// ½x² + ¼b(y² − 1)².
  public func value(_ x: Double, _ y: Double) -> Double { x * x / 2 + curvature / 4 * (y * y - 1) * (y * y - 1) }

  /// (x, by³ − by).
  public func gradient(_ x: Double, _ y: Double) -> (x: Double, y: Double) { (x, curvature * y * (y * y - 1)) }

  /// (0, ±1).
  public var minima: [(x: Double, y: Double)] { [(0, -1), (0, 1)] }
}
