import Descent
import Numerics
import Testing

@Suite("Eigenvalues and singular values") struct SpectrumTests {
  func matrix(_ rows: [[Double]]) -> Tensor { Tensor(rows: rows, dtype: .float64) }

  @Test("By hand: [[½, 10], [0, ½]] has the eigenvalue ½ twice, and singular values whose product is |det| = ¼")
  func shear() {
    let matrix = matrix([[0.5, 10], [0, 0.5]])
    #expect(matrix.eigenvalues == [Complex(0.5), Complex(0.5)])  // on the diagonal of a triangle, exactly
    // σ² are the roots of s² − (½² + 10² + ½²) s + det², det = ¼: σ = (√101 ± 10)/2 = 10.02493781 and 0.02493781.
    let values = matrix.singularValues
    #expect(values.count == 2)
    #expect(abs(values[0] - 10.024_937_810_560_445) < 1e-13)  // some roundings of numbers near 10
    #expect(abs(values[1] - 0.024_937_810_560_445) < 1e-13)
  }

  @Test("By hand: a quarter turn has the eigenvalues ±i, and stretches nothing")
  func quarterTurn() {
    let turn = matrix([[0, -1], [1, 0]])
    let eigenvalues = turn.eigenvalues
    #expect(eigenvalues.count == 2)
    #expect((eigenvalues[0] - Complex(0, 1)).length < 1e-15)  // the positive imaginary part first
    #expect((eigenvalues[1] - Complex(0, -1)).length < 1e-15)
    #expect(turn.singularValues.allSatisfy { abs($0 - 1) < 1e-15 })
  }

  @Test("By hand: [[2, 1], [1, 2]] has the eigenvalues 3 and 1, of a symmetric matrix also its singular values")
  func symmetric() {
    let matrix = matrix([[2, 1], [1, 2]])
    let (eigenvalues, values) = (matrix.eigenvalues, matrix.singularValues)
    #expect(eigenvalues.count == 2 && values.count == 2)
    #expect((eigenvalues[0] - Complex(3)).length < 1e-14 && (eigenvalues[1] - Complex(1)).length < 1e-14)
    #expect(abs(values[0] - 3) < 1e-14 && abs(values[1] - 1) < 1e-14)
  }

