/// How many of a layer's weights are left after each round, from 0 on, if a share of those that are left goes in each:
/// n₍ₖ₊₁₎ = nₖ − round(share · nₖ), halves up.
func keptCounts(of count: Int, removing share: Double, rounds: Int) -> [Int] {
  var counts = [count]
  for round in 0..<rounds { counts.append(counts[round] - Int((share * Double(counts[round])).rounded())) }
  return counts
}

/// The size above which a cut keeps weights drawn from U(−a, a) that no training has moved: of |w|, uniform in (0, a), the
/// smaller share goes.
func unmovedCut(limit: Double, removing share: Double) -> Double { share * limit }
