/// The mean over the batch of the cross-entropy between softmax(logits) and the true classes.
///
///     L = −(1/n) Σᵢ ln softmax(zᵢ)[cᵢ],   softmax(z)ⱼ = eᶻʲ / Σₖ eᶻᵏ
///
/// Computed with each row's largest logit taken off first, so that logits of any finite size give a finite loss.
/// Derivative by the logits: (softmax(zᵢ) − one-hot(cᵢ))/n.
///
/// - Parameters:
///   - logits: `[batch, classes]`, or `[…, classes]` with any axes before the last, unscaled.
///   - labels: the class of each row, 0 ..< classes, row by row over all leading axes.
/// - Returns: one number of shape `[]`; nan for an empty batch.
/// - Precondition: there is a label for each row, and each is a column of the logits.
public func softmaxCrossEntropy(_ logits: Tensor, labels: [Int]) -> Tensor {
  checkRows(logits, labels.count, "softmaxCrossEntropy")
  return meanCrossEntropy(logits, count: labels.count) { labels[$0] }
}

/// The same mean over the rows that have a label: a place without one, `nil`, is padding and stays out of the loss.
///
///     L = −(1/m) Σᵢ ln softmax(zᵢ)[cᵢ]   over the m rows with a label
///
/// Derivative: (softmax(zᵢ) − one-hot(cᵢ))/m, and exactly 0 in a row without a label, whatever stands there. This is
/// PyTorch's `cross_entropy` with `ignore_index`. Whoever takes the rows with a label out before the last layer, by
/// `take(rows:)`, needs no `nil` and saves that layer's work on the others.
///
/// - Parameters:
///   - logits: `[…, classes]`, such as `[batch, places, classes]`, unscaled.
///   - labels: the class of each row, row by row over all leading axes; `nil` for padding.
/// - Returns: one number of shape `[]`.
/// - Precondition: there is an entry for each row, one at least is a label, and each label is a column of the logits.
public func softmaxCrossEntropy(_ logits: Tensor, labels: [Int?]) -> Tensor {
  checkRows(logits, labels.count, "softmaxCrossEntropy")
  let count = labels.count { $0 != nil }
  precondition(count > 0, "softmaxCrossEntropy has no label among \(labels.count) places, and so nothing to average.")
  return meanCrossEntropy(logits, count: count) { labels[$0] }
}

/// The mean over the `count` rows of the last axis that have a label.
@inline(__always)
private func meanCrossEntropy(_ logits: Tensor, count: Int, label: (_ row: Int) -> Int?) -> Tensor {
  func run<T: Scalar>(_: T.Type) -> (loss: Tensor, derivative: Tensor) {
    let classes = logits.shape.last ?? 1
    let rows = logits.shape.dropLast().reduce(1, *)
    let derivative = Tensor(uninitialized: logits.shape, dtype: logits.dtype)
    var total = 0.0
    logits.withPointer(T.self) { z in
      derivative.withPointer(T.self) { d in
        for row in 0..<rows {
          let start = row * classes
          guard let label = label(row) else {
            (d + start).update(repeating: 0, count: classes)
            continue
          }
          precondition((0..<classes).contains(label), "Label \(label) is not one of the \(classes) classes.")
          let logOfSum = T.softmax(z + start, d + start, classes, scale: 1 / T(count))
          total += logOfSum - Double(z[start + label])
          d[start + label] -= 1 / T(count)
        }
      }
    }
    return (Tensor(total / Double(count), dtype: logits.dtype), derivative)
  }
  let (loss, derivative) = logits.dtype == .float32 ? run(Float.self) : run(Double.self)
  return loss.recorded(from: logits) { gradient in logits.receive(derivative * gradient) }
}

/// The share of rows `[…, classes]` whose largest number stands in the true class's column, 0 … 1; nan for no rows.
///
/// - Precondition: there is a label for each row.
public func accuracy(_ logits: Tensor, labels: [Int]) -> Double {
  checkRows(logits, labels.count, "accuracy")
  return Double(zip(logits.argmax(axis: -1), labels).count { $0 == $1 }) / Double(labels.count)
}

/// Stops the program unless there is a label for each row of the last axis.
private func checkRows(_ logits: Tensor, _ labels: Int, _ function: String) {
  precondition(
    logits.rank >= 2 && labels == logits.shape.dropLast().reduce(1, *),
    "\(function) needs logits […, classes] and a label for each row, not \(logits.shape) and \(labels) labels.")
}
