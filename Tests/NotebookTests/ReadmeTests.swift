import Foundation
import Testing

@testable import Course
@testable import Notebook

@Suite("README.md") struct ReadmeTests {
  private static let root = URL(filePath: #filePath).deletingLastPathComponent().appending(path: "../..")
    .standardizedFileURL.path
  private let folder: ScratchFolder
  init() throws { folder = try ScratchFolder() }

  @Test("The table of lessons is the table of contents with the verdicts of plots/") func lessons() throws {
    let records = try LessonCard.contents.map { try LessonRecord(of: $0, in: "\(Self.root)/plots") }
    #expect(records.filter { !$0.hasRun }.map(\.card.number) == [])
    let readme = try String(contentsOfFile: "\(Self.root)/README.md", encoding: .utf8)
    #expect(readme.contains(LessonTable(records: records).markdown), "`make plots` brings the table up to date.")
  }

  @Test("Sources/Descent/README.md has a row for each schedule, optimizer and layer, and names lessons that use it")
  func framework() throws {
    let sources = "\(Self.root)/Sources/Descent"
    let rows = try String(contentsOfFile: "\(sources)/README.md", encoding: .utf8).split(separator: "\n")
      .filter { $0.hasPrefix("| `") }
    let listed = rows.flatMap { row in
      row.split(separator: "|")[0].matches(of: /`(\w+)`/).map { (name: String($0.1), row: row) }
    }
    let folders = ["Adapting", "Attention", "Layers", "Optimizers", "Quantization", "Schedules"]
    let types = try folders.flatMap { folder in
      try swiftFiles(in: "\(sources)/\(folder)").flatMap { code in
        code.matches(of: /public (?:struct|final class) (\w+): (?:Layer|Model|Optimizer|Schedule)\b/).map {
          String($0.1)
        }
      }
    }
    // ReduceOnPlateau is told losses, and so is no function of the step.
    #expect(Set(listed.map(\.name)) == Set(types + ["ReduceOnPlateau"]))
    for (name, row) in listed {
      for link in row.matches(of: /\[(\d\d)\]\(\.\.\/\.\.\/plots\/(\d\d-[a-z0-9-]+)\/README\.md\)/) {
        let card = try #require(([.start] + LessonCard.contents).first { $0.number == Int(link.1) })
        #expect(card.plotsFolder == String(link.2), "\(name)")
        let lesson = try #require(
          try FileManager.default.contentsOfDirectory(atPath: "\(Self.root)/Lessons").first { $0.hasPrefix(link.1) })
        let code = try swiftFiles(in: "\(Self.root)/Lessons/\(lesson)").joined()
        #expect(code.contains(name), "Lesson \(link.1) does not use \(name).")
      }
    }
  }

  private func swiftFiles(in folder: String) throws -> [String] {
    try FileManager.default.contentsOfDirectory(atPath: folder).filter { $0.hasSuffix(".swift") }
      .map { try String(contentsOfFile: "\(folder)/\($0)", encoding: .utf8) }
  }

  /// A lesson that left three claims, of which two hold.
  private func records() throws -> [LessonRecord] {
    let lesson = "\(folder.path)/02-ewma-bias-correction"
    try FileManager.default.createDirectory(atPath: lesson, withIntermediateDirectories: true)
    let claims = zip(["holds", "holds if β < 1", "holds"], 1...).map { verdict, number in
      Claim(
        id: "2.\(number)", statement: "a", test: "t", source: "b", rows: [], verdict: verdict, measured: "c", runs: 1,
        asStated: true)
    }
    try JSONEncoder().encode(claims).write(to: URL(filePath: "\(lesson)/claims.json"))
    try Data(
      #"{"number": 2, "title": "t", "question": "q", "picture": "start.svg", "shown": [], "corrections": []}"#.utf8
    )
    .write(to: URL(filePath: "\(lesson)/lesson.json"))
    return try LessonCard.contents.map { try LessonRecord(of: $0, in: folder.path) }
  }

  @Test("A row shows the picture, links the page, and counts the claims by verdict") func row() throws {
    let rows = LessonTable(records: try records()).markdown.split(separator: "\n")
    #expect(rows[1] == Part.all[0].sentence)
    #expect(
      rows.dropFirst(4) == [
        """
        | [<img src="plots/02-ewma-bias-correction/start.svg" width="200" alt="EWMA bias correction">]\
        (plots/02-ewma-bias-correction/README.md) | [Lesson 02 · EWMA bias correction]\
        (plots/02-ewma-bias-correction/README.md)<br>\(LessonCard.number(2).question) | 2 | 1 | 0 |
        """
      ])
  }

  @Test("Only what stands between the marks is replaced; without them nothing is, and the error says so")
  func replacement() throws {
    let (table, path) = (LessonTable(records: try records()), "\(folder.path)/README.md")
    let (start, end) = LessonTable.marks
    try Data("before\n\(start)\nold\n\(end)\nafter\n".utf8).write(to: URL(filePath: path))
    for _ in 1...2 {  // the second time there is nothing to change
      try table.write(into: path)
      #expect(try folder.text("README.md") == "before\n\(start)\n\n\(table.markdown)\n\n\(end)\nafter\n")
    }
    try Data("no table\n".utf8).write(to: URL(filePath: path))
    let error = #expect(throws: OutputError.self) { try table.write(into: path) }
    #expect(error?.description.hasPrefix("\(path) has no place for the table of lessons") == true)
    #expect(try folder.text("README.md") == "no table\n")
    #expect(throws: OutputError("\(folder.path)/none.md is missing or cannot be read.")) {
      try table.write(into: "\(folder.path)/none.md")
    }
  }
}
