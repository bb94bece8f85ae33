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
    let needed = dtype.byteCount(of: shape)
    precondition(
      bytes.count == needed, "\(dtype.rawValue) \(shape) needs \(needed ?? 0) bytes, not \(bytes.count).")
    self.name = name
    self.dtype = dtype
    self.shape = shape
    self.bytes = bytes
  }

  /// Makes a stored tensor of a tensor's numbers, rounded to the given kind, to the nearest, ties to even.
  ///
  /// - Precondition: the kind can be computed with, and numbers stored as whole numbers lie in their range once rounded.
  public init(_ name: String, _ tensor: Tensor, as dtype: StoredDType) {
    var bytes: [UInt8] = []
    bytes.reserveCapacity(tensor.count * dtype.bitCount / 8)
    func append(_ number: some FixedWidthInteger) {
      withUnsafeBytes(of: number.littleEndian) { bytes.append(contentsOf: $0) }
    }
    func whole<I: FixedWidthInteger>(_ number: Double, _: I.Type, upTo most: I = .max) -> I {
      guard let whole = I(exactly: number.rounded(.toNearestOrEven)), whole <= most else {
        fatalError("\(name) holds \(number), which is outside of \(I.min) … \(most).")
      }
      return whole
    }
    for number in tensor.scalars {
      switch dtype {
      // Rounded once, from the number itself: by way of a Float it would be rounded twice.
      case .float16: append(HalfPrecision.bits(of: Float(HalfFormat.float16.rounded(number))))
      case .bfloat16: append(UInt16(Float(HalfFormat.bfloat16.rounded(number)).bitPattern >> 16))
      case .float32: append(Float(number).bitPattern)
      case .float64: append(number.bitPattern)
      case .bool: append(whole(number, UInt8.self, upTo: 1))
      case .int8: append(whole(number, Int8.self))
      case .uint8: append(whole(number, UInt8.self))
      case .int16: append(whole(number, Int16.self))
      case .uint16: append(whole(number, UInt16.self))
      case .int32: append(whole(number, Int32.self))
      case .uint32: append(whole(number, UInt32.self))
      case .int64: append(whole(number, Int64.self))
      case .uint64: append(whole(number, UInt64.self))
      default: fatalError("\(name) cannot be stored as \(dtype.rawValue): we do not compute with that kind.")
      }
    }
    self.init(name: name, dtype: dtype, shape: tensor.shape, bytes: bytes)
  }

  /// The numbers as a tensor: as float32 where that holds each of the kind's numbers, otherwise as float64.
  ///
  /// Exact but for whole numbers beyond ±2⁵³.
  ///
  /// - Precondition: the kind can be computed with, `dtype.isReadable`.
  public var tensor: Tensor {
    switch dtype {
    case .float16: singles(UInt16.self, HalfPrecision.number(fromBits:))
    case .bfloat16: singles(UInt16.self) { Float(bitPattern: UInt32($0) << 16) }
    case .float32: singles(UInt32.self, Float.init(bitPattern:))
    case .float64: doubles(UInt64.self, Double.init(bitPattern:))
    case .bool: singles(UInt8.self) { $0 == 0 ? 0 : 1 }
    case .int8: singles(Int8.self) { Float($0) }
    case .uint8: singles(UInt8.self) { Float($0) }
    case .int16: singles(Int16.self) { Float($0) }
    case .uint16: singles(UInt16.self) { Float($0) }
    case .int32: doubles(Int32.self) { Double($0) }
    case .uint32: doubles(UInt32.self) { Double($0) }
    case .int64: doubles(Int64.self) { Double($0) }
    case .uint64: doubles(UInt64.self) { Double($0) }
    default: fatalError("\(name) holds \(dtype.rawValue), with which we do not compute.")
    }
  }

  /// The whole numbers of a tensor of such a kind, exact; nil for other kinds, and where one is beyond Int64.
  public var integers: [Int64]? {
    switch dtype {
    case .bool: numbers(UInt8.self).map { $0 == 0 ? 0 : 1 }
    case .int8: numbers(Int8.self).map { Int64($0) }
    case .uint8: numbers(UInt8.self).map { Int64($0) }
    case .int16: numbers(Int16.self).map { Int64($0) }
    case .uint16: numbers(UInt16.self).map { Int64($0) }
    case .int32: numbers(Int32.self).map { Int64($0) }
    case .uint32: numbers(UInt32.self).map { Int64($0) }
    case .int64: numbers(Int64.self)
    case .uint64:
      numbers(UInt64.self).contains { $0 > Int64.max } ? nil : numbers(UInt64.self).map { Int64($0) }
    default: nil
    }
  }

  private func singles<I: FixedWidthInteger>(_: I.Type, _ convert: (I) -> Float) -> Tensor {
    Tensor(shape: shape, numbers(I.self).map(convert))
  }

  private func doubles<I: FixedWidthInteger>(_: I.Type, _ convert: (I) -> Double) -> Tensor {
    Tensor(shape: shape, numbers(I.self).map(convert), dtype: .float64)
  }

  private func numbers<I: FixedWidthInteger>(_: I.Type) -> [I] {
    bytes.withUnsafeBytes { raw in
      (0..<raw.count / MemoryLayout<I>.size).map {
        I(littleEndian: raw.loadUnaligned(fromByteOffset: $0 * MemoryLayout<I>.size, as: I.self))
      }
    }
  }
}
