/// A model that turns one tensor into another: what networks are put together from.
///
/// ```swift
/// let network = Sequential(
///   Dense("hidden", from: 64, to: 32, activation: .relu, using: &generator), BatchNorm("norm", features: 32),
///   Dense("output", from: 32, to: 10, using: &generator))
/// let logits = network(x, in: .training)
/// ```
public protocol Layer: Model {
  /// The layer's output for an input; layers for which the phase makes no difference pass it over.
  func callAsFunction(_ x: Tensor, in phase: Phase) -> Tensor
}

extension Activation: Layer {
  /// None.
  public var parameters: [Parameter] { [] }

  /// The function, number by number, in both phases.
  public func callAsFunction(_ x: Tensor, in phase: Phase) -> Tensor { self(x) }
}

extension Dense: Layer {
  /// The layer's output `[…, outputs]` for an input `[…, inputs]`, the same in both phases.
  public func callAsFunction(_ x: Tensor, in phase: Phase) -> Tensor { self(x) }
}

extension Convolution2D: Layer {
  /// The layer's output `[batch, filters, rows, columns]` for images, the same in both phases.
  public func callAsFunction(_ x: Tensor, in phase: Phase) -> Tensor { self(x) }
}

extension LayerNorm: Layer {
  /// The normalised samples `[…, features]`, the same in both phases.
  public func callAsFunction(_ x: Tensor, in phase: Phase) -> Tensor { self(x) }
}

extension MultilayerPerceptron: Layer {
  /// The last layer's sums `[batch, outputs]`, the same in both phases.
  public func callAsFunction(_ x: Tensor, in phase: Phase) -> Tensor { self(x) }
}

extension BatchNorm: Layer {}
extension ResidualBlock: Layer {}
