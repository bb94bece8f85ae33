extension Tensor {
  /// The rows with these numbers, in this order: a mini-batch of a data set `[samples, features]`, or the vectors of
  /// an embedding `[tokens, width]`. Of shape `[indices.count] + shape.dropFirst()`.
  ///
  /// Derivative: each row's gradient is added to the row that it was taken from, as often as it was taken.
  ///
  /// - Precondition: the tensor has at least one axis, and every row exists.
  public func take(rows indices: [Int]) -> Tensor {
    precondition(rank >= 1, "take(rows:) needs a tensor with at least one axis, but this one holds one number.")
    return rowsPlain(indices).recorded(from: self) { [shape] gradient in
      self.receive(gradient.rowsAdded(at: indices, into: shape))
    }
  }

  private func rowsPlain(_ indices: [Int]) -> Tensor {
    func run<T: Scalar>(_: T.Type) -> Tensor {
      let width = shape.dropFirst().reduce(1, *)
      let result = Tensor(uninitialized: [indices.count] + shape.dropFirst(), dtype: dtype)
      result.withPointer(T.self) { target in
        withPointer(T.self) { source in
          for (row, index) in indices.enumerated() {
            precondition((0..<shape[0]).contains(index), "Row \(index) does not exist in shape \(shape).")
            (target + row * width).update(from: source + index * width, count: width)
          }
        }
      }
      return result
    }
    return dtype == .float32 ? run(Float.self) : run(Double.self)
  }

  /// Zeros of a shape, with each of these rows added to the row of the given number; not recorded.
  private func rowsAdded(at indices: [Int], into target: [Int]) -> Tensor {
    func run<T: Scalar>(_: T.Type) -> Tensor {
      let width = target.dropFirst().reduce(1, *)
      let result = Tensor.zeros(target, dtype: dtype)
      result.withPointer(T.self) { sums in
        withPointer(T.self) { source in
          for (row, index) in indices.enumerated() {
            T.add(sums + index * width, source + row * width, sums + index * width, width)
          }
        }
      }
      return result
    }
    return dtype == .float32 ? run(Float.self) : run(Double.self)
  }

  /// The numbers at these places, counted row by row, in a shape of their own: what a choice of the largest leaves.
  ///
  /// Derivative: each number's gradient is added to the place that it was taken from.
  func taken(at places: [Int], shape newShape: [Int]) -> Tensor {
    func take<T: Scalar>(_: T.Type) -> Tensor {
      let result = Tensor(uninitialized: newShape, dtype: dtype)
      result.withPointer(T.self) { target in
        withPointer(T.self) { source in for (i, place) in places.enumerated() { target[i] = source[place] } }
      }
      return result
    }
    func putBack<T: Scalar>(_ gradient: Tensor, _: T.Type) -> Tensor {
      let result = Tensor.zeros(shape, dtype: dtype)
      result.withPointer(T.self) { target in
        gradient.withPointer(T.self) { g in for (i, place) in places.enumerated() { target[place] += g[i] } }
      }
      return result
    }
    let result = dtype == .float32 ? take(Float.self) : take(Double.self)
    return result.recorded(from: self) { gradient in
      self.receive(gradient.dtype == .float32 ? putBack(gradient, Float.self) : putBack(gradient, Double.self))
    }
  }
}
