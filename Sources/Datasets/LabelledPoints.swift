import Descent
import Numerics

/// Points with a class each: made, not measured.
public struct LabelledPoints: Sendable {
  /// One point a row: shape `[count, dimensions]`.
  public let points: Tensor
  /// The class of each point, from 0.
  public let labels: [Int]
  /// The number of points.
  public var count: Int { labels.count }

  /// The points at these places, in this order: a mini-batch, for example.
  public subscript(places: some Sequence<Int>) -> LabelledPoints {
    let places = Array(places)
    return LabelledPoints(points: points.take(rows: places), labels: places.map { labels[$0] })
  }

  /// Two half circles of radius 1 that interlock, as scikit-learn's `make_moons` makes them.
  ///
  /// Outer (class 0, ⌊n/2⌋ points): (cos φ, sin φ). Inner (class 1): (1 − cos φ, ½ − sin φ). On each, φ runs evenly
  /// from 0 to π, both ends included. Then the points are shuffled, and each coordinate gets normal noise.
  /// - Parameters:
  ///   - noise: the standard deviation of the noise; with 0 the points lie on the half circles exactly.
  ///   - isShuffled: whether the order is random; if not, the outer moon comes first.
  public static func moons(
    count: Int, noise: Double = 0, isShuffled: Bool = true, dtype: DType = .float32,
    using generator: inout RandomGenerator
  ) -> LabelledPoints {
    precondition(count >= 2, "Two moons need at least 2 points, but count is \(count)")
    precondition(noise >= 0 && noise.isFinite, "The noise must be finite and not negative, but is \(noise)")
    let outer = halfTurn(steps: count / 2).map { [Double.cos($0), .sin($0)] }
    let inner = halfTurn(steps: count - count / 2).map { [1 - .cos($0), 0.5 - .sin($0)] }
    let labels = outer.map { _ in 0 } + inner.map { _ in 1 }
    return finished(outer + inner, labels, isShuffled: isShuffled, noise: noise, dtype: dtype, using: &generator)
  }

  /// Normal clouds around given centres, as scikit-learn's `make_blobs` makes them.
  ///
  /// Class k lies around `centers[k]`. The points are shared evenly; the first classes get what is left over.
  /// - Parameters:
  ///   - centers: one centre a class, all of the same number of coordinates.
  ///   - standardDeviation: of each coordinate around its centre.
  ///   - isShuffled: whether the order is random; if not, the classes come one after the other.
  public static func blobs(
    count: Int, centers: [[Double]], standardDeviation: Double = 1, isShuffled: Bool = true,
    dtype: DType = .float32, using generator: inout RandomGenerator
  ) -> LabelledPoints {
    precondition(!centers.isEmpty && count >= centers.count, "\(centers.count) blobs cannot share \(count) points")
    precondition(
      centers.allSatisfy { $0.count == centers[0].count },
      "All centres need the same number of coordinates, but have \(centers.map(\.count))")
    precondition(
      standardDeviation >= 0 && standardDeviation.isFinite,
      "The standard deviation must be finite and not negative, but is \(standardDeviation)")
    let labels = centers.indices.flatMap { label in
      Array(repeating: label, count: count / centers.count + (label < count % centers.count ? 1 : 0))
    }
    return finished(
      labels.map { centers[$0] }, labels, isShuffled: isShuffled, noise: standardDeviation, dtype: dtype,
      using: &generator)
  }

  /// `steps` angles from 0 to π, evenly spaced, both ends included.
  private static func halfTurn(steps: Int) -> [Double] {
    (0..<steps).map { steps == 1 ? 0 : Double.pi * Double($0) / Double(steps - 1) }
  }

  /// Shuffles first and adds noise then, coordinate by coordinate.
  private static func finished(
    _ points: [[Double]], _ labels: [Int], isShuffled: Bool, noise: Double, dtype: DType,
    using generator: inout RandomGenerator
  ) -> LabelledPoints {
    let order = isShuffled ? generator.permutation(of: points.count) : Array(points.indices)
    let noisy = order.map { place in
      points[place].map { noise > 0 ? generator.normal(mean: $0, standardDeviation: noise) : $0 }
    }
    return LabelledPoints(points: Tensor(rows: noisy, dtype: dtype), labels: order.map { labels[$0] })
  }
}
