/// What a pair of thin matrices starts from: the way down (``LoRA``'s A, ``Adapter``'s D) and the way up (B, U).
///
/// A matrix that does not start at zero is drawn from N(0, 1/inputs), with as many inputs as it has columns. With just
/// one of the two at zero the wrapped layer starts as its base, and learns: the zero one has a gradient at once, the
/// other from the second step on. With both at zero neither ever has a gradient. With none the layer does not start as
/// its base.
public enum LowRankStart: String, Sendable, Hashable, CaseIterable {
  /// The way up is zero: LoRA's and the adapter's own start.
  case zeroUp
  /// The way down is zero.
  case zeroDown
  /// Both are zero, and no gradient moves them.
  case bothZero
  /// Both are drawn.
  case bothNormal

  /// The matrices `[rank, inputs]` and `[outputs, rank]`, drawn in this order.
  func callAsFunction(
    inputs: Int, rank: Int, outputs: Int, dtype: DType, using generator: inout RandomGenerator
  ) -> (down: Tensor, up: Tensor) {
    func matrix(isZero: Bool, _ inputs: Int, _ outputs: Int) -> Tensor {
      isZero
        ? .zeros([outputs, inputs], dtype: dtype)
        : Initialization.lecunNormal(fanIn: inputs, fanOut: outputs, dtype: dtype, using: &generator)
    }
    let down = matrix(isZero: self == .zeroDown || self == .bothZero, inputs, rank)
    return (down, matrix(isZero: self == .zeroUp || self == .bothZero, rank, outputs))
  }
}
