/// A lesson's parts as lines for the terminal.
package struct TerminalRenderer {
  let style: TerminalStyle
  /// The folder that pictures are in, for their names.
  let folder: String

  package init(style: TerminalStyle = .standardOutput, folder: String) {
    self.style = style
    self.folder = folder
  }

  /// The title and the question.
  func heading(_ card: LessonCard) -> String {
    paragraph(style.bold(card.heading)) + paragraph(card.question) + "\n"
  }

  /// One part, with an empty line after it.
  package func render(_ block: Block) -> String {
    switch block {
    case .section(let title):
      style.bold(title) + "\n" + style.faint(String(repeating: "─", count: min(style.width, title.count))) + "\n\n"
    case .paragraph(let prose):
      paragraph(prose) + "\n"
    case .list(let items):
      items.map { paragraph($0, first: "  • ", rest: "    ") }.joined() + "\n"
    case .equation(_, let plain):
      plain.split(separator: "\n").map { line in
        line.count + 4 <= style.width
          ? "    \(line)\n" : paragraph(Inline.escaped(String(line)), first: "    ", rest: "      ")
      }.joined() + "\n"
    case .code(let code, _):
      code.split(separator: "\n", omittingEmptySubsequences: false).map { "    \(style.code(String($0)))\n" }.joined()
        + "\n"
    case .table(let table):
      render(table) + "\n"
    case .figure(let picture):
      paragraph("**Figure \(picture.number).** \(picture.caption)") + style.faint("\(folder)/\(picture.file)") + "\n\n"
    case .claim(let claim, _, _):
      render(claim) + "\n"
    case .folded(let title, let blocks):
      foldedHeading(title) + blocks.map(render).joined()
    case .exercise(let exercise):
      paragraph("`\(exercise.command)`", first: "  • ", rest: "    ")
        + paragraph(exercise.question, first: "    ", rest: "    ") + "\n"
    case .answer(let answer):
      paragraph("**In short:** \(answer)") + "\n"
    }
  }

  /// The line above parts that a reader may skip.
  func foldedHeading(_ title: String) -> String { paragraph("▸ *\(title)*") + "\n" }

  private func paragraph(_ prose: String, first: String = "", rest: String = "") -> String {
    let text = Inline.parse(prose).styled(style)
    return wrapped(text, width: style.width, first: first, rest: rest).joined(separator: "\n") + "\n"
  }

  private func render(_ claim: Claim) -> String {
    let verdict =
      switch claim.mark {
      case "✓": style.green("✓ \(claim.outcome)")
      case "◐": style.yellow("◐ \(claim.outcome)")
      default: style.red("\(claim.mark) \(claim.outcome)")
      }
    return paragraph("**\(claim.id)** \(claim.statement)", first: "  ", rest: "      ")
      + paragraph("test: \(claim.test)", first: "      ", rest: "      ")
      + paragraph("\(verdict): \(claim.measured)", first: "      ", rest: "      ")
  }

  // MARK: Tables

  private func render(_ table: Table) -> String {
    let header = table.columns.map { Inline.parse($0).styled(style) }
    let rows = table.rows.map { row in row.map { Inline.parse($0).styled(style) } }
    let widths = columnWidths(of: [header] + rows)
    let rule = widths.map { String(repeating: "─", count: $0) }.joined(separator: "  ")
    var lines = render(header.map(style.bold), widths, table) + [style.faint(rule)]
    for row in rows { lines += render(row, widths, table) }
    let caption = table.caption.map { paragraph($0) } ?? ""
    return lines.joined(separator: "\n") + "\n" + caption
  }

  /// The lines of one row, its cells wrapped to their columns.
  private func render(_ cells: [String], _ widths: [Int], _ table: Table) -> [String] {
    let wrappedCells = zip(cells, widths).map { wrapped($0, width: $1) }
    let height = wrappedCells.map(\.count).max() ?? 0
    return (0..<height).map { line in
      let fields = widths.indices.map { column in
        let cell = line < wrappedCells[column].count ? wrappedCells[column][line] : ""
        return padded(cell, to: widths[column], right: table.isFlushRight[column])
      }
      return trimmingEnd(fields.joined(separator: "  "))
    }
  }

  /// Each column as wide as its widest cell; while they do not fit, the widest column gives way, down to its longest word.
  private func columnWidths(of rows: [[String]]) -> [Int] {
    func widest(_ column: Int, _ parts: (String) -> [String]) -> Int {
      rows.flatMap { parts($0[column]) }.map(visibleWidth).max() ?? 0
    }
    let words = rows[0].indices.map { widest($0) { $0.split(separator: " ").map(String.init) } }
    var widths = rows[0].indices.map { widest($0) { [$0] } }
    while widths.reduce(0, +) + 2 * (widths.count - 1) > style.width,
      let column = widths.indices.filter({ widths[$0] > words[$0] }).max(by: { widths[$0] < widths[$1] })
    {
      widths[column] -= 1
    }
    return widths
  }

  private func trimmingEnd(_ line: String) -> String {
    var line = line[...]
    while line.last == " " { line.removeLast() }
    return String(line)
  }
}
