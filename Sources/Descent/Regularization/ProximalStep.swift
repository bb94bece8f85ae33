/// The soft threshold S(x, τ) = sign(x)·max(|x| − τ, 0): exactly zero for |x| ≤ τ, and τ nearer to zero elsewhere.
///
/// It is the proximal map of τ|x|, the point that makes ½(z − x)² + τ|z| smallest.
///
/// - Precondition: the threshold is not negative.
/// - Source: Parikh & Boyd, "Proximal algorithms", 2014, section 6.5.2.
public func softThreshold(_ x: Double, by threshold: Double) -> Double {
  precondition(threshold >= 0, "A soft threshold must not be negative, but is \(threshold).")
  return shrink(x, threshold)
}

/// The soft threshold of each number of a tensor; not differentiated.
///
/// - Precondition: the threshold is not negative.
public func softThreshold(_ x: Tensor, by threshold: Double) -> Tensor {
  precondition(threshold >= 0, "A soft threshold must not be negative, but is \(threshold).")
  func run<T: Scalar>(_: T.Type) -> Tensor {
    let result = Tensor(uninitialized: x.shape, dtype: x.dtype)
    result.write(T.self) { target in
      x.read(T.self) { source in for i in 0..<target.count { target[i] = shrink(source[i], T(threshold)) } }
    }
    return result
  }
  return x.dtype == .float32 ? run(Float.self) : run(Double.self)
}

/// The proximal step for the L1 penalty λ Σ|θᵢ|, to follow a gradient step on the loss alone: θ ← S(θ, ηλ).
///
/// Gradient step and proximal step together are ISTA, which reaches exact zeros.
///
/// - Source: Beck & Teboulle 2009, equation 1.5.
public func l1ProximalStep(_ parameters: [Parameter], strength: Double, learningRate: Double) {
  checkNotNegative(strength, "The strength of a penalty")
  checkLearningRate(learningRate)
  for parameter in parameters {
    parameter.assign(softThreshold(parameter.tensor, by: learningRate * strength))
  }
}

private func shrink<T: FloatingPoint>(_ x: T, _ threshold: T) -> T {
  // nan compares false with everything and passes through.
  x > threshold ? x - threshold : x < -threshold ? x + threshold : x.isNaN ? x : 0
}
