import Notebook

/// The map of the notes: every row of the four sets of notes in order, with what the course says of it and where.
struct NotesMap {
  let records: [LessonRecord]
  var rows = NotesRow.all

  /// What the course says of a row.
  enum Standing: Equatable {
    /// Claims that decide it, with the folders of their lessons.
    case claimed([Claim], shown: [ShownRow])
    /// Sections that show it.
    case shown([ShownRow])
    /// A lesson to come will meet it.
    case toCome([Int])
    /// Its lessons are there, and none meets it.
    case open
    /// The whole course uses it.
    case everywhere
    /// A title, a link or a to-do: nothing that a number could decide.
    case noLesson
  }

  /// What the course says of a row.
  func standing(_ row: NotesRow) -> Standing {
    let claims = records.flatMap(\.claims).filter { $0.rows.contains(row.id) }
    let shown = records.flatMap { $0.summary?.shown ?? [] }.filter { $0.row == row.id }
    if !claims.isEmpty { return .claimed(claims, shown: shown) }
    if !shown.isEmpty { return .shown(shown) }
    if row.isEverywhere { return .everywhere }
    if row.lessons.isEmpty { return .noLesson }
    let toCome = row.lessons.filter { number in !records.contains { $0.card.number == number } }
    return toCome.isEmpty ? .open : .toCome(toCome)
  }

  /// The rows that a page or a claim names and that are not in the notes.
  var unknownRows: [String] {
    let known = Set(rows.map(\.id))
    return records.flatMap { $0.claims.flatMap(\.rows) + ($0.summary?.shown.map(\.row) ?? []) }
      .filter { !known.contains($0) }
  }

  /// The page.
  var markdown: String {
    var parts = ["# The notes, row by row", introduction]
    for (note, title) in Source.noteTitles.sorted(by: { $0.key < $1.key }) {
      let own = rows.filter { $0.note == note }
      parts += ["## Note \(note), *\(prose(title))*", count(own), table(own)]
    }
    return parts.joined(separator: "\n\n") + "\n"
  }

  private var introduction: String {
    """
    The course tests four sets of working notes on training neural networks. Here is everything that they contain, in \
    their order and in our words, with what the course says of it: ✓ holds, ◐ holds under a condition, ✗ does not hold, \
    *shown* where a page shows it as an equation, a table, a figure or a measured sentence. What the notes get wrong is \
    listed in [CORRECTIONS.md](../CORRECTIONS.md).

    \(count(rows))
    """
  }

  private func count(_ rows: [NotesRow]) -> String {
    var (claimed, shown, toCome, open, other) = (0, 0, 0, 0, 0)
    for row in rows {
      switch standing(row) {
      case .claimed: claimed += 1
      case .shown: shown += 1
      case .toCome: toCome += 1
      case .open: open += 1
      case .everywhere, .noLesson: other += 1
      }
    }
    let counts = [
      (claimed, "decided by a claim"), (shown, "shown"), (toCome, "in lessons to come"), (open, "not met yet"),
      (other, "titles, links, to-dos or used throughout"),
    ]
    return "\(counted(rows.count, "row")): "
      + listed(counts.filter { $0.0 > 0 }.map { "\(grouped($0.0)) \($0.1)" }) + "."
  }

  private func table(_ rows: [NotesRow]) -> String {
    pipeTable(
      Table(
        columns: ["row", "the notes", "kind", "the course"],
        rows: rows.map { [$0.id, $0.statement, $0.kind, words(standing($0))] },
        isFlushRight: [false, false, false, false]))
  }

  private func words(_ standing: Standing) -> String {
    switch standing {
    case .claimed(let claims, let shown):
      (claims.map(link) + shown.map(link)).joined(separator: ", ")
    case .shown(let shown): shown.map(link).joined(separator: ", ")
    case .toCome(let lessons):
      "to come: lesson\(lessons.count == 1 ? "" : "s") \(listed(lessons.map(String.init)))"
    case .open: "not met yet"
    case .everywhere: "used throughout"
    case .noLesson: "–"
    }
  }

  private func link(_ claim: Claim) -> String {
    "\(claim.mark) [\(claim.id)](\(folder { $0.claims.contains(claim) })/README.md#claims) \(claim.outcome)"
  }

  private func link(_ shown: ShownRow) -> String {
    let record = records.first { $0.summary?.shown.contains(shown) == true }
    let name = record.map { $0.card.number == 0 ? "before you start" : "lesson \($0.card.twoDigits)" } ?? ""
    return
      "shown: [\(name)](\(folder { $0.summary?.shown.contains(shown) == true })/README.md#\(anchor(of: shown.section)))"
  }

  private func folder(where isIts: (LessonRecord) -> Bool) -> String {
    records.first(where: isIts)?.card.plotsFolder ?? ""
  }
}
