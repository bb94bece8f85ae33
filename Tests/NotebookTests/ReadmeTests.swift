import Foundation
import Notebook
import Testing

@Suite("README.md") struct ReadmeTests {
  static let root = URL(filePath: #filePath).deletingLastPathComponent().appending(path: "../..").standardizedFileURL

  private func text(_ path: String) throws -> String {
    try String(contentsOf: Self.root.appending(path: path), encoding: .utf8)
  }

  private func read<Value: Decodable>(_ path: String) throws -> Value {
    try JSONDecoder().decode(Value.self, from: Data(contentsOf: Self.root.appending(path: path)))
  }

  /// The table's row for a lesson: its picture, its question, and how many of its claims hold, hold if …, do not hold.
  private func row(_ card: LessonCard) throws -> String {
    let folder = "plots/\(card.plotsFolder)"
    let summary: LessonSummary = try read("\(folder)/lesson.json")
    let claims: [Claim] = try read("\(folder)/claims.json")
    let picture = try #require(summary.picture)
    let counts = [
      claims.filter { $0.verdict == "holds" }.count, claims.filter { $0.verdict.hasPrefix("holds if ") }.count,
      claims.filter { $0.verdict == "does not hold" }.count,
    ]
    let cells = [
      "[<img src=\"\(folder)/\(picture)\" width=\"200\" alt=\"\(card.title)\">](\(folder)/README.md)",
      "[\(card.heading)](\(folder)/README.md)<br>\(card.question)",
    ]
    return "| \((cells + counts.map(String.init)).joined(separator: " | ")) |"
  }

  @Test("The table of lessons is the table of contents with the verdicts of plots/") func lessons() throws {
    let table = try LessonCard.contents.map(row).joined(separator: "\n")
    let rows = try text("README.md").split(separator: "\n").filter { $0.hasPrefix("| [<img") }
    #expect(rows.joined(separator: "\n") == table, "These rows belong into README.md:\n\(table)")
  }
}
