import COpenBLAS
import Numerics

/// The kind of number that a tensor holds.
public enum DType: String, Sendable, Hashable, CaseIterable {
  /// 32-bit floating point, some 7 decimal digits: what networks are trained in.
  case float32
  /// 64-bit floating point, some 16 decimal digits: for closed forms and gradient checks.
  case float64

  /// The size of one number in bytes.
  public var byteCount: Int { self == .float32 ? 4 : 8 }
}

/// A Swift number type that a tensor can hold.
protocol Scalar: BinaryFloatingPoint, Real, SIMDScalar {
  static var dtype: DType { get }

  /// C ← A·B + β·C for row-major matrices, A or B read transposed on request.
  ///
  /// A is `[rows, inner]` (stored `[inner, rows]` when transposed), B is `[inner, columns]`, C is `[rows, columns]`.
  static func matrixProduct(
    _ a: UnsafePointer<Self>, transposed: Bool, _ b: UnsafePointer<Self>, transposed: Bool,
    into c: UnsafeMutablePointer<Self>, keeping beta: Self, rows: Int, inner: Int, columns: Int)
}

extension Float: Scalar {
  static var dtype: DType { .float32 }

  static func matrixProduct(
    _ a: UnsafePointer<Float>, transposed transposeA: Bool, _ b: UnsafePointer<Float>, transposed transposeB: Bool,
    into c: UnsafeMutablePointer<Float>, keeping beta: Float, rows: Int, inner: Int, columns: Int
  ) {
    _ = MatrixProducts.prepared
    cblas_sgemm(
      CblasRowMajor, transposeA ? CblasTrans : CblasNoTrans, transposeB ? CblasTrans : CblasNoTrans,
      blasint(rows), blasint(columns), blasint(inner), 1, a, blasint(transposeA ? rows : inner),
      b, blasint(transposeB ? inner : columns), beta, c, blasint(columns))
  }
}

extension Double: Scalar {
  static var dtype: DType { .float64 }

  static func matrixProduct(
    _ a: UnsafePointer<Double>, transposed transposeA: Bool, _ b: UnsafePointer<Double>, transposed transposeB: Bool,
    into c: UnsafeMutablePointer<Double>, keeping beta: Double, rows: Int, inner: Int, columns: Int
  ) {
    _ = MatrixProducts.prepared
    cblas_dgemm(
      CblasRowMajor, transposeA ? CblasTrans : CblasNoTrans, transposeB ? CblasTrans : CblasNoTrans,
      blasint(rows), blasint(columns), blasint(inner), 1, a, blasint(transposeA ? rows : inner),
      b, blasint(transposeB ? inner : columns), beta, c, blasint(columns))
  }
}

/// The threads that one matrix product may use.
public enum MatrixProducts {
  /// One thread a product from the start: lessons run whole seeds side by side instead, which scales better.
  static let prepared: Void = openblas_set_num_threads(1)

  /// Lets each matrix product use this many threads, at least 1.
  public static func useThreads(_ count: Int) {
    precondition(count >= 1, "A matrix product needs at least 1 thread, not \(count).")
    _ = prepared
    openblas_set_num_threads(Int32(count))
  }
}
