/// A function of two variables with a known gradient: a landscape to descend.
public protocol Surface: Sendable {
  /// The height above (x, y).
  func value(_ x: Double, _ y: Double) -> Double
  /// The direction of steepest ascent at (x, y), as long as the surface is steep.
  func gradient(_ x: Double, _ y: Double) -> (x: Double, y: Double)
  /// All lowest points; empty where the surface has no floor.
  var minima: [(x: Double, y: Double)] { get }
}
