extension Tensor {
  /// The Euclidean norm √Σx² of all numbers, in double precision.
  public var norm: Double {
    switch dtype {
    case .float32:
      // The squares of 32-bit numbers fit into 64 bits without overflow.
      return withPointer(Float.self) { Float.sumOfSquares($0, count) }.squareRoot()
    case .float64:
      let sum = withPointer(Double.self) { Double.sumOfSquares($0, count) }
      let isSafe = sum > 1e-280 && sum < .infinity
      return isSafe ? sum.squareRoot() : scalars.norm
    }
  }

  /// The root mean square √(Σx²/n) of all n numbers, in double precision; nan for a tensor without numbers.
  public var rootMeanSquare: Double { norm / Double(count).squareRoot() }
}
