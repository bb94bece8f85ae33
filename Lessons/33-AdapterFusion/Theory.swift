import Numerics

/// The shares of scores: eˢⁱ/Σ eˢʲ.
func shares(ofScores scores: [Double]) -> [Double] {
  let weights = scores.map { Double.exp($0 - (scores.max() ?? 0)) }
  let sum = weights.reduce(0, +)
  return weights.map { $0 / sum }
}

/// What a score changes in the loss, ∂L/∂sᵢ = aᵢ (g·δᵢ − Σⱼ aⱼ g·δⱼ), for shares aᵢ of changes δᵢ and the loss's gradient g
/// by their mix.
///
/// - Parameter slopes: g·δᵢ, by how much the loss would rise along each change.
func scoreGradients(shares: [Double], slopes: [Double]) -> [Double] {
  let mean = shares.indices.reduce(0) { $0 + shares[$1] * slopes[$1] }
  return shares.indices.map { shares[$0] * (slopes[$0] - mean) }
}
