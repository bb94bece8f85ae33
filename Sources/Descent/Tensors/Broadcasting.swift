/// How two shapes are brought together: the common shape, and each operand's strides in it.
///
/// Shapes are aligned at their last axes; an axis of size 1, or a missing one, is repeated (stride 0).
struct Broadcast {
  let shape: [Int]
  let stridesA: [Int]
  let stridesB: [Int]

  init(_ a: [Int], _ b: [Int], _ operation: String) {
    let rank = max(a.count, b.count)
    var shape = [Int](repeating: 1, count: rank)
    for axis in 0..<rank {
      let sizeA = Self.size(of: a, axis: axis, rank: rank)
      let sizeB = Self.size(of: b, axis: axis, rank: rank)
      precondition(
        sizeA == sizeB || sizeA == 1 || sizeB == 1, "\(operation) cannot bring shapes \(a) and \(b) together.")
      shape[axis] = sizeA == 1 ? sizeB : sizeA
    }
    self.shape = shape
    self.stridesA = Self.strides(of: a, rank: rank)
    self.stridesB = Self.strides(of: b, rank: rank)
  }

  /// A walk over a shape that reads one operand only, with the given strides.
  init(shape: [Int], strides: [Int]) {
    self.shape = shape
    stridesA = strides
    stridesB = [Int](repeating: 0, count: shape.count)
  }

  private static func size(of shape: [Int], axis: Int, rank: Int) -> Int {
    let own = axis - (rank - shape.count)
    return own < 0 ? 1 : shape[own]
  }

  private static func strides(of shape: [Int], rank: Int) -> [Int] {
    var strides = [Int](repeating: 0, count: rank)
    var stride = 1
    for own in shape.indices.reversed() {
      strides[own + rank - shape.count] = shape[own] == 1 ? 0 : stride
      stride *= shape[own]
    }
    return strides
  }

  /// Calls `body` once for each row of the common shape, with where the row starts in the result, in A and in B.
  func forEachRow(_ body: (_ result: Int, _ a: Int, _ b: Int) -> Void) {
    let width = shape.last ?? 1
    guard !shape.contains(0) else { return }
    var coordinates = [Int](repeating: 0, count: shape.count)
    var (result, a, b) = (0, 0, 0)
    while true {
      body(result, a, b)
      result += width
      // Odometer over the outer axes.
      var axis = shape.count - 2
      while axis >= 0 {
        coordinates[axis] += 1
        a += stridesA[axis]
        b += stridesB[axis]
        if coordinates[axis] < shape[axis] { break }
        a -= stridesA[axis] * shape[axis]
        b -= stridesB[axis] * shape[axis]
        coordinates[axis] = 0
        axis -= 1
      }
      if axis < 0 { return }
    }
  }
}

/// A function of two numbers, applied number by number.
protocol BinaryFunction {
  static var name: String { get }
  static func value<T: Scalar>(_ a: T, _ b: T) -> T
  /// z = f(a, b) for many numbers side by side.
  static func combine<T: Scalar>(_ a: T.In, _ b: T.In, _ z: T.Out, _ count: Int)
}

extension Tensor {
  /// The numbers of F(a, b), not recorded.
  static func combine<F: BinaryFunction>(_ a: Tensor, _ b: Tensor, _: F.Type) -> Tensor {
    switch a.dtype {
    case .float32: combine(a, b, F.self, Float.self)
    case .float64: combine(a, b, F.self, Double.self)
    }
  }

  private static func combine<F: BinaryFunction, T: Scalar>(_ a: Tensor, _ b: Tensor, _: F.Type, _: T.Type) -> Tensor {
    let isSameShape = a.shape == b.shape
    let broadcast = isSameShape ? nil : Broadcast(a.shape, b.shape, F.name)
    let result = Tensor(uninitialized: broadcast?.shape ?? a.shape, dtype: a.dtype)
    let count = result.count
    result.withPointer(T.self) { z in
      a.withPointer(T.self) { x in
        b.withPointer(T.self) { y in
          guard let broadcast else { return F.combine(x, y, z, count) }
          let width = broadcast.shape.last ?? 1
          let (stepA, stepB) = (broadcast.stridesA.last ?? 0, broadcast.stridesB.last ?? 0)
          broadcast.forEachRow { rowZ, rowA, rowB in
            let (z, x, y) = (z + rowZ, x + rowA, y + rowB)
            switch (stepA, stepB) {
            case (1, 1): F.combine(x, y, z, width)
            case (1, _): for i in 0..<width { z[i] = F.value(x[i], y[0]) }
            case (_, 1): for i in 0..<width { z[i] = F.value(x[0], y[i]) }
            default: for i in 0..<width { z[i] = F.value(x[0], y[0]) }
            }
          }
        }
      }
    }
    return result
  }
}
