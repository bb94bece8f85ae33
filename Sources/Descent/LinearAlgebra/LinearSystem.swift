import COpenBLAS

/// The solution X of A X = B, such as the weights of a least-squares fit from its normal equations.
///
/// Computed in double precision whatever the dtype; float64, with the shape of B.
///
/// - Parameters:
///   - a: A, shape `[n, n]`.
///   - b: B, shape `[n, columns]`, one right-hand side a column.
/// - Precondition: the shapes fit, and A is not singular.
/// - Source: LAPACK's `dgesv`, Gaussian elimination with partial pivoting; PyTorch's `torch.linalg.solve`.
public func solve(_ a: Tensor, _ b: Tensor) -> Tensor {
  precondition(
    a.rank == 2 && b.rank == 2 && a.shape[0] == a.shape[1] && a.shape[0] == b.shape[0],
    "A linear system needs A of shape [n, n] and B of shape [n, columns], not \(a.shape) and \(b.shape).")
  guard b.count > 0 else { return .zeros(b.shape, dtype: .float64) }
  _ = MatrixProducts.prepared
  // LAPACK reads columns where the numbers lie in rows.
  var (matrix, sides, info) = (a.transposed.scalars, b.transposed.scalars, blasint(0))
  let size = [blasint(a.shape[0])]
  var pivots = [blasint](repeating: 0, count: a.shape[0])
  dgesv_(size, [blasint(b.shape[1])], &matrix, size, &pivots, &sides, size, &info)
  precondition(info == 0, "A linear system needs a matrix that is not singular; the status of dgesv is \(info).")
  return Tensor(shape: [b.shape[1], b.shape[0]], sides, dtype: .float64).transposed
}
