/// Each sample's numbers in one row: from the images of a convolution to the rows of a dense layer.
///
/// x is `[batch, …]`, y is `[batch, count]`, channel by channel and row by row, as in PyTorch.
public struct Flatten: Layer {
  /// Makes the layer.
  public init() {}

  /// None.
  public var parameters: [Parameter] { [] }

  /// The rows `[batch, count]` of an input `[batch, …]`, the same in both phases.
  ///
  /// - Precondition: the input has at least one axis.
  public func callAsFunction(_ x: Tensor, in phase: Phase = .evaluation) -> Tensor {
    precondition(x.rank >= 1, "Flatten needs samples [batch, …], but this tensor holds one number.")
    return x.reshaped([x.shape[0], x.shape.dropFirst().reduce(1, *)])
  }
}
