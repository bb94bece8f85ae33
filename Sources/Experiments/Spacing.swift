// Where to sample a curve or a landscape, and which points of a long series to draw.

/// Evenly spaced numbers from one end of a range to the other, both included.
///
/// - Precondition: `count` is at least 2.
public func evenly(_ range: ClosedRange<Double>, count: Int) -> [Double] {
  precondition(count >= 2, "Evenly spaced numbers need two ends, but \(count) were asked for.")
  let width = range.upperBound - range.lowerBound
  return (0..<count).map { range.lowerBound + width * Double($0) / Double(count - 1) }
}

/// Whole numbers from 1 to a last one, about evenly spaced on a logarithmic axis: all up to `density`, then ever fewer.
///
/// - Returns: about `density` numbers for each factor of e; only the last one if it is below 2.
public func logarithmicPlaces(upTo last: Int, density: Int = 25) -> [Int] {
  var places: [Int] = []
  var place = 1
  while place < last {
    places.append(place)
    place += max(1, place / density)
  }
  return places + [last]
}

/// A long series with fewer points: the largest of each `width` values, at the middle of their places, so that no peak is lost.
///
/// The places count from 0; the last block may be shorter.
///
/// - Precondition: `width` is at least 1.
public func largest(ofEach width: Int, in values: [Double]) -> (places: [Double], values: [Double]) {
  precondition(width >= 1, "A series is taken in blocks of at least one value, not \(width).")
  let blocks = stride(from: 0, to: values.count, by: width).map { $0..<min($0 + width, values.count) }
  return (
    blocks.map { Double($0.lowerBound + $0.upperBound - 1) / 2 }, blocks.map { values[$0].max() ?? .nan }
  )
}
