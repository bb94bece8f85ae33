import Numerics

/// A guess at a whole function from a few of its values, with an error bar at every place.
///
/// Before anything is measured the function is taken for a draw whose values are N(0, 1) at each place, and the more alike
/// the closer two places are,
///
///     k(x, x′) = exp(−|x − x′|²/2l²)
///
/// Given y at the points X, with independent noise of variance s on each,
///
///     mean(x) = k(x, X) A⁻¹ y,   variance(x) = 1 − k(x, X) A⁻¹ k(X, x),   A = k(X, X) + s I
///
/// The variance is that of the function, without the noise of a new measurement. Values should be near mean 0 and
/// variance 1: standardise them before.
///
/// Source: Rasmussen & Williams, *Gaussian Processes for Machine Learning*, 2006, algorithm 2.1.
public struct GaussianProcess: Sendable {
  /// What is expected of the function at a place.
  public struct Prediction: Sendable, Hashable {
    /// The expected value.
    public let mean: Double
    /// The variance around it, not negative.
    public let variance: Double
    /// The root of the variance.
    public var standardDeviation: Double { variance.squareRoot() }
  }

  /// How far alike goes, l.
  public let lengthScale: Double
  /// The variance s of the noise.
  public let noise: Double
  /// ln p(y): how well this length scale and this noise explain the values, −½ yᵀA⁻¹y − ½ ln det A − ½ n ln 2π.
  public let logLikelihood: Double
  private let points: [[Double]]
  /// The triangle L of A = L Lᵀ, and L⁻¹ y.
  private let triangle, whitened: Tensor

  /// Makes the process of the values at some points.
  ///
  /// - Precondition: there is a point and a value for each, all points have one dimension, the length scale is positive and
  ///   the noise is not negative; without noise no two points coincide.
  public init(points: [[Double]], values: [Double], lengthScale: Double, noise: Double = 0) {
    precondition(
      !points.isEmpty && points.count == values.count, "\(points.count) points cannot have \(values.count) values.")
    precondition(
      points.allSatisfy { $0.count == points[0].count }, "The points of a Gaussian process need one dimension.")
    checkPositive(lengthScale, "A length scale")
    checkNotNegative(noise, "The variance of noise")
    let count = points.count
    let likeness = Self.kernel(points, points, lengthScale)
    guard let triangle = cholesky(likeness + .diagonal([Double](repeating: noise, count: count))) else {
      preconditionFailure("Points of a Gaussian process so close to one another need more noise than \(noise).")
    }
    whitened = solveLower(triangle, Tensor(shape: [count, 1], values, dtype: .float64))
    let logRoots = (0..<count).reduce(0) { $0 + Double.log(triangle[$1, $1]) }
    logLikelihood = -0.5 * square(whitened).sum().item - logRoots - 0.5 * Double(count) * Double.log(2 * Double.pi)
    (self.points, self.triangle, self.lengthScale, self.noise) = (points, triangle, lengthScale, noise)
  }

  /// The process with the length scale and the noise, of those tried, that make the values most likely.
  public static func mostLikely(
    points: [[Double]], values: [Double], lengthScales: [Double], noises: [Double]
  ) -> GaussianProcess {
    let all = lengthScales.flatMap { length in
      noises.map { GaussianProcess(points: points, values: values, lengthScale: length, noise: $0) }
    }
    guard let best = all.max(by: { $0.logLikelihood < $1.logLikelihood }) else {
      preconditionFailure("A Gaussian process needs a length scale and a noise to choose from.")
    }
    return best
  }

  /// What is expected at other places, of the same dimension as the points.
  public func predict(_ places: [[Double]]) -> [Prediction] {
    guard !places.isEmpty else { return [] }
    let scaled = solveLower(triangle, Self.kernel(points, places, lengthScale))
    let means = matmul(scaled.transposed, whitened).scalars
    let explained = square(scaled).sum(axes: [0]).scalars
    return means.indices.map { Prediction(mean: means[$0], variance: max(0, 1 - explained[$0])) }
  }

  /// k between all pairs, `[a.count, b.count]`.
  private static func kernel(_ a: [[Double]], _ b: [[Double]], _ lengthScale: Double) -> Tensor {
    let factor = -0.5 / (lengthScale * lengthScale)
    var entries: [Double] = []
    entries.reserveCapacity(a.count * b.count)
    for p in a {
      for q in b {
        precondition(p.count == q.count, "A place with \(q.count) coordinates has no likeness to one with \(p.count).")
        var distance = 0.0
        for axis in p.indices { distance += (p[axis] - q[axis]) * (p[axis] - q[axis]) }
        entries.append(Double.exp(factor * distance))
      }
    }
    return Tensor(shape: [a.count, b.count], entries, dtype: .float64)
  }
}

extension GaussianProcess.Prediction {
  /// By how much a measurement here is expected to fall below the best value so far, where it does; 0 where it is above.
  ///
  ///     EI = (b − μ) Φ(z) + σ φ(z),   z = (b − μ)/σ,   b = best − margin
  ///
  /// Φ and φ are the standard normal's distribution and density. It is large where the mean is low, and where little is
  /// known.
  ///
  /// - Source: Jones, Schonlau & Welch 1998, Journal of Global Optimization 13, equation 15, for minimising.
  public func expectedImprovement(below best: Double, margin: Double = 0) -> Double {
    let gap = best - margin - mean
    guard variance > 0 else { return max(0, gap) }
    let z = gap / standardDeviation
    let distribution = 0.5 * Double.erfc(-z / 2.squareRoot())
    let density = Double.exp(-0.5 * z * z) / (2 * Double.pi).squareRoot()
    return gap * distribution + standardDeviation * density
  }
}
