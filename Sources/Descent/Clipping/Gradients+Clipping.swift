extension Gradients {
  /// The gradients with a clipping rule applied; see ``Clipping`` for what each rule does.
  public func clipped(by rule: Clipping) -> Gradients {
    rule.checkThreshold()
    switch rule {
    case .none: return self
    case .globalNorm, .shrink:
      let factor = rule.factor(forNorm: norm)
      return factor == 1 ? self : self * factor
    case .normPerTensor:
      return map { gradient in
        let factor = rule.factor(forNorm: gradient.norm)
        return factor == 1 ? gradient : gradient * factor
      }
    case .value(let limit): return map { $0.clipped(toMagnitude: limit) }
    }
  }

  /// The gradients, scaled so that their norm together is at most `limit`: g · min(1, limit / (‖g‖ + ε)).
  ///
  /// With `epsilon` 10⁻⁶ these are PyTorch's `clip_grad_norm_`, number for number; without it, Pascanu's rule.
  ///
  /// - Precondition: `limit` is above 0, and `epsilon` is finite and not negative.
  public func clipped(toNorm limit: Double, epsilon: Double = 0) -> Gradients {
    checkNotNegative(epsilon, "epsilon")
    guard epsilon > 0 else { return clipped(by: .globalNorm(limit)) }
    precondition(limit > 0, "A clipping threshold must be above 0, but is \(limit).")
    let factor = limit / (norm + epsilon)
    return factor >= 1 ? self : self * factor
  }
}

extension Tensor {
  /// Each number brought into −limit … limit; nan stays nan. Not differentiated.
  ///
  /// - Precondition: `limit` is not negative.
  public func clipped(toMagnitude limit: Double) -> Tensor {
    checkMagnitude(limit)
    func run<T: Scalar>(_: T.Type) -> Tensor {
      let bound = T(limit)
      let result = Tensor(uninitialized: shape, dtype: dtype)
      result.write(T.self) { y in
        read(T.self) { x in for i in 0..<y.count { y[i] = x[i] > bound ? bound : x[i] < -bound ? -bound : x[i] } }
      }
      return result
    }
    return dtype == .float32 ? run(Float.self) : run(Double.self)
  }
}
