extension Tensor {
  /// The square matrix with these numbers on its diagonal and 0 beside it, such as a ridge: float64, shape `[n, n]`.
  ///
  /// - Source: NumPy's `diag`.
  public static func diagonal(_ entries: [Double]) -> Tensor {
    let count = entries.count
    var matrix = [Double](repeating: 0, count: count * count)
    for (place, entry) in entries.enumerated() { matrix[place * (count + 1)] = entry }
    return Tensor(shape: [count, count], matrix, dtype: .float64)
  }
}
