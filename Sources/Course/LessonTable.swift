import FoundationEssentials
import Notebook

/// The table of lessons in the README: each lesson's picture, its question, and how its claims came out.
struct LessonTable {
  let records: [LessonRecord]

  /// Stands in the README before and after what is written here.
  static let marks = (
    start: "<!-- The table of lessons: `make plots` writes it. -->", end: "<!-- The end of the table. -->"
  )

  /// For each part its sentence and a table with a row for each lesson that has run.
  var markdown: String {
    Part.all.compactMap { part in
      let rows = records.of(part).compactMap(row)
      guard !rows.isEmpty else { return nil }
      let head = ["### \(part.heading)", "", part.sentence, "", "| | | ✓ | ◐ | ✗ |", "| --- | --- | --: | --: | --: |"]
      return (head + rows).joined(separator: "\n")
    }.joined(separator: "\n\n")
  }

  private func row(_ record: LessonRecord) -> String? {
    guard record.hasRun else { return nil }
    let (card, folder) = (record.card, "plots/\(record.card.plotsFolder)")
    let picture = (record.summary?.thumbnail ?? record.summary?.picture).map {
      "[<img src=\"\(folder)/\($0)\" width=\"200\" alt=\"\(card.title)\">](\(folder)/README.md)"
    }
    let counts = record.claims.verdictCounts
    let cells =
      [picture ?? "", "[\(card.heading)](\(folder)/README.md)<br>\(card.question)"]
      + [counts.hold, counts.holdIf, counts.doNotHold].map(String.init)
    return "| \(cells.joined(separator: " | ")) |"
  }

  /// Replaces what stands between the marks in a file.
  ///
  /// - Throws: `OutputError` when the file cannot be read or written, or lacks the marks.
  func write(into path: String) throws {
    guard let data = FileManager.default.contents(atPath: path) else {
      throw OutputError("\(path) is missing or cannot be read.")
    }
    let text = String(decoding: data, as: UTF8.self)
    guard let start = text.firstRange(of: Self.marks.start), let end = text.firstRange(of: Self.marks.end),
      start.upperBound <= end.lowerBound
    else {
      throw OutputError("\(path) has no place for the table of lessons, “\(Self.marks.start)” to “\(Self.marks.end)”.")
    }
    let result = text[..<start.upperBound] + "\n\n" + markdown + "\n\n" + text[end.lowerBound...]
    if result != text { try OutputFolder.replace(path, with: String(result)) }
  }
}
