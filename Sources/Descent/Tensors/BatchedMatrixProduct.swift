/// The products of batches of matrices; see ``matmul(_:_:)``.
func batchedMatmul(_ a: Tensor, _ b: Tensor) -> Tensor {
  checkSameDType(a, b, "matmul")
  precondition(
    a.rank >= 2 && b.rank >= 2 && a.shape[a.rank - 1] == b.shape[b.rank - 2],
    "matmul cannot multiply shapes \(a.shape) and \(b.shape).")
  if b.rank == 2 {
    // One matrix for the whole batch: its rows are the rows of one large product.
    let outer = a.shape.dropLast()
    return matmul(a.reshaped([outer.reduce(1, *), b.shape[0]]), b).reshaped(outer + [b.shape[1]])
  }
  return batchedProduct(a, b).recorded(from: a, b) { gradient in
    a.receive(batchedProduct(gradient, b, transposingB: true).summed(to: a.shape))
    b.receive(batchedProduct(a, gradient, transposingA: true).summed(to: b.shape))
  }
}

/// A·B for each pair of matrices, with A or B read transposed where it lies, not recorded.
private func batchedProduct(
  _ a: Tensor, _ b: Tensor, transposingA: Bool = false, transposingB: Bool = false
) -> Tensor {
  let (rowsA, columnsA) = (a.shape[a.rank - 2], a.shape[a.rank - 1])
  let (rowsB, columnsB) = (b.shape[b.rank - 2], b.shape[b.rank - 1])
  let (rows, inner) = transposingA ? (columnsA, rowsA) : (rowsA, columnsA)
  let columns = transposingB ? rowsB : columnsB
  // A last axis of size 1 makes each pair of matrices a row of the walk.
  let walk = Broadcast(a.shape.dropLast(2) + [1], b.shape.dropLast(2) + [1], "matmul")
  let shape = walk.shape.dropLast() + [rows, columns]
  guard rows > 0, columns > 0, inner > 0 else { return .zeros(Array(shape), dtype: a.dtype) }
  func run<T: Scalar>(_: T.Type) -> Tensor {
    let result = Tensor(uninitialized: Array(shape), dtype: a.dtype)
    a.withPointer(T.self) { x in
      b.withPointer(T.self) { y in
        result.withPointer(T.self) { z in
          walk.forEachRow { pair, matrixA, matrixB in
            T.matrixProduct(
              x + matrixA * rows * inner, transposed: transposingA, y + matrixB * inner * columns,
              transposed: transposingB, into: z + pair * rows * columns, keeping: 0, rows: rows, inner: inner,
              columns: columns)
          }
        }
      }
    }
    return result
  }
  return a.dtype == .float32 ? run(Float.self) : run(Double.self)
}
