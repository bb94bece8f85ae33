/// The Brier score that K members have together, B₁ − (1 − 1/K) D: exact over all subsets of a set of members.
///
/// B₁ is the mean of their own scores and D half the mean squared distance of two members' answers.
func brier(alone: Double, disagreement: Double, members: Int) -> Double {
  alone - (1 - 1 / Double(members)) * disagreement
}

/// The variance of w ← w − η (w − x), x from N(0, 1), once its start is forgotten: η/(2 − η).
func pathVariance(rate: Double) -> Double { rate / (2 - rate) }

/// The variance of the exponential average of that path, with a = 1 − η:
///
///     (1 − d)/(1 + d) · (1 + ad)/(1 − ad) · η/(2 − η)
func averageVariance(rate: Double, decay: Double) -> Double {
  let kept = (1 - rate) * decay
  return (1 - decay) / (1 + decay) * (1 + kept) / (1 - kept) * pathVariance(rate: rate)
}
