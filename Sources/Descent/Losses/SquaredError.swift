/// The squared differences (ŷ − y)² with weights.
///
///     l = w (ŷ − y)²,   mean: Σ l / Σ w,   sum: Σ l,   none: all l
///
/// This is PyTorch's `mse_loss`; its mean is a weighted one.
///
/// - Parameters:
///   - predictions: ŷ, any shape.
///   - targets: y, the same shape.
///   - weights: in a shape that can be broadcast to that of the predictions; 1 by default.
/// - Precondition: predictions and targets have one shape, and the weights fit.
public func squaredError(
  _ predictions: Tensor, _ targets: Tensor, weights: Tensor? = nil, reduction: Reduction = .mean
) -> Tensor {
  precondition(
    predictions.shape == targets.shape,
    "squaredError needs predictions and targets of one shape, not \(predictions.shape) and \(targets.shape).")
  let divisor = weights.map { $0.detached.broadcast(to: predictions.shape).sum().item } ?? Double(predictions.count)
  return reduction(weighted(square(predictions - targets), by: weights), divisor: divisor)
}
