import FoundationEssentials
import Notebook

/// What a lesson left in the plots folder when it ran.
struct LessonRecord {
  let card: LessonCard
  let summary: LessonSummary?
  let claims: [Claim]

  /// A lesson that has not run.
  init(card: LessonCard) { self.init(card: card, summary: nil, claims: []) }

  init(card: LessonCard, summary: LessonSummary?, claims: [Claim]) {
    self.card = card
    self.summary = summary
    self.claims = claims
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
    self.init(card: card, summary: summary, claims: claims)
  }

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

/// Prose of a lesson's page with its links as seen from another folder, from which `path` leads to the lessons' folders.
func relinked(_ prose: String, through path: String = "") -> String {
  prose.split(separator: "](../", omittingEmptySubsequences: false).joined(separator: "](\(path)")
}
