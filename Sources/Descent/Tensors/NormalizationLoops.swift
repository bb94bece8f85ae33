import CVectorKernels

/// The loops of batch and layer normalisation; those of ``Scalar`` that take means and variances.
protocol NormalizationLoops {
  typealias In = UnsafePointer<Self>
  typealias Out = UnsafeMutablePointer<Self>

  /// Writes the mean, the variance v and 1/√(v + ε) of each group, in double precision.
  static func groupStatistics(_ x: In, _ shape: group_shape, epsilon: Double, _ statistics: GroupStatistics)
  /// y = f(weight · (x − μ) s + shift) + bypass.
  static func normalizeGroups(_ with: GroupNormalization<Self>, _ x: In, bypass: In?, _ y: Out)
  /// The gradients of x, of the weights and of the shifts.
  static func normalizeGroupsPullback(
    _ with: GroupNormalization<Self>, _ gradient: In, _ x: In, _ target: Out, weights: Out, shifts: Out)
  /// average ← average · kept + numbers · factor · taken.
  static func moveAverage(
    _ average: Out, _ numbers: UnsafePointer<Double>, _ count: Int, kept: Self, taken: Self, factor: Double)
  /// y = weight · (x − μ) s + shift for each row, and its μ and s = 1/√(v + ε); without shifts μ is 0.
  static func normalizeRows(
    _ x: In, weights: In, shifts: In?, rows: Int, columns: Int, epsilon: Double, _ y: Out, _ statistics: GroupStatistics
  )
  /// The gradients of x, of the weights and of the shifts, unless there are none.
  static func normalizeRowsPullback(
    _ gradient: In, _ x: In, weights: In, _ statistics: GroupStatistics, rows: Int, columns: Int, _ target: Out,
    weightSums: Out, shiftSums: Out?)
}

/// Where each group's mean μ, variance v and s = 1/√(v + ε) are.
struct GroupStatistics {
  let means, variances, scales: UnsafeMutablePointer<Double>

  /// Those of a tensor `[3, groups]`.
  init(_ numbers: UnsafeMutablePointer<Double>, groups: Int) {
    (means, variances, scales) = (numbers, numbers + groups, numbers + 2 * groups)
  }
}

/// What the groups of a shape are normalised with.
struct GroupNormalization<T> {
  let shape: group_shape
  let statistics: GroupStatistics
  let weights, shifts: UnsafePointer<T>
  /// Whether f is ReLU rather than nothing.
  let isRectified: Bool
  /// Whether μ and s are fixed numbers rather than the batch's own.
  let isFixed: Bool
}

extension Float: NormalizationLoops {
  static func groupStatistics(_ x: In, _ shape: group_shape, epsilon: Double, _ statistics: GroupStatistics) {
    kernel_f32_group_statistics(
      x, shape, epsilon, statistics.means, statistics.variances, statistics.scales)
  }
  static func normalizeGroups(_ with: GroupNormalization<Self>, _ x: In, bypass: In?, _ y: Out) {
    kernel_f32_normalize_groups(with.kernel, x, bypass, with.shape, y)
  }
  static func normalizeGroupsPullback(
    _ with: GroupNormalization<Self>, _ gradient: In, _ x: In, _ target: Out, weights: Out, shifts: Out
  ) {
    kernel_f32_normalize_groups_pullback(with.kernel, gradient, x, with.shape, target, weights, shifts)
  }
  static func moveAverage(
    _ average: Out, _ numbers: UnsafePointer<Double>, _ count: Int, kept: Self, taken: Self, factor: Double
  ) {
    kernel_f32_move_average(average, numbers, count, kept, taken, factor)
  }
  static func normalizeRows(
    _ x: In, weights: In, shifts: In?, rows: Int, columns: Int, epsilon: Double, _ y: Out, _ statistics: GroupStatistics
  ) {
    kernel_f32_normalize_rows(
      x, weights, shifts, rows, columns, epsilon, y, statistics.means, statistics.scales)
  }
  static func normalizeRowsPullback(
    _ gradient: In, _ x: In, weights: In, _ statistics: GroupStatistics, rows: Int, columns: Int, _ target: Out,
    weightSums: Out, shiftSums: Out?
  ) {
    kernel_f32_normalize_rows_pullback(
      gradient, x, weights, statistics.means, statistics.scales, rows, columns, target, weightSums, shiftSums)
  }
}

extension GroupNormalization<Float> {
  fileprivate var kernel: kernel_f32_normalization {
    kernel_f32_normalization(
      means: statistics.means, scales: statistics.scales, weights: weights, shifts: shifts,
      rectified: isRectified ? 1 : 0, fixed: isFixed ? 1 : 0)
  }
}

extension Double: NormalizationLoops {
  static func groupStatistics(_ x: In, _ shape: group_shape, epsilon: Double, _ statistics: GroupStatistics) {
    kernel_f64_group_statistics(
      x, shape, epsilon, statistics.means, statistics.variances, statistics.scales)
  }
  static func normalizeGroups(_ with: GroupNormalization<Self>, _ x: In, bypass: In?, _ y: Out) {
    kernel_f64_normalize_groups(with.kernel, x, bypass, with.shape, y)
  }
  static func normalizeGroupsPullback(
    _ with: GroupNormalization<Self>, _ gradient: In, _ x: In, _ target: Out, weights: Out, shifts: Out
  ) {
    kernel_f64_normalize_groups_pullback(with.kernel, gradient, x, with.shape, target, weights, shifts)
  }
  static func moveAverage(
    _ average: Out, _ numbers: UnsafePointer<Double>, _ count: Int, kept: Self, taken: Self, factor: Double
  ) {
    kernel_f64_move_average(average, numbers, count, kept, taken, factor)
  }
  static func normalizeRows(
    _ x: In, weights: In, shifts: In?, rows: Int, columns: Int, epsilon: Double, _ y: Out, _ statistics: GroupStatistics
  ) {
    kernel_f64_normalize_rows(
      x, weights, shifts, rows, columns, epsilon, y, statistics.means, statistics.scales)
  }
  static func normalizeRowsPullback(
    _ gradient: In, _ x: In, weights: In, _ statistics: GroupStatistics, rows: Int, columns: Int, _ target: Out,
    weightSums: Out, shiftSums: Out?
  ) {
    kernel_f64_normalize_rows_pullback(
      gradient, x, weights, statistics.means, statistics.scales, rows, columns, target, weightSums, shiftSums)
  }
}

extension GroupNormalization<Double> {
  fileprivate var kernel: kernel_f64_normalization {
    kernel_f64_normalization(
      means: statistics.means, scales: statistics.scales, weights: weights, shifts: shifts,
      rectified: isRectified ? 1 : 0, fixed: isFixed ? 1 : 0)
  }
}
