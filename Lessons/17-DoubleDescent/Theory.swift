import Numerics

/// The expected squared error ‖ŵ − w‖² of the shortest least-squares fit of p weights to n samples y = x·w + σξ.
///
///     σ² p/(n − p − 1)                                  p ≤ n − 2
///     ‖w‖² (1 − n/p) + σ² n/(p − n − 1)                 p ≥ n + 2
///
/// and infinite in between: x and ξ are normal of variance 1, and ‖w‖ = 1.
///
/// - Source: Belkin, Hsu & Xu 2020; the means of inverse Wishart matrices.
func expectedError(weights p: Int, samples n: Int, noise sigma: Double) -> Double {
  let (weights, samples, variance) = (Double(p), Double(n), sigma * sigma)
  if p <= n - 2 { return variance * weights / (samples - weights - 1) }
  if p >= n + 2 { return 1 - samples / weights + variance * samples / (weights - samples - 1) }
  return .infinity
}

/// The expected squared error under the best ridge, λ = σ² p, for ‖w‖ = 1 and large n and p = γn.
///
///     (√((1 − γ + z)² + 4γz) − (1 − γ + z)) / 2γ,   z = σ²γ
///
/// - Source: Hastie, Montanari, Rosset & Tibshirani 2022.
func expectedRidgeError(ratio gamma: Double, noise sigma: Double) -> Double {
  let z = sigma * sigma * gamma
  let a = 1 - gamma + z
  return ((a * a + 4 * gamma * z).squareRoot() - a) / (2 * gamma)
}
