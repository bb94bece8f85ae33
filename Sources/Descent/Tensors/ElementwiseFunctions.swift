/// A function of one number and its derivative, written with whatever is at hand on the way back.
protocol UnaryFunction {
  /// y = f(x).
  static func value<T: Scalar>(_ x: T) -> T
  /// f′(x), given x and y = f(x).
  static func derivative<T: Scalar>(_ x: T, _ y: T) -> T
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
public func tanh(_ x: Tensor) -> Tensor { apply(HyperbolicTangent.self, to: x) }

/// The logistic function σ(x) = 1/(1 + e⁻ˣ), number by number. Derivative: σ(1 − σ).
public func sigmoid(_ x: Tensor) -> Tensor { apply(Sigmoid.self, to: x) }

/// The rectified linear unit max(x, 0), number by number; nan stays nan. Derivative: 1 where x > 0, else 0.
public func relu(_ x: Tensor) -> Tensor { apply(RectifiedLinear.self, to: x) }

private func apply<F: UnaryFunction>(_: F.Type, to x: Tensor) -> Tensor {
  let y = x.mapped(F.self)
  return y.recorded(from: x) { gradient in x.receive(gradient.timesDerivative(of: F.self, x, y)) }
}

extension Tensor {
  fileprivate func mapped<F: UnaryFunction>(_: F.Type) -> Tensor {
    func run<T: Scalar>(_: T.Type) -> Tensor {
      let result = Tensor(uninitialized: shape, dtype: dtype)
      result.write(T.self) { y in read(T.self) { x in for i in 0..<y.count { y[i] = F.value(x[i]) } } }
      return result
    }
    return dtype == .float32 ? run(Float.self) : run(Double.self)
  }

  fileprivate func timesDerivative<F: UnaryFunction>(of _: F.Type, _ x: Tensor, _ y: Tensor) -> Tensor {
    func run<T: Scalar>(_: T.Type) -> Tensor {
      let result = Tensor(uninitialized: shape, dtype: dtype)
      result.write(T.self) { target in
        read(T.self) { gradient in
          x.read(T.self) { x in
            y.read(T.self) { y in for i in 0..<target.count { target[i] = gradient[i] * F.derivative(x[i], y[i]) } }
          }
        }
      }
      return result
    }
    return dtype == .float32 ? run(Float.self) : run(Double.self)
  }
}

enum Exponential: UnaryFunction {
  static func value<T: Scalar>(_ x: T) -> T { T.exp(x) }
  static func derivative<T: Scalar>(_ x: T, _ y: T) -> T { y }
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

enum HyperbolicTangent: UnaryFunction {
  static func value<T: Scalar>(_ x: T) -> T { T.tanh(x) }
  static func derivative<T: Scalar>(_ x: T, _ y: T) -> T { 1 - y * y }
}

enum Sigmoid: UnaryFunction {
  static func value<T: Scalar>(_ x: T) -> T {
    // e to a positive power may overflow to infinity; 1/(1 + ∞) = 0 is then the right answer.
    1 / (1 + T.exp(-x))
  }
  static func derivative<T: Scalar>(_ x: T, _ y: T) -> T { y * (1 - y) }
}

enum RectifiedLinear: UnaryFunction {
  static func value<T: Scalar>(_ x: T) -> T { x < 0 ? 0 : x }
  static func derivative<T: Scalar>(_ x: T, _ y: T) -> T { x > 0 ? 1 : 0 }
}
