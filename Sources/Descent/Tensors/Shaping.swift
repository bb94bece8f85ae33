extension Tensor {
  /// The same numbers in another shape.
  ///
  /// - Precondition: the new shape holds as many numbers.
  public func reshaped(_ newShape: [Int]) -> Tensor {
    reshapedPlain(newShape).recorded(from: self) { [shape] gradient in self.receive(gradient.reshapedPlain(shape)) }
  }

  func reshapedPlain(_ newShape: [Int]) -> Tensor {
    checkShape(newShape)
    precondition(
      newShape.reduce(1, *) == count, "Shape \(shape) cannot become \(newShape): the counts of numbers differ.")
    return Tensor(shape: newShape, dtype: dtype, storage: storage)
  }

  /// The numbers as a matrix whose rows are those of the last axis; not recorded.
  var rows: Tensor {
    if rank == 2 { return detached }
    let width = shape.last ?? 1
    return reshapedPlain([width == 0 ? shape.dropLast().reduce(1, *) : count / width, width])
  }

  /// The matrix `[rows, columns]` turned over its diagonal, `[columns, rows]`.
  ///
  /// - Precondition: the tensor is a matrix.
  public var transposed: Tensor {
    precondition(rank == 2, "Only a matrix can be transposed, not shape \(shape).")
    return transposedPlain.recorded(from: self) { gradient in self.receive(gradient.transposedPlain) }
  }

  private var transposedPlain: Tensor {
    func run<T: Scalar>(_: T.Type) -> Tensor {
      let (rows, columns) = (shape[0], shape[1])
      let result = Tensor(uninitialized: [columns, rows], dtype: dtype)
      withPointer(T.self) { source in
        result.withPointer(T.self) { T.transpose(source, rows: rows, columns: columns, $0) }
      }
      return result
    }
    return dtype == .float32 ? run(Float.self) : run(Double.self)
  }

  /// The same numbers with the axes in another order: axis i of the result is axis `axes[i]` of this tensor.
  ///
  /// ```swift
  /// images.transposed(axes: [0, 2, 3, 1])  // [batch, channels, height, width] → [batch, height, width, channels]
  /// ```
  ///
  /// Derivative: the gradient with its axes put back.
  ///
  /// - Precondition: each axis is named once; negative axes count from the last.
  public func transposed(axes: [Int]) -> Tensor {
    let order = axes.map { normalized(axis: $0) }
    precondition(
      order.count == rank && Set(order).count == rank, "Axes \(axes) are not an order of the axes of shape \(shape).")
    var inverse = order
    for (new, old) in order.enumerated() { inverse[old] = new }
    return permuted(order).recorded(from: self) { [inverse] gradient in self.receive(gradient.permuted(inverse)) }
  }

  /// Applies a function of the last axis to another axis.
  func withLast(_ axis: Int, _ body: (Tensor) -> Tensor) -> Tensor {
    let axis = normalized(axis: axis)
    guard axis != rank - 1 else { return body(self) }
    var order = Array(shape.indices)
    order.swapAt(axis, rank - 1)  // its own inverse
    return body(transposed(axes: order)).transposed(axes: order)
  }

  /// The numbers with the axes in another order, not recorded.
  private func permuted(_ order: [Int]) -> Tensor {
    if order == Array(shape.indices) { return detached }
    var strides = [Int](repeating: 1, count: rank)
    for axis in shape.indices.dropLast().reversed() { strides[axis] = strides[axis + 1] * shape[axis + 1] }
    let walk = Broadcast(shape: order.map { shape[$0] }, strides: order.map { strides[$0] })
    let (width, step) = (walk.shape.last ?? 1, walk.stridesA.last ?? 1)
    func run<T: Scalar>(_: T.Type) -> Tensor {
      let result = Tensor(uninitialized: walk.shape, dtype: dtype)
      withPointer(T.self) { source in
        result.withPointer(T.self) { target in
          walk.forEachRow { row, start, _ in
            let (target, source) = (target + row, source + start)
            for i in 0..<width { target[i] = source[i * step] }
          }
        }
      }
      return result
    }
    return dtype == .float32 ? run(Float.self) : run(Double.self)
  }
}
