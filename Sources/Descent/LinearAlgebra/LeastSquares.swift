import COpenBLAS

/// The weights W of a linear fit A W ≈ B by least squares, with or without a ridge.
///
///     W = argmin ‖A W − B‖² + λ ‖W‖²
///
/// Without a ridge, λ = 0, of all solutions the shortest one, A⁺ B: the limit of λ → 0, and where gradient descent from
/// zero arrives. Computed in double precision whatever the dtype; float64, shape `[features, columns]`.
///
/// - Parameters:
///   - a: A, shape `[samples, features]`, whichever are more.
///   - b: B, shape `[samples, columns]`, one fit a column.
///   - ridge: λ, 0 or above.
/// - Precondition: the shapes fit and have samples, features and columns, all numbers are finite, and λ is not negative.
/// - Source: LAPACK's `dgelsd`, by singular values, those below 2⁻⁵² of the largest taken for 0, as NumPy's `lstsq`; with a
///   ridge the normal equations, Hoerl & Kennard 1970, with the smaller of AᵀA and AAᵀ.
public func leastSquares(_ a: Tensor, _ b: Tensor, ridge: Double = 0) -> Tensor {
  precondition(
    a.rank == 2 && b.rank == 2 && a.shape[0] == b.shape[0] && a.count > 0 && b.count > 0,
    "Least squares need A of shape [samples, features] and B of shape [samples, columns], not \(a.shape) and \(b.shape)."
  )
  precondition(a.isFinite && b.isFinite, "Least squares need finite numbers.")
  checkNotNegative(ridge, "ridge")
  let (a, b) = (a.detached.cast(to: .float64), b.detached.cast(to: .float64))
  if ridge > 0 { return ridgeRegression(a, b, ridge) }
  _ = MatrixProducts.prepared
  let (samples, features, columns) = (a.shape[0], a.shape[1], b.shape[1])
  // LAPACK reads columns where the numbers lie in rows; the solution needs as many rows as there are features.
  let longest = max(samples, features)
  let padded =
    samples == longest ? b : concatenate([b, .zeros([longest - samples, columns], dtype: .float64)], axis: 0)
  var (matrix, sides) = (a.transposed.scalars, padded.transposed.scalars)
  var singularValues = [Double](repeating: 0, count: min(samples, features))
  var (rank, info) = (blasint(0), blasint(0))
  var wholeWork: [blasint] = [0]
  let (m, n) = ([blasint(samples)], [blasint(features)])
  func solve(_ work: UnsafeMutablePointer<Double>, _ workCount: UnsafePointer<blasint>) {
    dgelsd_(
      m, n, [blasint(columns)], &matrix, m, &sides, [blasint(longest)], &singularValues, [-1], &rank, work, workCount,
      &wholeWork, &info)
    // The first call says how many whole numbers of workspace it wants.
    if workCount.pointee == -1 { wholeWork = [blasint](repeating: 0, count: max(1, Int(wholeWork[0]))) }
  }
  withWorkspace(solve)
  precondition(info == 0, "LAPACK's dgelsd found no fit of \(a.shape): its status is \(info).")
  return Tensor(shape: [columns, longest], sides, dtype: .float64).transposed.slice(axis: 0, range: 0..<features)
}

/// W = (AᵀA + λI)⁻¹ AᵀB = Aᵀ (AAᵀ + λI)⁻¹ B, by whichever matrix is smaller.
private func ridgeRegression(_ a: Tensor, _ b: Tensor, _ ridge: Double) -> Tensor {
  func withRidge(_ gram: Tensor) -> Tensor {
    gram + .diagonal([Double](repeating: ridge, count: gram.shape[0]))
  }
  let transposed = a.transposed
  return a.shape[0] < a.shape[1]
    ? matmul(transposed, solve(withRidge(matmul(a, transposed)), b))
    : solve(withRidge(matmul(transposed, a)), matmul(transposed, b))
}
