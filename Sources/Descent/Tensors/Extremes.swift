/// The larger of a and b, number by number, with broadcasting; nan where one is nan.
///
/// Derivative: all to the larger; half to each where they are equal, as in PyTorch.
public func maximum(_ a: Tensor, _ b: Tensor) -> Tensor {
  checkSameDType(a, b, "maximum")
  return Tensor.combine(a, b, Larger.self).recorded(from: a, b) { gradient in
    a.receive((gradient * Tensor.combine(a, b, ShareOfLarger.self)).summed(to: a.shape))
    b.receive((gradient * Tensor.combine(b, a, ShareOfLarger.self)).summed(to: b.shape))
  }
}

/// The smaller of a and b, number by number, with broadcasting; nan where one is nan.
///
/// Derivative: all to the smaller; half to each where they are equal, as in PyTorch.
public func minimum(_ a: Tensor, _ b: Tensor) -> Tensor { -maximum(-a, -b) }

extension Tensor {
  /// The largest number along an axis, which is dropped from the shape, or kept with size 1; nan where one is nan.
  ///
  /// Derivative: 1 for the largest, the first of equals, and 0 for the others.
  ///
  /// - Precondition: the axis exists and is not empty; negative axes count from the last.
  public func maximum(axis: Int, keepingAxis: Bool = false) -> Tensor {
    let axis = normalized(axis: axis)
    var reduced = shape
    if keepingAxis { reduced[axis] = 1 } else { reduced.remove(at: axis) }
    return taken(at: placesOfLargest(axis: axis), shape: reduced)
  }

  /// Where along an axis the largest number stands, the first of equals; the first nan where there is one.
  ///
  /// For logits `[batch, classes]` and axis 1 the predicted class of each sample; in general one number for each run along
  /// the axis, in the order of the axes that are left.
  ///
  /// - Precondition: the axis exists and is not empty; negative axes count from the last.
  public func argmax(axis: Int) -> [Int] {
    let axis = normalized(axis: axis)
    let width = runs(along: axis).width
    return placesOfLargest(axis: axis).map { $0 / width % shape[axis] }
  }

  /// Where in memory the largest number of each run along an axis lies.
  private func placesOfLargest(axis: Int) -> [Int] {
    precondition(shape[axis] > 0, "Axis \(axis) of shape \(shape) is empty: it has no largest number.")
    let (runs, width) = runs(along: axis)
    func run<T: Scalar>(_: T.Type) -> [Int] {
      read(T.self) { numbers in
        (0..<runs * width).map { target in
          let first = target / width * shape[axis] * width + target % width
          var best = first
          for place in stride(from: first, to: first + shape[axis] * width, by: width)
          where !(numbers[place] <= numbers[best]) && !numbers[best].isNaN { best = place }
          return best
        }
      }
    }
    return dtype == .float32 ? run(Float.self) : run(Double.self)
  }
}

private enum Larger: BinaryFunction {
  static let name = "maximum"
  // The sum is reached only where one of them is nan.
  static func value<T: Scalar>(_ a: T, _ b: T) -> T { a > b ? a : b >= a ? b : a + b }
}

/// How much of the gradient of max(a, b) is a's.
private enum ShareOfLarger: BinaryFunction {
  static let name = "maximum"
  static func value<T: Scalar>(_ a: T, _ b: T) -> T { a > b ? 1 : a < b ? 0 : 0.5 }
}

extension BinaryFunction {
  static func combine<T: Scalar>(_ a: T.In, _ b: T.In, _ z: T.Out, _ count: Int) {
    for i in 0..<count { z[i] = value(a[i], b[i]) }
  }
}
