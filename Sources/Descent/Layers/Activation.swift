import CVectorKernels

/// The function that a layer applies to its sums, number by number.
///
/// The derivatives of the first four can be written with the result y alone, so that a layer need not keep its sums for
/// the way back; the smooth rectifiers below need x. All are computed to a few units in the last place, the rectifiers
/// also where they are tiny; the tanh form of GELU is there as inexact as rounding makes its inner cubic.
public enum Activation: String, Sendable, Hashable, CaseIterable {
  /// y = x, derivative 1.
  case identity
  /// y = max(x, 0), derivative 1 where y > 0, else 0.
  case relu
  /// y = tanh x, derivative 1 − y².
  case tanh
  /// y = 1/(1 + e⁻ˣ), derivative y(1 − y).
  case sigmoid
  /// y = x Φ(x), Φ the normal distribution function, derivative Φ(x) + x φ(x); see ``gelu(_:form:)``.
  case gelu
  /// y = ½x (1 + tanh(√(2/π) (x + 0.044715 x³))), close to `gelu`: what BERT and GPT-2 were trained with.
  case geluTanh
  /// y = x σ(x), derivative σ(x) (1 + x (1 − σ(x))); see ``silu(_:)``.
  case silu
  /// y = ln(1 + eˣ), derivative σ(x).
  case softplus

  /// The initialisation whose variance suits this activation: He's for those that are close to 0 or x, Glorot's otherwise.
  public var usualInitialization: Initialization {
    switch self {
    case .relu, .gelu, .geluTanh, .silu: .heNormal
    case .identity, .tanh, .sigmoid, .softplus: .glorotNormal
    }
  }

  /// The function, number by number.
  public func callAsFunction(_ x: Tensor) -> Tensor {
    guard self != .identity else { return x }
    func run<T: Scalar>(_: T.Type) -> Tensor {
      let y = Tensor(uninitialized: x.shape, dtype: x.dtype)
      x.withPointer(T.self) { x in y.withPointer(T.self) { T.activate(kernel, x, $0, y.count) } }
      let known = isKnownByResult ? y : x.detached
      return y.recorded(from: x) { gradient in
        let target = Tensor(uninitialized: known.shape, dtype: known.dtype)
        gradient.withPointer(T.self) { g in
          known.withPointer(T.self) { known in
            target.withPointer(T.self) { T.activatePullback(kernel, g, known: known, $0, target.count) }
          }
        }
        x.receive(target)
      }
    }
    return x.dtype == .float32 ? run(Float.self) : run(Double.self)
  }

  /// Whether the derivative is written with the result y, rather than with x.
  var isKnownByResult: Bool {
    switch self {
    case .identity, .relu, .tanh, .sigmoid: true
    case .gelu, .geluTanh, .silu, .softplus: false
    }
  }

  /// The function's name in CVectorKernels.
  var kernel: kernel_activation {
    switch self {
    case .identity: kernel_identity
    case .relu: kernel_relu
    case .tanh: kernel_tanh
    case .sigmoid: kernel_sigmoid
    case .gelu: kernel_gelu
    case .geluTanh: kernel_gelu_tanh
    case .silu: kernel_silu
    case .softplus: kernel_softplus
    }
  }
}
