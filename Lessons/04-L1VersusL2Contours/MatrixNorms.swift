/// The norms of a 2 × 2 matrix that `torch.linalg.norm` offers, beside the sums that penalties are made of.
struct MatrixNorms {
  let rows: [[Double]]

  /// Σ|wᵢⱼ|: the L1 penalty.
  var sumOfMagnitudes: Double { rows.joined().reduce(0) { $0 + abs($1) } }
  /// Σwᵢⱼ²: the L2 penalty.
  var sumOfSquares: Double { rows.joined().reduce(0) { $0 + $1 * $1 } }
  /// ‖W‖ with `ord=1`: the largest column sum of magnitudes.
  var maximumColumnSum: Double { max(abs(rows[0][0]) + abs(rows[1][0]), abs(rows[0][1]) + abs(rows[1][1])) }
  /// ‖W‖ without `ord`: Frobenius, √Σwᵢⱼ².
  var frobenius: Double { sumOfSquares.squareRoot() }
  /// ‖W‖ with `ord=2`: the largest singular value, from σ₁² + σ₂² = Σwᵢⱼ² and σ₁σ₂ = |det W|.
  var spectral: Double {
    let determinant = rows[0][0] * rows[1][1] - rows[0][1] * rows[1][0]
    let difference = (sumOfSquares * sumOfSquares - 4 * determinant * determinant).squareRoot()
    return ((sumOfSquares + difference) / 2).squareRoot()
  }
}
