import Numerics

/// The share of words with just n letters if each letter ends the word with the same probability p: p (1 − p)ⁿ⁻¹.
///
/// It is largest for p = 1/n.
func coinShare(of n: Int, stopping p: Double) -> Double { p * .pow(1 - p, n - 1) }

/// The share of its attention that a place gives to a prefix of P keys of score s, beside n keys of score 0:
/// P eˢ/(P eˢ + n).
func prefixShare(prefix: Int, keys: Int, score: Double = 0) -> Double {
  let weight = Double(prefix) * .exp(score)
  return weight / (weight + Double(keys))
}
