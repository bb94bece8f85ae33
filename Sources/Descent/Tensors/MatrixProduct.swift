/// The matrix product A·B of `[…, rows, inner]` and `[…, inner, columns]`, of shape `[…, rows, columns]`.
///
/// Axes before the last two count batches of matrices and are broadcast: each matrix is multiplied by its counterpart.
/// Derivatives, for the gradient G of the result: G·Bᵀ for A and Aᵀ·G for B, summed over the axes that were repeated.
///
/// - Precondition: both have at least two axes, their inner sizes agree, and their batch axes can be broadcast.
public func matmul(_ a: Tensor, _ b: Tensor) -> Tensor {
  if a.rank > 2 || b.rank > 2 { return batchedMatmul(a, b) }
  return product(a, b).recorded(from: a, b) { gradient in
    a.receive(product(gradient, b, transposingB: true))
    b.receive(product(a, gradient, transposingA: true))
  }
}

/// A·B, with A or B read transposed where it lies, not recorded.
func product(_ a: Tensor, _ b: Tensor, transposingA: Bool = false, transposingB: Bool = false) -> Tensor {
  checkSameDType(a, b, "matmul")
  precondition(a.rank == 2 && b.rank == 2, "matmul needs two matrices, not shapes \(a.shape) and \(b.shape).")
  let (rows, inner) = transposingA ? (a.shape[1], a.shape[0]) : (a.shape[0], a.shape[1])
  let (innerB, columns) = transposingB ? (b.shape[1], b.shape[0]) : (b.shape[0], b.shape[1])
  precondition(inner == innerB, "matmul cannot multiply shapes \(a.shape) and \(b.shape): \(inner) is not \(innerB).")
  func run<T: Scalar>(_: T.Type) -> Tensor {
    // BLAS refuses empty matrices; an empty inner axis gives zeros.
    guard rows > 0, columns > 0, inner > 0 else { return .zeros([rows, columns], dtype: a.dtype) }
    let result = Tensor(uninitialized: [rows, columns], dtype: a.dtype)
    multiply(T.self, a, transposed: transposingA, b, transposed: transposingB, into: result, keeping: 0)
    return result
  }
  return a.dtype == .float32 ? run(Float.self) : run(Double.self)
}

/// C ← A·B + β·C for non-empty matrices of fitting shapes.
func multiply<T: Scalar>(
  _: T.Type, _ a: Tensor, transposed transposeA: Bool, _ b: Tensor, transposed transposeB: Bool, into c: Tensor,
  keeping beta: T
) {
  let inner = transposeA ? a.shape[0] : a.shape[1]
  a.withPointer(T.self) { x in
    b.withPointer(T.self) { y in
      c.withPointer(T.self) { z in
        T.matrixProduct(
          x, transposed: transposeA, y, transposed: transposeB, into: z, keeping: beta, rows: c.shape[0], inner: inner,
          columns: c.shape[1])
      }
    }
  }
}

/// A matrix product whose operands and result are laid out once, to be computed again and again: for benchmarks.
package struct PreparedProduct {
  private let a, b, result: Tensor
  private let transposingA, transposingB: Bool

  package init(_ a: Tensor, _ b: Tensor, transposingA: Bool = false, transposingB: Bool = false) {
    (self.a, self.b, self.transposingA, self.transposingB) = (a, b, transposingA, transposingB)
    result = product(a, b, transposingA: transposingA, transposingB: transposingB)
  }

  package func run() {
    multiply(Float.self, a, transposed: transposingA, b, transposed: transposingB, into: result, keeping: 0)
  }
}
