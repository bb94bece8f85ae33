import Descent

/// The steps to a target over the batch size, S = S∞ (1 + B*/B): McCandlish et al. 2018, equation 2.11.
struct StepsLaw {
  /// The steps without noise, and the batch that needs twice as many.
  let least, criticalBatch: Double

  /// The law with the smallest relative errors, Σ ((a + c/B)/S − 1)² with a = S∞ and c = S∞ B*.
  init(batchSizes: [Int], steps: [Double]) {
    let rows = zip(batchSizes, steps).map { [1 / $1, 1 / (Double($0) * $1)] }
    let fit = leastSquares(Tensor(rows: rows, dtype: .float64), .ones([rows.count, 1], dtype: .float64)).scalars
    (least, criticalBatch) = (fit[0], fit[1] / fit[0])
  }

  func callAsFunction(_ batchSize: Double) -> Double { least * (1 + criticalBatch / batchSize) }
}
