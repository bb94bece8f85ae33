/// How large text is: in pixels by the widest of the usual fonts, or in characters on a terminal.
struct TextMetrics: Sendable, Equatable {
  /// Whether a character is the unit of both directions.
  let inCharacters: Bool

  static let pixels = TextMetrics(inCharacters: false)
  static let characters = TextMetrics(inCharacters: true)

  func width(_ text: String, size: Double, bold: Bool = false) -> Double {
    if inCharacters { return Double(text.count) }
    return text.unicodeScalars.reduce(0.0) { $0 + Self.advance($1, bold) } / 1000 * size
  }

  func lineHeight(size: Double) -> Double { inCharacters ? 1 : (size * 1.32).rounded() }

  /// The text in lines no wider than asked, broken at spaces; a single word is never broken.
  func wrapped(_ text: String, size: Double, bold: Bool = false, width limit: Double) -> [String] {
    var lines: [String] = []
    for paragraph in text.split(separator: "\n", omittingEmptySubsequences: false) {
      var line = ""
      for word in paragraph.split(separator: " ") {
        let longer = line.isEmpty ? String(word) : line + " " + word
        if !line.isEmpty && width(longer, size: size, bold: bold) > limit {
          lines.append(line)
          line = String(word)
        } else {
          line = longer
        }
      }
      lines.append(line)
    }
    return lines
  }

  private static func advance(_ scalar: Unicode.Scalar, _ bold: Bool) -> Double {
    if let known = (bold ? TextWidths.bold : TextWidths.regular)[scalar] { return known }
    if scalar.properties.generalCategory == .nonspacingMark { return 0 }
    return scalar.value >= 0x2E80 ? 1000 : bold ? 840 : 740
  }
}
