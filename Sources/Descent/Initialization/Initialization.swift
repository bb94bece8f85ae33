/// The distribution that a weight matrix starts from, for `fanIn` inputs and `fanOut` outputs.
///
/// | case | distribution | variance |
/// | --- | --- | --- |
/// | `normal(σ)` | N(0, σ²) | σ² |
/// | `uniform(a)` | U(−a, a) | a²/3 |
/// | `glorotNormal` | N(0, 2/(fanIn + fanOut)) | 2/(fanIn + fanOut) |
/// | `glorotUniform` | U(−a, a), a = √(6/(fanIn + fanOut)) | 2/(fanIn + fanOut) |
/// | `heNormal` | N(0, 2/fanIn) | 2/fanIn |
/// | `heUniform` | U(−a, a), a = √(6/fanIn) | 2/fanIn |
/// | `lecunNormal` | N(0, 1/fanIn) | 1/fanIn |
/// | `fanInUniform` | U(−a, a), a = 1/√fanIn | 1/(3 fanIn) |
///
/// Sources: Glorot & Bengio 2010, equations 12 and 16; He et al. 2015, arXiv:1502.01852, equation 10; LeCun et al.,
/// "Efficient BackProp", 1998, equation 16.
public enum Initialization: Sendable, Hashable {
  /// Normal with the given standard deviation.
  case normal(standardDeviation: Double)
  /// Uniform between minus and plus the given limit.
  case uniform(limit: Double)
  /// Normal with variance 2/(fanIn + fanOut), which suits tanh.
  case glorotNormal
  /// Uniform with variance 2/(fanIn + fanOut), which suits tanh.
  case glorotUniform
  /// Normal with variance 2/fanIn, which suits ReLU.
  case heNormal
  /// Uniform with variance 2/fanIn, which suits ReLU.
  case heUniform
  /// Normal with variance 1/fanIn.
  case lecunNormal
  /// Uniform within 1/√fanIn: what PyTorch starts its `Linear` and `Conv2d` from.
  case fanInUniform

  /// The variance of the weights' distribution.
  ///
  /// - Precondition: there are inputs and outputs, and a given deviation or limit is finite and not negative.
  public func variance(fanIn: Int, fanOut: Int) -> Double {
    checkLength(fanIn, "The number of inputs")
    checkLength(fanOut, "The number of outputs")
    switch self {
    case .normal(let standardDeviation):
      checkNotNegative(standardDeviation, "A standard deviation")
      return standardDeviation * standardDeviation
    case .uniform(let limit):
      checkNotNegative(limit, "The limit of a uniform distribution")
      return limit * limit / 3
    case .glorotNormal, .glorotUniform: return 2 / Double(fanIn + fanOut)
    case .heNormal, .heUniform: return 2 / Double(fanIn)
    case .lecunNormal: return 1 / Double(fanIn)
    case .fanInUniform: return 1 / (3 * Double(fanIn))
    }
  }

  /// A weight matrix `[fanOut, fanIn]` of independent draws.
  public func callAsFunction(
    fanIn: Int, fanOut: Int, dtype: DType = .float32, using generator: inout RandomGenerator
  ) -> Tensor {
    self([fanOut, fanIn], fanIn: fanIn, fanOut: fanOut, dtype: dtype, using: &generator)
  }

  /// Weights of any shape, of independent draws: those of a convolution have four axes.
  public func callAsFunction(
    _ shape: [Int], fanIn: Int, fanOut: Int, dtype: DType = .float32, using generator: inout RandomGenerator
  ) -> Tensor {
    let variance = variance(fanIn: fanIn, fanOut: fanOut)
    switch self {
    case .uniform, .glorotUniform, .heUniform, .fanInUniform:
      let limit = (3 * variance).squareRoot()
      return .uniform(shape, in: -limit..<limit, dtype: dtype, using: &generator)
    case .normal, .glorotNormal, .heNormal, .lecunNormal:
      return .normal(shape, standardDeviation: variance.squareRoot(), dtype: dtype, using: &generator)
    }
  }
}
