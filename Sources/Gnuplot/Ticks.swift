#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#elseif canImport(Darwin)
  import Darwin
#endif

/// Chooses round numbers along an axis and writes them.
enum Ticks {
  /// As many ticks as fit side by side in `width` pixels, at most about `count`.
  static func marks(for range: AxisRange, count: Int, width: Double) -> [AxisRange.TickMark] {
    for count in stride(from: count, to: 2, by: -1) {
      let marks = marks(for: range, count: count)
      let widest = marks.map { $0.width(.pixels) }.max() ?? 0
      if (widest + 12) * Double(marks.count) <= width { return marks }
    }
    return marks(for: range, count: 2)
  }

  /// About `count` ticks for the range.
  static func marks(for range: AxisRange, count: Int) -> [AxisRange.TickMark] {
    switch range.scale {
    case .linear: linear(range, count: count)
    case .log: logarithmic(range, count: count)
    }
  }

  /// The round step (1, 2 or 5 times a power of ten) that makes about `count` steps.
  static func step(from lower: Double, to upper: Double, count: Int) -> (step: Double, exponent: Int) {
    let rough = (upper - lower) / Double(max(1, count))
    let exponent = Int(floor(log10(rough)))
    let unit = powerOfTen(exponent)
    let ratio = rough / unit
    let factor = ratio < 1.5 ? 1.0 : ratio < 3.5 ? 2 : ratio < 7.5 ? 5 : 10
    return factor == 10 ? (powerOfTen(exponent + 1), exponent + 1) : (factor * unit, exponent)
  }

  private static func linear(_ range: AxisRange, count: Int) -> [AxisRange.TickMark] {
    guard (range.upper - range.lower).isFinite, range.upper > range.lower else { return [] }
    let (step, exponent) = step(from: range.lower, to: range.upper, count: count)
    guard step > 0, step.isFinite else { return [] }
    let first = ceil(range.lower / step - 1e-9)
    let last = floor(range.upper / step + 1e-9)
    guard first.isFinite, last.isFinite, last >= first, last - first < 100 else { return [] }
    let largest = max(abs(range.lower), abs(range.upper))
    // Three steps of 0.2 are 0.6, not 0.6000000000000001.
    let unit = powerOfTen(-exponent)
    let values = (0...Int(last - first)).map { rank -> Double in
      let value = (first + Double(rank)) * step
      return exponent < 0 && unit.isFinite ? (value * unit).rounded() / unit : value
    }
    if largest >= 1e6 || (largest < 1e-3 && largest > 0) {
      return scientific(values, step: step, largest: largest)
    }
    return values.map { value in
      let text = grouped(decimals(value, max(0, -exponent)), from: largest >= 10_000 ? 4 : 5)
      return AxisRange.TickMark(value: value, text: text, markup: text)
    }
  }

  /// All numbers as multiples of one power of ten, so that they can be compared at a glance.
  private static func scientific(_ values: [Double], step: Double, largest: Double) -> [AxisRange.TickMark] {
    let exponent = Int(floor(log10(largest)))
    let unit = powerOfTen(exponent)
    let places = max(0, exponent - Int(floor(log10(step) + 1e-9)))
    return values.map { value in
      guard value != 0 else { return AxisRange.TickMark(value: 0, text: "0", markup: "0") }
      let digits = decimals(value / unit, min(places, 12))
      return AxisRange.TickMark(
        value: value, text: "\(digits)e\(exponent)", markup: "\(digits)·10^{\(exponentText(exponent))}")
    }
  }

  private static func logarithmic(_ range: AxisRange, count: Int) -> [AxisRange.TickMark] {
    let first = Int(ceil(log10(range.lower) - 1e-9))
    let last = Int(floor(log10(range.upper) + 1e-9))
    guard log10(range.upper / range.lower) >= 1.7, last > first else { return withinDecades(range, count: count) }
    // Two or three numbers say too little of a short range.
    let fine = withinDecades(range, count: count)
    if last - first < 2, fine.count <= count + 1 { return fine }
    let stride = max(1, Int((Double(last - first + 1) / Double(count)).rounded(.up)))
    let exponents = (first...last).filter { $0 % stride == 0 }
    let plain = first >= -3 && last <= 4
    return exponents.map { exponent in
      let value = powerOfTen(exponent)
      let text = plain ? grouped(decimals(value, max(0, -exponent))) : "1e\(exponent)"
      return AxisRange.TickMark(value: value, text: text, markup: plain ? text : "10^{\(exponentText(exponent))}")
    }
  }

  /// Less than about two decades: 1, 2, 5, or plain round numbers where even these are too few.
  private static func withinDecades(_ range: AxisRange, count: Int) -> [AxisRange.TickMark] {
    let exponents = Int(floor(log10(range.lower)))...Int(ceil(log10(range.upper)))
    let marks = exponents.flatMap { exponent in
      [1.0, 2, 5].compactMap { digit -> AxisRange.TickMark? in
        let value = digit * powerOfTen(exponent)
        guard range.contains(value) else { return nil }
        let plain = (-4...5).contains(exponent)
        let text = plain ? grouped(decimals(value, max(0, -exponent))) : "\(Int(digit))e\(exponent)"
        return AxisRange.TickMark(
          value: value, text: text, markup: plain ? text : "\(Int(digit))·10^{\(exponentText(exponent))}")
      }
    }
    guard marks.count < 3 else { return marks }
    let straight = linear(AxisRange(scale: .linear, lower: range.lower, upper: range.upper), count: count)
    return straight.count > marks.count ? straight : marks
  }

  private static func exponentText(_ exponent: Int) -> String { exponent < 0 ? "−\(-exponent)" : "\(exponent)" }

  /// 12500 as "12,500", as in the text; four digits stay together unless there are longer numbers beside them.
  private static func grouped(_ text: String, from digits: Int = 5) -> String {
    let sign = text.hasPrefix("−") ? "−" : ""
    let parts = text.dropFirst(sign.count).split(separator: ".", omittingEmptySubsequences: false)
    guard let whole = parts.first, whole.count >= digits else { return text }
    var groups: [Substring] = []
    var rest = whole
    while rest.count > 3 {
      groups.insert(rest.suffix(3), at: 0)
      rest = rest.dropLast(3)
    }
    groups.insert(rest, at: 0)
    return sign + groups.joined(separator: ",") + parts.dropFirst().map { "." + $0 }.joined()
  }
}
