/// The mean cross-entropy between σ(logits) and targets in 0 … 1.
///
///     L = −(1/n) Σ (y ln σ(z) + (1 − y) ln(1 − σ(z)))  =  (1/n) Σ (max(z, 0) − z y + ln(1 + e^−|z|))
///
/// The second form is the one computed: it is finite for every finite z. Derivative by z: (σ(z) − y)/n; the targets are constants.
///
/// - Parameters:
///   - logits: z, any shape.
///   - targets: y, the same shape.
/// - Returns: one number of shape `[]`.
/// - Precondition: the shapes are the same.
public func binaryCrossEntropy(logits: Tensor, targets: Tensor) -> Tensor {
  checkSameDType(logits, targets, "binaryCrossEntropy")
  precondition(
    logits.shape == targets.shape,
    "binaryCrossEntropy needs logits and targets of one shape, not \(logits.shape) and \(targets.shape).")
  func run<T: Scalar>(_: T.Type) -> (loss: Tensor, derivative: Tensor) {
    let derivative = Tensor(uninitialized: logits.shape, dtype: logits.dtype)
    var total = 0.0
    let count = logits.count
    derivative.write(T.self) { d in
      logits.read(T.self) { z in
        targets.read(T.self) { y in
          for i in 0..<count {
            let small = T.exp(-z[i].magnitude)  // in (0, 1]: neither form below can overflow
            total += Double(max(z[i], 0) - z[i] * y[i] + T.log(onePlus: small))
            let probability = z[i] >= 0 ? 1 / (1 + small) : small / (1 + small)
            d[i] = (probability - y[i]) / T(count)
          }
        }
      }
    }
    return (Tensor(total / Double(count), dtype: logits.dtype), derivative)
  }
  let (loss, derivative) = logits.dtype == .float32 ? run(Float.self) : run(Double.self)
  return loss.recorded(from: logits) { gradient in logits.receive(derivative * gradient) }
}

/// The share of samples on the right side: logits above 0 where the target is 1, not above where it is 0;
/// nan for no samples.
///
/// - Precondition: the shapes are the same.
public func binaryAccuracy(logits: Tensor, targets: Tensor) -> Double {
  precondition(
    logits.shape == targets.shape,
    "binaryAccuracy needs logits and targets of one shape, not \(logits.shape) and \(targets.shape).")
  let right = zip(logits.scalars, targets.scalars).count { logit, target in (logit > 0) == (target > 0.5) }
  return Double(right) / Double(targets.count)
}
