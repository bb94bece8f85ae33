extension Tensor {
  /// The sum a + b, with broadcasting. Derivatives: 1 and 1.
  public static func + (a: Tensor, b: Tensor) -> Tensor {
    checkSameDType(a, b, "+")
    return combine(a, b, Addition.self).recorded(from: a, b) { gradient in
      a.receive(gradient.summed(to: a.shape))
      b.receive(gradient.summed(to: b.shape))
    }
  }

  /// The difference a − b, with broadcasting. Derivatives: 1 and −1.
  public static func - (a: Tensor, b: Tensor) -> Tensor {
    checkSameDType(a, b, "-")
    return combine(a, b, Subtraction.self).recorded(from: a, b) { gradient in
      a.receive(gradient.summed(to: a.shape))
      b.receive(-gradient.summed(to: b.shape))
    }
  }

  /// The product a · b, number by number, with broadcasting. Derivatives: b and a.
  public static func * (a: Tensor, b: Tensor) -> Tensor {
    checkSameDType(a, b, "*")
    return combine(a, b, Multiplication.self).recorded(from: a, b) { gradient in
      a.receive((gradient * b).summed(to: a.shape))
      b.receive((gradient * a).summed(to: b.shape))
    }
  }

  /// The quotient a / b, number by number, with broadcasting. Derivatives: 1/b and −a/b².
  public static func / (a: Tensor, b: Tensor) -> Tensor {
    checkSameDType(a, b, "/")
    return combine(a, b, Division.self).recorded(from: a, b) { gradient in
      a.receive((gradient / b).summed(to: a.shape))
      b.receive(-(gradient * a / (b * b)).summed(to: b.shape))
    }
  }

  /// The negative −a.
  public static prefix func - (a: Tensor) -> Tensor { a * -1 }

  /// The sum of a tensor and a number.
  public static func + (a: Tensor, b: Double) -> Tensor { a + Tensor(b, dtype: a.dtype) }
  /// The sum of a number and a tensor.
  public static func + (a: Double, b: Tensor) -> Tensor { Tensor(a, dtype: b.dtype) + b }
  /// The difference of a tensor and a number.
  public static func - (a: Tensor, b: Double) -> Tensor { a - Tensor(b, dtype: a.dtype) }
  /// The difference of a number and a tensor.
  public static func - (a: Double, b: Tensor) -> Tensor { Tensor(a, dtype: b.dtype) - b }
  /// The product of a tensor and a number.
  public static func * (a: Tensor, b: Double) -> Tensor { a * Tensor(b, dtype: a.dtype) }
  /// The product of a number and a tensor.
  public static func * (a: Double, b: Tensor) -> Tensor { Tensor(a, dtype: b.dtype) * b }
  /// The quotient of a tensor and a number.
  public static func / (a: Tensor, b: Double) -> Tensor { a / Tensor(b, dtype: a.dtype) }
  /// The quotient of a number and a tensor.
  public static func / (a: Double, b: Tensor) -> Tensor { Tensor(a, dtype: b.dtype) / b }
}

private enum Addition: BinaryFunction {
  static let name = "+"
  static func value<T: Scalar>(_ a: T, _ b: T) -> T { a + b }
  static func combine<T: Scalar>(_ a: T.In, _ b: T.In, _ z: T.Out, _ count: Int) { T.add(a, b, z, count) }
}

private enum Subtraction: BinaryFunction {
  static let name = "-"
  static func value<T: Scalar>(_ a: T, _ b: T) -> T { a - b }
  static func combine<T: Scalar>(_ a: T.In, _ b: T.In, _ z: T.Out, _ count: Int) { T.subtract(a, b, z, count) }
}

private enum Multiplication: BinaryFunction {
  static let name = "*"
  static func value<T: Scalar>(_ a: T, _ b: T) -> T { a * b }
  static func combine<T: Scalar>(_ a: T.In, _ b: T.In, _ z: T.Out, _ count: Int) { T.multiply(a, b, z, count) }
}

private enum Division: BinaryFunction {
  static let name = "/"
  static func value<T: Scalar>(_ a: T, _ b: T) -> T { a / b }
  static func combine<T: Scalar>(_ a: T.In, _ b: T.In, _ z: T.Out, _ count: Int) { T.divide(a, b, z, count) }
}
