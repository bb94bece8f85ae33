extension Tensor {
  /// Images of another height and width, by bilinear interpolation: pixels become points at their middles, and between
  /// four of them the brightness is linear in both directions.
  ///
  ///     y[i, j] = Σ_{k, l} A[i, k] · x[k, l] · B[j, l],   A[i, k] = max(0, 1 − |s(i) − k|)
  ///     s(i) = min(max((i + ½) · height/height′ − ½, 0), height − 1)
  ///
  /// and B likewise by the width; where the new pixel's middle lies beyond the outermost old ones, it takes their colour.
  /// The images are `[…, height, width]`, the result is `[…, height′, width′]`. A smaller picture is read at its points
  /// and not smoothed first. It is PyTorch's `interpolate(mode="bilinear", align_corners=False)`. Derivative: Aᵀ·G·B.
  ///
  /// - Precondition: there are at least two axes, and no side is 0, before or after.
  public func resized(toHeight newHeight: Int, width newWidth: Int) -> Tensor {
    precondition(
      rank >= 2 && shape[rank - 2] > 0 && shape[rank - 1] > 0 && newHeight > 0 && newWidth > 0,
      "Images \(shape) cannot be resized to \(newHeight) × \(newWidth): they need axes […, height, width] above 0.")
    let rows = interpolation(from: shape[rank - 2], to: newHeight, dtype)
    let columns = interpolation(from: shape[rank - 1], to: newWidth, dtype)
    return matmul(rows, matmul(self, columns.transposed))
  }
}

/// The matrix `[new, old]` that takes the numbers at old places to the new ones.
private func interpolation(from old: Int, to new: Int, _ dtype: DType) -> Tensor {
  var shares = [Double](repeating: 0, count: new * old)
  for place in 0..<new {
    let source = max((Double(place) + 0.5) * Double(old) / Double(new) - 0.5, 0)
    let first = min(Int(source), old - 1)
    let share = min(source - Double(first), 1)
    shares[place * old + first] += 1 - share
    shares[place * old + min(first + 1, old - 1)] += share
  }
  return Tensor(shape: [new, old], shares, dtype: dtype)
}
