import Foundation
import Testing

@testable import Course
@testable import Notebook

@Suite("The map of the notes and the corrections") struct NotesMapTests {
  private func claim(_ id: String, rows: [String], verdict: String = "holds") -> Claim {
    Claim(
      id: id, statement: "a", test: "t", source: "s", rows: rows, verdict: verdict, measured: "m", runs: 1,
      asStated: true)
  }

  private func record(
    _ number: Int, _ claims: [Claim], shown: [ShownRow] = [], corrections: [DecidedCorrection] = []
  ) -> LessonRecord {
    LessonRecord(
      card: .number(number),
      summary: LessonSummary(
        card: .number(number), answer: nil, picture: nil, shown: shown, corrections: corrections),
      claims: claims)
  }

  private func row(_ id: String, _ lessons: [Int]) -> NotesRow {
    NotesRow(id: id, kind: "claim", lessons: lessons, isEverywhere: false, statement: "a | b")
  }

  @Test("All 396 rows of the four notes are there, in order, each with a statement") func rows() {
    #expect(NotesRow.all.count == 396)
    #expect(Set(NotesRow.all.map(\.id)).count == 396)
    #expect(NotesRow.all.allSatisfy { !$0.statement.isEmpty && (1...4).contains($0.note) })
    #expect(NotesRow.all.map(\.note) == NotesRow.all.map(\.note).sorted())
  }

  @Test("A row is decided by claims, shown by a section, left to a lesson to come, or not met") func standings() {
    let decided = claim("3.1", rows: ["1.01"], verdict: "does not hold")
    let shown = ShownRow(row: "1.02", section: "The *ravine*: why?")
    let rows = [row("1.01", [3]), row("1.02", [3]), row("1.03", [3, 40]), row("1.04", [3]), row("1.05", [])]
    let map = NotesMap(records: [record(3, [decided], shown: [shown])], rows: rows)
    #expect(map.standing(rows[0]) == .claimed([decided], shown: []))
    #expect(map.standing(rows[1]) == .shown([shown]))
    #expect(map.standing(rows[2]) == .toCome([40]))
    #expect(map.standing(rows[3]) == .open)
    #expect(map.standing(rows[4]) == .noLesson)
    #expect(map.markdown.contains("✗ [3.1](03-optimizer-comparison/README.md#claims) does not hold"))
    #expect(map.markdown.contains("shown: [lesson 03](03-optimizer-comparison/README.md#the-ravine-why)"))
    #expect(map.markdown.contains("5 rows: 1 decided by a claim, 1 shown, 1 in lessons to come, 1 not met yet and 1"))
    #expect(map.unknownRows.isEmpty)
    #expect(NotesMap(records: [record(3, [claim("3.1", rows: ["9.99"])])], rows: rows).unknownRows == ["9.99"])
  }

  @Test("A correction is told by the claim that decides it, or by the table of slips") func corrections() throws {
    let place = NoteCorrection(note: 1, section: "Logic", correction: Correction("C999", .wrong, "it is 1"))
    let records = [
      record(
        3, [claim("3.1", rows: [], verdict: "does not hold")],
        corrections: [DecidedCorrection(claim: "3.1", place: place)])
    ]
    let entries = Corrections(records: records).entries(of: 1)
    let decided = try #require(entries.first { $0.place.correction.id == "C999" })
    #expect(decided.link == "✗ [claim 3.1](plots/03-optimizer-comparison/README.md#claims) does not hold")
    #expect(entries.map(\.number) == entries.map(\.number).sorted())
  }

  @Test("Of the pages as they are: each row of a lesson that is there is met, and each slip is told once") func pages()
    throws
  {
    let plots = URL(filePath: #filePath).deletingLastPathComponent().appending(path: "../../plots").standardizedFileURL
      .path
    let records = try ([.start] + LessonCard.contents).map { try LessonRecord(of: $0, in: plots) }
    let map = NotesMap(records: records)
    #expect(map.unknownRows == [])
    #expect(
      map.rows.filter { map.standing($0) == .open }.map(\.id) == [],
      "Each of these rows is to be met by a claim's `rows:` or by `notebook.shows` (Sources/Course/NotesRows.swift says where)."
    )
    // C49 has a half in each of two sections of note 2.
    let ids = (1...4).flatMap { note in
      Corrections(records: records).entries(of: note).map { "\($0.place.correction.id) in \($0.place.section)" }
    }
    #expect(ids.count > 40)
    #expect(Set(ids).count == ids.count, "\(Dictionary(grouping: ids) { $0 }.filter { $1.count > 1 }.keys)")
  }

  @Test("An anchor is what GitHub makes of a heading") func anchors() {
    #expect(anchor(of: "Technique 4 - Adam (Moments)") == "technique-4---adam-moments")
    #expect(anchor(of: "Why *k*³/6?") == "why-k³6")
  }
}
