/// How large text is: in pixels by the widths of Helvetica (Adobe's font metrics), or in characters on a terminal.
struct TextMetrics: Sendable, Equatable {
  /// Whether a character is the unit of both directions.
  let inCharacters: Bool

  static let pixels = TextMetrics(inCharacters: false)
  static let characters = TextMetrics(inCharacters: true)

  func width(_ text: String, size: Double, bold: Bool = false) -> Double {
    if inCharacters { return Double(text.count) }
    let thousandths = text.unicodeScalars.reduce(0.0) { $0 + Self.advance($1) }
    // Five percent of reserve for the fonts that stand in for Helvetica.
    return thousandths / 1000 * size * (bold ? 1.08 : 1) * 1.05
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

  private static func advance(_ scalar: Unicode.Scalar) -> Double {
    switch scalar {
    case "i", "j", "l", "'": 215
    case " ", "!", ",", ".", "/", ":", ";", "I", "[", "]", "\\", "f", "t", "|", "·": 278
    case "(", ")", "-", "`", "r", "{", "}", "\"", "°", "²", "³", "¹": 345
    case "*", "^": 430
    case "c", "k", "s", "v", "x", "y", "z", "J": 500
    case "A", "B", "E", "K", "P", "S", "V", "X", "Y", "&": 667
    case "C", "D", "H", "N", "R", "U", "w": 722
    case "G", "O", "Q": 778
    case "M", "m", "%": 860
    case "W", "@", "—", "…": 1000
    case _ where scalar.properties.generalCategory == .nonspacingMark: 0
    case _ where scalar.value >= 0x2E80: 1000
    default: scalar.isASCII ? 565 : 600
    }
  }
}
