import FoundationEssentials

/// What the gallery shows of a lesson that has run: the file `lesson.json` in its folder.
public struct LessonSummary: Codable, Sendable, Equatable {
  /// The lesson's number.
  public let number: Int
  /// The title.
  public let title: String
  /// The question.
  public let question: String
  /// The answer in one sentence, computed by the run.
  public let answer: String?
  /// The picture's file, and what it shows.
  public let picture: String?
  /// What the picture shows.
  public let pictureTitle: String?

  init(card: LessonCard, answer: String?, picture: Picture?) {
    number = card.number
    title = card.title
    question = card.question
    self.answer = answer
    self.picture = picture?.file
    pictureTitle = picture?.title
  }
}

/// A value as readable JSON, its keys in alphabetical order, the same bytes every time.
func json(_ value: some Encodable) throws -> String {
  let encoder = JSONEncoder()
  encoder.outputFormatting = [.prettyPrinted, .sortedKeys, .withoutEscapingSlashes]
  return String(decoding: try encoder.encode(value), as: UTF8.self) + "\n"
}
