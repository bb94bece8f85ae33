/// What the height of a histogram's bar means.
public enum HistogramHeight: String, Sendable, Hashable {
  /// The number of values in the bin.
  case count
  /// The share of all counted values.
  case share
  /// The share divided by the width of the bin, so that the area is 1.
  case density
}

/// Values counted in equally wide bins; the last bin includes its upper edge.
struct Histogram: Sendable {
  var left: [Double]
  var right: [Double]
  var heights: [Double]
  var height: HistogramHeight

  init(_ values: [Double], bins: Int, range: ClosedRange<Double>?, height: HistogramHeight) {
    precondition(bins > 0, "A histogram needs at least one bin, but has \(bins).")
    let finite = values.filter(\.isFinite)
    self.height = height
    guard var lower = range?.lowerBound ?? finite.min(), var upper = range?.upperBound ?? finite.max() else {
      (left, right, heights) = ([], [], [])
      return
    }
    var bins = bins
    if lower == upper {
      // One bar that holds all of them.
      let half = max(0.5, abs(lower) * 1e-3)
      (lower, upper, bins) = (
        max(lower - half, -.greatestFiniteMagnitude), min(upper + half, .greatestFiniteMagnitude), 1
      )
    }
    // The halves, because the whole may overflow; and no more bins than there are numbers to part them.
    var width = (upper / 2 - lower / 2) / Double(bins) * 2
    if lower + width == lower || upper - width == upper { (bins, width) = (1, upper - lower) }
    left = (0..<bins).map { (lower / 2 + width / 2 * Double($0)) * 2 }
    right = Array(left.dropFirst()) + [upper]
    heights = Array(repeating: 0, count: bins)
    for value in finite where lower <= value && value <= upper {
      heights[min(bins - 1, Int((value / 2 - lower / 2) / width * 2))] += 1
    }
    let total = max(1, heights.reduce(0, +))
    switch height {
    case .count: break
    case .share: heights = heights.map { $0 / total }
    case .density: heights = heights.map { $0 / (total * width) }
    }
  }
}
