/// The function that a layer applies to its sums.
///
/// Its derivative can be written with the result y alone, so that a layer need not keep its sums for the way back.
public enum Activation: String, Sendable, Hashable, CaseIterable {
  /// y = x, derivative 1.
  case identity
  /// y = max(x, 0), derivative 1 where y > 0, else 0.
  case relu
  /// y = tanh x, derivative 1 − y².
  case tanh
  /// y = 1/(1 + e⁻ˣ), derivative y(1 − y).
  case sigmoid

  /// The initialisation whose variance suits this activation: He's for ReLU, Glorot's otherwise.
  public var usualInitialization: Initialization { self == .relu ? .heNormal : .glorotNormal }

  /// The function, number by number.
  public func callAsFunction(_ x: Tensor) -> Tensor {
    switch self {
    case .identity: x
    case .relu: Descent.relu(x)
    case .tanh: Descent.tanh(x)
    case .sigmoid: Descent.sigmoid(x)
    }
  }

  /// y ← f(y) in place.
  func apply<T: Scalar>(to y: UnsafeMutableBufferPointer<T>) {
    switch self {
    case .identity: break
    case .relu: for i in 0..<y.count { y[i] = RectifiedLinear.value(y[i]) }
    case .tanh: for i in 0..<y.count { y[i] = HyperbolicTangent.value(y[i]) }
    case .sigmoid: for i in 0..<y.count { y[i] = Sigmoid.value(y[i]) }
    }
  }

  /// target ← gradient · f′, with f′ from the result y.
  func multiplyByDerivative<T: Scalar>(
    _ target: UnsafeMutableBufferPointer<T>, _ gradient: UnsafeBufferPointer<T>, _ y: UnsafeBufferPointer<T>
  ) {
    switch self {
    case .identity: for i in 0..<target.count { target[i] = gradient[i] }
    case .relu: for i in 0..<target.count { target[i] = y[i] > 0 ? gradient[i] : 0 }
    case .tanh: for i in 0..<target.count { target[i] = gradient[i] * (1 - y[i] * y[i]) }
    case .sigmoid: for i in 0..<target.count { target[i] = gradient[i] * y[i] * (1 - y[i]) }
    }
  }
}
