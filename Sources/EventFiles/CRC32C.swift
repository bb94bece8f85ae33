/// The cyclic redundancy check CRC-32C of bytes, by which a reader notices that some were changed.
///
/// The remainder of a division by Castagnoli's polynomial, 0x1EDC6F41 with its bits in reverse: 0x82F63B78.
///
/// - Source: RFC 3720, appendix B.4.
func crc32c(_ bytes: some Sequence<UInt8>) -> UInt32 {
  ~bytes.reduce(~0) { remainder, byte in remainder >> 8 ^ remainders[Int(UInt8(truncatingIfNeeded: remainder) ^ byte)] }
}

/// The check as record files keep it: turned by 15 bits and moved, since a check of bytes that hold their own check says
/// little.
///
/// - Source: TensorFlow, `core/lib/hash/crc32c.h`.
func maskedCRC32C(_ bytes: some Sequence<UInt8>) -> UInt32 {
  let check = crc32c(bytes)
  return (check >> 15 | check << 17) &+ 0xA282_EAD8
}

/// What a byte leaves of itself, for each of the 256.
private let remainders: [UInt32] = (0..<256).map { byte in
  (0..<8).reduce(UInt32(byte)) { remainder, _ in remainder >> 1 ^ (remainder & 1 == 1 ? 0x82F6_3B78 : 0) }
}
