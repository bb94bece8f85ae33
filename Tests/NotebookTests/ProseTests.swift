import Testing

@testable import Notebook

@Suite("Prose") struct ProseTests {
  @Test(
    "What GitHub or pandoc would take for markup is escaped, marks of the author are kept",
    arguments: [
      ("**bold**, *emphasis* and `a|b_c`", "**bold**, *emphasis* and `a|b_c`"),
      ("10^6, $5, ~7, x@y", #"10\^6, \$5, \~7, x\@y"#),
      ("2 < 3, a<b, 2<3, A & B, &lt;", #"2 < 3, a\<b, 2<3, A & B, \&lt;"#),  // a tag starts with a letter
      ("a_b _c_", #"a_b \_c\_"#),
      ("2 * 3 = 6", #"2 \* 3 = 6"#),  // a mark without a partner is a character
      ("an option --beta", #"an option -\-beta"#),  // pandoc would make a dash of it
      ("[text](a.md \"Title\") [1]", #"[text](a.md "Title") \[1\]"#),
      (#"a \* b"#, #"a \* b"#),
      ("# 1", "\\# 1"), ("- x", #"\- x"#), ("1. x", #"1\. x"#), ("1.5 x", "1.5 x"), ("−1 x", "−1 x"),
    ])
  func markdown(text: String, page: String) { #expect(prose(text) == page) }

  @Test("Links and marks leave their words in the terminal") func terminal() {
    let text = "see [lesson 06](../06-x/README.md \"Clipping\"), **not** `--beta`"
    #expect(Inline.parse(text).styled(.plain) == "see lesson 06, not --beta")
    #expect(Inline.parse("E[w²] in [lesson 05](a.md)").styled(.plain) == "E[w²] in lesson 05")
  }

  @Test("Colour comes only where it is wanted") func color() {
    let colored = TerminalStyle(usesColor: true, width: 80)
    #expect(Inline.parse("**a**").styled(colored) == "\u{1B}[1ma\u{1B}[22m")
    #expect(visibleWidth(colored.bold("abc")) == 3)
  }

  @Test("Lines break at spaces, and a long word has a line of its own") func wrapping() {
    #expect(wrapped("aa bb cc", width: 5) == ["aa bb", "cc"])
    #expect(wrapped("aaaaaaaa b", width: 5) == ["aaaaaaaa", "b"])
    #expect(wrapped("aa bb", width: 4, first: "• ", rest: "  ") == ["• aa", "  bb"])
    #expect(wrapped("", width: 5) == [""])
    #expect(wrapped("after 1 / (1 − β) days", width: 16) == ["after", "1 / (1 − β) days"])  // a formula stays whole
  }

  @Test("A table too wide for the terminal breaks its cells between words, never beside their column")
  func narrowTable() {
    let terminal = TerminalRenderer(style: TerminalStyle(usesColor: false, width: 24), folder: "plots/01-x")
    let table = Table(columns: ["rule", "rate"], rows: [["compounding", "one two three four"]], caption: nil)
    let lines = terminal.render(.table(table)).split(separator: "\n")
    // "compounding" needs 11 columns and 2 of space; 11 are left for the other cell.
    #expect(lines.suffix(2).map(String.init) == ["compounding  one two", "             three four"])
  }

  @Test("Each line of the terminal fits the width, tables included", arguments: [40, 80, 120])
  func width(width: Int) {
    let terminal = TerminalRenderer(style: TerminalStyle(usesColor: true, width: width), folder: "plots/01-x")
    let sentence = String(repeating: "plain words and **bold** ones with v̂ₜ ", count: 9)
    let claim = Claim(
      id: "1.1", statement: sentence, test: sentence, source: "", rows: [], verdict: "holds", measured: sentence,
      runs: 1,
      asStated: true)
    let blocks: [Block] = [
      .paragraph(sentence), .equation(latex: "", plain: "x = a + b + c + d + e + f + g + h + i + j + k + l"),
      .list([sentence, "b"]), .claim(claim, detail: nil, revised: nil), .folded(sentence, [.paragraph(sentence)]),
      .table(Table(columns: ["a", "b"], rows: [[sentence, "1"], ["x", "−2"]], caption: sentence)),
    ]
    for line in blocks.map(terminal.render).joined().split(separator: "\n") {
      #expect(visibleWidth(line) <= width, "\(line)")
    }
  }

  @Test("A text is as many paragraphs as empty lines make of it, its line breaks are spaces") func paragraphing() {
    #expect(paragraphs("a\n  b\n\n\nc\n") == ["a b", "c"])
  }
}

@Suite("Tables") struct TableTests {
  @Test("Columns of numbers are flush right, and a bar in a cell does not end it") func pipes() {
    let table = Table(columns: ["β", "note"], rows: [["0.9", "|g| ‖g‖"], ["−12.25", "x"]])
    #expect(
      pipeTable(table) == """
        |      β | note      |
        | -----: | --------- |
        |    0.9 | \\|g\\| ‖g‖ |
        | −12.25 | x         |
        """)
  }

  @Test(
    "What counts as a number", arguments: [("1.2 ± 3", true), ("7.6 × 10¹⁰", true), ("nan", true), ("3 °C", false)])
  func numbers(cell: String, isFlushRight: Bool) {
    #expect(Table(columns: [""], rows: [[cell]]).isFlushRight == [isFlushRight])
  }
}

@Suite("Equations") struct EquationTests {
  @Test("No backslash stands before punctuation, where GitHub may take it for its own") func portability() {
    #expect(portable(#"\{a\}\,\theta \\ 2\|b\| \quad c"#) == #"\lbrace a\rbrace \theta \\ 2\Vert b\Vert \quad c"#)
    #expect(portable("a\n\nb") == "a\nb")  // an empty line would end pandoc's equation
  }
}
