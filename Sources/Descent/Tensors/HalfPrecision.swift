import CVectorKernels

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

/// A format of floating-point numbers in 16 bits: both halve the memory of `Float`, at the cost of range or of precision.
///
/// | | exponent | fraction | largest | smallest normal | smallest | step above 1 |
/// | --- | --- | --- | --- | --- | --- | --- |
/// | `float16` | 5 bits | 10 bits | 65504 | 2⁻¹⁴ | 2⁻²⁴ | 2⁻¹⁰ |
/// | `bfloat16` | 8 bits, as in `Float` | 7 bits | 3.39·10³⁸ | 2⁻¹²⁶ | 2⁻¹³³ | 2⁻⁷ |
///
/// Source: IEEE 754-2019, binary16; Kalamkar et al. 2019, arXiv:1905.12322.
public enum HalfFormat: String, Sendable, Hashable, CaseIterable {
  /// IEEE 754's binary16, "half precision".
  case float16
  /// The upper half of a `Float`, "brain float".
  case bfloat16

  /// Bits of the fraction.
  public var fractionBits: Int { self == .float16 ? 10 : 7 }
  /// The exponent of the smallest normal number.
  public var smallestExponent: Int { self == .float16 ? -14 : -126 }
  /// The largest finite number.
  public var largest: Double {
    Double(sign: .plus, exponent: self == .float16 ? 15 : 127, significand: 2 - epsilon)
  }
  /// The smallest positive number with full precision.
  public var smallestNormal: Double { Double(sign: .plus, exponent: smallestExponent, significand: 1) }
  /// The smallest positive number.
  public var smallest: Double { smallestNormal * epsilon }
  /// The distance from 1 to the next larger number.
  public var epsilon: Double { Double(sign: .plus, exponent: -fractionBits, significand: 1) }

  /// The nearest number of this format, ties to the even neighbour; infinite from half a step above the largest on.
  public func rounded<Number: BinaryFloatingPoint>(_ number: Number) -> Number {
    guard number.isFinite && number != 0 else { return number }
    let exponent = max(Int(number.exponent), smallestExponent) - fractionBits
    let step = Number(sign: .plus, exponent: Number.Exponent(exponent), significand: 1)
    let result = (number / step).rounded(.toNearestOrEven) * step
    return result.magnitude > Number(largest) ? Number(signOf: number, magnitudeOf: .infinity) : result
  }
}

extension Tensor {
  /// Each number rounded to a format of 16 bits, as if it were stored there; the dtype stays what it is.
  ///
  /// Straight through on the way back: the gradient is not multiplied by anything (a staircase has slope zero nearly
  /// everywhere), but rounded to the same format, as a gradient that is stored there would be.
  public func rounded(to format: HalfFormat) -> Tensor {
    roundedValue(to: format).recorded(from: self) { gradient in receive(gradient.roundedValue(to: format)) }
  }

  private func roundedValue(to format: HalfFormat) -> Tensor {
    let result = Tensor(uninitialized: shape, dtype: dtype)
    switch (dtype, format) {
    case (.float32, .float16):
      withPointer(Float.self) { x in result.withPointer(Float.self) { kernel_f32_round_float16(x, $0, count) } }
    case (.float32, .bfloat16):
      withPointer(Float.self) { x in result.withPointer(Float.self) { kernel_f32_round_bfloat16(x, $0, count) } }
    case (.float64, _):
      read(Double.self) { x in result.write(Double.self) { y in for i in 0..<y.count { y[i] = format.rounded(x[i]) } } }
    }
    return result
  }
}
