/// How the Gaussian error linear unit is computed.
public enum GELUForm: String, Sendable, Hashable, CaseIterable {
  /// x Φ(x), with the normal distribution function Φ(x) = ½ erfc(−x/√2).
  case exact
  /// ½x (1 + tanh(√(2/π) (x + 0.044715 x³))), within 5·10⁻⁴ of it: what BERT and GPT-2 were trained with.
  case tanh
}

/// The Gaussian error linear unit x Φ(x), number by number: each number, times the chance that a normal draw is smaller.
///
/// Derivative of the exact form: Φ(x) + x φ(x), with the normal density φ.
///
/// - Source: Hendrycks & Gimpel 2016, arXiv:1606.08415.
public func gelu(_ x: Tensor, form: GELUForm = .exact) -> Tensor {
  switch form {
  case .exact: apply(GaussianErrorLinear.self, to: x)
  case .tanh: apply(GaussianErrorLinearByTanh.self, to: x)
  }
}

/// The sigmoid linear unit x σ(x), number by number, also called swish. Derivative: σ(x) (1 + x (1 − σ(x))).
///
/// - Source: Elfwing, Uchibe & Doya 2017, arXiv:1702.03118, equation 6.
public func silu(_ x: Tensor) -> Tensor { apply(SigmoidLinear.self, to: x) }

/// The smooth rectifier ln(1 + eˣ), number by number. Derivative: σ(x).
///
/// Computed as max(x, 0) + ln(1 + e^−|x|), which is finite for every finite x.
public func softplus(_ x: Tensor) -> Tensor { apply(Softplus.self, to: x) }

private enum GaussianErrorLinear: UnaryFunction {
  static func value<T: Scalar>(_ x: T) -> T { x * normalDistribution(x) }
  static func derivative<T: Scalar>(_ x: T, _ y: T) -> T {
    let density = T.exp(-0.5 * x * x) * T(0.398_942_280_401_432_678)  // 1/√(2π)
    return normalDistribution(x) + x * density
  }

  /// Φ(x), by erfc, which keeps its relative precision where Φ is tiny.
  private static func normalDistribution<T: Scalar>(_ x: T) -> T { 0.5 * T.erfc(-x * T(0.5).squareRoot()) }
}

private enum GaussianErrorLinearByTanh: UnaryFunction {
  static func value<T: Scalar>(_ x: T) -> T { 0.5 * x * (1 + T.tanh(inner(x))) }
  static func derivative<T: Scalar>(_ x: T, _ y: T) -> T { derivative(x, tangent: T.tanh(inner(x))) }
  static func map<T: Scalar>(_ x: T.In, _ y: T.Out, _ count: Int) {
    for i in 0..<count { y[i] = inner(x[i]) }
    T.tanh(y, y, count)
    for i in 0..<count { y[i] = 0.5 * x[i] * (1 + y[i]) }
  }
  static func pullback<T: Scalar>(_ gradient: T.In, _ x: T.In, _ y: T.In, _ target: T.Out, _ count: Int) {
    for i in 0..<count { target[i] = inner(x[i]) }
    T.tanh(target, target, count)
    for i in 0..<count { target[i] = gradient[i] * derivative(x[i], tangent: target[i]) }
  }

  private static func derivative<T: Scalar>(_ x: T, tangent: T) -> T {
    // Where 1 − tanh² is 0, x² may overflow, and 0 · ∞ is nan; beyond ±20 it is 0 by far.
    let bounded = min(max(x, -20), 20)
    let slope = scale() * (1 + T(3 * 0.044715) * bounded * bounded)
    return 0.5 * (1 + tangent) + 0.5 * bounded * (1 - tangent * tangent) * slope
  }

  private static func inner<T: Scalar>(_ x: T) -> T { scale() * (x + T(0.044715) * x * x * x) }
  private static func scale<T: Scalar>() -> T { T(0.797_884_560_802_865_356) }  // √(2/π)
}

private enum SigmoidLinear: UnaryFunction {
  static func value<T: Scalar>(_ x: T) -> T { x * Sigmoid.value(x) }
  static func derivative<T: Scalar>(_ x: T, _ y: T) -> T { slope(x, Sigmoid.value(x)) }
  static func map<T: Scalar>(_ x: T.In, _ y: T.Out, _ count: Int) {
    T.sigmoid(x, y, count)
    T.multiply(x, y, y, count)
  }
  static func pullback<T: Scalar>(_ gradient: T.In, _ x: T.In, _ y: T.In, _ target: T.Out, _ count: Int) {
    T.sigmoid(x, target, count)
    for i in 0..<count { target[i] = gradient[i] * slope(x[i], target[i]) }
  }

  private static func slope<T: Scalar>(_ x: T, _ share: T) -> T { share * (1 + x * (1 - share)) }
}

private enum Softplus: UnaryFunction {
  static func value<T: Scalar>(_ x: T) -> T { max(x, 0) + T.log(onePlus: T.exp(-x.magnitude)) }
  static func derivative<T: Scalar>(_ x: T, _ y: T) -> T { Sigmoid.value(x) }
  static func pullback<T: Scalar>(_ gradient: T.In, _ x: T.In, _ y: T.In, _ target: T.Out, _ count: Int) {
    T.sigmoid(x, target, count)
    T.multiply(gradient, target, target, count)
  }
}
