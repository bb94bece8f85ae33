/// A lesson's page: the notebook as Markdown for GitHub and pandoc.
struct Page {
  let card: LessonCard
  /// The lesson's own options in this run, such as "--beta 0.99"; empty for the defaults.
  let arguments: String
  let blocks: [Block]
  let references: [String]

  /// The whole page.
  var markdown: String {
    var parts = opening
    parts += blocks.compactMap(render)
    parts += section("Claims", claimList)
    parts += section("Exercises", exercises)
    parts += section("Sources", references.map { "- \(prose($0))" }.joined(separator: "\n"))
    parts.append("---")
    parts.append(neighbours)
    return parts.joined(separator: "\n\n") + "\n"
  }

  private var opening: [String] {
    let command = "swift run \(card.target)" + (arguments.isEmpty ? "" : " \(arguments)")
    var parts = [
      "# \(card.heading)",
      "**\(prose(card.question))**",
    ]
    for case .answer(let answer) in blocks { parts.append("> \(prose(answer))") }
    parts.append(
      "Run it with `\(command)`; `swift run \(card.target) --help` names the knobs. "
        + "The lesson is [\(card.target).swift](../../\(card.sourceFile)) with "
        + "[the files beside it](../../\(card.sourceFolder)), "
        + "its worked examples are [\(card.target)Tests.swift](../../\(card.testFile)).")
    return parts
  }

  private func render(_ block: Block) -> String? {
    switch block {
    case .section(let title): "## \(prose(title))"
    case .paragraph(let text): prose(text)
    case .list(let items): items.map { "- \(prose($0))" }.joined(separator: "\n")
    case .equation(let latex, _): "$$\n\(portable(latex))\n$$"
    case .code(let code, let language): "```\(language)\n\(code)\n```"
    case .table(let table): render(table)
    case .figure(let picture): render(picture)
    case .folded(let title, let blocks):
      "<details>\n<summary>\(summary(title))</summary>\n\n\(blocks.compactMap(render).joined(separator: "\n\n"))\n\n</details>"
    case .claim, .exercise, .answer: nil  // these have places of their own
    }
  }

  private func render(_ picture: Picture) -> String {
    let files = listed(picture.files.map { "[\($0.hasSuffix(".gp") ? "script" : "data")](\($0))" })
    // A browser does not show a PDF as a picture.
    let show =
      picture.file.hasSuffix(".pdf")
      ? "[\(prose(picture.title))](\(picture.file))" : "![\(prose(picture.title))](\(picture.file))"
    return "\(show)\n\n**Figure \(picture.number).** \(prose(picture.caption)) (\(files))"
  }

  private func render(_ table: Table) -> String {
    let rows = pipeTable(table)
    return table.caption.map { "\(rows)\n\n*\(prose($0))*" } ?? rows
  }

  private var claimList: String {
    let claims: [(Claim, detail: String?, revised: String?)] = blocks.flatMap(\.claims)
    guard !claims.isEmpty else { return "" }
    let items = claims.map { claim, detail, revised in
      let verdict = claim.mark == "◐" || claim.mark == "?" ? " *\(prose(capitalized(claim.outcome)))*:" : ""
      let decided = [
        "*Test, \(revised == nil ? "fixed before the run" : "revised after a first run"):* "
          + Inline.parse(claim.test).markdown,
        revised.map { "*Before the revision:* \(Inline.parse($0).markdown)" },
        detail.map { "*Also measured:* \(Inline.parse($0).markdown)" },
        "*Runs:* \(grouped(claim.runs)). *From:* \(Inline.parse(claim.source).markdown)"
          + (claim.rows.isEmpty ? "." : ", row\(claim.rows.count == 1 ? "" : "s") \(listed(claim.rows)) of the notes."),
      ].compactMap { $0 }
      return """
        - \(claim.mark) **\(claim.id)** \(Inline.parse(claim.statement).markdown)\(verdict) **\(Inline.parse(claim.measured).markdown)**

          <details>
          <summary>\(summary(claim.outcome)): how it was decided</summary>

          \(decided.joined(separator: "\n\n  "))

          </details>
        """
    }
    return "✓ holds · ◐ holds if … · ✗ does not hold\n\n" + items.joined(separator: "\n")
  }

