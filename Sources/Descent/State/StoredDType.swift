/// The kind of number in a file; the raw values are the format's names.
public enum StoredDType: String, Sendable, Hashable, CaseIterable {
  /// 16-bit floating point.
  case float16 = "F16"
  /// The upper half of a 32-bit floating-point number.
  case bfloat16 = "BF16"
  /// 32-bit floating point.
  case float32 = "F32"
  /// 64-bit floating point.
  case float64 = "F64"
  /// True or false in a byte, 1 or 0.
  case bool = "BOOL"
  /// 8-bit whole numbers, −128 … 127.
  case int8 = "I8"
  /// 8-bit whole numbers, 0 … 255.
  case uint8 = "U8"
  /// 16-bit whole numbers.
  case int16 = "I16"
  /// 16-bit whole numbers from 0 on.
  case uint16 = "U16"
  /// 32-bit whole numbers.
  case int32 = "I32"
  /// 32-bit whole numbers from 0 on.
  case uint32 = "U32"
  /// 64-bit whole numbers.
  case int64 = "I64"
  /// 64-bit whole numbers from 0 on.
  case uint64 = "U64"

  // What is not computed with: kept as bytes and written back unchanged.

  /// Two 32-bit floating-point numbers, a complex one.
  case complex64 = "C64"
  /// 8-bit floating point with 4 bits of exponent.
  case float8e4m3 = "F8_E4M3"
  /// 8-bit floating point with 5 bits of exponent.
  case float8e5m2 = "F8_E5M2"
  /// 8-bit floating point with 4 bits of exponent, without a negative zero.
  case float8e4m3fnuz = "F8_E4M3FNUZ"
  /// 8-bit floating point with 5 bits of exponent, without a negative zero.
  case float8e5m2fnuz = "F8_E5M2FNUZ"
  /// A power of two in 8 bits.
  case float8e8m0 = "F8_E8M0"
  /// 6-bit floating point with 2 bits of exponent.
  case float6e2m3 = "F6_E2M3"
  /// 6-bit floating point with 3 bits of exponent.
  case float6e3m2 = "F6_E3M2"
  /// 4-bit floating point.
  case float4 = "F4"

  /// The kind that a tensor of a dtype is stored as without loss.
  public init(_ dtype: DType) { self = dtype == .float32 ? .float32 : .float64 }

  /// The size of one number in bits.
  public var bitCount: Int {
    switch self {
    case .float4: 4
    case .float6e2m3, .float6e3m2: 6
    case .bool, .int8, .uint8, .float8e4m3, .float8e5m2, .float8e4m3fnuz, .float8e5m2fnuz, .float8e8m0: 8
    case .float16, .bfloat16, .int16, .uint16: 16
    case .float32, .int32, .uint32: 32
    case .float64, .int64, .uint64, .complex64: 64
    }
  }

  /// Whether it can be computed with: whether ``StoredTensor/tensor`` has its numbers.
  public var isReadable: Bool {
    switch self {
    case .complex64, .float8e4m3, .float8e5m2, .float8e4m3fnuz, .float8e5m2fnuz, .float8e8m0, .float6e2m3, .float6e3m2,
      .float4:
      false
    default: true
    }
  }

  /// The bytes that numbers in this shape take; nil where they fill no whole bytes, or are too many to be counted.
  func byteCount(of shape: [Int]) -> Int? {
    guard isCountable(shape) else { return nil }  // leaves room for a factor of 16, and 8 bytes are 64 bits
    let count = shape.reduce(1, *)
    let (bytes, rest) = (count / 8 * bitCount, count % 8 * bitCount)
    return rest % 8 == 0 ? bytes + rest / 8 : nil
  }
}
