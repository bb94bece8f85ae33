/// A piece of prose: the small part of Markdown that narration is written in.
///
/// `**bold**`, `*emphasis*`, `` `code` `` and `[text](address "title")`; everything else is itself, so `2 < 3`, `a_b`,
/// `$5` and `10^6` need no escaping by the author. A backslash takes the meaning from the character after it.
indirect enum Inline: Equatable {
  case text(String)
  case code(String)
  case strong([Inline])
  case emphasis([Inline])
  case link([Inline], target: String)

  /// Reads prose; marks without a partner stay as they are.
  static func parse(_ prose: String) -> [Inline] {
    var parser = InlineParser(rest: Array(prose)[...])
    return parser.run()
  }
}

private struct InlineParser {
  var rest: ArraySlice<Character>
  var pieces: [Inline] = []
  var plain = ""

  mutating func run() -> [Inline] {
    while let character = rest.first {
      switch character {
      case "\\" where rest.dropFirst().first.map { $0.isPunctuation || $0.isSymbol } ?? false:
        rest.removeFirst()
        plain.append(rest.removeFirst())
      case "`":
        take(between: "`", and: "`") { .code($0) }
      case "*" where rest.starts(with: "**"):
        take(between: "**", and: "**") { .strong(Inline.parse($0)) }
      case "*":
        take(between: "*", and: "*") { .emphasis(Inline.parse($0)) }
      case "[":
        takeLink()
      default:
        plain.append(rest.removeFirst())
      }
    }
    flush()
    return pieces
  }

  /// Takes a piece between two marks, or the opening mark as plain text where there is no such piece.
  mutating func take(between opening: String, and closing: String, as piece: (String) -> Inline) {
    let body = rest.dropFirst(opening.count)
    guard let end = position(of: closing, in: body), end > body.startIndex,
      body.first?.isWhitespace == false, body[end - 1].isWhitespace == false
    else {
      plain += opening
      return rest = body
    }
    flush()
    pieces.append(piece(String(body[..<end])))
    rest = body[(end + closing.count)...]
  }

  mutating func takeLink() {
    let body = rest.dropFirst()
    // Another bracket before the end of the text: this one is a character, as in "E[w²], see [lesson 02](…)".
    guard let middle = position(of: "](", in: body), !body[..<middle].contains("["),
      let end = position(of: ")", in: body[(middle + 2)...])
    else { return plain.append(rest.removeFirst()) }
    flush()
    pieces.append(.link(Inline.parse(String(body[..<middle])), target: String(body[(middle + 2)..<end])))
    rest = body[(end + 1)...]
  }

  func position(of mark: String, in body: ArraySlice<Character>) -> Int? {
    body.indices.first { body[$0...].starts(with: mark) }
  }

  mutating func flush() {
    if !plain.isEmpty { pieces.append(.text(plain)) }
    plain = ""
  }
}

extension [Inline] {
  /// The prose as Markdown that GitHub and pandoc read alike.
  var markdown: String {
    map { piece in
      switch piece {
      case .text(let text): Inline.escaped(text)
      case .code(let code): "`\(code)`"
      case .strong(let inner): "**\(inner.markdown)**"
      case .emphasis(let inner): "*\(inner.markdown)*"
      case .link(let inner, let target): "[\(inner.markdown)](\(target))"
      }
    }.joined()
  }

  /// The prose without its marks.
  var plain: String {
    map { piece in
      switch piece {
      case .text(let text), .code(let text): text
      case .strong(let inner), .emphasis(let inner), .link(let inner, _): inner.plain
      }
    }.joined()
  }

  /// The prose as HTML, for a line where Markdown is not read.
  var html: String {
    func escaped(_ text: String) -> String {
      text.reduce(into: "") { $0 += ["<": "&lt;", ">": "&gt;", "&": "&amp;"][$1] ?? String($1) }
    }
    return map { piece in
      switch piece {
      case .text(let text): escaped(text)
      case .code(let code): "<code>\(escaped(code))</code>"
      case .strong(let inner): "<strong>\(inner.html)</strong>"
      case .emphasis(let inner): "<em>\(inner.html)</em>"
      case .link(let inner, let target): "<a href=\"\(target)\">\(inner.html)</a>"
      }
    }.joined()
  }

  /// The prose for the terminal, with its marks as styles.
  func styled(_ style: TerminalStyle) -> String {
    map { piece in
      switch piece {
      case .text(let text): text
      case .code(let code): style.code(code)
      case .strong(let inner): style.bold(inner.styled(style))
      case .emphasis(let inner): inner.styled(style)
      case .link(let inner, _): inner.styled(style)
      }
    }.joined()
  }
}

extension Inline {
  /// Text with a backslash before whatever GitHub or pandoc would take for markup.
  ///
  /// pandoc reads `^a^`, `~a~` and `@a` as superscript, subscript and citation, and `--` as a dash.
  static func escaped(_ text: String) -> String {
    let characters = Array(text)
    func isWord(_ index: Int) -> Bool {
      characters.indices.contains(index) && (characters[index].isLetter || characters[index].isNumber)
    }
    var result = ""
    for (index, character) in characters.enumerated() {
      let isMarkup =
        switch character {
        case "\\", "`", "*", "[", "]", "$", "^", "~", "@": true
        case "_": !(isWord(index - 1) && isWord(index + 1))  // inside a word it is itself
        case "-": index > 0 && characters[index - 1] == "-"
        case "<", "&":
          index + 1 < characters.count && (characters[index + 1].isLetter || "/!?#".contains(characters[index + 1]))
        default: false
        }
      result += isMarkup ? "\\\(character)" : "\(character)"
    }
    return result
  }

  /// Markdown that starts a paragraph: what would make it a heading, a list or a quotation gets a backslash.
  static func guardedStart(_ markdown: String) -> String {
    guard let first = markdown.first else { return markdown }
    if "#>+-=|:".contains(first) { return "\\" + markdown }
    let digits = markdown.prefix(while: \.isNumber)
    let rest = markdown.dropFirst(digits.count)
    guard !digits.isEmpty, let mark = rest.first, ".)".contains(mark), rest.dropFirst().first?.isWhitespace ?? true
    else {
      return markdown
    }
    return "\(digits)\\\(rest)"
  }
}
