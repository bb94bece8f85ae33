/// A search that learns from its trials: first it explores, then it goes where the most improvement is expected.
///
/// The first trials are Halton's points with a random shift. After them a Gaussian process is fitted to the values so far,
/// standardised, with the length scale and the noise that make them most likely, and the next point is the one with the
/// largest expected improvement among 512 further Halton points and 64 around the best trial.
///
/// ```swift
/// var search = BayesianSearch(dimensions: 2, exploring: 8, seed: 1)
/// for _ in 0..<16 {
///   let point = search.nextPoint()
///   search.record(log(loss(at: point)), at: point)
/// }
/// ```
///
/// Give it the logarithm of a loss: a process that expects the same spread everywhere chases the largest losses otherwise.
///
/// Source: Jones, Schonlau & Welch 1998; Snoek, Larochelle & Adams 2012, arXiv:1206.2944, for hyperparameters.
public struct BayesianSearch: Sendable {
  /// How many axes the cube has.
  public let dimensions: Int
  /// How many trials explore.
  public let exploring: Int
  /// The trials so far.
  public private(set) var points: [[Double]] = []
  /// Their values, the lower the better.
  public private(set) var values: [Double] = []
  private var generator: RandomGenerator
  private let first: [[Double]]

  /// Starts a search.
  ///
  /// - Precondition: at least two trials explore: from fewer there is nothing to learn.
  public init(dimensions: Int, exploring: Int, seed: UInt64) {
    checkLength(dimensions, "The number of dimensions")
    checkLength(exploring, "The number of trials that explore", atLeast: 2)
    (self.dimensions, self.exploring) = (dimensions, exploring)
    generator = RandomGenerator(seed: seed)
    first = SearchPoints.halton(exploring, dimensions: dimensions, shift: Self.shift(dimensions, using: &generator))
  }

  /// Where to try next.
  public mutating func nextPoint() -> [Double] {
    guard points.count >= exploring else { return first[points.count] }
    let mean = values.reduce(0, +) / Double(values.count)
    let spread = (values.reduce(0) { $0 + ($1 - mean) * ($1 - mean) } / Double(values.count)).squareRoot()
    let standardised = values.map { spread > 0 ? ($0 - mean) / spread : 0 }
    let process = GaussianProcess.mostLikely(
      points: points, values: standardised, lengthScales: [0.1, 0.15, 0.2, 0.3, 0.5, 0.7, 1, 1.5],
      // With no noise at all, few trials make short length scales likely that know nothing between the points.
      noises: [1e-4, 1e-3, 1e-2, 1e-1])
    let best = standardised.indices.min { standardised[$0] < standardised[$1] } ?? 0
    let candidates =
      SearchPoints.halton(512, dimensions: dimensions, shift: Self.shift(dimensions, using: &generator))
      + (0..<64).map { _ in
        points[best].map { min(max($0 + generator.normal(standardDeviation: 0.05), 0), 1) }
      }
    let gains = process.predict(candidates).map { $0.expectedImprovement(below: standardised[best], margin: 0.01) }
    return candidates[gains.indices.max { gains[$0] < gains[$1] } ?? 0]
  }

  /// Adds a trial; it need not be where ``nextPoint()`` said.
  ///
  /// - Precondition: the value is finite: give a broken run the worst loss that one would report.
  public mutating func record(_ value: Double, at point: [Double]) {
    precondition(value.isFinite, "A search learns from finite values, but got \(value).")
    precondition(point.count == dimensions, "A trial in \(dimensions) dimensions cannot be at \(point).")
    points.append(point)
    values.append(value)
  }

  private static func shift(_ dimensions: Int, using generator: inout RandomGenerator) -> [Double] {
    (0..<dimensions).map { _ in generator.uniform() }
  }
}
