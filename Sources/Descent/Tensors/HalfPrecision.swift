/// 16-bit floating point (IEEE 754 binary16): 1 sign bit, 5 bits of exponent, 10 of fraction.
///
/// The largest number is 65504, the smallest normal one 2⁻¹⁴, the smallest of all 2⁻²⁴. Swift's own `Float16` is
/// missing on Intel Macs; these conversions round alike everywhere: to the nearest, ties to the even neighbour, with
/// subnormals, and to infinity from 65520 on.
public enum HalfPrecision {
  /// The nearest 16-bit number's bits.
  public static func bits(of number: Float) -> UInt16 {
    let bits = number.bitPattern
    let sign = UInt16(truncatingIfNeeded: bits >> 16) & 0x8000
    let magnitude = bits & 0x7FFF_FFFF
    if magnitude > 0x7F80_0000 { return sign | 0x7E00 }  // nan
    if magnitude >= 0x477F_F000 { return sign | 0x7C00 }  // 65520 and above, and infinity
    if magnitude < 0x3880_0000 {
      // Subnormal: adding ½ makes the processor round to a multiple of 2⁻²⁴, which is then in the low bits.
      let rounded = Float(bitPattern: magnitude) + 0.5
      return sign | UInt16(truncatingIfNeeded: rounded.bitPattern &- Float(0.5).bitPattern)
    }
    // Normal: 13 bits fall away; half of the last kept place, less one unless that place is odd, rounds ties to even.
    let isOdd = (magnitude >> 13) & 1
    let rebiased = magnitude &- (112 << 23) &+ 0xFFF &+ isOdd
    return sign | UInt16(truncatingIfNeeded: rebiased >> 13)
  }

  /// The number with these 16 bits; exact.
  public static func number(fromBits bits: UInt16) -> Float {
    let sign = UInt32(bits & 0x8000) << 16
    let exponent = UInt32(bits >> 10) & 0x1F
    let fraction = UInt32(bits & 0x3FF)
    switch exponent {
    case 0: return Float(sign: sign == 0 ? .plus : .minus, exponent: -24, significand: Float(fraction))
    case 0x1F: return Float(bitPattern: sign | 0x7F80_0000 | fraction << 13)
    default: return Float(bitPattern: sign | (exponent + 112) << 23 | fraction << 13)
    }
  }

  /// The number, rounded to 16 bits.
  public static func rounded(_ number: Float) -> Float { self.number(fromBits: bits(of: number)) }
}
