/// The mean over the batch of the cross-entropy between softmax(logits) and the true classes.
///
///     L = −(1/n) Σᵢ ln softmax(zᵢ)[cᵢ],   softmax(z)ⱼ = eᶻʲ / Σₖ eᶻᵏ
///
/// Computed with each row's largest logit taken off first, so that logits of any finite size give a finite loss.
/// Derivative by the logits: (softmax(zᵢ) − one-hot(cᵢ))/n.
///
/// - Parameters:
///   - logits: `[batch, classes]`, unscaled.
///   - labels: the class of each sample, 0 ..< classes.
/// - Returns: one number of shape `[]`; nan for an empty batch.
/// - Precondition: there is a label for each row, and each is a column of the logits.
public func softmaxCrossEntropy(_ logits: Tensor, labels: [Int]) -> Tensor {
  precondition(logits.rank == 2, "softmaxCrossEntropy needs logits [batch, classes], not \(logits.shape).")
  precondition(
    labels.count == logits.shape[0], "\(labels.count) labels cannot go with logits of shape \(logits.shape).")
  func run<T: Scalar>(_: T.Type) -> (loss: Tensor, derivative: Tensor) {
    let (batch, classes) = (logits.shape[0], logits.shape[1])
    let derivative = Tensor(uninitialized: logits.shape, dtype: logits.dtype)
    var total = 0.0
    logits.withPointer(T.self) { z in
      derivative.withPointer(T.self) { d in
        for row in 0..<batch {
          let (label, start) = (labels[row], row * classes)
          precondition((0..<classes).contains(label), "Label \(label) is not one of the \(classes) classes.")
          let logOfSum = T.softmax(z + start, d + start, classes, scale: 1 / T(batch))
          total += logOfSum - Double(z[start + label])
          d[start + label] -= 1 / T(batch)
        }
      }
    }
    return (Tensor(total / Double(batch), dtype: logits.dtype), derivative)
  }
  let (loss, derivative) = logits.dtype == .float32 ? run(Float.self) : run(Double.self)
  return loss.recorded(from: logits) { gradient in logits.receive(derivative * gradient) }
}

/// The share of rows `[batch, classes]` whose largest number stands in the true class's column, 0 … 1; nan for no rows.
///
/// - Precondition: there is a label for each row.
public func accuracy(_ logits: Tensor, labels: [Int]) -> Double {
  let predictions = logits.argmax(axis: 1)
  precondition(
    predictions.count == labels.count, "\(labels.count) labels cannot go with logits of shape \(logits.shape).")
  return Double(zip(predictions, labels).count { $0 == $1 }) / Double(labels.count)
}
