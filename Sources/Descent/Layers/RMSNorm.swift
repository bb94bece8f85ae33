/// Root mean square normalisation: each sample's features are brought to mean square 1, then scaled.
///
///     y = w · x/√(m + ε),   m = (1/n) Σ x² over the last axis
///
/// x and y are `[…, features]`, w is `[features]`. Nothing is subtracted and nothing added: half of ``LayerNorm``.
///
/// - Source: Zhang & Sennrich 2019, arXiv:1910.07467, equation 4; ε as in PyTorch.
public struct RMSNorm: Layer {
  /// The scales w, named `NAME.weight`; start at one.
  public let weight: Parameter
  /// ε, which keeps the division finite where all features are zero.
  public let epsilon: Double

  /// Makes the layer for samples of this many features; ε is by default the spacing of the dtype's numbers at 1.
  ///
  /// - Precondition: there is at least one feature, and `epsilon` is not negative.
  public init(_ name: String, features: Int, epsilon: Double? = nil, dtype: DType = .float32) {
    self.epsilon = epsilon ?? (dtype == .float32 ? Double(Float.ulpOfOne) : .ulpOfOne)
    precondition(
      features >= 1 && self.epsilon >= 0 && self.epsilon < .infinity,
      "Layer \(name) cannot have \(features) features and ε = \(self.epsilon).")
    weight = Parameter("\(name).weight", .ones([features], dtype: dtype))
  }

  /// The weight.
  public var parameters: [Parameter] { [weight] }

  /// The normalised samples `[…, features]`, the same in both phases.
  public func callAsFunction(_ x: Tensor, in phase: Phase) -> Tensor { self(x) }

  /// The normalised samples `[…, features]`.
  public func callAsFunction(_ x: Tensor) -> Tensor {
    let features = weight.tensor.count
    precondition(x.shape.last == features, "\(weight.name) needs an input […, \(features)], not \(x.shape).")
    checkSameDType(x, weight.tensor, "Normalisation")
    return NormalizedRows(x: x, weight: weight.value, bias: nil, epsilon: epsilon).result()
  }
}
