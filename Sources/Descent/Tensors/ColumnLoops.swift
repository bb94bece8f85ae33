import CVectorKernels

/// The loops over a matrix `[rows, columns]` that normalisation needs; those of ``Scalar`` that go by columns.
protocol ColumnLoops {
  /// y = (x − μ)/√(v + ε) for each column, and its μ, v and 1/√(v + ε); sums in double precision, row by row.
  static func standardizeColumns(
    _ x: UnsafePointer<Self>, rows: Int, columns: Int, epsilon: Double, _ y: UnsafeMutablePointer<Self>,
    _ statistics: ColumnStatistics)
  /// target = (g − mean(g) − y · mean(g y)) · scale for each column.
  static func standardizeColumnsPullback(
    _ gradient: UnsafePointer<Self>, _ y: UnsafePointer<Self>, rows: Int, columns: Int, scales: [Double],
    _ target: UnsafeMutablePointer<Self>)
  /// y = x · scale + shift for each column.
  static func scaleAndShiftColumns(
    _ x: UnsafePointer<Self>, rows: Int, columns: Int, scales: UnsafePointer<Self>, shifts: UnsafePointer<Self>,
    _ y: UnsafeMutablePointer<Self>)
  /// target = g · scale, and for each column Σ g x and Σ g.
  static func scaleAndShiftColumnsPullback(
    _ gradient: UnsafePointer<Self>, _ x: UnsafePointer<Self>, rows: Int, columns: Int, scales: UnsafePointer<Self>,
    _ target: UnsafeMutablePointer<Self>, scaleSums: UnsafeMutablePointer<Self>, shiftSums: UnsafeMutablePointer<Self>)
}

/// Where the statistics of a matrix's columns are written: μ, v and 1/√(v + ε).
struct ColumnStatistics {
  let means, variances, scales: UnsafeMutablePointer<Double>
}

extension Float: ColumnLoops {
  static func standardizeColumns(
    _ x: UnsafePointer<Float>, rows: Int, columns: Int, epsilon: Double, _ y: UnsafeMutablePointer<Float>,
    _ statistics: ColumnStatistics
  ) {
    kernel_f32_standardize_columns(
      x, rows, columns, epsilon, y, statistics.means, statistics.variances, statistics.scales)
  }
  static func standardizeColumnsPullback(
    _ gradient: UnsafePointer<Float>, _ y: UnsafePointer<Float>, rows: Int, columns: Int, scales: [Double],
    _ target: UnsafeMutablePointer<Float>
  ) {
    kernel_f32_standardize_columns_pullback(gradient, y, rows, columns, scales, target)
  }
  static func scaleAndShiftColumns(
    _ x: UnsafePointer<Float>, rows: Int, columns: Int, scales: UnsafePointer<Float>, shifts: UnsafePointer<Float>,
    _ y: UnsafeMutablePointer<Float>
  ) {
    kernel_f32_scale_shift_columns(x, rows, columns, scales, shifts, y)
  }
  static func scaleAndShiftColumnsPullback(
    _ gradient: UnsafePointer<Float>, _ x: UnsafePointer<Float>, rows: Int, columns: Int, scales: UnsafePointer<Float>,
    _ target: UnsafeMutablePointer<Float>, scaleSums: UnsafeMutablePointer<Float>,
    shiftSums: UnsafeMutablePointer<Float>
  ) {
    kernel_f32_scale_shift_columns_pullback(gradient, x, rows, columns, scales, target, scaleSums, shiftSums)
  }
}

extension Double: ColumnLoops {
  static func standardizeColumns(
    _ x: UnsafePointer<Double>, rows: Int, columns: Int, epsilon: Double, _ y: UnsafeMutablePointer<Double>,
    _ statistics: ColumnStatistics
  ) {
    kernel_f64_standardize_columns(
      x, rows, columns, epsilon, y, statistics.means, statistics.variances, statistics.scales)
  }
  static func standardizeColumnsPullback(
    _ gradient: UnsafePointer<Double>, _ y: UnsafePointer<Double>, rows: Int, columns: Int, scales: [Double],
    _ target: UnsafeMutablePointer<Double>
  ) {
    kernel_f64_standardize_columns_pullback(gradient, y, rows, columns, scales, target)
  }
  static func scaleAndShiftColumns(
    _ x: UnsafePointer<Double>, rows: Int, columns: Int, scales: UnsafePointer<Double>, shifts: UnsafePointer<Double>,
    _ y: UnsafeMutablePointer<Double>
  ) {
    kernel_f64_scale_shift_columns(x, rows, columns, scales, shifts, y)
  }
  static func scaleAndShiftColumnsPullback(
    _ gradient: UnsafePointer<Double>, _ x: UnsafePointer<Double>, rows: Int, columns: Int,
    scales: UnsafePointer<Double>,
    _ target: UnsafeMutablePointer<Double>, scaleSums: UnsafeMutablePointer<Double>,
    shiftSums: UnsafeMutablePointer<Double>
  ) {
    kernel_f64_scale_shift_columns_pullback(gradient, x, rows, columns, scales, target, scaleSums, shiftSums)
  }
}
