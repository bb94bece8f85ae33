extension Tensor {
  /// The share of the numbers that are exactly zero; nan for a tensor without numbers.
  ///
  /// A ReLU unit that is silent on a whole mini-batch leaves a row of zeros in its layer's gradient.
  public var zeroShare: Double {
    func zeros<T: Scalar>(_: T.Type) -> Int { read(T.self) { $0.count { $0 == 0 } } }
    return Double(dtype == .float32 ? zeros(Float.self) : zeros(Double.self)) / Double(count)
  }
}
