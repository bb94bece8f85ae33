import COpenBLAS

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
