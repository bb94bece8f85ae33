import Descent
import Foundation

/// Points with a class each: made, not measured.
public struct LabelledPoints: Sendable {
  /// The points, row by row: shape `[count, dimensions]`.
  public let points: [Double]
  /// The class of each point, from 0.
  public let labels: [Int]
  /// Coordinates of a point.
  public let dimensions: Int
  /// The number of points.
  public var count: Int { labels.count }

  init(_ points: [[Double]], labels: [Int]) {
    (self.points, self.labels, self.dimensions) = (points.flatMap { $0 }, labels, points.first?.count ?? 0)
  }

  /// Two half circles of radius 1 that interlock, as scikit-learn's `make_moons` makes them.
  ///
  /// Outer (class 0, ⌊n/2⌋ points): (cos φ, sin φ). Inner (class 1): (1 − cos φ, ½ − sin φ). On each, φ runs evenly
  /// from 0 to π, both ends included. Then the points are shuffled, and each coordinate gets normal noise.
  /// - Parameters:
  ///   - noise: the standard deviation of the noise; with 0 the points lie on the half circles exactly.
  ///   - isShuffled: whether the order is random; if not, the outer moon comes first.
  public static func moons(
    count: Int, noise: Double = 0, isShuffled: Bool = true, using generator: inout RandomGenerator
  ) -> LabelledPoints {
    precondition(count >= 2, "Two moons need at least 2 points, but count is \(count)")
    precondition(noise >= 0 && noise.isFinite, "The noise must be finite and not negative, but is \(noise)")
    let outer = halfTurn(steps: count / 2).map { [cos($0), sin($0)] }
    let inner = halfTurn(steps: count - count / 2).map { [1 - cos($0), 0.5 - sin($0)] }
    let labels = outer.map { _ in 0 } + inner.map { _ in 1 }
    return LabelledPoints(outer + inner, labels: labels)
      .finished(isShuffled: isShuffled, noise: noise, using: &generator)
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
    using generator: inout RandomGenerator
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
    return LabelledPoints(labels.map { centers[$0] }, labels: labels)
      .finished(isShuffled: isShuffled, noise: standardDeviation, using: &generator)
  }

  /// `steps` angles from 0 to π, evenly spaced, both ends included.
  private static func halfTurn(steps: Int) -> [Double] {
    (0..<steps).map { steps == 1 ? 0 : Double.pi * Double($0) / Double(steps - 1) }
  }

  private func finished(isShuffled: Bool, noise: Double, using generator: inout RandomGenerator) -> LabelledPoints {
    let order = isShuffled ? generator.permutation(of: count) : Array(0..<count)
    let noisy = order.map { place in
      points[(place * dimensions)..<((place + 1) * dimensions)].map { coordinate in
        noise > 0 ? coordinate + generator.normal(mean: 0, standardDeviation: noise) : coordinate
      }
    }
    return LabelledPoints(noisy, labels: order.map { labels[$0] })
  }
}
