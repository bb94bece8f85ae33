import Numerics

/// A long valley: f(x, y) = ½ (a u² + b v²), where (u, v) is (x, y) turned back by the rotation.
///
/// The gradient is linear and the Hessian constant, with eigenvalues a and b. Gradient descent converges for learning
/// rates below 2 / max(a, b) and is quickest at 2 / (a + b), where each step shrinks both coordinates by
/// (κ − 1) / (κ + 1), κ = max(a, b) / min(a, b) (Polyak 1964).
public struct Ravine: Surface {
  /// Curvature a along the first axis of the ravine.
  public let along: Double
  /// Curvature b along the second.
  public let across: Double
  /// How far the ravine is turned counterclockwise, in degrees.
  public let rotation: Double
  private let cosine: Double
  private let sine: Double

  /// A ravine with its minimum at the origin; not turned, it lies along the x axis.
  public init(along: Double = 1, across: Double = 100, rotation: Double = 0) {
    (self.along, self.across, self.rotation) = (along, across, rotation)
    (cosine, sine) = (.cos(rotation * .pi / 180), .sin(rotation * .pi / 180))
  }

  /// ½ (a u² + b v²).
  public func value(_ x: Double, _ y: Double) -> Double {
    let (u, v) = turned(x, y, back: true)
    return 0.5 * (along * u * u + across * v * v)
  }

  /// (a u, b v), turned as the ravine is.
  public func gradient(_ x: Double, _ y: Double) -> (x: Double, y: Double) {
    let (u, v) = turned(x, y, back: true)
    return turned(along * u, across * v, back: false)
  }

  /// The origin, at height 0.
  public var minima: [(x: Double, y: Double)] { [(0, 0)] }

  /// A point of the unturned ravine carried along with it: where a start (10, 1) comes to lie.
  public func point(_ u: Double, _ v: Double) -> (x: Double, y: Double) { turned(u, v, back: false) }

  private func turned(_ x: Double, _ y: Double, back: Bool) -> (x: Double, y: Double) {
    let sine = back ? -sine : sine
    return (cosine * x - sine * y, sine * x + cosine * y)
  }
}
