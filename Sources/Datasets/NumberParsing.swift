/// The finite decimal number that `bytes[field]` spells out, correctly rounded, or `nil`.
///
/// Up to 15 digits take a short way: the digits and the power of ten are both exact as Double, so that one division
/// rounds correctly (Clinger 1990). Anything longer is left to the standard library.
func parseNumber(_ bytes: [UInt8], _ field: Range<Int>) -> Double? {
  var digits = 0
  var digitCount = 0
  var decimals: Int?
  for index in field {
    switch bytes[index] {
    case let byte where byte.isDigit && digitCount < 15:
      digits = digits * 10 + Int(byte - UInt8(ascii: "0"))
      digitCount += 1
      decimals = decimals.map { $0 + 1 }
    case UInt8(ascii: ".") where decimals == nil:
      decimals = 0
    case UInt8(ascii: "-") where index == field.lowerBound, UInt8(ascii: "+") where index == field.lowerBound:
      continue
    default:
      return parseLongNumber(bytes[field])
    }
  }
  guard digitCount > 0 else { return nil }
  let magnitude = Double(digits) / powersOfTen[decimals ?? 0]
  return bytes[field.lowerBound] == UInt8(ascii: "-") ? -magnitude : magnitude
}

/// Exponents and long mantissas; words such as `nan`, and hexadecimal numbers, are no data.
private func parseLongNumber(_ bytes: ArraySlice<UInt8>) -> Double? {
  guard bytes.allSatisfy({ $0.isDigit || "+-.eE".utf8.contains($0) }) else { return nil }
  return Double(String(decoding: bytes, as: UTF8.self)).flatMap { $0.isFinite ? $0 : nil }
}

private let powersOfTen = [1, 1e1, 1e2, 1e3, 1e4, 1e5, 1e6, 1e7, 1e8, 1e9, 1e10, 1e11, 1e12, 1e13, 1e14, 1e15]

extension UInt8 {
  fileprivate var isDigit: Bool { (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(self) }
}
