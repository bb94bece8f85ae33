/// A message of Protocol Buffers, as bytes: fields with a number, one after the other.
///
/// - Source: protobuf.dev, “Encoding”.
struct Message {
  private(set) var bytes: [UInt8] = []

  /// Adds a whole number, in groups of seven bits from the lowest on; a negative one as two's complement.
  mutating func add(_ field: Int, integer: Int) {
    begin(field, .variableInteger)
    addVariable(UInt64(bitPattern: Int64(integer)))
  }

  /// Adds a number of 64 bits.
  mutating func add(_ field: Int, double: Double) {
    begin(field, .eightBytes)
    bytes += double.bitPattern.littleEndianBytes
  }

  /// Adds a number of 32 bits.
  mutating func add(_ field: Int, float: Float) {
    begin(field, .fourBytes)
    bytes += float.bitPattern.littleEndianBytes
  }

  /// Adds a text.
  mutating func add(_ field: Int, text: String) { add(field, data: Array(text.utf8)) }

  /// Adds a message inside the message.
  mutating func add(_ field: Int, _ message: Message) { add(field, data: message.bytes) }

  /// Adds several numbers of 64 bits in one field.
  mutating func add(_ field: Int, packed doubles: [Double]) {
    add(field, data: doubles.flatMap(\.bitPattern.littleEndianBytes))
  }

  private mutating func add(_ field: Int, data: [UInt8]) {
    begin(field, .lengthAndBytes)
    addVariable(UInt64(data.count))
    bytes += data
  }

  /// How a field's value is written, the last three bits before it.
  private enum WireType: UInt64 {
    case variableInteger = 0
    case eightBytes = 1
    case lengthAndBytes = 2
    case fourBytes = 5
  }

  private mutating func begin(_ field: Int, _ type: WireType) { addVariable(UInt64(field) << 3 | type.rawValue) }

  private mutating func addVariable(_ number: UInt64) {
    var rest = number
    while rest > 0x7F {
      bytes.append(UInt8(truncatingIfNeeded: rest) | 0x80)
      rest >>= 7
    }
    bytes.append(UInt8(rest))
  }
}

extension FixedWidthInteger {
  /// The number's bytes, the lowest first.
  var littleEndianBytes: [UInt8] { withUnsafeBytes(of: littleEndian) { Array($0) } }
}