  private var exercises: String {
    let exercises = blocks.compactMap { if case .exercise(let exercise) = $0 { exercise } else { nil } }
    return exercises.enumerated().map { index, exercise in
      """
      **\(index + 1).** `\(exercise.command)`

      \(prose(exercise.question))

      <details>
      <summary>Answer</summary>

      \(prose(exercise.answer))

      </details>
      """
    }.joined(separator: "\n\n")
  }

  private var neighbours: String {
    let others = ([.start] + LessonCard.contents).filter { abs($0.number - card.number) == 1 }
    let links = others.map { other in
      let link = "[\(prose(other.heading))](../\(other.plotsFolder)/README.md)"
      return other.number < card.number ? "← \(link)" : "\(link) →"
    }
    return (links + ["[All lessons](../README.md)"]).joined(separator: " · ")
  }

  private func section(_ title: String, _ body: String) -> [String] { body.isEmpty ? [] : ["## \(title)", body] }
}

extension Block {
  /// The claims in it, each with its further figures.
  fileprivate var claims: [(Claim, detail: String?, revised: String?)] {
    switch self {
    case .claim(let claim, let detail, let revised): [(claim, detail, revised)]
    case .folded(_, let blocks): blocks.flatMap(\.claims)
    default: []
    }
  }
}

/// Prose between HTML tags on one line, where Markdown is not read.
private func summary(_ text: String) -> String { Inline.parse(text).html }

private func capitalized(_ text: String) -> String { text.prefix(1).uppercased() + text.dropFirst() }

/// Prose as Markdown that GitHub and pandoc read alike.
package func prose(_ text: String) -> String { Inline.guardedStart(Inline.parse(text).markdown) }

/// A table as Markdown, its columns padded so that the source can be read too.
package func pipeTable(_ table: Table) -> String {
  let lines = ([table.columns] + table.rows).map { row in row.map { cell($0) } }
  let widths = table.columns.indices.map { column in max(3, lines.map { $0[column].count }.max() ?? 0) }
  var rows = lines.map { row in
    let fields = row.indices.map { padded(row[$0], to: widths[$0], right: table.isFlushRight[$0]) }
    return "| " + fields.joined(separator: " | ") + " |"
  }
  let rule = widths.indices.map { column in
    let dashes = String(repeating: "-", count: widths[column] - 1)
    return table.isFlushRight[column] ? "\(dashes):" : "-\(dashes)"
  }
  rows.insert("| " + rule.joined(separator: " | ") + " |", at: 1)
  return rows.joined(separator: "\n")
}

/// A cell of a table: a bar would end it.
private func cell(_ text: String) -> String {
  Inline.parse(text).markdown.split(separator: "|", omittingEmptySubsequences: false).joined(separator: "\\|")
}

/// LaTeX without backslashes before punctuation, which GitHub may take for Markdown's before the mathematics is read.
///
/// Braces and norm bars get their names; thin spaces go, since pandoc does not know the names of those. `\\` stays.
func portable(_ latex: String) -> String {
  let commands: [Character: String] = [
    ",": " ", ";": " ", ":": " ", "!": "", "{": "\\lbrace", "}": "\\rbrace", "|": "\\Vert", "\\": "\\\\",
  ]
  var result = ""
  var rest = latex[...]
  while let character = rest.popFirst() {
    if character == "\\", let next = rest.first, let command = commands[next] {
      rest.removeFirst()
      // A name runs on into letters that follow it.
      result += command + (command.last?.isLetter == true && rest.first?.isLetter == true ? " " : "")
    } else {
      result.append(character)
    }
  }
  let lines = result.split(separator: "\n").map { $0.split(separator: " ").joined(separator: " ") }
  return lines.filter { !$0.isEmpty }.joined(separator: "\n")
}
