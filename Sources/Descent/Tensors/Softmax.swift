/// The softmax along an axis, eˣⁱ / Σₖ eˣᵏ: positive numbers that sum to 1.
///
/// Computed with the largest number taken off first, so that numbers of any finite size give finite results. Numbers of
/// −∞ get 0; where all are −∞ the result is nan. Derivative, for the gradient g: y(g − Σₖ gₖyₖ).
///
/// - Precondition: the axis exists; negative axes count from the last.
public func softmax(_ x: Tensor, axis: Int = -1) -> Tensor {
  x.withLast(axis) { x in
    let y = rowSoftmax(x).probabilities
    return y.recorded(from: x) { gradient in x.receive(softmaxPullback(gradient, y)) }
  }
}

private func softmaxPullback(_ gradient: Tensor, _ y: Tensor) -> Tensor {
  func run<T: Scalar>(_: T.Type) -> Tensor {
    let width = y.shape.last ?? 1
    let result = Tensor(uninitialized: y.shape, dtype: y.dtype)
    gradient.withPointer(T.self) { g in
      y.withPointer(T.self) { y in
        result.withPointer(T.self) { target in
          for start in stride(from: 0, to: result.count, by: max(width, 1)) {
            let (g, y, target) = (g + start, y + start, target + start)
            T.multiply(g, y, target, width)
            let mean = T(T.sum(target, width))
            for i in 0..<width { target[i] -= y[i] * mean }
          }
        }
      }
    }
    return result
  }
  return y.dtype == .float32 ? run(Float.self) : run(Double.self)
}

/// The logarithm of the softmax along an axis, xᵢ − ln Σₖ eˣᵏ, which stays finite where the softmax underflows to 0.
///
/// Derivative, for the gradient g: g − softmax(x) Σₖ gₖ.
///
/// - Precondition: the axis exists; negative axes count from the last.
public func logSoftmax(_ x: Tensor, axis: Int = -1) -> Tensor {
  x.withLast(axis) { x in
    let (probabilities, logarithms) = rowSoftmax(x)
    return x.minusRowwise(logarithms).recorded(from: x) { gradient in
      x.receive(gradient - probabilities * gradient.sum(axes: [-1], keepingAxes: true))
    }
  }
}

/// The smooth maximum ln Σₖ eˣᵏ along an axis, which is dropped from the shape, or kept with size 1.
///
/// Computed with the largest number taken off first: finite for all finite numbers, −∞ where all are −∞ or the axis is
/// empty, ∞ where one is ∞. Derivative: softmax(x), and 0 where all are −∞.
///
/// - Precondition: the axis exists; negative axes count from the last.
public func logSumExp(_ x: Tensor, axis: Int = -1, keepingAxis: Bool = false) -> Tensor {
  let result = x.withLast(axis) { x in
    let (probabilities, logarithms) = rowSoftmax(x, isEmptySumAllowed: true)
    return Tensor(shape: x.shape.dropLast() + [1], logarithms, dtype: x.dtype).recorded(from: x) { gradient in
      x.receive(gradient * probabilities)
    }
  }
  var dropped = result.shape
  dropped.remove(at: x.normalized(axis: axis))
  return keepingAxis ? result : result.reshaped(dropped)
}

/// The softmax of each row of the last axis, and each row's ln Σ eˣ in double precision; not recorded.
///
/// - Parameter isEmptySumAllowed: rows of −∞ alone have probabilities of 0 and the logarithm −∞, instead of nan.
private func rowSoftmax(
  _ x: Tensor, isEmptySumAllowed: Bool = false
) -> (probabilities: Tensor, logarithms: [Double]) {
  let width = x.shape.last ?? 1
  let rows = x.shape.dropLast().reduce(1, *)
  func run<T: Scalar>(_: T.Type) -> (Tensor, [Double]) {
    let probabilities = Tensor(uninitialized: x.shape, dtype: x.dtype)
    guard width > 0 else { return (probabilities, [Double](repeating: -.infinity, count: rows)) }
    let logarithms = x.withPointer(T.self) { x in
      probabilities.withPointer(T.self) { p in
        (0..<rows).map { row in
          let row = row * width
          let logarithm = T.softmax(x + row, p + row, width, scale: 1)
          guard isEmptySumAllowed, logarithm.isNaN else { return logarithm }
          // ∞ − ∞ is nan: the rows whose largest number is infinite.
          let numbers = UnsafeBufferPointer(start: x + row, count: width)
          guard let largest = numbers.max(), !numbers.contains(where: \.isNaN) else { return .nan }
          if largest < 0 { (p + row).update(repeating: 0, count: width) }
          return Double(largest)
        }
      }
    }
    return (probabilities, logarithms)
  }
  return x.dtype == .float32 ? run(Float.self) : run(Double.self)
}

extension Tensor {
  /// The numbers less one number for each row of the last axis, subtracted in double precision; not recorded.
  fileprivate func minusRowwise(_ offsets: [Double]) -> Tensor {
    let width = shape.last ?? 1
    func run<T: Scalar>(_: T.Type) -> Tensor {
      let result = Tensor(uninitialized: shape, dtype: dtype)
      withPointer(T.self) { source in
        result.withPointer(T.self) { target in
          for (row, offset) in offsets.enumerated() {
            for i in row * width..<(row + 1) * width { target[i] = T(Double(source[i]) - offset) }
          }
        }
      }
      return result
    }
    return dtype == .float32 ? run(Float.self) : run(Double.self)
  }
}
