/// The kind of number that a tensor holds.
public enum DType: String, Sendable, Hashable, CaseIterable {
  /// 32-bit floating point, some 7 decimal digits: what networks are trained in.
  case float32
  /// 64-bit floating point, some 16 decimal digits: for closed forms and gradient checks.
  case float64

  /// The size of one number in bytes.
  public var byteCount: Int { self == .float32 ? 4 : 8 }
}
