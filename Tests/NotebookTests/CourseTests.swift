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
    #expect(page.contains("- ✓ [2.1](02-ewma-bias-correction/README.md#claims) a | b **1**"))
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
