/// The cross-entropy between σ(logits) and targets in 0 … 1, with smoothed targets and weights.
///
///     l = w (p y′ softplus(−z) + (1 − y′) softplus(z)),   y′ = (1 − ε) y + ε/2
///     mean: Σ l / n,   sum: Σ l,   none: all l
///
/// ε is `smoothing`, w are the `weights`, p is the `positiveWeight`, n the number of entries. Without smoothing this is
/// PyTorch's `binary_cross_entropy_with_logits`, whose mean does not divide by the weights. Finite for logits of any
/// finite size.
///
/// - Parameters:
///   - logits: z, any shape.
///   - targets: y, the same shape.
///   - smoothing: how far the targets are drawn towards ½.
///   - weights: in a shape that can be broadcast to that of the logits; 1 by default.
///   - positiveWeight: what a target of 1 weighs against one of 0.
/// - Precondition: logits and targets have one shape, 0 ≤ `smoothing` ≤ 1, and the weights fit.
public func binaryCrossEntropy(
  logits: Tensor, targets: Tensor, smoothing: Double = 0, weights: Tensor? = nil, positiveWeight: Double = 1,
  reduction: Reduction = .mean
) -> Tensor {
  checkSameDType(logits, targets, "binaryCrossEntropy")
  precondition(
    logits.shape == targets.shape,
    "binaryCrossEntropy needs logits and targets of one shape, not \(logits.shape) and \(targets.shape).")
  checkNotNegative(positiveWeight, "The weight of a positive target")
  precondition((0...1).contains(smoothing), "Targets are smoothed by 0 to 1, not by \(smoothing).")
  let smoothed = targets.detached * (1 - smoothing) + smoothing / 2
  let losses = softplus(-logits) * (smoothed * positiveWeight) + softplus(logits) * (1 - smoothed)
  return reduction(weighted(losses, by: weights), divisor: Double(logits.count))
}
