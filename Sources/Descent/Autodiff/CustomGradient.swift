extension Tensor {
  /// This tensor through two rules of one's own, y = f(x) forward and ∂L/∂x = g(∂L/∂y) backward.
  ///
  /// Such as rounding, whose derivative is zero almost everywhere: `x.customGradient(forward: round, backward: round)`. Neither
  /// rule is differentiated.
  ///
  /// - Precondition: both rules keep shape and dtype.
  public func customGradient(forward: (Tensor) -> Tensor, backward: @escaping (Tensor) -> Tensor) -> Tensor {
    let result = forward(detached).detached
    checkKept(by: result, "forward")
    return result.recorded(from: self) { gradient in
      let passed = backward(gradient).detached
      self.checkKept(by: passed, "backward")
      self.receive(passed)
    }
  }

  private func checkKept(by result: Tensor, _ way: String) {
    precondition(
      result.shape == shape && result.dtype == dtype,
      "The \(way) rule of customGradient must keep \(dtype) \(shape), but made \(result.dtype) \(result.shape).")
  }
}
