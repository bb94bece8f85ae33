/// Layer normalisation: each sample's features are brought to mean 0 and variance 1, then scaled and shifted.
///
///     y = w · (x − μ)/√(v + ε) + b,   μ and v over the last axis, v = (1/n) Σ (x − μ)²
///
/// x and y are `[…, features]`, w and b are `[features]`. Each sample is on its own: training and evaluation are the same.
///
/// - Source: Ba, Kiros & Hinton 2016, arXiv:1607.06450, equation 3; ε as in PyTorch.
public struct LayerNorm: Model {
  /// The scales w, named `NAME.weight`; start at one.
  public let weight: Parameter
  /// The shifts b, named `NAME.bias`; start at zero.
  public let bias: Parameter
  /// ε, which keeps the division finite where all features are equal.
  public let epsilon: Double

  /// Makes the layer for samples of this many features.
  ///
  /// - Precondition: there is at least one feature, and `epsilon` is not negative.
  public init(_ name: String, features: Int, epsilon: Double = 1e-5, dtype: DType = .float32) {
    precondition(
      features >= 1 && epsilon >= 0 && epsilon < .infinity,
      "Layer \(name) cannot have \(features) features and ε = \(epsilon).")
    weight = Parameter("\(name).weight", .ones([features], dtype: dtype))
    bias = Parameter("\(name).bias", .zeros([features], dtype: dtype))
    self.epsilon = epsilon
  }

  /// Weight, then bias.
  public var parameters: [Parameter] { [weight, bias] }

  /// The normalised samples `[…, features]`.
  public func callAsFunction(_ x: Tensor) -> Tensor {
    let features = weight.tensor.count
    precondition(x.shape.last == features, "\(weight.name) needs an input […, \(features)], not \(x.shape).")
    checkSameDType(x, weight.tensor, "Normalisation")
    return NormalizedRows(x: x, weight: weight.value, bias: bias.value, epsilon: epsilon).result()
  }
}
