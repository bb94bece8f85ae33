// Numbers as readers see them: correctly rounded, with a true minus sign, and inf, −inf and nan by name.

/// A number with a fixed count of decimals: `fixed(-2.345, 1)` is "−2.3".
public func fixed(_ value: Double, _ decimals: Int) -> String {
  guard value.isFinite else { return nonFinite(value) }
  return withTrueMinus(System.printf("%.*f", decimals, value))
}

/// A difference with a fixed count of decimals and its sign: `signed(1.23)` is "+1.2"; what is printed as zero has none.
public func signed(_ value: Double, _ decimals: Int = 1) -> String {
  let text = fixed(value, decimals)
  return value > 0 && text != fixed(0, decimals) ? "+\(text)" : text
}

/// A number with a count of significant digits: `significant(0.036617, 3)` is "0.0366".
///
/// From a million up and below a ten-thousandth it has a power of ten: `significant(7.6095e10, 3)` is "7.61 × 10¹⁰".
public func significant(_ value: Double, _ digits: Int) -> String {
  precondition(digits > 0, "A number needs at least one significant digit, but \(digits) were asked for.")
  guard value.isFinite else { return nonFinite(value) }
  guard value != 0 else { return fixed(0, digits - 1) }
  // C's %e does the rounding, so that 9.996 with three digits knows that it is 1.00·10¹.
  let parts = System.printf("%.*e", digits - 1, value).split(separator: "e")
  guard parts.count == 2, let exponent = Int(parts[1]), let mantissa = Double(parts[0]) else { return "\(value)" }
  if exponent >= max(6, digits) || exponent < -4 {
    return "\(withTrueMinus(String(parts[0]))) × 10\(superscript(exponent))"
  }
  if exponent < digits { return fixed(value, digits - 1 - exponent) }
  // More digits before the point than asked for: round to them and fill up with zeros.
  return fixed(mantissa * decimalPower(exponent), 0)
}

/// A share as a percentage: `percent(0.123)` is "12.3 %", with a space that does not break.
public func percent(_ share: Double, _ decimals: Int = 1) -> String { "\(fixed(100 * share, decimals))\u{A0}%" }

/// A whole number with its thousands marked: `grouped(1437)` is "1,437".
public func grouped(_ value: Int) -> String {
  var groups: [Substring] = []
  var digits = Substring(String(value.magnitude))
  while digits.count > 3 {
    groups.insert(digits.suffix(3), at: 0)
    digits = digits.dropLast(3)
  }
  groups.insert(digits, at: 0)
  return (value < 0 ? "−" : "") + groups.joined(separator: ",")
}

/// A number of things: `counted(1, "epoch")` is "1 epoch" and `counted(5000, "epoch")` is "5,000 epochs".
public func counted(_ count: Int, _ thing: String) -> String { "\(grouped(count)) \(thing)\(count == 1 ? "" : "s")" }

/// Words as a list in a sentence: `listed(["a", "b", "c"])` is "a, b and c".
public func listed(_ words: [String]) -> String {
  guard words.count > 1, let last = words.last else { return words.first ?? "" }
  return words.dropLast().joined(separator: ", ") + " and " + last
}

/// A knob's value in prose, as it was typed but with no more than six significant digits: `plain(0.1 + 0.2)` is "0.3",
/// `plain(1e-5)` is "10⁻⁵" and `plain(3e-5)` is "3 × 10⁻⁵".
public func plain(_ value: Double) -> String {
  guard value.isFinite else { return nonFinite(value) }
  let text = exact(Double(System.printf("%.*e", 5, value)) ?? value)
  let parts = text.split(separator: "e")
  guard parts.count == 2, let exponent = Int(parts[1]) else { return withTrueMinus(text) }
  let mantissa = withTrueMinus(String(parts[0]))
  let power = "10\(superscript(exponent))"
  return mantissa == "1" ? power : "\(mantissa) × \(power)"
}

/// A number as it would be typed, all its digits: "-1", not "-1.0".
public func exact(_ value: Double) -> String {
  let text = "\(value)"
  return text.hasSuffix(".0") ? String(text.dropLast(2)) : text
}

/// A whole number set high, as an exponent: `superscript(-24)` is "⁻²⁴".
public func superscript(_ exponent: Int) -> String {
  let digits: [Character] = ["⁰", "¹", "²", "³", "⁴", "⁵", "⁶", "⁷", "⁸", "⁹"]
  return (exponent < 0 ? "⁻" : "")
    + String(String(exponent.magnitude).compactMap { $0.wholeNumberValue.map { digits[$0] } })
}

private func nonFinite(_ value: Double) -> String { value.isNaN ? "nan" : value < 0 ? "−inf" : "inf" }

/// The text of a number with "−" for "-", and without it where all digits are zero.
private func withTrueMinus(_ text: String) -> String {
  guard text.first == "-" else { return text }
  let magnitude = text.dropFirst()
  return magnitude.contains { ("1"..."9").contains($0) } ? "−\(magnitude)" : String(magnitude)
}

private func decimalPower(_ exponent: Int) -> Double { (0..<exponent).reduce(1.0) { power, _ in power * 10 } }
