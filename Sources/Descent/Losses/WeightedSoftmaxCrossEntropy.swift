/// The cross-entropy between softmax(logits) and the true classes, with smoothed labels and weights.
///
///     lᵢ = −sᵢ Σⱼ tᵢⱼ ln softmax(zᵢ)ⱼ,   tᵢⱼ = wⱼ ((1 − ε) [j = cᵢ] + ε/K)
///     mean: Σᵢ lᵢ / Σᵢ sᵢ w(cᵢ),   sum: Σᵢ lᵢ,   none: all lᵢ, of shape `[batch]`
///
/// ε is `smoothing`, w are the `classWeights`, s the `sampleWeights`, K the number of classes. Without sample weights
/// this is PyTorch's `cross_entropy`; its mean is a weighted one. Finite for logits of any finite size.
///
/// - Parameters:
///   - logits: z, `[batch, classes]`, unscaled.
///   - labels: the class c of each sample, 0 ..< classes.
///   - smoothing: the share of each sample that is spread evenly over all classes.
///   - classWeights: a weight for each class; 1 for all by default.
///   - sampleWeights: a weight for each sample; 1 for all by default.
/// - Precondition: there is a label for each row, each is a column, 0 ≤ `smoothing` ≤ 1, and the weights fit.
/// - Source: Szegedy et al. 2015, arXiv:1512.00567, section 7 (label smoothing).
public func softmaxCrossEntropy(
  _ logits: Tensor, labels: [Int], smoothing: Double = 0, classWeights: [Double]? = nil,
  sampleWeights: [Double]? = nil, reduction: Reduction = .mean
) -> Tensor {
  precondition(
    logits.rank == 2 && labels.count == logits.shape[0],
    "Weighted losses need logits [batch, classes] and a label for each row, "
      + "not \(logits.shape) and \(labels.count) labels.")
  let classes = logits.shape[1]
  let classWeights = classWeights ?? [Double](repeating: 1, count: classes)
  let sampleWeights = sampleWeights ?? [Double](repeating: 1, count: labels.count)
  precondition((0...1).contains(smoothing), "Labels are smoothed by 0 to 1, not by \(smoothing).")
  precondition(
    classWeights.count == classes && sampleWeights.count == labels.count,
    "\(classWeights.count) class weights and \(sampleWeights.count) sample weights do not fit logits \(logits.shape).")
  for weight in classWeights + sampleWeights { checkNotNegative(weight, "A weight in softmaxCrossEntropy") }
  var targets: [Double] = []
  targets.reserveCapacity(logits.count)
  var divisor = 0.0
  for (label, weight) in zip(labels, sampleWeights) {
    precondition((0..<classes).contains(label), "Label \(label) is not one of the \(classes) classes.")
    for column in 0..<classes {
      let share = (column == label ? 1 - smoothing : 0) + smoothing / Double(classes)
      targets.append(weight * classWeights[column] * share)
    }
    divisor += weight * classWeights[label]
  }
  let losses = softmaxCrossEntropy(
    logits, targets: Tensor(shape: logits.shape, targets, dtype: logits.dtype), reduction: .none)
  return reduction(losses, divisor: divisor)
}

/// The cross-entropy between softmax(logits) and shares of the classes, such as another network's probabilities.
///
///     lᵢ = −Σⱼ tᵢⱼ ln softmax(zᵢ)ⱼ,   mean: Σᵢ lᵢ / batch
///
/// Derivative by the logits: softmax(zᵢ) Σⱼ tᵢⱼ − tᵢ. The targets are constants; a class with target 0 costs nothing,
/// even where its logit is −∞.
///
/// - Parameters:
///   - logits: z, `[batch, classes]`, unscaled.
///   - targets: t, of the same shape; usually each row sums to 1.
/// - Precondition: both are matrices of one shape.
public func softmaxCrossEntropy(_ logits: Tensor, targets: Tensor, reduction: Reduction = .mean) -> Tensor {
  checkSameDType(logits, targets, "softmaxCrossEntropy")
  precondition(
    logits.rank == 2 && logits.shape == targets.shape,
    "softmaxCrossEntropy needs logits and targets [batch, classes], not \(logits.shape) and \(targets.shape).")
  let (losses, derivative) =
    logits.dtype == .float32
    ? rowCrossEntropies(logits, targets, Float.self) : rowCrossEntropies(logits, targets, Double.self)
  let recorded = losses.recorded(from: logits) { gradient in
    logits.receive(derivative * gradient.reshapedPlain([gradient.count, 1]))
  }
  return reduction(recorded, divisor: Double(logits.shape[0]))
}

private func rowCrossEntropies<T: Scalar>(
  _ logits: Tensor, _ targets: Tensor, _: T.Type
) -> (losses: Tensor, derivative: Tensor) {
  let (batch, classes) = (logits.shape[0], logits.shape[1])
  let losses = Tensor.zeros([batch], dtype: logits.dtype)
  let derivative = Tensor(uninitialized: logits.shape, dtype: logits.dtype)
  guard classes > 0 else { return (losses, derivative) }
  logits.withPointer(T.self) { z in
    targets.withPointer(T.self) { t in
      derivative.withPointer(T.self) { d in
        losses.withPointer(T.self) { losses in
          for row in 0..<batch {
            let (z, t, d) = (z + row * classes, t + row * classes, d + row * classes)
            let total = T.sum(t, classes)
            let logOfSum = T.softmax(z, d, classes, scale: T(total))
            var loss = 0.0
            for j in 0..<classes where t[j] != 0 { loss += Double(t[j]) * (logOfSum - Double(z[j])) }
            losses[row] = T(loss)
            T.subtract(d, t, d, classes)
          }
        }
      }
    }
  }
  return (losses, derivative)
}
