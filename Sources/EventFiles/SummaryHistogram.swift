/// How numbers are spread: how many lie in each of several bins, and their least, greatest, sum and sum of squares.
struct SummaryHistogram {
  let minimum, maximum, count, sum, sumOfSquares: Double
  /// The bins' right edges, and how many numbers lie in each.
  let edges, counts: [Double]

  /// Counts the finite ones of the numbers in bins of equal width from the least to the greatest; nil where there are none.
  ///
  /// - Precondition: there is at least one bin.
  init?(of numbers: [Double], bins: Int) {
    precondition(bins >= 1, "A histogram needs at least one bin, not \(bins).")
    let numbers = numbers.filter(\.isFinite)
    guard let least = numbers.min(), let greatest = numbers.max() else { return nil }
    // Numbers that are all alike, or too close together to be told apart, fill one bin.
    let width = greatest / Double(bins) - least / Double(bins)
    let isOne = !(least + width > least && greatest - width < greatest)
    var counts = [Double](repeating: 0, count: isOne ? 1 : bins)
    for number in numbers {
      // A bin holds its right edge, as the reader takes it; the first holds both its edges.
      let bin = isOne ? 0 : Int(((number / width - least / width).rounded(.up) - 1).clamped(to: 0...Double(bins - 1)))
      counts[bin] += 1
    }
    (minimum, maximum, count) = (least, greatest, Double(numbers.count))
    sum = numbers.reduce(0, +)
    sumOfSquares = numbers.reduce(0) { $0 + $1 * $1 }
    self.counts = counts
    edges = counts.indices.map { bin in
      let share = Double(bin + 1) / Double(counts.count)
      return least * (1 - share) + greatest * share
    }
  }

  /// TensorFlow's `HistogramProto`.
  var message: Message {
    var message = Message()
    for (field, number) in [minimum, maximum, count, sum, sumOfSquares].enumerated() {
      message.add(field + 1, double: number)
    }
    message.add(6, packed: edges)
    message.add(7, packed: counts)
    return message
  }
}

extension Double {
  /// The number, or the end of the range that it lies beyond.
  func clamped(to range: ClosedRange<Double>) -> Double { max(range.lowerBound, min(range.upperBound, self)) }
}
