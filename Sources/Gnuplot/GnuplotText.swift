/// Text as gnuplot reads it. Single quotes everywhere: in them gnuplot runs no commands and expands nothing.
enum GnuplotText {
  /// A file name, or anything that is taken as it stands.
  static func quoted(_ text: String) -> String {
    var result = "'"
    for character in text {
      if character == "'" { result += "''" } else { result.append(character) }
    }
    return result + "'"
  }

  /// A text to be seen exactly as typed, where gnuplot's enhanced mode would read `_ ^ { } @ & ~ \` as commands.
  static func shown(_ text: String) -> String { quoted(escaped(text)) }

  /// The text with a backslash before each character that enhanced mode gives a meaning; one line, no controls.
  static func escaped(_ text: String) -> String {
    var result = ""
    for scalar in text.unicodeScalars {
      switch scalar {
      case "\\", "{", "}", "^", "_", "@", "&", "~": result += "\\" + String(scalar)
      case _ where scalar.value < 0x20 || scalar.value == 0x7F: result += " "
      default: result.unicodeScalars.append(scalar)
      }
    }
    return result
  }

  /// The text in one line without controls, for terminals that have no enhanced mode.
  static func plain(_ text: String) -> String {
    String(String.UnicodeScalarView(text.unicodeScalars.map { $0.value < 0x20 || $0.value == 0x7F ? " " : $0 }))
  }

  /// A comment line; a line end in the text would end it.
  static func comment(_ text: String) -> String {
    "# " + String(text.map { $0.isNewline ? " " : $0 })
  }
}
