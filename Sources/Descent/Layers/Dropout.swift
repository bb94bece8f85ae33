/// Dropout: each number is set to zero with probability p, and the others are multiplied by 1/(1 − p).
///
/// The scaling keeps the expected value, so that evaluation uses the numbers as they are: it just does not call this.
/// Derivative: 1/(1 − p) where the number was kept, else 0.
///
/// - Parameters:
///   - rate: p, the share of numbers to drop.
///   - generator: draws one uniform number for each number of x, row by row.
/// - Precondition: 0 ≤ `rate` < 1.
/// - Source: Srivastava et al. 2014, "Dropout", section 10 (scaling while training).
public func dropout(_ x: Tensor, rate: Double, using generator: inout RandomGenerator) -> Tensor {
  checkShare(rate, "The rate of dropout")
  func run<T: Scalar>(_: T.Type) -> Tensor {
    let scales = Tensor(uninitialized: x.shape, dtype: x.dtype)
    let scale = T(1 / (1 - rate))
    scales.write(T.self) { for i in $0.indices { $0[i] = generator.uniform() < rate ? 0 : scale } }
    return scales
  }
  return x * (x.dtype == .float32 ? run(Float.self) : run(Double.self))
}

/// Dropout as a layer: in training ``dropout(_:rate:using:)``, in evaluation the input as it is.
///
/// It draws from a generator of its own, which it keeps from call to call; it is no part of a model's `state`.
public final class Dropout: Layer {
  /// The share p of numbers to drop.
  public let rate: Double
  private var generator: RandomGenerator

  /// Makes the layer, with a generator split off from the given one.
  ///
  /// - Precondition: 0 ≤ `rate` < 1.
  public init(rate: Double, using generator: inout RandomGenerator) {
    checkShare(rate, "The rate of dropout")
    self.rate = rate
    self.generator = generator.split()
  }

  /// None.
  public var parameters: [Parameter] { [] }

  /// The input, with dropout in training.
  public func callAsFunction(_ x: Tensor, in phase: Phase) -> Tensor {
    phase == .training ? dropout(x, rate: rate, using: &generator) : x
  }
}
