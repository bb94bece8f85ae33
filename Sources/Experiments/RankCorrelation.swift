/// How far two lists agree in their order: Spearman's ρ, the correlation of their ranks, from −1 to 1.
///
/// Equal numbers share the mean of their ranks. nan where one list has all numbers equal, or is empty.
///
/// - Precondition: the lists are of one length and hold no nan.
/// - Source: SciPy's `spearmanr`.
public func rankCorrelation(_ first: [Double], _ second: [Double]) -> Double {
  precondition(
    first.count == second.count,
    "A rank correlation needs two lists of one length, not of \(first.count) and \(second.count).")
  precondition(!(first + second).contains(where: \.isNaN), "A rank correlation cannot order nan.")
  let (a, b) = (ranks(first), ranks(second))
  let mean = Double(a.count - 1) / 2
  func product(_ a: [Double], _ b: [Double]) -> Double {
    a.indices.reduce(0) { $0 + (a[$1] - mean) * (b[$1] - mean) }
  }
  return product(a, b) / (product(a, a) * product(b, b)).squareRoot()
}

/// The place of each number in their order, from 0; equal ones share the mean of their places.
private func ranks(_ values: [Double]) -> [Double] {
  let order = values.indices.sorted { values[$0] < values[$1] }
  var ranks = [Double](repeating: 0, count: values.count)
  var first = 0
  while first < order.count {
    var last = first
    while last + 1 < order.count, values[order[last + 1]] == values[order[first]] { last += 1 }
    for place in first...last { ranks[order[place]] = Double(first + last) / 2 }
    first = last + 1
  }
  return ranks
}
