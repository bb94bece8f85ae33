import Numerics

extension Array<Double> {
  /// The Euclidean norm √Σxᵢ², also where the squares themselves would overflow or vanish.
  public var norm: Double {
    var largest = 0.0
    for entry in self {
      // max(largest, nan) may be either one, so nan is passed on by hand.
      if entry.isNaN { return .nan }
      largest = Swift.max(largest, abs(entry))
    }
    guard largest > 0, largest.isFinite else { return largest }
    if largest > 1e-140, largest < 1e140 {
      var sum = 0.0
      for entry in self { sum += entry * entry }
      return sum.squareRoot()
    }
    var sum = 0.0
    for entry in self { sum += (entry / largest) * (entry / largest) }
    return largest * sum.squareRoot()
  }

  /// The angle between two directions in degrees, 0 … 180; nan where one of them has no direction.
  public func angle(to other: [Double]) -> Double {
    precondition(count == other.count, "An angle needs vectors of one length, not \(count) and \(other.count).")
    let lengths = (norm, other.norm)
    guard lengths.0 > 0, lengths.1 > 0 else { return .nan }
    // 2·atan2(‖u−v‖, ‖u+v‖) of the unit vectors is exact at small angles, where acos is not (Kahan 2006).
    // Their entries are at most 1, so that the squares need no scaling.
    var (difference, sum) = (0.0, 0.0)
    for index in indices {
      let (u, v) = (self[index] / lengths.0, other[index] / lengths.1)
      difference += (u - v) * (u - v)
      sum += (u + v) * (u + v)
    }
    return 2 * Double.atan2(y: difference.squareRoot(), x: sum.squareRoot()) * 180 / .pi
  }
}
