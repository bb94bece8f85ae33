/// A function of one number and its derivative, written with whatever is at hand on the way back.
protocol UnaryFunction {
  /// y = f(x).
  static func value<T: Scalar>(_ x: T) -> T
  /// f′(x), given x and y = f(x).
  static func derivative<T: Scalar>(_ x: T, _ y: T) -> T
  /// y = f(x) for many numbers.
  static func map<T: Scalar>(_ x: T.In, _ y: T.Out, _ count: Int)
  /// target = gradient · f′ for many numbers.
  static func pullback<T: Scalar>(_ gradient: T.In, _ x: T.In, _ y: T.In, _ target: T.Out, _ count: Int)
}

/// eˣ, number by number. Derivative: eˣ.
public func exp(_ x: Tensor) -> Tensor { apply(Exponential.self, to: x) }

/// The natural logarithm ln x, number by number. Derivative: 1/x.
public func log(_ x: Tensor) -> Tensor { apply(Logarithm.self, to: x) }

/// The square root √x, number by number. Derivative: 1/(2√x), infinite at 0.
public func sqrt(_ x: Tensor) -> Tensor { apply(SquareRoot.self, to: x) }

/// The square x², number by number. Derivative: 2x.
public func square(_ x: Tensor) -> Tensor { apply(Square.self, to: x) }

/// The magnitude |x|, number by number. Derivative: the sign of x, and 0 at 0.
public func abs(_ x: Tensor) -> Tensor { apply(Magnitude.self, to: x) }

/// The hyperbolic tangent, number by number. Derivative: 1 − tanh²x.
public func tanh(_ x: Tensor) -> Tensor { Activation.tanh(x) }

/// The logistic function σ(x) = 1/(1 + e⁻ˣ), number by number. Derivative: σ(1 − σ).
public func sigmoid(_ x: Tensor) -> Tensor { Activation.sigmoid(x) }

/// The rectified linear unit max(x, 0), number by number; nan stays nan. Derivative: 1 where x > 0, else 0.
public func relu(_ x: Tensor) -> Tensor { Activation.relu(x) }

/// F of each number, recorded.
func apply<F: UnaryFunction>(_: F.Type, to x: Tensor) -> Tensor {
  let y = x.dtype == .float32 ? mapped(F.self, x, Float.self) : mapped(F.self, x, Double.self)
  return y.recorded(from: x) { gradient in
    x.receive(
      x.dtype == .float32
        ? pulledBack(F.self, gradient, x, y, Float.self) : pulledBack(F.self, gradient, x, y, Double.self))
  }
}

private func mapped<F: UnaryFunction, T: Scalar>(_: F.Type, _ x: Tensor, _: T.Type) -> Tensor {
  let y = Tensor(uninitialized: x.shape, dtype: x.dtype)
  x.withPointer(T.self) { x in y.withPointer(T.self) { F.map(x, $0, y.count) } }
  return y
}

private func pulledBack<F: UnaryFunction, T: Scalar>(
  _: F.Type, _ gradient: Tensor, _ x: Tensor, _ y: Tensor, _: T.Type
) -> Tensor {
  let target = Tensor(uninitialized: x.shape, dtype: x.dtype)
  gradient.withPointer(T.self) { g in
    x.withPointer(T.self) { x in
      y.withPointer(T.self) { y in target.withPointer(T.self) { F.pullback(g, x, y, $0, target.count) } }
    }
  }
  return target
}

extension UnaryFunction {
  @inline(__always)
  static func map<T: Scalar>(_ x: T.In, _ y: T.Out, _ count: Int) { for i in 0..<count { y[i] = value(x[i]) } }

  @inline(__always)
  static func pullback<T: Scalar>(_ gradient: T.In, _ x: T.In, _ y: T.In, _ target: T.Out, _ count: Int) {
    for i in 0..<count { target[i] = gradient[i] * derivative(x[i], y[i]) }
  }
}

enum Exponential: UnaryFunction {
  static func value<T: Scalar>(_ x: T) -> T { T.exp(x) }
  static func derivative<T: Scalar>(_ x: T, _ y: T) -> T { y }
  static func map<T: Scalar>(_ x: T.In, _ y: T.Out, _ count: Int) { T.exp(x, y, count) }
}

enum Logarithm: UnaryFunction {
  static func value<T: Scalar>(_ x: T) -> T { T.log(x) }
  static func derivative<T: Scalar>(_ x: T, _ y: T) -> T { 1 / x }
}

enum SquareRoot: UnaryFunction {
  static func value<T: Scalar>(_ x: T) -> T { x.squareRoot() }
  static func derivative<T: Scalar>(_ x: T, _ y: T) -> T { 0.5 / y }
}

enum Square: UnaryFunction {
  static func value<T: Scalar>(_ x: T) -> T { x * x }
  static func derivative<T: Scalar>(_ x: T, _ y: T) -> T { 2 * x }
}

enum Magnitude: UnaryFunction {
  static func value<T: Scalar>(_ x: T) -> T { x.magnitude }
  static func derivative<T: Scalar>(_ x: T, _ y: T) -> T { x > 0 ? 1 : x < 0 ? -1 : 0 }
}
