#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#elseif canImport(Darwin)
  import Darwin
#endif

// The C library's functions under names that say what they do, and numbers as text.

func power(_ base: Double, _ exponent: Double) -> Double { pow(base, exponent) }
func logarithm10(_ value: Double) -> Double { log10(value) }

/// 10ᵏ for a whole k, the nearest Double where it is representable (a literal such as `1e-3` is read exactly so).
func powerOfTen(_ exponent: Int) -> Double { Double("1e\(exponent)") ?? pow(10, Double(exponent)) }

/// A number with a fixed count of decimals; a minus sign is U+2212 and zero has none.
func decimals(_ value: Double, _ count: Int) -> String {
  guard value.isFinite, abs(value) < 1e15 else { return numberText(value) }
  var scale = 1.0
  for _ in 0..<count { scale *= 10 }
  let scaled = (abs(value) * scale).rounded()
  guard scaled < 9e15 else { return numberText(value) }
  let digits = String(Int64(scaled))
  let padded = String(repeating: "0", count: max(0, count + 1 - digits.count)) + digits
  let whole = padded.dropLast(count)
  let text = count == 0 ? padded : "\(whole).\(padded.suffix(count))"
  return value < 0 && scaled > 0 ? "−" + text : text
}

/// The shortest text that reads back as the same number; whole numbers without ".0", anything non-finite as NaN.
func numberText(_ value: Double) -> String {
  guard value.isFinite else { return "NaN" }
  let text = value.description
  return text.hasSuffix(".0") ? String(text.dropLast(2)) : text
}
