extension Tensor {
  /// The part of the tensor whose coordinate on one axis lies in a range.
  ///
  /// ```swift
  /// Tensor(rows: [[1, 2, 3], [4, 5, 6]]).slice(axis: 1, range: 1..<3)  // [[2, 3], [5, 6]]
  /// ```
  ///
  /// Derivative: the gradient in its place, and zeros around it.
  ///
  /// - Precondition: the axis exists (negative axes count from the last) and holds the range.
  public func slice(axis: Int, range: Range<Int>) -> Tensor {
    let axis = normalized(axis: axis)
    precondition(
      range.lowerBound >= 0 && range.upperBound <= shape[axis],
      "Axis \(axis) of shape \(shape) does not hold the range \(range).")
    var part = shape
    part[axis] = range.count
    let result = Tensor(uninitialized: part, dtype: dtype)
    let (runs, width) = runs(along: axis)
    let length = range.count * width
    copy(
      runs: runs, of: length, from: range.lowerBound * width, every: shape[axis] * width, to: result, at: 0,
      every: length)
    return result.recorded(from: self) { [shape] gradient in
      self.receive(gradient.surrounded(byZerosTo: shape, axis: axis, at: range.lowerBound))
    }
  }

  /// Zeros of a shape, with this tensor's numbers from `start` on along one axis; not recorded.
  private func surrounded(byZerosTo target: [Int], axis: Int, at start: Int) -> Tensor {
    let result = Tensor.zeros(target, dtype: dtype)
    let (runs, width) = runs(along: axis)
    let length = shape[axis] * width
    copy(runs: runs, of: length, from: 0, every: length, to: result, at: start * width, every: target[axis] * width)
    return result
  }

  /// How an axis lies in memory: as many runs as the axes before it make, of `width` numbers for each coordinate.
  func runs(along axis: Int) -> (count: Int, width: Int) {
    (shape[..<axis].reduce(1, *), shape[(axis + 1)...].reduce(1, *))
  }

  /// Copies runs of numbers that lie at equal distances here to others at equal distances in `target`.
  fileprivate func copy(
    runs: Int, of length: Int, from start: Int, every distance: Int, to target: Tensor, at targetStart: Int,
    every targetDistance: Int
  ) {
    let size = dtype.byteCount
    storage.withUnsafeMutablePointerToElements { source in
      target.storage.withUnsafeMutablePointerToElements { target in
        var source = UnsafeRawPointer(source) + start * size
        var target = UnsafeMutableRawPointer(target) + targetStart * size
        for _ in 0..<runs {
          target.copyMemory(from: source, byteCount: length * size)
          source += distance * size
          target += targetDistance * size
        }
      }
    }
  }
}

/// Tensors one after the other along an axis on which they may differ in size.
///
/// ```swift
/// concatenate([Tensor(rows: [[1], [2]]), Tensor(rows: [[3, 4], [5, 6]])], axis: 1)  // [[1, 3, 4], [2, 5, 6]]
/// ```
///
/// Derivative: each tensor receives its part of the gradient.
///
/// - Precondition: there is at least one tensor, and all have one dtype and the same size on each other axis.
public func concatenate(_ tensors: [Tensor], axis: Int) -> Tensor {
  precondition(!tensors.isEmpty, "There is nothing to concatenate.")
  let axis = tensors[0].normalized(axis: axis)
  var shape = tensors[0].shape
  for tensor in tensors.dropFirst() {
    checkSameDType(tensors[0], tensor, "concatenate")
    var expected = tensors[0].shape
    if axis < tensor.rank { expected[axis] = tensor.shape[axis] }
    precondition(
      tensor.shape == expected,
      "Shapes \(tensors[0].shape) and \(tensor.shape) cannot be concatenated along axis \(axis).")
    shape[axis] += tensor.shape[axis]
  }
  let result = Tensor(uninitialized: shape, dtype: tensors[0].dtype)
  let (runs, width) = result.runs(along: axis)
  var starts: [Int] = []
  var start = 0
  for tensor in tensors {
    let length = tensor.shape[axis] * width
    tensor.copy(
      runs: runs, of: length, from: 0, every: length, to: result, at: start * width, every: shape[axis] * width)
    starts.append(start)
    start += tensor.shape[axis]
  }
  return result.recorded(from: tensors) { [starts] gradient in
    for (tensor, start) in zip(tensors, starts) {
      tensor.receive(gradient.slice(axis: axis, range: start..<start + tensor.shape[axis]))
    }
  }
}
