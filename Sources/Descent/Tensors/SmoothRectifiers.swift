/// How the Gaussian error linear unit is computed.
public enum GELUForm: String, Sendable, Hashable, CaseIterable {
  /// x Φ(x), with the normal distribution function Φ.
  case exact
  /// ½x (1 + tanh(√(2/π) (x + 0.044715 x³))), within 5·10⁻⁴ of it: what BERT and GPT-2 were trained with.
  case tanh
}

/// The Gaussian error linear unit x Φ(x), number by number: each number, times the chance that a normal draw is smaller.
///
/// Derivative of the exact form: Φ(x) + x φ(x), with the normal density φ. Both are within a few units in the last place,
/// also where Φ is tiny; the value at −∞ is the limit 0.
///
/// - Source: Hendrycks & Gimpel 2016, arXiv:1606.08415.
public func gelu(_ x: Tensor, form: GELUForm = .exact) -> Tensor {
  switch form {
  case .exact: Activation.gelu(x)
  case .tanh: Activation.geluTanh(x)
  }
}

/// The sigmoid linear unit x σ(x), number by number, also called swish. Derivative: σ(x) (1 + x (1 − σ(x))).
///
/// - Source: Elfwing, Uchibe & Doya 2017, arXiv:1702.03118, equation 6.
public func silu(_ x: Tensor) -> Tensor { Activation.silu(x) }

/// The smooth rectifier ln(1 + eˣ), number by number. Derivative: σ(x).
///
/// Computed as max(x, 0) + ln(1 + e^−|x|), which is finite for every finite x.
public func softplus(_ x: Tensor) -> Tensor { Activation.softplus(x) }
