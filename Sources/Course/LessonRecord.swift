import FoundationEssentials
import Notebook

/// What a lesson left in the plots folder when it ran.
struct LessonRecord {
  let card: LessonCard
  let summary: LessonSummary?
  let claims: [Claim]
  /// The lesson's page; empty where there is none.
  let page: String

  /// A lesson that has not run.
  init(card: LessonCard) { self.init(card: card, summary: nil, claims: []) }

  init(card: LessonCard, summary: LessonSummary?, claims: [Claim], page: String = "") {
    self.card = card
    self.summary = summary
    self.claims = claims
    self.page = page
  }

  /// Reads what a lesson left; without its folder it has not run.
  ///
  /// - Throws: `OutputError` naming the file that is missing or malformed.
  init(of card: LessonCard, in plots: String) throws {
    let folder = joinedPath(plots, card.plotsFolder)
    guard FileManager.default.fileExists(atPath: folder) else {
      self.init(card: card)
      return
    }
    let claims: [Claim] = try Self.read("\(folder)/claims.json", writtenBy: card)
    let summary: LessonSummary = try Self.read("\(folder)/lesson.json", writtenBy: card)
    let page = FileManager.default.contents(atPath: "\(folder)/README.md") ?? Data()
    self.init(card: card, summary: summary, claims: claims, page: String(decoding: page, as: UTF8.self))
  }

  /// The title, as Markdown, and the file of a picture on the lesson's page; nil where the page has no such picture.
  func picture(_ name: String) -> (title: String, file: String)? {
    for line in page.split(separator: "\n") where line.hasPrefix("![") && line.hasSuffix(")") {
      guard let middle = line.firstRange(of: "](\(name).") else { continue }
      return (
        String(line[..<middle.lowerBound].dropFirst(2)),
        String(line[line.index(middle.lowerBound, offsetBy: 2)...].dropLast())
      )
    }
    return nil
  }

  /// How many words the page has, numbers and formulas included.
  var wordCount: Int { page.split(whereSeparator: \.isWhitespace).count }

  /// Whether the lesson has run.
  var hasRun: Bool { summary != nil }

  /// "5 of 6 as stated", or that the lesson has not run.
  var standing: String {
    guard hasRun else { return "not run yet" }
    let asStated = claims.filter(\.asStated).count
    return asStated == claims.count ? "\(claims.count), as stated" : "\(asStated) of \(claims.count) as stated"
  }

  private static func read<Value: Decodable>(_ path: String, writtenBy card: LessonCard) throws -> Value {
    guard let data = FileManager.default.contents(atPath: path) else {
      throw OutputError("\(path) is missing or cannot be read: run `swift run \(card.target)` again.")
    }
    do {
      return try JSONDecoder().decode(Value.self, from: data)
    } catch {
      throw OutputError("\(path) is malformed (\(reason(error))): run `swift run \(card.target)` again.")
    }
  }

  private static func reason(_ error: any Error) -> String {
    func place(_ path: [any CodingKey]) -> String {
      path.isEmpty ? "" : " at " + path.map { $0.intValue.map { "[\($0)]" } ?? $0.stringValue }.joined(separator: ".")
    }
    return switch error {
    case DecodingError.keyNotFound(let key, let context): "no key “\(key.stringValue)”\(place(context.codingPath))"
    case DecodingError.typeMismatch(let type, let context), DecodingError.valueNotFound(let type, let context):
      "expected \(type)\(place(context.codingPath))"
    default: "not JSON"
    }
  }
}

extension [LessonRecord] {
  /// Those of a part's lessons.
  func of(_ part: Part) -> [LessonRecord] { filter { part.lessons.contains($0.card.number) } }

  /// The record of a lesson; nil where it has not run.
  func ofRun(_ lesson: Int) -> LessonRecord? { first { $0.card.number == lesson && $0.hasRun } }
}

/// Prose of a lesson's page with its links as seen from another folder, from which `path` leads to the lessons' folders.
func relinked(_ prose: String, through path: String = "") -> String {
  prose.split(separator: "](../", omittingEmptySubsequences: false).joined(separator: "](\(path)")
}
