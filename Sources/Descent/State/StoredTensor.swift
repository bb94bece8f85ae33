/// The kind of number in a file.
public enum StoredDType: String, Sendable, Hashable, CaseIterable {
  /// 16-bit floating point.
  case float16 = "F16"
  /// 32-bit floating point.
  case float32 = "F32"
  /// 64-bit floating point.
  case float64 = "F64"
  /// 8-bit whole numbers, −128 … 127.
  case int8 = "I8"
  /// 64-bit whole numbers.
  case int64 = "I64"

  /// The kind that a tensor of a dtype is stored as without loss.
  public init(_ dtype: DType) { self = dtype == .float32 ? .float32 : .float64 }

  /// The size of one number in bytes.
  public var byteCount: Int {
    switch self {
    case .int8: 1
    case .float16: 2
    case .float32: 4
    case .float64, .int64: 8
    }
  }
}

/// A named tensor as it lies in a file: little-endian bytes, row by row.
public struct StoredTensor: Sendable, Equatable {
  /// The name, such as `hidden.weight`.
  public let name: String
  /// The kind of the numbers.
  public let dtype: StoredDType
  /// The size of each axis.
  public let shape: [Int]
  /// The numbers, little-endian.
  public let bytes: [UInt8]

  /// Makes a stored tensor of its bytes.
  ///
  /// - Precondition: the bytes are as many as shape and dtype need.
  public init(name: String, dtype: StoredDType, shape: [Int], bytes: [UInt8]) {
    checkShape(shape)
    let needed = shape.reduce(dtype.byteCount, *)
    precondition(bytes.count == needed, "\(dtype.rawValue) \(shape) needs \(needed) bytes, not \(bytes.count).")
    self.name = name
    self.dtype = dtype
    self.shape = shape
    self.bytes = bytes
  }

  /// Makes a stored tensor of a tensor's numbers, rounded to the given kind.
  ///
  /// - Precondition: numbers stored as whole numbers lie in their range; they are rounded to the nearest, ties to even.
  public init(_ name: String, _ tensor: Tensor, as dtype: StoredDType) {
    var bytes: [UInt8] = []
    bytes.reserveCapacity(tensor.count * dtype.byteCount)
    for number in tensor.scalars {
      switch dtype {
      case .float16: Self.append(HalfPrecision.bits(of: Float(number)), to: &bytes)
      case .float32: Self.append(Float(number).bitPattern, to: &bytes)
      case .float64: Self.append(number.bitPattern, to: &bytes)
      case .int8: Self.append(Self.whole(number, name, Int8.self), to: &bytes)
      case .int64: Self.append(Self.whole(number, name, Int64.self), to: &bytes)
      }
    }
    self.init(name: name, dtype: dtype, shape: tensor.shape, bytes: bytes)
  }

  /// The numbers as a tensor: float16, float32 and int8 as float32, float64 and int64 as float64.
  ///
  /// Exact but for whole numbers beyond ±2⁵³.
  public var tensor: Tensor {
    switch dtype {
    case .float16: Tensor(shape: shape, numbers(UInt16.self).map(HalfPrecision.number(fromBits:)))
    case .float32: Tensor(shape: shape, numbers(UInt32.self).map(Float.init(bitPattern:)))
    case .float64: Tensor(shape: shape, numbers(UInt64.self).map(Double.init(bitPattern:)), dtype: .float64)
    case .int8: Tensor(shape: shape, numbers(Int8.self).map { Float($0) })
    case .int64: Tensor(shape: shape, integers.map(Double.init), dtype: .float64)
    }
  }

  /// The whole numbers of an int64 or int8 tensor, exact.
  ///
  /// - Precondition: the tensor holds whole numbers.
  public var integers: [Int64] {
    precondition(dtype == .int64 || dtype == .int8, "\(name) holds \(dtype.rawValue), not whole numbers.")
    return dtype == .int64 ? numbers(Int64.self) : numbers(Int8.self).map(Int64.init)
  }

  private static func whole<I: FixedWidthInteger>(_ number: Double, _ name: String, _: I.Type) -> I {
    guard let whole = I(exactly: number.rounded(.toNearestOrEven)) else {
      fatalError("\(name) holds \(number), which is outside of \(I.min) … \(I.max).")
    }
    return whole
  }

  private static func append(_ number: some FixedWidthInteger, to bytes: inout [UInt8]) {
    withUnsafeBytes(of: number.littleEndian) { bytes.append(contentsOf: $0) }
  }

  private func numbers<I: FixedWidthInteger>(_: I.Type) -> [I] {
    bytes.withUnsafeBytes { raw in
      (0..<raw.count / MemoryLayout<I>.size).map {
        I(littleEndian: raw.loadUnaligned(fromByteOffset: $0 * MemoryLayout<I>.size, as: I.self))
      }
    }
  }
}
