import ArgumentParser
import Foundation
import Testing

@testable import Course
@testable import Notebook

@Suite("The course at a glance") struct CourseTests {
  private let folder: ScratchFolder
  init() throws { folder = try ScratchFolder() }

  private func write(_ text: String, to name: String) throws {
    let url = URL(fileURLWithPath: "\(folder.path)/02-ewma-bias-correction/\(name)")
    try FileManager.default.createDirectory(at: url.deletingLastPathComponent(), withIntermediateDirectories: true)
    try Data(text.utf8).write(to: url)
  }

  private let claims = """
    [{"id": "2.1", "statement": "a | b", "test": "c", "source": "this course", "rows": [], "verdict": "holds",
      "measured": "1", "runs": 35, "asStated": true}]
    """
  private let summary = """
    {"number": 2, "title": "EWMA bias correction", "question": "Why?", "answer": "As [lesson 06](../06-x/README.md).",
     "picture": "start.svg", "pictureTitle": "Dashed lines climb", "shown": [], "corrections": []}
    """

  @Test("The gallery shows what has run and names what has not") func gallery() throws {
    try write(claims, to: "claims.json")
    try write(summary, to: "lesson.json")
    let records = try LessonCard.contents.map { try LessonRecord(of: $0, in: folder.path) }
    #expect(records.filter(\.hasRun).map(\.card.number) == [2])
    let page = Gallery(records: records).markdown
    #expect(page.contains("Not run yet: `swift run Lesson01`."))
    #expect(
      page.contains("[![Dashed lines climb](02-ewma-bias-correction/start.svg)](02-ewma-bias-correction/README.md)"))
    #expect(page.contains("As [lesson 06](06-x/README.md)."))  // a link as seen from the folder above
    #expect(page.contains("## Part I · What a step does, and what shapes it"))
    #expect(page.contains("\n\n" + Part.all[0].sentence + "\n\n"))
  }

  private func claim(_ id: String, _ source: String, rows: [String] = [], _ verdict: String, asStated: Bool = true)
    -> Claim
  {
    Claim(
      id: id, statement: "a | b", test: "c", source: source, rows: rows, verdict: verdict, measured: "1", runs: 1,
      asStated: asStated)
  }

  @Test("A claim is said by the notes of its source and rows, else by the course, else by the field") func voices() {
    #expect(Ledger.voices(of: claim("2.1", "note 2, *Adam*", rows: ["1.04", "2.07"], "holds")) == [.note1, .note2])
    #expect(Ledger.voices(of: claim("2.1", "this course", "holds")) == [.course])
    #expect(Ledger.voices(of: claim("2.1", "this course", rows: ["3.01"], "holds")) == [.note3])
    #expect(Ledger.voices(of: claim("2.1", "folklore", "holds")) == [.field])
  }

  @Test("The ledger lets through what is asked for, and has every claim on its page") func ledger() {
    let claims = [
      claim("2.1", "note 2, *Adam*", rows: ["1.04"], "holds"),
      claim("2.2", "folklore", "does not hold"),
      claim("2.3", "note 2, *Adam*", "holds if it rains"),
      claim("2.4", "note 2, *Adam*", "holds", asStated: false),
    ]
    let ledger = Ledger(records: [LessonRecord(card: .number(2), summary: nil, claims: claims)])
    func ids(_ outcome: Ledger.Outcome?, _ voice: Ledger.Voice?) -> [String] {
      ledger.claims(outcome, saidBy: voice).map(\.claim.id)
    }
    #expect(ids(nil, nil) == ["2.1", "2.2", "2.3", "2.4"])
    #expect(ids(.holds, nil) == ["2.1"])
    #expect(ids(nil, .note2) == ["2.1", "2.3", "2.4"])
    #expect(ids(.holdsIf, .note2) == ["2.3"])
    #expect(ids(.otherwise, nil) == ["2.4"])
    let page = ledger.markdown
    #expect(
      page.contains("| Note 2, *Deep Learning: Optimizations Part 1* | [1](#note-2-holds) | [1](#note-2-holds-if-) |"))
    #expect(page.contains("- ◐ [2.3](02-ewma-bias-correction/README.md#claims) a | b *holds if it rains*: → **1**"))
    for id in ["2.1", "2.2", "2.3", "2.4"] { #expect(page.contains("[\(id)]")) }
    #expect(page.contains("## Note 1: holds\n") && !page.contains("## Note 3"))
  }

  @Test("A term leads to the section that has it in bold, else to the first, and to none above the sections")
  func glossary() {
    let page = """
      A factor and a gain.
      ## One
      The gain.
      - **gain**: in a list
      ## Two
      The **gain** and the size.
      ## What to notice
      The pitch.
      """
    let record = LessonRecord(
      card: .number(2), summary: LessonSummary(card: .number(2), answer: nil, picture: nil), claims: [], page: page)
    let terms = ["gain", "size", "factor", "pitch", "tone"].map { Term($0, 2, "It is \($0).") }
    let signs = [Sign("a; g", "`gain`", 2, "a gain"), Sign("Ω", "`sum`", 2, "a sum")]
    let glossary = GlossaryPage(records: [record], terms: terms, signs: signs)
    #expect(glossary.unused == ["Ω (lesson 2)"])
    #expect(terms.map { glossary.section(of: $0, in: page) } == ["Two", "Two", nil, nil, nil])
    #expect(glossary.unexplained == ["tone (lesson 2)"])
    #expect(glossary.markdown.contains("- **pitch**: It is pitch. [Lesson 02](02-ewma-bias-correction/README.md)\n"))
    #expect(glossary.markdown.contains("- **gain**: It is gain. [Lesson 02](02-ewma-bias-correction/README.md#two)"))
  }

  @Test("A path gives reasons with a link, questions with the folded answer, and the time to read") func paths() {
    // 660 words at 220 a minute.
    let page = String(repeating: "word ", count: 660)
    let summary = LessonSummary(card: .number(2), answer: "As [lesson 06](../06-x/README.md).", picture: nil)
    let record = LessonRecord(card: .number(2), summary: summary, claims: [], page: page)
    let paths = [
      Path(name: "Why", purpose: "To know.", stops: [(2, "It starts at zero."), (3, "Not run, so not told.")]),
      Path(name: "Ask", purpose: "To say.", stops: [(2, "Why does it start too low?")]),
    ]
    let markdown = PathsPage(records: [record], paths: paths).markdown
    let link = "[Lesson 02 · EWMA bias correction](02-ewma-bias-correction/README.md)"
    #expect(markdown.contains("- [Why](#why): 1 page, 3 minutes\n"))
    #expect(markdown.contains("1. It starts at zero. \(link), 3 minutes."))
    #expect(!markdown.contains("Not run"))
    #expect(markdown.contains("<summary>1. Why does it start too low?</summary>\n\nAs [lesson 06](06-x/README.md)."))
  }

  @Test("Paths and glossary name lessons that the course has or will have") func numbers() {
    let known = Part.all.flatMap { Array($0.lessons) } + [0]
    for path in Path.all { for stop in path.stops { #expect(known.contains(stop.lesson)) } }
    for term in Term.all { #expect(known.contains(term.lesson)) }
    #expect(Set(Term.all.map(\.name)).count == Term.all.count)
  }

  @Test(
    "A file that is missing or malformed is named with what is wrong",
    arguments: [
      ("[", "not JSON"), ("[{}]", "no key “id” at [0]"), ("{}", "expected Array<Any>"),
      (#"[{"id": 2}]"#, "expected String at [0].id"),
    ])
  func malformed(text: String, reason: String) throws {
    try write(text, to: "claims.json")
    let error = #expect(throws: OutputError.self) { try LessonRecord(of: .number(2), in: folder.path) }
    let file = "\(folder.path)/02-ewma-bias-correction/claims.json"
    #expect(error?.description == "\(file) is malformed (\(reason)): run `swift run Lesson02` again.")
  }

  @Test("A folder without claims is an error that names the file") func missing() throws {
    try write(summary, to: "lesson.json")
    let error = #expect(throws: OutputError.self) { try LessonRecord(of: .number(2), in: folder.path) }
    let file = "\(folder.path)/02-ewma-bias-correction/claims.json"
    #expect(error?.description == "\(file) is missing or cannot be read: run `swift run Lesson02` again.")
  }
}
