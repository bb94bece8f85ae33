/// Mean, spread and extremes of a set of numbers, such as the accuracies of ten seeds.
public struct Summary: Sendable, Equatable {
  /// How many numbers there are.
  public let count: Int
  /// The mean.
  public let mean: Double
  /// The standard deviation of the sample, √(Σ(x − mean)² / (n − 1)); 0 for a single number.
  public let standardDeviation: Double
  private let sorted: [Double]

  /// Summarises numbers; where one is nan, so are the mean and the standard deviation.
  ///
  /// - Precondition: there is at least one number.
  public init(of values: some Sequence<Double>) {
    let values = Array(values)
    precondition(!values.isEmpty, "A summary needs at least one number, but got none.")
    let mean = values.reduce(0, +) / Double(values.count)
    let squares = values.reduce(0) { $0 + ($1 - mean) * ($1 - mean) }
    self.count = values.count
    self.mean = mean
    self.standardDeviation = values.count > 1 ? (squares / Double(values.count - 1)).squareRoot() : 0
    // nan is put last, so that order statistics of the rest stay right.
    self.sorted = values.filter { !$0.isNaN }.sorted() + values.filter(\.isNaN)
  }

  /// The least number.
  public var minimum: Double { quantile(0) }
  /// The greatest number.
  public var maximum: Double { quantile(1) }
  /// The middle number, or the mean of the two middle ones.
  public var median: Double { quantile(0.5) }

  /// The value below which a share of the numbers lies, linear between neighbours (NumPy's default).
  ///
  /// - Precondition: 0 ≤ `share` ≤ 1.
  public func quantile(_ share: Double) -> Double {
    precondition((0...1).contains(share), "A quantile's share must be from 0 to 1, but is \(share).")
    let position = share * Double(count - 1)
    let lower = Int(position)
    let fraction = position - Double(lower)
    // Between two equal infinities there is no difference to share.
    guard fraction > 0, sorted[lower] != sorted[lower + 1] else { return sorted[lower] }
    return sorted[lower] + fraction * (sorted[lower + 1] - sorted[lower])
  }
}

/// The summaries of several series of one length, place by place: the line and the band of a figure.
public struct SeriesSummary: Sendable {
  /// The summary at each place.
  public let places: [Summary]

  /// Summarises series, one a seed, each with one value for each place.
  ///
  /// - Precondition: there is at least one series, and all have the same length.
  public init(of series: [[Double]]) {
    precondition(!series.isEmpty, "A summary needs at least one series, but got none.")
    precondition(
      series.allSatisfy { $0.count == series[0].count },
      "Series must have one length, but have \(Set(series.map(\.count)).sorted()).")
    places = series[0].indices.map { place in Summary(of: series.map { $0[place] }) }
  }

  /// The means.
  public var mean: [Double] { places.map(\.mean) }
  /// The means less one standard deviation.
  public var lower: [Double] { places.map { $0.mean - $0.standardDeviation } }
  /// The means plus one standard deviation.
  public var upper: [Double] { places.map { $0.mean + $0.standardDeviation } }
  /// The least values.
  public var minimum: [Double] { places.map(\.minimum) }
  /// The greatest values.
  public var maximum: [Double] { places.map(\.maximum) }
  /// The medians.
  public var median: [Double] { places.map(\.median) }
}