  @Test("By hand: the companion matrix of x³ − 6x² + 11x − 6 = (x − 1)(x − 2)(x − 3) has the eigenvalues 3, 2 and 1")
  func companion() {
    let eigenvalues = matrix([[6, -11, 6], [1, 0, 0], [0, 1, 0]]).eigenvalues
    #expect(eigenvalues.count == 3)
    // The roots lie 1 apart with coefficients near 10: some hundred roundings of 10⁻¹⁶.
    for (eigenvalue, root) in zip(eigenvalues, [3.0, 2, 1]) { #expect((eigenvalue - Complex(root)).length < 1e-13) }
  }

  @Test("Theory: a cyclic shift of n places has the n-th roots of 1 as eigenvalues", arguments: [3, 8, 25])
  func shift(size: Int) {
    let rows = (0..<size).map { row in (0..<size).map { $0 == (row + 1) % size ? 1.0 : 0 } }
    let eigenvalues = matrix(rows).eigenvalues
    #expect(eigenvalues.count == size)
    for k in 0..<size {
      let root = Complex<Double>(length: 1, phase: 2 * .pi * Double(k) / Double(size))
      #expect(eigenvalues.contains { ($0 - root).length < 1e-13 })  // a matrix that turns: roundings stay roundings
    }
  }

  @Test("Theory: of a random matrix, Σλ is the trace, and Πσ = |Πλ|; Σσ² is the sum of all squares")
  func invariants() {
    var generator = RandomGenerator(seed: 8)
    let matrix = Tensor.normal([30, 30], dtype: .float64, using: &generator)
    let (eigenvalues, values) = (matrix.eigenvalues, matrix.singularValues)
    #expect(eigenvalues.count == 30 && values.count == 30)
    #expect(zip(values, values.dropFirst()).allSatisfy { $0 >= $1 })
    #expect(zip(eigenvalues, eigenvalues.dropFirst()).allSatisfy { $0.length >= $1.length })
    let trace = (0..<30).reduce(0) { $0 + matrix[$1, $1] }
    let sum = eigenvalues.reduce(Complex(0), +)
    // Each value is good to 10⁻¹⁶ times the norm, 11, times a condition of some tens.
    #expect(abs(sum.real - trace) < 1e-11 && abs(sum.imaginary) < 1e-11)
    let (logOfLambdas, logOfSigmas) = (
      eigenvalues.reduce(0) { $0 + Double.log($1.length) }, values.reduce(0) { $0 + Double.log($1) }
    )
    #expect(abs(logOfLambdas - logOfSigmas) < 1e-9)  // the smallest σ is near 0.1: a relative error of 10⁻¹³ each
    #expect(abs(values.reduce(0) { $0 + $1 * $1 } / (matrix.norm * matrix.norm) - 1) < 1e-13)
  }

  @Test("A matrix that is not square has singular values too, as many as its shorter side, and those of its transpose")
  func oblong() {
    let matrix = matrix([[3, 0, 0], [0, 4, 0]])
    for values in [matrix.singularValues, matrix.transposed.singularValues] {
      #expect(values.count == 2)
      #expect(abs(values[0] - 4) < 1e-14 && abs(values[1] - 3) < 1e-14)
    }
    #expect(Tensor(rows: [[3, 4]]).singularValues == [5])  // float32 is read in double precision
    #expect(Tensor.zeros([0, 0]).eigenvalues.isEmpty && Tensor.zeros([3, 0]).singularValues.isEmpty)
  }

  @Test("By hand: [[3, 0], [4, 5]] is 3√5 times one direction and √5 times another")
  func directions() {
    // AᵀA = [[25, 20], [20, 25]] has the eigenvalues 45 and 5, with (1, 1)/√2 and (1, −1)/√2; u₁ = A v₁/σ₁ = (1, 3)/√10.
    let parts = matrix([[3, 0], [4, 5]]).singularValueDecomposition
    #expect(parts.values.count == 2 && parts.left.shape == [2, 2] && parts.right.shape == [2, 2])
    #expect(abs(parts.values[0] - 45.0.squareRoot()) < 1e-14 && abs(parts.values[1] - 5.0.squareRoot()) < 1e-14)
    let sign = parts.right[0, 0] > 0 ? 1.0 : -1
    for (number, exact) in zip([0, 1].map { sign * parts.right[0, $0] }, [0.5, 0.5]) {
      #expect(abs(number - exact.squareRoot()) < 1e-15)
    }
    for (number, exact) in zip([0, 1].map { sign * parts.left[$0, 0] }, [0.1, 0.9]) {
      #expect(abs(number - exact.squareRoot()) < 1e-15)
    }
    // σ₁ u₁v₁ᵀ = [[1.5, 1.5], [4.5, 4.5]]: what is missing, [[1.5, −1.5], [−0.5, 0.5]], has the squared length 5 = σ₂².
    let closest = parts.matrix(ofRank: 1)
    #expect((closest - matrix([[1.5, 1.5], [4.5, 4.5]])).norm < 1e-14)
    #expect(parts.matrix(ofRank: 0).norm == 0)
  }

  @Test(
    "Theory: U and V have orthonormal columns, all directions add up to the matrix, and a cut leaves the smaller σ²",
    arguments: [[7, 4], [4, 7], [6, 6]])
  func decomposition(shape: [Int]) {
    var generator = RandomGenerator(seed: 5)
    let matrix = Tensor.normal(shape, dtype: .float64, using: &generator)
    let parts = matrix.singularValueDecomposition
    let size = shape.min() ?? 0
    let values = matrix.singularValues
    #expect(parts.values.count == size && values.count == size)
    #expect(zip(parts.values, values).allSatisfy { abs($0 - $1) < 1e-13 })
    #expect(parts.left.shape == [shape[0], size] && parts.right.shape == [size, shape[1]])
    // Some tens of roundings of numbers up to 5.
    #expect((matmul(parts.left.transposed, parts.left) - .diagonal(Array(repeating: 1, count: size))).norm < 1e-13)
    #expect((matmul(parts.right, parts.right.transposed) - .diagonal(Array(repeating: 1, count: size))).norm < 1e-13)
    #expect((parts.matrix(ofRank: size) - matrix).norm < 1e-13)
    for k in 0..<size {
      let cut = parts.matrix(ofRank: k)
      #expect(cut.singularValues.count { $0 > 1e-12 } == k)
      let missing = (matrix - cut).norm
      #expect(abs(missing * missing - parts.values[k...].reduce(0) { $0 + $1 * $1 }) < 1e-12)
    }
  }

  @Test(
    "A float32 matrix is taken apart in double precision and put together in its own dtype; an empty one has no parts")
  func dtypeOfParts() {
    let parts = Tensor(rows: [[3, 4]]).singularValueDecomposition
    #expect(parts.values == [5] && parts.left.dtype == .float64 && parts.right.dtype == .float64)
    #expect(parts.matrix(ofRank: 1).dtype == .float32)
    #expect((parts.matrix(ofRank: 1) - Tensor(rows: [[3, 4]])).norm < 1e-6)  // roundings of float32 near 4
    let empty = Tensor.zeros([0, 3]).singularValueDecomposition
    #expect(empty.values.isEmpty && empty.right.shape == [0, 3])
  }

  @Test("Refusal: eigenvalues need a square, and both need finite numbers")
  func refusals() async {
    await #expect(processExitsWith: .failure) { _ = Tensor.zeros([2, 3]).eigenvalues }
    await #expect(processExitsWith: .failure) { _ = Tensor(rows: [[1, .nan], [0, 1]]).eigenvalues }
    await #expect(processExitsWith: .failure) { _ = Tensor(rows: [[.infinity]]).singularValues }
    await #expect(processExitsWith: .failure) { _ = Tensor(rows: [[.nan]]).singularValueDecomposition }
    await #expect(processExitsWith: .failure) { _ = Tensor(rows: [[1]]).singularValueDecomposition.matrix(ofRank: 2) }
  }
}
