import COpenBLAS
import Numerics

extension Tensor {
  /// The eigenvalues λ of a square matrix, the solutions of A v = λ v: largest modulus first, each as often as it counts.
  ///
  /// Computed in double precision whatever the dtype. Those of a real matrix are real or come in conjugate pairs, the
  /// one with the positive imaginary part first. How exact one is depends on the matrix: where n of them coincide
  /// without n eigenvectors, a rounding of 10⁻¹⁶ may move them by its n-th root.
  ///
  /// - Precondition: the tensor is a square matrix of finite numbers.
  /// - Source: LAPACK's `dgeev`, the QR iteration on a Hessenberg matrix; Golub & Van Loan, *Matrix Computations*, 4th
  ///   edition, section 7.5.
  public var eigenvalues: [Complex<Double>] {
    precondition(rank == 2 && shape[0] == shape[1], "Eigenvalues need a square matrix, not shape \(shape).")
    precondition(isFinite, "Eigenvalues need a matrix of finite numbers.")
    guard count > 0 else { return [] }
    _ = MatrixProducts.prepared
    // LAPACK reads columns where the numbers lie in rows: it sees the transpose, which has the same eigenvalues.
    var (matrix, info) = (scalars, blasint(0))
    let size = [blasint(shape[0])]  // Fortran takes a number by its address, which an array of one gives
    var (real, imaginary) = ([Double](repeating: 0, count: shape[0]), [Double](repeating: 0, count: shape[0]))
    withWorkspace { work, workCount in
      dgeev_(
        "N", "N", size, &matrix, size, &real, &imaginary, nil, [1], nil, [1], work, workCount, &info, 1, 1)
    }
    precondition(info == 0, "LAPACK's dgeev found no eigenvalues of a matrix \(shape): its status is \(info).")
    return real.indices.map { Complex(real[$0], imaginary[$0]) }.sorted { a, b in
      (a.length, a.real, a.imaginary) > (b.length, b.real, b.imaginary)
    }
  }

  /// The singular values σ of a matrix, the roots of the eigenvalues of AᵀA: largest first, as many as its shorter side.
  ///
  /// The first is the norm ‖A‖ = max ‖A x‖/‖x‖, how far the matrix stretches the vector that it stretches most; the
  /// product of all is |det A| of a square matrix. Computed in double precision whatever the dtype.
  ///
  /// - Precondition: the tensor is a matrix of finite numbers.
  /// - Source: LAPACK's `dgesvd`; Golub & Van Loan, *Matrix Computations*, 4th edition, section 8.6.
  public var singularValues: [Double] {
    decompose(withVectors: false).values
  }

  /// The matrix taken apart into its singular values and their directions; see ``SingularValueDecomposition``.
  ///
  /// - Precondition: the tensor is a matrix of finite numbers.
  public var singularValueDecomposition: SingularValueDecomposition {
    let (left, values, right) = decompose(withVectors: true)
    return SingularValueDecomposition(
      left: Tensor(shape: [shape[0], values.count], left, dtype: .float64), values: values,
      right: Tensor(shape: [values.count, shape[1]], right, dtype: .float64), dtype: dtype)
  }

  /// Singular values, and U and Vᵀ row by row; both empty unless they are wanted.
  private func decompose(withVectors: Bool) -> (left: [Double], values: [Double], right: [Double]) {
    precondition(rank == 2, "Singular values need a matrix, not shape \(shape).")
    precondition(isFinite, "Singular values need a matrix of finite numbers.")
    guard count > 0 else { return ([], [], []) }
    _ = MatrixProducts.prepared
    // LAPACK reads columns where the numbers lie in rows: it sees the transpose, whose U is our V and whose Vᵀ is our Uᵀ,
    // and it writes columns, which lie as the rows of Vᵀ and U.
    let (rows, columns) = ([blasint(shape[1])], [blasint(shape[0])])
    var (matrix, info) = (scalars, blasint(0))
    var values = [Double](repeating: 0, count: min(shape[0], shape[1]))
    let size = [blasint(values.count)]
    var right = [Double](repeating: 0, count: withVectors ? values.count * shape[1] : 0)
    var left = [Double](repeating: 0, count: withVectors ? values.count * shape[0] : 0)
    let job = withVectors ? "S" : "N"
    withWorkspace { work, workCount in
      dgesvd_(
        job, job, rows, columns, &matrix, rows, &values, &right, rows, &left, size, work, workCount, &info, 1, 1)
    }
    precondition(info == 0, "LAPACK's dgesvd found no singular values of a matrix \(shape): its status is \(info).")
    return (left, values, right)
  }
}

/// A matrix as a sum of directions, by how far each stretches: A = U diag(σ) Vᵀ = σ₁ u₁v₁ᵀ + σ₂ u₂v₂ᵀ + …
///
/// Computed in double precision. The signs of a pair uₖ, vₖ are LAPACK's; where values are equal, so are their directions.
///
/// - Source: LAPACK's `dgesvd`; Golub & Van Loan, *Matrix Computations*, 4th edition, sections 2.4 and 8.6.
public struct SingularValueDecomposition: Sendable {
  /// U, `[rows, values.count]`, in float64: its columns are of length 1 and at right angles.
  public let left: Tensor
  /// The singular values σ, the largest first, as many as the matrix's shorter side.
  public let values: [Double]
  /// Vᵀ, `[values.count, columns]`, in float64: its rows are of length 1 and at right angles.
  public let right: Tensor
  /// The dtype of the matrix that was taken apart.
  let dtype: DType

  /// The sum of the first k directions: of all matrices of rank k or less the one that is closest to the matrix.
  ///
  /// What is missing has the squared length σₖ₊₁² + σₖ₊₂² + … The result has the matrix's dtype.
  ///
  /// - Precondition: k is from 0 to the number of values.
  /// - Source: Eckart & Young 1936, doi:10.1007/BF02288367.
  public func matrix(ofRank k: Int) -> Tensor {
    precondition((0...values.count).contains(k), "A matrix with \(values.count) directions cannot be cut to rank \(k).")
    let kept = Tensor(values.indices.map { $0 < k ? values[$0] : 0 }, dtype: .float64)
    return matmul(left * kept, right).cast(to: dtype)
  }
}

/// Calls a routine of LAPACK twice: with a count of −1 it says how many numbers of workspace it wants, then it gets them.
func withWorkspace(_ routine: (UnsafeMutablePointer<Double>, UnsafePointer<blasint>) -> Void) {
  var wanted = 0.0
  routine(&wanted, [-1])
  var work = [Double](repeating: 0, count: max(1, Int(wanted)))
  routine(&work, [blasint(work.count)])
}
