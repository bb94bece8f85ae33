import Numerics

/// By which factor a step of gradient descent takes a point away from a saddle, along a way down of curvature −b.
func descentGrowth(rate: Double, curvature b: Double) -> Double { 1 + rate * b }

/// The same for momentum V ← βV + g: the larger root of z² − (1 + β + ηb) z + β.
func momentumGrowth(rate: Double, momentum beta: Double, curvature b: Double) -> Double {
  let sum = 1 + beta + rate * b
  return (sum + (sum * sum - 4 * beta).squareRoot()) / 2
}

/// How many steps it takes from a distance δ to ½ on the pass, at such a growth: ln(0.577/δ)/ln growth.
///
/// On dy/dt = by(1 − y²) it is y/√(1 − y²) that grows by the same factor throughout; at y = ½ this is 1/√3 = 0.577.
func escapeSteps(from distance: Double, growth: Double) -> Double {
  .log((1 - distance * distance).squareRoot() / distance / 3.0.squareRoot()) / .log(growth)
}

/// The chance that all n eigenvalues of a symmetric Gaussian matrix are positive, its variance on the diagonal twice that
/// beside it.
///
/// Exact up to n = 3; then each step is by √3 larger than the one before, Dean and Majumdar's limit, P ~ 3^(−n²/4).
func chanceOfMinimum(dimensions n: Int) -> Double {
  let exact = [0.5, (2 - 2.0.squareRoot()) / 4, (.pi - 2 * 2.0.squareRoot()) / (4 * .pi)]
  if n <= 3 { return exact[n - 1] }
  let (before, step) = (chanceOfMinimum(dimensions: n - 1), chanceOfMinimum(dimensions: n - 2))
  return before * before / step / 3.0.squareRoot()
}
