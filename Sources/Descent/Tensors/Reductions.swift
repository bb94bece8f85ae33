extension Tensor {
  /// The sum of all numbers, of shape `[]`.
  ///
  /// Summed in double precision whatever the dtype, so that a long sum of small numbers loses none.
  public func sum() -> Tensor {
    let total =
      dtype == .float32
      ? withPointer(Float.self) { Float.sum($0, count) } : withPointer(Double.self) { Double.sum($0, count) }
    return Tensor(total, dtype: dtype).recorded(from: self) { [shape] gradient in
      self.receive(gradient.broadcast(to: shape))
    }
  }

  /// The mean of all numbers, of shape `[]`; nan for an empty tensor.
  public func mean() -> Tensor { sum() / Double(count) }

  /// The sums over the given axes, which are dropped from the shape, or kept with size 1.
  ///
  /// - Precondition: each axis exists and is named once; negative axes count from the last.
  public func sum(axes: [Int], keepingAxes: Bool = false) -> Tensor {
    let reduced = Set(axes.map { normalized(axis: $0) })
    precondition(reduced.count == axes.count, "Sum over axes \(axes): an axis is named twice.")
    let kept = shape.indices.map { reduced.contains($0) ? 1 : shape[$0] }
    let sums = self.detached.summedPlain(to: kept)
    let dropped = shape.indices.filter { !reduced.contains($0) }.map { shape[$0] }
    return sums.reshapedPlain(keepingAxes ? kept : dropped).recorded(from: self) { [shape] gradient in
      self.receive(gradient.reshapedPlain(kept).broadcast(to: shape))
    }
  }

  /// The means over the given axes, which are dropped from the shape, or kept with size 1.
  ///
  /// - Precondition: each axis exists and is named once; negative axes count from the last.
  public func mean(axes: [Int], keepingAxes: Bool = false) -> Tensor {
    let averaged = axes.reduce(1) { $0 * shape[normalized(axis: $1)] }
    return sum(axes: axes, keepingAxes: keepingAxes) / Double(averaged)
  }

  func normalized(axis: Int) -> Int {
    let positive = axis < 0 ? axis + rank : axis
    precondition(shape.indices.contains(positive), "Shape \(shape) has no axis \(axis).")
    return positive
  }

  /// The sum that undoes broadcasting from `target`: over the axes that were missing or of size 1 there.
  func summed(to target: [Int]) -> Tensor {
    guard shape != target else { return self }
    return summedPlain(to: target)
  }

  /// Not recorded: used on the way back, and by `sum(axes:)`, which records itself.
  fileprivate func summedPlain(to target: [Int]) -> Tensor {
    guard shape != target else { return self }
    if rank == 2 && target == [shape[1]] { return columnSums }
    func run<T: Scalar>(_: T.Type) -> Tensor {
      let result = Tensor.zeros(target, dtype: dtype)
      // Broadcasting `target` to `shape` says for each number of `self` which sum it belongs to.
      let broadcast = Broadcast(shape, target, "sum")
      let width = shape.last ?? 1
      let step = broadcast.stridesB.last ?? 0
      result.withPointer(T.self) { sums in
        withPointer(T.self) { numbers in
          broadcast.forEachRow { _, row, sum in
            if step == 1 {
              T.add(sums + sum, numbers + row, sums + sum, width)
            } else {
              sums[sum] += T(T.sum(numbers + row, width))
            }
          }
        }
      }
      return result
    }
    return dtype == .float32 ? run(Float.self) : run(Double.self)
  }

  /// The sums of the columns of a matrix `[rows, columns]`, of shape `[columns]`; not recorded.
  var columnSums: Tensor {
    let (rows, columns) = (shape[0], shape[1])
    let sums = Tensor(uninitialized: [columns], dtype: dtype)
    switch dtype {
    case .float32:
      withPointer(Float.self) { x in
        sums.withPointer(Float.self) { Float.columnSums(x, rows: rows, columns: columns, $0) }
      }
    case .float64:
      withPointer(Double.self) { x in
        sums.withPointer(Double.self) { Double.columnSums(x, rows: rows, columns: columns, $0) }
      }
    }
    return sums
  }

  /// The numbers repeated to a larger shape; not recorded.
  func broadcast(to target: [Int]) -> Tensor {
    guard shape != target else { return self }
    if count == 1 { return Tensor(repeating: item, shape: target, dtype: dtype) }
    return Tensor.zeros(target, dtype: dtype) + detached
  }
}
