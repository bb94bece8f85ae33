/// Text as gnuplot reads it. Single quotes everywhere: in them gnuplot runs no commands and expands nothing.
enum GnuplotText {
  /// A file name, or anything that is taken as it stands.
  ///
  /// gnuplot writes a quote inside as two, but not as the first character and not beside another: such are made from
  /// their number.
  static func quoted(_ text: String) -> String {
    var result = "'"
    var rest = text[...]
    while let first = rest.first {
      let run = rest.prefix { $0 == "'" }.count
      switch run {
      case 0: result.append(first)
      case 1 where rest.startIndex > text.startIndex: result += "''"
      default: result += "'" + String(repeating: ".sprintf('%c', 39)", count: run) + ".'"
      }
      rest = rest.dropFirst(max(1, run))
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
      // \U+03B1 would be α.
      case "U" where result.hasSuffix("\\\\"): result += "{}U"
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

  /// A comment line; a line end in the text would end it, and a backslash at its end would take the next line into it.
  static func comment(_ text: String) -> String {
    let line = plain(String(text.map { $0.isNewline ? " " : $0 }))
    return "# " + line + (line.hasSuffix("\\") ? " " : "")
  }

  /// A tick's text as typed: gnuplot takes it for the format of a number, in which % begins a field.
  static func tick(_ text: String) -> String {
    var result = ""
    for character in text { result += character == "%" ? "%%" : String(character) }
    return result
  }

  /// The name of a file in the folder, quoted; a first character such as < | or ~ would mean something else.
  static func file(_ name: String) -> String {
    let isPlain = name.first.map { $0.isLetter || $0.isNumber } ?? false
    return quoted(isPlain ? name : "./" + name)
  }
}
