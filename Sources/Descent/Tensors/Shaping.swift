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
      result.write(T.self) { target in
        read(T.self) { source in
          for row in 0..<rows {
            for column in 0..<columns { target[column * rows + row] = source[row * columns + column] }
          }
        }
      }
      return result
    }
    return dtype == .float32 ? run(Float.self) : run(Double.self)
  }

  /// The rows with these numbers, in this order, as a constant: a mini-batch of a data set `[samples, features]`.
  ///
  /// - Precondition: the tensor has at least one axis, is not being differentiated, and every row exists.
  public func rows(_ indices: [Int]) -> Tensor {
    precondition(rank >= 1 && !isTracked, "rows(_:) takes rows of data, not of a tensor being differentiated.")
    func run<T: Scalar>(_: T.Type) -> Tensor {
      let width = shape.dropFirst().reduce(1, *)
      let result = Tensor(uninitialized: [indices.count] + shape.dropFirst(), dtype: dtype)
      result.write(T.self) { target in
        read(T.self) { source in
          guard width > 0, let start = target.baseAddress, let from = source.baseAddress else { return }
          for (row, index) in indices.enumerated() {
            precondition((0..<shape[0]).contains(index), "Row \(index) does not exist in shape \(shape).")
            (start + row * width).update(from: from + index * width, count: width)
          }
        }
      }
      return result
    }
    return dtype == .float32 ? run(Float.self) : run(Double.self)
  }
}
