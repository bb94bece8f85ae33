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
  func apply<T: Scalar>(_ y: T.Out, _ count: Int) {
    switch self {
    case .identity: break
    case .relu: T.relu(y, y, count)
    case .tanh: T.tanh(y, y, count)
    case .sigmoid: T.sigmoid(y, y, count)
    }
  }

  /// target ← gradient · f′, with f′ from the result y.
  func pullback<T: Scalar>(_ gradient: T.In, _ y: T.In, _ target: T.Out, _ count: Int) {
    switch self {
    case .identity: target.update(from: gradient, count: count)
    case .relu: T.reluPullback(gradient, y, target, count)
    case .tanh: T.tanhPullback(gradient, y, target, count)
    case .sigmoid: T.sigmoidPullback(gradient, y, target, count)
    }
  }
}
