/// How text is set apart in the terminal: with colour where that is wanted, else with nothing.
package struct TerminalStyle: Sendable {
  /// Whether colour and bold type may be used.
  let usesColor: Bool
  /// The width to wrap to, in characters.
  let width: Int

  /// Plain text, 80 characters wide: what a pipe or a file gets.
  static let plain = TerminalStyle(usesColor: false, width: 80)

  /// The style that standard output calls for: colour only on a terminal, and never under NO_COLOR.
  package static var standardOutput: TerminalStyle {
    let usesColor = System.takesControlSequences(1) && System.environment("NO_COLOR") == nil
    return TerminalStyle(usesColor: usesColor, width: max(20, System.terminalWidth(1) ?? plain.width))
  }

  func bold(_ text: String) -> String { styled(text, "1", "22") }
  func faint(_ text: String) -> String { styled(text, "2", "22") }
  func code(_ text: String) -> String { styled(text, "36", "39") }
  func green(_ text: String) -> String { styled(text, "32", "39") }
  func yellow(_ text: String) -> String { styled(text, "33", "39") }
  func red(_ text: String) -> String { styled(text, "31", "39") }

  private func styled(_ text: String, _ on: String, _ off: String) -> String {
    usesColor ? "\u{1B}[\(on)m\(text)\u{1B}[\(off)m" : text
  }
}

/// Text broken into lines of at most `width` visible characters; a longer word has a line of its own.
///
/// Short formulas such as "1 / (1 − β)" stay in one piece.
///
/// - Parameters:
///   - first: what the first line starts with.
///   - rest: what the other lines start with.
func wrapped(_ text: String, width: Int, first: String = "", rest: String = "") -> [String] {
  var lines: [String] = []
  var line = first
  var isEmpty = true
  for word in glued(text.split(separator: " ").map(String.init)) {
    if !isEmpty, visibleWidth(line) + 1 + visibleWidth(word) > width {
      lines.append(line)
      line = rest
      isEmpty = true
    }
    line += isEmpty ? "\(word)" : " \(word)"
    isEmpty = false
  }
  return lines + [line]
}

/// Words with those around an operator joined to one, as long as they stay short.
private func glued(_ words: [String]) -> [String] {
  let operators: Set = ["−", "+", "/", "·", "×", "=", "<", ">", "≤", "≥", "±", "≈"]
  var pieces: [String] = []
  var followsOperator = false
  for word in words {
    let isOperator = operators.contains(word)
    if followsOperator || isOperator, let last = pieces.last, visibleWidth(last) + visibleWidth(word) < 20 {
      pieces[pieces.count - 1] = "\(last) \(word)"
    } else {
      pieces.append(word)
    }
    followsOperator = isOperator
  }
  return pieces
}

/// How many columns a text takes: escape sequences take none, and letters with combining marks take one.
func visibleWidth(_ text: some StringProtocol) -> Int {
  var count = 0
  var isEscape = false
  for character in text {
    if character == "\u{1B}" { isEscape = true }
    if !isEscape { count += 1 }
    if isEscape && character == "m" { isEscape = false }
  }
  return count
}

/// Text followed by spaces, or led by them, up to a visible width.
func padded(_ text: String, to width: Int, right: Bool = false) -> String {
  let spaces = String(repeating: " ", count: max(0, width - visibleWidth(text)))
  return right ? spaces + text : text + spaces
}
