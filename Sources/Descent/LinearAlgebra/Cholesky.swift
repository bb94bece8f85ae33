import COpenBLAS

/// The lower triangle L of a symmetric matrix A = L Lᵀ; nil where A is not positive definite.
///
/// Only the lower triangle of A is read. Computed in double precision whatever the dtype; float64, shape `[n, n]`. The
/// logarithm of det A is twice the sum of those of L's diagonal.
///
/// - Precondition: A is square.
/// - Source: LAPACK's `dpotrf`; PyTorch's `torch.linalg.cholesky`.
public func cholesky(_ a: Tensor) -> Tensor? {
  precondition(a.rank == 2 && a.shape[0] == a.shape[1], "Cholesky's triangle needs a square matrix, not \(a.shape).")
  guard a.count > 0 else { return a.cast(to: .float64) }
  _ = MatrixProducts.prepared
  let count = a.shape[0]
  // LAPACK reads columns where the numbers lie in rows: what is the lower triangle here is the upper one there.
  var (matrix, info) = (a.scalars, blasint(0))
  let size = [blasint(count)]
  dpotrf_("U", size, &matrix, size, &info, 1)
  guard info == 0 else { return nil }
  for row in 0..<count { for column in row + 1..<count { matrix[row * count + column] = 0 } }
  return Tensor(shape: a.shape, matrix, dtype: .float64)
}

/// The solution X of L X = B for a lower triangle L, by forward substitution.
///
/// Computed in double precision whatever the dtype; float64, with the shape of B. What stands above the diagonal of L is not read.
///
/// - Parameters:
///   - triangle: L, shape `[n, n]`.
///   - b: B, shape `[n, columns]`, one right-hand side a column.
/// - Precondition: the shapes fit; a zero on the diagonal gives infinite numbers.
/// - Source: the BLAS's `dtrsm`; PyTorch's `torch.linalg.solve_triangular`.
public func solveLower(_ triangle: Tensor, _ b: Tensor) -> Tensor {
  precondition(
    triangle.rank == 2 && b.rank == 2 && triangle.shape[0] == triangle.shape[1] && triangle.shape[0] == b.shape[0],
    "A triangular system needs L of shape [n, n] and B of shape [n, columns], not \(triangle.shape) and \(b.shape).")
  guard b.count > 0 else { return .zeros(b.shape, dtype: .float64) }
  _ = MatrixProducts.prepared
  let (rows, columns) = (blasint(b.shape[0]), blasint(b.shape[1]))
  var sides = b.scalars
  cblas_dtrsm(
    CblasRowMajor, CblasLeft, CblasLower, CblasNoTrans, CblasNonUnit, rows, columns, 1, triangle.scalars, rows, &sides,
    columns)
  return Tensor(shape: b.shape, sides, dtype: .float64)
}
