import Numerics

/// Where tuning one at a time stands after so many rounds on ½(u² + v²) − ρuv, from (1, −1): a round sets u ← ρv, then v ← ρu.
func valleyPath(correlation: Double, rounds: Int) -> [(u: Double, v: Double)] {
  var path = [(u: 1.0, v: -1.0)]
  for _ in 0..<rounds {
    let u = correlation * path[path.count - 1].v
    path.append((u, correlation * u))
  }
  return path
}

/// How many rounds leave a hundredth of the error, each a factor ρ²: ln 0.01 / ln ρ².
func roundsToAHundredth(correlation: Double) -> Double { Double.log(0.01) / Double.log(correlation * correlation) }

/// The expected distance of a uniform place in [0, 1] from the nearest of N independent uniform points.
///
/// Around a place x < ½ all points lie further than r with the probability (1 − 2r)ᴺ, and (1 − x − r)ᴺ beyond r = x, where
/// the border cuts; integrate over r, then over x. Without borders it would be 1/(2(N + 1)).
func randomDistance(points n: Double) -> Double { (n + 3) / (2 * (n + 1) * (n + 2)) }

/// The same for the m points (k + s)/m with a random shift s: 1/(4m) · (1 + 1/(3m)).
/// m − 1 gaps have the mean distance 1/(4m), the two ends together give 1/(3m²) on average over s.
func gridDistance(values m: Double) -> Double { (1 + 1 / (3 * m)) / (4 * m) }

/// The same for Halton's first N points with a random shift, in base 2 and for N a power of two.
///
/// They divide the circle into N − 2 gaps of 1/N and one each of 3/(2N) and 1/(2N), for the last point is 1/(2N) and not 0. On
/// the circle the mean distance is Σ g²/4, and the cut at the border adds Σ g³/12.
func haltonDistance(points n: Double) -> Double { (n + 0.5) / (4 * n * n) + (n + 1.5) / (12 * n * n * n) }

/// The multiplications of one product of two gradients, as a share of those of the step that makes a gradient.
///
/// A network of widths a, b, c on B samples: 2abB in the first layer, which needs no gradient of its inputs, and 3bcB in the
/// second; one for each parameter in the product.
func productShare(widths: (Int, Int, Int), batch: Int) -> Double {
  let (a, b, c) = widths
  return Double(a * b + b + b * c + c) / Double(batch * (2 * a * b + 3 * b * c))
}
