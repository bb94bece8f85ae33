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
  precondition((0..<1).contains(rate), "The rate of dropout must be at least 0 and below 1, but is \(rate).")
  func run<T: Scalar>(_: T.Type) -> Tensor {
    let scales = Tensor(uninitialized: x.shape, dtype: x.dtype)
    let scale = T(1 / (1 - rate))
    scales.write(T.self) { for i in $0.indices { $0[i] = generator.uniform() < rate ? 0 : scale } }
    return scales
  }
  return x * (x.dtype == .float32 ? run(Float.self) : run(Double.self))
}
