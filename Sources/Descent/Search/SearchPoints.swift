/// Ways to lay points into the unit cube, for trials that do not wait for one another.
public enum SearchPoints {
  /// The sides of the largest grid of at most so many points that is as even as it can be: 16 in three dimensions is
  /// 4 × 2 × 2.
  ///
  /// Again and again the shortest side that may grow gets one value more, the first of equals.
  public static func gridSides(atMost count: Int, dimensions: Int) -> [Int] {
    checkLength(count, "The number of points")
    checkLength(dimensions, "The number of dimensions")
    var sides = [Int](repeating: 1, count: dimensions)
    func size(raising axis: Int) -> Int { sides.indices.reduce(1) { $0 * (sides[$1] + ($1 == axis ? 1 : 0)) } }
    while let axis = sides.indices.filter({ size(raising: $0) <= count }).min(by: { sides[$0] < sides[$1] }) {
      sides[axis] += 1
    }
    return sides
  }

  /// A grid: in a dimension with m values the points (k + shift)/m, k = 0 … m − 1; the last dimension changes fastest.
  ///
  /// - Parameters:
  ///   - sides: m for each dimension.
  ///   - shift: where in their cells the points lie, from 0 to 1 in each dimension; in the middle without it. A random
  ///     shift, the same for all points, makes a grid that is lucky or unlucky by chance alone.
  public static func grid(sides: [Int], shift: [Double]? = nil) -> [[Double]] {
    let shift = shift ?? sides.map { _ in 0.5 }
    precondition(shift.count == sides.count, "A grid of \(sides.count) dimensions cannot be shifted by \(shift).")
    return sides.indices.reduce([[]]) { points, axis in
      points.flatMap { point in (0..<sides[axis]).map { point + [(Double($0) + shift[axis]) / Double(sides[axis])] } }
    }
  }

  /// Independent points, each uniform in the cube.
  public static func random(_ count: Int, dimensions: Int, using generator: inout RandomGenerator) -> [[Double]] {
    (0..<count).map { _ in (0..<dimensions).map { _ in generator.uniform() } }
  }

  /// Halton's points 1 … count: the coordinate of point i is i written in a prime base, mirrored at the point, with 2 as
  /// the base of the first dimension, 3 of the second, 5, 7 … (1/2, 1/3), (1/4, 2/3), (3/4, 1/9), (1/8, 4/9), …
  ///
  /// Any first few of them are spread evenly over the cube, and no coordinate comes twice.
  ///
  /// - Parameter shift: added to all points modulo 1 (Cranley & Patterson 1976): a random one makes each point uniform
  ///   and leaves the set as even as it was.
  /// - Precondition: there are at most ten dimensions; in the bases of further ones the first points lie on lines.
  /// - Source: Halton 1960, Numerische Mathematik 2, 84–90.
  public static func halton(_ count: Int, dimensions: Int, shift: [Double]? = nil) -> [[Double]] {
    let primes = [2, 3, 5, 7, 11, 13, 17, 19, 23, 29]
    let shift = shift ?? [Double](repeating: 0, count: dimensions)
    precondition(
      (1...primes.count).contains(dimensions) && shift.count == dimensions,
      "Halton's points have 1 to \(primes.count) dimensions and a shift for each, not \(dimensions) with \(shift.count)."
    )
    return (0..<count).map { index in
      (0..<dimensions).map { axis in
        let place = mirrored(index + 1, base: primes[axis]) + shift[axis]
        return place - place.rounded(.down)
      }
    }
  }

  /// A whole number's digits, mirrored at the point: 6 is 110 in base 2 and becomes 0.011, which is 3/8.
  static func mirrored(_ number: Int, base: Int) -> Double {
    var (rest, mirror, weight) = (number, 0.0, 1.0)
    while rest > 0 {
      weight /= Double(base)
      mirror += weight * Double(rest % base)
      rest /= base
    }
    return mirror
  }
}
