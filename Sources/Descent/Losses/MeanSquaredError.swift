/// The mean of the squared differences, (1/n) Σ (ŷ − y)², over all entries.
///
/// Derivative by the predictions: 2(ŷ − y)/n.
///
/// - Parameters:
///   - predictions: ŷ, any shape.
///   - targets: y, the same shape.
/// - Returns: one number of shape `[]`.
/// - Precondition: the shapes are the same: broadcasting here would hide a mistake.
public func meanSquaredError(_ predictions: Tensor, _ targets: Tensor) -> Tensor {
  precondition(
    predictions.shape == targets.shape,
    "meanSquaredError needs predictions and targets of one shape, not \(predictions.shape) and \(targets.shape).")
  return square(predictions - targets).mean()
}
